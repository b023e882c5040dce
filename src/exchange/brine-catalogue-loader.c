/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-catalogue-loader.h"

#include <json-glib/json-glib.h>

#include "brine-catalogue-data.h"
#include "brine-food-table.h"
#include "brine-meal-reader.h"

#define MAX_BYTES (4 * 1024 * 1024)
#define FORMAT 1
#define RESOURCE_PATH "/org/brineapp/Brine/catalogue/"

/* A whole number, or 0 when there is none. */
static gint64
read_int (JsonObject *object, const char *field)
{
  JsonNode *node = json_object_get_member (object, field);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_INT64 ? json_node_get_int (node)
                                                                         : 0;
}

/* The object at the top of meals.json, with its version; or NULL. */
static JsonArray *
read_head (JsonParser *parser, int *out_version, GError **error)
{
  JsonNode *root = json_parser_get_root (parser);
  JsonObject *object;
  JsonNode *meals;
  gint64 format, version;

  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      g_set_error (error, BRINE_ERROR, BRINE_ERROR_INVALID, "meals.json must hold an object.");
      return NULL;
    }

  object = json_node_get_object (root);
  format = read_int (object, "format");
  version = read_int (object, "version");
  meals = json_object_get_member (object, "meals");
  if (format > FORMAT)
    {
      g_set_error (error, BRINE_ERROR, BRINE_ERROR_NEWER,
                   "meals.json has format %" G_GINT64_FORMAT
                   ", but this version of Brine reads format %d only.",
                   format, FORMAT);
      return NULL;
    }
  if (format != FORMAT || version < 1 || version > G_MAXINT || meals == NULL
      || !JSON_NODE_HOLDS_ARRAY (meals))
    {
      g_set_error (error, BRINE_ERROR, BRINE_ERROR_INVALID,
                   "meals.json must have “format” %d, a “version” from 1 on, and the list “meals”.",
                   FORMAT);
      return NULL;
    }

  *out_version = (int)version;
  return json_node_get_array (meals);
}

static BrineCatalogue *
build (const char *foods_text, const char *meals_text, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GHashTable) foods_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) foods = NULL;
  g_autoptr (GPtrArray) recipes = NULL;
  g_autoptr (GError) parse_error = NULL;
  JsonArray *meals;
  int version;

  foods = brine_food_table_parse (foods_text, error);
  if (foods == NULL)
    return NULL;
  for (guint i = 0; i < foods->len; i++)
    g_hash_table_insert (foods_by_id, ((BrineFood *)foods->pdata[i])->id, foods->pdata[i]);

  if (!json_parser_load_from_data (parser, meals_text, -1, &parse_error))
    {
      /* "<data>:1:43: Parse error…" */
      const char *message = parse_error->message;

      if (g_str_has_prefix (message, "<data>:"))
        message += strlen ("<data>:");
      g_set_error (error, BRINE_ERROR, BRINE_ERROR_INVALID, "meals.json, line %s", message);
      return NULL;
    }

  meals = read_head (parser, &version, error);
  recipes = meals ? brine_meals_read (meals, foods_by_id, error) : NULL;
  if (recipes == NULL)
    return NULL;

  return brine_catalogue_new (version, g_steal_pointer (&foods), g_steal_pointer (&recipes));
}

BrineCatalogue *
brine_catalogue_load_from_bytes (GBytes *foods, GBytes *meals, GError **error)
{
  g_autofree char *foods_text = NULL;
  g_autofree char *meals_text = NULL;
  gsize foods_length, meals_length;
  const char *foods_data, *meals_data;

  g_return_val_if_fail (foods != NULL && meals != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  foods_data = g_bytes_get_data (foods, &foods_length);
  meals_data = g_bytes_get_data (meals, &meals_length);
  if (foods_length > MAX_BYTES || meals_length > MAX_BYTES)
    {
      g_set_error (error, BRINE_ERROR, BRINE_ERROR_TOO_COMPLEX, "%s is larger than four megabytes.",
                   foods_length > MAX_BYTES ? "foods.tsv" : "meals.json");
      return NULL;
    }
  if ((foods_length > 0 && !g_utf8_validate_len (foods_data, foods_length, NULL))
      || (meals_length > 0 && !g_utf8_validate_len (meals_data, meals_length, NULL)))
    {
      g_set_error (error, BRINE_ERROR, BRINE_ERROR_INVALID,
                   "foods.tsv and meals.json must be in UTF-8.");
      return NULL;
    }

  /* Empty bytes have no data. */
  foods_text = g_strndup (foods_data ? foods_data : "", foods_length);
  meals_text = g_strndup (meals_data ? meals_data : "", meals_length);
  return build (foods_text, meals_text, error);
}

/* The linker drops the constructor of a resource in a static library, so it is registered by
 * hand, once. */
static void
register_resource (void)
{
  static gsize registered = 0;

  if (g_once_init_enter (&registered))
    {
      brine_catalogue_data_register_resource ();
      g_once_init_leave (&registered, 1);
    }
}

BrineCatalogue *
brine_catalogue_load (GError **error)
{
  g_autoptr (GBytes) foods = NULL;
  g_autoptr (GBytes) meals = NULL;

  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  /* By path: what brine_catalogue_data_get_resource () returns is NULL for as long as another thread
   * is about to take in what is new; a lookup waits for it. */
  register_resource ();
  foods = g_resources_lookup_data (RESOURCE_PATH "foods.tsv", 0, error);
  if (foods == NULL)
    return NULL;
  meals = g_resources_lookup_data (RESOURCE_PATH "meals.json", 0, error);
  if (meals == NULL)
    return NULL;

  return brine_catalogue_load_from_bytes (foods, meals, error);
}
