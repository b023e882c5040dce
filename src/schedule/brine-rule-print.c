/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-rule-private.h"

/* Starts a part or goes on in it: writes its name once and a comma between the values. */
static void
begin_value (GString *text, const char *name, gboolean *started)
{
  if (*started)
    g_string_append_c (text, ',');
  else
    g_string_append_printf (text, ";%s=", name);
  *started = TRUE;
}

static void
append_numbers (GString *text, const char *name, guint64 numbers)
{
  gboolean started = FALSE;

  for (unsigned n = 0; n < 64; n++)
    if (numbers >> n & 1)
      {
        begin_value (text, name, &started);
        g_string_append_printf (text, "%u", n);
      }
}

static void
append_signed (GString *text, const char *name, const BrineSignedSet *set)
{
  gboolean started = FALSE;

  for (int sign = 1; sign >= -1; sign -= 2)
    for (int n = 1; n <= BRINE_SIGNED_SET_MAX; n++)
      if (brine_signed_set_has (set, sign * n))
        {
          begin_value (text, name, &started);
          g_string_append_printf (text, "%d", sign * n);
        }
}

static void
append_ordinals (GString *text, const guint64 numbers[7], int sign, gboolean *started)
{
  for (int n = 1; n <= 53; n++)
    for (int weekday = 0; weekday < 7; weekday++)
      if (numbers[weekday] >> n & 1)
        {
          begin_value (text, "BYDAY", started);
          g_string_append_printf (text, "%d%s", sign * n, brine_weekday_names[weekday]);
        }
}

static void
append_weekdays (GString *text, const BrineRuleParts *parts)
{
  gboolean started = FALSE;

  for (int weekday = 0; weekday < 7; weekday++)
    if (parts->weekdays >> weekday & 1)
      {
        begin_value (text, "BYDAY", &started);
        g_string_append (text, brine_weekday_names[weekday]);
      }
  append_ordinals (text, parts->nth_positive, 1, &started);
  append_ordinals (text, parts->nth_negative, -1, &started);
}

static void
append_until (GString *text, const BrineRuleParts *parts)
{
  int year;
  int month;
  int day_of_month;

  brine_day_get_ymd (parts->until.day, &year, &month, &day_of_month);
  g_string_append_printf (text, ";UNTIL=%04d%02d%02d", year, month, day_of_month);
  if (!parts->until_is_date)
    g_string_append_printf (text, "T%02d%02d%02d", parts->until.second / 3600,
                            parts->until.second / 60 % 60, parts->until.second % 60);
}

char *
brine_rule_to_string (const BrineRule *rule)
{
  const BrineRuleParts *parts;
  GString *text;

  g_return_val_if_fail (rule != NULL, NULL);

  parts = &rule->parts;
  text = g_string_new ("FREQ=");
  g_string_append (text, brine_freq_names[parts->freq]);
  if (parts->interval != 1)
    g_string_append_printf (text, ";INTERVAL=%d", parts->interval);
  append_numbers (text, "BYSECOND", parts->seconds);
  append_numbers (text, "BYMINUTE", parts->minutes);
  append_numbers (text, "BYHOUR", parts->hours);
  append_weekdays (text, parts);
  append_signed (text, "BYMONTHDAY", &parts->month_days);
  append_signed (text, "BYYEARDAY", &parts->year_days);
  append_signed (text, "BYWEEKNO", &parts->week_numbers);
  append_numbers (text, "BYMONTH", parts->months);
  append_signed (text, "BYSETPOS", &parts->positions);
  if (parts->week_start != 1)
    g_string_append_printf (text, ";WKST=%s", brine_weekday_names[parts->week_start - 1]);
  if (parts->count > 0)
    g_string_append_printf (text, ";COUNT=%d", parts->count);
  if (parts->has_until)
    append_until (text, parts);
  return g_string_free (text, FALSE);
}
