/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-month-day.h"

#include <math.h>

int
brine_month_day_get_mood (const BrineDayFacts *facts)
{
  if (facts->n_checkins == 0 || isnan (facts->mood_mean))
    return 0;
  return CLAMP ((int)floor (facts->mood_mean + 0.5), 1, 5);
}

void
brine_month_day_count (const BrineDayFacts *facts, unsigned practices, int *out_done,
                       int *out_planned, double *out_credit)
{
  int done = 0;
  int partly = 0;
  int planned = 0;

  for (int i = 0; i < BRINE_N_PRACTICES && !facts->paused; i++)
    {
      const BrinePracticeFacts *practice = &facts->practices[i];

      if ((practices & 1u << i) == 0)
        continue;
      done += practice->done;
      partly += practice->partly;
      planned += practice->planned - practice->paused - practice->skipped;
    }
  if (out_done != NULL)
    *out_done = done;
  if (out_planned != NULL)
    *out_planned = planned;
  if (out_credit != NULL)
    *out_credit = done + partly / 2.0;
}

gboolean
brine_month_day_get_mark (const BrinePracticeFacts *facts, BrineState *out_state)
{
  int asked = facts->planned - facts->paused - facts->skipped;

  if (asked > 0 && facts->done >= asked)
    *out_state = BRINE_STATE_DONE;
  else if (facts->done > 0 || facts->partly > 0)
    *out_state = BRINE_STATE_PARTLY;
  else if (facts->open > 0)
    *out_state = BRINE_STATE_PLANNED;
  else if (facts->missed > 0)
    *out_state = BRINE_STATE_MISSED;
  else if (facts->extra > 0)
    *out_state = BRINE_STATE_DONE;
  else if (facts->skipped > 0)
    *out_state = BRINE_STATE_SKIPPED;
  else
    return FALSE; /* nothing, or paused: the hatch of the day tells that */
  return TRUE;
}

BrineMonthDay
brine_month_day_make (BrineDay day, const BrineDayFacts *facts, BrineDay today, int month,
                      BrineCalendarFilter filter)
{
  BrineMonthDay self = { .day = day, .today = day == today, .ahead = day > today };
  int its_month;

  brine_day_get_ymd (day, NULL, &its_month, NULL);
  self.other_month = its_month != month;
  if (facts == NULL)
    return self;
  self.loaded = TRUE;
  self.mood = brine_month_day_get_mood (facts);
  self.paused = facts->paused;
  self.pause_reason = facts->paused ? facts->pause_reason : BRINE_PAUSE_ILL;
  brine_month_day_count (facts, filter.practices, &self.done, &self.planned, NULL);
  for (int i = 0; i < BRINE_N_PRACTICES; i++)
    {
      BrinePracticeFacts picked = brine_calendar_filter_pick (filter, &facts->practices[i]);

      self.expected |= day < today && !facts->paused && facts->practices[i].planned > 0;
      if ((filter.practices & 1u << i) != 0 && brine_month_day_get_mark (&picked, &self.marks[i]))
        self.shown |= 1u << i;
    }
  return self;
}

gboolean
brine_month_day_equal (const BrineMonthDay *a, const BrineMonthDay *b)
{
  for (int i = 0; i < BRINE_N_PRACTICES; i++)
    if (a->marks[i] != b->marks[i])
      return FALSE;
  return a->day == b->day && a->loaded == b->loaded && a->today == b->today
         && a->other_month == b->other_month && a->ahead == b->ahead && a->expected == b->expected
         && a->mood == b->mood && a->paused == b->paused && a->pause_reason == b->pause_reason
         && a->done == b->done && a->planned == b->planned && a->shown == b->shown;
}

int
brine_month_day_count_marks (const BrineMonthDay *self)
{
  int n = 0;

  for (unsigned shown = self->shown; shown != 0; shown &= shown - 1)
    n++;
  return n;
}
