/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-calendar-filter.h"

static const BrineCalendarFilter everything = { BRINE_FILTER_ALL_PRACTICES,
                                                BRINE_FILTER_ALL_STATES };

static void
test_matching (void)
{
  static const struct
  {
    unsigned practices;
    unsigned states;
    BrinePractice practice;
    BrineState state;
    gboolean shown;
  } rows[] = {
    { 1u << BRINE_PRACTICE_WALK, BRINE_FILTER_ALL_STATES, BRINE_PRACTICE_WALK, BRINE_STATE_DONE,
      TRUE },
    { 1u << BRINE_PRACTICE_WALK, BRINE_FILTER_ALL_STATES, BRINE_PRACTICE_MEAL, BRINE_STATE_DONE,
      FALSE },
    { BRINE_FILTER_ALL_PRACTICES, 1u << BRINE_FILTER_PLANNED, BRINE_PRACTICE_MEAL,
      BRINE_STATE_PLANNED, TRUE },
    /* What has begun is still planned. */
    { BRINE_FILTER_ALL_PRACTICES, 1u << BRINE_FILTER_PLANNED, BRINE_PRACTICE_MEAL, BRINE_STATE_DUE,
      TRUE },
    { BRINE_FILTER_ALL_PRACTICES, 1u << BRINE_FILTER_DONE, BRINE_PRACTICE_MEAL, BRINE_STATE_PARTLY,
      FALSE },
    { BRINE_FILTER_ALL_PRACTICES, 1u << BRINE_FILTER_MISSED | 1u << BRINE_FILTER_SKIPPED,
      BRINE_PRACTICE_OWN, BRINE_STATE_SKIPPED, TRUE },
    { BRINE_FILTER_ALL_PRACTICES, 1u << BRINE_FILTER_PAUSED, BRINE_PRACTICE_OWN, BRINE_STATE_PAUSED,
      TRUE },
    { 0, BRINE_FILTER_ALL_STATES, BRINE_PRACTICE_OWN, BRINE_STATE_PAUSED, FALSE },
    { BRINE_FILTER_ALL_PRACTICES, 0, BRINE_PRACTICE_OWN, BRINE_STATE_PAUSED, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      BrineCalendarFilter filter = { rows[i].practices, rows[i].states };
      g_assert_cmpint (brine_calendar_filter_matches (filter, rows[i].practice, rows[i].state), ==,
                       rows[i].shown);
      g_assert_false (brine_calendar_filter_is_all (filter));
    }
}

/* Law: without a filter everything is shown, and each pair of bits lets its own things through. */
static void
test_each_bit (void)
{
  g_assert_true (brine_calendar_filter_is_all (everything));
  for (int practice = 0; practice < BRINE_N_PRACTICES; practice++)
    for (int state = 0; state <= BRINE_STATE_PAUSED; state++)
      {
        BrineCalendarFilter one = { 1u << practice, 1u << brine_filter_state_of (state) };
        g_assert_true (brine_calendar_filter_matches (everything, practice, state));
        g_assert_true (brine_calendar_filter_matches (one, practice, state));
        one.practices = BRINE_FILTER_ALL_PRACTICES & ~one.practices;
        g_assert_false (brine_calendar_filter_matches (one, practice, state));
      }
}

/* A list trusts the answer and looks only at one side: it has to be true for every thing. */
static void
test_compare (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (int round = 0; round < 2000; round++)
    {
      BrineCalendarFilter a = { g_rand_int_range (rand, 0, 64), g_rand_int_range (rand, 0, 64) };
      BrineCalendarFilter b = { g_rand_int_range (rand, 0, 64), g_rand_int_range (rand, 0, 64) };
      BrineFilterShift shift = brine_calendar_filter_compare (a, b);

      for (int practice = 0; practice < BRINE_N_PRACTICES; practice++)
        for (int state = 0; state <= BRINE_STATE_PAUSED; state++)
          {
            gboolean before = brine_calendar_filter_matches (a, practice, state);
            gboolean after = brine_calendar_filter_matches (b, practice, state);
            if (shift == BRINE_FILTER_SAME)
              g_assert_cmpint (before, ==, after);
            if (shift == BRINE_FILTER_FEWER)
              g_assert_false (after && !before);
            if (shift == BRINE_FILTER_MORE)
              g_assert_false (before && !after);
          }
      g_assert_cmpint (brine_calendar_filter_compare (a, a), ==, BRINE_FILTER_SAME);
    }
}

static void
test_counts (void)
{
  BrineDayFacts facts = { 0 };
  BrineCalendarFilter meals = { 1u << BRINE_PRACTICE_MEAL, BRINE_FILTER_ALL_STATES };

  facts.practices[BRINE_PRACTICE_MEAL] =
      (BrinePracticeFacts){ .planned = 5, .done = 2, .skipped = 1, .open = 2 };
  facts.practices[BRINE_PRACTICE_WALK] =
      (BrinePracticeFacts){ .planned = 2, .done = 1, .paused = 1 };

  BrineDayCount all = brine_calendar_filter_count (everything, &facts);
  g_assert_cmpint (all.done, ==, 3);
  g_assert_cmpint (all.planned, ==, 5);
  g_assert_cmpint (all.shown, ==, -1);
  BrineDayCount some = brine_calendar_filter_count (meals, &facts);
  g_assert_cmpint (some.done, ==, 2);
  g_assert_cmpint (some.planned, ==, 4);
  BrineDayCount none = brine_calendar_filter_count (everything, NULL);
  g_assert_cmpint (none.planned, ==, 0);

  facts.paused = TRUE;
  facts.pause_reason = BRINE_PAUSE_TRAVEL;
  BrineDayCount paused = brine_calendar_filter_count (everything, &facts);
  g_assert_true (paused.paused);
  g_assert_cmpint (paused.pause_reason, ==, BRINE_PAUSE_TRAVEL);
  g_assert_cmpint (paused.done, ==, 0);
  g_assert_cmpint (paused.planned, ==, 0);
}

static void
test_pick (void)
{
  BrinePracticeFacts facts = { .planned = 6,
                               .open = 1,
                               .done = 1,
                               .partly = 1,
                               .skipped = 1,
                               .missed = 1,
                               .paused = 1,
                               .extra = 2 };

  BrinePracticeFacts all = brine_calendar_filter_pick (everything, &facts);
  g_assert_cmpmem (&all, sizeof all, &facts, sizeof facts);
  for (int i = 0; i < BRINE_N_FILTER_STATES; i++)
    {
      BrineCalendarFilter one = { BRINE_FILTER_ALL_PRACTICES, 1u << i };
      BrinePracticeFacts some = brine_calendar_filter_pick (one, &facts);
      int counts[BRINE_N_FILTER_STATES] = { some.open,    some.done,   some.partly,
                                            some.skipped, some.missed, some.paused };

      g_assert_cmpint (some.planned, ==, 1);
      g_assert_cmpint (some.extra, ==, i == BRINE_FILTER_DONE ? 2 : 0);
      for (int other = 0; other < BRINE_N_FILTER_STATES; other++)
        g_assert_cmpint (counts[other], ==, other == i);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/calendar/filter/matching", test_matching);
  g_test_add_func ("/calendar/filter/each-bit", test_each_bit);
  g_test_add_func ("/calendar/filter/compare", test_compare);
  g_test_add_func ("/calendar/filter/counts", test_counts);
  g_test_add_func ("/calendar/filter/pick", test_pick);
  return g_test_run ();
}
