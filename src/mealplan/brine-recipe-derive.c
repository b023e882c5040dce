/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-recipe-derive.h"

#include <math.h>

#define LIVE_SERVINGS_OF_FERMENTED 0.5
#define FIBRE_G_OF_HIGH_FIBRE 8.0

/* Meat without an allergen to tell it by. */
static const char *const meats[] = { "bone_broth_beef", "bone_broth_chicken", "chicken_breast",
                                     "fast_food",       "processed_meat",     NULL };
static const char *const seafood[] = { "fish", "crustaceans", "molluscs", NULL };
static const char *const gluten_grains[] = { "gluten", "wheat", "barley", "rye", "oats", NULL };
/* Sold without gluten too. */
static const char *const gluten_free_kinds[] = { "oats_dry", "oat_drink",    "soy_sauce", "miso",
                                                 "kimchi",   "kimchi_vegan", NULL };

/* From harmless to worst: what is not known is not taken for harmless. */
static const char *const levels[] = { "low", "moderate", "unknown", "high" };

static guint
rank_level (const char *level)
{
  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    if (g_strcmp0 (levels[i], level) == 0)
      return i;

  return 2;
}

/* Halves go up, also those that adding up has put a hair below. */
static double
round_to (double value, double step)
{
  return floor (value / step + 0.5 + 1e-9) * step;
}

static int
compare_strings (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* The keys of @set, sorted and copied. */
static char **
dup_sorted_keys (GHashTable *set)
{
  guint n_keys = g_hash_table_size (set);
  char **keys = g_new0 (char *, n_keys + 1);
  GHashTableIter iter;
  gpointer key;
  guint i = 0;

  g_hash_table_iter_init (&iter, set);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    keys[i++] = g_strdup (key);
  qsort (keys, n_keys, sizeof *keys, compare_strings);

  return keys;
}

static void
add_allergens (GHashTable *set, char **allergens)
{
  for (guint i = 0; allergens && allergens[i]; i++)
    if (*allergens[i] != '\0')
      g_hash_table_add (set, allergens[i]);
}

static void
add_plant (GHashTable *plants, const BrineFood *food)
{
  const double *points = g_hash_table_lookup (plants, food->plant_key);

  if (*food->plant_key == '\0' || food->plant_points <= 0)
    return;
  if (points == NULL || *points < food->plant_points)
    g_hash_table_insert (plants, food->plant_key, (gpointer)&food->plant_points);
}

static void
set_plants (BrineRecipeFacts *facts, GHashTable *plants)
{
  facts->plant_keys = dup_sorted_keys (plants);
  facts->plant_values = g_new0 (double, g_hash_table_size (plants) + 1);
  for (guint i = 0; facts->plant_keys[i]; i++)
    {
      facts->plant_values[i] = *(double *)g_hash_table_lookup (plants, facts->plant_keys[i]);
      facts->plant_points += facts->plant_values[i];
    }
}

BrineRecipeFacts *
brine_recipe_derive_facts (BrineCatalogue *catalogue, GPtrArray *ingredients, int servings)
{
  g_autoptr (GHashTable) plants = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) allergens = g_hash_table_new (g_str_hash, g_str_equal);
  BrineRecipeFacts *facts;
  guint tyramine = 0, fodmap = 0;

  g_return_val_if_fail (BRINE_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (ingredients != NULL, NULL);
  g_return_val_if_fail (servings > 0, NULL);

  facts = g_new0 (BrineRecipeFacts, 1);
  for (guint i = 0; i < ingredients->len; i++)
    {
      const BrineIngredient *ingredient = g_ptr_array_index (ingredients, i);
      const BrineFood *food = brine_catalogue_find_food (catalogue, ingredient->food_id);
      double portions;

      add_allergens (allergens, ingredient->allergens);
      if (!ingredient->heated)
        facts->live_servings += ingredient->live_servings;
      if (food == NULL)
        continue;

      portions = ingredient->grams / food->serving_g;
      facts->fibre_g += portions * food->fibre_g;
      facts->sodium_mg += portions * food->sodium_mg;
      if (food->counts_live && !ingredient->heated)
        facts->live_servings += portions;
      tyramine = MAX (tyramine, rank_level (food->tyramine));
      fodmap = MAX (fodmap, rank_level (food->fodmap));
      add_plant (plants, food);
      add_allergens (allergens, food->allergens);
    }

  facts->fibre_g = round_to (facts->fibre_g / servings, 0.1);
  facts->sodium_mg = round_to (facts->sodium_mg / servings, 10);
  facts->live_servings = round_to (facts->live_servings / servings, 0.01);
  facts->tyramine = g_strdup (levels[tyramine]);
  facts->fodmap = g_strdup (levels[fodmap]);
  facts->allergens = dup_sorted_keys (allergens);
  set_plants (facts, plants);

  return facts;
}

static gboolean
contains_any (char **strings, const char *const *wanted)
{
  for (guint i = 0; strings && strings[i]; i++)
    if (g_strv_contains (wanted, strings[i]))
      return TRUE;

  return FALSE;
}

static gboolean
contains (char **strings, const char *wanted)
{
  return g_strv_contains ((const char *const *)strings, wanted);
}

static gboolean
has_meat (GPtrArray *ingredients, const BrineRecipeFacts *facts)
{
  for (guint i = 0; i < ingredients->len; i++)
    {
      const BrineIngredient *ingredient = g_ptr_array_index (ingredients, i);

      if (ingredient->food_id && g_strv_contains (meats, ingredient->food_id))
        return TRUE;
    }

  return contains_any (facts->allergens, seafood);
}

/* NULL, "gluten-free" or "gluten-free-adaptable". */
static const char *
find_gluten_tag (BrineCatalogue *catalogue, GPtrArray *ingredients)
{
  const char *tag = "gluten-free";

  for (guint i = 0; i < ingredients->len; i++)
    {
      const BrineIngredient *ingredient = g_ptr_array_index (ingredients, i);
      const BrineFood *food = brine_catalogue_find_food (catalogue, ingredient->food_id);

      if (!contains_any (ingredient->allergens, gluten_grains)
          && (food == NULL || !contains_any (food->allergens, gluten_grains)))
        continue;
      if (food == NULL || !g_strv_contains (gluten_free_kinds, food->id))
        return NULL;
      tag = "gluten-free-adaptable";
    }

  return tag;
}

static gboolean
is_anything_heated (GPtrArray *ingredients)
{
  for (guint i = 0; i < ingredients->len; i++)
    if (((const BrineIngredient *)g_ptr_array_index (ingredients, i))->heated)
      return TRUE;

  return FALSE;
}

char **
brine_recipe_derive_tags (BrineCatalogue *catalogue, GPtrArray *ingredients,
                          const BrineRecipeFacts *facts)
{
  g_autoptr (GStrvBuilder) tags = g_strv_builder_new ();
  gboolean meatless, milk, egg;
  const char *gluten_tag;

  g_return_val_if_fail (BRINE_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (ingredients != NULL && facts != NULL, NULL);

  meatless = !has_meat (ingredients, facts);
  milk = contains (facts->allergens, "milk");
  egg = contains (facts->allergens, "egg");
  gluten_tag = find_gluten_tag (catalogue, ingredients);

  if (meatless && !milk && !egg)
    g_strv_builder_add (tags, "vegan");
  if (meatless)
    g_strv_builder_add (tags, "vegetarian");
  if (gluten_tag)
    g_strv_builder_add (tags, gluten_tag);
  if (!milk)
    g_strv_builder_add (tags, "dairy-free");
  if (facts->live_servings >= LIVE_SERVINGS_OF_FERMENTED)
    g_strv_builder_add (tags, "fermented");
  if (facts->fibre_g >= FIBRE_G_OF_HIGH_FIBRE)
    g_strv_builder_add (tags, "high-fibre");
  if (!is_anything_heated (ingredients))
    g_strv_builder_add (tags, "no-cook");

  return g_strv_builder_end (tags);
}
