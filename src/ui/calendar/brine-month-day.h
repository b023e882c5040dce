/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-calendar-filter.h"

G_BEGIN_DECLS

/**
 * BrineMonthDay:
 * @loaded: the numbers are known; else only the date is shown
 * @mood: of the day's check-ins, 1 to 5; 0: none
 * @expected: a day that is over and asked for something: without a mood it is "not logged"
 * @done: occurrences done of @planned; paused, skipped and hidden ones are in neither
 * @shown: bit i is set when practice i has a mark: something in a state that is not filtered out
 * @marks: in what state
 *
 * What a cell says of a day; nothing that does not change its look is in it.
 */
typedef struct
{
  BrineDay day;
  gboolean loaded;
  gboolean today;
  gboolean other_month;
  gboolean ahead;
  gboolean expected;
  int mood;
  gboolean paused;
  BrinePauseReason pause_reason;
  int done;
  int planned;
  unsigned shown;
  BrineState marks[BRINE_N_PRACTICES];
} BrineMonthDay;

/* The mood of a day, its mean rounded half up; 0: none. */
int brine_month_day_get_mood (const BrineDayFacts *facts);

/**
 * brine_month_day_count:
 * @practices: bit i is set when practice i counts
 * @out_done: (nullable): occurrences done
 * @out_planned: (nullable): planned, without what is paused or skipped
 * @out_credit: (nullable): done and half of what was done partly
 *
 * A pause counts for nothing, whatever was logged in it: all three are 0 then.
 */
void brine_month_day_count (const BrineDayFacts *facts, unsigned practices, int *out_done,
                            int *out_planned, double *out_credit);

/**
 * brine_month_day_get_mark:
 *
 * One state for all occurrences of a practice on a day: done when all that was asked for is done,
 * partly when something is, planned while all lies ahead.
 *
 * Returns: whether there is anything to mark
 */
gboolean brine_month_day_get_mark (const BrinePracticeFacts *facts, BrineState *out_state);

/* @facts: (nullable): not known yet. @month: of the year, 1 to 12, that is shown. The states of
 * @filter make no difference to what is done of what was planned. */
BrineMonthDay brine_month_day_make (BrineDay day, const BrineDayFacts *facts, BrineDay today,
                                    int month, BrineCalendarFilter filter);
gboolean brine_month_day_equal (const BrineMonthDay *a, const BrineMonthDay *b);
int brine_month_day_count_marks (const BrineMonthDay *self);

G_END_DECLS
