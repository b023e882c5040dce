/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-plan-item.h"

/* The civil days of one question, and the item whose occurrences are sought. */
typedef struct
{
  const BrinePlanItem *item;
  BrineDay from;
  BrineDay to;
  int day_start_minutes;
  GArray *slots;
} Window;

/* A night counts for the day of waking, all else for the day of its start. */
static BrineDay
get_civil_day (const Window *window, BrineLocal start, int minutes)
{
  if (window->item->practice == BRINE_PRACTICE_SLEEP)
    start = brine_local_add_seconds (start, (int64_t)minutes * 60);
  return brine_civil_day_of_local (start, window->day_start_minutes);
}

static void
add_slot (const Window *window, const BrineException *exception, BrineLocal original,
          BrineLocal start, int minutes)
{
  BrineSlot slot = {
    .item = window->item,
    .exception = exception,
    .original = original,
    .start = start,
    .minutes = minutes,
    .day = get_civil_day (window, start, minutes),
  };

  if (slot.day >= window->from && slot.day <= window->to)
    g_array_append_val (window->slots, slot);
}

static void
add_exceptions (const Window *window)
{
  const GPtrArray *exceptions = window->item->exceptions;

  for (guint i = 0; i < exceptions->len; i++)
    {
      const BrineException *exception = exceptions->pdata[i];

      if (!exception->cancelled)
        add_slot (window, exception, exception->original, exception->start, exception->minutes);
    }
}

static BrineExpansion
add_regular (const Window *window)
{
  const BrinePlanItem *item = window->item;
  g_autoptr (BrineRecurrence) recurrence = brine_plan_item_get_recurrence (item);
  g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (BrineLocal));
  BrineLocal from = brine_civil_day_get_start (window->from, window->day_start_minutes);
  BrineLocal to = brine_civil_day_get_start (window->to + 1, window->day_start_minutes);
  BrineExpansion expansion;

  if (item->practice == BRINE_PRACTICE_SLEEP)
    {
      from = brine_local_add_seconds (from, -(int64_t)item->minutes * 60);
      to = brine_local_add_seconds (to, -(int64_t)item->minutes * 60);
    }
  expansion = brine_recurrence_expand (recurrence, from, to, starts);
  for (guint i = 0; i < starts->len; i++)
    {
      BrineLocal start = g_array_index (starts, BrineLocal, i);

      if (brine_plan_item_find_exception (item, start) == NULL)
        add_slot (window, NULL, start, start, item->minutes);
    }
  return expansion;
}

static int
compare_slots (gconstpointer a, gconstpointer b)
{
  const BrineSlot *x = a;
  const BrineSlot *y = b;
  int order = brine_local_compare (x->start, y->start);

  return order != 0 ? order : brine_local_compare (x->original, y->original);
}

/* A rule yields its starts in order; only what was moved may stand elsewhere. */
static void
sort_from (GArray *slots, guint first)
{
  for (guint i = first + 1; i < slots->len; i++)
    if (compare_slots (&g_array_index (slots, BrineSlot, i - 1),
                       &g_array_index (slots, BrineSlot, i))
        > 0)
      {
        qsort (&g_array_index (slots, BrineSlot, first), slots->len - first, sizeof (BrineSlot),
               compare_slots);
        return;
      }
}

BrineExpansion
brine_plan_item_expand (const BrinePlanItem *item, BrineDay from, BrineDay to,
                        int day_start_minutes, GArray *out_slots)
{
  Window window = { item, from, to, day_start_minutes, out_slots };
  BrineExpansion expansion;
  guint first;

  g_return_val_if_fail (item != NULL, BRINE_EXPANSION_COMPLETE);
  g_return_val_if_fail (brine_day_is_valid (from) && brine_day_is_valid (to),
                        BRINE_EXPANSION_COMPLETE);
  g_return_val_if_fail (out_slots != NULL, BRINE_EXPANSION_COMPLETE);

  if (item->quota_per_week > 0 || from > to)
    return BRINE_EXPANSION_COMPLETE;
  first = out_slots->len;
  expansion = add_regular (&window);
  add_exceptions (&window);
  sort_from (out_slots, first);
  return expansion;
}

BrineState
brine_slot_get_state (const BrineSlot *slot, const BrineLog *log, gboolean paused, BrineLocal now,
                      int day_start_minutes)
{
  g_return_val_if_fail (slot != NULL, BRINE_STATE_PLANNED);

  if (log != NULL)
    return log->state;
  if (paused)
    return BRINE_STATE_PAUSED;
  if (brine_local_compare (now, slot->start) < 0)
    return BRINE_STATE_PLANNED;
  return brine_civil_day_of_local (now, day_start_minutes) <= slot->day ? BRINE_STATE_DUE
                                                                        : BRINE_STATE_MISSED;
}
