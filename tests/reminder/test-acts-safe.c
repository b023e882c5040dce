/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "acts-world.h"

#include <signal.h>
#include <sqlite3.h>

/* Junk, failures, death and impatience: what is answered is whole or not there. */

/* Junk ---------------------------------------------------------------------------------------- */

static void
test_unknown (Fixture *fixture, gconstpointer data)
{
  g_autofree char *long_id = g_strnfill (100000, 'x');
  const char *ids[] = { "", "brine-nothing", "'; DROP TABLE deliveries; --", "\xff", long_id, "%" };

  acts_show_walk (fixture, "a", FIXTURE_MONDAY);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (GError) error = NULL;
      gboolean acted = TRUE;

      g_assert_true (brine_reminder_act (fixture->store, ids[i], BRINE_ACT_DONE, 0, &fixture->with,
                                         &acted, &error));
      g_assert_no_error (error);
      g_assert_false (acted);
    }
  acts_assert_n_logs (fixture, 0);
  acts_assert_states (fixture, "a=shown");
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    BrineActKind act;
    int argument;
  } rows[] = { { BRINE_ACT_LATER, 0 },        { BRINE_ACT_LATER, -2 }, { BRINE_ACT_LATER, 1441 },
               { BRINE_ACT_LATER, G_MAXINT }, { BRINE_ACT_MOOD, 0 },   { BRINE_ACT_MOOD, 6 },
               { (BrineActKind)99, 0 },       { (BrineActKind)-1, 0 } };

  acts_show_walk (fixture, "a", FIXTURE_MONDAY);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (brine_reminder_act (fixture->store, NOTICE, rows[i].act, rows[i].argument,
                                          &fixture->with, NULL, &error));
      g_assert_error (error, BRINE_ERROR, BRINE_ERROR_INVALID);
    }
  acts_assert_states (fixture, "a=shown");
}

/* One transaction ----------------------------------------------------------------------------- */

/* What cannot be written is told, and nothing of it is there. */
static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BrineStore) reader = NULL;
  g_autoptr (GError) error = NULL;
  gboolean acted = FALSE;

  acts_show_walk (fixture, "a", FIXTURE_MONDAY);
  reader = brine_store_open (fixture->dir, BRINE_OPEN_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_false (
      brine_reminder_act (reader, NOTICE, BRINE_ACT_DONE, 0, &fixture->with, &acted, &error));
  g_assert_error (error, BRINE_ERROR, BRINE_ERROR_READ_ONLY);
  g_assert_false (acted);
  acts_assert_n_logs (fixture, 0);
  acts_assert_states (fixture, "a=shown");
  brine_store_close (reader);
}

static void
run_sql (Fixture *fixture, const char *sql)
{
  g_autofree char *path = g_build_filename (fixture->dir, "brine.db", NULL);
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

/* When the last write fails, what was written before it is taken back. */
static void
test_failing_write (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  acts_show_walk (fixture, "a", FIXTURE_MONDAY);
  acts_show_walk (fixture, "b", FIXTURE_MONDAY + 1);
  run_sql (fixture, "CREATE TRIGGER t BEFORE UPDATE ON deliveries WHEN new.id = 'b' "
                    "BEGIN SELECT raise (FAIL, 'no'); END");
  g_assert_false (
      brine_reminder_act (fixture->store, NOTICE, BRINE_ACT_DONE, 0, &fixture->with, NULL, &error));
  g_assert_error (error, BRINE_ERROR, BRINE_ERROR_INVALID);
  acts_assert_n_logs (fixture, 0);
  acts_assert_states (fixture, "a=shown b=shown");
  run_sql (fixture, "DROP TRIGGER t");
  g_assert_true (acts_act (fixture, BRINE_ACT_DONE, 0));
  acts_assert_n_logs (fixture, 2);
}

/* Killed at some moment: the log and the state are both there, or neither. */
static void
act_forever (const char *dir)
{
  g_autoptr (BrineStore) store = fixture_open (dir);
  g_autoptr (GTimeZone) berlin = g_time_zone_new_identifier ("Europe/Berlin");
  BrineLogMaker with = { NULL, berlin, { INT64_C (1795432800000) }, 240 };

  for (int i = 0;; i++)
    {
      g_autofree char *notice = g_strdup_printf ("brine-%d", i);

      brine_reminder_act (store, notice, BRINE_ACT_DONE, 0, &with, NULL, NULL);
    }
}

static guint
count_done (Fixture *fixture)
{
  g_autoptr (GPtrArray) all =
      brine_store_load_deliveries (fixture->store, (BrineInstant){ 0 }, NULL);
  guint n = 0;

  for (guint i = 0; i < all->len; i++)
    n += ((BrineDelivery *)all->pdata[i])->state == BRINE_DELIVERY_DONE;
  return n;
}

static void
test_killed (Fixture *fixture, gconstpointer data)
{
  enum
  {
    N_NOTICES = 400,
    N_KILLS = 8
  };
  guint n_logs = 0;

  for (int i = 0; i < N_NOTICES; i++)
    {
      g_autofree char *key = g_strdup_printf ("k%d", i);
      g_autofree char *notice = g_strdup_printf ("brine-%d", i);
      BrineDay day = FIXTURE_MONDAY + i;

      acts_show (fixture, key, notice, BRINE_DUE_PLAN, fixture->walk, brine_local (day, 12, 30),
                 day);
    }
  for (int i = 0; i < N_KILLS; i++)
    {
      GPid child = fixture_start_child ("act-forever", fixture->dir, NULL);
      g_autoptr (GPtrArray) logs = NULL;

      /* At least one more is done before it dies, and a few more as chance has it. */
      while (count_done (fixture) <= n_logs + (guint)g_test_rand_int_range (0, 5))
        g_usleep (200);
      kill (child, SIGKILL);
      fixture_wait_for_child (child);
      logs = acts_load_logs (fixture);
      n_logs = logs->len;
      g_assert_cmpuint (n_logs, ==, count_done (fixture));
      g_assert_cmpuint (n_logs, >, 0);
    }
  g_assert_true (brine_store_check (fixture->store, NULL));
}

/* Without waiting ----------------------------------------------------------------------------- */

typedef struct
{
  gboolean done;
  gboolean acted;
  GError *error;
} Answer;

static void
on_acted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Answer *answer = user_data;

  brine_reminder_act_finish (BRINE_STORE (source), result, &answer->acted, &answer->error);
  answer->done = TRUE;
}

static void
act_async (Fixture *fixture, BrineActKind kind, int argument, Answer *answer)
{
  *answer = (Answer){ 0 };
  brine_reminder_act_async (fixture->store, NOTICE, kind, argument, &fixture->with, on_acted_cb,
                            answer);
  fixture_wait (&answer->done);
}

static void
test_async (Fixture *fixture, gconstpointer data)
{
  Answer answer;

  acts_show_walk (fixture, "a", FIXTURE_MONDAY);
  act_async (fixture, BRINE_ACT_LATER, 0, &answer);
  g_assert_error (answer.error, BRINE_ERROR, BRINE_ERROR_INVALID);
  g_clear_error (&answer.error);
  act_async (fixture, BRINE_ACT_DONE, 0, &answer);
  g_assert_no_error (answer.error);
  g_assert_true (answer.acted);
  act_async (fixture, BRINE_ACT_DONE, 0, &answer);
  g_assert_no_error (answer.error);
  g_assert_false (answer.acted);
  acts_assert_n_logs (fixture, 1);

  brine_store_close (fixture->store);
  act_async (fixture, BRINE_ACT_DONE, 0, &answer);
  g_assert_error (answer.error, BRINE_ERROR, BRINE_ERROR_IO);
  g_clear_error (&answer.error);
}

int
main (int argc, char **argv)
{
  static const FixtureChild children[] = { { "act-forever", act_forever } };

  fixture_run_child (argc, argv, children, G_N_ELEMENTS (children));
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test)                                                                            \
  g_test_add ("/acts-safe/" path, Fixture, NULL, acts_set_up, test, acts_tear_down)
  ADD ("unknown", test_unknown);
  ADD ("refused", test_refused);
  ADD ("read-only", test_read_only);
  ADD ("failing-write", test_failing_write);
  ADD ("killed", test_killed);
  ADD ("async", test_async);
#undef ADD
  return g_test_run ();
}
