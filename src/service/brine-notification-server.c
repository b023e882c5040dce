/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-notification-server.h"

#include "brine-autostart.h"
#include "brine-freedesktop-server.h"
#include "brine-server-watch.h"

#define TIMEOUT_MS 10000
#define GTK_PATH "/org/gtk/Notifications"
#define PORTAL_PATH "/org/freedesktop/portal/desktop"
#define PORTAL_INTERFACE "org.freedesktop.portal.Notification"

struct _BrineNotificationServer
{
  GObject parent_instance;

  GDBusConnection *bus;
  char *sender;
  BrineServerWatch *watch;
  BrineFreedesktopServer *freedesktop;
};

enum
{
  CHANGED,
  ACTION,
  DISMISSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BrineNotificationServer, brine_notification_server, G_TYPE_OBJECT)

/* GNOME and the portal --------------------------------------------------------------------- */

static gboolean
is_refusal (const GError *error)
{
  return !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT)
         && !g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_NO_REPLY)
         && !g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_SERVICE_UNKNOWN)
         && !g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_NAME_HAS_NO_OWNER)
         && !g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_DISCONNECTED);
}

static void
call_gtk (BrineNotificationServer *self, const char *method, GVariant *parameters,
          GAsyncReadyCallback callback, gpointer user_data)
{
  const char *name = brine_server_kind_get_bus_name (BRINE_SERVER_GTK);

  g_dbus_connection_call (self->bus, name, GTK_PATH, name, method, parameters, NULL,
                          G_DBUS_CALL_FLAGS_NO_AUTO_START, TIMEOUT_MS, NULL, callback, user_data);
}

static void
call_portal (BrineNotificationServer *self, const char *method, GVariant *parameters,
             GAsyncReadyCallback callback, gpointer user_data)
{
  g_dbus_connection_call (self->bus, brine_server_kind_get_bus_name (BRINE_SERVER_PORTAL),
                          PORTAL_PATH, PORTAL_INTERFACE, method, parameters, NULL,
                          G_DBUS_CALL_FLAGS_NONE, TIMEOUT_MS, NULL, callback, user_data);
}

/* Showing ---------------------------------------------------------------------------------- */

/* Hands the notification of @task to whoever is there now. (task: transfer full) */
static void choose (GTask *task);

/* GNOME shows only what belongs to a desktop file it knows; a program that is not installed has
 * none, and then the common interface, which GNOME serves as well, takes it. */
static void
on_gtk_cb (GObject *bus, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  BrineNotificationServer *self = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply =
      g_dbus_connection_call_finish (G_DBUS_CONNECTION (bus), result, &error);

  if (reply != NULL)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  if (is_refusal (error) && self->watch != NULL)
    {
      g_info ("%s refuses: %s", brine_server_kind_get_bus_name (BRINE_SERVER_GTK), error->message);
      brine_server_watch_refuse (self->watch, BRINE_SERVER_GTK);
      if (brine_server_watch_choose (self->watch) != BRINE_SERVER_NONE)
        {
          choose (g_steal_pointer (&task));
          return;
        }
    }
  g_task_return_error (task, g_steal_pointer (&error));
}

static void
on_portal_cb (GObject *bus, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (GVariant) reply =
      g_dbus_connection_call_finish (G_DBUS_CONNECTION (bus), result, &error);

  if (reply != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_freedesktop_cb (GObject *server, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (brine_freedesktop_server_show_finish (BRINE_FREEDESKTOP_SERVER (server), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
choose (GTask *task)
{
  BrineNotificationServer *self = g_task_get_source_object (task);
  BrineNotification *notification = g_task_get_task_data (task);

  switch (brine_server_watch_choose (self->watch))
    {
    case BRINE_SERVER_GTK:
      call_gtk (self, "AddNotification",
                g_variant_new ("(ss@a{sv})", self->sender, notification->id,
                               brine_notification_serialize (notification)),
                on_gtk_cb, task);
      break;
    case BRINE_SERVER_FREEDESKTOP:
      brine_freedesktop_server_show_async (self->freedesktop, notification, TIMEOUT_MS,
                                           on_freedesktop_cb, task);
      break;
    case BRINE_SERVER_PORTAL:
      call_portal (self, "AddNotification",
                   g_variant_new ("(s@a{sv})", notification->id,
                                  brine_notification_serialize (notification)),
                   on_portal_cb, task);
      break;
    case BRINE_SERVER_NONE:
    default:
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_CONNECTED,
                               "Nothing shows notifications in this session.");
      g_object_unref (task);
    }
}

void
brine_notification_server_show_async (BrineNotificationServer *self,
                                      BrineNotification *notification, GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  GTask *task;

  g_return_if_fail (BRINE_IS_NOTIFICATION_SERVER (self));
  g_return_if_fail (notification != NULL);

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, brine_notification_server_show_async);
  g_task_set_task_data (task, brine_notification_ref (notification),
                        (GDestroyNotify)brine_notification_unref);
  choose (task);
}

gboolean
brine_notification_server_show_finish (BrineNotificationServer *self, GAsyncResult *result,
                                       GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* Withdrawing ------------------------------------------------------------------------------ */

static void
on_withdrawn_cb (GObject *bus, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply =
      g_dbus_connection_call_finish (G_DBUS_CONNECTION (bus), result, &error);

  if (reply == NULL)
    g_info ("A notification was not withdrawn: %s", error->message);
}

void
brine_notification_server_withdraw (BrineNotificationServer *self, const char *notice_id)
{
  BrineServerKind kind;

  g_return_if_fail (BRINE_IS_NOTIFICATION_SERVER (self));
  g_return_if_fail (notice_id != NULL);

  kind = brine_server_watch_choose (self->watch);
  if (kind == BRINE_SERVER_GTK)
    call_gtk (self, "RemoveNotification", g_variant_new ("(ss)", self->sender, notice_id),
              on_withdrawn_cb, NULL);
  else if (kind == BRINE_SERVER_PORTAL)
    call_portal (self, "RemoveNotification", g_variant_new ("(s)", notice_id), on_withdrawn_cb,
                 NULL);
  /* It may be there as well, from before GNOME's own was known. */
  brine_freedesktop_server_withdraw (self->freedesktop, notice_id);
}

const char *
brine_notification_server_get_name (BrineNotificationServer *self)
{
  g_return_val_if_fail (BRINE_IS_NOTIFICATION_SERVER (self), "");

  return brine_server_kind_get_bus_name (brine_server_watch_choose (self->watch));
}

gboolean
brine_notification_server_plays_sounds (BrineNotificationServer *self)
{
  g_return_val_if_fail (BRINE_IS_NOTIFICATION_SERVER (self), FALSE);

  return brine_server_watch_choose (self->watch) == BRINE_SERVER_FREEDESKTOP
         && brine_freedesktop_server_plays_sounds (self->freedesktop);
}

/* Class ------------------------------------------------------------------------------------ */

static void
on_servers_changed (BrineNotificationServer *self)
{
  brine_freedesktop_server_set_owner (self->freedesktop,
                                      brine_server_watch_get_owner (self->watch,
                                                                    BRINE_SERVER_FREEDESKTOP));
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_action (BrineNotificationServer *self, const char *detailed_name, const char *token)
{
  g_signal_emit (self, signals[ACTION], 0, detailed_name, token);
}

static void
on_dismissed (BrineNotificationServer *self, const char *notice_id)
{
  g_signal_emit (self, signals[DISMISSED], 0, notice_id);
}

static void
brine_notification_server_dispose (GObject *object)
{
  BrineNotificationServer *self = BRINE_NOTIFICATION_SERVER (object);

  g_clear_object (&self->watch);
  g_clear_object (&self->freedesktop);
  g_clear_object (&self->bus);
  G_OBJECT_CLASS (brine_notification_server_parent_class)->dispose (object);
}

static void
brine_notification_server_finalize (GObject *object)
{
  g_free (BRINE_NOTIFICATION_SERVER (object)->sender);
  G_OBJECT_CLASS (brine_notification_server_parent_class)->finalize (object);
}

static void
brine_notification_server_class_init (BrineNotificationServerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = brine_notification_server_dispose;
  object_class->finalize = brine_notification_server_finalize;
  signals[CHANGED] = g_signal_new ("changed", BRINE_TYPE_NOTIFICATION_SERVER, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ACTION] = g_signal_new ("action", BRINE_TYPE_NOTIFICATION_SERVER, G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  signals[DISMISSED] = g_signal_new ("dismissed", BRINE_TYPE_NOTIFICATION_SERVER, G_SIGNAL_RUN_LAST,
                                     0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
brine_notification_server_init (BrineNotificationServer *self)
{
}

BrineNotificationServer *
brine_notification_server_new (GDBusConnection *bus, const char *sender, const char *desktop_id,
                               const char *ids_path)
{
  BrineNotificationServer *self;

  g_return_val_if_fail (G_IS_DBUS_CONNECTION (bus), NULL);
  g_return_val_if_fail (sender != NULL && desktop_id != NULL && ids_path != NULL, NULL);

  self = g_object_new (BRINE_TYPE_NOTIFICATION_SERVER, NULL);
  self->bus = g_object_ref (bus);
  self->sender = g_strdup (sender);
  self->freedesktop = brine_freedesktop_server_new (bus, ids_path, desktop_id);
  self->watch = brine_server_watch_new (bus, brine_autostart_is_sandboxed ());
  g_signal_connect_object (self->watch, "changed", G_CALLBACK (on_servers_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->freedesktop, "action", G_CALLBACK (on_action), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->freedesktop, "dismissed", G_CALLBACK (on_dismissed), self,
                           G_CONNECT_SWAPPED);
  return self;
}
