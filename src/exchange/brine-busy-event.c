/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-busy-private.h"

#include <string.h>

#include "brine-ical-value-private.h"
#include "brine-title.h"

/* Of a series; a single event may last as long as it likes. */
#define MAX_RECURRING_SECONDS (366LL * BRINE_SECONDS_PER_DAY)

/* Where the lines of one event are gathered before it is known what they mean together. */
typedef struct
{
  BrineBusyReading *reading;
  BrineIcalZones *zones;
  GTimeZone *target;
  BrineIcalTime start;
  BrineIcalZone *start_zone; /* borrowed from zones */
  gboolean has_start;
  BrineIcalTime end;
  gboolean has_end;
  int64_t duration; /* -1: none */
  char *title;
  char *rrule;
  GArray *rdates;  /* BrineIcalTime */
  GArray *exdates; /* BrineIcalTime */
} Lines;

void
brine_busy_event_free (BrineBusyEvent *event)
{
  if (event == NULL)
    return;
  g_free (event->title);
  g_clear_pointer (&event->zone, brine_ical_zone_unref);
  g_clear_pointer (&event->rule, brine_rule_unref);
  g_clear_pointer (&event->rdates, g_array_unref);
  g_clear_pointer (&event->exdates, g_array_unref);
  g_clear_pointer (&event->recurrence, brine_recurrence_unref);
  g_free (event);
}

void
brine_busy_reading_clear (BrineBusyReading *reading)
{
  g_clear_pointer (&reading->event, brine_busy_event_free);
  g_clear_pointer (&reading->uid, g_free);
}

/* Lines --------------------------------------------------------------------------------- */

/* Marks that turn or hold the direction of what comes after them, which is not theirs. */
static char *
read_title (const char *value)
{
  g_autofree char *text = brine_ical_unescape (value);
  char *title = brine_title_clean (text);

  if (g_utf8_strlen (title, -1) > BRINE_BUSY_MAX_TITLE)
    *g_utf8_offset_to_pointer (title, BRINE_BUSY_MAX_TITLE) = '\0';
  return title;
}

/* A PERIOD counts by where it begins. */
static void
read_dates (Lines *lines, char *value, const char *tzid, GArray *out_times)
{
  char *next;

  for (char *part = value; part != NULL; part = next)
    {
      BrineIcalTime time;
      char *slash;
      next = strchr (part, ',');
      if (next != NULL)
        *next++ = '\0';
      slash = strchr (part, '/');
      if (slash != NULL)
        *slash = '\0';
      if (brine_ical_zones_read (lines->zones, part, tzid, &time))
        g_array_append_val (out_times, time);
    }
}

static void
read_start (Lines *lines, const char *value, const char *tzid)
{
  lines->has_start = brine_ical_zones_read (lines->zones, value, tzid, &lines->start);
  lines->start_zone = brine_ical_zones_find (lines->zones, value, tzid);
}

static void
read_time_line (Lines *lines, BrineIcalLine *line, char *value)
{
  g_autofree char *tzid = brine_ical_line_dup_param (line, "TZID");

  if (brine_ical_line_is (line, "DTSTART"))
    read_start (lines, value, tzid);
  else if (brine_ical_line_is (line, "DTEND"))
    lines->has_end = brine_ical_zones_read (lines->zones, value, tzid, &lines->end);
  else if (brine_ical_line_is (line, "RDATE"))
    read_dates (lines, value, tzid, lines->rdates);
  else if (brine_ical_line_is (line, "EXDATE"))
    read_dates (lines, value, tzid, lines->exdates);
  else if (brine_ical_line_is (line, "RECURRENCE-ID"))
    lines->reading->is_override =
        brine_ical_zones_read (lines->zones, value, tzid, &lines->reading->recurrence_id);
}

static void
read_line (Lines *lines, BrineIcalLine *line)
{
  g_autofree char *value = brine_ical_line_dup_value (line);
  BrineBusyReading *reading = lines->reading;
  int64_t seconds;

  if (brine_ical_line_is (line, "SUMMARY") && lines->title == NULL)
    lines->title = read_title (value);
  else if (brine_ical_line_is (line, "UID") && reading->uid == NULL)
    reading->uid = g_steal_pointer (&value);
  else if (brine_ical_line_is (line, "STATUS"))
    reading->cancelled = g_ascii_strcasecmp (g_strstrip (value), "CANCELLED") == 0;
  else if (brine_ical_line_is (line, "TRANSP"))
    reading->free = g_ascii_strcasecmp (g_strstrip (value), "TRANSPARENT") == 0;
  else if (brine_ical_line_is (line, "RRULE") && lines->rrule == NULL)
    lines->rrule = g_steal_pointer (&value);
  else if (brine_ical_line_is (line, "DURATION"))
    lines->duration = brine_ical_parse_duration (value, &seconds) ? MAX (seconds, 0) : -1;
  else
    read_time_line (lines, line, value);
}

/* Times --------------------------------------------------------------------------------- */

BrineLocal
brine_busy_event_place (const BrineBusyEvent *event, const BrineIcalTime *time, GTimeZone *target)
{
  /* A bare date names the occurrence of that day. */
  if (event->all_day)
    return (BrineLocal){ time->reading.day, 0 };
  if (time->kind == BRINE_ICAL_TIME_DATE)
    return (BrineLocal){ time->reading.day, event->start.second };
  if (event->zone == NULL)
    return time->local;
  return brine_ical_zone_get_local (event->zone, time->kind == BRINE_ICAL_TIME_ZONED
                                                     ? time->instant
                                                     : brine_zone_resolve (target, time->reading));
}

static int64_t
get_seconds (const Lines *lines, const BrineBusyEvent *event)
{
  int64_t seconds = 0;

  if (lines->duration >= 0)
    seconds = lines->duration;
  else if (lines->has_end && event->zone != NULL && lines->end.kind == BRINE_ICAL_TIME_ZONED)
    seconds = (lines->end.instant.unix_ms - lines->start.instant.unix_ms) / 1000;
  else if (lines->has_end && event->all_day)
    seconds = brine_local_diff_seconds ((BrineLocal){ lines->end.reading.day, 0 }, event->start);
  else if (lines->has_end)
    seconds = brine_local_diff_seconds (lines->end.local, lines->start.local);

  if (event->all_day)
    seconds = MAX (seconds / BRINE_SECONDS_PER_DAY, 1) * BRINE_SECONDS_PER_DAY;
  seconds = MAX (seconds, 0);
  return lines->rrule != NULL || lines->rdates->len > 0 ? MIN (seconds, MAX_RECURRING_SECONDS)
                                                        : seconds;
}

typedef struct
{
  const Lines *lines;
  const BrineBusyEvent *event;
} UntilPlace;

static char *
place_until (const char *text, gpointer user_data)
{
  const UntilPlace *place = user_data;
  BrineIcalTime until;
  BrineLocal local;

  if (!brine_ical_zones_read (place->lines->zones, text, NULL, &until)
      || until.kind != BRINE_ICAL_TIME_ZONED)
    return NULL;
  local = brine_busy_event_place (place->event, &until, place->lines->target);
  return place->event->all_day ? brine_ical_date_to_string (local.day)
                               : brine_ical_date_time_to_string (local);
}

/* UNTIL in UTC, as the RFC wants it of events in a zone, by the clock of that zone. */
static char *
place_rule (const Lines *lines, const BrineBusyEvent *event)
{
  UntilPlace place = { lines, event };

  return brine_ical_replace_until (lines->rrule, place_until, &place);
}

static GArray *
place_all (const BrineBusyEvent *event, const GArray *times, GTimeZone *target)
{
  GArray *placed;

  if (times->len == 0)
    return NULL;
  placed = g_array_sized_new (FALSE, FALSE, sizeof (BrineLocal), times->len);
  for (guint i = 0; i < times->len; i++)
    {
      BrineLocal local =
          brine_busy_event_place (event, &g_array_index (times, BrineIcalTime, i), target);
      g_array_append_val (placed, local);
    }
  return placed;
}

/* In the reader's own zone everything stands as it reads. */
static gboolean
is_elsewhere (const Lines *lines)
{
  return lines->start_zone != NULL && lines->start.kind == BRINE_ICAL_TIME_ZONED
         && !brine_ical_zone_is_same (lines->start_zone, lines->target);
}

/* A rule that cannot be read leaves the first time. */
static BrineBusyEvent *
make_event (Lines *lines)
{
  BrineBusyEvent *event = g_new0 (BrineBusyEvent, 1);

  event->title = lines->title != NULL ? g_steal_pointer (&lines->title) : g_strdup ("");
  event->all_day = lines->start.kind == BRINE_ICAL_TIME_DATE;
  event->zone = is_elsewhere (lines) ? brine_ical_zone_ref (lines->start_zone) : NULL;
  event->start = lines->start.reading;
  event->seconds = get_seconds (lines, event);
  if (lines->rrule != NULL && !lines->reading->is_override)
    {
      g_autofree char *text = place_rule (lines, event);
      event->rule = brine_rule_parse (text, NULL);
    }
  event->rdates = place_all (event, lines->rdates, lines->target);
  event->exdates = place_all (event, lines->exdates, lines->target);
  return event;
}

/* Public -------------------------------------------------------------------------------- */

void
brine_busy_read_event (BrineIcalComponent *component, BrineIcalZones *zones, GTimeZone *target,
                       BrineBusyReading *out_reading)
{
  g_autoptr (GArray) rdates = g_array_new (FALSE, FALSE, sizeof (BrineIcalTime));
  g_autoptr (GArray) exdates = g_array_new (FALSE, FALSE, sizeof (BrineIcalTime));
  Lines lines = { .reading = out_reading,
                  .zones = zones,
                  .target = target,
                  .duration = -1,
                  .rdates = rdates,
                  .exdates = exdates };
  BrineIcalLine *line;
  BrineIcalComponent *child;

  *out_reading = (BrineBusyReading){ 0 };
  for (guint i = 0; brine_ical_component_get_child (component, i, &line, &child); i++)
    if (line != NULL && brine_ical_line_has_name (line))
      read_line (&lines, line);
  out_reading->is_unzoned = lines.start.kind == BRINE_ICAL_TIME_UNKNOWN_ZONE;
  if (lines.has_start)
    out_reading->event = make_event (&lines);
  g_free (lines.title);
  g_free (lines.rrule);
}

void
brine_busy_event_exclude (BrineBusyEvent *event, BrineLocal original)
{
  if (event->exdates == NULL)
    event->exdates = g_array_new (FALSE, FALSE, sizeof (BrineLocal));
  g_array_append_val (event->exdates, original);
}

void
brine_busy_event_close (BrineBusyEvent *event)
{
  if (event->rule != NULL || event->rdates != NULL || event->exdates != NULL)
    event->recurrence =
        brine_recurrence_new (event->start, event->rule, event->rdates, event->exdates);
  g_clear_pointer (&event->rule, brine_rule_unref);
  g_clear_pointer (&event->rdates, g_array_unref);
  g_clear_pointer (&event->exdates, g_array_unref);
}
