/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-series.h"

#include <math.h>

#define STRENGTH_HALF_LIFE_DAYS 13.0

static int
compare_doubles (const void *a, const void *b)
{
  double left = *(const double *)a, right = *(const double *)b;

  return (left > right) - (left < right);
}

double
brine_series_get_median (const double *values, gsize n_values)
{
  double few[16];
  g_autofree double *many = NULL;
  double *known = few;
  gsize n = 0;

  g_return_val_if_fail (values != NULL || n_values == 0, NAN);

  if (n_values > G_N_ELEMENTS (few))
    known = many = g_new (double, n_values);
  for (gsize i = 0; i < n_values; i++)
    if (!isnan (values[i]))
      known[n++] = values[i];
  if (n == 0)
    return NAN;
  qsort (known, n, sizeof (double), compare_doubles);
  return n % 2 == 1 ? known[n / 2] : (known[n / 2 - 1] + known[n / 2]) / 2;
}

double
brine_series_get_mean (const double *values, gsize n_values)
{
  double sum = 0;
  gsize n = 0;

  g_return_val_if_fail (values != NULL || n_values == 0, NAN);

  for (gsize i = 0; i < n_values; i++)
    if (!isnan (values[i]))
      {
        sum += values[i];
        n++;
      }
  return n > 0 ? sum / (double)n : NAN;
}

void
brine_series_smooth (const double *values, gsize n_values, double alpha, double *out_smooth)
{
  double last = NAN;

  g_return_if_fail (n_values == 0 || (values != NULL && out_smooth != NULL));
  g_return_if_fail (alpha > 0 && alpha <= 1);

  for (gsize i = 0; i < n_values; i++)
    {
      if (!isnan (values[i]))
        last = isnan (last) ? values[i] : alpha * values[i] + (1 - alpha) * last;
      out_smooth[i] = last;
    }
}

/* Sum of the @window days that end with @day. */
static double
sum_window (const double *credits, gsize day, int window)
{
  gsize first = day + 1 >= (gsize)window ? day + 1 - (gsize)window : 0;
  double sum = 0;

  for (gsize i = first; i <= day; i++)
    if (!isnan (credits[i]))
      sum += credits[i];
  return sum;
}

double
brine_series_get_strength (const double *credits, gsize n_days, int times, int days,
                           double *out_strengths)
{
  double keep, strength = 0;

  g_return_val_if_fail (credits != NULL || n_days == 0, 0);
  g_return_val_if_fail (times > 0 && days >= times, 0);

  keep = pow (0.5, sqrt ((double)times / days) / STRENGTH_HALF_LIFE_DAYS);
  for (gsize i = 0; i < n_days; i++)
    {
      if (!isnan (credits[i]))
        {
          double credit =
              times == days ? credits[i] : sum_window (credits, i, 2 * days) / (2.0 * times);

          strength = keep * strength + (1 - keep) * CLAMP (credit, 0, 1);
        }
      if (out_strengths != NULL)
        out_strengths[i] = strength;
    }
  return strength;
}
