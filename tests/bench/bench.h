/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <stdlib.h>

/* Runs @body @n times and prints the median and the longest time beside the aim, and the processor
 * time of one run in all threads, which other programs hardly change. */
#define BENCH(name, aim, n, body)                                                                  \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree double *times_ = g_new (double, n);                                                 \
    gint64 cpu_ = bench_cpu_ns ();                                                                 \
    for (int i_ = 0; i_ < (n); i_++)                                                               \
      {                                                                                            \
        gint64 begin_ = bench_now_ns ();                                                           \
        body;                                                                                      \
        times_[i_] = (double)(bench_now_ns () - begin_) / 1e3;                                     \
      }                                                                                            \
    bench_print (name, aim, times_, n, (double)(bench_cpu_ns () - cpu_) / 1e3 / (n));              \
  }                                                                                                \
  G_STMT_END

gint64 bench_now_ns (void);
/* Processor time of the process. */
gint64 bench_cpu_ns (void);
/* The line over the rows that follow. */
void bench_print_head (const char *name);
/* @times_us are sorted in place. */
void bench_print (const char *name, const char *aim, double *times_us, int n, double cpu_us);
