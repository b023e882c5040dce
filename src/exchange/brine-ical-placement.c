/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-ical-placement-private.h"
#include "brine-ical-value-private.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

BrineLocal
brine_ical_place_start (const BrineIcalPlacement *placement, const BrineIcalTime *time)
{
  if (time->kind == BRINE_ICAL_TIME_DATE)
    return (BrineLocal){ time->reading.day, placement->all_day_second };
  return placement->keep_reading ? time->reading : time->local;
}

/* A time that names an occurrence: in an all-day series its date counts, and a bare date means the
 * occurrence of that day. */
BrineLocal
brine_ical_place_occurrence (const BrineIcalPlacement *placement, const BrineIcalTime *time)
{
  if (placement->all_day)
    return (BrineLocal){ time->local.day, placement->all_day_second };
  if (time->kind == BRINE_ICAL_TIME_DATE)
    return (BrineLocal){ time->reading.day + placement->day_shift, placement->start.second };
  return placement->keep_reading ? time->reading : time->local;
}

BrineIcalPlacement
brine_ical_placement_new (const BrineIcalEvent *event, BrineIcalZones *zones, int day_start_minutes,
                          BrineImportReport *report)
{
  BrineIcalPlacement placement = { .zones = zones, .report = report };

  placement.all_day = event->start.kind == BRINE_ICAL_TIME_DATE;
  placement.all_day_second =
      event->all_day_second >= 0 ? event->all_day_second : day_start_minutes * 60;
  placement.start = brine_ical_place_start (&placement, &event->start);
  placement.day_shift = event->start.local.day - event->start.reading.day;
  return placement;
}

static gboolean
is_series (const BrineIcalEvent *event)
{
  return event->rrule != NULL || event->rdates->len > 0;
}

int
brine_ical_get_minutes (const BrineIcalEvent *event, BrineImportReport *report)
{
  gboolean all_day = event->start.kind == BRINE_ICAL_TIME_DATE;
  int64_t seconds = all_day ? BRINE_SECONDS_PER_DAY : 0;

  if (event->duration_seconds >= 0)
    seconds = event->duration_seconds;
  else if (event->has_end && event->start.kind == event->end.kind && is_series (event))
    seconds = (event->end.instant.unix_ms - event->start.instant.unix_ms) / 1000;
  else if (event->has_end)
    seconds = brine_ical_get_wall_seconds (&event->start, &event->end);

  if (all_day && seconds == 0)
    seconds = BRINE_SECONDS_PER_DAY;
  if (seconds < 0)
    {
      brine_import_report_add (
          report, event->line,
          N_ ("The event ends before it begins; it was taken without a duration."));
      seconds = 0;
    }
  return (int)MIN ((seconds + 59) / 60, INT32_MAX);
}

/* Rules --------------------------------------------------------------------------------- */

typedef struct
{
  const BrineIcalEvent *event;
  const BrineIcalPlacement *placement;
} UntilPlace;

static char *
localise_until (const char *text, gpointer user_data)
{
  const UntilPlace *place = user_data;
  const BrineIcalEvent *event = place->event;
  BrineIcalTime until;
  BrineLocal local;

  if (!g_str_has_suffix (text, "Z")
      || !brine_ical_zones_read (place->placement->zones, text, NULL, &until))
    return NULL;
  local = until.local;
  if (place->placement->keep_reading)
    local = brine_local_add_seconds (until.reading, brine_local_diff_seconds (event->start.reading,
                                                                              (BrineLocal){ 0, 0 })
                                                        - event->start.instant.unix_ms / 1000);
  return place->placement->all_day ? brine_ical_date_to_string (local.day)
                                   : brine_ical_date_time_to_string (local);
}

/* UNTIL in UTC (RFC 5545 section 3.3.10 wants it so for zoned events) as a local reading. */
static char *
localise_rule (const BrineIcalEvent *event, const BrineIcalPlacement *placement)
{
  UntilPlace place = { event, placement };

  return brine_ical_replace_until (event->rrule, localise_until, &place);
}

/* The rule a day earlier or later: only plain weekdays can move. (nullable) */
static BrineRule *
shift_weekdays (BrineRule *rule, int day_shift)
{
  static const char *const names[] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };
  g_autofree char *text = brine_rule_to_string (rule);
  g_auto (GStrv) parts = g_strsplit (text, ";", -1);
  unsigned weekdays = brine_rule_get_weekdays (rule);
  gboolean fixed = strstr (text, "WKST=") != NULL && brine_rule_get_interval (rule) > 1;
  g_autofree char *shifted = NULL;

  if (strstr (text, ";BY") == NULL && brine_rule_get_freq (rule) <= BRINE_FREQ_WEEKLY)
    return brine_rule_ref (rule);
  if (!brine_rule_is_simple (rule) || weekdays == 0 || fixed)
    return NULL;
  for (gsize i = 0; parts[i] != NULL; i++)
    if (g_str_has_prefix (parts[i], "BYDAY="))
      {
        g_autoptr (GString) list = g_string_new ("BYDAY=");
        for (int day = 0; day < 7; day++)
          if (weekdays & (1u << ((day - day_shift + 7) % 7)))
            g_string_append_printf (list, "%s%s", list->str[list->len - 1] == '=' ? "" : ",",
                                    names[day]);
        g_free (parts[i]);
        parts[i] = g_strdup (list->str);
      }
  shifted = g_strjoinv (";", parts);
  return brine_rule_parse (shifted, NULL);
}

/* A rule that cannot be read stays with the item, which then happens once. */
void
brine_ical_read_rule (BrineIcalEvent *event, BrineIcalPlacement *placement, BrinePlanItem *item)
{
  g_autofree char *text = NULL;

  if (event->rrule == NULL)
    return;
  text = localise_rule (event, placement);
  item->rule = brine_rule_parse (text, NULL);
  if (item->rule == NULL)
    {
      brine_import_report_add (
          placement->report, event->rrule_line,
          N_ ("The rule “%.60s” cannot be used, so the event was taken once; the "
              "rule is kept for export."),
          text);
      if (event->foreign->len > 0)
        g_string_append_c (event->foreign, '\n');
      g_string_append_printf (event->foreign, "RRULE:%s", event->rrule);
      return;
    }
  if (placement->day_shift != 0 && !placement->all_day && !placement->keep_reading)
    {
      g_autoptr (BrineRule) rule = g_steal_pointer (&item->rule);
      item->rule = shift_weekdays (rule, placement->day_shift);
      if (item->rule != NULL)
        return;
      brine_import_report_add (
          placement->report, event->rrule_line,
          N_ ("In local time the event lies on another day than its rule says; "
              "its times were taken as they stand."));
      placement->keep_reading = TRUE;
      placement->day_shift = 0;
      placement->start = brine_ical_place_start (placement, &event->start);
      item->start = placement->start;
      g_clear_pointer (&text, g_free);
      text = localise_rule (event, placement);
      item->rule = brine_rule_parse (text, NULL);
    }
}

/* Dates --------------------------------------------------------------------------------- */

static int
compare_locals (gconstpointer a, gconstpointer b)
{
  return brine_local_compare (*(const BrineLocal *)a, *(const BrineLocal *)b);
}

static void
sort_locals (GArray *locals)
{
  guint kept = 0;

  g_array_sort (locals, compare_locals);
  for (guint i = 0; i < locals->len; i++)
    {
      BrineLocal local = g_array_index (locals, BrineLocal, i);
      if (kept == 0 || !brine_local_equal (g_array_index (locals, BrineLocal, kept - 1), local))
        g_array_index (locals, BrineLocal, kept++) = local;
    }
  g_array_set_size (locals, kept);
}

static gboolean
contains_local (const GArray *sorted, BrineLocal local)
{
  return sorted->len > 0
         && bsearch (&local, sorted->data, sorted->len, sizeof local, compare_locals) != NULL;
}

static int
compare_exceptions (gconstpointer a, gconstpointer b)
{
  const BrineException *const *first = a, *const *second = b;

  return brine_local_compare ((*first)->original, (*second)->original);
}

/* Sorted by original, the last of equal ones kept (g_ptr_array_sort keeps their order). */
void
brine_ical_sort_exceptions (GPtrArray *exceptions)
{
  guint kept = 0;

  g_ptr_array_sort (exceptions, compare_exceptions);
  for (guint i = 0; i < exceptions->len; i++)
    {
      BrineException *exception = g_steal_pointer (&exceptions->pdata[i]);
      if (kept > 0
          && brine_local_equal (((BrineException *)exceptions->pdata[kept - 1])->original,
                                exception->original))
        brine_exception_free (g_steal_pointer (&exceptions->pdata[--kept]));
      exceptions->pdata[kept++] = exception;
    }
  /* Only empty places are cut off: nothing may be freed for them. */
  g_ptr_array_set_free_func (exceptions, NULL);
  g_ptr_array_set_size (exceptions, (int)kept);
  g_ptr_array_set_free_func (exceptions, (GDestroyNotify)brine_exception_free);
}

void
brine_ical_read_dates (BrineIcalEvent *event, const BrineIcalPlacement *placement,
                       BrinePlanItem *item)
{
  for (guint i = 0; i < event->rdates->len; i++)
    {
      const BrineIcalDate *date = &g_array_index (event->rdates, BrineIcalDate, i);
      BrineLocal local = brine_ical_place_occurrence (placement, &date->time);
      g_array_append_val (item->rdates, local);
      if (date->minutes >= 0 && date->minutes != item->minutes)
        {
          BrineException *exception = brine_exception_new (local);
          exception->minutes = date->minutes;
          g_ptr_array_add (item->exceptions, exception);
        }
    }
  sort_locals (item->rdates);

  sort_locals (event->cancelled_dates);
  for (guint i = 0; i < event->cancelled_dates->len; i++)
    {
      BrineLocal local = g_array_index (event->cancelled_dates, BrineLocal, i);
      BrineException *exception = brine_exception_new (local);
      exception->cancelled = TRUE;
      g_ptr_array_add (item->exceptions, exception);
    }
  for (guint i = 0; i < event->exdates->len; i++)
    {
      const BrineIcalDate *date = &g_array_index (event->exdates, BrineIcalDate, i);
      BrineLocal local = brine_ical_place_occurrence (placement, &date->time);
      if (!contains_local (event->cancelled_dates, local))
        g_array_append_val (item->exdates, local);
    }
  sort_locals (item->exdates);
}
