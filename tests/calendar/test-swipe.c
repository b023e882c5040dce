/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What fingers on a touchpad or a screen mean, by numbers alone.
 */
#include "brine-swipe.h"

/* Steps of a touchpad: the sum of what each movement of two fingers gave. */
static int
scroll (BrineSwipe *swipe, double dx_px, int n)
{
  int steps = 0;

  for (int i = 0; i < n; i++)
    steps += brine_swipe_scroll (swipe, dx_px);
  return steps;
}

static void
test_scroll (void)
{
  static const struct
  {
    double dx_px;
    int n;
    int steps;
  } rows[] = {
    { 9, 9, 0 },    /* 81 px */
    { 9, 10, 1 },   /* 90 px */
    { -9, 10, -1 }, /* to the other side */
    { 30, 40, 1 },  /* 1,200 px without lifting the fingers: one step */
    { 200, 1, 1 },  { 0, 100, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      BrineSwipe swipe = { 0 };
      g_assert_cmpint (scroll (&swipe, rows[i].dx_px, rows[i].n), ==, rows[i].steps);
    }
}

/* Going back before a step is reached takes it back; afterwards it is the same swipe still. */
static void
test_scroll_and_back (void)
{
  BrineSwipe swipe = { 0 };

  g_assert_cmpint (scroll (&swipe, 8, 10), ==, 0);
  g_assert_cmpint (scroll (&swipe, -8, 20), ==, 0);
  g_assert_cmpint (scroll (&swipe, -10, 1), ==, -1);
  g_assert_cmpint (scroll (&swipe, 50, 10), ==, 0);
  swipe = (BrineSwipe){ 0 };
  g_assert_cmpint (scroll (&swipe, 50, 2), ==, 1);
}

/* Notches of a wheel, and the parts of one that X11 makes of a touchpad: one event every 8 ms. */
static void
test_wheel (void)
{
  static const struct
  {
    double notches;
    int n;
    guint32 apart_ms;
    int steps;
  } rows[] = {
    { 1, 3, 8, 3 },       { -1, 3, 8, -3 },     { 2, 1, 8, 1 },     { 0.1, 9, 8, 0 },
    { 0.125, 8, 8, 1 },   { -0.125, 8, 8, -1 }, { 0.1, 200, 8, 1 }, /* 200 events of one swipe: one step, not 200 */
    { 0.1, 200, 251, 0 }, { 0.5, 4, 250, 1 },   { 0, 9, 8, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      BrineSwipe swipe = { 0 };
      int steps = 0;

      for (int j = 0; j < rows[i].n; j++)
        /* the clock of events passes its end meanwhile */
        steps += brine_swipe_wheel (&swipe, rows[i].notches,
                                    G_MAXUINT32 - 20 + (guint32)j * rows[i].apart_ms);
      g_test_message ("row %u", i);
      g_assert_cmpint (steps, ==, rows[i].steps);
    }
}

/* After a rest it is another swipe. */
static void
test_wheel_rests (void)
{
  BrineSwipe swipe = { 0 };

  g_assert_cmpint (brine_swipe_wheel (&swipe, 0.6, 1000), ==, 0);
  g_assert_cmpint (brine_swipe_wheel (&swipe, 0.6, 1008), ==, 1);
  g_assert_cmpint (brine_swipe_wheel (&swipe, 0.9, 1016), ==, 0);
  g_assert_cmpint (brine_swipe_wheel (&swipe, 0.9, 1266), ==, 0);
  g_assert_cmpint (brine_swipe_wheel (&swipe, -0.6, 1517), ==, 0);
  g_assert_cmpint (brine_swipe_wheel (&swipe, -0.6, 1525), ==, -1);
}

static void
test_sideways (void)
{
  static const struct
  {
    double dx, dy;
    gboolean sideways;
  } rows[] = {
    { 10, 0, TRUE },    { -10, 0, TRUE },  { 0, 0, FALSE },  { 0, 10, FALSE },  { 10, 5, TRUE },
    { 10, 5.1, FALSE }, { -10, -5, TRUE }, { 10, -5, TRUE }, { 10, 10, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (brine_swipe_is_sideways (rows[i].dx, rows[i].dy), ==, rows[i].sideways);
}

/* A finger pulls, so what comes is on the other side. */
static void
test_flick (void)
{
  static const struct
  {
    double x, y;
    int step;
  } rows[] = {
    { -400, 0, 1 },   { 400, 0, -1 },   { -399, 0, 0 }, { 0, 0, 0 },
    { -800, 400, 1 }, { -800, 401, 0 }, { 0, 900, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (brine_swipe_flick (rows[i].x, rows[i].y), ==, rows[i].step);
}

static void
test_pinch (void)
{
  static const struct
  {
    double factor;
    int steps;
  } rows[] = {
    { 1, 0 },   { 1.18, 0 }, { 1.19, 1 }, /* the root of 1.4 is 1.183 */
    { 1.4, 1 }, { 1.96, 2 }, { 2.74, 3 }, { 0.85, 0 }, { 0.84, -1 }, { 0.5, -2 }, { 1e-9, -62 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (brine_swipe_pinch (rows[i].factor), ==, rows[i].steps);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/calendar/swipe/scroll", test_scroll);
  g_test_add_func ("/calendar/swipe/scroll-and-back", test_scroll_and_back);
  g_test_add_func ("/calendar/swipe/wheel", test_wheel);
  g_test_add_func ("/calendar/swipe/wheel-rests", test_wheel_rests);
  g_test_add_func ("/calendar/swipe/sideways", test_sideways);
  g_test_add_func ("/calendar/swipe/flick", test_flick);
  g_test_add_func ("/calendar/swipe/pinch", test_pinch);
  return g_test_run ();
}
