/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-series-private.h"

/* Week numbers look into the years before and after, and those into theirs; a series keeps off
 * the first and the last two years of the calendar, to its end on 9997-12-31. */
#define FIRST_DAY (BRINE_DAY_MIN + 730)
#define LAST_DAY (BRINE_DAY_MAX - 730)

/* What a rule leaves open is taken from its start (RFC 5545 section 3.3.10, "Information, not
 * contained in the rule"). */
static void
imply_days (BrineRuleParts *parts, BrineDay start)
{
  gboolean names_days = brine_rule_parts_have_ordinals (parts) || parts->weekdays != 0
                        || !brine_signed_set_is_empty (&parts->month_days)
                        || !brine_signed_set_is_empty (&parts->year_days)
                        || !brine_signed_set_is_empty (&parts->week_numbers);
  int month;
  int day_of_month;

  if (names_days)
    return;
  brine_day_get_ymd (start, NULL, &month, &day_of_month);
  if (parts->freq == BRINE_FREQ_WEEKLY)
    parts->weekdays = 1u << (brine_day_get_weekday (start) - 1);
  if (parts->freq == BRINE_FREQ_MONTHLY || parts->freq == BRINE_FREQ_YEARLY)
    brine_signed_set_add (&parts->month_days, day_of_month);
  if (parts->freq == BRINE_FREQ_YEARLY && parts->months == 0)
    parts->months = G_GUINT64_CONSTANT (1) << month;
}

static void
imply_clock (BrineRuleParts *parts, int second)
{
  if (parts->freq > BRINE_FREQ_HOURLY && parts->hours == 0)
    parts->hours = G_GUINT64_CONSTANT (1) << (second / 3600);
  if (parts->freq > BRINE_FREQ_MINUTELY && parts->minutes == 0)
    parts->minutes = G_GUINT64_CONSTANT (1) << (second / 60 % 60);
  if (parts->freq > BRINE_FREQ_SECONDLY && parts->seconds == 0)
    parts->seconds = G_GUINT64_CONSTANT (1) << (second % 60);
}

static guint
count_bits (guint64 bits)
{
  return (guint)__builtin_popcountll (bits);
}

/* Every combination of the BY parts finer than the unit, in order. */
static void
combine_offsets (BrineSeries *series)
{
  const BrineRuleParts *parts = &series->parts;
  guint64 hours = series->unit_seconds > 3600 ? parts->hours : 1;
  guint64 minutes = series->unit_seconds > 60 ? parts->minutes : 1;
  guint64 seconds = series->unit_seconds > 1 ? parts->seconds : 1;
  guint n = 0;

  series->offsets = g_new (int, count_bits (hours) * count_bits (minutes) * count_bits (seconds));
  for (guint64 h = hours; h != 0; h &= h - 1)
    for (guint64 m = minutes; m != 0; m &= m - 1)
      for (guint64 s = seconds; s != 0; s &= s - 1)
        series->offsets[n++] =
            __builtin_ctzll (h) * 3600 + __builtin_ctzll (m) * 60 + __builtin_ctzll (s);
  series->n_offsets = n;
}

/* Keeps the offsets that BYSETPOS names, counted within one unit. */
static void
choose_offsets (BrineSeries *series)
{
  int total = (int)series->n_offsets;
  guint n = 0;

  for (int i = 0; i < total; i++)
    if (brine_signed_set_has (&series->parts.positions, i + 1)
        || brine_signed_set_has (&series->parts.positions, i - total))
      series->offsets[n++] = series->offsets[i];
  series->n_offsets = n;
}

static guint
count_signed (const BrineSignedSet *set)
{
  guint n = 0;

  for (int i = 0; i < BRINE_SIGNED_SET_WORDS; i++)
    n += count_bits (set->positive[i]) + count_bits (set->negative[i]);
  return n;
}

/* No period of the series has more days than this. */
static guint
get_most_days (const BrineRuleParts *parts)
{
  guint n_months = parts->freq == BRINE_FREQ_MONTHLY ? 1
                   : parts->months == 0              ? 12
                                                     : count_bits (parts->months);
  guint n_days =
      brine_signed_set_is_empty (&parts->month_days) ? 31 : count_signed (&parts->month_days);

  if (parts->freq == BRINE_FREQ_WEEKLY)
    return parts->weekdays != 0 ? count_bits (parts->weekdays) : 7;
  return n_months * n_days;
}

/* Whether any position can lie within a period, however many days of it pass. */
static gboolean
positions_are_reachable (const BrineSeries *series)
{
  guint64 most = (guint64)get_most_days (&series->parts) * series->n_offsets;

  for (int i = 1; i <= BRINE_SIGNED_SET_MAX && (guint64)i <= most; i++)
    if (brine_signed_set_has (&series->parts.positions, i)
        || brine_signed_set_has (&series->parts.positions, -i))
      return TRUE;
  return FALSE;
}

static int64_t
greatest_common_divisor (int64_t a, int64_t b)
{
  while (b != 0)
    {
      int64_t rest = a % b;

      a = b;
      b = rest;
    }
  return a;
}

static gboolean
passes (guint64 numbers, int64_t number)
{
  return numbers == 0 || (numbers >> number & 1) != 0;
}

/* Whether any unit of a day that the clock parts let pass can be reached from the start: with
 * INTERVAL=2 from an even minute, no odd minute ever is. */
static gboolean
clock_is_reachable (const BrineSeries *series)
{
  const BrineRuleParts *parts = &series->parts;
  int64_t units_per_day = BRINE_SECONDS_PER_DAY / series->unit_seconds;
  int64_t step = greatest_common_divisor (parts->interval, units_per_day);
  int64_t start = brine_floor_div (series->start, series->unit_seconds);
  int64_t first = ((start % step) + step) % step;

  for (int64_t unit = first; unit < units_per_day; unit += step)
    {
      int64_t second = unit * series->unit_seconds;

      if (passes (parts->hours, second / 3600)
          && (series->unit_seconds > 60 || passes (parts->minutes, second / 60 % 60))
          && (series->unit_seconds > 1 || passes (parts->seconds, second % 60)))
        return TRUE;
    }
  return FALSE;
}

static int64_t
get_unit_seconds (BrineFreq freq)
{
  switch (freq)
    {
    case BRINE_FREQ_SECONDLY:
      return 1;
    case BRINE_FREQ_MINUTELY:
      return 60;
    case BRINE_FREQ_HOURLY:
      return 3600;
    default:
      return BRINE_SECONDS_PER_DAY;
    }
}

static void
note_days (BrineSeries *series)
{
  const BrineRuleParts *parts = &series->parts;

  series->chooses_days = brine_rule_parts_choose_days (parts);
  for (int i = 0; i < 7; i++)
    if (parts->nth_positive[i] != 0 || parts->nth_negative[i] != 0)
      series->ordinal_weekdays |= 1u << i;
  series->has_month_days = !brine_signed_set_is_empty (&parts->month_days);
  series->has_year_days = !brine_signed_set_is_empty (&parts->year_days);
  series->has_week_numbers = !brine_signed_set_is_empty (&parts->week_numbers);
  for (int n = 1; n <= 31; n++)
    if (brine_signed_set_has (&parts->month_days, -n))
      series->month_days_from_end |= G_GUINT64_CONSTANT (1) << (31 - n);
  for (int n = 1; n <= 366; n++)
    if (brine_signed_set_has (&parts->year_days, -n))
      series->year_days_from_end[(366 - n) / 64] |= G_GUINT64_CONSTANT (1) << (366 - n) % 64;
}

BrineSeries *
brine_series_new (const BrineRule *rule, BrineLocal start)
{
  BrineSeries *series = g_new0 (BrineSeries, 1);
  BrineLocal end_of_time = { LAST_DAY, BRINE_SECONDS_PER_DAY - 1 };
  gboolean has_positions;

  g_assert (rule != NULL);

  series->parts = rule->parts;
  series->start = brine_local_to_seconds (start);
  series->last = brine_local_to_seconds (end_of_time);
  if (rule->parts.has_until)
    series->last = MIN (series->last, brine_local_to_seconds (rule->parts.until));
  series->unit_seconds = get_unit_seconds (rule->parts.freq);
  imply_days (&series->parts, start.day);
  imply_clock (&series->parts, start.second);
  note_days (series);
  has_positions = !brine_signed_set_is_empty (&series->parts.positions);
  series->by_period = has_positions && series->parts.freq >= BRINE_FREQ_WEEKLY;
  combine_offsets (series);
  if (has_positions && !series->by_period)
    choose_offsets (series);
  if (series->by_period && !positions_are_reachable (series))
    series->n_offsets = 0;
  if (series->unit_seconds < BRINE_SECONDS_PER_DAY && !clock_is_reachable (series))
    series->n_offsets = 0;
  if (start.day < FIRST_DAY || start.day > LAST_DAY)
    series->n_offsets = 0;
  return series;
}

void
brine_series_free (BrineSeries *series)
{
  if (series == NULL)
    return;
  g_free (series->offsets);
  g_free (series);
}

/* The same weekdays in every week of a month whose first day is @first_weekday (from 0). */
static guint32
mask_weekdays (unsigned weekdays, int first_weekday)
{
  guint64 week = (weekdays >> first_weekday | weekdays << (7 - first_weekday)) & 0x7f;

  return (guint32)(week | week << 7 | week << 14 | week << 21 | week << 28);
}

/* Ordinals count in the month, or in the year for a yearly rule without BYMONTH. @index: of the
 * first day of the month in what is counted, from 0; @length: days in it. */
static guint32
mask_ordinals (const BrineSeries *series, int first_weekday, int index, int length)
{
  const BrineRuleParts *parts = &series->parts;
  guint32 mask = 0;

  for (guint32 rest = mask_weekdays (series->ordinal_weekdays, first_weekday); rest != 0;
       rest &= rest - 1)
    {
      int i = __builtin_ctz (rest);
      int weekday = (first_weekday + i) % 7;
      int nth = (index + i) / 7 + 1;
      int nth_from_end = (length - 1 - index - i) / 7 + 1;

      if (index + i < length
          && ((parts->nth_positive[weekday] >> nth | parts->nth_negative[weekday] >> nth_from_end)
              & 1))
        mask |= 1u << i;
    }
  return mask;
}

/* 32 bits of a bit set from bit @index on. */
static guint32
get_bits (const guint64 words[BRINE_SIGNED_SET_WORDS], int index)
{
  int word = index / 64;
  int bit = index % 64;
  guint64 bits = words[word] >> bit;

  if (bit > 32 && word + 1 < BRINE_SIGNED_SET_WORDS)
    bits |= words[word + 1] << (64 - bit);
  return (guint32)bits;
}

/* @index: of the first day of the month in the year, from 0. */
static guint32
mask_year_days (const BrineSeries *series, int index, int days_in_year)
{
  return get_bits (series->parts.year_days.positive, index + 1)
         | get_bits (series->year_days_from_end, index + 366 - days_in_year);
}

static guint32
mask_month_days (const BrineSeries *series, int n_days)
{
  return (guint32)(series->parts.month_days.positive[0] >> 1
                   | series->month_days_from_end >> (31 - n_days));
}

/* Start of week 1: the first week with four days in the year (RFC 5545 section 3.3.10). */
static BrineDay
get_first_week (int year, int week_start)
{
  return brine_day_get_week_start (brine_day_from_ymd (year, 1, 4), week_start);
}

/* Whether BYWEEKNO names the week that begins on @week, which lies in @year or beside it. */
static gboolean
week_passes (const BrineRuleParts *parts, BrineDay week, int year)
{
  BrineDay first = get_first_week (year, parts->week_start);
  BrineDay end = get_first_week (year + 1, parts->week_start);
  int number;

  if (week < first)
    {
      end = first;
      first = get_first_week (year - 1, parts->week_start);
    }
  else if (week >= end)
    {
      first = end;
      end = get_first_week (year + 2, parts->week_start);
    }
  number = (week - first) / 7 + 1;
  return brine_signed_set_has (&parts->week_numbers, number)
         || brine_signed_set_has (&parts->week_numbers, number - (end - first) / 7 - 1);
}

static guint32
mask_weeks (const BrineRuleParts *parts, int year, BrineDay first_day, int n_days)
{
  BrineDay week = brine_day_get_week_start (first_day, parts->week_start);
  guint32 mask = 0;

  for (; week < first_day + n_days; week += 7)
    if (week_passes (parts, week, year))
      mask |= week < first_day ? 0x7fu >> (first_day - week) : 0x7fu << (week - first_day);
  return mask;
}

static guint32
mask_by_day (const BrineSeries *series, int year, BrineDay first_day, int n_days)
{
  const BrineRuleParts *parts = &series->parts;
  gboolean in_year = parts->freq == BRINE_FREQ_YEARLY && parts->months == 0;
  int first_weekday = brine_day_get_weekday (first_day) - 1;
  guint32 mask = mask_weekdays (parts->weekdays, first_weekday);

  if (series->ordinal_weekdays != 0 && in_year)
    {
      BrineDay new_year = brine_day_from_ymd (year, 1, 1);
      int days_in_year = brine_day_from_ymd (year + 1, 1, 1) - new_year;

      mask |= mask_ordinals (series, first_weekday, first_day - new_year, days_in_year);
    }
  else if (series->ordinal_weekdays != 0)
    {
      mask |= mask_ordinals (series, first_weekday, 0, n_days);
    }
  return mask;
}

/* Each further part is looked at only while some day is left. */
guint32
brine_series_get_month_mask (const BrineSeries *series, int year, int month)
{
  const BrineRuleParts *parts = &series->parts;
  int n_days = brine_day_get_days_in_month (year, month);
  BrineDay first_day = brine_day_from_ymd (year, month, 1);
  guint32 mask = passes (parts->months, month) ? G_MAXUINT32 >> (32 - n_days) : 0;

  if (mask != 0 && series->has_month_days)
    mask &= mask_month_days (series, n_days);
  if (mask != 0 && series->has_year_days)
    {
      BrineDay new_year = brine_day_from_ymd (year, 1, 1);
      int days_in_year = brine_day_from_ymd (year + 1, 1, 1) - new_year;

      mask &= mask_year_days (series, first_day - new_year, days_in_year);
    }
  if (mask != 0 && (parts->weekdays != 0 || series->ordinal_weekdays != 0))
    mask &= mask_by_day (series, year, first_day, n_days);
  if (mask != 0 && series->has_week_numbers)
    mask &= mask_weeks (parts, year, first_day, n_days);
  return mask;
}
