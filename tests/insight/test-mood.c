/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-mood.h"
#include "insight-fixture.h"

#include <math.h>

static void
test_stats (void)
{
  g_autofree BrineDayFacts *days = fixture_days ("2026-10-23", 9);
  BrineMoodStats stats;

  fixture_set_moods (days, "135!.2|45");
  days[0].n_checkins = 3;
  days[0].mood_mean = 1.5;
  stats = brine_mood_get_stats (days, 9);
  g_assert_cmpint (stats.days, ==, 7);
  g_assert_cmpint (stats.paused, ==, 2);
  g_assert_cmpint (stats.logged, ==, 6);
  g_assert_cmpint (stats.checkins, ==, 8);
  assert_near (stats.mean, (1.5 + 3 + 5 + 2 + 4 + 5) / 6);
  assert_near (stats.median, 3.5);
  assert_near (stats.lowest, 1.5);
  assert_near (stats.highest, 5);
  g_assert_cmpint (stats.counts[0], ==, 0);
  g_assert_cmpint (stats.counts[1], ==, 2);
  g_assert_cmpint (stats.counts[4], ==, 2);
}

static void
test_stats_nothing (void)
{
  g_autofree BrineDayFacts *days = fixture_days ("2026-10-23", 5);
  BrineMoodStats stats = brine_mood_get_stats (days, 5);

  g_assert_cmpint (stats.days, ==, 5);
  g_assert_cmpint (stats.logged, ==, 0);
  assert_nan (stats.median);
  assert_nan (stats.lowest);
  stats = brine_mood_get_stats (NULL, 0);
  g_assert_cmpint (stats.days, ==, 0);
  assert_nan (stats.mean);
}

/* Moods, see fixture_set_moods, and what is drawn: a letter for each segment. */
static const struct
{
  const char *name;
  const char *moods;
  const char *segments;
} lines[] = {
  { "nothing", ".........", "........." },
  { "one-day", "4", "." },
  { "three-days", "444", "..." },
  { "four-days", "4444", "aaaa" },
  { "ends-need-four", "44444444", "aaaaaaaa" },
  { "gap-of-one", "4444.4444", "aaaaaaaaa" },
  { "gap-of-two", "4444..4444", "aaaaaaaaaa" },
  /* The window around the middle of the gap holds four values: it still stays open. */
  { "gap-of-three", "4444...4444", "aaaa...bbbb" },
  { "gap-of-five", "4444.....4444", "aaaa.....bbbb" },
  { "pause", "4444|4444", "aaaa.bbbb" },
  { "pause-with-moods", "4444!!4444", "aaaa..bbbb" },
  { "sparse", "4..4..4..4..4", "............." },
  /* Four values around an unlogged day, three or four around a logged one. */
  { "every-second", "4.4.4.4.4.4.4", "...a.a.a.a..." },
  { "gap-at-the-end", "44444...", "aaaaa..." },
};

static void
test_line (gconstpointer data)
{
  gsize row = GPOINTER_TO_SIZE (data);
  gsize n = strlen (lines[row].moods);
  /* Over the autumn change of the clocks and over a leap day. */
  const char *firsts[] = { "2026-10-22", "2026-03-26", "2028-02-26" };

  for (gsize k = 0; k < G_N_ELEMENTS (firsts); k++)
    {
      g_autofree BrineDayFacts *days = fixture_days (firsts[k], n);
      g_autoptr (GArray) medians = NULL;
      g_autofree char *drawn = g_strnfill (n, '.');

      fixture_set_moods (days, lines[row].moods);
      medians = brine_mood_get_medians (days, n, days[0].day, days[n - 1].day);
      for (guint i = 0; i < medians->len; i++)
        {
          BrineMoodMedian *median = &g_array_index (medians, BrineMoodMedian, i);

          assert_near (median->value, 4);
          drawn[median->day - days[0].day] = (char)('a' + (int)median->segment);
        }
      g_assert_cmpstr (drawn, ==, lines[row].segments);
    }
}

static void
test_values (void)
{
  g_autofree BrineDayFacts *days = fixture_days ("2026-10-22", 9);
  g_autoptr (GArray) medians = NULL;

  fixture_set_moods (days, "12345.555");
  medians = brine_mood_get_medians (days, 9, days[0].day, days[8].day);
  g_assert_cmpint (medians->len, ==, 8);
  assert_near (g_array_index (medians, BrineMoodMedian, 0).value, 2.5);
  assert_near (g_array_index (medians, BrineMoodMedian, 1).value, 3);
  assert_near (g_array_index (medians, BrineMoodMedian, 2).value, 3);
  assert_near (g_array_index (medians, BrineMoodMedian, 3).value, 3.5);
  assert_near (g_array_index (medians, BrineMoodMedian, 4).value, 4.5);
  assert_near (g_array_index (medians, BrineMoodMedian, 7).value, 5);
}

/* Days around the wanted range feed the window and are not returned. */
static void
test_lead (void)
{
  g_autofree BrineDayFacts *days = fixture_days ("2026-10-22", 10);
  g_autoptr (GArray) medians = NULL;

  fixture_set_moods (days, "5551115553");
  medians = brine_mood_get_medians (days, 10, days[3].day, days[4].day);
  g_assert_cmpint (medians->len, ==, 2);
  g_assert_cmpint (g_array_index (medians, BrineMoodMedian, 0).day, ==, days[3].day);
  assert_near (g_array_index (medians, BrineMoodMedian, 0).value, 5);
}

/* The line never leaves the values it comes from. */
static void
test_laws (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autofree BrineDayFacts *days = fixture_days ("2024-01-01", 700);
  g_autofree char *moods = g_new0 (char, 701);
  g_autoptr (GArray) medians = NULL;

  g_test_message ("seed %u", seed);
  for (int i = 0; i < 700; i++)
    moods[i] = "22344...!|"[g_rand_int_range (rand, 0, 10)];
  fixture_set_moods (days, moods);
  medians = brine_mood_get_medians (days, 700, days[0].day, days[699].day);
  g_assert_cmpint (medians->len, >, 0);
  for (guint i = 0; i < medians->len; i++)
    {
      BrineMoodMedian *median = &g_array_index (medians, BrineMoodMedian, i);

      g_assert_true (median->value >= 2 && median->value <= 4);
      g_assert_false (days[median->day - days[0].day].paused);
      if (i > 0)
        {
          BrineMoodMedian *last = median - 1;
          gboolean open = median->day - last->day > BRINE_MOOD_GAP_DAYS;

          for (BrineDay day = last->day + 1; day < median->day; day++)
            open = open || days[day - days[0].day].paused;
          g_assert_cmpint (median->segment - last->segment, ==, open);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mood/stats", test_stats);
  g_test_add_func ("/mood/stats-nothing", test_stats_nothing);
  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *path = g_strdup_printf ("/mood/line/%s", lines[i].name);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_line);
    }
  g_test_add_func ("/mood/values", test_values);
  g_test_add_func ("/mood/lead", test_lead);
  g_test_add_func ("/mood/laws", test_laws);
  return g_test_run ();
}
