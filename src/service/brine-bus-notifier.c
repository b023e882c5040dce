/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-bus-notifier.h"

#include "brine-notice-words.h"
#include "brine-sound.h"

struct _BrineBusNotifier
{
  GObject parent_instance;

  BrineNotificationServer *server;
  BrineClock *clock;
  GHashTable *shown;   /* ids, a set: may be on the screen */
  gboolean swept_once; /* what earlier lives left was looked for */
};

static void notifier_iface_init (BrineNotifierInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BrineBusNotifier, brine_bus_notifier, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (BRINE_TYPE_NOTIFIER, notifier_iface_init))

/* Notifier --------------------------------------------------------------------------------- */

static gboolean
is_available (BrineNotifier *notifier)
{
  return *brine_notification_server_get_name (BRINE_BUS_NOTIFIER (notifier)->server) != '\0';
}

static void
on_shown_cb (GObject *server, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  const char *sound_name = g_task_get_task_data (task);
  GError *error = NULL;

  if (!brine_notification_server_show_finish (BRINE_NOTIFICATION_SERVER (server), result, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  if (sound_name != NULL
      && !brine_notification_server_plays_sounds (BRINE_NOTIFICATION_SERVER (server)))
    brine_sound_play (sound_name);
  g_task_return_boolean (task, TRUE);
}

static void
show_async (BrineNotifier *notifier, const BrineNotice *notice, GAsyncReadyCallback callback,
            gpointer user_data)
{
  BrineBusNotifier *self = BRINE_BUS_NOTIFIER (notifier);
  GTask *task = g_task_new (self, NULL, callback, user_data);
  g_autoptr (BrineNotification) notification =
      brine_notice_words_new (notice, brine_clock_get_local (self->clock));

  g_task_set_source_tag (task, show_async);
  g_task_set_task_data (task, (gpointer)notification->sound_name, NULL); /* a static string */
  if (notice->kind != BRINE_NOTICE_TEST)
    g_hash_table_add (self->shown, g_strdup (notice->id));
  brine_notification_server_show_async (self->server, notification, on_shown_cb, task);
}

static gboolean
show_finish (BrineNotifier *notifier, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
withdraw (BrineNotifier *notifier, const char *id)
{
  BrineBusNotifier *self = BRINE_BUS_NOTIFIER (notifier);

  brine_notification_server_withdraw (self->server, id);
  g_hash_table_remove (self->shown, id);
}

static void
notifier_iface_init (BrineNotifierInterface *iface)
{
  iface->is_available = is_available;
  iface->show_async = show_async;
  iface->show_finish = show_finish;
  iface->withdraw = withdraw;
}

/* A server that goes and another that comes are told, too: the one that came may take what the
 * one before did not. */
static void
on_server_changed (BrineBusNotifier *self)
{
  brine_notifier_emit_available_changed (BRINE_NOTIFIER (self));
}

/* Sweeping --------------------------------------------------------------------------------- */

void
brine_bus_notifier_sweep (BrineBusNotifier *self, const GPtrArray *deliveries)
{
  g_autoptr (GHashTable) open = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) stale = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer id;

  g_return_if_fail (BRINE_IS_BUS_NOTIFIER (self));
  g_return_if_fail (deliveries != NULL);

  if (!is_available (BRINE_NOTIFIER (self)))
    return;
  for (guint i = 0; i < deliveries->len; i++)
    {
      const BrineDelivery *delivery = deliveries->pdata[i];

      if (delivery->notice_id == NULL)
        continue;
      if (delivery->state == BRINE_DELIVERY_CLAIMED || delivery->state == BRINE_DELIVERY_SHOWN)
        {
          g_hash_table_add (open, delivery->notice_id);
          /* By an earlier life, perhaps. */
          g_hash_table_add (self->shown, g_strdup (delivery->notice_id));
        }
      else if (delivery->shown
               && (!self->swept_once || g_hash_table_contains (self->shown, delivery->notice_id)))
        g_hash_table_add (stale, delivery->notice_id);
    }
  self->swept_once = TRUE;
  g_hash_table_iter_init (&iter, stale);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (!g_hash_table_contains (open, id))
      withdraw (BRINE_NOTIFIER (self), id);
}

/* Class ------------------------------------------------------------------------------------ */

static void
brine_bus_notifier_dispose (GObject *object)
{
  BrineBusNotifier *self = BRINE_BUS_NOTIFIER (object);

  g_clear_object (&self->server);
  g_clear_object (&self->clock);
  G_OBJECT_CLASS (brine_bus_notifier_parent_class)->dispose (object);
}

static void
brine_bus_notifier_finalize (GObject *object)
{
  g_hash_table_unref (BRINE_BUS_NOTIFIER (object)->shown);
  G_OBJECT_CLASS (brine_bus_notifier_parent_class)->finalize (object);
}

static void
brine_bus_notifier_class_init (BrineBusNotifierClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = brine_bus_notifier_dispose;
  object_class->finalize = brine_bus_notifier_finalize;
}

static void
brine_bus_notifier_init (BrineBusNotifier *self)
{
  self->shown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

BrineBusNotifier *
brine_bus_notifier_new (BrineNotificationServer *server, BrineClock *clock)
{
  BrineBusNotifier *self;

  g_return_val_if_fail (BRINE_IS_NOTIFICATION_SERVER (server), NULL);
  g_return_val_if_fail (BRINE_IS_CLOCK (clock), NULL);

  self = g_object_new (BRINE_TYPE_BUS_NOTIFIER, NULL);
  self->server = g_object_ref (server);
  self->clock = g_object_ref (clock);
  g_signal_connect_object (server, "changed", G_CALLBACK (on_server_changed), self,
                           G_CONNECT_SWAPPED);
  return self;
}
