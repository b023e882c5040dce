/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "acts-world.h"

/* Done and skipped ---------------------------------------------------------------------------- */

static void
test_done (Fixture *fixture, gconstpointer data)
{
  acts_show_walk (fixture, "a", FIXTURE_MONDAY);
  g_assert_true (acts_act (fixture, BRINE_ACT_DONE, 0));
  g_autoptr (BrineLog) log = acts_get_log (fixture);
  g_assert_cmpstr (log->item_id, ==, fixture->walk->id);
  g_assert_cmpint (log->state, ==, BRINE_STATE_DONE);
  g_assert_true (brine_local_equal (log->original, brine_local (FIXTURE_MONDAY, 12, 30)));
  acts_assert_at (log->at.instant, log->at.offset_seconds, "2026-11-23T12:20:00+01:00");
  acts_assert_states (fixture, "a=done");

  /* Once more is harmless. */
  g_assert_false (acts_act (fixture, BRINE_ACT_DONE, 0));
  g_assert_false (acts_act (fixture, BRINE_ACT_SKIP, 0));
  acts_assert_n_logs (fixture, 1);
  acts_assert_states (fixture, "a=done");
}

static void
test_skip (Fixture *fixture, gconstpointer data)
{
  acts_show_walk (fixture, "a", FIXTURE_MONDAY);
  g_assert_true (acts_act (fixture, BRINE_ACT_SKIP, 0));
  g_autoptr (BrineLog) log = acts_get_log (fixture);
  g_assert_cmpint (log->state, ==, BRINE_STATE_SKIPPED);
  acts_assert_states (fixture, "a=skipped");
}

/* A notification of the day before ticks the day before. */
static void
test_stale (Fixture *fixture, gconstpointer data)
{
  acts_set_now (fixture, "2026-11-24T09:00");
  acts_show_walk (fixture, "a", FIXTURE_MONDAY);
  g_assert_true (acts_act (fixture, BRINE_ACT_DONE, 0));
  g_autoptr (BrineLog) log = acts_get_log (fixture);
  g_assert_cmpint (log->at.day, ==, FIXTURE_MONDAY);
  acts_assert_at (log->at.instant, log->at.offset_seconds, "2026-11-23T12:30:00+01:00");
}

/* Several in one, some of them stale, one gone, two of the same occurrence. */
static void
test_group (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BrinePlanItem) tea =
      fixture_item (BRINE_PRACTICE_OWN, "Tea", brine_local (FIXTURE_MONDAY, 12, 30), 5, NULL);
  g_autoptr (BrinePlanItem) gone =
      fixture_item (BRINE_PRACTICE_OWN, "Gone", brine_local (FIXTURE_MONDAY, 12, 30), 5, NULL);

  fixture_put_item (fixture->store, tea);
  acts_show_walk (fixture, "a", FIXTURE_MONDAY);
  acts_show_walk (fixture, "b", FIXTURE_MONDAY);
  acts_show_walk (fixture, "c", FIXTURE_MONDAY + 1);
  acts_show (fixture, "d", NOTICE, BRINE_DUE_PLAN, tea, tea->start, FIXTURE_MONDAY);
  acts_show (fixture, "e", NOTICE, BRINE_DUE_PLAN, gone, gone->start, FIXTURE_MONDAY);
  acts_show (fixture, "f", "brine-other", BRINE_DUE_PLAN, fixture->walk,
             brine_local (FIXTURE_MONDAY + 2, 12, 30), FIXTURE_MONDAY + 2);
  g_assert_true (acts_act (fixture, BRINE_ACT_DONE, 0));
  acts_assert_n_logs (fixture, 3);
  acts_assert_states (fixture, "a=done b=done c=done d=done e=done f=shown");
}

/* Only the reminder ends of what is not there any more. */
static void
test_moved (Fixture *fixture, gconstpointer data)
{
  BrineException *exception = brine_exception_new (brine_local (FIXTURE_MONDAY, 12, 30));

  exception->start = brine_local (FIXTURE_MONDAY + 1, 9, 0);
  exception->minutes = 20;
  g_ptr_array_add (fixture->walk->exceptions, exception);
  fixture_put_item (fixture->store, fixture->walk);
  acts_show_walk (fixture, "a", FIXTURE_MONDAY);
  g_assert_true (acts_act (fixture, BRINE_ACT_DONE, 0));
  acts_assert_n_logs (fixture, 0);
  acts_assert_states (fixture, "a=done");
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  BrineException *exception = brine_exception_new (brine_local (FIXTURE_MONDAY, 12, 30));

  exception->cancelled = TRUE;
  g_ptr_array_add (fixture->walk->exceptions, exception);
  fixture_put_item (fixture->store, fixture->walk);
  acts_show_walk (fixture, "a", FIXTURE_MONDAY);
  g_assert_true (acts_act (fixture, BRINE_ACT_SKIP, 0));
  acts_assert_n_logs (fixture, 0);
  acts_assert_states (fixture, "a=skipped");
}

static void
test_removed (Fixture *fixture, gconstpointer data)
{
  BrineChange *change = brine_change_new ();

  acts_show_walk (fixture, "a", FIXTURE_MONDAY);
  brine_change_remove (change, BRINE_KIND_ITEM, fixture->walk->id);
  fixture_apply_and_forget (fixture->store, change);
  g_assert_true (acts_act (fixture, BRINE_ACT_DONE, 0));
  acts_assert_n_logs (fixture, 0);
  acts_assert_states (fixture, "a=done");
}

/* What was said in the window, or by another process, is not said again. */
static void
test_logged_elsewhere (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BrineStore) other = fixture_open (fixture->dir);
  g_autoptr (BrineLog) said =
      fixture_log (fixture->walk, brine_local (FIXTURE_MONDAY, 12, 30), BRINE_STATE_PARTLY);

  acts_show_walk (fixture, "a", FIXTURE_MONDAY);
  fixture_put_log (other, said);
  g_assert_true (acts_act (fixture, BRINE_ACT_DONE, 0));
  g_autoptr (BrineLog) log = acts_get_log (fixture);
  g_assert_true (brine_log_equal (log, said));
  acts_assert_states (fixture, "a=done");
  brine_store_close (other);
}

static void
test_night (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BrinePlanItem) sleep =
      fixture_item (BRINE_PRACTICE_SLEEP, "Sleep", brine_local (FIXTURE_MONDAY, 23, 0), 480,
                    "FREQ=DAILY");
  g_autoptr (GPtrArray) nights = NULL;

  fixture_put_item (fixture->store, sleep);
  acts_set_now (fixture, "2026-11-24T08:00");
  acts_show (fixture, "a", NOTICE, BRINE_DUE_PLAN, sleep, sleep->start, FIXTURE_MONDAY + 1);
  g_assert_true (acts_act (fixture, BRINE_ACT_DONE, 0));
  nights = brine_store_load_nights (fixture->store, FIXTURE_MONDAY + 1, FIXTURE_MONDAY + 1, NULL);
  g_assert_cmpuint (nights->len, ==, 1);
  const BrineNight *night = nights->pdata[0];
  acts_assert_at (night->bed.instant, night->bed.offset_seconds, "2026-11-23T23:00:00+01:00");
  acts_assert_at (night->wake.instant, night->wake.offset_seconds, "2026-11-24T07:00:00+01:00");
  acts_assert_n_logs (fixture, 0);
  g_assert_false (acts_act (fixture, BRINE_ACT_DONE, 0));

  /* To wind down is not to sleep. */
  acts_show (fixture, "b", NOTICE, BRINE_DUE_WIND_DOWN, sleep,
             brine_local (FIXTURE_MONDAY + 1, 23, 0), FIXTURE_MONDAY + 2);
  g_assert_true (acts_act (fixture, BRINE_ACT_DONE, 0));
  acts_assert_states (fixture, "a=done b=done");
  acts_assert_n_logs (fixture, 0);
}

/* To say at bedtime that one saw the reminder is not to have slept. */
static void
test_night_ahead (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BrinePlanItem) sleep =
      fixture_item (BRINE_PRACTICE_SLEEP, "Sleep", brine_local (FIXTURE_MONDAY, 23, 0), 480,
                    "FREQ=DAILY");
  g_autoptr (GPtrArray) nights = NULL;

  fixture_put_item (fixture->store, sleep);
  acts_set_now (fixture, "2026-11-23T22:50");
  acts_show (fixture, "a", NOTICE, BRINE_DUE_PLAN, sleep, sleep->start, FIXTURE_MONDAY + 1);
  g_assert_true (acts_act (fixture, BRINE_ACT_DONE, 0));
  nights = brine_store_load_nights (fixture->store, FIXTURE_MONDAY, FIXTURE_MONDAY + 2, NULL);
  g_assert_cmpuint (nights->len, ==, 0);
  acts_assert_n_logs (fixture, 0);
  acts_assert_states (fixture, "a=done");
}

static void
test_meal (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BrinePlanItem) meal =
      fixture_item (BRINE_PRACTICE_MEAL, "Bowl", brine_local (FIXTURE_MONDAY, 12, 30), 30, NULL);
  GPtrArray *recipes = g_ptr_array_new_with_free_func (g_object_unref);
  BrineRecipeFacts *facts = g_new0 (BrineRecipeFacts, 1);

  facts->live_servings = 0.5;
  facts->plant_keys = g_new0 (char *, 1);
  g_ptr_array_add (recipes, brine_recipe_new ("bowl", "Bowl", BRINE_MEAL_SLOT_LUNCH, 1, 5,
                                              g_ptr_array_new_with_free_func (
                                                  (GDestroyNotify)brine_ingredient_free),
                                              NULL, NULL, facts));
  g_autoptr (BrineCatalogue) catalogue =
      brine_catalogue_new (1, g_ptr_array_new_with_free_func ((GDestroyNotify)brine_food_free),
                           recipes);

  meal->recipe_id = g_strdup ("bowl");
  meal->portions = 3;
  fixture_put_item (fixture->store, meal);
  fixture->with.catalogue = catalogue;
  acts_show (fixture, "a", NOTICE, BRINE_DUE_PLAN, meal, meal->start, FIXTURE_MONDAY);
  g_assert_true (acts_act (fixture, BRINE_ACT_DONE, 0));
  g_autoptr (BrineLog) log = acts_get_log (fixture);
  g_assert_cmpfloat (log->live_servings, ==, 1.5);
}

/* Quotas -------------------------------------------------------------------------------------- */

static BrinePlanItem *
put_quota (Fixture *fixture)
{
  BrinePlanItem *quota =
      fixture_item (BRINE_PRACTICE_OWN, "Sauna", brine_local (FIXTURE_MONDAY, 0, 0), 30, NULL);

  quota->quota_per_week = 2;
  fixture_put_item (fixture->store, quota);
  return quota;
}

/* One time a day, however many reminders say so. */
static void
test_quota (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BrinePlanItem) quota = put_quota (fixture);
  BrineLocal day = brine_local (FIXTURE_MONDAY, 0, 0);

  acts_show (fixture, "a", NOTICE, BRINE_DUE_QUOTA, quota, day, FIXTURE_MONDAY);
  acts_show (fixture, "b", NOTICE, BRINE_DUE_QUOTA, quota, day, FIXTURE_MONDAY);
  g_assert_true (acts_act (fixture, BRINE_ACT_DONE, 0));
  g_autoptr (BrineLog) log = acts_get_log (fixture);
  g_assert_cmpstr (log->item_id, ==, quota->id);
  g_assert_true (brine_local_equal (log->original, day));
  acts_show (fixture, "c", NOTICE, BRINE_DUE_QUOTA, quota, day, FIXTURE_MONDAY);
  g_assert_true (acts_act (fixture, BRINE_ACT_DONE, 0));
  acts_assert_n_logs (fixture, 1);

  day.day++;
  acts_show (fixture, "d", NOTICE, BRINE_DUE_QUOTA, quota, day, day.day);
  g_assert_true (acts_act (fixture, BRINE_ACT_SKIP, 0));
  acts_assert_n_logs (fixture, 1);
  acts_show (fixture, "e", NOTICE, BRINE_DUE_QUOTA, quota, day, day.day);
  g_assert_true (acts_act (fixture, BRINE_ACT_DONE, 0));
  acts_assert_n_logs (fixture, 2);
  acts_assert_states (fixture, "a=done b=done c=done d=skipped e=done");
}

/* The time that is planned that day is the one that is done, once. */
static void
test_quota_planned (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BrinePlanItem) quota = put_quota (fixture);
  g_autoptr (BrinePlanItem) planned =
      brine_plan_item_plan_time (quota, brine_local (FIXTURE_MONDAY, 18, 0));

  fixture_put_item (fixture->store, planned);
  acts_show (fixture, "a", NOTICE, BRINE_DUE_QUOTA, quota, brine_local (FIXTURE_MONDAY, 0, 0),
             FIXTURE_MONDAY);
  acts_show (fixture, "b", NOTICE, BRINE_DUE_PLAN, planned, planned->start, FIXTURE_MONDAY);
  g_assert_true (acts_act (fixture, BRINE_ACT_DONE, 0));
  g_autoptr (BrineLog) log = acts_get_log (fixture);
  g_assert_cmpstr (log->item_id, ==, planned->id);
}

/* Later --------------------------------------------------------------------------------------- */

static const struct
{
  const char *now;
  int argument;
  const char *until;
} laters[] = {
  { "2026-11-23T12:20", 10, "2026-11-23T12:30:00+01:00" },
  { "2026-11-23T12:20", 60, "2026-11-23T13:20:00+01:00" },
  { "2026-11-23T23:55", 10, "2026-11-24T00:05:00+01:00" },
  { "2026-11-23T12:20", BRINE_LATER_EVENING, "2026-11-23T18:00:00+01:00" },
  { "2026-11-23T17:59", BRINE_LATER_EVENING, "2026-11-23T18:00:00+01:00" },
  { "2026-11-23T18:00", BRINE_LATER_EVENING, "2026-11-23T19:00:00+01:00" },
  { "2026-11-23T22:30", BRINE_LATER_EVENING, "2026-11-23T23:30:00+01:00" },
  { "2026-11-24T01:00", BRINE_LATER_EVENING, "2026-11-24T18:00:00+01:00" },
  /* Spring: the hour from 02:00 is not there. Autumn: it is there twice. */
  { "2026-03-29T01:30", 60, "2026-03-29T03:30:00+02:00" },
  { "2026-03-29T01:30", BRINE_LATER_EVENING, "2026-03-29T18:00:00+02:00" },
  { "2026-10-25T02:30", 60, "2026-10-25T02:30:00+01:00" },
  { "2026-10-25T02:30", BRINE_LATER_EVENING, "2026-10-25T18:00:00+01:00" },
  { "2028-02-29T23:30", 60, "2028-03-01T00:30:00+01:00" },
};

static void
test_later (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (laters); i++)
    {
      g_autoptr (GPtrArray) open = NULL;
      const BrineDelivery *delivery;
      int offset;

      acts_show_walk (fixture, "a", FIXTURE_MONDAY);
      acts_set_now (fixture, laters[i].now);
      g_assert_true (acts_act (fixture, BRINE_ACT_LATER, laters[i].argument));
      open = brine_store_load_deliveries (fixture->store, (BrineInstant){ INT64_MAX }, NULL);
      g_assert_cmpuint (open->len, ==, 1);
      delivery = open->pdata[0];
      g_assert_cmpint (delivery->state, ==, BRINE_DELIVERY_SNOOZED);
      g_assert_cmpint (delivery->at.unix_ms, ==, fixture->with.now.unix_ms);
      brine_zone_get_local (fixture->berlin, delivery->until, &offset);
      acts_assert_at (delivery->until, offset, laters[i].until);
      acts_assert_n_logs (fixture, 0);
    }
  /* It is still open, and can be answered. */
  g_assert_true (acts_act (fixture, BRINE_ACT_DONE, 0));
  acts_assert_n_logs (fixture, 1);
}

/* Questions ----------------------------------------------------------------------------------- */

static void
test_mood (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) checkins = NULL;
  BrineLocal nine = brine_local (FIXTURE_MONDAY, 9, 0);

  acts_show_walk (fixture, "a", FIXTURE_MONDAY);
  g_assert_false (acts_act (fixture, BRINE_ACT_MOOD, 4));
  acts_show (fixture, "b", NOTICE, BRINE_DUE_CHECKIN, NULL, nine, FIXTURE_MONDAY);
  acts_show (fixture, "c", NOTICE, BRINE_DUE_CHECKIN, NULL, nine, FIXTURE_MONDAY);
  g_assert_true (acts_act (fixture, BRINE_ACT_MOOD, 4));
  g_assert_false (acts_act (fixture, BRINE_ACT_MOOD, 5));
  checkins = brine_store_load_checkins (fixture->store, FIXTURE_MONDAY, FIXTURE_MONDAY, NULL);
  g_assert_cmpuint (checkins->len, ==, 1);
  const BrineCheckin *checkin = checkins->pdata[0];
  g_assert_cmpint (checkin->mood, ==, 4);
  g_assert_cmpint (checkin->energy, ==, 0);
  acts_assert_at (checkin->at.instant, checkin->at.offset_seconds, "2026-11-23T12:20:00+01:00");
  acts_assert_states (fixture, "a=shown b=done c=done");
}

static void
test_ask (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BrinePlanItem) kept = NULL;
  g_autoptr (BrinePlanItem) dropped = NULL;

  g_array_unref (fixture->walk->reminders);
  fixture->walk->reminders = brine_reminders_parse ("10 @07:30", NULL);
  fixture_put_item (fixture->store, fixture->walk);
  acts_show (fixture, "a", NOTICE, BRINE_DUE_ASK, fixture->walk, fixture->walk->start,
             FIXTURE_MONDAY);
  g_assert_true (acts_act (fixture, BRINE_ACT_KEEP, 0));
  kept = brine_store_load_item (fixture->store, fixture->walk->id, NULL);
  g_assert_true (brine_plan_item_equal (kept, fixture->walk));

  acts_show (fixture, "b", NOTICE, BRINE_DUE_ASK, fixture->walk, fixture->walk->start,
             FIXTURE_MONDAY);
  g_assert_true (acts_act (fixture, BRINE_ACT_DROP, 0));
  g_assert_false (acts_act (fixture, BRINE_ACT_DROP, 0));
  dropped = brine_store_load_item (fixture->store, fixture->walk->id, NULL);
  g_assert_cmpuint (dropped->reminders->len, ==, 0);
  g_assert_cmpstr (dropped->title, ==, "Walk");
  acts_assert_states (fixture, "a=done b=done");

  /* A reminder is no question. */
  acts_show_walk (fixture, "c", FIXTURE_MONDAY);
  g_assert_false (acts_act (fixture, BRINE_ACT_DROP, 0));
  g_assert_true (acts_act (fixture, BRINE_ACT_DISMISS, 0));
  acts_assert_states (fixture, "a=done b=done c=dismissed");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add ("/acts/" path, Fixture, NULL, acts_set_up, test, acts_tear_down)
  ADD ("done", test_done);
  ADD ("skip", test_skip);
  ADD ("stale", test_stale);
  ADD ("group", test_group);
  ADD ("moved", test_moved);
  ADD ("cancelled", test_cancelled);
  ADD ("removed", test_removed);
  ADD ("logged-elsewhere", test_logged_elsewhere);
  ADD ("night", test_night);
  ADD ("night-ahead", test_night_ahead);
  ADD ("meal", test_meal);
  ADD ("quota", test_quota);
  ADD ("quota-planned", test_quota_planned);
  ADD ("later", test_later);
  ADD ("mood", test_mood);
  ADD ("ask", test_ask);
#undef ADD
  return g_test_run ();
}
