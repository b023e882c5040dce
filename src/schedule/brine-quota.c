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
