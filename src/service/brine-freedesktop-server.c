/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-freedesktop-server.h"

#define BUS_NAME "org.freedesktop.Notifications"
#define OBJECT_PATH "/org/freedesktop/Notifications"
#define CLOSED_BY_USER 2
/* The body of a notification has a key of its own in the specification. */
#define BODY_KEY "default"
#define EXPIRES_AS_THE_SERVER_LIKES (-1)

struct _BrineFreedesktopServer
{
  GObject parent_instance;

  GDBusConnection *bus;
  char *desktop_id;
  char *owner; /* NULL: it does not run */
  BrineShownIds *ids;
  GStrv capabilities; /* of the owner; NULL: not asked yet */
  char *token;        /* came just before the press it belongs to */
  guint subscription; /* owned */
};

enum
{
  ACTION,
  DISMISSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BrineFreedesktopServer, brine_freedesktop_server, G_TYPE_OBJECT)

/* What the server tells -------------------------------------------------------------------- */

static void
on_pressed (BrineFreedesktopServer *self, guint32 number, const char *key)
{
  g_autofree char *notice = brine_shown_ids_dup_notice (self->ids, number);
  g_autofree char *token = NULL;
  g_autofree char *action = NULL;

  if (notice == NULL)
    return; /* of another program: the signal goes to all */
  token = g_steal_pointer (&self->token);
  action = g_str_equal (key, BODY_KEY)
               ? g_action_print_detailed_name (BRINE_NOTIFICATION_BODY_ACTION,
                                               g_variant_new_string (notice))
               : g_strdup (key);
  /* It closes now, which is not to be taken for putting it away. */
  brine_shown_ids_put (self->ids, notice, 0);
  g_signal_emit (self, signals[ACTION], 0, action, token != NULL ? token : "");
}

/* Those of other programs let windows of theirs come to the front. */
static void
on_token (BrineFreedesktopServer *self, guint32 number, const char *token)
{
  g_autofree char *notice = brine_shown_ids_dup_notice (self->ids, number);

  if (notice == NULL)
    return;
  g_free (self->token);
  self->token = g_strdup (token);
}

static void
on_closed (BrineFreedesktopServer *self, guint32 number, guint32 reason)
{
  g_autofree char *notice = brine_shown_ids_dup_notice (self->ids, number);

  if (notice == NULL)
    return;
  brine_shown_ids_put (self->ids, notice, 0);
  if (reason == CLOSED_BY_USER)
    g_signal_emit (self, signals[DISMISSED], 0, notice);
}

static void
on_signal_cb (GDBusConnection *bus, const char *sender, const char *path, const char *interface,
              const char *name, GVariant *parameters, gpointer user_data)
{
  BrineFreedesktopServer *self = BRINE_FREEDESKTOP_SERVER (user_data);
  guint32 number, reason;
  const char *text;

  if (g_str_equal (name, "ActionInvoked")
      && g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(us)")))
    {
      g_variant_get (parameters, "(u&s)", &number, &text);
      on_pressed (self, number, text);
    }
  else if (g_str_equal (name, "ActivationToken")
           && g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(us)")))
    {
      g_variant_get (parameters, "(u&s)", &number, &text);
      on_token (self, number, text);
    }
  else if (g_str_equal (name, "NotificationClosed")
           && g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(uu)")))
    {
      g_variant_get (parameters, "(uu)", &number, &reason);
      on_closed (self, number, reason);
    }
}

/* What is told to it ----------------------------------------------------------------------- */

static GVariant *
call (BrineFreedesktopServer *self, const char *method, GVariant *parameters, const char *reply,
      int timeout_ms, GError **error)
{
  /* By its unique name: its numbers mean nothing to a server that takes its place just now. */
  return g_dbus_connection_call_sync (self->bus, self->owner, OBJECT_PATH, BUS_NAME, method,
                                      parameters, G_VARIANT_TYPE (reply),
                                      G_DBUS_CALL_FLAGS_NO_AUTO_START, timeout_ms, NULL, error);
}

static GVariant *
call_bus (BrineFreedesktopServer *self, const char *method, GVariant *parameters, const char *reply,
          int timeout_ms, GError **error)
{
  return g_dbus_connection_call_sync (self->bus, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                                      "org.freedesktop.DBus", method, parameters,
                                      G_VARIANT_TYPE (reply), G_DBUS_CALL_FLAGS_NONE, timeout_ms,
                                      NULL, error);
}

static gboolean
ensure_owner (BrineFreedesktopServer *self, int timeout_ms, GError **error)
{
  g_autoptr (GVariant) started = NULL;
  g_autoptr (GVariant) reply = NULL;
  const char *owner;

  if (self->owner != NULL)
    return TRUE;
  started = call_bus (self, "StartServiceByName", g_variant_new ("(su)", BUS_NAME, 0), "(u)",
                      timeout_ms, error);
  if (started == NULL)
    return FALSE;
  reply =
      call_bus (self, "GetNameOwner", g_variant_new ("(s)", BUS_NAME), "(s)", timeout_ms, error);
  if (reply == NULL)
    return FALSE;
  g_variant_get (reply, "(&s)", &owner);
  brine_freedesktop_server_set_owner (self, owner);
  return TRUE;
}

static gboolean
ensure_capabilities (BrineFreedesktopServer *self, int timeout_ms, GError **error)
{
  g_autoptr (GVariant) reply = NULL;

  if (self->capabilities != NULL)
    return TRUE;
  reply = call (self, "GetCapabilities", NULL, "(as)", timeout_ms, error);
  if (reply == NULL)
    return FALSE;
  g_variant_get (reply, "(^as)", &self->capabilities);
  return TRUE;
}

static gboolean
is_capable (BrineFreedesktopServer *self, const char *of)
{
  return self->capabilities != NULL
         && g_strv_contains ((const char *const *)self->capabilities, of);
}

static GVariant *
build_actions (const BrineNotification *notification)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("as"));
  g_variant_builder_add (&builder, "s", BODY_KEY);
  g_variant_builder_add (&builder, "s", "");
  for (guint i = 0; i < notification->n_buttons; i++)
    {
      const BrineNotificationButton *button = &notification->buttons[i];
      g_autofree char *key = g_action_print_detailed_name (button->action, button->target);

      g_variant_builder_add (&builder, "s", key);
      g_variant_builder_add (&builder, "s", button->label);
    }
  return g_variant_builder_end (&builder);
}

static void
add_hint (GVariantBuilder *builder, const char *key, const char *value)
{
  g_variant_builder_add (builder, "{sv}", key, g_variant_new_string (value));
}

static GVariant *
build_hints (BrineFreedesktopServer *self, const BrineNotification *notification)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE_VARDICT);
  add_hint (&builder, "desktop-entry", self->desktop_id);
  g_variant_builder_add (&builder, "{sv}", "urgency", g_variant_new_byte (1));
  /* Should we be killed before the server's answer is written down, dunst replaces by this. */
  add_hint (&builder, "x-dunst-stack-tag", notification->id);
  if (notification->sound_name != NULL && is_capable (self, "sound"))
    add_hint (&builder, "sound-name", notification->sound_name);
  else
    g_variant_builder_add (&builder, "{sv}", "suppress-sound", g_variant_new_boolean (TRUE));
  return g_variant_builder_end (&builder);
}

gboolean
brine_freedesktop_server_show (BrineFreedesktopServer *self, const BrineNotification *notification,
                               int timeout_ms, GError **error)
{
  g_autoptr (GVariant) reply = NULL;
  g_autofree char *body = NULL;
  guint32 number;

  g_return_val_if_fail (BRINE_IS_FREEDESKTOP_SERVER (self), FALSE);
  g_return_val_if_fail (notification != NULL, FALSE);

  if (!ensure_owner (self, timeout_ms, error) || !ensure_capabilities (self, timeout_ms, error))
    return FALSE;
  body = is_capable (self, "body-markup") ? g_markup_escape_text (notification->body, -1)
                                          : g_strdup (notification->body);
  reply = call (self, "Notify",
                g_variant_new ("(susss@as@a{sv}i)", g_get_application_name (),
                               brine_shown_ids_get (self->ids, notification->id),
                               notification->icon_name, notification->title, body,
                               build_actions (notification), build_hints (self, notification),
                               EXPIRES_AS_THE_SERVER_LIKES),
                "(u)", timeout_ms, error);
  if (reply == NULL)
    return FALSE;
  g_variant_get (reply, "(u)", &number);
  brine_shown_ids_put (self->ids, notification->id, number);
  return TRUE;
}

void
brine_freedesktop_server_withdraw (BrineFreedesktopServer *self, const char *notice_id)
{
  guint32 number;

  g_return_if_fail (BRINE_IS_FREEDESKTOP_SERVER (self));
  g_return_if_fail (notice_id != NULL);

  number = brine_shown_ids_get (self->ids, notice_id);
  if (number == 0 || self->owner == NULL)
    return;
  brine_shown_ids_put (self->ids, notice_id, 0);
  g_dbus_connection_call (self->bus, self->owner, OBJECT_PATH, BUS_NAME, "CloseNotification",
                          g_variant_new ("(u)", number), NULL, G_DBUS_CALL_FLAGS_NO_AUTO_START, -1,
                          NULL, NULL, NULL);
}

gboolean
brine_freedesktop_server_plays_sounds (BrineFreedesktopServer *self)
{
  g_return_val_if_fail (BRINE_IS_FREEDESKTOP_SERVER (self), FALSE);

  return is_capable (self, "sound");
}

void
brine_freedesktop_server_set_owner (BrineFreedesktopServer *self, const char *owner)
{
  g_autofree char *server = NULL;

  g_return_if_fail (BRINE_IS_FREEDESKTOP_SERVER (self));

  if (g_strcmp0 (owner, self->owner) == 0)
    return;
  g_free (self->owner);
  self->owner = g_strdup (owner);
  g_clear_pointer (&self->capabilities, g_strfreev);
  if (owner == NULL)
    return;
  /* Another bus gives the same names to others. */
  server = g_strdup_printf ("%s %s", g_dbus_connection_get_guid (self->bus), owner);
  brine_shown_ids_set_server (self->ids, server);
}

/* Class ------------------------------------------------------------------------------------ */

static void
brine_freedesktop_server_dispose (GObject *object)
{
  BrineFreedesktopServer *self = BRINE_FREEDESKTOP_SERVER (object);

  if (self->subscription != 0)
    g_dbus_connection_signal_unsubscribe (self->bus, self->subscription);
  self->subscription = 0;
  g_clear_object (&self->bus);
  G_OBJECT_CLASS (brine_freedesktop_server_parent_class)->dispose (object);
}

static void
brine_freedesktop_server_finalize (GObject *object)
{
  BrineFreedesktopServer *self = BRINE_FREEDESKTOP_SERVER (object);

  g_clear_pointer (&self->ids, brine_shown_ids_free);
  g_strfreev (self->capabilities);
  g_free (self->desktop_id);
  g_free (self->owner);
  g_free (self->token);
  G_OBJECT_CLASS (brine_freedesktop_server_parent_class)->finalize (object);
}

static void
brine_freedesktop_server_class_init (BrineFreedesktopServerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = brine_freedesktop_server_dispose;
  object_class->finalize = brine_freedesktop_server_finalize;
  signals[ACTION] = g_signal_new ("action", BRINE_TYPE_FREEDESKTOP_SERVER, G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  signals[DISMISSED] = g_signal_new ("dismissed", BRINE_TYPE_FREEDESKTOP_SERVER, G_SIGNAL_RUN_LAST,
                                     0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
brine_freedesktop_server_init (BrineFreedesktopServer *self)
{
}

BrineFreedesktopServer *
brine_freedesktop_server_new (GDBusConnection *bus, const char *ids_path, const char *desktop_id)
{
  BrineFreedesktopServer *self;

  g_return_val_if_fail (G_IS_DBUS_CONNECTION (bus), NULL);
  g_return_val_if_fail (ids_path != NULL && desktop_id != NULL, NULL);

  self = g_object_new (BRINE_TYPE_FREEDESKTOP_SERVER, NULL);
  self->bus = g_object_ref (bus);
  self->desktop_id = g_strdup (desktop_id);
  self->ids = brine_shown_ids_new (ids_path);
  self->subscription =
      g_dbus_connection_signal_subscribe (bus, BUS_NAME, BUS_NAME, NULL, OBJECT_PATH, NULL,
                                          G_DBUS_SIGNAL_FLAGS_NONE, on_signal_cb, self, NULL);
  return self;
}
