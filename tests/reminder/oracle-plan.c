/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "oracle-private.h"

void
oracle_item_free (OracleItem *item)
{
  g_free (item->id);
  g_array_unref (item->reminders);
  g_hash_table_unref (item->moved);
  g_hash_table_unref (item->logged);
  g_free (item);
}

/* The plan
 * --------------------------------------------------------------------------------------
 */

OracleItem *
oracle_item_new (const char *id, BrinePractice practice, unsigned weekdays, int minute, int minutes,
                 BrineDay first)
{
  OracleItem *item = g_new0 (OracleItem, 1);

  item->id = g_strdup (id);
  item->practice = practice;
  item->weekdays = weekdays;
  item->minute = minute;
  item->minutes = minutes;
  item->first = first;
  item->reminders = brine_reminders_new ();
  item->moved = g_hash_table_new (NULL, NULL);
  item->logged = g_hash_table_new (NULL, NULL);
  return item;
}

BrineLocal
oracle_item_get_original (const OracleItem *item, BrineDay day)
{
  return (BrineLocal){ day, item->minute * 60 };
}

static gboolean
is_on (unsigned weekdays, BrineDay day)
{
  /* 1970-01-01 was a Thursday. */
  return (weekdays >> (((day + 3) % 7 + 7) % 7) & 1) != 0;
}

static int
compare_exceptions (gconstpointer a, gconstpointer b)
{
  return brine_local_compare ((*(const BrineException *const *)a)->original,
                              (*(const BrineException *const *)b)->original);
}

static BrinePlanItem *
make_plan_item (const OracleItem *item)
{
  static const char *const names[] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };
  BrineDay day = item->first;
  g_autoptr (GString) rule = g_string_new ("FREQ=WEEKLY;BYDAY=");
  GHashTableIter iter;
  gpointer key, value;

  while (!is_on (item->weekdays, day))
    day++;
  BrinePlanItem *plan = brine_plan_item_new (item->practice, item->id,
                                             oracle_item_get_original (item, day), item->minutes);
  g_free (plan->id);
  plan->id = g_strdup (item->id);
  for (int i = 0; i < 7; i++)
    if (item->weekdays & 1u << i)
      g_string_append_printf (rule, "%s%s", rule->str[rule->len - 1] == '=' ? "" : ",", names[i]);
  plan->rule = brine_rule_parse (rule->str, NULL);
  g_array_unref (plan->reminders);
  plan->reminders = g_array_copy (item->reminders);

  g_hash_table_iter_init (&iter, item->moved);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      BrineException *exception =
          brine_exception_new (oracle_item_get_original (item, GPOINTER_TO_INT (key)));
      int64_t start = GPOINTER_TO_SIZE (value);

      exception->cancelled = start == 0;
      exception->minutes = item->minutes;
      if (start != 0)
        exception->start =
            (BrineLocal){ (BrineDay)((start - 1) / 1440), (int32_t)((start - 1) % 1440 * 60) };
      g_ptr_array_add (plan->exceptions, exception);
    }
  g_ptr_array_sort (plan->exceptions, compare_exceptions);
  return plan;
}

static void
remove_plan_item (FakeWorld *world, const char *id)
{
  BrinePlanItem *item = fake_world_find_item (world, id);

  if (item != NULL)
    g_ptr_array_remove (world->items, item);
}

void
oracle_put_item (Oracle *oracle, OracleItem *item)
{
  remove_plan_item (oracle->world, item->id);
  g_ptr_array_add (oracle->world->items, make_plan_item (item));
  if (!g_ptr_array_find (oracle->items, item, NULL))
    g_ptr_array_add (oracle->items, item);
}

void
oracle_remove_item (Oracle *oracle, OracleItem *item)
{
  remove_plan_item (oracle->world, item->id);
  g_ptr_array_remove (oracle->items, item);
}

/* What is due
 * -----------------------------------------------------------------------------------
 */

int64_t
oracle_resolve (Oracle *oracle, BrineLocal local)
{
  return brine_zone_resolve (brine_clock_get_zone (oracle->world->clock), local).unix_ms;
}

BrineDay
oracle_get_civil_day (Oracle *oracle, BrineLocal local)
{
  return local.second < oracle->world->day_start_minutes * 60 ? local.day - 1 : local.day;
}

/* Where the occurrence of @day is; FALSE: there is none. */
static gboolean
get_start (const OracleItem *item, BrineDay day, BrineLocal *out_start)
{
  gpointer moved;

  *out_start = oracle_item_get_original (item, day);
  if (!g_hash_table_lookup_extended (item->moved, GINT_TO_POINTER (day), NULL, &moved))
    return is_on (item->weekdays, day) && day >= item->first;

  /* An exception counts even where the rule gives nothing. */
  int64_t start = (int64_t)GPOINTER_TO_SIZE (moved) - 1;
  if (start < 0)
    return FALSE;
  *out_start = (BrineLocal){ (BrineDay)(start / 1440), (int32_t)(start % 1440 * 60) };
  return TRUE;
}

/* @nominal and @at of @reminder; FALSE: not on that weekday. */
static gboolean
time_reminder (Oracle *oracle, const BrineReminder *reminder, BrineLocal start, Due *due)
{
  BrineDay day = oracle_get_civil_day (oracle, start);

  if (reminder->weekdays != 0 && !is_on (reminder->weekdays, day))
    return FALSE;
  if (reminder->kind == BRINE_REMINDER_AT)
    {
      due->nominal = (BrineLocal){ day, reminder->minutes * 60 };
      if (reminder->minutes < oracle->world->day_start_minutes)
        due->nominal.day++;
      due->at_ms = oracle_resolve (oracle, due->nominal);
      return TRUE;
    }
  due->nominal = brine_local_add_seconds (start, -(int64_t)reminder->minutes * 60);
  due->at_ms =
      oracle_resolve (oracle, (BrineLocal){ start.day - reminder->minutes / 1440, start.second })
      - reminder->minutes % 1440 * MINUTE_MS;
  return TRUE;
}

int
oracle_get_setting (Oracle *oracle, const char *key, int missing)
{
  const char *text = g_hash_table_lookup (oracle->world->settings, key);

  return text != NULL ? atoi (text) : missing;
}

static void
each_of_night (Oracle *oracle, Due due, DueFunc func, gpointer user_data)
{
  BrineReminder reminder = { BRINE_REMINDER_OFFSET,
                             oracle_get_setting (oracle, BRINE_SETTING_WIND_DOWN, 45), 0 };

  if (due.item->practice != BRINE_PRACTICE_SLEEP || due.item->minutes < 180
      || reminder.minutes == 0)
    return;
  for (guint i = 0; i < due.item->reminders->len; i++)
    {
      Due own = due;

      if (time_reminder (oracle, &g_array_index (due.item->reminders, BrineReminder, i), due.start,
                         &own)
          && brine_local_diff_seconds (due.start, own.nominal) >= 15 * 60)
        return;
    }
  due.source = BRINE_DUE_WIND_DOWN;
  time_reminder (oracle, &reminder, due.start, &due);
  func (oracle, &due, user_data);
}

void
oracle_each_of_occurrence (Oracle *oracle, const OracleItem *item, BrineDay day, DueFunc func,
                           gpointer user_data)
{
  Due due = { .item = item, .original = oracle_item_get_original (item, day) };

  if (!get_start (item, day, &due.start))
    return;
  for (guint i = 0; i < item->reminders->len; i++)
    {
      due.source = BRINE_DUE_PLAN;
      if (time_reminder (oracle, &g_array_index (item->reminders, BrineReminder, i), due.start,
                         &due))
        func (oracle, &due, user_data);
    }
  each_of_night (oracle, due, func, user_data);
}

/* The check-in prompts, written "09:00 21:00". */
void
oracle_each_checkin (Oracle *oracle, BrineDay day, DueFunc func, gpointer user_data)
{
  const char *text = g_hash_table_lookup (oracle->world->settings, BRINE_SETTING_CHECKIN_PROMPTS);

  for (; text != NULL && *text != '\0'; text += 5 + (text[5] == ' '))
    {
      Due due = { .source = BRINE_DUE_CHECKIN };

      due.nominal = (BrineLocal){ day, (atoi (text) * 60 + atoi (text + 3)) * 60 };
      due.start = due.original = due.nominal;
      due.at_ms = oracle_resolve (oracle, due.nominal);
      func (oracle, &due, user_data);
    }
}

void
oracle_each_due (Oracle *oracle, BrineDay from, BrineDay to, DueFunc func, gpointer user_data)
{
  for (BrineDay day = from; day <= to; day++)
    {
      for (guint i = 0; i < oracle->items->len; i++)
        oracle_each_of_occurrence (oracle, oracle->items->pdata[i], day, func, user_data);
      oracle_each_checkin (oracle, day, func, user_data);
    }
}
