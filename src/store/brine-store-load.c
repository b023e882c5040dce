/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-agenda-private.h"
#include "brine-rows-private.h"
#include "brine-store-private.h"

/* Calls that read: the job on the worker, then the blocking and the asynchronous form. */

static BrineRange *
range_new (BrineDay from, BrineDay to, BrineLocal now)
{
  BrineRange *range = g_new0 (BrineRange, 1);

  *range = (BrineRange){ from, to, now };
  return range;
}

static const BrineLocal no_time = { 0 };

/* Lists of a range ---------------------------------------------------------------------------- */

/* The blocking form of a call that reads a list of the days [from, to]. */
#define DEFINE_RANGE_CALL(name, loader)                                                            \
  static gpointer name##_job (BrineWorker *worker, BrineDatabase *db, gpointer input,              \
                              GError **error)                                                      \
  {                                                                                                \
    const BrineRange *range = input;                                                               \
                                                                                                   \
    return loader (db, range->from, range->to, error);                                             \
  }                                                                                                \
                                                                                                   \
  GPtrArray *brine_store_##name (BrineStore *self, BrineDay from, BrineDay to, GError **error)     \
  {                                                                                                \
    g_return_val_if_fail (BRINE_IS_STORE (self), NULL);                                            \
    return brine_store_run (self, name##_job, &(BrineRange){ from, to, no_time }, error);          \
  }

#define DEFINE_RANGE_CALL_ASYNC(name)                                                              \
  void brine_store_##name##_async (BrineStore *self, BrineDay from, BrineDay to,                   \
                                   GCancellable *cancellable, GAsyncReadyCallback callback,        \
                                   gpointer user_data)                                             \
  {                                                                                                \
    g_return_if_fail (BRINE_IS_STORE (self));                                                      \
    brine_store_queue (self, brine_store_##name##_async, name##_job,                               \
                       range_new (from, to, no_time), g_free, (GDestroyNotify)g_ptr_array_unref,   \
                       cancellable, callback, user_data);                                          \
  }                                                                                                \
                                                                                                   \
  GPtrArray *brine_store_##name##_finish (BrineStore *self, GAsyncResult *result, GError **error)  \
  {                                                                                                \
    return brine_store_finish (self, result, brine_store_##name##_async, error);                   \
  }

DEFINE_RANGE_CALL (load_logs, brine_rows_load_logs)
DEFINE_RANGE_CALL (load_nights, brine_rows_load_nights)
DEFINE_RANGE_CALL (load_checkins, brine_rows_load_checkins)
DEFINE_RANGE_CALL_ASYNC (load_checkins)
DEFINE_RANGE_CALL (load_pauses, brine_rows_load_pauses)
DEFINE_RANGE_CALL_ASYNC (load_pauses)

/* Agenda and facts -------------------------------------------------------------------------- */

static gpointer
load_agenda_job (BrineWorker *worker, BrineDatabase *db, gpointer input, GError **error)
{
  const BrineRange *range = input;

  return brine_agenda_load (db, range->from, range->to, range->now, error);
}

GPtrArray *
brine_store_load_agenda (BrineStore *self, BrineDay from, BrineDay to, BrineLocal now,
                         GError **error)
{
  g_return_val_if_fail (BRINE_IS_STORE (self), NULL);
  return brine_store_run (self, load_agenda_job, &(BrineRange){ from, to, now }, error);
}

void
brine_store_load_agenda_async (BrineStore *self, BrineDay from, BrineDay to, BrineLocal now,
                               GCancellable *cancellable, GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_return_if_fail (BRINE_IS_STORE (self));
  brine_store_queue (self, brine_store_load_agenda_async, load_agenda_job,
                     range_new (from, to, now), g_free, (GDestroyNotify)g_ptr_array_unref,
                     cancellable, callback, user_data);
}

GPtrArray *
brine_store_load_agenda_finish (BrineStore *self, GAsyncResult *result, GError **error)
{
  return brine_store_finish (self, result, brine_store_load_agenda_async, error);
}

static gpointer
load_facts_job (BrineWorker *worker, BrineDatabase *db, gpointer input, GError **error)
{
  const BrineRange *range = input;

  return brine_facts_load (db, range->from, range->to, range->now, error);
}

GArray *
brine_store_load_facts (BrineStore *self, BrineDay from, BrineDay to, BrineLocal now,
                        GError **error)
{
  g_return_val_if_fail (BRINE_IS_STORE (self), NULL);
  return brine_store_run (self, load_facts_job, &(BrineRange){ from, to, now }, error);
}

void
brine_store_load_facts_async (BrineStore *self, BrineDay from, BrineDay to, BrineLocal now,
                              GCancellable *cancellable, GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_return_if_fail (BRINE_IS_STORE (self));
  brine_store_queue (self, brine_store_load_facts_async, load_facts_job, range_new (from, to, now),
                     g_free, (GDestroyNotify)g_array_unref, cancellable, callback, user_data);
}

GArray *
brine_store_load_facts_finish (BrineStore *self, GAsyncResult *result, GError **error)
{
  return brine_store_finish (self, result, brine_store_load_facts_async, error);
}

/* Span -------------------------------------------------------------------------------------- */

/* The span as a range, or NULL for none. */
static gpointer
load_span_job (BrineWorker *worker, BrineDatabase *db, gpointer input, GError **error)
{
  /* An index answers each min and max alone; together they would read the whole of it. */
  static const char sql[] =
      "SELECT min (first), max (last) FROM ("
      "SELECT (SELECT min (at_day) FROM logs WHERE deleted_at IS NULL) AS first, "
      "(SELECT max (at_day) FROM logs WHERE deleted_at IS NULL) AS last UNION ALL "
      "SELECT (SELECT min (at_day) FROM checkins WHERE deleted_at IS NULL), "
      "(SELECT max (at_day) FROM checkins WHERE deleted_at IS NULL) UNION ALL "
      "SELECT (SELECT min (wake_day) FROM nights WHERE deleted_at IS NULL), "
      "(SELECT max (wake_day) FROM nights WHERE deleted_at IS NULL))";
  g_autoptr (BrineQuery) query = brine_database_query (db, sql, error);

  if (query == NULL || !brine_query_next (query, error)
      || sqlite3_column_type (query, 0) == SQLITE_NULL)
    return NULL;
  return range_new (sqlite3_column_int (query, 0), sqlite3_column_int (query, 1), no_time);
}

static gboolean
take_span (BrineRange *range, BrineDay *out_first, BrineDay *out_last)
{
  if (range == NULL)
    return FALSE;
  if (out_first != NULL)
    *out_first = range->from;
  if (out_last != NULL)
    *out_last = range->to;
  g_free (range);
  return TRUE;
}

gboolean
brine_store_load_span (BrineStore *self, BrineDay *out_first, BrineDay *out_last, GError **error)
{
  g_return_val_if_fail (BRINE_IS_STORE (self), FALSE);
  return take_span (brine_store_run (self, load_span_job, NULL, error), out_first, out_last);
}

void
brine_store_load_span_async (BrineStore *self, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (BRINE_IS_STORE (self));
  brine_store_queue (self, brine_store_load_span_async, load_span_job, NULL, NULL, g_free,
                     cancellable, callback, user_data);
}

gboolean
brine_store_load_span_finish (BrineStore *self, GAsyncResult *result, BrineDay *out_first,
                              BrineDay *out_last, GError **error)
{
  return take_span (brine_store_finish (self, result, brine_store_load_span_async, error),
                    out_first, out_last);
}

/* Items and contacts ------------------------------------------------------------------------ */

static gpointer
load_items_job (BrineWorker *worker, BrineDatabase *db, gpointer input, GError **error)
{
  return brine_rows_load_items (db, NULL, error);
}

GPtrArray *
brine_store_load_items (BrineStore *self, GError **error)
{
  g_return_val_if_fail (BRINE_IS_STORE (self), NULL);
  return brine_store_run (self, load_items_job, NULL, error);
}

/* Something, or NULL: there is an item. */
static gpointer
find_no_item_job (BrineWorker *worker, BrineDatabase *db, gpointer input, GError **error)
{
  int64_t exists = 1;

  if (!brine_database_read_int (db, "SELECT EXISTS (SELECT 1 FROM items WHERE deleted_at IS NULL)",
                                &exists, error)
      || exists)
    return NULL;
  return g_new0 (char, 1);
}

void
brine_store_is_unplanned_async (BrineStore *self, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (BRINE_IS_STORE (self));
  brine_store_queue (self, brine_store_is_unplanned_async, find_no_item_job, NULL, NULL, g_free,
                     cancellable, callback, user_data);
}

gboolean
brine_store_is_unplanned_finish (BrineStore *self, GAsyncResult *result, GError **error)
{
  g_autofree char *unplanned =
      brine_store_finish (self, result, brine_store_is_unplanned_async, error);

  return unplanned != NULL;
}

static gpointer
load_item_job (BrineWorker *worker, BrineDatabase *db, gpointer input, GError **error)
{
  GError *local_error = NULL;
  gpointer item = brine_item_class.load (db, input, &local_error);

  if (local_error != NULL)
    g_propagate_error (error, local_error);
  else if (item == NULL)
    g_set_error_literal (error, BRINE_ERROR, BRINE_ERROR_NOT_FOUND, "There is no such plan item.");
  return item;
}

BrinePlanItem *
brine_store_load_item (BrineStore *self, const char *id, GError **error)
{
  g_return_val_if_fail (BRINE_IS_STORE (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);
  return brine_store_run (self, load_item_job, (gpointer)id, error);
}

static void
free_item (gpointer data)
{
  brine_plan_item_free (data);
}

void
brine_store_load_item_async (BrineStore *self, const char *id, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (BRINE_IS_STORE (self));
  g_return_if_fail (id != NULL);
  brine_store_queue (self, brine_store_load_item_async, load_item_job, g_strdup (id), g_free,
                     free_item, cancellable, callback, user_data);
}

BrinePlanItem *
brine_store_load_item_finish (BrineStore *self, GAsyncResult *result, GError **error)
{
  return brine_store_finish (self, result, brine_store_load_item_async, error);
}

static gpointer
load_contacts_job (BrineWorker *worker, BrineDatabase *db, gpointer input, GError **error)
{
  return brine_rows_load_contacts (db, error);
}

GPtrArray *
brine_store_load_contacts (BrineStore *self, GError **error)
{
  g_return_val_if_fail (BRINE_IS_STORE (self), NULL);
  return brine_store_run (self, load_contacts_job, NULL, error);
}

void
brine_store_load_contacts_async (BrineStore *self, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (BRINE_IS_STORE (self));
  brine_store_queue (self, brine_store_load_contacts_async, load_contacts_job, NULL, NULL,
                     (GDestroyNotify)g_ptr_array_unref, cancellable, callback, user_data);
}

GPtrArray *
brine_store_load_contacts_finish (BrineStore *self, GAsyncResult *result, GError **error)
{
  return brine_store_finish (self, result, brine_store_load_contacts_async, error);
}

static gpointer
load_templates_job (BrineWorker *worker, BrineDatabase *db, gpointer input, GError **error)
{
  return brine_rows_load_templates (db, error);
}

GPtrArray *
brine_store_load_templates (BrineStore *self, GError **error)
{
  g_return_val_if_fail (BRINE_IS_STORE (self), NULL);
  return brine_store_run (self, load_templates_job, NULL, error);
}

void
brine_store_load_templates_async (BrineStore *self, GCancellable *cancellable,
                                  GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (BRINE_IS_STORE (self));
  brine_store_queue (self, brine_store_load_templates_async, load_templates_job, NULL, NULL,
                     (GDestroyNotify)g_ptr_array_unref, cancellable, callback, user_data);
}

GPtrArray *
brine_store_load_templates_finish (BrineStore *self, GAsyncResult *result, GError **error)
{
  return brine_store_finish (self, result, brine_store_load_templates_async, error);
}

static gpointer
load_deliveries_job (BrineWorker *worker, BrineDatabase *db, gpointer input, GError **error)
{
  const BrineInstant *since = input;

  return brine_rows_load_deliveries (db, *since, error);
}

GPtrArray *
brine_store_load_deliveries (BrineStore *self, BrineInstant since, GError **error)
{
  g_return_val_if_fail (BRINE_IS_STORE (self), NULL);
  return brine_store_run (self, load_deliveries_job, &since, error);
}

void
brine_store_load_deliveries_async (BrineStore *self, BrineInstant since, GCancellable *cancellable,
                                   GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (BRINE_IS_STORE (self));
  brine_store_queue (self, brine_store_load_deliveries_async, load_deliveries_job,
                     g_memdup2 (&since, sizeof since), g_free, (GDestroyNotify)g_ptr_array_unref,
                     cancellable, callback, user_data);
}

GPtrArray *
brine_store_load_deliveries_finish (BrineStore *self, GAsyncResult *result, GError **error)
{
  return brine_store_finish (self, result, brine_store_load_deliveries_async, error);
}
