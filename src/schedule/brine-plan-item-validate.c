/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-plan-item.h"

#include "brine-title.h"

#include <math.h>

/* A year: imported entries may be long; what is longer is a mistake. */
#define MAX_MINUTES (366 * BRINE_MINUTES_PER_DAY)
#define MAX_QUOTA 100

static gboolean
fail (GError **error, const char *sentence)
{
  g_set_error_literal (error, BRINE_ERROR, BRINE_ERROR_INVALID, sentence);
  return FALSE;
}

static gboolean
local_is_valid (BrineLocal local)
{
  return brine_day_is_valid (local.day) && local.second >= 0
         && local.second < BRINE_SECONDS_PER_DAY;
}

static gboolean
minutes_are_valid (int minutes)
{
  return minutes >= 0 && minutes <= MAX_MINUTES;
}

static gboolean
validate_texts (const BrinePlanItem *item, GError **error)
{
  const char *texts[] = { item->id,       item->uid,   item->title,      item->recipe_id,
                          item->location, item->notes, item->split_from, item->foreign };

  if (item->id == NULL || *item->id == '\0' || item->uid == NULL || *item->uid == '\0')
    return fail (error, "The plan item has no id.");
  if (item->title == NULL)
    return fail (error, "The plan item has no title.");
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i] != NULL && !g_utf8_validate (texts[i], -1, NULL))
      return fail (error, "A text of the plan item is not valid UTF-8.");
  if (!brine_title_fits (item->title))
    return fail (error, "The title has more than 500 characters.");
  return TRUE;
}

G_STATIC_ASSERT (BRINE_TITLE_MAX == 500);

static gboolean
validate_locals (const GArray *locals, const char *sentence, GError **error)
{
  for (guint i = 0; i < locals->len; i++)
    {
      BrineLocal local = g_array_index (locals, BrineLocal, i);

      if (!local_is_valid (local)
          || (i > 0 && brine_local_compare (g_array_index (locals, BrineLocal, i - 1), local) > 0))
        return fail (error, sentence);
    }
  return TRUE;
}

static gboolean
validate_exceptions (const BrinePlanItem *item, GError **error)
{
  for (guint i = 0; i < item->exceptions->len; i++)
    {
      const BrineException *exception = item->exceptions->pdata[i];
      const BrineException *previous = i > 0 ? item->exceptions->pdata[i - 1] : NULL;

      if (previous != NULL && brine_local_compare (previous->original, exception->original) >= 0)
        return fail (error, "The changed occurrences are not in order, or one is there twice.");
      if (!local_is_valid (exception->original))
        return fail (error, "A changed occurrence has no valid original start.");
      if (exception->title != NULL && !g_utf8_validate (exception->title, -1, NULL))
        return fail (error, "The title of a changed occurrence is not valid UTF-8.");
      if (exception->title != NULL && !brine_title_fits (exception->title))
        return fail (error, "The title of a changed occurrence has more than 500 characters.");
      if (!exception->cancelled
          && (!local_is_valid (exception->start) || !minutes_are_valid (exception->minutes)))
        return fail (error, "A changed occurrence has no valid start or duration.");
    }
  return TRUE;
}

/* The numbers before the last one, and that the last one is it. */
static gboolean
validate_quotas (const BrinePlanItem *item, GError **error)
{
  const GArray *quotas = item->quotas;

  for (guint i = 0; i < quotas->len; i++)
    {
      const BrineQuotaPeriod *period = &g_array_index (quotas, BrineQuotaPeriod, i);

      if (!brine_day_is_valid (period->valid_from)
          || (i > 0 && period->valid_from <= period[-1].valid_from))
        return fail (error,
                     "The numbers of times a week are not in the order of the days from which "
                     "they hold.");
      if (period->times_a_week < 1 || period->times_a_week > MAX_QUOTA)
        return fail (error, "Each earlier number of times a week must be between 1 and 100.");
    }
  if (quotas->len > 0
      && g_array_index (quotas, BrineQuotaPeriod, quotas->len - 1).times_a_week
             != item->quota_per_week)
    return fail (error, "The last of the numbers of times a week is not the one that holds now.");
  return TRUE;
}

static gboolean
validate_times (const BrinePlanItem *item, GError **error)
{
  if (!local_is_valid (item->start))
    return fail (error, "The start is not a date and time of the years 1 to 9999.");
  if (!minutes_are_valid (item->minutes))
    return fail (error, "The duration must be between 0 minutes and 366 days.");
  if (item->quota_per_week < 0 || item->quota_per_week > MAX_QUOTA)
    return fail (error, "The number of times a week must be between 0 and 100.");
  if (item->quota_per_week > 0 && (item->rule != NULL || item->rdates->len > 0))
    return fail (error, "An item done a number of times a week cannot have a recurrence as well.");
  return validate_quotas (item, error) && brine_reminders_validate (item->reminders, error)
         && validate_locals (item->rdates, "An extra date is not valid or not in order.", error)
         && validate_locals (item->exdates, "An excluded date is not valid or not in order.", error)
         && validate_exceptions (item, error);
}

static gboolean
goal_is_valid (const BrineGoal *goal)
{
  gboolean has_low = goal->kind == BRINE_GOAL_AT_LEAST || goal->kind == BRINE_GOAL_BETWEEN;
  gboolean has_high = goal->kind == BRINE_GOAL_AT_MOST || goal->kind == BRINE_GOAL_BETWEEN;

  if (goal->kind < BRINE_GOAL_NONE || goal->kind > BRINE_GOAL_BETWEEN)
    return FALSE;
  if ((has_low && !(isfinite (goal->low) && goal->low >= 0))
      || (has_high && !(isfinite (goal->high) && goal->high >= 0)))
    return FALSE;
  return goal->kind != BRINE_GOAL_BETWEEN || goal->low <= goal->high;
}

static gboolean
validate_goals (const BrinePlanItem *item, GError **error)
{
  for (guint i = 0; i < item->goals->len; i++)
    {
      const BrineGoalPeriod *period = &g_array_index (item->goals, BrineGoalPeriod, i);

      if (!brine_day_is_valid (period->valid_from)
          || (i > 0 && period->valid_from <= period[-1].valid_from))
        return fail (error, "The goals are not in the order of the days from which they hold.");
      if (!goal_is_valid (&period->goal))
        return fail (error, "A goal must have amounts from 0, the lower one first.");
    }
  return TRUE;
}

gboolean
brine_plan_item_validate (const BrinePlanItem *item, GError **error)
{
  g_return_val_if_fail (item != NULL, FALSE);

  if ((int)item->practice < 0 || item->practice >= BRINE_N_PRACTICES)
    return fail (error, "The plan item is of no known practice.");
  if ((int)item->slot < 0 || item->slot > BRINE_MEAL_SLOT_SNACK)
    return fail (error, "The plan item is for no known meal of the day.");
  if (!isfinite (item->portions) || item->portions < 0)
    return fail (error, "The number of portions must be a number from 0.");
  return validate_texts (item, error) && validate_times (item, error)
         && validate_goals (item, error);
}
