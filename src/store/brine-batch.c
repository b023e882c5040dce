/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-batch.h"

#include "brine-change-private.h"
#include "brine-clock.h"
#include "brine-rows-private.h"
#include "brine-store-private.h"

struct _BrineBatch
{
  BrineDatabase *db;
  int64_t now_ms;
  gboolean written;
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
  if (!done || !batch.written)
    brine_database_rollback (db);
  else
    done = brine_database_commit (db, error);
  if (!done)
    {
      brine_database_forget_plan (db);
      g_clear_pointer (&batch.inverse, brine_change_free);
      return NULL;
    }
  if (batch.written)
    brine_store_announce (run->store, 1u << BRINE_KIND_ITEM);
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

gboolean
brine_store_run_batch_finish (BrineStore *self, GAsyncResult *result, BrineChange **out_inverse,
                              GError **error)
{
  g_autoptr (BrineChange) inverse =
      brine_store_finish (self, result, brine_store_run_batch_async, error);
  gboolean done = inverse != NULL;

  if (out_inverse != NULL)
    *out_inverse = done && !brine_change_is_empty (inverse) ? g_steal_pointer (&inverse) : NULL;
  return done;
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
  batch->written = TRUE;
  return brine_item_class.put (batch->db, item, batch->now_ms, error);
}
