/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-ical-event-private.h"
#include "brine-ical-private.h"
#include "brine-ical-value-private.h"

#include <math.h>
#include <string.h>

/* What a handler needs; it returns TRUE when the line says nothing more than what was taken. */
typedef struct
{
  BrineIcalEvent *event;
  BrineIcalZones *zones;
  BrineImportReport *report;
  BrineIcalLine *line;
  char *value;
} Reading;

typedef gboolean (*Handler) (Reading *reading);

/* Keeping what is not ours -------------------------------------------------------------- */

static void
append_foreign_text (GString *foreign, const char *prefix, const char *text)
{
  if (foreign->len > 0)
    g_string_append_c (foreign, '\n');
  g_string_append (foreign, prefix);
  for (const char *c = text; *c != '\0'; c++)
    if (*c != '\r' && *c != '\n')
      g_string_append_c (foreign, *c);
}

static void
keep_line (BrineIcalEvent *event, BrineIcalLine *line)
{
  g_autofree char *text = brine_ical_line_dup_text (line);

  append_foreign_text (event->foreign, "", text);
}

static void
keep_original (BrineIcalEvent *event, BrineIcalLine *line)
{
  g_autofree char *text = brine_ical_line_dup_text (line);

  append_foreign_text (event->foreign, BRINE_ICAL_X_ORIGINAL ":", text);
}

/* Names of lines that we write ourselves, in the order in which we write them. */
static const char *const kept_names[] = { "UID",     "DTSTART",     "RRULE",
                                          "SUMMARY", "DESCRIPTION", "LOCATION" };
G_STATIC_ASSERT (G_N_ELEMENTS (kept_names) == BRINE_ICAL_N_KEPT_PARAMS);

/* Whether @params, cleaned as they are, still read as what they are: no open quote, and no
 * parameter of ours that only came about by the cleaning. */
static gboolean
can_be_kept (const char *params)
{
  g_autofree char *text = g_strconcat ("X", params, ":", NULL);
  g_autofree char *tzid = NULL;
  g_autofree char *value = NULL;
  BrineIcalLine *probe = brine_ical_line_new (text);
  gboolean quoted = FALSE;

  tzid = brine_ical_line_dup_param (probe, "TZID");
  value = brine_ical_line_dup_param (probe, "VALUE");
  brine_ical_line_free (probe);
  for (const char *c = params; *c != '\0'; c++)
    quoted ^= *c == '"';
  return !quoted && tzid == NULL && value == NULL;
}

/* Parameters of such a line, so that they come back on it. */
static void
keep_params (Reading *reading, const char *name)
{
  static const char *const ours[] = { "TZID", "VALUE", NULL };
  g_autofree char *params = brine_ical_line_dup_params (reading->line, ours);
  g_auto (GStrv) pieces = g_strsplit_set (params, "\r\n", -1);
  gsize i = 0;

  g_free (params);
  params = g_strjoinv ("", pieces);
  if (*params == '\0')
    return;
  if (!can_be_kept (params))
    {
      keep_original (reading->event, reading->line);
      return;
    }
  while (!g_str_equal (kept_names[i], name))
    i++;
  g_free (reading->event->params[i]);
  reading->event->params[i] = g_steal_pointer (&params);
}

void
brine_ical_append_foreign (GString *foreign, BrineIcalComponent *component)
{
  const char *name = brine_ical_component_get_name (component);
  BrineIcalLine *line;
  BrineIcalComponent *child;

  append_foreign_text (foreign, "BEGIN:", name);
  for (guint i = 0; brine_ical_component_get_child (component, i, &line, &child); i++)
    if (child != NULL)
      brine_ical_append_foreign (foreign, child);
    else if (brine_ical_line_has_name (line))
      {
        g_autofree char *text = brine_ical_line_dup_text (line);
        append_foreign_text (foreign, "", text);
      }
  append_foreign_text (foreign, "END:", name);
}

/* Practices ----------------------------------------------------------------------------- */

gboolean
brine_ical_practice_from_category (const char *category, BrinePractice *out_practice)
{
  static const struct
  {
    const char *name;
    BrinePractice practice;
  } names[] = {
    { "meal", BRINE_PRACTICE_MEAL },
    { "meals", BRINE_PRACTICE_MEAL },
    { "mahlzeit", BRINE_PRACTICE_MEAL },
    { "mahlzeiten", BRINE_PRACTICE_MEAL },
    { "essen", BRINE_PRACTICE_MEAL },
    { "sleep", BRINE_PRACTICE_SLEEP },
    { "schlaf", BRINE_PRACTICE_SLEEP },
    { "schlafen", BRINE_PRACTICE_SLEEP },
    { "meditation", BRINE_PRACTICE_MEDITATION },
    { "breathwork", BRINE_PRACTICE_BREATHWORK },
    { "breathing", BRINE_PRACTICE_BREATHWORK },
    { "atemübung", BRINE_PRACTICE_BREATHWORK },
    { "atemübungen", BRINE_PRACTICE_BREATHWORK },
    { "atmen", BRINE_PRACTICE_BREATHWORK },
    { "walk", BRINE_PRACTICE_WALK },
    { "walks", BRINE_PRACTICE_WALK },
    { "walking", BRINE_PRACTICE_WALK },
    { "spaziergang", BRINE_PRACTICE_WALK },
    { "spaziergänge", BRINE_PRACTICE_WALK },
    { "gehen", BRINE_PRACTICE_WALK },
    { "own", BRINE_PRACTICE_OWN },
    { "eigenes", BRINE_PRACTICE_OWN },
  };
  g_autofree char *normal = g_utf8_normalize (category, -1, G_NORMALIZE_NFC);
  g_autofree char *lower = normal != NULL ? g_utf8_strdown (normal, -1) : NULL;

  for (gsize i = 0; lower != NULL && i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i].name, lower))
      {
        *out_practice = names[i].practice;
        return TRUE;
      }
  return FALSE;
}

gboolean
brine_ical_practice_from_categories (const char *value, BrinePractice *out_practice)
{
  g_auto (GStrv) parts = brine_ical_split_text (value);

  for (gsize i = 0; parts[i] != NULL; i++)
    if (brine_ical_practice_from_category (parts[i], out_practice))
      return TRUE;
  return FALSE;
}

/* Handlers ------------------------------------------------------------------------------ */

static gboolean
read_uid (Reading *reading)
{
  BrineIcalEvent *event = reading->event;
  char *uid = g_strstrip (reading->value);

  if (*uid == '\0')
    return TRUE;
  if (event->uid != NULL)
    {
      keep_original (event, reading->line);
      return TRUE;
    }
  /* A UID is only ever compared, but it is also shown, stored and sent: an absurd one is kept
   * aside and a digest stands for it. */
  for (const char *c = uid; *c != '\0'; c++)
    if ((guchar)*c < 0x20 || *c == 0x7f || c - uid >= 1024)
      {
        g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, uid, -1);
        event->uid = g_strdup_printf ("brine-%.32s", digest);
        keep_original (event, reading->line);
        return TRUE;
      }
  event->uid = g_strdup (uid);
  keep_params (reading, "UID");
  return TRUE;
}

/* The first line of a name that may stand once is taken; the others are kept aside. */
static gboolean
take_once (Reading *reading, char **field, const char *name)
{
  if (*field != NULL)
    {
      keep_original (reading->event, reading->line);
      return FALSE;
    }
  *field = brine_ical_unescape (reading->value);
  keep_params (reading, name);
  return TRUE;
}

static gboolean
read_summary (Reading *reading)
{
  g_autofree char *raw = NULL;

  if (!take_once (reading, &reading->event->title, "SUMMARY"))
    return TRUE;
  raw = reading->event->title;
  reading->event->title = brine_ical_clean_title (raw);
  return TRUE;
}

static gboolean
read_description (Reading *reading)
{
  g_autofree char *raw = NULL;

  if (!take_once (reading, &reading->event->notes, "DESCRIPTION"))
    return TRUE;
  raw = reading->event->notes;
  reading->event->notes = brine_ical_clean_notes (raw);
  return TRUE;
}

static gboolean
read_location (Reading *reading)
{
  g_autofree char *raw = NULL;

  if (!take_once (reading, &reading->event->location, "LOCATION"))
    return TRUE;
  raw = reading->event->location;
  reading->event->location = brine_ical_clean_notes (raw);
  return TRUE;
}

static gboolean
read_time (Reading *reading, const char *name, BrineIcalTime *out_time)
{
  g_autofree char *tzid = brine_ical_line_dup_param (reading->line, "TZID");

  if (!brine_ical_zones_read (reading->zones, g_strstrip (reading->value), tzid, out_time))
    {
      brine_import_report_add (reading->report, brine_ical_line_get_number (reading->line),
                               "%s “%.40s” is no date or time.", name, reading->value);
      return FALSE;
    }
  if (out_time->kind == BRINE_ICAL_TIME_UNKNOWN_ZONE)
    brine_import_report_add_once (reading->report, brine_ical_line_get_number (reading->line),
                                  "The time zone “%.60s” is not known; its times are taken as "
                                  "local ones.",
                                  tzid);
  else if (out_time->kind == BRINE_ICAL_TIME_ZONED && tzid != NULL
           && !brine_local_equal (out_time->local, out_time->reading))
    brine_import_report_add_once (reading->report, brine_ical_line_get_number (reading->line),
                                  "Times in “%.60s” were turned into local times.", tzid);
  return TRUE;
}

static gboolean
read_start (Reading *reading)
{
  BrineIcalEvent *event = reading->event;

  if (event->has_start)
    {
      keep_original (event, reading->line);
      return TRUE;
    }
  event->has_start = read_time (reading, "DTSTART", &event->start);
  if (event->has_start && event->start.kind != BRINE_ICAL_TIME_FLOATING
      && event->start.kind != BRINE_ICAL_TIME_DATE)
    keep_original (event, reading->line);
  keep_params (reading, "DTSTART");
  return TRUE;
}

static gboolean
read_end (Reading *reading)
{
  reading->event->has_end = read_time (reading, "DTEND", &reading->event->end);
  if (!reading->event->has_end)
    keep_original (reading->event, reading->line);
  return TRUE;
}

static gboolean
read_duration (Reading *reading)
{
  int64_t seconds;

  if (brine_ical_parse_duration (g_strstrip (reading->value), &seconds) && seconds >= 0)
    {
      reading->event->duration_seconds = seconds;
      return TRUE;
    }
  brine_import_report_add (reading->report, brine_ical_line_get_number (reading->line),
                           "DURATION “%.40s” is no duration.", reading->value);
  keep_original (reading->event, reading->line);
  return TRUE;
}

static gboolean
read_recurrence_id (Reading *reading)
{
  BrineIcalEvent *event = reading->event;
  g_autofree char *range = brine_ical_line_dup_param (reading->line, "RANGE");

  event->is_override = read_time (reading, "RECURRENCE-ID", &event->recurrence_id);
  if (range != NULL)
    {
      brine_import_report_add (reading->report, brine_ical_line_get_number (reading->line),
                               "A change for this and all later occurrences was taken for this "
                               "occurrence only.");
      keep_original (event, reading->line);
    }
  return TRUE;
}

static gboolean
read_rrule (Reading *reading)
{
  BrineIcalEvent *event = reading->event;

  if (event->rrule != NULL)
    {
      brine_import_report_add (reading->report, brine_ical_line_get_number (reading->line),
                               "A second rule is kept, but only the first one is used.");
      keep_original (event, reading->line);
      return TRUE;
    }
  event->rrule = g_ascii_strup (g_strstrip (reading->value), -1);
  event->rrule_line = brine_ical_line_get_number (reading->line);
  keep_params (reading, "RRULE");
  return TRUE;
}

static gboolean
read_exrule (Reading *reading)
{
  brine_import_report_add (reading->report, brine_ical_line_get_number (reading->line),
                           "An EXRULE is kept, but not used: its dates appear in the plan.");
  return FALSE;
}

/* One of the values of RDATE or EXDATE; a PERIOD is "start/end" or "start/duration". */
static gboolean
read_one_date (Reading *reading, const char *value, const char *tzid, GArray *dates)
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
        seconds = (end.instant.unix_ms - date.time.instant.unix_ms) / 1000;
      else if (!brine_ical_parse_duration (parts[1], &seconds))
        return FALSE;
      date.minutes = (int)CLAMP (seconds / 60, 0, INT32_MAX);
    }
  g_array_append_val (dates, date);
  return TRUE;
}

static gboolean
read_dates (Reading *reading, const char *name, GArray *dates)
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
                               "%s “%.40s” is no date or time.", name, value);
      all = FALSE;
    }
  if (!all)
    keep_original (reading->event, reading->line);
  return TRUE;
}

static gboolean
read_rdate (Reading *reading)
{
  return read_dates (reading, "RDATE", reading->event->rdates);
}

static gboolean
read_exdate (Reading *reading)
{
  return read_dates (reading, "EXDATE", reading->event->exdates);
}

static gboolean
read_status (Reading *reading)
{
  if (g_ascii_strcasecmp (g_strstrip (reading->value), "CANCELLED") != 0)
    return FALSE;
  reading->event->cancelled = TRUE;
  return TRUE;
}

/* Ours alone when it holds nothing but the nick that we would write. */
static gboolean
read_categories (Reading *reading)
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
drop (Reading *reading)
{
  return TRUE;
}

/* Our own lines ------------------------------------------------------------------------- */

static gboolean
read_stamp (Reading *reading, BrineInstant *out_instant)
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
read_created (Reading *reading)
{
  return read_stamp (reading, &reading->event->stamps.created);
}

static gboolean
read_modified (Reading *reading)
{
  return read_stamp (reading, &reading->event->stamps.modified);
}

static gboolean
read_text (Reading *reading, char **field)
{
  if (*field != NULL)
    return FALSE;
  *field = brine_ical_unescape (reading->value);
  return TRUE;
}

static gboolean
read_id (Reading *reading)
{
  return g_uuid_string_is_valid (reading->value) && read_text (reading, &reading->event->id);
}

static gboolean
read_recipe (Reading *reading)
{
  return read_text (reading, &reading->event->recipe_id);
}

static gboolean
read_split_from (Reading *reading)
{
  return read_text (reading, &reading->event->split_from);
}

static gboolean
read_keep (Reading *reading)
{
  return read_text (reading, &reading->event->keep);
}

static gboolean
read_practice (Reading *reading)
{
  reading->event->practice_is_explicit =
      brine_practice_from_nick (reading->value, &reading->event->practice);
  reading->event->has_practice |= reading->event->practice_is_explicit;
  return reading->event->practice_is_explicit;
}

static gboolean
read_slot (Reading *reading)
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
read_portions (Reading *reading)
{
  return read_number (reading->value, &reading->event->portions);
}

static gboolean
read_quota (Reading *reading)
{
  guint64 quota;

  if (!g_ascii_string_to_unsigned (reading->value, 10, 0, 1000, &quota, NULL))
    return FALSE;
  reading->event->quota = (int)quota;
  return TRUE;
}

static gboolean
read_all_day (Reading *reading)
{
  guint64 second;

  if (!g_ascii_string_to_unsigned (reading->value, 10, 0, BRINE_SECONDS_PER_DAY - 1, &second, NULL))
    return FALSE;
  reading->event->all_day_second = (int)second;
  return TRUE;
}

/* "2026-11-01 at-least 20 0 min day": first day, kind, low, high, unit, per. */
static gboolean
read_goal (Reading *reading)
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

static gboolean
read_cancelled (Reading *reading)
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
  Handler handler;
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
  { "CREATED", read_created },
  { "LAST-MODIFIED", read_modified },
  { BRINE_ICAL_X_ID, read_id },
  { BRINE_ICAL_X_PRACTICE, read_practice },
  { BRINE_ICAL_X_SLOT, read_slot },
  { BRINE_ICAL_X_RECIPE, read_recipe },
  { BRINE_ICAL_X_PORTIONS, read_portions },
  { BRINE_ICAL_X_QUOTA, read_quota },
  { BRINE_ICAL_X_GOAL, read_goal },
  { BRINE_ICAL_X_SPLIT_FROM, read_split_from },
  { BRINE_ICAL_X_CANCELLED, read_cancelled },
  { BRINE_ICAL_X_KEEP, read_keep },
  { BRINE_ICAL_X_ALL_DAY, read_all_day },
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
  Reading reading = { event, zones, report, line, NULL };
  gboolean taken = FALSE;

  if (!brine_ical_line_has_name (line))
    {
      g_autofree char *text = brine_ical_line_dup_text (line);
      if (*g_strstrip (text) != '\0')
        brine_import_report_add (report, brine_ical_line_get_number (line),
                                 "The line is no calendar property and was left out.");
      return;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (handlers); i++)
    if (brine_ical_line_is (line, handlers[i].name))
      {
        reading.value = dup_value (line);
        taken = handlers[i].handler (&reading);
        g_free (reading.value);
        break;
      }
  if (!taken)
    keep_line (event, line);
}

/* An empty DESCRIPTION says as much as none. */
static void
drop_empty (char **text)
{
  if (*text != NULL && **text == '\0')
    g_clear_pointer (text, g_free);
}

/* Parameters first, then lines, then components: the order in which they are written, so that a
 * second reading finds them the same. */
static void
order_foreign (BrineIcalEvent *event, GString *components)
{
  GString *all = g_string_new (NULL);

  for (gsize i = 0; i < BRINE_ICAL_N_KEPT_PARAMS; i++)
    if (event->params[i] != NULL)
      {
        g_autofree char *text =
            g_strconcat (BRINE_ICAL_X_PARAM, event->params[i], ":", kept_names[i], NULL);
        append_foreign_text (all, "", text);
      }
  if (event->foreign->len > 0)
    g_string_append_printf (all, "%s%s", all->len > 0 ? "\n" : "", event->foreign->str);
  if (components->len > 0)
    g_string_append_printf (all, "%s%s", all->len > 0 ? "\n" : "", components->str);
  g_string_free (event->foreign, TRUE);
  event->foreign = all;
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
  event->goals = g_array_new (FALSE, FALSE, sizeof (BrineGoalPeriod));
  event->alarms = g_ptr_array_new ();
  event->foreign = g_string_new (NULL);

  for (guint i = 0; brine_ical_component_get_child (component, i, &line, &child); i++)
    if (line != NULL)
      read_line (event, line, zones, report);
    else if (g_str_equal (brine_ical_component_get_name (child), "VALARM"))
      g_ptr_array_add (event->alarms, child);
    else
      brine_ical_append_foreign (components, child);
  order_foreign (event, components);
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
  g_array_unref (event->goals);
  g_ptr_array_unref (event->alarms);
  g_string_free (event->foreign, TRUE);
  g_free (event);
}

/* DTSTAMP is the time of the export, so it says nothing about the event. */
static void
digest_component (GChecksum *checksum, BrineIcalComponent *component)
{
  BrineIcalLine *line;
  BrineIcalComponent *child;

  for (guint i = 0; brine_ical_component_get_child (component, i, &line, &child); i++)
    if (child != NULL)
      digest_component (checksum, child);
    else if (!brine_ical_line_is (line, "DTSTAMP"))
      {
        g_autofree char *text = brine_ical_line_dup_text (line);
        g_checksum_update (checksum, (const guchar *)text, (gssize)strlen (text) + 1);
      }
}

char *
brine_ical_digest (BrineIcalComponent *component)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  digest_component (checksum, component);
  return g_strdup_printf ("brine-%.32s", g_checksum_get_string (checksum));
}
