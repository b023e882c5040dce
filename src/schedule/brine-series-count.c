/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-walk-private.h"

/* Whether every period of INTERVAL units holds the same number of starts. */
static gboolean
is_even (const BrineSeries *series)
{
  BrineRuleParts parts = series->parts;

  if (series->by_period)
    return FALSE;
  if (parts.freq == BRINE_FREQ_WEEKLY)
    parts.weekdays = 0;
  else if (parts.freq > BRINE_FREQ_DAILY)
    return FALSE;
  return !brine_rule_parts_choose_days (&parts)
         && (parts.freq >= BRINE_FREQ_DAILY
             || (parts.hours == 0 && (parts.freq > BRINE_FREQ_MINUTELY || parts.minutes == 0)
                 && (parts.freq > BRINE_FREQ_SECONDLY || parts.seconds == 0)));
}

/* Walks over up to @count starts in [@from, @before); adds them up in @out_counted. */
static BrineWalkResult
count_starts (const BrineSeries *series, int64_t from, int64_t before, int64_t count,
              int64_t *out_counted, int64_t *out_last)
{
  g_auto (BrineWalk) walk = { 0 };
  BrineWalkResult result = BRINE_WALK_FOUND;

  brine_walk_init (&walk, series, from);
  while (*out_counted < count && result == BRINE_WALK_FOUND)
    {
      result = brine_walk_next (&walk, before, out_last);
      if (result == BRINE_WALK_FOUND)
        ++*out_counted;
    }
  return result;
}

/* Where all periods are alike, the first may be cut by the start; all but the last of the
 * others are jumped over. */
static BrineWalkResult
find_even_end (const BrineSeries *series, int64_t *out_last)
{
  int64_t unit = brine_floor_div (series->start, series->unit_seconds);
  int64_t span = series->unit_seconds;
  int64_t n = series->n_offsets;
  int64_t counted = 0;
  int64_t periods;
  BrineWalkResult result;

  if (series->parts.freq == BRINE_FREQ_WEEKLY)
    {
      unit = brine_series_get_period_first (series, brine_series_get_period (series, unit));
      span *= 7;
      n *= __builtin_popcount (series->parts.weekdays);
    }
  span *= series->parts.interval;
  result = count_starts (series, series->start, unit * series->unit_seconds + span,
                         series->parts.count, &counted, out_last);
  if (result != BRINE_WALK_END)
    return result;
  periods = (series->parts.count - counted - 1) / n + 1;
  if (periods > (series->last - unit * series->unit_seconds) / span)
    return BRINE_WALK_END;
  counted += (periods - 1) * n;
  return count_starts (series, unit * series->unit_seconds + periods * span, G_MAXINT64,
                       series->parts.count, &counted, out_last);
}

BrineWalkResult
brine_series_find_count_end (const BrineSeries *series, int64_t *out_last)
{
  int64_t counted = 0;

  g_assert (series->parts.count > 0);

  *out_last = series->start - 1;
  if (series->n_offsets == 0 || series->start > series->last)
    return BRINE_WALK_END;
  if (is_even (series))
    return find_even_end (series, out_last);
  return count_starts (series, series->start, G_MAXINT64, series->parts.count, &counted, out_last);
}
