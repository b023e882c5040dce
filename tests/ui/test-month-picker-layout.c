/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-month-picker-layout.h"

static BrineDay
parse (const char *text)
{
  BrineDay day;

  g_assert_true (brine_day_parse (text, &day));
  return day;
}

static void
test_first (void)
{
  static const struct
  {
    const char *day;
    int first_weekday;
    const char *first;
  } rows[] = {
    { "2026-11-19", 1, "2026-10-26" },
    { "2026-11-19", 6, "2026-10-31" },
    { "2026-11-19", 7, "2026-11-01" },
    { "2026-11-01", 1, "2026-10-26" },
    { "2026-11-30", 1, "2026-10-26" },
    { "2028-02-29", 1, "2028-01-31" },
    { "2028-02-01", 6, "2028-01-29" },
    { "2028-02-15", 7, "2028-01-30" },
    /* Four whole weeks, and two of March. */
    { "2027-02-01", 1, "2027-02-01" },
    { "2027-02-28", 7, "2027-01-31" },
    { "2026-12-31", 1, "2026-11-30" },
    { "2027-01-01", 1, "2026-12-28" },
    { "2027-01-01", 6, "2026-12-26" },
    { "0001-01-31", 1, "0001-01-01" },
    { "9999-12-31", 1, "9999-11-29" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s, weekday %d", rows[i].day, rows[i].first_weekday);
      g_assert_cmpint (brine_month_picker_layout_get_first (parse (rows[i].day),
                                                            rows[i].first_weekday),
                       ==, parse (rows[i].first));
    }
}

/* Every month of 30 years, whatever weeks begin on, has all its days among the 42. */
static void
test_whole_months (void)
{
  for (int first_weekday = 1; first_weekday <= 7; first_weekday++)
    for (BrineDay day = parse ("2010-01-01"); day < parse ("2040-01-01"); day++)
      {
        BrineDay first = brine_month_picker_layout_get_first (day, first_weekday);

        g_assert_cmpint (brine_day_get_weekday (first), ==, first_weekday);
        g_assert_cmpint (first, <=, day);
        g_assert_cmpint (day, <, first + BRINE_MONTH_PICKER_DAYS);
      }
}

/* The calendar begins on a Monday. */
static void
test_ends (void)
{
  BrineDay first = brine_month_picker_layout_get_first (BRINE_DAY_MIN, 7);

  g_assert_cmpint (first, ==, BRINE_DAY_MIN - 1);
  g_assert_cmpint (brine_month_picker_layout_get_week (first, 0), ==, 1);
  first = brine_month_picker_layout_get_first (BRINE_DAY_MAX, 1);
  g_assert_cmpint (first + BRINE_MONTH_PICKER_DAYS, >, BRINE_DAY_MAX);
  g_assert_cmpint (brine_month_picker_layout_get_week (first, 5), ==, 0);
  g_assert_false (brine_month_picker_layout_is_same_month (BRINE_DAY_MIN, BRINE_DAY_MIN - 1));
  g_assert_true (brine_month_picker_layout_is_same_month (BRINE_DAY_MIN, BRINE_DAY_MIN + 30));
  g_assert_false (brine_month_picker_layout_is_same_month (BRINE_DAY_MIN, BRINE_DAY_MIN + 31));
  g_assert_false (
      brine_month_picker_layout_is_same_month (parse ("2026-11-19"), parse ("2027-11-19")));
}

static void
test_weeks (void)
{
  static const struct
  {
    const char *first;
    int row;
    int week;
  } rows[] = {
    { "2026-10-26", 0, 44 }, { "2026-10-26", 3, 47 }, { "2026-10-31", 0, 45 },
    { "2026-11-01", 0, 45 }, { "2026-12-28", 0, 53 }, { "2026-12-28", 1, 1 },
    { "2026-12-27", 0, 53 }, { "2026-12-26", 0, 53 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (brine_month_picker_layout_get_week (parse (rows[i].first), rows[i].row), ==,
                     rows[i].week);
}

static void
test_steps (void)
{
  static const struct
  {
    const char *day;
    BrineMonthPickerStep step;
    int count;
    int first_weekday;
    const char *there;
  } rows[] = {
    { "2026-12-31", BRINE_MONTH_PICKER_DAY, 1, 1, "2027-01-01" },
    { "2028-03-01", BRINE_MONTH_PICKER_DAY, -1, 1, "2028-02-29" },
    { "2026-12-28", BRINE_MONTH_PICKER_WEEK, 1, 1, "2027-01-04" },
    { "2028-01-31", BRINE_MONTH_PICKER_MONTH, 1, 1, "2028-02-29" },
    { "2027-01-31", BRINE_MONTH_PICKER_MONTH, 1, 1, "2027-02-28" },
    { "2026-12-15", BRINE_MONTH_PICKER_MONTH, 1, 1, "2027-01-15" },
    { "2028-02-29", BRINE_MONTH_PICKER_YEAR, -1, 1, "2027-02-28" },
    { "2026-11-19", BRINE_MONTH_PICKER_WEEK_START, 1, 1, "2026-11-16" },
    { "2026-11-19", BRINE_MONTH_PICKER_WEEK_START, 1, 6, "2026-11-14" },
    { "2026-11-19", BRINE_MONTH_PICKER_WEEK_END, 1, 7, "2026-11-21" },
    { "2026-11-15", BRINE_MONTH_PICKER_WEEK_END, 1, 1, "2026-11-15" },
    { "0001-01-03", BRINE_MONTH_PICKER_WEEK, -1, 1, "0001-01-01" },
    { "0001-01-03", BRINE_MONTH_PICKER_WEEK_START, 1, 7, "0001-01-01" },
    { "0001-01-03", BRINE_MONTH_PICKER_YEAR, -1, 1, "0001-01-01" },
    { "9999-12-31", BRINE_MONTH_PICKER_DAY, 1, 1, "9999-12-31" },
    { "9999-12-31", BRINE_MONTH_PICKER_MONTH, 1, 1, "9999-12-31" },
    { "9999-12-30", BRINE_MONTH_PICKER_WEEK_END, 1, 1, "9999-12-31" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      BrineDay there = brine_month_picker_layout_step (parse (rows[i].day), rows[i].step,
                                                       rows[i].count, rows[i].first_weekday);
      g_autofree char *text = brine_day_to_string (there);

      g_test_message ("row %u", i);
      g_assert_cmpstr (text, ==, rows[i].there);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/month-picker-layout/first", test_first);
  g_test_add_func ("/month-picker-layout/whole-months", test_whole_months);
  g_test_add_func ("/month-picker-layout/ends", test_ends);
  g_test_add_func ("/month-picker-layout/weeks", test_weeks);
  g_test_add_func ("/month-picker-layout/steps", test_steps);
  return g_test_run ();
}
