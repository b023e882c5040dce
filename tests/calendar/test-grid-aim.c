/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-grid-aim.h"

#define DAY ((BrineDay)20000)

static BrineGridPlace
place (int hour, int minute, int minutes)
{
  return (BrineGridPlace){ brine_local (DAY, hour, minute), minutes };
}

static BrineGridPoint
point (int days, int hour, double minute)
{
  return (BrineGridPoint){ DAY + days, hour * 60 + minute };
}

static void
assert_place (BrineGridPlace got, int days, int hour, int minute, int minutes)
{
  BrineLocal start = brine_local (DAY + days, hour, minute);

  g_assert_cmpint (got.start.day, ==, start.day);
  g_assert_cmpint (got.start.second, ==, start.second);
  g_assert_cmpint (got.minutes, ==, minutes);
}

static void
test_grips (void)
{
  static const struct
  {
    double height;
    gboolean begins;
    gboolean ends;
    double y;
    BrineGridGrip grip;
  } rows[] = {
    { 60, TRUE, TRUE, 0, BRINE_GRID_GRIP_START },
    { 60, TRUE, TRUE, 7.9, BRINE_GRID_GRIP_START },
    { 60, TRUE, TRUE, 8, BRINE_GRID_GRIP_NONE },
    { 60, TRUE, TRUE, 52, BRINE_GRID_GRIP_NONE },
    { 60, TRUE, TRUE, 52.1, BRINE_GRID_GRIP_END },
    { 60, TRUE, TRUE, 60, BRINE_GRID_GRIP_END },
    { 60, TRUE, TRUE, 61, BRINE_GRID_GRIP_NONE },
    /* the halves of a night */
    { 60, TRUE, FALSE, 59, BRINE_GRID_GRIP_NONE },
    { 60, FALSE, TRUE, 1, BRINE_GRID_GRIP_NONE },
    { 60, FALSE, TRUE, 59, BRINE_GRID_GRIP_END },
    /* half of a low one is for moving */
    { 24, TRUE, TRUE, 5.9, BRINE_GRID_GRIP_START },
    { 24, TRUE, TRUE, 6, BRINE_GRID_GRIP_NONE },
    { 24, TRUE, TRUE, 18, BRINE_GRID_GRIP_NONE },
    { 24, TRUE, TRUE, 18.1, BRINE_GRID_GRIP_END },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      BrineGridPiece piece = {
        .y = 100, .height = rows[i].height, .begins = rows[i].begins, .ends = rows[i].ends
      };
      g_assert_cmpint (brine_grid_get_grip (&piece, 100 + rows[i].y), ==, rows[i].grip);
    }
}

static void
test_move (void)
{
  BrineGridPoint grabbed = point (0, 17, 35);

  /* it keeps the distance to the pointer, and snaps its start */
  assert_place (brine_grid_aim_move (place (17, 30, 20), grabbed, point (0, 18, 12), 15, FALSE), 0,
                18, 0, 20);
  assert_place (brine_grid_aim_move (place (17, 30, 20), grabbed, point (-3, 18, 13), 15, FALSE),
                -3, 18, 15, 20);
  assert_place (brine_grid_aim_move (place (17, 30, 20), grabbed, point (2, 18, 13), 5, FALSE), 2,
                18, 10, 20);
  /* it begins in the day that is pointed to */
  assert_place (brine_grid_aim_move (place (17, 30, 20), point (0, 17, 45), point (0, 0, 3), 15,
                                     FALSE),
                0, 0, 0, 20);
  assert_place (brine_grid_aim_move (place (17, 30, 20), grabbed, point (1, 24, 0), 15, FALSE), 1,
                23, 45, 20);
}

static void
test_move_night (void)
{
  BrineGridPlace night = place (23, 0, 480);

  /* held in the morning after; dragged up over midnight it begins the evening before */
  assert_place (brine_grid_aim_move (night, point (1, 6, 0), point (1, 7, 10), 15, TRUE), 1, 0, 15,
                480);
  assert_place (brine_grid_aim_move (night, point (1, 6, 0), point (2, 5, 0), 15, TRUE), 1, 22, 0,
                480);
  assert_place (brine_grid_aim_move (place (0, 15, 420), point (0, 3, 0), point (0, 2, 0), 15,
                                     TRUE),
                -1, 23, 15, 420);
}

static void
test_resize (void)
{
  static const struct
  {
    BrineGridGrip grip;
    int hour; /* where the pointer goes from 18:00, or 19:30 for the end */
    int minute;
    int step;
    int start_hour;
    int start_minute;
    int minutes;
  } rows[] = {
    { BRINE_GRID_GRIP_END, 20, 4, 15, 18, 0, 120 },
    { BRINE_GRID_GRIP_END, 20, 4, 5, 18, 0, 125 },
    { BRINE_GRID_GRIP_END, 18, 1, 15, 18, 0, 15 },
    { BRINE_GRID_GRIP_END, 7, 0, 15, 18, 0, 15 },
    { BRINE_GRID_GRIP_END, 7, 0, 5, 18, 0, 5 },
    { BRINE_GRID_GRIP_END, 24, 0, 15, 18, 0, 360 },
    { BRINE_GRID_GRIP_START, 17, 26, 15, 17, 30, 120 },
    { BRINE_GRID_GRIP_START, 19, 29, 15, 19, 15, 15 },
    { BRINE_GRID_GRIP_START, 19, 29, 5, 19, 25, 5 },
    { BRINE_GRID_GRIP_START, 23, 0, 15, 19, 15, 15 },
    { BRINE_GRID_GRIP_START, 0, 0, 15, 0, 0, 1170 },
    { BRINE_GRID_GRIP_NONE, 7, 0, 15, 18, 0, 90 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    for (int days = -1; days <= 1; days++)
      {
        gboolean start = rows[i].grip == BRINE_GRID_GRIP_START;
        /* a pointer that strays into another day changes nothing */
        assert_place (brine_grid_aim_grip (place (18, 0, 90), rows[i].grip,
                                           start ? point (0, 18, 0) : point (0, 19, 30),
                                           point (days, rows[i].hour, rows[i].minute), rows[i].step,
                                           FALSE),
                      0, rows[i].start_hour, rows[i].start_minute, rows[i].minutes);
      }
}

/* What lies on no step gets its new end on one, and its other end stays. */
static void
test_resize_between_steps (void)
{
  assert_place (brine_grid_aim_grip (place (7, 10, 10), BRINE_GRID_GRIP_END, point (0, 7, 18),
                                     point (0, 7, 40), 15, FALSE),
                0, 7, 10, 35);
  assert_place (brine_grid_aim_grip (place (7, 10, 10), BRINE_GRID_GRIP_END, point (0, 7, 18),
                                     point (0, 7, 19), 15, FALSE),
                0, 7, 10, 15);
  /* up to midnight, and from there */
  assert_place (brine_grid_aim_grip (place (23, 0, 60), BRINE_GRID_GRIP_END, point (0, 23, 58),
                                     point (0, 23, 28), 15, FALSE),
                0, 23, 0, 30);
  /* over midnight, held in the day after */
  assert_place (brine_grid_aim_grip (place (23, 0, 90), BRINE_GRID_GRIP_END, point (1, 0, 28),
                                     point (1, 0, 58), 15, FALSE),
                0, 23, 0, 120);
}

static void
test_resize_night (void)
{
  static const struct
  {
    BrineGridGrip grip;
    double from_hour;
    double to_hour;
    int start_hour;
    int start_minute;
    int days;
    int minutes;
  } rows[] = {
    { BRINE_GRID_GRIP_END, 7, 8.2, 23, 0, 0, 555 },
    { BRINE_GRID_GRIP_END, 7, 0, 23, 0, 0, 60 },
    { BRINE_GRID_GRIP_END, 7, 23.5, 23, 0, 0, 30 },
    { BRINE_GRID_GRIP_END, 7, 22, 23, 0, 0, 15 },
    { BRINE_GRID_GRIP_START, 23, 22.1, 22, 0, 0, 540 },
    { BRINE_GRID_GRIP_START, 23, 24, 0, 0, 1, 420 },
    { BRINE_GRID_GRIP_START, 23, 0.5, 0, 30, 1, 390 },
    { BRINE_GRID_GRIP_START, 23, 8, 6, 45, 1, 15 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    for (int days = 0; days <= 1; days++)
      assert_place (brine_grid_aim_grip (place (23, 0, 480), rows[i].grip,
                                         point (0, 0, rows[i].from_hour * 60),
                                         point (days, 0, rows[i].to_hour * 60), 15, TRUE),
                    rows[i].days, rows[i].start_hour, rows[i].start_minute, rows[i].minutes);
}

static void
test_add_and_drop (void)
{
  assert_place (brine_grid_aim_add (point (0, 10, 2), point (2, 10, 58), 15), 0, 10, 0, 60);
  assert_place (brine_grid_aim_add (point (0, 10, 58), point (0, 10, 2), 15), 0, 10, 0, 60);
  assert_place (brine_grid_aim_add (point (0, 10, 2), point (0, 10, 2), 15), 0, 10, 0, 15);
  assert_place (brine_grid_aim_add (point (0, 10, 7), point (0, 10, 18), 5), 0, 10, 5, 15);
  assert_place (brine_grid_aim_add (point (0, 23, 50), point (0, 24, 0), 15), 0, 23, 45, 15);
  assert_place (brine_grid_aim_add (point (0, 24, 0), point (0, 24, 0), 15), 0, 23, 45, 15);
  assert_place (brine_grid_aim_drop (point (1, 10, 8), 90, 15), 1, 10, 15, 90);
  assert_place (brine_grid_aim_drop (point (1, 24, 0), 90, 15), 1, 23, 45, 90);
}

static void
test_nudge (void)
{
  assert_place (brine_grid_nudge_grip (place (7, 10, 10), BRINE_GRID_GRIP_END, 15), 0, 7, 10, 25);
  assert_place (brine_grid_nudge_grip (place (7, 10, 10), BRINE_GRID_GRIP_END, -15), 0, 7, 10, 10);
  assert_place (brine_grid_nudge_grip (place (18, 0, 20), BRINE_GRID_GRIP_END, -15), 0, 18, 0, 15);
  assert_place (brine_grid_nudge_grip (place (18, 0, 90), BRINE_GRID_GRIP_START, -15), 0, 17, 45,
                105);
  assert_place (brine_grid_nudge_grip (place (18, 0, 20), BRINE_GRID_GRIP_START, 15), 0, 18, 5, 15);
  assert_place (brine_grid_nudge_grip (place (0, 0, 1440), BRINE_GRID_GRIP_END, 15), 0, 0, 0, 1440);
}

/* A grid day has 24 hours on every day: nothing shifts where the clocks change, and what is dropped
 * in the gap is resolved only when it happens. */
static void
test_clock_changes (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
  BrineDay spring = brine_day_from_ymd (2026, 3, 29);
  BrineDay autumn = brine_day_from_ymd (2026, 10, 25);
  static const int elapsed_hours[] = { 7, 9 };
  const BrineDay days[] = { spring, autumn };

  g_assert_nonnull (zone);
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      BrineGridPlace night = { brine_local (days[i] - 1, 22, 0), 480 };
      BrineGridPoint grabbed = { days[i], 6 * 60 };
      BrineGridPoint at = { days[i], 7 * 60 };
      BrineGridPlace later = brine_grid_aim_move (night, grabbed, at, 15, TRUE);
      BrineLocal end = brine_grid_place_get_end (later);
      int64_t ms =
          brine_zone_resolve (zone, end).unix_ms - brine_zone_resolve (zone, later.start).unix_ms;

      g_assert_true (brine_local_equal (later.start, brine_local (days[i] - 1, 23, 0)));
      g_assert_true (brine_local_equal (end, brine_local (days[i], 7, 0)));
      g_assert_cmpint (ms / 3600000, ==, elapsed_hours[i]);
    }

  BrineGridPlace walk = { brine_local (spring, 1, 0), 30 };
  walk = brine_grid_aim_move (walk, (BrineGridPoint){ spring, 60 }, (BrineGridPoint){ spring, 150 },
                              15, FALSE);
  g_assert_true (brine_local_equal (walk.start, brine_local (spring, 2, 30)));
}

/* Laws: whatever is pointed to, what comes out begins where it may, lies on a step and is no
 * shorter than one; the other end stays. */
static void
test_laws (void)
{
  GRand *rand = g_rand_new_with_seed (g_test_rand_int ());

  for (int i = 0; i < 20000; i++)
    {
      int step = g_rand_boolean (rand) ? 15 : 5;
      gboolean night = g_rand_boolean (rand);
      BrineGridPlace from = place (0, g_rand_int_range (rand, 0, 1440),
                                   g_rand_int_range (rand, 5, night ? 720 : 240));
      BrineLocal end = brine_grid_place_get_end (from);
      BrineGridPoint grabbed = { DAY, g_rand_double_range (rand, 0, 1440) };
      BrineGridPoint at = { DAY + g_rand_int_range (rand, -1, 2),
                            g_rand_double_range (rand, 0, 1440) };
      BrineGridPlace moved = brine_grid_aim_move (from, grabbed, at, step, night);
      BrineGridPlace longer =
          brine_grid_aim_grip (from, BRINE_GRID_GRIP_END, grabbed, at, step, night);
      BrineGridPlace earlier =
          brine_grid_aim_grip (from, BRINE_GRID_GRIP_START, grabbed, at, step, night);

      g_assert_cmpint (moved.start.second % (step * 60), ==, 0);
      g_assert_cmpint (moved.minutes, ==, from.minutes);
      if (!night)
        g_assert_cmpint (moved.start.day, ==, at.day);
      g_assert_true (brine_local_equal (longer.start, from.start));
      g_assert_cmpint (longer.minutes, >=, step);
      g_assert_true (brine_local_equal (brine_grid_place_get_end (earlier), end));
      g_assert_cmpint (earlier.minutes, >=, step);
      g_assert_cmpint (longer.minutes, <=, 2 * 1440);
    }
  g_rand_free (rand);
}

static void
test_edges (void)
{
  g_assert_cmpint (brine_grid_get_edge (700, -1), ==, -1);
  g_assert_cmpint (brine_grid_get_edge (700, 0), ==, 0);
  g_assert_cmpint (brine_grid_get_edge (700, 680), ==, 0);
  g_assert_cmpint (brine_grid_get_edge (700, 695), ==, 1);
  g_assert_cmpint (brine_grid_get_edge (700, 900), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/grid-aim/grips", test_grips);
  g_test_add_func ("/grid-aim/move", test_move);
  g_test_add_func ("/grid-aim/move-night", test_move_night);
  g_test_add_func ("/grid-aim/resize", test_resize);
  g_test_add_func ("/grid-aim/resize-between-steps", test_resize_between_steps);
  g_test_add_func ("/grid-aim/resize-night", test_resize_night);
  g_test_add_func ("/grid-aim/add-and-drop", test_add_and_drop);
  g_test_add_func ("/grid-aim/nudge", test_nudge);
  g_test_add_func ("/grid-aim/clock-changes", test_clock_changes);
  g_test_add_func ("/grid-aim/laws", test_laws);
  g_test_add_func ("/grid-aim/edges", test_edges);
  return g_test_run ();
}
