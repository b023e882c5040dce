/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-week-strip.h"

#include "brine-day-head.h"
#include "brine-format.h"
#include "brine-ring.h"

/*
 * CSS: weekstrip with button.day[.chosen][.today][.paused] of label.weekday, ring and label.date.
 * Each button is named "Thursday 19 November, 4 of 8 done".
 */
typedef struct
{
  GtkWidget *button;
  GtkWidget *weekday;
  GtkWidget *ring;
  GtkWidget *date;
  BrineDay day;
} StripDay;

#define N_DAYS 7

struct _BrineWeekStrip
{
  GtkWidget parent_instance;

  StripDay days[N_DAYS];
};

enum
{
  PICKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BrineWeekStrip, brine_week_strip, GTK_TYPE_WIDGET)

static void
on_clicked_cb (GtkButton *button, BrineWeekStrip *self)
{
  for (int i = 0; i < N_DAYS; i++)
    if (self->days[i].button == GTK_WIDGET (button))
      g_signal_emit (self, signals[PICKED], 0, (int)self->days[i].day);
}

static void
brine_week_strip_dispose (GObject *object)
{
  BrineWeekStrip *self = BRINE_WEEK_STRIP (object);

  for (int i = 0; i < N_DAYS; i++)
    g_clear_pointer (&self->days[i].button, gtk_widget_unparent);

  G_OBJECT_CLASS (brine_week_strip_parent_class)->dispose (object);
}

static void
brine_week_strip_class_init (BrineWeekStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = brine_week_strip_dispose;
  signals[PICKED] = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  gtk_widget_class_set_css_name (widget_class, "weekstrip");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
add_day (BrineWeekStrip *self, StripDay *day)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *overlay = gtk_overlay_new ();

  day->button = gtk_button_new ();
  day->weekday = gtk_label_new (NULL);
  day->ring = brine_ring_new (BRINE_RING_MEDIUM);
  day->date = gtk_label_new (NULL);
  gtk_widget_add_css_class (day->weekday, "weekday");
  gtk_widget_add_css_class (day->date, "date");
  gtk_widget_add_css_class (day->date, "numeric");
  gtk_overlay_set_child (GTK_OVERLAY (overlay), day->ring);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), day->date);
  gtk_widget_set_halign (overlay, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), day->weekday);
  gtk_box_append (GTK_BOX (box), overlay);
  gtk_button_set_child (GTK_BUTTON (day->button), box);
  gtk_widget_add_css_class (day->button, "flat");
  gtk_widget_add_css_class (day->button, "day");
  gtk_widget_set_hexpand (day->button, TRUE);
  g_signal_connect (day->button, "clicked", G_CALLBACK (on_clicked_cb), self);
  gtk_widget_set_parent (day->button, GTK_WIDGET (self));
}

static void
brine_week_strip_init (BrineWeekStrip *self)
{
  gtk_box_layout_set_homogeneous (GTK_BOX_LAYOUT (
                                      gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  TRUE);
  for (int i = 0; i < N_DAYS; i++)
    add_day (self, &self->days[i]);
}

GtkWidget *
brine_week_strip_new (void)
{
  return g_object_new (BRINE_TYPE_WEEK_STRIP, NULL);
}

static BrineDaySummary *
find_summary (GListModel *days, BrineDay day)
{
  guint n = days != NULL ? g_list_model_get_n_items (days) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (BrineDaySummary) summary = g_list_model_get_item (days, i);
      if (brine_day_summary_get_day (summary) == day)
        return g_steal_pointer (&summary);
    }
  return NULL;
}

static void
set_class (GtkWidget *widget, const char *name, gboolean set)
{
  if (set)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
show_day (StripDay *strip, BrineDaySummary *summary, BrineDay today, gboolean chosen,
          BrineCalendarFilter filter)
{
  int year, month, day_of_month;
  const char *initial = brine_format_weekday_letter (brine_day_get_weekday (strip->day));
  g_autofree char *long_date = brine_format_day_long (strip->day, today);
  const BrineDayFacts *facts = summary != NULL ? brine_day_summary_get_facts (summary) : NULL;
  BrineDayCount count = brine_calendar_filter_count (filter, facts);
  g_autofree char *said = brine_day_head_dup_done (count);
  gboolean paused = facts != NULL && facts->paused;

  brine_day_get_ymd (strip->day, &year, &month, &day_of_month);
  g_autofree char *date = g_strdup_printf ("%d", day_of_month);
  g_autofree char *name =
      said != NULL ? g_strdup_printf ("%s, %s", long_date, said) : g_strdup (long_date);

  gtk_label_set_text (GTK_LABEL (strip->weekday), initial);
  gtk_label_set_text (GTK_LABEL (strip->date), date);
  brine_ring_set_value (BRINE_RING (strip->ring), count.done, count.planned);
  /* A day that lies ahead has nothing to show yet. */
  gtk_widget_set_opacity (strip->ring, paused || (strip->day > today && count.done == 0) ? 0 : 1);
  set_class (strip->button, "chosen", chosen);
  set_class (strip->button, "today", strip->day == today);
  set_class (strip->button, "paused", paused);
  gtk_accessible_update_property (GTK_ACCESSIBLE (strip->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
}

void
brine_week_strip_show (BrineWeekStrip *self, GListModel *days, BrineDay first, BrineDay chosen,
                       BrineDay today, BrineCalendarFilter filter)
{
  g_return_if_fail (BRINE_IS_WEEK_STRIP (self));
  g_return_if_fail (days == NULL || G_IS_LIST_MODEL (days));

  for (int i = 0; i < N_DAYS; i++)
    {
      g_autoptr (BrineDaySummary) summary = find_summary (days, first + i);
      self->days[i].day = first + i;
      show_day (&self->days[i], summary, today, first + i == chosen, filter);
    }
}
