/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-batch.h"

#include "brine-agenda-private.h"
#include "brine-change-private.h"
#include "brine-clock.h"
#include "brine-rows-private.h"
#include "brine-store-private.h"

struct _BrineBatch
{
  BrineDatabase *db;
  int64_t now_ms;
  guint kinds;          /* a bit for each that was written; 0: nothing was */
  BrineChange *inverse; /* NULL: too many to be taken back */
  guint n_written;
};

typedef struct
{
  BrineStore *store; /* borrowed: the task holds it */
  BrineBatchFunc func;
  gboolean writes;
  gpointer user_data;
} Run;

static void
free_inverse (gpointer inverse)
{
  brine_change_free (inverse);
}

/* Answers the inverse; one without steps stands for more than can be taken back. */
static gpointer
run_job (BrineWorker *worker, BrineDatabase *db, gpointer input, GError **error)
{
  const Run *run = input;
  BrineBatch batch = { .db = db,
                       .now_ms = brine_clock_read_stamp ().unix_ms,
                       .inverse = brine_change_new () };
  gboolean done;

  if (!(run->writes ? brine_database_begin (db, error) : brine_database_begin_read (db, error)))
    {
      brine_change_free (batch.inverse);
      return NULL;
    }
  done = run->func (&batch, run->user_data, error);
  if (!done || batch.kinds == 0)
    brine_database_rollback (db);
  else
    done = brine_database_commit (db, error);
  if (!done)
    {
      brine_database_forget_plan (db);
      g_clear_pointer (&batch.inverse, brine_change_free);
      return NULL;
    }
  /* It is on the disk: what fails now is not the batch. */
  if ((batch.kinds & 1u << BRINE_KIND_SETTING) != 0)
    brine_store_reload_settings (run->store, db, NULL);
  brine_store_announce (run->store, batch.kinds);
  if (batch.inverse == NULL)
    return brine_change_new ();
  brine_change_reverse (batch.inverse);
  return batch.inverse;
}

void
brine_store_run_batch_async (BrineStore *self, BrineBatchFunc func, gboolean writes,
                             gpointer user_data, GAsyncReadyCallback callback,
                             gpointer callback_data)
{
  Run *run = g_new0 (Run, 1);

  g_return_if_fail (BRINE_IS_STORE (self));
  g_return_if_fail (func != NULL);

  *run = (Run){ self, func, writes, user_data };
  brine_store_queue (self, brine_store_run_batch_async, run_job, run, g_free, free_inverse, NULL,
                     callback, callback_data);
}

static gboolean
take_inverse (BrineChange *answer, BrineChange **out_inverse)
{
  g_autoptr (BrineChange) inverse = answer;
  gboolean done = inverse != NULL;

  if (out_inverse != NULL)
    *out_inverse = done && !brine_change_is_empty (inverse) ? g_steal_pointer (&inverse) : NULL;
  return done;
}

gboolean
brine_store_run_batch_finish (BrineStore *self, GAsyncResult *result, BrineChange **out_inverse,
                              GError **error)
{
  return take_inverse (brine_store_finish (self, result, brine_store_run_batch_async, error),
                       out_inverse);
}

gboolean
brine_store_run_batch (BrineStore *self, BrineBatchFunc func, gboolean writes, gpointer user_data,
                       BrineChange **out_inverse, GError **error)
{
  Run run = { self, func, writes, user_data };

  g_return_val_if_fail (BRINE_IS_STORE (self), FALSE);
  g_return_val_if_fail (func != NULL, FALSE);

  return take_inverse (brine_store_run (self, run_job, &run, error), out_inverse);
}

BrinePlanItem *
brine_batch_load_item (BrineBatch *batch, const char *id, GError **error)
{
  g_return_val_if_fail (batch != NULL && id != NULL, NULL);
  return brine_item_class.load (batch->db, id, error);
}

BrinePlanItem *
brine_batch_find_item (BrineBatch *batch, const char *uid, GError **error)
{
  static const char sql[] = "SELECT id FROM items WHERE uid = ?1 AND deleted_at IS NULL LIMIT 1";
  g_autofree char *id = NULL;
  GError *local_error = NULL;

  g_return_val_if_fail (batch != NULL && uid != NULL, NULL);

  g_autoptr (BrineQuery) query = brine_database_query (batch->db, sql, error);
  if (query == NULL)
    return NULL;
  brine_query_bind (query, "t", uid);
  if (brine_query_next (query, &local_error))
    id = brine_query_dup_text (query, 0);
  if (local_error != NULL)
    {
      g_propagate_error (error, local_error);
      return NULL;
    }
  return id != NULL ? brine_batch_load_item (batch, id, error) : NULL;
}

/* Ids and what they named before are kept until there are too many of them. */
static gboolean
note_before (BrineBatch *batch, const char *id, GError **error)
{
  GError *local_error = NULL;
  BrinePlanItem *before;

  if (++batch->n_written > BRINE_BATCH_UNDO_MAX)
    {
      g_clear_pointer (&batch->inverse, brine_change_free);
      return TRUE;
    }
  before = brine_batch_load_item (batch, id, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, local_error);
      return FALSE;
    }
  brine_change_add_inverse (batch->inverse, BRINE_KIND_ITEM, id, before);
  return TRUE;
}

gboolean
brine_batch_put_item (BrineBatch *batch, const BrinePlanItem *item, GError **error)
{
  g_return_val_if_fail (batch != NULL && item != NULL, FALSE);
  if (!note_before (batch, item->id, error))
    return FALSE;
  batch->kinds |= 1u << BRINE_KIND_ITEM;
  return brine_item_class.put (batch->db, item, batch->now_ms, error);
}

GPtrArray *
brine_batch_load_agenda (BrineBatch *batch, BrineDay from, BrineDay to, BrineLocal now,
                         GError **error)
{
  g_return_val_if_fail (batch != NULL, NULL);
  return brine_agenda_load_in_snapshot (batch->db, from, to, now, error);
}

GPtrArray *
brine_batch_load_deliveries (BrineBatch *batch, BrineInstant since, GError **error)
{
  g_return_val_if_fail (batch != NULL, NULL);
  return brine_rows_load_deliveries (batch->db, since, error);
}

GPtrArray *
brine_batch_load_last_deliveries (BrineBatch *batch, BrineInstant since, BrineDay from,
                                  BrineInstant remembered_since, int n_occurrences, GError **error)
{
  g_return_val_if_fail (batch != NULL, NULL);
  return brine_rows_load_last_deliveries (batch->db, since, from, remembered_since, n_occurrences,
                                          error);
}

GHashTable *
brine_batch_load_settings (BrineBatch *batch, GError **error)
{
  g_return_val_if_fail (batch != NULL, NULL);
  return brine_rows_load_settings (batch->db, error);
}

GPtrArray *
brine_batch_load_items (BrineBatch *batch, GError **error)
{
  g_return_val_if_fail (batch != NULL, NULL);
  return brine_rows_load_items (batch->db, NULL, error);
}

GPtrArray *
brine_batch_load_logs (BrineBatch *batch, BrineDay from, BrineDay to, GError **error)
{
  g_return_val_if_fail (batch != NULL, NULL);
  return brine_rows_load_logs (batch->db, from, to, error);
}

GPtrArray *
brine_batch_load_checkins (BrineBatch *batch, BrineDay from, BrineDay to, GError **error)
{
  g_return_val_if_fail (batch != NULL, NULL);
  return brine_rows_load_checkins (batch->db, from, to, error);
}

GPtrArray *
brine_batch_load_pauses (BrineBatch *batch, BrineDay from, BrineDay to, GError **error)
{
  g_return_val_if_fail (batch != NULL, NULL);
  return brine_rows_load_pauses (batch->db, from, to, error);
}

gboolean
brine_batch_apply (BrineBatch *batch, const BrineChange *change, GError **error)
{
  g_autoptr (BrineChange) unused = NULL;
  BrineChange *inverse = batch != NULL ? batch->inverse : NULL;

  g_return_val_if_fail (batch != NULL && change != NULL, FALSE);

  /* A batch that is too long to be taken back stays so. */
  if (inverse == NULL)
    inverse = unused = brine_change_new ();
  return brine_change_write_steps (change, batch->db, batch->now_ms, inverse, &batch->kinds, error);
}
