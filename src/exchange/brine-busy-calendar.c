/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-busy-calendar.h"

#include <string.h>

#include "brine-busy-private.h"

/* Zones lie up to 14 hours on one side of UTC and 12 on the other. */
#define ZONE_SECONDS (26 * 3600)
/* Of the recurrences of one query together, about half a second. */
#define MAX_STEPS 3000000u

struct _BrineBusyCalendar
{
  gatomicrefcount ref_count;
  GTimeZone *target;
  GPtrArray *events; /* BrineBusyEvent */
  guint n_free;
  guint n_unread;
  guint n_unzoned;
};

/* A changed occurrence, until the series that it stands in is found. */
typedef struct
{
  char *uid;
  BrineIcalTime original;
} Override;

typedef struct
{
  BrineBusyCalendar *calendar;
  BrineIcalZones *zones;
  GHashTable *series;   /* UID, owned, to BrineBusyEvent, owned by the calendar */
  GPtrArray *overrides; /* Override */
} Reader;

static void
override_free (gpointer data)
{
  Override *override = data;

  g_free (override->uid);
  g_free (override);
}

/* Reading ------------------------------------------------------------------------------- */

static void
hold_override (Reader *reader, BrineBusyReading *reading)
{
  Override *override;

  if (reading->uid == NULL)
    return;
  override = g_new0 (Override, 1);
  override->uid = g_strdup (reading->uid);
  override->original = reading->recurrence_id;
  g_ptr_array_add (reader->overrides, override);
}

static void
take_event (Reader *reader, BrineBusyReading *reading)
{
  if (reading->uid != NULL && !reading->is_override
      && !g_hash_table_contains (reader->series, reading->uid))
    g_hash_table_insert (reader->series, g_steal_pointer (&reading->uid), reading->event);
  reader->calendar->n_unzoned += reading->is_unzoned;
  g_ptr_array_add (reader->calendar->events, g_steal_pointer (&reading->event));
}

static gboolean
read_component (BrineIcalComponent *component, gpointer user_data, GError **error)
{
  Reader *reader = user_data;
  BrineBusyCalendar *calendar = reader->calendar;
  BrineBusyReading reading;

  if (g_str_equal (brine_ical_component_get_name (component), "VTIMEZONE"))
    brine_ical_zones_define (reader->zones, component);
  if (!g_str_equal (brine_ical_component_get_name (component), "VEVENT"))
    return TRUE;
  if (brine_ical_component_get_fault (component) != NULL
      || calendar->events->len + reader->overrides->len >= BRINE_BUSY_MAX_EVENTS)
    {
      calendar->n_unread++;
      return TRUE;
    }
  brine_busy_read_event (component, reader->zones, calendar->target, &reading);
  /* A cancelled or freed occurrence takes its place in the series all the same. */
  if (reading.is_override)
    hold_override (reader, &reading);
  if (!reading.cancelled && reading.free)
    calendar->n_free++;
  else if (!reading.cancelled && reading.event == NULL)
    calendar->n_unread++;
  else if (!reading.cancelled)
    take_event (reader, &reading);
  brine_busy_reading_clear (&reading);
  return TRUE;
}

static void
forget_all (Reader *reader)
{
  BrineBusyCalendar *calendar = reader->calendar;

  g_hash_table_remove_all (reader->series);
  g_ptr_array_set_size (reader->overrides, 0);
  g_ptr_array_set_size (calendar->events, 0);
  calendar->n_free = calendar->n_unread = calendar->n_unzoned = 0;
}

/* Zones stand before their events; where they do not, the events are read once more. */
static gboolean
read_all (Reader *reader, GBytes *bytes, GError **error)
{
  const BrineIcalWalk walk = { .func = read_component, .user_data = reader };

  if (!brine_ical_foreach_item (bytes, NULL, &walk, error))
    return FALSE;
  if (!brine_ical_zones_take_stale (reader->zones))
    return TRUE;
  forget_all (reader);
  return brine_ical_foreach_item (bytes, NULL, &walk, error);
}

static void
attach_overrides (Reader *reader)
{
  for (guint i = 0; i < reader->overrides->len; i++)
    {
      const Override *override = g_ptr_array_index (reader->overrides, i);
      BrineBusyEvent *event = g_hash_table_lookup (reader->series, override->uid);
      if (event != NULL)
        brine_busy_event_exclude (event, brine_busy_event_place (event, &override->original,
                                                                 reader->calendar->target));
    }
}

BrineBusyCalendar *
brine_busy_calendar_parse (GBytes *bytes, GTimeZone *zone, GError **error)
{
  g_autoptr (BrineBusyCalendar) self = NULL;
  g_autoptr (BrineIcalZones) zones = NULL;
  g_autoptr (GHashTable) series = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) overrides = g_ptr_array_new_with_free_func (override_free);

  g_return_val_if_fail (bytes != NULL && zone != NULL, NULL);

  zones = brine_ical_zones_new (zone);
  self = g_new0 (BrineBusyCalendar, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->target = g_time_zone_ref (zone);
  self->events = g_ptr_array_new_with_free_func ((GDestroyNotify)brine_busy_event_free);
  Reader reader = { self, zones, series, overrides };
  if (!read_all (&reader, bytes, error))
    return NULL;
  attach_overrides (&reader);
  g_ptr_array_foreach (self->events, (GFunc)(void (*) (void))brine_busy_event_close, NULL);
  return g_steal_pointer (&self);
}

BrineBusyCalendar *
brine_busy_calendar_ref (BrineBusyCalendar *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
brine_busy_calendar_unref (BrineBusyCalendar *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_ptr_array_unref (self->events);
  g_time_zone_unref (self->target);
  g_free (self);
}

guint
brine_busy_calendar_get_n_events (const BrineBusyCalendar *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->events->len;
}

guint
brine_busy_calendar_get_n_free (const BrineBusyCalendar *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_free;
}

guint
brine_busy_calendar_get_n_unread (const BrineBusyCalendar *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_unread;
}

guint
brine_busy_calendar_get_n_unzoned (const BrineBusyCalendar *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_unzoned;
}

/* Times --------------------------------------------------------------------------------- */

typedef struct
{
  BrineBusyCalendar *calendar;
  BrineLocal from; /* the first midnight */
  BrineLocal to;   /* the midnight after the last day */
  GArray *spans;   /* BrineBusySpan */
  GArray *starts;  /* BrineLocal, of the event at hand */
  guint steps;
  gboolean complete;
} Query;

static BrineBusySpan
place_span (const Query *query, const BrineBusyEvent *event, BrineLocal start)
{
  BrineBusySpan span = { start, brine_local_add_seconds (start, event->seconds), event->all_day,
                         event->title };

  if (event->zone != NULL)
    {
      BrineInstant instant = brine_ical_zone_resolve (event->zone, start);
      BrineInstant end = brine_instant_add_seconds (instant, event->seconds);
      span.start = brine_zone_get_local (query->calendar->target, instant, NULL);
      span.end = brine_zone_get_local (query->calendar->target, end, NULL);
    }
  /* When the clocks go back an end may read earlier than its start. */
  if (brine_local_compare (span.end, span.start) < 0)
    span.end = span.start;
  return span;
}

static void
add_span (Query *query, const BrineBusyEvent *event, BrineLocal start)
{
  BrineBusySpan span = place_span (query, event, start);
  gboolean moment = brine_local_equal (span.start, span.end);

  if (brine_local_compare (span.start, query->to) >= 0
      || brine_local_compare (span.end, query->from) < (moment ? 0 : 1))
    return;
  if (query->spans->len < BRINE_BUSY_MAX_SPANS)
    g_array_append_val (query->spans, span);
  else
    query->complete = FALSE;
}

static void
add_series (Query *query, const BrineBusyEvent *event)
{
  int64_t margin = event->zone != NULL ? ZONE_SECONDS : 0;
  BrineLocal from = brine_local_add_seconds (query->from, -event->seconds - margin);
  BrineLocal to = brine_local_add_seconds (query->to, margin);
  guint steps = 0;

  if (query->steps > MAX_STEPS)
    {
      query->complete = FALSE;
      return;
    }
  g_array_set_size (query->starts, 0);
  BrineExpansion expansion =
      brine_recurrence_expand_counted (event->recurrence, from, to, query->starts, &steps);
  query->steps += steps;
  /* A part of what never ends says nothing. */
  if (expansion != BRINE_EXPANSION_COMPLETE)
    {
      query->complete = FALSE;
      return;
    }
  for (guint i = 0; i < query->starts->len; i++)
    add_span (query, event, g_array_index (query->starts, BrineLocal, i));
}

static int
compare_spans (gconstpointer a, gconstpointer b)
{
  const BrineBusySpan *first = a, *second = b;
  int order = brine_local_compare (first->start, second->start);

  if (order == 0)
    order = brine_local_compare (second->end, first->end);
  return order != 0 ? order : strcmp (first->title, second->title);
}

gboolean
brine_busy_calendar_expand (BrineBusyCalendar *self, BrineDay from, BrineDay to, GArray *out_spans)
{
  g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (BrineLocal));
  Query query = { self, { from, 0 }, { to + 1, 0 }, out_spans, starts, 0, TRUE };

  g_return_val_if_fail (self != NULL && out_spans != NULL, FALSE);
  g_return_val_if_fail (out_spans->len == 0, FALSE);
  g_return_val_if_fail (brine_day_is_valid (from) && brine_day_is_valid (to), FALSE);

  for (guint i = 0; i < self->events->len; i++)
    {
      const BrineBusyEvent *event = g_ptr_array_index (self->events, i);
      if (event->recurrence == NULL)
        add_span (&query, event, event->start);
      else
        add_series (&query, event);
    }
  g_array_sort (out_spans, compare_spans);
  return query.complete;
}
