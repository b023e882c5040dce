/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "oracle-private.h"

#include "brine-due.h"

#include <stdio.h>

void
oracle_item_free (OracleItem *item)
{
  g_free (item->id);
  g_array_unref (item->reminders);
  g_hash_table_unref (item->moved);
  g_hash_table_unref (item->logged);
  g_hash_table_unref (item->skipped);
  g_free (item->ask.notice_id);
  g_free (item->ask.key);
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
  item->skipped = g_hash_table_new (NULL, NULL);
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
  plan->stamps.modified.unix_ms = item->revision;
  g_array_unref (plan->reminders);
  plan->reminders = g_array_copy (item->reminders);
  plan->quota_per_week = item->quota;
  if (item->quota > 0)
    return plan;
  for (int i = 0; i < 7; i++)
    if (item->weekdays & 1u << i)
      g_string_append_printf (rule, "%s%s", rule->str[rule->len - 1] == '=' ? "" : ",", names[i]);
  plan->rule = brine_rule_parse (rule->str, NULL);

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
  item->revision++;
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

static void each_of_quota (Oracle *oracle, const OracleItem *item, BrineDay day, DueFunc func,
                           gpointer user_data);

void
oracle_each_of_occurrence (Oracle *oracle, const OracleItem *item, BrineDay day, DueFunc func,
                           gpointer user_data)
{
  Due due = { .item = item, .original = oracle_item_get_original (item, day) };

  if (item->quota > 0)
    {
      each_of_quota (oracle, item, day, func, user_data);
      return;
    }
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

/* Quotas --------------------------------------------------------------------------------------- */

static BrineDay
get_monday (BrineDay day)
{
  return day - ((day + 3) % 7 + 7) % 7;
}

static gboolean
is_paused (Oracle *oracle, BrineDay day)
{
  for (guint i = 0; i < oracle->world->pauses->len; i++)
    {
      const BrinePause *pause = oracle->world->pauses->pdata[i];

      if (day >= pause->from && day <= pause->to)
        return TRUE;
    }
  return FALSE;
}

/* The day has its time, or was skipped, or the week has all that its unpaused days ask for. */
static gboolean
is_quota_done (Oracle *oracle, const OracleItem *item, BrineDay day)
{
  BrineDay monday = get_monday (day);
  int n_done = 0, n_days = 0;

  if (g_hash_table_contains (item->skipped, GINT_TO_POINTER (day)))
    return TRUE;
  for (BrineDay of_week = monday; of_week < monday + 7; of_week++)
    n_days += !is_paused (oracle, of_week);
  for (guint i = 0; i < oracle->world->logs->len; i++)
    {
      const BrineLog *log = oracle->world->logs->pdata[i];

      if (g_strcmp0 (log->item_id, item->id) != 0 || get_monday (log->at.day) != monday)
        continue;
      n_done++;
      if (log->at.day == day)
        return TRUE;
    }
  return n_done >= (int)((double)item->quota * n_days / 7 + 0.5);
}

static void
each_of_quota (Oracle *oracle, const OracleItem *item, BrineDay day, DueFunc func,
               gpointer user_data)
{
  Due due = { .item = item, .source = BRINE_DUE_QUOTA, .original = { day, 0 } };
  /* Noon belongs to its own day, whenever days start. */
  BrineLocal noon = { day, 12 * 3600 };

  for (guint i = 0; i < item->reminders->len; i++)
    if (time_reminder (oracle, &g_array_index (item->reminders, BrineReminder, i), noon, &due))
      {
        due.start = due.nominal;
        func (oracle, &due, user_data);
      }
}

/* Prompts -------------------------------------------------------------------------------------- */

static void
call_prompt (Oracle *oracle, BrineDueSource source, BrineLocal nominal, DueFunc func,
             gpointer user_data)
{
  Due due = { .source = source, .nominal = nominal, .start = nominal, .original = nominal };

  due.at_ms = oracle_resolve (oracle, nominal);
  func (oracle, &due, user_data);
}

/* Which minute is drawn is the one thing that cannot be told twice: it is asked for once, and has to
 * lie in its part of the window ever after. */
static int
draw (Oracle *oracle, const char *text, BrineDay day, int part, int from, int to)
{
  gpointer key = GINT_TO_POINTER (day * 16 + part);
  gpointer known;

  if (g_strcmp0 (oracle->drawn_for, text) != 0)
    g_hash_table_remove_all (oracle->drawn);
  g_free (oracle->drawn_for);
  oracle->drawn_for = g_strdup (text);
  if (g_hash_table_lookup_extended (oracle->drawn, key, NULL, &known))
    return GPOINTER_TO_INT (known);

  g_autoptr (BrineReminderFacts) facts = brine_reminder_facts_new ();
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  brine_reminder_settings_parse (oracle->world->settings, &facts->settings);
  facts->settings.look_back = FALSE;
  BrineInstant start = brine_zone_resolve (utc, (BrineLocal){ day, 0 });
  g_autoptr (GPtrArray) dues =
      brine_dues_list (facts, start, brine_instant_add_seconds (start, 86400), utc);
  int minute = brine_local_get_minute_of_day (((const BrineDue *)dues->pdata[part])->nominal);
  g_assert_cmpint (minute, >=, from);
  g_assert_cmpint (minute, <, to);
  g_hash_table_insert (oracle->drawn, key, GINT_TO_POINTER (minute));
  return minute;
}

/* "09:00 21:00" or "random 3 09:00-21:00" */
static void
each_checkin (Oracle *oracle, BrineDay day, DueFunc func, gpointer user_data)
{
  const char *text = g_hash_table_lookup (oracle->world->settings, BRINE_SETTING_CHECKIN_PROMPTS);
  int n, h1, m1, h2, m2;

  if (text != NULL && sscanf (text, "random %d %d:%d-%d:%d", &n, &h1, &m1, &h2, &m2) == 5)
    {
      int from = h1 * 60 + m1, span = h2 * 60 + m2 - from;

      for (int i = 0; i < n; i++)
        {
          int minute = draw (oracle, text, day, i, from + span * i / n, from + span * (i + 1) / n);

          call_prompt (oracle, BRINE_DUE_CHECKIN, (BrineLocal){ day, minute * 60 }, func,
                       user_data);
        }
      return;
    }
  for (; text != NULL && *text != '\0'; text += 5 + (text[5] == ' '))
    call_prompt (oracle, BRINE_DUE_CHECKIN,
                 (BrineLocal){ day, (atoi (text) * 60 + atoi (text + 3)) * 60 }, func, user_data);
}

/* "2026-11-22 18:00" and every fourteen days from then on */
static void
each_look_back (Oracle *oracle, BrineDay day, DueFunc func, gpointer user_data)
{
  const char *text = g_hash_table_lookup (oracle->world->settings, BRINE_SETTING_LOOK_BACK);
  int y, m, d, hour, minute;

  if (text == NULL || sscanf (text, "%d-%d-%d %d:%d", &y, &m, &d, &hour, &minute) != 5)
    return;
  BrineDay first = brine_day_from_ymd (y, m, d);
  if (day >= first && (day - first) % 14 == 0)
    call_prompt (oracle, BRINE_DUE_LOOK_BACK, (BrineLocal){ day, (hour * 60 + minute) * 60 }, func,
                 user_data);
}

void
oracle_each_prompt (Oracle *oracle, BrineDueSource source, BrineDay day, DueFunc func,
                    gpointer user_data)
{
  if (source == BRINE_DUE_CHECKIN)
    each_checkin (oracle, day, func, user_data);
  else
    each_look_back (oracle, day, func, user_data);
}

void
oracle_each_due (Oracle *oracle, BrineDay from, BrineDay to, DueFunc func, gpointer user_data)
{
  for (BrineDay day = from; day <= to; day++)
    {
      for (guint i = 0; i < oracle->items->len; i++)
        oracle_each_of_occurrence (oracle, oracle->items->pdata[i], day, func, user_data);
      oracle_each_prompt (oracle, BRINE_DUE_CHECKIN, day, func, user_data);
      oracle_each_prompt (oracle, BRINE_DUE_LOOK_BACK, day, func, user_data);
    }
}

/* Finding and silence -------------------------------------------------------------------------- */

typedef struct
{
  const Entry *entry;
  gboolean found;
  Due due;
} Search;

static void
match (Oracle *oracle, const Due *due, gpointer user_data)
{
  Search *search = user_data;

  /* Of two by one name in the hour that autumn has twice, the first. */
  if (due->source == search->entry->source
      && brine_local_equal (due->nominal, search->entry->nominal)
      && brine_local_equal (due->original, search->entry->original)
      && (!search->found || due->at_ms < search->due.at_ms))
    {
      search->found = TRUE;
      search->due = *due;
    }
}

gboolean
oracle_find_due (Oracle *oracle, const Entry *entry, Due *out_due)
{
  Search search = { .entry = entry };

  if (entry->item_id == NULL)
    oracle_each_prompt (oracle, entry->source, entry->original.day, match, &search);
  else
    {
      OracleItem *item = oracle_find_item (oracle, entry->item_id);

      if (item != NULL)
        oracle_each_of_occurrence (oracle, item, entry->original.day, match, &search);
    }
  *out_due = search.due;
  return search.found;
}

static gboolean
is_answered_by_checkin (Oracle *oracle, int64_t at_ms)
{
  for (guint i = 0; i < oracle->world->checkins->len; i++)
    {
      const BrineCheckin *checkin = oracle->world->checkins->pdata[i];

      if (checkin->at.instant.unix_ms >= at_ms - HOUR_MS
          && checkin->at.instant.unix_ms <= at_ms + 12 * HOUR_MS)
        return TRUE;
    }
  return FALSE;
}

gboolean
oracle_is_logged (Oracle *oracle, const Due *due)
{
  if (due->source == BRINE_DUE_CHECKIN)
    return is_answered_by_checkin (oracle, due->at_ms);
  if (due->source == BRINE_DUE_QUOTA)
    return is_quota_done (oracle, due->item, due->original.day);
  return due->item != NULL
         && g_hash_table_contains (due->item->logged, GINT_TO_POINTER (due->original.day));
}

gboolean
oracle_is_silent (Oracle *oracle, const Due *due)
{
  const char *off = g_hash_table_lookup (oracle->world->settings, BRINE_SETTING_REMINDERS_OFF);
  BrineLocal counted = due->start;

  if (oracle_get_setting (oracle, BRINE_SETTING_REMINDERS, 1) == 0
      || oracle_is_logged (oracle, due))
    return TRUE;
  if (due->item == NULL)
    return is_paused (oracle, oracle_get_civil_day (oracle, due->nominal));
  if (off != NULL && strstr (off, brine_practice_to_nick (due->item->practice)) != NULL)
    return TRUE;
  /* A night counts for the day of waking. */
  if (due->item->practice == BRINE_PRACTICE_SLEEP && due->source != BRINE_DUE_QUOTA)
    counted = brine_local_add_seconds (counted, due->item->minutes * 60);
  return is_paused (oracle, oracle_get_civil_day (oracle, counted));
}
