/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-plan-item.h"

G_BEGIN_DECLS

/* Weeks that end on one of the days from @from to @to, and before @today: the week that is under way
 * may still be filled. */
typedef struct
{
  BrineDay from;
  BrineDay to;
  BrineDay today;
  int first_weekday; /* 1 Monday to 7 Sunday */
} BrineQuotaSpan;

/**
 * BrineQuotaSum:
 * @item: (transfer none): the quota, of the list that was given
 * @weeks: whole weeks of the span since the quota stands that asked for something
 * @reached: how many of those had as many times as they asked for
 * @asked: times that they asked for together, by brine_quota_get_due()
 * @done: times that were done or partly done, of each week no more than it asked for
 * @low_before: where some of the weeks had another number of times a week than holds now: the
 *   smallest of theirs; else 0
 * @high_before: the largest of theirs; else 0
 * @since: first day from which the number of now holds, when there is another one
 *
 * What became of something that is done some times a week: it has no days that it could be missed
 * on, so that only whole weeks tell.
 */
typedef struct
{
  const BrinePlanItem *item;
  int weeks;
  int reached;
  int asked;
  int done;
  int low_before;
  int high_before;
  BrineDay since;
} BrineQuotaSum;

/**
 * brine_quota_get_first_day:
 *
 * Returns: the first day of the first week of @span, on or before its @from: the first day that
 *   logs and pauses are needed of
 */
BrineDay brine_quota_get_first_day (const BrineQuotaSpan *span);
/**
 * brine_quota_sum_weeks:
 * @items: (element-type BrinePlanItem): the plan; quotas and the times that are planned of them
 * @logs: (element-type BrineLog): of the days from brine_quota_get_first_day() on, in any order
 * @pauses: (element-type BrinePause): of the same days
 *
 * Each week is judged by the number that held in it: brine_quota_get_times(). Pure; any thread; one
 * pass over @logs.
 *
 * Returns: (transfer full) (element-type BrineQuotaSum): one for each quota that has a week, in the
 *   order of @items
 */
GArray *brine_quota_sum_weeks (const GPtrArray *items, const GPtrArray *logs,
                               const GPtrArray *pauses, const BrineQuotaSpan *span);

G_END_DECLS
