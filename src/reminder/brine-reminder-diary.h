/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-reminder-facts.h"

G_BEGIN_DECLS

/**
 * BrineReminderDiary:
 *
 * Where the engine of reminders reads what is planned and writes what it delivered.
 *
 * Signal "changed" (no arguments): something that decides over reminders was written, by anybody;
 * on the thread of the engine.
 */
#define BRINE_TYPE_REMINDER_DIARY (brine_reminder_diary_get_type ())
G_DECLARE_INTERFACE (BrineReminderDiary, brine_reminder_diary, BRINE, REMINDER_DIARY, GObject)

struct _BrineReminderDiaryInterface
{
  GTypeInterface parent;

  void (*load_async) (BrineReminderDiary *self, BrineInstant now, GTimeZone *zone,
                      GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
  BrineReminderFacts *(*load_finish) (BrineReminderDiary *self, GAsyncResult *result,
                                      GError **error);
  void (*commit_async) (BrineReminderDiary *self, const GPtrArray *deliveries,
                        GCancellable *cancellable, GAsyncReadyCallback callback,
                        gpointer user_data);
  gboolean (*commit_finish) (BrineReminderDiary *self, GAsyncResult *result, GError **error);
  void (*check) (BrineReminderDiary *self);
};

/**
 * brine_reminder_diary_load_async:
 * @now: around which the facts are wanted
 * @zone: (transfer none): where one is
 *
 * Reads the facts as they are at one moment, with a constant number of queries.
 */
void brine_reminder_diary_load_async (BrineReminderDiary *self, BrineInstant now, GTimeZone *zone,
                                      GCancellable *cancellable, GAsyncReadyCallback callback,
                                      gpointer user_data);
/**
 * brine_reminder_diary_load_finish:
 *
 * Returns: (transfer full): the facts, or NULL with what reading the store may say
 */
BrineReminderFacts *brine_reminder_diary_load_finish (BrineReminderDiary *self,
                                                      GAsyncResult *result, GError **error);
/**
 * brine_reminder_diary_commit_async:
 * @deliveries: (element-type BrineDelivery): as they shall be; copied
 *
 * Writes them in one transaction. One that becomes SHOWN is left as it is when it is not CLAIMED any
 * more: somebody was quicker and acted upon it.
 */
void brine_reminder_diary_commit_async (BrineReminderDiary *self, const GPtrArray *deliveries,
                                        GCancellable *cancellable, GAsyncReadyCallback callback,
                                        gpointer user_data);
/**
 * brine_reminder_diary_commit_finish:
 *
 * Returns: whether they are on the disk; else nothing was written, and @error is what writing to the
 *   store may say
 */
gboolean brine_reminder_diary_commit_finish (BrineReminderDiary *self, GAsyncResult *result,
                                             GError **error);
/**
 * brine_reminder_diary_check:
 *
 * Looks whether another process wrote, and says "changed" then.
 */
void brine_reminder_diary_check (BrineReminderDiary *self);
/* For those who implement it. */
void brine_reminder_diary_emit_changed (BrineReminderDiary *self);

G_END_DECLS
