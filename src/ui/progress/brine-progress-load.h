/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-progress-data.h"
#include "brine-progress-range.h"
#include "brine-store.h"

G_BEGIN_DECLS

typedef struct
{
  BrineRangeKind kind;
  BrineDay end; /* days after @today are not shown */
  BrineDay today;
  BrineLocal now;
  int first_weekday; /* 1 Monday to 7 Sunday */
} BrineProgressWanted;

/* Reads what a range needs from @store and works it out in a thread of its own: the main thread
 * only hands things on. Main thread; one call does not wait for another. */
void brine_progress_load_async (BrineStore *store, const BrineProgressWanted *wanted,
                                GCancellable *cancellable, GAsyncReadyCallback callback,
                                gpointer user_data);

/**
 * brine_progress_load_finish:
 * @out_first: (out) (optional): first civil day with anything in it, BRINE_DAY_INVALID for none
 *
 * Returns: (transfer full) (nullable): %NULL without an error in a diary that holds nothing yet;
 *   errors are those of the store
 */
BrineProgressData *brine_progress_load_finish (GAsyncResult *result, BrineDay *out_first,
                                               GError **error);

/**
 * brine_progress_make_goals:
 * @items: (element-type BrinePlanItem) (nullable): the plan
 * @fallback: goal where no meal of the plan has one; NAN for none
 *
 * Live servings a day that each day of @range was meant to have: of the goals in servings a day
 * that meals had on that day the largest, so that the past is judged by its own goal.
 *
 * Returns: (transfer full) (array): one for each day
 */
double *brine_progress_make_goals (GPtrArray *items, BrineBucket range, double fallback);

/* Weeks of plants and of quotas that are looked at, back from the end of a range: a year. */
#define BRINE_PROGRESS_WEEKS 52

/**
 * brine_progress_make_plant_weeks:
 * @logs: (element-type BrineLog): sorted by time or not
 * @facts: (array length=n_facts): of the days of @range at least, sorted
 *
 * Plant points of the weeks of seven days that end with the last day of @range, the newest
 * first, as far as they lie in it and a year back at most. A week with a paused day, or with no
 * plant logged, does not count: NAN.
 *
 * Returns: (transfer full) (element-type double)
 */
GArray *brine_progress_make_plant_weeks (GPtrArray *logs, BrineBucket range,
                                         const BrineDayFacts *facts, gsize n_facts);

/* The goal of sleep on @day, in the plan's words "7-9 h"; the usual one where there is none. */
BrineSleepTarget brine_progress_find_sleep_target (GPtrArray *items, BrineDay day);

G_END_DECLS
