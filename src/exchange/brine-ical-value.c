/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-ical-value-private.h"

#include <string.h>

/* Text ---------------------------------------------------------------------------------- */

static char
unescaped (char c)
{
  return c == 'n' || c == 'N' ? '\n' : c;
}

char *
brine_ical_unescape (const char *value)
{
  GString *text = g_string_sized_new (strlen (value));

  for (const char *c = value; *c != '\0'; c++)
    if (*c == '\\' && c[1] != '\0')
      g_string_append_c (text, unescaped (*++c));
    else
      g_string_append_c (text, *c);
  return g_string_free (text, FALSE);
}

char *
brine_ical_escape (const char *text)
{
  GString *value = g_string_sized_new (strlen (text) + 8);

  for (const char *c = text; *c != '\0'; c++)
    {
      if (*c == '\n')
        g_string_append (value, "\\n");
      else if (*c == '\\' || *c == ';' || *c == ',')
        g_string_append_printf (value, "\\%c", *c);
      else if ((guchar)*c >= 0x20 || *c == '\t')
        g_string_append_c (value, *c);
    }
  return g_string_free (value, FALSE);
}

char **
brine_ical_split_text (const char *value)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_autoptr (GString) part = g_string_new (NULL);

  for (const char *c = value;; c++)
    {
      if (*c == ',' || *c == '\0')
        {
          g_strv_builder_add (parts, g_strstrip (part->str));
          g_string_truncate (part, 0);
          if (*c == '\0')
            break;
        }
      else if (*c == '\\' && c[1] != '\0')
        g_string_append_c (part, unescaped (*++c));
      else
        g_string_append_c (part, *c);
    }
  return g_strv_builder_end (parts);
}

/* C0, DEL and C1. */
static gboolean
is_control (gunichar c)
{
  return c < 0x20 || (c >= 0x7f && c < 0xa0);
}

char *
brine_ical_clean_notes (const char *text)
{
  GString *notes = g_string_sized_new (strlen (text));

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    if (*c == '\t' || *c == '\n' || !is_control (g_utf8_get_char (c)))
      g_string_append_unichar (notes, g_utf8_get_char (c));
  return g_string_free (notes, FALSE);
}

/* Dates and times ----------------------------------------------------------------------- */

static gboolean
read_digits (const char **text, int n_digits, int *out_number)
{
  int number = 0;

  for (int i = 0; i < n_digits; i++)
    {
      if (!g_ascii_isdigit ((*text)[i]))
        return FALSE;
      number = number * 10 + ((*text)[i] - '0');
    }
  *text += n_digits;
  *out_number = number;
  return TRUE;
}

gboolean
brine_ical_parse_reading (const char *value, BrineLocal *out_reading, gboolean *out_is_date,
                          gboolean *out_is_utc)
{
  const char *at = value;
  int year, month, day, hour, minute, second = 0;
  BrineDay date;

  if (!read_digits (&at, 4, &year) || !read_digits (&at, 2, &month) || !read_digits (&at, 2, &day))
    return FALSE;
  if (year < 1 || month < 1 || month > 12 || day < 1
      || day > brine_day_get_days_in_month (year, month))
    return FALSE;
  date = brine_day_from_ymd (year, month, day);
  if (*at == '\0')
    {
      *out_reading = (BrineLocal){ date, 0 };
      *out_is_date = TRUE;
      *out_is_utc = FALSE;
      return TRUE;
    }
  if (*at != 'T' && *at != 't')
    return FALSE;
  at++;
  if (!read_digits (&at, 2, &hour) || !read_digits (&at, 2, &minute))
    return FALSE;
  if (g_ascii_isdigit (*at) && !read_digits (&at, 2, &second))
    return FALSE;
  if (hour > 23 || minute > 59 || second > 60)
    return FALSE;
  *out_is_utc = *at == 'Z' || *at == 'z';
  if (at[*out_is_utc ? 1 : 0] != '\0')
    return FALSE;
  *out_reading = (BrineLocal){ date, hour * 3600 + minute * 60 + MIN (second, 59) };
  *out_is_date = FALSE;
  return TRUE;
}

char *
brine_ical_date_to_string (BrineDay day)
{
  int year, month, day_of_month;

  brine_day_get_ymd (day, &year, &month, &day_of_month);
  return g_strdup_printf ("%04d%02d%02d", year, month, day_of_month);
}

char *
brine_ical_date_time_to_string (BrineLocal local)
{
  g_autofree char *date = brine_ical_date_to_string (local.day);

  return g_strdup_printf ("%sT%02d%02d%02d", date, local.second / 3600, local.second / 60 % 60,
                          local.second % 60);
}

char *
brine_ical_utc_to_string (BrineInstant instant)
{
  int64_t seconds = instant.unix_ms / 1000 - (instant.unix_ms % 1000 < 0 ? 1 : 0);
  BrineLocal local = brine_local_add_seconds ((BrineLocal){ 0, 0 }, seconds);
  g_autofree char *text = brine_ical_date_time_to_string (local);

  return g_strconcat (text, "Z", NULL);
}

/* Rules --------------------------------------------------------------------------------- */

char *
brine_ical_replace_until (const char *rule, BrineIcalUntilFunc replace, gpointer user_data)
{
  g_auto (GStrv) parts = g_strsplit (rule, ";", -1);

  for (gsize i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *text = g_ascii_strncasecmp (parts[i], "UNTIL=", 6) == 0
                                  ? replace (parts[i] + 6, user_data)
                                  : NULL;
      if (text == NULL)
        continue;
      g_free (parts[i]);
      parts[i] = g_strconcat ("UNTIL=", text, NULL);
    }
  return g_strjoinv (";", parts);
}

/* Durations ----------------------------------------------------------------------------- */

#define MAX_DURATION_SECONDS (INT64_C (36525) * BRINE_SECONDS_PER_DAY)

static int64_t
unit_seconds (char unit, gboolean in_time)
{
  switch (g_ascii_toupper (unit))
    {
    case 'W':
      return in_time ? 0 : 7 * BRINE_SECONDS_PER_DAY;
    case 'D':
      return in_time ? 0 : BRINE_SECONDS_PER_DAY;
    case 'H':
      return in_time ? 3600 : 0;
    case 'M':
      return in_time ? 60 : 0;
    case 'S':
      return in_time ? 1 : 0;
    default:
      return 0;
    }
}

gboolean
brine_ical_parse_duration (const char *value, int64_t *out_seconds)
{
  gboolean negative = *value == '-';
  gboolean in_time = FALSE;
  int64_t total = 0;
  int n_parts = 0;

  if (*value == '-' || *value == '+')
    value++;
  if (*value != 'P' && *value != 'p')
    return FALSE;
  for (value++; *value != '\0'; n_parts++)
    {
      int64_t number = 0, unit;
      if (*value == 'T' || *value == 't')
        {
          in_time = TRUE;
          value++;
        }
      if (!g_ascii_isdigit (*value))
        return FALSE;
      for (; g_ascii_isdigit (*value); value++)
        number = MIN (number * 10 + (*value - '0'), MAX_DURATION_SECONDS + 1);
      unit = unit_seconds (*value, in_time);
      if (unit == 0)
        return FALSE;
      value++;
      total += number * unit;
      if (total > MAX_DURATION_SECONDS)
        return FALSE;
    }
  if (n_parts == 0)
    return FALSE;
  *out_seconds = negative ? -total : total;
  return TRUE;
}

char *
brine_ical_duration_to_string (int minutes)
{
  const char *sign = minutes < 0 ? "-" : "";
  int64_t n = minutes < 0 ? -(int64_t)minutes : minutes;
  int hours = (int)(n / 60), rest = (int)(n % 60);

  if (hours == 0)
    return g_strdup_printf ("%sPT%dM", sign, rest);
  if (rest == 0)
    return g_strdup_printf ("%sPT%dH", sign, hours);
  return g_strdup_printf ("%sPT%dH%dM", sign, hours, rest);
}
