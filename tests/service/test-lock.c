/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-service-lock.h"
#include "brine-shown-ids.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

typedef struct
{
  char *root;
  char *dir; /* not there yet */
  char *file;
} World;

static void
set_up (World *world, gconstpointer data)
{
  world->root = g_dir_make_tmp ("brine-lock.XXXXXX", NULL);
  world->dir = g_build_filename (world->root, "data", NULL);
  world->file = g_build_filename (world->dir, "service.lock", NULL);
}

static void
tear_down (World *world, gconstpointer data)
{
  g_unlink (world->file);
  g_rmdir (world->dir);
  g_assert_cmpint (g_rmdir (world->root), ==, 0);
  g_free (world->root);
  g_free (world->dir);
  g_free (world->file);
}

static int
get_mode (const char *path)
{
  GStatBuf status;

  g_assert_cmpint (g_stat (path, &status), ==, 0);
  return status.st_mode & 0777;
}

static void
test_one_holder (World *world, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BrineServiceLock) first = brine_service_lock_take (world->dir, &error);
  g_autoptr (BrineServiceLock) second = NULL;
  g_autofree char *holder = g_strdup_printf ("Process %d delivers", (int)getpid ());

  g_assert_no_error (error);
  g_assert_cmpint (get_mode (world->dir), ==, 0700);
  g_assert_cmpint (get_mode (world->file), ==, 0600);
  second = brine_service_lock_take (world->dir, &error);
  g_assert_null (second);
  g_assert_error (error, BRINE_ERROR, BRINE_ERROR_BUSY);
  g_assert_true (g_str_has_prefix (error->message, holder));
  g_clear_error (&error);
  g_clear_pointer (&first, brine_service_lock_free);
  second = brine_service_lock_take (world->dir, &error);
  g_assert_no_error (error);
  g_assert_nonnull (second);
}

/* The kernel drops the lock of a process that is killed. */
static void
test_killed (World *world, gconstpointer data)
{
  g_autoptr (BrineServiceLock) lock = NULL;
  int ready[2];
  char byte;
  pid_t child;

  g_assert_cmpint (pipe (ready), ==, 0);
  child = fork ();
  if (child == 0)
    {
      if (brine_service_lock_take (world->dir, NULL) != NULL && write (ready[1], "x", 1) == 1)
        pause ();
      _exit (1);
    }
  g_assert_cmpint (read (ready[0], &byte, 1), ==, 1);
  g_assert_null (brine_service_lock_take (world->dir, NULL));
  kill (child, SIGKILL);
  waitpid (child, NULL, 0);
  lock = brine_service_lock_take (world->dir, NULL);
  g_assert_nonnull (lock);
  close (ready[0]);
  close (ready[1]);
}

/* What stands in the file is told only if it is a process id. */
static void
test_odd_holders (World *world, gconstpointer data)
{
  static const char *const texts[] = { "", "-1\n", "999999999999999999999\n", "12 \x1b[31m\n",
                                       "x" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (BrineServiceLock) lock = brine_service_lock_take (world->dir, NULL);
      g_autoptr (GError) error = NULL;
      FILE *file = fopen (world->file, "r+");

      g_assert_nonnull (lock);
      g_assert_cmpint (ftruncate (fileno (file), 0), ==, 0);
      fputs (texts[i], file);
      fclose (file);
      g_assert_null (brine_service_lock_take (world->dir, &error));
      g_assert_error (error, BRINE_ERROR, BRINE_ERROR_BUSY);
      g_assert_true (g_str_has_prefix (error->message, "Another process"));
    }
}

/* Nobody can lead it to another file. */
static void
test_link (World *world, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *target = g_build_filename (world->root, "target", NULL);

  g_assert_cmpint (g_mkdir (world->dir, 0700), ==, 0);
  g_assert_cmpint (symlink (target, world->file), ==, 0);
  g_assert_null (brine_service_lock_take (world->dir, &error));
  g_assert_error (error, BRINE_ERROR, BRINE_ERROR_IO);
  g_assert_false (g_file_test (target, G_FILE_TEST_EXISTS));
}

/* Numbers of notifications ----------------------------------------------------------------- */

static void
test_shown_ids (World *world, gconstpointer data)
{
  g_autofree char *path = g_build_filename (world->root, "ids", NULL);
  g_autoptr (BrineShownIds) ids = brine_shown_ids_new (path);
  g_autofree char *notice = NULL;

  brine_shown_ids_set_server (ids, "bus :1.5");
  brine_shown_ids_put (ids, "brine-a", 7);
  brine_shown_ids_put (ids, "brine-b", G_MAXUINT32);
  g_assert_cmpint (get_mode (path), ==, 0600);
  brine_shown_ids_free (ids);

  ids = brine_shown_ids_new (path);
  brine_shown_ids_set_server (ids, "bus :1.5");
  g_assert_cmpuint (brine_shown_ids_get (ids, "brine-a"), ==, 7);
  g_assert_cmpuint (brine_shown_ids_get (ids, "brine-b"), ==, G_MAXUINT32);
  notice = brine_shown_ids_dup_notice (ids, 7);
  g_assert_cmpstr (notice, ==, "brine-a");
  g_assert_null (brine_shown_ids_dup_notice (ids, 0));
  brine_shown_ids_put (ids, "brine-a", 0);
  g_assert_null (brine_shown_ids_dup_notice (ids, 7));
  /* The numbers of another server are other notifications. */
  brine_shown_ids_set_server (ids, "bus :1.9");
  g_assert_cmpuint (brine_shown_ids_get (ids, "brine-b"), ==, 0);
  g_unlink (path);
}

static void
test_shown_ids_limits (World *world, gconstpointer data)
{
  static const char *const junk[] = { "", "[ids]\nbrine-a=-1\n", "\xff\xff\x01",
                                      "[server]\nname=s\n[ids]\nbrine-a=99999999999\n" };
  g_autofree char *path = g_build_filename (world->root, "ids", NULL);
  g_autoptr (BrineShownIds) many = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (junk); i++)
    {
      g_autoptr (BrineShownIds) ids = NULL;

      g_assert_true (g_file_set_contents (path, junk[i], -1, NULL));
      ids = brine_shown_ids_new (path);
      brine_shown_ids_set_server (ids, "s");
      g_assert_cmpuint (brine_shown_ids_get (ids, "brine-a"), ==, 0);
    }
  many = brine_shown_ids_new (path);
  for (guint i = 1; i <= 300; i++)
    {
      g_autofree char *id = g_strdup_printf ("brine-%u", i);

      brine_shown_ids_put (many, id, i);
    }
  g_assert_cmpuint (brine_shown_ids_get (many, "brine-1"), ==, 0);
  g_assert_cmpuint (brine_shown_ids_get (many, "brine-300"), ==, 300);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpuint (strlen (text), <, 8000);
  g_unlink (path);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (World *, gconstpointer);
  } cases[] = {
    { "/lock/one-holder", test_one_holder },   { "/lock/killed", test_killed },
    { "/lock/odd-holders", test_odd_holders }, { "/lock/link", test_link },
    { "/shown-ids/kept", test_shown_ids },     { "/shown-ids/limits", test_shown_ids_limits },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add (cases[i].path, World, NULL, set_up, cases[i].test, tear_down);
  return g_test_run ();
}
