/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-sleep-watch.h"

struct _BrineSleepWatch
{
  GObject parent_instance;

  GDBusConnection *bus;
  guint subscription; /* owned */
};

enum
{
  RESUMED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BrineSleepWatch, brine_sleep_watch, G_TYPE_OBJECT)

static void
on_prepare_for_sleep_cb (GDBusConnection *bus, const char *sender, const char *path,
                         const char *interface, const char *name, GVariant *parameters,
                         gpointer user_data)
{
  gboolean begins;

  if (!g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(b)")))
    return;
  g_variant_get (parameters, "(b)", &begins);
  if (!begins)
    g_signal_emit (user_data, signals[RESUMED], 0);
}

static void
brine_sleep_watch_dispose (GObject *object)
{
  BrineSleepWatch *self = BRINE_SLEEP_WATCH (object);

  if (self->subscription != 0)
    g_dbus_connection_signal_unsubscribe (self->bus, self->subscription);
  self->subscription = 0;
  g_clear_object (&self->bus);
  G_OBJECT_CLASS (brine_sleep_watch_parent_class)->dispose (object);
}

static void
brine_sleep_watch_class_init (BrineSleepWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = brine_sleep_watch_dispose;
  signals[RESUMED] = g_signal_new ("resumed", BRINE_TYPE_SLEEP_WATCH, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
brine_sleep_watch_init (BrineSleepWatch *self)
{
}

BrineSleepWatch *
brine_sleep_watch_new (GDBusConnection *system_bus)
{
  BrineSleepWatch *self;

  g_return_val_if_fail (G_IS_DBUS_CONNECTION (system_bus), NULL);

  self = g_object_new (BRINE_TYPE_SLEEP_WATCH, NULL);
  self->bus = g_object_ref (system_bus);
  self->subscription =
      g_dbus_connection_signal_subscribe (system_bus, "org.freedesktop.login1",
                                          "org.freedesktop.login1.Manager", "PrepareForSleep",
                                          "/org/freedesktop/login1", NULL, G_DBUS_SIGNAL_FLAGS_NONE,
                                          on_prepare_for_sleep_cb, self, NULL);
  return self;
}
