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

static gboolean
call_gtk (BrineNotificationServer *self, const char *method, GVariant *parameters, GError **error)
{
  const char *name = brine_server_kind_get_bus_name (BRINE_SERVER_GTK);
  g_autoptr (GVariant) reply =
      g_dbus_connection_call_sync (self->bus, name, GTK_PATH, name, method, parameters, NULL,
                                   G_DBUS_CALL_FLAGS_NO_AUTO_START, TIMEOUT_MS, NULL, error);

  return reply != NULL;
}

/* GNOME shows only what belongs to a desktop file it knows; a program that is not installed has
 * none, and then the common interface, which GNOME serves as well, takes it. */
static gboolean
show_gtk (BrineNotificationServer *self, const BrineNotification *notification, GError **error)
{
  g_autoptr (GError) failure = NULL;

  if (call_gtk (self, "AddNotification",
                g_variant_new ("(ss@a{sv})", self->sender, notification->id,
                               brine_notification_serialize (notification)),
                &failure))
    return TRUE;
  if (is_refusal (failure))
    {
      g_info ("%s refuses: %s", brine_server_kind_get_bus_name (BRINE_SERVER_GTK),
              failure->message);
      brine_server_watch_refuse (self->watch, BRINE_SERVER_GTK);
      if (brine_server_watch_choose (self->watch) != BRINE_SERVER_NONE)
        return brine_notification_server_show (self, notification, error);
    }
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
call_portal (BrineNotificationServer *self, const char *method, GVariant *parameters,
             GError **error)
{
  g_autoptr (GVariant) reply =
      g_dbus_connection_call_sync (self->bus, brine_server_kind_get_bus_name (BRINE_SERVER_PORTAL),
                                   PORTAL_PATH, PORTAL_INTERFACE, method, parameters, NULL,
                                   G_DBUS_CALL_FLAGS_NONE, TIMEOUT_MS, NULL, error);

  return reply != NULL;
}

/* All of them ------------------------------------------------------------------------------ */

gboolean
brine_notification_server_show (BrineNotificationServer *self,
                                const BrineNotification *notification, GError **error)
{
  g_return_val_if_fail (BRINE_IS_NOTIFICATION_SERVER (self), FALSE);
  g_return_val_if_fail (notification != NULL, FALSE);

  switch (brine_server_watch_choose (self->watch))
    {
    case BRINE_SERVER_GTK:
      return show_gtk (self, notification, error);
    case BRINE_SERVER_FREEDESKTOP:
      return brine_freedesktop_server_show (self->freedesktop, notification, TIMEOUT_MS, error);
    case BRINE_SERVER_PORTAL:
      return call_portal (self, "AddNotification",
                          g_variant_new ("(s@a{sv})", notification->id,
                                         brine_notification_serialize (notification)),
                          error);
    case BRINE_SERVER_NONE:
    default:
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_CONNECTED,
                           "Nothing shows notifications in this session.");
      return FALSE;
    }
}

void
brine_notification_server_withdraw (BrineNotificationServer *self, const char *notice_id)
{
  g_autoptr (GError) error = NULL;
  BrineServerKind kind;

  g_return_if_fail (BRINE_IS_NOTIFICATION_SERVER (self));
  g_return_if_fail (notice_id != NULL);

  kind = brine_server_watch_choose (self->watch);
  if (kind == BRINE_SERVER_GTK)
    call_gtk (self, "RemoveNotification", g_variant_new ("(ss)", self->sender, notice_id), &error);
  else if (kind == BRINE_SERVER_PORTAL)
    call_portal (self, "RemoveNotification", g_variant_new ("(s)", notice_id), &error);
  if (error != NULL)
    g_info ("A notification was not withdrawn: %s", error->message);
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
