/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-rows-private.h"

BrineSetting *
brine_setting_new (const char *key, const char *value)
{
  BrineSetting *setting = g_new0 (BrineSetting, 1);

  setting->id = g_strdup (key);
  setting->value = g_strdup (value);
  return setting;
}

static gpointer
read_setting (BrineQuery *query, GError **error)
{
  return brine_setting_new (brine_query_get_text (query, 0), brine_query_get_text (query, 1));
}

static gpointer
load_setting (BrineDatabase *db, const char *id, GError **error)
{
  static const char sql[] = "SELECT id, value FROM settings WHERE id = ?1 AND deleted_at IS NULL";
  g_autoptr (BrineQuery) query = brine_database_query (db, sql, error);

  if (query == NULL)
    return NULL;
  brine_query_bind (query, "t", id);
  return brine_rows_first (query, read_setting, error);
}

GHashTable *
brine_rows_load_settings (BrineDatabase *db, GError **error)
{
  static const char sql[] = "SELECT id, value FROM settings WHERE deleted_at IS NULL";
  g_autoptr (BrineQuery) query = brine_database_query (db, sql, error);
  g_autoptr (GHashTable) settings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GError *local_error = NULL;

  if (query == NULL)
    return NULL;
  while (brine_query_next (query, &local_error))
    g_hash_table_insert (settings, brine_query_dup_text (query, 0),
                         brine_query_dup_text (query, 1));
  if (local_error == NULL)
    return g_steal_pointer (&settings);
  g_propagate_error (error, local_error);
  return NULL;
}

static gboolean
put_setting (BrineDatabase *db, gconstpointer record, int64_t now_ms, GError **error)
{
  static const char sql[] =
      "INSERT INTO settings (id, value, created_at, modified_at) VALUES (?1, ?2, ?3, ?3) "
      "ON CONFLICT (id) DO UPDATE SET value = ?2, modified_at = ?3, deleted_at = NULL";
  const BrineSetting *setting = record;
  g_autoptr (BrineQuery) query = brine_database_query (db, sql, error);

  if (query == NULL)
    return FALSE;
  brine_query_bind (query, "tti", setting->id, setting->value, now_ms);
  return brine_query_run (query, error);
}

static gpointer
copy_setting (gconstpointer record)
{
  const BrineSetting *setting = record;

  return brine_setting_new (setting->id, setting->value);
}

static void
free_setting (gpointer record)
{
  BrineSetting *setting = record;

  g_free (setting->id);
  g_free (setting->value);
  g_free (setting);
}

static const char *
get_setting_id (gconstpointer record)
{
  return ((const BrineSetting *)record)->id;
}

const BrineRecordClass brine_setting_class = {
  .copy = copy_setting,
  .free = free_setting,
  .get_id = get_setting_id,
  .load = load_setting,
  .put = put_setting,
  .remove_sql = "UPDATE settings SET deleted_at = ?1, modified_at = ?1 "
                "WHERE id = ?2 AND deleted_at IS NULL",
};
