/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-progress-data-private.h"

#include <math.h>

/* The panel runs from 22:00 to 10:00 and grows by whole hours where nights need it. */
#define SLEEP_TOP_HOUR 22.0
#define SLEEP_HOURS 12.0
#define LEAST_LIVE_TOP 4.0

double
brine_progress_data_get_x (const BrineProgressData *data, BrineDay day)
{
  g_return_val_if_fail (data != NULL, 0);

  return (double)(day - data->range.from) / (data->range.to - data->range.from + 1);
}

guint
brine_progress_data_find_column (const BrineProgressData *data, double x)
{
  guint low = 0, high;

  g_return_val_if_fail (data != NULL, 0);

  /* The last column that begins at or before @x. */
  high = data->columns->len;
  while (low + 1 < high)
    {
      guint middle = low + (high - low) / 2;

      if (brine_progress_data_get_x (data,
                                     g_array_index (data->columns, BrineColumn, middle).bucket.from)
          <= x)
        low = middle;
      else
        high = middle;
    }
  return low;
}

double
brine_mood_scale_get_y (double mood)
{
  return CLAMP ((5 - mood) / 4, 0, 1);
}

/* Hours from @from to @to, forward round the clock, 0 to below 24. */
static double
get_hours_between (double from, double to)
{
  double hours = fmod (to - from + 48, 24);

  return hours < 24 ? hours : 0;
}

double
brine_sleep_scale_get_y (const BrineSleepScale *scale, double hour)
{
  double hours;

  g_return_val_if_fail (scale != NULL && scale->hours > 0, 0);

  hours = get_hours_between (scale->top_hour, hour);
  if (hours <= scale->hours)
    return hours / scale->hours;
  return hours - scale->hours < 24 - hours ? 1 : 0;
}

double
brine_sleep_scale_get_end (const BrineSleepScale *scale, double bed_hour, double minutes)
{
  double start, outside;

  g_return_val_if_fail (scale != NULL && scale->hours > 0, 0);

  start = brine_sleep_scale_get_y (scale, bed_hour);
  /* What lies above the top is cut off, it does not push the bar down. */
  outside = get_hours_between (scale->top_hour, bed_hour) > scale->hours && start <= 0
                ? get_hours_between (bed_hour, scale->top_hour)
                : 0;
  return CLAMP (start + (minutes / 60 - outside) / scale->hours, start, 1);
}

int
brine_sleep_scale_get_step (const BrineSleepScale *scale)
{
  g_return_val_if_fail (scale != NULL, 1);

  if (scale->hours <= 6)
    return 1;
  return scale->hours <= 15 ? 3 : 6;
}

/* How far nights reach above the usual top and below the usual foot, seen from the middle of
 * all nights, so that sleep by day is not taken for an early night. Whole hours, for the labels. */
static BrineSleepScale
get_sleep_scale (const GArray *columns, double middle)
{
  BrineSleepScale scale = { SLEEP_TOP_HOUR, SLEEP_HOURS };
  double noon = isnan (middle) ? 16 : fmod (round (middle) + 12, 24);
  double top = get_hours_between (noon, SLEEP_TOP_HOUR);
  double foot = top + SLEEP_HOURS;

  if (foot > 24)
    {
      /* Most sleep lies by day: the usual window says nothing, only the nights do. */
      top = 24;
      foot = 0;
    }
  for (guint i = 0; i < columns->len; i++)
    {
      const BrineColumn *column = &g_array_index (columns, BrineColumn, i);
      double bed;

      if (column->nights == 0 || isnan (column->bed_hour))
        continue;
      bed = get_hours_between (noon, column->bed_hour);
      top = fmin (top, floor (bed));
      foot = fmax (foot, ceil (bed + column->sleep_minutes / 60));
    }
  if (foot <= top)
    return scale;
  scale.hours = CLAMP (foot - top, 1, 24);
  scale.top_hour = fmod (noon + top, 24);
  return scale;
}

double
brine_live_scale_get_top (double most)
{
  static const double factors[] = { 2, 2.5, 2 };
  double step = 2;

  if (!(most > LEAST_LIVE_TOP))
    return LEAST_LIVE_TOP;
  /* 2, 4, 10, 20, 40, 100, … */
  for (gsize i = 0; most > 4 * step; i++)
    step *= factors[i % G_N_ELEMENTS (factors)];
  return ceil (most / step) * step;
}

void
brine_progress_data_fit_scales (BrineProgressData *self)
{
  double most = 0;

  for (guint i = 0; i < self->columns->len; i++)
    {
      const BrineColumn *column = &g_array_index (self->columns, BrineColumn, i);

      most = fmax (most, fmax (column->live, column->live_goal));
    }
  self->live_top = brine_live_scale_get_top (most);
  self->sleep_scale = get_sleep_scale (self->columns, self->summary.sleep.middle.mean_hours);
}
