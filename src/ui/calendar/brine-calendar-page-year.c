/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-calendar-page-private.h"
#include "brine-format.h"
#include "brine-year-view.h"

/* Year: days in numbers alone, so the agenda stays out of it. */

static void
get_days (BrineCalendarPage *self, BrineDay *out_first, BrineDay *out_last)
{
  int n_days;

  brine_calendar_page_get_range (self, out_first, &n_days);
  *out_last = *out_first + n_days - 1;
}

static void
show (BrineCalendarPage *self)
{
  BrineYearView *view = BRINE_YEAR_VIEW (self->year);
  g_autofree char *name = brine_format_year (self->date);
  int year;

  brine_day_get_ymd (self->date, &year, NULL, NULL);
  g_object_set (view, "narrow", self->narrow, NULL);
  brine_year_view_set_filter (view, self->filter);
  brine_year_view_show (view, year, self->date, self->shown_today, self->first_weekday);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
wake (BrineCalendarPage *self)
{
  brine_year_view_set_model (BRINE_YEAR_VIEW (self->year), G_LIST_MODEL (self->days));
}

static void
let_go (BrineCalendarPage *self)
{
  brine_year_view_set_model (BRINE_YEAR_VIEW (self->year), NULL);
}

static GtkWidget *
get_focus (BrineCalendarPage *self)
{
  return self->year;
}

static GtkWidget *
build (BrineCalendarPage *self)
{
  self->year = brine_year_view_new ();
  brine_calendar_page_follow_days (self, self->year);
  if (self->settings != NULL)
    {
      g_settings_bind (self->settings, "calendar-year-measure", self->year, "measure",
                       G_SETTINGS_BIND_DEFAULT);
      g_settings_bind (self->settings, "calendar-year-numbers", self->year, "show-numbers",
                       G_SETTINGS_BIND_DEFAULT);
    }
  return self->year;
}

const BrineCalendarPane brine_calendar_year = {
  .name = "year",
  .lists = FALSE,
  .follows = TRUE,
  .build = build,
  .get_days = get_days,
  .wake = wake,
  .let_go = let_go,
  .rest = let_go,
  .show = show,
  .get_focus = get_focus,
};
