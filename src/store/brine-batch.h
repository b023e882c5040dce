/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-store.h"

G_BEGIN_DECLS

/**
 * BrineBatch:
 *
 * One transaction around a function on the worker that reads and writes. For more items than memory
 * should hold, which it puts one after the other; and for a change that rests on what it has just
 * read, since no other process writes in between. Either all of it is in the diary in the end or
 * nothing. The inverse of few items is kept, that of many is not: it would hold all that memory
 * should not.
 * Only on the worker, and only while the function runs.
 */
typedef struct _BrineBatch BrineBatch;

/* How many items of a batch can be taken back; with more, none can. */
#define BRINE_BATCH_UNDO_MAX 10000

/* Runs on the worker, which answers nothing else meanwhile. FALSE with @error set takes back what
 * it put. */
typedef gboolean (*BrineBatchFunc) (BrineBatch *batch, gpointer user_data, GError **error);

/**
 * brine_store_run_batch:
 * @writes: as brine_store_run_batch_async()
 * @out_inverse: (out) (optional) (nullable) (transfer full): as brine_store_run_batch_finish()
 *
 * Runs @func on the worker and waits for it.
 *
 * Returns: as brine_store_run_batch_finish()
 */
gboolean brine_store_run_batch (BrineStore *self, BrineBatchFunc func, gboolean writes,
                                gpointer user_data, BrineChange **out_inverse, GError **error);
/**
 * brine_store_run_batch_async:
 * @writes: FALSE: nothing may be put, and a diary that cannot be written is good enough
 * @user_data: for @func; must live until @callback is called
 *
 * There is no cancellable: only the function knows where it may stop. What it returns decides, so
 * the callback never hears that something was cancelled which is on the disk.
 */
void brine_store_run_batch_async (BrineStore *self, BrineBatchFunc func, gboolean writes,
                                  gpointer user_data, GAsyncReadyCallback callback,
                                  gpointer callback_data);
/**
 * brine_store_run_batch_finish:
 * @out_inverse: (out) (optional) (nullable) (transfer full): what takes it back, in one; %NULL: it
 *   put nothing, or more than %BRINE_BATCH_UNDO_MAX
 *
 * Returns: whether all is on the disk; else as brine_store_apply(), or what the function said
 */
gboolean brine_store_run_batch_finish (BrineStore *self, GAsyncResult *result,
                                       BrineChange **out_inverse, GError **error);

/**
 * brine_batch_find_item:
 *
 * Returns: (transfer full) (nullable): the live item with that UID; %NULL without @error: none
 */
BrinePlanItem *brine_batch_find_item (BrineBatch *batch, const char *uid, GError **error);
/**
 * brine_batch_load_item:
 *
 * Returns: (transfer full) (nullable): the live item with that id; %NULL without @error: none
 */
BrinePlanItem *brine_batch_load_item (BrineBatch *batch, const char *id, GError **error);
/* Puts it as brine_change_put_item() does. */
gboolean brine_batch_put_item (BrineBatch *batch, const BrinePlanItem *item, GError **error);

/* As brine_store_load_agenda() and brine_store_load_deliveries(). */
GPtrArray *brine_batch_load_agenda (BrineBatch *batch, BrineDay from, BrineDay to, BrineLocal now,
                                    GError **error);
GPtrArray *brine_batch_load_deliveries (BrineBatch *batch, BrineInstant since, GError **error);
/**
 * brine_batch_load_last_deliveries:
 * @since: those that changed at or after it
 * @from: those whose nominal time lies on this day or later
 * @remembered_since: of questions, and of the past occurrences of each item, those after this
 * @n_occurrences: of how many past occurrences of each item those that were shown are wanted
 *
 * What a decision about reminders rests on, which does not grow with how long they are remembered.
 *
 * Returns: (transfer full) (element-type BrineDelivery): these and all that are open, each once, or
 *   NULL with what reading the store may say
 */
GPtrArray *brine_batch_load_last_deliveries (BrineBatch *batch, BrineInstant since, BrineDay from,
                                             BrineInstant remembered_since, int n_occurrences,
                                             GError **error);
/**
 * brine_batch_load_settings:
 *
 * Returns: (transfer full) (element-type utf8 utf8): all settings of the diary as they are now, which
 *   another process may have changed just before; or NULL with what reading the store may say
 */
GHashTable *brine_batch_load_settings (BrineBatch *batch, GError **error);
/* As the functions of the store of these names. */
GPtrArray *brine_batch_load_items (BrineBatch *batch, GError **error);
GPtrArray *brine_batch_load_logs (BrineBatch *batch, BrineDay from, BrineDay to, GError **error);
GPtrArray *brine_batch_load_checkins (BrineBatch *batch, BrineDay from, BrineDay to,
                                      GError **error);
GPtrArray *brine_batch_load_pauses (BrineBatch *batch, BrineDay from, BrineDay to, GError **error);
/* Writes all of @change (transfer none), as brine_store_apply() does. After a failure the function
 * must fail too. */
gboolean brine_batch_apply (BrineBatch *batch, const BrineChange *change, GError **error);

G_END_DECLS
