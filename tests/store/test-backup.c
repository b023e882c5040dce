/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "faulty-vfs.h"
#include "fixture.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

/* The diary into one file and back; whatever goes wrong, the old file stays as it was. */

typedef struct
{
  char *dir;
  char *outside; /* where copies go */
  char *copy;
  BrineStore *store;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->dir = fixture_make_dir ();
  fixture->outside = fixture_make_dir ();
  fixture->copy = g_build_filename (fixture->outside, "copy.db", NULL);
  fixture->store = fixture_open (fixture->dir);
  fixture_fill (fixture->store, FIXTURE_MONDAY, 10, 1);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  brine_store_close (fixture->store);
  fixture_drain ();
  g_assert_finalize_object (fixture->store);
  g_free (fixture->copy);
  fixture_remove_dir (fixture->outside);
  fixture_remove_dir (fixture->dir);
}

static int
count_logs (BrineStore *store)
{
  g_autoptr (GPtrArray) logs = brine_store_load_logs (store, BRINE_DAY_MIN, BRINE_DAY_MAX, NULL);

  if (logs == NULL)
    g_error ("The logs cannot be read.");
  return (int)logs->len;
}

static void
add_log (BrineStore *store)
{
  g_autoptr (BrineLog) log =
      fixture_log (NULL, brine_local (FIXTURE_MONDAY, 8, 0), BRINE_STATE_DONE);

  fixture_put_log (store, log);
}

/* Names in @dir that begin with @prefix. */
static int
count_files (const char *dir, const char *prefix)
{
  g_autoptr (GDir) entries = g_dir_open (dir, 0, NULL);
  const char *name;
  int n = 0;

  while ((name = g_dir_read_name (entries)) != NULL)
    n += g_str_has_prefix (name, prefix);
  return n;
}

static void
test_round_trip (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  int n_logs = count_logs (fixture->store);
  struct stat status;

  g_assert_true (brine_store_backup (fixture->store, fixture->copy, &error));
  g_assert_no_error (error);
  g_assert_cmpint (stat (fixture->copy, &status), ==, 0);
  g_assert_cmphex (status.st_mode & 07777, ==, 0600);
  g_assert_cmpint (count_files (fixture->outside, ""), ==, 1);

  add_log (fixture->store);
  g_assert_true (brine_store_restore (fixture->store, fixture->copy, &error));
  g_assert_no_error (error);
  g_assert_cmpint (count_logs (fixture->store), ==, n_logs);
  g_assert_true (brine_store_check (fixture->store, &error));
  g_assert_cmpint (count_files (fixture->dir, "restore-"), ==, 0);

  /* What was there before lies beside it and can be taken back the same way. */
  g_assert_cmpint (count_files (fixture->dir, "brine-before-restore-"), ==, 1);
  g_autoptr (GDir) entries = g_dir_open (fixture->dir, 0, NULL);
  const char *name;
  while ((name = g_dir_read_name (entries)) != NULL)
    if (g_str_has_prefix (name, "brine-before-restore-"))
      {
        g_autofree char *before = g_build_filename (fixture->dir, name, NULL);
        g_assert_true (brine_store_restore (fixture->store, before, &error));
        break;
      }
  g_assert_cmpint (count_logs (fixture->store), ==, n_logs + 1);
}

static void
assert_refused (Fixture *fixture, const char *path)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (brine_store_backup (fixture->store, path, &error));
  g_assert_error (error, BRINE_ERROR, BRINE_ERROR_INVALID);
}

/* Whoever has the diary open goes on with the file that he knows: no copy may take its place. */
static void
test_not_over_a_diary (Fixture *fixture, gconstpointer data)
{
  const char *diary = brine_store_get_path (fixture->store);
  g_autofree char *log = g_strconcat (diary, "-wal", NULL);
  g_autofree char *link = g_build_filename (fixture->outside, "link.db", NULL);
  g_autofree char *pipe = g_build_filename (fixture->outside, "pipe", NULL);
  char *other_dir = fixture_make_dir ();
  BrineStore *other = fixture_open (other_dir);
  struct stat before, after;

  add_log (fixture->store);
  add_log (other);
  g_assert_cmpint (stat (diary, &before), ==, 0);
  g_assert_cmpint (symlink (diary, link), ==, 0);
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  assert_refused (fixture, diary);
  assert_refused (fixture, log);
  assert_refused (fixture, link);
  assert_refused (fixture, pipe);
  assert_refused (fixture, brine_store_get_path (other));
  g_assert_cmpint (stat (diary, &after), ==, 0);
  g_assert_cmpuint (before.st_ino, ==, after.st_ino);
  g_assert_true (brine_store_owns_file (fixture->store, link));
  g_assert_false (brine_store_owns_file (fixture->store, fixture->copy));

  brine_store_close (other);
  fixture_drain ();
  g_object_unref (other);
  fixture_remove_dir (other_dir);
}

/* A reminder that was shown since the backup does not come once more. */
static void
test_deliveries_stay (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BrineDelivery) delivery =
      brine_delivery_new ("plan|x|2026-11-23T08:00:00|2026-11-23T07:50:00", BRINE_DUE_PLAN);
  g_autoptr (GError) error = NULL;
  BrineChange *change = brine_change_new ();

  g_assert_true (brine_store_backup (fixture->store, fixture->copy, NULL));
  delivery->state = BRINE_DELIVERY_SHOWN;
  delivery->notice_id = g_strdup ("brine-1");
  brine_change_put_delivery (change, delivery);
  g_autoptr (BrineChange) inverse = brine_store_apply (fixture->store, change, &error);
  g_assert_no_error (error);
  g_assert_true (brine_store_restore (fixture->store, fixture->copy, &error));
  g_assert_no_error (error);

  g_autoptr (GPtrArray) kept =
      brine_store_load_deliveries (fixture->store, (BrineInstant){ 0 }, &error);
  g_assert_cmpint (kept->len, ==, 1);
  const BrineDelivery *found = g_ptr_array_index (kept, 0);
  g_assert_cmpstr (found->key, ==, delivery->key);
  g_assert_cmpint (found->state, ==, BRINE_DELIVERY_SHOWN);
  g_assert_true (brine_store_check (fixture->store, &error));
}

/* Restoring into a larger and into a smaller diary, then writing and starting again. */
static void
test_sizes (Fixture *fixture, gconstpointer data)
{
  g_autofree char *other_dir = g_build_filename (fixture->outside, "other", NULL);
  g_autoptr (BrineStore) other = fixture_open (other_dir);
  g_autoptr (GError) error = NULL;
  int n_logs;

  fixture_fill (other, FIXTURE_MONDAY, 200, 2);
  n_logs = count_logs (other);
  g_assert_true (brine_store_backup (other, fixture->copy, &error));
  g_assert_true (brine_store_restore (fixture->store, fixture->copy, &error));
  g_assert_no_error (error);
  add_log (fixture->store);
  g_assert_cmpint (count_logs (fixture->store), ==, n_logs + 1);

  g_autofree char *empty_dir = g_build_filename (fixture->outside, "empty", NULL);
  g_autoptr (BrineStore) empty = fixture_open (empty_dir);
  g_assert_true (brine_store_backup (empty, fixture->copy, &error));
  g_assert_true (brine_store_restore (fixture->store, fixture->copy, &error));
  add_log (fixture->store);
  brine_store_close (fixture->store);
  fixture_drain ();
  g_clear_object (&fixture->store);
  fixture->store = fixture_open (fixture->dir);
  g_assert_cmpint (count_logs (fixture->store), ==, 1);
  g_assert_true (brine_store_check (fixture->store, &error));
}

/* Settings come along, and everybody hears of it. */
static void
on_changed_cb (BrineStore *store, guint kinds, gpointer user_data)
{
  *(guint *)user_data |= kinds;
}

static void
test_announced (Fixture *fixture, gconstpointer data)
{
  BrineChange *change = brine_change_new ();
  guint kinds = 0;

  g_assert_true (brine_store_backup (fixture->store, fixture->copy, NULL));
  brine_change_put_setting (change, BRINE_SETTING_DAY_START, "0");
  fixture_apply_and_forget (fixture->store, change);
  fixture_drain ();
  g_signal_connect (fixture->store, "changed", G_CALLBACK (on_changed_cb), &kinds);
  g_assert_true (brine_store_restore (fixture->store, fixture->copy, NULL));
  fixture_drain ();
  g_assert_cmphex (kinds, ==, (1u << BRINE_N_KINDS) - 1);
  g_assert_cmpint (brine_store_get_day_start_minutes (fixture->store), ==, 240);
}

static void
run_sql (const char *path, const char *sql)
{
  sqlite3 *sqlite;

  g_assert_cmpint (sqlite3_open (path, &sqlite), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (sqlite, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (sqlite);
}

static void
make_missing (const char *path)
{
  g_unlink (path);
}

static void
make_text (const char *path)
{
  g_file_set_contents (path,
                       "Not a diary at all, but long enough to hold a header. "
                       "Not a diary at all, but long enough to hold a header.",
                       -1, NULL);
}

static void
make_newer (const char *path)
{
  run_sql (path, "PRAGMA user_version = 99");
}

static void
make_foreign (const char *path)
{
  run_sql (path, "PRAGMA application_id = 1");
}

static void
make_damaged (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *bytes;
  gsize length;

  g_file_get_contents (path, &bytes, &length, &error);
  memset (bytes + length / 2, 0x5a, 8192);
  g_file_set_contents (path, bytes, (gssize)length, &error);
  g_assert_no_error (error);
  g_free (bytes);
}

static void
make_shorter (const char *path)
{
  g_assert_cmpint (truncate (path, 8192), ==, 0);
}

/* What is not a sound diary is refused and nothing changes here. */
static void
test_bad_sources (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    void (*spoil) (const char *path);
    BrineError expected;
  } cases[] = {
    { make_missing, BRINE_ERROR_NOT_FOUND }, { make_text, BRINE_ERROR_FOREIGN },
    { make_newer, BRINE_ERROR_NEWER },       { make_foreign, BRINE_ERROR_FOREIGN },
    { make_damaged, BRINE_ERROR_DAMAGED },   { make_shorter, BRINE_ERROR_DAMAGED },
  };
  int n_logs = count_logs (fixture->store);
  int n_files = count_files (fixture->dir, "");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (brine_store_backup (fixture->store, fixture->copy, &error));
      cases[i].spoil (fixture->copy);
      g_assert_false (brine_store_restore (fixture->store, fixture->copy, &error));
      g_assert_error (error, BRINE_ERROR, (int)cases[i].expected);
      g_assert_cmpint (count_logs (fixture->store), ==, n_logs);
      g_assert_cmpint (count_files (fixture->dir, ""), ==, n_files);
    }
}

/* A copy that cannot be written leaves the copy that was there, and no rest of itself. */
static void
test_bad_targets (Fixture *fixture, gconstpointer data)
{
  g_autofree char *nowhere = g_build_filename (fixture->outside, "missing", "copy.db", NULL);
  g_autofree char *old = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (brine_store_backup (fixture->store, nowhere, &error));
  g_assert_error (error, BRINE_ERROR, BRINE_ERROR_IO);
  g_clear_error (&error);
  g_assert_false (brine_store_backup (fixture->store, fixture->outside, &error));
  g_assert_error (error, BRINE_ERROR, BRINE_ERROR_INVALID);
  g_clear_error (&error);

  g_file_set_contents (fixture->copy, "the old copy", -1, NULL);
  for (int n = 1;; n++)
    {
      faulty_vfs_fail_from (n, SQLITE_FULL, ENOSPC);
      gboolean written = brine_store_backup (fixture->store, fixture->copy, &error);
      gboolean failed = faulty_vfs_has_failed ();
      faulty_vfs_fail_from (0, 0, 0);
      if (!failed)
        {
          g_assert_true (written);
          g_assert_cmpint (n, >, 5);
          break;
        }
      g_assert_error (error, BRINE_ERROR, BRINE_ERROR_FULL);
      g_clear_error (&error);
      g_free (old);
      g_file_get_contents (fixture->copy, &old, NULL, NULL);
      g_assert_cmpstr (old, ==, "the old copy");
      g_assert_cmpint (count_files (fixture->outside, ""), ==, 1);
    }
}

/* Every write of a restore, failing in turn: the diary before it or the one after it. */
static void
test_failing_restore (Fixture *fixture, gconstpointer data)
{
  int n_before;
  int n_after = count_logs (fixture->store);

  g_assert_true (brine_store_backup (fixture->store, fixture->copy, NULL));
  add_log (fixture->store);
  n_before = count_logs (fixture->store);
  for (int n = 1;; n += 3)
    {
      g_autoptr (GError) error = NULL;

      faulty_vfs_fail_from (n, SQLITE_FULL, ENOSPC);
      gboolean restored = brine_store_restore (fixture->store, fixture->copy, &error);
      gboolean failed = faulty_vfs_has_failed ();
      faulty_vfs_fail_from (0, 0, 0);
      g_assert_true (restored || error != NULL);
      g_assert_true (brine_store_check (fixture->store, NULL));
      g_assert_cmpint (count_logs (fixture->store), ==, restored ? n_after : n_before);
      g_assert_cmpint (count_files (fixture->dir, "restore-"), ==, 0);
      if (!failed)
        break;
      if (restored)
        {
          add_log (fixture->store);
          n_before = count_logs (fixture->store);
        }
    }
}

typedef struct
{
  gboolean done;
  GAsyncResult *result;
} Answer;

static void
on_answer_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Answer *answer = user_data;

  answer->result = g_object_ref (result);
  answer->done = TRUE;
}

static void
test_async (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  Answer backup = { 0 };
  Answer restore = { 0 };
  Answer never = { 0 };
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancelled);
  brine_store_restore_async (fixture->store, fixture->copy, cancelled, on_answer_cb, &never);
  brine_store_backup_async (fixture->store, fixture->copy, NULL, on_answer_cb, &backup);
  brine_store_restore_async (fixture->store, fixture->copy, NULL, on_answer_cb, &restore);
  fixture_wait (&restore.done);
  g_assert_true (brine_store_backup_finish (fixture->store, backup.result, &error));
  g_assert_true (brine_store_restore_finish (fixture->store, restore.result, &error));
  g_assert_no_error (error);
  g_assert_false (brine_store_restore_finish (fixture->store, never.result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_object_unref (backup.result);
  g_object_unref (restore.result);
  g_object_unref (never.result);
}

int
main (int argc, char **argv)
{
  faulty_vfs_register ();
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/backup/round-trip", test_round_trip);
  ADD ("/backup/deliveries-stay", test_deliveries_stay);
  ADD ("/backup/sizes", test_sizes);
  ADD ("/backup/announced", test_announced);
  ADD ("/backup/bad-sources", test_bad_sources);
  ADD ("/backup/bad-targets", test_bad_targets);
  ADD ("/backup/not-over-a-diary", test_not_over_a_diary);
  ADD ("/backup/failing-restore", test_failing_restore);
  ADD ("/backup/async", test_async);
#undef ADD
  return g_test_run ();
}
