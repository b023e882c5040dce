/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-reminder-diary.h"
#include "brine-store.h"

G_BEGIN_DECLS

/**
 * BrineStoreDiary:
 *
 * The diary of reminders that is the diary: reads and writes through a store, on its worker, in one
 * transaction each. Follows what is written by this process and by others.
 */
#define BRINE_TYPE_STORE_DIARY (brine_store_diary_get_type ())
G_DECLARE_FINAL_TYPE (BrineStoreDiary, brine_store_diary, BRINE, STORE_DIARY, GObject)

/**
 * brine_store_diary_new:
 * @store: (transfer none): held
 *
 * The one that cannot be written (brine_store_is_read_only()) is reminded from all the same: what
 * became of its reminders is remembered by the object alone, which leaves what was due before it
 * was made.
 *
 * Returns: (transfer full): the diary, as #BrineReminderDiary
 */
BrineReminderDiary *brine_store_diary_new (BrineStore *store);

/**
 * brine_reminder_facts_load:
 * @now: around which they are wanted
 * @zone: (transfer none): where one is
 * @ahead_days: how many days ahead; 0: as many as the engine needs
 *
 * Reads the facts and waits for them; writes nothing. For programs without a main loop.
 *
 * Returns: (transfer full): the facts, or NULL with what reading the store may say
 */
BrineReminderFacts *brine_reminder_facts_load (BrineStore *store, BrineInstant now, GTimeZone *zone,
                                               int ahead_days, GError **error);
/**
 * brine_reminder_facts_load_async:
 *
 * As brine_reminder_facts_load(), and nobody waits.
 */
void brine_reminder_facts_load_async (BrineStore *store, BrineInstant now, GTimeZone *zone,
                                      int ahead_days, GCancellable *cancellable,
                                      GAsyncReadyCallback callback, gpointer user_data);
/**
 * brine_reminder_facts_load_finish:
 *
 * Returns: (transfer full): the facts, or NULL with what reading the store may say
 */
BrineReminderFacts *brine_reminder_facts_load_finish (BrineStore *store, GAsyncResult *result,
                                                      GError **error);

G_END_DECLS
