/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-rows-private.h"

#define CHECKIN_COLUMNS                                                                            \
  "id, at_ms, at_offset, at_day, mood, energy, stress, gut, factors, note, created_at, "           \
  "modified_at"

/* Factors are stored one a line, so a factor is one line that is not empty. */
static gboolean
join_factors (char **factors, char **out_text, GError **error)
{
  for (int i = 0; factors != NULL && factors[i] != NULL; i++)
    if (factors[i][0] == '\0' || strchr (factors[i], '\n') != NULL)
      {
        g_set_error_literal (error, BRINE_ERROR, BRINE_ERROR_INVALID,
                             "A factor of a check-in is empty or longer than one line.");
        return FALSE;
      }
  *out_text = factors == NULL ? NULL : g_strjoinv ("\n", factors);
  return TRUE;
}

static gpointer
read_checkin (BrineQuery *query, GError **error)
{
  BrineCheckin *checkin = g_new0 (BrineCheckin, 1);
  const char *factors = brine_query_get_text (query, 8);

  checkin->id = brine_query_dup_text (query, 0);
  checkin->at = brine_rows_read_moment (query, 1);
  checkin->mood = sqlite3_column_int (query, 4);
  checkin->energy = sqlite3_column_int (query, 5);
  checkin->stress = sqlite3_column_int (query, 6);
  checkin->gut = sqlite3_column_int (query, 7);
  checkin->factors = factors == NULL ? NULL : g_strsplit (factors, "\n", -1);
  checkin->note = brine_query_dup_text (query, 9);
  checkin->stamps = brine_rows_read_stamps (query, 10);
  return checkin;
}

static gpointer
load_checkin (BrineDatabase *db, const char *id, GError **error)
{
  static const char sql[] =
      "SELECT " CHECKIN_COLUMNS " FROM checkins WHERE id = ?1 AND deleted_at IS NULL";
  g_autoptr (BrineQuery) query = brine_database_query (db, sql, error);

  if (query == NULL)
    return NULL;
  brine_query_bind (query, "t", id);
  return brine_rows_first (query, read_checkin, error);
}

GPtrArray *
brine_rows_load_checkins (BrineDatabase *db, BrineDay from, BrineDay to, GError **error)
{
  static const char sql[] = "SELECT " CHECKIN_COLUMNS " FROM checkins WHERE deleted_at IS NULL "
                            "AND at_day BETWEEN ?1 AND ?2 ORDER BY at_day, at_ms, id";
  g_autoptr (BrineQuery) query = brine_database_query (db, sql, error);

  if (query == NULL)
    return NULL;
  brine_query_bind (query, "nn", from, to);
  return brine_rows_collect (query, read_checkin, (GDestroyNotify)brine_checkin_free, error);
}

static gboolean
put_checkin (BrineDatabase *db, gconstpointer record, int64_t now_ms, GError **error)
{
  static const char sql[] =
      "INSERT INTO checkins (" CHECKIN_COLUMNS ") "
      "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12) "
      "ON CONFLICT (id) DO UPDATE SET at_ms = ?2, at_offset = ?3, at_day = ?4, mood = ?5, "
      "energy = ?6, stress = ?7, gut = ?8, factors = ?9, note = ?10, modified_at = ?12, "
      "deleted_at = NULL";
  const BrineCheckin *checkin = record;
  g_autofree char *factors = NULL;
  g_autoptr (BrineQuery) query = NULL;

  if (!join_factors (checkin->factors, &factors, error))
    return FALSE;
  query = brine_database_query (db, sql, error);
  if (query == NULL)
    return FALSE;
  brine_query_bind (query, "tinnnnnnttii", checkin->id, checkin->at.instant.unix_ms,
                    checkin->at.offset_seconds, checkin->at.day, checkin->mood, checkin->energy,
                    checkin->stress, checkin->gut, factors, checkin->note,
                    brine_rows_get_created (&checkin->stamps, now_ms), now_ms);
  return brine_query_run (query, error);
}

static gpointer
copy_checkin (gconstpointer record)
{
  return brine_checkin_copy (record);
}

static void
free_checkin (gpointer record)
{
  brine_checkin_free (record);
}

static const char *
get_checkin_id (gconstpointer record)
{
  return ((const BrineCheckin *)record)->id;
}

const BrineRecordClass brine_checkin_class = {
  .copy = copy_checkin,
  .free = free_checkin,
  .get_id = get_checkin_id,
  .load = load_checkin,
  .put = put_checkin,
  .remove_sql = "UPDATE checkins SET deleted_at = ?1, modified_at = ?1 "
                "WHERE id = ?2 AND deleted_at IS NULL",
};
