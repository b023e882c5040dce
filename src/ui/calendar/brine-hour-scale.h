/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BrineHourScale:
 * @px_per_hour: height of an hour
 * @fold_px_per_hour: height of an hour in the folded night
 * @fold_minute: minute of the day up to which the night is folded; 0: nothing is folded
 *
 * The one function between a time of day and a height in the hour grid: two straight pieces,
 * used both ways, so that what is drawn and what is dropped always agree.
 */
typedef struct
{
  double px_per_hour;
  double fold_px_per_hour;
  int fold_minute;
} BrineHourScale;

#define BRINE_HOUR_SCALE_SNAP_MINUTES 15
#define BRINE_HOUR_SCALE_MIN_PX 28.0
#define BRINE_HOUR_SCALE_FOLD_PX 9.0
#define BRINE_HOUR_SCALE_FOLD_MIN_PX 6.0 /* rather than that the day has to be scrolled */
#define BRINE_HOUR_SCALE_FOLD_MINUTE 360

/* Zoom step 0 fits the whole day into the window, the night folded; the others are unfolded. */
#define BRINE_HOUR_SCALE_FIT 0
#define BRINE_HOUR_SCALE_N_STEPS 6

/**
 * brine_hour_scale_for_step:
 * @step: 0 to BRINE_HOUR_SCALE_N_STEPS - 1
 * @height: the room there is in pixels; only used by the fitting step
 * @text_scale: how much larger than usual the user reads; 1 is usual
 *
 * Returns: the scale of a zoom step. The fitting step grows with the room, and never goes below
 * BRINE_HOUR_SCALE_MIN_PX an hour at the usual text size.
 */
BrineHourScale brine_hour_scale_for_step (int step, double height, double text_scale);
/* Height of the whole day in pixels. */
double brine_hour_scale_get_height (const BrineHourScale *scale);
/* @minute of the day, clamped to 0 to 1,440. */
double brine_hour_scale_get_y (const BrineHourScale *scale, double minute);
/* Minute of the day, 0 to 1,440, clamped. */
double brine_hour_scale_get_minute (const BrineHourScale *scale, double y);
/* Nearest multiple of BRINE_HOUR_SCALE_SNAP_MINUTES; also for minutes before and after the day. */
int brine_hour_scale_snap (double minute);
/* Minutes between two hour labels: 60 when they have room, else 120. */
int brine_hour_scale_get_label_step (const BrineHourScale *scale);

G_END_DECLS
