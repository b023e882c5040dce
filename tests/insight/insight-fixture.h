/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-facts.h"

/* Days with nothing in them, from "2026-11-22" on. (transfer full) */
BrineDayFacts *fixture_days (const char *first, gsize n);
/* Sets the practice from one letter: d done, p partly, m missed, s skipped, o open, x extra,
 * P paused; any other letter leaves the day as it is. */
void fixture_set_state (BrineDayFacts *day, BrinePractice practice, char state);
void fixture_set_states (BrineDayFacts *days, BrinePractice practice, const char *states);
/* Digits 1 to 5 are a mood; '|' pauses the day, '!' pauses it with mood 3; others: none. */
void fixture_set_moods (BrineDayFacts *days, const char *moods);
/* Hours of the wall clock; a bed hour above the wake hour lies on the evening before. */
void fixture_set_night (BrineDayFacts *day, double bed_hour, double wake_hour);

#define assert_near(a, b) g_assert_cmpfloat_with_epsilon ((a), (b), 1e-6)
#define assert_nan(a) g_assert_true (isnan (a))
