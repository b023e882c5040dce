/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-bucket.h"

G_BEGIN_DECLS

/**
 * BrineMoodStats:
 * @days: days that are not paused
 * @logged: days of those with a mood
 * @paused: paused days; their moods are in none of the figures
 * @checkins: check-ins on the logged days
 * @mean: of the daily means, 1 to 5; NAN without one, so for the next
 * @median: middle of the daily means
 * @lowest: smallest daily mean, NAN without one
 * @highest: largest daily mean
 * @counts: days by their mean, rounded half up; [0] is mood 1
 */
typedef struct
{
  int days;
  int logged;
  int paused;
  int checkins;
  double mean;
  double median;
  double lowest;
  double highest;
  int counts[5];
} BrineMoodStats;

/* The moods of @facts, one a day: the mean of the day's check-ins. */
BrineMoodStats brine_mood_get_stats (const BrineDayFacts *facts, gsize n_facts);

#define BRINE_MOOD_WINDOW_DAYS 7
#define BRINE_MOOD_WINDOW_LEAST 4
/* So many days without a mood open the line. */
#define BRINE_MOOD_GAP_DAYS 3

/**
 * BrineMoodMedian:
 * @value: 1 to 5
 * @segment: points are joined within a segment only; counts from 0
 */
typedef struct
{
  BrineDay day;
  double value;
  guint segment;
} BrineMoodMedian;

/**
 * brine_mood_get_medians:
 * @from: first day that is wanted; days before it only feed the window
 * @to: last day that is wanted; days after it only feed the window
 *
 * The median of the daily moods in a window of seven days around each day, where it holds at
 * least four values. Paused days and gaps of three days or more, be it without a mood or without
 * a median, open the line; moods of paused days are left out.
 *
 * Returns: (transfer full) (element-type BrineMoodMedian): sorted by day
 */
GArray *brine_mood_get_medians (const BrineDayFacts *facts, gsize n_facts, BrineDay from,
                                BrineDay to);

G_END_DECLS
