/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-plan-private.h"

/* Once a minute. */
#define MAX_SLOTS_A_DAY 1440u

#include "brine-rows-private.h"

BrinePlan *
brine_plan_ref (BrinePlan *plan)
{
  return g_atomic_rc_box_acquire (plan);
}

static void
plan_clear (gpointer data)
{
  BrinePlan *plan = data;

  g_clear_pointer (&plan->items, g_ptr_array_unref);
  g_clear_pointer (&plan->by_row, g_hash_table_unref);
}

void
brine_plan_unref (BrinePlan *plan)
{
  g_atomic_rc_box_release_full (plan, plan_clear);
}

BrinePlan *
brine_plan_load (BrineDatabase *db, GError **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (int64_t));

  if (db->plan != NULL)
    return brine_plan_ref (db->plan);

  GPtrArray *items = brine_rows_load_items (db, rows, error);
  if (items == NULL)
    return NULL;
  BrinePlan *plan = g_atomic_rc_box_new0 (BrinePlan);
  plan->items = items;
  plan->by_row = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < rows->len; i++)
    g_hash_table_insert (plan->by_row, GSIZE_TO_POINTER (g_array_index (rows, int64_t, i)),
                         GUINT_TO_POINTER (i + 1));
  db->plan = brine_plan_ref (plan);
  return plan;
}

int
brine_plan_find_row (BrinePlan *plan, int64_t row)
{
  return (int)GPOINTER_TO_UINT (g_hash_table_lookup (plan->by_row, GSIZE_TO_POINTER (row))) - 1;
}

static int
compare_originals (gconstpointer a, gconstpointer b)
{
  const BrineSlot *slot_a = a;
  const BrineSlot *slot_b = b;

  return brine_local_compare (slot_a->original, slot_b->original);
}

/* Moved occurrences stand where they are now, so the order by start may not be that by original. */
static void
sort_by_original (GArray *slots, guint first)
{
  BrineSlot *own = &g_array_index (slots, BrineSlot, first);
  gboolean sorted = TRUE;
  guint n = slots->len - first;

  for (guint i = 1; i < n && sorted; i++)
    sorted = compare_originals (&own[i - 1], &own[i]) <= 0;
  if (!sorted)
    qsort (own, n, sizeof *own, compare_originals);
}

static gboolean
are_nights_sorted (const BrineSlots *self)
{
  const BrineSlot *slots = (const BrineSlot *)self->slots->data;
  const guint *nights = (const guint *)self->nights->data;

  for (guint i = 1; i < self->nights->len; i++)
    if (slots[nights[i - 1]].day > slots[nights[i]].day)
      return FALSE;
  return TRUE;
}

static int
compare_nights (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const BrineSlot *slots = user_data;
  BrineDay day_a = slots[*(const guint *)a].day;
  BrineDay day_b = slots[*(const guint *)b].day;

  return (day_a > day_b) - (day_a < day_b);
}

BrineSlots *
brine_slots_new (BrinePlan *plan, BrineDay from, BrineDay to, int day_start_minutes)
{
  BrineSlots *self = g_new0 (BrineSlots, 1);

  self->plan = brine_plan_ref (plan);
  self->slots = g_array_new (FALSE, FALSE, sizeof (BrineSlot));
  self->offsets = g_new0 (guint, plan->items->len + 1);
  self->cursors = g_new0 (guint, plan->items->len);
  self->nights = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < plan->items->len; i++)
    {
      const BrinePlanItem *item = g_ptr_array_index (plan->items, i);
      guint first = self->slots->len;

      /* Half of an answer would be read as a whole one: a rule that is too complex, or that comes
       * more often than anybody could act on, plans nothing. The editor and brinectl say so. */
      if (brine_plan_item_expand (item, from, to, day_start_minutes, self->slots)
              != BRINE_EXPANSION_COMPLETE
          || self->slots->len - first > MAX_SLOTS_A_DAY * (guint)(to - from + 1))
        g_array_set_size (self->slots, first);
      if (self->slots->len > first)
        sort_by_original (self->slots, first);
      self->cursors[i] = first;
      self->offsets[i + 1] = self->slots->len;
      for (guint j = first; item->practice == BRINE_PRACTICE_SLEEP && j < self->slots->len; j++)
        g_array_append_val (self->nights, j);
    }
  if (!are_nights_sorted (self))
    g_array_sort_with_data (self->nights, compare_nights, self->slots->data);
  return self;
}

void
brine_slots_free (BrineSlots *slots)
{
  brine_plan_unref (slots->plan);
  g_array_unref (slots->slots);
  g_array_unref (slots->nights);
  g_free (slots->offsets);
  g_free (slots->cursors);
  g_free (slots);
}

int
brine_slots_find (BrineSlots *slots, int item_index, BrineLocal original)
{
  const BrineSlot *all = (const BrineSlot *)slots->slots->data;
  guint low = slots->offsets[item_index];
  guint high = slots->offsets[item_index + 1];
  guint guess = slots->cursors[item_index];

  if (guess < high && brine_local_equal (all[guess].original, original))
    {
      slots->cursors[item_index] = guess + 1;
      return (int)guess;
    }
  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      int order = brine_local_compare (all[middle].original, original);

      if (order == 0)
        {
          slots->cursors[item_index] = middle + 1;
          return (int)middle;
        }
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return -1;
}

int
brine_slots_find_night (BrineSlots *slots, BrineDay day, BrineLocal bed)
{
  const BrineSlot *all = (const BrineSlot *)slots->slots->data;
  const guint *nights = (const guint *)slots->nights->data;
  guint low = 0;
  guint high = slots->nights->len;
  int best = -1;
  int64_t best_distance = G_MAXINT64;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (all[nights[middle]].day < day)
        low = middle + 1;
      else
        high = middle;
    }
  for (guint i = low; i < slots->nights->len && all[nights[i]].day == day; i++)
    {
      int64_t distance = ABS (brine_local_diff_seconds (all[nights[i]].start, bed));

      if (distance < best_distance)
        {
          best = (int)nights[i];
          best_distance = distance;
        }
    }
  return best;
}

gboolean
brine_plan_has_occurrence (BrinePlan *plan, int item_index, BrineLocal original)
{
  const BrinePlanItem *item = g_ptr_array_index (plan->items, item_index);
  const BrineException *exception = brine_plan_item_find_exception (item, original);

  if (item->quota_per_week > 0)
    return FALSE;
  if (exception != NULL)
    return !exception->cancelled;

  g_autoptr (BrineRecurrence) recurrence = brine_plan_item_get_recurrence (item);
  return brine_recurrence_contains (recurrence, original);
}
