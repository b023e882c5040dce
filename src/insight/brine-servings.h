/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-bucket.h"

G_BEGIN_DECLS

/* Whether anything was logged about meals: a day without is unknown, not a day of none. */
gboolean brine_servings_is_logged (const BrineDayFacts *day);

/**
 * BrineServingStats:
 * @days: days with a logged meal, paused days left out
 * @live: live servings of those days together
 * @mean_live: live servings a logged day; NAN without one
 */
typedef struct
{
  int days;
  double live;
  double mean_live;
} BrineServingStats;

BrineServingStats brine_servings_get_stats (const BrineDayFacts *facts, gsize n_facts);

/**
 * brine_servings_get_plants:
 * @plants: (array length=n_plants): per meal "key:points;key:points", as meals are logged;
 *   %NULL and malformed pieces are passed over
 *
 * Plant points of a period: every plant counts once, with the most points that it was logged
 * with (1 for a plant, 0.25 for a herb or spice), after the American Gut Project's count of
 * different plants a week (McDonald et al. 2018, 10.1128/mSystems.00031-18).
 *
 * Returns: points, 0 or more
 */
double brine_servings_get_plants (const char *const *plants, gsize n_plants);

/**
 * BrinePlantStats:
 * @weeks: weeks with a meal of known plants, paused weeks left out
 * @median: middle of their points; NAN without a week, so for the next two
 */
typedef struct
{
  int weeks;
  double median;
  double lowest;
  double highest;
} BrinePlantStats;

/* @weeks: (array length=n_weeks): points of each week, NAN for one that does not count */
BrinePlantStats brine_servings_get_plant_stats (const double *weeks, gsize n_weeks);

/* Different plants a week that the count was made for (McDonald et al. 2018). */
#define BRINE_PLANTS_GOAL 30

G_END_DECLS
