/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One week with a pause from Wednesday to Friday: what month, year and progress count of it. A day of a
 * pause counts for nothing, also when something was done on it.
 */
#include "brine-adherence.h"
#include "brine-month-words.h"
#include "brine-year-day.h"
#include "fixture.h"

#include <string.h>

/* Done on Monday, Tuesday, Thursday (in the pause) and Sunday; nothing was said of Saturday. */
static void
fill (BrineStore *store)
{
  static const int done[] = { 0, 1, 3, 6 };
  BrineLocal start = brine_local (FIXTURE_MONDAY, 8, 0);
  g_autoptr (BrinePlanItem) walk =
      fixture_item (BRINE_PRACTICE_WALK, "Walk", start, 20, "FREQ=DAILY;COUNT=7");
  g_autoptr (BrinePause) pause = brine_pause_new ();
  BrineChange *change = brine_change_new ();

  pause->from = FIXTURE_MONDAY + 2;
  pause->to = FIXTURE_MONDAY + 4;
  pause->reason = BRINE_PAUSE_TRAVEL;
  brine_change_put_item (change, walk);
  brine_change_put_pause (change, pause);
  fixture_apply_and_forget (store, change);
  for (guint i = 0; i < G_N_ELEMENTS (done); i++)
    {
      g_autoptr (BrineLog) log =
          fixture_log (walk, brine_local (FIXTURE_MONDAY + done[i], 8, 0), BRINE_STATE_DONE);
      fixture_put_log (store, log);
    }
}

/* The facts of the week, on its Sunday evening. */
static GArray *
load_week (BrineStore *store)
{
  g_autoptr (GError) error = NULL;
  GArray *facts = brine_store_load_facts (store, FIXTURE_MONDAY, FIXTURE_MONDAY + 6,
                                          brine_local (FIXTURE_MONDAY + 6, 20, 0), &error);

  g_assert_no_error (error);
  g_assert_cmpuint (facts->len, ==, 7);
  return facts;
}

static void
assert_progress (const GArray *facts)
{
  BrineAdherence all = brine_adherence_get ((const BrineDayFacts *)(void *)facts->data, facts->len,
                                            BRINE_PRACTICE_WALK);

  g_assert_cmpint (all.done, ==, 3);
  g_assert_cmpint (all.missed, ==, 1);
  g_assert_cmpint (all.counted, ==, 4);
  g_assert_cmpint (all.paused, ==, 3);
  g_assert_cmpfloat (all.value, ==, 0.75);
}

static void
assert_month (const GArray *facts)
{
  static const int done[] = { 1, 1, 0, 0, 0, 0, 1 };
  static const int planned[] = { 1, 1, 0, 0, 0, 1, 1 };

  for (int i = 0; i < 7; i++)
    {
      BrineMonthDay day =
          brine_month_day_make (FIXTURE_MONDAY + i, &g_array_index (facts, BrineDayFacts, i),
                                FIXTURE_MONDAY + 6, 11, BRINE_CALENDAR_FILTER_ALL);
      g_autofree char *name = brine_month_words_make_name (&day, FIXTURE_MONDAY + 6, NULL);

      g_test_message ("%s", name);
      g_assert_cmpint (day.paused, ==, i >= 2 && i <= 4);
      g_assert_cmpint (day.done, ==, done[i]);
      g_assert_cmpint (day.planned, ==, planned[i]);
      g_assert_cmpint (strstr (name, " of ") != NULL, ==, planned[i] > 0);
      g_assert_cmpint (strstr (name, "paused: ") != NULL, ==, day.paused);
    }
}

static void
assert_year (const GArray *facts)
{
  static const BrineYearKind kinds[] = { BRINE_YEAR_LOGGED, BRINE_YEAR_LOGGED,
                                         BRINE_YEAR_PAUSED, BRINE_YEAR_PAUSED,
                                         BRINE_YEAR_PAUSED, BRINE_YEAR_NOT_LOGGED,
                                         BRINE_YEAR_LOGGED };
  BrineYearDay days[7];

  for (int i = 0; i < 7; i++)
    days[i] = brine_year_day_make (FIXTURE_MONDAY + i, &g_array_index (facts, BrineDayFacts, i),
                                   FIXTURE_MONDAY + 6, BRINE_CALENDAR_FILTER_ALL);
  brine_year_day_mark_before (days, 7);
  for (int i = 0; i < 7; i++)
    g_assert_cmpint (brine_year_day_get_kind (&days[i], BRINE_YEAR_ADHERENCE), ==, kinds[i]);

  BrineYearStats stats = brine_year_stats_make (days, 7, 11);
  g_assert_cmpint (stats.days, ==, 4);
  g_assert_cmpint (stats.paused, ==, 3);
  g_assert_cmpint (stats.done, ==, 3);
  g_assert_cmpint (stats.planned, ==, 4);
}

static void
test_week (void)
{
  char *dir = fixture_make_dir ();
  BrineStore *store = fixture_open (dir);

  fill (store);
  g_autoptr (GArray) facts = load_week (store);
  assert_progress (facts);
  assert_month (facts);
  assert_year (facts);
  brine_store_close (store);
  g_object_unref (store);
  fixture_remove_dir (dir);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/calendar/pause-counts/week", test_week);
  return g_test_run ();
}
