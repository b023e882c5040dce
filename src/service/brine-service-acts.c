/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-service-private.h"

#include "brine-catalogue-loader.h"
#include "brine-notice-words.h"
#include "brine-reminder-actions.h"

#define WINDOW_PATH "/org/brineapp/Brine"

typedef struct
{
  BrineKeptAct kept; /* the first member: these are given away as an array */
  gboolean again;    /* it was told that it is not written */
  GWeakRef service;  /* to give it back */
} Act;

static void
act_free (Act *act)
{
  g_free (act->kept.notice_id);
  g_weak_ref_clear (&act->service);
  g_free (act);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Act, act_free)

/* Keeping ---------------------------------------------------------------------------------- */

static void
keep (BrineService *self)
{
  self->forgets = self->kept == NULL || !brine_kept_acts_save (self->kept, self->unsettled);
}

static void
settle (BrineService *self, Act *act)
{
  if (g_ptr_array_remove (self->unsettled, act))
    keep (self);
}

static Act *
act_new (BrineService *self, const char *notice_id, BrineActKind kind, int argument,
         BrineInstant pressed)
{
  Act *wanted = g_new0 (Act, 1);

  wanted->kept = (BrineKeptAct){ g_strdup (notice_id), kind, argument, pressed };
  g_weak_ref_init (&wanted->service, self);
  return wanted;
}

void
brine_service_load_acts (BrineService *self)
{
  g_autoptr (GPtrArray) kept = NULL;

  if (self->lock == NULL)
    return;
  self->kept = brine_kept_acts_new (self->data_dir);
  kept = brine_kept_acts_load (self->kept);
  for (guint i = 0; i < kept->len; i++)
    {
      const BrineKeptAct *earlier = kept->pdata[i];
      Act *wanted =
          act_new (self, earlier->notice_id, earlier->act, earlier->argument, earlier->pressed);

      wanted->again = TRUE;
      g_ptr_array_add (self->waiting, wanted);
      g_ptr_array_add (self->unsettled, wanted);
    }
  /* The word about it may stand on the screen still. */
  self->told_not_written = kept->len > 0;
}

/* Acting ----------------------------------------------------------------------------------- */

/* A meal is logged with what the catalogue knows of it; it is read for that moment only. */
static BrineCatalogue *
load_catalogue (BrineActKind act)
{
  g_autoptr (GError) error = NULL;
  BrineCatalogue *catalogue = NULL;

  if (act != BRINE_ACT_DONE)
    return NULL;
  catalogue = brine_catalogue_load (&error);
  if (catalogue == NULL)
    g_warning ("The catalogue was not read: %s", error->message);
  return catalogue;
}

static void
on_told_cb (GObject *server, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (!brine_notification_server_show_finish (BRINE_NOTIFICATION_SERVER (server), result, &error))
    g_message ("Nobody was told that an answer is not written: %s", error->message);
}

/* A press that changes nothing is not to look like one that did. Putting a notification away is no
 * answer that anybody waits for. */
static void
tell_not_written (BrineService *self, const Act *act)
{
  g_autoptr (BrineNotification) notification = NULL;

  if (act->kept.act == BRINE_ACT_DISMISS || self->server == NULL)
    return;
  notification = brine_notice_words_new_not_written ();
  self->told_not_written = TRUE;
  brine_notification_server_show_async (self->server, notification, on_told_cb, NULL);
}

static void
take_back (BrineService *self)
{
  if (self->told_not_written && self->server != NULL)
    brine_notification_server_withdraw (self->server, BRINE_NOT_WRITTEN_ID);
  self->told_not_written = FALSE;
}

/* What the diary does not take now it may take later: the disk is full, say. */
static void
on_acted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Act) act = user_data;
  g_autoptr (BrineService) self = g_weak_ref_get (&act->service);
  g_autoptr (GError) error = NULL;
  gboolean acted = FALSE;

  if (brine_reminder_act_finish (BRINE_STORE (source), result, &acted, &error))
    {
      if (!acted)
        g_info ("A notification that is not open any more was acted upon");
      if (self != NULL)
        settle (self, act);
      if (self != NULL && self->waiting->len == 0)
        take_back (self);
      return;
    }
  g_info ("A reminder was not acted upon: %s", error->message);
  /* One that is on its way while the service ends stays kept: doing it twice is harmless. */
  if (self == NULL)
    return;
  if (g_error_matches (error, BRINE_ERROR, BRINE_ERROR_INVALID))
    {
      settle (self, act);
      return;
    }
  if (!act->again)
    tell_not_written (self, act);
  act->again = TRUE;
  g_ptr_array_add (self->waiting, g_steal_pointer (&act));
  brine_service_update_problem (self);
}

/* Takes @act. */
static void
do_act (BrineService *self, Act *act)
{
  BrineStore *store = brine_diary_keeper_get_store (self->keeper);
  g_autoptr (BrineCatalogue) catalogue = load_catalogue (act->kept.act);
  const BrineLogMaker with = {
    .catalogue = catalogue,
    .zone = brine_clock_get_zone (self->clock),
    .now = act->kept.pressed,
    .day_start_minutes = brine_store_get_day_start_minutes (store),
  };

  /* What is under way when the service ends is written: closing the diary waits for it. */
  brine_reminder_act_async (store, act->kept.notice_id, act->kept.act, act->kept.argument, &with,
                            on_acted_cb, act);
}

void
brine_service_do_waiting (BrineService *self)
{
  BrineStore *store = brine_diary_keeper_get_store (self->keeper);

  /* In their order; one that comes back is for the next time. */
  if (store != NULL && !brine_store_is_read_only (store))
    for (guint n = self->waiting->len; n > 0; n--)
      do_act (self, g_ptr_array_steal_index (self->waiting, 0));
  brine_service_update_problem (self);
}

guint
brine_service_count_unwritten (BrineService *self)
{
  gboolean starting = g_str_equal (brine_diary_keeper_get_problem (self->keeper), "starting");

  return starting ? 0 : self->waiting->len;
}

gboolean
brine_service_forgets_unwritten (BrineService *self)
{
  return self->forgets && brine_service_count_unwritten (self) > 0;
}

gboolean
brine_service_act (BrineService *self, const char *notice_id, BrineActKind kind, int argument)
{
  Act *wanted = act_new (self, notice_id, kind, argument, brine_clock_get_now (self->clock));

  if (self->waiting->len >= BRINE_KEPT_ACTS_MAX)
    {
      g_message ("More was pressed than can wait for the diary");
      tell_not_written (self, wanted);
      act_free (wanted);
      return FALSE;
    }
  g_ptr_array_add (self->waiting, wanted);
  /* Before anything else: the notification is gone, so it is all that tells of it. */
  g_ptr_array_add (self->unsettled, wanted);
  keep (self);
  /* The press may be what started this program. */
  if (g_str_equal (brine_diary_keeper_get_problem (self->keeper), "starting"))
    return TRUE;
  brine_service_do_waiting (self);
  if (self->waiting->len == 0)
    return TRUE;
  wanted->again = TRUE;
  tell_not_written (self, wanted);
  brine_diary_keeper_look (self->keeper);
  return TRUE;
}

static void
act (const char *notice_id, BrineActKind kind, int argument, gpointer user_data)
{
  brine_service_act (BRINE_SERVICE (user_data), notice_id, kind, argument);
}

/* Opening ---------------------------------------------------------------------------------- */

static void
on_window_called_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply =
      g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);

  if (reply == NULL)
    g_warning ("The window did not open: %s", error->message);
}

/* The window has an action of the same name; D-Bus starts it when it is not there. */
static void
open (const char *notice_id, gpointer user_data)
{
  BrineService *self = BRINE_SERVICE (user_data);
  g_autofree char *token = g_steal_pointer (&self->token);
  GVariantBuilder parameters, platform;

  g_variant_builder_init (&parameters, G_VARIANT_TYPE ("av"));
  g_variant_builder_add (&parameters, "v", g_variant_new_string (notice_id));
  g_variant_builder_init (&platform, G_VARIANT_TYPE_VARDICT);
  if (token != NULL && *token != '\0')
    {
      g_variant_builder_add (&platform, "{sv}", "activation-token", g_variant_new_string (token));
      g_variant_builder_add (&platform, "{sv}", "desktop-startup-id", g_variant_new_string (token));
    }
  g_dbus_connection_call (g_application_get_dbus_connection (G_APPLICATION (self)), BRINE_APP_ID,
                          WINDOW_PATH, "org.freedesktop.Application", "ActivateAction",
                          g_variant_new ("(sava{sv})", BRINE_REMINDER_ACTION_OPEN, &parameters,
                                         &platform),
                          NULL, G_DBUS_CALL_FLAGS_NONE, -1, self->ending, on_window_called_cb,
                          NULL);
}

void
brine_service_add_acts (BrineService *self)
{
  static const BrineReminderActionFuncs funcs = { .act = act, .open = open };

  self->waiting = g_ptr_array_new_with_free_func ((GDestroyNotify)act_free);
  self->unsettled = g_ptr_array_new ();
  brine_reminder_actions_add (G_ACTION_MAP (self), &funcs, self);
}

/* Presses that a server tells in its own way ----------------------------------------------- */

void
brine_service_on_pressed (BrineService *self, const char *detailed_name, const char *token)
{
  GActionGroup *actions = G_ACTION_GROUP (self);
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;
  const GVariantType *type = NULL;

  if (!g_action_parse_detailed_name (detailed_name, &name, &target, NULL)
      || !g_action_group_query_action (actions, name, NULL, &type, NULL, NULL, NULL) || type == NULL
      || target == NULL || !g_variant_is_of_type (target, type))
    {
      g_info ("A press came with something that is no action");
      return;
    }
  g_free (self->token);
  self->token = g_strdup (token);
  g_action_group_activate_action (actions, name, target);
}

void
brine_service_on_dismissed (BrineService *self, const char *notice_id)
{
  if (brine_reminder_notice_id_is_valid (notice_id))
    act (notice_id, BRINE_ACT_DISMISS, 0, self);
}
