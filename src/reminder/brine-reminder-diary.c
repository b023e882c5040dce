/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-reminder-diary.h"

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_INTERFACE (BrineReminderDiary, brine_reminder_diary, G_TYPE_OBJECT)

static void
brine_reminder_diary_default_init (BrineReminderDiaryInterface *iface)
{
  signals[CHANGED] = g_signal_new ("changed", BRINE_TYPE_REMINDER_DIARY, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

void
brine_reminder_diary_load_async (BrineReminderDiary *self, BrineInstant now, GTimeZone *zone,
                                 GCancellable *cancellable, GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_return_if_fail (BRINE_IS_REMINDER_DIARY (self));
  g_return_if_fail (zone != NULL);

  BRINE_REMINDER_DIARY_GET_IFACE (self)->load_async (self, now, zone, cancellable, callback,
                                                     user_data);
}

BrineReminderFacts *
brine_reminder_diary_load_finish (BrineReminderDiary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (BRINE_IS_REMINDER_DIARY (self), NULL);

  return BRINE_REMINDER_DIARY_GET_IFACE (self)->load_finish (self, result, error);
}

void
brine_reminder_diary_commit_async (BrineReminderDiary *self, const GPtrArray *deliveries,
                                   GCancellable *cancellable, GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  g_return_if_fail (BRINE_IS_REMINDER_DIARY (self));
  g_return_if_fail (deliveries != NULL);

  BRINE_REMINDER_DIARY_GET_IFACE (self)->commit_async (self, deliveries, cancellable, callback,
                                                       user_data);
}

gboolean
brine_reminder_diary_commit_finish (BrineReminderDiary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (BRINE_IS_REMINDER_DIARY (self), FALSE);

  return BRINE_REMINDER_DIARY_GET_IFACE (self)->commit_finish (self, result, error);
}

void
brine_reminder_diary_check (BrineReminderDiary *self)
{
  g_return_if_fail (BRINE_IS_REMINDER_DIARY (self));

  BRINE_REMINDER_DIARY_GET_IFACE (self)->check (self);
}

void
brine_reminder_diary_emit_changed (BrineReminderDiary *self)
{
  g_return_if_fail (BRINE_IS_REMINDER_DIARY (self));

  g_signal_emit (self, signals[CHANGED], 0);
}
