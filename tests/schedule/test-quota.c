/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-quota.h"
#include "plan-fixture.h"

/* What a week asks for, by how many of its days are paused. */
static void
test_due (void)
{
  static const struct
  {
    int times;
    int due[8]; /* by paused days */
  } rows[] = {
    { 0, { 0, 0, 0, 0, 0, 0, 0, 0 } },     { 1, { 1, 1, 1, 1, 0, 0, 0, 0 } },
    { 2, { 2, 2, 1, 1, 1, 1, 0, 0 } },     { 3, { 3, 3, 2, 2, 1, 1, 0, 0 } },
    { 4, { 4, 3, 3, 2, 2, 1, 1, 0 } },     { 5, { 5, 4, 4, 3, 2, 1, 1, 0 } },
    { 6, { 6, 5, 4, 3, 3, 2, 1, 0 } },     { 7, { 7, 6, 5, 4, 3, 2, 1, 0 } },
    { 14, { 14, 12, 10, 8, 6, 4, 2, 0 } }, { 100, { 100, 86, 71, 57, 43, 29, 14, 0 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    for (int paused = 0; paused <= 7; paused++)
      g_assert_cmpint (brine_quota_get_due (rows[i].times, paused), ==, rows[i].due[paused]);
}

/* It never asks for more on fewer days, nor for more than half a time off the exact share. */
static void
test_due_is_fair (void)
{
  for (int times = 0; times <= 100; times++)
    for (int paused = 0; paused <= 7; paused++)
      {
        int due = brine_quota_get_due (times, paused);

        g_assert_cmpint (ABS (14 * due - 2 * times * (7 - paused)), <, 7);
        g_assert_true (paused == 0 || due <= brine_quota_get_due (times, paused - 1));
      }
}

typedef struct
{
  const char *from;
  const char *to;
} Range;

/* The week around Wednesday, 25 November 2026, by the weekday that weeks start on. */
static void
test_paused_days (void)
{
  static const struct
  {
    Range pauses[3];
    int from_monday;   /* 23 to 29 November */
    int from_saturday; /* 21 to 27 */
    int from_sunday;   /* 22 to 28 */
  } rows[] = {
    { { { NULL } }, 0, 0, 0 },
    { { { "2026-11-25", "2026-11-25" } }, 1, 1, 1 },
    { { { "2026-11-24", "2026-11-26" } }, 3, 3, 3 },
    /* The weekend belongs to another week for everybody. */
    { { { "2026-11-28", "2026-11-29" } }, 2, 0, 1 },
    { { { "2026-11-21", "2026-11-22" } }, 0, 2, 1 },
    { { { "2026-11-23", "2026-11-28" } }, 6, 5, 6 },
    { { { "2026-11-23", "2026-11-29" } }, 7, 5, 6 },
    /* From before the week to after it, as when nobody knows yet how long it will be. */
    { { { "2026-11-01", "9999-12-31" } }, 7, 7, 7 },
    { { { "2026-11-26", "9999-12-31" } }, 4, 2, 3 },
    { { { "2026-10-01", "2026-11-23" } }, 1, 3, 2 },
    /* Two in one week, and two that share a day, which a file may bring. */
    { { { "2026-11-20", "2026-11-23" }, { "2026-11-27", "2026-12-24" } }, 4, 4, 4 },
    { { { "2026-11-24", "2026-11-26" }, { "2026-11-25", "2026-11-27" } }, 4, 4, 4 },
    /* Neither touches it. */
    { { { "2026-11-14", "2026-11-20" }, { "2026-11-30", "2026-12-06" } }, 0, 0, 0 },
  };
  static const int first_weekdays[] = { 1, 6, 7 };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const int wanted[] = { rows[i].from_monday, rows[i].from_saturday, rows[i].from_sunday };
      g_autoptr (GPtrArray) pauses =
          g_ptr_array_new_with_free_func ((GDestroyNotify)brine_pause_free);

      for (const Range *range = rows[i].pauses; range->from != NULL; range++)
        {
          BrinePause *pause = brine_pause_new ();

          pause->from = day (range->from);
          pause->to = day (range->to);
          g_ptr_array_add (pauses, pause);
        }
      for (guint j = 0; j < G_N_ELEMENTS (first_weekdays); j++)
        {
          BrineDay week = brine_day_get_week_start (day ("2026-11-25"), first_weekdays[j]);

          g_test_message ("row %u, weeks from %d", i, first_weekdays[j]);
          g_assert_cmpint (brine_quota_count_paused_days (pauses, week), ==, wanted[j]);
        }
    }
}

/* The days that clocks change, a leap day and the end of a year are days like any other. */
static void
test_paused_days_of_the_year (void)
{
  static const char *const days[] = { "2026-03-29", "2026-10-25", "2028-02-29", "2026-12-31" };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (GPtrArray) pauses = g_ptr_array_new ();
      g_autoptr (BrinePause) pause = brine_pause_new ();
      BrineDay week = brine_day_get_week_start (day (days[i]), 1);

      pause->from = pause->to = day (days[i]);
      g_ptr_array_add (pauses, pause);
      g_assert_cmpint (brine_quota_count_paused_days (pauses, week), ==, 1);
      g_assert_cmpint (brine_quota_count_paused_days (pauses, week + 7), ==, 0);
    }
}

static void
test_has_time (void)
{
  g_autoptr (BrinePlanItem) quota = make_item (BRINE_PRACTICE_OWN, "2026-11-23T00:00:00", 30, NULL);
  g_autoptr (BrinePlanItem) other = make_item (BRINE_PRACTICE_OWN, "2026-11-23T18:00:00", 30, NULL);
  g_autoptr (BrinePlanItem) series =
      make_item (BRINE_PRACTICE_OWN, "2026-11-23T18:00:00", 30, "FREQ=DAILY");

  quota->quota_per_week = 2;
  g_autoptr (BrinePlanItem) planned = brine_plan_item_plan_time (quota, other->start);
  series->split_from = g_strdup (quota->id);
  g_assert_true (brine_quota_has_time (quota, planned));
  g_assert_false (brine_quota_has_time (quota, other));
  g_assert_false (brine_quota_has_time (quota, series));
  g_assert_false (brine_quota_has_time (quota, quota));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/quota/due", test_due);
  g_test_add_func ("/quota/due-is-fair", test_due_is_fair);
  g_test_add_func ("/quota/paused-days", test_paused_days);
  g_test_add_func ("/quota/paused-days-of-the-year", test_paused_days_of_the_year);
  g_test_add_func ("/quota/has-time", test_has_time);
  return g_test_run ();
}
