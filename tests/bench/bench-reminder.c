/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What it costs to decide what fires next: 200 things a day, each with a reminder, around a moment
 * ten years after their start.
 */
#include "bench.h"
#include "brine-decision.h"
#include "brine-reminder.h"

#define N_ITEMS 200
#define REPEAT 50

static void
add_item (BrineReminderFacts *facts, int i)
{
  BrinePlanItem *item =
      brine_plan_item_new (BRINE_PRACTICE_WALK, "Walk",
                           brine_local (brine_day_from_ymd (2016, 11, 23), 0, i * 7), 20);

  item->rule = brine_rule_parse ("FREQ=DAILY", NULL);
  brine_reminders_add (item->reminders, (BrineReminder){ BRINE_REMINDER_OFFSET, 10, 0 });
  g_ptr_array_add (facts->items, item);
}

static void
expand (BrineReminderFacts *facts)
{
  g_array_set_size (facts->occurrences, 0);
  for (guint i = 0; i < facts->items->len; i++)
    {
      const BrinePlanItem *item = facts->items->pdata[i];
      g_autoptr (GArray) slots = g_array_new (FALSE, FALSE, sizeof (BrineSlot));

      brine_plan_item_expand (item, facts->from, facts->to, facts->day_start_minutes, slots);
      for (guint j = 0; j < slots->len; j++)
        {
          const BrineSlot *slot = &g_array_index (slots, BrineSlot, j);
          BrineReminderOccurrence occurrence = { item,        item->title,   slot->original,
                                                 slot->start, slot->minutes, slot->day };

          g_array_append_val (facts->occurrences, occurrence);
        }
    }
}

int
main (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
  g_autoptr (BrineReminderFacts) facts = brine_reminder_facts_new ();
  BrineInstant now =
      brine_zone_resolve (zone, brine_local (brine_day_from_ymd (2026, 11, 23), 12, 0));
  g_autoptr (BrineDecision) first = NULL;

  brine_reminder_facts_get_window (now, zone, facts->day_start_minutes, 10, 0, &facts->from,
                                   &facts->to);
  for (int i = 0; i < N_ITEMS; i++)
    add_item (facts, i);
  expand (facts);
  /* As it is found every minute: all that was due is known. */
  first = brine_reminder_decide (facts, NULL, now, zone);
  for (guint i = 0; i < first->ended->len; i++)
    g_ptr_array_add (facts->deliveries, brine_delivery_copy (first->ended->pdata[i]));

  bench_print_head ("reminders, 200 a day");
  BENCH ("occurrences of the window", "", REPEAT, expand (facts));
  BENCH ("due times of two days", "under 5 ms", REPEAT, {
    g_autoptr (GPtrArray) dues =
        brine_dues_list (facts, now, brine_instant_add_seconds (now, 2 * 86400), zone);
  });
  BENCH ("what to do now", "", REPEAT,
         { g_autoptr (BrineDecision) decision = brine_reminder_decide (facts, NULL, now, zone); });
  return 0;
}
