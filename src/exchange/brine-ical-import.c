/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-ical-items.h"
#include "brine-ical-override-private.h"
#include "brine-ical-private.h"
#include "brine-ical-value-private.h"

#include <glib/gi18n.h>
#include <string.h>

/*
 * A calendar may be larger than what memory should hold of it, and the changed occurrences of a
 * series may stand anywhere in the file. So it is walked twice: the first time only the places of
 * changed occurrences and the time zones of the file are noted, the second time each event becomes
 * an item at once, with its changed occurrences read again from their places. What is kept of an
 * item that was handed over is the fingerprint of its UID and of its text.
 */

#define FINGERPRINT_BYTES 16

typedef struct
{
  guint8 uid[FINGERPRINT_BYTES];
  guint8 digest[FINGERPRINT_BYTES];
} Known;

/* Where a changed occurrence stands. */
typedef struct
{
  gsize offset;
  gsize length;
  guint line;
  gboolean taken;
  guint next; /* index in places plus 1 of the next one of its series; 0: none */
} Place;

typedef struct
{
  GBytes *text;
  BrineIcalZones *zones;
  const BrineIcalReader *reader;
  BrineImportReport *report;
  BrineImportReport *survey_report; /* told again when the text is read for good */
  GHashTable *known;                /* set of Known, by uid */
  GArray *places;                   /* Place, in the order of the file */
  GHashTable *last_places;          /* UID → index in places plus 1 of the last one so far */
  GHashTable *first_places;         /* likewise, of the first one */
} Importer;

static void
fingerprint (const char *text, guint8 out[FINGERPRINT_BYTES])
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize length = sizeof digest;

  g_checksum_update (checksum, (const guchar *)text, -1);
  g_checksum_get_digest (checksum, digest, &length);
  memcpy (out, digest, FINGERPRINT_BYTES);
}

static guint
hash_known (gconstpointer data)
{
  guint hash;

  memcpy (&hash, ((const Known *)data)->uid, sizeof hash);
  return hash;
}

static gboolean
equal_known (gconstpointer a, gconstpointer b)
{
  return memcmp (((const Known *)a)->uid, ((const Known *)b)->uid, FINGERPRINT_BYTES) == 0;
}

static const Known *
find_known (Importer *importer, const char *uid)
{
  Known key;

  fingerprint (uid, key.uid);
  return g_hash_table_lookup (importer->known, &key);
}

static void
remember (Importer *importer, const char *uid, const char *digest)
{
  Known *known = g_new (Known, 1);

  fingerprint (uid, known->uid);
  fingerprint (digest, known->digest);
  g_hash_table_add (importer->known, known);
}

/* Changed occurrences ------------------------------------------------------------------- */

static gboolean
note_place (BrineIcalComponent *component, gpointer user_data, GError **error)
{
  Importer *importer = user_data;
  g_autoptr (BrineIcalEvent) event = NULL;
  const char *data = g_bytes_get_data (importer->text, NULL);
  Place place = { 0 };
  guint last;

  if (g_str_equal (component->name, "VTIMEZONE"))
    brine_ical_zones_define (importer->zones, component);
  if (component->fault != NULL || !g_str_equal (component->name, "VEVENT")
      || brine_ical_component_find (component, "RECURRENCE-ID") == NULL)
    return TRUE;
  event = brine_ical_event_read (component, importer->zones, importer->survey_report);
  if (!event->is_override)
    return TRUE;
  place.offset = (gsize)(component->begin->raw - data);
  place.length = (gsize)(component->end->raw - data) + component->end->raw_length - place.offset;
  place.line = component->number;
  g_array_append_val (importer->places, place);
  last = GPOINTER_TO_UINT (g_hash_table_lookup (importer->last_places, event->uid));
  if (last > 0)
    g_array_index (importer->places, Place, last - 1).next = importer->places->len;
  else
    g_hash_table_insert (importer->first_places, g_strdup (event->uid),
                         GUINT_TO_POINTER (importer->places->len));
  g_hash_table_replace (importer->last_places, g_strdup (event->uid),
                        GUINT_TO_POINTER (importer->places->len));
  return TRUE;
}

typedef struct
{
  Importer *importer;
  BrineIcalOverride *override;
} Reading;

static gboolean
read_override (BrineIcalComponent *component, gpointer user_data, GError **error)
{
  Reading *reading = user_data;
  BrineImportReport *report = reading->importer->report;

  reading->override =
      brine_ical_override_new (brine_ical_event_read (component, reading->importer->zones, report),
                               report);
  return TRUE;
}

static gboolean
walk_place (Importer *importer, Place *place, BrineIcalItemFunc func, gpointer user_data,
            GError **error)
{
  g_autoptr (GBytes) text = g_bytes_new_from_bytes (importer->text, place->offset, place->length);
  BrineIcalWalk walk = { .func = func, .user_data = user_data };

  place->taken = TRUE;
  return brine_ical_walk_text (text, place->line, NULL, &walk, error);
}

static BrineIcalOverride *
read_place (Importer *importer, Place *place)
{
  Reading reading = { importer, NULL };

  walk_place (importer, place, read_override, &reading, NULL);
  return reading.override;
}

static void
attach_overrides (Importer *importer, BrinePlanItem *item, const BrineIcalPlacement *placement)
{
  guint index = GPOINTER_TO_UINT (g_hash_table_lookup (importer->first_places, item->uid));

  if (index == 0)
    return;
  while (index > 0)
    {
      Place *place = &g_array_index (importer->places, Place, index - 1);
      g_autoptr (BrineIcalOverride) override = read_place (importer, place);

      brine_ical_override_attach (override, item, placement, importer->report);
      importer->report->n_read++;
      index = place->next;
    }
  brine_ical_sort_exceptions (item->exceptions);
}

/* Items --------------------------------------------------------------------------------- */

static void
tell_many_reminders (Importer *importer, const BrineIcalEvent *event)
{
  brine_import_report_add (importer->report, event->line,
                           N_ ("The event has more than %d reminders; the first ones were taken."),
                           BRINE_REMINDERS_MAX);
}

/* An alarm at an absolute time is a reminder of what happens once, and of that alone. */
static gboolean
read_absolute_alarm (Importer *importer, const BrineIcalEvent *event, BrineIcalComponent *alarm,
                     const BrinePlanItem *item, GArray *minutes)
{
  return !brine_plan_item_is_recurring (item) && event->quota == 0
         && brine_ical_alarm_is_plain (alarm, item->title)
         && brine_ical_alarm_read_absolute (alarm, event, importer->zones, item->start, minutes);
}

static void
read_reminders (Importer *importer, BrineIcalEvent *event, BrinePlanItem *item)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (int));
  gboolean taken;

  for (guint i = 0; i < event->alarms->len; i++)
    {
      BrineIcalComponent *alarm = event->alarms->pdata[i];

      if (read_absolute_alarm (importer, event, alarm, item, all))
        continue;
      if (!brine_ical_alarm_read (alarm, item->minutes, all)
          || !brine_ical_alarm_is_plain (alarm, item->title))
        brine_ical_append_foreign (event->foreign, alarm);
    }
  taken = brine_ical_add_reminders (item, all);
  for (guint i = 0; i < event->reminders->len; i++)
    {
      BrineReminder reminder = g_array_index (event->reminders, BrineReminder, i);

      taken &= brine_reminders_add (item->reminders, reminder)
               || item->reminders->len < BRINE_REMINDERS_MAX;
    }
  if (!taken)
    tell_many_reminders (importer, event);
}

static int
compare_goals (gconstpointer a, gconstpointer b)
{
  const BrineGoalPeriod *first = a, *second = b;

  return (first->valid_from > second->valid_from) - (first->valid_from < second->valid_from);
}

static int
compare_quotas (gconstpointer a, gconstpointer b)
{
  const BrineQuotaPeriod *first = a, *second = b;

  return (first->valid_from > second->valid_from) - (first->valid_from < second->valid_from);
}

/* Numbers that do not lead to the one that holds tell nothing of it: whoever changed X-BRINE-QUOTA
 * alone means a quota of that many times. */
static void
take_quotas (BrineIcalEvent *event, BrinePlanItem *item)
{
  g_array_sort (event->quotas, compare_quotas);
  for (guint i = 0; i < event->quotas->len; i++)
    {
      const BrineQuotaPeriod *period = &g_array_index (event->quotas, BrineQuotaPeriod, i);

      if (i == 0 || period->valid_from > period[-1].valid_from)
        g_array_append_val (item->quotas, *period);
    }
  if (item->quotas->len > 0
      && g_array_index (item->quotas, BrineQuotaPeriod, item->quotas->len - 1).times_a_week
             != item->quota_per_week)
    g_array_set_size (item->quotas, 0);
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
  take_quotas (event, item);
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
  brine_import_report_add_plain (importer->report, line, sentence);
}

/* The same UID again: the same event is left out, another one gets a UID of its own. */
static gboolean
settle_uid (Importer *importer, BrineIcalEvent *event, const char *digest)
{
  const Known *known = find_known (importer, event->uid);
  g_autofree char *uid = NULL;
  guint8 own[FINGERPRINT_BYTES];

  if (known == NULL)
    return TRUE;
  fingerprint (digest, own);
  uid = g_strconcat (event->uid, "-", digest, NULL);
  if (memcmp (known->digest, own, sizeof own) == 0 || find_known (importer, uid) != NULL)
    {
      skip (importer, event->line, N_ ("The event is in the file twice; it was taken once."));
      return FALSE;
    }
  brine_import_report_add (importer->report, event->line,
                           N_ ("Another event has the same UID; both were taken."));
  g_free (event->uid);
  event->uid = g_steal_pointer (&uid);
  g_clear_pointer (&event->id, g_free);
  return TRUE;
}

static BrinePlanItem *
make_item (Importer *importer, BrineIcalEvent *event, BrineIcalPlacement *placement)
{
  const char *untitled =
      importer->reader->untitled != NULL ? importer->reader->untitled : "Untitled";
  const char *title = event->title != NULL && *event->title != '\0' ? event->title : untitled;
  BrinePlanItem *item = brine_plan_item_new (event->practice, title, placement->start,
                                             brine_ical_get_minutes (event, importer->report));

  brine_ical_read_rule (event, placement, item);
  brine_ical_read_dates (event, placement, item);
  read_reminders (importer, event, item);
  take_fields (event, item);
  take_foreign (event, placement, item);
  brine_ical_sort_exceptions (item->exceptions);
  return item;
}

/* Hands the item of @event over. */
static gboolean
add_item (Importer *importer, BrineIcalEvent *event, const char *digest, GError **error)
{
  g_autoptr (BrinePlanItem) item = NULL;
  BrineIcalPlacement placement =
      brine_ical_placement_new (event, importer->zones, importer->reader->day_start_minutes,
                                importer->report);

  if (!settle_uid (importer, event, digest))
    return TRUE;
  item = make_item (importer, event, &placement);
  if (!brine_plan_item_validate (item, NULL))
    {
      skip (importer, event->line,
            N_ ("The event was left out: no plan can hold its dates, its length or its texts."));
      return TRUE;
    }
  remember (importer, item->uid, digest);
  importer->report->n_read++;
  attach_overrides (importer, item, &placement);
  return importer->reader->take (g_steal_pointer (&item), importer->reader->user_data, error);
}

/* An occurrence whose series is not in the file stands on its own, under a UID of its own. */
static gboolean
add_orphan (Importer *importer, BrineIcalEvent *event, GError **error)
{
  g_autofree char *reading = brine_ical_date_time_to_string (event->recurrence_id.reading);
  char *uid = g_strconcat (event->uid, "#", reading, NULL);

  if (event->cancelled || !event->has_start)
    {
      skip (importer, event->line,
            N_ ("A changed occurrence was left out: its series is not there."));
      g_free (uid);
      return TRUE;
    }
  brine_import_report_add (
      importer->report, event->line,
      N_ ("A changed occurrence was taken by itself: its series is not there."));
  g_free (event->uid);
  event->uid = uid;
  g_clear_pointer (&event->id, g_free);
  return add_item (importer, event, reading, error);
}

static gboolean
read_orphan (BrineIcalComponent *component, gpointer user_data, GError **error)
{
  Importer *importer = user_data;
  g_autoptr (BrineIcalEvent) event =
      brine_ical_event_read (component, importer->zones, importer->report);

  return add_orphan (importer, event, error);
}

static gboolean
add_orphans (Importer *importer, GError **error)
{
  gboolean going = TRUE;

  for (guint i = 0; going && i < importer->places->len; i++)
    {
      Place *place = &g_array_index (importer->places, Place, i);

      if (!place->taken)
        going = walk_place (importer, place, read_orphan, importer, error);
    }
  return going;
}

/* Entry --------------------------------------------------------------------------------- */

static gboolean
import_event (Importer *importer, BrineIcalComponent *component, GError **error)
{
  g_autoptr (BrineIcalEvent) event = NULL;
  g_autofree char *digest = NULL;
  BrineImportReport *report = importer->report;
  guint n_messages = report->messages->len;
  guint n_untold = report->n_untold;

  event = brine_ical_event_read (component, importer->zones, importer->report);
  if (event->is_override)
    {
      /* Its place is noted: it is read with its series, and told then. */
      g_ptr_array_set_size (report->messages, n_messages);
      report->n_untold = n_untold;
      return TRUE;
    }
  if (!event->has_start)
    {
      skip (importer, event->line,
            N_ ("The event was left out: it has no start that can be read."));
      return TRUE;
    }
  if (event->cancelled)
    {
      skip (importer, event->line, N_ ("The event was left out: it is cancelled."));
      return TRUE;
    }
  digest = brine_ical_digest (component);
  return add_item (importer, event, digest + strlen ("brine-"), error);
}

static gboolean
import_component (BrineIcalComponent *component, gpointer user_data, GError **error)
{
  Importer *importer = user_data;
  const char *name = brine_ical_component_get_name (component);
  guint line = brine_ical_component_get_line_number (component);

  /* Its fault was told when it was found. */
  if (brine_ical_component_get_fault (component) != NULL)
    importer->report->n_skipped++;
  else if (g_str_equal (name, "VEVENT"))
    return import_event (importer, component, error);
  else if (!g_str_equal (name, "VTIMEZONE"))
    {
      importer->report->n_skipped++;
      brine_import_report_add (importer->report, line,
                               N_ ("“%.40s” was left out: only events become plan items."), name);
    }
  return TRUE;
}

static void
tell_survey (gsize at, gsize length, gpointer user_data)
{
  const BrineIcalReader *reader = ((Importer *)user_data)->reader;

  if (reader->progress != NULL)
    reader->progress (0, at, length, reader->user_data);
}

static void
tell_reading (gsize at, gsize length, gpointer user_data)
{
  const BrineIcalReader *reader = ((Importer *)user_data)->reader;

  if (reader->progress != NULL)
    reader->progress (1, at, length, reader->user_data);
}

gboolean
brine_ical_read_items (GBytes *bytes, const BrineIcalReader *reader, BrineImportReport *report,
                       GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) text = NULL;
  g_autoptr (BrineIcalZones) zones = NULL;
  g_autoptr (BrineImportReport) survey_report = brine_import_report_new ();
  g_autoptr (GHashTable) known = g_hash_table_new_full (hash_known, equal_known, g_free, NULL);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));
  g_autoptr (GHashTable) last = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) first = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_return_val_if_fail (bytes != NULL && reader != NULL && report != NULL, FALSE);
  g_return_val_if_fail (reader->zone != NULL && reader->take != NULL, FALSE);
  g_return_val_if_fail (reader->day_start_minutes >= 0 && reader->day_start_minutes <= 720, FALSE);

  text = brine_ical_decode (bytes, report, error);
  if (text == NULL)
    return FALSE;
  zones = brine_ical_zones_new (reader->zone);
  Importer importer = { text, zones, reader, report, survey_report, known, places, last, first };
  const BrineIcalWalk survey = { note_place, tell_survey, &importer, cancellable };
  const BrineIcalWalk reading = { import_component, tell_reading, &importer, cancellable };
  return brine_ical_walk_text (text, 1, NULL, &survey, error)
         && brine_ical_walk_text (text, 1, report, &reading, error)
         && add_orphans (&importer, error);
}

static gboolean
keep_item (BrinePlanItem *item, gpointer user_data, GError **error)
{
  g_ptr_array_add (user_data, item);
  return TRUE;
}

GPtrArray *
brine_ical_import_items (GBytes *bytes, GTimeZone *zone, int day_start_minutes,
                         BrineImportReport *report, GError **error)
{
  g_autoptr (GPtrArray) items =
      g_ptr_array_new_with_free_func ((GDestroyNotify)brine_plan_item_free);
  const BrineIcalReader reader = {
    .zone = zone, .day_start_minutes = day_start_minutes, .take = keep_item, .user_data = items
  };

  if (!brine_ical_read_items (bytes, &reader, report, NULL, error))
    return NULL;
  return g_steal_pointer (&items);
}
