/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-sleep.h"

#include "brine-series.h"

#include <math.h>

/* Below this length the mean direction means nothing. */
#define CIRCULAR_LEAST_R 0.2

static double
wrap_hours (double hours)
{
  double wrapped = fmod (hours, 24);

  if (wrapped < 0)
    wrapped += 24;
  /* A tiny negative number plus 24 rounds to 24 itself. */
  return wrapped < 24 ? wrapped : 0;
}

static double
get_hour (BrineLocal local)
{
  return local.second / 3600.0;
}

static gboolean
has_counted_night (const BrineDayFacts *day)
{
  return day->has_night && !day->paused;
}

static gboolean
is_in_target (const BrineDayFacts *day, BrineSleepTarget target)
{
  return day->sleep_minutes >= target.low_minutes && day->sleep_minutes <= target.high_minutes;
}

BrineCircular
brine_sleep_get_circular (const double *hours, gsize n_hours)
{
  BrineCircular result = { .mean_hours = NAN, .r = NAN, .sd_hours = NAN };
  double cosine = 0, sine = 0;

  g_return_val_if_fail (hours != NULL || n_hours == 0, result);

  for (gsize i = 0; i < n_hours; i++)
    if (!isnan (hours[i]))
      {
        cosine += cos (hours[i] * G_PI / 12);
        sine += sin (hours[i] * G_PI / 12);
        result.n++;
      }
  if (result.n == 0)
    return result;
  result.r = fmin (hypot (cosine, sine) / result.n, 1);
  if (result.r < CIRCULAR_LEAST_R)
    return result;
  result.mean_hours = wrap_hours (atan2 (sine, cosine) * 12 / G_PI);
  result.sd_hours = sqrt (-2 * log (result.r)) * 12 / G_PI;
  return result;
}

double
brine_sleep_get_middle (double bed_hour, double wake_hour)
{
  return wrap_hours (bed_hour + wrap_hours (wake_hour - bed_hour) / 2);
}

BrineSleepStats
brine_sleep_get_stats (const BrineDayFacts *facts, gsize n_facts, BrineSleepTarget target)
{
  BrineSleepStats stats = { .mean_minutes = NAN, .median_minutes = NAN };
  g_autofree double *values = NULL;
  double *beds, *wakes, *middles;
  gsize n = 0;

  g_return_val_if_fail (facts != NULL || n_facts == 0, stats);

  values = g_new (double, 4 * n_facts);
  beds = values + n_facts;
  wakes = beds + n_facts;
  middles = wakes + n_facts;
  for (gsize i = 0; i < n_facts; i++)
    {
      if (!has_counted_night (&facts[i]))
        continue;
      values[n] = facts[i].sleep_minutes;
      beds[n] = get_hour (facts[i].bed);
      wakes[n] = get_hour (facts[i].wake);
      middles[n] = brine_sleep_get_middle (beds[n], wakes[n]);
      stats.in_target += is_in_target (&facts[i], target);
      n++;
    }
  stats.nights = (int)n;
  stats.mean_minutes = brine_series_get_mean (values, n);
  stats.median_minutes = brine_series_get_median (values, n);
  stats.bed = brine_sleep_get_circular (beds, n);
  stats.wake = brine_sleep_get_circular (wakes, n);
  stats.middle = brine_sleep_get_circular (middles, n);
  return stats;
}

void
brine_sleep_by_weekday (const BrineDayFacts *facts, gsize n_facts, BrineSleepTarget target,
                        int out_nights[7], int out_in_target[7])
{
  g_return_if_fail (facts != NULL || n_facts == 0);
  g_return_if_fail (out_nights != NULL && out_in_target != NULL);

  for (int i = 0; i < 7; i++)
    out_nights[i] = out_in_target[i] = 0;
  for (gsize i = 0; i < n_facts; i++)
    if (has_counted_night (&facts[i]))
      {
        int weekday = brine_day_get_weekday (facts[i].day) - 1;

        out_nights[weekday]++;
        out_in_target[weekday] += is_in_target (&facts[i], target);
      }
}

/* Asleep or awake: a day from noon to noon is a row of bits, one an epoch, that begins at a new
 * word, so that two days are compared word by word. */
typedef struct
{
  guint64 *words;
  int epoch;     /* minutes */
  int64_t a_day; /* epochs; so the next */
  int64_t n_epochs;
  gsize words_a_day;
} Asleep;

/* Marks the bits [@from, @to) of one row. */
static void
mark_bits (guint64 *row, int64_t from, int64_t to)
{
  while (from < to)
    {
      int64_t n = MIN (64 - from % 64, to - from);

      row[from / 64] |= (G_MAXUINT64 >> (64 - n)) << (from % 64);
      from += n;
    }
}

/* Marks the epochs from bed to wake. Epoch 0 begins at noon before the first day. */
static void
mark_night (Asleep *asleep, BrineDay first, const BrineDayFacts *day)
{
  BrineLocal origin = brine_local (first - 1, 12, 0);
  int64_t bed = brine_local_diff_seconds (day->bed, origin) / 60;
  int64_t wake = brine_local_diff_seconds (day->wake, origin) / 60;
  int64_t epoch = MAX (bed / asleep->epoch, 0);
  int64_t end = MIN ((wake + asleep->epoch - 1) / asleep->epoch, asleep->n_epochs);

  while (epoch < end)
    {
      int64_t row = epoch / asleep->a_day;
      int64_t stop = MIN (end, (row + 1) * asleep->a_day);

      mark_bits (asleep->words + (gsize)row * asleep->words_a_day, epoch - row * asleep->a_day,
                 stop - row * asleep->a_day);
      epoch = stop;
    }
}

/* Epochs of day @index in which the day after it is the same. */
static gsize
count_agreeing (const Asleep *asleep, gsize index)
{
  const guint64 *day = asleep->words + index * asleep->words_a_day;
  gsize agree = (gsize)asleep->a_day;

  for (gsize i = 0; i < asleep->words_a_day; i++)
    agree -= (gsize)__builtin_popcountll (day[i] ^ day[i + asleep->words_a_day]);
  return agree;
}

double
brine_sleep_get_regularity (const BrineDayFacts *facts, gsize n_facts, int epoch_minutes,
                            int *out_pairs)
{
  g_autofree guint64 *words = NULL;
  Asleep asleep = { .epoch = epoch_minutes };
  gsize n_days, agree = 0, pairs = 0;

  g_return_val_if_fail (facts != NULL || n_facts == 0, NAN);
  g_return_val_if_fail (epoch_minutes > 0 && BRINE_MINUTES_PER_DAY % epoch_minutes == 0, NAN);

  if (out_pairs != NULL)
    *out_pairs = 0;
  if (n_facts < 2)
    return NAN;

  n_days = (gsize)(facts[n_facts - 1].day - facts[0].day + 1);
  asleep.a_day = BRINE_MINUTES_PER_DAY / epoch_minutes;
  asleep.n_epochs = asleep.a_day * (int64_t)n_days;
  asleep.words_a_day = (gsize)(asleep.a_day + 63) / 64;
  asleep.words = words = g_new0 (guint64, asleep.words_a_day * n_days);
  for (gsize i = 0; i < n_facts; i++)
    if (facts[i].has_night)
      mark_night (&asleep, facts[0].day, &facts[i]);

  for (gsize i = 1; i < n_facts; i++)
    if (has_counted_night (&facts[i - 1]) && has_counted_night (&facts[i])
        && facts[i].day == facts[i - 1].day + 1)
      {
        agree += count_agreeing (&asleep, (gsize)(facts[i - 1].day - facts[0].day));
        pairs++;
      }
  if (out_pairs != NULL)
    *out_pairs = (int)pairs;
  return pairs > 0 ? -100 + 200.0 * (double)agree / ((double)pairs * (double)asleep.a_day) : NAN;
}
