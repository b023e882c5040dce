/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-hour-scale.h"

#include <math.h>

#define DAY_MINUTES 1440
#define LABEL_EVERY_HOUR_PX 36.0

BrineHourScale
brine_hour_scale_for_step (int step, double height, double text_scale)
{
  static const double steps[BRINE_HOUR_SCALE_N_STEPS] = { 0, 28, 40, 56, 80, 112 };
  BrineHourScale scale = { 0 };

  g_return_val_if_fail (step >= 0 && step < BRINE_HOUR_SCALE_N_STEPS, scale);
  g_return_val_if_fail (text_scale > 0, scale);

  if (step != BRINE_HOUR_SCALE_FIT)
    {
      scale.px_per_hour = steps[step] * text_scale;
      scale.fold_px_per_hour = scale.px_per_hour;
      return scale;
    }

  double lowest = BRINE_HOUR_SCALE_MIN_PX * text_scale;
  double night_hours = BRINE_HOUR_SCALE_FOLD_MINUTE / 60.0;
  double open_hours = (DAY_MINUTES - BRINE_HOUR_SCALE_FOLD_MINUTE) / 60.0;
  scale.fold_minute = BRINE_HOUR_SCALE_FOLD_MINUTE;
  scale.fold_px_per_hour =
      CLAMP ((height - open_hours * lowest) / night_hours,
             BRINE_HOUR_SCALE_FOLD_MIN_PX * text_scale, BRINE_HOUR_SCALE_FOLD_PX * text_scale);
  scale.px_per_hour = MAX (lowest, (height - scale.fold_px_per_hour * night_hours) / open_hours);
  return scale;
}

double
brine_hour_scale_get_height (const BrineHourScale *scale)
{
  return brine_hour_scale_get_y (scale, DAY_MINUTES);
}

double
brine_hour_scale_get_y (const BrineHourScale *scale, double minute)
{
  g_return_val_if_fail (scale != NULL, 0);

  minute = CLAMP (minute, 0, DAY_MINUTES);
  double folded = MIN (minute, scale->fold_minute);
  return (folded * scale->fold_px_per_hour + (minute - folded) * scale->px_per_hour) / 60.0;
}

double
brine_hour_scale_get_minute (const BrineHourScale *scale, double y)
{
  g_return_val_if_fail (scale != NULL, 0);

  if (scale->px_per_hour <= 0 || y <= 0)
    return 0;
  double fold_height = brine_hour_scale_get_y (scale, scale->fold_minute);
  if (y < fold_height)
    return y * 60.0 / scale->fold_px_per_hour;
  return MIN (scale->fold_minute + (y - fold_height) * 60.0 / scale->px_per_hour, DAY_MINUTES);
}

int
brine_hour_scale_snap (double minute)
{
  return (int)floor (minute / BRINE_HOUR_SCALE_SNAP_MINUTES + 0.5) * BRINE_HOUR_SCALE_SNAP_MINUTES;
}

int
brine_hour_scale_get_label_step (const BrineHourScale *scale)
{
  g_return_val_if_fail (scale != NULL, 60);

  return scale->px_per_hour >= LABEL_EVERY_HOUR_PX ? 60 : 120;
}
