/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-plan-copy.h"

/* (nullable) What this occurrence has for a text: its own, none when its own is empty, or the
 * item's. */
static const char *
get_text (const char *own, const char *of_item)
{
  if (own == NULL)
    return of_item;
  return *own != '\0' ? own : NULL;
}

static void
copy_goal (BrinePlanItem *copy, const BrineSlot *slot)
{
  BrineGoalPeriod period = { copy->start.day, brine_plan_item_get_goal (slot->item, slot->day) };

  if (period.goal.kind != BRINE_GOAL_NONE)
    g_array_append_val (copy->goals, period);
}

BrinePlanItem *
brine_plan_copy_slot (const BrineSlot *slot, BrineLocal start)
{
  g_return_val_if_fail (slot != NULL && slot->item != NULL, NULL);

  const BrinePlanItem *item = slot->item;
  const BrineException *own = slot->exception;
  const char *title = own != NULL ? get_text (own->title, item->title) : item->title;
  BrinePlanItem *copy =
      brine_plan_item_new (item->practice, title != NULL ? title : "", start, slot->minutes);

  copy->recipe_id =
      g_strdup (own != NULL ? get_text (own->recipe_id, item->recipe_id) : item->recipe_id);
  copy->notes = g_strdup (own != NULL ? get_text (own->notes, item->notes) : item->notes);
  copy->location = g_strdup (item->location);
  copy->slot = item->slot;
  copy->portions = item->portions;
  g_array_append_vals (copy->reminders, item->reminders->data, item->reminders->len);
  copy_goal (copy, slot);
  return copy;
}
