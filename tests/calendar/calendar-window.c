/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A window with the calendar alone, for tests that drive it by pointer and by keys:
 * calendar-window [--narrow] [--day] [--years N]. The diary lies in a folder that is thrown away.
 */
#include <adwaita.h>
#include <glib-unix.h>

#include "brine-calendar-page.h"
#include "brine-editor-actions.h"
#include "fixture.h"
#include "sample-week.h"

static gboolean narrow;
static gboolean one_day;
static gboolean quiet;
static int n_a_day;

static const GOptionEntry options[] = {
  { "narrow", 0, 0, G_OPTION_ARG_NONE, &narrow, "as on a telephone", NULL },
  { "day", 0, 0, G_OPTION_ARG_NONE, &one_day, "one day", NULL },
  { "no-sample", 0, 0, G_OPTION_ARG_NONE, &quiet, "an empty diary", NULL },
  { "years", 0, 0, G_OPTION_ARG_INT, &n_a_day, "ten years with N things a day", "N" },
  { NULL },
};

typedef struct
{
  GtkApplication *app;
  char *dir;
  BrineStore *store;
  BrineHistory *history;
  BrineClock *clock;
  AdwToastOverlay *toasts;
  AdwToast *toast; /* weak; the last one */
} Host;

static void
on_applied_cb (BrineHistory *history, const char *label, Host *host)
{
  if (label == NULL)
    return;
  AdwToast *toast = adw_toast_new (label);
  adw_toast_set_button_label (toast, "Undo");
  adw_toast_set_action_name (toast, "win.undo");
  /* It stays until the next one comes: a busy machine takes its time to look for it. */
  adw_toast_set_timeout (toast, 0);
  if (host->toast != NULL)
    adw_toast_dismiss (host->toast);
  g_set_weak_pointer (&host->toast, toast);
  adw_toast_overlay_add_toast (host->toasts, toast);
}

static void
on_undo (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Host *host = data;

  if (g_str_equal (g_action_get_name (G_ACTION (action)), "undo"))
    brine_history_undo (host->history);
  else
    brine_history_redo (host->history);
}

static void
add_actions (Host *host, GtkWindow *window)
{
  static const char *const accels[] = { "<Control>z", NULL };
  static const GActionEntry entries[] = {
    { .name = "undo", .activate = on_undo },
    { .name = "redo", .activate = on_undo },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (window), entries, G_N_ELEMENTS (entries), host);
  brine_editor_actions_add (GTK_APPLICATION_WINDOW (window), host->history, host->clock, NULL);
  gtk_application_set_accels_for_action (host->app, "win.undo", accels);
}

static void
on_activate_cb (GtkApplication *app, Host *host)
{
  GtkWidget *window = adw_application_window_new (app);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *page = brine_calendar_page_new (host->history, host->clock, NULL);

  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (gdk_display_get_default ()),
                                    "/org/brineapp/Brine/icons");
  gtk_window_set_title (GTK_WINDOW (window), "Calendar");
  gtk_window_set_default_size (GTK_WINDOW (window), narrow ? 390 : 1180, 800);
  g_object_set (page, "narrow", narrow, NULL);
  if (one_day)
    brine_calendar_page_set_view (BRINE_CALENDAR_PAGE (page), BRINE_CALENDAR_DAY);
  host->toasts = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  adw_toast_overlay_set_child (host->toasts, page);
  gtk_widget_set_vexpand (GTK_WIDGET (host->toasts), TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (host->toasts));
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), box);
  g_signal_connect (host->history, "applied", G_CALLBACK (on_applied_cb), host);
  add_actions (host, GTK_WINDOW (window));
  gtk_window_present (GTK_WINDOW (window));
}

static gboolean
on_term_cb (gpointer data)
{
  g_application_quit (G_APPLICATION (data));
  return G_SOURCE_REMOVE;
}

int
main (int argc, char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  BrineInstant now;
  Host host = { 0 };

  g_option_context_add_main_entries (context, options, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    g_error ("%s", error->message);
  brine_instant_parse (SAMPLE_NOW, zone, &now);
  host.dir = fixture_make_dir ();
  host.store = fixture_open (host.dir);
  host.history = brine_history_new (host.store);
  host.clock = brine_clock_new_fixed (now, zone);
  if (n_a_day > 0)
    sample_years_fill (host.store, n_a_day);
  else if (!quiet)
    sample_week_fill (host.store);

  host.app = GTK_APPLICATION (adw_application_new ("org.brineapp.Brine", G_APPLICATION_NON_UNIQUE));
  g_signal_connect (host.app, "activate", G_CALLBACK (on_activate_cb), &host);
  g_unix_signal_add (SIGTERM, on_term_cb, host.app);
  int status = g_application_run (G_APPLICATION (host.app), 0, NULL);

  g_object_unref (host.app);
  g_object_unref (host.history);
  g_object_unref (host.clock);
  g_object_unref (host.store);
  fixture_remove_dir (host.dir);
  return status;
}
