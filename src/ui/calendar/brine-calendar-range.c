/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-calendar-range.h"

/* A year around the ends of time: no view reaches further than that. */
#define MARGIN_DAYS 400

BrineDay
brine_calendar_range_clamp (BrineDay date)
{
  return CLAMP (date, BRINE_DAY_MIN + MARGIN_DAYS, BRINE_DAY_MAX - MARGIN_DAYS);
}

void
brine_calendar_range_get (BrineCalendarView view, BrineDay date, int first_weekday, gboolean narrow,
                          BrineDay *out_first, int *out_n_days)
{
  int year, month;

  brine_day_get_ymd (date, &year, &month, NULL);
  switch (view)
    {
    case BRINE_CALENDAR_DAY:
      *out_first = date;
      *out_n_days = 1;
      break;
    case BRINE_CALENDAR_WEEK:
      *out_first = narrow ? date - BRINE_CALENDAR_NARROW_DAYS / 2
                          : brine_day_get_week_start (date, first_weekday);
      *out_n_days = narrow ? BRINE_CALENDAR_NARROW_DAYS : 7;
      break;
    case BRINE_CALENDAR_MONTH:
      *out_first = brine_day_from_ymd (year, month, 1);
      *out_n_days = brine_day_get_days_in_month (year, month);
      break;
    case BRINE_CALENDAR_YEAR:
      *out_first = brine_day_from_ymd (year, 1, 1);
      *out_n_days = brine_day_from_ymd (year, 12, 31) - *out_first + 1;
      break;
    default:
      g_return_if_reached ();
    }
}

BrineDay
brine_calendar_range_step (BrineCalendarView view, BrineDay date, gboolean narrow, int direction)
{
  switch (view)
    {
    case BRINE_CALENDAR_DAY:
      return brine_calendar_range_clamp (date + direction);
    case BRINE_CALENDAR_WEEK:
      return brine_calendar_range_clamp (date
                                         + direction * (narrow ? BRINE_CALENDAR_NARROW_DAYS : 7));
    case BRINE_CALENDAR_MONTH:
      return brine_calendar_range_clamp (brine_day_add_months (date, direction));
    case BRINE_CALENDAR_YEAR:
      return brine_calendar_range_clamp (brine_day_add_months (date, 12 * direction));
    default:
      g_return_val_if_reached (date);
    }
}

int
brine_calendar_range_get_week (BrineDay first)
{
  return brine_day_get_iso_week (first + 3, NULL);
}
