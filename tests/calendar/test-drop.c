/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Files that are dropped on the calendar: what they are and what is said of them.
 */
#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "brine-calendar-page.h"
#include "brine-overlay-dialog.h"
#include "page-world.h"

typedef struct
{
  PageWorld world;
  BrineOverlay *overlay;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  page_world_open (&fixture->world, "Europe/Berlin", "2026-11-19T14:10");
  page_world_show (&fixture->world);
  fixture->overlay = brine_overlay_new (fixture->world.clock);
  brine_calendar_page_set_overlay (fixture->world.page, fixture->overlay);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->overlay);
  page_world_close (&fixture->world);
}

static GtkEventController *
find_drop_target (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) each = g_list_model_get_item (controllers, i);
      if (GTK_IS_DROP_TARGET (each))
        return each;
    }
  g_assert_not_reached ();
}

/* As GTK does when @uris were dropped and fetched. Returns: the dialog that says what became of
 * them. */
static GtkWidget *
drop (Fixture *fixture, const char *const *uris)
{
  GtkEventController *target = find_drop_target (GTK_WIDGET (fixture->world.page));
  GValue value = G_VALUE_INIT;
  GSList *files = NULL;
  gboolean taken = FALSE;
  GtkWidget *dialog = NULL;

  for (gsize i = 0; uris[i] != NULL; i++)
    files = g_slist_append (files, g_file_new_for_uri (uris[i]));
  g_assert_true (
      gdk_content_formats_contain_gtype (gtk_drop_target_get_formats (GTK_DROP_TARGET (target)),
                                         GDK_TYPE_FILE_LIST));
  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_list (files));
  g_slist_free_full (files, g_object_unref);
  g_signal_emit_by_name (target, "drop", &value, 10.0, 10.0, &taken);
  g_value_unset (&value);
  g_assert_true (taken);
  for (GList *l = gtk_window_list_toplevels (), *all = l;; l = l->next)
    if (l == NULL || BRINE_IS_OVERLAY_DIALOG (l->data))
      {
        dialog = l != NULL ? l->data : NULL;
        g_list_free (all);
        break;
      }
  g_assert_nonnull (dialog);
  return dialog;
}

static gboolean
has_words (GtkWidget *widget, const char *part)
{
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), part) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (has_words (child, part))
      return TRUE;
  return FALSE;
}

static gboolean
on_bound_cb (gpointer data)
{
  g_error ("“%s” was not said within a minute", (const char *)data);
  return G_SOURCE_REMOVE;
}

static void
wait_for_words (GtkWidget *dialog, const char *part)
{
  guint bound = g_timeout_add_seconds (60, on_bound_cb, (gpointer)part);

  while (!has_words (dialog, part))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (bound);
}

static char *
write_file (Fixture *fixture, const char *name, const char *content, off_t length)
{
  g_autofree char *path = g_build_filename (fixture->world.dir, name, NULL);

  g_assert_true (g_file_set_contents (path, content, -1, NULL));
  if (length > 0)
    g_assert_cmpint (truncate (path, length), ==, 0);
  return g_filename_to_uri (path, NULL, NULL);
}

static void
assert_said (Fixture *fixture, const char *uri, const char *words, guint n_files)
{
  const char *const uris[] = { uri, NULL };
  GtkWidget *dialog = drop (fixture, uris);

  g_test_message ("%s", uri);
  wait_for_words (dialog, words);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->overlay)), ==, n_files);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

#define CALENDAR                                                                                   \
  "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20261119T090000\r\nSUMMARY:Work\r\nEND:VEVENT\r\n"   \
  "END:VCALENDAR\r\n"

static void
test_calendar (Fixture *fixture, gconstpointer data)
{
  g_autofree char *uri = write_file (fixture, "Work.ics", CALENDAR, 0);

  assert_said (fixture, uri, "1 event", 1);
  /* Once more: it is there already. */
  assert_said (fixture, uri, "1 event", 1);
}

static void
test_several (Fixture *fixture, gconstpointer data)
{
  g_autofree char *work = write_file (fixture, "Work.ics", CALENDAR, 0);
  g_autofree char *school = write_file (fixture, "School.ics", CALENDAR, 0);
  const char *const uris[] = { work, "https://example.com/a.ics", school, NULL };
  GtkWidget *dialog = drop (fixture, uris);

  wait_for_words (dialog, "School");
  wait_for_words (dialog, "only files on this computer");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->overlay)), ==, 2);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* Each gets one sentence. */
static void
test_hostile (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_filename_to_uri (fixture->world.dir, NULL, NULL);
  g_autofree char *picture = write_file (fixture, "picture.ics", "\x89PNG\r\n", 0);
  g_autofree char *huge = write_file (fixture, "huge.ics", CALENDAR, 200 * 1000 * 1000);
  g_autofree char *gone = g_strconcat (folder, "/gone.ics", NULL);

  assert_said (fixture, "https://example.com/a.ics", "only files on this computer", 0);
  assert_said (fixture, "webcal://example.com/a.ics", "only files on this computer", 0);
  assert_said (fixture, folder, "it is no calendar file", 1);
  assert_said (fixture, picture, "it is no calendar file", 2);
  assert_said (fixture, huge, "larger than 32 MB", 3);
  assert_said (fixture, gone, "the file is not there", 4);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (gdk_display_get_default ()),
                                    "/org/brineapp/Brine/icons");
  g_test_add ("/drop/calendar", Fixture, NULL, set_up, test_calendar, tear_down);
  g_test_add ("/drop/several", Fixture, NULL, set_up, test_several, tear_down);
  g_test_add ("/drop/hostile", Fixture, NULL, set_up, test_hostile, tear_down);
  return g_test_run ();
}
