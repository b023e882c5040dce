/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-mood.h"

#include "brine-series.h"

#include <math.h>

/* The mood that counts: NAN on a paused day. */
static double
get_mood (const BrineDayFacts *day)
{
  return day->paused || day->n_checkins == 0 ? NAN : day->mood_mean;
}

BrineMoodStats
brine_mood_get_stats (const BrineDayFacts *facts, gsize n_facts)
{
  BrineMoodStats stats = { .mean = NAN, .median = NAN, .lowest = NAN, .highest = NAN };
  g_autofree double *moods = NULL;

  g_return_val_if_fail (facts != NULL || n_facts == 0, stats);

  moods = g_new (double, n_facts);
  for (gsize i = 0; i < n_facts; i++)
    {
      moods[i] = get_mood (&facts[i]);
      stats.paused += facts[i].paused != FALSE;
      if (isnan (moods[i]))
        continue;
      stats.logged++;
      stats.checkins += facts[i].n_checkins;
      stats.counts[CLAMP ((int)floor (moods[i] + 0.5), 1, 5) - 1]++;
      stats.lowest = fmin (stats.lowest, moods[i]);
      stats.highest = fmax (stats.highest, moods[i]);
    }
  stats.days = (int)n_facts - stats.paused;
  stats.mean = brine_series_get_mean (moods, n_facts);
  stats.median = brine_series_get_median (moods, n_facts);
  return stats;
}

/* Days without a mood in a row around @index, 0 where there is one. Days that @facts lacks end
 * the run. */
static int
count_gap (const BrineDayFacts *facts, gsize n_facts, gsize index)
{
  gsize first = index, last = index;

  if (!isnan (get_mood (&facts[index])))
    return 0;
  while (first > 0 && isnan (get_mood (&facts[first - 1])) && (index - first) < BRINE_MOOD_GAP_DAYS)
    first--;
  while (last + 1 < n_facts && isnan (get_mood (&facts[last + 1]))
         && (last - index) < BRINE_MOOD_GAP_DAYS)
    last++;
  return (int)(last - first + 1);
}

static double
get_window_median (const BrineDayFacts *facts, gsize n_facts, gsize index)
{
  const int reach = BRINE_MOOD_WINDOW_DAYS / 2;
  double window[BRINE_MOOD_WINDOW_DAYS];
  gsize first = index > (gsize)reach ? index - (gsize)reach : 0;
  int n = 0;

  for (gsize i = first; i < n_facts && facts[i].day <= facts[index].day + reach; i++)
    if (facts[i].day >= facts[index].day - reach && !isnan (get_mood (&facts[i])))
      window[n++] = get_mood (&facts[i]);
  return n >= BRINE_MOOD_WINDOW_LEAST ? brine_series_get_median (window, (gsize)n) : NAN;
}

GArray *
brine_mood_get_medians (const BrineDayFacts *facts, gsize n_facts, BrineDay from, BrineDay to)
{
  g_autoptr (GArray) medians = g_array_new (FALSE, FALSE, sizeof (BrineMoodMedian));
  BrineDay last = BRINE_DAY_INVALID;
  gboolean open = FALSE;
  guint segment = 0;

  g_return_val_if_fail (facts != NULL || n_facts == 0, NULL);

  for (gsize i = 0; i < n_facts; i++)
    {
      BrineMoodMedian median = { .day = facts[i].day };

      if (median.day < from || median.day > to)
        continue;
      if (facts[i].paused)
        {
          open = TRUE;
          continue;
        }
      if (count_gap (facts, n_facts, i) >= BRINE_MOOD_GAP_DAYS)
        continue;
      median.value = get_window_median (facts, n_facts, i);
      if (isnan (median.value))
        continue;
      if (medians->len > 0 && (open || median.day - last > BRINE_MOOD_GAP_DAYS))
        segment++;
      open = FALSE;
      median.segment = segment;
      last = median.day;
      g_array_append_val (medians, median);
    }
  return g_steal_pointer (&medians);
}
