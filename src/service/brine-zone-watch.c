/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-zone-watch.h"

#define INTERFACE "org.freedesktop.timedate1"

struct _BrineZoneWatch
{
  GObject parent_instance;

  GDBusConnection *bus;
  guint subscription; /* owned */
};

enum
{
  ZONE_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BrineZoneWatch, brine_zone_watch, G_TYPE_OBJECT)

static void
on_properties_changed_cb (GDBusConnection *bus, const char *sender, const char *path,
                          const char *interface, const char *name, GVariant *parameters,
                          gpointer user_data)
{
  g_autoptr (GVariant) changed = NULL;
  const char *identifier;

  if (!g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(sa{sv}as)")))
    return;
  g_variant_get (parameters, "(&s@a{sv}@as)", NULL, &changed, NULL);
  if (g_variant_lookup (changed, "Timezone", "&s", &identifier) && *identifier != '\0')
    g_signal_emit (user_data, signals[ZONE_CHANGED], 0, identifier);
}

static void
brine_zone_watch_dispose (GObject *object)
{
  BrineZoneWatch *self = BRINE_ZONE_WATCH (object);

  if (self->subscription != 0)
    g_dbus_connection_signal_unsubscribe (self->bus, self->subscription);
  self->subscription = 0;
  g_clear_object (&self->bus);
  G_OBJECT_CLASS (brine_zone_watch_parent_class)->dispose (object);
}

static void
brine_zone_watch_class_init (BrineZoneWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = brine_zone_watch_dispose;
  signals[ZONE_CHANGED] =
      g_signal_new ("zone-changed", BRINE_TYPE_ZONE_WATCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, G_TYPE_STRING | G_SIGNAL_TYPE_STATIC_SCOPE);
}

static void
brine_zone_watch_init (BrineZoneWatch *self)
{
}

BrineZoneWatch *
brine_zone_watch_new (GDBusConnection *system_bus)
{
  BrineZoneWatch *self;

  g_return_val_if_fail (G_IS_DBUS_CONNECTION (system_bus), NULL);

  self = g_object_new (BRINE_TYPE_ZONE_WATCH, NULL);
  self->bus = g_object_ref (system_bus);
  self->subscription =
      g_dbus_connection_signal_subscribe (system_bus, INTERFACE, "org.freedesktop.DBus.Properties",
                                          "PropertiesChanged", "/org/freedesktop/timedate1",
                                          INTERFACE, G_DBUS_SIGNAL_FLAGS_NONE,
                                          on_properties_changed_cb, self, NULL);
  return self;
}
