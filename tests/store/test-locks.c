/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fixture.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* An open diary stays locked, whatever else this process does with its files. Other processes are
 * Brine or know SQLite alone. */

static const char *const suffixes[] = { "", "-wal", "-shm" };

typedef struct
{
  char *dir;
  char *path;
  BrineStore *store;
} Fixture;

static void
add_log (BrineStore *store)
{
  g_autoptr (BrineLog) log =
      fixture_log (NULL, brine_local (FIXTURE_MONDAY, 8, 0), BRINE_STATE_DONE);

  fixture_put_log (store, log);
}

static int
count_logs (BrineStore *store)
{
  g_autoptr (GPtrArray) logs = brine_store_load_logs (store, BRINE_DAY_MIN, BRINE_DAY_MAX, NULL);

  return logs == NULL ? -1 : (int)logs->len;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->dir = fixture_make_dir ();
  fixture->store = fixture_open (fixture->dir);
  fixture->path = g_strdup (brine_store_get_path (fixture->store));
  add_log (fixture->store);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->store, brine_store_close);
  fixture_drain ();
  g_free (fixture->path);
  fixture_remove_dir (fixture->dir);
}

/* What a file chooser does to tell the type of each file. */
static void
look_into_files (const char *path)
{
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *name = g_strconcat (path, suffixes[i], NULL);
      char bytes[16];
      int fd = open (name, O_RDONLY | O_CLOEXEC);

      g_assert_cmpint (fd, >=, 0);
      g_assert_cmpint (read (fd, bytes, sizeof bytes), >=, 0);
      close (fd);
    }
}

static int
run_child (const char *name, const char *dir)
{
  int status = fixture_wait_for_child (fixture_start_child (name, dir, NULL));

  g_assert_true (WIFEXITED (status));
  return WEXITSTATUS (status);
}

/* Answers how many logs it finds. */
static void
count_and_close (const char *dir)
{
  BrineStore *store = fixture_open (dir);
  int n = count_logs (store);

  add_log (store);
  brine_store_close (store);
  exit (n);
}

static sqlite3 *
open_plain (const char *dir)
{
  g_autofree char *path = g_build_filename (dir, "brine.db", NULL);
  sqlite3 *sqlite;

  g_assert_cmpint (sqlite3_open (path, &sqlite), ==, SQLITE_OK);
  return sqlite;
}

/* To leave WAL nobody else may have the diary open. */
static void
take_it_all (const char *dir)
{
  sqlite3 *sqlite = open_plain (dir);
  int code = sqlite3_exec (sqlite, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL);

  sqlite3_close (sqlite);
  exit (code == SQLITE_OK ? 0 : code == SQLITE_BUSY ? 5 : 1);
}

static ino_t
get_inode (const char *path, const char *suffix)
{
  g_autofree char *name = g_strconcat (path, suffix, NULL);
  struct stat status;

  return stat (name, &status) == 0 ? status.st_ino : 0;
}

/* The last to close a diary takes its log away. Another process is not the last. */
static void
test_log_stays (Fixture *fixture, gconstpointer data)
{
  ino_t log = get_inode (fixture->path, "-wal");
  ino_t shared = get_inode (fixture->path, "-shm");

  for (int i = 0; i < 3; i++)
    {
      look_into_files (fixture->path);
      g_assert_cmpint (run_child ("count-and-close", fixture->dir), ==, 1 + 2 * i);
      g_assert_cmpuint (get_inode (fixture->path, "-wal"), ==, log);
      g_assert_cmpuint (get_inode (fixture->path, "-shm"), ==, shared);
      add_log (fixture->store);
      g_assert_cmpint (count_logs (fixture->store), ==, 3 + 2 * i);
    }
}

static void
test_nobody_else (Fixture *fixture, gconstpointer data)
{
  look_into_files (fixture->path);
  g_assert_cmpint (run_child ("take-it-all", fixture->dir), ==, 5);
  add_log (fixture->store);
  g_assert_cmpint (run_child ("count-and-close", fixture->dir), ==, 2);
}

static int
count_descriptors (void)
{
  g_autoptr (GDir) entries = g_dir_open ("/proc/self/fd", 0, NULL);
  int n = 0;

  while (g_dir_read_name (entries) != NULL)
    n++;
  return n;
}

/* The connections of one process share their locks, and the last of them gives all back. */
static void
test_twice (Fixture *fixture, gconstpointer data)
{
  int n_descriptors = count_descriptors ();

  for (int i = 0; i < 4; i++)
    {
      BrineStore *second = fixture_open (fixture->dir);
      BrineStore *first = i % 2 == 0 ? second : fixture->store;

      add_log (second);
      g_assert_cmpint (count_logs (fixture->store), ==, 2 + i);
      fixture->store = first == second ? fixture->store : second;
      brine_store_close (first);
      fixture_drain ();
      g_object_unref (first);
      g_assert_cmpint (run_child ("take-it-all", fixture->dir), ==, 5);
    }
  brine_store_close (fixture->store);
  g_assert_cmpuint (get_inode (fixture->path, "-wal"), ==, 0);
  g_assert_cmpint (run_child ("take-it-all", fixture->dir), ==, 0);
  fixture_drain ();
  g_clear_object (&fixture->store);

  for (int i = 0; i < 5; i++)
    {
      BrineStore *again = fixture_open (fixture->dir);

      g_assert_cmpint (count_logs (again), ==, 5);
      brine_store_close (again);
      fixture_drain ();
      g_object_unref (again);
    }
  g_assert_cmpint (count_descriptors (), <=, n_descriptors);
}

/* Restoring --------------------------------------------------------------------------------- */

static int
read_int (sqlite3 *sqlite, const char *sql)
{
  sqlite3_stmt *statement;

  g_assert_cmpint (sqlite3_prepare_v2 (sqlite, sql, -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  int value = sqlite3_column_int (statement, 0);
  sqlite3_finalize (statement);
  return value;
}

static void
say (int number)
{
  g_assert_cmpint (write (STDOUT_FILENO, &number, sizeof number), ==, sizeof number);
}

/* In the middle of reading while all pages change: sees the old to the end, and then the new. */
static void
read_through_restore (const char *dir)
{
  static const char count[] = "SELECT count (*) FROM logs";
  sqlite3 *reader = open_plain (dir);
  sqlite3 *watcher = open_plain (dir);
  int version = read_int (watcher, "PRAGMA data_version");

  g_assert_cmpint (sqlite3_exec (reader, "BEGIN", NULL, NULL, NULL), ==, SQLITE_OK);
  say (read_int (reader, count));
  for (int i = 0; i < 60000 && read_int (watcher, "PRAGMA data_version") == version; i++)
    g_usleep (1000);
  say (read_int (reader, count));
  g_assert_cmpint (sqlite3_exec (reader, "COMMIT", NULL, NULL, NULL), ==, SQLITE_OK);
  say (read_int (reader, count));
  sqlite3_close (watcher);
  sqlite3_close (reader);
}

static void
on_changed_cb (BrineStore *store, guint kinds, gboolean *changed)
{
  *changed = TRUE;
}

/* As the window or brinectl would: told of the change. */
static void
hear_of_restore (const char *dir)
{
  BrineStore *store = fixture_open (dir);
  gboolean changed = FALSE;

  g_signal_connect (store, "changed", G_CALLBACK (on_changed_cb), &changed);
  say (count_logs (store));
  fixture_wait (&changed);
  say (count_logs (store));
  brine_store_close (store);
}

static int
hear (int pipe)
{
  int number;

  g_assert_cmpint (read (pipe, &number, sizeof number), ==, sizeof number);
  return number;
}

static void
test_restore (Fixture *fixture, gconstpointer data)
{
  g_autofree char *copy = g_build_filename (fixture->dir, "copy.db", NULL);
  g_autoptr (GError) error = NULL;
  int reading, hearing;

  g_assert_true (brine_store_backup (fixture->store, copy, &error));
  add_log (fixture->store);
  look_into_files (fixture->path);
  GPid reader = fixture_start_child ("read-through-restore", fixture->dir, &reading);
  GPid hearer = fixture_start_child ("hear-of-restore", fixture->dir, &hearing);
  g_assert_cmpint (hear (reading), ==, 2);
  g_assert_cmpint (hear (hearing), ==, 2);

  look_into_files (fixture->path);
  g_assert_true (brine_store_restore (fixture->store, copy, &error));
  g_assert_no_error (error);
  g_assert_cmpint (hear (reading), ==, 2);
  g_assert_cmpint (hear (reading), ==, 1);
  g_assert_cmpint (hear (hearing), ==, 1);
  g_assert_cmpint (fixture_wait_for_child (reader), ==, 0);
  g_assert_cmpint (fixture_wait_for_child (hearer), ==, 0);
  close (reading);
  close (hearing);
  g_assert_cmpint (run_child ("count-and-close", fixture->dir), ==, 1);
}

/* The diary itself is a copy of the diary, too. */
static void
test_restore_itself (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (brine_store_restore (fixture->store, fixture->path, &error));
  g_assert_no_error (error);
  g_assert_cmpint (run_child ("take-it-all", fixture->dir), ==, 5);
  add_log (fixture->store);
  g_assert_cmpint (run_child ("count-and-close", fixture->dir), ==, 2);
}

int
main (int argc, char **argv)
{
  static const FixtureChild children[] = { { "count-and-close", count_and_close },
                                           { "take-it-all", take_it_all },
                                           { "read-through-restore", read_through_restore },
                                           { "hear-of-restore", hear_of_restore } };

  fixture_run_child (argc, argv, children, G_N_ELEMENTS (children));
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/locks/log-stays", test_log_stays);
  ADD ("/locks/nobody-else", test_nobody_else);
  ADD ("/locks/twice", test_twice);
  ADD ("/locks/restore", test_restore);
  ADD ("/locks/restore-itself", test_restore_itself);
#undef ADD
  return g_test_run ();
}
