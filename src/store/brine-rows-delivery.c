/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-rows-private.h"

#define DELIVERY_COLUMNS                                                                           \
  "id, source, item_id, original_day, original_second, nominal_day, nominal_second, day, "         \
  "practice, title, state, shown, at_ms, until_ms, notice_id"

/* How long it is remembered what became of a reminder, and how many are remembered at least: a
 * clock that was set forward for a moment takes nothing away that could come twice. */
#define KEPT_MS (INT64_C (60) * BRINE_SECONDS_PER_DAY * 1000)
#define N_KEPT 1000

#define MAX_KEY_BYTES 500

static gpointer
read_delivery (BrineQuery *query, GError **error)
{
  g_autoptr (BrineDelivery) delivery =
      brine_delivery_new (brine_query_get_text (query, 0), BRINE_DUE_PLAN);

  delivery->item_id = brine_query_dup_text (query, 2);
  delivery->original = brine_query_get_local (query, 3);
  delivery->nominal = brine_query_get_local (query, 5);
  delivery->day = sqlite3_column_int (query, 7);
  delivery->title = brine_query_dup_text (query, 9);
  delivery->shown = sqlite3_column_int (query, 11);
  delivery->at = brine_query_get_instant (query, 12);
  delivery->until = brine_query_get_instant (query, 13);
  delivery->notice_id = brine_query_dup_text (query, 14);
  if (brine_due_source_from_nick (brine_query_get_text (query, 1), &delivery->source)
      && brine_practice_from_nick (brine_query_get_text (query, 8), &delivery->practice)
      && brine_delivery_state_from_nick (brine_query_get_text (query, 10), &delivery->state))
    return g_steal_pointer (&delivery);
  brine_rows_fail_nick (error);
  return NULL;
}

static gpointer
load_delivery (BrineDatabase *db, const char *id, GError **error)
{
  static const char sql[] =
      "SELECT " DELIVERY_COLUMNS " FROM deliveries WHERE id = ?1 AND deleted_at IS NULL";
  g_autoptr (BrineQuery) query = brine_database_query (db, sql, error);

  if (query == NULL)
    return NULL;
  brine_query_bind (query, "t", id);
  return brine_rows_first (query, read_delivery, error);
}

GPtrArray *
brine_rows_load_last_deliveries (BrineDatabase *db, BrineInstant since, BrineDay from,
                                 BrineInstant remembered_since, int n_occurrences, GError **error)
{
  static const char sql[] =
      "SELECT " DELIVERY_COLUMNS " FROM deliveries WHERE deleted_at IS NULL "
      "AND (at_ms >= ?1 OR nominal_day >= ?2 OR state IN ('claimed', 'shown', 'snoozed') "
      "OR (source = 'ask' AND at_ms >= ?3) "
      "OR row IN (SELECT row FROM (SELECT row, dense_rank () OVER (PARTITION BY item_id "
      "ORDER BY original_day DESC, original_second DESC) AS nth FROM deliveries "
      "WHERE deleted_at IS NULL AND at_ms >= ?3 AND shown = 1 AND source IN ('plan', 'quota') "
      "AND state NOT IN ('claimed', 'shown', 'snoozed')) WHERE nth <= ?4)) "
      "ORDER BY at_ms, row";
  g_autoptr (BrineQuery) query = brine_database_query (db, sql, error);

  if (query == NULL)
    return NULL;
  brine_query_bind (query, "inin", since.unix_ms, from, remembered_since.unix_ms, n_occurrences);
  return brine_rows_collect (query, read_delivery, (GDestroyNotify)brine_delivery_free, error);
}

GPtrArray *
brine_rows_load_deliveries (BrineDatabase *db, BrineInstant since, GError **error)
{
  static const char sql[] =
      "SELECT " DELIVERY_COLUMNS " FROM deliveries WHERE deleted_at IS NULL "
      "AND (at_ms >= ?1 OR state IN ('claimed', 'shown', 'snoozed')) ORDER BY at_ms, row";
  g_autoptr (BrineQuery) query = brine_database_query (db, sql, error);

  if (query == NULL)
    return NULL;
  brine_query_bind (query, "i", since.unix_ms);
  return brine_rows_collect (query, read_delivery, (GDestroyNotify)brine_delivery_free, error);
}

/* Open ones stay: something is still to become of them. */
static gboolean
purge (BrineDatabase *db, BrineInstant now, GError **error)
{
  static const char sql[] =
      "DELETE FROM deliveries WHERE at_ms < ?1 AND state NOT IN ('claimed', 'shown', 'snoozed') "
      "AND row <= (SELECT max (row) FROM deliveries) - ?2";
  g_autoptr (BrineQuery) query = brine_database_query (db, sql, error);

  if (query == NULL)
    return FALSE;
  brine_query_bind (query, "in", now.unix_ms - KEPT_MS, N_KEPT);
  return brine_query_run (query, error);
}

static gboolean
is_text (const char *text)
{
  return text == NULL || g_utf8_validate (text, -1, NULL);
}

static gboolean
validate (const BrineDelivery *delivery, GError **error)
{
  if (*delivery->key != '\0' && strlen (delivery->key) <= MAX_KEY_BYTES && is_text (delivery->key)
      && is_text (delivery->item_id) && is_text (delivery->title) && is_text (delivery->notice_id)
      && delivery->source <= BRINE_DUE_ASK && delivery->state <= BRINE_DELIVERY_EXPIRED
      && delivery->practice < BRINE_N_PRACTICES)
    return TRUE;
  g_set_error_literal (error, BRINE_ERROR, BRINE_ERROR_INVALID, "The delivery is not valid.");
  return FALSE;
}

static gboolean
put_delivery (BrineDatabase *db, gconstpointer record, int64_t now_ms, GError **error)
{
  static const char sql[] =
      "INSERT INTO deliveries (" DELIVERY_COLUMNS ", created_at, modified_at) "
      "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?16) "
      "ON CONFLICT (id) DO UPDATE SET source = ?2, item_id = ?3, original_day = ?4, "
      "original_second = ?5, nominal_day = ?6, nominal_second = ?7, day = ?8, practice = ?9, "
      "title = ?10, state = ?11, shown = ?12, at_ms = ?13, until_ms = ?14, notice_id = ?15, "
      "modified_at = ?16, deleted_at = NULL";
  const BrineDelivery *delivery = record;
  g_autoptr (BrineQuery) query = NULL;

  if (!validate (delivery, error)
      || (delivery->state == BRINE_DELIVERY_CLAIMED && !purge (db, delivery->at, error)))
    return FALSE;
  query = brine_database_query (db, sql, error);
  if (query == NULL)
    return FALSE;
  brine_query_bind (query, "tttnnnnntttniiti", delivery->key,
                    brine_due_source_to_nick (delivery->source), delivery->item_id,
                    delivery->original.day, delivery->original.second, delivery->nominal.day,
                    delivery->nominal.second, delivery->day,
                    brine_practice_to_nick (delivery->practice), delivery->title,
                    brine_delivery_state_to_nick (delivery->state), delivery->shown ? 1 : 0,
                    delivery->at.unix_ms, delivery->until.unix_ms, delivery->notice_id, now_ms);
  return brine_query_run (query, error);
}

static gpointer
copy_delivery (gconstpointer record)
{
  return brine_delivery_copy (record);
}

static void
free_delivery (gpointer record)
{
  brine_delivery_free (record);
}

static const char *
get_delivery_id (gconstpointer record)
{
  return ((const BrineDelivery *)record)->key;
}

const BrineRecordClass brine_delivery_class = {
  .copy = copy_delivery,
  .free = free_delivery,
  .get_id = get_delivery_id,
  .load = load_delivery,
  .put = put_delivery,
  .remove_sql = "UPDATE deliveries SET deleted_at = ?1, modified_at = ?1 "
                "WHERE id = ?2 AND deleted_at IS NULL",
};
