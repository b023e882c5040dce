/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <stdlib.h>

/* Runs @body @n times and prints the median and the longest time beside the aim. */
#define BENCH(name, aim, n, body)                                                                  \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree double *times_ = g_new (double, n);                                                 \
    for (int i_ = 0; i_ < (n); i_++)                                                               \
      {                                                                                            \
        gint64 begin_ = bench_now_ns ();                                                           \
        body;                                                                                      \
        times_[i_] = (double)(bench_now_ns () - begin_) / 1e3;                                     \
      }                                                                                            \
    bench_print (name, aim, times_, n);                                                            \
  }                                                                                                \
  G_STMT_END

gint64 bench_now_ns (void);
/* @times_us are sorted in place. */
void bench_print (const char *name, const char *aim, double *times_us, int n);
