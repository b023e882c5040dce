/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-summary.h"
#include "insight-fixture.h"

#include <math.h>

static void
test_plants (void)
{
  const struct
  {
    const char *plants[3];
    double points;
  } rows[] = {
    { { NULL, NULL, NULL }, 0 },
    { { "", ";", ":" }, 0 },
    { { "oats:1;kale:1", "kale:1", NULL }, 2 },
    { { "basil:0.25", "basil:0.25;mint:0.25", "kale:1" }, 1.5 },
    { { "leek:0.25", "leek:1", NULL }, 1 },
    { { "leek:-1;kale", "a:x;b:1x;c:nan", "d:1" }, 1 },
    { { "d:1e9", NULL, NULL }, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    assert_near (brine_servings_get_plants (rows[i].plants, 3), rows[i].points);
  assert_near (brine_servings_get_plants (NULL, 0), 0);
}

static void
test_plant_stats (void)
{
  const double weeks[] = { 19, NAN, 34, 27 };
  BrinePlantStats stats = brine_servings_get_plant_stats (weeks, 4);

  g_assert_cmpint (stats.weeks, ==, 3);
  assert_near (stats.median, 27);
  assert_near (stats.lowest, 19);
  assert_near (stats.highest, 34);
  stats = brine_servings_get_plant_stats (weeks + 1, 1);
  g_assert_cmpint (stats.weeks, ==, 0);
  assert_nan (stats.median);
  assert_nan (brine_servings_get_plant_stats (NULL, 0).lowest);
}

static void
test_servings (void)
{
  g_autofree BrineDayFacts *days = fixture_days ("2026-11-16", 5);
  BrineServingStats stats;

  fixture_set_states (days, BRINE_PRACTICE_MEAL, "dm.xd");
  days[0].live_servings = 1.5;
  days[3].live_servings = 2;
  days[4].live_servings = 9;
  days[4].paused = TRUE;
  stats = brine_servings_get_stats (days, 5);
  g_assert_cmpint (stats.days, ==, 2);
  assert_near (stats.live, 3.5);
  assert_near (stats.mean_live, 1.75);
  g_assert_false (brine_servings_is_logged (&days[1]));
  assert_nan (brine_servings_get_stats (days + 1, 2).mean_live);
}

static void
test_empty (void)
{
  g_autofree BrineDayFacts *days = fixture_days ("2026-11-16", 30);
  BrineSummary summary = brine_summary_get (days, 30, BRINE_SLEEP_TARGET_DEFAULT);

  g_assert_true (brine_summary_is_empty (&summary));
  assert_nan (summary.recent_mood);
  /* A plan of which nothing was logged shows nothing either. */
  fixture_set_states (days, BRINE_PRACTICE_WALK, "mmm");
  summary = brine_summary_get (days, 30, BRINE_SLEEP_TARGET_DEFAULT);
  g_assert_true (brine_summary_is_empty (&summary));
  fixture_set_state (&days[29], BRINE_PRACTICE_OWN, 'x');
  summary = brine_summary_get (days, 30, BRINE_SLEEP_TARGET_DEFAULT);
  g_assert_false (brine_summary_is_empty (&summary));
  summary = brine_summary_get (NULL, 0, BRINE_SLEEP_TARGET_DEFAULT);
  g_assert_true (brine_summary_is_empty (&summary));
  g_assert_cmpint (summary.days, ==, 0);
}

static void
test_numbers (void)
{
  g_autofree BrineDayFacts *days = fixture_days ("2026-08-28", 84);
  BrineSummary summary;

  for (int i = 0; i < 84; i++)
    {
      fixture_set_moods (&days[i], i < 56 ? "3" : "4");
      fixture_set_night (&days[i], 23, 7);
      days[i].paused = i >= 40 && i < 46;
    }
  summary = brine_summary_get (days, 84, BRINE_SLEEP_TARGET_DEFAULT);
  g_assert_cmpint (summary.mood.days, ==, 78);
  g_assert_cmpint (summary.mood.logged, ==, 78);
  g_assert_cmpint (summary.mood.paused, ==, 6);
  assert_near (summary.mood.median, 3);
  assert_near (summary.recent_mood, 4);
  assert_near (summary.regularity, 100);
  g_assert_cmpint (summary.sleep.nights, ==, 78);
  /* Nothing recent to tell apart in four weeks, nothing regular in five nights. */
  assert_nan (brine_summary_get (days, 28, BRINE_SLEEP_TARGET_DEFAULT).recent_mood);
  assert_nan (brine_summary_get (days, 5, BRINE_SLEEP_TARGET_DEFAULT).regularity);
  assert_near (brine_summary_get (days, 6, BRINE_SLEEP_TARGET_DEFAULT).regularity, 100);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/summary/plants", test_plants);
  g_test_add_func ("/summary/plant-stats", test_plant_stats);
  g_test_add_func ("/summary/servings", test_servings);
  g_test_add_func ("/summary/empty", test_empty);
  g_test_add_func ("/summary/numbers", test_numbers);
  return g_test_run ();
}
