/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-notice-actions.h"

#include "brine-reminder-actions.h"

#define SERVICE_NAME BRINE_APP_ID ".Service"
#define SERVICE_PATH "/org/brineapp/Brine/Service"
#define SERVICE_INTERFACE SERVICE_NAME "1"
/* Long enough for the service to be started and to open a large diary on a slow disk. */
#define TIMEOUT_MS 25000

/* Owned by the application, whose actions call it. */
typedef struct
{
  GApplication *application; /* not owned: it lives longer */
  char *folder;
  const BrineNoticeFuncs *funcs;
  gpointer user_data;
} Forwarder;

typedef struct
{
  GApplication *application; /* owned, and held: it may have no window */
  Forwarder *forwarder;
} Press;

static void
press_free (Press *press)
{
  g_application_release (press->application);
  g_object_unref (press->application);
  g_free (press);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Press, press_free)

static const char *
get_action_name (BrineActKind act)
{
  switch (act)
    {
    case BRINE_ACT_LATER:
      return BRINE_REMINDER_ACTION_LATER;
    case BRINE_ACT_SKIP:
      return BRINE_REMINDER_ACTION_SKIP;
    case BRINE_ACT_MOOD:
      return BRINE_REMINDER_ACTION_MOOD;
    case BRINE_ACT_KEEP:
      return BRINE_REMINDER_ACTION_KEEP;
    case BRINE_ACT_DROP:
      return BRINE_REMINDER_ACTION_DROP;
    default:
      return BRINE_REMINDER_ACTION_DONE;
    }
}

static void
on_forwarded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Press) press = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply =
      g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);

  if (reply != NULL)
    return;
  g_info ("The service did not take what was pressed: %s", error->message);
  press->forwarder->funcs->unanswered (press->forwarder->user_data);
}

static void
forward (const char *notice_id, BrineActKind act, int argument, gpointer user_data)
{
  Forwarder *self = user_data;
  GDBusConnection *bus = g_application_get_dbus_connection (self->application);
  Press *press;

  if (bus == NULL)
    {
      self->funcs->unanswered (self->user_data);
      return;
    }
  press = g_new (Press, 1);
  press->application = g_object_ref (self->application);
  press->forwarder = self;
  g_application_hold (self->application);
  g_dbus_connection_call (bus, SERVICE_NAME, SERVICE_PATH, SERVICE_INTERFACE, "Act",
                          g_variant_new ("(sssi)", self->folder, notice_id, get_action_name (act),
                                         argument),
                          G_VARIANT_TYPE_UNIT, G_DBUS_CALL_FLAGS_NONE, TIMEOUT_MS, NULL,
                          on_forwarded_cb, press);
}

static void
open_notice (const char *notice_id, gpointer user_data)
{
  Forwarder *self = user_data;

  self->funcs->open (notice_id, self->user_data);
}

static void
forwarder_free (gpointer data)
{
  Forwarder *self = data;

  g_free (self->folder);
  g_free (self);
}

void
brine_notice_actions_add (GApplication *application, const char *folder,
                          const BrineNoticeFuncs *funcs, gpointer user_data)
{
  static const BrineReminderActionFuncs actions = { forward, open_notice };
  Forwarder *self;

  g_return_if_fail (G_IS_APPLICATION (application) && folder != NULL);
  g_return_if_fail (funcs != NULL && funcs->open != NULL && funcs->unanswered != NULL);

  self = g_new (Forwarder, 1);
  *self = (Forwarder){ application, g_canonicalize_filename (folder, NULL), funcs, user_data };
  g_object_set_data_full (G_OBJECT (application), "brine-notice-actions", self, forwarder_free);
  brine_reminder_actions_add (G_ACTION_MAP (application), &actions, self);
}
