/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-facts.h"

G_BEGIN_DECLS

/*
 * The insight layer is pure: every function reads an array of BrineDayFacts, sorted by day with
 * no day twice, and keeps nothing. It reads no clock, holds no state and may be called from any
 * thread. A figure that rests on nothing is NAN, never 0.
 */

typedef enum
{
  BRINE_BUCKET_BY_DAY,
  BRINE_BUCKET_BY_WEEK,
  BRINE_BUCKET_BY_MONTH,
} BrineBucketBy;

/* Civil days, both inclusive. */
typedef struct
{
  BrineDay from;
  BrineDay to;
} BrineBucket;

/**
 * brine_bucket_split:
 * @from: first civil day
 * @to: last civil day
 * @first_weekday: on which a week begins, 1 Monday to 7 Sunday; read for weeks only
 *
 * Splits [@from, @to] into calendar days, weeks or months. The first and the last one are cut
 * where the range ends, so that every day of the range lies in exactly one bucket.
 *
 * Returns: (transfer full) (element-type BrineBucket): in order; empty when @to lies before @from
 */
GArray *brine_bucket_split (BrineDay from, BrineDay to, BrineBucketBy by, int first_weekday);

/**
 * brine_bucket_slice:
 * @facts: (array length=n_facts): sorted by day
 * @out_n: (out): how many of @facts lie in @bucket
 *
 * Returns: (transfer none) (nullable): the first of @facts that lies in @bucket, inside of
 *   @facts; %NULL when there is none
 */
const BrineDayFacts *brine_bucket_slice (BrineBucket bucket, const BrineDayFacts *facts,
                                         gsize n_facts, gsize *out_n);

/* "day", "week", "month": stable words for options and files, never translated. */
const char *brine_bucket_by_to_nick (BrineBucketBy by);
/* %FALSE for an unknown nick; @out_by is then untouched. */
gboolean brine_bucket_by_from_nick (const char *nick, BrineBucketBy *out_by);

G_END_DECLS
