/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-time.h"

G_BEGIN_DECLS

/* Which day is where in a month to choose from, and where a step leads. Pure; any thread. */

#define BRINE_MONTH_PICKER_WEEKS 6
#define BRINE_MONTH_PICKER_DAYS (BRINE_MONTH_PICKER_WEEKS * 7)

/**
 * BrineMonthPickerStep:
 * @BRINE_MONTH_PICKER_WEEK_START: to the first day of the week; how many does not matter
 * @BRINE_MONTH_PICKER_WEEK_END: to the last day of the week, likewise
 */
typedef enum
{
  BRINE_MONTH_PICKER_DAY,
  BRINE_MONTH_PICKER_WEEK,
  BRINE_MONTH_PICKER_MONTH,
  BRINE_MONTH_PICKER_YEAR,
  BRINE_MONTH_PICKER_WEEK_START,
  BRINE_MONTH_PICKER_WEEK_END,
} BrineMonthPickerStep;

/**
 * brine_month_picker_layout_get_first:
 * @day: a valid day
 * @first_weekday: that weeks begin on, 1 Monday to 7 Sunday
 *
 * Returns: the first of the 42 days that the month of @day is shown with, which begins a week; at
 *   either end of the calendar some of them are no valid days
 */
BrineDay brine_month_picker_layout_get_first (BrineDay day, int first_weekday);

/**
 * brine_month_picker_layout_get_week:
 * @first: of the 42 days
 * @row: 0 to 5
 *
 * Returns: the ISO week of the Thursday in that row, 1 to 53; 0: the row is beyond the calendar
 */
int brine_month_picker_layout_get_week (BrineDay first, int row);

/**
 * brine_month_picker_layout_step:
 * @day: a valid day
 * @count: how many steps later; negative for earlier
 * @first_weekday: that weeks begin on, 1 Monday to 7 Sunday
 *
 * Returns: the day that a step leads to; in a shorter month its last day; within the valid days
 */
BrineDay brine_month_picker_layout_step (BrineDay day, BrineMonthPickerStep step, int count,
                                         int first_weekday);

/**
 * brine_month_picker_layout_is_same_month:
 * @other: may be no valid day
 *
 * Returns: whether both lie in one month of one year
 */
gboolean brine_month_picker_layout_is_same_month (BrineDay day, BrineDay other);

G_END_DECLS
