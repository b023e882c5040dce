/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-adherence.h"
#include "insight-fixture.h"

#include <math.h>

#define WALK BRINE_PRACTICE_WALK

/* One letter a day, see fixture_set_state. */
static const struct
{
  const char *name;
  const char *states;
  double value;
  double credit;
  int counted;
} rows[] = {
  { "none", "", NAN, 0, 0 },
  { "one-done", "d", 1, 1, 1 },
  { "one-missed", "m", 0, 0, 1 },
  { "one-partly", "p", .5, .5, 1 },
  { "one-skipped", "s", NAN, 0, 0 },
  { "one-paused", "P", NAN, 0, 0 },
  { "open-not-yet", "ddoo", 1, 2, 2 },
  { "unplanned", "--xx-", NAN, 0, 0 },
  { "extra-adds-nothing", "dmxx", .5, 1, 2 },
  { "skipped-left-out", "dsdsm", 2. / 3, 2, 3 },
  /* 20 planned, 2 excused, 15 done: 15 of 18. */
  { "completion", "dddddddddddddddssmmm", .833333333, 15, 18 },
  { "mixed", "dpmsoPx-", .5, 1.5, 3 },
};

static void
test_table (gconstpointer data)
{
  gsize row = GPOINTER_TO_SIZE (data);
  gsize n = strlen (rows[row].states);
  g_autofree BrineDayFacts *days = fixture_days ("2026-03-27", n);
  BrineAdherence result;

  fixture_set_states (days, WALK, rows[row].states);
  result = brine_adherence_get (days, n, WALK);
  if (isnan (rows[row].value))
    assert_nan (result.value);
  else
    assert_near (result.value, rows[row].value);
  assert_near (result.credit, rows[row].credit);
  g_assert_cmpint (result.counted, ==, rows[row].counted);
  /* Other practices are not touched by it. */
  assert_nan (brine_adherence_get (days, n, BRINE_PRACTICE_OWN).value);
}

static void
test_counts (void)
{
  g_autofree BrineDayFacts *days = fixture_days ("2026-11-16", 4);
  BrineAdherence result;

  for (const char *state = "ddpm"; *state != '\0'; state++)
    fixture_set_state (&days[0], WALK, *state);
  fixture_set_states (days + 1, WALK, "msx");
  fixture_set_state (&days[1], WALK, 'o');
  result = brine_adherence_get (days, 4, WALK);
  g_assert_cmpint (result.done, ==, 2);
  g_assert_cmpint (result.partly, ==, 1);
  g_assert_cmpint (result.missed, ==, 2);
  g_assert_cmpint (result.skipped, ==, 1);
  g_assert_cmpint (result.open, ==, 1);
  g_assert_cmpint (result.extra, ==, 1);
  g_assert_cmpint (result.days, ==, 2);
  g_assert_cmpint (result.logged_days, ==, 1);
  g_assert_cmpint (result.most_a_day, ==, 4);
  assert_near (result.value, .5);
}

/* What was logged in a pause counts as little as what was not. */
static void
test_pause (void)
{
  g_autofree BrineDayFacts *days = fixture_days ("2026-11-16", 4);
  BrineAdherence result;

  fixture_set_states (days, WALK, "ddmm");
  days[1].paused = days[2].paused = TRUE;
  result = brine_adherence_get (days, 4, WALK);
  assert_near (result.value, .5);
  g_assert_cmpint (result.counted, ==, 2);
  g_assert_cmpint (result.paused, ==, 2);
}

static void
fill_random (BrineDayFacts *days, gsize n, GRand *rand)
{
  for (gsize i = 0; i < n; i++)
    {
      days[i].paused = g_rand_int_range (rand, 0, 9) == 0;
      for (int practice = 0; practice < BRINE_N_PRACTICES; practice++)
        for (int k = g_rand_int_range (rand, 0, 4); k > 0; k--)
          fixture_set_state (&days[i], practice, "dpmsox"[g_rand_int_range (rand, 0, 6)]);
    }
}

/* Credits and counts add up over any split; values stay in range; weekdays are a split
 * too. */
static void
test_laws (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autofree BrineDayFacts *days = fixture_days ("2024-01-15", 800);
  BrineAdherence weekdays[7];

  g_test_message ("seed %u", seed);
  fill_random (days, 800, rand);
  for (int practice = 0; practice < BRINE_N_PRACTICES; practice++)
    {
      BrineAdherence whole = brine_adherence_get (days, 800, practice), sum = { 0 };
      gsize cut = (gsize)g_rand_int_range (rand, 0, 801);
      BrineAdherence left = brine_adherence_get (days, cut, practice);
      BrineAdherence right = brine_adherence_get (days + cut, 800 - cut, practice);

      g_assert_true (whole.value >= 0 && whole.value <= 1);
      g_assert_cmpint (left.counted + right.counted, ==, whole.counted);
      assert_near (left.credit + right.credit, whole.credit);
      brine_adherence_by_weekday (days, 800, practice, weekdays);
      for (int i = 0; i < 7; i++)
        {
          sum.credit += weekdays[i].credit;
          sum.counted += weekdays[i].counted;
        }
      assert_near (sum.credit, whole.credit);
      g_assert_cmpint (sum.counted, ==, whole.counted);
    }
}

static void
test_by_weekday (void)
{
  /* 28 February 2028 is a Monday; the leap day is a Tuesday. */
  g_autofree BrineDayFacts *days = fixture_days ("2028-02-28", 9);
  BrineAdherence weekdays[7];

  fixture_set_states (days, WALK, "dmd----mp");
  brine_adherence_by_weekday (days, 9, WALK, weekdays);
  assert_near (weekdays[0].value, .5);
  assert_near (weekdays[1].value, .25);
  assert_near (weekdays[2].value, 1);
  for (int i = 3; i < 7; i++)
    assert_nan (weekdays[i].value);
}

static void
test_compare (void)
{
  static const struct
  {
    int done_now, counted_now, done_before, counted_before;
    BrineTrend expected;
  } cases[] = {
    { 9, 10, 5, 10, BRINE_TREND_MORE },     { 5, 10, 9, 10, BRINE_TREND_LESS },
    { 50, 100, 46, 100, BRINE_TREND_SAME }, { 50, 100, 54, 100, BRINE_TREND_SAME },
    { 3, 3, 0, 10, BRINE_TREND_UNKNOWN },   { 3, 10, 0, 0, BRINE_TREND_UNKNOWN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      BrineAdherence now = { .counted = cases[i].counted_now };
      BrineAdherence before = { .counted = cases[i].counted_before };

      now.value = (double)cases[i].done_now / cases[i].counted_now;
      before.value = (double)cases[i].done_before / cases[i].counted_before;
      g_assert_cmpint (brine_adherence_compare (&now, &before), ==, cases[i].expected);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/adherence/table/%s", rows[i].name);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_table);
    }
  g_test_add_func ("/adherence/counts", test_counts);
  g_test_add_func ("/adherence/pause", test_pause);
  g_test_add_func ("/adherence/laws", test_laws);
  g_test_add_func ("/adherence/by-weekday", test_by_weekday);
  g_test_add_func ("/adherence/compare", test_compare);
  return g_test_run ();
}
