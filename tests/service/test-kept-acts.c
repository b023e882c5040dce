/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-kept-acts.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define FILE_BYTES 16384
#define N_DAMAGED 2000

typedef struct
{
  char *dir;
  char *path;
} Folder;

static void
set_up (Folder *folder, gconstpointer data)
{
  folder->dir = g_dir_make_tmp ("brine-answers-XXXXXX", NULL);
  folder->path = g_build_filename (folder->dir, "service-answers", NULL);
}

static void
tear_down (Folder *folder, gconstpointer data)
{
  g_remove (folder->path);
  g_rmdir (folder->dir);
  g_free (folder->dir);
  g_free (folder->path);
}

/* Without waiting for the disk; then GLib writes over what is there, and leaves what is longer. */
static gboolean
write_file (const char *path, const char *bytes, gssize length)
{
  g_remove (path);
  return g_file_set_contents_full (path, bytes, length, G_FILE_SET_CONTENTS_NONE, 0600, NULL);
}

static GPtrArray *
new_acts (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)brine_kept_act_free);
}

static void
add (GPtrArray *acts, const char *notice_id, BrineActKind kind, int argument, gint64 unix_ms)
{
  BrineKeptAct *act = g_new0 (BrineKeptAct, 1);

  *act = (BrineKeptAct){ g_strdup (notice_id), kind, argument, { unix_ms } };
  g_ptr_array_add (acts, act);
}

static void
assert_same (const GPtrArray *acts, const GPtrArray *wanted)
{
  g_assert_cmpuint (acts->len, ==, wanted->len);
  for (guint i = 0; i < acts->len; i++)
    {
      const BrineKeptAct *a = acts->pdata[i];
      const BrineKeptAct *b = wanted->pdata[i];

      g_assert_cmpstr (a->notice_id, ==, b->notice_id);
      g_assert_cmpint (a->act, ==, b->act);
      g_assert_cmpint (a->argument, ==, b->argument);
      g_assert_cmpint (a->pressed.unix_ms, ==, b->pressed.unix_ms);
    }
}

static GPtrArray *
load (Folder *folder)
{
  g_autoptr (BrineKeptActs) kept = brine_kept_acts_new (folder->dir);

  return brine_kept_acts_load (kept);
}

static GPtrArray *
make_one_of_each (void)
{
  GPtrArray *acts = new_acts ();

  add (acts, "brine-1", BRINE_ACT_DONE, 0, 1795400000000);
  add (acts, "brine-2", BRINE_ACT_LATER, BRINE_LATER_EVENING, 1795400000001);
  add (acts, "brine-3", BRINE_ACT_LATER, 10, 1795400000002);
  add (acts, "brine-4", BRINE_ACT_SKIP, 0, 0);
  add (acts, "brine-5", BRINE_ACT_MOOD, 5, 4102444800000);
  add (acts, "brine-6", BRINE_ACT_DISMISS, 0, 1795400000003);
  add (acts, "brine-7", BRINE_ACT_KEEP, 0, 1795400000004);
  add (acts, "brine-0123456789abcdef0123456789abcdef01234567", BRINE_ACT_DROP, 0, 1795400000005);
  return acts;
}

static void
test_round_trip (Folder *folder, gconstpointer data)
{
  g_autoptr (GPtrArray) acts = make_one_of_each ();
  g_autoptr (GPtrArray) none = new_acts ();
  g_autoptr (GPtrArray) first = load (folder);
  g_autoptr (GPtrArray) second = NULL;
  g_autoptr (GPtrArray) third = NULL;
  struct stat status;

  assert_same (first, none);
  {
    g_autoptr (BrineKeptActs) kept = brine_kept_acts_new (folder->dir);

    g_assert_true (brine_kept_acts_save (kept, acts));
  }
  second = load (folder);
  assert_same (second, acts);
  {
    g_autoptr (BrineKeptActs) kept = brine_kept_acts_new (folder->dir);
    g_autoptr (GPtrArray) loaded = brine_kept_acts_load (kept);

    g_assert_true (brine_kept_acts_save (kept, none));
  }
  third = load (folder);
  assert_same (third, none);
  g_assert_cmpint (stat (folder->path, &status), ==, 0);
  g_assert_cmpint (status.st_size, ==, FILE_BYTES);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
}

static void
test_bound (Folder *folder, gconstpointer data)
{
  g_autoptr (GPtrArray) acts = new_acts ();
  g_autoptr (GPtrArray) loaded = NULL;
  g_autoptr (BrineKeptActs) kept = brine_kept_acts_new (folder->dir);
  GStatBuf status;

  for (guint i = 0; i < 2 * BRINE_KEPT_ACTS_MAX; i++)
    add (acts, "brine-0123456789abcdef0123456789abcdef01234567", BRINE_ACT_LATER, 1440,
         253402300799999);
  g_assert_true (brine_kept_acts_save (kept, acts));
  loaded = load (folder);
  g_ptr_array_set_size (acts, BRINE_KEPT_ACTS_MAX);
  assert_same (loaded, acts);
  g_assert_cmpint (g_stat (folder->path, &status), ==, 0);
  g_assert_cmpint (status.st_size, ==, FILE_BYTES);
}

/* A write that is broken off anywhere leaves what was there before or what was to be there. */
static void
test_torn (Folder *folder, gconstpointer data)
{
  g_autoptr (GPtrArray) before = make_one_of_each ();
  g_autoptr (GPtrArray) after = new_acts ();
  g_autofree char *old = NULL;
  g_autofree char *fresh = NULL;
  gsize length;

  add (after, "brine-8", BRINE_ACT_DONE, 0, 1795400000009);
  {
    g_autoptr (BrineKeptActs) kept = brine_kept_acts_new (folder->dir);

    g_assert_true (brine_kept_acts_save (kept, before));
    g_assert_true (g_file_get_contents (folder->path, &old, &length, NULL));
    g_assert_true (brine_kept_acts_save (kept, after));
    g_assert_true (g_file_get_contents (folder->path, &fresh, &length, NULL));
  }
  for (gsize cut = 0; cut < FILE_BYTES; cut += cut < 400 ? 1 : 101)
    {
      g_autofree char *torn = g_memdup2 (old, FILE_BYTES);
      g_autoptr (GPtrArray) loaded = NULL;

      memcpy (torn, fresh, cut);
      g_assert_true (write_file (folder->path, torn, FILE_BYTES));
      loaded = load (folder);
      assert_same (loaded, loaded->len == 1 ? after : before);
    }
}

/* Whoever can write the file could press the buttons as well; nothing else comes of it. */
static void
test_damaged (Folder *folder, gconstpointer data)
{
  static const char *const samples[] = {
    "",
    "x",
    "brine-answers 1\n",
    "brine-answers 1 1 \n",
    "brine-answers 2 1 0\n",
    "brine-answers 1 99999999999999999999999 0\nbrine-1 reminder-done 0 0\n",
  };
  g_autoptr (GPtrArray) acts = make_one_of_each ();
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autofree char *good = NULL;
  gsize length;

  g_test_message ("seed %u", seed);
  {
    g_autoptr (BrineKeptActs) kept = brine_kept_acts_new (folder->dir);

    g_assert_true (brine_kept_acts_save (kept, acts));
  }
  g_assert_true (g_file_get_contents (folder->path, &good, &length, NULL));
  for (guint i = 0; i < N_DAMAGED; i++)
    {
      g_autofree char *bytes = g_memdup2 (good, length);
      g_autoptr (GPtrArray) loaded = NULL;
      /* The second copy was written. */
      guint at = (guint)g_rand_int_range (random, 8192, 8192 + 600);

      bytes[at] = (char)g_rand_int_range (random, 0, 256);
      g_assert_true (write_file (folder->path, bytes, (gssize)length));
      loaded = load (folder);
      if (loaded->len > 0)
        assert_same (loaded, acts);
    }
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (GPtrArray) loaded = NULL;

      g_assert_true (write_file (folder->path, samples[i], -1));
      loaded = load (folder);
      g_assert_cmpuint (loaded->len, ==, 0);
    }
}

/* A file with a right checksum and lines that no service writes: only what a call may say is read. */
static void
test_foreign_lines (Folder *folder, gconstpointer data)
{
  static const char text[] = "brine-1 reminder-done 0 1795400000000\n"
                             "brine-1 reminder-done 7 1795400000000\n"
                             "brine-1 reminder-open 0 1795400000000\n"
                             "brine-1 reminder-mood 6 1795400000000\n"
                             "brine-1 reminder-later 0 1795400000000\n"
                             "brine-1 reminder-done 0 -1\n"
                             "brine-1 reminder-done 0 999999999999999\n"
                             "brine-1 quit 0 1795400000000\n"
                             "other-1 reminder-done 0 1795400000000\n"
                             "../../x dismiss 0 1795400000000\n"
                             "brine-1 reminder-done 0 1795400000000 more\n"
                             "\xff\xfe\n\n"
                             "brine-2 dismiss 0 1795400000001\n";
  g_autofree char *all = g_strconcat ("5\n", text, NULL);
  g_autofree char *checksum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, all, -1);
  g_autofree char *bytes = g_malloc0 (FILE_BYTES);
  g_autoptr (GPtrArray) loaded = NULL;
  g_autoptr (GPtrArray) wanted = new_acts ();

  g_snprintf (bytes, FILE_BYTES, "brine-answers 1 5 %s\n%s", checksum, text);
  g_assert_true (write_file (folder->path, bytes, FILE_BYTES));
  loaded = load (folder);
  add (wanted, "brine-1", BRINE_ACT_DONE, 0, 1795400000000);
  add (wanted, "brine-2", BRINE_ACT_DISMISS, 0, 1795400000001);
  assert_same (loaded, wanted);
}

/* Nothing of another place is written through a link, and a folder in its place is no file. */
static void
test_no_file (Folder *folder, gconstpointer data)
{
  g_autofree char *other = g_build_filename (folder->dir, "other", NULL);
  g_autoptr (GPtrArray) acts = make_one_of_each ();
  g_autofree char *content = NULL;

  g_assert_true (write_file (other, "mine", -1));
  g_assert_cmpint (symlink (other, folder->path), ==, 0);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (BrineKeptActs) kept = brine_kept_acts_new (folder->dir);
      g_autoptr (GPtrArray) loaded = brine_kept_acts_load (kept);

      g_assert_cmpuint (loaded->len, ==, 0);
      g_assert_false (brine_kept_acts_save (kept, acts));
      g_remove (folder->path);
      if (i == 0)
        g_assert_cmpint (g_mkdir (folder->path, 0700), ==, 0);
    }
  g_assert_true (g_file_get_contents (other, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "mine");
  g_remove (other);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add (path, Folder, NULL, set_up, function, tear_down)
  ADD ("/kept-acts/round-trip", test_round_trip);
  ADD ("/kept-acts/bound", test_bound);
  ADD ("/kept-acts/torn", test_torn);
  ADD ("/kept-acts/damaged", test_damaged);
  ADD ("/kept-acts/foreign-lines", test_foreign_lines);
  ADD ("/kept-acts/no-file", test_no_file);
#undef ADD
  return g_test_run ();
}
