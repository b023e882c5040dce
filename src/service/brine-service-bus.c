/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-service-private.h"

#include "brine-reminder-actions.h"
#include "brine-sound.h"

#define MAX_COUNT 100
#define MAX_DAYS 60
#define DAY_MS (INT64_C (86400000))
/* More than come in sixty days of a full plan are not listed. */
#define MAX_RECENT 1000
#define ERROR_NO_DIARY "org.brineapp.Brine.Error.NoDiary"

/* Values ----------------------------------------------------------------------------------- */

static void
add_string (GVariantBuilder *builder, const char *key, const char *value)
{
  g_variant_builder_add (builder, "{sv}", key, g_variant_new_string (value != NULL ? value : ""));
}

static void
add_boolean (GVariantBuilder *builder, const char *key, gboolean value)
{
  g_variant_builder_add (builder, "{sv}", key, g_variant_new_boolean (value));
}

static void
add_instant (GVariantBuilder *builder, const char *key, BrineInstant value)
{
  g_variant_builder_add (builder, "{sv}", key, g_variant_new_int64 (value.unix_ms));
}

static void
add_local (GVariantBuilder *builder, const char *key, BrineLocal value)
{
  g_variant_builder_add (builder, "{sv}", key,
                         g_variant_new_take_string (brine_local_to_string (value)));
}

static void
read_settings (BrineService *self, BrineReminderSettings *out_settings)
{
  BrineStore *store = brine_diary_keeper_get_store (self->keeper);
  g_autoptr (GHashTable) values = store != NULL ? brine_store_dup_settings (store) : NULL;

  brine_reminder_settings_parse (values, out_settings);
}

static BrineInstant
get_next_due (BrineService *self)
{
  g_autoptr (GPtrArray) coming =
      self->engine != NULL ? brine_reminder_engine_dup_coming (self->engine, 1) : NULL;

  return coming != NULL && coming->len > 0 ? ((BrineDue *)coming->pdata[0])->at
                                           : (BrineInstant){ 0 };
}

/* Problem ---------------------------------------------------------------------------------- */

/* Reminders of a diary that can only be read come, unless something else is in the way. */
static gboolean
is_in_the_way (const char *problem)
{
  return *problem != '\0' && !g_str_equal (problem, "read-only");
}

static const char *
get_problem (BrineService *self)
{
  const char *problem = brine_diary_keeper_get_problem (self->keeper);

  if (is_in_the_way (problem))
    return problem;
  if (brine_service_is_sample (self))
    return "sample";
  if (*brine_notification_server_get_name (self->server) == '\0')
    return brine_reminder_problem_to_nick (BRINE_REMINDER_PROBLEM_NO_SERVER);
  if (self->engine == NULL
      || brine_reminder_engine_get_problem (self->engine) == BRINE_REMINDER_PROBLEM_NONE)
    return problem;
  return brine_reminder_problem_to_nick (brine_reminder_engine_get_problem (self->engine));
}

void
brine_service_update_problem (BrineService *self)
{
  /* The skeleton tells the change, and only a change. */
  brine_service1_set_problem (self->interface, get_problem (self));
  brine_service1_set_unwritten (self->interface, brine_service_count_unwritten (self));
}

/* Methods ---------------------------------------------------------------------------------- */

static gboolean
refuse_number (GDBusMethodInvocation *invocation, guint max)
{
  g_dbus_method_invocation_return_error (invocation, G_DBUS_ERROR, G_DBUS_ERROR_INVALID_ARGS,
                                         "The number must lie between 1 and %u.", max);
  return TRUE;
}

static gboolean
on_reschedule_cb (BrineService1 *interface, GDBusMethodInvocation *invocation, gpointer user_data)
{
  BrineService *self = BRINE_SERVICE (user_data);

  brine_service_look_at_autostart (self);
  brine_diary_keeper_look (self->keeper);
  if (self->engine != NULL)
    brine_reminder_engine_reconsider (self->engine);
  brine_service1_complete_reschedule (interface, invocation);
  return TRUE;
}

static void
on_test_shown_cb (GObject *notifier, GAsyncResult *result, gpointer user_data)
{
  GDBusMethodInvocation *invocation = user_data; /* answering frees it */
  g_autoptr (GError) error = NULL;

  if (brine_notifier_show_finish (BRINE_NOTIFIER (notifier), result, &error))
    g_dbus_method_invocation_return_value (invocation, NULL);
  else
    g_dbus_method_invocation_return_dbus_error (invocation, "org.brineapp.Brine.Error.NotDelivered",
                                                error->message);
}

static gboolean
on_test_cb (BrineService1 *interface, GDBusMethodInvocation *invocation, gpointer user_data)
{
  BrineService *self = BRINE_SERVICE (user_data);
  BrineReminderSettings settings;
  g_autoptr (BrineNotice) notice = NULL;

  read_settings (self, &settings);
  notice = brine_notice_new_test (&settings);
  brine_notifier_show_async (BRINE_NOTIFIER (self->notifier), notice, on_test_shown_cb, invocation);
  return TRUE;
}

static gboolean
is_our_folder (BrineService *self, const char *folder)
{
  g_autofree char *theirs = g_canonicalize_filename (folder, "/");

  return g_str_equal (theirs, self->data_dir);
}

static gboolean
on_act_cb (BrineService1 *interface, GDBusMethodInvocation *invocation, const char *folder,
           const char *notice_id, const char *action, int number, gpointer user_data)
{
  BrineService *self = BRINE_SERVICE (user_data);
  BrineActKind act;

  if (!brine_reminder_actions_find (action, notice_id, number, &act))
    g_dbus_method_invocation_return_error_literal (invocation, G_DBUS_ERROR,
                                                   G_DBUS_ERROR_INVALID_ARGS,
                                                   "There is no such answer to a notification.");
  else if (!is_our_folder (self, folder))
    g_dbus_method_invocation_return_dbus_error (
        invocation, "org.brineapp.Brine.Error.OtherDiary",
        "The diary of another folder is minded; nothing was changed.");
  else if (!brine_service_act (self, notice_id, act, number))
    g_dbus_method_invocation_return_error_literal (invocation, G_DBUS_ERROR,
                                                   G_DBUS_ERROR_LIMITS_EXCEEDED,
                                                   "Too many answers wait for the diary.");
  else
    brine_service1_complete_act (interface, invocation);
  return TRUE;
}

static gboolean
on_get_status_cb (BrineService1 *interface, GDBusMethodInvocation *invocation, gpointer user_data)
{
  BrineService *self = BRINE_SERVICE (user_data);
  const char *server = brine_notification_server_get_name (self->server);
  BrineReminderSettings settings;
  GVariantBuilder status;

  read_settings (self, &settings);
  g_variant_builder_init (&status, G_VARIANT_TYPE_VARDICT);
  add_string (&status, "version", BRINE_VERSION);
  add_instant (&status, "now", brine_clock_get_now (self->clock));
  add_instant (&status, "running-since", self->started);
  add_string (&status, "data-dir", self->data_dir);
  add_boolean (&status, "enabled", settings.on);
  add_boolean (&status, "can-notify", *server != '\0');
  add_string (&status, "server", server);
  add_boolean (&status, "can-play-sounds",
               brine_sound_is_supported ()
                   || brine_notification_server_plays_sounds (self->server));
  add_string (&status, "autostart", brine_autostart_kind_to_nick (self->autostart_kind));
  add_instant (&status, "next-due", get_next_due (self));
  add_instant (&status, "last-check",
               self->engine != NULL ? brine_reminder_engine_get_last_check (self->engine)
                                    : (BrineInstant){ 0 });
  add_boolean (&status, "busy",
               self->engine != NULL && brine_reminder_engine_is_busy (self->engine));
  add_string (&status, "problem", get_problem (self));
  g_variant_builder_add (&status, "{sv}", "unwritten",
                         g_variant_new_uint32 (brine_service_count_unwritten (self)));
  add_boolean (&status, "forgets-unwritten", brine_service_forgets_unwritten (self));
  brine_service1_complete_get_status (interface, invocation, g_variant_builder_end (&status));
  return TRUE;
}

static gboolean
on_next_cb (BrineService1 *interface, GDBusMethodInvocation *invocation, guint count,
            gpointer user_data)
{
  BrineService *self = BRINE_SERVICE (user_data);
  g_autoptr (GPtrArray) coming = NULL;
  GVariantBuilder list;

  if (count < 1 || count > MAX_COUNT)
    return refuse_number (invocation, MAX_COUNT);
  if (self->engine != NULL)
    coming = brine_reminder_engine_dup_coming (self->engine, count);
  g_variant_builder_init (&list, G_VARIANT_TYPE ("aa{sv}"));
  for (guint i = 0; coming != NULL && i < coming->len; i++)
    {
      const BrineDue *due = coming->pdata[i];

      g_variant_builder_open (&list, G_VARIANT_TYPE_VARDICT);
      add_string (&list, "item", due->item_id);
      add_string (&list, "title", due->title);
      add_string (&list, "source", brine_due_source_to_nick (due->source));
      add_local (&list, "start", due->start);
      add_instant (&list, "at", due->at);
      g_variant_builder_close (&list);
    }
  brine_service1_complete_next (interface, invocation, g_variant_builder_end (&list));
  return TRUE;
}

static void
answer_recent (GDBusMethodInvocation *invocation, const GPtrArray *recent)
{
  GVariantBuilder list;

  g_variant_builder_init (&list, G_VARIANT_TYPE ("aa{sv}"));
  for (guint i = recent->len; i > 0; i--)
    {
      const BrineDelivery *delivery = recent->pdata[i - 1];

      g_variant_builder_open (&list, G_VARIANT_TYPE_VARDICT);
      add_string (&list, "item", delivery->item_id);
      add_string (&list, "title", delivery->title);
      add_string (&list, "source", brine_due_source_to_nick (delivery->source));
      add_local (&list, "planned", delivery->nominal);
      add_string (&list, "state", brine_delivery_state_to_nick (delivery->state));
      add_instant (&list, "at", delivery->at);
      g_variant_builder_close (&list);
    }
  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(@aa{sv})",
                                                                    g_variant_builder_end (&list)));
}

static void
on_recent_loaded_cb (GObject *store, GAsyncResult *result, gpointer user_data)
{
  GDBusMethodInvocation *invocation = user_data; /* answering frees it */
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) recent =
      brine_store_load_deliveries_finish (BRINE_STORE (store), result, &error);

  if (recent == NULL)
    {
      g_dbus_method_invocation_return_dbus_error (invocation, ERROR_NO_DIARY, error->message);
      return;
    }
  if (recent->len > MAX_RECENT)
    g_ptr_array_remove_range (recent, 0, recent->len - MAX_RECENT);
  answer_recent (invocation, recent);
}

static gboolean
on_recent_cb (BrineService1 *interface, GDBusMethodInvocation *invocation, guint days,
              gpointer user_data)
{
  BrineService *self = BRINE_SERVICE (user_data);
  BrineStore *store = brine_diary_keeper_get_store (self->keeper);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  BrineInstant since = { brine_clock_get_now (self->clock).unix_ms - days * DAY_MS };

  if (days < 1 || days > MAX_DAYS)
    return refuse_number (invocation, MAX_DAYS);
  if (store == NULL)
    answer_recent (invocation, none);
  else
    brine_store_load_deliveries_async (store, since, NULL, on_recent_loaded_cb, invocation);
  return TRUE;
}

void
brine_service_add_interface (BrineService *self)
{
  self->interface = brine_service1_skeleton_new ();
  brine_service1_set_problem (self->interface, "starting");
  g_signal_connect (self->interface, "handle-reschedule", G_CALLBACK (on_reschedule_cb), self);
  g_signal_connect (self->interface, "handle-test", G_CALLBACK (on_test_cb), self);
  g_signal_connect (self->interface, "handle-act", G_CALLBACK (on_act_cb), self);
  g_signal_connect (self->interface, "handle-get-status", G_CALLBACK (on_get_status_cb), self);
  g_signal_connect (self->interface, "handle-next", G_CALLBACK (on_next_cb), self);
  g_signal_connect (self->interface, "handle-recent", G_CALLBACK (on_recent_cb), self);
}
