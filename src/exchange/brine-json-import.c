/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-error.h"
#include "brine-fields-private.h"
#include "brine-json-gate-private.h"
#include "brine-json.h"

#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

static gboolean
fail (GError **error, const char *path, const char *problem)
{
  g_set_error (error, BRINE_ERROR, BRINE_ERROR_INVALID, "%s: %s", path, problem);
  return FALSE;
}

static gboolean
is_string (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING;
}

static gboolean
is_number (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node)
         && (json_node_get_value_type (node) == G_TYPE_INT64
             || json_node_get_value_type (node) == G_TYPE_DOUBLE);
}

static gboolean
is_boolean (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_BOOLEAN;
}

static gboolean read_record (JsonNode *node, const BrineTable *table, const char *path,
                             gpointer *out_record, GError **error);

/* Lists --------------------------------------------------------------------------------- */

/* Minutes as a number, or any reminder as a text. */
static gboolean
read_reminder (JsonNode *node, const char *path, GArray *array, GError **error)
{
  g_autofree char *problem = NULL;
  BrineReminder reminder = { BRINE_REMINDER_OFFSET, 0, 0 };

  if (is_number (node))
    {
      double minutes = json_node_get_double (node);
      if (!(fabs (minutes) <= BRINE_REMINDER_MAX_MINUTES) || minutes != floor (minutes))
        return fail (error, path, "A whole number of minutes within four weeks was expected.");
      reminder.minutes = (int)minutes;
    }
  else if (!is_string (node)
           || !brine_reminder_parse (json_node_get_string (node), &reminder, NULL))
    return fail (error, path, "A reminder such as 10, -5 or \"@07:30/mo,we,fr\" was expected.");
  return brine_field_add_reminder (array, reminder, &problem) || fail (error, path, problem);
}

static gboolean
read_list_element (JsonNode *node, const BrineField *field, const char *path, GArray *array,
                   GError **error)
{
  BrineLocal local;

  if (field->kind == BRINE_FIELD_REMINDERS)
    return read_reminder (node, path, array, error);
  if (!is_string (node) || !brine_local_parse (json_node_get_string (node), &local))
    return fail (error, path, "A date and time such as 2026-11-23T08:00:00 was expected.");
  g_array_append_val (array, local);
  return TRUE;
}

static gboolean
read_list (JsonArray *list, const BrineField *field, gpointer record, const char *path,
           GError **error)
{
  GArray *array = *(GArray **)BRINE_FIELD_POINTER (field, record);

  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      g_autofree char *inner = g_strdup_printf ("%s[%u]", path, i);
      if (!read_list_element (json_array_get_element (list, i), field, inner, array, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_words (JsonArray *list, const BrineField *field, gpointer record, const char *path,
            GError **error)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();

  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      JsonNode *node = json_array_get_element (list, i);
      if (!is_string (node))
        {
          g_autofree char *inner = g_strdup_printf ("%s[%u]", path, i);
          return fail (error, inner, "A text was expected.");
        }
      g_strv_builder_add (words, json_node_get_string (node));
    }
  *(char ***)BRINE_FIELD_POINTER (field, record) = g_strv_builder_end (words);
  return TRUE;
}

static gboolean
read_records (JsonArray *list, const BrineTable *table, gpointer array, const char *path,
              GError **error)
{
  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      g_autofree char *inner = g_strdup_printf ("%s[%u]", path, i);
      gpointer record;
      if (!read_record (json_array_get_element (list, i), table, inner, &record, error))
        return FALSE;
      brine_records_take (table, array, record);
    }
  return TRUE;
}

/* Fields -------------------------------------------------------------------------------- */

static gboolean
read_array_field (JsonNode *node, const BrineField *field, gpointer record, const char *path,
                  GError **error)
{
  JsonArray *list;

  if (field->kind == BRINE_FIELD_WORDS && JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return fail (error, path, "A list was expected.");
  list = json_node_get_array (node);
  if (field->kind == BRINE_FIELD_WORDS)
    return read_words (list, field, record, path, error);
  if (field->kind == BRINE_FIELD_RECORDS)
    return read_records (list, field->table, *(gpointer *)BRINE_FIELD_POINTER (field, record), path,
                         error);
  return read_list (list, field, record, path, error);
}

static gboolean
read_number_field (JsonNode *node, const BrineField *field, gpointer record, const char *path,
                   GError **error)
{
  g_autofree char *problem = NULL;

  if (!is_number (node))
    return fail (error, path, "A number was expected.");
  if (!brine_field_set_number (field, record, json_node_get_double (node), &problem))
    return fail (error, path, problem);
  return TRUE;
}

static gboolean
read_field (JsonNode *node, const BrineField *field, gpointer record, const char *path,
            GError **error)
{
  g_autofree char *problem = NULL;

  switch (field->kind)
    {
    case BRINE_FIELD_RECORDS:
    case BRINE_FIELD_LOCALS:
    case BRINE_FIELD_REMINDERS:
    case BRINE_FIELD_WORDS:
      return read_array_field (node, field, record, path, error);
    case BRINE_FIELD_INT:
    case BRINE_FIELD_DOUBLE:
      return read_number_field (node, field, record, path, error);
    case BRINE_FIELD_BOOL:
      if (!is_boolean (node))
        return fail (error, path, "true or false was expected.");
      *(gboolean *)BRINE_FIELD_POINTER (field, record) = json_node_get_boolean (node);
      return TRUE;
    default:
      break;
    }
  if (JSON_NODE_HOLDS_NULL (node)
      && (field->kind == BRINE_FIELD_TEXT || field->kind == BRINE_FIELD_RULE))
    return TRUE;
  if (!is_string (node))
    return fail (error, path, "A text was expected.");
  if (!brine_field_from_text (field, record, json_node_get_string (node), &problem))
    return fail (error, path, problem);
  return TRUE;
}

static const BrineField *
find_field (const BrineTable *table, const char *key)
{
  for (guint i = 0; i < table->n_fields; i++)
    if (g_str_equal (table->fields[i].key, key))
      return &table->fields[i];
  return NULL;
}

static gboolean
read_members (JsonObject *object, const BrineTable *table, gpointer record, const char *path,
              GError **error)
{
  JsonObjectIter iter;
  const char *key;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &key, &node))
    {
      const BrineField *field = find_field (table, key);
      g_autofree char *shown = brine_error_shorten (key);
      g_autofree char *inner = g_strdup_printf ("%s.%s", path, shown);
      if (field == NULL)
        return fail (error, inner, "The field is not known.");
      if (!read_field (node, field, record, inner, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_record (JsonNode *node, const BrineTable *table, const char *path, gpointer *out_record,
             GError **error)
{
  g_autofree char *problem = NULL;
  gpointer record;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return fail (error, path, "An object was expected.");
  record = table->make ();
  if (!read_members (json_node_get_object (node), table, record, path, error))
    {
      table->destroy (record);
      return FALSE;
    }
  problem = brine_record_find_problem (table, record);
  if (problem != NULL)
    {
      table->destroy (record);
      return fail (error, path, problem);
    }
  *out_record = record;
  return TRUE;
}

/* The document -------------------------------------------------------------------------- */

/* Every table's records begin with their id. */
static gboolean
check_ids (const BrineTable *table, gconstpointer array, GError **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < brine_records_get_length (table, array); i++)
    {
      char *id =
          *(char **)BRINE_FIELD_POINTER (&table->fields[0], brine_records_get (table, array, i));
      if (!g_hash_table_add (ids, id))
        {
          g_autofree char *path = g_strdup_printf ("%s[%u].id", table->key, i);
          return fail (error, path, "Another record has the same id.");
        }
    }
  return TRUE;
}

static gboolean
read_settings (JsonNode *node, GHashTable *settings, GError **error)
{
  JsonObjectIter iter;
  const char *key;
  JsonNode *value;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return fail (error, "settings", "An object was expected.");
  json_object_iter_init (&iter, json_node_get_object (node));
  while (json_object_iter_next (&iter, &key, &value))
    {
      if (!is_string (value))
        {
          g_autofree char *shown = brine_error_shorten (key);
          g_autofree char *path = g_strdup_printf ("settings.%s", shown);
          return fail (error, path, "A text was expected.");
        }
      g_hash_table_replace (settings, g_strdup (key), json_node_dup_string (value));
    }
  return TRUE;
}

static gboolean
check_version (JsonObject *object, GError **error)
{
  JsonNode *format = json_object_get_member (object, "format");
  JsonNode *version = json_object_get_member (object, "version");

  if (format == NULL || !is_string (format)
      || !g_str_equal (json_node_get_string (format), BRINE_JSON_FORMAT))
    {
      g_set_error_literal (error, BRINE_ERROR, BRINE_ERROR_FOREIGN,
                           "format: The file is not a diary that Brine exported.");
      return FALSE;
    }
  if (version == NULL || !is_number (version) || json_node_get_int (version) < 1)
    return fail (error, "version", "A whole number from 1 was expected.");
  if (json_node_get_int (version) > BRINE_JSON_VERSION)
    {
      g_set_error_literal (error, BRINE_ERROR, BRINE_ERROR_NEWER,
                           "version: The file was made by a newer version of Brine; nothing was "
                           "read from it.");
      return FALSE;
    }
  return TRUE;
}

static gboolean
read_section (const char *key, JsonNode *node, BrineArchive *archive, GError **error)
{
  g_autofree char *shown = NULL;

  if (g_str_equal (key, "format") || g_str_equal (key, "version"))
    return TRUE;
  if (g_str_equal (key, "settings"))
    return read_settings (node, archive->settings, error);
  for (guint i = 0; i < brine_n_tables; i++)
    if (g_str_equal (brine_tables[i].key, key))
      {
        gpointer array = *(gpointer *)((char *)archive + brine_tables[i].archive_offset);
        if (!JSON_NODE_HOLDS_ARRAY (node))
          return fail (error, key, "A list was expected.");
        return read_records (json_node_get_array (node), &brine_tables[i], array, key, error)
               && check_ids (&brine_tables[i], array, error);
      }
  shown = brine_error_shorten (key);
  return fail (error, shown, "The field is not known.");
}

static gboolean
read_document (JsonNode *root, BrineArchive *archive, GError **error)
{
  JsonObjectIter iter;
  const char *key;
  JsonNode *node;

  if (!JSON_NODE_HOLDS_OBJECT (root))
    return fail (error, "the file", "An object was expected.");
  if (!check_version (json_node_get_object (root), error))
    return FALSE;
  json_object_iter_init_ordered (&iter, json_node_get_object (root));
  while (json_object_iter_next_ordered (&iter, &key, &node))
    if (!read_section (key, node, archive, error))
      return FALSE;
  return TRUE;
}

BrineArchive *
brine_json_import (GBytes *bytes, GError **error)
{
  g_autoptr (BrineArchive) archive = NULL;
  g_autoptr (JsonParser) parser = NULL;
  g_autoptr (GError) parse_error = NULL;
  gsize length;
  const char *text;

  g_return_val_if_fail (bytes != NULL, NULL);

  text = g_bytes_get_data (bytes, &length);
  if (length == 0)
    text = "";
  if (length >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0)
    {
      text += 3;
      length -= 3;
    }
  if (!brine_json_gate (text, length, error))
    return NULL;

  parser = json_parser_new_immutable ();
  if (!json_parser_load_from_data (parser, text, (gssize)length, &parse_error))
    {
      g_set_error (error, BRINE_ERROR, BRINE_ERROR_INVALID, "The file cannot be read: %s",
                   parse_error->message);
      return NULL;
    }
  archive = brine_archive_new ();
  if (!read_document (json_parser_get_root (parser), archive, error))
    return NULL;
  return g_steal_pointer (&archive);
}
