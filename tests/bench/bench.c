/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench.h"

#include <locale.h>
#include <time.h>

gint64
bench_now_ns (void)
{
  struct timespec t;

  clock_gettime (CLOCK_MONOTONIC, &t);
  return (gint64)t.tv_sec * 1000000000 + t.tv_nsec;
}

static int
compare_doubles (const void *a, const void *b)
{
  double x = *(const double *)a;
  double y = *(const double *)b;

  return (x > y) - (x < y);
}

void
bench_print (const char *name, const char *aim, double *times_us, int n)
{
  setlocale (LC_CTYPE, "C.UTF-8");
  qsort (times_us, n, sizeof *times_us, compare_doubles);
  if (times_us[n / 2] < 1000)
    g_print ("%-44s %8.1f µs %8.1f µs   %s\n", name, times_us[n / 2], times_us[n - 1], aim);
  else
    g_print ("%-44s %8.2f ms %8.2f ms   %s\n", name, times_us[n / 2] / 1000, times_us[n - 1] / 1000,
             aim);
}
