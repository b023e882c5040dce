/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-autostart-portal.h"

#define NAME "org.freedesktop.portal.Desktop"
#define PATH "/org/freedesktop/portal/desktop"
#define ANSWER_SECONDS 120

typedef struct
{
  GMainLoop *loop;
  gboolean answered;
  gboolean granted;
} Waiting;

static void
on_response_cb (GDBusConnection *bus, const char *sender, const char *path, const char *interface,
                const char *name, GVariant *parameters, gpointer user_data)
{
  Waiting *waiting = user_data;
  g_autoptr (GVariant) results = NULL;
  guint32 response;
  gboolean autostart = FALSE;

  if (!g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(ua{sv})")))
    return;
  g_variant_get (parameters, "(u@a{sv})", &response, &results);
  g_variant_lookup (results, "autostart", "b", &autostart);
  waiting->answered = TRUE;
  waiting->granted = response == 0 && autostart;
  g_main_loop_quit (waiting->loop);
}

static gboolean
on_timeout_cb (gpointer user_data)
{
  g_main_loop_quit (((Waiting *)user_data)->loop);
  return G_SOURCE_REMOVE;
}

static gboolean
on_cancelled_cb (GCancellable *cancellable, gpointer user_data)
{
  g_main_loop_quit (((Waiting *)user_data)->loop);
  return G_SOURCE_REMOVE;
}

static void
attach (GSource *source, GMainContext *context, GSourceFunc callback, Waiting *waiting)
{
  g_source_set_callback (source, callback, waiting, NULL);
  g_source_attach (source, context);
}

static void
wait_for_answer (Waiting *waiting, GMainContext *context, GCancellable *cancellable)
{
  g_autoptr (GSource) timeout = g_timeout_source_new_seconds (ANSWER_SECONDS);
  g_autoptr (GSource) cancelled =
      cancellable != NULL ? g_cancellable_source_new (cancellable) : NULL;

  attach (timeout, context, on_timeout_cb, waiting);
  if (cancelled != NULL)
    attach (cancelled, context, G_SOURCE_FUNC (on_cancelled_cb), waiting);
  g_main_loop_run (waiting->loop);
  g_source_destroy (timeout);
  if (cancelled != NULL)
    g_source_destroy (cancelled);
}

static GVariant *
build_options (const char *token, const char *program, gboolean enabled, const char *reason)
{
  const char *const command[] = { program, NULL };
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&builder, "{sv}", "handle_token", g_variant_new_string (token));
  g_variant_builder_add (&builder, "{sv}", "reason", g_variant_new_string (reason));
  g_variant_builder_add (&builder, "{sv}", "autostart", g_variant_new_boolean (enabled));
  g_variant_builder_add (&builder, "{sv}", "commandline", g_variant_new_strv (command, -1));
  return g_variant_builder_end (&builder);
}

/* Where the answer will come from; known before the call, so that none is missed. */
static char *
dup_request_path (GDBusConnection *bus, const char *token)
{
  g_autofree char *sender = g_strdup (g_dbus_connection_get_unique_name (bus) + 1);

  g_strdelimit (sender, ".", '_');
  return g_strdup_printf ("/org/freedesktop/portal/desktop/request/%s/%s", sender, token);
}

static gboolean
ask (GDBusConnection *bus, GVariant *options, const char *parent_window, GCancellable *cancellable,
     GError **error)
{
  g_autoptr (GVariant) reply =
      g_dbus_connection_call_sync (bus, NAME, PATH, "org.freedesktop.portal.Background",
                                   "RequestBackground",
                                   g_variant_new ("(s@a{sv})", parent_window, options),
                                   G_VARIANT_TYPE ("(o)"), G_DBUS_CALL_FLAGS_NONE, -1, cancellable,
                                   error);

  return reply != NULL;
}

gboolean
brine_autostart_portal_request (GDBusConnection *bus, const char *program, gboolean enabled,
                                const char *parent_window, const char *reason,
                                GCancellable *cancellable, gboolean *out_granted, GError **error)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (GMainLoop) loop = g_main_loop_new (context, FALSE);
  g_autofree char *token = g_strdup_printf ("brine%u", g_random_int ());
  g_autofree char *path = dup_request_path (bus, token);
  Waiting waiting = { .loop = loop };
  guint subscription;
  gboolean asked;

  g_main_context_push_thread_default (context);
  subscription =
      g_dbus_connection_signal_subscribe (bus, NAME, "org.freedesktop.portal.Request", "Response",
                                          path, NULL, G_DBUS_SIGNAL_FLAGS_NONE, on_response_cb,
                                          &waiting, NULL);
  asked =
      ask (bus, build_options (token, program, enabled, reason), parent_window, cancellable, error);
  if (asked)
    wait_for_answer (&waiting, context, cancellable);
  g_dbus_connection_signal_unsubscribe (bus, subscription);
  g_main_context_pop_thread_default (context);
  if (!asked || g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (!waiting.answered)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT,
                           "The portal did not answer in time.");
      return FALSE;
    }
  *out_granted = waiting.granted;
  return TRUE;
}
