/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-adherence.h"
#include "brine-mood.h"
#include "brine-servings.h"
#include "brine-sleep.h"

G_BEGIN_DECLS

/* Days at the end of a range that are told apart in words. */
#define BRINE_SUMMARY_RECENT_DAYS 28

/**
 * BrineSummary:
 * @days: civil days in all
 * @mood: of the whole range
 * @recent_mood: median of the last 28 days; NAN when the range has no more than those, or when
 *   nothing was logged in them
 * @adherence: one for each practice
 * @regularity: Sleep Regularity Index; NAN below BRINE_SLEEP_REGULARITY_LEAST pairs of days
 *
 * What a text says about a range, in numbers alone.
 */
typedef struct
{
  int days;
  BrineMoodStats mood;
  double recent_mood;
  BrineAdherence adherence[BRINE_N_PRACTICES];
  BrineSleepStats sleep;
  double regularity;
  BrineServingStats servings;
} BrineSummary;

BrineSummary brine_summary_get (const BrineDayFacts *facts, gsize n_facts, BrineSleepTarget target);

/* Whether nothing at all was logged. */
gboolean brine_summary_is_empty (const BrineSummary *summary);

G_END_DECLS
