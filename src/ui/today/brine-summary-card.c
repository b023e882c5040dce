/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-summary-card.h"

#include "brine-dots.h"
#include "brine-format.h"
#include "brine-parts.h"
#include "brine-ring.h"

#include <glib/gi18n.h>
#include <math.h>

/**
 * BrineSummaryCard:
 *
 * The day in one look: how much of the plan is done, live servings, walk, sleep, meditation.
 */
struct _BrineSummaryCard
{
  AdwBin parent_instance;

  GtkWidget *title;
  GtkWidget *body; /* the ring and the rows */
  GtkWidget *ring;
  GtkWidget *dots;
  GtkWidget *live_value;
  GtkWidget *walk_row;
  GtkWidget *walk_value;
  GtkWidget *sleep_value;
  GtkWidget *meditation_row;
  GtkWidget *meditation_value;
};

G_DEFINE_FINAL_TYPE (BrineSummaryCard, brine_summary_card, ADW_TYPE_BIN)

static void
show_live_servings (BrineSummaryCard *self, double value, double goal)
{
  int target = (int)ceil (goal);
  g_autofree char *words = NULL;

  /* More than ten dots are no longer seen at once. */
  gtk_widget_set_visible (self->dots, target > 0 || (value > 0 && value <= 10));
  gtk_widget_set_visible (self->live_value, target == 0 && (value == 0 || value > 10));
  words = brine_format_live_servings (value);
  brine_dots_set_value (BRINE_DOTS (self->dots), value, target, words);
  g_free (g_steal_pointer (&words));
  words = brine_format_quantity (value);
  gtk_label_set_text (GTK_LABEL (self->live_value), words);
}

static void
show_minutes (GtkWidget *row, GtkWidget *label, double done, double planned)
{
  g_autofree char *words = NULL;

  if (planned > 0)
    /* Translators: minutes done of minutes planned: "0 of 20 min". */
    words = g_strdup_printf (_ ("%ld of %ld min"), lround (done), lround (planned));
  else
    words = brine_format_duration ((int)lround (done));
  gtk_label_set_text (GTK_LABEL (label), words);
  gtk_widget_set_visible (row, planned > 0 || done > 0);
}

static void
show_sleep (BrineSummaryCard *self, const BrineDayFacts *facts)
{
  g_autofree char *hours = NULL;

  if (facts != NULL && facts->has_night)
    hours = brine_format_hours (facts->sleep_minutes);
  gtk_label_set_text (GTK_LABEL (self->sleep_value), hours != NULL ? hours : "–");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->sleep_value), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  hours != NULL ? hours : _ ("not logged"), -1);
}

static void
brine_summary_card_class_init (BrineSummaryCardClass *klass)
{
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
add_row (GtkBox *rows, const char *icon_name, const char *practice, const char *name,
         GtkWidget *value)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *icon = gtk_image_new_from_icon_name (icon_name);
  GtkWidget *label = gtk_label_new (name);

  gtk_widget_add_css_class (icon, "practice-text");
  gtk_widget_add_css_class (icon, practice);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (row), icon);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), value);
  gtk_box_append (rows, row);
  return row;
}

static GtkWidget *
make_value (void)
{
  GtkWidget *label = gtk_label_new ("–");

  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, "figure");
  return label;
}

static GtkWidget *
make_rows (BrineSummaryCard *self)
{
  GtkWidget *rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *live = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->dots = brine_dots_new ();
  gtk_widget_add_css_class (self->dots, "practice-solid");
  gtk_widget_add_css_class (self->dots, "meal");
  self->live_value = make_value ();
  gtk_box_append (GTK_BOX (live), self->dots);
  gtk_box_append (GTK_BOX (live), self->live_value);
  self->walk_value = make_value ();
  self->sleep_value = make_value ();
  self->meditation_value = make_value ();
  add_row (GTK_BOX (rows), "brine-live-symbolic", "meal", _ ("Live servings"), live);
  self->walk_row =
      add_row (GTK_BOX (rows), "brine-walk-symbolic", "walk", _ ("Walk"), self->walk_value);
  add_row (GTK_BOX (rows), "brine-sleep-symbolic", "sleep", _ ("Slept"), self->sleep_value);
  self->meditation_row = add_row (GTK_BOX (rows), "brine-meditation-symbolic", "meditation",
                                  _ ("Meditated"), self->meditation_value);
  gtk_widget_set_hexpand (rows, TRUE);
  gtk_widget_set_valign (rows, GTK_ALIGN_CENTER);
  return rows;
}

/* Large text leaves a phone no room for the ring beside the rows, very large text not even a desk. */
static void
fold (BrineSummaryCard *self, gboolean narrow)
{
  gboolean folded = brine_text_is_very_large (GTK_WIDGET (self))
                    || (narrow && brine_text_is_large (GTK_WIDGET (self)));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->body),
                                  folded ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
}

static void
brine_summary_card_init (BrineSummaryCard *self)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *body = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);

  self->title = gtk_label_new (_ ("Today"));
  gtk_widget_add_css_class (self->title, "title-4");
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  self->ring = brine_ring_new (BRINE_RING_LARGE);
  gtk_widget_set_valign (self->ring, GTK_ALIGN_CENTER);
  self->body = body;
  fold (self, FALSE);
  gtk_box_append (GTK_BOX (body), self->ring);
  gtk_box_append (GTK_BOX (body), make_rows (self));
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "card-body");
  gtk_box_append (GTK_BOX (card), self->title);
  gtk_box_append (GTK_BOX (card), body);
  adw_bin_set_child (ADW_BIN (self), card);
  show_sleep (self, NULL);
}

GtkWidget *
brine_summary_card_new (void)
{
  return g_object_new (BRINE_TYPE_SUMMARY_CARD, NULL);
}

void
brine_summary_card_set_title (BrineSummaryCard *self, const char *title)
{
  g_return_if_fail (BRINE_IS_SUMMARY_CARD (self));

  gtk_label_set_text (GTK_LABEL (self->title), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

void
brine_summary_card_update (BrineSummaryCard *self, BrineDaySummary *summary,
                           const BrineDayPlan *plan, double live_goal)
{
  const BrineDayFacts *facts;
  int done = 0, planned = 0;

  g_return_if_fail (BRINE_IS_SUMMARY_CARD (self));
  g_return_if_fail (summary == NULL || BRINE_IS_DAY_SUMMARY (summary));
  g_return_if_fail (plan != NULL);

  facts = summary != NULL ? brine_day_summary_get_facts (summary) : NULL;
  if (summary != NULL)
    brine_day_summary_get_done (summary, &done, &planned);
  brine_ring_set_value (BRINE_RING (self->ring), done, planned);
  gtk_widget_set_visible (self->ring, planned > 0 || done > 0);
  /* Nothing is asked for on a paused day. */
  show_live_servings (self, facts != NULL ? facts->live_servings : 0,
                      facts != NULL && facts->paused ? 0 : live_goal);
  show_minutes (self->walk_row, self->walk_value,
                facts != NULL ? facts->practices[BRINE_PRACTICE_WALK].minutes : 0,
                plan->walk_minutes);
  show_minutes (self->meditation_row, self->meditation_value,
                facts != NULL ? facts->practices[BRINE_PRACTICE_MEDITATION].minutes : 0,
                plan->meditation_minutes);
  show_sleep (self, facts);
}

void
brine_summary_card_set_narrow (BrineSummaryCard *self, gboolean narrow)
{
  g_return_if_fail (BRINE_IS_SUMMARY_CARD (self));

  gtk_widget_set_visible (self->title, !narrow);
  fold (self, narrow);
}
