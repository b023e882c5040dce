/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-month-day.h"

G_BEGIN_DECLS

typedef enum
{
  BRINE_YEAR_MOOD,
  BRINE_YEAR_ADHERENCE,
} BrineYearMeasure;

/**
 * BrineYearKind:
 * @BRINE_YEAR_BLANK: lies ahead, or before the diary began, or has nothing that the filter shows: the
 *   date alone
 * @BRINE_YEAR_MATCH: lies ahead, and has something that the filter shows
 * @BRINE_YEAR_NOT_LOGGED: is over, or is today, and tells nothing of what is measured
 * @BRINE_YEAR_LOGGED: has a value
 * @BRINE_YEAR_PAUSED: counts for nothing
 */
typedef enum
{
  BRINE_YEAR_BLANK,
  BRINE_YEAR_MATCH,
  BRINE_YEAR_NOT_LOGGED,
  BRINE_YEAR_LOGGED,
  BRINE_YEAR_PAUSED,
} BrineYearKind;

/**
 * BrineYearDay:
 * @credit: done and half of what was done partly
 * @open: planned, and not over yet
 * @shown: how many occurrences and logs the filter shows; -1: it shows everything
 * @content: something is planned or logged, or it is paused, whatever the filter shows
 * @before: nothing was planned or logged up to this day
 */
typedef struct
{
  BrineMonthDay day;
  double credit;
  int open;
  int shown;
  gboolean content;
  gboolean before;
} BrineYearDay;

/* @facts: (nullable). The states of @filter make no difference to how much of the day is done. */
BrineYearDay brine_year_day_make (BrineDay day, const BrineDayFacts *facts, BrineDay today,
                                  BrineCalendarFilter filter);
gboolean brine_year_day_equal (const BrineYearDay *a, const BrineYearDay *b);
/* Sets @before of the days, one after another, that come before the first with anything in it. */
void brine_year_day_mark_before (BrineYearDay *days, int n_days);
BrineYearKind brine_year_day_get_kind (const BrineYearDay *self, BrineYearMeasure measure);
/* How much of the day is done, 0 to 5: 0 is nothing and 5 is all, whatever is between is 1 to 4. */
int brine_year_day_get_fifths (const BrineYearDay *self);

/**
 * BrineYearStats:
 * @days: that count: not ahead, not paused, not before the diary began
 * @logged: of those, with a mood
 * @paused: left out
 * @moods: days by their mood; [0] is mood 1
 * @done: occurrences done of @planned, those not over yet left out
 * @shown: occurrences and logs that the filter shows, of all days; -1: it shows everything
 * @shown_days: on how many days
 */
typedef struct
{
  int days;
  int logged;
  int paused;
  int moods[5];
  int done;
  int planned;
  int shown;
  int shown_days;
} BrineYearStats;

/* @month: 1 to 12, or 0 for the whole year. */
BrineYearStats brine_year_stats_make (const BrineYearDay *days, int n_days, int month);
/* The middle value of the moods, 1 to 5 in halves; 0: there is none. */
double brine_year_stats_get_middle (const BrineYearStats *self);

G_END_DECLS
