/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-rows-private.h"

#define TEMPLATE_COLUMNS "row, id, name, created_at, modified_at"
#define ENTRY_COLUMNS                                                                              \
  "template, day, day_offset, second, practice, title, minutes, slot, recipe_id, portions, "       \
  "location, notes, goal_kind, goal_low, goal_high, goal_unit, goal_per, reminders, "              \
  "quota_id"

/* Reading ---------------------------------------------------------------------------------- */

static gboolean
read_goal (BrineQuery *query, BrinePlanEntry *entry)
{
  BrineGoalPeriod period = { .goal = { .low = sqlite3_column_double (query, 13),
                                       .high = sqlite3_column_double (query, 14) } };

  if (sqlite3_column_type (query, 12) == SQLITE_NULL)
    return TRUE;
  if (!brine_rows_goal_kind_from_nick (brine_query_get_text (query, 12), &period.goal.kind)
      || !brine_rows_unit_from_nick (brine_query_get_text (query, 15), &period.goal.unit)
      || !brine_rows_per_from_nick (brine_query_get_text (query, 16), &period.goal.per))
    return FALSE;
  g_array_append_val (entry->goals, period);
  return TRUE;
}

static gboolean
read_reminders (const char *text, BrinePlanEntry *entry)
{
  GArray *reminders = brine_reminders_parse (text != NULL ? text : "", NULL);

  if (reminders == NULL)
    return FALSE;
  g_array_unref (entry->reminders);
  entry->reminders = reminders;
  return TRUE;
}

static BrinePlanEntry *
read_entry (BrineQuery *query, GError **error)
{
  g_autoptr (BrinePlanEntry) entry = brine_plan_entry_new ();

  entry->day = sqlite3_column_int (query, 1);
  entry->day_offset = sqlite3_column_int (query, 2);
  entry->second = sqlite3_column_int (query, 3);
  g_free (entry->title);
  entry->title = brine_query_dup_text (query, 5);
  entry->minutes = sqlite3_column_int (query, 6);
  entry->recipe_id = brine_query_dup_text (query, 8);
  entry->portions = sqlite3_column_double (query, 9);
  entry->location = brine_query_dup_text (query, 10);
  entry->notes = brine_query_dup_text (query, 11);
  entry->quota_id = brine_query_dup_text (query, 18);
  if (brine_practice_from_nick (brine_query_get_text (query, 4), &entry->practice)
      && brine_meal_slot_from_nick (brine_query_get_text (query, 7), &entry->slot)
      && read_goal (query, entry) && read_reminders (brine_query_get_text (query, 17), entry))
    return g_steal_pointer (&entry);
  brine_rows_fail_nick (error);
  return NULL;
}

static gboolean
load_entries (BrineDatabase *db, GHashTable *by_row, GError **error)
{
  static const char sql[] =
      "SELECT " ENTRY_COLUMNS " FROM template_entries ORDER BY template, position";
  g_autoptr (BrineQuery) query = brine_database_query (db, sql, error);
  GError *local_error = NULL;

  if (query == NULL)
    return FALSE;
  while (brine_query_next (query, &local_error))
    {
      BrineTemplate *template =
          g_hash_table_lookup (by_row, GSIZE_TO_POINTER (sqlite3_column_int64 (query, 0)));
      BrinePlanEntry *entry = template != NULL ? read_entry (query, &local_error) : NULL;

      if (entry != NULL)
        g_ptr_array_add (template->entries, entry);
      if (local_error != NULL)
        break;
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, local_error);
  return FALSE;
}

/* @by_row: takes its row to it. */
static BrineTemplate *
read_template (BrineQuery *query, GHashTable *by_row)
{
  BrineTemplate *template = brine_template_new (brine_query_get_text (query, 2));

  g_free (template->id);
  template->id = brine_query_dup_text (query, 1);
  template->stamps = brine_rows_read_stamps (query, 3);
  g_hash_table_insert (by_row, GSIZE_TO_POINTER (sqlite3_column_int64 (query, 0)), template);
  return template;
}

static GPtrArray *
load_where (BrineDatabase *db, BrineQuery *query, GError **error)
{
  g_autoptr (GPtrArray) templates =
      g_ptr_array_new_with_free_func ((GDestroyNotify)brine_template_free);
  g_autoptr (GHashTable) by_row = g_hash_table_new (NULL, NULL);
  GError *local_error = NULL;

  while (brine_query_next (query, &local_error))
    g_ptr_array_add (templates, read_template (query, by_row));
  if (local_error != NULL)
    g_propagate_error (error, local_error);
  else if (load_entries (db, by_row, error))
    return g_steal_pointer (&templates);
  return NULL;
}

GPtrArray *
brine_rows_load_templates (BrineDatabase *db, GError **error)
{
  static const char sql[] =
      "SELECT " TEMPLATE_COLUMNS " FROM templates WHERE deleted_at IS NULL ORDER BY name, id";
  g_autoptr (BrineQuery) query = brine_database_query (db, sql, error);

  return query != NULL ? load_where (db, query, error) : NULL;
}

static gpointer
load_template (BrineDatabase *db, const char *id, GError **error)
{
  static const char sql[] =
      "SELECT " TEMPLATE_COLUMNS " FROM templates WHERE id = ?1 AND deleted_at IS NULL";
  g_autoptr (BrineQuery) query = brine_database_query (db, sql, error);
  g_autoptr (GPtrArray) templates = NULL;

  if (query == NULL)
    return NULL;
  brine_query_bind (query, "t", id);
  templates = load_where (db, query, error);
  if (templates == NULL || templates->len == 0)
    return NULL;
  return g_ptr_array_steal_index (templates, 0);
}

/* Writing ---------------------------------------------------------------------------------- */

static gboolean
put_entry (BrineDatabase *db, int64_t row, int position, const BrinePlanEntry *entry,
           GError **error)
{
  static const char sql[] =
      "INSERT INTO template_entries (" ENTRY_COLUMNS ", position) VALUES (?1, ?2, ?3, ?4, ?5, "
      "?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20)";
  const BrineGoal *goal =
      entry->goals->len > 0 ? &g_array_index (entry->goals, BrineGoalPeriod, 0).goal : NULL;
  g_autofree char *reminders = brine_reminders_to_string (entry->reminders);
  g_autoptr (BrineQuery) query = brine_database_query (db, sql, error);

  if (query == NULL)
    return FALSE;
  brine_query_bind (query, "innnttnttdtttddttttn", row, entry->day, entry->day_offset,
                    entry->second, brine_practice_to_nick (entry->practice), entry->title,
                    entry->minutes, brine_meal_slot_to_nick (entry->slot), entry->recipe_id,
                    entry->portions, entry->location, entry->notes,
                    goal != NULL ? brine_rows_goal_kind_to_nick (goal->kind) : NULL,
                    goal != NULL ? goal->low : 0.0, goal != NULL ? goal->high : 0.0,
                    goal != NULL ? brine_unit_to_nick (goal->unit) : NULL,
                    goal != NULL ? brine_rows_per_to_nick (goal->per) : NULL, reminders,
                    entry->quota_id, position);
  return brine_query_run (query, error);
}

static gboolean
clear_entries (BrineDatabase *db, int64_t row, GError **error)
{
  g_autoptr (BrineQuery) query =
      brine_database_query (db, "DELETE FROM template_entries WHERE template = ?1", error);

  if (query == NULL)
    return FALSE;
  brine_query_bind (query, "i", row);
  return brine_query_run (query, error);
}

static gboolean
put_row (BrineDatabase *db, const BrineTemplate *template, int64_t now_ms, int64_t *out_row,
         GError **error)
{
  static const char sql[] =
      "INSERT INTO templates (id, name, created_at, modified_at) VALUES (?1, ?2, ?3, ?4) "
      "ON CONFLICT (id) DO UPDATE SET name = ?2, modified_at = ?4, deleted_at = NULL "
      "RETURNING row";
  g_autoptr (BrineQuery) query = brine_database_query (db, sql, error);

  if (query == NULL)
    return FALSE;
  brine_query_bind (query, "ttii", template->id, template->name,
                    brine_rows_get_created (&template->stamps, now_ms), now_ms);
  if (!brine_query_next (query, error))
    return FALSE;
  *out_row = sqlite3_column_int64 (query, 0);
  return TRUE;
}

static gboolean
put_template (BrineDatabase *db, gconstpointer record, int64_t now_ms, GError **error)
{
  const BrineTemplate *template = record;
  int64_t row;

  if (!brine_template_validate (template, error) || !put_row (db, template, now_ms, &row, error)
      || !clear_entries (db, row, error))
    return FALSE;
  for (guint i = 0; i < template->entries->len; i++)
    if (!put_entry (db, row, (int)i, template->entries->pdata[i], error))
      return FALSE;
  return TRUE;
}

static gpointer
copy_template (gconstpointer record)
{
  return brine_template_copy (record);
}

static void
free_template (gpointer record)
{
  brine_template_free (record);
}

static const char *
get_template_id (gconstpointer record)
{
  return ((const BrineTemplate *)record)->id;
}

const BrineRecordClass brine_template_class = {
  .copy = copy_template,
  .free = free_template,
  .get_id = get_template_id,
  .load = load_template,
  .put = put_template,
  .remove_sql = "UPDATE templates SET deleted_at = ?1, modified_at = ?1 "
                "WHERE id = ?2 AND deleted_at IS NULL",
};
