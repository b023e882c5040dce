/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-date-parse-private.h"

#include <glib/gi18n.h>

#include "brine-error.h"
#include "brine-format.h"

/* From a reading (see brine-date-read.c) to a day. */

/* A year of two digits lies within this many years after today, else before. */
#define YEARS_AHEAD 50
/* More than all days that there are. */
#define MAX_STEPS 4000000

typedef struct
{
  const BrineDateReading *reading;
  BrineDay today;
  BrineDateOrder order;
} Question;

static gboolean
set_incomplete (GError **error)
{
  g_set_error_literal (
      error, BRINE_ERROR, BRINE_ERROR_INVALID,
      _ ("This is not a whole date. Try “24 December”, “next Monday” or “in 3 weeks”."));
  return FALSE;
}

static gboolean
set_out_of_time (GError **error)
{
  g_set_error_literal (error, BRINE_ERROR, BRINE_ERROR_INVALID,
                       _ ("Brine knows the years 1 to 9999 only."));
  return FALSE;
}

static gboolean
accept (int64_t day, BrineDay *out_day, GError **error)
{
  if (day < BRINE_DAY_MIN || day > BRINE_DAY_MAX)
    return set_out_of_time (error);
  *out_day = (BrineDay)day;
  return TRUE;
}

/* Dates --------------------------------------------------------------------------------------- */

static gboolean
accept_ymd (int year, int month, int day, BrineDay *out_day, GError **error)
{
  if (month < 1 || month > 12)
    {
      g_set_error (error, BRINE_ERROR, BRINE_ERROR_INVALID,
                   _ ("There is no month %d: they go from 1 to 12."), month);
      return FALSE;
    }
  if (year < 1 || year > 9999)
    return set_out_of_time (error);
  int n_days = brine_day_get_days_in_month (year, month);
  if (day < 1 || day > n_days)
    {
      g_autofree char *name = brine_format_month (brine_day_from_ymd (year, month, 1));
      /* Translators: %s is a month, "February 2027". */
      g_set_error (error, BRINE_ERROR, BRINE_ERROR_INVALID,
                   ngettext ("%s has %d day.", "%s has %d days.", n_days), name, n_days);
      return FALSE;
    }
  return accept (brine_day_from_ymd (year, month, day), out_day, error);
}

static int
get_year (BrineDay day)
{
  int year;

  brine_day_get_ymd (day, &year, NULL, NULL);
  return year;
}

static gboolean
is_year (BrineDateNumber number)
{
  return number.n_digits >= 3 || number.value > 31;
}

static int
complete_year (const Question *self, BrineDateNumber number)
{
  int this_year = get_year (self->today);
  int year = number.value;

  if (number.n_digits > 2)
    return year;
  year += this_year / 100 * 100;
  return year > this_year + YEARS_AHEAD ? year - 100 : year;
}

/* The nearest such day, later when two are as near: in January "24 December" is last year's. */
static gboolean
accept_nearest (const Question *self, int month, int day, BrineDay *out_day, GError **error)
{
  int this_year = get_year (self->today);
  BrineDay nearest = BRINE_DAY_INVALID;

  for (int year = this_year + 4; year >= this_year - 4; year--)
    {
      BrineDay there = month >= 1 && month <= 12 && day >= 1 ? brine_day_from_ymd (year, month, day)
                                                             : BRINE_DAY_INVALID;
      if (there != BRINE_DAY_INVALID
          && (nearest == BRINE_DAY_INVALID
              || ABS (there - self->today) < ABS (nearest - self->today)))
        nearest = there;
    }
  if (nearest == BRINE_DAY_INVALID)
    return accept_ymd (this_year, month, day, out_day, error);
  return accept (nearest, out_day, error);
}

static gboolean
parse_named_month (const Question *self, BrineDay *out_day, GError **error)
{
  const BrineDateReading *r = self->reading;
  BrineDateNumber a = r->numbers[0];
  BrineDateNumber b = r->numbers[1];

  switch (r->n_numbers)
    {
    case 0:
      return accept_nearest (self, r->month, 1, out_day, error);
    case 1:
      return is_year (a) ? accept_ymd (complete_year (self, a), r->month, 1, out_day, error)
                         : accept_nearest (self, r->month, a.value, out_day, error);
    case 2:
      if (is_year (a))
        return accept_ymd (complete_year (self, a), r->month, b.value, out_day, error);
      return accept_ymd (complete_year (self, b), r->month, a.value, out_day, error);
    default:
      return set_incomplete (error);
    }
}

/* Another order than the locale's is meant when only that one makes sense. */
static void
sort_month (int *month, int *day)
{
  if (*month > 12 && *day <= 12)
    {
      int other = *month;
      *month = *day;
      *day = other;
    }
}

static gboolean
parse_two_numbers (const Question *self, BrineDay *out_day, GError **error)
{
  BrineDateNumber a = self->reading->numbers[0];
  BrineDateNumber b = self->reading->numbers[1];
  gboolean day_first = self->order == BRINE_DATE_ORDER_DMY;
  int month = day_first ? b.value : a.value;
  int day = day_first ? a.value : b.value;

  if (a.n_digits == 4)
    return accept_ymd (a.value, b.value, 1, out_day, error);
  if (b.n_digits == 4)
    return accept_ymd (b.value, a.value, 1, out_day, error);
  sort_month (&month, &day);
  return accept_nearest (self, month, day, out_day, error);
}

static gboolean
parse_three_numbers (const Question *self, BrineDay *out_day, GError **error)
{
  const BrineDateNumber *n = self->reading->numbers;
  gboolean year_first = is_year (n[0]) || self->order == BRINE_DATE_ORDER_YMD;
  BrineDateNumber year = year_first ? n[0] : n[2];
  int month = year_first || self->order == BRINE_DATE_ORDER_DMY ? n[1].value : n[0].value;
  int day = year_first ? n[2].value : self->order == BRINE_DATE_ORDER_DMY ? n[0].value : n[1].value;

  if (!year_first)
    sort_month (&month, &day);
  return accept_ymd (complete_year (self, year), month, day, out_day, error);
}

static gboolean
parse_one_number (const Question *self, BrineDay *out_day, GError **error)
{
  BrineDateNumber a = self->reading->numbers[0];
  int year, month;

  brine_day_get_ymd (self->today, &year, &month, NULL);
  if (a.n_digits == 8)
    return accept_ymd (a.value / 10000, a.value / 100 % 100, a.value % 100, out_day, error);
  if (a.n_digits > 4)
    return set_out_of_time (error);
  if (is_year (a) && a.n_digits > 2)
    return accept_ymd (a.value, 1, 1, out_day, error);
  return accept_ymd (year, month, a.value, out_day, error);
}

static gboolean
parse_numbers (const Question *self, BrineDay *out_day, GError **error)
{
  switch (self->reading->n_numbers)
    {
    case 1:
      return parse_one_number (self, out_day, error);
    case 2:
      return parse_two_numbers (self, out_day, error);
    case 3:
      return parse_three_numbers (self, out_day, error);
    default:
      return set_incomplete (error);
    }
}

/* Weeks and weekdays -------------------------------------------------------------------------- */

/* "week 12", "week 12 2027", "2026-W48", "2026-W48-3": as ISO 8601 numbers them. */
static gboolean
parse_week (const Question *self, BrineDay *out_day, GError **error)
{
  const BrineDateReading *r = self->reading;
  gboolean year_first = r->n_numbers > 1 && r->numbers[0].n_digits == 4;
  int week = r->numbers[year_first ? 1 : 0].value;
  int weekday = r->weekday > 0 ? r->weekday : 1;
  int year = get_year (self->today);
  int in_year;

  if (r->n_numbers > 1)
    year = complete_year (self, r->numbers[year_first ? 0 : 1]);
  if (r->n_numbers > 2)
    weekday = r->numbers[2].value;
  if (year < 1 || year > 9998)
    return set_out_of_time (error);
  /* The fourth of January always lies in the first week. */
  BrineDay first = brine_day_get_week_start (brine_day_from_ymd (year, 1, 4), 1);
  BrineDay start = first + 7 * (CLAMP (week, 1, 60) - 1);
  brine_day_get_iso_week (start, &in_year);
  if (week < 1 || in_year != year || weekday < 1 || weekday > 7)
    {
      g_set_error (error, BRINE_ERROR, BRINE_ERROR_INVALID, _ ("%d has no week %d."), year, week);
      return FALSE;
    }
  return accept ((int64_t)start + weekday - 1, out_day, error);
}

static gboolean
parse_weekday (const Question *self, BrineDay *out_day, GError **error)
{
  const BrineDateReading *r = self->reading;
  int ahead = (r->weekday - brine_day_get_weekday (self->today) + 7) % 7;

  /* "Monday next week" */
  if (r->has[BRINE_DATE_WORD_WEEKS])
    {
      int weeks = r->has[BRINE_DATE_WORD_NEXT] ? 1 : r->has[BRINE_DATE_WORD_LAST] ? -1 : 0;
      BrineDay week = brine_day_get_week_start (self->today, 1);
      return accept ((int64_t)week + 7 * weeks + r->weekday - 1, out_day, error);
    }
  if (r->has[BRINE_DATE_WORD_NEXT] && ahead == 0)
    ahead = 7;
  if (r->has[BRINE_DATE_WORD_LAST])
    ahead -= 7;
  return accept ((int64_t)self->today + ahead, out_day, error);
}

/* From today ---------------------------------------------------------------------------------- */

static gboolean
parse_word (const Question *self, BrineDay *out_day, GError **error)
{
  static const struct
  {
    BrineDateWord word;
    int days;
  } words[] = {
    { BRINE_DATE_WORD_TODAY, 0 },         { BRINE_DATE_WORD_TOMORROW, 1 },
    { BRINE_DATE_WORD_YESTERDAY, -1 },    { BRINE_DATE_WORD_OVERMORROW, 2 },
    { BRINE_DATE_WORD_EREYESTERDAY, -2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (self->reading->has[words[i].word])
      return accept ((int64_t)self->today + words[i].days, out_day, error);
  return set_incomplete (error);
}

static gboolean
has_unit (const BrineDateReading *r)
{
  return r->has[BRINE_DATE_WORD_DAYS] || r->has[BRINE_DATE_WORD_WEEKS]
         || r->has[BRINE_DATE_WORD_MONTHS] || r->has[BRINE_DATE_WORD_YEARS];
}

/* "in 3 weeks", "2 days ago", "next month", "+10", "-2 weeks" */
static gboolean
parse_distance (const Question *self, BrineDay *out_day, GError **error)
{
  const BrineDateReading *r = self->reading;
  gboolean named =
      r->has[BRINE_DATE_WORD_NEXT] || r->has[BRINE_DATE_WORD_LAST] || r->has[BRINE_DATE_WORD_ONE];
  gboolean back = r->has[BRINE_DATE_WORD_LAST] || r->has[BRINE_DATE_WORD_AGO] || r->sign < 0;
  int64_t steps = r->n_numbers > 0 ? r->numbers[0].value : named ? 1 : 0;

  if (r->n_numbers > 1 || r->weekday > 0
      || (r->n_numbers == 0 && (r->sign != 0 || r->has[BRINE_DATE_WORD_IN]) && !named))
    return set_incomplete (error);
  if (steps > MAX_STEPS)
    return set_out_of_time (error);
  if (back)
    steps = -steps;
  if (r->has[BRINE_DATE_WORD_YEARS] || r->has[BRINE_DATE_WORD_MONTHS])
    {
      int64_t months = steps * (r->has[BRINE_DATE_WORD_YEARS] ? 12 : 1);
      if (ABS (months) > 12 * 10000)
        return set_out_of_time (error);
      return accept (brine_day_add_months (self->today, (int)months), out_day, error);
    }
  return accept (self->today + steps * (r->has[BRINE_DATE_WORD_WEEKS] ? 7 : 1), out_day, error);
}

static gboolean
answer (const Question *self, BrineDay *out_day, GError **error)
{
  const BrineDateReading *r = self->reading;
  gboolean dated = r->month > 0 || r->n_numbers > 0;

  if (r->has[BRINE_DATE_WORD_TODAY] || r->has[BRINE_DATE_WORD_TOMORROW]
      || r->has[BRINE_DATE_WORD_YESTERDAY] || r->has[BRINE_DATE_WORD_OVERMORROW]
      || r->has[BRINE_DATE_WORD_EREYESTERDAY])
    return dated || r->weekday > 0 ? set_incomplete (error) : parse_word (self, out_day, error);
  if (r->month > 0)
    return has_unit (r) ? set_incomplete (error) : parse_named_month (self, out_day, error);
  if (r->week_first && r->n_numbers > 0 && !r->has[BRINE_DATE_WORD_NEXT]
      && !r->has[BRINE_DATE_WORD_LAST])
    return parse_week (self, out_day, error);
  if (r->weekday > 0 && r->n_numbers == 0)
    return parse_weekday (self, out_day, error);
  if (has_unit (r) || r->sign != 0 || r->has[BRINE_DATE_WORD_IN] || r->has[BRINE_DATE_WORD_AGO])
    return parse_distance (self, out_day, error);
  return parse_numbers (self, out_day, error);
}

gboolean
brine_date_parse (const char *text, BrineDay today, const BrineDateWords *words, BrineDay *out_day,
                  GError **error)
{
  BrineDateReading reading;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (brine_day_is_valid (today), FALSE);
  g_return_val_if_fail (out_day != NULL, FALSE);

  if (!brine_date_read (text, words, &reading, error))
    return FALSE;
  Question question = { &reading, today, words != NULL ? words->order : BRINE_DATE_ORDER_DMY };
  return answer (&question, out_day, error);
}
