/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-file-private.h"
#include "fixture.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* What is found where the diary should be, and what the store says and does about it. */

typedef struct
{
  char *dir;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->dir = fixture_make_dir ();
  fixture->path = g_build_filename (fixture->dir, "brine.db", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_chmod (fixture->dir, 0700);
  g_free (fixture->path);
  fixture_remove_dir (fixture->dir);
}

static GBytes *
read_bytes (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *text;
  gsize length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (text, length);
}

static int
count_files (const char *dir)
{
  g_autoptr (GDir) entries = g_dir_open (dir, 0, NULL);
  int n = 0;

  while (g_dir_read_name (entries) != NULL)
    n++;
  return n;
}

static void
assert_mode (const char *path, guint mode)
{
  struct stat status;

  g_assert_cmpint (stat (path, &status), ==, 0);
  g_assert_cmphex (status.st_mode & 07777, ==, mode);
}

/* Opening fails with @code in every mode, and neither the file nor the folder changes. */
static void
assert_refused (Fixture *fixture, BrineError code)
{
  static const BrineOpenMode modes[] = { BRINE_OPEN_CREATE, BRINE_OPEN_EXISTING,
                                         BRINE_OPEN_READ_ONLY };
  g_autoptr (GBytes) before = read_bytes (fixture->path);
  int n_files = count_files (fixture->dir);

  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (brine_store_open (fixture->dir, modes[i], &error));
      g_assert_error (error, BRINE_ERROR, (int)code);
      g_autoptr (GBytes) after = read_bytes (fixture->path);
      g_assert_true (g_bytes_equal (before, after));
      g_assert_cmpint (count_files (fixture->dir), ==, n_files);
    }
}

/* A diary with a few days in it, closed. */
static void
make_diary (Fixture *fixture)
{
  BrineStore *store = fixture_open (fixture->dir);

  fixture_fill (store, FIXTURE_MONDAY, 20, 1);
  brine_store_close (store);
  g_object_unref (store);
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
test_create (Fixture *fixture, gconstpointer data)
{
  g_autofree char *dir = g_build_filename (fixture->dir, "deep", "50% of a?b #c ü", NULL);
  g_autofree char *path = g_build_filename (dir, "brine.db", NULL);
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  g_autoptr (GError) error = NULL;
  mode_t umask_before = umask (0);

  g_assert_null (brine_store_open (dir, BRINE_OPEN_EXISTING, &error));
  g_assert_error (error, BRINE_ERROR, BRINE_ERROR_NOT_FOUND);
  g_assert_false (g_file_test (dir, G_FILE_TEST_EXISTS));

  g_autoptr (BrineStore) store = fixture_open (dir);
  g_autoptr (BrineCheckin) checkin = fixture_checkin (brine_local (FIXTURE_MONDAY, 9, 0), 3);
  BrineChange *change = brine_change_new ();
  brine_change_put_checkin (change, checkin);
  fixture_apply_and_forget (store, change);
  g_assert_cmpstr (brine_store_get_path (store), ==, path);
  g_assert_false (brine_store_is_read_only (store));
  assert_mode (dir, 0700);
  assert_mode (path, 0600);
  assert_mode (wal, 0600);
  brine_store_close (store);
  g_assert_cmpint (count_files (dir), ==, 1);
  umask (umask_before);
}

/* A copy that a careless umask left readable is made private again; a link is followed. */
static void
test_open_copy (Fixture *fixture, gconstpointer data)
{
  g_autofree char *real = g_build_filename (fixture->dir, "real.db", NULL);

  make_diary (fixture);
  g_assert_cmpint (g_rename (fixture->path, real), ==, 0);
  g_assert_cmpint (g_chmod (real, 0644), ==, 0);
  g_assert_cmpint (symlink ("real.db", fixture->path), ==, 0);
  g_autoptr (BrineStore) store = fixture_open (fixture->dir);
  g_autoptr (GPtrArray) items = brine_store_load_items (store, NULL);
  g_assert_cmpuint (items->len, ==, 8);
  assert_mode (real, 0600);
  brine_store_close (store);
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_IS_SYMLINK));
}

static void
test_foreign (Fixture *fixture, gconstpointer data)
{
  static const char *const contents[] = { "", "SQLite format 3", "Dear diary, this is text.\n" };
  g_autofree char *long_text = g_strnfill (10000, 'x');

  for (guint i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      g_file_set_contents (fixture->path, contents[i], -1, NULL);
      assert_refused (fixture, BRINE_ERROR_FOREIGN);
    }
  g_file_set_contents (fixture->path, long_text, -1, NULL);
  assert_refused (fixture, BRINE_ERROR_FOREIGN);

  g_unlink (fixture->path);
  run_sql (fixture->path, "CREATE TABLE t (x); PRAGMA user_version = 1");
  assert_refused (fixture, BRINE_ERROR_FOREIGN);
  run_sql (fixture->path, "PRAGMA application_id = 252006673; PRAGMA journal_mode = WAL");
  assert_refused (fixture, BRINE_ERROR_FOREIGN);
}

static void
test_newer (Fixture *fixture, gconstpointer data)
{
  make_diary (fixture);
  run_sql (fixture->path, "PRAGMA user_version = 99; CREATE TABLE of_the_future (x)");
  assert_refused (fixture, BRINE_ERROR_NEWER);
}

static void
test_truncated (Fixture *fixture, gconstpointer data)
{
  struct stat status;

  make_diary (fixture);
  g_assert_cmpint (stat (fixture->path, &status), ==, 0);
  g_assert_cmpint (truncate (fixture->path, status.st_size / 2), ==, 0);
  assert_refused (fixture, BRINE_ERROR_DAMAGED);
  g_assert_cmpint (truncate (fixture->path, 4096), ==, 0);
  assert_refused (fixture, BRINE_ERROR_DAMAGED);
}

/* Ours by its numbers, but without our tables. */
static void
test_hollow (Fixture *fixture, gconstpointer data)
{
  run_sql (fixture->path, "CREATE TABLE t (x); PRAGMA user_version = 1;"
                          "PRAGMA application_id = 0x4272696e");
  g_autoptr (GError) error = NULL;
  g_assert_null (brine_store_open (fixture->dir, BRINE_OPEN_EXISTING, &error));
  g_assert_error (error, BRINE_ERROR, BRINE_ERROR_DAMAGED);
}

/* Garbage in any one page: opening, reading or checking says "damaged", nothing crashes, and the
 * check always finds it. */
static void
test_garbage_page (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  guint n_pages;
  int n_found = 0;

  make_diary (fixture);
  g_autoptr (GBytes) good = read_bytes (fixture->path);
  n_pages = (guint)(g_bytes_get_size (good) / 4096);
  g_assert_cmpuint (n_pages, >, 20);
  for (guint page = 1; page < n_pages; page++)
    {
      g_autofree char *bad = g_memdup2 (g_bytes_get_data (good, NULL), g_bytes_get_size (good));
      g_autoptr (GError) error = NULL;

      for (int i = 0; i < 4096; i++)
        bad[page * 4096 + i] = (char)g_rand_int (rand);
      g_file_set_contents (fixture->path, bad, g_bytes_get_size (good), NULL);
      g_autoptr (BrineStore) store = brine_store_open (fixture->dir, BRINE_OPEN_EXISTING, &error);
      if (store != NULL)
        {
          g_autoptr (GError) agenda_error = NULL;
          g_autoptr (GPtrArray) rows =
              brine_store_load_agenda (store, FIXTURE_MONDAY - 30, FIXTURE_MONDAY,
                                       brine_local (FIXTURE_MONDAY, 9, 0), &agenda_error);

          g_assert_true (rows != NULL
                         || g_error_matches (agenda_error, BRINE_ERROR, BRINE_ERROR_DAMAGED));
          g_assert_false (brine_store_check (store, &error));
        }
      g_assert_error (error, BRINE_ERROR, BRINE_ERROR_DAMAGED);
      n_found++;
    }
  g_assert_cmpint (n_found, ==, (int)n_pages - 1);
}

static void
test_check_good (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  make_diary (fixture);
  g_autoptr (BrineStore) store = fixture_open (fixture->dir);
  g_assert_true (brine_store_check (store, &error));
  g_assert_no_error (error);
}

/* A row that refers to nothing is found by the check. */
static void
test_check_references (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  make_diary (fixture);
  run_sql (fixture->path, "DELETE FROM items WHERE row = 2");
  g_autoptr (BrineStore) store = fixture_open (fixture->dir);
  g_assert_false (brine_store_check (store, &error));
  g_assert_error (error, BRINE_ERROR, BRINE_ERROR_DAMAGED);
}

static void
assert_child_succeeds (const char *name, const char *dir)
{
  int status = fixture_wait_for_child (fixture_start_child (name, dir, NULL));

  if (WIFEXITED (status) && WEXITSTATUS (status) == 77)
    g_test_skip ("The rights of the superuser cannot be given up here");
  else
    g_assert_cmpint (status, ==, 0);
}

/* Everything can be read, nothing written, and that is said. */
static void
use_read_only (const char *dir)
{
  fixture_become_nobody ();
  g_autoptr (GError) error = NULL;
  g_autoptr (BrineStore) store = brine_store_open (dir, BRINE_OPEN_CREATE, &error);
  BrineChange *change = brine_change_new ();

  g_assert_no_error (error);
  g_assert_true (brine_store_is_read_only (store));
  g_autoptr (GPtrArray) items = brine_store_load_items (store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (items->len, ==, 8);
  brine_change_remove (change, BRINE_KIND_ITEM, "x");
  g_assert_null (brine_store_apply (store, change, &error));
  g_assert_error (error, BRINE_ERROR, BRINE_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_false (brine_store_restore (store, brine_store_get_path (store), &error));
  g_assert_error (error, BRINE_ERROR, BRINE_ERROR_READ_ONLY);
}

static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    guint dir_mode;
    guint file_mode;
  } modes[] = { { 0555, 0444 }, { 0555, 0666 }, { 0777, 0444 } };

  make_diary (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      g_chmod (fixture->path, modes[i].file_mode);
      g_chmod (fixture->dir, modes[i].dir_mode);
      assert_child_succeeds ("read-only", fixture->dir);
      g_chmod (fixture->dir, 0700);
    }
}

/* Writes one more item and dies without closing: it stands in the log alone. */
static void
write_and_die (const char *dir)
{
  BrineStore *store = fixture_open (dir);
  g_autoptr (BrinePlanItem) item =
      fixture_item (BRINE_PRACTICE_WALK, "Last", brine_local (FIXTURE_MONDAY, 8, 0), 20, NULL);

  fixture_put_item (store, item);
  raise (SIGKILL);
}

/* As use_read_only, with one item more. */
static void
use_log_read_only (const char *dir)
{
  fixture_become_nobody ();
  g_autoptr (GError) error = NULL;
  g_autoptr (BrineStore) store = brine_store_open (dir, BRINE_OPEN_CREATE, &error);

  g_assert_no_error (error);
  g_assert_true (brine_store_is_read_only (store));
  g_autoptr (GPtrArray) items = brine_store_load_items (store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (items->len, ==, 9);
  g_assert_true (brine_store_check (store, &error));
  g_assert_null (brine_store_apply (store, brine_change_new (), &error));
  g_assert_error (error, BRINE_ERROR, BRINE_ERROR_READ_ONLY);
}

/* The disk was mounted read-only after a crash: what only the log holds is read all the same. */
static void
test_read_only_log (Fixture *fixture, gconstpointer data)
{
  g_autofree char *wal = g_strconcat (fixture->path, "-wal", NULL);
  g_autofree char *shm = g_strconcat (fixture->path, "-shm", NULL);
  int status;

  make_diary (fixture);
  status = fixture_wait_for_child (fixture_start_child ("write-and-die", fixture->dir, NULL));
  g_assert_true (WIFSIGNALED (status));
  g_unlink (shm);
  g_chmod (fixture->path, 0444);
  g_chmod (wal, 0444);
  g_chmod (fixture->dir, 0555);
  assert_child_succeeds ("log-read-only", fixture->dir);
  g_chmod (fixture->dir, 0700);
}

static void
use_unreadable (const char *dir)
{
  g_autoptr (GError) error = NULL;

  fixture_become_nobody ();
  g_assert_null (brine_store_open (dir, BRINE_OPEN_CREATE, &error));
  g_assert_error (error, BRINE_ERROR, BRINE_ERROR_READ_ONLY);
}

/* Leaves the log of a database that somebody works on, as a copy of both files would: with its page
 * size and application id, and the change made by @sql. */
static void
put_log (const char *path, const char *from, const char *sql)
{
  g_autofree char *from_log = g_strconcat (from, "-wal", NULL);
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autofree char *text = NULL;
  gsize length;
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (from, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_true (g_file_get_contents (from_log, &text, &length, NULL));
  g_assert_cmpuint (length, >, 32);
  sqlite3_close (db);
  g_assert_true (g_file_set_contents (log, text, (gssize)length, NULL));
}

static void
assert_refuses_log (Fixture *fixture, const char *sql)
{
  g_autofree char *other = g_build_filename (fixture->dir, "other.db", NULL);
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);
  g_autoptr (GError) error = NULL;

  put_log (fixture->path, other, sql);
  g_autoptr (GBytes) before = read_bytes (fixture->path);
  g_autoptr (GBytes) log_before = read_bytes (log);
  g_assert_null (brine_store_open (fixture->dir, BRINE_OPEN_EXISTING, &error));
  g_assert_error (error, BRINE_ERROR, BRINE_ERROR_FOREIGN_LOG);
  g_assert_nonnull (strstr (error->message, "brine.db-wal"));
  g_autoptr (GBytes) after = read_bytes (fixture->path);
  g_autoptr (GBytes) log_after = read_bytes (log);
  g_assert_true (g_bytes_equal (before, after));
  g_assert_true (g_bytes_equal (log_before, log_after));

  /* Moved away, the diary opens. */
  g_unlink (log);
  g_unlink (other);
  g_object_unref (fixture_open (fixture->dir));
}

static void
test_foreign_log (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture_open (fixture->dir));
  assert_refuses_log (fixture, "PRAGMA journal_mode = WAL; CREATE TABLE t (x);");
  assert_refuses_log (fixture, "PRAGMA page_size = 8192; PRAGMA journal_mode = WAL;"
                               "CREATE TABLE t (x);");
}

/* Its own log is played back, and one with a torn end as far as it is sound. */
static void
test_own_log (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BrineCheckin) checkin = fixture_checkin (brine_local (FIXTURE_MONDAY, 9, 0), 4);
  g_autofree char *copy_dir = g_build_filename (fixture->dir, "copy", NULL);
  g_autofree char *copy = g_build_filename (copy_dir, "brine.db", NULL);
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);
  g_autofree char *copy_log = g_strconcat (copy, "-wal", NULL);
  g_autoptr (BrineStore) store = fixture_open (fixture->dir);
  BrineChange *change = brine_change_new ();

  brine_change_put_checkin (change, checkin);
  brine_change_put_setting (change, "k", "v");
  fixture_apply_and_forget (store, change);
  g_autoptr (GBytes) file = read_bytes (fixture->path);
  g_autoptr (GBytes) log_bytes = read_bytes (log);
  for (gsize cut = 0; cut <= 1; cut++)
    {
      g_mkdir (copy_dir, 0700);
      g_assert_true (g_file_set_contents (copy, g_bytes_get_data (file, NULL),
                                          (gssize)g_bytes_get_size (file), NULL));
      g_assert_true (g_file_set_contents (copy_log, g_bytes_get_data (log_bytes, NULL),
                                          (gssize)(g_bytes_get_size (log_bytes) - cut), NULL));
      g_autoptr (BrineStore) other = fixture_open (copy_dir);
      g_autoptr (GPtrArray) checkins =
          brine_store_load_checkins (other, FIXTURE_MONDAY, FIXTURE_MONDAY, NULL);
      g_assert_cmpuint (checkins->len, ==, cut == 0 ? 1 : 0);
      brine_store_close (other);
      brine_file_remove (copy);
    }
}

static void
test_unreadable (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) before = NULL;

  make_diary (fixture);
  before = read_bytes (fixture->path);
  g_chmod (fixture->path, 0000);
  g_chmod (fixture->dir, 0777);
  assert_child_succeeds ("unreadable", fixture->dir);
  g_chmod (fixture->path, 0600);
  g_autoptr (GBytes) after = read_bytes (fixture->path);
  g_assert_true (g_bytes_equal (before, after));
}

static void
test_open_mode_read_only (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  BrineChange *change = brine_change_new ();

  make_diary (fixture);
  g_autoptr (BrineStore) store = brine_store_open (fixture->dir, BRINE_OPEN_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_true (brine_store_is_read_only (store));
  brine_change_remove (change, BRINE_KIND_ITEM, "x");
  g_assert_null (brine_store_apply (store, change, &error));
  g_assert_error (error, BRINE_ERROR, BRINE_ERROR_READ_ONLY);
}

/* The remains of an interrupted start never become the diary. */
static void
test_interrupted_creation (Fixture *fixture, gconstpointer data)
{
  g_autofree char *remains = g_build_filename (fixture->dir, "brine.db.new-ABCDEF", NULL);

  g_file_set_contents (remains, "", 0, NULL);
  g_autoptr (BrineStore) store = fixture_open (fixture->dir);
  g_autoptr (GPtrArray) items = brine_store_load_items (store, NULL);
  g_assert_cmpuint (items->len, ==, 0);
}

static void
test_remote_file_systems (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    unsigned long magic;
    gboolean remote;
  } systems[] = {
    { 0x6969, TRUE },      { 0xff534d42, TRUE },  { 0xfffffffffe534d42, TRUE },
    { 0x517b, TRUE },      { 0x65735546, TRUE },  { 0xef53, FALSE },
    { 0x9123683e, FALSE }, { 0x58465342, FALSE }, { 0x01021994, FALSE },
    { 0x794c7630, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (systems); i++)
    g_assert_cmpint (brine_file_system_is_remote (systems[i].magic), ==, systems[i].remote);
}

int
main (int argc, char **argv)
{
  static const FixtureChild children[] = { { "read-only", use_read_only },
                                           { "unreadable", use_unreadable },
                                           { "write-and-die", write_and_die },
                                           { "log-read-only", use_log_read_only } };

  fixture_run_child (argc, argv, children, G_N_ELEMENTS (children));
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/open/create", test_create);
  ADD ("/open/copy", test_open_copy);
  ADD ("/open/foreign", test_foreign);
  ADD ("/open/newer", test_newer);
  ADD ("/open/truncated", test_truncated);
  ADD ("/open/hollow", test_hollow);
  ADD ("/open/garbage-page", test_garbage_page);
  ADD ("/open/check-good", test_check_good);
  ADD ("/open/check-references", test_check_references);
  ADD ("/open/read-only", test_read_only);
  ADD ("/open/read-only-log", test_read_only_log);
  ADD ("/open/foreign-log", test_foreign_log);
  ADD ("/open/own-log", test_own_log);
  ADD ("/open/unreadable", test_unreadable);
  ADD ("/open/mode-read-only", test_open_mode_read_only);
  ADD ("/open/interrupted-creation", test_interrupted_creation);
  ADD ("/open/remote-file-systems", test_remote_file_systems);
#undef ADD
  return g_test_run ();
}
