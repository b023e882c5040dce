/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-cli-private.h"

#include "brine-archive.h"
#include "brine-csv.h"
#include "brine-format-detect.h"
#include "brine-ical-items.h"
#include "brine-import-report.h"
#include "brine-json.h"
#include "brine-safe-file.h"

#include <glib/gi18n.h>

#define MAX_FILE_BYTES (256u * 1024 * 1024)

typedef gboolean (*EqualFunc) (gconstpointer a, gconstpointer b);
typedef void (*PutFunc) (BrineChange *change, gconstpointer record);

static gboolean
parse_format (const char *text, BrineFormat *out_format, GError **error)
{
  if (brine_format_from_nick (text, out_format))
    return TRUE;

  g_set_error (error, BRINE_ERROR, BRINE_ERROR_INVALID, _ ("--format: “%s” is none of: %s."), text,
               "ics, csv, json");
  return FALSE;
}

/* Everything that the diary holds. */
static BrineArchive *
load_archive (BrineCli *cli, GError **error)
{
  g_autoptr (BrineArchive) archive = brine_archive_new ();
  BrineStore *store = cli->store;
  GPtrArray **arrays[] = { &archive->items,    &archive->logs,   &archive->checkins,
                           &archive->nights,   &archive->pauses, &archive->contacts,
                           &archive->templates };
  GPtrArray *loaded[G_N_ELEMENTS (arrays)] = { NULL };

  loaded[0] = brine_store_load_items (store, error);
  if (loaded[0] != NULL)
    loaded[1] = brine_store_load_logs (store, BRINE_DAY_MIN, BRINE_DAY_MAX, error);
  if (loaded[1] != NULL)
    loaded[2] = brine_store_load_checkins (store, BRINE_DAY_MIN, BRINE_DAY_MAX, error);
  if (loaded[2] != NULL)
    loaded[3] = brine_store_load_nights (store, BRINE_DAY_MIN, BRINE_DAY_MAX, error);
  if (loaded[3] != NULL)
    loaded[4] = brine_store_load_pauses (store, BRINE_DAY_MIN, BRINE_DAY_MAX, error);
  if (loaded[4] != NULL)
    loaded[5] = brine_store_load_contacts (store, error);
  if (loaded[5] != NULL)
    loaded[6] = brine_store_load_templates (store, error);
  for (gsize i = 0; i < G_N_ELEMENTS (arrays); i++)
    if (loaded[i] != NULL)
      {
        g_ptr_array_unref (*arrays[i]);
        *arrays[i] = loaded[i];
      }
  if (loaded[6] == NULL)
    return NULL;

  g_hash_table_unref (archive->settings);
  archive->settings = brine_store_dup_settings (store);

  return g_steal_pointer (&archive);
}

/* Import ------------------------------------------------------------------------------------ */

/* Reads the file; nothing of the diary is touched. */
static BrineArchive *
read_archive (GBytes *bytes, const char *path, BrineFormat format, GError **error)
{
  switch (format)
    {
    case BRINE_FORMAT_JSON:
      return brine_json_import (bytes, error);
    case BRINE_FORMAT_CSV:
      return brine_csv_import (bytes, error);
    case BRINE_FORMAT_ICS:
    case BRINE_FORMAT_UNKNOWN:
    default:
      g_set_error (error, BRINE_ERROR, BRINE_ERROR_INVALID,
                   _ ("%s is neither a calendar nor JSON nor CSV; name its --format."), path);
      return NULL;
    }
}

/* Every record begins with its id. */
static const char *
get_id (gconstpointer record)
{
  return *(char *const *)record;
}

/* Puts the records that are new or different. */
static void
merge_records (BrineChange *change, GPtrArray *existing, GPtrArray *imported, EqualFunc equal,
               PutFunc put, BrineMergeCounts *counts)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < existing->len; i++)
    g_hash_table_insert (known, (char *)get_id (g_ptr_array_index (existing, i)),
                         g_ptr_array_index (existing, i));
  for (guint i = 0; i < imported->len; i++)
    {
      gconstpointer record = g_ptr_array_index (imported, i);
      gconstpointer old = g_hash_table_lookup (known, get_id (record));

      if (old != NULL && equal (old, record))
        {
          counts->n_unchanged++;
          continue;
        }
      put (change, record);
      if (old != NULL)
        counts->n_changed++;
      else
        counts->n_added++;
    }
}

static void
merge_settings (BrineChange *change, GHashTable *existing, GHashTable *imported)
{
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, imported);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (g_strcmp0 (g_hash_table_lookup (existing, key), value) != 0)
      brine_change_put_setting (change, key, value);
}

static BrineChange *
merge (const BrineArchive *existing, const BrineArchive *imported, BrineMergeCounts *out_counts)
{
  BrineChange *change = brine_change_new ();
  g_autoptr (GPtrArray) items =
      brine_archive_merge_items (existing->items, imported->items, out_counts);

  for (guint i = 0; i < items->len; i++)
    brine_change_put_item (change, g_ptr_array_index (items, i));
  merge_records (change, existing->logs, imported->logs, (EqualFunc)brine_log_equal,
                 (PutFunc)brine_change_put_log, out_counts);
  merge_records (change, existing->checkins, imported->checkins, (EqualFunc)brine_checkin_equal,
                 (PutFunc)brine_change_put_checkin, out_counts);
  merge_records (change, existing->nights, imported->nights, (EqualFunc)brine_night_equal,
                 (PutFunc)brine_change_put_night, out_counts);
  merge_records (change, existing->pauses, imported->pauses, (EqualFunc)brine_pause_equal,
                 (PutFunc)brine_change_put_pause, out_counts);
  merge_records (change, existing->contacts, imported->contacts, (EqualFunc)brine_contact_equal,
                 (PutFunc)brine_change_put_contact, out_counts);
  merge_records (change, existing->templates, imported->templates, (EqualFunc)brine_template_equal,
                 (PutFunc)brine_change_put_template, out_counts);
  merge_settings (change, existing->settings, imported->settings);

  return change;
}

static void
print_report_json (BrineFormat format, gboolean dry_run, const BrineMergeCounts *counts,
                   const BrineImportReport *report)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  brine_cli_add_string (builder, "format", brine_format_to_nick (format));
  brine_cli_add_boolean (builder, "dry_run", dry_run);
  brine_cli_add_int (builder, "added", counts->n_added);
  brine_cli_add_int (builder, "changed", counts->n_changed);
  brine_cli_add_int (builder, "unchanged", counts->n_unchanged);
  brine_cli_add_int (builder, "skipped", report->n_skipped);
  json_builder_set_member_name (builder, "messages");
  json_builder_begin_array (builder);
  for (guint i = 0; i < report->messages->len; i++)
    {
      const BrineImportMessage *message = g_ptr_array_index (report->messages, i);

      json_builder_begin_object (builder);
      brine_cli_add_int (builder, "line", message->line);
      brine_cli_add_string (builder, "text", message->text);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  brine_cli_add_int (builder, "untold", report->n_untold);
  json_builder_end_object (builder);
  brine_cli_print_json (builder);
}

static void
print_report (gboolean dry_run, const BrineMergeCounts *counts, const BrineImportReport *report)
{
  for (guint i = 0; i < report->messages->len; i++)
    {
      const BrineImportMessage *message = g_ptr_array_index (report->messages, i);

      if (message->line > 0)
        brine_cli_print (_ ("line %u: %s"), message->line, message->text);
      else
        brine_cli_print ("%s", message->text);
    }
  brine_cli_print (dry_run ? _ ("Would add %u, change %u, leave %u as they are, pass over %u.")
                           : _ ("Added %u, changed %u, left %u as they are, passed over %u."),
                   counts->n_added, counts->n_changed, counts->n_unchanged, report->n_skipped);
}

static void
print_any_report (BrineCli *cli, BrineFormat format, gboolean dry_run,
                  const BrineMergeCounts *counts, const BrineImportReport *report)
{
  if (cli->json)
    print_report_json (format, dry_run, counts, report);
  else
    print_report (dry_run, counts, report);
}

/* A dry run on no diary at all makes none. */
static gboolean
open_for_import (BrineCli *cli, gboolean dry_run, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  if (!dry_run)
    return brine_cli_open (cli, BRINE_OPEN_CREATE, error);
  if (brine_cli_open (cli, BRINE_OPEN_EXISTING, &local_error)
      || g_error_matches (local_error, BRINE_ERROR, BRINE_ERROR_NOT_FOUND))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
import_archive (BrineCli *cli, BrineArchive *imported, gboolean dry_run,
                BrineMergeCounts *out_counts, GError **error)
{
  g_autoptr (BrineArchive) existing =
      cli->store != NULL ? load_archive (cli, error) : brine_archive_new ();
  g_autoptr (BrineChange) change = NULL;

  if (existing == NULL)
    return FALSE;
  brine_archive_relink (imported, existing->items);
  change = merge (existing, imported, out_counts);
  if (dry_run || brine_change_is_empty (change))
    return TRUE;

  return brine_cli_apply (cli, g_steal_pointer (&change), error);
}

static gboolean
import_records (BrineCli *cli, GBytes *bytes, const char *path, BrineFormat format,
                gboolean dry_run, GError **error)
{
  g_autoptr (BrineArchive) imported = read_archive (bytes, path, format, error);
  g_autoptr (BrineImportReport) report = brine_import_report_new ();
  BrineMergeCounts counts = { 0 };

  /* Read before the diary is opened, or made: a file of nonsense leaves no trace. */
  if (imported == NULL || !open_for_import (cli, dry_run, error)
      || !import_archive (cli, imported, dry_run, &counts, error))
    return FALSE;
  print_any_report (cli, format, dry_run, &counts, report);
  return TRUE;
}

/* An existing diary says where its days begin, which places all-day events. */
static gboolean
import_calendar (BrineCli *cli, const char *path, gboolean dry_run, GError **error)
{
  g_autoptr (BrineCalendarImport) import = NULL;
  BrineMergeCounts counts;

  if (!open_for_import (cli, TRUE, error))
    return FALSE;
  /* A file of nonsense makes no diary. */
  if (cli->store == NULL && !dry_run)
    {
      import = brine_cli_run_calendar_import (cli, path, TRUE, error);
      if (import == NULL)
        return FALSE;
      g_clear_object (&import);
    }
  if (!open_for_import (cli, dry_run, error))
    return FALSE;
  import = brine_cli_run_calendar_import (cli, path, dry_run, error);
  if (import == NULL)
    return FALSE;
  counts = brine_calendar_import_get_counts (import);
  print_any_report (cli, BRINE_FORMAT_ICS, dry_run, &counts,
                    brine_calendar_import_get_report (import));
  return TRUE;
}

gboolean
brine_cli_import (BrineCli *cli, int argc, char **argv, GError **error)
{
  g_autofree char *format_text = NULL;
  gboolean dry_run = FALSE;
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &format_text, N_ ("ics, csv or json"), "FORMAT" },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, N_ ("Only tell what would be done"), NULL },
    { NULL },
  };
  g_auto (GStrv) args = NULL;
  g_autoptr (GBytes) bytes = NULL;
  BrineFormat format = BRINE_FORMAT_UNKNOWN;

  if (!brine_cli_parse (cli, entries, argc, argv, 1, 1, &args, error)
      || (format_text != NULL && !parse_format (format_text, &format, error)))
    return FALSE;
  bytes = brine_safe_file_read (args[0], MAX_FILE_BYTES, error);
  if (bytes == NULL)
    return FALSE;
  if (format == BRINE_FORMAT_UNKNOWN)
    format = brine_format_detect (bytes, args[0]);
  if (format != BRINE_FORMAT_ICS)
    return import_records (cli, bytes, args[0], format, dry_run, error);
  g_clear_pointer (&bytes, g_bytes_unref);
  return import_calendar (cli, args[0], dry_run, error);
}

/* Export ------------------------------------------------------------------------------------ */

static GBytes *
write_archive (BrineCli *cli, const BrineArchive *archive, BrineFormat format)
{
  switch (format)
    {
    case BRINE_FORMAT_ICS:
      return brine_ical_export_items (archive->items, brine_clock_get_now (cli->clock));
    case BRINE_FORMAT_CSV:
      return brine_csv_export (archive);
    case BRINE_FORMAT_JSON:
    case BRINE_FORMAT_UNKNOWN:
    default:
      return brine_json_export (archive);
    }
}

gboolean
brine_cli_export (BrineCli *cli, int argc, char **argv, GError **error)
{
  g_autofree char *format_text = NULL;
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &format_text, N_ ("ics, csv or json"), "FORMAT" },
    { NULL },
  };
  g_auto (GStrv) args = NULL;
  g_autoptr (BrineArchive) archive = NULL;
  g_autoptr (GBytes) bytes = NULL;
  BrineFormat format;

  if (!brine_cli_parse (cli, entries, argc, argv, 1, 1, &args, error)
      || !brine_cli_require ("--format", format_text, error)
      || !parse_format (format_text, &format, error)
      || !brine_cli_open (cli, BRINE_OPEN_EXISTING, error))
    return FALSE;
  if (brine_store_owns_file (cli->store, args[0]))
    {
      g_set_error (error, BRINE_ERROR, BRINE_ERROR_INVALID,
                   _ ("%s is the diary itself; name another file."), args[0]);
      return FALSE;
    }
  archive = load_archive (cli, error);
  if (archive == NULL)
    return FALSE;

  bytes = write_archive (cli, archive, format);
  if (!brine_safe_file_write (args[0], bytes, error))
    return FALSE;

  brine_cli_print_done (cli, "exported", args[0], _ ("The diary is exported."));
  return TRUE;
}
