/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-time.h"

G_BEGIN_DECLS

/* Which days the views of the calendar show and where one step leads; pure, any thread. */

typedef enum
{
  BRINE_CALENDAR_DAY,
  BRINE_CALENDAR_WEEK,
  BRINE_CALENDAR_MONTH,
  BRINE_CALENDAR_YEAR,
} BrineCalendarView;
#define BRINE_CALENDAR_N_VIEWS 4

/* How many days a narrow Week has, the date in their middle. */
#define BRINE_CALENDAR_NARROW_DAYS 3

/**
 * brine_calendar_range_get:
 * @date: a day that is shown
 * @first_weekday: on which weeks begin, 1 Monday to 7 Sunday
 * @narrow: Week has three days
 * @out_first: (out): the first day
 * @out_n_days: (out): how many there are
 *
 * The day, the week, the month from its first day to its last, or the year of @date.
 */
void brine_calendar_range_get (BrineCalendarView view, BrineDay date, int first_weekday,
                               gboolean narrow, BrineDay *out_first, int *out_n_days);

/**
 * brine_calendar_range_step:
 * @direction: -1 or 1; more for several steps
 *
 * Returns: the date after @direction steps of the view's own unit: the same day of the month or of
 *   the year, or the last one before it when there is no such day; always valid and away from the
 *   ends of time, so that a week or a month around it is valid too
 */
BrineDay brine_calendar_range_step (BrineCalendarView view, BrineDay date, gboolean narrow,
                                    int direction);

/**
 * brine_calendar_range_clamp:
 *
 * Returns: the nearest day around which every view has valid days
 */
BrineDay brine_calendar_range_clamp (BrineDay date);

/**
 * brine_calendar_range_get_week:
 * @first: the first day of a week, whichever weekday that is
 *
 * Weeks that begin on Monday are numbered as ISO 8601 says; others have the number of the ISO week
 * that most of their days belong to, which is the one of their fourth day.
 *
 * Returns: the number of the week, 1 to 53
 */
int brine_calendar_range_get_week (BrineDay first);

G_END_DECLS
