/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-servings.h"

#include "brine-series.h"

#include <math.h>
#include <string.h>

/* No plant is worth more; what claims more was not written by a recipe. */
#define MOST_POINTS 1.0

gboolean
brine_servings_is_logged (const BrineDayFacts *day)
{
  const BrinePracticeFacts *meals;

  g_return_val_if_fail (day != NULL, FALSE);

  meals = &day->practices[BRINE_PRACTICE_MEAL];
  return meals->done + meals->partly + meals->skipped + meals->extra > 0 || day->live_servings > 0;
}

BrineServingStats
brine_servings_get_stats (const BrineDayFacts *facts, gsize n_facts)
{
  BrineServingStats stats = { .mean_live = NAN };

  g_return_val_if_fail (facts != NULL || n_facts == 0, stats);

  for (gsize i = 0; i < n_facts; i++)
    if (!facts[i].paused && brine_servings_is_logged (&facts[i]))
      {
        stats.days++;
        stats.live += facts[i].live_servings;
      }
  if (stats.days > 0)
    stats.mean_live = stats.live / stats.days;
  return stats;
}

static void
add_plant (GHashTable *most, const char *piece)
{
  const char *colon = strrchr (piece, ':');
  double points, *known;
  char *end;

  if (colon == NULL || colon == piece)
    return;
  points = g_ascii_strtod (colon + 1, &end);
  if (end == colon + 1 || *end != '\0' || !(points > 0))
    return;
  points = fmin (points, MOST_POINTS);

  g_autofree char *key = g_strndup (piece, (gsize)(colon - piece));
  known = g_hash_table_lookup (most, key);
  if (known == NULL)
    g_hash_table_insert (most, g_steal_pointer (&key), g_memdup2 (&points, sizeof points));
  else
    *known = fmax (*known, points);
}

double
brine_servings_get_plants (const char *const *plants, gsize n_plants)
{
  g_autoptr (GHashTable) most = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GHashTableIter iter;
  gpointer points;
  double sum = 0;

  g_return_val_if_fail (plants != NULL || n_plants == 0, 0);

  for (gsize i = 0; i < n_plants; i++)
    {
      g_auto (GStrv) pieces = plants[i] != NULL ? g_strsplit (plants[i], ";", -1) : NULL;

      for (gsize piece = 0; pieces != NULL && pieces[piece] != NULL; piece++)
        add_plant (most, pieces[piece]);
    }
  g_hash_table_iter_init (&iter, most);
  while (g_hash_table_iter_next (&iter, NULL, &points))
    sum += *(double *)points;
  return sum;
}

BrinePlantStats
brine_servings_get_plant_stats (const double *weeks, gsize n_weeks)
{
  BrinePlantStats stats = { .median = NAN, .lowest = NAN, .highest = NAN };

  g_return_val_if_fail (weeks != NULL || n_weeks == 0, stats);

  for (gsize i = 0; i < n_weeks; i++)
    if (!isnan (weeks[i]))
      {
        stats.weeks++;
        stats.lowest = fmin (stats.lowest, weeks[i]);
        stats.highest = fmax (stats.highest, weeks[i]);
      }
  stats.median = brine_series_get_median (weeks, n_weeks);
  return stats;
}
