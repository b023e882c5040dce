/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-walk-private.h"

static gboolean
spend (BrineWalk *walk, guint steps)
{
  if (walk->steps > walk->max_steps - MIN (steps, walk->max_steps))
    return FALSE;
  walk->steps += steps;
  return TRUE;
}

/* Units ------------------------------------------------------------------------------- */

static gboolean
load_month (BrineWalk *walk, int64_t day)
{
  int year;
  int month;
  int day_of_month;

  if (day - walk->month_first < walk->month_days && day >= walk->month_first)
    return TRUE;
  if (!spend (walk, 1))
    return FALSE;
  brine_day_get_ymd ((BrineDay)day, &year, &month, &day_of_month);
  walk->month_first = day - day_of_month + 1;
  walk->month_days = brine_day_get_days_in_month (year, month);
  walk->month_mask = brine_series_get_month_mask (walk->series, year, month);
  return TRUE;
}

/* Moves @day up to the first day that passes the BY parts, up to @last_day. */
static BrineWalkResult
find_day (BrineWalk *walk, int64_t last_day, int64_t *day)
{
  if (!walk->series->chooses_days)
    return *day <= last_day ? BRINE_WALK_FOUND : BRINE_WALK_END;
  while (*day <= last_day)
    {
      guint32 rest;

      if (!load_month (walk, *day))
        return BRINE_WALK_CAPPED;
      rest = walk->month_mask >> (*day - walk->month_first);
      if (rest != 0)
        {
          *day += __builtin_ctz (rest);
          return *day <= last_day ? BRINE_WALK_FOUND : BRINE_WALK_END;
        }
      *day = walk->month_first + walk->month_days;
    }
  return BRINE_WALK_END;
}

/* The first number from @number on in @numbers, or @length when there is none. */
static int
find_number (guint64 numbers, int number, int length)
{
  guint64 rest = numbers >> number;

  return rest == 0 ? length : number + __builtin_ctzll (rest);
}

/* Moves a second of the day up to the start of the first hour, minute and second that the clock
 * parts let pass, or to the end of the day. */
static int
find_clock (const BrineSeries *series, int second)
{
  const BrineRuleParts *parts = &series->parts;
  const int units[] = { 3600, 60, 1 };
  const int lengths[] = { 24, 60, 60 };
  guint64 numbers[] = { parts->hours, parts->minutes, parts->seconds };

  for (int i = 0; i < 3 && units[i] >= series->unit_seconds; i++)
    {
      int number = second / units[i] % lengths[i];
      int found = numbers[i] == 0 ? number : find_number (numbers[i], number, lengths[i]);

      if (found != number)
        return (second / units[i] - number + found) * units[i];
    }
  return second;
}

/* Moves walk->unit up to the next unit that is in the series, up to @last_unit. */
static BrineWalkResult
find_unit (BrineWalk *walk, int64_t last_unit)
{
  const BrineSeries *series = walk->series;
  int64_t units_per_day = BRINE_SECONDS_PER_DAY / series->unit_seconds;
  int64_t last_day = brine_floor_div (last_unit, units_per_day);

  do
    {
      int64_t day;
      int64_t found;
      int second;
      BrineWalkResult result;

      if (walk->unit > last_unit)
        return BRINE_WALK_END;
      walk->unit = brine_series_align_unit (series, walk->unit);
      if (walk->unit > last_unit)
        return BRINE_WALK_END;
      day = found = brine_floor_div (walk->unit, units_per_day);
      result = find_day (walk, last_day, &found);
      if (result != BRINE_WALK_FOUND)
        return result;
      second = found > day ? 0 : (int)((walk->unit - day * units_per_day) * series->unit_seconds);
      if (units_per_day > 1)
        second = find_clock (series, second);
      found = found * units_per_day + second / series->unit_seconds;
      if (found == walk->unit)
        return BRINE_WALK_FOUND;
      walk->unit = found;
    }
  while (spend (walk, 1));
  return BRINE_WALK_CAPPED;
}

/* The first offset that is not before @second of the unit. */
static guint
find_offset (const BrineSeries *series, int64_t second)
{
  guint low = 0;
  guint high = series->n_offsets;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (series->offsets[middle] < second)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static BrineWalkResult
next_by_unit (BrineWalk *walk, int64_t last, int64_t *out_start)
{
  const BrineSeries *series = walk->series;

  for (;;)
    {
      BrineWalkResult result;

      if (walk->in_unit && walk->offset < series->n_offsets)
        {
          int64_t start = walk->unit * series->unit_seconds + series->offsets[walk->offset];

          if (start > last)
            return BRINE_WALK_END;
          if (!spend (walk, 1))
            return BRINE_WALK_CAPPED;
          walk->offset++;
          *out_start = start;
          return BRINE_WALK_FOUND;
        }
      if (walk->in_unit)
        walk->unit++;
      walk->in_unit = FALSE;
      result = find_unit (walk, brine_floor_div (last, series->unit_seconds));
      if (result != BRINE_WALK_FOUND)
        return result;
      walk->in_unit = TRUE;
      walk->offset = find_offset (series, walk->minimum - walk->unit * series->unit_seconds);
    }
}

/* BYSETPOS over a period --------------------------------------------------------------- */

static int
compare_starts (gconstpointer a, gconstpointer b)
{
  int64_t x = *(const int64_t *)a;
  int64_t y = *(const int64_t *)b;

  return (x > y) - (x < y);
}

/* Adds the start at @index of the product of @days and offsets; out of it there is none. */
static void
choose_index (BrineWalk *walk, const int32_t *days, guint n_days, int64_t index)
{
  const BrineSeries *series = walk->series;
  int64_t start;

  if (index < 0 || index >= (int64_t)n_days * series->n_offsets)
    return;
  start = (int64_t)days[index / series->n_offsets] * BRINE_SECONDS_PER_DAY
          + series->offsets[index % series->n_offsets];
  if (start >= walk->minimum)
    g_array_append_val (walk->chosen, start);
}

static void
choose_starts (BrineWalk *walk, const int32_t *days, guint n_days)
{
  int64_t total = (int64_t)n_days * walk->series->n_offsets;
  guint n = 0;

  g_array_set_size (walk->chosen, 0);
  walk->chosen_index = 0;
  for (int i = 1; i <= MIN (total, BRINE_SIGNED_SET_MAX); i++)
    {
      if (brine_signed_set_has (&walk->series->parts.positions, i))
        choose_index (walk, days, n_days, i - 1);
      if (brine_signed_set_has (&walk->series->parts.positions, -i))
        choose_index (walk, days, n_days, total - i);
    }
  g_array_sort (walk->chosen, compare_starts);
  for (guint i = 0; i < walk->chosen->len; i++)
    {
      int64_t start = g_array_index (walk->chosen, int64_t, i);

      if (n == 0 || g_array_index (walk->chosen, int64_t, n - 1) != start)
        g_array_index (walk->chosen, int64_t, n++) = start;
    }
  g_array_set_size (walk->chosen, n);
}

/* Fills walk->chosen from the next period that INTERVAL does not leave out. */
static BrineWalkResult
fill_period (BrineWalk *walk, int64_t last_day)
{
  int32_t days[BRINE_SIGNED_SET_MAX];
  guint n_days = 0;
  int64_t period;
  int64_t day;
  int64_t end;

  walk->next_day = brine_series_align_unit (walk->series, walk->next_day);
  if (walk->next_day > last_day)
    return BRINE_WALK_END;
  period = brine_series_get_period (walk->series, walk->next_day);
  day = brine_series_get_period_first (walk->series, period);
  end = brine_series_get_period_first (walk->series, period + 1);
  for (; day < end; day++)
    {
      BrineWalkResult result = find_day (walk, end - 1, &day);

      if (result == BRINE_WALK_CAPPED)
        return result;
      if (result == BRINE_WALK_END)
        break;
      days[n_days++] = (int32_t)day;
    }
  walk->next_day = end;
  choose_starts (walk, days, n_days);
  /* Looking through the positions costs as much as a few months. */
  return spend (walk, 4 + walk->chosen->len) ? BRINE_WALK_FOUND : BRINE_WALK_CAPPED;
}

static BrineWalkResult
next_by_period (BrineWalk *walk, int64_t last, int64_t *out_start)
{
  while (walk->chosen_index == walk->chosen->len)
    {
      BrineWalkResult result = fill_period (walk, brine_floor_div (last, BRINE_SECONDS_PER_DAY));

      if (result != BRINE_WALK_FOUND)
        return result;
    }
  *out_start = g_array_index (walk->chosen, int64_t, walk->chosen_index);
  if (*out_start > last)
    return BRINE_WALK_END;
  walk->chosen_index++;
  return BRINE_WALK_FOUND;
}

/* Walking ------------------------------------------------------------------------------- */

void
brine_walk_init (BrineWalk *walk, const BrineSeries *series, int64_t from)
{
  int64_t minimum = MAX (from, series->start);
  int64_t unit = brine_floor_div (minimum, series->unit_seconds);

  *walk = (BrineWalk){
    .series = series,
    .minimum = minimum,
    .max_steps = BRINE_MAX_STEPS,
    .unit = unit,
    .next_day = unit,
  };
  if (series->by_period)
    walk->chosen = g_array_new (FALSE, FALSE, sizeof (int64_t));
}

void
brine_walk_clear (BrineWalk *walk)
{
  g_clear_pointer (&walk->chosen, g_array_unref);
}

BrineWalkResult
brine_walk_next (BrineWalk *walk, int64_t before, int64_t *out_start)
{
  int64_t last = MIN (before - 1, walk->series->last);

  if (walk->series->n_offsets == 0 || walk->minimum > last)
    return BRINE_WALK_END;
  return walk->series->by_period ? next_by_period (walk, last, out_start)
                                 : next_by_unit (walk, last, out_start);
}
