/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-meal-reader.h"

#include "brine-recipe.h"

/* Where in the document the reader is; errors name it. */
typedef struct
{
  GHashTable *foods; /* borrowed id and BrineFood */
  const char *meal;  /* id of the meal, or NULL before it is known */
  guint index;       /* of the meal */
  GError **error;
} Reader;

static const char *const levels[] = { "low", "moderate", "high", "unknown", NULL };

G_GNUC_PRINTF (2, 3)
static gboolean
refuse (Reader *reader, const char *format, ...)
{
  g_autofree char *message = NULL;
  g_autofree char *where = NULL;
  g_autofree char *whole = NULL;
  g_autofree char *valid = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  where = reader->meal ? g_strdup_printf ("meal “%.40s”", reader->meal)
                       : g_strdup_printf ("meal number %u", reader->index + 1);
  whole = g_strdup_printf ("meals.json, %s: %s", where, message);
  /* A text may have been cut within a character. */
  valid = g_utf8_make_valid (whole, -1);
  g_set_error_literal (reader->error, BRINE_ERROR, BRINE_ERROR_INVALID, valid);
  return FALSE;
}

static gboolean
read_text (Reader *reader, JsonObject *object, const char *field, const char **out_text)
{
  JsonNode *node = json_object_get_member (object, field);

  if (node == NULL || json_node_get_value_type (node) != G_TYPE_STRING
      || *json_node_get_string (node) == '\0')
    return refuse (reader, "“%s” must be a text.", field);

  *out_text = json_node_get_string (node);
  return TRUE;
}

static gboolean
read_number (Reader *reader, JsonObject *object, const char *field, double *out_number)
{
  JsonNode *node = json_object_get_member (object, field);
  GType type = node ? json_node_get_value_type (node) : G_TYPE_INVALID;
  double number = type == G_TYPE_INT64 || type == G_TYPE_DOUBLE ? json_node_get_double (node) : -1;

  if (!(number >= 0 && number <= 1e6))
    return refuse (reader, "“%s” must be a number from 0 to 1,000,000.", field);

  *out_number = number;
  return TRUE;
}

/* FALSE when it is not said. */
static gboolean
read_flag (Reader *reader, JsonObject *object, const char *field, gboolean *out_flag)
{
  JsonNode *node = json_object_get_member (object, field);

  if (node != NULL && json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    return refuse (reader, "“%s” must be true or false.", field);

  *out_flag = node != NULL && json_node_get_boolean (node);
  return TRUE;
}

static gboolean
read_level (Reader *reader, JsonObject *object, const char *field, char **out_level)
{
  const char *level;

  if (!read_text (reader, object, field, &level))
    return FALSE;
  if (!g_strv_contains (levels, level))
    return refuse (reader, "“%s” must be low, moderate, high or unknown.", field);

  *out_level = g_strdup (level);
  return TRUE;
}

static JsonArray *
read_array (Reader *reader, JsonObject *object, const char *field)
{
  JsonNode *node = json_object_get_member (object, field);

  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    return json_node_get_array (node);

  refuse (reader, "“%s” must be a list.", field);
  return NULL;
}

static JsonObject *
read_object (Reader *reader, JsonObject *object, const char *field)
{
  JsonNode *node = json_object_get_member (object, field);

  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);

  refuse (reader, "“%s” must be an object.", field);
  return NULL;
}

static gboolean
read_texts (Reader *reader, JsonObject *object, const char *field, char ***out_texts)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  JsonArray *array = read_array (reader, object, field);

  if (array == NULL)
    return FALSE;

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      if (json_node_get_value_type (node) != G_TYPE_STRING)
        return refuse (reader, "“%s” must hold texts only.", field);
      g_ptr_array_add (texts, json_node_dup_string (node));
    }

  g_ptr_array_add (texts, NULL);
  *out_texts = (char **)g_ptr_array_free (g_steal_pointer (&texts), FALSE);
  return TRUE;
}

/* What the ingredient is: a food of the table, or a text with what the text cannot tell. */
static gboolean
read_ingredient_name (Reader *reader, JsonObject *object, BrineIngredient *ingredient)
{
  const BrineFood *food;
  const char *text;

  if (!json_object_has_member (object, "food"))
    {
      if (!read_text (reader, object, "text", &text))
        return FALSE;
      ingredient->text = g_strdup (text);
      if (json_object_has_member (object, "allergens")
          && !read_texts (reader, object, "allergens", &ingredient->allergens))
        return FALSE;
      return !json_object_has_member (object, "live_servings")
             || read_number (reader, object, "live_servings", &ingredient->live_servings);
    }

  if (!read_text (reader, object, "food", &text))
    return FALSE;
  food = g_hash_table_lookup (reader->foods, text);
  if (food == NULL)
    return refuse (reader, "the food “%.40s” is not in foods.tsv.", text);

  ingredient->food_id = g_strdup (food->id);
  ingredient->text = g_strdup (food->name);
  return read_number (reader, object, "grams", &ingredient->grams);
}

static BrineIngredient *
read_ingredient (Reader *reader, JsonNode *node)
{
  g_autoptr (BrineIngredient) ingredient = g_new0 (BrineIngredient, 1);
  JsonObject *object;
  const char *unit;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      refuse (reader, "“ingredients” must hold objects only.");
      return NULL;
    }

  object = json_node_get_object (node);
  if (!read_ingredient_name (reader, object, ingredient)
      || !read_number (reader, object, "amount", &ingredient->amount)
      || !read_text (reader, object, "unit", &unit)
      || !read_flag (reader, object, "heated", &ingredient->heated))
    return NULL;

  ingredient->unit = g_strdup (unit);
  return g_steal_pointer (&ingredient);
}

static GPtrArray *
read_ingredients (Reader *reader, JsonObject *meal)
{
  g_autoptr (GPtrArray) ingredients =
      g_ptr_array_new_with_free_func ((GDestroyNotify)brine_ingredient_free);
  JsonArray *array = read_array (reader, meal, "ingredients");

  if (array == NULL)
    return NULL;

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      BrineIngredient *ingredient = read_ingredient (reader, json_array_get_element (array, i));

      if (ingredient == NULL)
        return NULL;
      g_ptr_array_add (ingredients, ingredient);
    }

  return g_steal_pointer (&ingredients);
}

static gboolean
read_plants (Reader *reader, JsonObject *derived, BrineRecipeFacts *facts)
{
  g_autoptr (GList) members = NULL;
  JsonObject *plants = read_object (reader, derived, "plants");
  guint n = 0;

  if (plants == NULL)
    return FALSE;

  members = g_list_sort (json_object_get_members (plants), (GCompareFunc)strcmp);
  facts->plant_keys = g_new0 (char *, json_object_get_size (plants) + 1);
  facts->plant_values = g_new0 (double, json_object_get_size (plants) + 1);
  for (GList *l = members; l; l = l->next, n++)
    {
      facts->plant_keys[n] = g_strdup (l->data);
      if (!read_number (reader, plants, l->data, &facts->plant_values[n]))
        return FALSE;
    }

  return TRUE;
}

static BrineRecipeFacts *
read_facts (Reader *reader, JsonObject *meal)
{
  g_autoptr (BrineRecipeFacts) facts = g_new0 (BrineRecipeFacts, 1);
  JsonObject *derived = read_object (reader, meal, "derived");
  JsonObject *serving = derived ? read_object (reader, derived, "per_serving") : NULL;

  if (serving == NULL || !read_number (reader, serving, "fibre_g", &facts->fibre_g)
      || !read_number (reader, serving, "sodium_mg_excluding_added_salt", &facts->sodium_mg)
      || !read_number (reader, serving, "live_ferment_servings", &facts->live_servings)
      || !read_number (reader, derived, "plant_points", &facts->plant_points)
      || !read_plants (reader, derived, facts)
      || !read_texts (reader, derived, "allergens", &facts->allergens)
      || !read_level (reader, derived, "tyramine_max", &facts->tyramine)
      || !read_level (reader, derived, "fodmap", &facts->fodmap))
    return NULL;

  return g_steal_pointer (&facts);
}

static gboolean
read_slot (Reader *reader, JsonObject *meal, BrineMealSlot *out_slot)
{
  const char *nick;

  if (!read_text (reader, meal, "slot", &nick))
    return FALSE;
  if (!brine_meal_slot_from_nick (nick, out_slot) || *out_slot == BRINE_MEAL_SLOT_NONE)
    return refuse (reader, "“slot” must be breakfast, lunch, dinner or snack.");

  return TRUE;
}

static BrineRecipe *
read_meal (Reader *reader, JsonObject *meal)
{
  g_autoptr (GPtrArray) ingredients = NULL;
  g_autoptr (BrineRecipeFacts) facts = NULL;
  g_auto (GStrv) steps = NULL;
  g_auto (GStrv) tags = NULL;
  const char *id, *title;
  double servings, minutes;
  BrineMealSlot slot;

  if (!read_text (reader, meal, "id", &id))
    return NULL;
  reader->meal = id;
  if (!read_text (reader, meal, "title", &title) || !read_slot (reader, meal, &slot)
      || !read_number (reader, meal, "servings", &servings)
      || !read_number (reader, meal, "minutes", &minutes)
      || !read_texts (reader, meal, "steps", &steps) || !read_texts (reader, meal, "tags", &tags))
    return NULL;
  if (servings < 1 || servings > 100 || servings != (int)servings)
    {
      refuse (reader, "“servings” must be a whole number from 1 to 100.");
      return NULL;
    }

  ingredients = read_ingredients (reader, meal);
  facts = ingredients ? read_facts (reader, meal) : NULL;
  if (facts == NULL)
    return NULL;

  return brine_recipe_new (id, title, slot, (int)servings, (int)minutes,
                           g_steal_pointer (&ingredients), (const char *const *)steps,
                           (const char *const *)tags, g_steal_pointer (&facts));
}

GPtrArray *
brine_meals_read (JsonArray *array, GHashTable *foods, GError **error)
{
  g_autoptr (GPtrArray) recipes = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  Reader reader = { foods, NULL, 0, error };

  g_return_val_if_fail (array != NULL && foods != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      BrineRecipe *recipe;

      reader.meal = NULL;
      reader.index = i;
      if (!JSON_NODE_HOLDS_OBJECT (node))
        {
          refuse (&reader, "it must be an object.");
          return NULL;
        }

      recipe = read_meal (&reader, json_node_get_object (node));
      if (recipe == NULL)
        return NULL;
      g_ptr_array_add (recipes, recipe);
      if (!g_hash_table_add (ids, (gpointer)brine_recipe_get_id (recipe)))
        {
          refuse (&reader, "the id is there twice.");
          return NULL;
        }
    }

  return g_steal_pointer (&recipes);
}
