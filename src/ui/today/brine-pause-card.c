/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-pause-card.h"

#include "brine-format.h"
#include "brine-practice-icon.h"
#include "brine-reader.h"

#include <glib/gi18n.h>

struct _BrinePauseCard
{
  AdwBin parent_instance;

  const BrineActs *acts; /* borrowed from the page */
  BrineDay day;
  BrinePause *pause;   /* of the day; NULL: none */
  BrineReader *reader; /* NULL once disposed */
  GtkWidget *title;
  GtkWidget *text;
};

G_DEFINE_FINAL_TYPE (BrinePauseCard, brine_pause_card, ADW_TYPE_BIN)

static BrineStore *
get_store (BrinePauseCard *self)
{
  return brine_history_get_store (self->acts->history);
}

static BrineDay
get_today (BrinePauseCard *self)
{
  return brine_clock_get_today (self->acts->clock,
                                brine_store_get_day_start_minutes (get_store (self)));
}

static void
show_pause (BrinePauseCard *self)
{
  g_autofree char *title = NULL;
  g_autofree char *end = NULL;
  g_autofree char *text = NULL;
  BrineDay first;

  gtk_widget_set_visible (GTK_WIDGET (self), self->pause != NULL);
  if (self->pause == NULL)
    return;
  /* Translators: %s is why: ill, travelling, antibiotics, a break. */
  title = g_strdup_printf (_ ("Paused: %s"), brine_pause_reason_get_name (self->pause->reason));
  first = self->pause->to + 1;
  end = first - get_today (self) < 7 && first > get_today (self)
            ? g_strdup (brine_format_weekday (brine_day_get_weekday (first)))
            : brine_format_day_long (first, get_today (self));
  /* Translators: %s is the first day after the pause, a weekday or a date. */
  text = g_strdup_printf (_ ("Nothing is counted until %s. Your diary stays open."), end);
  gtk_label_set_text (GTK_LABEL (self->title), title);
  gtk_label_set_text (GTK_LABEL (self->text), text);
}

static void
load (gpointer owner, BrineStore *store, GCancellable *cancellable, GAsyncReadyCallback callback,
      gpointer user_data)
{
  BrinePauseCard *self = owner;

  brine_store_load_pauses_async (store, self->day, self->day, cancellable, callback, user_data);
}

static void
take (gpointer owner, GPtrArray *pauses)
{
  BrinePauseCard *self = owner;

  if (pauses == NULL)
    return;
  g_clear_pointer (&self->pause, brine_pause_free);
  if (pauses->len > 0)
    self->pause = brine_pause_copy (g_ptr_array_index (pauses, 0));
  show_pause (self);
}

static const BrineReaderSource source = {
  .kinds = 1u << BRINE_KIND_PAUSE,
  .load = load,
  .finish = brine_store_load_pauses_finish,
  .take = take,
};

/* The pause ends yesterday; one that began on this day was none. */
static void
on_end_clicked_cb (BrinePauseCard *self)
{
  BrineChange *change;

  if (self->pause == NULL)
    return;
  change = brine_change_new ();
  if (self->pause->from >= self->day)
    brine_change_remove (change, BRINE_KIND_PAUSE, self->pause->id);
  else
    {
      self->pause->to = self->day - 1;
      brine_change_put_pause (change, self->pause);
    }
  brine_history_apply (self->acts->history, _ ("Pause ended"), change);
}

static void
brine_pause_card_dispose (GObject *object)
{
  BrinePauseCard *self = BRINE_PAUSE_CARD (object);

  g_clear_pointer (&self->reader, brine_reader_free);
  g_clear_pointer (&self->pause, brine_pause_free);
  G_OBJECT_CLASS (brine_pause_card_parent_class)->dispose (object);
}

static void
brine_pause_card_class_init (BrinePauseCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = brine_pause_card_dispose;
}

static void
brine_pause_card_init (BrinePauseCard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *button = gtk_button_new_with_label (_ ("End Pause"));

  self->title = gtk_label_new (NULL);
  self->text = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->title, "heading");
  gtk_widget_add_css_class (self->text, "secondary");
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_label_set_xalign (GTK_LABEL (self->text), 0);
  gtk_label_set_wrap (GTK_LABEL (self->text), TRUE);
  gtk_box_append (GTK_BOX (words), self->title);
  gtk_box_append (GTK_BOX (words), self->text);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), brine_practice_icon_new_neutral ("brine-pause-symbolic"));
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), button);
  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "next");
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_end_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
brine_pause_card_new (const BrineActs *acts)
{
  BrinePauseCard *self = g_object_new (BRINE_TYPE_PAUSE_CARD, NULL);

  self->acts = acts;
  self->reader = brine_reader_new (self, &source, get_store (self));
  return GTK_WIDGET (self);
}

void
brine_pause_card_set_day (BrinePauseCard *self, BrineDay day)
{
  g_return_if_fail (BRINE_IS_PAUSE_CARD (self));

  if (day != self->day)
    {
      g_clear_pointer (&self->pause, brine_pause_free);
      show_pause (self);
    }
  self->day = day;
  brine_reader_restart (self->reader);
}
