/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-year-day.h"

#include <math.h>

static void
count_practice (BrineYearDay *self, const BrinePracticeFacts *facts, BrineCalendarFilter filter,
                gboolean counts)
{
  BrinePracticeFacts picked = brine_calendar_filter_pick (filter, facts);

  self->content |= facts->planned > 0 || facts->extra > 0;
  if (!counts)
    return;
  self->open += facts->open;
  if (self->shown >= 0)
    self->shown += picked.planned + picked.extra;
}

BrineYearDay
brine_year_day_make (BrineDay day, const BrineDayFacts *facts, BrineDay today,
                     BrineCalendarFilter filter)
{
  BrineYearDay self = { .shown = brine_calendar_filter_is_all (filter) ? -1 : 0 };
  int month;

  brine_day_get_ymd (day, NULL, &month, NULL);
  self.day = brine_month_day_make (day, facts, today, month, filter);
  if (facts == NULL)
    return self;
  self.content = self.day.mood > 0 || self.day.paused;
  brine_month_day_count (facts, filter.practices, NULL, NULL, &self.credit);
  for (int i = 0; i < BRINE_N_PRACTICES; i++)
    count_practice (&self, &facts->practices[i], filter, (filter.practices & 1u << i) != 0);
  return self;
}

gboolean
brine_year_day_equal (const BrineYearDay *a, const BrineYearDay *b)
{
  return brine_month_day_equal (&a->day, &b->day) && a->open == b->open && a->before == b->before
         && a->shown == b->shown && a->content == b->content && fabs (a->credit - b->credit) < 1e-9;
}

void
brine_year_day_mark_before (BrineYearDay *days, int n_days)
{
  gboolean before = TRUE;

  for (int i = 0; i < n_days; i++)
    {
      before = before && !days[i].content;
      days[i].before = before;
    }
}

BrineYearKind
brine_year_day_get_kind (const BrineYearDay *self, BrineYearMeasure measure)
{
  const BrineMonthDay *day = &self->day;

  if (self->shown == 0)
    return BRINE_YEAR_BLANK;
  if (day->paused)
    return BRINE_YEAR_PAUSED;
  if (measure == BRINE_YEAR_MOOD ? day->mood > 0 : self->credit > 0 && day->planned > 0)
    return BRINE_YEAR_LOGGED;
  if (day->ahead && self->shown > 0)
    return BRINE_YEAR_MATCH;
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

static void
add_shown (BrineYearStats *stats, const BrineYearDay *day)
{
  if (day->shown < 0)
    return;
  stats->shown = MAX (stats->shown, 0) + day->shown;
  stats->shown_days += day->shown > 0;
}

BrineYearStats
brine_year_stats_make (const BrineYearDay *days, int n_days, int month)
{
  BrineYearStats stats = { .shown = -1 };

  for (int i = 0; i < n_days; i++)
    {
      int its_month;

      brine_day_get_ymd (days[i].day.day, NULL, &its_month, NULL);
      if (month != 0 && its_month != month)
        continue;
      add_shown (&stats, &days[i]);
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
