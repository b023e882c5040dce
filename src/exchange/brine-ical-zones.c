/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-ical-value-private.h"
#include "brine-ical-zones-private.h"

#include <string.h>

struct _BrineIcalZones
{
  GTimeZone *target;
  GTimeZone *utc;
  GHashTable *by_tzid; /* char * to GTimeZone *, NULL for one that is unknown */
};

static void
zone_unref (gpointer zone)
{
  g_clear_pointer ((GTimeZone **)&zone, g_time_zone_unref);
}

/* What Outlook and Exchange call the zones, after Unicode CLDR's windowsZones (territory 001). */
static const struct
{
  const char *windows;
  const char *iana;
} aliases[] = {
  { "AUS Eastern Standard Time", "Australia/Sydney" },
  { "Alaskan Standard Time", "America/Anchorage" },
  { "Arab Standard Time", "Asia/Riyadh" },
  { "Arabian Standard Time", "Asia/Dubai" },
  { "Argentina Standard Time", "America/Argentina/Buenos_Aires" },
  { "Atlantic Standard Time", "America/Halifax" },
  { "Canada Central Standard Time", "America/Regina" },
  { "Cen. Australia Standard Time", "Australia/Adelaide" },
  { "Central America Standard Time", "America/Guatemala" },
  { "Central Asia Standard Time", "Asia/Almaty" },
  { "Central Europe Standard Time", "Europe/Budapest" },
  { "Central European Standard Time", "Europe/Warsaw" },
  { "Central Standard Time", "America/Chicago" },
  { "Central Standard Time (Mexico)", "America/Mexico_City" },
  { "China Standard Time", "Asia/Shanghai" },
  { "E. Africa Standard Time", "Africa/Nairobi" },
  { "E. Australia Standard Time", "Australia/Brisbane" },
  { "E. Europe Standard Time", "Europe/Chisinau" },
  { "E. South America Standard Time", "America/Sao_Paulo" },
  { "Eastern Standard Time", "America/New_York" },
  { "Egypt Standard Time", "Africa/Cairo" },
  { "FLE Standard Time", "Europe/Kiev" },
  { "GMT Standard Time", "Europe/London" },
  { "GTB Standard Time", "Europe/Bucharest" },
  { "Greenwich Standard Time", "Atlantic/Reykjavik" },
  { "Hawaiian Standard Time", "Pacific/Honolulu" },
  { "India Standard Time", "Asia/Kolkata" },
  { "Iran Standard Time", "Asia/Tehran" },
  { "Israel Standard Time", "Asia/Jerusalem" },
  { "Korea Standard Time", "Asia/Seoul" },
  { "Morocco Standard Time", "Africa/Casablanca" },
  { "Mountain Standard Time", "America/Denver" },
  { "Nepal Standard Time", "Asia/Kathmandu" },
  { "New Zealand Standard Time", "Pacific/Auckland" },
  { "Newfoundland Standard Time", "America/St_Johns" },
  { "Pacific SA Standard Time", "America/Santiago" },
  { "Pacific Standard Time", "America/Los_Angeles" },
  { "Pakistan Standard Time", "Asia/Karachi" },
  { "Romance Standard Time", "Europe/Paris" },
  { "Russian Standard Time", "Europe/Moscow" },
  { "SA Pacific Standard Time", "America/Bogota" },
  { "SE Asia Standard Time", "Asia/Bangkok" },
  { "Singapore Standard Time", "Asia/Singapore" },
  { "South Africa Standard Time", "Africa/Johannesburg" },
  { "Taipei Standard Time", "Asia/Taipei" },
  { "Tokyo Standard Time", "Asia/Tokyo" },
  { "Turkey Standard Time", "Europe/Istanbul" },
  { "US Eastern Standard Time", "America/Indiana/Indianapolis" },
  { "US Mountain Standard Time", "America/Phoenix" },
  { "UTC", "UTC" },
  { "W. Australia Standard Time", "Australia/Perth" },
  { "W. Central Africa Standard Time", "Africa/Lagos" },
  { "W. Europe Standard Time", "Europe/Berlin" },
  { "West Asia Standard Time", "Asia/Tashkent" },
};

BrineIcalZones *
brine_ical_zones_new (GTimeZone *target)
{
  BrineIcalZones *zones;

  g_return_val_if_fail (target != NULL, NULL);

  zones = g_new0 (BrineIcalZones, 1);
  zones->target = g_time_zone_ref (target);
  zones->utc = g_time_zone_new_utc ();
  zones->by_tzid = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, zone_unref);
  return zones;
}

void
brine_ical_zones_free (BrineIcalZones *zones)
{
  if (zones == NULL)
    return;

  g_hash_table_unref (zones->by_tzid);
  g_time_zone_unref (zones->utc);
  g_time_zone_unref (zones->target);
  g_free (zones);
}

/* A TZID becomes a file name in the zone database: only names that look like one get there. */
static gboolean
is_zone_name (const char *name)
{
  if (*name == '\0' || *name == '/' || strlen (name) > 64 || strstr (name, "..") != NULL)
    return FALSE;
  for (const char *c = name; *c != '\0'; c++)
    if (!g_ascii_isalnum (*c) && strchr ("_+-/", *c) == NULL)
      return FALSE;
  return TRUE;
}

/* Tries @name and then what follows each slash: some programs put their own name and version
 * in front ("/freeassociation.sourceforge.net/Europe/Berlin"). */
static GTimeZone *
find_by_suffix (const char *name)
{
  while (name != NULL)
    {
      GTimeZone *zone = is_zone_name (name) ? g_time_zone_new_identifier (name) : NULL;
      if (zone != NULL)
        return zone;
      name = strchr (name, '/');
      if (name != NULL)
        name++;
    }
  return NULL;
}

static GTimeZone *
find_zone (BrineIcalZones *zones, const char *tzid)
{
  gpointer known;
  GTimeZone *zone = NULL;

  if (g_hash_table_lookup_extended (zones->by_tzid, tzid, NULL, &known))
    return known;
  for (gsize i = 0; zone == NULL && i < G_N_ELEMENTS (aliases); i++)
    if (g_ascii_strcasecmp (aliases[i].windows, tzid) == 0)
      zone = g_time_zone_new_identifier (aliases[i].iana);
  if (zone == NULL && strlen (tzid) < 256)
    zone = find_by_suffix (tzid);
  g_hash_table_insert (zones->by_tzid, g_strdup (tzid), zone);
  return zone;
}

gboolean
brine_ical_zones_read (BrineIcalZones *zones, const char *value, const char *tzid,
                       BrineIcalTime *out_time)
{
  BrineIcalTime time = { 0 };
  gboolean is_date, is_utc;
  GTimeZone *zone;

  if (!brine_ical_parse_reading (value, &time.reading, &is_date, &is_utc))
    return FALSE;

  time.local = time.reading;
  time.instant = brine_zone_resolve (zones->utc, time.reading);
  if (is_date)
    time.kind = BRINE_ICAL_TIME_DATE;
  else if (is_utc || tzid != NULL)
    {
      zone = is_utc ? zones->utc : find_zone (zones, tzid);
      time.kind = zone != NULL ? BRINE_ICAL_TIME_ZONED : BRINE_ICAL_TIME_UNKNOWN_ZONE;
      if (zone != NULL)
        time.instant = brine_zone_resolve (zone, time.reading);
      /* In one's own zone the reading stands, even in a gap of the clock. */
      if (zone != NULL
          && !g_str_equal (g_time_zone_get_identifier (zone),
                           g_time_zone_get_identifier (zones->target)))
        time.local = brine_zone_get_local (zones->target, time.instant, NULL);
    }
  if (!brine_day_is_valid (time.local.day))
    return FALSE;
  *out_time = time;
  return TRUE;
}

GTimeZone *
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
