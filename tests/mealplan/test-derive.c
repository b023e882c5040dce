/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-recipe-derive.h"

#include "brine-catalogue-loader.h"

static BrineCatalogue *catalogue;

static char *
join (char **strings)
{
  return g_strjoinv (" ", strings);
}

static void
assert_same_facts (BrineRecipe *recipe)
{
  const BrineRecipeFacts *stored = brine_recipe_get_facts (recipe);
  GPtrArray *ingredients = brine_recipe_get_ingredients (recipe);
  g_autoptr (BrineRecipeFacts) facts =
      brine_recipe_derive_facts (catalogue, ingredients, brine_recipe_get_servings (recipe));
  g_auto (GStrv) tags = brine_recipe_derive_tags (catalogue, ingredients, facts);
  g_autofree char *keys = join (facts->plant_keys);
  g_autofree char *stored_keys = join (stored->plant_keys);
  g_autofree char *allergens = join (facts->allergens);
  g_autofree char *stored_allergens = join (stored->allergens);
  g_autofree char *tag_list = join (tags);
  g_autofree char *stored_tags = join ((char **)brine_recipe_get_tags (recipe));

  g_test_message ("%s %s", brine_recipe_get_id (recipe), brine_recipe_get_title (recipe));
  g_assert_cmpfloat_with_epsilon (facts->fibre_g, stored->fibre_g, 1e-9);
  g_assert_cmpfloat_with_epsilon (facts->sodium_mg, stored->sodium_mg, 1e-9);
  g_assert_cmpfloat_with_epsilon (facts->live_servings, stored->live_servings, 1e-9);
  g_assert_cmpfloat_with_epsilon (facts->plant_points, stored->plant_points, 1e-9);
  g_assert_cmpstr (keys, ==, stored_keys);
  for (guint i = 0; facts->plant_keys[i]; i++)
    g_assert_cmpfloat (facts->plant_values[i], ==, stored->plant_values[i]);
  g_assert_cmpstr (allergens, ==, stored_allergens);
  g_assert_cmpstr (facts->tyramine, ==, stored->tyramine);
  g_assert_cmpstr (facts->fodmap, ==, stored->fodmap);
  g_assert_cmpstr (tag_list, ==, stored_tags);
}

/* Whatever the data call derived is what the rules make of the foods. */
static void
test_every_meal (void)
{
  guint n_recipes = g_list_model_get_n_items (G_LIST_MODEL (catalogue));

  g_assert_cmpuint (n_recipes, >=, 55);
  for (guint i = 0; i < n_recipes; i++)
    {
      g_autoptr (BrineRecipe) recipe = g_list_model_get_item (G_LIST_MODEL (catalogue), i);

      assert_same_facts (recipe);
    }
}

static GPtrArray *
make_ingredients (const char *food_id, double grams, gboolean heated)
{
  GPtrArray *ingredients = g_ptr_array_new_with_free_func ((GDestroyNotify)brine_ingredient_free);
  BrineIngredient *ingredient = g_new0 (BrineIngredient, 1);

  ingredient->food_id = g_strdup (food_id);
  ingredient->text = g_strdup (food_id);
  ingredient->unit = g_strdup ("g");
  ingredient->grams = grams;
  ingredient->heated = heated;
  g_ptr_array_add (ingredients, ingredient);

  return ingredients;
}

static void
test_heat_kills (void)
{
  static const char *const live_foods[] = { "sauerkraut_raw", "kefir_milk", "miso", "tempeh" };

  for (guint i = 0; i < G_N_ELEMENTS (live_foods); i++)
    {
      g_autoptr (GPtrArray) cold = make_ingredients (live_foods[i], 100, FALSE);
      g_autoptr (GPtrArray) hot = make_ingredients (live_foods[i], 100, TRUE);
      g_autoptr (BrineRecipeFacts) cold_facts = brine_recipe_derive_facts (catalogue, cold, 1);
      g_autoptr (BrineRecipeFacts) hot_facts = brine_recipe_derive_facts (catalogue, hot, 1);
      const BrineFood *food = brine_catalogue_find_food (catalogue, live_foods[i]);

      g_assert_cmpfloat (hot_facts->live_servings, ==, 0);
      g_assert_cmpint (cold_facts->live_servings > 0, ==, food->counts_live);
      g_assert_cmpfloat (cold_facts->fibre_g, ==, hot_facts->fibre_g);
    }
}

static void
test_per_serving (void)
{
  g_autoptr (GPtrArray) ingredients = make_ingredients ("sauerkraut_raw", 240, FALSE);
  const BrineFood *food = brine_catalogue_find_food (catalogue, "sauerkraut_raw");

  for (int servings = 1; servings <= 6; servings++)
    {
      g_autoptr (BrineRecipeFacts) facts =
          brine_recipe_derive_facts (catalogue, ingredients, servings);

      g_assert_cmpfloat_with_epsilon (facts->live_servings, 240 / food->serving_g / servings,
                                      0.00501);
      g_assert_cmpfloat (facts->plant_points, ==, 1);
    }
}

static void
test_unknown_food (void)
{
  g_autoptr (GPtrArray) ingredients = make_ingredients ("stone", 100, FALSE);
  BrineIngredient *ingredient = g_ptr_array_index (ingredients, 0);
  g_autoptr (BrineRecipeFacts) facts = NULL;
  g_auto (GStrv) tags = NULL;

  ingredient->allergens = g_strsplit ("wheat;gluten", ";", -1);
  ingredient->live_servings = 1.5;
  facts = brine_recipe_derive_facts (catalogue, ingredients, 2);
  tags = brine_recipe_derive_tags (catalogue, ingredients, facts);
  g_assert_cmpfloat (facts->live_servings, ==, 0.75);
  g_assert_cmpfloat (facts->fibre_g, ==, 0);
  g_assert_cmpstr (facts->allergens[0], ==, "gluten");
  g_assert_false (g_strv_contains ((const char *const *)tags, "gluten-free"));
  g_assert_false (g_strv_contains ((const char *const *)tags, "gluten-free-adaptable"));
}

/* Unknown ranks between moderate and high, in whatever order the ingredients come. */
static void
test_unknown_level (void)
{
  static const struct
  {
    const char *first, *second, *tyramine;
  } rows[] = {
    { "chia", "chia", "low" },
    { "chia", "kombucha", "unknown" },
    { "kombucha", "chia", "unknown" },
    { "kombucha", "sauerkraut_red_raw", "high" },
    { "sauerkraut_red_raw", "chia", "high" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) both = make_ingredients (rows[i].first, 10, FALSE);
      g_autoptr (GPtrArray) second = make_ingredients (rows[i].second, 10, FALSE);
      g_autoptr (BrineRecipeFacts) facts = NULL;

      g_ptr_array_add (both, g_ptr_array_steal_index (second, 0));
      facts = brine_recipe_derive_facts (catalogue, both, 1);
      g_assert_cmpstr (facts->tyramine, ==, rows[i].tyramine);
    }
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  catalogue = brine_catalogue_load (NULL);
  g_assert_nonnull (catalogue);

  g_test_add_func ("/derive/every-meal", test_every_meal);
  g_test_add_func ("/derive/heat-kills", test_heat_kills);
  g_test_add_func ("/derive/per-serving", test_per_serving);
  g_test_add_func ("/derive/unknown-food", test_unknown_food);
  g_test_add_func ("/derive/unknown-level", test_unknown_level);

  result = g_test_run ();
  g_assert_finalize_object (catalogue);
  return result;
}
