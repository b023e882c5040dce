/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-plan-copy.h"

#define DAYS_PER_WEEK 7

/* Entries ----------------------------------------------------------------------------------- */

BrinePlanEntry *
brine_plan_entry_new (void)
{
  BrinePlanEntry *entry = g_new0 (BrinePlanEntry, 1);

  entry->title = g_strdup ("");
  entry->portions = 1;
  entry->goals = g_array_new (FALSE, FALSE, sizeof (BrineGoalPeriod));
  entry->reminders = brine_reminders_new ();
  return entry;
}

BrinePlanEntry *
brine_plan_entry_copy (const BrinePlanEntry *entry)
{
  BrinePlanEntry *copy;

  g_return_val_if_fail (entry != NULL, NULL);

  copy = g_new (BrinePlanEntry, 1);
  *copy = *entry;
  copy->title = g_strdup (entry->title);
  copy->recipe_id = g_strdup (entry->recipe_id);
  copy->location = g_strdup (entry->location);
  copy->notes = g_strdup (entry->notes);
  copy->quota_id = g_strdup (entry->quota_id);
  copy->goals = g_array_copy (entry->goals);
  copy->reminders = g_array_copy (entry->reminders);
  return copy;
}

void
brine_plan_entry_free (BrinePlanEntry *entry)
{
  if (entry == NULL)
    return;
  g_free (entry->title);
  g_free (entry->recipe_id);
  g_free (entry->location);
  g_free (entry->notes);
  g_free (entry->quota_id);
  g_array_unref (entry->goals);
  g_array_unref (entry->reminders);
  g_free (entry);
}

static gboolean
lists_equal (const BrinePlanEntry *a, const BrinePlanEntry *b)
{
  if (a->goals->len != b->goals->len)
    return FALSE;
  for (guint i = 0; i < a->goals->len; i++)
    if (!brine_goal_equal (&g_array_index (a->goals, BrineGoalPeriod, i).goal,
                           &g_array_index (b->goals, BrineGoalPeriod, i).goal))
      return FALSE;
  return brine_reminders_equal (a->reminders, b->reminders);
}

gboolean
brine_plan_entry_equal (const BrinePlanEntry *a, const BrinePlanEntry *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return a->day == b->day && a->day_offset == b->day_offset && a->second == b->second
         && a->practice == b->practice && g_strcmp0 (a->title, b->title) == 0
         && a->minutes == b->minutes && a->slot == b->slot
         && g_strcmp0 (a->recipe_id, b->recipe_id) == 0 && g_strcmp0 (a->location, b->location) == 0
         && g_strcmp0 (a->notes, b->notes) == 0 && g_strcmp0 (a->quota_id, b->quota_id) == 0
         && a->portions == b->portions && lists_equal (a, b);
}

/* Copying ----------------------------------------------------------------------------------- */

/* (nullable) What this occurrence has for a text: its own, none when its own is empty, or the
 * item's. */
static const char *
get_text (const char *own, const char *of_item)
{
  if (own == NULL)
    return of_item;
  return *own != '\0' ? own : NULL;
}

static BrinePlanEntry *
copy_slot (const BrineSlot *slot, BrineDay first)
{
  static const BrineException nothing = { 0 };
  const BrinePlanItem *item = slot->item;
  const BrineException *own = slot->exception != NULL ? slot->exception : &nothing;
  const char *title = get_text (own->title, item->title);
  BrineGoalPeriod period = { 0, brine_plan_item_get_goal (item, slot->day) };
  BrinePlanEntry *entry = brine_plan_entry_new ();

  entry->day = slot->day - first;
  entry->day_offset = slot->start.day - slot->day;
  entry->second = slot->start.second;
  entry->practice = item->practice;
  g_free (entry->title);
  entry->title = g_strdup (title != NULL ? title : "");
  entry->minutes = slot->minutes;
  entry->slot = item->slot;
  entry->recipe_id = g_strdup (get_text (own->recipe_id, item->recipe_id));
  entry->location = g_strdup (item->location);
  entry->notes = g_strdup (get_text (own->notes, item->notes));
  /* The later half of a series has such a mark too; it goes on by itself. */
  if (!brine_plan_item_is_recurring (item))
    entry->quota_id = g_strdup (item->split_from);
  entry->portions = item->portions;
  if (period.goal.kind != BRINE_GOAL_NONE)
    g_array_append_val (entry->goals, period);
  g_array_append_vals (entry->reminders, item->reminders->data, item->reminders->len);
  return entry;
}

/* @entry as an item that begins at @start. */
static BrinePlanItem *
plan_entry (const BrinePlanEntry *entry, BrineLocal start)
{
  BrinePlanItem *item = brine_plan_item_new (entry->practice, entry->title, start, entry->minutes);

  item->slot = entry->slot;
  item->recipe_id = g_strdup (entry->recipe_id);
  item->location = g_strdup (entry->location);
  item->notes = g_strdup (entry->notes);
  item->split_from = g_strdup (entry->quota_id);
  item->portions = entry->portions;
  for (guint i = 0; i < entry->goals->len; i++)
    {
      BrineGoalPeriod period = g_array_index (entry->goals, BrineGoalPeriod, i);

      period.valid_from = start.day;
      g_array_append_val (item->goals, period);
    }
  g_array_append_vals (item->reminders, entry->reminders->data, entry->reminders->len);
  return item;
}

BrinePlanItem *
brine_plan_copy_slot (const BrineSlot *slot, BrineLocal start)
{
  g_autoptr (BrinePlanEntry) entry = NULL;

  g_return_val_if_fail (slot != NULL && slot->item != NULL, NULL);

  entry = copy_slot (slot, slot->day);
  return plan_entry (entry, start);
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const BrinePlanEntry *x = *(BrinePlanEntry *const *)a;
  const BrinePlanEntry *y = *(BrinePlanEntry *const *)b;
  const int pairs[][2] = { { x->day, y->day },
                           { x->day_offset, y->day_offset },
                           { x->second, y->second } };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (pairs[i][0] != pairs[i][1])
      return pairs[i][0] < pairs[i][1] ? -1 : 1;
  return g_strcmp0 (x->title, y->title);
}

GPtrArray *
brine_plan_copy_days (const GArray *slots, BrineDay first, int n_days)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func ((GDestroyNotify)brine_plan_entry_free);

  g_return_val_if_fail (slots != NULL, entries);

  for (guint i = 0; i < slots->len; i++)
    {
      const BrineSlot *slot = &g_array_index (slots, BrineSlot, i);

      if (slot->day >= first && slot->day < first + n_days)
        g_ptr_array_add (entries, copy_slot (slot, first));
    }
  g_ptr_array_sort (entries, compare_entries);
  return entries;
}

/* Pasting ----------------------------------------------------------------------------------- */

static const char *
get_shown_title (const BrineSlot *slot)
{
  return slot->exception != NULL && slot->exception->title != NULL ? slot->exception->title
                                                                   : slot->item->title;
}

static gboolean
is_there (const GArray *there, const char *title, BrineLocal start)
{
  for (guint i = 0; i < there->len; i++)
    {
      const BrineSlot *slot = &g_array_index (there, BrineSlot, i);

      if (brine_local_equal (slot->start, start) && g_strcmp0 (get_shown_title (slot), title) == 0)
        return TRUE;
    }
  return FALSE;
}

/* @turn: how many days after Monday the week begins; 0 for days that are no week. */
static GPtrArray *
paste (const GPtrArray *entries, BrineDay first, int turn, const GArray *there)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify)brine_plan_item_free);

  for (guint i = 0; i < entries->len; i++)
    {
      const BrinePlanEntry *entry = entries->pdata[i];
      int day = turn > 0 ? (entry->day + DAYS_PER_WEEK - turn) % DAYS_PER_WEEK : entry->day;
      BrineLocal start = { first + day + entry->day_offset, entry->second };

      if (brine_day_is_valid (start.day) && !is_there (there, entry->title, start))
        g_ptr_array_add (items, plan_entry (entry, start));
    }
  return items;
}

GPtrArray *
brine_plan_paste (const GPtrArray *entries, BrineDay first, const GArray *there)
{
  g_return_val_if_fail (entries != NULL && there != NULL, NULL);

  return paste (entries, first, 0, there);
}

GPtrArray *
brine_plan_paste_week (const GPtrArray *entries, BrineDay first, const GArray *there)
{
  g_return_val_if_fail (entries != NULL && there != NULL, NULL);

  return paste (entries, first, brine_day_get_weekday (first) - 1, there);
}

void
brine_plan_entries_to_weekdays (GPtrArray *entries, BrineDay first)
{
  g_return_if_fail (entries != NULL);

  for (guint i = 0; i < entries->len; i++)
    {
      BrinePlanEntry *entry = entries->pdata[i];

      entry->day = brine_day_get_weekday (first + entry->day) - 1;
    }
  g_ptr_array_sort (entries, compare_entries);
}
