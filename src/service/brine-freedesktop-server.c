/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-freedesktop-server.h"

#define BUS_NAME "org.freedesktop.Notifications"
#define OBJECT_PATH "/org/freedesktop/Notifications"
#define CLOSED_BY_USER 2
/* The body of a notification has a key of its own in the specification. */
#define BODY_KEY "default"
#define EXPIRES_AS_THE_SERVER_LIKES (-1)
/* In numbers that we choose: far from those that servers count up to. */
#define CHOSEN_BIT 0x40000000u

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
close_notification (BrineFreedesktopServer *self, const char *server, guint32 number)
{
  g_dbus_connection_call (self->bus, server, OBJECT_PATH, BUS_NAME, "CloseNotification",
                          g_variant_new ("(u)", number), NULL, G_DBUS_CALL_FLAGS_NO_AUTO_START, -1,
                          NULL, NULL, NULL);
}

static void
on_pressed (BrineFreedesktopServer *self, const char *server, guint32 number, const char *key)
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
  /* It closes now, which is not to be taken for putting it away. Not all servers close it by
   * themselves: dunst does not when its menu was used. */
  brine_shown_ids_put (self->ids, notice, 0);
  close_notification (self, server, number);
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
      on_pressed (self, sender, number, text);
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

static guint32
choose_number (void)
{
  return CHOSEN_BIT | (g_random_int () & (CHOSEN_BIT - 1));
}

static gboolean
is_chosen (guint32 number)
{
  return (number & CHOSEN_BIT) != 0;
}

static GVariant *
build_hints (BrineFreedesktopServer *self, const BrineNotification *notification, guint32 number)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE_VARDICT);
  add_hint (&builder, "desktop-entry", self->desktop_id);
  g_variant_builder_add (&builder, "{sv}", "urgency", g_variant_new_byte (1));
  /* Should we be killed before the server's answer is written down, a server that gives numbers of
   * its own may replace by one of these: the first is dunst's, the second that of several others.
   * Not beside a number that is the server's: mako 1.7 crashes when both name what to replace. */
  if (is_chosen (number))
    {
      add_hint (&builder, "x-dunst-stack-tag", notification->id);
      add_hint (&builder, "x-canonical-private-synchronous", notification->id);
    }
  if (notification->sound_name != NULL && is_capable (self, "sound"))
    add_hint (&builder, "sound-name", notification->sound_name);
  else
    g_variant_builder_add (&builder, "{sv}", "suppress-sound", g_variant_new_boolean (TRUE));
  return g_variant_builder_end (&builder);
}

/* Showing ----------------------------------------------------------------------------------- */

/* One notification on its way to the server. */
typedef struct
{
  BrineNotification *notification;
  int timeout_ms;
  char *owner; /* who was told to show it */
} Showing;

static void
showing_free (gpointer data)
{
  Showing *showing = data;

  brine_notification_unref (showing->notification);
  g_free (showing->owner);
  g_free (showing);
}

/* The other steps lead back here until nothing is missing. (task: transfer full) */
static void go_on (GTask *task);

/* Calls for the next step of @task, which goes with it. */
static void
call (GTask *task, const char *name, const char *path, const char *interface, const char *method,
      GVariant *parameters, const char *reply, GAsyncReadyCallback callback)
{
  BrineFreedesktopServer *self = g_task_get_source_object (task);
  const Showing *showing = g_task_get_task_data (task);

  g_dbus_connection_call (self->bus, name, path, interface, method, parameters,
                          G_VARIANT_TYPE (reply), G_DBUS_CALL_FLAGS_NO_AUTO_START,
                          showing->timeout_ms, NULL, callback, task);
}

static void
call_bus (GTask *task, const char *method, GVariant *parameters, const char *reply,
          GAsyncReadyCallback callback)
{
  call (task, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", method,
        parameters, reply, callback);
}

/* By its unique name: its numbers mean nothing to a server that takes its place just now. */
static void
call_server (GTask *task, const char *method, GVariant *parameters, const char *reply,
             GAsyncReadyCallback callback)
{
  BrineFreedesktopServer *self = g_task_get_source_object (task);

  call (task, self->owner, OBJECT_PATH, BUS_NAME, method, parameters, reply, callback);
}

/* (nullable): then @task has its error and is gone. */
static GVariant *
get_reply (GObject *bus, GAsyncResult *result, GTask *task)
{
  GError *error = NULL;
  GVariant *reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (bus), result, &error);

  if (reply == NULL)
    {
      g_task_return_error (task, error);
      g_object_unref (task);
    }
  return reply;
}

static void
on_owner_cb (GObject *bus, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  g_autoptr (GVariant) reply = get_reply (bus, result, task);
  const char *owner;

  if (reply == NULL)
    return;
  g_variant_get (reply, "(&s)", &owner);
  brine_freedesktop_server_set_owner (g_task_get_source_object (task), owner);
  go_on (task);
}

static void
on_started_cb (GObject *bus, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  g_autoptr (GVariant) reply = get_reply (bus, result, task);

  if (reply != NULL)
    call_bus (task, "GetNameOwner", g_variant_new ("(s)", BUS_NAME), "(s)", on_owner_cb);
}

static void
on_capabilities_cb (GObject *bus, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  BrineFreedesktopServer *self = g_task_get_source_object (task);
  g_autoptr (GVariant) reply = get_reply (bus, result, task);

  if (reply == NULL)
    return;
  g_clear_pointer (&self->capabilities, g_strfreev);
  g_variant_get (reply, "(^as)", &self->capabilities);
  go_on (task);
}

static gboolean
is_answer (const GError *error)
{
  return g_dbus_error_is_remote_error (error)
         && !g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_NO_REPLY);
}

static void
on_notified_cb (GObject *bus, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  BrineFreedesktopServer *self = g_task_get_source_object (task);
  const Showing *showing = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GVariant) reply =
      g_dbus_connection_call_finish (G_DBUS_CONNECTION (bus), result, &error);
  gboolean same_server = g_strcmp0 (self->owner, showing->owner) == 0;
  guint32 number = 0;

  if (reply != NULL)
    g_variant_get (reply, "(u)", &number);
  /* Without an answer it may be there all the same. */
  if (same_server && (reply != NULL || is_answer (error)))
    brine_shown_ids_put (self->ids, showing->notification->id, number);
  if (reply != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
notify (GTask *task)
{
  BrineFreedesktopServer *self = g_task_get_source_object (task);
  Showing *showing = g_task_get_task_data (task);
  const BrineNotification *notification = showing->notification;
  g_autofree char *body = is_capable (self, "body-markup")
                              ? g_markup_escape_text (notification->body, -1)
                              : g_strdup (notification->body);
  guint32 number = brine_shown_ids_get (self->ids, notification->id);

  if (number == 0)
    brine_shown_ids_put (self->ids, notification->id, number = choose_number ());
  showing->owner = g_strdup (self->owner);
  call_server (task, "Notify",
               g_variant_new ("(susss@as@a{sv}i)", g_get_application_name (), number,
                              notification->icon_name, notification->title, body,
                              build_actions (notification),
                              build_hints (self, notification, number),
                              EXPIRES_AS_THE_SERVER_LIKES),
               "(u)", on_notified_cb);
}

static void
go_on (GTask *task)
{
  BrineFreedesktopServer *self = g_task_get_source_object (task);

  if (self->owner == NULL)
    call_bus (task, "StartServiceByName", g_variant_new ("(su)", BUS_NAME, 0), "(u)",
              on_started_cb);
  else if (self->capabilities == NULL)
    call_server (task, "GetCapabilities", NULL, "(as)", on_capabilities_cb);
  else
    notify (task);
}

void
brine_freedesktop_server_show_async (BrineFreedesktopServer *self, BrineNotification *notification,
                                     int timeout_ms, GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  GTask *task;
  Showing *showing;

  g_return_if_fail (BRINE_IS_FREEDESKTOP_SERVER (self));
  g_return_if_fail (notification != NULL);

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, brine_freedesktop_server_show_async);
  showing = g_new0 (Showing, 1);
  showing->notification = brine_notification_ref (notification);
  showing->timeout_ms = timeout_ms;
  g_task_set_task_data (task, showing, showing_free);
  go_on (task);
}

gboolean
brine_freedesktop_server_show_finish (BrineFreedesktopServer *self, GAsyncResult *result,
                                      GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
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
  close_notification (self, self->owner, number);
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
  G_OBJECT_CLASS (brine_freedesktop_server_parent_class)->dispose (object);
}

static void
brine_freedesktop_server_finalize (GObject *object)
{
  BrineFreedesktopServer *self = BRINE_FREEDESKTOP_SERVER (object);

  g_clear_object (&self->bus);
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
