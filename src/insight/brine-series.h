/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-bucket.h"

G_BEGIN_DECLS

/**
 * brine_series_get_median:
 * @values: (array length=n_values) (nullable): NAN entries are passed over
 *
 * Returns: the middle value, the mean of the middle two for an even number; NAN without values
 */
double brine_series_get_median (const double *values, gsize n_values);

/* Arithmetic mean of what is not NAN; NAN without values. */
double brine_series_get_mean (const double *values, gsize n_values);

/**
 * brine_series_smooth:
 * @alpha: weight of the newest value, above 0 and at most 1
 * @out_smooth: (out) (array length=n_values): NAN until the first value
 *
 * Exponentially weighted moving average s_t = alpha y_t + (1 - alpha) s_(t-1), begun with the
 * first value and unchanged where @values is NAN.
 */
void brine_series_smooth (const double *values, gsize n_values, double alpha, double *out_smooth);

/**
 * brine_series_get_strength:
 * @credits: (array length=n_days): one a day, 0 to 1: how much was done; NAN leaves the day out
 * @times: goal of that many times …
 * @days: … in that many days, not fewer than @times
 * @out_strengths: (out) (array length=n_days) (optional): the score after each day
 *
 * Habit strength as Loop Habit Tracker defines its score: s_t = m s_(t-1) + (1 - m) c_t from
 * s_0 = 0, with m = 0.5^(sqrt(f)/13) and f = times/days. For f below 1 both are doubled and c_t
 * is what the last @days days hold of the goal, at most 1. It is no adherence and never called so.
 *
 * Returns: the score after the last day, 0 to 1; 0 without days
 */
double brine_series_get_strength (const double *credits, gsize n_days, int times, int days,
                                  double *out_strengths);

G_END_DECLS
