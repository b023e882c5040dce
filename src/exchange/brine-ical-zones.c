/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-ical-value-private.h"
#include "brine-ical-zones-private.h"

struct _BrineIcalZones
{
  GTimeZone *target;
  BrineIcalZone *utc;
  GHashTable *by_tzid; /* char * to BrineIcalZone *, NULL for one that is unknown */
  guint steps_left;    /* for all zones that are described by the file */
  gboolean is_stale;
};

static void
zone_unref (gpointer zone)
{
  brine_ical_zone_unref (zone);
}

BrineIcalZones *
brine_ical_zones_new (GTimeZone *target)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  BrineIcalZones *zones;

  g_return_val_if_fail (target != NULL, NULL);

  zones = g_new0 (BrineIcalZones, 1);
  zones->target = g_time_zone_ref (target);
  zones->utc = brine_ical_zone_new (utc);
  zones->by_tzid = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, zone_unref);
  zones->steps_left = BRINE_ICAL_ZONE_MAX_STEPS;
  return zones;
}

void
brine_ical_zones_free (BrineIcalZones *zones)
{
  if (zones == NULL)
    return;

  g_hash_table_unref (zones->by_tzid);
  brine_ical_zone_unref (zones->utc);
  g_time_zone_unref (zones->target);
  g_free (zones);
}

static BrineIcalZone *
find_zone (BrineIcalZones *zones, const char *tzid)
{
  gpointer known;
  BrineIcalZone *zone;

  if (g_hash_table_lookup_extended (zones->by_tzid, tzid, NULL, &known))
    return known;
  zone = brine_ical_zone_find_named (tzid);
  g_hash_table_insert (zones->by_tzid, g_strdup (tzid), zone);
  return zone;
}

void
brine_ical_zones_define (BrineIcalZones *zones, BrineIcalComponent *component)
{
  BrineIcalLine *line;
  g_autofree char *value = NULL;
  g_autofree char *tzid = NULL;
  gboolean asked_for;
  BrineIcalZone *zone;

  g_return_if_fail (zones != NULL && component != NULL);

  line = brine_ical_component_find (component, "TZID");
  if (line == NULL)
    return;
  value = g_strstrip (brine_ical_line_dup_value (line));
  tzid = brine_ical_unescape (value);
  asked_for = g_hash_table_contains (zones->by_tzid, tzid);
  if (find_zone (zones, tzid) != NULL)
    return;
  zone = brine_ical_zone_read (component, &zones->steps_left);
  if (zone == NULL)
    return;
  g_hash_table_replace (zones->by_tzid, g_steal_pointer (&tzid), zone);
  zones->is_stale |= asked_for;
}

gboolean
brine_ical_zones_take_stale (BrineIcalZones *zones)
{
  gboolean was_stale;

  g_return_val_if_fail (zones != NULL, FALSE);

  was_stale = zones->is_stale;
  zones->is_stale = FALSE;
  return was_stale;
}

gboolean
brine_ical_zones_read (BrineIcalZones *zones, const char *value, const char *tzid,
                       BrineIcalTime *out_time)
{
  BrineIcalTime time = { 0 };
  gboolean is_date, is_utc;
  BrineIcalZone *zone;

  if (!brine_ical_parse_reading (value, &time.reading, &is_date, &is_utc))
    return FALSE;

  time.local = time.reading;
  time.instant = brine_ical_zone_resolve (zones->utc, time.reading);
  if (is_date)
    time.kind = BRINE_ICAL_TIME_DATE;
  else if (is_utc || tzid != NULL)
    {
      zone = is_utc ? zones->utc : find_zone (zones, tzid);
      time.kind = zone != NULL ? BRINE_ICAL_TIME_ZONED : BRINE_ICAL_TIME_UNKNOWN_ZONE;
      if (zone != NULL)
        time.instant = brine_ical_zone_resolve (zone, time.reading);
      /* In one's own zone the reading stands, even in a gap of the clock. */
      if (zone != NULL && !brine_ical_zone_is_same (zone, zones->target))
        time.local = brine_zone_get_local (zones->target, time.instant, NULL);
    }
  if (!brine_day_is_valid (time.local.day))
    return FALSE;
  *out_time = time;
  return TRUE;
}

int64_t
brine_ical_get_wall_seconds (const BrineIcalTime *start, const BrineIcalTime *end)
{
  int64_t wall = brine_local_diff_seconds (end->local, start->local);

  if (wall > 0 || start->kind != end->kind)
    return wall;
  return (end->instant.unix_ms - start->instant.unix_ms) / 1000;
}

BrineIcalZone *
brine_ical_zones_find (BrineIcalZones *zones, const char *value, const char *tzid)
{
  BrineLocal reading;
  gboolean is_date, is_utc;

  if (!brine_ical_parse_reading (value, &reading, &is_date, &is_utc) || is_date)
    return NULL;
  if (is_utc)
    return zones->utc;
  return tzid != NULL ? find_zone (zones, tzid) : NULL;
}
