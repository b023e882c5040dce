/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-reminder-facts.h"

static void
free_log (gpointer data)
{
  brine_log_free (data);
}

BrineReminderFacts *
brine_reminder_facts_new (void)
{
  BrineReminderFacts *facts = g_new0 (BrineReminderFacts, 1);

  brine_reminder_settings_parse (NULL, &facts->settings);
  facts->day_start_minutes = BRINE_DAY_START_DEFAULT_MINUTES;
  facts->first_weekday = 1;
  facts->items = g_ptr_array_new_with_free_func ((GDestroyNotify)brine_plan_item_free);
  facts->occurrences = g_array_new (FALSE, FALSE, sizeof (BrineReminderOccurrence));
  facts->logs = g_ptr_array_new_with_free_func (free_log);
  facts->pauses = g_ptr_array_new_with_free_func ((GDestroyNotify)brine_pause_free);
  facts->checkins = g_ptr_array_new_with_free_func ((GDestroyNotify)brine_checkin_free);
  facts->deliveries = g_ptr_array_new_with_free_func ((GDestroyNotify)brine_delivery_free);
  return facts;
}

void
brine_reminder_facts_free (BrineReminderFacts *facts)
{
  if (facts == NULL)
    return;
  g_ptr_array_unref (facts->items);
  g_array_unref (facts->occurrences);
  g_ptr_array_unref (facts->logs);
  g_ptr_array_unref (facts->pauses);
  g_ptr_array_unref (facts->checkins);
  g_ptr_array_unref (facts->deliveries);
  if (facts->free_owner != NULL)
    facts->free_owner (facts->owner);
  g_free (facts);
}

void
brine_reminder_facts_get_window (BrineInstant now, GTimeZone *zone, int day_start_minutes,
                                 int reach_before_minutes, int reach_after_minutes,
                                 BrineDay *out_from, BrineDay *out_to)
{
  /* A day more on either side: of the wall clock, a night counts for its end, and a zone may be
   * left or entered. */
  int before = (reach_before_minutes + BRINE_MINUTES_PER_DAY - 1) / BRINE_MINUTES_PER_DAY + 1;
  int after = (reach_after_minutes + BRINE_MINUTES_PER_DAY - 1) / BRINE_MINUTES_PER_DAY + 1;
  BrineDay today;

  g_return_if_fail (zone != NULL);
  g_return_if_fail (out_from != NULL && out_to != NULL);

  today = brine_civil_day_of_instant (now, zone, day_start_minutes);
  *out_from = MAX (today - BRINE_REMINDER_PAST_DAYS - after, BRINE_DAY_MIN);
  *out_to = MIN (today + BRINE_REMINDER_AHEAD_DAYS + before, BRINE_DAY_MAX);
}

gboolean
brine_reminder_facts_is_paused (const BrineReminderFacts *facts, BrineDay day)
{
  g_return_val_if_fail (facts != NULL, FALSE);

  for (guint i = 0; i < facts->pauses->len; i++)
    {
      const BrinePause *pause = facts->pauses->pdata[i];

      if (pause->from <= day && day <= pause->to)
        return TRUE;
    }
  return FALSE;
}

const BrinePlanItem *
brine_reminder_facts_find_item (const BrineReminderFacts *facts, const char *id)
{
  g_return_val_if_fail (facts != NULL, NULL);

  for (guint i = 0; id != NULL && i < facts->items->len; i++)
    {
      const BrinePlanItem *item = facts->items->pdata[i];

      if (strcmp (item->id, id) == 0)
        return item;
    }
  return NULL;
}
