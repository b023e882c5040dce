/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-grid-layout.h"

#define MONDAY 20776 /* 2026-11-19 is a Thursday; only the difference counts here */

typedef struct
{
  GArray *pieces;
  GArray *chips;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->pieces = g_array_new (FALSE, FALSE, sizeof (BrineGridPiece));
  fixture->chips = g_array_new (FALSE, FALSE, sizeof (BrineGridChip));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_array_unref (fixture->pieces);
  g_array_unref (fixture->chips);
}

static BrineGridSpan
span (int day, int from_minute, int to_minute, gboolean band)
{
  BrineLocal midnight = { MONDAY + day, 0 };
  BrineGridSpan result = { brine_local_add_seconds (midnight, from_minute * 60),
                           brine_local_add_seconds (midnight, to_minute * 60), band };
  return result;
}

static BrineGridGeometry
week (double width)
{
  BrineGridGeometry geometry = { MONDAY, 7, width, brine_hour_scale_for_step (0, 558, 1), 1 };
  return geometry;
}

static const BrineGridPiece *
piece_at (Fixture *fixture, guint index)
{
  g_assert_cmpuint (index, <, fixture->pieces->len);
  return &g_array_index (fixture->pieces, BrineGridPiece, index);
}

static void
test_columns (Fixture *fixture, gconstpointer data)
{
  for (double width = 1; width < 1400; width += 13)
    for (int n_days = 1; n_days <= 7; n_days++)
      {
        g_assert_cmpfloat (brine_grid_get_column_x (width, n_days, 0), ==, 0);
        g_assert_cmpfloat (brine_grid_get_column_x (width, n_days, n_days), ==, width);
        for (double x = 0; x < width; x += 0.5)
          {
            int column = brine_grid_get_column (width, n_days, x);
            g_assert_cmpfloat (brine_grid_get_column_x (width, n_days, column), <=, x);
            if (width >= n_days)
              g_assert_cmpfloat (brine_grid_get_column_x (width, n_days, column + 1), >, x);
          }
      }
  g_assert_cmpint (brine_grid_get_column (0, 7, 10), ==, 0);
  g_assert_cmpint (brine_grid_get_column (700, 7, -1), ==, 0);
  g_assert_cmpint (brine_grid_get_column (700, 7, 7000), ==, 6);
}

static void
test_night_is_cut_at_midnight (Fixture *fixture, gconstpointer data)
{
  BrineGridGeometry geometry = week (700);
  BrineGridSpan night = span (1, 23 * 60, 31 * 60, TRUE);
  brine_grid_layout (&geometry, &night, 1, fixture->pieces, fixture->chips);

  g_assert_cmpuint (fixture->pieces->len, ==, 2);
  const BrineGridPiece *evening = piece_at (fixture, 0);
  g_assert_cmpint (evening->column, ==, 1);
  g_assert_true (evening->begins && !evening->ends);
  g_assert_cmpfloat (evening->y + evening->height, ==, 558);
  g_assert_cmpfloat (evening->width, ==, 94); /* the whole column but its padding */
  const BrineGridPiece *morning = piece_at (fixture, 1);
  g_assert_cmpint (morning->column, ==, 2);
  g_assert_true (!morning->begins && morning->ends);
  g_assert_cmpfloat (morning->y, ==, 0);
  g_assert_cmpfloat (morning->to_minute, ==, 7 * 60);
}

static void
test_edges_of_the_days (Fixture *fixture, gconstpointer data)
{
  BrineGridGeometry geometry = week (700);
  BrineGridSpan spans[] = {
    span (-1, 23 * 60, 30 * 60, TRUE), /* its morning shows */
    span (6, 23 * 60, 31 * 60, TRUE),  /* its evening shows */
    span (0, 23 * 60, 24 * 60, FALSE), /* nothing is left for the next day */
    span (7, 60, 120, FALSE),          /* not there */
    span (3, 600, 600, FALSE),         /* takes no time, but is seen */
    span (4, 600, 500, FALSE),         /* malformed: treated as taking no time */
    span (-2, 0, 20 * 1440, FALSE),    /* longer than everything */
  };
  static const guint n_pieces[] = { 1, 1, 1, 0, 1, 1, 7 };

  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    {
      brine_grid_layout (&geometry, &spans[i], 1, fixture->pieces, fixture->chips);
      g_assert_cmpuint (fixture->pieces->len, ==, n_pieces[i]);
      for (guint j = 0; j < fixture->pieces->len; j++)
        {
          g_assert_cmpfloat (piece_at (fixture, j)->height, >=, BRINE_GRID_MIN_HEIGHT);
          g_assert_cmpfloat (piece_at (fixture, j)->y + piece_at (fixture, j)->height, <=, 558);
        }
    }
  brine_grid_layout (&geometry, NULL, 0, fixture->pieces, fixture->chips);
  g_assert_cmpuint (fixture->pieces->len, ==, 0);
  geometry.width = 0;
  brine_grid_layout (&geometry, spans, G_N_ELEMENTS (spans), fixture->pieces, fixture->chips);
  g_assert_cmpuint (fixture->pieces->len, ==, 12);
}

/* Ten minutes each and apart from one another, but drawn over one another. */
static void
test_what_is_drawn_counts (Fixture *fixture, gconstpointer data)
{
  BrineGridGeometry geometry = week (700);
  BrineGridSpan spans[] = { span (0, 960, 970, FALSE), span (0, 980, 990, FALSE) };
  brine_grid_layout (&geometry, spans, 2, fixture->pieces, fixture->chips);

  g_assert_cmpint (piece_at (fixture, 0)->lane, ==, 0);
  g_assert_cmpint (piece_at (fixture, 1)->lane, ==, 1);
  g_assert_cmpfloat (piece_at (fixture, 0)->x, ==, 3);
  g_assert_cmpfloat (piece_at (fixture, 0)->width, ==, 46);
  g_assert_cmpfloat (piece_at (fixture, 1)->x, ==, 52);
  g_assert_cmpfloat (piece_at (fixture, 1)->x + piece_at (fixture, 1)->width, ==, 97);

  /* With more room for an hour they stand below one another. */
  geometry.scale = brine_hour_scale_for_step (5, 0, 1);
  brine_grid_layout (&geometry, spans, 2, fixture->pieces, fixture->chips);
  g_assert_cmpfloat (piece_at (fixture, 0)->width, ==, 94);
  g_assert_cmpfloat (piece_at (fixture, 1)->width, ==, 94);
}

/* 07:15 and 08:00 are 21 px apart: the first gives way, and both keep the whole width. */
static void
test_short_ones_give_way (Fixture *fixture, gconstpointer data)
{
  BrineGridGeometry geometry = week (700);
  BrineGridSpan spans[] = { span (0, 435, 445, FALSE), span (0, 480, 510, FALSE) };
  brine_grid_layout (&geometry, spans, 2, fixture->pieces, fixture->chips);

  g_assert_cmpfloat (piece_at (fixture, 0)->height, ==, 20);
  g_assert_cmpfloat (piece_at (fixture, 0)->width, ==, 94);
  g_assert_cmpfloat (piece_at (fixture, 1)->width, ==, 94);

  /* What happens at the same time shares the width all the same. */
  spans[0].end = spans[1].end;
  brine_grid_layout (&geometry, spans, 2, fixture->pieces, fixture->chips);
  g_assert_cmpfloat (piece_at (fixture, 0)->width, ==, 46);
}

/* Up at 07:45 after a meditation at 07:15, and breathwork when one should be in bed. */
static void
test_words_of_a_night_give_way (Fixture *fixture, gconstpointer data)
{
  BrineGridGeometry geometry = week (700);
  BrineGridSpan spans[] = { span (0, 22 * 60, 31 * 60 + 45, TRUE), span (1, 435, 445, FALSE),
                            span (0, 21 * 60 + 45, 22 * 60, FALSE) };
  brine_grid_layout (&geometry, spans, 3, fixture->pieces, fixture->chips);

  const BrineGridPiece *evening = piece_at (fixture, 0);
  const BrineGridPiece *breathwork = piece_at (fixture, 1);
  const BrineGridPiece *morning = piece_at (fixture, 2);
  const BrineGridPiece *meditation = piece_at (fixture, 3);
  g_assert_cmpfloat (evening->y + evening->inset, ==, breathwork->y + breathwork->height);
  g_assert_cmpfloat (morning->y + morning->height - morning->inset, ==, meditation->y);
}

static void
test_chip_from_the_fourth_lane (Fixture *fixture, gconstpointer data)
{
  BrineGridGeometry geometry = week (1400);
  BrineGridSpan spans[5];
  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    spans[i] = span (2, 600, 660, FALSE);
  brine_grid_layout (&geometry, spans, 5, fixture->pieces, fixture->chips);

  g_assert_cmpuint (fixture->chips->len, ==, 1);
  const BrineGridChip *chip = &g_array_index (fixture->chips, BrineGridChip, 0);
  g_assert_cmpint (chip->count, ==, 2);
  g_assert_cmpint (chip->column, ==, 2);
  g_assert_cmpfloat (chip->x + chip->width, ==, 600 - 3);
  for (guint i = 0; i < 5; i++)
    {
      g_assert_cmpint (piece_at (fixture, i)->hidden, ==, i >= 3);
      g_assert_cmpint (piece_at (fixture, i)->chip, ==, i >= 3 ? 0 : -1);
      if (i < 3)
        g_assert_cmpfloat (piece_at (fixture, i)->x + piece_at (fixture, i)->width, <=, chip->x);
    }
}

static void
test_hit (Fixture *fixture, gconstpointer data)
{
  BrineGridGeometry geometry = week (700);
  BrineGridSpan spans[] = { span (0, 22 * 60, 30 * 60, TRUE), span (0, 22 * 60, 23 * 60, FALSE) };
  brine_grid_layout (&geometry, spans, 2, fixture->pieces, fixture->chips);
  double y = brine_hour_scale_get_y (&geometry.scale, 22 * 60 + 10);

  int hit = brine_grid_hit (fixture->pieces, 50, y);
  g_assert_cmpuint (piece_at (fixture, hit)->span, ==, 1); /* above the night */
  hit = brine_grid_hit (fixture->pieces, 50, 557);
  g_assert_cmpuint (piece_at (fixture, hit)->span, ==, 0);
  g_assert_cmpint (brine_grid_hit (fixture->pieces, 50, 300), ==, -1);
  g_assert_cmpint (brine_grid_hit (fixture->pieces, 1, y), ==, -1);
}

static gboolean
overlap (const BrineGridPiece *p, const BrineGridPiece *q)
{
  return p->x < q->x + q->width && q->x < p->x + p->width && p->y < q->y + q->height
         && q->y < p->y + p->height;
}

static void
assert_laws (Fixture *fixture, const BrineGridGeometry *geometry)
{
  double height = brine_hour_scale_get_height (&geometry->scale);

  for (guint i = 0; i < fixture->pieces->len; i++)
    {
      const BrineGridPiece *p = piece_at (fixture, i);
      double left = brine_grid_get_column_x (geometry->width, 7, p->column);
      double right = brine_grid_get_column_x (geometry->width, 7, p->column + 1);

      g_assert_cmpfloat (p->height, >=, BRINE_GRID_SQUEEZED_HEIGHT);
      g_assert_true (p->inset >= 0 && p->inset < p->height);
      g_assert_true (p->y >= 0 && p->y + p->height <= height);
      g_assert_true (p->hidden || (p->x >= left && p->x + p->width <= right));
      for (guint j = i + 1; j < fixture->pieces->len && !p->hidden && !p->band; j++)
        if (!piece_at (fixture, j)->hidden && !piece_at (fixture, j)->band)
          g_assert_false (overlap (p, piece_at (fixture, j)));
    }
}

/* Law: whatever is planned, nothing covers anything, nothing leaves its day, and each span that
 * touches the week is there, shown or counted by a chip. */
static void
test_random_weeks (Fixture *fixture, gconstpointer data)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_test_message ("seed %u", seed);

  for (int round = 0; round < 300; round++)
    {
      BrineGridSpan spans[100];
      guint n = g_rand_int_range (rand, 0, 101);
      BrineGridGeometry geometry = week (g_rand_int_range (rand, 700, 2000));
      geometry.scale = brine_hour_scale_for_step (g_rand_int_range (rand, 0, 6),
                                                  g_rand_int_range (rand, 0, 1200), 1);
      for (guint i = 0; i < n; i++)
        {
          int from = g_rand_int_range (rand, 0, 96) * 15;
          spans[i] = span (g_rand_int_range (rand, 0, 7), from,
                           from + g_rand_int_range (rand, 0, 40) * 15, g_rand_boolean (rand));
        }
      brine_grid_layout (&geometry, spans, n, fixture->pieces, fixture->chips);
      assert_laws (fixture, &geometry);

      gboolean seen[100] = { FALSE };
      int n_hidden = 0;
      for (guint i = 0; i < fixture->pieces->len; i++)
        {
          seen[piece_at (fixture, i)->span] = TRUE;
          n_hidden += piece_at (fixture, i)->hidden;
        }
      for (guint i = 0; i < n; i++)
        g_assert_true (seen[i]);
      for (guint i = 0; i < fixture->chips->len; i++)
        n_hidden -= g_array_index (fixture->chips, BrineGridChip, i).count;
      g_assert_cmpint (n_hidden, ==, 0);
    }
}

#define add(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/calendar/layout/columns", test_columns);
  add ("/calendar/layout/night", test_night_is_cut_at_midnight);
  add ("/calendar/layout/edges", test_edges_of_the_days);
  add ("/calendar/layout/drawn-counts", test_what_is_drawn_counts);
  add ("/calendar/layout/give-way", test_short_ones_give_way);
  add ("/calendar/layout/night-words", test_words_of_a_night_give_way);
  add ("/calendar/layout/chip", test_chip_from_the_fourth_lane);
  add ("/calendar/layout/hit", test_hit);
  add ("/calendar/layout/random", test_random_weeks);
  return g_test_run ();
}
