/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-quota.h"

#define DAYS_A_WEEK 7

int
brine_quota_get_due (int times_a_week, int n_paused_days)
{
  g_return_val_if_fail (times_a_week >= 0 && times_a_week <= 1000, 0);
  g_return_val_if_fail (n_paused_days >= 0 && n_paused_days <= DAYS_A_WEEK, times_a_week);

  return (2 * times_a_week * (DAYS_A_WEEK - n_paused_days) + DAYS_A_WEEK) / (2 * DAYS_A_WEEK);
}

/* Numbers -------------------------------------------------------------------------------------- */

int
brine_quota_get_times (const BrinePlanItem *quota, BrineDay week_start)
{
  g_return_val_if_fail (quota != NULL, 0);

  int times = quota->quota_per_week;
  for (guint i = 0; i < quota->quotas->len; i++)
    {
      const BrineQuotaPeriod *period = &g_array_index (quota->quotas, BrineQuotaPeriod, i);

      if (i > 0 && period->valid_from > week_start + DAYS_A_WEEK / 2)
        break;
      times = period->times_a_week;
    }
  return times;
}

/* Drops what holds from @week_start on; the first number held before that as well. */
static void
cut_periods (GArray *quotas, BrineDay week_start)
{
  while (quotas->len > 1
         && g_array_index (quotas, BrineQuotaPeriod, quotas->len - 1).valid_from >= week_start)
    g_array_set_size (quotas, quotas->len - 1);

  BrineQuotaPeriod *first = &g_array_index (quotas, BrineQuotaPeriod, 0);
  if (first->valid_from >= week_start)
    first->valid_from = week_start - DAYS_A_WEEK;
}

static void
append_period (GArray *quotas, BrineDay valid_from, int times)
{
  BrineQuotaPeriod period = { valid_from, times };

  if (quotas->len == 0
      || g_array_index (quotas, BrineQuotaPeriod, quotas->len - 1).times_a_week != times)
    g_array_append_val (quotas, period);
}

void
brine_quota_set_times (BrinePlanItem *item, int times, BrineDay week_start)
{
  g_return_if_fail (item != NULL && times >= 0);
  g_return_if_fail (brine_day_is_valid (week_start));

  GArray *quotas = item->quotas;
  if (times == item->quota_per_week)
    return;
  if (times > 0 && item->quota_per_week > 0 && quotas->len == 0 && item->start.day < week_start)
    append_period (quotas, item->start.day, item->quota_per_week);
  if (times == 0)
    g_array_set_size (quotas, 0);
  if (quotas->len > 0)
    {
      cut_periods (quotas, week_start);
      append_period (quotas, week_start, times);
    }
  /* One number that always held. */
  if (quotas->len == 1)
    g_array_set_size (quotas, 0);
  item->quota_per_week = times;
}

/* Pauses --------------------------------------------------------------------------------------- */

static gboolean
is_paused (const GPtrArray *pauses, BrineDay day)
{
  for (guint i = 0; i < pauses->len; i++)
    {
      const BrinePause *pause = pauses->pdata[i];

      if (pause->from <= day && day <= pause->to)
        return TRUE;
    }
  return FALSE;
}

int
brine_quota_count_paused_days (const GPtrArray *pauses, BrineDay week_start)
{
  int n = 0;

  g_return_val_if_fail (pauses != NULL, 0);
  g_return_val_if_fail (brine_day_is_valid (week_start), 0);

  for (int i = 0; i < DAYS_A_WEEK; i++)
    n += is_paused (pauses, week_start + i);
  return n;
}

gboolean
brine_quota_has_time (const BrinePlanItem *quota, const BrinePlanItem *item)
{
  g_return_val_if_fail (quota != NULL && item != NULL, FALSE);

  return item->quota_per_week == 0 && g_strcmp0 (item->split_from, quota->id) == 0
         && !brine_plan_item_is_recurring (item);
}
