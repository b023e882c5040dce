/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-service-link.h"

#define SERVICE_NAME "org.brineapp.Brine.Service"
#define SERVICE_PATH "/org/brineapp/Brine/Service"
#define SERVICE_INTERFACE "org.brineapp.Brine.Service1"

/* Long enough for the service to be started and to open a large diary on a slow disk. */
#define TIMEOUT_MS 25000
#define RECENT_DAYS 7

struct _BrineServiceLink
{
  GObject parent_instance;

  GDBusConnection *bus; /* nullable */
  char *data_dir;
  BrineAutostart *autostart; /* nullable */
  BrineAutostartKind autostart_kind;
  BrineDelivering delivering;
  gboolean can_play_sounds;
  guint n_unwritten;
  gboolean forgets_unwritten; /* when it ends */
  GCancellable *asking;       /* the question that is on its way; nullable */
  guint name_watch;           /* 0: none */
  guint problem_subscription;
};

enum
{
  PROP_0,
  PROP_DELIVERING,
  N_PROPS,
};

enum
{
  HEARD,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BrineServiceLink, brine_service_link, G_TYPE_OBJECT)

/* What is heard ------------------------------------------------------------------------------ */

static void
set_delivering (BrineServiceLink *self, BrineDelivering delivering)
{
  if (self->delivering != delivering)
    {
      self->delivering = delivering;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DELIVERING]);
    }
  g_signal_emit (self, signals[HEARD], 0);
}

static gboolean
is_our_dir (BrineServiceLink *self, const char *dir)
{
  g_autofree char *ours = g_canonicalize_filename (self->data_dir, NULL);
  g_autofree char *theirs = g_canonicalize_filename (dir, "/");

  return g_str_equal (ours, theirs);
}

static BrineDelivering
judge (BrineServiceLink *self, GVariant *status)
{
  const char *dir;
  const char *problem;

  /* Whoever has the name and does not say that is no service of ours. */
  if (!g_variant_lookup (status, "data-dir", "&s", &dir)
      || !g_variant_lookup (status, "problem", "&s", &problem))
    return BRINE_DELIVERING_NO_SERVICE;
  if (!is_our_dir (self, dir))
    return BRINE_DELIVERING_OTHER_DIARY;
  if (g_str_equal (problem, "starting"))
    return BRINE_DELIVERING_UNKNOWN;
  if (g_str_equal (problem, "no-server"))
    return BRINE_DELIVERING_NO_SERVER;
  if (g_str_equal (problem, "not-shown"))
    return BRINE_DELIVERING_NOT_SHOWN;
  if (g_str_equal (problem, "read-only"))
    return BRINE_DELIVERING_READ_ONLY;
  if (*problem != '\0')
    return BRINE_DELIVERING_NO_DIARY;
  return self->autostart_kind == BRINE_AUTOSTART_NONE ? BRINE_DELIVERING_THIS_SESSION
                                                      : BRINE_DELIVERING_WORKS;
}

static void
on_status_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BrineServiceLink) self = BRINE_SERVICE_LINK (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply =
      g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);
  g_autoptr (GVariant) status = NULL;
  BrineDelivering delivering;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->asking);
  self->can_play_sounds = FALSE;
  self->n_unwritten = 0;
  self->forgets_unwritten = FALSE;
  if (reply == NULL)
    {
      g_debug ("The service did not answer: %s", error->message);
      set_delivering (self, BRINE_DELIVERING_NO_SERVICE);
      return;
    }
  status = g_variant_get_child_value (reply, 0);
  delivering = judge (self, status);
  if (delivering != BRINE_DELIVERING_NO_SERVICE)
    {
      g_variant_lookup (status, "can-play-sounds", "b", &self->can_play_sounds);
      g_variant_lookup (status, "unwritten", "u", &self->n_unwritten);
      g_variant_lookup (status, "forgets-unwritten", "b", &self->forgets_unwritten);
    }
  set_delivering (self, delivering);
}

static void
ask_status (BrineServiceLink *self)
{
  g_dbus_connection_call (self->bus, SERVICE_NAME, SERVICE_PATH, SERVICE_INTERFACE, "GetStatus",
                          NULL, G_VARIANT_TYPE ("(a{sv})"), G_DBUS_CALL_FLAGS_NONE, TIMEOUT_MS,
                          self->asking, on_status_cb, g_object_ref (self));
}

static void
on_autostart_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BrineServiceLink) self = BRINE_SERVICE_LINK (user_data);
  g_autoptr (GError) error = NULL;

  brine_autostart_query_finish (BRINE_AUTOSTART (source), result, &self->autostart_kind, &error);
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    ask_status (self);
}

void
brine_service_link_refresh (BrineServiceLink *self)
{
  g_return_if_fail (BRINE_IS_SERVICE_LINK (self));

  if (self->bus == NULL)
    {
      set_delivering (self, BRINE_DELIVERING_NO_SERVICE);
      return;
    }
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  self->asking = g_cancellable_new ();
  if (self->autostart != NULL)
    brine_autostart_query_async (self->autostart, self->asking, on_autostart_cb,
                                 g_object_ref (self));
  else
    ask_status (self);
}

void
brine_service_link_close (BrineServiceLink *self)
{
  g_return_if_fail (BRINE_IS_SERVICE_LINK (self));

  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  g_clear_handle_id (&self->name_watch, g_bus_unwatch_name);
  if (self->problem_subscription != 0)
    g_dbus_connection_signal_unsubscribe (self->bus, self->problem_subscription);
  self->problem_subscription = 0;
}

/* Following ---------------------------------------------------------------------------------- */

static void
on_appeared_cb (GDBusConnection *bus, const char *name, const char *owner, gpointer user_data)
{
  brine_service_link_refresh (BRINE_SERVICE_LINK (user_data));
}

/* To ask would start it again; who ended it on purpose may not want that. It is asked when the
 * window comes to the front. */
static void
on_vanished_cb (GDBusConnection *bus, const char *name, gpointer user_data)
{
  BrineServiceLink *self = BRINE_SERVICE_LINK (user_data);

  if (self->delivering != BRINE_DELIVERING_UNKNOWN)
    set_delivering (self, BRINE_DELIVERING_NO_SERVICE);
}

static void
on_problem_cb (GDBusConnection *bus, const char *sender, const char *path, const char *interface,
               const char *signal, GVariant *parameters, gpointer user_data)
{
  brine_service_link_refresh (BRINE_SERVICE_LINK (user_data));
}

static void
follow (BrineServiceLink *self)
{
  self->name_watch =
      g_bus_watch_name_on_connection (self->bus, SERVICE_NAME, G_BUS_NAME_WATCHER_FLAGS_NONE,
                                      on_appeared_cb, on_vanished_cb, self, NULL);
  self->problem_subscription =
      g_dbus_connection_signal_subscribe (self->bus, SERVICE_NAME,
                                          "org.freedesktop.DBus.Properties", "PropertiesChanged",
                                          SERVICE_PATH, SERVICE_INTERFACE, G_DBUS_SIGNAL_FLAGS_NONE,
                                          on_problem_cb, self, NULL);
}

/* Calls -------------------------------------------------------------------------------------- */

static void
on_called_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  g_autoptr (GError) error = NULL;
  GVariant *reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);

  if (reply != NULL)
    g_task_return_pointer (task, reply, (GDestroyNotify)g_variant_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
call (BrineServiceLink *self, gpointer tag, const char *method, GVariant *parameters,
      const char *reply_type, GCancellable *cancellable, GAsyncReadyCallback callback,
      gpointer user_data)
{
  g_autoptr (GVariant) sunk = parameters != NULL ? g_variant_ref_sink (parameters) : NULL;
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, tag);
  if (self->bus == NULL)
    {
      g_task_return_new_error (task, BRINE_ERROR, BRINE_ERROR_NOT_FOUND, "There is no session bus");
      g_object_unref (task);
      return;
    }
  g_dbus_connection_call (self->bus, SERVICE_NAME, SERVICE_PATH, SERVICE_INTERFACE, method, sunk,
                          G_VARIANT_TYPE (reply_type), G_DBUS_CALL_FLAGS_NONE, TIMEOUT_MS,
                          cancellable, on_called_cb, task);
}

void
brine_service_link_test_async (BrineServiceLink *self, GCancellable *cancellable,
                               GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (BRINE_IS_SERVICE_LINK (self));

  call (self, brine_service_link_test_async, "Test", NULL, "()", cancellable, callback, user_data);
}

gboolean
brine_service_link_test_finish (BrineServiceLink *self, GAsyncResult *result, GError **error)
{
  g_autoptr (GVariant) reply = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  reply = g_task_propagate_pointer (G_TASK (result), error);
  return reply != NULL;
}

void
brine_service_link_list_async (BrineServiceLink *self, gboolean recent, guint count,
                               GCancellable *cancellable, GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_return_if_fail (BRINE_IS_SERVICE_LINK (self));
  g_return_if_fail (count >= 1 && count <= 100);

  call (self, brine_service_link_list_async, recent ? "Recent" : "Next",
        g_variant_new ("(u)", recent ? RECENT_DAYS : count), "(aa{sv})", cancellable, callback,
        user_data);
}

GVariant *
brine_service_link_list_finish (BrineServiceLink *self, GAsyncResult *result, GError **error)
{
  g_autoptr (GVariant) reply = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  reply = g_task_propagate_pointer (G_TASK (result), error);
  return reply != NULL ? g_variant_get_child_value (reply, 0) : NULL;
}

/* Login -------------------------------------------------------------------------------------- */

static void
on_enabled_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  BrineServiceLink *self = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;
  gboolean done = brine_autostart_set_enabled_finish (BRINE_AUTOSTART (source), result,
                                                      &self->autostart_kind, &error);

  brine_service_link_refresh (self);
  if (done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
brine_service_link_start_at_login_async (BrineServiceLink *self, gboolean enabled,
                                         const char *parent_window, const char *reason,
                                         GCancellable *cancellable, GAsyncReadyCallback callback,
                                         gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (BRINE_IS_SERVICE_LINK (self));
  g_return_if_fail (parent_window != NULL && reason != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, brine_service_link_start_at_login_async);
  if (self->autostart == NULL)
    g_task_return_new_error (task, BRINE_ERROR, BRINE_ERROR_NOT_FOUND, "There is no session bus");
  else
    brine_autostart_set_enabled_async (self->autostart, enabled, parent_window, reason, cancellable,
                                       on_enabled_cb, g_steal_pointer (&task));
}

gboolean
brine_service_link_start_at_login_finish (BrineServiceLink *self, GAsyncResult *result,
                                          GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* Object ------------------------------------------------------------------------------------- */

static void
brine_service_link_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BrineServiceLink *self = BRINE_SERVICE_LINK (object);

  switch (id)
    {
    case PROP_DELIVERING:
      g_value_set_int (value, self->delivering);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
brine_service_link_dispose (GObject *object)
{
  BrineServiceLink *self = BRINE_SERVICE_LINK (object);

  brine_service_link_close (self);
  g_clear_object (&self->autostart);
  g_clear_object (&self->bus);

  G_OBJECT_CLASS (brine_service_link_parent_class)->dispose (object);
}

static void
brine_service_link_finalize (GObject *object)
{
  BrineServiceLink *self = BRINE_SERVICE_LINK (object);

  g_free (self->data_dir);

  G_OBJECT_CLASS (brine_service_link_parent_class)->finalize (object);
}

static void
brine_service_link_class_init (BrineServiceLinkClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = brine_service_link_get_property;
  object_class->dispose = brine_service_link_dispose;
  object_class->finalize = brine_service_link_finalize;

  properties[PROP_DELIVERING] =
      g_param_spec_int ("delivering", NULL, NULL, BRINE_DELIVERING_UNKNOWN,
                        BRINE_DELIVERING_NO_DIARY, BRINE_DELIVERING_UNKNOWN,
                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[HEARD] = g_signal_new ("heard", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
brine_service_link_init (BrineServiceLink *self)
{
}

BrineServiceLink *
brine_service_link_new (GDBusConnection *bus, const char *data_dir, BrineAutostart *autostart)
{
  BrineServiceLink *self;

  g_return_val_if_fail (bus == NULL || G_IS_DBUS_CONNECTION (bus), NULL);
  g_return_val_if_fail (data_dir != NULL, NULL);
  g_return_val_if_fail (autostart == NULL || BRINE_IS_AUTOSTART (autostart), NULL);

  self = g_object_new (BRINE_TYPE_SERVICE_LINK, NULL);
  g_set_object (&self->bus, bus);
  self->data_dir = g_strdup (data_dir);
  g_set_object (&self->autostart, autostart);
  if (bus != NULL)
    follow (self);
  return self;
}

BrineDelivering
brine_service_link_get_delivering (BrineServiceLink *self)
{
  g_return_val_if_fail (BRINE_IS_SERVICE_LINK (self), BRINE_DELIVERING_UNKNOWN);

  return self->delivering;
}

gboolean
brine_service_link_can_play_sounds (BrineServiceLink *self)
{
  g_return_val_if_fail (BRINE_IS_SERVICE_LINK (self), FALSE);

  return self->can_play_sounds;
}

guint
brine_service_link_get_n_unwritten (BrineServiceLink *self)
{
  g_return_val_if_fail (BRINE_IS_SERVICE_LINK (self), 0);

  return self->n_unwritten;
}

gboolean
brine_service_link_keeps_unwritten (BrineServiceLink *self)
{
  g_return_val_if_fail (BRINE_IS_SERVICE_LINK (self), TRUE);

  return !self->forgets_unwritten;
}

gboolean
brine_service_link_can_start_at_login (BrineServiceLink *self)
{
  g_return_val_if_fail (BRINE_IS_SERVICE_LINK (self), FALSE);

  return self->autostart != NULL && brine_autostart_is_possible (self->autostart);
}

gboolean
brine_service_link_starts_at_login (BrineServiceLink *self)
{
  g_return_val_if_fail (BRINE_IS_SERVICE_LINK (self), FALSE);

  return self->autostart_kind != BRINE_AUTOSTART_NONE;
}
