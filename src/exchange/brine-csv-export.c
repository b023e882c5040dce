/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-csv-columns-private.h"
#include "brine-csv-text-private.h"
#include "brine-csv.h"

#include <string.h>

const char *const brine_csv_columns[] = {
  BRINE_CSV_KIND, "date",         "start",         "end",       "date_to",  "start_date",
  "practice",     "title",        "state",         "reason",    "amount",   "amount_to",
  "unit",         "per",          "goal",          "minutes",   "repeat",   "also_on",
  "not_on",       "times_a_week", "remind",        "cancelled", "mood",     "energy",
  "stress",       "gut",          "factors",       "rested",    "feel",     "slot",
  "recipe",       "portions",     "live_servings", "plants",    "location", "note",
  "original",     BRINE_CSV_ITEM, "split_from",    "id",        "uid",
};
const guint brine_csv_n_columns = G_N_ELEMENTS (brine_csv_columns);

static gboolean
is_blank (const BrineField *field, const char *text)
{
  return field->blank_zero && g_str_equal (text, "0");
}

/* @item_id: of the plan item that a change, quota or goal belongs to; (nullable) */
static void
append_row (GString *out, const BrineTable *table, gconstpointer record, const char *item_id)
{
  for (guint i = 0; i < brine_csv_n_columns; i++)
    {
      const char *column = brine_csv_columns[i];
      g_autofree char *text = NULL;

      if (g_str_equal (column, BRINE_CSV_KIND))
        text = g_strdup (table->kind);
      else if (item_id != NULL && g_str_equal (column, BRINE_CSV_ITEM))
        text = g_strdup (item_id);
      for (guint j = 0; text == NULL && j < table->n_fields; j++)
        if (g_strcmp0 (table->fields[j].column, column) == 0)
          {
            text = brine_field_to_text (&table->fields[j], record);
            if (text != NULL && is_blank (&table->fields[j], text))
              *text = '\0';
            break;
          }
      brine_csv_append_cell (out, i == 0, text);
    }
  g_string_append (out, "\r\n");
}

/* What hangs on a plan item follows it. */
static void
append_inner_rows (GString *out, const BrineTable *table, gconstpointer record)
{
  const char *item_id = *(char *const *)BRINE_FIELD_POINTER (&table->fields[0], record);

  for (guint i = 0; i < table->n_fields; i++)
    {
      const BrineField *field = &table->fields[i];
      gconstpointer array;
      if (field->kind != BRINE_FIELD_RECORDS)
        continue;
      array = *(gconstpointer *)BRINE_FIELD_POINTER (field, record);
      for (guint j = 0; j < brine_records_get_length (field->table, array); j++)
        append_row (out, field->table, brine_records_get (field->table, array, j), item_id);
    }
}

GBytes *
brine_csv_export (const BrineArchive *archive)
{
  GString *out;

  g_return_val_if_fail (archive != NULL, NULL);

  out = g_string_new (NULL);
  for (guint i = 0; i < brine_csv_n_columns; i++)
    brine_csv_append_cell (out, i == 0, brine_csv_columns[i]);
  g_string_append (out, "\r\n");
  for (guint i = 0; i < brine_n_tables; i++)
    {
      const BrineTable *table = &brine_tables[i];
      gconstpointer array = *(gconstpointer const *)((const char *)archive + table->archive_offset);
      if (table->kind == NULL)
        continue;
      for (guint j = 0; j < brine_records_get_length (table, array); j++)
        {
          gconstpointer record = brine_records_get (table, array, j);
          append_row (out, table, record, NULL);
          append_inner_rows (out, table, record);
        }
    }
  return g_string_free_to_bytes (out);
}
