/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-csv-columns-private.h"
#include "brine-csv-text-private.h"
#include "brine-csv.h"

#include <string.h>

/* A change, quota or goal waits for its plan item, which may follow. */
typedef struct
{
  guint line;
  const BrineTable *table;
  gpointer record;
  char *item_id;
} Pending;

typedef struct
{
  BrineArchive *archive;
  GPtrArray *heading; /* char *, in the order of the file */
  GHashTable *seen;   /* kind and id of each record */
  GHashTable *items;  /* id to BrinePlanItem, both of the archive */
  GHashTable *lines;  /* BrinePlanItem to the line of its row */
  GPtrArray *pending;
  GError **error;
} Importer;

static void
pending_free (gpointer data)
{
  Pending *pending = data;

  if (pending->record != NULL)
    pending->table->destroy (pending->record);
  g_free (pending->item_id);
  g_free (pending);
}

static gboolean
fail (Importer *importer, guint line, const char *column, const char *problem)
{
  g_autofree char *shown = column != NULL ? g_strdup_printf (", column “%s”", column) : NULL;

  g_set_error (importer->error, BRINE_ERROR, BRINE_ERROR_INVALID, "line %u%s: %s", line,
               shown != NULL ? shown : "", problem);
  return FALSE;
}

/* Heading ------------------------------------------------------------------------------- */

static gboolean
is_column (const char *name)
{
  for (guint i = 0; i < brine_csv_n_columns; i++)
    if (g_str_equal (brine_csv_columns[i], name))
      return TRUE;
  return FALSE;
}

static gboolean
check_heading (Importer *importer, guint line)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < importer->heading->len; i++)
    {
      char *name = g_strstrip (importer->heading->pdata[i]);
      if (!is_column (name))
        {
          g_autofree char *shown = brine_error_shorten (name);
          return fail (importer, line, shown, "The column is not known.");
        }
      if (!g_hash_table_add (names, name))
        return fail (importer, line, name, "The column is there twice.");
    }
  if (!g_hash_table_contains (names, BRINE_CSV_KIND))
    return fail (importer, line, BRINE_CSV_KIND, "The column is missing.");
  return TRUE;
}

/* Rows ---------------------------------------------------------------------------------- */

static const char *
get_cell (const Importer *importer, GPtrArray *row, const char *column)
{
  for (guint i = 0; i < MIN (row->len, importer->heading->len); i++)
    if (g_str_equal (importer->heading->pdata[i], column))
      return row->pdata[i];
  return "";
}

static const BrineTable *
find_table (const char *kind)
{
  if (g_str_equal (kind, brine_exception_table.kind))
    return &brine_exception_table;
  if (g_str_equal (kind, brine_goal_table.kind))
    return &brine_goal_table;
  if (g_str_equal (kind, brine_quota_table.kind))
    return &brine_quota_table;
  for (guint i = 0; i < brine_n_tables; i++)
    if (g_strcmp0 (brine_tables[i].kind, kind) == 0)
      return &brine_tables[i];
  return NULL;
}

static const BrineField *
find_field (const BrineTable *table, const char *column)
{
  for (guint i = 0; i < table->n_fields; i++)
    if (g_strcmp0 (table->fields[i].column, column) == 0)
      return &table->fields[i];
  return NULL;
}

/* A part of a plan item, on a row of its own. */
static gboolean
is_inner (const BrineTable *table)
{
  return table == &brine_exception_table || table == &brine_goal_table
         || table == &brine_quota_table;
}

static gboolean
read_cells (Importer *importer, const BrineTable *table, GPtrArray *row, guint line,
            gpointer record)
{
  if (row->len > importer->heading->len)
    return fail (importer, line, NULL, "The row has more cells than the first row has columns.");
  for (guint i = 0; i < row->len; i++)
    {
      const char *column = importer->heading->pdata[i];
      const char *cell = row->pdata[i];
      const BrineField *field = find_field (table, column);
      g_autofree char *problem = NULL;

      if (*cell == '\0' || g_str_equal (column, BRINE_CSV_KIND)
          || (is_inner (table) && g_str_equal (column, BRINE_CSV_ITEM)))
        continue;
      if (field == NULL)
        {
          problem = g_strdup_printf ("A row of kind “%s” has no such value.", table->kind);
          return fail (importer, line, column, problem);
        }
      if (!brine_field_from_text (field, record, cell, &problem))
        return fail (importer, line, column, problem);
    }
  return TRUE;
}

/* A random-looking UUID that the same row always gets (RFC 4122 layout, version 5 bits). */
static char *
make_id (GPtrArray *row)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA1);
  guint8 digest[20];
  gsize length = sizeof digest;

  for (guint i = 0; i < row->len; i++)
    g_checksum_update (checksum, row->pdata[i], (gssize)strlen (row->pdata[i]) + 1);
  g_checksum_get_digest (checksum, digest, &length);
  digest[6] = (digest[6] & 0x0f) | 0x50;
  digest[8] = (digest[8] & 0x3f) | 0x80;
  return g_strdup_printf ("%02x%02x%02x%02x-%02x%02x-%02x%02x-%02x%02x-%02x%02x%02x%02x%02x%02x",
                          digest[0], digest[1], digest[2], digest[3], digest[4], digest[5],
                          digest[6], digest[7], digest[8], digest[9], digest[10], digest[11],
                          digest[12], digest[13], digest[14], digest[15]);
}

/* Every table of an archive begins with the id. */
static gboolean
settle_id (Importer *importer, const BrineTable *table, GPtrArray *row, guint line, gpointer record)
{
  char **id = BRINE_FIELD_POINTER (&table->fields[0], record);

  if (*get_cell (importer, row, "id") == '\0')
    {
      g_free (*id);
      *id = make_id (row);
    }
  if (g_str_equal (table->kind, "plan") && *get_cell (importer, row, "uid") == '\0')
    {
      BrinePlanItem *item = record;
      g_free (item->uid);
      item->uid = g_strdup (item->id);
    }
  if (!g_hash_table_add (importer->seen, g_strconcat (table->kind, "/", *id, NULL)))
    return fail (importer, line, "id", "Another row of this kind has the same id.");
  return TRUE;
}

static gboolean
take_row (Importer *importer, const BrineTable *table, GPtrArray *row, guint line, gpointer record)
{
  g_autofree char *problem = NULL;

  if (is_inner (table))
    {
      Pending *pending = g_new0 (Pending, 1);
      *pending =
          (Pending){ line, table, record, g_strdup (get_cell (importer, row, BRINE_CSV_ITEM)) };
      g_ptr_array_add (importer->pending, pending);
      return TRUE;
    }
  if (!settle_id (importer, table, row, line, record))
    {
      table->destroy (record);
      return FALSE;
    }
  brine_records_take (table, *(gpointer *)((char *)importer->archive + table->archive_offset),
                      record);
  if (g_str_equal (table->kind, "plan"))
    {
      g_hash_table_insert (importer->items, ((BrinePlanItem *)record)->id, record);
      g_hash_table_insert (importer->lines, record, GUINT_TO_POINTER (line));
      return TRUE;
    }
  problem = brine_record_find_problem (table, record);
  return problem == NULL || fail (importer, line, NULL, problem);
}

static gboolean
read_row (Importer *importer, GPtrArray *row, guint line)
{
  const char *kind = get_cell (importer, row, BRINE_CSV_KIND);
  const BrineTable *table = find_table (kind);
  gpointer record;

  if (table == NULL)
    return fail (importer, line, BRINE_CSV_KIND,
                 "The kind must be plan, change, quota, goal, log, check-in, night or pause.");
  record = table->make ();
  if (!read_cells (importer, table, row, line, record))
    {
      table->destroy (record);
      return FALSE;
    }
  return take_row (importer, table, row, line, record);
}

/* Once all rows are read ---------------------------------------------------------------- */

static gpointer
get_parts (const BrinePlanItem *item, const BrineTable *table)
{
  if (table == &brine_goal_table)
    return item->goals;
  return table == &brine_quota_table ? (gpointer)item->quotas : (gpointer)item->exceptions;
}

static gboolean
attach_pending (Importer *importer)
{
  for (guint i = 0; i < importer->pending->len; i++)
    {
      Pending *pending = importer->pending->pdata[i];
      BrinePlanItem *item = g_hash_table_lookup (importer->items, pending->item_id);
      if (item == NULL)
        return fail (importer, pending->line, BRINE_CSV_ITEM, "There is no plan row with this id.");
      brine_records_take (pending->table, get_parts (item, pending->table),
                          g_steal_pointer (&pending->record));
    }
  for (guint i = 0; i < importer->archive->items->len; i++)
    {
      gpointer item = importer->archive->items->pdata[i];
      g_autofree char *problem = brine_record_find_problem (&brine_tables[0], item);
      if (problem != NULL)
        return fail (importer, GPOINTER_TO_UINT (g_hash_table_lookup (importer->lines, item)), NULL,
                     problem);
    }
  return TRUE;
}

static gboolean
read_rows (Importer *importer, BrineCsvReader *reader)
{
  GError *error = NULL;
  guint line;

  for (;;)
    {
      g_autoptr (GPtrArray) row = brine_csv_reader_read_row (reader, &line, &error);
      if (error != NULL)
        {
          g_propagate_error (importer->error, error);
          return FALSE;
        }
      if (row == NULL)
        return attach_pending (importer);
      if (!read_row (importer, row, line))
        return FALSE;
    }
}

BrineArchive *
brine_csv_import (GBytes *bytes, GError **error)
{
  g_autoptr (BrineCsvReader) reader = NULL;
  g_autoptr (BrineArchive) archive = brine_archive_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) items = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) lines = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) pending = g_ptr_array_new_with_free_func (pending_free);
  g_autoptr (GPtrArray) heading = NULL;
  Importer importer = { archive, NULL, seen, items, lines, pending, error };
  GError *read_error = NULL;
  guint line = 1;

  g_return_val_if_fail (bytes != NULL, NULL);

  reader = brine_csv_reader_new (bytes, error);
  if (reader == NULL)
    return NULL;
  heading = brine_csv_reader_read_row (reader, &line, &read_error);
  if (read_error != NULL)
    {
      g_propagate_error (error, read_error);
      return NULL;
    }
  if (heading == NULL)
    {
      g_set_error_literal (error, BRINE_ERROR, BRINE_ERROR_INVALID, "line 1: The file is empty.");
      return NULL;
    }
  importer.heading = heading;
  if (!check_heading (&importer, line) || !read_rows (&importer, reader))
    return NULL;
  return g_steal_pointer (&archive);
}
