/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-rows-private.h"

#define ITEM_COLUMNS                                                                               \
  "row, id, uid, practice, title, start_day, start_second, minutes, rule, quota_per_week, slot, "  \
  "recipe_id, portions, location, notes, split_from, foreign_lines, created_at, modified_at"

/* What hangs on items, in one statement: item, part, position and eight columns for the part. */
#define PARTS(where)                                                                               \
  "SELECT item, 0, position, excluded, day, second, NULL, NULL, NULL, NULL, NULL "                 \
  "FROM item_dates " where " UNION ALL "                                                           \
  "SELECT item, 1, position, cancelled, original_day, original_second, start_day, start_second, "  \
  "minutes, title, notes FROM item_exceptions " where " UNION ALL "                                \
  "SELECT item, 2, position, valid_from, kind, low, high, unit, per, NULL, NULL "                  \
  "FROM item_goals " where " UNION ALL "                                                           \
  "SELECT item, 3, position, kind, minutes, weekdays, NULL, NULL, NULL, NULL, NULL "               \
  "FROM item_reminders " where " UNION ALL "                                                       \
  "SELECT item, 4, position, recipe_id, NULL, NULL, NULL, NULL, NULL, NULL, NULL "                 \
  "FROM item_exceptions " where " UNION ALL "                                                      \
  "SELECT item, 5, position, valid_from, times_a_week, NULL, NULL, NULL, NULL, NULL, NULL "        \
  "FROM item_quotas " where " ORDER BY 1, 2, 3"

enum
{
  PART_DATE,
  PART_EXCEPTION,
  PART_GOAL,
  PART_REMINDER,
  PART_EXCEPTION_RECIPE,
  PART_QUOTA,
};

/* How the two kinds of reminder are stored. */
#define KIND_OFFSET "offset"
#define KIND_AT "at"

/* Reading ---------------------------------------------------------------------------------- */

static gboolean
read_item_text (BrineQuery *query, BrinePlanItem *item, GError **error)
{
  const char *rule = brine_query_get_text (query, 8);

  if (!brine_practice_from_nick (brine_query_get_text (query, 3), &item->practice)
      || !brine_meal_slot_from_nick (brine_query_get_text (query, 10), &item->slot))
    return brine_rows_fail_nick (error);
  if (rule != NULL && (item->rule = brine_rule_parse (rule, NULL)) == NULL)
    return brine_rows_fail_nick (error);
  return TRUE;
}

static gpointer
read_item (BrineQuery *query, GError **error)
{
  g_autoptr (BrinePlanItem) item =
      brine_plan_item_new (BRINE_PRACTICE_OWN, brine_query_get_text (query, 4),
                           brine_query_get_local (query, 5), sqlite3_column_int (query, 7));

  g_free (item->id);
  g_free (item->uid);
  item->id = brine_query_dup_text (query, 1);
  item->uid = brine_query_dup_text (query, 2);
  item->quota_per_week = sqlite3_column_int (query, 9);
  item->recipe_id = brine_query_dup_text (query, 11);
  item->portions = sqlite3_column_double (query, 12);
  item->location = brine_query_dup_text (query, 13);
  item->notes = brine_query_dup_text (query, 14);
  item->split_from = brine_query_dup_text (query, 15);
  item->foreign = brine_query_dup_text (query, 16);
  item->stamps = brine_rows_read_stamps (query, 17);
  return read_item_text (query, item, error) ? g_steal_pointer (&item) : NULL;
}

static void
read_exception (BrineQuery *query, BrinePlanItem *item)
{
  BrineException *exception = brine_exception_new (brine_query_get_local (query, 4));

  exception->cancelled = sqlite3_column_int (query, 3);
  exception->start = brine_query_get_local (query, 6);
  exception->minutes = sqlite3_column_int (query, 8);
  exception->title = brine_query_dup_text (query, 9);
  exception->notes = brine_query_dup_text (query, 10);
  g_ptr_array_add (item->exceptions, exception);
}

static gboolean
read_goal (BrineQuery *query, BrinePlanItem *item, GError **error)
{
  BrineGoalPeriod period = { .valid_from = sqlite3_column_int (query, 3) };

  if (!brine_rows_goal_kind_from_nick (brine_query_get_text (query, 4), &period.goal.kind)
      || !brine_rows_per_from_nick (brine_query_get_text (query, 8), &period.goal.per)
      || !brine_rows_unit_from_nick (brine_query_get_text (query, 7), &period.goal.unit))
    return brine_rows_fail_nick (error);
  period.goal.low = sqlite3_column_double (query, 5);
  period.goal.high = sqlite3_column_double (query, 6);
  g_array_append_val (item->goals, period);
  return TRUE;
}

static gboolean
read_reminder (BrineQuery *query, BrinePlanItem *item, GError **error)
{
  const char *kind = brine_query_get_text (query, 3);
  BrineReminder reminder = { .minutes = sqlite3_column_int (query, 4),
                             .weekdays = (unsigned)sqlite3_column_int (query, 5) };

  if (g_strcmp0 (kind, KIND_AT) == 0)
    reminder.kind = BRINE_REMINDER_AT;
  else if (g_strcmp0 (kind, KIND_OFFSET) != 0)
    return brine_rows_fail_nick (error);
  /* Before schedule had a word on them, they lay there in any order. */
  brine_reminders_add (item->reminders, reminder);
  return TRUE;
}

static void
read_quota (BrineQuery *query, BrinePlanItem *item)
{
  BrineQuotaPeriod period = { sqlite3_column_int (query, 3), sqlite3_column_int (query, 4) };

  g_array_append_val (item->quotas, period);
}

static gboolean
read_part (BrineQuery *query, BrinePlanItem *item, GError **error)
{
  int position = sqlite3_column_int (query, 2);

  switch (sqlite3_column_int (query, 1))
    {
    case PART_DATE:
      {
        BrineLocal date = brine_query_get_local (query, 4);
        GArray *dates = sqlite3_column_int (query, 3) ? item->exdates : item->rdates;

        g_array_append_val (dates, date);
        return TRUE;
      }
    case PART_EXCEPTION:
      read_exception (query, item);
      return TRUE;
    case PART_GOAL:
      return read_goal (query, item, error);
    case PART_REMINDER:
      return read_reminder (query, item, error);
    case PART_QUOTA:
      read_quota (query, item);
      return TRUE;
    default:
      if (position >= 0 && position < (int)item->exceptions->len)
        {
          BrineException *exception = g_ptr_array_index (item->exceptions, position);
          exception->recipe_id = brine_query_dup_text (query, 3);
        }
      return TRUE;
    }
}

static gpointer
load_item (BrineDatabase *db, const char *id, GError **error)
{
  static const char item_sql[] =
      "SELECT " ITEM_COLUMNS " FROM items WHERE id = ?1 AND deleted_at IS NULL";
  static const char parts_sql[] = PARTS ("WHERE item = ?1");
  g_autoptr (BrineQuery) query = brine_database_query (db, item_sql, error);
  GError *local_error = NULL;

  if (query == NULL)
    return NULL;
  brine_query_bind (query, "t", id);
  g_autoptr (BrinePlanItem) item = brine_rows_first (query, read_item, error);
  if (item == NULL)
    return NULL;

  g_autoptr (BrineQuery) parts = brine_database_query (db, parts_sql, error);
  if (parts == NULL)
    return NULL;
  brine_query_bind (parts, "i", sqlite3_column_int64 (query, 0));
  while (brine_query_next (parts, &local_error) && read_part (parts, item, &local_error))
    ;
  if (local_error == NULL)
    return g_steal_pointer (&item);
  g_propagate_error (error, local_error);
  return NULL;
}

static gboolean
load_all_parts (BrineDatabase *db, GHashTable *by_row, GError **error)
{
  static const char sql[] = PARTS ("");
  g_autoptr (BrineQuery) query = brine_database_query (db, sql, error);
  GError *local_error = NULL;

  if (query == NULL)
    return FALSE;
  while (brine_query_next (query, &local_error))
    {
      BrinePlanItem *item =
          g_hash_table_lookup (by_row, GSIZE_TO_POINTER (sqlite3_column_int64 (query, 0)));

      if (item != NULL && !read_part (query, item, &local_error))
        break;
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, local_error);
  return FALSE;
}

GPtrArray *
brine_rows_load_items (BrineDatabase *db, GArray *out_rows, GError **error)
{
  static const char sql[] = "SELECT " ITEM_COLUMNS " FROM items WHERE deleted_at IS NULL "
                            "ORDER BY start_day, start_second, title, id";
  g_autoptr (BrineQuery) query = brine_database_query (db, sql, error);
  g_autoptr (GPtrArray) items =
      g_ptr_array_new_with_free_func ((GDestroyNotify)brine_plan_item_free);
  g_autoptr (GHashTable) by_row = g_hash_table_new (NULL, NULL);
  GError *local_error = NULL;

  if (query == NULL)
    return NULL;
  while (brine_query_next (query, &local_error))
    {
      BrinePlanItem *item = read_item (query, &local_error);
      int64_t row = sqlite3_column_int64 (query, 0);

      if (item == NULL)
        break;
      g_ptr_array_add (items, item);
      g_hash_table_insert (by_row, GSIZE_TO_POINTER (row), item);
      if (out_rows != NULL)
        g_array_append_val (out_rows, row);
    }
  if (local_error != NULL)
    g_propagate_error (error, local_error);
  else if (load_all_parts (db, by_row, error))
    return g_steal_pointer (&items);
  return NULL;
}

/* Writing ---------------------------------------------------------------------------------- */

static gboolean
put_dates (BrineDatabase *db, int64_t row, gboolean excluded, const GArray *dates, GError **error)
{
  static const char sql[] = "INSERT INTO item_dates (item, excluded, position, day, second) "
                            "VALUES (?1, ?2, ?3, ?4, ?5)";

  for (guint i = 0; i < dates->len; i++)
    {
      g_autoptr (BrineQuery) query = brine_database_query (db, sql, error);
      BrineLocal date = g_array_index (dates, BrineLocal, i);

      if (query == NULL)
        return FALSE;
      brine_query_bind (query, "innnn", row, excluded, (int)i, date.day, date.second);
      if (!brine_query_run (query, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
put_exceptions (BrineDatabase *db, int64_t row, const GPtrArray *exceptions, GError **error)
{
  static const char sql[] =
      "INSERT INTO item_exceptions (item, position, original_day, original_second, cancelled, "
      "start_day, start_second, minutes, title, notes, recipe_id) "
      "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)";

  for (guint i = 0; i < exceptions->len; i++)
    {
      g_autoptr (BrineQuery) query = brine_database_query (db, sql, error);
      const BrineException *exception = g_ptr_array_index (exceptions, i);

      if (query == NULL)
        return FALSE;
      brine_query_bind (query, "innnnnnnttt", row, (int)i, exception->original.day,
                        exception->original.second, exception->cancelled, exception->start.day,
                        exception->start.second, exception->minutes, exception->title,
                        exception->notes, exception->recipe_id);
      if (!brine_query_run (query, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
put_goals (BrineDatabase *db, int64_t row, const GArray *goals, GError **error)
{
  static const char sql[] = "INSERT INTO item_goals (item, position, valid_from, kind, low, high, "
                            "unit, per) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";

  for (guint i = 0; i < goals->len; i++)
    {
      g_autoptr (BrineQuery) query = brine_database_query (db, sql, error);
      const BrineGoalPeriod *period = &g_array_index (goals, BrineGoalPeriod, i);

      if (query == NULL)
        return FALSE;
      brine_query_bind (query, "inntddtt", row, (int)i, period->valid_from,
                        brine_rows_goal_kind_to_nick (period->goal.kind), period->goal.low,
                        period->goal.high, brine_unit_to_nick (period->goal.unit),
                        brine_rows_per_to_nick (period->goal.per));
      if (!brine_query_run (query, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
put_reminders (BrineDatabase *db, int64_t row, const GArray *reminders, GError **error)
{
  static const char sql[] = "INSERT INTO item_reminders (item, position, kind, minutes, weekdays) "
                            "VALUES (?1, ?2, ?3, ?4, ?5)";

  for (guint i = 0; i < reminders->len; i++)
    {
      g_autoptr (BrineQuery) query = brine_database_query (db, sql, error);
      const BrineReminder *reminder = &g_array_index (reminders, BrineReminder, i);

      if (query == NULL)
        return FALSE;
      brine_query_bind (query, "intnn", row, (int)i,
                        reminder->kind == BRINE_REMINDER_AT ? KIND_AT : KIND_OFFSET,
                        reminder->minutes, (int)reminder->weekdays);
      if (!brine_query_run (query, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
put_quotas (BrineDatabase *db, int64_t row, const GArray *quotas, GError **error)
{
  static const char sql[] = "INSERT INTO item_quotas (item, position, valid_from, times_a_week) "
                            "VALUES (?1, ?2, ?3, ?4)";

  for (guint i = 0; i < quotas->len; i++)
    {
      g_autoptr (BrineQuery) query = brine_database_query (db, sql, error);
      const BrineQuotaPeriod *period = &g_array_index (quotas, BrineQuotaPeriod, i);

      if (query == NULL)
        return FALSE;
      brine_query_bind (query, "innn", row, (int)i, period->valid_from, period->times_a_week);
      if (!brine_query_run (query, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
clear_parts (BrineDatabase *db, int64_t row, GError **error)
{
  static const char *const statements[] = {
    "DELETE FROM item_dates WHERE item = ?1",  "DELETE FROM item_exceptions WHERE item = ?1",
    "DELETE FROM item_goals WHERE item = ?1",  "DELETE FROM item_reminders WHERE item = ?1",
    "DELETE FROM item_quotas WHERE item = ?1",
  };

  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      g_autoptr (BrineQuery) query = brine_database_query (db, statements[i], error);

      if (query == NULL)
        return FALSE;
      brine_query_bind (query, "i", row);
      if (!brine_query_run (query, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
put_row (BrineDatabase *db, const BrinePlanItem *item, int64_t now_ms, int64_t *out_row,
         GError **error)
{
  static const char sql[] =
      "INSERT INTO items (id, uid, practice, title, start_day, start_second, minutes, rule, "
      "quota_per_week, slot, recipe_id, portions, location, notes, split_from, foreign_lines, "
      "created_at, modified_at) "
      "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18) "
      "ON CONFLICT (id) DO UPDATE SET uid = ?2, practice = ?3, title = ?4, start_day = ?5, "
      "start_second = ?6, minutes = ?7, rule = ?8, quota_per_week = ?9, slot = ?10, "
      "recipe_id = ?11, portions = ?12, location = ?13, notes = ?14, split_from = ?15, "
      "foreign_lines = ?16, modified_at = ?18, deleted_at = NULL RETURNING row";
  g_autofree char *rule = item->rule == NULL ? NULL : brine_rule_to_string (item->rule);
  g_autoptr (BrineQuery) query = brine_database_query (db, sql, error);

  if (query == NULL)
    return FALSE;
  brine_query_bind (query, "ttttnnntnttdttttii", item->id, item->uid,
                    brine_practice_to_nick (item->practice), item->title, item->start.day,
                    item->start.second, item->minutes, rule, item->quota_per_week,
                    brine_meal_slot_to_nick (item->slot), item->recipe_id, item->portions,
                    item->location, item->notes, item->split_from, item->foreign,
                    brine_rows_get_created (&item->stamps, now_ms), now_ms);
  if (!brine_query_next (query, error))
    return FALSE;
  *out_row = sqlite3_column_int64 (query, 0);
  return TRUE;
}

static gboolean
put_item (BrineDatabase *db, gconstpointer record, int64_t now_ms, GError **error)
{
  const BrinePlanItem *item = record;
  int64_t row;

  brine_database_forget_plan (db);
  return brine_plan_item_validate (item, error) && put_row (db, item, now_ms, &row, error)
         && clear_parts (db, row, error) && put_dates (db, row, FALSE, item->rdates, error)
         && put_dates (db, row, TRUE, item->exdates, error)
         && put_exceptions (db, row, item->exceptions, error)
         && put_goals (db, row, item->goals, error)
         && put_reminders (db, row, item->reminders, error)
         && put_quotas (db, row, item->quotas, error);
}

static gpointer
copy_item (gconstpointer record)
{
  return brine_plan_item_copy (record);
}

static void
free_item (gpointer record)
{
  brine_plan_item_free (record);
}

static const char *
get_item_id (gconstpointer record)
{
  return ((const BrinePlanItem *)record)->id;
}

const BrineRecordClass brine_item_class = {
  .copy = copy_item,
  .free = free_item,
  .get_id = get_item_id,
  .load = load_item,
  .put = put_item,
  .remove_sql = "UPDATE items SET deleted_at = ?1, modified_at = ?1 "
                "WHERE id = ?2 AND deleted_at IS NULL",
};
