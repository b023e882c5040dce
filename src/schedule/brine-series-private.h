/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-rule-private.h"

G_BEGIN_DECLS

/*
 * What a rule means from a given start. The starts of a rule are the product of two choices:
 *
 *   units    days for DAILY to YEARLY; hours, minutes or seconds below. A unit is in the series
 *            when its period (day, week, month, year, hour …) is a multiple of INTERVAL away
 *            from that of the start, and every BY part that is not finer than it lets it pass.
 *   offsets  the seconds within such a unit: every combination of the finer BY parts, or of what
 *            the start says where there is none.
 *
 * Days are looked up in masks of whole months, so that one step decides about a month. BYSETPOS
 * within a unit merely thins out the offsets; over a week, month or year it is taken from the
 * product when the period is visited.
 */
typedef struct
{
  BrineRuleParts parts;  /* with what the start implies */
  int64_t start;         /* seconds of the wall clock, as all times below */
  int64_t last;          /* nothing lies after it */
  int64_t unit_seconds;  /* 86,400, 3,600, 60 or 1 */
  int *offsets;          /* ascending, within [0, unit_seconds) */
  guint n_offsets;       /* 0: the series is empty */
  gboolean chooses_days; /* FALSE: every day passes */
  /* What stands in the parts, looked at once. */
  unsigned ordinal_weekdays; /* those that BYDAY names with an ordinal */
  gboolean has_month_days;
  gboolean has_year_days;
  gboolean has_week_numbers;
  /* BYMONTHDAY and BYYEARDAY below 0, turned round: bit 0 for -31 and -366. */
  guint64 month_days_from_end;
  guint64 year_days_from_end[BRINE_SIGNED_SET_WORDS];
  gboolean by_period; /* BYSETPOS over a week, month or year */
} BrineSeries;

BrineSeries *brine_series_new (const BrineRule *rule, BrineLocal start);
void brine_series_free (BrineSeries *series);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BrineSeries, brine_series_free)

/* The days of a month that pass the BY parts: bit 0 for the first. */
guint32 brine_series_get_month_mask (const BrineSeries *series, int year, int month);

/* Weeks, months or years since some origin, for WEEKLY to YEARLY: that of a day, its first day. */
int64_t brine_series_get_period (const BrineSeries *series, int64_t day);
int64_t brine_series_get_period_first (const BrineSeries *series, int64_t period);
/* The first unit from @unit on whose period INTERVAL does not leave out. */
int64_t brine_series_align_unit (const BrineSeries *series, int64_t unit);

G_END_DECLS
