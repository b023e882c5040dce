/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-ical-reading-private.h"
#include "brine-ical-value-private.h"
#include "brine-title.h"

#include <glib/gi18n.h>
#include <string.h>

/* Returns TRUE when the line says nothing more than what was taken. */
typedef gboolean (*Handler) (BrineIcalReading *reading);

static gboolean
read_uid (BrineIcalReading *reading)
{
  BrineIcalEvent *event = reading->event;
  char *uid = g_strstrip (reading->value);

  if (*uid == '\0')
    return TRUE;
  if (event->uid != NULL)
    {
      brine_ical_keep_original (event, reading->line);
      return TRUE;
    }
  /* A UID is only ever compared, but it is also shown, stored and sent: an absurd one is kept
   * aside and a digest stands for it. */
  for (const char *c = uid; *c != '\0'; c++)
    if ((guchar)*c < 0x20 || *c == 0x7f || c - uid >= 1024)
      {
        g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, uid, -1);
        event->uid = g_strdup_printf ("brine-%.32s", digest);
        brine_ical_keep_original (event, reading->line);
        return TRUE;
      }
  event->uid = g_strdup (uid);
  brine_ical_keep_params (reading, "UID");
  return TRUE;
}

/* The first line of a name that may stand once is taken; the others are kept aside. */
static gboolean
take_once (BrineIcalReading *reading, char **field, const char *name)
{
  if (*field != NULL)
    {
      brine_ical_keep_original (reading->event, reading->line);
      return FALSE;
    }
  *field = brine_ical_unescape (reading->value);
  brine_ical_keep_params (reading, name);
  return TRUE;
}

static gboolean
read_summary (BrineIcalReading *reading)
{
  g_autofree char *raw = NULL;

  if (!take_once (reading, &reading->event->title, "SUMMARY"))
    return TRUE;
  raw = reading->event->title;
  reading->event->title = brine_title_clean (raw);
  if (!brine_title_fits (raw))
    {
      brine_ical_keep_original (reading->event, reading->line);
      brine_import_report_add (
          reading->report, brine_ical_line_get_number (reading->line),
          N_ ("The title has more than %d characters; its beginning was taken."), BRINE_TITLE_MAX);
    }
  return TRUE;
}

static gboolean
read_description (BrineIcalReading *reading)
{
  g_autofree char *raw = NULL;

  if (!take_once (reading, &reading->event->notes, "DESCRIPTION"))
    return TRUE;
  raw = reading->event->notes;
  reading->event->notes = brine_ical_clean_notes (raw);
  return TRUE;
}

static gboolean
read_location (BrineIcalReading *reading)
{
  g_autofree char *raw = NULL;

  if (!take_once (reading, &reading->event->location, "LOCATION"))
    return TRUE;
  raw = reading->event->location;
  reading->event->location = brine_ical_clean_notes (raw);
  return TRUE;
}

static gboolean
read_time (BrineIcalReading *reading, const char *name, BrineIcalTime *out_time)
{
  g_autofree char *tzid = brine_ical_line_dup_param (reading->line, "TZID");

  if (!brine_ical_zones_read (reading->zones, g_strstrip (reading->value), tzid, out_time))
    {
      brine_import_report_add (reading->report, brine_ical_line_get_number (reading->line),
                               N_ ("%s “%.40s” is no date or time."), name, reading->value);
      return FALSE;
    }
  if (out_time->kind == BRINE_ICAL_TIME_UNKNOWN_ZONE)
    brine_import_report_add_once (reading->report, brine_ical_line_get_number (reading->line),
                                  N_ ("The time zone “%.60s” is not known; its times are taken as "
                                      "local ones."),
                                  tzid);
  else if (out_time->kind == BRINE_ICAL_TIME_ZONED && tzid != NULL
           && !brine_local_equal (out_time->local, out_time->reading))
    brine_import_report_add_once (reading->report, brine_ical_line_get_number (reading->line),
                                  N_ ("Times in “%.60s” were turned into local times."), tzid);
  return TRUE;
}

static gboolean
read_start (BrineIcalReading *reading)
{
  BrineIcalEvent *event = reading->event;

  if (event->has_start)
    {
      brine_ical_keep_original (event, reading->line);
      return TRUE;
    }
  event->has_start = read_time (reading, "DTSTART", &event->start);
  if (event->has_start && event->start.kind != BRINE_ICAL_TIME_FLOATING
      && event->start.kind != BRINE_ICAL_TIME_DATE)
    brine_ical_keep_original (event, reading->line);
  brine_ical_keep_params (reading, "DTSTART");
  return TRUE;
}

static gboolean
read_end (BrineIcalReading *reading)
{
  reading->event->has_end = read_time (reading, "DTEND", &reading->event->end);
  if (!reading->event->has_end)
    brine_ical_keep_original (reading->event, reading->line);
  return TRUE;
}

static gboolean
read_duration (BrineIcalReading *reading)
{
  int64_t seconds;

  if (brine_ical_parse_duration (g_strstrip (reading->value), &seconds) && seconds >= 0)
    {
      reading->event->duration_seconds = seconds;
      return TRUE;
    }
  brine_import_report_add (reading->report, brine_ical_line_get_number (reading->line),
                           N_ ("DURATION “%.40s” is no duration."), reading->value);
  brine_ical_keep_original (reading->event, reading->line);
  return TRUE;
}

static gboolean
read_recurrence_id (BrineIcalReading *reading)
{
  BrineIcalEvent *event = reading->event;
  g_autofree char *range = brine_ical_line_dup_param (reading->line, "RANGE");

  event->is_override = read_time (reading, "RECURRENCE-ID", &event->recurrence_id);
  if (range != NULL)
    {
      brine_import_report_add (reading->report, brine_ical_line_get_number (reading->line),
                               N_ ("A change for this and all later occurrences was taken for this "
                                   "occurrence only."));
      brine_ical_keep_original (event, reading->line);
    }
  return TRUE;
}

static gboolean
read_rrule (BrineIcalReading *reading)
{
  BrineIcalEvent *event = reading->event;

  if (event->rrule != NULL)
    {
      brine_import_report_add (reading->report, brine_ical_line_get_number (reading->line),
                               N_ ("A second rule is kept, but only the first one is used."));
      brine_ical_keep_original (event, reading->line);
      return TRUE;
    }
  event->rrule = g_ascii_strup (g_strstrip (reading->value), -1);
  event->rrule_line = brine_ical_line_get_number (reading->line);
  brine_ical_keep_params (reading, "RRULE");
  return TRUE;
}

static gboolean
read_exrule (BrineIcalReading *reading)
{
  brine_import_report_add (reading->report, brine_ical_line_get_number (reading->line),
                           N_ ("An EXRULE is kept, but not used: its dates appear in the plan."));
  return FALSE;
}

/* One of the values of RDATE or EXDATE; a PERIOD is "start/end" or "start/duration". */
static gboolean
read_one_date (BrineIcalReading *reading, const char *value, const char *tzid, GArray *dates)
{
  g_auto (GStrv) parts = g_strsplit (value, "/", 2);
  BrineIcalDate date = { .minutes = -1 };
  BrineIcalTime end;
  int64_t seconds;

  if (parts[0] == NULL || !brine_ical_zones_read (reading->zones, parts[0], tzid, &date.time))
    return FALSE;
  if (parts[1] != NULL)
    {
      if (brine_ical_zones_read (reading->zones, parts[1], tzid, &end))
        seconds = brine_ical_get_wall_seconds (&date.time, &end);
      else if (!brine_ical_parse_duration (parts[1], &seconds))
        return FALSE;
      date.minutes = (int)CLAMP (seconds / 60, 0, INT32_MAX);
    }
  g_array_append_val (dates, date);
  return TRUE;
}

static gboolean
read_dates (BrineIcalReading *reading, const char *name, GArray *dates)
{
  g_autofree char *tzid = brine_ical_line_dup_param (reading->line, "TZID");
  g_auto (GStrv) values = g_strsplit (reading->value, ",", -1);
  gboolean all = TRUE;

  for (gsize i = 0; values[i] != NULL; i++)
    {
      char *value = g_strstrip (values[i]);
      if (*value == '\0' || read_one_date (reading, value, tzid, dates))
        continue;
      brine_import_report_add (reading->report, brine_ical_line_get_number (reading->line),
                               N_ ("%s “%.40s” is no date or time."), name, value);
      all = FALSE;
    }
  if (!all)
    brine_ical_keep_original (reading->event, reading->line);
  return TRUE;
}

static gboolean
read_rdate (BrineIcalReading *reading)
{
  return read_dates (reading, "RDATE", reading->event->rdates);
}

static gboolean
read_exdate (BrineIcalReading *reading)
{
  return read_dates (reading, "EXDATE", reading->event->exdates);
}

static gboolean
read_status (BrineIcalReading *reading)
{
  if (g_ascii_strcasecmp (g_strstrip (reading->value), "CANCELLED") != 0)
    return FALSE;
  reading->event->cancelled = TRUE;
  return TRUE;
}

/* Ours alone when it holds nothing but the nick that we would write. */
static gboolean
read_categories (BrineIcalReading *reading)
{
  BrineIcalEvent *event = reading->event;
  BrinePractice practice;
  gboolean first = !event->has_practice;

  if (!brine_ical_practice_from_categories (reading->value, &practice))
    return FALSE;
  if (first)
    {
      event->has_practice = TRUE;
      event->practice = practice;
    }
  return first && g_str_equal (reading->value, brine_practice_to_nick (practice));
}

static gboolean
drop (BrineIcalReading *reading)
{
  return TRUE;
}

static const struct
{
  const char *name;
  Handler read;
} handlers[] = {
  { "UID", read_uid },
  { "SUMMARY", read_summary },
  { "DESCRIPTION", read_description },
  { "LOCATION", read_location },
  { "DTSTART", read_start },
  { "DTEND", read_end },
  { "DURATION", read_duration },
  { "DTSTAMP", drop },
  { "RECURRENCE-ID", read_recurrence_id },
  { "RRULE", read_rrule },
  { "EXRULE", read_exrule },
  { "RDATE", read_rdate },
  { "EXDATE", read_exdate },
  { "STATUS", read_status },
  { "CATEGORIES", read_categories },
};

/* Reading ------------------------------------------------------------------------------- */

/* A line end inside of a value cannot be written again: it is dropped before the value is read, as
 * it is from lines that are kept, so that both readings find the same. */
static char *
dup_value (const BrineIcalLine *line)
{
  char *value = brine_ical_line_dup_value (line);
  char *end = value;

  for (const char *c = value; *c != '\0'; c++)
    if (*c != '\r' && *c != '\n')
      *end++ = *c;
  *end = '\0';
  return value;
}

static void
read_line (BrineIcalEvent *event, BrineIcalLine *line, BrineIcalZones *zones,
           BrineImportReport *report)
{
  BrineIcalReading reading = { event, zones, report, line, NULL };
  Handler handler = NULL;
  gboolean taken;

  if (!brine_ical_line_has_name (line))
    {
      g_autofree char *text = brine_ical_line_dup_text (line);
      if (*g_strstrip (text) != '\0')
        brine_import_report_add (report, brine_ical_line_get_number (line),
                                 N_ ("The line is no calendar property and was left out."));
      return;
    }
  for (gsize i = 0; handler == NULL && i < G_N_ELEMENTS (handlers); i++)
    if (brine_ical_line_is (line, handlers[i].name))
      handler = handlers[i].read;
  reading.value = dup_value (line);
  taken = handler != NULL ? handler (&reading) : brine_ical_read_own_line (&reading);
  g_free (reading.value);
  if (!taken)
    brine_ical_keep_line (event, line);
}

/* An empty DESCRIPTION says as much as none. */
static void
drop_empty (char **text)
{
  if (*text != NULL && **text == '\0')
    g_clear_pointer (text, g_free);
}

BrineIcalEvent *
brine_ical_event_read (BrineIcalComponent *component, BrineIcalZones *zones,
                       BrineImportReport *report)
{
  BrineIcalEvent *event = g_new0 (BrineIcalEvent, 1);
  g_autoptr (GString) components = g_string_new (NULL);
  BrineIcalLine *line;
  BrineIcalComponent *child;

  event->line = brine_ical_component_get_line_number (component);
  event->duration_seconds = -1;
  event->practice = BRINE_PRACTICE_OWN;
  event->portions = 1;
  event->all_day_second = -1;
  event->rdates = g_array_new (FALSE, FALSE, sizeof (BrineIcalDate));
  event->exdates = g_array_new (FALSE, FALSE, sizeof (BrineIcalDate));
  event->cancelled_dates = g_array_new (FALSE, FALSE, sizeof (BrineLocal));
  event->quotas = g_array_new (FALSE, FALSE, sizeof (BrineQuotaPeriod));
  event->goals = g_array_new (FALSE, FALSE, sizeof (BrineGoalPeriod));
  event->reminders = g_array_new (FALSE, FALSE, sizeof (BrineReminder));
  event->alarms = g_ptr_array_new ();
  event->foreign = g_string_new (NULL);

  for (guint i = 0; brine_ical_component_get_child (component, i, &line, &child); i++)
    if (line != NULL)
      read_line (event, line, zones, report);
    else if (g_str_equal (brine_ical_component_get_name (child), "VALARM"))
      g_ptr_array_add (event->alarms, child);
    else
      brine_ical_append_foreign (components, child);
  brine_ical_order_foreign (event, components);
  drop_empty (&event->notes);
  drop_empty (&event->location);
  if (event->uid == NULL)
    event->uid = brine_ical_digest (component);
  return event;
}

void
brine_ical_event_free (BrineIcalEvent *event)
{
  if (event == NULL)
    return;

  g_free (event->uid);
  g_free (event->id);
  g_free (event->title);
  g_free (event->notes);
  g_free (event->location);
  g_free (event->rrule);
  g_free (event->recipe_id);
  g_free (event->split_from);
  g_free (event->keep);
  for (gsize i = 0; i < BRINE_ICAL_N_KEPT_PARAMS; i++)
    g_free (event->params[i]);
  g_array_unref (event->rdates);
  g_array_unref (event->exdates);
  g_array_unref (event->cancelled_dates);
  g_array_unref (event->quotas);
  g_array_unref (event->goals);
  g_array_unref (event->reminders);
  g_ptr_array_unref (event->alarms);
  g_string_free (event->foreign, TRUE);
  g_free (event);
}
