/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-rows-private.h"

#define PAUSE_COLUMNS "id, from_day, to_day, reason, note, created_at, modified_at"

static gpointer
read_pause (BrineQuery *query, GError **error)
{
  g_autoptr (BrinePause) pause = g_new0 (BrinePause, 1);

  pause->id = brine_query_dup_text (query, 0);
  pause->from = sqlite3_column_int (query, 1);
  pause->to = sqlite3_column_int (query, 2);
  pause->note = brine_query_dup_text (query, 4);
  pause->stamps = brine_rows_read_stamps (query, 5);
  if (brine_pause_reason_from_nick (brine_query_get_text (query, 3), &pause->reason))
    return g_steal_pointer (&pause);
  brine_rows_fail_nick (error);
  return NULL;
}

static gpointer
load_pause (BrineDatabase *db, const char *id, GError **error)
{
  static const char sql[] =
      "SELECT " PAUSE_COLUMNS " FROM pauses WHERE id = ?1 AND deleted_at IS NULL";
  g_autoptr (BrineQuery) query = brine_database_query (db, sql, error);

  if (query == NULL)
    return NULL;
  brine_query_bind (query, "t", id);
  return brine_rows_first (query, read_pause, error);
}

GPtrArray *
brine_rows_load_pauses (BrineDatabase *db, BrineDay from, BrineDay to, GError **error)
{
  static const char sql[] = "SELECT " PAUSE_COLUMNS " FROM pauses WHERE deleted_at IS NULL "
                            "AND to_day >= ?1 AND from_day <= ?2 ORDER BY from_day, to_day, id";
  g_autoptr (BrineQuery) query = brine_database_query (db, sql, error);

  if (query == NULL)
    return NULL;
  brine_query_bind (query, "nn", from, to);
  return brine_rows_collect (query, read_pause, (GDestroyNotify)brine_pause_free, error);
}

static gboolean
put_pause (BrineDatabase *db, gconstpointer record, int64_t now_ms, GError **error)
{
  static const char sql[] =
      "INSERT INTO pauses (" PAUSE_COLUMNS ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) "
      "ON CONFLICT (id) DO UPDATE SET from_day = ?2, to_day = ?3, reason = ?4, note = ?5, "
      "modified_at = ?7, deleted_at = NULL";
  const BrinePause *pause = record;
  g_autoptr (BrineQuery) query = brine_database_query (db, sql, error);

  if (query == NULL)
    return FALSE;
  brine_query_bind (query, "tnnttii", pause->id, pause->from, pause->to,
                    brine_pause_reason_to_nick (pause->reason), pause->note,
                    brine_rows_get_created (&pause->stamps, now_ms), now_ms);
  return brine_query_run (query, error);
}

static gpointer
copy_pause (gconstpointer record)
{
  return brine_pause_copy (record);
}

static void
free_pause (gpointer record)
{
  brine_pause_free (record);
}

static const char *
get_pause_id (gconstpointer record)
{
  return ((const BrinePause *)record)->id;
}

const BrineRecordClass brine_pause_class = {
  .copy = copy_pause,
  .free = free_pause,
  .get_id = get_pause_id,
  .load = load_pause,
  .put = put_pause,
  .remove_sql = "UPDATE pauses SET deleted_at = ?1, modified_at = ?1 "
                "WHERE id = ?2 AND deleted_at IS NULL",
};
