/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-ical-event-private.h"
#include "brine-ical-items.h"
#include "brine-ical-value-private.h"

#include <string.h>

/* How the times of one series are placed on the reader's wall clock. */
typedef struct
{
  gboolean all_day;
  int all_day_second;    /* where an all-day event begins */
  gboolean keep_reading; /* the rule's weekdays forbid a turn into local time */
  int day_shift;         /* of the start, by the turn into local time */
  BrineLocal start;
} Placement;

/* A series that was read: overrides may follow anywhere in the file. */
typedef struct
{
  BrinePlanItem *item; /* owned by the result */
  Placement placement;
  char *digest;
} Series;

typedef struct
{
  BrineIcalEvent *event;
  GArray *reminders;   /* int, of its plain alarms */
  GString *alarm_text; /* of the same */
} Override;

typedef struct
{
  BrineIcalZones *zones;
  int day_start_minutes;
  BrineImportReport *report;
  GPtrArray *items;
  GHashTable *series;   /* UID, owned by the item, to Series */
  GPtrArray *overrides; /* Override */
} Importer;

static void
series_free (gpointer data)
{
  Series *series = data;

  g_free (series->digest);
  g_free (series);
}

static void
override_free (gpointer data)
{
  Override *override = data;

  brine_ical_event_free (override->event);
  g_array_unref (override->reminders);
  g_string_free (override->alarm_text, TRUE);
  g_free (override);
}

/* Times --------------------------------------------------------------------------------- */

static BrineLocal
place_start (const Placement *placement, const BrineIcalTime *time)
{
  if (time->kind == BRINE_ICAL_TIME_DATE)
    return (BrineLocal){ time->reading.day, placement->all_day_second };
  return placement->keep_reading ? time->reading : time->local;
}

/* A time that names an occurrence: in an all-day series its date counts, and a bare date means the
 * occurrence of that day. */
static BrineLocal
place_occurrence (const Placement *placement, const BrineIcalTime *time)
{
  if (placement->all_day)
    return (BrineLocal){ time->local.day, placement->all_day_second };
  if (time->kind == BRINE_ICAL_TIME_DATE)
    return (BrineLocal){ time->reading.day + placement->day_shift, placement->start.second };
  return placement->keep_reading ? time->reading : time->local;
}

static int
get_minutes (Importer *importer, const BrineIcalEvent *event)
{
  gboolean all_day = event->start.kind == BRINE_ICAL_TIME_DATE;
  int64_t seconds = all_day ? BRINE_SECONDS_PER_DAY : 0;

  if (event->duration_seconds >= 0)
    seconds = event->duration_seconds;
  else if (event->has_end && event->start.kind == event->end.kind)
    seconds = (event->end.instant.unix_ms - event->start.instant.unix_ms) / 1000;
  else if (event->has_end)
    seconds = brine_local_diff_seconds (event->end.local, event->start.local);

  if (all_day && seconds == 0)
    seconds = BRINE_SECONDS_PER_DAY;
  if (seconds < 0)
    {
      brine_import_report_add (importer->report, event->line,
                               "The event ends before it begins; it was taken without a duration.");
      seconds = 0;
    }
  return (int)MIN ((seconds + 59) / 60, INT32_MAX);
}

/* Rules --------------------------------------------------------------------------------- */

/* UNTIL in UTC (RFC 5545 section 3.3.10 wants it so for zoned events) as a local reading. */
static char *
localise_until (Importer *importer, const BrineIcalEvent *event, const Placement *placement)
{
  g_auto (GStrv) parts = g_strsplit (event->rrule, ";", -1);
  BrineIcalTime until;

  for (gsize i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *text = NULL;
      BrineLocal local;
      if (!g_str_has_prefix (parts[i], "UNTIL=") || !g_str_has_suffix (parts[i], "Z")
          || !brine_ical_zones_read (importer->zones, parts[i] + strlen ("UNTIL="), NULL, &until))
        continue;
      local = until.local;
      if (placement->keep_reading)
        local =
            brine_local_add_seconds (until.reading, brine_local_diff_seconds (event->start.reading,
                                                                              (BrineLocal){ 0, 0 })
                                                        - event->start.instant.unix_ms / 1000);
      text = placement->all_day ? brine_ical_date_to_string (local.day)
                                : brine_ical_date_time_to_string (local);
      g_free (parts[i]);
      parts[i] = g_strconcat ("UNTIL=", text, NULL);
    }
  return g_strjoinv (";", parts);
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
static void
read_rule (Importer *importer, BrineIcalEvent *event, Placement *placement, BrinePlanItem *item)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (event->rrule == NULL)
    return;
  text = localise_until (importer, event, placement);
  item->rule = brine_rule_parse (text, &error);
  if (item->rule == NULL)
    {
      brine_import_report_add (importer->report, event->rrule_line,
                               "The rule cannot be used, so the event was taken once; the rule is "
                               "kept for export. %s",
                               error->message);
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
      brine_import_report_add (importer->report, event->rrule_line,
                               "In local time the event lies on another day than its rule says; "
                               "its times were taken as they stand.");
      placement->keep_reading = TRUE;
      placement->day_shift = 0;
      placement->start = place_start (placement, &event->start);
      item->start = placement->start;
      g_clear_pointer (&text, g_free);
      text = localise_until (importer, event, placement);
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
static void
sort_exceptions (GPtrArray *exceptions)
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

static void
read_dates (BrineIcalEvent *event, const Placement *placement, BrinePlanItem *item)
{
  for (guint i = 0; i < event->rdates->len; i++)
    {
      const BrineIcalDate *date = &g_array_index (event->rdates, BrineIcalDate, i);
      BrineLocal local = place_occurrence (placement, &date->time);
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
      BrineLocal local = place_occurrence (placement, &date->time);
      if (!contains_local (event->cancelled_dates, local))
        g_array_append_val (item->exdates, local);
    }
  sort_locals (item->exdates);
}

/* Reminders ----------------------------------------------------------------------------- */

static int
compare_ints (gconstpointer a, gconstpointer b)
{
  int first = *(const int *)a, second = *(const int *)b;

  return (first > second) - (first < second);
}

static gboolean
has_reminder (const GArray *reminders, int minutes)
{
  for (guint i = 0; i < reminders->len; i++)
    if (g_array_index (reminders, int, i) == minutes)
      return TRUE;
  return FALSE;
}

/* Ascending, each once; @all is sorted. */
static void
set_reminders (BrinePlanItem *item, GArray *all)
{
  g_array_sort (all, compare_ints);
  for (guint i = 0; i < all->len; i++)
    {
      int minutes = g_array_index (all, int, i);
      if (i == 0 || minutes != g_array_index (all, int, i - 1))
        g_array_append_val (item->reminders, minutes);
    }
}

static void
read_reminders (BrineIcalEvent *event, BrinePlanItem *item)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; i < event->alarms->len; i++)
    if (!brine_ical_alarm_read (event->alarms->pdata[i], item->minutes, all)
        || !brine_ical_alarm_is_plain (event->alarms->pdata[i], item->title))
      brine_ical_append_foreign (event->foreign, event->alarms->pdata[i]);
  set_reminders (item, all);
}

/* Items --------------------------------------------------------------------------------- */

static int
compare_goals (gconstpointer a, gconstpointer b)
{
  const BrineGoalPeriod *first = a, *second = b;

  return (first->valid_from > second->valid_from) - (first->valid_from < second->valid_from);
}

static void
take_fields (BrineIcalEvent *event, BrinePlanItem *item)
{
  g_free (item->uid);
  item->uid = g_steal_pointer (&event->uid);
  if (event->id != NULL || g_uuid_string_is_valid (item->uid))
    {
      g_free (item->id);
      item->id = event->id != NULL ? g_steal_pointer (&event->id) : g_strdup (item->uid);
    }
  item->notes = g_steal_pointer (&event->notes);
  item->location = g_steal_pointer (&event->location);
  item->slot = event->slot;
  item->recipe_id = g_steal_pointer (&event->recipe_id);
  item->portions = event->portions;
  item->quota_per_week = event->quota;
  item->split_from = g_steal_pointer (&event->split_from);
  item->stamps = event->stamps;
  g_array_sort (event->goals, compare_goals);
  for (guint i = 0; i < event->goals->len; i++)
    {
      const BrineGoalPeriod *period = &g_array_index (event->goals, BrineGoalPeriod, i);
      if (i == 0 || period->valid_from > period[-1].valid_from)
        g_array_append_val (item->goals, *period);
    }
}

static void
take_foreign (BrineIcalEvent *event, const Placement *placement, BrinePlanItem *item)
{
  if (placement->all_day)
    g_string_append_printf (event->foreign, "%s" BRINE_ICAL_X_ALL_DAY ":%d",
                            event->foreign->len > 0 ? "\n" : "", placement->all_day_second);
  if (event->foreign->len > 0)
    item->foreign = g_strdup (event->foreign->str);
}

static Placement
make_placement (const Importer *importer, const BrineIcalEvent *event)
{
  Placement placement = { 0 };

  placement.all_day = event->start.kind == BRINE_ICAL_TIME_DATE;
  placement.all_day_second =
      event->all_day_second >= 0 ? event->all_day_second : importer->day_start_minutes * 60;
  placement.start = place_start (&placement, &event->start);
  placement.day_shift = event->start.local.day - event->start.reading.day;
  return placement;
}

static void
skip (Importer *importer, guint line, const char *sentence)
{
  importer->report->n_skipped++;
  brine_import_report_add (importer->report, line, "%s", sentence);
}

/* The same UID again: the same event is left out, another one gets a UID of its own. */
static gboolean
settle_uid (Importer *importer, BrineIcalEvent *event, const char *digest)
{
  Series *known = g_hash_table_lookup (importer->series, event->uid);
  g_autofree char *uid = NULL;

  if (known == NULL)
    return TRUE;
  if (g_str_equal (known->digest, digest))
    {
      skip (importer, event->line, "The event is in the file twice; it was taken once.");
      return FALSE;
    }
  uid = g_strconcat (event->uid, "-", digest, NULL);
  if (g_hash_table_contains (importer->series, uid))
    {
      skip (importer, event->line, "The event is in the file twice; it was taken once.");
      return FALSE;
    }
  brine_import_report_add (importer->report, event->line,
                           "Another event has the same UID; both were taken.");
  g_free (event->uid);
  event->uid = g_steal_pointer (&uid);
  g_clear_pointer (&event->id, g_free);
  return TRUE;
}

static void
add_item (Importer *importer, BrineIcalEvent *event, const char *digest)
{
  g_autoptr (BrinePlanItem) item = NULL;
  g_autoptr (GError) error = NULL;
  Placement placement = make_placement (importer, event);
  const char *title = event->title != NULL && *event->title != '\0' ? event->title : "Untitled";
  Series *series;

  if (!settle_uid (importer, event, digest))
    return;
  item =
      brine_plan_item_new (event->practice, title, placement.start, get_minutes (importer, event));
  read_rule (importer, event, &placement, item);
  read_dates (event, &placement, item);
  read_reminders (event, item);
  take_fields (event, item);
  take_foreign (event, &placement, item);
  sort_exceptions (item->exceptions);
  if (!brine_plan_item_validate (item, &error))
    {
      skip (importer, event->line, error->message);
      return;
    }

  series = g_new0 (Series, 1);
  series->item = item;
  series->placement = placement;
  series->digest = g_strdup (digest);
  g_hash_table_insert (importer->series, item->uid, series);
  g_ptr_array_add (importer->items, g_steal_pointer (&item));
  importer->report->n_read++;
}

/* Overrides ----------------------------------------------------------------------------- */

static void
hold_override (Importer *importer, BrineIcalEvent *event)
{
  Override *override = g_new0 (Override, 1);
  const char *title = event->title != NULL ? event->title : "";
  int minutes = get_minutes (importer, event);

  override->event = event;
  override->reminders = g_array_new (FALSE, FALSE, sizeof (int));
  override->alarm_text = g_string_new (NULL);
  for (guint i = 0; i < event->alarms->len; i++)
    {
      gboolean plain = brine_ical_alarm_read (event->alarms->pdata[i], minutes, override->reminders)
                       && brine_ical_alarm_is_plain (event->alarms->pdata[i], title);
      brine_ical_append_foreign (plain ? override->alarm_text : event->foreign,
                                 event->alarms->pdata[i]);
    }
  g_ptr_array_set_size (event->alarms, 0);
  g_ptr_array_add (importer->overrides, override);
}

static gboolean
keeps (const BrineIcalEvent *event, const char *field)
{
  g_auto (GStrv) fields = g_strsplit (event->keep != NULL ? event->keep : "", " ", -1);

  return g_strv_contains ((const char *const *)fields, field);
}

/* What the exception has no field for: its own place, its own reminders, other programs' lines. */
static void
keep_override_lines (Override *override, BrinePlanItem *item, BrineLocal original)
{
  BrineIcalEvent *event = override->event;
  g_autoptr (GString) lines = g_string_new (event->foreign->str);
  g_autoptr (GString) foreign = NULL;
  g_autofree char *reading = brine_ical_date_time_to_string (original);
  gboolean same = TRUE;

  if (g_strcmp0 (event->location, item->location) != 0)
    {
      g_autofree char *value = brine_ical_escape (event->location != NULL ? event->location : "");
      g_string_append_printf (lines, "%sLOCATION:%s", lines->len > 0 ? "\n" : "", value);
    }
  for (guint i = 0; i < override->reminders->len; i++)
    same = same && has_reminder (item->reminders, g_array_index (override->reminders, int, i));
  if (!same && override->alarm_text->len > 0)
    g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\n" : "", override->alarm_text->str);
  if (lines->len == 0)
    return;

  foreign = g_string_new (item->foreign);
  g_string_append_printf (foreign,
                          "%sBEGIN:" BRINE_ICAL_X_OVERRIDE "\n" BRINE_ICAL_X_FOR ":%s\n%s\n"
                          "END:" BRINE_ICAL_X_OVERRIDE,
                          foreign->len > 0 ? "\n" : "", reading, lines->str);
  g_free (item->foreign);
  item->foreign = g_strdup (foreign->str);
}

static void
attach_override (Importer *importer, Override *override, Series *series)
{
  BrineIcalEvent *event = override->event;
  BrinePlanItem *item = series->item;
  BrineLocal original = place_occurrence (&series->placement, &event->recurrence_id);
  BrineException *exception = brine_exception_new (original);

  exception->cancelled = event->cancelled;
  if (!event->cancelled)
    {
      exception->start =
          event->has_start ? place_start (&series->placement, &event->start) : original;
      exception->minutes = event->has_start ? get_minutes (importer, event) : item->minutes;
      if (event->title != NULL && *event->title != '\0'
          && (!g_str_equal (event->title, item->title) || keeps (event, "title")))
        exception->title = g_strdup (event->title);
      if (g_strcmp0 (event->notes, item->notes) != 0 || keeps (event, "notes"))
        exception->notes = g_strdup (event->notes != NULL ? event->notes : "");
      exception->recipe_id = g_steal_pointer (&event->recipe_id);
    }
  g_ptr_array_add (item->exceptions, exception);
  keep_override_lines (override, item, original);
  importer->report->n_read++;
}

/* An occurrence whose series is not in the file stands on its own, under a UID of its own. */
static void
add_orphan (Importer *importer, Override *override)
{
  BrineIcalEvent *event = override->event;
  g_autofree char *reading = brine_ical_date_time_to_string (event->recurrence_id.reading);
  char *uid = g_strconcat (event->uid, "#", reading, NULL);
  guint n_items;

  if (event->cancelled || !event->has_start)
    {
      skip (importer, event->line, "A changed occurrence was left out: its series is not there.");
      g_free (uid);
      return;
    }
  brine_import_report_add (importer->report, event->line,
                           "A changed occurrence was taken by itself: its series is not there.");
  g_free (event->uid);
  event->uid = uid;
  g_clear_pointer (&event->id, g_free);
  n_items = importer->items->len;
  add_item (importer, event, reading);
  if (importer->items->len > n_items)
    set_reminders (importer->items->pdata[n_items], override->reminders);
}

static void
attach_overrides (Importer *importer)
{
  g_autoptr (GHashTable) touched = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer item;

  for (guint i = 0; i < importer->overrides->len; i++)
    {
      Override *override = importer->overrides->pdata[i];
      Series *series = g_hash_table_lookup (importer->series, override->event->uid);
      if (series == NULL)
        {
          add_orphan (importer, override);
          continue;
        }
      attach_override (importer, override, series);
      g_hash_table_add (touched, series->item);
    }
  g_hash_table_iter_init (&iter, touched);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    sort_exceptions (((BrinePlanItem *)item)->exceptions);
}

/* Entry --------------------------------------------------------------------------------- */

static void
import_event (Importer *importer, BrineIcalComponent *component)
{
  g_autoptr (BrineIcalEvent) event =
      brine_ical_event_read (component, importer->zones, importer->report);
  g_autofree char *digest = NULL;

  if (event->is_override)
    {
      hold_override (importer, g_steal_pointer (&event));
      return;
    }
  if (!event->has_start)
    {
      skip (importer, event->line, "The event was left out: it has no start that can be read.");
      return;
    }
  if (event->cancelled)
    {
      skip (importer, event->line, "The event was left out: it is cancelled.");
      return;
    }
  digest = brine_ical_digest (component);
  add_item (importer, event, digest + strlen ("brine-"));
}

static void
import_component (BrineIcalComponent *component, gpointer user_data)
{
  Importer *importer = user_data;
  const char *name = brine_ical_component_get_name (component);
  guint line = brine_ical_component_get_line_number (component);

  /* Its fault was told when it was found. */
  if (brine_ical_component_get_fault (component) != NULL)
    importer->report->n_skipped++;
  else if (g_str_equal (name, "VEVENT"))
    import_event (importer, component);
  else if (!g_str_equal (name, "VTIMEZONE"))
    {
      importer->report->n_skipped++;
      brine_import_report_add (importer->report, line,
                               "“%.40s” was left out: only events become plan items.", name);
    }
}

GPtrArray *
brine_ical_import_items (GBytes *bytes, GTimeZone *zone, int day_start_minutes,
                         BrineImportReport *report, GError **error)
{
  g_autoptr (BrineIcalZones) zones = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GHashTable) series = NULL;
  g_autoptr (GPtrArray) overrides = NULL;
  Importer importer;

  g_return_val_if_fail (bytes != NULL && zone != NULL && report != NULL, NULL);
  g_return_val_if_fail (day_start_minutes >= 0 && day_start_minutes <= 720, NULL);

  zones = brine_ical_zones_new (zone);
  items = g_ptr_array_new_with_free_func ((GDestroyNotify)brine_plan_item_free);
  series = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, series_free);
  overrides = g_ptr_array_new_with_free_func (override_free);
  importer = (Importer){ zones, day_start_minutes, report, items, series, overrides };
  if (!brine_ical_foreach_item (bytes, report, import_component, &importer, error))
    return NULL;
  attach_overrides (&importer);
  return g_steal_pointer (&items);
}
