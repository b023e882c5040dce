/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-ical-event-private.h"
#include "brine-ical-items.h"
#include "brine-ical-placement-private.h"
#include "brine-ical-value-private.h"

#include <string.h>

/* A series that was read: overrides may follow anywhere in the file. */
typedef struct
{
  BrinePlanItem *item; /* owned by the result */
  BrineIcalPlacement placement;
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
take_foreign (BrineIcalEvent *event, const BrineIcalPlacement *placement, BrinePlanItem *item)
{
  if (placement->all_day)
    g_string_append_printf (event->foreign, "%s" BRINE_ICAL_X_ALL_DAY ":%d",
                            event->foreign->len > 0 ? "\n" : "", placement->all_day_second);
  if (event->foreign->len > 0)
    item->foreign = g_strdup (event->foreign->str);
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
  BrineIcalPlacement placement =
      brine_ical_placement_new (event, importer->zones, importer->day_start_minutes,
                                importer->report);
  const char *title = event->title != NULL && *event->title != '\0' ? event->title : "Untitled";
  Series *series;

  if (!settle_uid (importer, event, digest))
    return;
  item = brine_plan_item_new (event->practice, title, placement.start,
                              brine_ical_get_minutes (event, importer->report));
  brine_ical_read_rule (event, &placement, item);
  brine_ical_read_dates (event, &placement, item);
  read_reminders (event, item);
  take_fields (event, item);
  take_foreign (event, &placement, item);
  brine_ical_sort_exceptions (item->exceptions);
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
  int minutes = brine_ical_get_minutes (event, importer->report);

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
  BrineLocal original = brine_ical_place_occurrence (&series->placement, &event->recurrence_id);
  BrineException *exception = brine_exception_new (original);

  exception->cancelled = event->cancelled;
  if (!event->cancelled)
    {
      exception->start =
          event->has_start ? brine_ical_place_start (&series->placement, &event->start) : original;
      exception->minutes =
          event->has_start ? brine_ical_get_minutes (event, importer->report) : item->minutes;
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
    brine_ical_sort_exceptions (((BrinePlanItem *)item)->exceptions);
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
