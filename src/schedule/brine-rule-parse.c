/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-rule-private.h"

#include <string.h>

/* Longer than a rule with every number of every part; what is longer is not meant to be read. */
#define MAX_TEXT_LENGTH 16384

typedef gboolean (*ReadPart) (BrineRuleParts *parts, const char *name, const char *value,
                              GError **error);

static gboolean
fail (GError **error, const char *name, const char *value, const char *expected)
{
  g_autofree char *shown = g_utf8_substring (value, 0, MIN (g_utf8_strlen (value, -1), 40));

  g_set_error (error, BRINE_ERROR, BRINE_ERROR_INVALID,
               "The part %s of the recurrence rule is “%s”; it must be %s.", name, shown, expected);
  return FALSE;
}

/* Reads all of @text as an optional sign and digits. Larger numbers than an int become G_MAXINT,
 * which no part accepts but COUNT and INTERVAL, and these say so. */
static gboolean
read_number (const char *text, gboolean is_signed, int *out_number)
{
  gboolean negative = FALSE;
  int64_t number = 0;

  if (is_signed && (*text == '-' || *text == '+'))
    negative = *text++ == '-';
  if (*text == '\0')
    return FALSE;
  for (; *text != '\0'; text++)
    {
      if (!g_ascii_isdigit (*text))
        return FALSE;
      number = MIN (number * 10 + (*text - '0'), G_MAXINT);
    }
  *out_number = (int)(negative ? -number : number);
  return TRUE;
}

static int
find_name (const char *const names[], int n_names, const char *text)
{
  for (int i = 0; i < n_names; i++)
    if (g_str_equal (names[i], text))
      return i;
  return -1;
}

static gboolean
read_freq (BrineRuleParts *parts, const char *name, const char *value, GError **error)
{
  int freq = find_name (brine_freq_names, 7, value);

  if (freq < 0)
    return fail (error, name, value,
                 "SECONDLY, MINUTELY, HOURLY, DAILY, WEEKLY, MONTHLY or YEARLY");
  parts->freq = (BrineFreq)freq;
  return TRUE;
}

static gboolean
read_limit (const char *name, const char *value, int *out_number, GError **error)
{
  if (!read_number (value, FALSE, out_number) || *out_number == 0)
    return fail (error, name, value, "a whole number from 1");
  if (*out_number == G_MAXINT)
    {
      g_set_error (error, BRINE_ERROR, BRINE_ERROR_TOO_COMPLEX,
                   "The part %s of the recurrence rule is too large; 2147483646 is the limit.",
                   name);
      return FALSE;
    }
  return TRUE;
}

static gboolean
read_interval (BrineRuleParts *parts, const char *name, const char *value, GError **error)
{
  return read_limit (name, value, &parts->interval, error);
}

static gboolean
read_count (BrineRuleParts *parts, const char *name, const char *value, GError **error)
{
  return read_limit (name, value, &parts->count, error);
}

static gboolean
read_digits (const char *text, int n_digits, int *out_number)
{
  int number = 0;

  for (int i = 0; i < n_digits; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return FALSE;
      number = number * 10 + (text[i] - '0');
    }
  *out_number = number;
  return TRUE;
}

static gboolean
read_date (const char *text, BrineDay *out_day)
{
  int year;
  int month;
  int day_of_month;

  if (!read_digits (text, 4, &year) || !read_digits (text + 4, 2, &month)
      || !read_digits (text + 6, 2, &day_of_month))
    return FALSE;
  if (year < 1 || month < 1 || month > 12 || day_of_month < 1
      || day_of_month > brine_day_get_days_in_month (year, month))
    return FALSE;
  *out_day = brine_day_from_ymd (year, month, day_of_month);
  return TRUE;
}

static gboolean
read_time (const char *text, int32_t *out_second)
{
  int hour;
  int minute;
  int second;

  if (!read_digits (text, 2, &hour) || !read_digits (text + 2, 2, &minute)
      || !read_digits (text + 4, 2, &second))
    return FALSE;
  if (hour > 23 || minute > 59 || second > 60)
    return FALSE;
  /* RFC 5545 section 3.3.12: who knows no leap second reads 60 as 59. */
  *out_second = hour * 3600 + minute * 60 + MIN (second, 59);
  return TRUE;
}

/* Plan times float, so an UNTIL in UTC is read as what the wall clock shows. */
static gboolean
read_until (BrineRuleParts *parts, const char *name, const char *value, GError **error)
{
  size_t length = strlen (value);
  gboolean valid = FALSE;

  if (length > 0 && value[length - 1] == 'Z')
    length--;
  if (strlen (value) == 8)
    {
      valid = read_date (value, &parts->until.day);
      parts->until.second = BRINE_SECONDS_PER_DAY - 1;
      parts->until_is_date = TRUE;
    }
  else if (length == 15 && value[8] == 'T')
    {
      valid = read_date (value, &parts->until.day) && read_time (value + 9, &parts->until.second);
    }
  if (!valid)
    return fail (error, name, value, "a date such as 20261231 or a time such as 20261231T080000");
  parts->has_until = TRUE;
  return TRUE;
}

static gboolean
read_week_start (BrineRuleParts *parts, const char *name, const char *value, GError **error)
{
  int weekday = find_name (brine_weekday_names, 7, value);

  if (weekday < 0)
    return fail (error, name, value, "a weekday, MO to SU");
  parts->week_start = weekday + 1;
  return TRUE;
}

static gboolean
read_numbers (const char *name, const char *value, int min, int max, guint64 *out_numbers,
              GError **error)
{
  g_auto (GStrv) words = g_strsplit (value, ",", -1);

  for (guint i = 0; i == 0 || words[i] != NULL; i++)
    {
      int number;

      if (words[i] == NULL || !read_number (words[i], FALSE, &number) || number < min
          || number > max)
        {
          g_autofree char *expected = g_strdup_printf ("a list of numbers from %d to %d", min, max);

          return fail (error, name, value, expected);
        }
      *out_numbers |= G_GUINT64_CONSTANT (1) << number;
    }
  return TRUE;
}

static gboolean
read_seconds (BrineRuleParts *parts, const char *name, const char *value, GError **error)
{
  const guint64 leap = G_GUINT64_CONSTANT (1) << 60;

  if (!read_numbers (name, value, 0, 60, &parts->seconds, error))
    return FALSE;
  if (parts->seconds & leap)
    parts->seconds = (parts->seconds & ~leap) | leap >> 1;
  return TRUE;
}

static gboolean
read_minutes (BrineRuleParts *parts, const char *name, const char *value, GError **error)
{
  return read_numbers (name, value, 0, 59, &parts->minutes, error);
}

static gboolean
read_hours (BrineRuleParts *parts, const char *name, const char *value, GError **error)
{
  return read_numbers (name, value, 0, 23, &parts->hours, error);
}

static gboolean
read_months (BrineRuleParts *parts, const char *name, const char *value, GError **error)
{
  return read_numbers (name, value, 1, 12, &parts->months, error);
}

static gboolean
read_signed (const char *name, const char *value, int max, BrineSignedSet *out_set, GError **error)
{
  g_auto (GStrv) words = g_strsplit (value, ",", -1);

  for (guint i = 0; i == 0 || words[i] != NULL; i++)
    {
      int number;

      if (words[i] == NULL || !read_number (words[i], TRUE, &number) || number == 0
          || ABS (number) > max)
        {
          g_autofree char *expected =
              g_strdup_printf ("a list of numbers from 1 to %d or -1 to -%d", max, max);

          return fail (error, name, value, expected);
        }
      brine_signed_set_add (out_set, number);
    }
  return TRUE;
}

static gboolean
read_month_days (BrineRuleParts *parts, const char *name, const char *value, GError **error)
{
  return read_signed (name, value, 31, &parts->month_days, error);
}

static gboolean
read_year_days (BrineRuleParts *parts, const char *name, const char *value, GError **error)
{
  return read_signed (name, value, 366, &parts->year_days, error);
}

static gboolean
read_week_numbers (BrineRuleParts *parts, const char *name, const char *value, GError **error)
{
  return read_signed (name, value, 53, &parts->week_numbers, error);
}

static gboolean
read_positions (BrineRuleParts *parts, const char *name, const char *value, GError **error)
{
  return read_signed (name, value, 366, &parts->positions, error);
}

static gboolean
read_weekday (BrineRuleParts *parts, const char *word)
{
  size_t length = strlen (word);
  g_autofree char *ordinal_text = NULL;
  int weekday;
  int ordinal;

  if (length < 2)
    return FALSE;
  weekday = find_name (brine_weekday_names, 7, word + length - 2);
  if (weekday < 0)
    return FALSE;
  if (length == 2)
    {
      parts->weekdays |= 1u << weekday;
      return TRUE;
    }
  ordinal_text = g_strndup (word, length - 2);
  if (!read_number (ordinal_text, TRUE, &ordinal) || ordinal == 0 || ABS (ordinal) > 53)
    return FALSE;
  if (ordinal > 0)
    parts->nth_positive[weekday] |= G_GUINT64_CONSTANT (1) << ordinal;
  else
    parts->nth_negative[weekday] |= G_GUINT64_CONSTANT (1) << -ordinal;
  return TRUE;
}

static gboolean
read_weekdays (BrineRuleParts *parts, const char *name, const char *value, GError **error)
{
  g_auto (GStrv) words = g_strsplit (value, ",", -1);

  for (guint i = 0; i == 0 || words[i] != NULL; i++)
    if (words[i] == NULL || !read_weekday (parts, words[i]))
      return fail (error, name, value,
                   "a list of weekdays, MO to SU, each with an ordinal from 1 to 53 or -1 to -53 "
                   "or without");
  return TRUE;
}

static const struct
{
  const char *name;
  ReadPart read;
} part_readers[] = {
  { "FREQ", read_freq },           { "INTERVAL", read_interval },
  { "COUNT", read_count },         { "UNTIL", read_until },
  { "WKST", read_week_start },     { "BYSECOND", read_seconds },
  { "BYMINUTE", read_minutes },    { "BYHOUR", read_hours },
  { "BYDAY", read_weekdays },      { "BYMONTHDAY", read_month_days },
  { "BYYEARDAY", read_year_days }, { "BYWEEKNO", read_week_numbers },
  { "BYMONTH", read_months },      { "BYSETPOS", read_positions },
};
G_STATIC_ASSERT (G_N_ELEMENTS (part_readers) <= 32);

/* Reads one "NAME=value"; @seen has a bit for each reader that was there before. */
static gboolean
read_part (BrineRuleParts *parts, char *text, guint32 *seen, GError **error)
{
  char *value = strchr (text, '=');

  if (value == NULL)
    return fail (error, text, "", "followed by = and a value");
  *value++ = '\0';
  for (guint i = 0; i < G_N_ELEMENTS (part_readers); i++)
    if (g_str_equal (part_readers[i].name, text))
      {
        if (*seen >> i & 1)
          return fail (error, text, value, "given only once");
        *seen |= 1u << i;
        return part_readers[i].read (parts, text, value, error);
      }
  return fail (error, text, value, "left out, since no rule has a part of this name");
}

/* What the parts must be to one another. An ordinal says something in a month or a year only;
 * elsewhere RFC 5545 forbids it, and it is read as the weekday alone, as others do. */
static gboolean
finish_parts (BrineRuleParts *parts, guint32 seen, GError **error)
{
  if ((seen & 1) == 0)
    {
      g_set_error_literal (error, BRINE_ERROR, BRINE_ERROR_INVALID,
                           "The recurrence rule has no part FREQ; it must say how often, for "
                           "example FREQ=DAILY.");
      return FALSE;
    }
  if (parts->count > 0 && parts->has_until)
    {
      g_set_error_literal (error, BRINE_ERROR, BRINE_ERROR_INVALID,
                           "The recurrence rule has both COUNT and UNTIL; it must end by one of "
                           "them.");
      return FALSE;
    }
  if (parts->freq < BRINE_FREQ_MONTHLY)
    for (int weekday = 0; weekday < 7; weekday++)
      {
        if (parts->nth_positive[weekday] != 0 || parts->nth_negative[weekday] != 0)
          parts->weekdays |= 1u << weekday;
        parts->nth_positive[weekday] = 0;
        parts->nth_negative[weekday] = 0;
      }
  return TRUE;
}

static gboolean
check_text (const char *text, GError **error)
{
  if (strlen (text) > MAX_TEXT_LENGTH)
    {
      g_set_error (error, BRINE_ERROR, BRINE_ERROR_TOO_COMPLEX,
                   "The recurrence rule is longer than %d characters.", MAX_TEXT_LENGTH);
      return FALSE;
    }
  if (!g_utf8_validate (text, -1, NULL))
    {
      g_set_error_literal (error, BRINE_ERROR, BRINE_ERROR_INVALID,
                           "The recurrence rule is not valid UTF-8 text.");
      return FALSE;
    }
  return TRUE;
}

BrineRule *
brine_rule_parse (const char *text, GError **error)
{
  BrineRuleParts parts = { .interval = 1, .week_start = 1 };
  g_autofree char *upper = NULL;
  g_auto (GStrv) words = NULL;
  guint32 seen = 0;

  g_return_val_if_fail (text != NULL, NULL);

  if (!check_text (text, error))
    return NULL;
  upper = g_strstrip (g_ascii_strup (text, -1));
  words =
      g_strsplit (g_str_has_prefix (upper, "RRULE:") ? upper + strlen ("RRULE:") : upper, ";", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0' && !read_part (&parts, words[i], &seen, error))
      return NULL;
  if (!finish_parts (&parts, seen, error))
    return NULL;
  return brine_rule_new (&parts);
}
