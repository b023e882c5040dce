/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-rows-private.h"

#define NIGHT_COLUMNS                                                                              \
  "id, bed_ms, bed_offset, bed_day, wake_ms, wake_offset, wake_day, rested, note, created_at, "    \
  "modified_at"

static gpointer
read_night (BrineQuery *query, GError **error)
{
  BrineNight *night = g_new0 (BrineNight, 1);

  night->id = brine_query_dup_text (query, 0);
  night->bed = brine_rows_read_moment (query, 1);
  night->wake = brine_rows_read_moment (query, 4);
  night->rested = sqlite3_column_int (query, 7);
  night->note = brine_query_dup_text (query, 8);
  night->stamps = brine_rows_read_stamps (query, 9);
  return night;
}

static gpointer
load_night (BrineDatabase *db, const char *id, GError **error)
{
  static const char sql[] =
      "SELECT " NIGHT_COLUMNS " FROM nights WHERE id = ?1 AND deleted_at IS NULL";
  g_autoptr (BrineQuery) query = brine_database_query (db, sql, error);

  if (query == NULL)
    return NULL;
  brine_query_bind (query, "t", id);
  return brine_rows_first (query, read_night, error);
}

GPtrArray *
brine_rows_load_nights (BrineDatabase *db, BrineDay from, BrineDay to, GError **error)
{
  static const char sql[] = "SELECT " NIGHT_COLUMNS " FROM nights WHERE deleted_at IS NULL "
                            "AND wake_day BETWEEN ?1 AND ?2 ORDER BY wake_day, bed_ms, id";
  g_autoptr (BrineQuery) query = brine_database_query (db, sql, error);

  if (query == NULL)
    return NULL;
  brine_query_bind (query, "nn", from, to);
  return brine_rows_collect (query, read_night, (GDestroyNotify)brine_night_free, error);
}

static gboolean
put_night (BrineDatabase *db, gconstpointer record, int64_t now_ms, GError **error)
{
  static const char sql[] =
      "INSERT INTO nights (" NIGHT_COLUMNS ") "
      "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11) "
      "ON CONFLICT (id) DO UPDATE SET bed_ms = ?2, bed_offset = ?3, bed_day = ?4, wake_ms = ?5, "
      "wake_offset = ?6, wake_day = ?7, rested = ?8, note = ?9, modified_at = ?11, "
      "deleted_at = NULL";
  const BrineNight *night = record;
  g_autoptr (BrineQuery) query = brine_database_query (db, sql, error);

  if (query == NULL)
    return FALSE;
  brine_query_bind (query, "tinninnntii", night->id, night->bed.instant.unix_ms,
                    night->bed.offset_seconds, night->bed.day, night->wake.instant.unix_ms,
                    night->wake.offset_seconds, night->wake.day, night->rested, night->note,
                    brine_rows_get_created (&night->stamps, now_ms), now_ms);
  return brine_query_run (query, error);
}

static gpointer
copy_night (gconstpointer record)
{
  return brine_night_copy (record);
}

static void
free_night (gpointer record)
{
  brine_night_free (record);
}

static const char *
get_night_id (gconstpointer record)
{
  return ((const BrineNight *)record)->id;
}

const BrineRecordClass brine_night_class = {
  .copy = copy_night,
  .free = free_night,
  .get_id = get_night_id,
  .load = load_night,
  .put = put_night,
  .remove_sql = "UPDATE nights SET deleted_at = ?1, modified_at = ?1 "
                "WHERE id = ?2 AND deleted_at IS NULL",
};
