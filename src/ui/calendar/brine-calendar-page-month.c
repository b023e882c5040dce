/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-calendar-beside.h"
#include "brine-format.h"
#include "brine-month-view.h"

/* Month: whole weeks around the month of the date. */

static void
get_days (BrineCalendarPage *self, BrineDay *out_first, BrineDay *out_last)
{
  int n_days;

  brine_month_view_get_range (self->date, self->first_weekday, out_first, &n_days);
  *out_last = *out_first + n_days - 1;
}

static void
show (BrineCalendarPage *self)
{
  BrineMonthView *month = BRINE_MONTH_VIEW (self->month);
  g_autofree char *name = brine_format_month (self->date);

  g_object_set (month, "narrow", self->narrow, NULL);
  brine_month_view_set_filter (month, self->filter);
  brine_month_view_show (month, self->date, self->shown_today, self->first_weekday);
  gtk_accessible_update_property (GTK_ACCESSIBLE (month), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
wake (BrineCalendarPage *self)
{
  brine_month_view_set_models (BRINE_MONTH_VIEW (self->month), G_LIST_MODEL (self->days),
                               self->shown_agenda);
  brine_month_view_set_busy (BRINE_MONTH_VIEW (self->month), brine_calendar_page_get_busy (self));
}

static void
let_go (BrineCalendarPage *self)
{
  brine_month_view_set_models (BRINE_MONTH_VIEW (self->month), NULL, NULL);
}

static void
rest (BrineCalendarPage *self)
{
  let_go (self);
  brine_month_view_set_busy (BRINE_MONTH_VIEW (self->month), NULL);
}

static GtkWidget *
get_focus (BrineCalendarPage *self)
{
  return self->month;
}

static GtkWidget *
build (BrineCalendarPage *self)
{
  self->month = brine_month_view_new ();
  brine_calendar_page_follow_days (self, self->month);
  return self->month;
}

const BrineCalendarPane brine_calendar_month = {
  .name = "month",
  .lists = TRUE,
  .follows = TRUE,
  .build = build,
  .get_days = get_days,
  .wake = wake,
  .let_go = let_go,
  .rest = rest,
  .show = show,
  .get_focus = get_focus,
};
