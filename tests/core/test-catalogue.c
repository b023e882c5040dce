/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-recipe.h"

static BrineFood *
make_food (const char *id)
{
  BrineFood *food = g_new0 (BrineFood, 1);

  food->id = g_strdup (id);
  food->name = g_strdup (id);
  return food;
}

static BrineRecipe *
make_recipe (const char *id)
{
  static const char *const steps[] = { "Cut.", "Eat.", NULL };
  static const char *const tags[] = { "vegan", "no-cook", NULL };
  BrineRecipeFacts *facts = g_new0 (BrineRecipeFacts, 1);
  GPtrArray *ingredients = g_ptr_array_new_with_free_func ((GDestroyNotify)brine_ingredient_free);
  BrineIngredient *ingredient = g_new0 (BrineIngredient, 1);

  facts->plant_keys = g_strsplit ("apple,mint", ",", -1);
  facts->plant_values = g_new0 (double, 2);
  facts->plant_values[0] = 1;
  facts->plant_values[1] = 0.25;
  ingredient->text = g_strdup ("Apple");
  ingredient->allergens = g_strsplit ("milk", ",", -1);
  g_ptr_array_add (ingredients, ingredient);

  return brine_recipe_new (id, "Apples", BRINE_MEAL_SLOT_SNACK, 2, 5, ingredients, steps, tags,
                           facts);
}

static void
test_recipe (void)
{
  BrineRecipe *recipe = make_recipe ("r1");
  g_autofree char *plants = brine_recipe_dup_plants (recipe);

  g_assert_cmpstr (brine_recipe_get_id (recipe), ==, "r1");
  g_assert_cmpstr (brine_recipe_get_title (recipe), ==, "Apples");
  g_assert_cmpint (brine_recipe_get_slot (recipe), ==, BRINE_MEAL_SLOT_SNACK);
  g_assert_cmpint (brine_recipe_get_servings (recipe), ==, 2);
  g_assert_cmpint (brine_recipe_get_minutes (recipe), ==, 5);
  g_assert_cmpuint (brine_recipe_get_ingredients (recipe)->len, ==, 1);
  g_assert_cmpstr (brine_recipe_get_steps (recipe)[1], ==, "Eat.");
  g_assert_cmpuint (g_strv_length ((char **)brine_recipe_get_tags (recipe)), ==, 2);
  g_assert_true (brine_recipe_has_tag (recipe, "vegan"));
  g_assert_false (brine_recipe_has_tag (recipe, "veg"));
  g_assert_cmpstr (plants, ==, "apple:1;mint:0.25");

  g_object_run_dispose (G_OBJECT (recipe));
  g_assert_finalize_object (recipe);
}

static void
test_empty_recipe (void)
{
  g_autoptr (BrineRecipe) recipe =
      brine_recipe_new ("e", "", BRINE_MEAL_SLOT_NONE, 1, 0, g_ptr_array_new (), NULL, NULL,
                        g_new0 (BrineRecipeFacts, 1));
  g_autofree char *plants = brine_recipe_dup_plants (recipe);

  g_assert_cmpstr (plants, ==, "");
  g_assert_null (brine_recipe_get_steps (recipe)[0]);
  g_assert_null (brine_recipe_get_tags (recipe)[0]);
}

static void
test_catalogue (void)
{
  GPtrArray *foods = g_ptr_array_new_with_free_func ((GDestroyNotify)brine_food_free);
  GPtrArray *recipes = g_ptr_array_new_with_free_func (g_object_unref);
  BrineCatalogue *catalogue;
  GListModel *model;
  BrineRecipe *last;

  g_ptr_array_add (foods, make_food ("apple"));
  g_ptr_array_add (foods, make_food ("mint"));
  g_ptr_array_add (recipes, make_recipe ("r1"));
  g_ptr_array_add (recipes, make_recipe ("r2"));
  catalogue = brine_catalogue_new (7, foods, recipes);
  model = G_LIST_MODEL (catalogue);

  g_assert_cmpint (brine_catalogue_get_version (catalogue), ==, 7);
  g_assert_true (brine_catalogue_get_foods (catalogue) == foods);
  g_assert_cmpstr (brine_catalogue_find_food (catalogue, "mint")->name, ==, "mint");
  g_assert_null (brine_catalogue_find_food (catalogue, "Mint"));
  g_assert_null (brine_catalogue_find_food (catalogue, NULL));
  g_assert_null (brine_catalogue_find_recipe (catalogue, "r3"));
  g_assert_null (brine_catalogue_find_recipe (catalogue, NULL));

  g_assert_true (g_list_model_get_item_type (model) == BRINE_TYPE_RECIPE);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 2);
  last = g_list_model_get_item (model, 1);
  g_assert_true (last == brine_catalogue_find_recipe (catalogue, "r2"));
  g_assert_null (g_list_model_get_item (model, 2));

  /* A recipe outlives its catalogue. */
  g_assert_finalize_object (catalogue);
  g_assert_cmpstr (brine_recipe_get_id (last), ==, "r2");
  g_assert_finalize_object (last);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/catalogue/recipe", test_recipe);
  g_test_add_func ("/catalogue/empty-recipe", test_empty_recipe);
  g_test_add_func ("/catalogue/catalogue", test_catalogue);

  return g_test_run ();
}
