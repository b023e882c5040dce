/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-store-private.h"
#include "fixture.h"

#include <math.h>

/* The agenda and the facts of days: what is planned laid over what happened. */

typedef struct
{
  char *dir;
  BrineStore *store;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->dir = fixture_make_dir ();
  fixture->store = fixture_open (fixture->dir);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  brine_store_close (fixture->store);
  fixture_drain ();
  g_assert_finalize_object (fixture->store);
  fixture_remove_dir (fixture->dir);
}

static BrineLocal
at (int day, int hour, int minute)
{
  return brine_local (FIXTURE_MONDAY + day, hour, minute);
}

/* "day start-end title state" of each row of the days [from, to] after the Monday. */
static char *
describe (BrineStore *store, int from, int to, BrineLocal now)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows =
      brine_store_load_agenda (store, FIXTURE_MONDAY + from, FIXTURE_MONDAY + to, now, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < rows->len; i++)
    {
      BrineOccurrence *row = g_ptr_array_index (rows, i);
      g_autofree char *start = brine_local_to_string (brine_occurrence_get_start (row));
      g_autofree char *end = brine_local_to_string (brine_occurrence_get_end (row));

      g_string_append_printf (text, "%s%d %.5s-%.5s %s %s", i == 0 ? "" : ", ",
                              brine_occurrence_get_day (row) - FIXTURE_MONDAY, start + 11, end + 11,
                              brine_occurrence_get_title (row),
                              brine_state_to_nick (brine_occurrence_get_state (row)));
    }
  return g_string_free (text, FALSE);
}

#define assert_agenda(store, from, to, now, expected)                                              \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *agenda = describe (store, from, to, now);                                     \
    g_assert_cmpstr (agenda, ==, expected);                                                        \
  }                                                                                                \
  G_STMT_END

static BrineDayFacts
load_day (BrineStore *store, int day, BrineLocal now)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) facts =
      brine_store_load_facts (store, FIXTURE_MONDAY + day, FIXTURE_MONDAY + day, now, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (facts->len, ==, 1);
  return g_array_index (facts, BrineDayFacts, 0);
}

static void
assert_practice (const BrineDayFacts *facts, BrinePractice practice, const char *expected)
{
  const BrinePracticeFacts *p = &facts->practices[practice];
  g_autofree char *text =
      g_strdup_printf ("planned %d open %d done %d partly %d skipped %d missed %d paused %d "
                       "extra %d minutes %g",
                       p->planned, p->open, p->done, p->partly, p->skipped, p->missed, p->paused,
                       p->extra, p->minutes);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_states (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BrinePlanItem) walk =
      fixture_item (BRINE_PRACTICE_WALK, "Walk", at (0, 8, 0), 20, "FREQ=DAILY;COUNT=7");
  g_autoptr (BrineLog) done = fixture_log (walk, at (0, 8, 0), BRINE_STATE_DONE);
  g_autoptr (BrineLog) skipped = fixture_log (walk, at (1, 8, 0), BRINE_STATE_SKIPPED);
  g_autoptr (BrinePause) pause = brine_pause_new ();
  BrineChange *change = brine_change_new ();

  pause->from = FIXTURE_MONDAY + 3;
  pause->to = FIXTURE_MONDAY + 3;
  pause->reason = BRINE_PAUSE_TRAVEL;
  done->amount = (BrineAmount){ 0.5, BRINE_UNIT_HOURS };
  brine_change_put_item (change, walk);
  brine_change_put_log (change, done);
  brine_change_put_log (change, skipped);
  brine_change_put_pause (change, pause);
  fixture_apply_and_forget (fixture->store, change);

  assert_agenda (fixture->store, 0, 5, at (4, 12, 0),
                 "0 08:00-08:20 Walk done, 1 08:00-08:20 Walk skipped, "
                 "2 08:00-08:20 Walk missed, 3 08:00-08:20 Walk paused, "
                 "4 08:00-08:20 Walk due, 5 08:00-08:20 Walk planned");

  static const char *const expected[] = {
    "planned 1 open 0 done 1 partly 0 skipped 0 missed 0 paused 0 extra 0 minutes 30",
    "planned 1 open 0 done 0 partly 0 skipped 1 missed 0 paused 0 extra 0 minutes 0",
    "planned 1 open 0 done 0 partly 0 skipped 0 missed 1 paused 0 extra 0 minutes 0",
    "planned 1 open 0 done 0 partly 0 skipped 0 missed 0 paused 1 extra 0 minutes 0",
    "planned 1 open 1 done 0 partly 0 skipped 0 missed 0 paused 0 extra 0 minutes 0",
    "planned 1 open 1 done 0 partly 0 skipped 0 missed 0 paused 0 extra 0 minutes 0",
  };
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      BrineDayFacts facts = load_day (fixture->store, (int)i, at (4, 12, 0));

      assert_practice (&facts, BRINE_PRACTICE_WALK, expected[i]);
      g_assert_cmpint (facts.paused, ==, i == 3);
      g_assert_true (isnan (facts.mood_mean));
    }
}

/* "Done" without an amount means what was planned. */
static void
test_done_without_amount (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BrinePlanItem) sit =
      fixture_item (BRINE_PRACTICE_MEDITATION, "Sit", at (0, 7, 0), 10, NULL);
  g_autoptr (BrineLog) done = fixture_log (sit, at (0, 7, 0), BRINE_STATE_DONE);

  fixture_put_item (fixture->store, sit);
  fixture_put_log (fixture->store, done);
  BrineDayFacts facts = load_day (fixture->store, 0, at (0, 12, 0));
  assert_practice (&facts, BRINE_PRACTICE_MEDITATION,
                   "planned 1 open 0 done 1 partly 0 skipped 0 missed 0 paused 0 extra 0 "
                   "minutes 10");
}

/* A planned night and the night that was slept are one row, drawn as it was slept. */
static void
test_night (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BrinePlanItem) sleep =
      fixture_item (BRINE_PRACTICE_SLEEP, "Sleep", at (0, 22, 30), 480, "FREQ=DAILY");
  g_autoptr (BrineNight) night = fixture_night (at (0, 23, 10), at (1, 7, 0));
  g_autoptr (BrineNight) nap = fixture_night (at (1, 14, 0), at (1, 14, 40));
  BrineChange *change = brine_change_new ();

  brine_change_put_item (change, sleep);
  brine_change_put_night (change, nap);
  brine_change_put_night (change, night);
  fixture_apply_and_forget (fixture->store, change);

  assert_agenda (fixture->store, 1, 2, at (2, 12, 0),
                 "1 23:10-07:00 Sleep done, 1 14:00-14:40  done, 2 22:30-06:30 Sleep due");
  BrineDayFacts facts = load_day (fixture->store, 1, at (2, 12, 0));
  assert_practice (&facts, BRINE_PRACTICE_SLEEP,
                   "planned 1 open 0 done 1 partly 0 skipped 0 missed 0 paused 0 extra 1 "
                   "minutes 510");
  g_assert_true (facts.has_night);
  g_assert_cmpint (facts.sleep_minutes, ==, 470);
  g_assert_cmpint (facts.rested, ==, 4);
  g_assert_true (brine_local_equal (facts.bed, at (0, 23, 10)));
  g_assert_true (brine_local_equal (facts.wake, at (1, 7, 0)));
}

static void
test_quota_and_spontaneous (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BrinePlanItem) yoga =
      fixture_item (BRINE_PRACTICE_OWN, "Yoga", at (0, 0, 0), 30, NULL);
  g_autoptr (BrineLog) quota = fixture_log (yoga, at (2, 0, 0), BRINE_STATE_DONE);
  g_autoptr (BrineLog) extra = fixture_log (NULL, at (2, 20, 0), BRINE_STATE_PARTLY);
  BrineChange *change = brine_change_new ();

  yoga->quota_per_week = 2;
  quota->at = fixture_moment (at (2, 18, 0));
  quota->amount = (BrineAmount){ 30, BRINE_UNIT_MINUTES };
  brine_change_put_item (change, yoga);
  brine_change_put_log (change, quota);
  brine_change_put_log (change, extra);
  fixture_apply_and_forget (fixture->store, change);

  assert_agenda (fixture->store, 0, 6, at (3, 12, 0),
                 "2 18:00-18:30 Yoga done, 2 20:00-20:00 Spontaneous partly");
  BrineDayFacts facts = load_day (fixture->store, 2, at (3, 12, 0));
  assert_practice (&facts, BRINE_PRACTICE_OWN,
                   "planned 0 open 0 done 0 partly 0 skipped 0 missed 0 paused 0 extra 1 "
                   "minutes 30");
  assert_practice (&facts, BRINE_PRACTICE_WALK,
                   "planned 0 open 0 done 0 partly 0 skipped 0 missed 0 paused 0 extra 1 "
                   "minutes 0");
}

/* An occurrence keeps its log wherever it was moved to and whenever it was logged. */
static void
test_moved_and_late (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BrinePlanItem) walk =
      fixture_item (BRINE_PRACTICE_WALK, "Walk", at (0, 8, 0), 20, "FREQ=WEEKLY");
  g_autoptr (BrineLog) moved = fixture_log (walk, at (7, 8, 0), BRINE_STATE_DONE);
  g_autoptr (BrineLog) late = fixture_log (walk, at (0, 8, 0), BRINE_STATE_PARTLY);
  BrineException *exception = brine_exception_new (at (7, 8, 0));

  exception->start = at (30, 9, 0);
  exception->minutes = 45;
  g_ptr_array_add (walk->exceptions, exception);
  moved->at = fixture_moment (at (12, 9, 0));
  late->at = fixture_moment (at (20, 21, 0));
  fixture_put_item (fixture->store, walk);
  fixture_put_log (fixture->store, moved);
  fixture_put_log (fixture->store, late);

  assert_agenda (fixture->store, 30, 30, at (40, 12, 0), "30 09:00-09:45 Walk done");
  assert_agenda (fixture->store, 0, 0, at (40, 12, 0), "0 08:00-08:20 Walk partly");
  assert_agenda (fixture->store, 6, 13, at (40, 12, 0), "");
  assert_agenda (fixture->store, 20, 20, at (40, 12, 0), "");
  g_assert_cmpint (
      load_day (fixture->store, 30, at (40, 12, 0)).practices[BRINE_PRACTICE_WALK].done, ==, 1);
  g_assert_cmpint (
      load_day (fixture->store, 20, at (40, 12, 0)).practices[BRINE_PRACTICE_WALK].extra, ==, 0);
}

/* What happened stays when the plan goes: the log of a removed item stands alone. */
static void
test_removed_item (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BrinePlanItem) walk =
      fixture_item (BRINE_PRACTICE_WALK, "Walk", at (0, 8, 0), 20, "FREQ=DAILY");
  g_autoptr (BrineLog) done = fixture_log (walk, at (0, 8, 0), BRINE_STATE_DONE);
  BrineChange *change = brine_change_new ();

  fixture_put_item (fixture->store, walk);
  fixture_put_log (fixture->store, done);
  brine_change_remove (change, BRINE_KIND_ITEM, walk->id);
  fixture_apply_and_forget (fixture->store, change);
  assert_agenda (fixture->store, 0, 3, at (1, 12, 0), "0 08:00-08:00 Walk done");
  g_assert_cmpint (load_day (fixture->store, 0, at (1, 12, 0)).practices[BRINE_PRACTICE_WALK].extra,
                   ==, 1);
}

/* Half past midnight belongs to the day before. */
static void
test_day_start (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BrineLog) night_walk = fixture_log (NULL, at (1, 0, 30), BRINE_STATE_DONE);
  BrineChange *change = brine_change_new ();

  fixture_put_log (fixture->store, night_walk);
  assert_agenda (fixture->store, 0, 0, at (1, 12, 0), "0 00:30-00:30 Spontaneous done");

  g_autoptr (BrinePlanItem) sit =
      fixture_item (BRINE_PRACTICE_MEDITATION, "Sit", at (2, 0, 30), 10, NULL);
  fixture_put_item (fixture->store, sit);
  assert_agenda (fixture->store, 1, 1, at (0, 12, 0), "1 00:30-00:40 Sit planned");
  brine_change_put_setting (change, BRINE_SETTING_DAY_START, "0");
  fixture_apply_and_forget (fixture->store, change);
  g_assert_cmpint (brine_store_get_day_start_minutes (fixture->store), ==, 0);
  assert_agenda (fixture->store, 1, 1, at (0, 12, 0), "");
  assert_agenda (fixture->store, 2, 2, at (0, 12, 0), "2 00:30-00:40 Sit planned");
}

static void
test_plants_and_mood (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BrineLog) lunch = fixture_log (NULL, at (0, 12, 0), BRINE_STATE_DONE);
  g_autoptr (BrineLog) dinner = fixture_log (NULL, at (0, 18, 0), BRINE_STATE_DONE);
  g_autoptr (BrineLog) next_day = fixture_log (NULL, at (1, 12, 0), BRINE_STATE_DONE);
  g_autoptr (BrineCheckin) morning = fixture_checkin (at (0, 9, 0), 2);
  g_autoptr (BrineCheckin) evening = fixture_checkin (at (0, 21, 0), 5);
  BrineChange *change = brine_change_new ();

  lunch->practice = dinner->practice = next_day->practice = BRINE_PRACTICE_MEAL;
  lunch->plants = g_strdup ("cabbage:1;dill:0.25");
  lunch->live_servings = 1;
  dinner->plants = g_strdup ("cabbage:1;dill:1;carrot:1;broken;:2;bad:x;");
  next_day->plants = g_strdup (lunch->plants);
  dinner->live_servings = 0.5;
  morning->energy = 3;
  brine_change_put_log (change, lunch);
  brine_change_put_log (change, dinner);
  brine_change_put_log (change, next_day);
  brine_change_put_checkin (change, evening);
  brine_change_put_checkin (change, morning);
  fixture_apply_and_forget (fixture->store, change);

  g_assert_cmpfloat (load_day (fixture->store, 1, at (1, 12, 0)).plant_points, ==, 1.25);
  BrineDayFacts facts = load_day (fixture->store, 0, at (1, 12, 0));
  g_assert_cmpfloat (facts.plant_points, ==, 3);
  g_assert_cmpfloat (facts.live_servings, ==, 1.5);
  g_assert_cmpint (facts.n_checkins, ==, 2);
  g_assert_cmpfloat (facts.mood_mean, ==, 3.5);
  g_assert_cmpint (facts.mood_last, ==, 5);
  g_assert_cmpint (facts.energy_last, ==, 3);
  g_assert_cmpint (facts.gut_last, ==, 0);
}

static gboolean
equal_facts (const BrineDayFacts *a, const BrineDayFacts *b)
{
  for (int i = 0; i < BRINE_N_PRACTICES; i++)
    {
      const BrinePracticeFacts *p = &a->practices[i];
      const BrinePracticeFacts *q = &b->practices[i];

      if (p->planned != q->planned || p->open != q->open || p->done != q->done
          || p->partly != q->partly || p->skipped != q->skipped || p->missed != q->missed
          || p->paused != q->paused || p->extra != q->extra || p->minutes != q->minutes
          || p->planned != p->open + p->done + p->partly + p->skipped + p->missed + p->paused)
        return FALSE;
    }
  return a->day == b->day && a->n_checkins == b->n_checkins && a->mood_last == b->mood_last
         && a->has_night == b->has_night && a->sleep_minutes == b->sleep_minutes
         && a->live_servings == b->live_servings && a->plant_points == b->plant_points
         && a->paused == b->paused;
}

/* Law: what a day counts does not depend on the range it was asked in, nor the number of queries
 * on its length; and the agenda tells the same as the facts. */
static void
test_law_of_ranges (Fixture *fixture, gconstpointer data)
{
  const int n_days = 200;
  guint32 seed = g_test_rand_int ();
  BrineLocal now = at (0, 12, 0);

  g_test_message ("seed %u", seed);
  fixture_fill (fixture->store, FIXTURE_MONDAY, n_days, seed);
  g_autoptr (GArray) whole = brine_store_load_facts (fixture->store, FIXTURE_MONDAY - n_days,
                                                     FIXTURE_MONDAY + 1, now, NULL);
  g_assert_nonnull (whole);
  for (guint i = 0; i < whole->len; i++)
    {
      const BrineDayFacts *day = &g_array_index (whole, BrineDayFacts, i);
      BrineDayFacts alone = load_day (fixture->store, day->day - FIXTURE_MONDAY, now);
      g_autoptr (GPtrArray) rows =
          brine_store_load_agenda (fixture->store, day->day, day->day, now, NULL);
      int n_rows = 0;

      g_assert_true (equal_facts (day, &alone));
      for (int p = 0; p < BRINE_N_PRACTICES; p++)
        n_rows += day->practices[p].planned + day->practices[p].extra;
      g_assert_cmpint (rows->len, ==, n_rows);
    }
}

static int
count_queries (BrineStore *store, gboolean facts, int n_days)
{
  int before = brine_store_count_queries (store);

  if (facts)
    g_array_unref (brine_store_load_facts (store, FIXTURE_MONDAY - n_days, FIXTURE_MONDAY,
                                           at (0, 12, 0), NULL));
  else
    g_ptr_array_unref (brine_store_load_agenda (store, FIXTURE_MONDAY - n_days, FIXTURE_MONDAY,
                                                at (0, 12, 0), NULL));
  return brine_store_count_queries (store) - before;
}

static void
test_number_of_queries (Fixture *fixture, gconstpointer data)
{
  fixture_fill (fixture->store, FIXTURE_MONDAY, 100, 1);
  /* The first reads the plan as well. */
  g_assert_cmpint (count_queries (fixture->store, FALSE, 1), <=, 6);
  g_assert_cmpint (count_queries (fixture->store, FALSE, 1), <=, 4);
  g_assert_cmpint (count_queries (fixture->store, FALSE, 1), ==,
                   count_queries (fixture->store, FALSE, 100));
  g_assert_cmpint (count_queries (fixture->store, TRUE, 1), <=, 4);
  g_assert_cmpint (count_queries (fixture->store, TRUE, 1), ==,
                   count_queries (fixture->store, TRUE, 100));

  g_autoptr (BrinePlanItem) item =
      fixture_item (BRINE_PRACTICE_WALK, "New", at (0, 8, 0), 20, NULL);
  fixture_put_item (fixture->store, item);
  g_assert_cmpint (count_queries (fixture->store, TRUE, 100), <=, 6);
}

static void
test_senseless_ranges (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    BrineDay from;
    BrineDay to;
  } ranges[] = {
    { 10, 9 },
    { BRINE_DAY_INVALID, 0 },
    { 0, BRINE_DAY_MAX + 1 },
    { BRINE_DAY_MIN, BRINE_DAY_MAX },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GError) facts_error = NULL;

      g_assert_null (brine_store_load_agenda (fixture->store, ranges[i].from, ranges[i].to,
                                              at (0, 0, 0), &error));
      g_assert_error (error, BRINE_ERROR, BRINE_ERROR_INVALID);
      g_assert_null (brine_store_load_facts (fixture->store, ranges[i].from, ranges[i].to,
                                             at (0, 0, 0), &facts_error));
      g_assert_error (facts_error, BRINE_ERROR, BRINE_ERROR_INVALID);
    }
}

/* What a row tells of its item, of a changed occurrence, and of a log that stands alone. */
/* Two lunches, of which the second is moved and changed, and a meal that was not planned. */
static BrinePlanItem *
put_lunches (Fixture *fixture, BrineLog *alone)
{
  BrinePlanItem *lunch =
      fixture_item (BRINE_PRACTICE_MEAL, "Bowl", at (0, 12, 0), 30, "FREQ=DAILY;COUNT=2");
  BrineException *exception = brine_exception_new (at (1, 12, 0));
  BrineGoalPeriod goals[] = {
    { FIXTURE_MONDAY, { .kind = BRINE_GOAL_AT_LEAST, .low = 1, .unit = BRINE_UNIT_SERVINGS } },
    { FIXTURE_MONDAY + 1, { .kind = BRINE_GOAL_AT_LEAST, .low = 2, .unit = BRINE_UNIT_SERVINGS } }
  };

  g_array_append_vals (lunch->goals, goals, 2);
  lunch->slot = BRINE_MEAL_SLOT_LUNCH;
  lunch->portions = 2;
  lunch->recipe_id = g_strdup ("r1");
  lunch->notes = g_strdup ("with rice");
  lunch->location = g_strdup ("kitchen");
  exception->start = at (1, 13, 0);
  exception->minutes = 60;
  exception->title = g_strdup ("Big bowl");
  exception->notes = g_strdup ("with friends");
  exception->recipe_id = g_strdup ("r2");
  g_ptr_array_add (lunch->exceptions, exception);
  alone->recipe_id = g_strdup ("r3");
  fixture_put_item (fixture->store, lunch);
  fixture_put_log (fixture->store, alone);
  return lunch;
}

static void
test_row (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BrineLog) alone = fixture_log (NULL, at (1, 15, 0), BRINE_STATE_DONE);
  g_autoptr (BrinePlanItem) lunch = put_lunches (fixture, alone);
  g_autoptr (GPtrArray) rows = brine_store_load_agenda (fixture->store, FIXTURE_MONDAY,
                                                        FIXTURE_MONDAY + 1, at (0, 9, 0), NULL);
  static const struct
  {
    const char *title;
    const char *notes;
    const char *recipe_id;
    const char *location;
    double portions;
    BrineMealSlot slot;
    double goal;
    int minutes;
    gboolean moved;
    gboolean recurring;
  } expected[] = {
    { "Bowl", "with rice", "r1", "kitchen", 2, BRINE_MEAL_SLOT_LUNCH, 1, 30, FALSE, TRUE },
    { "Big bowl", "with friends", "r2", "kitchen", 2, BRINE_MEAL_SLOT_LUNCH, 2, 60, TRUE, TRUE },
    { "Spontaneous", NULL, "r3", NULL, 1, BRINE_MEAL_SLOT_NONE, 0, 0, FALSE, FALSE },
  };
  g_assert_cmpuint (rows->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < rows->len; i++)
    {
      BrineOccurrence *row = g_ptr_array_index (rows, i);

      g_assert_cmpstr (brine_occurrence_get_title (row), ==, expected[i].title);
      g_assert_cmpstr (brine_occurrence_get_notes (row), ==, expected[i].notes);
      g_assert_cmpstr (brine_occurrence_get_recipe_id (row), ==, expected[i].recipe_id);
      g_assert_cmpstr (brine_occurrence_get_location (row), ==, expected[i].location);
      g_assert_cmpfloat (brine_occurrence_get_portions (row), ==, expected[i].portions);
      g_assert_cmpint (brine_occurrence_get_slot (row), ==, expected[i].slot);
      g_assert_cmpfloat (brine_occurrence_get_goal (row).low, ==, expected[i].goal);
      g_assert_cmpint (brine_occurrence_get_minutes (row), ==, expected[i].minutes);
      g_assert_cmpint (brine_occurrence_is_moved (row), ==, expected[i].moved);
      g_assert_cmpint (brine_occurrence_is_recurring (row), ==, expected[i].recurring);
      g_assert_cmpstr (brine_occurrence_get_item_id (row), ==, i < 2 ? lunch->id : NULL);
      g_assert_cmpstr (brine_occurrence_get_uid (row), ==, i < 2 ? lunch->uid : NULL);
      g_assert_cmpint (brine_occurrence_get_log (row) != NULL, ==, i == 2);
      g_assert_null (brine_occurrence_get_night (row));
    }
  g_autofree char *key = g_strconcat (lunch->id, "@2026-11-24T12:00:00", NULL);
  g_assert_cmpstr (brine_occurrence_get_key (rows->pdata[1]), ==, key);
  g_assert_true (brine_local_equal (brine_occurrence_get_original (rows->pdata[1]), at (1, 12, 0)));
  g_assert_cmpstr (brine_occurrence_get_key (rows->pdata[2]), ==, alone->id);
}

/* Any change that shows makes a row unequal; the same content read again is equal. */
static void
test_equality (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BrinePlanItem) item =
      fixture_item (BRINE_PRACTICE_MEAL, "Bowl", at (0, 12, 0), 30, NULL);

  fixture_put_item (fixture->store, item);
  for (int change = 0; change < 8; change++)
    {
      g_autoptr (GPtrArray) before = brine_store_load_agenda (fixture->store, FIXTURE_MONDAY,
                                                              FIXTURE_MONDAY, at (0, 9, 0), NULL);
      char **texts[] = { &item->title, &item->notes, &item->location, &item->recipe_id,
                         &item->uid };

      if (change < 5)
        {
          g_free (*texts[change]);
          *texts[change] = g_strdup ("changed");
        }
      else if (change == 5)
        item->portions += 1;
      else if (change == 6)
        item->slot = BRINE_MEAL_SLOT_SNACK;
      fixture_put_item (fixture->store, item);
      g_autoptr (GPtrArray) after = brine_store_load_agenda (fixture->store, FIXTURE_MONDAY,
                                                             FIXTURE_MONDAY, at (0, 9, 0), NULL);
      g_assert_cmpint (brine_occurrence_equal (before->pdata[0], after->pdata[0]), ==, change == 7);
    }
}

/* Order: 0 only for the same key, and antisymmetric. */
static void
test_law_of_order (Fixture *fixture, gconstpointer data)
{
  fixture_fill (fixture->store, FIXTURE_MONDAY, 5, 3);
  g_autoptr (GPtrArray) rows = brine_store_load_agenda (fixture->store, FIXTURE_MONDAY - 5,
                                                        FIXTURE_MONDAY, at (0, 12, 0), NULL);

  for (guint i = 0; i < rows->len; i++)
    for (guint j = 0; j < rows->len; j++)
      {
        BrineOccurrence *a = g_ptr_array_index (rows, i);
        BrineOccurrence *b = g_ptr_array_index (rows, j);
        int order = brine_occurrence_compare (a, b);

        g_assert_true ((order == 0) == (i == j));
        g_assert_true ((order < 0) == (i < j));
        g_assert_true ((order > 0) == (brine_occurrence_compare (b, a) < 0));
        g_assert_true (brine_occurrence_equal (a, b) == (i == j));
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/agenda/states", test_states);
  ADD ("/agenda/done-without-amount", test_done_without_amount);
  ADD ("/agenda/night", test_night);
  ADD ("/agenda/quota-and-spontaneous", test_quota_and_spontaneous);
  ADD ("/agenda/moved-and-late", test_moved_and_late);
  ADD ("/agenda/removed-item", test_removed_item);
  ADD ("/agenda/day-start", test_day_start);
  ADD ("/agenda/plants-and-mood", test_plants_and_mood);
  ADD ("/agenda/law-of-ranges", test_law_of_ranges);
  ADD ("/agenda/number-of-queries", test_number_of_queries);
  ADD ("/agenda/senseless-ranges", test_senseless_ranges);
  ADD ("/agenda/law-of-order", test_law_of_order);
  ADD ("/agenda/row", test_row);
  ADD ("/agenda/equality", test_equality);
#undef ADD
  return g_test_run ();
}
