/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-recipe-index.h"

static BrineRecipe *
make_recipe (const char *id, const char *title, const char *ingredient_text, const char *tag)
{
  GPtrArray *ingredients = g_ptr_array_new_with_free_func ((GDestroyNotify)brine_ingredient_free);
  BrineIngredient *ingredient = g_new0 (BrineIngredient, 1);
  const char *tags[] = { tag, NULL };

  ingredient->text = g_strdup (ingredient_text);
  ingredient->unit = g_strdup ("g");
  g_ptr_array_add (ingredients, ingredient);

  return brine_recipe_new (id, title, BRINE_MEAL_SLOT_LUNCH, 1, 10, ingredients, NULL, tags,
                           g_new0 (BrineRecipeFacts, 1));
}

static void
test_fold (void)
{
  static const struct
  {
    const char *text, *folded;
  } rows[] = {
    { "Kefir", " kefir " },
    { "  Crème  fraîche, 2%!", " creme fraiche 2 " },
    { "Grünkohl", " grunkohl " },
    { "STRASSE straße", " strasse strasse " },
    { "Gluten-free", " gluten free " },
    { "ﬁne ½", " fine 1 2 " },
    { "Ωμέγα Кимчи 味噌", " ωμεγα кимчи 味噌 " },
    { "", " " },
    { NULL, " " },
    { "…", " " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *folded = brine_text_fold (rows[i].text);
      g_autofree char *again = brine_text_fold (folded);

      g_assert_cmpstr (folded, ==, rows[i].folded);
      g_assert_cmpstr (again, ==, folded);
    }
}

static void
test_matches (void)
{
  static const struct
  {
    const char *query;
    gboolean matches;
  } rows[] = {
    { "", TRUE },      { "  ", TRUE },          { NULL, TRUE },          { "kraut", TRUE },
    { "SOUP", TRUE },  { "soup lentil", TRUE }, { "lentil soup", TRUE }, { "len sou", TRUE },
    { "creme", TRUE }, { "Crème", TRUE },       { "vegan", TRUE },       { "high fibre", TRUE },
    { "entil", TRUE }, { "ent", FALSE },        { "soup beef", FALSE },  { "sou!", TRUE },
    { "beef", FALSE }, { "\xff", TRUE },        { "soup soup", TRUE },
  };
  g_autoptr (GListStore) store = g_list_store_new (BRINE_TYPE_RECIPE);
  g_autoptr (BrineRecipe) recipe =
      make_recipe ("a", "Lentil soup, crème and Sauerkraut", "Red lentils", "vegan high-fibre");
  g_autoptr (BrineRecipe) stranger = make_recipe ("b", "Lentil soup", "x", "y");
  g_autoptr (BrineRecipeIndex) index = NULL;

  g_list_store_append (store, recipe);
  index = brine_recipe_index_new (G_LIST_MODEL (store), NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (brine_recipe_index_matches (index, recipe, rows[i].query), ==,
                     rows[i].matches);
  g_assert_false (brine_recipe_index_matches (index, stranger, ""));
}

static const char *
translate (const char *context, const char *text)
{
  if (g_str_equal (context, "recipe"))
    return "Linsensuppe";
  if (g_str_equal (context, "food"))
    return "Haferflocken";

  return text;
}

static void
test_translated (void)
{
  g_autoptr (GListStore) store = g_list_store_new (BRINE_TYPE_RECIPE);
  g_autoptr (BrineRecipe) recipe = make_recipe ("a", "Lentil soup", "Oats", "vegan");
  g_autoptr (BrineRecipeIndex) index = NULL;

  g_list_store_append (store, recipe);
  index = brine_recipe_index_new (G_LIST_MODEL (store), translate);
  g_assert_true (brine_recipe_index_matches (index, recipe, "linsen flocken"));
  g_assert_true (brine_recipe_index_matches (index, recipe, "suppe vegan"));
  g_assert_false (brine_recipe_index_matches (index, recipe, "lentil"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/recipe-index/fold", test_fold);
  g_test_add_func ("/recipe-index/matches", test_matches);
  g_test_add_func ("/recipe-index/translated", test_translated);

  return g_test_run ();
}
