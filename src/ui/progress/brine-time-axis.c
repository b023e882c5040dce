/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-time-axis.h"

#define MOST_WEEKDAYS 14
#define DAYS_PER_MONTH 30.4
/* A weekday is short. */
#define WEEKDAY_SHARE 0.75

static const struct
{
  BrineTickKind kind;
  int every; /* days, weeks, months or years */
  double unit_days;
} steps[] = {
  { BRINE_TICK_WEEKDAY, 1, 1 },
  { BRINE_TICK_WEEKDAY, 2, 1 },
  { BRINE_TICK_DAY, 1, 7 },
  { BRINE_TICK_DAY, 2, 7 },
  { BRINE_TICK_DAY, 4, 7 },
  { BRINE_TICK_MONTH, 1, DAYS_PER_MONTH },
  { BRINE_TICK_MONTH, 2, DAYS_PER_MONTH },
  { BRINE_TICK_MONTH, 4, DAYS_PER_MONTH },
  { BRINE_TICK_MONTH, 6, DAYS_PER_MONTH },
  { BRINE_TICK_YEAR, 1, 365.25 },
  { BRINE_TICK_YEAR, 2, 365.25 },
  { BRINE_TICK_YEAR, 5, 365.25 },
  { BRINE_TICK_YEAR, 10, 365.25 },
  { BRINE_TICK_YEAR, 50, 365.25 },
  { BRINE_TICK_YEAR, 1000, 365.25 },
};

static gboolean
step_fits (gsize step, int days, BrineBucketBy by, double day_pixels, double least_pixels)
{
  BrineTickKind kind = steps[step].kind;

  if (kind == BRINE_TICK_WEEKDAY && days > MOST_WEEKDAYS)
    return FALSE;
  if (kind == BRINE_TICK_DAY && (by != BRINE_BUCKET_BY_DAY || days <= MOST_WEEKDAYS))
    return FALSE;
  if (kind == BRINE_TICK_WEEKDAY)
    least_pixels *= WEEKDAY_SHARE;
  return steps[step].every * steps[step].unit_days * day_pixels >= least_pixels;
}

static int
get_year_month (BrineDay day, int *out_month)
{
  int year, day_of_month;

  brine_day_get_ymd (day, &year, out_month, &day_of_month);
  return year;
}

/* The first day on or after @from that a step falls on. */
static BrineDay
get_first (BrineDay from, gsize step, int first_weekday)
{
  int month, year, every = steps[step].every;
  BrineDay day;

  switch (steps[step].kind)
    {
    case BRINE_TICK_WEEKDAY:
      return from;
    case BRINE_TICK_DAY:
      return brine_day_get_week_start (from + 6, first_weekday);
    case BRINE_TICK_MONTH:
      year = get_year_month (from, &month);
      day = brine_day_from_ymd (year, (month - 1) / every * every + 1, 1);
      return day >= from ? day : brine_day_add_months (day, every);
    case BRINE_TICK_YEAR:
    default:
      year = get_year_month (from, &month);
      day = brine_day_from_ymd (MAX (year / every * every, 1), 1, 1);
      return day >= from ? day : brine_day_add_months (day, 12 * every);
    }
}

static BrineDay
get_next (BrineDay day, gsize step)
{
  int every = steps[step].every;

  switch (steps[step].kind)
    {
    case BRINE_TICK_WEEKDAY:
      return day + every;
    case BRINE_TICK_DAY:
      return day + 7 * every;
    case BRINE_TICK_MONTH:
      return brine_day_add_months (day, every);
    case BRINE_TICK_YEAR:
    default:
      return brine_day_add_months (day, 12 * every);
    }
}

GArray *
brine_time_axis_get_labels (BrineBucket range, BrineBucketBy by, int first_weekday, double pixels,
                            double least_pixels)
{
  g_autoptr (GArray) labels = g_array_new (FALSE, FALSE, sizeof (BrineTick));
  int days = range.to - range.from + 1;
  gsize step = 0;

  g_return_val_if_fail (first_weekday >= 1 && first_weekday <= 7, NULL);

  if (days <= 0 || !(pixels > 0) || !(least_pixels > 0))
    return g_steal_pointer (&labels);
  while (step + 1 < G_N_ELEMENTS (steps)
         && !step_fits (step, days, by, pixels / days, least_pixels))
    step++;
  for (BrineDay day = get_first (range.from, step, first_weekday); day <= range.to;)
    {
      BrineTick tick = { day, steps[step].kind };
      BrineDay next = get_next (day, step);

      g_array_append_val (labels, tick);
      if (next <= day) /* the end of the calendar */
        break;
      day = next;
    }
  return g_steal_pointer (&labels);
}

GArray *
brine_time_axis_get_lines (BrineBucket range, BrineBucketBy by, int first_weekday)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (BrineTimeLine));

  g_return_val_if_fail (first_weekday >= 1 && first_weekday <= 7, NULL);

  for (BrineDay day = range.from; day <= range.to; day++)
    {
      int year, month, day_of_month;
      BrineTimeLine line = { .day = day };
      gboolean week = by == BRINE_BUCKET_BY_DAY && brine_day_get_weekday (day) == first_weekday;

      brine_day_get_ymd (day, &year, &month, &day_of_month);
      line.strong = day_of_month == 1 && (by != BRINE_BUCKET_BY_MONTH || month == 1);
      if (week || line.strong)
        g_array_append_val (lines, line);
    }
  return g_steal_pointer (&lines);
}
