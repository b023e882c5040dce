/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-grid-travel.h"

#define FIRST 20000

static GArray *
lay_out (const BrineGridSpan *spans, guint n)
{
  BrineGridGeometry geometry = { FIRST, 7, 1400, brine_hour_scale_for_step (0, 558, 1), 1 };
  GArray *pieces = g_array_new (FALSE, FALSE, sizeof (BrineGridPiece));
  g_autoptr (GArray) chips = g_array_new (FALSE, FALSE, sizeof (BrineGridChip));
  brine_grid_layout (&geometry, spans, n, pieces, chips);
  return pieces;
}

static BrineGridSpan
span (int day, int from_minute, int to_minute, gboolean band)
{
  BrineLocal midnight = { FIRST + day, 0 };
  BrineGridSpan result = { brine_local_add_seconds (midnight, from_minute * 60),
                           brine_local_add_seconds (midnight, to_minute * 60), band };
  return result;
}

/* A walk at eight and a long lunch: the eight and the covered hours are no empty stops. */
static void
test_stops_of_a_day (void)
{
  BrineGridSpan spans[] = { span (0, 490, 510, FALSE), span (0, 705, 850, FALSE) };
  g_autoptr (GArray) pieces = lay_out (spans, 2);
  g_autoptr (GArray) stops = g_array_new (FALSE, FALSE, sizeof (BrineGridStop));
  brine_grid_list_stops (pieces, 7, 0, stops);

  static const int expected[] = { 0,   60,  120, 180, 240,  300,  360,  420,  490,  540,  600,
                                  705, 840, 900, 960, 1020, 1080, 1140, 1200, 1260, 1320, 1380 };
  g_assert_cmpuint (stops->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < stops->len; i++)
    {
      BrineGridStop stop = g_array_index (stops, BrineGridStop, i);
      g_assert_cmpint (stop.minute, ==, expected[i]);
      g_assert_cmpint (stop.piece >= 0, ==, expected[i] == 490 || expected[i] == 705);
    }
}

static void
test_arrows (void)
{
  BrineGridSpan spans[] = { span (0, 490, 510, FALSE), span (1, 500, 520, FALSE) };
  g_autoptr (GArray) pieces = lay_out (spans, 2);
  BrineGridStop at = { 0, 420, -1 };

  g_assert_true (brine_grid_travel (pieces, 7, at, BRINE_GRID_DOWN, &at));
  g_assert_cmpint (at.piece, ==, 0);
  g_assert_true (brine_grid_travel (pieces, 7, at, BRINE_GRID_FORWARD, &at));
  g_assert_cmpint (at.column, ==, 1);
  g_assert_cmpint (at.piece, ==, 1);
  g_assert_true (brine_grid_travel (pieces, 7, at, BRINE_GRID_UP, &at));
  g_assert_cmpint (at.piece, ==, -1);
  g_assert_cmpint (at.minute, ==, 420);
  g_assert_true (brine_grid_travel (pieces, 7, at, BRINE_GRID_BACK, &at));
  g_assert_cmpint (at.column, ==, 0);
  g_assert_cmpint (at.minute, ==, 420);

  BrineGridStop before = at;
  g_assert_false (brine_grid_travel (pieces, 7, at, BRINE_GRID_BACK, &at)); /* the edge */
  g_assert_cmpint (at.column, ==, before.column);
  at = (BrineGridStop){ 6, 0, -1 };
  g_assert_false (brine_grid_travel (pieces, 7, at, BRINE_GRID_UP, &at));
  g_assert_false (brine_grid_travel (pieces, 7, at, BRINE_GRID_FORWARD, &at));
}

/* A night is met once, in the morning; the night that leaves the week, in the evening. */
static void
test_a_night_is_one_stop (void)
{
  BrineGridSpan spans[] = { span (0, 1380, 1860, TRUE), span (6, 1380, 1860, TRUE),
                            span (-1, 1380, 1860, TRUE) };
  g_autoptr (GArray) pieces = lay_out (spans, 3);
  int met[3] = { 0 };

  for (guint i = 0; i < pieces->len; i++)
    {
      const BrineGridPiece *piece = &g_array_index (pieces, BrineGridPiece, i);
      if (brine_grid_piece_is_stop (piece, 7))
        met[piece->span]++;
    }
  for (guint i = 0; i < G_N_ELEMENTS (met); i++)
    g_assert_cmpint (met[i], ==, 1);
}

static void
test_covered_day (void)
{
  BrineGridSpan all = span (0, 0, 3 * 1440, FALSE);
  g_autoptr (GArray) pieces = lay_out (&all, 1);
  BrineGridStop at = { 1, 600, -1 };

  g_assert_false (brine_grid_travel (pieces, 7, at, BRINE_GRID_DOWN, &at));
  g_assert_true (brine_grid_travel (pieces, 7, at, BRINE_GRID_BACK, &at));
  g_assert_cmpint (at.piece, ==, 0);
}

/* Law: from the first stop of any day, going down visits every stop once and comes back up the
 * same way; every span of the week is met exactly once. */
static void
test_random_weeks (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_test_message ("seed %u", seed);

  for (int round = 0; round < 100; round++)
    {
      BrineGridSpan spans[40];
      int met[40] = { 0 };
      for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
        {
          int from = g_rand_int_range (rand, 0, 95) * 15;
          int minutes = g_rand_int_range (rand, 1, 30) * 15;
          spans[i] = span (g_rand_int_range (rand, 0, 7), from, from + minutes, i % 5 == 0);
        }
      g_autoptr (GArray) pieces = lay_out (spans, G_N_ELEMENTS (spans));

      for (int column = 0; column < 7; column++)
        {
          g_autoptr (GArray) stops = g_array_new (FALSE, FALSE, sizeof (BrineGridStop));
          brine_grid_list_stops (pieces, 7, column, stops);
          BrineGridStop at = g_array_index (stops, BrineGridStop, 0);
          for (guint i = 0; i < stops->len; i++)
            {
              BrineGridStop expected = g_array_index (stops, BrineGridStop, i);
              g_assert_cmpint (at.minute, ==, expected.minute);
              g_assert_cmpint (at.piece, ==, expected.piece);
              if (at.piece >= 0)
                met[g_array_index (pieces, BrineGridPiece, at.piece).span]++;
              gboolean more = brine_grid_travel (pieces, 7, at, BRINE_GRID_DOWN, &at);
              g_assert_cmpint (more, ==, i + 1 < stops->len);
            }
          for (guint i = stops->len - 1; i > 0; i--)
            {
              g_assert_true (brine_grid_travel (pieces, 7, at, BRINE_GRID_UP, &at));
              g_assert_cmpint (at.minute, ==, g_array_index (stops, BrineGridStop, i - 1).minute);
            }
        }
      for (guint i = 0; i < pieces->len; i++)
        {
          const BrineGridPiece *piece = &g_array_index (pieces, BrineGridPiece, i);
          if (piece->hidden)
            met[piece->span] = 1; /* counted by a chip */
        }
      for (guint i = 0; i < G_N_ELEMENTS (met); i++)
        g_assert_cmpint (met[i], ==, 1);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/calendar/travel/stops", test_stops_of_a_day);
  g_test_add_func ("/calendar/travel/arrows", test_arrows);
  g_test_add_func ("/calendar/travel/night", test_a_night_is_one_stop);
  g_test_add_func ("/calendar/travel/covered", test_covered_day);
  g_test_add_func ("/calendar/travel/random", test_random_weeks);
  return g_test_run ();
}
