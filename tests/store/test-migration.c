/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-file-private.h"
#include "brine-quota.h"
#include "fixture.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

/*
 * The way from an older schema to a newer one: with steps of the test, which can be killed, and with a real diary of each schema that was ever released.
 */

typedef struct
{
  char *dir;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  BrineStore *store;

  fixture->dir = fixture_make_dir ();
  fixture->path = g_build_filename (fixture->dir, "brine.db", NULL);
  store = fixture_open (fixture->dir);
  fixture_fill (store, FIXTURE_MONDAY, 10, 1);
  brine_store_close (store);
  g_object_unref (store);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_free (fixture->path);
  fixture_remove_dir (fixture->dir);
}

/* Steps of the test ------------------------------------------------------------------------- */

/* Where a child kills itself: counted at each point of the migration. 0: nowhere. */
static int kill_at;

static void
maybe_die (void)
{
  if (kill_at > 0 && --kill_at == 0)
    raise (SIGKILL);
}

static gboolean
run_step (BrineDatabase *db, const char *const *statements, GError **error)
{
  maybe_die ();
  for (; *statements != NULL; statements++)
    {
      if (!brine_database_exec (db, *statements, error))
        return FALSE;
      maybe_die ();
    }
  return TRUE;
}

static gboolean
add_weather (BrineDatabase *db, GError **error)
{
  static const char *const statements[] = { "ALTER TABLE checkins ADD COLUMN weather TEXT",
                                            "UPDATE checkins SET weather = 'rain'", NULL };

  return run_step (db, statements, error);
}

static gboolean
move_notes (BrineDatabase *db, GError **error)
{
  static const char *const statements[] = {
    "CREATE TABLE notes (log INTEGER PRIMARY KEY REFERENCES logs (row), text TEXT) STRICT",
    "INSERT INTO notes (log, text) SELECT row, coalesce (note, '') FROM logs",
    "UPDATE logs SET note = NULL", NULL
  };

  return run_step (db, statements, error);
}

static gboolean
fail (BrineDatabase *db, GError **error)
{
  return brine_database_exec (db, "INSERT INTO no_such_table VALUES (1)", error);
}

/* From schema 5 on, which is what the diary of the test has. */
static const BrineMigration good_steps[] = { NULL, NULL, NULL, NULL, add_weather, move_notes };
static const BrineMigration bad_steps[] = { NULL, NULL, NULL, NULL, add_weather, fail };
static const BrineMigrations good = { good_steps, G_N_ELEMENTS (good_steps) };
static const BrineMigrations bad = { bad_steps, G_N_ELEMENTS (bad_steps) };

/* How many copies of the old file lie beside the diary; each is a whole diary of schema 5. */
static int
count_copies (const char *dir)
{
  g_autoptr (GDir) entries = g_dir_open (dir, 0, NULL);
  const char *name;
  int n = 0;

  while ((name = g_dir_read_name (entries)) != NULL)
    if (g_str_has_prefix (name, "brine-v5-") && g_str_has_suffix (name, ".db"))
      {
        g_autofree char *path = g_build_filename (dir, name, NULL);
        g_autoptr (BrineDatabase) db =
            brine_file_open (path, BRINE_OPEN_READ_ONLY, &brine_migrations, NULL);
        int64_t n_logs;

        g_assert_nonnull (db);
        g_assert_true (brine_database_read_int (db, "SELECT count (*) FROM logs", &n_logs, NULL));
        g_assert_cmpint (n_logs, >, 30);
        n++;
      }
  return n;
}

static int64_t
read_int (BrineDatabase *db, const char *sql)
{
  int64_t value = -1;

  g_assert_true (brine_database_read_int (db, sql, &value, NULL));
  return value;
}

static void
assert_migrated (BrineDatabase *db)
{
  g_assert_cmpint (read_int (db, "PRAGMA user_version"), ==, 7);
  g_assert_cmpint (read_int (db, "SELECT count (*) FROM checkins WHERE weather = 'rain'"), ==,
                   read_int (db, "SELECT count (*) FROM  checkins"));
  g_assert_cmpint (read_int (db, "SELECT count (*) FROM notes"), ==,
                   read_int (db, "SELECT count (*) FROM   logs"));
}

static void
test_migrate (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BrineDatabase) db =
      brine_file_open (fixture->path, BRINE_OPEN_EXISTING, &good, &error);

  g_assert_no_error (error);
  assert_migrated (db);
  g_clear_pointer (&db, brine_database_free);
  g_assert_cmpint (count_copies (fixture->dir), ==, 1);

  /* Once is enough, and this version now keeps its hands off it. */
  db = brine_file_open (fixture->path, BRINE_OPEN_EXISTING, &good, &error);
  g_assert_nonnull (db);
  g_clear_pointer (&db, brine_database_free);
  g_assert_cmpint (count_copies (fixture->dir), ==, 1);
  g_assert_null (brine_store_open (fixture->dir, BRINE_OPEN_EXISTING, &error));
  g_assert_error (error, BRINE_ERROR, BRINE_ERROR_NEWER);
}

static void
test_failing_step (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (brine_file_open (fixture->path, BRINE_OPEN_EXISTING, &bad, &error));
  g_assert_nonnull (error);
  g_autoptr (BrineStore) store = fixture_open (fixture->dir);
  g_assert_true (brine_store_check (store, NULL));
  g_assert_cmpint (count_copies (fixture->dir), ==, 1);
}

static void
migrate_and_die (const char *dir)
{
  g_autofree char *path = g_build_filename (dir, "brine.db", NULL);

  kill_at = atoi (g_getenv ("KILL_AT"));
  brine_database_free (brine_file_open (path, BRINE_OPEN_EXISTING, &good, NULL));
}

/* Killed at each point: the old schema or the new one, the copy there, and the next start ends
 * what was begun. */
static void
test_killed (Fixture *fixture, gconstpointer data)
{
  enum
  {
    N_POINTS = 7
  };

  for (int point = 1; point <= N_POINTS; point++)
    {
      g_autofree char *text = g_strdup_printf ("%d", point);
      int status;

      g_setenv ("KILL_AT", text, TRUE);
      status = fixture_wait_for_child (fixture_start_child ("migrate-and-die", fixture->dir, NULL));
      g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL);
      g_assert_cmpint (count_copies (fixture->dir), ==, point);
      g_autoptr (BrineStore) store = brine_store_open (fixture->dir, BRINE_OPEN_EXISTING, NULL);
      g_assert_nonnull (store);
      g_assert_true (brine_store_check (store, NULL));
      brine_store_close (store);
    }
  g_autoptr (BrineDatabase) db = brine_file_open (fixture->path, BRINE_OPEN_EXISTING, &good, NULL);
  g_assert_nonnull (db);
  assert_migrated (db);
}

/* Real diaries ------------------------------------------------------------------------------ */

/* What every sample diary holds; only ever added to. */
static BrinePlanItem *
sample_item (void)
{
  BrinePlanItem *item =
      fixture_item (BRINE_PRACTICE_MEAL, "Kimchi rice bowl", brine_local (FIXTURE_MONDAY, 12, 30),
                    30, "FREQ=WEEKLY;BYDAY=MO,WE,FR");
  BrineGoalPeriod goal = { FIXTURE_MONDAY,
                           { .kind = BRINE_GOAL_AT_LEAST, .low = 1, .unit = BRINE_UNIT_SERVINGS } };
  BrineException *exception = brine_exception_new (brine_local (FIXTURE_MONDAY + 2, 12, 30));
  BrineLocal extra = brine_local (FIXTURE_MONDAY + 5, 13, 0);
  BrineReminder reminder = { BRINE_REMINDER_OFFSET, 30, 0 };

  g_free (item->id);
  item->id = g_strdup ("7c2b5f6e-6d0a-4d6b-9f0e-0c8f5f3b1a01");
  g_free (item->uid);
  item->uid = g_strdup ("bowl@example.org");
  exception->start = brine_local (FIXTURE_MONDAY + 2, 18, 0);
  exception->minutes = 45;
  exception->title = g_strdup ("Bowl with friends");
  g_ptr_array_add (item->exceptions, exception);
  g_array_append_val (item->goals, goal);
  g_array_append_val (item->rdates, extra);
  g_array_append_val (item->reminders, reminder);
  item->slot = BRINE_MEAL_SLOT_LUNCH;
  item->foreign = g_strdup ("X-OTHER:kept\r\n");
  return item;
}

/* What a sample diary of schema 2 holds beside: its reminders as that schema wrote them. */
static BrineTemplate *
sample_template (void)
{
  BrineTemplate *template = brine_template_new ("A week of winter");
  BrinePlanEntry *entry = brine_plan_entry_new ();
  BrineGoalPeriod goal = { 0,
                           { .kind = BRINE_GOAL_AT_LEAST, .low = 20, .unit = BRINE_UNIT_MINUTES } };

  g_free (template->id);
  template->id = g_strdup ("7c2b5f6e-6d0a-4d6b-9f0e-0c8f5f3b1a02");
  g_free (entry->title);
  entry->title = g_strdup ("Walk by the river");
  entry->practice = BRINE_PRACTICE_WALK;
  entry->day = 2;
  entry->second = 8 * 3600;
  entry->minutes = 20;
  g_array_append_val (entry->goals, goal);
  g_array_unref (entry->reminders);
  entry->reminders = brine_reminders_parse ("-5 10 30", NULL);
  g_ptr_array_add (template->entries, entry);
  return template;
}

/* What a sample diary of schema 4 holds beside: something without days, done twice. */
static BrinePlanItem *
sample_quota (void)
{
  BrinePlanItem *quota =
      fixture_item (BRINE_PRACTICE_OWN, "Sauna", brine_local (FIXTURE_MONDAY, 0, 0), 60, NULL);

  g_free (quota->id);
  quota->id = g_strdup ("7c2b5f6e-6d0a-4d6b-9f0e-0c8f5f3b1a03");
  g_free (quota->uid);
  quota->uid = g_strdup (quota->id);
  quota->quota_per_week = 3;
  return quota;
}

/* Fills @dir for a later version: ./test-store-migration --child make-sample DIR */
static void
make_sample (const char *dir)
{
  g_autoptr (BrineStore) store = fixture_open (dir);
  g_autoptr (BrinePlanItem) item = sample_item ();
  g_autoptr (BrinePlanItem) quota = sample_quota ();
  g_autoptr (BrineTemplate) template = sample_template ();
  g_autoptr (BrineLog) log =
      fixture_log (item, brine_local (FIXTURE_MONDAY, 12, 30), BRINE_STATE_DONE);
  BrineChange *change = brine_change_new ();

  log->live_servings = 1.5;
  fixture_fill (store, FIXTURE_MONDAY, 1, 1);
  brine_change_put_item (change, item);
  brine_change_put_item (change, quota);
  brine_change_put_template (change, template);
  brine_change_put_log (change, log);
  for (int day = 0; day < 2; day++)
    {
      g_autoptr (BrineLog) time =
          fixture_log (quota, brine_local (FIXTURE_MONDAY + day, 19, 0), BRINE_STATE_DONE);

      brine_change_put_log (change, time);
    }
  brine_change_put_setting (change, BRINE_SETTING_DAY_START, "180");
  fixture_apply_and_forget (store, change);
}

/* Finds @wanted among @templates, as it was written. */
static void
assert_has_template (const GPtrArray *templates, const BrineTemplate *wanted)
{
  const BrineTemplate *found = NULL;

  for (guint i = 0; i < templates->len; i++)
    if (g_str_equal (((BrineTemplate *)templates->pdata[i])->id, wanted->id))
      found = templates->pdata[i];
  g_assert_nonnull (found);
  g_assert_true (brine_template_equal (found, wanted));
}

/* All that a reminder can be now, and what became of one. */
static void
assert_keeps_reminders (BrineStore *store, BrinePlanItem *item)
{
  g_autoptr (BrineDelivery) delivery = brine_delivery_new ("plan|a|b|c", BRINE_DUE_PLAN);
  g_autoptr (GPtrArray) deliveries = NULL;
  g_autoptr (BrinePlanItem) again = NULL;
  BrineChange *change = brine_change_new ();

  g_array_unref (item->reminders);
  item->reminders = brine_reminders_parse ("-5 30 30/sa,su @00:00 @07:30/mo", NULL);
  brine_change_put_item (change, item);
  brine_change_put_delivery (change, delivery);
  fixture_apply_and_forget (store, change);
  again = brine_store_load_item (store, item->id, NULL);
  g_assert_true (brine_plan_item_equal (again, item));
  deliveries = brine_store_load_deliveries (store, (BrineInstant){ 0 }, NULL);
  g_assert_cmpuint (deliveries->len, ==, 1);
  g_assert_true (brine_delivery_equal (deliveries->pdata[0], delivery));
}

/* Numbers of a quota by week: what the file brought holds for all of the past, and another one from
 * its week on. */
static void
assert_keeps_quota (BrineStore *store, const char *id, int times)
{
  g_autoptr (BrinePlanItem) quota = brine_store_load_item (store, id, NULL);
  g_autoptr (BrinePlanItem) again = NULL;

  g_assert_nonnull (quota);
  g_assert_cmpuint (quota->quotas->len, ==, 0);
  for (int week = -520; week <= 520; week++)
    g_assert_cmpint (brine_quota_get_times (quota, FIXTURE_MONDAY + 7 * week), ==, times);
  brine_quota_set_times (quota, times + 2, FIXTURE_MONDAY + 14);
  fixture_put_item (store, quota);
  again = brine_store_load_item (store, id, NULL);
  g_assert_true (brine_plan_item_equal (again, quota));
  g_assert_cmpint (brine_quota_get_times (again, FIXTURE_MONDAY + 7), ==, times);
  g_assert_cmpint (brine_quota_get_times (again, FIXTURE_MONDAY + 14), ==, times + 2);
}

/* A quota in a file of an older schema, written as it was then: the newest migrations that the file
 * knows leave it what it is. */
static void
test_quota_of (Fixture *fixture, gconstpointer data)
{
  int schema = GPOINTER_TO_INT (data);
  static const BrineMigration none[8] = { NULL };
  const BrineMigrations as_it_was = { none, schema - 1 };
  g_autofree char *name = g_strdup_printf ("schema-%d.db", schema);
  g_autofree char *sample = g_test_build_filename (G_TEST_DIST, "store", "data", name, NULL);
  g_autofree char *text = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (sample, &text, &length, NULL));
  g_assert_true (g_file_set_contents (fixture->path, text, (gssize)length, NULL));
  g_autoptr (BrineDatabase) db =
      brine_file_open (fixture->path, BRINE_OPEN_EXISTING, &as_it_was, NULL);
  g_assert_nonnull (db);
  g_assert_cmpint (read_int (db, "PRAGMA user_version"), ==, schema);
  g_assert_true (brine_database_exec (
      db,
      "INSERT INTO items (id, uid, practice, title, start_day, start_second, minutes, "
      "quota_per_week, slot, portions, created_at, modified_at) "
      "VALUES ('old', 'old', 'own', 'Sauna', 20000, 0, 60, 4, 'none', 1, 1, 1)",
      NULL));
  g_clear_pointer (&db, brine_database_free);

  g_autoptr (BrineStore) store = fixture_open (fixture->dir);
  assert_keeps_quota (store, "old", 4);
  g_assert_true (brine_store_check (store, NULL));
}

static void
test_sample (Fixture *fixture, gconstpointer data)
{
  g_autofree char *sample =
      g_test_build_filename (G_TEST_DIST, "store", "data", (const char *)data, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (BrinePlanItem) wanted = sample_item ();
  gsize length;

  g_file_get_contents (sample, &text, &length, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (fixture->path, text, (gssize)length, NULL));

  g_autoptr (BrineStore) store = fixture_open (fixture->dir);
  g_autoptr (BrinePlanItem) item = brine_store_load_item (store, wanted->id, &error);
  g_assert_no_error (error);
  g_assert_true (brine_plan_item_equal (item, wanted));
  g_assert_cmpint (brine_store_get_day_start_minutes (store), ==, 180);
  g_autoptr (GPtrArray) logs =
      brine_store_load_logs (store, FIXTURE_MONDAY, FIXTURE_MONDAY, &error);
  g_assert_cmpuint (logs->len, >, 4);
  g_assert_true (brine_store_check (store, &error));

  /* What its schema did not know can be kept in it now. */
  g_autoptr (BrineTemplate) template = brine_template_new ("Winter");
  BrinePlanEntry *entry = brine_plan_entry_new ();
  BrineChange *change = brine_change_new ();
  entry->quota_id = g_strdup (wanted->id);
  g_ptr_array_add (template->entries, entry);
  brine_change_put_template (change, template);
  fixture_apply_and_forget (store, change);
  g_autoptr (GPtrArray) templates = brine_store_load_templates (store, &error);
  assert_has_template (templates, template);
  assert_keeps_reminders (store, item);
  if (g_str_equal (data, "schema-1.db"))
    return;
  g_autoptr (BrineTemplate) kept = sample_template ();
  assert_has_template (templates, kept);
  if (!g_str_equal (data, "schema-4.db"))
    return;
  g_autoptr (BrinePlanItem) wanted_quota = sample_quota ();
  g_autoptr (BrinePlanItem) quota = brine_store_load_item (store, wanted_quota->id, &error);
  g_assert_no_error (error);
  g_assert_true (brine_plan_item_equal (quota, wanted_quota));
  assert_keeps_quota (store, quota->id, 3);
}

int
main (int argc, char **argv)
{
  static const FixtureChild children[] = { { "migrate-and-die", migrate_and_die },
                                           { "make-sample", make_sample } };

  fixture_run_child (argc, argv, children, G_N_ELEMENTS (children));
  g_test_init (&argc, &argv, NULL);
#define ADD(path, data, test) g_test_add (path, Fixture, data, set_up, test, tear_down)
  ADD ("/migration/migrate", NULL, test_migrate);
  ADD ("/migration/failing-step", NULL, test_failing_step);
  ADD ("/migration/killed", NULL, test_killed);
  ADD ("/migration/schema-1", "schema-1.db", test_sample);
  ADD ("/migration/schema-2", "schema-2.db", test_sample);
  ADD ("/migration/schema-3", "schema-3.db", test_sample);
  ADD ("/migration/schema-4", "schema-4.db", test_sample);
  for (int schema = 1; schema <= 4; schema++)
    {
      g_autofree char *path = g_strdup_printf ("/migration/quota-of-schema-%d", schema);

      ADD (path, GINT_TO_POINTER (schema), test_quota_of);
    }
#undef ADD
  return g_test_run ();
}
