/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-plan-item.h"
#include "brine-records.h"

G_BEGIN_DECLS

/* Something that is done n times a week, on any days. Pure; any thread. */

/**
 * brine_quota_get_due:
 * @times_a_week: what is meant for a week without a pause, 0 to 1000
 * @n_paused_days: days of the week that are paused, 0 to 7
 *
 * A pause counts for nothing, so a week asks for no more than the days do that are left of it:
 * @times_a_week × (7 − @n_paused_days) ÷ 7, to the nearest whole number. Rounded up, once a week
 * would still be asked of whoever has one day left; rounded down, a single day in bed would take
 * the week's one walk away and with it its reminder. There never is a tie, as seven is odd.
 *
 * Returns: how many times the week asks for: 0 when all of it is paused, @times_a_week when nothing
 *   is, never more for more paused days
 */
int brine_quota_get_due (int times_a_week, int n_paused_days);
/**
 * brine_quota_get_times:
 * @quota: an item that is done n times a week
 * @week_start: the first day of a week, whichever weekday that is
 *
 * The number that holds on most days of the week, which is that of its fourth day: a number holds
 * from the first day of a week on, and the user may have other weeks by now. The first number that is
 * known holds for all time before.
 *
 * Returns: how many times are meant for that week, before a pause takes any off: 0 to 100, 0 only
 *   for an item that is no quota
 */
int brine_quota_get_times (const BrinePlanItem *quota, BrineDay week_start);
/**
 * brine_quota_set_times:
 * @item: an item that is done n times a week, is about to be, or no longer
 * @times: times a week from now on, 0 to 100; 0: no quota any more, which forgets its numbers
 * @week_start: the first day of the week that is under way
 *
 * Another number holds from that week on, since a quota counts whole weeks; those before keep
 * theirs. A number that was set in the same week is replaced. One that began no earlier than
 * this week has no week to keep. The same number again changes nothing.
 */
void brine_quota_set_times (BrinePlanItem *item, int times, BrineDay week_start);
/**
 * brine_quota_count_paused_days:
 * @pauses: (element-type BrinePause): in any order; others than those of the week do no harm
 * @week_start: the first day of a week, whichever weekday that is
 *
 * Returns: how many of the seven days from @week_start on lie in a pause, each counted once
 */
int brine_quota_count_paused_days (const GPtrArray *pauses, BrineDay week_start);
/**
 * brine_quota_has_time:
 * @quota: an item that is done n times a week
 *
 * Returns: whether @item was planned once, as one of the times of @quota. Later halves of split
 *   series have the same mark, and dates of their own: they are none.
 */
gboolean brine_quota_has_time (const BrinePlanItem *quota, const BrinePlanItem *item);

G_END_DECLS
