/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-series-private.h"

/* A day after all others, of which no unit overflows. */
#define NEVER (G_MAXINT64 / BRINE_SECONDS_PER_DAY / 2)

#define MONDAY 4 /* 1970-01-05, the first Monday of day numbers */

int64_t
brine_series_get_period (const BrineSeries *series, int64_t day)
{
  int year;
  int month;

  if (series->parts.freq == BRINE_FREQ_WEEKLY)
    return brine_floor_div (day - MONDAY - (series->parts.week_start - 1), 7);
  brine_day_get_ymd ((BrineDay)day, &year, &month, NULL);
  return series->parts.freq == BRINE_FREQ_YEARLY ? year : (int64_t)year * 12 + month - 1;
}

int64_t
brine_series_get_period_first (const BrineSeries *series, int64_t period)
{
  int64_t year = series->parts.freq == BRINE_FREQ_YEARLY ? period : period / 12;
  int month = series->parts.freq == BRINE_FREQ_YEARLY ? 1 : period % 12 + 1;

  if (series->parts.freq == BRINE_FREQ_WEEKLY)
    return period * 7 + MONDAY + series->parts.week_start - 1;
  return year > 9999 ? NEVER : brine_day_from_ymd ((int)year, month, 1);
}

/* @number moved up to the next one that is a multiple of INTERVAL away from @origin. */
static int64_t
align_up (int64_t number, int64_t origin, int interval)
{
  int64_t rest = (number - origin) % interval;

  return rest == 0 ? number : number - rest + (rest < 0 ? 0 : interval);
}

int64_t
brine_series_align_unit (const BrineSeries *series, int64_t unit)
{
  int64_t origin = brine_floor_div (series->start, series->unit_seconds);
  int64_t period;
  int64_t aligned;

  if (series->parts.interval == 1)
    return unit;
  if (series->parts.freq <= BRINE_FREQ_DAILY)
    return align_up (unit, origin, series->parts.interval);
  period = brine_series_get_period (series, unit);
  aligned = align_up (period, brine_series_get_period (series, origin), series->parts.interval);
  return aligned == period ? unit : brine_series_get_period_first (series, aligned);
}
