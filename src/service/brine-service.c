/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-service-private.h"

#include "brine-store-diary.h"
#include "brine-zone-rules.h"

#include <glib-unix.h>
#include <glib/gi18n.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

G_DEFINE_FINAL_TYPE (BrineService, brine_service, G_TYPE_APPLICATION)

#define SWEPT_DELIVERIES 200

/* Memory ----------------------------------------------------------------------------------- */

/* What planning needed for a moment goes back to the system: the service waits nearly always. */
static gboolean
trim_cb (gpointer user_data)
{
  BRINE_SERVICE (user_data)->trim_source = 0;
#ifdef __GLIBC__
  malloc_trim (0);
#endif
  return G_SOURCE_REMOVE;
}

static void
trim_soon (BrineService *self)
{
  if (self->trim_source == 0)
    self->trim_source = g_idle_add_full (G_PRIORITY_LOW, trim_cb, self, NULL);
}

/* Engine ----------------------------------------------------------------------------------- */

static void
on_planned (BrineService *self)
{
  g_autoptr (GPtrArray) recent = brine_reminder_engine_dup_recent (self->engine, SWEPT_DELIVERIES);

  brine_bus_notifier_sweep (self->notifier, recent);
  if (self->waiting->len > 0)
    brine_service_do_waiting (self);
  trim_soon (self);
}

static void
drop_engine (BrineService *self)
{
  if (self->engine == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->engine, self);
  brine_reminder_engine_stop (self->engine);
  g_clear_object (&self->engine);
}

static void
make_engine (BrineService *self, BrineStore *store)
{
  g_autoptr (BrineReminderDiary) diary = brine_store_diary_new (store);

  self->engine = brine_reminder_engine_new (diary, BRINE_NOTIFIER (self->notifier), self->clock);
  g_signal_connect_swapped (self->engine, "planned", G_CALLBACK (on_planned), self);
  g_signal_connect_swapped (self->engine, "notify::problem",
                            G_CALLBACK (brine_service_update_problem), self);
  brine_reminder_engine_start (self->engine);
}

gboolean
brine_service_is_sample (BrineService *self)
{
  BrineStore *store = brine_diary_keeper_get_store (self->keeper);
  g_autofree char *sample =
      store != NULL ? brine_store_dup_setting (store, BRINE_SETTING_SAMPLE) : NULL;

  return g_strcmp0 (sample, "1") == 0;
}

/* Nobody is to be reminded of what somebody who does not exist has planned. */
static void
update_engine (BrineService *self)
{
  BrineStore *store = brine_diary_keeper_get_store (self->keeper);

  if (store == NULL || brine_service_is_sample (self))
    drop_engine (self);
  else if (self->engine == NULL)
    make_engine (self, store);
  brine_service_update_problem (self);
}

static void
on_diary_changed (BrineService *self, guint kinds)
{
  if ((kinds & 1u << BRINE_KIND_SETTING) != 0)
    update_engine (self);
}

static void
follow (BrineService *self, BrineStore *store)
{
  if (self->followed != NULL)
    g_signal_handlers_disconnect_by_func (self->followed, on_diary_changed, self);
  g_set_object (&self->followed, store);
  if (store != NULL)
    g_signal_connect_object (store, "changed", G_CALLBACK (on_diary_changed), self,
                             G_CONNECT_SWAPPED);
}

static void
on_keeper_changed (BrineService *self)
{
  drop_engine (self);
  follow (self, brine_diary_keeper_get_store (self->keeper));
  /* What was pressed before goes first: it may be what the engine would show again. */
  brine_service_do_waiting (self);
  update_engine (self);
}

static void
reconsider (BrineService *self)
{
  if (self->engine != NULL)
    brine_reminder_engine_reconsider (self->engine);
}

/* The world -------------------------------------------------------------------------------- */

static void
on_zone_changed (BrineService *self, const char *identifier)
{
  g_autoptr (GTimeZone) zone = NULL;

  /* Somebody chose another one for this program. */
  if (g_getenv ("TZ") != NULL)
    return;
  zone = brine_zone_read (identifier);
  if (zone != NULL)
    brine_clock_set_zone (self->clock, zone);
}

static void
on_system_bus_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusConnection) bus = g_bus_get_finish (result, &error);
  BrineService *self;

  if (bus == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_info ("There is no system bus: %s", error->message);
      return;
    }
  self = BRINE_SERVICE (user_data);
  g_dbus_connection_set_exit_on_close (bus, FALSE);
  self->sleep = brine_sleep_watch_new (bus);
  self->zone = brine_zone_watch_new (bus);
  g_signal_connect_object (self->sleep, "resumed", G_CALLBACK (reconsider), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->zone, "zone-changed", G_CALLBACK (on_zone_changed), self,
                           G_CONNECT_SWAPPED);
}

static void
on_autostart_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  BrineAutostartKind kind;

  if (brine_autostart_query_finish (BRINE_AUTOSTART (source), result, &kind, NULL))
    BRINE_SERVICE (user_data)->autostart_kind = kind;
}

void
brine_service_look_at_autostart (BrineService *self)
{
  brine_autostart_query_async (self->autostart, self->ending, on_autostart_cb, self);
}

/* Ending the session is a way to end like any other. */
static gboolean
on_signal_cb (gpointer user_data)
{
  g_application_quit (G_APPLICATION (user_data));
  return G_SOURCE_CONTINUE;
}

/* Application ------------------------------------------------------------------------------ */

static char *
dup_ids_path (BrineService *self)
{
  g_autofree char *folder = g_compute_checksum_for_string (G_CHECKSUM_SHA256, self->data_dir, -1);
  g_autofree char *name = g_strdup_printf ("brine-service-%.16s", folder);

  return g_build_filename (g_get_user_runtime_dir (), name, NULL);
}

static void
brine_service_startup (GApplication *application)
{
  BrineService *self = BRINE_SERVICE (application);
  GDBusConnection *bus = g_application_get_dbus_connection (application);
  g_autofree char *ids_path = dup_ids_path (self);

  G_APPLICATION_CLASS (brine_service_parent_class)->startup (application);
  self->started = brine_clock_get_now (self->clock);
  self->signals[0] = g_unix_signal_add (SIGTERM, on_signal_cb, self);
  self->signals[1] = g_unix_signal_add (SIGINT, on_signal_cb, self);
  self->server = brine_notification_server_new (bus, BRINE_SERVICE_ID, BRINE_APP_ID, ids_path);
  g_signal_connect_object (self->server, "changed", G_CALLBACK (brine_service_update_problem), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->server, "action", G_CALLBACK (brine_service_on_pressed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->server, "dismissed", G_CALLBACK (brine_service_on_dismissed), self,
                           G_CONNECT_SWAPPED);
  self->notifier = brine_bus_notifier_new (self->server, self->clock);
  self->autostart =
      brine_autostart_new (bus, g_get_user_config_dir (), BRINE_LIBEXECDIR "/brine-service",
                           brine_autostart_is_sandboxed ());
  brine_service_look_at_autostart (self);
  g_bus_get (G_BUS_TYPE_SYSTEM, self->ending, on_system_bus_cb, self);
  brine_service_load_acts (self);
  self->keeper = brine_diary_keeper_new (self->data_dir);
  g_signal_connect_object (self->keeper, "changed", G_CALLBACK (on_keeper_changed), self,
                           G_CONNECT_SWAPPED);
  g_application_hold (application);
}

static void
brine_service_shutdown (GApplication *application)
{
  BrineService *self = BRINE_SERVICE (application);

  g_cancellable_cancel (self->ending);
  for (guint i = 0; i < G_N_ELEMENTS (self->signals); i++)
    g_clear_handle_id (&self->signals[i], g_source_remove);
  g_clear_handle_id (&self->trim_source, g_source_remove);
  drop_engine (self);
  follow (self, NULL);
  g_clear_object (&self->sleep);
  g_clear_object (&self->zone);
  g_clear_object (&self->keeper);
  g_clear_object (&self->notifier);
  g_clear_object (&self->server);
  G_APPLICATION_CLASS (brine_service_parent_class)->shutdown (application);
}

static gboolean
brine_service_dbus_register (GApplication *application, GDBusConnection *connection,
                             const char *object_path, GError **error)
{
  BrineService *self = BRINE_SERVICE (application);

  return g_dbus_interface_skeleton_export (G_DBUS_INTERFACE_SKELETON (self->interface), connection,
                                           object_path, error);
}

static void
brine_service_dbus_unregister (GApplication *application, GDBusConnection *connection,
                               const char *object_path)
{
  BrineService *self = BRINE_SERVICE (application);

  if (g_dbus_interface_skeleton_has_connection (G_DBUS_INTERFACE_SKELETON (self->interface),
                                                connection))
    g_dbus_interface_skeleton_unexport (G_DBUS_INTERFACE_SKELETON (self->interface));
}

/* Starting it again is a reason to look at everything. */
static void
brine_service_activate (GApplication *application)
{
  BrineService *self = BRINE_SERVICE (application);

  brine_diary_keeper_look (self->keeper);
  reconsider (self);
}

/* Other programs may send these; there is nothing to open here. */
static void
brine_service_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
}

static int
brine_service_command_line (GApplication *application, GApplicationCommandLine *line)
{
  return 2;
}

/* A press that opens the window brings along what lets the window come to the front. */
static void
brine_service_before_emit (GApplication *application, GVariant *platform_data)
{
  BrineService *self = BRINE_SERVICE (application);
  const char *token = NULL;

  g_clear_pointer (&self->token, g_free);
  if (g_variant_lookup (platform_data, "activation-token", "&s", &token)
      || g_variant_lookup (platform_data, "desktop-startup-id", "&s", &token))
    self->token = g_strdup (token);
}

/* Starting --------------------------------------------------------------------------------- */

static gboolean
read_options (BrineService *self, GVariantDict *options, GError **error)
{
  const char *dir = NULL;
  const char *now = NULL;

  g_variant_dict_lookup (options, "data-dir", "^&ay", &dir);
  g_variant_dict_lookup (options, "now", "&s", &now);
  self->data_dir =
      dir != NULL ? g_canonicalize_filename (dir, NULL) : brine_store_dup_default_dir ();
  self->clock = brine_clock_new_from_environment (now, error);
  return self->clock != NULL;
}

static gboolean
is_name_taken (GDBusConnection *bus)
{
  g_autoptr (GVariant) reply =
      g_dbus_connection_call_sync (bus, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                                   "org.freedesktop.DBus", "NameHasOwner",
                                   g_variant_new ("(s)", BRINE_SERVICE_ID), G_VARIANT_TYPE ("(b)"),
                                   G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL);
  gboolean taken = FALSE;

  if (reply != NULL)
    g_variant_get (reply, "(b)", &taken);
  return taken;
}

static gboolean
take_name (BrineService *self, int *out_status)
{
  g_autoptr (GError) error = NULL;
  /* An application without a bus would run and reach nobody. */
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);

  *out_status = 1;
  if (bus == NULL)
    g_printerr ("brine-service: %s\n",
                _ ("There is no session bus, so nothing shows notifications. Start it in a desktop "
                   "session."));
  else if (g_application_register (G_APPLICATION (self), NULL, &error))
    return TRUE;
  else if (is_name_taken (bus))
    {
      *out_status = BRINE_SERVICE_EXIT_TAKEN;
      g_printerr ("brine-service: %s\n",
                  _ ("Reminders are delivered already in this session; nothing to do."));
    }
  else
    g_printerr ("brine-service: %s\n", error->message);
  return FALSE;
}

static gboolean
take_lock (BrineService *self, int *out_status)
{
  g_autoptr (GError) error = NULL;

  self->lock = brine_service_lock_take (self->data_dir, &error);
  /* A folder that cannot be written is told over the bus. */
  if (self->lock != NULL || g_error_matches (error, BRINE_ERROR, BRINE_ERROR_READ_ONLY))
    return TRUE;
  g_printerr ("brine-service: %s\n", error->message);
  *out_status =
      g_error_matches (error, BRINE_ERROR, BRINE_ERROR_BUSY) ? BRINE_SERVICE_EXIT_TAKEN : 1;
  return FALSE;
}

static int
brine_service_handle_local_options (GApplication *application, GVariantDict *options)
{
  BrineService *self = BRINE_SERVICE (application);
  g_autoptr (GError) error = NULL;
  int status;

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("brine-service %s\n", BRINE_VERSION);
      return 0;
    }
  if (!read_options (self, options, &error))
    {
      g_printerr ("brine-service: %s\n", error->message);
      return 2;
    }
  if (!take_lock (self, &status) || !take_name (self, &status))
    return status;
  return -1;
}

static void
brine_service_finalize (GObject *object)
{
  BrineService *self = BRINE_SERVICE (object);

  g_clear_object (&self->autostart);
  g_clear_object (&self->interface);
  g_clear_object (&self->clock);
  g_clear_object (&self->ending);
  g_clear_pointer (&self->waiting, g_ptr_array_unref);
  g_clear_pointer (&self->unsettled, g_ptr_array_unref);
  g_clear_pointer (&self->kept, brine_kept_acts_free);
  g_clear_pointer (&self->lock, brine_service_lock_free);
  g_free (self->data_dir);
  g_free (self->token);
  G_OBJECT_CLASS (brine_service_parent_class)->finalize (object);
}

static void
brine_service_class_init (BrineServiceClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = brine_service_finalize;
  application_class->startup = brine_service_startup;
  application_class->shutdown = brine_service_shutdown;
  application_class->activate = brine_service_activate;
  application_class->open = brine_service_open;
  application_class->command_line = brine_service_command_line;
  application_class->before_emit = brine_service_before_emit;
  application_class->handle_local_options = brine_service_handle_local_options;
  application_class->dbus_register = brine_service_dbus_register;
  application_class->dbus_unregister = brine_service_dbus_unregister;
}

static void
brine_service_init (BrineService *self)
{
  static const GOptionEntry entries[] = {
    { "data-dir", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_ ("Use the diary in DIR"), "DIR" },
    { "now", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Take TIME for the present"), "TIME" },
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Show the version and exit"), NULL },
    { NULL },
  };

  g_application_add_main_option_entries (G_APPLICATION (self), entries);
  self->ending = g_cancellable_new ();
  brine_service_add_acts (self);
  brine_service_add_interface (self);
}

BrineService *
brine_service_new (void)
{
  return g_object_new (BRINE_TYPE_SERVICE, "application-id", BRINE_SERVICE_ID, "flags",
                       G_APPLICATION_IS_SERVICE, NULL);
}
