/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-due-private.h"

#include "brine-quota.h"
#include "brine-reminder.h"

/* A sleep shorter than this is a nap, before which nobody winds down. */
#define NIGHT_MINUTES 180
/* Who is reminded of bed by a reminder of its own at least so early needs no other. */
#define WIND_DOWN_ENOUGH_MINUTES 15
/* A check-in that was made so shortly before answers the prompt, and so does a later one for as long
 * as the prompt may be on the screen. */
#define ANSWERS_BEFORE_MS INT64_C (3600000)
#define ANSWERS_AFTER_MS (12 * INT64_C (3600000))

static gboolean
is_within (const BrineDueRange *range, BrineInstant at)
{
  return brine_instant_compare (range->from, at) <= 0 && brine_instant_compare (at, range->to) < 0;
}

static gboolean
is_practice_off (const BrineDueRange *range, BrinePractice practice)
{
  return (range->facts->settings.practices_off & 1u << practice) != 0;
}

static void
set_title (BrineDue *due, const char *title)
{
  g_free (due->title);
  due->title = g_strdup (title);
}

/* The days on which something of the range may happen, whatever the zone does there. */
static void
get_days (const BrineDueRange *range, BrineDay *out_from, BrineDay *out_to)
{
  *out_from = brine_zone_get_local (range->zone, range->from, NULL).day - 2;
  *out_to = brine_zone_get_local (range->zone, range->to, NULL).day + 1;
}

/* The plan -------------------------------------------------------------------------------------- */

static BrineDue *
new_of_occurrence (const BrineDueRange *range, BrineDueSource source,
                   const BrineReminderOccurrence *occurrence, BrineLocal nominal, BrineInstant at)
{
  const BrinePlanItem *item = occurrence->item;
  BrineDue *due = brine_due_new (source, item->id, occurrence->original, nominal, at);

  due->start = occurrence->start;
  due->minutes = occurrence->minutes;
  due->practice = item->practice;
  set_title (due, occurrence->title);
  due->day = occurrence->day;
  due->logged = occurrence->logged;
  due->skipped = occurrence->skipped;
  due->paused = brine_reminder_facts_is_paused (range->facts, occurrence->day);
  due->silent = is_practice_off (range, item->practice);
  return due;
}

static void
add_occurrence (const BrineDueRange *range, const BrineReminderOccurrence *occurrence)
{
  const GArray *reminders = occurrence->item->reminders;

  for (guint i = 0; i < reminders->len; i++)
    {
      const BrineReminder *reminder = &g_array_index (reminders, BrineReminder, i);
      int day_start_minutes = range->facts->day_start_minutes;
      BrineLocal nominal;
      BrineInstant at;

      if (brine_reminder_get_nominal (reminder, occurrence->start, day_start_minutes, &nominal)
          && brine_reminder_get_instant (reminder, occurrence->start, day_start_minutes,
                                         range->zone, &at)
          && is_within (range, at))
        g_ptr_array_add (range->out_dues,
                         new_of_occurrence (range, BRINE_DUE_PLAN, occurrence, nominal, at));
    }
}

static void
add_plan (const BrineDueRange *range)
{
  const GArray *occurrences = range->facts->occurrences;

  for (guint i = 0; i < occurrences->len; i++)
    add_occurrence (range, &g_array_index (occurrences, BrineReminderOccurrence, i));
}

/* Winding down ---------------------------------------------------------------------------------- */

static gboolean
has_own_reminder (const BrineDueRange *range, const BrineReminderOccurrence *occurrence)
{
  const GArray *reminders = occurrence->item->reminders;

  for (guint i = 0; i < reminders->len; i++)
    {
      const BrineReminder *reminder = &g_array_index (reminders, BrineReminder, i);
      BrineLocal nominal;

      if (brine_reminder_get_nominal (reminder, occurrence->start, range->facts->day_start_minutes,
                                      &nominal)
          && brine_local_diff_seconds (occurrence->start, nominal) >= WIND_DOWN_ENOUGH_MINUTES * 60)
        return TRUE;
    }
  return FALSE;
}

static void
add_wind_down (const BrineDueRange *range)
{
  BrineReminder reminder = { BRINE_REMINDER_OFFSET, range->facts->settings.wind_down_minutes, 0 };
  const GArray *occurrences = range->facts->occurrences;

  if (reminder.minutes == 0)
    return;
  for (guint i = 0; i < occurrences->len; i++)
    {
      const BrineReminderOccurrence *night =
          &g_array_index (occurrences, BrineReminderOccurrence, i);
      BrineLocal nominal;
      BrineInstant at;

      if (night->item->practice == BRINE_PRACTICE_SLEEP && night->minutes >= NIGHT_MINUTES
          && !has_own_reminder (range, night)
          && brine_reminder_get_nominal (&reminder, night->start, range->facts->day_start_minutes,
                                         &nominal)
          && brine_reminder_get_instant (&reminder, night->start, range->facts->day_start_minutes,
                                         range->zone, &at)
          && is_within (range, at))
        g_ptr_array_add (range->out_dues,
                         new_of_occurrence (range, BRINE_DUE_WIND_DOWN, night, nominal, at));
    }
}

/* Quotas ---------------------------------------------------------------------------------------- */

/* What was done of a quota. */
typedef struct
{
  int done;        /* in the week of a day */
  int due;         /* that this week asks for, its pauses left out */
  gboolean on_day; /* something is logged or planned on the day itself */
  gboolean skipped;
} QuotaCount;

static gboolean
belongs_to (const BrineReminderFacts *facts, const BrineLog *log, const BrinePlanItem *quota)
{
  if (g_strcmp0 (log->item_id, quota->id) == 0)
    return TRUE;

  const BrinePlanItem *item = brine_reminder_facts_find_item (facts, log->item_id);
  return item != NULL && brine_quota_has_time (quota, item);
}

static QuotaCount
count_quota (const BrineReminderFacts *facts, const GPtrArray *logs, const BrinePlanItem *quota,
             BrineDay day)
{
  BrineDay week = brine_day_get_week_start (day, facts->first_weekday);
  QuotaCount count = { 0 };

  count.due = brine_quota_get_due (brine_quota_get_times (quota, week),
                                   brine_quota_count_paused_days (facts->pauses, week));
  for (guint i = 0; i < logs->len; i++)
    {
      const BrineLog *log = logs->pdata[i];

      if (log->at.day < week || log->at.day > week + 6)
        continue;
      count.done += log->state != BRINE_STATE_SKIPPED;
      if (log->at.day == day)
        {
          count.on_day = TRUE;
          count.skipped = log->state == BRINE_STATE_SKIPPED;
        }
    }
  for (guint i = 0; i < facts->occurrences->len && !count.on_day; i++)
    {
      const BrineReminderOccurrence *occurrence =
          &g_array_index (facts->occurrences, BrineReminderOccurrence, i);

      count.on_day = occurrence->day == day && brine_quota_has_time (quota, occurrence->item);
    }
  return count;
}

/* Whoever skips a reminder of a quota skips the day, whatever other times it would come at. */
static gboolean
is_day_skipped (const BrineReminderFacts *facts, const BrinePlanItem *quota, BrineDay day)
{
  for (guint i = 0; i < facts->deliveries->len; i++)
    {
      const BrineDelivery *delivery = facts->deliveries->pdata[i];

      if (delivery->source == BRINE_DUE_QUOTA && delivery->day == day
          && delivery->state == BRINE_DELIVERY_SKIPPED
          && g_strcmp0 (delivery->item_id, quota->id) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
add_quota_day (const BrineDueRange *range, const BrinePlanItem *quota, const GPtrArray *logs,
               BrineDay day)
{
  BrineLocal start = brine_civil_day_get_start (day, range->facts->day_start_minutes);

  for (guint i = 0; i < quota->reminders->len; i++)
    {
      const BrineReminder *reminder = &g_array_index (quota->reminders, BrineReminder, i);
      BrineLocal nominal;

      if (reminder->kind != BRINE_REMINDER_AT
          || !brine_reminder_get_nominal (reminder, start, range->facts->day_start_minutes,
                                          &nominal))
        continue;
      BrineInstant at = brine_zone_resolve (range->zone, nominal);
      if (!is_within (range, at))
        continue;

      QuotaCount count = count_quota (range->facts, logs, quota, day);
      BrineDue *due =
          brine_due_new (BRINE_DUE_QUOTA, quota->id, (BrineLocal){ day, 0 }, nominal, at);
      due->minutes = quota->minutes;
      due->practice = quota->practice;
      set_title (due, quota->title);
      due->day = day;
      due->skipped = count.skipped || (!count.on_day && is_day_skipped (range->facts, quota, day));
      due->logged = due->skipped || count.on_day || count.done >= count.due;
      due->paused = brine_reminder_facts_is_paused (range->facts, day);
      due->silent = is_practice_off (range, quota->practice);
      g_ptr_array_add (range->out_dues, due);
    }
}

static void
add_quota (const BrineDueRange *range, const BrinePlanItem *quota)
{
  g_autoptr (GPtrArray) logs = g_ptr_array_new ();
  BrineDay from, to;

  for (guint i = 0; i < range->facts->logs->len; i++)
    if (belongs_to (range->facts, range->facts->logs->pdata[i], quota))
      g_ptr_array_add (logs, range->facts->logs->pdata[i]);
  get_days (range, &from, &to);
  for (BrineDay day = from; day <= to; day++)
    add_quota_day (range, quota, logs, day);
}

static void
add_quotas (const BrineDueRange *range)
{
  const GPtrArray *items = range->facts->items;

  for (guint i = 0; i < items->len; i++)
    {
      const BrinePlanItem *item = items->pdata[i];

      if (item->quota_per_week > 0 && item->reminders->len > 0)
        add_quota (range, item);
    }
}

/* Check-in prompts ------------------------------------------------------------------------------ */

/* SplitMix64 (Steele, Lea and Flood 2014): the same time for the same seed, day and part. */
static guint64
mix (guint64 value)
{
  value += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  value = (value ^ value >> 30) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  value = (value ^ value >> 27) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return value ^ value >> 31;
}

/* The minute of the day of prompt @i on @day: any minute of its part of the window. */
static int
draw_minute (const BrineReminderSettings *settings, BrineDay day, int i)
{
  int span = settings->checkin_to_minute - settings->checkin_from_minute;
  int first = settings->checkin_from_minute + span * i / settings->n_checkins;
  int last = settings->checkin_from_minute + span * (i + 1) / settings->n_checkins;
  guint64 random = mix (mix (settings->seed) ^ mix ((guint64)(guint32)day << 8 | (guint64)i));

  return first + (int)(random % (guint64)(last - first));
}

static gboolean
is_answered (const BrineReminderFacts *facts, BrineInstant at)
{
  for (guint i = 0; i < facts->checkins->len; i++)
    {
      const BrineCheckin *checkin = facts->checkins->pdata[i];
      int64_t after_ms = checkin->at.instant.unix_ms - at.unix_ms;

      if (after_ms >= -ANSWERS_BEFORE_MS && after_ms <= ANSWERS_AFTER_MS)
        return TRUE;
    }
  return FALSE;
}

static void
add_prompt (const BrineDueRange *range, BrineDueSource source, BrineLocal nominal)
{
  BrineInstant at = brine_zone_resolve (range->zone, nominal);

  if (!is_within (range, at))
    return;
  BrineDue *due = brine_due_new (source, NULL, nominal, nominal, at);
  due->day = brine_civil_day_of_local (nominal, range->facts->day_start_minutes);
  due->paused = brine_reminder_facts_is_paused (range->facts, due->day);
  due->logged = source == BRINE_DUE_CHECKIN && is_answered (range->facts, at);
  g_ptr_array_add (range->out_dues, due);
}

static void
add_checkins (const BrineDueRange *range)
{
  const BrineReminderSettings *settings = &range->facts->settings;
  BrineDay from, to;

  if (settings->checkin_prompts == BRINE_CHECKIN_PROMPTS_OFF)
    return;
  get_days (range, &from, &to);
  for (BrineDay day = from; day <= to; day++)
    for (int i = 0; i < settings->n_checkins; i++)
      {
        int minute = settings->checkin_prompts == BRINE_CHECKIN_PROMPTS_AT
                         ? settings->checkin_minutes[i]
                         : draw_minute (settings, day, i);

        add_prompt (range, BRINE_DUE_CHECKIN, (BrineLocal){ day, minute * 60 });
      }
}

/* Looking back ---------------------------------------------------------------------------------- */

static void
add_look_back (const BrineDueRange *range)
{
  const BrineReminderSettings *settings = &range->facts->settings;
  BrineLocal first = settings->look_back_first;
  BrineDay from, to;

  if (!settings->look_back)
    return;
  get_days (range, &from, &to);
  for (BrineDay day = MAX (from, first.day); day <= to; day++)
    if ((day - first.day) % BRINE_LOOK_BACK_DAYS == 0)
      add_prompt (range, BRINE_DUE_LOOK_BACK, (BrineLocal){ day, first.second });
}

const BrineDueSourceFunc brine_due_sources[] = {
  add_plan, add_wind_down, add_quotas, add_checkins, add_look_back,
};
const guint brine_n_due_sources = G_N_ELEMENTS (brine_due_sources);
