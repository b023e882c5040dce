/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "overlay-fixture.h"

#include <glib/gstdio.h>

#define BOUND_SECONDS 60

void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
  BrineInstant now;

  g_assert_true (brine_instant_parse ("2026-11-23T09:00", zone, &now));
  fixture->folder = g_dir_make_tmp ("brine-overlay-XXXXXX", NULL);
  fixture->clock = brine_clock_new_fixed (now, zone);
  fixture->overlay = brine_overlay_new (fixture->clock);
}

void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  g_object_unref (fixture->overlay);
  g_object_unref (fixture->clock);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
      g_remove (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

GFile *
fixture_get_file (Fixture *fixture, const char *name)
{
  return g_file_new_build_filename (fixture->folder, name, NULL);
}

void
fixture_write (Fixture *fixture, const char *name, const char *events)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autofree char *text = g_strconcat ("BEGIN:VCALENDAR\r\n", events, "END:VCALENDAR\r\n", NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

BrineOverlayFile *
fixture_add (Fixture *fixture, const char *name, const char *events)
{
  g_autoptr (GFile) file = fixture_get_file (fixture, name);
  g_autoptr (GError) error = NULL;
  BrineOverlayFile *entry;

  fixture_write (fixture, name, events);
  entry = brine_overlay_add (fixture->overlay, file, &error);
  g_assert_no_error (error);
  return entry;
}

static gboolean
on_bound_cb (gpointer data)
{
  g_error ("What was waited for did not happen within %d seconds", BOUND_SECONDS);
  return G_SOURCE_REMOVE;
}

void
fixture_wait (FixtureDone done, gpointer data)
{
  guint bound = g_timeout_add_seconds (BOUND_SECONDS, on_bound_cb, NULL);

  while (!done (data))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (bound);
}

typedef struct
{
  BrineOverlayFile *file;
  BrineOverlayState state;
} Wanted;

static gboolean
has_state (gpointer data)
{
  const Wanted *wanted = data;

  return brine_overlay_file_get_state (wanted->file) == wanted->state;
}

void
fixture_wait_state (BrineOverlayFile *file, BrineOverlayState state)
{
  Wanted wanted = { file, state };

  fixture_wait (has_state, &wanted);
}
