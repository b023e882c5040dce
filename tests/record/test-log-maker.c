/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "../store/fixture.h"
#include "brine-log-maker.h"

/* What a log says that is made by a tick, by the terminal or on a notification. Berlin; days start at
 * 04:00; it is Monday, 23 November 2026, 20:00. */

typedef struct
{
  char *dir;
  BrineStore *store;
  BrineCatalogue *catalogue;
  GTimeZone *berlin;
  BrineLogMaker with;
} Fixture;

static BrineCatalogue *
make_catalogue (void)
{
  BrineRecipeFacts *facts = g_new0 (BrineRecipeFacts, 1);
  GPtrArray *recipes = g_ptr_array_new_with_free_func (g_object_unref);

  facts->live_servings = 0.5;
  facts->plant_keys = g_strsplit ("cabbage", ",", -1);
  facts->plant_values = g_new0 (double, 1);
  facts->plant_values[0] = 1;
  g_ptr_array_add (recipes, brine_recipe_new ("bowl", "Bowl", BRINE_MEAL_SLOT_LUNCH, 1, 5,
                                              g_ptr_array_new_with_free_func (
                                                  (GDestroyNotify)brine_ingredient_free),
                                              NULL, NULL, facts));
  return brine_catalogue_new (1, g_ptr_array_new_with_free_func ((GDestroyNotify)brine_food_free),
                              recipes);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->dir = fixture_make_dir ();
  fixture->store = fixture_open (fixture->dir);
  fixture->catalogue = make_catalogue ();
  fixture->berlin = g_time_zone_new_identifier ("Europe/Berlin");
  g_assert_nonnull (fixture->berlin);
  fixture->with = (BrineLogMaker){ fixture->catalogue, fixture->berlin, { 0 }, 240 };
  fixture->with.now = brine_zone_resolve (fixture->berlin, brine_local (FIXTURE_MONDAY, 20, 0));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  brine_store_close (fixture->store);
  g_object_unref (fixture->store);
  g_object_unref (fixture->catalogue);
  g_time_zone_unref (fixture->berlin);
  fixture_remove_dir (fixture->dir);
}

/* The one row of @day. (transfer full) */
static BrineOccurrence *
load_row (Fixture *fixture, BrineDay day)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows =
      brine_store_load_agenda (fixture->store, day, day,
                               brine_zone_get_local (fixture->berlin, fixture->with.now, NULL),
                               &error);

  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, 1);
  return g_object_ref (rows->pdata[0]);
}

static void
assert_at (const BrineMoment *moment, const char *wanted)
{
  g_autofree char *text = brine_instant_to_string (moment->instant, moment->offset_seconds);

  g_assert_cmpstr (text, ==, wanted);
}

static const BrineAmount as_planned = { 0, BRINE_UNIT_NONE };

static void
test_when (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *now;
    const char *start;
    const char *at;
    const char *day;
  } rows[] = {
    { "2026-11-23T20:00", "2026-11-23T08:00", "2026-11-23T20:00:00+01:00", "2026-11-23" },
    { "2026-11-24T03:00", "2026-11-23T08:00", "2026-11-24T03:00:00+01:00", "2026-11-23" },
    { "2026-11-24T04:00", "2026-11-23T08:00", "2026-11-23T08:00:00+01:00", "2026-11-23" },
    { "2026-11-22T20:00", "2026-11-23T08:00", "2026-11-23T08:00:00+01:00", "2026-11-23" },
    { "2026-04-01T20:00", "2026-03-29T02:30", "2026-03-29T03:30:00+02:00", "2026-03-28" },
    { "2026-11-23T20:00", "2026-10-25T02:30", "2026-10-25T02:30:00+02:00", "2026-10-24" },
    { "2028-03-01T20:00", "2028-02-29T08:00", "2028-02-29T08:00:00+01:00", "2028-02-29" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (BrineOccurrence) occurrence = NULL;
      g_autoptr (BrineLog) log = NULL;
      g_autoptr (BrinePlanItem) item = NULL;
      g_autofree char *day = NULL;
      BrineLocal start;
      BrineChange *change = brine_change_new ();

      g_assert_true (brine_local_parse (rows[i].start, &start));
      g_assert_true (brine_instant_parse (rows[i].now, fixture->berlin, &fixture->with.now));
      item = fixture_item (BRINE_PRACTICE_WALK, "Walk", start, 20, NULL);
      fixture_put_item (fixture->store, item);
      occurrence = load_row (fixture, brine_civil_day_of_local (start, 240));
      log = brine_log_make (occurrence, BRINE_STATE_DONE, BRINE_SKIP_NONE, as_planned,
                            &fixture->with);
      assert_at (&log->at, rows[i].at);
      day = brine_day_to_string (log->at.day);
      g_assert_cmpstr (day, ==, rows[i].day);
      g_assert_cmpstr (log->item_id, ==, item->id);
      g_assert_true (brine_local_equal (log->original, start));
      g_assert_cmpfloat (log->amount.value, ==, 20);
      g_assert_cmpint (log->amount.unit, ==, BRINE_UNIT_MINUTES);
      brine_change_remove (change, BRINE_KIND_ITEM, item->id);
      fixture_apply_and_forget (fixture->store, change);
    }
}

/* Planned by the wall clock, slept as it elapsed; what begins in a gap ends after it began. */
static void
test_clock_changes (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *zone;
    const char *start;
    int minutes;
    const char *bed;
    const char *wake;
    int slept;
  } rows[] = {
    { "Europe/Berlin", "2026-03-28T23:00", 480, "2026-03-28T23:00:00+01:00",
      "2026-03-29T07:00:00+02:00", 420 },
    { "Europe/Berlin", "2026-10-24T23:00", 480, "2026-10-24T23:00:00+02:00",
      "2026-10-25T07:00:00+01:00", 540 },
    { "Europe/Berlin", "2026-10-25T02:30", 90, "2026-10-25T02:30:00+02:00",
      "2026-10-25T04:00:00+01:00", 150 },
    { "Europe/Berlin", "2026-03-29T01:30", 60, "2026-03-29T01:30:00+01:00",
      "2026-03-29T03:30:00+02:00", 60 },
    { "Europe/Berlin", "2026-03-29T02:45", 30, "2026-03-29T03:45:00+02:00",
      "2026-03-29T04:15:00+02:00", 30 },
    { "Europe/Berlin", "2028-02-28T23:00", 480, "2028-02-28T23:00:00+01:00",
      "2028-02-29T07:00:00+01:00", 480 },
    { "Australia/Lord_Howe", "2026-10-03T23:00", 480, "2026-10-03T23:00:00+10:30",
      "2026-10-04T07:00:00+11:00", 450 },
    { "Australia/Lord_Howe", "2027-04-03T23:00", 480, "2027-04-03T23:00:00+11:00",
      "2027-04-04T07:00:00+10:30", 510 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (rows[i].zone);
      BrineLogMaker with = { NULL, zone, { 0 }, 240 };
      BrineChange *change = brine_change_new ();
      BrineLocal start;

      g_assert_true (brine_local_parse (rows[i].start, &start));
      g_autoptr (BrinePlanItem) item =
          fixture_item (BRINE_PRACTICE_SLEEP, "Sleep", start, rows[i].minutes, NULL);
      fixture_put_item (fixture->store, item);
      BrineLocal end = brine_local_add_seconds (start, (int64_t)rows[i].minutes * 60);
      g_autoptr (BrineOccurrence) occurrence =
          load_row (fixture, brine_civil_day_of_local (end, 240));
      g_autoptr (BrineNight) night = brine_night_make (occurrence, &with);

      g_assert_true (brine_local_equal (brine_occurrence_get_end (occurrence), end));
      assert_at (&night->bed, rows[i].bed);
      assert_at (&night->wake, rows[i].wake);
      g_assert_cmpint (brine_night_get_minutes (night), ==, rows[i].slept);
      brine_change_remove (change, BRINE_KIND_ITEM, item->id);
      fixture_apply_and_forget (fixture->store, change);
    }
}

static void
test_amounts (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BrinePlanItem) meal =
      fixture_item (BRINE_PRACTICE_MEAL, "Bowl", brine_local (FIXTURE_MONDAY, 12, 30), 30, NULL);
  const BrineAmount three = { 3, BRINE_UNIT_PORTIONS };

  meal->recipe_id = g_strdup ("bowl");
  meal->portions = 2;
  fixture_put_item (fixture->store, meal);
  g_autoptr (BrineOccurrence) row = load_row (fixture, FIXTURE_MONDAY);
  g_autoptr (BrineLog) done =
      brine_log_make (row, BRINE_STATE_DONE, BRINE_SKIP_NONE, as_planned, &fixture->with);
  g_autoptr (BrineLog) partly =
      brine_log_make (row, BRINE_STATE_PARTLY, BRINE_SKIP_NONE, as_planned, &fixture->with);
  g_autoptr (BrineLog) more =
      brine_log_make (row, BRINE_STATE_DONE, BRINE_SKIP_NONE, three, &fixture->with);
  g_autoptr (BrineLog) skipped =
      brine_log_make (row, BRINE_STATE_SKIPPED, BRINE_SKIP_ILL, three, &fixture->with);

  g_assert_cmpfloat (done->live_servings, ==, 1);
  g_assert_cmpstr (done->plants, ==, "cabbage:1");
  g_assert_cmpfloat (partly->amount.value, ==, 1);
  g_assert_cmpfloat (partly->live_servings, ==, 0.5);
  g_assert_cmpfloat (more->live_servings, ==, 1.5);
  g_assert_cmpint (skipped->reason, ==, BRINE_SKIP_ILL);
  g_assert_cmpint (skipped->amount.unit, ==, BRINE_UNIT_NONE);
  g_assert_cmpfloat (skipped->live_servings, ==, 0);
  g_assert_null (skipped->plants);

  /* Without a catalogue the meal is logged all the same. */
  fixture->with.catalogue = NULL;
  g_autoptr (BrineLog) plain =
      brine_log_make (row, BRINE_STATE_DONE, BRINE_SKIP_NONE, as_planned, &fixture->with);
  g_assert_cmpfloat (plain->live_servings, ==, 0);
  g_assert_cmpstr (plain->recipe_id, ==, "bowl");
}

/* What is said again changes what was said: id, time and note stay. */
static void
test_again (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BrinePlanItem) item =
      fixture_item (BRINE_PRACTICE_WALK, "Walk", brine_local (FIXTURE_MONDAY, 8, 0), 20, NULL);
  g_autoptr (BrineLog) first = NULL;
  g_autoptr (BrineLog) again = NULL;

  fixture_put_item (fixture->store, item);
  first = fixture_log (item, item->start, BRINE_STATE_DONE);
  first->note = g_strdup ("windy");
  fixture_put_log (fixture->store, first);
  g_autoptr (BrineOccurrence) row = load_row (fixture, FIXTURE_MONDAY);
  again = brine_log_make (row, BRINE_STATE_SKIPPED, BRINE_SKIP_OTHER, as_planned, &fixture->with);
  g_assert_cmpstr (again->id, ==, first->id);
  g_assert_cmpstr (again->note, ==, "windy");
  g_assert_cmpint (again->at.instant.unix_ms, ==, first->at.instant.unix_ms);
  g_assert_cmpint (again->state, ==, BRINE_STATE_SKIPPED);
}

/* A night is logged as it was planned, once, and takes the place of a log; and the other way. */
static void
test_night (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BrinePlanItem) item =
      fixture_item (BRINE_PRACTICE_SLEEP, "Sleep", brine_local (FIXTURE_MONDAY, 23, 0), 480, NULL);
  BrineDay waking = FIXTURE_MONDAY + 1;

  fixture_put_item (fixture->store, item);
  for (int round = 0; round < 2; round++)
    {
      g_autoptr (BrineOccurrence) row = load_row (fixture, waking);
      BrineChange *skip = brine_change_new ();
      BrineChange *done = brine_change_new ();
      g_autoptr (BrineChange) twice = brine_change_new ();

      g_assert_true (brine_change_put_outcome (skip, row, BRINE_STATE_SKIPPED, BRINE_SKIP_NONE,
                                               as_planned, &fixture->with));
      fixture_apply_and_forget (fixture->store, skip);
      g_autoptr (BrineOccurrence) skipped = load_row (fixture, waking);
      g_assert_cmpint (brine_occurrence_get_state (skipped), ==, BRINE_STATE_SKIPPED);
      g_assert_null (brine_occurrence_get_night (skipped));

      g_assert_true (brine_change_put_outcome (done, skipped, BRINE_STATE_DONE, BRINE_SKIP_NONE,
                                               as_planned, &fixture->with));
      fixture_apply_and_forget (fixture->store, done);
      g_autoptr (BrineOccurrence) slept = load_row (fixture, waking);
      const BrineNight *night = brine_occurrence_get_night (slept);
      g_assert_null (brine_occurrence_get_log (slept));
      g_assert_nonnull (night);
      assert_at (&night->bed, "2026-11-23T23:00:00+01:00");
      assert_at (&night->wake, "2026-11-24T07:00:00+01:00");
      g_assert_cmpint (night->wake.day, ==, waking);
      g_assert_false (brine_change_put_outcome (twice, slept, BRINE_STATE_DONE, BRINE_SKIP_NONE,
                                                as_planned, &fixture->with));
      g_assert_true (brine_change_is_empty (twice));
    }
}

static void
test_time_of_quota (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BrinePlanItem) quota =
      fixture_item (BRINE_PRACTICE_OWN, "Sauna", brine_local (FIXTURE_MONDAY, 0, 0), 30, NULL);
  g_autoptr (BrinePlanItem) planned = NULL;

  quota->quota_per_week = 2;
  g_autoptr (BrineLog) today = brine_log_make_time (quota, NULL, FIXTURE_MONDAY, &fixture->with);
  assert_at (&today->at, "2026-11-23T20:00:00+01:00");
  g_assert_true (brine_local_equal (today->original, brine_local (FIXTURE_MONDAY, 0, 0)));
  g_autoptr (BrineLog) earlier =
      brine_log_make_time (quota, NULL, FIXTURE_MONDAY - 1, &fixture->with);
  assert_at (&earlier->at, "2026-11-22T12:00:00+01:00");
  g_assert_cmpstr (earlier->item_id, ==, quota->id);
  planned = brine_plan_item_plan_time (quota, brine_local (FIXTURE_MONDAY - 1, 18, 0));
  g_autoptr (BrineLog) of_planned =
      brine_log_make_time (quota, planned, FIXTURE_MONDAY - 1, &fixture->with);
  assert_at (&of_planned->at, "2026-11-22T18:00:00+01:00");
  g_assert_cmpstr (of_planned->item_id, ==, planned->id);
  g_assert_true (brine_local_equal (of_planned->original, planned->start));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/log-maker/when", test_when);
  ADD ("/log-maker/amounts", test_amounts);
  ADD ("/log-maker/clock-changes", test_clock_changes);
  ADD ("/log-maker/again", test_again);
  ADD ("/log-maker/night", test_night);
  ADD ("/log-maker/time-of-quota", test_time_of_quota);
#undef ADD
  return g_test_run ();
}
