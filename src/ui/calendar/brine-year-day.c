/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-year-day.h"

#include <math.h>

BrineYearDay
brine_year_day_make (BrineDay day, const BrineDayFacts *facts, BrineDay today, unsigned practices)
{
  BrineYearDay self = { 0 };
  int month;

  brine_day_get_ymd (day, NULL, &month, NULL);
  self.day = brine_month_day_make (day, facts, today, month,
                                   (BrineCalendarFilter){ practices, BRINE_FILTER_ALL_STATES });
  if (facts == NULL)
    return self;
  brine_month_day_count (facts, practices, NULL, NULL, &self.credit);
  for (int i = 0; i < BRINE_N_PRACTICES; i++)
    if ((practices & 1u << i) != 0)
      self.open += facts->practices[i].open;
  return self;
}

gboolean
brine_year_day_equal (const BrineYearDay *a, const BrineYearDay *b)
{
  return brine_month_day_equal (&a->day, &b->day) && a->open == b->open && a->before == b->before
         && fabs (a->credit - b->credit) < 1e-9;
}

static gboolean
has_content (const BrineMonthDay *day)
{
  return day->mood > 0 || day->planned > 0 || day->shown != 0 || day->paused || day->expected;
}

void
brine_year_day_mark_before (BrineYearDay *days, int n_days)
{
  gboolean before = TRUE;

  for (int i = 0; i < n_days; i++)
    {
      before = before && !has_content (&days[i].day);
      days[i].before = before;
    }
}

BrineYearKind
brine_year_day_get_kind (const BrineYearDay *self, BrineYearMeasure measure)
{
  const BrineMonthDay *day = &self->day;

  if (day->paused)
    return BRINE_YEAR_PAUSED;
  if (measure == BRINE_YEAR_MOOD ? day->mood > 0 : self->credit > 0 && day->planned > 0)
    return BRINE_YEAR_LOGGED;
  if (day->ahead || self->before || !day->loaded)
    return BRINE_YEAR_BLANK;
  return BRINE_YEAR_NOT_LOGGED;
}

int
brine_year_day_get_fifths (const BrineYearDay *self)
{
  double share = self->day.planned > 0 ? self->credit / self->day.planned : 0;

  if (share <= 0)
    return 0;
  if (share >= 1)
    return 5;
  return CLAMP ((int)round (share * 5), 1, 4);
}

static void
add_day (BrineYearStats *stats, const BrineYearDay *day)
{
  const BrineMonthDay *said = &day->day;

  if (said->ahead || day->before || !said->loaded)
    return;
  if (said->paused)
    {
      stats->paused++;
      return;
    }
  stats->days++;
  stats->done += said->done;
  stats->planned += said->planned - day->open;
  if (said->mood == 0)
    return;
  stats->logged++;
  stats->moods[said->mood - 1]++;
}

BrineYearStats
brine_year_stats_make (const BrineYearDay *days, int n_days, int month)
{
  BrineYearStats stats = { 0 };

  for (int i = 0; i < n_days; i++)
    {
      int its_month;

      brine_day_get_ymd (days[i].day.day, NULL, &its_month, NULL);
      if (month == 0 || its_month == month)
        add_day (&stats, &days[i]);
    }
  return stats;
}

/* The mood of the day at @place, counted from 0 in order of mood. */
static int
get_nth_mood (const BrineYearStats *self, int place)
{
  int mood = 0;

  while (mood < 4 && place >= self->moods[mood])
    place -= self->moods[mood++];
  return mood + 1;
}

double
brine_year_stats_get_middle (const BrineYearStats *self)
{
  if (self->logged == 0)
    return 0;
  return (get_nth_mood (self, (self->logged - 1) / 2) + get_nth_mood (self, self->logged / 2))
         / 2.0;
}
