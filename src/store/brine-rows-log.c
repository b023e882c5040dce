/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-rows-private.h"

#define LOG_COLUMNS                                                                                \
  "id, (SELECT items.id FROM items WHERE items.row = logs.item), original_day, original_second, "  \
  "practice, title, state, reason, amount, unit, at_ms, at_offset, at_day, recipe_id, "            \
  "live_servings, plants, feel, note, created_at, modified_at, item"
#define LOG_ITEM_COLUMN 20

static gboolean
read_log_nicks (BrineQuery *query, BrineLog *log, GError **error)
{
  if (brine_practice_from_nick (brine_query_get_text (query, 4), &log->practice)
      && brine_state_from_nick (brine_query_get_text (query, 6), &log->state)
      && brine_skip_reason_from_nick (brine_query_get_text (query, 7), &log->reason)
      && brine_rows_unit_from_nick (brine_query_get_text (query, 9), &log->amount.unit))
    return TRUE;
  return brine_rows_fail_nick (error);
}

static gpointer
read_log (BrineQuery *query, GError **error)
{
  g_autoptr (BrineLog) log = g_new0 (BrineLog, 1);

  log->id = brine_query_dup_text (query, 0);
  log->item_id = brine_query_dup_text (query, 1);
  log->original = brine_query_get_local (query, 2);
  log->title = brine_query_dup_text (query, 5);
  log->amount.value = sqlite3_column_double (query, 8);
  log->at = brine_rows_read_moment (query, 10);
  log->recipe_id = brine_query_dup_text (query, 13);
  log->live_servings = sqlite3_column_double (query, 14);
  log->plants = brine_query_dup_text (query, 15);
  log->feel = brine_query_dup_text (query, 16);
  log->note = brine_query_dup_text (query, 17);
  log->stamps = brine_rows_read_stamps (query, 18);
  return read_log_nicks (query, log, error) ? g_steal_pointer (&log) : NULL;
}

static gpointer
load_log (BrineDatabase *db, const char *id, GError **error)
{
  static const char sql[] = "SELECT " LOG_COLUMNS " FROM logs WHERE id = ?1 AND deleted_at IS NULL";
  g_autoptr (BrineQuery) query = brine_database_query (db, sql, error);

  if (query == NULL)
    return NULL;
  brine_query_bind (query, "t", id);
  return brine_rows_first (query, read_log, error);
}

GPtrArray *
brine_rows_load_logs (BrineDatabase *db, BrineDay from, BrineDay to, GError **error)
{
  static const char sql[] = "SELECT " LOG_COLUMNS " FROM logs WHERE deleted_at IS NULL "
                            "AND at_day BETWEEN ?1 AND ?2 ORDER BY at_day, at_ms, id";
  g_autoptr (BrineQuery) query = brine_database_query (db, sql, error);

  if (query == NULL)
    return NULL;
  brine_query_bind (query, "nn", from, to);
  return brine_rows_collect (query, read_log, (GDestroyNotify)brine_log_free, error);
}

GPtrArray *
brine_rows_load_item_logs (BrineDatabase *db, const char *item_id, BrineLocal from, GError **error)
{
  static const char sql[] = "SELECT " LOG_COLUMNS " FROM logs WHERE deleted_at IS NULL "
                            "AND item IS NOT NULL "
                            "AND item = (SELECT row FROM items WHERE id = ?1) "
                            "AND (original_day, original_second) >= (?2, ?3) "
                            "ORDER BY original_day, original_second, id";
  g_autoptr (BrineQuery) query = brine_database_query (db, sql, error);

  if (query == NULL)
    return NULL;
  brine_query_bind (query, "tnn", item_id, from.day, from.second);
  return brine_rows_collect (query, read_log, (GDestroyNotify)brine_log_free, error);
}

GPtrArray *
brine_rows_load_agenda_logs (BrineDatabase *db, BrineDay from, BrineDay to, GArray *out_rows,
                             GError **error)
{
  static const char sql[] = BRINE_LOGS_IN_RANGE (LOG_COLUMNS);
  g_autoptr (BrineQuery) query = brine_database_query (db, sql, error);
  g_autoptr (GPtrArray) logs = g_ptr_array_new_with_free_func ((GDestroyNotify)brine_log_free);
  GError *local_error = NULL;

  if (query == NULL)
    return NULL;
  brine_query_bind (query, "nn", from, to);
  while (brine_query_next (query, &local_error))
    {
      BrineLog *log = read_log (query, &local_error);
      int64_t row = sqlite3_column_int64 (query, LOG_ITEM_COLUMN);

      if (log == NULL)
        break;
      g_ptr_array_add (logs, log);
      g_array_append_val (out_rows, row);
    }
  if (local_error == NULL)
    return g_steal_pointer (&logs);
  g_propagate_error (error, local_error);
  return NULL;
}

/* A log may be read in before its item, or outlive it in an export: an item that is known by its
 * id alone is a tombstone until it comes. */
static gboolean
ensure_item (BrineDatabase *db, const char *item_id, int64_t now_ms, GError **error)
{
  static const char sql[] =
      "INSERT INTO items (id, uid, practice, title, start_day, start_second, minutes, "
      "quota_per_week, slot, portions, created_at, modified_at, deleted_at) "
      "VALUES (?1, ?1, 'own', '', 0, 0, 0, 0, 'none', 1, ?2, ?2, ?2) ON CONFLICT (id) DO NOTHING";
  g_autoptr (BrineQuery) query = NULL;

  if (item_id == NULL)
    return TRUE;
  query = brine_database_query (db, sql, error);
  if (query == NULL)
    return FALSE;
  brine_query_bind (query, "ti", item_id, now_ms);
  return brine_query_run (query, error);
}

static gboolean
put_log (BrineDatabase *db, gconstpointer record, int64_t now_ms, GError **error)
{
  static const char sql[] =
      "INSERT INTO logs (id, item, original_day, original_second, practice, title, state, "
      "reason, amount, unit, at_ms, at_offset, at_day, recipe_id, live_servings, plants, feel, "
      "note, created_at, modified_at) "
      "VALUES (?1, (SELECT row FROM items WHERE id = ?2), ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, "
      "?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20) "
      "ON CONFLICT (id) DO UPDATE SET item = excluded.item, original_day = ?3, "
      "original_second = ?4, practice = ?5, title = ?6, state = ?7, reason = ?8, amount = ?9, "
      "unit = ?10, at_ms = ?11, at_offset = ?12, at_day = ?13, recipe_id = ?14, "
      "live_servings = ?15, plants = ?16, feel = ?17, note = ?18, modified_at = ?20, "
      "deleted_at = NULL";
  const BrineLog *log = record;

  if (!ensure_item (db, log->item_id, now_ms, error))
    return FALSE;
  g_autoptr (BrineQuery) query = brine_database_query (db, sql, error);
  if (query == NULL)
    return FALSE;
  brine_query_bind (query, "ttnnttttdtinntdtttii", log->id, log->item_id, log->original.day,
                    log->original.second, brine_practice_to_nick (log->practice), log->title,
                    brine_state_to_nick (log->state), brine_skip_reason_to_nick (log->reason),
                    log->amount.value, brine_unit_to_nick (log->amount.unit),
                    log->at.instant.unix_ms, log->at.offset_seconds, log->at.day, log->recipe_id,
                    log->live_servings, log->plants, log->feel, log->note,
                    brine_rows_get_created (&log->stamps, now_ms), now_ms);
  return brine_query_run (query, error);
}

/* An occurrence has one log: what is said of it later replaces what was said before. A quota item
 * may have several a day. */
static GPtrArray *
find_rivals (BrineDatabase *db, gconstpointer record, GError **error)
{
  static const char sql[] =
      "SELECT logs.id FROM items JOIN logs ON logs.item = items.row AND logs.item IS NOT NULL "
      "WHERE items.id = ?1 AND items.deleted_at IS NULL AND items.quota_per_week = 0 "
      "AND logs.original_day = ?2 AND logs.original_second = ?3 AND logs.id <> ?4 "
      "AND logs.deleted_at IS NULL";
  const BrineLog *log = record;
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (BrineQuery) query = NULL;
  GError *local_error = NULL;

  if (log->item_id == NULL)
    return g_steal_pointer (&ids);
  query = brine_database_query (db, sql, error);
  if (query == NULL)
    return NULL;
  brine_query_bind (query, "tnnt", log->item_id, log->original.day, log->original.second, log->id);
  while (brine_query_next (query, &local_error))
    g_ptr_array_add (ids, brine_query_dup_text (query, 0));
  if (local_error == NULL)
    return g_steal_pointer (&ids);
  g_propagate_error (error, local_error);
  return NULL;
}

static gpointer
copy_log (gconstpointer record)
{
  return brine_log_copy (record);
}

static void
free_log (gpointer record)
{
  brine_log_free (record);
}

static const char *
get_log_id (gconstpointer record)
{
  return ((const BrineLog *)record)->id;
}

const BrineRecordClass brine_log_class = {
  .copy = copy_log,
  .free = free_log,
  .get_id = get_log_id,
  .load = load_log,
  .put = put_log,
  .find_rivals = find_rivals,
  .remove_sql = "UPDATE logs SET deleted_at = ?1, modified_at = ?1 "
                "WHERE id = ?2 AND deleted_at IS NULL",
};
