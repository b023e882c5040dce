/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench.h"

#include <locale.h>
#include <time.h>

static gint64
get_ns (clockid_t clock)
{
  struct timespec t;

  clock_gettime (clock, &t);
  return (gint64)t.tv_sec * 1000000000 + t.tv_nsec;
}

gint64
bench_now_ns (void)
{
  return get_ns (CLOCK_MONOTONIC);
}

gint64
bench_cpu_ns (void)
{
  return get_ns (CLOCK_PROCESS_CPUTIME_ID);
}

void
bench_print_head (const char *name)
{
  g_print ("%-44s %11s %11s %11s   aim\n", name, "median", "longest", "processor");
}

static int
compare_doubles (const void *a, const void *b)
{
  double x = *(const double *)a;
  double y = *(const double *)b;

  return (x > y) - (x < y);
}

void
bench_print (const char *name, const char *aim, double *times_us, int n, double cpu_us)
{
  double *times[] = { &times_us[n / 2], &times_us[n - 1], &cpu_us };

  setlocale (LC_CTYPE, "C.UTF-8");
  qsort (times_us, n, sizeof *times_us, compare_doubles);
  gboolean small = times_us[n / 2] < 1000;
  g_print ("%-44s", name);
  for (int i = 0; i < 3; i++)
    if (small)
      g_print (" %8.1f µs", *times[i]);
    else
      g_print (" %8.2f ms", *times[i] / 1000);
  g_print ("   %s\n", aim);
}
