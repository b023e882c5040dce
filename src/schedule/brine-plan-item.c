/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-plan-item.h"

/* Exceptions ---------------------------------------------------------------------------- */

BrineException *
brine_exception_new (BrineLocal original)
{
  BrineException *exception = g_new0 (BrineException, 1);

  exception->original = original;
  exception->start = original;
  return exception;
}

BrineException *
brine_exception_copy (const BrineException *exception)
{
  BrineException *copy;

  g_return_val_if_fail (exception != NULL, NULL);

  copy = g_new (BrineException, 1);
  *copy = *exception;
  copy->title = g_strdup (exception->title);
  copy->notes = g_strdup (exception->notes);
  copy->recipe_id = g_strdup (exception->recipe_id);
  return copy;
}

void
brine_exception_free (BrineException *exception)
{
  if (exception == NULL)
    return;
  g_free (exception->title);
  g_free (exception->notes);
  g_free (exception->recipe_id);
  g_free (exception);
}

static gboolean
exception_equal (const BrineException *a, const BrineException *b)
{
  if (!brine_local_equal (a->original, b->original) || a->cancelled != b->cancelled)
    return FALSE;
  return a->cancelled
         || (brine_local_equal (a->start, b->start) && a->minutes == b->minutes
             && g_strcmp0 (a->title, b->title) == 0 && g_strcmp0 (a->notes, b->notes) == 0
             && g_strcmp0 (a->recipe_id, b->recipe_id) == 0);
}

/* Plan items ---------------------------------------------------------------------------- */

BrinePlanItem *
brine_plan_item_new (BrinePractice practice, const char *title, BrineLocal start, int minutes)
{
  BrinePlanItem *item;

  g_return_val_if_fail (title != NULL, NULL);

  item = g_new0 (BrinePlanItem, 1);
  item->id = brine_id_new ();
  item->uid = g_strdup (item->id);
  item->practice = practice;
  item->title = g_strdup (title);
  item->start = start;
  item->minutes = minutes;
  item->rdates = g_array_new (FALSE, FALSE, sizeof (BrineLocal));
  item->exdates = g_array_new (FALSE, FALSE, sizeof (BrineLocal));
  item->exceptions = g_ptr_array_new_with_free_func ((GDestroyNotify)brine_exception_free);
  item->quotas = g_array_new (FALSE, FALSE, sizeof (BrineQuotaPeriod));
  item->goals = g_array_new (FALSE, FALSE, sizeof (BrineGoalPeriod));
  item->reminders = brine_reminders_new ();
  item->portions = 1;
  return item;
}

static gpointer
copy_exception (gconstpointer exception, gpointer user_data)
{
  return brine_exception_copy (exception);
}

BrinePlanItem *
brine_plan_item_copy (const BrinePlanItem *item)
{
  BrinePlanItem *copy;

  g_return_val_if_fail (item != NULL, NULL);

  copy = g_new (BrinePlanItem, 1);
  *copy = *item;
  copy->id = g_strdup (item->id);
  copy->uid = g_strdup (item->uid);
  copy->title = g_strdup (item->title);
  copy->rule = item->rule != NULL ? brine_rule_ref (item->rule) : NULL;
  copy->rdates = g_array_copy (item->rdates);
  copy->exdates = g_array_copy (item->exdates);
  copy->exceptions = g_ptr_array_copy (item->exceptions, (GCopyFunc)copy_exception, NULL);
  copy->quotas = g_array_copy (item->quotas);
  copy->goals = g_array_copy (item->goals);
  copy->reminders = g_array_copy (item->reminders);
  copy->recipe_id = g_strdup (item->recipe_id);
  copy->location = g_strdup (item->location);
  copy->notes = g_strdup (item->notes);
  copy->split_from = g_strdup (item->split_from);
  copy->foreign = g_strdup (item->foreign);
  return copy;
}

BrinePlanItem *
brine_plan_item_plan_time (const BrinePlanItem *quota, BrineLocal start)
{
  g_return_val_if_fail (quota != NULL && quota->quota_per_week > 0, NULL);

  BrinePlanItem *item = brine_plan_item_new (quota->practice, quota->title, start, quota->minutes);
  BrineGoalPeriod goal = { start.day, brine_plan_item_get_goal (quota, start.day) };

  item->slot = quota->slot;
  item->recipe_id = g_strdup (quota->recipe_id);
  item->portions = quota->portions;
  item->location = g_strdup (quota->location);
  item->notes = g_strdup (quota->notes);
  item->split_from = g_strdup (quota->id);
  if (goal.goal.kind != BRINE_GOAL_NONE)
    g_array_append_val (item->goals, goal);
  for (guint i = 0; i < quota->reminders->len; i++)
    {
      const BrineReminder *reminder = &g_array_index (quota->reminders, BrineReminder, i);

      if (reminder->kind == BRINE_REMINDER_OFFSET)
        brine_reminders_add (item->reminders, *reminder);
    }
  return item;
}

void
brine_plan_item_free (BrinePlanItem *item)
{
  if (item == NULL)
    return;
  g_free (item->id);
  g_free (item->uid);
  g_free (item->title);
  g_clear_pointer (&item->rule, brine_rule_unref);
  g_array_unref (item->rdates);
  g_array_unref (item->exdates);
  g_ptr_array_unref (item->exceptions);
  g_array_unref (item->quotas);
  g_array_unref (item->goals);
  g_array_unref (item->reminders);
  g_free (item->recipe_id);
  g_free (item->location);
  g_free (item->notes);
  g_free (item->split_from);
  g_free (item->foreign);
  g_free (item);
}

static gboolean
locals_equal (const GArray *a, const GArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (!brine_local_equal (g_array_index (a, BrineLocal, i), g_array_index (b, BrineLocal, i)))
      return FALSE;
  return TRUE;
}

static gboolean
exceptions_equal (const GPtrArray *a, const GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (!exception_equal (a->pdata[i], b->pdata[i]))
      return FALSE;
  return TRUE;
}

static gboolean
quotas_equal (const GArray *a, const GArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      const BrineQuotaPeriod *x = &g_array_index (a, BrineQuotaPeriod, i);
      const BrineQuotaPeriod *y = &g_array_index (b, BrineQuotaPeriod, i);

      if (x->valid_from != y->valid_from || x->times_a_week != y->times_a_week)
        return FALSE;
    }
  return TRUE;
}

static gboolean
goals_equal (const GArray *a, const GArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      const BrineGoalPeriod *x = &g_array_index (a, BrineGoalPeriod, i);
      const BrineGoalPeriod *y = &g_array_index (b, BrineGoalPeriod, i);

      if (x->valid_from != y->valid_from || !brine_goal_equal (&x->goal, &y->goal))
        return FALSE;
    }
  return TRUE;
}

static gboolean
rules_equal (const BrineRule *a, const BrineRule *b)
{
  return a == b || (a != NULL && b != NULL && brine_rule_equal (a, b));
}

static gboolean
times_equal (const BrinePlanItem *a, const BrinePlanItem *b)
{
  return brine_local_equal (a->start, b->start) && a->minutes == b->minutes
         && rules_equal (a->rule, b->rule) && locals_equal (a->rdates, b->rdates)
         && locals_equal (a->exdates, b->exdates) && exceptions_equal (a->exceptions, b->exceptions)
         && a->quota_per_week == b->quota_per_week && quotas_equal (a->quotas, b->quotas)
         && brine_reminders_equal (a->reminders, b->reminders);
}

gboolean
brine_plan_item_equal (const BrinePlanItem *a, const BrinePlanItem *b)
{
  g_return_val_if_fail (a != NULL, FALSE);
  g_return_val_if_fail (b != NULL, FALSE);

  return g_strcmp0 (a->id, b->id) == 0 && g_strcmp0 (a->uid, b->uid) == 0
         && a->practice == b->practice && g_strcmp0 (a->title, b->title) == 0 && times_equal (a, b)
         && goals_equal (a->goals, b->goals) && a->slot == b->slot
         && g_strcmp0 (a->recipe_id, b->recipe_id) == 0 && a->portions == b->portions
         && g_strcmp0 (a->location, b->location) == 0 && g_strcmp0 (a->notes, b->notes) == 0
         && g_strcmp0 (a->split_from, b->split_from) == 0
         && g_strcmp0 (a->foreign, b->foreign) == 0;
}

gboolean
brine_plan_item_is_recurring (const BrinePlanItem *item)
{
  g_return_val_if_fail (item != NULL, FALSE);

  return item->quota_per_week == 0 && (item->rule != NULL || item->rdates->len > 0);
}

BrineRecurrence *
brine_plan_item_get_recurrence (const BrinePlanItem *item)
{
  g_return_val_if_fail (item != NULL, NULL);

  return brine_recurrence_new (item->start, item->rule, item->rdates, item->exdates);
}

BrineException *
brine_plan_item_find_exception (const BrinePlanItem *item, BrineLocal original)
{
  guint low = 0;
  guint high;

  g_return_val_if_fail (item != NULL, NULL);

  high = item->exceptions->len;
  while (low < high)
    {
      guint middle = (low + high) / 2;
      BrineException *exception = item->exceptions->pdata[middle];
      int order = brine_local_compare (exception->original, original);

      if (order == 0)
        return exception;
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return NULL;
}

BrineGoal
brine_plan_item_get_goal (const BrinePlanItem *item, BrineDay day)
{
  BrineGoal goal = { 0 };

  g_return_val_if_fail (item != NULL, goal);

  for (guint i = 0; i < item->goals->len; i++)
    {
      const BrineGoalPeriod *period = &g_array_index (item->goals, BrineGoalPeriod, i);

      if (period->valid_from > day)
        break;
      goal = period->goal;
    }
  return goal;
}
