/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-bucket.h"

G_BEGIN_DECLS

/**
 * BrineCircular:
 * @mean_hours: 0 to below 24; NAN when there is no time or when the times point nowhere (r < 0.2)
 * @r: length of the mean vector, 0 (all round the clock) to 1 (always the same); NAN for none
 * @sd_hours: circular standard deviation in hours; NAN where the mean is
 * @n: times it rests on
 */
typedef struct
{
  double mean_hours;
  double r;
  double sd_hours;
  int n;
} BrineCircular;

/**
 * brine_sleep_get_circular:
 * @hours: (array length=n_hours): times of day, 0 to 24; NAN entries are passed over
 *
 * Mean and spread of times of day, round midnight: with C and S the mean cosine and sine of
 * 2 pi h/24, the mean is atan2 (S, C), R = sqrt (C² + S²) and the standard deviation is
 * sqrt (-2 ln R) 24/2 pi (Mardia and Jupp, Directional Statistics, 2000, section 2.3).
 */
BrineCircular brine_sleep_get_circular (const double *hours, gsize n_hours);

/* Middle between @bed_hour and @wake_hour, round midnight; 0 to below 24. */
double brine_sleep_get_middle (double bed_hour, double wake_hour);

/* What counts as enough, in minutes, both inclusive. */
typedef struct
{
  int low_minutes;
  int high_minutes;
} BrineSleepTarget;

/* Seven to nine hours: consensus of the American Academy of Sleep Medicine for adults
 * (Watson et al. 2015, 10.5665/sleep.4716). */
#define BRINE_SLEEP_TARGET_DEFAULT ((BrineSleepTarget){ 420, 540 })

/**
 * BrineSleepStats:
 * @nights: nights of days that are not paused
 * @in_target: nights of those as long as the target
 * @mean_minutes: NAN without nights, so for the next
 * @median_minutes: middle of the durations
 * @bed: when one went to bed
 * @wake: when one woke
 * @middle: halfway
 */
typedef struct
{
  int nights;
  int in_target;
  double mean_minutes;
  double median_minutes;
  BrineCircular bed;
  BrineCircular wake;
  BrineCircular middle;
} BrineSleepStats;

BrineSleepStats brine_sleep_get_stats (const BrineDayFacts *facts, gsize n_facts,
                                       BrineSleepTarget target);

/* Nights in @target by weekday of waking. @out_nights, @out_in_target: Monday first. */
void brine_sleep_by_weekday (const BrineDayFacts *facts, gsize n_facts, BrineSleepTarget target,
                             int out_nights[7], int out_in_target[7]);

/* Pairs of days that the index needs before it may be shown. */
#define BRINE_SLEEP_REGULARITY_LEAST 5

/**
 * brine_sleep_get_regularity:
 * @epoch_minutes: length of the epochs, a divisor of 1440; 5 in practice
 * @out_pairs: (out) (optional): pairs of successive days compared
 *
 * Sleep Regularity Index: -100 + 200 times the share of epochs in which two successive days
 * agree on asleep or awake (Phillips et al. 2017, 10.1038/s41598-017-03171-4). Days run from
 * noon to noon by the wall clock, so that a change of the clocks compares equal times; a pair
 * counts where both days have a night and neither is paused.
 *
 * Returns: -100 to 100; NAN without a pair
 */
double brine_sleep_get_regularity (const BrineDayFacts *facts, gsize n_facts, int epoch_minutes,
                                   int *out_pairs);

G_END_DECLS
