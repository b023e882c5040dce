/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "faulty-vfs.h"
#include "fixture.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <sqlite3.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* A disk that is full or dies, processes that are killed, and two that write at once: nothing
 * that was acknowledged is lost and nothing is half there. */

typedef struct
{
  char *dir;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->dir = fixture_make_dir ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  fixture_remove_dir (fixture->dir);
}

/* Numbered transactions: a log and a check-in with the same number in their ids. -------------- */

static char *
make_id (char kind, int number)
{
  return g_strdup_printf ("%c0000000-0000-4000-8000-%012d", kind, number);
}

static BrineChange *
numbered_change (int number)
{
  g_autoptr (BrineLog) log =
      fixture_log (NULL, brine_local (FIXTURE_MONDAY + number % 9, 8, 0), BRINE_STATE_DONE);
  g_autoptr (BrineCheckin) checkin =
      fixture_checkin (brine_local (FIXTURE_MONDAY + number % 9, 9, 0), 1 + number % 5);
  BrineChange *change = brine_change_new ();

  g_free (log->id);
  log->id = make_id ('a', number);
  g_free (checkin->id);
  checkin->id = make_id ('b', number);
  brine_change_put_log (change, log);
  brine_change_put_checkin (change, checkin);
  return change;
}

static gboolean
write_number (BrineStore *store, int number, GError **error)
{
  BrineChange *inverse = brine_store_apply (store, numbered_change (number), error);

  brine_change_free (inverse);
  return inverse != NULL;
}

static int
get_number (const char *id)
{
  return atoi (strrchr (id, '-') + 1);
}

/* The numbers in the diary, each of which has both its records. */
static GHashTable *
read_numbers (BrineStore *store)
{
  g_autoptr (GPtrArray) logs = brine_store_load_logs (store, BRINE_DAY_MIN, BRINE_DAY_MAX, NULL);
  g_autoptr (GPtrArray) checkins =
      brine_store_load_checkins (store, BRINE_DAY_MIN, BRINE_DAY_MAX, NULL);
  GHashTable *numbers = g_hash_table_new (NULL, NULL);

  g_assert_nonnull (logs);
  g_assert_nonnull (checkins);
  g_assert_cmpuint (logs->len, ==, checkins->len);
  for (guint i = 0; i < logs->len; i++)
    g_hash_table_add (numbers, GINT_TO_POINTER (get_number (((BrineLog *)logs->pdata[i])->id)));
  for (guint i = 0; i < checkins->len; i++)
    g_assert_true (g_hash_table_contains (numbers, GINT_TO_POINTER (get_number (
                                                       ((BrineCheckin *)checkins->pdata[i])->id))));
  return numbers;
}

static void
assert_numbers_to (BrineStore *store, int n_numbers)
{
  g_autoptr (GHashTable) numbers = read_numbers (store);

  g_assert_cmpuint (g_hash_table_size (numbers), ==, n_numbers);
  for (int i = 0; i < n_numbers; i++)
    g_assert_true (g_hash_table_contains (numbers, GINT_TO_POINTER (i)));
}

/* A disk that is full ------------------------------------------------------------------------ */

/* The size that no file of the diary may pass. */
static void
limit_files (goffset bytes)
{
  struct rlimit limit;

  getrlimit (RLIMIT_FSIZE, &limit);
  limit.rlim_cur = bytes < 0 ? limit.rlim_max : (rlim_t)bytes;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

static void
use_full_disk (const char *dir)
{
  g_autoptr (BrineStore) store = fixture_open (dir);
  g_autofree char *wal = g_strconcat (brine_store_get_path (store), "-wal", NULL);
  int number = 0;

  signal (SIGXFSZ, SIG_IGN);
  for (int room = 0; room < 60000; room += 1531)
    {
      g_autoptr (GError) error = NULL;
      struct stat status;

      g_assert_cmpint (stat (wal, &status), ==, 0);
      limit_files (status.st_size + room);
      while (write_number (store, number, &error))
        number++;
      g_assert_error (error, BRINE_ERROR, BRINE_ERROR_FULL);
      assert_numbers_to (store, number);

      limit_files (-1);
      g_assert_true (write_number (store, number++, NULL));
      assert_numbers_to (store, number);
    }
  g_assert_true (brine_store_check (store, NULL));
}

static void
test_full_disk (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (fixture_wait_for_child (fixture_start_child ("full-disk", fixture->dir, NULL)),
                   ==, 0);
}

/* Every write of a change, failing in turn --------------------------------------------------- */

static const struct
{
  int sqlite_code;
  int system_errno;
  BrineError expected;
} faults[] = {
  { SQLITE_FULL, ENOSPC, BRINE_ERROR_FULL },
  { SQLITE_IOERR_WRITE, EFBIG, BRINE_ERROR_FULL },
  { SQLITE_IOERR_WRITE, EIO, BRINE_ERROR_IO },
};

/* Fails from the @n-th write on. FALSE: the change needs fewer. */
static gboolean
fail_at (const char *dir, int n, guint fault, int *number)
{
  BrineStore *store = fixture_open (dir);
  g_autoptr (GError) error = NULL;
  gboolean written;
  gboolean failed;

  faulty_vfs_fail_from (n, faults[fault].sqlite_code, faults[fault].system_errno);
  written = write_number (store, *number, &error);
  failed = faulty_vfs_has_failed ();
  faulty_vfs_fail_from (0, 0, 0);
  if (!written)
    g_assert_error (error, BRINE_ERROR, (int)faults[fault].expected);
  *number += written;
  assert_numbers_to (store, *number);
  g_assert_true (write_number (store, (*number)++, NULL));
  brine_store_close (store);
  fixture_drain ();
  g_object_unref (store);

  store = fixture_open (dir);
  assert_numbers_to (store, *number);
  g_assert_true (brine_store_check (store, NULL));
  brine_store_close (store);
  fixture_drain ();
  g_object_unref (store);
  return failed;
}

static void
test_every_write (Fixture *fixture, gconstpointer data)
{
  int number = 0;

  for (guint fault = 0; fault < G_N_ELEMENTS (faults); fault++)
    {
      int n = 1;

      while (fail_at (fixture->dir, n, fault, &number))
        n++;
      /* At least a frame of the log and its sync. */
      g_assert_cmpint (n, >, 2);
    }
}

/* Every write of making a new diary, failing in turn: afterwards there is none, or a whole one. */
static void
test_every_write_of_creation (Fixture *fixture, gconstpointer data)
{
  gboolean failed = TRUE;

  for (int n = 1; failed; n++)
    {
      g_autofree char *sub = g_strdup_printf ("%d", n);
      g_autofree char *dir = g_build_filename (fixture->dir, sub, NULL);
      g_autoptr (GError) error = NULL;

      faulty_vfs_fail_from (n, SQLITE_FULL, ENOSPC);
      g_autoptr (BrineStore) store = brine_store_open (dir, BRINE_OPEN_CREATE, &error);
      failed = faulty_vfs_has_failed ();
      faulty_vfs_fail_from (0, 0, 0);
      if (store == NULL)
        g_assert_error (error, BRINE_ERROR, BRINE_ERROR_FULL);
      g_autoptr (BrineStore) again = fixture_open (dir);
      g_assert_true (brine_store_check (again, NULL));
    }
}

/* A power cut --------------------------------------------------------------------------------- */

static void
copy_files (const char *from_dir, const char *to_dir)
{
  g_autoptr (GDir) entries = g_dir_open (from_dir, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (entries)) != NULL)
    {
      g_autofree char *from_path = g_build_filename (from_dir, name, NULL);
      g_autofree char *to_path = g_build_filename (to_dir, name, NULL);
      g_autoptr (GFile) from = g_file_new_for_path (from_path);
      g_autoptr (GFile) to = g_file_new_for_path (to_path);

      if (!g_str_has_suffix (name, "-shm"))
        g_file_copy (from, to, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, NULL);
    }
}

/* What had been synced when the power went, and nothing else, holds every acknowledged change;
 * through several checkpoints. */
static void
test_power_cut (Fixture *fixture, gconstpointer data)
{
  enum
  {
    N_CHANGES = 280
  };
  char *image = fixture_make_dir ();
  g_autoptr (BrineStore) store = fixture_open (fixture->dir);

  copy_files (fixture->dir, image);
  faulty_vfs_mirror_synced (image);
  for (int number = 0; number < N_CHANGES; number++)
    {
      char *after = NULL;

      g_assert_true (write_number (store, number, NULL));
      if (number % 13 != 0)
        continue;
      after = fixture_make_dir ();
      faulty_vfs_mirror_synced (NULL);
      copy_files (image, after);
      g_autoptr (BrineStore) survivor = fixture_open (after);
      assert_numbers_to (survivor, number + 1);
      g_assert_true (brine_store_check (survivor, NULL));
      brine_store_close (survivor);
      fixture_remove_dir (after);
      faulty_vfs_mirror_synced (image);
    }
  faulty_vfs_mirror_synced (NULL);
  fixture_remove_dir (image);
}

/* Two at once --------------------------------------------------------------------------------- */

#define N_OWN 60

static void
write_own_numbers (const char *dir, int first)
{
  g_autoptr (BrineStore) store = fixture_open (dir);

  for (int i = 0; i < N_OWN; i++)
    {
      g_autoptr (GError) error = NULL;

      write_number (store, first + i, &error);
      g_assert_no_error (error);
    }
}

static void
write_second (const char *dir)
{
  write_own_numbers (dir, N_OWN);
}

static void
write_third (const char *dir)
{
  write_own_numbers (dir, 2 * N_OWN);
}

static void
test_two_processes (Fixture *fixture, gconstpointer data)
{
  GPid second = fixture_start_child ("write-second", fixture->dir, NULL);
  GPid third = fixture_start_child ("write-third", fixture->dir, NULL);

  write_own_numbers (fixture->dir, 0);
  g_assert_cmpint (fixture_wait_for_child (second), ==, 0);
  g_assert_cmpint (fixture_wait_for_child (third), ==, 0);
  g_autoptr (BrineStore) store = fixture_open (fixture->dir);
  assert_numbers_to (store, 3 * N_OWN);
  g_assert_true (brine_store_check (store, NULL));
}

static void
on_changed_cb (BrineStore *store, guint kinds, gpointer user_data)
{
  gboolean *noticed = user_data;

  g_assert_cmphex (kinds, ==, (1u << BRINE_N_KINDS) - 1);
  *noticed = TRUE;
}

/* What another process wrote is noticed without asking, and by asking. */
static void
test_notice (Fixture *fixture, gconstpointer data)
{
  for (int ask = 0; ask < 2; ask++)
    {
      BrineStore *store = fixture_open (fixture->dir);
      gboolean noticed = FALSE;

      g_signal_connect (store, "changed", G_CALLBACK (on_changed_cb), &noticed);
      g_assert_cmpint (fixture_wait_for_child (
                           fixture_start_child ("write-second", fixture->dir, NULL)),
                       ==, 0);
      if (ask)
        brine_store_check_for_changes (store);
      fixture_wait (&noticed);
      brine_store_close (store);
      fixture_drain ();
      g_assert_finalize_object (store);
    }
}

/* A lock that is never let go ends in "busy" after five seconds, and nothing is broken. */
static void
test_busy (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BrineStore) store = fixture_open (fixture->dir);
  g_autoptr (GError) error = NULL;
  sqlite3 *other;

  g_assert_cmpint (sqlite3_open (brine_store_get_path (store), &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_false (write_number (store, 0, &error));
  g_assert_error (error, BRINE_ERROR, BRINE_ERROR_BUSY);
  sqlite3_exec (other, "ROLLBACK", NULL, NULL, NULL);
  sqlite3_close (other);
  g_assert_true (write_number (store, 0, NULL));
}

/* Killed -------------------------------------------------------------------------------------- */

#define N_KILLS 200

/* Goes on writing where the last one was killed; says each number once it is written. */
static void
write_until_killed (const char *dir)
{
  g_autoptr (BrineStore) store = fixture_open (dir);
  g_autoptr (GHashTable) numbers = read_numbers (store);
  int number = (int)g_hash_table_size (numbers);

  for (;; number++)
    if (!write_number (store, number, NULL)
        || write (STDOUT_FILENO, &number, sizeof number) != sizeof number)
      exit (1);
}

/* Reads what a child says until it is silent for good; the last number, or -1. */
static int
read_to_end (int pipe, int last)
{
  int number;

  while (read (pipe, &number, sizeof number) == sizeof number)
    last = number;
  return last;
}

/* Lets a child write some numbers and kills it in the middle of the next. */
static int
kill_one (const char *dir, GRand *rand)
{
  int pipe;
  GPid pid = fixture_start_child ("write-until-killed", dir, &pipe);
  int acknowledged = -1;
  int number;

  for (int wanted = g_rand_int_range (rand, -3, 12); wanted > 0; wanted--)
    if (read (pipe, &number, sizeof number) == sizeof number)
      acknowledged = number;
  /* The moment is what is random here: nothing is waited for. */
  g_usleep (g_rand_int_range (rand, 0, 9000));
  kill (pid, SIGKILL);
  int status = fixture_wait_for_child (pid);
  g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL);
  acknowledged = read_to_end (pipe, acknowledged);
  close (pipe);
  return acknowledged;
}

static void
test_kills (Fixture *fixture, gconstpointer data)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  int n_lost = 0;
  int n_acknowledged = 0;

  g_test_message ("seed %u", seed);
  for (int i = 0; i < N_KILLS; i++)
    {
      int last = kill_one (fixture->dir, rand);
      BrineStore *store = fixture_open (fixture->dir);
      g_autoptr (GHashTable) numbers = read_numbers (store);

      n_acknowledged = MAX (n_acknowledged, last + 1);
      for (int number = 0; number < n_acknowledged; number++)
        n_lost += !g_hash_table_contains (numbers, GINT_TO_POINTER (number));
      g_assert_cmpint (n_lost, ==, 0);
      if (i % 20 == 0)
        g_assert_true (brine_store_check (store, NULL));
      brine_store_close (store);
      g_object_unref (store);
    }
  g_assert_cmpint (n_acknowledged, >, N_KILLS);
  g_test_message ("%d kills, %d acknowledged transactions, %d lost", N_KILLS, n_acknowledged,
                  n_lost);
  g_autoptr (BrineStore) store = fixture_open (fixture->dir);
  g_assert_true (brine_store_check (store, NULL));
}

int
main (int argc, char **argv)
{
  static const FixtureChild children[] = { { "full-disk", use_full_disk },
                                           { "write-second", write_second },
                                           { "write-third", write_third },
                                           { "write-until-killed", write_until_killed } };

  fixture_run_child (argc, argv, children, G_N_ELEMENTS (children));
  faulty_vfs_register ();
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/faults/full-disk", test_full_disk);
  ADD ("/faults/every-write", test_every_write);
  ADD ("/faults/every-write-of-creation", test_every_write_of_creation);
  ADD ("/faults/power-cut", test_power_cut);
  ADD ("/faults/two-processes", test_two_processes);
  ADD ("/faults/notice", test_notice);
  ADD ("/faults/busy", test_busy);
  ADD ("/faults/kills", test_kills);
#undef ADD
  return g_test_run ();
}
