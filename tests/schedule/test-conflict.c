/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-conflict-private.h"

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

static gboolean
meet (BrineConflictSpan a, BrineConflictSpan b)
{
  g_autoptr (BrineConflicts) conflicts = brine_conflicts_new (&b, 1);

  return brine_conflicts_find (conflicts, &a, -1) == 0;
}

static void
test_between (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      BrineConflictSpan a = make_span (rows[i].a, rows[i].a_from, rows[i].a_to);
      BrineConflictSpan b = make_span (rows[i].b, rows[i].b_from, rows[i].b_to);

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (meet (a, b), ==, rows[i].conflict);
      g_assert_cmpint (meet (b, a), ==, rows[i].conflict);
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
  g_autoptr (BrineConflicts) conflicts = brine_conflicts_new (spans, G_N_ELEMENTS (spans));

  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    {
      g_test_message ("span %u", i);
      g_assert_cmpint (brine_conflicts_find (conflicts, &spans[i], (int)i), ==, expected[i]);
    }
}

static void
test_empty (void)
{
  g_autoptr (BrineConflicts) conflicts = brine_conflicts_new (NULL, 0);
  BrineConflictSpan walk = make_span (WALK, 600, 660);

  g_assert_cmpint (brine_conflicts_find (conflicts, &walk, -1), ==, -1);
}

/* By looking at each pair. */
static int
find_slowly (const BrineConflictSpan *spans, guint n_spans, guint span)
{
  int found = -1;

  for (guint i = 0; i < n_spans; i++)
    {
      if (i == span || !meet (spans[span], spans[i]))
        continue;
      if (found < 0 || spans[i].busy > spans[found].busy
          || (spans[i].busy == spans[found].busy
              && brine_local_compare (spans[i].start, spans[found].start) < 0))
        found = (int)i;
    }
  return found;
}

static void
test_random (void)
{
  for (int round = 0; round < 200; round++)
    {
      BrineConflictSpan spans[60];
      guint n = (guint)g_test_rand_int_range (1, G_N_ELEMENTS (spans) + 1);

      for (guint i = 0; i < n; i++)
        {
          int from = g_test_rand_int_range (0, 120);
          /* Often of no length, and often with the same edges. */
          int length = MAX (g_test_rand_int_range (-10, 25), 0);
          spans[i] =
              make_span ((Kind)g_test_rand_int_range (MEAL, HOLIDAY + 1), from, from + length);
        }
      g_autoptr (BrineConflicts) conflicts = brine_conflicts_new (spans, n);
      for (guint i = 0; i < n; i++)
        g_assert_cmpint (brine_conflicts_find (conflicts, &spans[i], (int)i), ==,
                         find_slowly (spans, n, i));
    }
}

#define N_BUSY 5000
#define N_OWN 200

typedef enum
{
  SPREAD,   /* over the whole week */
  AT_ONCE,  /* all of them hold the whole week */
  TOUCHING, /* each begins when the one before ends, and none meets what is planned */
} Crowd;

static BrineConflictSpan
make_busy (Crowd crowd, int i)
{
  switch (crowd)
    {
    case AT_ONCE:
      return make_span (WORK, 0, 7 * BRINE_MINUTES_PER_DAY);
    case TOUCHING:
      return make_span (WORK, -i - 1, -i);
    case SPREAD:
    default:
      return make_span (WORK, i * 2, i * 2 + 30);
    }
}

/* 5,000 busy times in a week cost a planned thing a few dozen steps, wherever they lie. */
static void
test_crowd (void)
{
  for (Crowd crowd = SPREAD; crowd <= TOUCHING; crowd++)
    {
      g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (BrineConflictSpan));
      g_autoptr (BrineConflicts) conflicts = NULL;
      guint steps = 0;

      for (int i = 0; i < N_OWN; i++)
        {
          BrineConflictSpan span = make_span (WALK, i * 50, i * 50 + 20);
          g_array_append_val (spans, span);
        }
      for (int i = 0; i < N_BUSY; i++)
        {
          BrineConflictSpan span = make_busy (crowd, i);
          g_array_append_val (spans, span);
        }
      conflicts =
          brine_conflicts_new ((const BrineConflictSpan *)(gpointer)spans->data, spans->len);
      for (int i = 0; i < N_OWN; i++)
        {
          int found =
              brine_conflicts_find_counted (conflicts, &g_array_index (spans, BrineConflictSpan, i),
                                            i, &steps);
          /* The first that still runs: 30 minutes ago, or, where nothing does, none. */
          int expected = crowd == TOUCHING  ? -1
                         : crowd == AT_ONCE ? N_OWN
                                            : N_OWN + MAX (i * 25 - 14, 0);
          g_assert_cmpint (found, ==, expected);
        }
      g_assert_cmpuint (steps, <, N_OWN * 100);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/conflict/between", test_between);
  g_test_add_func ("/conflict/find", test_find);
  g_test_add_func ("/conflict/empty", test_empty);
  g_test_add_func ("/conflict/random", test_random);
  g_test_add_func ("/conflict/crowd", test_crowd);
  return g_test_run ();
}
