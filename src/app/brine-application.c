/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-application.h"

#include "brine-clock.h"
#include "brine-diary.h"
#include "brine-notice-actions.h"
#include "brine-settings.h"
#include "brine-theme.h"
#include "brine-window.h"

#include <glib-unix.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <glib/gi18n.h>

/* Several changes of settings in a row are written once. */
#define APPLY_MS 1000

/**
 * BrineApplication:
 *
 * Opens the diary while the toolkit starts, hands it to the window, which then appears, and changes
 * it for the sample diary and back. A program that was given its own data folder or time is on its
 * own: it does not join one that runs already.
 */
struct _BrineApplication
{
  AdwApplication parent_instance;

  char *data_dir;
  char *now; /* of --now; NULL: none */
  BrineClock *clock;
  GSettings *settings; /* nullable */
  BrineDiary *diary;   /* NULL until it is open */
  BrineDiary *opened;  /* waits for the window; NULL: none */
  gboolean sample;     /* which one is wanted */
  gboolean discarded;  /* the sample, just now: to be told when the diary is open */
  GCancellable *opening;
  BrineWindow *window; /* weak */
  guint trim_source;   /* owned */
  guint apply_source;  /* owned */
  guint signals[2];    /* owned: SIGTERM, SIGINT */
  gint64 started_us;   /* for BRINE_STARTUP_TRACE */
};

G_DEFINE_FINAL_TYPE (BrineApplication, brine_application, ADW_TYPE_APPLICATION)

static void open_diary (BrineApplication *self);

/* Start-up times --------------------------------------------------------------------------- */

static void
trace (BrineApplication *self, const char *what)
{
  if (g_getenv ("BRINE_STARTUP_TRACE") != NULL)
    g_printerr ("%s %.1f ms\n", what, (double)(g_get_monotonic_time () - self->started_us) / 1000);
}

/* Diary ------------------------------------------------------------------------------------ */

static char *
dup_sample_dir (BrineApplication *self)
{
  return g_build_filename (self->data_dir, "sample", NULL);
}

static char *
dup_wanted_dir (BrineApplication *self)
{
  return self->sample ? dup_sample_dir (self) : g_strdup (self->data_dir);
}

static gboolean
greets_newcomers (BrineApplication *self)
{
  return self->settings == NULL || !g_settings_get_boolean (self->settings, "onboarding-done");
}

/* What reading the catalogue and making the page needed for a moment goes back to the system. */
static gboolean
trim_cb (gpointer user_data)
{
  BrineApplication *self = BRINE_APPLICATION (user_data);

  self->trim_source = 0;
#ifdef __GLIBC__
  malloc_trim (0);
#endif
  return G_SOURCE_REMOVE;
}

static void
show_diary (BrineApplication *self, BrineDiary *diary)
{
  brine_window_set_diary (self->window, brine_diary_get_history (diary),
                          brine_diary_get_catalogue (diary));
  if (brine_diary_is_empty (diary) && greets_newcomers (self))
    brine_window_show_welcome (self->window);
  if (self->discarded)
    brine_window_offer_sample (self->window);
  self->discarded = FALSE;
  g_set_object (&self->diary, diary);
  if (self->trim_source == 0)
    self->trim_source = g_timeout_add_seconds_full (G_PRIORITY_LOW, 1, trim_cb, self, NULL);
  trace (self, "page made");
}

static void
on_opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BrineApplication) self = BRINE_APPLICATION (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (BrineDiary) diary = brine_diary_open_finish (result, &error);
  g_autofree char *dir = dup_wanted_dir (self);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->opening);
  if (diary == NULL)
    {
      g_info ("The diary did not open: %s", error->message);
      if (self->window != NULL)
        brine_window_show_trouble (self->window, error, dir);
      return;
    }
  trace (self, "diary open");
  if (self->window != NULL)
    show_diary (self, diary);
  else
    self->opened = g_steal_pointer (&diary);
}

static void
open_diary (BrineApplication *self)
{
  g_autofree char *dir = dup_wanted_dir (self);

  g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  g_clear_object (&self->opened);
  self->opening = g_cancellable_new ();
  brine_diary_open_async (dir, self->sample, self->clock, self->opening, on_opened_cb,
                          g_object_ref (self));
}

static void
on_retry_cb (BrineApplication *self)
{
  open_diary (self);
}

static void
on_discarded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BrineApplication) self = BRINE_APPLICATION (user_data);
  g_autoptr (GError) error = NULL;

  self->discarded = brine_diary_discard_finish (result, &error);
  if (!self->discarded)
    g_warning ("The sample data was not removed: %s", error->message);
  open_diary (self);
}

static void
on_sample_cb (BrineApplication *self, gboolean wanted)
{
  self->sample = wanted;
  if (wanted || self->diary == NULL)
    open_diary (self);
  else
    brine_diary_discard_async (g_steal_pointer (&self->diary), on_discarded_cb,
                               g_object_ref (self));
}

static void
on_sample_back_cb (BrineApplication *self)
{
  g_autofree char *dir = dup_sample_dir (self);
  g_autoptr (GError) error = NULL;

  if (self->sample)
    return;
  if (!brine_diary_bring_back (dir, &error))
    {
      g_warning ("The sample data was not brought back: %s", error->message);
      return;
    }
  self->sample = TRUE;
  open_diary (self);
}

static void
on_recovered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BrineApplication) self = BRINE_APPLICATION (user_data);
  g_autoptr (GError) error = NULL;

  if (brine_diary_recover_finish (result, &error))
    open_diary (self);
  else if (self->window != NULL)
    brine_window_show_trouble (self->window, error, self->data_dir);
}

static void
on_restore_cb (BrineApplication *self, GFile *backup)
{
  g_autofree char *dir = dup_wanted_dir (self);

  brine_diary_recover_async (dir, g_file_peek_path (backup), brine_clock_get_now (self->clock),
                             on_recovered_cb, g_object_ref (self));
}

/* Window ----------------------------------------------------------------------------------- */

static gboolean
on_apply_cb (gpointer user_data)
{
  BrineApplication *self = BRINE_APPLICATION (user_data);

  self->apply_source = 0;
  g_settings_apply (self->settings);
  return G_SOURCE_REMOVE;
}

/* Where settings are a file, to write one waits for the disk: that is left for a moment in which
 * nothing else is to do, when the frame that shows the new page or view is long painted. */
static void
on_has_unapplied_cb (BrineApplication *self)
{
  if (self->apply_source == 0 && g_settings_get_has_unapplied (self->settings))
    self->apply_source = g_timeout_add_full (G_PRIORITY_LOW, APPLY_MS, on_apply_cb, self, NULL);
}

static void
on_color_scheme_cb (BrineApplication *self)
{
  static const AdwColorScheme schemes[] = { ADW_COLOR_SCHEME_DEFAULT, ADW_COLOR_SCHEME_FORCE_LIGHT,
                                            ADW_COLOR_SCHEME_FORCE_DARK };
  int chosen = g_settings_get_enum (self->settings, "color-scheme");

  adw_style_manager_set_color_scheme (adw_application_get_style_manager (ADW_APPLICATION (self)),
                                      chosen >= 0 && chosen < (int)G_N_ELEMENTS (schemes)
                                          ? schemes[chosen]
                                          : ADW_COLOR_SCHEME_DEFAULT);
}

static void
on_first_frame_cb (GdkFrameClock *frame_clock, gpointer user_data)
{
  BrineApplication *self = BRINE_APPLICATION (user_data);

  g_signal_handlers_disconnect_by_func (frame_clock, on_first_frame_cb, self);
  trace (self, "first frame");
}

static void
on_realize_cb (BrineApplication *self)
{
  g_signal_connect_object (gtk_widget_get_frame_clock (GTK_WIDGET (self->window)), "after-paint",
                           G_CALLBACK (on_first_frame_cb), self, 0);
}

static void
make_window (BrineApplication *self)
{
  g_set_weak_pointer (&self->window,
                      brine_window_new (ADW_APPLICATION (self), self->clock, self->settings));
  g_signal_connect_object (self->window, "retry", G_CALLBACK (on_retry_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->window, "sample", G_CALLBACK (on_sample_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->window, "sample-back", G_CALLBACK (on_sample_back_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->window, "restore", G_CALLBACK (on_restore_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->window, "realize", G_CALLBACK (on_realize_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

static void
brine_application_activate (GApplication *application)
{
  BrineApplication *self = BRINE_APPLICATION (application);

  if (self->window == NULL)
    {
      make_window (self);
      trace (self, "window made");
      /* It did not open while there was no window that could tell why. */
      if (self->diary == NULL && self->opened == NULL && self->opening == NULL)
        open_diary (self);
    }
  brine_window_appear (self->window);
  if (self->opened != NULL)
    {
      g_autoptr (BrineDiary) diary = g_steal_pointer (&self->opened);

      show_diary (self, diary);
    }
}

/* Notifications ---------------------------------------------------------------------------- */

static void
on_notice_opened (const char *notice_id, gpointer user_data)
{
  BrineApplication *self = BRINE_APPLICATION (user_data);

  /* The press may have started the program. */
  g_application_activate (G_APPLICATION (self));
  brine_window_open_notice (self->window, notice_id);
}

static void
on_notice_unanswered (gpointer user_data)
{
  BrineApplication *self = BRINE_APPLICATION (user_data);

  g_application_activate (G_APPLICATION (self));
  brine_window_tell_unanswered (self->window);
}

static const BrineNoticeFuncs notice_funcs = { on_notice_opened, on_notice_unanswered };

/* Class ------------------------------------------------------------------------------------ */

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (user_data));

  /* Closing saves what the window remembers. */
  while (windows != NULL)
    {
      GtkWindow *window = windows->data;

      windows = windows->next;
      gtk_window_close (window);
    }
}

/* Ending the session, or the terminal, is a way to close the program like any other. */
static gboolean
on_signal_cb (gpointer user_data)
{
  quit_cb (NULL, NULL, user_data);
  return G_SOURCE_CONTINUE;
}

static void
watch_signals (BrineApplication *self)
{
  self->signals[0] = g_unix_signal_add (SIGTERM, on_signal_cb, self);
  self->signals[1] = g_unix_signal_add (SIGINT, on_signal_cb, self);
}

static void
add_accels (BrineApplication *self)
{
  static const struct
  {
    const char *action;
    const char *accels[3];
  } table[] = {
    { "win.show-page('today')", { "<Alt>1", NULL } },
    { "win.show-page('calendar')", { "<Alt>2", NULL } },
    { "win.show-page('meals')", { "<Alt>3", NULL } },
    { "win.show-page('progress')", { "<Alt>4", NULL } },
    { "win.add-item('')", { "<Control>n", NULL } },
    { "win.log", { "<Control>l", NULL } },
    { "win.log-night", { "<Control><Shift>l", NULL } },
    { "win.undo-key", { "<Control>z", NULL } },
    { "win.redo-key", { "<Control><Shift>z", "<Control>y", NULL } },
    { "win.support", { "F1", NULL } },
    { "win.preferences", { "<Control>comma", NULL } },
    { "win.show-help-overlay", { "<Control>question", NULL } },
    { "window.close", { "<Control>w", NULL } },
    { "app.quit", { "<Control>q", NULL } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), table[i].action,
                                           table[i].accels);
}

static void
brine_application_startup (GApplication *application)
{
  static const GActionEntry entries[] = { { .name = "quit", .activate = quit_cb } };
  BrineApplication *self = BRINE_APPLICATION (application);

  /* The disk is read while the toolkit starts, on another processor where there is one. */
  open_diary (self);
  brine_theme_init ();
  G_APPLICATION_CLASS (brine_application_parent_class)->startup (application);
  brine_theme_read_icons ();
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  brine_notice_actions_add (application, self->data_dir, &notice_funcs, self);
  add_accels (self);
  watch_signals (self);
  /* GTK takes the direction from a translation; this is for looking at it without one. */
  if (g_strcmp0 (g_getenv ("BRINE_DIRECTION"), "rtl") == 0)
    gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  self->settings = brine_settings_new ();
  if (self->settings == NULL)
    {
      g_printerr ("%s\n", _ ("The settings schema of Brine is not installed: window and style keep "
                             "their defaults, and your diary is not touched."));
      return;
    }
  g_signal_connect_object (self->settings, "notify::has-unapplied",
                           G_CALLBACK (on_has_unapplied_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::color-scheme", G_CALLBACK (on_color_scheme_cb),
                           self, G_CONNECT_SWAPPED);
  on_color_scheme_cb (self);
}

static gboolean
read_options (BrineApplication *self, GVariantDict *options, GError **error)
{
  const char *dir;

  if (g_variant_dict_lookup (options, "data-dir", "^&ay", &dir))
    {
      g_free (self->data_dir);
      self->data_dir = g_canonicalize_filename (dir, NULL);
    }
  g_variant_dict_lookup (options, "now", "s", &self->now);
  self->clock = brine_clock_new_from_environment (self->now, error);
  return self->clock != NULL;
}

/* Whether a Brine runs already in this session. */
static gboolean
is_running (void)
{
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr (GVariant) reply = NULL;
  gboolean owned = FALSE;

  if (bus == NULL)
    return FALSE;
  reply = g_dbus_connection_call_sync (bus, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                                       "org.freedesktop.DBus", "NameHasOwner",
                                       g_variant_new ("(s)", BRINE_APP_ID), G_VARIANT_TYPE ("(b)"),
                                       G_DBUS_CALL_FLAGS_NONE, 1000, NULL, NULL);
  if (reply != NULL)
    g_variant_get (reply, "(b)", &owned);
  return owned;
}

static int
brine_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  BrineApplication *self = BRINE_APPLICATION (application);
  g_autoptr (GError) error = NULL;

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("brine %s\n", BRINE_VERSION);
      return 0;
    }
  if (!read_options (self, options, &error))
    {
      g_printerr ("brine: %s\n", error->message);
      return 2;
    }
  if ((g_variant_dict_contains (options, "data-dir") || self->now != NULL
       || g_getenv ("BRINE_DATA_DIR") != NULL)
      && is_running ())
    g_application_set_flags (application,
                             g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);
  return -1;
}

static void
brine_application_shutdown (GApplication *application)
{
  BrineApplication *self = BRINE_APPLICATION (application);
  g_autofree char *sample_dir = dup_sample_dir (self);

  g_cancellable_cancel (self->opening);
  g_clear_handle_id (&self->apply_source, g_source_remove);
  if (self->settings != NULL)
    g_settings_apply (self->settings);
  g_clear_handle_id (&self->trim_source, g_source_remove);
  for (guint i = 0; i < G_N_ELEMENTS (self->signals); i++)
    g_clear_handle_id (&self->signals[i], g_source_remove);
  if (self->diary != NULL)
    {
      /* What was typed last is still on its way. */
      while (brine_history_is_busy (brine_diary_get_history (self->diary)))
        g_main_context_iteration (NULL, TRUE);
      brine_diary_close (self->diary);
    }
  if (self->opened != NULL)
    brine_diary_close (self->opened);
  brine_diary_forget_discarded (sample_dir);
  G_APPLICATION_CLASS (brine_application_parent_class)->shutdown (application);
}

static void
brine_application_dispose (GObject *object)
{
  BrineApplication *self = BRINE_APPLICATION (object);

  g_clear_weak_pointer (&self->window);
  g_clear_object (&self->opening);
  g_clear_object (&self->diary);
  g_clear_object (&self->opened);
  g_clear_object (&self->settings);
  g_clear_object (&self->clock);
  g_clear_pointer (&self->data_dir, g_free);
  g_clear_pointer (&self->now, g_free);
  G_OBJECT_CLASS (brine_application_parent_class)->dispose (object);
}

static void
brine_application_class_init (BrineApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = brine_application_dispose;
  application_class->startup = brine_application_startup;
  application_class->activate = brine_application_activate;
  application_class->shutdown = brine_application_shutdown;
  application_class->handle_local_options = brine_application_handle_local_options;
}

static void
brine_application_init (BrineApplication *self)
{
  static const GOptionEntry options[] = {
    { "data-dir", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_ ("Keep the diary in DIR"), N_ ("DIR") },
    { "now", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Take TIME for the present"), N_ ("TIME") },
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Show the version and exit"), NULL },
    { NULL }
  };

  self->started_us = g_get_monotonic_time ();
  self->data_dir = brine_store_dup_default_dir ();
  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

BrineApplication *
brine_application_new (void)
{
  return g_object_new (BRINE_TYPE_APPLICATION, "application-id", BRINE_APP_ID, "resource-base-path",
                       "/org/brineapp/Brine", NULL);
}
