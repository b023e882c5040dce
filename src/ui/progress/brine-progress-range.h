/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-bucket.h"

G_BEGIN_DECLS

/*
 * The ranges of the page. They are whole weeks and end with a day, today at first, so that a
 * range and the one before it hold the same weekdays. Pure.
 */
typedef enum
{
  BRINE_RANGE_WEEK,
  BRINE_RANGE_MONTH,
  BRINE_RANGE_QUARTER,
  BRINE_RANGE_YEAR,
  BRINE_RANGE_ALL,
} BrineRangeKind;
#define BRINE_N_RANGES 5

/* "week", "month", "quarter", "year", "all": stable, never translated. */
const char *brine_range_to_nick (BrineRangeKind kind);
/* %FALSE for an unknown nick; @out_kind is then untouched. */
gboolean brine_range_from_nick (const char *nick, BrineRangeKind *out_kind);

/* Days of a range; 0 for all. */
int brine_range_get_days (BrineRangeKind kind);

/**
 * brine_range_fit:
 * @first: first civil day with anything in it, BRINE_DAY_INVALID when there is none
 *
 * Returns: the shortest range up to @today that holds all of a young diary, at most @widest: an axis
 *   of days before the first one says nothing
 */
BrineRangeKind brine_range_fit (BrineDay first, BrineDay today, BrineRangeKind widest);

/**
 * brine_range_get:
 * @end: last day wanted; days after @today are not shown
 * @first: first civil day with anything in it, BRINE_DAY_INVALID when there is none; it bounds
 *   "all", which is never shorter than a month
 */
BrineBucket brine_range_get (BrineRangeKind kind, BrineDay end, BrineDay today, BrineDay first);

/* Whether a range @steps away holds a day of [@first, @today]. */
gboolean brine_range_can_step (BrineRangeKind kind, BrineDay end, BrineDay today, BrineDay first,
                               int steps);

/* The new end @steps away, never after @today. */
BrineDay brine_range_step (BrineRangeKind kind, BrineDay end, BrineDay today, int steps);

/* Columns of a chart of @days: days up to half a year, weeks up to two years, then months. */
BrineBucketBy brine_range_choose_by (int days);

G_END_DECLS
