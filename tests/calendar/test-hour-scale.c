/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-hour-scale.h"

#include <math.h>

static void
test_heights (void)
{
  static const struct
  {
    int step;
    double room;
    double height;
  } rows[] = {
    { 0, 0, 540 },                     /* 6 × 6 + 18 × 28: the smallest that fits */
    { 0, 549, 549 },                   /* the night gives way first */
    { 0, 558, 558 },  { 0, 900, 900 }, /* grows with the window */
    { 1, 2000, 672 }, { 2, 0, 960 },   { 3, 0, 1344 }, { 4, 0, 1920 }, { 5, 0, 2688 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      BrineHourScale scale = brine_hour_scale_for_step (rows[i].step, rows[i].room, 1);
      g_assert_cmpfloat_with_epsilon (brine_hour_scale_get_height (&scale), rows[i].height, 1e-9);
    }
}

static void
test_folded_night (void)
{
  static const struct
  {
    double minute;
    double y;
  } rows[] = {
    { -30, 0 },  { 0, 0 },     { 180, 27 },   { 360, 54 },
    { 420, 82 }, { 720, 222 }, { 1440, 558 }, { 2000, 558 },
  };
  BrineHourScale scale = brine_hour_scale_for_step (BRINE_HOUR_SCALE_FIT, 558, 1);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpfloat_with_epsilon (brine_hour_scale_get_y (&scale, rows[i].minute), rows[i].y,
                                    1e-9);
  g_assert_cmpfloat (brine_hour_scale_get_minute (&scale, -5), ==, 0);
  g_assert_cmpfloat (brine_hour_scale_get_minute (&scale, 9999), ==, 1440);
}

/* Law: there and back again is the same minute, at every zoom; and later is never higher. */
static void
test_round_trip (void)
{
  for (int step = 0; step < BRINE_HOUR_SCALE_N_STEPS; step++)
    for (double room = 0; room < 3000; room += 617)
      {
        BrineHourScale scale = brine_hour_scale_for_step (step, room, 1);
        double above = -1;
        for (int minute = 0; minute <= 1440; minute++)
          {
            double y = brine_hour_scale_get_y (&scale, minute);
            g_assert_cmpfloat (y, >, above);
            above = y;
            g_assert_cmpfloat_with_epsilon (brine_hour_scale_get_minute (&scale, y), minute, 1e-6);
          }
      }
}

static void
test_snap (void)
{
  static const struct
  {
    double minute;
    int snapped;
  } rows[] = {
    { 0, 0 },     { 7, 0 },       { 7.5, 15 }, { 22, 15 },  { 23, 30 },
    { 481, 480 }, { 1439, 1440 }, { -7, 0 },   { -8, -15 }, { -23, -30 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (brine_hour_scale_snap (rows[i].minute), ==, rows[i].snapped);
  for (int minute = -1440; minute <= 2880; minute++)
    {
      int snapped = brine_hour_scale_snap (minute);
      g_assert_cmpint (snapped % BRINE_HOUR_SCALE_SNAP_MINUTES, ==, 0);
      g_assert_cmpint (ABS (snapped - minute), <=, BRINE_HOUR_SCALE_SNAP_MINUTES / 2 + 1);
      g_assert_cmpint (brine_hour_scale_snap (snapped), ==, snapped);
    }
}

static void
test_labels (void)
{
  static const int label_minutes[BRINE_HOUR_SCALE_N_STEPS] = { 120, 120, 60, 60, 60, 60 };

  for (int step = 0; step < BRINE_HOUR_SCALE_N_STEPS; step++)
    {
      BrineHourScale scale = brine_hour_scale_for_step (step, 0, 1);
      g_assert_cmpint (brine_hour_scale_get_label_step (&scale), ==, label_minutes[step]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/calendar/hour-scale/heights", test_heights);
  g_test_add_func ("/calendar/hour-scale/folded-night", test_folded_night);
  g_test_add_func ("/calendar/hour-scale/round-trip", test_round_trip);
  g_test_add_func ("/calendar/hour-scale/snap", test_snap);
  g_test_add_func ("/calendar/hour-scale/labels", test_labels);
  return g_test_run ();
}
