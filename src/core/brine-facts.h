/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-types.h"

G_BEGIN_DECLS

/*
 * One civil day in numbers: what the store counts and what the insight layer reads. `planned`
 * counts every occurrence of the day (quota items are left out); the others tell what became of
 * them: planned = open + done + partly + skipped + missed + paused.
 */
typedef struct
{
  int planned;
  int open; /* planned or due: neither logged nor over */
  int done;
  int partly;
  int skipped; /* excused: out of numerator and denominator */
  int missed;
  int paused;
  int extra;      /* logs without a plan, and quota items, done or partly */
  double minutes; /* of all logs of the practice */
} BrinePracticeFacts;

typedef struct
{
  BrineDay day;
  BrinePracticeFacts practices[BRINE_N_PRACTICES];
  int n_checkins;
  double mood_mean; /* of the day's check-ins; NAN when there is none */
  int mood_last;    /* 1 to 5; 0: none. So for the next three */
  int energy_last;
  int stress_last;
  int gut_last;
  gboolean has_night;
  BrineLocal bed; /* wall clock readings */
  BrineLocal wake;
  int sleep_minutes; /* 0: no night */
  int rested;        /* 1 to 5; 0: not said */
  double live_servings;
  double plant_points; /* of the day alone */
  gboolean paused;
  BrinePauseReason pause_reason;
} BrineDayFacts;

G_END_DECLS
