/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-rows-private.h"

const BrineRecordClass *const brine_record_classes[BRINE_N_KINDS] = {
  [BRINE_KIND_ITEM] = &brine_item_class,         [BRINE_KIND_LOG] = &brine_log_class,
  [BRINE_KIND_CHECKIN] = &brine_checkin_class,   [BRINE_KIND_NIGHT] = &brine_night_class,
  [BRINE_KIND_PAUSE] = &brine_pause_class,       [BRINE_KIND_CONTACT] = &brine_contact_class,
  [BRINE_KIND_SETTING] = &brine_setting_class,   [BRINE_KIND_TEMPLATE] = &brine_template_class,
  [BRINE_KIND_DELIVERY] = &brine_delivery_class,
};

int64_t
brine_rows_get_created (const BrineStamps *stamps, int64_t now_ms)
{
  return stamps->created.unix_ms != 0 ? stamps->created.unix_ms : now_ms;
}

BrineStamps
brine_rows_read_stamps (BrineQuery *query, int column)
{
  return (BrineStamps){ .created = brine_query_get_instant (query, column),
                        .modified = brine_query_get_instant (query, column + 1) };
}

BrineMoment
brine_rows_read_moment (BrineQuery *query, int column)
{
  return (BrineMoment){ .instant = brine_query_get_instant (query, column),
                        .offset_seconds = sqlite3_column_int (query, column + 1),
                        .day = sqlite3_column_int (query, column + 2) };
}

gboolean
brine_rows_fail_nick (GError **error)
{
  g_set_error_literal (error, BRINE_ERROR, BRINE_ERROR_DAMAGED,
                       "The diary holds a record that cannot be understood.");
  return FALSE;
}

gboolean
brine_rows_unit_from_nick (const char *nick, BrineUnit *out_unit)
{
  for (int unit = BRINE_UNIT_NONE; nick != NULL && unit <= BRINE_UNIT_KILOMETRES; unit++)
    if (strcmp (brine_unit_to_nick (unit), nick) == 0)
      {
        *out_unit = unit;
        return TRUE;
      }
  return FALSE;
}

static const char *const goal_kinds[] = {
  [BRINE_GOAL_NONE] = "none",
  [BRINE_GOAL_AT_LEAST] = "at-least",
  [BRINE_GOAL_AT_MOST] = "at-most",
  [BRINE_GOAL_BETWEEN] = "between",
};
static const char *const pers[] = { [BRINE_PER_DAY] = "day", [BRINE_PER_WEEK] = "week" };

static int
find_nick (const char *const *nicks, int n_nicks, const char *nick)
{
  for (int i = 0; nick != NULL && i < n_nicks; i++)
    if (strcmp (nicks[i], nick) == 0)
      return i;
  return -1;
}

const char *
brine_rows_goal_kind_to_nick (BrineGoalKind kind)
{
  return goal_kinds[kind];
}

const char *
brine_rows_per_to_nick (BrinePer per)
{
  return pers[per];
}

gboolean
brine_rows_goal_kind_from_nick (const char *nick, BrineGoalKind *out_kind)
{
  int kind = find_nick (goal_kinds, G_N_ELEMENTS (goal_kinds), nick);

  if (kind >= 0)
    *out_kind = kind;
  return kind >= 0;
}

gboolean
brine_rows_per_from_nick (const char *nick, BrinePer *out_per)
{
  int per = find_nick (pers, G_N_ELEMENTS (pers), nick);

  if (per >= 0)
    *out_per = per;
  return per >= 0;
}

GPtrArray *
brine_rows_collect (BrineQuery *query, BrineRowReader read, GDestroyNotify free_record,
                    GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (free_record);
  GError *local_error = NULL;

  while (brine_query_next (query, &local_error))
    {
      gpointer record = read (query, &local_error);

      if (record == NULL)
        break;
      g_ptr_array_add (records, record);
    }
  if (local_error == NULL)
    return g_steal_pointer (&records);
  g_propagate_error (error, local_error);
  return NULL;
}

gpointer
brine_rows_first (BrineQuery *query, BrineRowReader read, GError **error)
{
  return brine_query_next (query, error) ? read (query, error) : NULL;
}
