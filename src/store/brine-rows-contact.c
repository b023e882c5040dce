/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-rows-private.h"

#define CONTACT_COLUMNS "id, name, detail, number, position, created_at, modified_at"

static gpointer
read_contact (BrineQuery *query, GError **error)
{
  BrineContact *contact = g_new0 (BrineContact, 1);

  contact->id = brine_query_dup_text (query, 0);
  contact->name = brine_query_dup_text (query, 1);
  contact->detail = brine_query_dup_text (query, 2);
  contact->number = brine_query_dup_text (query, 3);
  contact->position = sqlite3_column_int (query, 4);
  contact->stamps = brine_rows_read_stamps (query, 5);
  return contact;
}

static gpointer
load_contact (BrineDatabase *db, const char *id, GError **error)
{
  static const char sql[] =
      "SELECT " CONTACT_COLUMNS " FROM contacts WHERE id = ?1 AND deleted_at IS NULL";
  g_autoptr (BrineQuery) query = brine_database_query (db, sql, error);

  if (query == NULL)
    return NULL;
  brine_query_bind (query, "t", id);
  return brine_rows_first (query, read_contact, error);
}

GPtrArray *
brine_rows_load_contacts (BrineDatabase *db, GError **error)
{
  static const char sql[] = "SELECT " CONTACT_COLUMNS " FROM contacts WHERE deleted_at IS NULL "
                            "ORDER BY position, id";
  g_autoptr (BrineQuery) query = brine_database_query (db, sql, error);

  if (query == NULL)
    return NULL;
  return brine_rows_collect (query, read_contact, (GDestroyNotify)brine_contact_free, error);
}

static gboolean
put_contact (BrineDatabase *db, gconstpointer record, int64_t now_ms, GError **error)
{
  static const char sql[] =
      "INSERT INTO contacts (" CONTACT_COLUMNS ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) "
      "ON CONFLICT (id) DO UPDATE SET name = ?2, detail = ?3, number = ?4, position = ?5, "
      "modified_at = ?7, deleted_at = NULL";
  const BrineContact *contact = record;
  g_autoptr (BrineQuery) query = brine_database_query (db, sql, error);

  if (query == NULL)
    return FALSE;
  brine_query_bind (query, "ttttnii", contact->id, contact->name, contact->detail, contact->number,
                    contact->position, brine_rows_get_created (&contact->stamps, now_ms), now_ms);
  return brine_query_run (query, error);
}

static gpointer
copy_contact (gconstpointer record)
{
  return brine_contact_copy (record);
}

static void
free_contact (gpointer record)
{
  brine_contact_free (record);
}

static const char *
get_contact_id (gconstpointer record)
{
  return ((const BrineContact *)record)->id;
}

const BrineRecordClass brine_contact_class = {
  .copy = copy_contact,
  .free = free_contact,
  .get_id = get_contact_id,
  .load = load_contact,
  .put = put_contact,
  .remove_sql = "UPDATE contacts SET deleted_at = ?1, modified_at = ?1 "
                "WHERE id = ?2 AND deleted_at IS NULL",
};
