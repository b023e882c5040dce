/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-calendar-filter.h"

#include "brine-month-day.h"

BrineFilterState
brine_filter_state_of (BrineState state)
{
  switch (state)
    {
    case BRINE_STATE_DONE:
      return BRINE_FILTER_DONE;
    case BRINE_STATE_PARTLY:
      return BRINE_FILTER_PARTLY;
    case BRINE_STATE_SKIPPED:
      return BRINE_FILTER_SKIPPED;
    case BRINE_STATE_MISSED:
      return BRINE_FILTER_MISSED;
    case BRINE_STATE_PAUSED:
      return BRINE_FILTER_PAUSED;
    case BRINE_STATE_PLANNED:
    case BRINE_STATE_DUE:
    default:
      return BRINE_FILTER_PLANNED;
    }
}

gboolean
brine_calendar_filter_matches (BrineCalendarFilter filter, BrinePractice practice, BrineState state)
{
  return (filter.practices & (1u << practice)) != 0
         && (filter.states & (1u << brine_filter_state_of (state))) != 0;
}

BrinePracticeFacts
brine_calendar_filter_pick (BrineCalendarFilter filter, const BrinePracticeFacts *facts)
{
  BrinePracticeFacts picked = *facts;
  int *const counts[BRINE_N_FILTER_STATES] = {
    [BRINE_FILTER_PLANNED] = &picked.open,  [BRINE_FILTER_DONE] = &picked.done,
    [BRINE_FILTER_PARTLY] = &picked.partly, [BRINE_FILTER_SKIPPED] = &picked.skipped,
    [BRINE_FILTER_MISSED] = &picked.missed, [BRINE_FILTER_PAUSED] = &picked.paused,
  };

  for (int i = 0; i < BRINE_N_FILTER_STATES; i++)
    if ((filter.states & (1u << i)) == 0)
      {
        picked.planned -= *counts[i];
        *counts[i] = 0;
      }
  if ((filter.states & (1u << BRINE_FILTER_DONE)) == 0)
    picked.extra = 0;
  return picked;
}

gboolean
brine_calendar_filter_is_all (BrineCalendarFilter filter)
{
  return (filter.practices & BRINE_FILTER_ALL_PRACTICES) == BRINE_FILTER_ALL_PRACTICES
         && (filter.states & BRINE_FILTER_ALL_STATES) == BRINE_FILTER_ALL_STATES;
}

BrineFilterShift
brine_calendar_filter_compare (BrineCalendarFilter before, BrineCalendarFilter after)
{
  gboolean lost =
      (before.practices & ~after.practices) != 0 || (before.states & ~after.states) != 0;
  gboolean won = (after.practices & ~before.practices) != 0 || (after.states & ~before.states) != 0;

  if (lost && won)
    return BRINE_FILTER_OTHER;
  if (lost)
    return BRINE_FILTER_FEWER;
  return won ? BRINE_FILTER_MORE : BRINE_FILTER_SAME;
}

BrineDayCount
brine_calendar_filter_count (BrineCalendarFilter filter, const BrineDayFacts *facts)
{
  BrineDayCount count = { .shown = -1 };

  if (facts == NULL)
    return count;
  count.paused = facts->paused;
  count.pause_reason = facts->pause_reason;
  brine_month_day_count (facts, filter.practices, &count.done, &count.planned, NULL);
  return count;
}
