/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-fields-private.h"
#include "brine-json.h"

#include <string.h>

/* Written by hand rather than through a tree: one record a line, and no copy of a long diary. */

static void
append_string (GString *out, const char *text)
{
  if (text == NULL)
    {
      g_string_append (out, "null");
      return;
    }
  g_string_append_c (out, '"');
  for (const char *c = text; *c != '\0'; c++)
    {
      if (*c == '"' || *c == '\\')
        g_string_append_printf (out, "\\%c", *c);
      else if (*c == '\n')
        g_string_append (out, "\\n");
      else if ((guchar)*c < 0x20 || *c == 0x7f)
        g_string_append_printf (out, "\\u%04x", (guint)(guchar)*c);
      else
        g_string_append_c (out, *c);
    }
  g_string_append_c (out, '"');
}

/* A text from an old diary may not be valid UTF-8; the document must be. */
static void
append_text (GString *out, const char *text)
{
  if (text == NULL || g_utf8_validate (text, -1, NULL))
    append_string (out, text);
  else
    {
      g_autofree char *valid = g_utf8_make_valid (text, -1);
      append_string (out, valid);
    }
}

static void append_record (GString *out, const BrineTable *table, gconstpointer record);

/* A number where minutes say it all, as every version wrote them. */
static void
append_reminder (GString *out, const BrineReminder *reminder)
{
  g_autofree char *text = brine_reminder_to_string (reminder);

  if (brine_reminder_is_plain (reminder))
    g_string_append (out, text);
  else
    append_string (out, text);
}

static void
append_list (GString *out, const BrineField *field, gconstpointer at)
{
  GArray *array = *(GArray *const *)at;

  g_string_append_c (out, '[');
  for (guint i = 0; i < array->len; i++)
    {
      if (i > 0)
        g_string_append (out, ", ");
      if (field->kind == BRINE_FIELD_REMINDERS)
        append_reminder (out, &g_array_index (array, BrineReminder, i));
      else
        {
          g_autofree char *text = brine_local_to_string (g_array_index (array, BrineLocal, i));
          append_string (out, text);
        }
    }
  g_string_append_c (out, ']');
}

static void
append_words (GString *out, char **words)
{
  if (words == NULL)
    {
      g_string_append (out, "null");
      return;
    }
  g_string_append_c (out, '[');
  for (gsize i = 0; words[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append (out, ", ");
      append_text (out, words[i]);
    }
  g_string_append_c (out, ']');
}

static void
append_records (GString *out, const BrineTable *table, gconstpointer array)
{
  g_string_append_c (out, '[');
  for (guint i = 0; i < brine_records_get_length (table, array); i++)
    {
      if (i > 0)
        g_string_append (out, ", ");
      append_record (out, table, brine_records_get (table, array, i));
    }
  g_string_append_c (out, ']');
}

static void
append_value (GString *out, const BrineField *field, gconstpointer record)
{
  gconstpointer at = BRINE_FIELD_POINTER (field, record);
  g_autofree char *text = NULL;

  switch (field->kind)
    {
    case BRINE_FIELD_RECORDS:
      append_records (out, field->table, *(gconstpointer const *)at);
      return;
    case BRINE_FIELD_LOCALS:
    case BRINE_FIELD_REMINDERS:
      append_list (out, field, at);
      return;
    case BRINE_FIELD_WORDS:
      append_words (out, *(char **const *)at);
      return;
    case BRINE_FIELD_BOOL:
      g_string_append (out, *(const gboolean *)at ? "true" : "false");
      return;
    case BRINE_FIELD_INT:
    case BRINE_FIELD_DOUBLE:
      text = brine_field_to_text (field, record);
      g_string_append (out, text);
      return;
    default:
      text = brine_field_to_text (field, record);
      append_text (out, text);
    }
}

static void
append_record (GString *out, const BrineTable *table, gconstpointer record)
{
  g_string_append_c (out, '{');
  for (guint i = 0; i < table->n_fields; i++)
    {
      g_string_append_printf (out, "%s\"%s\": ", i > 0 ? ", " : "", table->fields[i].key);
      append_value (out, &table->fields[i], record);
    }
  g_string_append_c (out, '}');
}

static void
append_table (GString *out, const BrineTable *table, const BrineArchive *archive)
{
  gconstpointer array = *(gconstpointer const *)((const char *)archive + table->archive_offset);
  guint length = brine_records_get_length (table, array);

  g_string_append_printf (out, ",\n  \"%s\": [", table->key);
  for (guint i = 0; i < length; i++)
    {
      g_string_append (out, i > 0 ? ",\n    " : "\n    ");
      append_record (out, table, brine_records_get (table, array, i));
    }
  g_string_append (out, length > 0 ? "\n  ]" : "]");
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  return strcmp (a, b);
}

static void
append_settings (GString *out, GHashTable *settings)
{
  GList *keys = g_list_sort (g_hash_table_get_keys (settings), compare_keys);

  g_string_append (out, ",\n  \"settings\": {");
  for (GList *key = keys; key != NULL; key = key->next)
    {
      g_string_append (out, key != keys ? ",\n    " : "\n    ");
      append_text (out, key->data);
      g_string_append (out, ": ");
      append_text (out, g_hash_table_lookup (settings, key->data));
    }
  g_string_append (out, keys != NULL ? "\n  }" : "}");
  g_list_free (keys);
}

GBytes *
brine_json_export (const BrineArchive *archive)
{
  GString *out;

  g_return_val_if_fail (archive != NULL, NULL);

  out = g_string_new (NULL);
  g_string_append_printf (out, "{\n  \"format\": \"%s\",\n  \"version\": %d", BRINE_JSON_FORMAT,
                          BRINE_JSON_VERSION);
  append_settings (out, archive->settings);
  for (guint i = 0; i < brine_n_tables; i++)
    append_table (out, &brine_tables[i], archive);
  g_string_append (out, "\n}\n");
  return g_string_free_to_bytes (out);
}
