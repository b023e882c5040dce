/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "brine-any-day-shelf.h"
#include "brine-calendar-page-private.h"
#include "brine-column-box.h"
#include "brine-day-head.h"
#include "brine-format.h"
#include "brine-week-strip.h"

#define NARROW_DAYS 3

/* The day on which something without a time is logged: today, when it is shown. */
BrineDay
brine_calendar_page_get_log_day (BrineCalendarPage *self)
{
  BrineDay today =
      brine_clock_get_today (self->clock, brine_store_get_day_start_minutes (
                                              brine_history_get_store (self->history)));
  BrineDay first;
  int n_days;

  brine_calendar_page_get_range (self, &first, &n_days);
  return today >= first && today < first + n_days ? today : self->date;
}

/* Days ---------------------------------------------------------------------------------------- */

void
brine_calendar_page_get_range (BrineCalendarPage *self, BrineDay *out_first, int *out_n_days)
{
  g_return_if_fail (BRINE_IS_CALENDAR_PAGE (self));

  if (self->view == BRINE_CALENDAR_DAY)
    {
      *out_first = self->date;
      *out_n_days = 1;
    }
  else if (self->narrow)
    {
      *out_first = self->date - 1;
      *out_n_days = NARROW_DAYS;
    }
  else
    {
      *out_first = brine_day_get_week_start (self->date, self->first_weekday);
      *out_n_days = BRINE_HOUR_GRID_MAX_DAYS;
    }
}

BrineDay
brine_calendar_page_get_today (BrineCalendarPage *self)
{
  return brine_clock_get_local (self->clock).day;
}

static BrineDaySummary *
find_summary (BrineCalendarPage *self, BrineDay day)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->days));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (BrineDaySummary) summary = g_list_model_get_item (G_LIST_MODEL (self->days), i);
      if (brine_day_summary_get_day (summary) == day)
        return g_steal_pointer (&summary);
    }
  return NULL;
}

static void
show_period (BrineCalendarPage *self)
{
  BrineDay today = brine_calendar_page_get_today (self);
  BrineDay first;
  int n_days;

  brine_calendar_page_get_range (self, &first, &n_days);
  g_autofree char *day = brine_format_day_medium (self->date, today);
  g_autofree char *period = n_days == 1 ? brine_format_day_long (self->date, today)
                                        : brine_format_day_range (first, first + n_days - 1, today);
  gtk_label_set_text (GTK_LABEL (self->period), period);
  gtk_label_set_text (GTK_LABEL (self->day_title), n_days == 1 ? day : period);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->grid), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  period, -1);
}

static void
show_day_words (BrineCalendarPage *self)
{
  g_autoptr (BrineDaySummary) summary = find_summary (self, self->date);
  g_autofree char *done = brine_day_head_dup_done (summary);
  int mood = brine_day_head_get_mood (summary);
  gboolean shown = self->view == BRINE_CALENDAR_DAY;

  gtk_widget_set_visible (self->day_face, shown && mood > 0);
  gtk_widget_set_visible (self->day_words, shown);
  if (mood > 0)
    gtk_image_set_from_icon_name (GTK_IMAGE (self->day_face),
                                  brine_mood_get_icon_name (mood, TRUE));
  gtk_label_set_text (GTK_LABEL (self->day_words), done != NULL ? done : "");
}

void
brine_calendar_page_show_days (BrineCalendarPage *self)
{
  BrineDay today = brine_calendar_page_get_today (self);
  BrineDay first;
  int n_days;
  unsigned paused = 0;

  brine_calendar_page_get_range (self, &first, &n_days);
  self->shown_today = today;
  brine_column_box_set_n_columns (BRINE_COLUMN_BOX (self->heads), n_days);
  for (int i = 0; i < n_days; i++)
    {
      g_autoptr (BrineDaySummary) summary = find_summary (self, first + i);
      GtkWidget *head = brine_column_box_get_child (BRINE_COLUMN_BOX (self->heads), i);
      brine_day_head_show (BRINE_DAY_HEAD (head), first + i, today, summary);
      if (summary != NULL && brine_day_summary_get_facts (summary)->paused)
        paused |= 1u << i;
    }
  brine_hour_grid_set_paused_days (BRINE_HOUR_GRID (self->grid), paused);
  brine_any_day_shelf_set_days (BRINE_ANY_DAY_SHELF (self->shelf), G_LIST_MODEL (self->days), first,
                                n_days);
  if (self->narrow)
    {
      brine_week_strip_show (BRINE_WEEK_STRIP (self->strip), G_LIST_MODEL (self->days),
                             brine_day_get_week_start (self->date, self->first_weekday), self->date,
                             today);
      show_day_words (self);
    }
}

static void
show_empty (BrineCalendarPage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->agenda));
  gboolean day = self->view == BRINE_CALENDAR_DAY;

  adw_status_page_set_title (ADW_STATUS_PAGE (self->empty),
                             day ? _ ("A Free Day") : _ ("An Empty Week"));
  gtk_widget_set_visible (self->empty, n == 0 && !self->days_stale);
}

/* Shows the days whose rows are there now. */
static void
adopt_days (BrineCalendarPage *self)
{
  BrineDay first;
  int n_days;

  self->days_stale = FALSE;
  brine_calendar_page_get_range (self, &first, &n_days);
  brine_hour_grid_set_days (BRINE_HOUR_GRID (self->grid), first, n_days);
  brine_calendar_page_show_days (self);
  show_empty (self);
}

static void
on_agenda_loading_cb (GObject *model, GParamSpec *pspec, BrineCalendarPage *self)
{
  if (brine_agenda_model_is_loading (self->agenda))
    return;
  if (self->days_stale)
    adopt_days (self);
  else
    show_empty (self);
}

static void
on_days_changed_cb (GListModel *model, guint position, guint removed, guint added,
                    BrineCalendarPage *self)
{
  if (!self->days_stale)
    brine_calendar_page_show_days (self);
}

/* A night counts for the day of waking and a late hour for the day before: one day more on each
 * side has everything that can be seen. */
void
brine_calendar_page_load_days (BrineCalendarPage *self)
{
  BrineDay week = brine_day_get_week_start (self->date, self->first_weekday);
  BrineDay first;
  int n_days;

  self->days_stale = TRUE;
  brine_calendar_page_get_range (self, &first, &n_days);
  brine_agenda_model_set_range (self->agenda, first - 1, first + n_days);
  brine_day_model_set_range (self->days, MIN (first, week), MAX (first + n_days - 1, week + 6));
  brine_quota_model_set_day (self->quotas, brine_calendar_page_get_log_day (self),
                             self->first_weekday);
  show_period (self);
  if (!brine_agenda_model_is_loading (self->agenda))
    adopt_days (self);
}

void
brine_calendar_page_show_now (BrineCalendarPage *self)
{
  BrineLocal now = brine_clock_get_local (self->clock);

  brine_hour_grid_set_now (BRINE_HOUR_GRID (self->grid), now);
}

void
brine_calendar_page_bind_models (BrineCalendarPage *self)
{
  BrineStore *store = brine_history_get_store (self->history);

  self->agenda = brine_agenda_model_new (store, self->clock);
  self->days = brine_day_model_new (store, self->clock);
  self->quotas = brine_quota_model_new (store, self->clock);
  g_signal_connect_object (self->agenda, "notify::loading", G_CALLBACK (on_agenda_loading_cb), self,
                           0);
  g_signal_connect_object (self->days, "items-changed", G_CALLBACK (on_days_changed_cb), self, 0);
  brine_hour_grid_set_model (BRINE_HOUR_GRID (self->grid), G_LIST_MODEL (self->agenda));
  brine_any_day_shelf_set_quotas (BRINE_ANY_DAY_SHELF (self->shelf), G_LIST_MODEL (self->quotas));
}
