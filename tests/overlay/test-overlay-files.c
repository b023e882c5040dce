/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "overlay-fixture.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define EVENT BUSY ("20261123T100000", "Work")

static guint
count_events (BrineOverlayFile *file)
{
  return brine_overlay_file_get_n_events (file);
}

static void
count_cb (guint *count)
{
  (*count)++;
}

/* The list -------------------------------------------------------------------------------- */

static void
test_add (Fixture *fixture, gconstpointer data)
{
  BrineOverlayFile *work = fixture_add (fixture, "Work.ics", EVENT);
  BrineOverlayFile *shifts = fixture_add (fixture, "shifts", EVENT EVENT);

  g_assert_cmpint (brine_overlay_file_get_state (work), ==, BRINE_OVERLAY_LOADING);
  g_assert_cmpstr (brine_overlay_file_get_name (work), ==, "Work");
  g_assert_cmpstr (brine_overlay_file_get_name (shifts), ==, "shifts");
  g_assert_cmpint (brine_overlay_file_get_colour (work), !=,
                   brine_overlay_file_get_colour (shifts));
  fixture_wait_state (work, BRINE_OVERLAY_READY);
  fixture_wait_state (shifts, BRINE_OVERLAY_READY);
  g_assert_cmpuint (count_events (work), ==, 1);
  g_assert_cmpuint (count_events (shifts), ==, 2);
}

/* A second time it is only shown again. */
static void
test_add_again (Fixture *fixture, gconstpointer data)
{
  BrineOverlayFile *work = fixture_add (fixture, "Work.ics", EVENT);

  brine_overlay_file_set_shown (work, FALSE);
  g_assert_true (fixture_add (fixture, "Work.ics", EVENT) == work);
  g_assert_true (brine_overlay_file_is_shown (work));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->overlay)), ==, 1);
}

static void
test_elsewhere (Fixture *fixture, gconstpointer data)
{
  static const char *const uris[] = { "http://example.com/a.ics", "webcal://example.com/a.ics",
                                      "data:text/calendar,x" };

  for (gsize i = 0; i < G_N_ELEMENTS (uris); i++)
    {
      g_autoptr (GFile) file = g_file_new_for_uri (uris[i]);
      g_autoptr (GError) error = NULL;
      g_assert_null (brine_overlay_add (fixture->overlay, file, &error));
      g_assert_error (error, BRINE_ERROR, BRINE_ERROR_INVALID);
    }
}

static void
test_too_many (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = fixture_get_file (fixture, "one-more");
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < BRINE_OVERLAY_MAX_FILES; i++)
    {
      g_autofree char *name = g_strdup_printf ("%d", i);
      g_autoptr (GFile) each = fixture_get_file (fixture, name);
      g_assert_nonnull (brine_overlay_add (fixture->overlay, each, NULL));
    }
  g_assert_null (brine_overlay_add (fixture->overlay, file, &error));
  g_assert_error (error, BRINE_ERROR, BRINE_ERROR_TOO_COMPLEX);
}

static void
test_remove_and_restore (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BrineOverlayFile) work = g_object_ref (fixture_add (fixture, "Work.ics", EVENT));
  BrineOverlayFile *shifts = fixture_add (fixture, "Shifts.ics", EVENT);
  guint edits = 0, position;

  brine_overlay_file_set_name (work, "The Office");
  fixture_wait_state (work, BRINE_OVERLAY_READY);
  g_signal_connect_swapped (fixture->overlay, "edited", G_CALLBACK (count_cb), &edits);
  brine_overlay_remove (fixture->overlay, work);
  g_assert_false (brine_overlay_find (fixture->overlay, work, &position));
  g_assert_cmpuint (count_events (work), ==, 0);
  brine_overlay_restore (fixture->overlay, work, 0);
  g_assert_true (brine_overlay_find (fixture->overlay, shifts, &position));
  g_assert_cmpuint (position, ==, 1);
  g_assert_cmpstr (brine_overlay_file_get_name (work), ==, "The Office");
  fixture_wait_state (work, BRINE_OVERLAY_READY);
  g_assert_cmpuint (edits, ==, 2);
}

static void
test_names (Fixture *fixture, gconstpointer data)
{
  BrineOverlayFile *work = fixture_add (fixture, "Work.ics", EVENT);
  g_autofree char *many = g_strnfill (BRINE_OVERLAY_MAX_NAME - 1, 'x');
  g_autofree char *cut = g_strconcat (many, "\303\244", NULL);

  brine_overlay_file_set_name (work, "  Office ");
  g_assert_cmpstr (brine_overlay_file_get_name (work), ==, "Office");
  brine_overlay_file_set_name (work, " ");
  g_assert_cmpstr (brine_overlay_file_get_name (work), ==, "Work");
  /* Not cut within a letter. */
  brine_overlay_file_set_name (work, cut);
  g_assert_cmpstr (brine_overlay_file_get_name (work), ==, many);
}

/* Keeping --------------------------------------------------------------------------------- */

static void
test_kept (Fixture *fixture, gconstpointer data)
{
  BrineOverlayFile *work = fixture_add (fixture, "Work.ics", EVENT);
  g_autoptr (BrineOverlay) again = brine_overlay_new (fixture->clock);
  g_autoptr (GVariant) files = NULL;
  g_autoptr (GVariant) round = NULL;

  fixture_add (fixture, "Shifts.ics", EVENT);
  brine_overlay_file_set_name (work, "Büro");
  brine_overlay_file_set_shown (work, FALSE);
  files = brine_overlay_dup_files (fixture->overlay);
  brine_overlay_set_files (again, files);
  round = brine_overlay_dup_files (again);
  g_assert_true (g_variant_equal (files, round));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (again)), ==, 2);
}

/* What is kept may have been edited by anybody. */
static void
test_kept_nonsense (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GVariant) files = g_variant_ref_sink (g_variant_new_parsed (
      "[('http://example.com/a.ics', 'a', 0, true), ('', '', 0, true), ('nonsense', 'b', 0, true),"
      " ('file:///a.ics', 'c', 99, true), ('file:///a.ics', 'again', 1, true),"
      " ('file:///b.ics', '', -1, false)]"));
  g_autoptr (BrineOverlayFile) first = NULL;
  g_autoptr (BrineOverlayFile) second = NULL;

  brine_overlay_set_files (fixture->overlay, files);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->overlay)), ==, 2);
  first = g_list_model_get_item (G_LIST_MODEL (fixture->overlay), 0);
  second = g_list_model_get_item (G_LIST_MODEL (fixture->overlay), 1);
  g_assert_cmpstr (brine_overlay_file_get_name (first), ==, "c");
  g_assert_cmpint (brine_overlay_file_get_colour (first), ==, 5);
  g_assert_cmpstr (brine_overlay_file_get_name (second), ==, "b");
  fixture_wait_state (first, BRINE_OVERLAY_FAILED);
  g_assert_error (brine_overlay_file_get_error (first), BRINE_ERROR, BRINE_ERROR_NOT_FOUND);
}

/* Files ----------------------------------------------------------------------------------- */

typedef struct
{
  BrineOverlayFile *file;
  guint n_events;
} Count;

static gboolean
has_events (gpointer data)
{
  const Count *count = data;

  return count_events (count->file) == count->n_events;
}

static void
test_followed (Fixture *fixture, gconstpointer data)
{
  BrineOverlayFile *work = fixture_add (fixture, "Work.ics", EVENT);
  g_autoptr (GFile) file = fixture_get_file (fixture, "Work.ics");
  g_autoptr (GFileOutputStream) stream = NULL;

  fixture_wait_state (work, BRINE_OVERLAY_READY);
  /* Renamed over it, as most programs save. */
  fixture_write (fixture, "Work.ics", EVENT EVENT);
  fixture_wait (has_events, &(Count){ work, 2 });
  /* In place, as some do. */
  stream = g_file_append_to (file, G_FILE_CREATE_NONE, NULL, NULL);
  g_assert_true (g_output_stream_write_all (G_OUTPUT_STREAM (stream), EVENT, strlen (EVENT), NULL,
                                            NULL, NULL));
  g_assert_true (g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, NULL));
  fixture_wait (has_events, &(Count){ work, 3 });
}

static void
test_zones (Fixture *fixture, gconstpointer data)
{
  BrineOverlayFile *file = fixture_add (
      fixture, "a.ics",
      "BEGIN:VEVENT\r\nDTSTART;TZID=Mars:20261123T090000\r\nEND:VEVENT\r\n"
      "BEGIN:VEVENT\r\nDTSTART;TZID=W. Europe Standard Time:20261123T090000\r\nEND:VEVENT\r\n");

  g_assert_cmpuint (brine_overlay_file_get_n_unzoned (file), ==, 0);
  fixture_wait_state (file, BRINE_OVERLAY_READY);
  g_assert_cmpuint (brine_overlay_file_get_n_events (file), ==, 2);
  g_assert_cmpuint (brine_overlay_file_get_n_unzoned (file), ==, 1);
}

static void
test_gone_and_back (Fixture *fixture, gconstpointer data)
{
  BrineOverlayFile *work = fixture_add (fixture, "Work.ics", EVENT);
  g_autoptr (GFile) file = fixture_get_file (fixture, "Work.ics");

  fixture_wait_state (work, BRINE_OVERLAY_READY);
  g_assert_true (g_file_delete (file, NULL, NULL));
  fixture_wait_state (work, BRINE_OVERLAY_FAILED);
  g_assert_error (brine_overlay_file_get_error (work), BRINE_ERROR, BRINE_ERROR_NOT_FOUND);
  g_assert_cmpuint (count_events (work), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->overlay)), ==, 1);
  fixture_write (fixture, "Work.ics", EVENT);
  fixture_wait_state (work, BRINE_OVERLAY_READY);
  g_assert_null (brine_overlay_file_get_error (work));
}

static void
test_no_calendar (Fixture *fixture, gconstpointer data)
{
  g_autofree char *picture = g_build_filename (fixture->folder, "picture.ics", NULL);
  g_autofree char *pipe = g_build_filename (fixture->folder, "pipe.ics", NULL);
  g_autofree char *huge = g_build_filename (fixture->folder, "huge.ics", NULL);
  const struct
  {
    const char *path;
    BrineError code;
  } rows[] = {
    { picture, BRINE_ERROR_INVALID },
    { pipe, BRINE_ERROR_INVALID },
    { fixture->folder, BRINE_ERROR_INVALID },
    { huge, BRINE_ERROR_TOO_COMPLEX },
  };

  g_assert_true (g_file_set_contents (picture, "\x89PNG\r\n\0\0", 8, NULL));
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  g_assert_true (g_file_set_contents (huge, "", 0, NULL));
  g_assert_cmpint (truncate (huge, (off_t)BRINE_OVERLAY_MAX_BYTES + 1), ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GFile) file = g_file_new_for_path (rows[i].path);
      BrineOverlayFile *entry = brine_overlay_add (fixture->overlay, file, NULL);
      g_test_message ("%s", rows[i].path);
      fixture_wait_state (entry, BRINE_OVERLAY_FAILED);
      g_assert_error (brine_overlay_file_get_error (entry), BRINE_ERROR, (int)rows[i].code);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, test)                                                                            \
  g_test_add ("/overlay/" name, Fixture, NULL, fixture_set_up, test, fixture_tear_down)
  ADD ("add", test_add);
  ADD ("add-again", test_add_again);
  ADD ("elsewhere", test_elsewhere);
  ADD ("too-many", test_too_many);
  ADD ("remove-and-restore", test_remove_and_restore);
  ADD ("names", test_names);
  ADD ("kept", test_kept);
  ADD ("kept-nonsense", test_kept_nonsense);
  ADD ("followed", test_followed);
  ADD ("zones", test_zones);
  ADD ("gone-and-back", test_gone_and_back);
  ADD ("no-calendar", test_no_calendar);
  return g_test_run ();
}
