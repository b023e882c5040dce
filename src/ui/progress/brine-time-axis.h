/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-bucket.h"

G_BEGIN_DECLS

/*
 * Which days of a range are labelled and which get a line, by the room there is. Pure: no
 * widget, no locale.
 */

/* What a label says. */
typedef enum
{
  BRINE_TICK_WEEKDAY, /* "Mon 16" */
  BRINE_TICK_DAY,     /* "16 Nov" */
  BRINE_TICK_MONTH,   /* "Nov" */
  BRINE_TICK_YEAR,    /* "2026" */
} BrineTickKind;

typedef struct
{
  BrineDay day;
  BrineTickKind kind;
} BrineTick;

typedef struct
{
  BrineDay day;
  gboolean strong; /* first of a month, or of a year where columns are months */
} BrineTimeLine;

/**
 * brine_time_axis_get_labels:
 * @pixels: width of the axis
 * @least_pixels: room that a label needs
 *
 * Every day or second day of a fortnight at most; else every 1, 2 or 4 weeks or months, then 6
 * months, then 1, 2, 5, 10 … years: the closest that leaves each label its room.
 *
 * Returns: (transfer full) (element-type BrineTick): in order of time
 */
GArray *brine_time_axis_get_labels (BrineBucket range, BrineBucketBy by, int first_weekday,
                                    double pixels, double least_pixels);

/* First days of weeks and of months within @range; of years where columns are months.
 * (transfer full) (element-type BrineTimeLine) */
GArray *brine_time_axis_get_lines (BrineBucket range, BrineBucketBy by, int first_weekday);

G_END_DECLS
