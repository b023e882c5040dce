/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-ical-reading-private.h"
#include "brine-ical-value-private.h"

#include <math.h>

static gboolean
read_stamp (BrineIcalReading *reading, BrineInstant *out_instant)
{
  BrineLocal local;
  gboolean is_date, is_utc;

  if (!brine_ical_parse_reading (reading->value, &local, &is_date, &is_utc) || !is_utc
      || out_instant->unix_ms != 0)
    return FALSE;
  out_instant->unix_ms = brine_local_diff_seconds (local, (BrineLocal){ 0, 0 }) * 1000;
  return TRUE;
}

static gboolean
read_created (BrineIcalReading *reading)
{
  return read_stamp (reading, &reading->event->stamps.created);
}

static gboolean
read_modified (BrineIcalReading *reading)
{
  return read_stamp (reading, &reading->event->stamps.modified);
}

static gboolean
read_text (BrineIcalReading *reading, char **field)
{
  if (*field != NULL)
    return FALSE;
  *field = brine_ical_unescape (reading->value);
  return TRUE;
}

static gboolean
read_id (BrineIcalReading *reading)
{
  return g_uuid_string_is_valid (reading->value) && read_text (reading, &reading->event->id);
}

static gboolean
read_recipe (BrineIcalReading *reading)
{
  return read_text (reading, &reading->event->recipe_id);
}

static gboolean
read_split_from (BrineIcalReading *reading)
{
  return read_text (reading, &reading->event->split_from);
}

static gboolean
read_keep (BrineIcalReading *reading)
{
  return read_text (reading, &reading->event->keep);
}

static gboolean
read_practice (BrineIcalReading *reading)
{
  reading->event->practice_is_explicit =
      brine_practice_from_nick (reading->value, &reading->event->practice);
  reading->event->has_practice |= reading->event->practice_is_explicit;
  return reading->event->practice_is_explicit;
}

static gboolean
read_slot (BrineIcalReading *reading)
{
  return brine_meal_slot_from_nick (reading->value, &reading->event->slot);
}

static gboolean
read_number (const char *text, double *out_number)
{
  char *end;
  double number = g_ascii_strtod (text, &end);

  if (end == text || *end != '\0' || !isfinite (number))
    return FALSE;
  *out_number = number;
  return TRUE;
}

static gboolean
read_portions (BrineIcalReading *reading)
{
  return read_number (reading->value, &reading->event->portions);
}

static gboolean
read_quota (BrineIcalReading *reading)
{
  guint64 quota;

  if (!g_ascii_string_to_unsigned (reading->value, 10, 0, 1000, &quota, NULL))
    return FALSE;
  reading->event->quota = (int)quota;
  return TRUE;
}

/* "2026-11-23 5": first day, times a week. */
static gboolean
read_quota_from (BrineIcalReading *reading)
{
  g_auto (GStrv) parts = g_strsplit (reading->value, " ", -1);
  BrineQuotaPeriod period = { 0 };
  guint64 times;

  if (g_strv_length (parts) != 2 || !brine_day_parse (parts[0], &period.valid_from)
      || !g_ascii_string_to_unsigned (parts[1], 10, 1, 100, &times, NULL))
    return FALSE;
  period.times_a_week = (int)times;
  g_array_append_val (reading->event->quotas, period);
  return TRUE;
}

static gboolean
read_all_day (BrineIcalReading *reading)
{
  guint64 second;

  if (!g_ascii_string_to_unsigned (reading->value, 10, 0, BRINE_SECONDS_PER_DAY - 1, &second, NULL))
    return FALSE;
  reading->event->all_day_second = (int)second;
  return TRUE;
}

/* "2026-11-01 at-least 20 0 min day": first day, kind, low, high, unit, per. */
static gboolean
read_goal (BrineIcalReading *reading)
{
  static const char *const kinds[] = { "none", "at-least", "at-most", "between" };
  g_auto (GStrv) parts = g_strsplit (reading->value, " ", -1);
  BrineGoalPeriod period = { 0 };
  guint kind = 0;

  if (g_strv_length (parts) != 6 || !brine_day_parse (parts[0], &period.valid_from))
    return FALSE;
  while (kind < G_N_ELEMENTS (kinds) && !g_str_equal (kinds[kind], parts[1]))
    kind++;
  if (kind == G_N_ELEMENTS (kinds) || !read_number (parts[2], &period.goal.low)
      || !read_number (parts[3], &period.goal.high)
      || !brine_unit_from_nick (parts[4], &period.goal.unit))
    return FALSE;
  period.goal.kind = (BrineGoalKind)kind;
  period.goal.per = g_str_equal (parts[5], "week") ? BRINE_PER_WEEK : BRINE_PER_DAY;
  g_array_append_val (reading->event->goals, period);
  return TRUE;
}

/* "@07:30/mo,we,fr" as brine_reminder_to_string() writes it, with the commas of a text escaped. */
static gboolean
read_reminder (BrineIcalReading *reading)
{
  g_autofree char *text = brine_ical_unescape (reading->value);
  BrineReminder reminder;

  if (!brine_reminder_parse (text, &reminder, NULL))
    return FALSE;
  g_array_append_val (reading->event->reminders, reminder);
  return TRUE;
}

static gboolean
read_cancelled (BrineIcalReading *reading)
{
  BrineLocal local;
  gboolean is_date, is_utc;

  if (!brine_ical_parse_reading (reading->value, &local, &is_date, &is_utc) || is_date)
    return FALSE;
  g_array_append_val (reading->event->cancelled_dates, local);
  return TRUE;
}

static const struct
{
  const char *name;
  gboolean (*read) (BrineIcalReading *reading);
} own_lines[] = {
  { "CREATED", read_created },
  { "LAST-MODIFIED", read_modified },
  { BRINE_ICAL_X_ID, read_id },
  { BRINE_ICAL_X_PRACTICE, read_practice },
  { BRINE_ICAL_X_SLOT, read_slot },
  { BRINE_ICAL_X_RECIPE, read_recipe },
  { BRINE_ICAL_X_PORTIONS, read_portions },
  { BRINE_ICAL_X_QUOTA, read_quota },
  { BRINE_ICAL_X_QUOTA_FROM, read_quota_from },
  { BRINE_ICAL_X_GOAL, read_goal },
  { BRINE_ICAL_X_REMINDER, read_reminder },
  { BRINE_ICAL_X_SPLIT_FROM, read_split_from },
  { BRINE_ICAL_X_CANCELLED, read_cancelled },
  { BRINE_ICAL_X_KEEP, read_keep },
  { BRINE_ICAL_X_ALL_DAY, read_all_day },
};

gboolean
brine_ical_read_own_line (BrineIcalReading *reading)
{
  for (gsize i = 0; i < G_N_ELEMENTS (own_lines); i++)
    if (brine_ical_line_is (reading->line, own_lines[i].name))
      return own_lines[i].read (reading);
  return FALSE;
}
