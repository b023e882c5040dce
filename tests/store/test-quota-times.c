/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-quota.h"
#include "fixture.h"

/* A time of a quota that was planned: what counts for the week, and that it counts once. */

typedef struct
{
  char *dir;
  BrineStore *store;
  BrineClock *clock;
} Fixture;

/* It is Tuesday, day 1 of the week. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  BrineLocal noon = brine_local (FIXTURE_MONDAY + 1, 12, 0);

  fixture->dir = fixture_make_dir ();
  fixture->store = fixture_open (fixture->dir);
  fixture->clock = brine_clock_new_fixed (brine_zone_resolve (utc, noon), utc);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  brine_store_close (fixture->store);
  fixture_drain ();
  g_assert_finalize_object (fixture->clock);
  g_assert_finalize_object (fixture->store);
  fixture_remove_dir (fixture->dir);
}

#define NOT_LOGGED ((BrineState)-1)

typedef struct
{
  const char *name;
  int day; /* when it is planned, from the Monday of the week */
  const char *rule;
  int quota; /* it is a quota itself */
  gboolean of_other;
  BrineState log;
  int log_day;
  int done;
  int planned;
  int facts_done; /* of the day of the log: of what was planned, and beside it */
  int facts_extra;
} Case;

static const Case cases[] = {
  { "planned", 3, NULL, 0, FALSE, NOT_LOGGED, 3, 0, 1, 0, 0 },
  { "today", 1, NULL, 0, FALSE, NOT_LOGGED, 1, 0, 1, 0, 0 },
  { "over", 0, NULL, 0, FALSE, NOT_LOGGED, 0, 0, 0, 0, 0 },
  { "next-week", 7, NULL, 0, FALSE, NOT_LOGGED, 7, 0, 0, 0, 0 },
  { "last-week", -1, NULL, 0, FALSE, NOT_LOGGED, -1, 0, 0, 0, 0 },
  { "done", 1, NULL, 0, FALSE, BRINE_STATE_DONE, 1, 1, 0, 1, 0 },
  { "partly", 1, NULL, 0, FALSE, BRINE_STATE_PARTLY, 1, 1, 0, 0, 0 },
  { "skipped", 1, NULL, 0, FALSE, BRINE_STATE_SKIPPED, 1, 0, 0, 0, 0 },
  { "done-last-week", -1, NULL, 0, FALSE, BRINE_STATE_DONE, -1, 0, 0, 1, 0 },
  { "of-another", 3, NULL, 0, TRUE, BRINE_STATE_DONE, 3, 0, 0, 1, 0 },
  /* Later halves of what was split have the mark too, and a recurrence. */
  { "series", 1, "FREQ=DAILY", 0, FALSE, BRINE_STATE_DONE, 1, 0, 0, 1, 0 },
  { "quota", 1, NULL, 2, FALSE, BRINE_STATE_DONE, 1, 0, 0, 0, 1 },
};

static BrinePlanItem *
put_quota (BrineStore *store, const char *title)
{
  BrinePlanItem *quota =
      fixture_item (BRINE_PRACTICE_OWN, title, brine_local (FIXTURE_MONDAY - 28, 0, 0), 30, NULL);

  quota->quota_per_week = 2;
  fixture_put_item (store, quota);
  return quota;
}

static BrinePlanItem *
put_time (BrineStore *store, const BrinePlanItem *quota, const Case *c)
{
  BrinePlanItem *item = fixture_item (BRINE_PRACTICE_OWN, quota->title,
                                      brine_local (FIXTURE_MONDAY + c->day, 18, 0), 30, c->rule);

  item->quota_per_week = c->quota;
  item->split_from = g_strdup (c->of_other ? "another" : quota->id);
  fixture_put_item (store, item);
  return item;
}

static void
put_log (BrineStore *store, const BrinePlanItem *item, const Case *c)
{
  g_autoptr (BrineLog) log = c->log != NOT_LOGGED ? fixture_log (item, item->start, c->log) : NULL;

  if (log == NULL)
    return;
  log->at = fixture_moment (brine_local (FIXTURE_MONDAY + c->log_day, 18, 0));
  fixture_put_log (store, log);
}

static void
assert_facts (Fixture *fixture, const Case *c)
{
  BrineDay day = FIXTURE_MONDAY + c->log_day;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) facts =
      brine_store_load_facts (fixture->store, day, day, brine_clock_get_local (fixture->clock),
                              &error);

  g_assert_no_error (error);
  const BrinePracticeFacts *own =
      &g_array_index (facts, BrineDayFacts, 0).practices[BRINE_PRACTICE_OWN];
  g_assert_cmpint (own->done, ==, c->facts_done);
  g_assert_cmpint (own->extra, ==, c->facts_extra);
}

static void
test_counts (Fixture *fixture, gconstpointer data)
{
  const Case *c = data;
  g_autoptr (BrinePlanItem) quota = put_quota (fixture->store, "Sauna");
  g_autoptr (BrinePlanItem) item = put_time (fixture->store, quota, c);
  BrineQuotaModel *model = brine_quota_model_new (fixture->store, fixture->clock);

  put_log (fixture->store, item, c);
  brine_quota_model_set_day (model, FIXTURE_MONDAY + 1, 1);
  fixture_wait_loaded (model);
  g_autoptr (BrineQuotaStatus) status = g_list_model_get_item (G_LIST_MODEL (model), 0);
  g_assert_cmpstr (brine_quota_status_get_item (status)->id, ==, quota->id);
  g_assert_cmpint (brine_quota_status_get_done (status), ==, c->done);
  g_assert_cmpint (brine_quota_status_get_planned (status), ==, c->planned);
  const BrinePlanItem *found = brine_quota_status_find_planned (status, FIXTURE_MONDAY + c->day);
  g_assert_cmpstr (found != NULL ? found->id : NULL, ==, c->planned > 0 ? item->id : NULL);
  assert_facts (fixture, c);
  g_assert_finalize_object (model);
}

/* Weeks that were over before somebody thought of it ask for nothing of it. */
static void
test_begins (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BrinePlanItem) quota =
      fixture_item (BRINE_PRACTICE_OWN, "Sauna", brine_local (FIXTURE_MONDAY + 2, 0, 0), 30, NULL);
  static const int days[] = { -7, -1, 0, 1, 6, 7 };

  quota->quota_per_week = 2;
  fixture_put_item (fixture->store, quota);
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) rows =
          brine_quota_status_load (fixture->store, FIXTURE_MONDAY + days[i], 1, FIXTURE_MONDAY + 1,
                                   &error);

      g_assert_no_error (error);
      g_assert_cmpuint (rows->len, ==, days[i] >= 0);
    }
}

/* Each week asks for the number that held in it, however often it was changed since; undone in one
 * step, and done again. */
static void
test_changed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BrineHistory) history = brine_history_new (fixture->store);
  g_autoptr (BrinePlanItem) quota = put_quota (fixture->store, "Sauna");
  g_autoptr (BrinePlanItem) before = brine_plan_item_copy (quota);
  BrineQuotaModel *model = brine_quota_model_new (fixture->store, fixture->clock);
  BrineChange *change = brine_change_new ();

  brine_quota_set_times (quota, 5, FIXTURE_MONDAY + 14);
  brine_change_put_item (change, quota);
  brine_history_apply (history, "Sauna", change);
  for (int step = 0; step < 3; step++)
    {
      static const int wanted[][3] = { { 2, 5, 5 }, { 2, 2, 2 }, { 2, 5, 5 } };

      while (brine_history_is_busy (history))
        g_main_context_iteration (NULL, TRUE);
      g_autoptr (BrinePlanItem) stored = brine_store_load_item (fixture->store, quota->id, NULL);
      g_assert_true (brine_plan_item_equal (stored, step == 1 ? before : quota));
      for (int week = 1; week <= 3; week++)
        {
          brine_quota_model_set_day (model, FIXTURE_MONDAY + 7 * week + 3, 1);
          fixture_wait_loaded (model);
          g_autoptr (BrineQuotaStatus) status = g_list_model_get_item (G_LIST_MODEL (model), 0);
          g_assert_cmpint (brine_quota_status_get_times (status), ==, wanted[step][week - 1]);
          g_assert_cmpint (brine_quota_status_get_target (status), ==, wanted[step][week - 1]);
        }
      if (step == 0)
        brine_history_undo (history);
      else
        brine_history_redo (history);
    }
  g_assert_finalize_object (model);
}

/* Logged on its day, it is what the day's button takes back; taken back, it is planned again. */
static void
test_taken_back (Fixture *fixture, gconstpointer data)
{
  static const Case today = { .day = 1, .log = BRINE_STATE_DONE, .log_day = 1 };
  g_autoptr (BrinePlanItem) quota = put_quota (fixture->store, "Sauna");
  g_autoptr (BrinePlanItem) item = put_time (fixture->store, quota, &today);
  g_autoptr (BrineLog) log = fixture_log (item, item->start, BRINE_STATE_DONE);
  BrineQuotaModel *model = brine_quota_model_new (fixture->store, fixture->clock);
  BrineChange *change = brine_change_new ();

  log->at = fixture_moment (item->start);
  brine_change_put_log (change, log);
  g_autoptr (BrineChange) inverse = fixture_apply (fixture->store, change);
  brine_quota_model_set_day (model, FIXTURE_MONDAY + 1, 1);
  fixture_wait_loaded (model);
  g_autoptr (BrineQuotaStatus) logged = g_list_model_get_item (G_LIST_MODEL (model), 0);
  g_assert_cmpstr (brine_quota_status_get_log (logged)->id, ==, log->id);

  fixture_apply_and_forget (fixture->store, g_steal_pointer (&inverse));
  fixture_drain ();
  fixture_wait_loaded (model);
  g_autoptr (BrineQuotaStatus) open = g_list_model_get_item (G_LIST_MODEL (model), 0);
  g_assert_null (brine_quota_status_get_log (open));
  g_assert_cmpint (brine_quota_status_get_done (open), ==, 0);
  g_assert_cmpint (brine_quota_status_get_planned (open), ==, 1);
  g_assert_finalize_object (model);
}

/* Pauses -------------------------------------------------------------------------------------- */

typedef struct
{
  const char *name;
  int first_weekday;
  int from; /* of the pause, from the Monday of the week */
  int to;
  int target; /* of two a week */
} Paused;

/* The week holds Tuesday, day 1. */
static const Paused paused[] = {
  { "a-day", 1, 2, 2, 2 },
  { "two-days", 1, 0, 1, 1 },
  { "five-days", 1, 2, 6, 1 },
  { "six-days", 1, 1, 6, 0 },
  { "the-week", 1, 0, 6, 0 },
  { "open-ended", 1, 2, 5000, 1 },
  { "since-last-month", 1, -30, 1, 1 },
  { "last-week", 1, -7, -1, 2 },
  { "weekend-before", 1, -2, -1, 2 },
  { "weekend-before-from-saturday", 6, -2, -1, 1 },
  { "weekend-before-from-sunday", 7, -2, -1, 2 },
  { "weekend-after-from-saturday", 6, 5, 6, 2 },
};

static int
load_target (Fixture *fixture, BrineQuotaModel *model, int *out_done)
{
  fixture_drain ();
  fixture_wait_loaded (model);
  g_autoptr (BrineQuotaStatus) status = g_list_model_get_item (G_LIST_MODEL (model), 0);
  *out_done = brine_quota_status_get_done (status);
  return brine_quota_status_get_target (status);
}

/* A pause asks for less and takes nothing away; without it everything is as it was. */
static void
test_paused (Fixture *fixture, gconstpointer data)
{
  static const Case done = { .day = 1, .log = BRINE_STATE_DONE, .log_day = 1 };
  const Paused *c = data;
  g_autoptr (BrinePlanItem) quota = put_quota (fixture->store, "Sauna");
  g_autoptr (BrinePlanItem) time = put_time (fixture->store, quota, &done);
  g_autoptr (BrinePause) pause = brine_pause_new ();
  BrineQuotaModel *model = brine_quota_model_new (fixture->store, fixture->clock);
  BrineChange *change = brine_change_new ();
  int n_done;

  put_log (fixture->store, time, &done);
  brine_quota_model_set_day (model, FIXTURE_MONDAY + 1, c->first_weekday);
  g_assert_cmpint (load_target (fixture, model, &n_done), ==, 2);

  pause->from = FIXTURE_MONDAY + c->from;
  pause->to = FIXTURE_MONDAY + c->to;
  brine_change_put_pause (change, pause);
  g_autoptr (BrineChange) inverse = fixture_apply (fixture->store, change);
  g_assert_cmpint (load_target (fixture, model, &n_done), ==, c->target);
  g_assert_cmpint (n_done, ==, 1);

  fixture_apply_and_forget (fixture->store, g_steal_pointer (&inverse));
  g_assert_cmpint (load_target (fixture, model, &n_done), ==, 2);
  g_assert_finalize_object (model);
}

/* Copies -------------------------------------------------------------------------------------- */

typedef struct
{
  const char *name;
  int day;            /* that the copy is put on, from the Monday of the week */
  gboolean removed;   /* the quota, before the copy is put */
  gboolean made_once; /* the quota is done at a fixed time since */
  gboolean linked;
} Copy;

static const Copy copies[] = {
  { "same-week", 4, FALSE, FALSE, TRUE },
  { "next-week", 9, FALSE, FALSE, TRUE },
  { "quota-gone", 4, TRUE, FALSE, FALSE },
  { "quota-ended", 4, FALSE, TRUE, FALSE },
};

static void
end_quota (BrineStore *store, BrinePlanItem *quota, const Copy *c)
{
  BrineChange *change = brine_change_new ();

  quota->quota_per_week = c->made_once ? 0 : 2;
  if (c->removed)
    brine_change_remove (change, BRINE_KIND_ITEM, quota->id);
  else
    brine_change_put_item (change, quota);
  fixture_apply_and_forget (store, change);
}

static int
count_planned (Fixture *fixture, BrineDay day)
{
  BrineQuotaModel *model = brine_quota_model_new (fixture->store, fixture->clock);

  brine_quota_model_set_day (model, day, 1);
  fixture_wait_loaded (model);
  g_autoptr (BrineQuotaStatus) status = g_list_model_get_item (G_LIST_MODEL (model), 0);
  int n = status != NULL ? brine_quota_status_get_planned (status) : 0;
  g_assert_finalize_object (model);
  return n;
}

/* Copied to another day, and undone. */
static void
test_copy (Fixture *fixture, gconstpointer data)
{
  static const Case planned = { .day = 3, .log = NOT_LOGGED };
  const Copy *c = data;
  g_autoptr (BrinePlanItem) quota = put_quota (fixture->store, "Sauna");
  g_autoptr (BrinePlanItem) item = put_time (fixture->store, quota, &planned);
  BrineSlot slot = { .item = item, .start = item->start, .minutes = 30, .day = item->start.day };
  BrineLocal start = brine_local (FIXTURE_MONDAY + c->day, 18, 0);
  g_autoptr (BrinePlanItem) copy = brine_plan_copy_slot (&slot, start);
  BrineChange *change = brine_change_new ();
  int before;

  end_quota (fixture->store, quota, c);
  before = count_planned (fixture, start.day);
  brine_change_put_copy (change, copy);
  g_autoptr (BrineChange) inverse = fixture_apply (fixture->store, change);
  g_autoptr (BrinePlanItem) stored = brine_store_load_item (fixture->store, copy->id, NULL);
  g_assert_cmpstr (stored->split_from, ==, c->linked ? quota->id : NULL);
  g_assert_cmpint (count_planned (fixture, start.day), ==, before + c->linked);

  fixture_apply_and_forget (fixture->store, g_steal_pointer (&inverse));
  g_assert_null (brine_store_load_item (fixture->store, copy->id, NULL));
  g_assert_cmpint (count_planned (fixture, start.day), ==, before);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/quota-times/counts/%s", cases[i].name);
      g_test_add (path, Fixture, &cases[i], set_up, test_counts, tear_down);
    }
  for (guint i = 0; i < G_N_ELEMENTS (paused); i++)
    {
      g_autofree char *path = g_strdup_printf ("/quota-times/paused/%s", paused[i].name);
      g_test_add (path, Fixture, &paused[i], set_up, test_paused, tear_down);
    }
  for (guint i = 0; i < G_N_ELEMENTS (copies); i++)
    {
      g_autofree char *path = g_strdup_printf ("/quota-times/copies/%s", copies[i].name);
      g_test_add (path, Fixture, &copies[i], set_up, test_copy, tear_down);
    }
  g_test_add ("/quota-times/begins", Fixture, NULL, set_up, test_begins, tear_down);
  g_test_add ("/quota-times/changed", Fixture, NULL, set_up, test_changed, tear_down);
  g_test_add ("/quota-times/taken-back", Fixture, NULL, set_up, test_taken_back, tear_down);
  return g_test_run ();
}
