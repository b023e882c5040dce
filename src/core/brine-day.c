/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-time.h"

#include "brine-scan.h"

/* The civil calendar repeats every 400 years. Counting years from 1 March puts the leap day
 * last, so the day of the year needs no case for leap years. */
#define DAYS_PER_ERA 146097
#define DAYS_BEFORE_EPOCH 719468 /* 0000-03-01 to 1970-01-01 */

static gboolean
is_leap_year (int year)
{
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int
brine_day_get_days_in_month (int year, int month)
{
  static const int lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  g_return_val_if_fail (month >= 1 && month <= 12, 0);

  return lengths[month - 1] + (month == 2 && is_leap_year (year) ? 1 : 0);
}

BrineDay
brine_day_from_ymd (int year, int month, int day_of_month)
{
  int march_year, era, year_of_era, month_from_march, day_of_year;

  if (year < 1 || year > 9999 || month < 1 || month > 12 || day_of_month < 1
      || day_of_month > brine_day_get_days_in_month (year, month))
    return BRINE_DAY_INVALID;

  march_year = month > 2 ? year : year - 1;
  era = march_year / 400;
  year_of_era = march_year % 400;
  month_from_march = (month + 9) % 12;
  day_of_year = (153 * month_from_march + 2) / 5 + day_of_month - 1;

  return era * DAYS_PER_ERA + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year
         - DAYS_BEFORE_EPOCH;
}

void
brine_day_get_ymd (BrineDay day, int *out_year, int *out_month, int *out_day_of_month)
{
  int from_march, era, day_of_era, year_of_era, day_of_year, month_from_march, month;

  g_return_if_fail (brine_day_is_valid (day));

  from_march = day + DAYS_BEFORE_EPOCH;
  era = from_march / DAYS_PER_ERA;
  day_of_era = from_march % DAYS_PER_ERA;
  year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  month_from_march = (5 * day_of_year + 2) / 153;
  month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;

  if (out_year)
    *out_year = era * 400 + year_of_era + (month <= 2 ? 1 : 0);
  if (out_month)
    *out_month = month;
  if (out_day_of_month)
    *out_day_of_month = day_of_year - (153 * month_from_march + 2) / 5 + 1;
}

gboolean
brine_day_is_valid (BrineDay day)
{
  return day >= BRINE_DAY_MIN && day <= BRINE_DAY_MAX;
}

int
brine_day_get_weekday (BrineDay day)
{
  g_return_val_if_fail (brine_day_is_valid (day), 1);

  /* 1970-01-01 was a Thursday; a multiple of seven keeps the sum positive. */
  return (day + 3 + 7 * 110000) % 7 + 1;
}

int
brine_day_get_iso_week (BrineDay day, int *out_week_year)
{
  BrineDay thursday, january_first;
  int week_year;

  g_return_val_if_fail (brine_day_is_valid (day), 1);

  /* A week belongs to the year that its Thursday lies in. */
  thursday = day - brine_day_get_weekday (day) + 4;
  if (thursday > BRINE_DAY_MAX)
    {
      if (out_week_year)
        *out_week_year = 10000;
      return 1;
    }

  brine_day_get_ymd (thursday, &week_year, NULL, NULL);
  january_first = brine_day_from_ymd (week_year, 1, 1);
  if (out_week_year)
    *out_week_year = week_year;

  return (thursday - january_first) / 7 + 1;
}

BrineDay
brine_day_get_week_start (BrineDay day, int first_weekday)
{
  g_return_val_if_fail (brine_day_is_valid (day), day);
  g_return_val_if_fail (first_weekday >= 1 && first_weekday <= 7, day);

  return day - (brine_day_get_weekday (day) - first_weekday + 7) % 7;
}

BrineDay
brine_day_add_months (BrineDay day, int months)
{
  int year, month, day_of_month;
  gint64 total;

  g_return_val_if_fail (brine_day_is_valid (day), day);

  brine_day_get_ymd (day, &year, &month, &day_of_month);
  total = (gint64)year * 12 + month - 1 + months;
  if (total < 12)
    return BRINE_DAY_MIN;
  if (total >= 120000)
    return BRINE_DAY_MAX;

  year = (int)(total / 12);
  month = (int)(total % 12) + 1;

  return brine_day_from_ymd (year, month,
                             MIN (day_of_month, brine_day_get_days_in_month (year, month)));
}

gboolean
brine_scan_digits (const char **text, int n_digits, int *out_number)
{
  int number = 0;

  for (int i = 0; i < n_digits; i++)
    {
      if (!g_ascii_isdigit ((*text)[i]))
        return FALSE;
      number = number * 10 + (*text)[i] - '0';
    }

  *text += n_digits;
  *out_number = number;
  return TRUE;
}

gboolean
brine_scan_char (const char **text, char character)
{
  if (**text != character)
    return FALSE;

  (*text)++;
  return TRUE;
}

gboolean
brine_scan_day (const char **text, BrineDay *out_day)
{
  const char *p = *text;
  int year, month, day_of_month;
  BrineDay day;

  if (!brine_scan_digits (&p, 4, &year) || !brine_scan_char (&p, '-')
      || !brine_scan_digits (&p, 2, &month) || !brine_scan_char (&p, '-')
      || !brine_scan_digits (&p, 2, &day_of_month))
    return FALSE;

  day = brine_day_from_ymd (year, month, day_of_month);
  if (day == BRINE_DAY_INVALID)
    return FALSE;

  *text = p;
  *out_day = day;
  return TRUE;
}

gboolean
brine_day_parse (const char *text, BrineDay *out_day)
{
  BrineDay day;

  g_return_val_if_fail (out_day != NULL, FALSE);

  if (text == NULL || !brine_scan_day (&text, &day) || *text != '\0')
    return FALSE;

  *out_day = day;
  return TRUE;
}

char *
brine_day_to_string (BrineDay day)
{
  int year, month, day_of_month;

  g_return_val_if_fail (brine_day_is_valid (day), g_strdup (""));

  brine_day_get_ymd (day, &year, &month, &day_of_month);

  return g_strdup_printf ("%04d-%02d-%02d", year, month, day_of_month);
}
