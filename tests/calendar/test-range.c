/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-calendar-range.h"

static BrineDay
day (const char *text)
{
  BrineDay parsed = BRINE_DAY_INVALID;

  g_assert_true (brine_day_parse (text, &parsed));
  return parsed;
}

static void
test_ranges (void)
{
  static const struct
  {
    BrineCalendarView view;
    const char *date;
    int first_weekday;
    gboolean narrow;
    const char *first;
    int n_days;
  } rows[] = {
    { BRINE_CALENDAR_DAY, "2026-11-19", 1, FALSE, "2026-11-19", 1 },
    { BRINE_CALENDAR_WEEK, "2026-11-19", 1, FALSE, "2026-11-16", 7 },
    { BRINE_CALENDAR_WEEK, "2026-11-19", 7, FALSE, "2026-11-15", 7 },
    { BRINE_CALENDAR_WEEK, "2026-11-19", 6, FALSE, "2026-11-14", 7 },
    { BRINE_CALENDAR_WEEK, "2026-11-19", 1, TRUE, "2026-11-18", 3 },
    { BRINE_CALENDAR_MONTH, "2026-11-19", 1, FALSE, "2026-11-01", 30 },
    { BRINE_CALENDAR_MONTH, "2028-02-29", 1, FALSE, "2028-02-01", 29 },
    { BRINE_CALENDAR_YEAR, "2026-11-19", 1, FALSE, "2026-01-01", 365 },
    { BRINE_CALENDAR_YEAR, "2028-11-19", 1, TRUE, "2028-01-01", 366 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      BrineDay first;
      int n_days;

      brine_calendar_range_get (rows[i].view, day (rows[i].date), rows[i].first_weekday,
                                rows[i].narrow, &first, &n_days);
      g_assert_cmpint (first, ==, day (rows[i].first));
      g_assert_cmpint (n_days, ==, rows[i].n_days);
    }
}

static void
test_steps (void)
{
  static const struct
  {
    BrineCalendarView view;
    const char *date;
    gboolean narrow;
    int direction;
    const char *there;
  } rows[] = {
    { BRINE_CALENDAR_DAY, "2026-12-31", FALSE, 1, "2027-01-01" },
    { BRINE_CALENDAR_WEEK, "2026-11-19", FALSE, -1, "2026-11-12" },
    { BRINE_CALENDAR_WEEK, "2026-11-19", TRUE, 1, "2026-11-22" },
    { BRINE_CALENDAR_MONTH, "2026-11-19", FALSE, 1, "2026-12-19" },
    { BRINE_CALENDAR_MONTH, "2026-01-31", FALSE, 1, "2026-02-28" },
    { BRINE_CALENDAR_MONTH, "2026-03-31", TRUE, -1, "2026-02-28" },
    { BRINE_CALENDAR_YEAR, "2028-02-29", FALSE, 1, "2029-02-28" },
    { BRINE_CALENDAR_YEAR, "2028-02-29", FALSE, -4, "2024-02-29" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (brine_calendar_range_step (rows[i].view, day (rows[i].date), rows[i].narrow,
                                                rows[i].direction),
                     ==, day (rows[i].there));
}

/* Law: at both ends of time every view still has valid days, and a step stays within them. */
static void
test_ends (void)
{
  static const BrineDay ends[] = { BRINE_DAY_MIN, BRINE_DAY_MAX };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    for (int view = 0; view < BRINE_CALENDAR_N_VIEWS; view++)
      for (int direction = -1; direction <= 1; direction++)
        {
          BrineDay date = brine_calendar_range_clamp (ends[i]);
          BrineDay first;
          int n_days;

          date = brine_calendar_range_step (view, date, FALSE, direction);
          brine_calendar_range_get (view, date, 1, FALSE, &first, &n_days);
          g_assert_true (brine_day_is_valid (first - 7));
          g_assert_true (brine_day_is_valid (first + n_days + 7));
        }
}

static void
test_week_numbers (void)
{
  static const struct
  {
    const char *first;
    int week;
  } rows[] = {
    { "2026-11-16", 47 }, { "2025-12-29", 1 },
    { "2020-12-28", 53 }, { "2026-11-15", 47 }, /* from Sunday on: most of it lies in ISO week 47 */
    { "2026-11-14", 47 }, /* from Saturday on: Saturday, Sunday, and five days of week 47 */
    { "2025-12-28", 1 },  { "2021-01-03", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (brine_calendar_range_get_week (day (rows[i].first)), ==, rows[i].week);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/calendar/range/ranges", test_ranges);
  g_test_add_func ("/calendar/range/steps", test_steps);
  g_test_add_func ("/calendar/range/ends", test_ends);
  g_test_add_func ("/calendar/range/week-numbers", test_week_numbers);
  return g_test_run ();
}
