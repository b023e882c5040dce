/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-sleep.h"
#include "insight-fixture.h"

#include <math.h>

/* W3 */
static void
test_circular (void)
{
  const double beds[] = { 23.5, .25, 22.75, 1, NAN, 23, .5, 23.75 };
  const double round_the_clock[] = { 0, 6, 12, 18 };
  BrineCircular result = brine_sleep_get_circular (beds, 8);

  assert_near (result.mean_hours, 23.821082);
  assert_near (result.r, .980703);
  assert_near (result.sd_hours, .754062);
  g_assert_cmpint (result.n, ==, 7);
  result = brine_sleep_get_circular (round_the_clock, 4);
  assert_nan (result.mean_hours);
  assert_near (result.r, 0);
  result = brine_sleep_get_circular (beds + 1, 1);
  assert_near (result.mean_hours, .25);
  assert_near (result.sd_hours, 0);
  result = brine_sleep_get_circular (NULL, 0);
  assert_nan (result.mean_hours);
  g_assert_cmpint (result.n, ==, 0);
}

/* Turning every time by an hour turns the mean by an hour and nothing else. */
static void
test_circular_turn (void)
{
  const double beds[] = { 22.5, 23.25, .5, 1.75 };
  BrineCircular first = brine_sleep_get_circular (beds, 4);

  for (int turn = 1; turn < 24; turn++)
    {
      double turned[4];
      BrineCircular result;

      for (int i = 0; i < 4; i++)
        turned[i] = fmod (beds[i] + turn, 24);
      result = brine_sleep_get_circular (turned, 4);
      assert_near (result.mean_hours, fmod (first.mean_hours + turn, 24));
      assert_near (result.sd_hours, first.sd_hours);
      g_assert_true (result.mean_hours >= 0 && result.mean_hours < 24);
    }
}

static void
test_middle (void)
{
  assert_near (brine_sleep_get_middle (23.5, 7 + 10. / 60), 3.3333333);
  assert_near (brine_sleep_get_middle (1, 9.5), 5.25);
  assert_near (brine_sleep_get_middle (22, 1), 23.5);
  assert_near (brine_sleep_get_middle (13, 14), 13.5);
}

/* W2 */
static void
test_regularity (void)
{
  g_autofree BrineDayFacts *days = fixture_days ("2026-11-16", 4);
  const double nights[4][2] = { { 23, 7 }, { 23, 7 }, { 0, 8 }, { 23, 6 } };
  int pairs;

  for (int i = 0; i < 4; i++)
    fixture_set_night (&days[i], nights[i][0], nights[i][1]);
  assert_near (brine_sleep_get_regularity (days, 4, 60, &pairs), 86.111111);
  g_assert_cmpint (pairs, ==, 3);
  assert_near (brine_sleep_get_regularity (days, 4, 5, NULL), 86.111111);
  assert_near (brine_sleep_get_regularity (days, 2, 5, NULL), 100);
  fixture_set_night (&days[0], 23, 6);
  assert_near (brine_sleep_get_regularity (days, 2, 5, NULL), 91.666667);
  days[1].paused = TRUE;
  assert_near (brine_sleep_get_regularity (days, 4, 60, &pairs), 100 - 200. * 3 / 24);
  g_assert_cmpint (pairs, ==, 1);
}

static void
test_regularity_nothing (void)
{
  g_autofree BrineDayFacts *days = fixture_days ("2026-11-16", 3);
  int pairs = 9;

  assert_nan (brine_sleep_get_regularity (NULL, 0, 5, &pairs));
  g_assert_cmpint (pairs, ==, 0);
  assert_nan (brine_sleep_get_regularity (days, 1, 5, NULL));
  assert_nan (brine_sleep_get_regularity (days, 3, 5, NULL));
  fixture_set_night (&days[0], 23, 7);
  fixture_set_night (&days[2], 23, 7);
  assert_nan (brine_sleep_get_regularity (days, 3, 5, NULL));
}

/* The same clock times are regular through a change of the clocks and a leap day. */
static void
test_regularity_clocks (void)
{
  const char *firsts[] = { "2026-03-26", "2026-10-22", "2028-02-26", "2027-12-29" };

  for (gsize k = 0; k < G_N_ELEMENTS (firsts); k++)
    {
      g_autofree BrineDayFacts *days = fixture_days (firsts[k], 7);

      for (int i = 0; i < 7; i++)
        fixture_set_night (&days[i], 23, 7);
      days[3].sleep_minutes -= 60;
      assert_near (brine_sleep_get_regularity (days, 7, 5, NULL), 100);
    }
}

static void
test_stats (void)
{
  g_autofree BrineDayFacts *days = fixture_days ("2026-11-16", 15);
  BrineSleepStats stats;
  int nights[7], in_target[7];

  /* Ten of fourteen nights reach seven hours, two of the others are too long. */
  for (int i = 0; i < 14; i++)
    fixture_set_night (&days[i], 23, i < 10 ? 7 : i < 12 ? 5.5 : 9);
  fixture_set_night (&days[14], 3, 11);
  days[14].paused = TRUE;
  stats = brine_sleep_get_stats (days, 15, BRINE_SLEEP_TARGET_DEFAULT);
  g_assert_cmpint (stats.nights, ==, 14);
  g_assert_cmpint (stats.in_target, ==, 10);
  assert_near ((double)stats.in_target / stats.nights, .714286);
  assert_near (stats.mean_minutes, (10 * 480 + 2 * 390 + 2 * 600) / 14.);
  assert_near (stats.median_minutes, 480);
  assert_near (stats.bed.mean_hours, 23);
  assert_near (stats.bed.sd_hours, 0);
  g_assert_cmpfloat (stats.middle.mean_hours, <, 3.5);
  brine_sleep_by_weekday (days, 15, BRINE_SLEEP_TARGET_DEFAULT, nights, in_target);
  for (int i = 0; i < 7; i++)
    g_assert_cmpint (nights[i], ==, 2);
  g_assert_cmpint (in_target[0], ==, 2);
  g_assert_cmpint (in_target[6], ==, 1);
}

static void
test_target_ends (void)
{
  g_autofree BrineDayFacts *days = fixture_days ("2026-11-16", 4);
  const int minutes[] = { 419, 420, 540, 541 };

  for (int i = 0; i < 4; i++)
    {
      fixture_set_night (&days[i], 23, 7);
      days[i].sleep_minutes = minutes[i];
    }
  g_assert_cmpint (brine_sleep_get_stats (days, 4, BRINE_SLEEP_TARGET_DEFAULT).in_target, ==, 2);
  assert_nan (brine_sleep_get_stats (NULL, 0, BRINE_SLEEP_TARGET_DEFAULT).mean_minutes);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sleep/circular", test_circular);
  g_test_add_func ("/sleep/circular-turn", test_circular_turn);
  g_test_add_func ("/sleep/middle", test_middle);
  g_test_add_func ("/sleep/regularity", test_regularity);
  g_test_add_func ("/sleep/regularity-nothing", test_regularity_nothing);
  g_test_add_func ("/sleep/regularity-clocks", test_regularity_clocks);
  g_test_add_func ("/sleep/stats", test_stats);
  g_test_add_func ("/sleep/target-ends", test_target_ends);
  return g_test_run ();
}
