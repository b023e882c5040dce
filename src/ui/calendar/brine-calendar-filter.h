/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-facts.h"

G_BEGIN_DECLS

/* What a filter tells apart: what lies ahead and what is due are both planned. */
typedef enum
{
  BRINE_FILTER_PLANNED,
  BRINE_FILTER_DONE,
  BRINE_FILTER_PARTLY,
  BRINE_FILTER_SKIPPED,
  BRINE_FILTER_MISSED,
  BRINE_FILTER_PAUSED,
} BrineFilterState;
#define BRINE_N_FILTER_STATES 6

/**
 * BrineCalendarFilter:
 * @practices: bit i is set when the practice i is shown
 * @states: bit i is set when the BrineFilterState i is shown
 *
 * What the calendar shows. Pure, any thread.
 */
typedef struct
{
  unsigned practices;
  unsigned states;
} BrineCalendarFilter;

#define BRINE_FILTER_ALL_PRACTICES ((1u << BRINE_N_PRACTICES) - 1)
#define BRINE_FILTER_ALL_STATES ((1u << BRINE_N_FILTER_STATES) - 1)
#define BRINE_CALENDAR_FILTER_ALL                                                                  \
  ((BrineCalendarFilter){ BRINE_FILTER_ALL_PRACTICES, BRINE_FILTER_ALL_STATES })

/**
 * BrineFilterShift:
 *
 * What became of the things shown when a filter changed: a list has to look again only at those
 * that it shows (FEWER), at those that it does not show (MORE), or at all of them (OTHER).
 */
typedef enum
{
  BRINE_FILTER_SAME,
  BRINE_FILTER_FEWER,
  BRINE_FILTER_MORE,
  BRINE_FILTER_OTHER,
} BrineFilterShift;

BrineFilterState brine_filter_state_of (BrineState state);
gboolean brine_calendar_filter_matches (BrineCalendarFilter filter, BrinePractice practice,
                                        BrineState state);
/**
 * brine_calendar_filter_pick:
 * @facts: of one practice on one day
 *
 * Returns: @facts as if only what is in the states of @filter had been planned and logged; minutes
 *   are as they were
 */
BrinePracticeFacts brine_calendar_filter_pick (BrineCalendarFilter filter,
                                               const BrinePracticeFacts *facts);
/* Whether it lets everything through. */
gboolean brine_calendar_filter_is_all (BrineCalendarFilter filter);
BrineFilterShift brine_calendar_filter_compare (BrineCalendarFilter before,
                                                BrineCalendarFilter after);

/**
 * BrineDayCount:
 * @done: occurrences done
 * @planned: occurrences planned, of which @done are done
 * @shown: how many are shown of a day when states are filtered; -1: they are not
 *
 * What the head of a day counts.
 */
typedef struct
{
  int done;
  int planned;
  int shown;
  gboolean paused; /* nothing of the day counts, for @pause_reason */
  BrinePauseReason pause_reason;
} BrineDayCount;

/**
 * brine_calendar_filter_count:
 * @facts: (nullable): of one day
 *
 * "4 of 8 done" of the practices that @filter shows. What is done has to be seen against all that
 * was planned, so the states of @filter make no difference to that.
 *
 * Returns: the count, skipped occurrences left out, and all of a paused day, also what was done on it;
 *   @shown is -1
 */
BrineDayCount brine_calendar_filter_count (BrineCalendarFilter filter, const BrineDayFacts *facts);

G_END_DECLS
