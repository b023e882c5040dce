/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-change.h"
#include "brine-occurrence.h"
#include "brine-recipe.h"

G_BEGIN_DECLS

/*
 * What is written when somebody says "done": the same wherever they say it, in the window, in the
 * terminal or on a notification. Pure; any thread.
 */

/**
 * BrineLogMaker:
 * @catalogue: (nullable): live servings and plants of a meal come from its recipe
 * @zone: where one is
 * @day_start_minutes: when days start, in minutes after midnight, 0 to 720
 *
 * What a log is made with; borrowed.
 */
typedef struct
{
  BrineCatalogue *catalogue;
  GTimeZone *zone;
  BrineInstant now;
  int day_start_minutes;
} BrineLogMaker;

/**
 * brine_log_maker_get_moment:
 * @day: the civil day that something belongs to
 * @planned: when it was planned
 *
 * Returns: when it is logged: what belongs to today now, any other day at its planned time
 */
BrineMoment brine_log_maker_get_moment (const BrineLogMaker *with, BrineDay day,
                                        BrineLocal planned);
/**
 * brine_log_add_meal:
 * @log: (inout): of anything
 *
 * Gives it the live servings and plants of its recipe for the portions of its amount, one if that is
 * none of portions. A skipped meal, one without a recipe or of an unknown one is left as it is.
 */
void brine_log_add_meal (BrineLog *log, const BrineLogMaker *with);

/**
 * brine_log_make:
 * @state: DONE, PARTLY or SKIPPED
 * @reason: of a skipped one, else BRINE_SKIP_NONE
 * @amount: what was done; unit NONE: as planned, or half of that for PARTLY
 *
 * Returns: (transfer full): the log of @occurrence, or the one it has with these said instead
 */
BrineLog *brine_log_make (BrineOccurrence *occurrence, BrineState state, BrineSkipReason reason,
                          BrineAmount amount, const BrineLogMaker *with);
/**
 * brine_log_make_time:
 * @quota: an item that is done a number of times a week
 * @planned: (nullable): the item that is one time of it on @day, if one is planned
 *
 * Returns: (transfer full): the log of one time, on @day: of @planned at its time, else at noon;
 *   now when @day is today
 */
BrineLog *brine_log_make_time (const BrinePlanItem *quota, const BrinePlanItem *planned,
                               BrineDay day, const BrineLogMaker *with);
/**
 * brine_night_set_span:
 * @bed: by the wall clock, before @wake
 * @wake: by the wall clock
 *
 * Says when @night was slept. Where @bed lies in a gap of the clocks and comes out after @wake, it is
 * taken to have lasted as long as the wall clock says.
 */
void brine_night_set_span (BrineNight *night, BrineLocal bed, BrineLocal wake,
                           const BrineLogMaker *with);
/**
 * brine_night_make:
 *
 * Returns: (transfer full): the night that @occurrence (practice sleep) planned
 */
BrineNight *brine_night_make (BrineOccurrence *occurrence, const BrineLogMaker *with);

/**
 * brine_change_put_outcome:
 * @state: DONE, PARTLY or SKIPPED
 *
 * Puts what became of @occurrence: a night for sleep that is done, else a log. What it had of the
 * other is removed.
 *
 * Returns: FALSE when there is nothing to put: the night is logged already
 */
gboolean brine_change_put_outcome (BrineChange *change, BrineOccurrence *occurrence,
                                   BrineState state, BrineSkipReason reason, BrineAmount amount,
                                   const BrineLogMaker *with);

G_END_DECLS
