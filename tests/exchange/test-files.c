/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-error.h"
#include "brine-format-detect.h"
#include "brine-safe-file.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

/* Formats ------------------------------------------------------------------------------- */

#define ROW(text) text, sizeof text - 1

static const struct
{
  const char *data;
  gsize length;
  const char *filename;
  BrineFormat format;
} format_rows[] = {
  { ROW ("BEGIN:VCALENDAR\r\n"), "x.json", BRINE_FORMAT_ICS },
  { ROW ("\xef\xbb\xbf\r\nbegin:vcalendar\n"), NULL, BRINE_FORMAT_ICS },
  { ROW ("\xff\xfe"
         "B\0E\0G\0I\0N\0:\0V\0C\0A\0L\0"),
    NULL, BRINE_FORMAT_ICS },
  { ROW ("BEGIN:VEVENT\r\n"), "a.csv", BRINE_FORMAT_ICS },
  { ROW ("  {\"a\": 1}"), "x.ics", BRINE_FORMAT_JSON },
  { ROW ("\xef\xbb\xbf[1]"), NULL, BRINE_FORMAT_JSON },
  { ROW ("kind,date\nlog,x\n"), "x.ics", BRINE_FORMAT_CSV },
  { ROW ("kind;date"), NULL, BRINE_FORMAT_CSV },
  { ROW ("kind\tdate\n"), NULL, BRINE_FORMAT_CSV },
  { ROW ("kind\nlog\n"), "x.CSV", BRINE_FORMAT_CSV },
  { ROW ("kind\nlog\n"), "x.txt", BRINE_FORMAT_UNKNOWN },
  { ROW (""), "x.ics", BRINE_FORMAT_UNKNOWN },
  { ROW ("\0\0\0"), "x.ics", BRINE_FORMAT_UNKNOWN },
  { ROW ("SQLite format 3\0\x10,\x01"), "x.db", BRINE_FORMAT_UNKNOWN },
  { ROW ("PK\x03\x04,\x01;\n"), "x.zip", BRINE_FORMAT_UNKNOWN },
};

static void
test_detect (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (format_rows); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (format_rows[i].data, format_rows[i].length);
      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (brine_format_detect (bytes, format_rows[i].filename), ==,
                       format_rows[i].format);
    }
}

static void
test_nicks (void)
{
  BrineFormat format = BRINE_FORMAT_UNKNOWN;

  g_assert_true (brine_format_from_nick ("csv", &format));
  g_assert_cmpint (format, ==, BRINE_FORMAT_CSV);
  g_assert_false (brine_format_from_nick ("xml", &format));
  g_assert_false (brine_format_from_nick (NULL, &format));
  g_assert_cmpint (format, ==, BRINE_FORMAT_CSV);
  g_assert_cmpstr (brine_format_to_nick (BRINE_FORMAT_ICS), ==, "ics");
}

/* Files --------------------------------------------------------------------------------- */

typedef struct
{
  char *dir;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->dir = g_dir_make_tmp ("brine-files-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->dir, "out.json", NULL);
}

static guint
count_files (const char *dir)
{
  g_autoptr (GDir) entries = g_dir_open (dir, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (entries) != NULL)
    n++;
  return n;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) entries = g_dir_open (fixture->dir, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (entries)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->dir, name, NULL);
      g_remove (path);
    }
  g_rmdir (fixture->dir);
  g_free (fixture->dir);
  g_free (fixture->path);
}

static gboolean
write_text (const char *path, const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return brine_safe_file_write (path, bytes, error);
}

static void
assert_content (const char *path, const char *expected)
{
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, expected);
}

static void
test_write (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  GStatBuf info;

  g_assert_true (write_text (fixture->path, "old", &error));
  g_assert_no_error (error);
  g_chmod (fixture->path, 0644);
  g_assert_true (write_text (fixture->path, "new", &error));
  assert_content (fixture->path, "new");
  g_assert_cmpint (g_stat (fixture->path, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 0777, ==, 0600);
  g_assert_cmpuint (count_files (fixture->dir), ==, 1);
}

static void
test_refused_targets (Fixture *fixture, gconstpointer data)
{
  g_autofree char *link = g_build_filename (fixture->dir, "link", NULL);
  g_autofree char *missing = g_build_filename (fixture->dir, "no", "such", NULL);
  g_autofree char *fifo = g_build_filename (fixture->dir, "fifo", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (write_text (fixture->path, "old", NULL));
  g_assert_cmpint (symlink (fixture->path, link), ==, 0);
  g_assert_false (write_text (link, "new", &error));
  g_assert_error (error, BRINE_ERROR, BRINE_ERROR_INVALID);
  assert_content (fixture->path, "old");
  g_clear_error (&error);

  g_assert_false (write_text (fixture->dir, "new", &error));
  g_assert_error (error, BRINE_ERROR, BRINE_ERROR_INVALID);
  g_clear_error (&error);

  g_assert_false (write_text (missing, "new", &error));
  g_assert_error (error, BRINE_ERROR, BRINE_ERROR_NOT_FOUND);
  g_clear_error (&error);

  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
  g_assert_false (write_text (fifo, "new", &error));
  g_assert_error (error, BRINE_ERROR, BRINE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (brine_safe_file_read (fifo, 100, &error));
  g_assert_error (error, BRINE_ERROR, BRINE_ERROR_INVALID);
}

/* The disk fills up in the middle: the old file stays whole, nothing is left beside it. */
static void
test_full (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = g_strnfill (100000, 'x');
  g_autoptr (GError) error = NULL;
  struct rlimit before, small;

  g_assert_true (write_text (fixture->path, "old", NULL));
  signal (SIGXFSZ, SIG_IGN);
  getrlimit (RLIMIT_FSIZE, &before);
  small = before;
  small.rlim_cur = 4096;
  setrlimit (RLIMIT_FSIZE, &small);
  g_assert_false (write_text (fixture->path, text, &error));
  setrlimit (RLIMIT_FSIZE, &before);
  g_assert_error (error, BRINE_ERROR, BRINE_ERROR_FULL);
  assert_content (fixture->path, "old");
  g_assert_cmpuint (count_files (fixture->dir), ==, 1);
}

static void
test_read (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_assert_null (brine_safe_file_read (fixture->path, 100, &error));
  g_assert_error (error, BRINE_ERROR, BRINE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (brine_safe_file_read (fixture->dir, 100, &error));
  g_assert_error (error, BRINE_ERROR, BRINE_ERROR_INVALID);
  g_clear_error (&error);

  g_assert_true (write_text (fixture->path, "12345", NULL));
  g_assert_null (brine_safe_file_read (fixture->path, 4, &error));
  g_assert_error (error, BRINE_ERROR, BRINE_ERROR_TOO_COMPLEX);
  bytes = brine_safe_file_read (fixture->path, 5, NULL);
  g_assert_cmpuint (g_bytes_get_size (bytes), ==, 5);
  g_clear_pointer (&bytes, g_bytes_unref);
  g_assert_true (write_text (fixture->path, "", NULL));
  bytes = brine_safe_file_read (fixture->path, 5, NULL);
  g_assert_cmpuint (g_bytes_get_size (bytes), ==, 0);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/format/detect", test_detect);
  g_test_add_func ("/exchange/format/nicks", test_nicks);
  ADD ("/exchange/safe-file/write", test_write);
  ADD ("/exchange/safe-file/refused", test_refused_targets);
  ADD ("/exchange/safe-file/full", test_full);
  ADD ("/exchange/safe-file/read", test_read);

  return g_test_run ();
}
