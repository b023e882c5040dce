/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-series.h"
#include "insight-fixture.h"

#include <math.h>

static void
test_median (void)
{
  const double odd[] = { 3, 1, 2 }, even[] = { 4, 1, 3, 2 }, holes[] = { NAN, 5, NAN, 4 };
  const double none[] = { NAN, NAN };
  double many[101];

  for (int i = 0; i < 101; i++)
    many[i] = (i * 37) % 101;
  assert_near (brine_series_get_median (odd, 3), 2);
  assert_near (brine_series_get_median (even, 4), 2.5);
  assert_near (brine_series_get_median (holes, 4), 4.5);
  assert_near (brine_series_get_median (odd, 1), 3);
  assert_near (brine_series_get_median (many, 101), 50);
  assert_nan (brine_series_get_median (none, 2));
  assert_nan (brine_series_get_median (NULL, 0));
}

static void
test_mean (void)
{
  const double values[] = { 1, NAN, 4 };

  assert_near (brine_series_get_mean (values, 3), 2.5);
  assert_nan (brine_series_get_mean (values + 1, 1));
  assert_nan (brine_series_get_mean (NULL, 0));
}

/* W11 */
static void
test_smooth (void)
{
  const double values[] = { NAN, 5, 6, NAN, 4, 7 };
  const double expected[] = { NAN, 5, 5.25, 5.25, 4.9375, 5.453125 };
  double smooth[6];

  brine_series_smooth (values, 6, .25, smooth);
  assert_nan (smooth[0]);
  for (int i = 1; i < 6; i++)
    assert_near (smooth[i], expected[i]);
  brine_series_smooth (NULL, 0, .25, NULL);
}

/* W4 */
static void
test_strength_daily (void)
{
  const double credits[] = { 1, 1, 0, 1, NAN, 1, 1, 1, 0, 1 };
  const double expected[] = { .051922, .101149, .095897, .142840, .142840,
                              .187346, .229541, .269545, .255550, .294204 };
  double strengths[10], perfect[30];

  brine_series_get_strength (credits, 10, 1, 1, strengths);
  for (int i = 0; i < 10; i++)
    assert_near (strengths[i], expected[i]);
  for (int i = 0; i < 30; i++)
    perfect[i] = 1;
  assert_near (brine_series_get_strength (perfect, 13, 1, 1, NULL), .5);
  assert_near (brine_series_get_strength (perfect, 30, 1, 1, NULL), .798016732);
  assert_near (brine_series_get_strength (perfect, 1, 1, 1, NULL), 1 - .948077514);
  assert_near (brine_series_get_strength (NULL, 0, 1, 1, NULL), 0);
}

static void
test_strength_weekly (void)
{
  const char *pattern = "10010101010010";
  const double expected[] = { .005717, .011238, .016570, .027436, .037929, .053780, .069087,
                              .089586, .109382, .134215, .158198, .181357, .209439, .236557953 };
  double credits[14], strengths[14];

  for (int i = 0; i < 14; i++)
    credits[i] = pattern[i] == '1';
  assert_near (brine_series_get_strength (credits, 14, 3, 7, strengths), .236557953);
  for (int i = 0; i < 14; i++)
    assert_near (strengths[i], expected[i]);
}

/* Never leaves 0 to 1; a day done never weakens, a day missed never strengthens. */
static void
test_strength_laws (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  double credits[500], strengths[500];

  g_test_message ("seed %u", seed);
  for (int i = 0; i < 500; i++)
    credits[i] = g_rand_int_range (rand, 0, 5) == 0 ? NAN : g_rand_int_range (rand, 0, 2);
  brine_series_get_strength (credits, 500, 1, 1, strengths);
  for (int i = 1; i < 500; i++)
    {
      g_assert_true (strengths[i] >= 0 && strengths[i] <= 1);
      if (isnan (credits[i]))
        g_assert_true (strengths[i] == strengths[i - 1]);
      else if (credits[i] > 0)
        g_assert_true (strengths[i] >= strengths[i - 1]);
      else
        g_assert_true (strengths[i] <= strengths[i - 1]);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/series/median", test_median);
  g_test_add_func ("/series/mean", test_mean);
  g_test_add_func ("/series/smooth", test_smooth);
  g_test_add_func ("/series/strength/daily", test_strength_daily);
  g_test_add_func ("/series/strength/weekly", test_strength_weekly);
  g_test_add_func ("/series/strength/laws", test_strength_laws);
  return g_test_run ();
}
