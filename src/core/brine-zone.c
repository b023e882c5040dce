/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-time.h"

#include "brine-scan.h"

static int64_t
floor_div (int64_t dividend, int64_t divisor)
{
  int64_t quotient = dividend / divisor;

  return dividend % divisor < 0 ? quotient - 1 : quotient;
}

static int
get_offset (gconstpointer data, int64_t unix_seconds)
{
  GTimeZone *zone = (GTimeZone *)data;
  int interval = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, unix_seconds);

  return interval < 0 ? 0 : g_time_zone_get_offset (zone, interval);
}

BrineInstant
brine_zone_resolve_by (BrineZoneOffset offset, gconstpointer zone, BrineLocal local)
{
  int64_t reading, best = 0;
  int offsets[3];
  gboolean found = FALSE;

  g_return_val_if_fail (offset != NULL && zone != NULL, (BrineInstant){ 0 });

  /* GLib's own look-up by local time misreads gaps and overlaps, so ask it by universal time
   * only: any offset that holds at @local holds within a day of it too. */
  reading = (int64_t)local.day * BRINE_SECONDS_PER_DAY + local.second;
  for (int i = 0; i < 3; i++)
    {
      int64_t candidate;

      offsets[i] = offset (zone, reading + (i - 1) * BRINE_SECONDS_PER_DAY);
      candidate = reading - offsets[i];
      if (offset (zone, candidate) != offsets[i])
        continue;
      if (!found || candidate < best)
        best = candidate;
      found = TRUE;
    }

  /* No offset reads @local: it lies in a gap, which is read with the offset before it. */
  if (!found)
    best = reading - offsets[0];

  return (BrineInstant){ best * 1000 };
}

BrineInstant
brine_zone_resolve (GTimeZone *zone, BrineLocal local)
{
  return brine_zone_resolve_by (get_offset, zone, local);
}

BrineLocal
brine_zone_get_local (GTimeZone *zone, BrineInstant instant, int *out_offset_seconds)
{
  int64_t seconds;
  int offset;

  g_return_val_if_fail (zone != NULL, (BrineLocal){ 0 });

  seconds = floor_div (instant.unix_ms, 1000);
  offset = get_offset (zone, seconds);
  if (out_offset_seconds)
    *out_offset_seconds = offset;

  return brine_local_add_seconds ((BrineLocal){ 0, 0 }, seconds + offset);
}

static gboolean
scan_milliseconds (const char **text, int *out_milliseconds)
{
  int milliseconds = 0;
  int scale = 100;

  *out_milliseconds = 0;
  if (!brine_scan_char (text, '.') && !brine_scan_char (text, ','))
    return TRUE;
  if (!g_ascii_isdigit (**text))
    return FALSE;

  for (; g_ascii_isdigit (**text); (*text)++, scale /= 10)
    milliseconds += (**text - '0') * scale;

  *out_milliseconds = milliseconds;
  return TRUE;
}

static gboolean
scan_offset (const char **text, int *out_offset_seconds)
{
  int sign, hours, minutes = 0;

  if (brine_scan_char (text, 'Z') || brine_scan_char (text, 'z'))
    {
      *out_offset_seconds = 0;
      return TRUE;
    }

  if (brine_scan_char (text, '+'))
    sign = 1;
  else if (brine_scan_char (text, '-'))
    sign = -1;
  else
    return FALSE;

  if (!brine_scan_digits (text, 2, &hours))
    return FALSE;
  if (brine_scan_char (text, ':') || **text != '\0')
    {
      if (!brine_scan_digits (text, 2, &minutes))
        return FALSE;
    }
  if (hours > 23 || minutes > 59)
    return FALSE;

  *out_offset_seconds = sign * (hours * 3600 + minutes * 60);
  return TRUE;
}

gboolean
brine_instant_parse (const char *text, GTimeZone *zone, BrineInstant *out_instant)
{
  BrineLocal local;
  BrineInstant instant;
  int milliseconds, offset;

  g_return_val_if_fail (zone != NULL, FALSE);
  g_return_val_if_fail (out_instant != NULL, FALSE);

  if (text == NULL || !brine_scan_local (&text, &local)
      || !scan_milliseconds (&text, &milliseconds))
    return FALSE;

  if (*text == '\0')
    instant = brine_zone_resolve (zone, local);
  else if (scan_offset (&text, &offset) && *text == '\0')
    instant.unix_ms =
        ((int64_t)local.day * BRINE_SECONDS_PER_DAY + local.second - offset) * INT64_C (1000);
  else
    return FALSE;

  instant.unix_ms += milliseconds;
  *out_instant = instant;
  return TRUE;
}

char *
brine_instant_to_string (BrineInstant instant, int offset_seconds)
{
  int64_t seconds = floor_div (instant.unix_ms, 1000);
  int milliseconds = (int)((instant.unix_ms % 1000 + 1000) % 1000);
  BrineLocal local = brine_local_add_seconds ((BrineLocal){ 0, 0 }, seconds + offset_seconds);
  g_autofree char *reading = brine_local_to_string (local);
  g_autofree char *fraction =
      milliseconds == 0 ? g_strdup ("") : g_strdup_printf (".%03d", milliseconds);
  int minutes = ABS (offset_seconds) / 60;

  return g_strdup_printf ("%s%s%c%02d:%02d", reading, fraction, offset_seconds < 0 ? '-' : '+',
                          minutes / 60, minutes % 60);
}

int
brine_instant_compare (BrineInstant a, BrineInstant b)
{
  if (a.unix_ms == b.unix_ms)
    return 0;

  return a.unix_ms < b.unix_ms ? -1 : 1;
}

BrineInstant
brine_instant_add_seconds (BrineInstant instant, int64_t seconds)
{
  return (BrineInstant){ instant.unix_ms + seconds * 1000 };
}

BrineDay
brine_civil_day_of_local (BrineLocal local, int day_start_minutes)
{
  g_return_val_if_fail (day_start_minutes >= 0 && day_start_minutes <= 720, local.day);

  if (local.second >= day_start_minutes * 60 || local.day <= BRINE_DAY_MIN)
    return local.day;

  return local.day - 1;
}

BrineDay
brine_civil_day_of_instant (BrineInstant instant, GTimeZone *zone, int day_start_minutes)
{
  g_return_val_if_fail (zone != NULL, BRINE_DAY_INVALID);

  return brine_civil_day_of_local (brine_zone_get_local (zone, instant, NULL), day_start_minutes);
}

BrineLocal
brine_civil_day_get_start (BrineDay day, int day_start_minutes)
{
  g_return_val_if_fail (day_start_minutes >= 0 && day_start_minutes <= 720,
                        ((BrineLocal){ day, 0 }));

  return (BrineLocal){ day, day_start_minutes * 60 };
}
