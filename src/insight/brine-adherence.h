/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-bucket.h"

G_BEGIN_DECLS

/**
 * BrineAdherence:
 * @value: 0 to 1: (done + partly / 2) / counted; NAN when nothing is counted
 * @credit: done + partly / 2
 * @counted: occurrences that count: done + partly + missed
 * @done: occurrences done
 * @partly: occurrences partly done
 * @missed: occurrences of days that are over with nothing logged
 * @skipped: excused, out of numerator and denominator
 * @paused: planned on paused days, logged or not: out of both
 * @open: not over yet, therefore not counted yet
 * @extra: done without a plan or for a quota; never part of @value
 * @days: days with something counted
 * @logged_days: days of those where something was logged
 * @most_a_day: the largest number counted on one day
 *
 * What was done of what was planned. Nothing says that a missed occurrence was not done, only
 * that it was not logged: (@credit + @missed) / @counted is the upper bound of @value.
 */
typedef struct
{
  double value;
  double credit;
  int counted;
  int done;
  int partly;
  int missed;
  int skipped;
  int paused;
  int open;
  int extra;
  int days;
  int logged_days;
  int most_a_day;
} BrineAdherence;

/**
 * brine_adherence_get:
 * @facts: (array length=n_facts) (nullable): sorted by day; %NULL for none
 *
 * Adherence to @practice over all of @facts: "taking adherence" of the taxonomy of Vrijens et
 * al. 2012 (10.1111/j.1365-2125.2012.04167.x), with excused doses out of both terms.
 */
BrineAdherence brine_adherence_get (const BrineDayFacts *facts, gsize n_facts,
                                    BrinePractice practice);

/**
 * brine_adherence_by_weekday:
 * @out_weekdays: (out) (array fixed-size=7): Monday first
 */
void brine_adherence_by_weekday (const BrineDayFacts *facts, gsize n_facts, BrinePractice practice,
                                 BrineAdherence out_weekdays[7]);

/**
 * BrineTrend:
 * @BRINE_TREND_UNKNOWN: too little is counted on one side to compare
 * @BRINE_TREND_SAME: the two differ by less than five points of a hundred
 */
typedef enum
{
  BRINE_TREND_UNKNOWN,
  BRINE_TREND_SAME,
  BRINE_TREND_MORE,
  BRINE_TREND_LESS,
} BrineTrend;

/* Occurrences that each side needs before two ranges are compared. */
#define BRINE_TREND_LEAST 4

/* Compares a range with the one before it: a description, no test of significance. */
BrineTrend brine_adherence_compare (const BrineAdherence *now, const BrineAdherence *before);

G_END_DECLS
