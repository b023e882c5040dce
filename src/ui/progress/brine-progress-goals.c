/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-plan-item.h"
#include "brine-progress-load.h"

#include <math.h>

static double
get_live_goal (const BrinePlanItem *item, BrineDay day)
{
  BrineGoal goal;

  if (item->practice != BRINE_PRACTICE_MEAL || item->goals->len == 0)
    return NAN;
  goal = brine_plan_item_get_goal (item, day);
  if (goal.unit != BRINE_UNIT_SERVINGS || goal.per != BRINE_PER_DAY
      || (goal.kind != BRINE_GOAL_AT_LEAST && goal.kind != BRINE_GOAL_BETWEEN))
    return NAN;
  return goal.low;
}

double *
brine_progress_make_goals (GPtrArray *items, BrineBucket range, double fallback)
{
  gsize n = (gsize)MAX (range.to - range.from + 1, 0);
  double *goals = g_new (double, MAX (n, 1));

  for (gsize i = 0; i < n; i++)
    goals[i] = NAN;
  for (guint item = 0; items != NULL && item < items->len; item++)
    for (gsize i = 0; i < n; i++)
      goals[i] = fmax (goals[i],
                       get_live_goal (g_ptr_array_index (items, item), range.from + (BrineDay)i));
  for (gsize i = 0; i < n; i++)
    if (isnan (goals[i]))
      goals[i] = fallback;
  return goals;
}

static double
to_minutes (double value, BrineUnit unit)
{
  return brine_amount_get_minutes ((BrineAmount){ value, unit });
}

BrineSleepTarget
brine_progress_find_sleep_target (GPtrArray *items, BrineDay day)
{
  BrineSleepTarget target = BRINE_SLEEP_TARGET_DEFAULT;

  for (guint i = 0; items != NULL && i < items->len; i++)
    {
      const BrinePlanItem *item = g_ptr_array_index (items, i);
      BrineGoal goal;

      if (item->practice != BRINE_PRACTICE_SLEEP)
        continue;
      goal = brine_plan_item_get_goal (item, day);
      if (goal.kind == BRINE_GOAL_BETWEEN && to_minutes (goal.low, goal.unit) > 0
          && to_minutes (goal.high, goal.unit) >= to_minutes (goal.low, goal.unit))
        {
          target.low_minutes = (int)lrint (to_minutes (goal.low, goal.unit));
          target.high_minutes = (int)lrint (to_minutes (goal.high, goal.unit));
        }
    }
  return target;
}
