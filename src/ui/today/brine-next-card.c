/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-next-card.h"

#include "brine-format.h"
#include "brine-menu-button.h"
#include "brine-parts.h"
#include "brine-practice-icon.h"
#include "brine-translate.h"

#include <glib/gi18n.h>

/* How long something that has begun still counts as next. */
#define GRACE_SECONDS (60 * 60)
#define LATER_MINUTES 30
#define SNAP_MINUTES 5

/**
 * BrineNextCard:
 *
 * What comes next today, with the two things one does with it: later, or done.
 */
struct _BrineNextCard
{
  AdwBin parent_instance;

  const BrineActs *acts; /* borrowed from the page */
  BrineOccurrence *occurrence;
  BrineLocal now;

  GtkWidget *icon;
  GtkWidget *when;
  GtkWidget *title;
  GtkWidget *later;
  GtkWidget *done;
  GtkWidget *done_content;
};

G_DEFINE_FINAL_TYPE (BrineNextCard, brine_next_card, ADW_TYPE_BIN)

static void
show_occurrence (BrineNextCard *self)
{
  BrinePractice practice = brine_occurrence_get_practice (self->occurrence);
  BrineLocal start = brine_occurrence_get_start (self->occurrence);
  g_autofree char *from_now = brine_format_from_now (start, self->now);
  /* Translators: when the next planned thing is: "Next, in 1 h 50 min". */
  g_autofree char *when = g_strdup_printf (_ ("Next, %s"), from_now);
  const char *title = brine_occurrence_get_local_title (self->occurrence);
  const char *word = brine_practice_get_done_word (practice);
  /* Translators: a button to a screen reader: what it says and what it is about. */
  g_autofree char *name = g_strdup_printf (_ ("%s: %s"), word, title);

  gtk_label_set_text (GTK_LABEL (self->when), when);
  gtk_label_set_text (GTK_LABEL (self->title), title);
  brine_practice_icon_set_practice (BRINE_PRACTICE_ICON (self->icon), practice);
  adw_button_content_set_label (ADW_BUTTON_CONTENT (self->done_content), word);
  brine_set_spoken_name (self->done, name);
}

static void
on_done_clicked_cb (BrineNextCard *self)
{
  if (self->occurrence != NULL)
    brine_occurrence_toggle (self->acts, self->occurrence);
}

static void
on_later_clicked_cb (BrineNextCard *self)
{
  BrineLocal start;
  int minute;

  if (self->occurrence == NULL)
    return;
  start = brine_occurrence_get_start (self->occurrence);
  if (brine_local_compare (start, self->now) < 0)
    start = self->now;
  minute = brine_local_get_minute_of_day (start) + LATER_MINUTES;
  minute = (minute + SNAP_MINUTES - 1) / SNAP_MINUTES * SNAP_MINUTES;
  brine_occurrence_postpone (self->acts, GTK_WIDGET (self), self->occurrence,
                             brine_local_add_seconds ((BrineLocal){ start.day, 0 }, minute * 60));
}

static void
brine_next_card_dispose (GObject *object)
{
  g_clear_object (&BRINE_NEXT_CARD (object)->occurrence);
  G_OBJECT_CLASS (brine_next_card_parent_class)->dispose (object);
}

static void
brine_next_card_class_init (BrineNextCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = brine_next_card_dispose;
}

static GtkWidget *
make_words (BrineNextCard *self)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  self->when = gtk_label_new (NULL);
  self->title = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->when, "caption");
  gtk_widget_add_css_class (self->when, "secondary");
  gtk_widget_add_css_class (self->title, "heading");
  gtk_label_set_xalign (GTK_LABEL (self->when), 0);
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->when), PANGO_ELLIPSIZE_END);
  gtk_label_set_ellipsize (GTK_LABEL (self->title), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (words), self->when);
  gtk_box_append (GTK_BOX (words), self->title);
  return words;
}

static GtkWidget *
make_button (GtkWidget **content, const char *icon_name, const char *label)
{
  GtkWidget *button = gtk_button_new ();

  *content = adw_button_content_new ();
  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (*content), icon_name);
  adw_button_content_set_label (ADW_BUTTON_CONTENT (*content), label);
  gtk_widget_set_halign (*content, GTK_ALIGN_CENTER);
  gtk_button_set_child (GTK_BUTTON (button), *content);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  return button;
}

static void
brine_next_card_init (BrineNextCard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *later_content;

  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "next");
  self->icon = brine_practice_icon_new (BRINE_PRACTICE_MEAL);
  gtk_widget_add_css_class (self->icon, "large");
  self->later = make_button (&later_content, "brine-later-symbolic", _ ("Later"));
  brine_set_tooltip (self->later, _ ("In 30 Minutes"));
  self->done = make_button (&self->done_content, "object-select-symbolic", "");
  gtk_widget_add_css_class (self->done, "suggested-action");
  gtk_box_append (GTK_BOX (line), self->icon);
  gtk_box_append (GTK_BOX (line), make_words (self));
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), self->later);
  gtk_box_append (GTK_BOX (box), self->done);
  g_signal_connect_object (self->later, "clicked", G_CALLBACK (on_later_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->done, "clicked", G_CALLBACK (on_done_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
brine_next_card_new (const BrineActs *acts)
{
  BrineNextCard *self = g_object_new (BRINE_TYPE_NEXT_CARD, NULL);

  self->acts = acts;
  return GTK_WIDGET (self);
}

BrineOccurrence *
brine_next_card_choose (GListModel *agenda, BrineLocal now)
{
  guint n = g_list_model_get_n_items (agenda);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (BrineOccurrence) occurrence = g_list_model_get_item (agenda, i);
      BrineState state = brine_occurrence_get_state (occurrence);
      int64_t age = brine_local_diff_seconds (now, brine_occurrence_get_start (occurrence));

      if (brine_occurrence_get_practice (occurrence) == BRINE_PRACTICE_SLEEP)
        continue;
      if ((state == BRINE_STATE_PLANNED || state == BRINE_STATE_DUE) && age < GRACE_SECONDS)
        return g_steal_pointer (&occurrence);
    }
  return NULL;
}

void
brine_next_card_update (BrineNextCard *self, GListModel *agenda, BrineLocal now)
{
  g_return_if_fail (BRINE_IS_NEXT_CARD (self));
  g_return_if_fail (agenda == NULL || G_IS_LIST_MODEL (agenda));

  g_clear_object (&self->occurrence);
  self->now = now;
  if (agenda != NULL)
    self->occurrence = brine_next_card_choose (agenda, now);
  if (self->occurrence != NULL)
    show_occurrence (self);
  gtk_widget_set_visible (GTK_WIDGET (self), self->occurrence != NULL);
}

void
brine_next_card_set_narrow (BrineNextCard *self, gboolean narrow)
{
  g_return_if_fail (BRINE_IS_NEXT_CARD (self));

  gtk_widget_set_visible (self->later, !narrow);
  /* Large text leaves the title no room beside a button. */
  gtk_orientable_set_orientation (GTK_ORIENTABLE (adw_bin_get_child (ADW_BIN (self))),
                                  narrow && brine_text_is_large (GTK_WIDGET (self))
                                      ? GTK_ORIENTATION_VERTICAL
                                      : GTK_ORIENTATION_HORIZONTAL);
  if (narrow)
    gtk_widget_remove_css_class (self->icon, "large");
  else
    gtk_widget_add_css_class (self->icon, "large");
}
