/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-ical-event-private.h"
#include "brine-ical-items.h"
#include "brine-ical-private.h"
#include "brine-ical-value-private.h"
#include "brine-ical-writer-private.h"

#include <string.h>

/* Dates in one RDATE or EXDATE line: far from the length at which readers give up. */
#define DATES_PER_LINE 100

void
brine_ical_write_line (BrineIcalWriter *writer, const char *format, ...)
{
  g_autofree char *line = NULL;
  va_list args;

  va_start (args, format);
  line = g_strdup_vprintf (format, args);
  va_end (args);
  brine_ical_append_folded (writer->out, line, -1);
}

/* The parameters that another program put on one of our lines; "" for none. */
static char *
dup_kept_params (BrineIcalWriter *writer, const char *name)
{
  BrineIcalLine *line;
  BrineIcalComponent *child;

  for (guint i = 0;
       writer->lines != NULL && brine_ical_component_get_child (writer->lines, i, &line, &child);
       i++)
    {
      g_autofree char *value = NULL;
      if (line == NULL || !brine_ical_line_is (line, BRINE_ICAL_X_PARAM))
        continue;
      value = brine_ical_line_dup_value (line);
      if (g_str_equal (value, name))
        return brine_ical_line_dup_params (line, NULL);
    }
  return g_strdup ("");
}

static void
append_property (BrineIcalWriter *writer, const char *name, const char *value)
{
  g_autofree char *params = dup_kept_params (writer, name);

  brine_ical_write_line (writer, "%s%s:%s", name, params, value);
}

static void
append_text (BrineIcalWriter *writer, const char *name, const char *text)
{
  g_autofree char *value = NULL;

  if (text == NULL || *text == '\0')
    return;
  value = brine_ical_escape (text);
  append_property (writer, name, value);
}

/* Times --------------------------------------------------------------------------------- */

static gboolean
is_all_day_start (const BrineIcalWriter *writer, BrineLocal local)
{
  return writer->all_day_second >= 0 && local.second == writer->all_day_second;
}

static void
append_time (BrineIcalWriter *writer, const char *name, BrineLocal local, gboolean as_date)
{
  g_autofree char *params = dup_kept_params (writer, name);
  g_autofree char *value =
      as_date ? brine_ical_date_to_string (local.day) : brine_ical_date_time_to_string (local);

  brine_ical_write_line (writer, "%s%s%s:%s", name, params, as_date ? ";VALUE=DATE" : "", value);
}

static void
append_duration (BrineIcalWriter *writer, int minutes, gboolean as_date)
{
  g_autofree char *duration = brine_ical_duration_to_string (minutes);

  if (as_date)
    brine_ical_write_line (writer, "DURATION:P%dD", minutes / BRINE_MINUTES_PER_DAY);
  else if (minutes > 0)
    brine_ical_write_line (writer, "DURATION:%s", duration);
}

static void
append_dates (BrineIcalWriter *writer, const char *name, const GArray *dates)
{
  gboolean as_date = writer->all_day_second >= 0;

  for (guint i = 0; i < dates->len; i += DATES_PER_LINE)
    {
      g_autoptr (GString) line = g_string_new (name);
      g_string_append (line, as_date ? ";VALUE=DATE:" : ":");
      for (guint j = i; j < MIN (dates->len, i + DATES_PER_LINE); j++)
        {
          BrineLocal local = g_array_index (dates, BrineLocal, j);
          g_autofree char *value = as_date ? brine_ical_date_to_string (local.day)
                                           : brine_ical_date_time_to_string (local);
          g_string_append_printf (line, "%s%s", j > i ? "," : "", value);
        }
      brine_ical_append_folded (writer->out, line->str, (gssize)line->len);
    }
}

static gboolean
all_begin_at (const GArray *dates, int second)
{
  for (guint i = 0; i < dates->len; i++)
    if (g_array_index (dates, BrineLocal, i).second != second)
      return FALSE;
  return TRUE;
}

/* An event that came as all-day goes as one, unless it was moved to a time since. */
static int
find_all_day_second (BrineIcalComponent *foreign, const BrinePlanItem *item)
{
  BrineIcalLine *line =
      foreign != NULL ? brine_ical_component_find (foreign, BRINE_ICAL_X_ALL_DAY) : NULL;
  g_autofree char *value = line != NULL ? brine_ical_line_dup_value (line) : NULL;
  guint64 second;

  if (value == NULL
      || !g_ascii_string_to_unsigned (value, 10, 0, BRINE_SECONDS_PER_DAY - 1, &second, NULL))
    return -1;
  if (item->start.second != (int)second || item->minutes <= 0
      || item->minutes % BRINE_MINUTES_PER_DAY != 0 || !all_begin_at (item->rdates, (int)second)
      || !all_begin_at (item->exdates, (int)second))
    return -1;
  for (guint i = 0; i < item->exceptions->len; i++)
    if (((BrineException *)item->exceptions->pdata[i])->original.second != (int)second)
      return -1;
  return (int)second;
}

/* Foreign lines ------------------------------------------------------------------------- */

/* What is written from the item's own fields is never written a second time. */
static gboolean
is_ours (const BrineIcalWriter *writer, BrineIcalLine *line, gboolean in_override)
{
  static const char *const always[] = { "UID",
                                        "DTSTAMP",
                                        "DTSTART",
                                        "DTEND",
                                        "DURATION",
                                        "RECURRENCE-ID",
                                        "RDATE",
                                        "EXDATE",
                                        "SUMMARY",
                                        "BEGIN",
                                        "END",
                                        BRINE_ICAL_X_PARAM,
                                        BRINE_ICAL_X_ID,
                                        BRINE_ICAL_X_ALL_DAY,
                                        BRINE_ICAL_X_FOR,
                                        BRINE_ICAL_X_PRACTICE,
                                        BRINE_ICAL_X_CANCELLED };

  for (gsize i = 0; i < G_N_ELEMENTS (always); i++)
    if (brine_ical_line_is (line, always[i]))
      return TRUE;
  if (brine_ical_line_is (line, "RRULE"))
    return in_override || writer->item->rule != NULL;
  if (brine_ical_line_is (line, "DESCRIPTION"))
    return writer->item->notes != NULL;
  if (brine_ical_line_is (line, "LOCATION"))
    return !in_override && writer->item->location != NULL;
  if (brine_ical_line_is (line, "CREATED"))
    return !in_override && writer->item->stamps.created.unix_ms != 0;
  if (brine_ical_line_is (line, "LAST-MODIFIED"))
    return !in_override && writer->item->stamps.modified.unix_ms != 0;
  return FALSE;
}

static void
append_foreign_lines (BrineIcalWriter *writer, gboolean in_override)
{
  BrineIcalLine *line;
  BrineIcalComponent *child;

  for (guint i = 0;
       writer->lines != NULL && brine_ical_component_get_child (writer->lines, i, &line, &child);
       i++)
    if (line != NULL && brine_ical_line_has_name (line) && !is_ours (writer, line, in_override))
      {
        g_autofree char *text = brine_ical_line_dup_text (line);
        brine_ical_append_folded (writer->out, text, -1);
      }
}

/* The series ---------------------------------------------------------------------------- */

/* The practice that a reader would find in the foreign categories. */
static gboolean
find_foreign_practice (BrineIcalWriter *writer, BrinePractice *out_practice)
{
  BrineIcalLine *line;
  BrineIcalComponent *child;

  for (guint i = 0; writer->foreign != NULL
                    && brine_ical_component_get_child (writer->foreign, i, &line, &child);
       i++)
    if (line != NULL && brine_ical_line_is (line, "CATEGORIES"))
      {
        g_autofree char *value = brine_ical_line_dup_value (line);
        if (brine_ical_practice_from_categories (value, out_practice))
          return TRUE;
      }
  return FALSE;
}

static void
append_practice (BrineIcalWriter *writer)
{
  BrinePractice practice = writer->item->practice;
  const char *nick = brine_practice_to_nick (practice);
  BrinePractice told = BRINE_PRACTICE_OWN;
  gboolean is_told = find_foreign_practice (writer, &told);

  if (practice == BRINE_PRACTICE_OWN && is_told && told != practice)
    brine_ical_write_line (writer, BRINE_ICAL_X_PRACTICE ":%s", nick);
  else if (practice != BRINE_PRACTICE_OWN && !(is_told && told == practice))
    brine_ical_write_line (writer, "CATEGORIES:%s", nick);
}

static void
append_quotas (BrineIcalWriter *writer)
{
  for (guint i = 0; i < writer->item->quotas->len; i++)
    {
      const BrineQuotaPeriod *period = &g_array_index (writer->item->quotas, BrineQuotaPeriod, i);
      g_autofree char *from = brine_day_to_string (period->valid_from);

      brine_ical_write_line (writer, BRINE_ICAL_X_QUOTA_FROM ":%s %d", from, period->times_a_week);
    }
}

static void
append_goals (BrineIcalWriter *writer)
{
  static const char *const kinds[] = { "none", "at-least", "at-most", "between" };

  for (guint i = 0; i < writer->item->goals->len; i++)
    {
      const BrineGoalPeriod *period = &g_array_index (writer->item->goals, BrineGoalPeriod, i);
      char low[G_ASCII_DTOSTR_BUF_SIZE], high[G_ASCII_DTOSTR_BUF_SIZE];
      g_autofree char *from = brine_day_to_string (period->valid_from);
      brine_ical_write_line (writer, BRINE_ICAL_X_GOAL ":%s %s %s %s %s %s", from,
                             kinds[CLAMP ((int)period->goal.kind, 0, 3)],
                             g_ascii_dtostr (low, sizeof low, period->goal.low),
                             g_ascii_dtostr (high, sizeof high, period->goal.high),
                             brine_unit_to_nick (period->goal.unit),
                             period->goal.per == BRINE_PER_WEEK ? "week" : "day");
    }
}

/* Those that no VALARM can say: one rings before every occurrence, or at one moment. */
static void
append_reminders (BrineIcalWriter *writer)
{
  for (guint i = 0; i < writer->item->reminders->len; i++)
    {
      const BrineReminder *reminder = &g_array_index (writer->item->reminders, BrineReminder, i);
      g_autofree char *text = brine_reminder_to_string (reminder);

      if (!brine_reminder_is_plain (reminder))
        append_text (writer, BRINE_ICAL_X_REMINDER, text);
    }
}

static void
append_own_lines (BrineIcalWriter *writer)
{
  const BrinePlanItem *item = writer->item;
  char portions[G_ASCII_DTOSTR_BUF_SIZE];

  if (g_strcmp0 (item->id, item->uid) != 0)
    brine_ical_write_line (writer, BRINE_ICAL_X_ID ":%s", item->id);
  if (item->slot != BRINE_MEAL_SLOT_NONE)
    brine_ical_write_line (writer, BRINE_ICAL_X_SLOT ":%s", brine_meal_slot_to_nick (item->slot));
  append_text (writer, BRINE_ICAL_X_RECIPE, item->recipe_id);
  if (item->portions != 1)
    brine_ical_write_line (writer, BRINE_ICAL_X_PORTIONS ":%s",
                           g_ascii_dtostr (portions, sizeof portions, item->portions));
  if (item->quota_per_week > 0)
    brine_ical_write_line (writer, BRINE_ICAL_X_QUOTA ":%d", item->quota_per_week);
  append_quotas (writer);
  append_goals (writer);
  append_reminders (writer);
  append_text (writer, BRINE_ICAL_X_SPLIT_FROM, item->split_from);
  if (writer->all_day_second >= 0)
    brine_ical_write_line (writer, BRINE_ICAL_X_ALL_DAY ":%d", writer->all_day_second);
}

/* Cancelled occurrences are EXDATEs, which every reader knows; a line of our own tells them from
 * dates that never belonged to the series. One that has foreign lines is an event instead. */
static BrineIcalComponent *
find_override_lines (BrineIcalWriter *writer, BrineLocal original)
{
  g_autofree char *reading = brine_ical_date_time_to_string (original);
  BrineIcalLine *line;
  BrineIcalComponent *child;

  for (guint i = 0; writer->foreign != NULL
                    && brine_ical_component_get_child (writer->foreign, i, &line, &child);
       i++)
    if (child != NULL && g_str_equal (child->name, BRINE_ICAL_X_OVERRIDE))
      {
        BrineIcalLine *key = brine_ical_component_find (child, BRINE_ICAL_X_FOR);
        g_autofree char *value = key != NULL ? brine_ical_line_dup_value (key) : NULL;
        if (g_strcmp0 (value, reading) == 0)
          return child;
      }
  return NULL;
}

static gboolean
is_exdate (BrineIcalWriter *writer, const BrineException *exception)
{
  return exception->cancelled && find_override_lines (writer, exception->original) == NULL;
}

static void
append_exdates (BrineIcalWriter *writer)
{
  const BrinePlanItem *item = writer->item;
  g_autoptr (GArray) dates = g_array_new (FALSE, FALSE, sizeof (BrineLocal));

  g_array_append_vals (dates, item->exdates->data, item->exdates->len);
  for (guint i = 0; i < item->exceptions->len; i++)
    {
      const BrineException *exception = item->exceptions->pdata[i];
      if (is_exdate (writer, exception))
        g_array_append_val (dates, exception->original);
    }
  append_dates (writer, "EXDATE", dates);
  for (guint i = item->exdates->len; i < dates->len; i++)
    {
      g_autofree char *reading =
          brine_ical_date_time_to_string (g_array_index (dates, BrineLocal, i));
      brine_ical_write_line (writer, BRINE_ICAL_X_CANCELLED ":%s", reading);
    }
}

static void
append_stamp (BrineIcalWriter *writer, const char *name, BrineInstant instant)
{
  g_autofree char *text = brine_ical_utc_to_string (instant);

  if (instant.unix_ms != 0)
    brine_ical_write_line (writer, "%s:%s", name, text);
}

static void
append_head (BrineIcalWriter *writer)
{
  g_autofree char *stamp = brine_ical_utc_to_string (writer->now);

  brine_ical_write_line (writer, "BEGIN:VEVENT");
  append_property (writer, "UID", writer->item->uid);
  brine_ical_write_line (writer, "DTSTAMP:%s", stamp);
}

static void
append_series (BrineIcalWriter *writer)
{
  const BrinePlanItem *item = writer->item;
  gboolean as_date = writer->all_day_second >= 0;

  append_head (writer);
  append_stamp (writer, "CREATED", item->stamps.created);
  append_stamp (writer, "LAST-MODIFIED", item->stamps.modified);
  append_time (writer, "DTSTART", item->start, as_date);
  append_duration (writer, item->minutes, as_date);
  if (item->rule != NULL)
    {
      g_autofree char *rule = brine_rule_to_string (item->rule);
      append_property (writer, "RRULE", rule);
    }
  append_dates (writer, "RDATE", item->rdates);
  append_exdates (writer);
  append_text (writer, "SUMMARY", item->title);
  append_text (writer, "DESCRIPTION", item->notes);
  append_text (writer, "LOCATION", item->location);
  append_practice (writer);
  append_own_lines (writer);
  append_foreign_lines (writer, FALSE);
  brine_ical_write_components (writer, item->minutes, item->title);
  brine_ical_write_line (writer, "END:VEVENT");
}

/* Overrides ----------------------------------------------------------------------------- */

static void
append_keep (BrineIcalWriter *writer, const BrineException *exception)
{
  const BrinePlanItem *item = writer->item;
  gboolean title = exception->title != NULL && g_str_equal (exception->title, item->title);
  gboolean notes = exception->notes != NULL
                   && (g_strcmp0 (exception->notes, item->notes) == 0
                       || (*exception->notes == '\0' && item->notes == NULL));

  if (title || notes)
    brine_ical_write_line (writer, BRINE_ICAL_X_KEEP ":%s%s%s", title ? "title" : "",
                           title && notes ? " " : "", notes ? "notes" : "");
}

static void
append_override (BrineIcalWriter *writer, const BrineException *exception)
{
  const BrinePlanItem *item = writer->item;
  const char *title = exception->title != NULL ? exception->title : item->title;
  gboolean as_date = is_all_day_start (writer, exception->start)
                     && exception->minutes % BRINE_MINUTES_PER_DAY == 0 && exception->minutes > 0;

  writer->lines = find_override_lines (writer, exception->original);
  append_head (writer);
  append_time (writer, "RECURRENCE-ID", exception->original, writer->all_day_second >= 0);
  if (exception->cancelled)
    brine_ical_write_line (writer, "STATUS:CANCELLED");
  append_time (writer, "DTSTART", exception->start, as_date);
  append_duration (writer, exception->minutes, as_date);
  append_text (writer, "SUMMARY", title);
  append_text (writer, "DESCRIPTION", exception->notes != NULL ? exception->notes : item->notes);
  if (writer->lines == NULL || brine_ical_component_find (writer->lines, "LOCATION") == NULL)
    append_text (writer, "LOCATION", item->location);
  if (item->practice != BRINE_PRACTICE_OWN)
    brine_ical_write_line (writer, "CATEGORIES:%s", brine_practice_to_nick (item->practice));
  append_text (writer, BRINE_ICAL_X_RECIPE, exception->recipe_id);
  append_keep (writer, exception);
  append_foreign_lines (writer, TRUE);
  brine_ical_write_components (writer, exception->minutes, title);
  brine_ical_write_line (writer, "END:VEVENT");
  writer->lines = writer->foreign;
}

/* Entry --------------------------------------------------------------------------------- */

static void
append_item (GString *out, const BrinePlanItem *item, BrineInstant now)
{
  g_autoptr (BrineIcalComponent) foreign =
      item->foreign != NULL ? brine_ical_parse_fragment (item->foreign) : NULL;
  BrineIcalWriter writer = {
    out, item, foreign, foreign, now, find_all_day_second (foreign, item)
  };

  append_series (&writer);
  for (guint i = 0; i < item->exceptions->len; i++)
    {
      const BrineException *exception = item->exceptions->pdata[i];
      if (!is_exdate (&writer, exception))
        append_override (&writer, exception);
    }
}

GBytes *
brine_ical_export_items (GPtrArray *items, BrineInstant now)
{
  GString *out;

  g_return_val_if_fail (items != NULL, NULL);

  out = g_string_new ("BEGIN:VCALENDAR\r\n"
                      "VERSION:2.0\r\n"
                      "PRODID:-//Brine//Brine " BRINE_VERSION "//EN\r\n"
                      "CALSCALE:GREGORIAN\r\n");
  for (guint i = 0; i < items->len; i++)
    append_item (out, items->pdata[i], now);
  g_string_append (out, "END:VCALENDAR\r\n");
  return g_string_free_to_bytes (out);
}
