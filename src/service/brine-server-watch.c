/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-server-watch.h"

static const char *const bus_names[] = {
  [BRINE_SERVER_GTK] = "org.gtk.Notifications",
  [BRINE_SERVER_FREEDESKTOP] = "org.freedesktop.Notifications",
  [BRINE_SERVER_PORTAL] = "org.freedesktop.portal.Desktop",
  [BRINE_SERVER_NONE] = "",
};

struct _BrineServerWatch
{
  GObject parent_instance;

  GDBusConnection *bus;
  gboolean sandboxed;
  guint watches[BRINE_N_SERVERS]; /* owned */
  guint subscription;             /* owned */
  char *owners[BRINE_N_SERVERS];  /* NULL: it does not run */
  gboolean activatable[BRINE_N_SERVERS];
  char *refused_owner[BRINE_N_SERVERS];
  GCancellable *asking;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BrineServerWatch, brine_server_watch, G_TYPE_OBJECT)

const char *
brine_server_kind_get_bus_name (BrineServerKind kind)
{
  g_return_val_if_fail ((guint)kind < G_N_ELEMENTS (bus_names), "");

  return bus_names[kind];
}

/* Owners ----------------------------------------------------------------------------------- */

static void
set_owner (BrineServerWatch *self, const char *name, const char *owner)
{
  for (guint i = 0; i < BRINE_N_SERVERS; i++)
    if (g_str_equal (bus_names[i], name) && g_strcmp0 (self->owners[i], owner) != 0)
      {
        g_free (self->owners[i]);
        self->owners[i] = g_strdup (owner);
        g_signal_emit (self, signals[CHANGED], 0);
      }
}

static void
on_name_appeared_cb (GDBusConnection *bus, const char *name, const char *owner, gpointer user_data)
{
  set_owner (BRINE_SERVER_WATCH (user_data), name, owner);
}

static void
on_name_vanished_cb (GDBusConnection *bus, const char *name, gpointer user_data)
{
  set_owner (BRINE_SERVER_WATCH (user_data), name, NULL);
}

/* What D-Bus can start --------------------------------------------------------------------- */

static void
on_activatable_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply =
      g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);
  g_autofree const char **names = NULL;
  BrineServerWatch *self;
  gboolean changed = FALSE;

  if (reply == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_info ("The bus does not tell what it can start: %s", error->message);
      return;
    }
  self = BRINE_SERVER_WATCH (user_data);
  g_variant_get (reply, "(^a&s)", &names);
  for (guint i = 0; i < BRINE_N_SERVERS; i++)
    {
      gboolean found = g_strv_contains (names, bus_names[i]);

      changed = changed || found != self->activatable[i];
      self->activatable[i] = found;
    }
  if (changed)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
ask_activatable (BrineServerWatch *self)
{
  g_dbus_connection_call (self->bus, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                          "org.freedesktop.DBus", "ListActivatableNames", NULL,
                          G_VARIANT_TYPE ("(as)"), G_DBUS_CALL_FLAGS_NONE, -1, self->asking,
                          on_activatable_cb, self);
}

static void
on_activatable_changed_cb (GDBusConnection *bus, const char *sender, const char *path,
                           const char *interface, const char *name, GVariant *parameters,
                           gpointer user_data)
{
  ask_activatable (BRINE_SERVER_WATCH (user_data));
}

/* Class ------------------------------------------------------------------------------------ */

static void
brine_server_watch_dispose (GObject *object)
{
  BrineServerWatch *self = BRINE_SERVER_WATCH (object);

  for (guint i = 0; i < BRINE_N_SERVERS; i++)
    g_clear_handle_id (&self->watches[i], g_bus_unwatch_name);
  if (self->subscription != 0)
    g_dbus_connection_signal_unsubscribe (self->bus, self->subscription);
  self->subscription = 0;
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  g_clear_object (&self->bus);
  G_OBJECT_CLASS (brine_server_watch_parent_class)->dispose (object);
}

static void
brine_server_watch_finalize (GObject *object)
{
  BrineServerWatch *self = BRINE_SERVER_WATCH (object);

  for (guint i = 0; i < BRINE_N_SERVERS; i++)
    {
      g_free (self->owners[i]);
      g_free (self->refused_owner[i]);
    }
  G_OBJECT_CLASS (brine_server_watch_parent_class)->finalize (object);
}

static void
brine_server_watch_class_init (BrineServerWatchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = brine_server_watch_dispose;
  object_class->finalize = brine_server_watch_finalize;
  signals[CHANGED] = g_signal_new ("changed", BRINE_TYPE_SERVER_WATCH, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
brine_server_watch_init (BrineServerWatch *self)
{
  self->asking = g_cancellable_new ();
}

BrineServerWatch *
brine_server_watch_new (GDBusConnection *session_bus, gboolean sandboxed)
{
  BrineServerWatch *self;

  g_return_val_if_fail (G_IS_DBUS_CONNECTION (session_bus), NULL);

  self = g_object_new (BRINE_TYPE_SERVER_WATCH, NULL);
  self->bus = g_object_ref (session_bus);
  self->sandboxed = sandboxed;
  for (guint i = 0; i < BRINE_N_SERVERS; i++)
    self->watches[i] =
        g_bus_watch_name_on_connection (session_bus, bus_names[i], G_BUS_NAME_WATCHER_FLAGS_NONE,
                                        on_name_appeared_cb, on_name_vanished_cb, self, NULL);
  self->subscription =
      g_dbus_connection_signal_subscribe (session_bus, "org.freedesktop.DBus",
                                          "org.freedesktop.DBus", "ActivatableServicesChanged",
                                          "/org/freedesktop/DBus", NULL, G_DBUS_SIGNAL_FLAGS_NONE,
                                          on_activatable_changed_cb, self, NULL);
  ask_activatable (self);
  return self;
}

const char *
brine_server_watch_get_owner (BrineServerWatch *self, BrineServerKind kind)
{
  g_return_val_if_fail (BRINE_IS_SERVER_WATCH (self), NULL);

  return kind < BRINE_N_SERVERS ? self->owners[kind] : NULL;
}

static gboolean
runs (BrineServerWatch *self, BrineServerKind kind)
{
  return self->owners[kind] != NULL
         && g_strcmp0 (self->owners[kind], self->refused_owner[kind]) != 0;
}

BrineServerKind
brine_server_watch_choose (BrineServerWatch *self)
{
  g_return_val_if_fail (BRINE_IS_SERVER_WATCH (self), BRINE_SERVER_NONE);

  if (self->sandboxed)
    return runs (self, BRINE_SERVER_PORTAL) || self->activatable[BRINE_SERVER_PORTAL]
               ? BRINE_SERVER_PORTAL
               : BRINE_SERVER_NONE;
  if (runs (self, BRINE_SERVER_GTK))
    return BRINE_SERVER_GTK;
  if (runs (self, BRINE_SERVER_FREEDESKTOP))
    return BRINE_SERVER_FREEDESKTOP;
  return self->activatable[BRINE_SERVER_FREEDESKTOP]
                 && self->owners[BRINE_SERVER_FREEDESKTOP] == NULL
             ? BRINE_SERVER_FREEDESKTOP
             : BRINE_SERVER_NONE;
}

void
brine_server_watch_refuse (BrineServerWatch *self, BrineServerKind kind)
{
  g_return_if_fail (BRINE_IS_SERVER_WATCH (self));
  g_return_if_fail (kind < BRINE_N_SERVERS);

  g_free (self->refused_owner[kind]);
  self->refused_owner[kind] = g_strdup (self->owners[kind]);
}
