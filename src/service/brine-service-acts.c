/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-service-private.h"

#include "brine-catalogue-loader.h"
#include "brine-reminder-actions.h"

#define WINDOW_PATH "/org/brineapp/Brine"
/* More presses than anybody makes while a diary opens. */
#define MAX_WAITING 50

typedef struct
{
  char *notice_id;
  BrineActKind act;
  int argument;
} Act;

static void
act_free (gpointer data)
{
  Act *act = data;

  g_free (act->notice_id);
  g_free (act);
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
on_acted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  gboolean acted = FALSE;

  if (!brine_reminder_act_finish (BRINE_STORE (source), result, &acted, &error))
    g_warning ("A reminder was not acted upon: %s", error->message);
  else if (!acted)
    g_info ("A notification that is not open any more was acted upon");
}

static void
do_act (BrineService *self, const Act *act)
{
  BrineStore *store = brine_diary_keeper_get_store (self->keeper);
  g_autoptr (BrineCatalogue) catalogue = load_catalogue (act->act);
  const BrineLogMaker with = {
    .catalogue = catalogue,
    .zone = brine_clock_get_zone (self->clock),
    .now = brine_clock_get_now (self->clock),
    .day_start_minutes = brine_store_get_day_start_minutes (store),
  };

  /* What is under way when the service ends is written: closing the diary waits for it. */
  brine_reminder_act_async (store, act->notice_id, act->act, act->argument, &with, on_acted_cb,
                            NULL);
}

void
brine_service_do_waiting (BrineService *self)
{
  BrineStore *store = brine_diary_keeper_get_store (self->keeper);
  g_autoptr (GPtrArray) waiting = g_steal_pointer (&self->waiting);

  self->waiting = g_ptr_array_new_with_free_func (act_free);
  for (guint i = 0; store != NULL && i < waiting->len; i++)
    do_act (self, waiting->pdata[i]);
}

static void
act (const char *notice_id, BrineActKind kind, int argument, gpointer user_data)
{
  BrineService *self = BRINE_SERVICE (user_data);
  Act *wanted = g_new (Act, 1);

  *wanted = (Act){ g_strdup (notice_id), kind, argument };
  if (self->waiting->len >= MAX_WAITING)
    {
      act_free (wanted);
      return;
    }
  g_ptr_array_add (self->waiting, wanted);
  /* The press may be what started this program. */
  if (!g_str_equal (brine_diary_keeper_get_problem (self->keeper), "starting"))
    brine_service_do_waiting (self);
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

  self->waiting = g_ptr_array_new_with_free_func (act_free);
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
