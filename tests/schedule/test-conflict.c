/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-conflict.h"

#define DAY 20780 /* 2026-11-23 */

typedef enum
{
  MEAL,
  SLEEP,
  MEDITATION,
  WALK,
  OWN,
  DONE_WALK, /* no longer open */
  WORK,      /* of another calendar */
  HOLIDAY,   /* of another calendar, all day */
} Kind;

static BrineConflictSpan
make_span (Kind kind, int from_minute, int to_minute)
{
  static const BrinePractice practices[] = {
    [MEAL] = BRINE_PRACTICE_MEAL,
    [SLEEP] = BRINE_PRACTICE_SLEEP,
    [MEDITATION] = BRINE_PRACTICE_MEDITATION,
    [WALK] = BRINE_PRACTICE_WALK,
    [OWN] = BRINE_PRACTICE_OWN,
    [DONE_WALK] = BRINE_PRACTICE_WALK,
    [WORK] = BRINE_PRACTICE_MEAL,
    [HOLIDAY] = BRINE_PRACTICE_MEAL,
  };

  return (BrineConflictSpan){ .start = brine_local (DAY, 0, from_minute),
                              .end = brine_local (DAY, 0, to_minute),
                              .busy = kind >= WORK,
                              .all_day = kind == HOLIDAY,
                              .open = kind < DONE_WALK,
                              .practice = practices[kind] };
}

static const struct
{
  Kind a;
  int a_from;
  int a_to;
  Kind b;
  int b_from;
  int b_to;
  gboolean conflict;
} rows[] = {
  /* With another calendar. */
  { WALK, 600, 620, WORK, 540, 1020, TRUE },
  { MEAL, 720, 750, WORK, 540, 1020, TRUE },
  { SLEEP, 1380, 1860, WORK, 1320, 1800, TRUE },
  { WALK, 520, 540, WORK, 540, 1020, FALSE },
  { WALK, 520, 541, WORK, 540, 1020, TRUE },
  { WALK, 1020, 1040, WORK, 540, 1020, FALSE },
  { WALK, 500, 1100, WORK, 540, 1020, TRUE },
  { DONE_WALK, 600, 620, WORK, 540, 1020, FALSE },
  { WALK, 600, 620, HOLIDAY, 0, 1440, FALSE },
  { WORK, 540, 1020, WORK, 540, 1020, FALSE },
  /* Among practices. */
  { WALK, 600, 620, MEDITATION, 610, 620, TRUE },
  { WALK, 600, 620, WALK, 600, 620, TRUE },
  { OWN, 600, 620, MEAL, 610, 640, TRUE },
  { MEAL, 600, 630, MEAL, 600, 630, FALSE },
  { SLEEP, 1380, 1860, MEDITATION, 1375, 1390, FALSE },
  { SLEEP, 1380, 1860, SLEEP, 1380, 1860, FALSE },
  { DONE_WALK, 600, 620, MEDITATION, 600, 620, FALSE },
  { WALK, 600, 620, MEDITATION, 620, 630, FALSE },
  /* What takes no time. */
  { MEAL, 600, 600, WORK, 540, 1020, TRUE },
  { MEAL, 540, 540, WORK, 540, 1020, TRUE },
  { MEAL, 1020, 1020, WORK, 540, 1020, FALSE },
  { WALK, 600, 600, OWN, 600, 600, TRUE },
  { WALK, 600, 600, OWN, 601, 601, FALSE },
};

static void
test_between (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      BrineConflictSpan a = make_span (rows[i].a, rows[i].a_from, rows[i].a_to);
      BrineConflictSpan b = make_span (rows[i].b, rows[i].b_from, rows[i].b_to);

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (brine_conflict_between (&a, &b), ==, rows[i].conflict);
      g_assert_cmpint (brine_conflict_between (&b, &a), ==, rows[i].conflict);
    }
}

static void
test_find (void)
{
  const BrineConflictSpan spans[] = {
    make_span (WALK, 600, 660),       make_span (MEDITATION, 590, 610), make_span (WORK, 640, 700),
    make_span (WORK, 630, 700),       make_span (HOLIDAY, 0, 1440),     make_span (WALK, 800, 820),
    make_span (MEDITATION, 595, 600),
  };
  const int expected[] = { 3, 6, 0, 0, -1, -1, 1 };

  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    {
      g_test_message ("span %u", i);
      g_assert_cmpint (brine_conflict_find (spans, G_N_ELEMENTS (spans), i), ==, expected[i]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/conflict/between", test_between);
  g_test_add_func ("/conflict/find", test_find);
  return g_test_run ();
}
