/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-catalogue-loader.h"

#include <string.h>

#define HEADER                                                                                     \
  "id\tname\tgroup\tlive_cultures\tserving\tserving_g\tfibre_g\ttyramine\tallergens\tfodmap\t"     \
  "notes\tplant_key\tplant_points\tsodium_mg\tvitamin_k_ug\tcounts_live\tsource\n"
#define KEFIR "kefir\tKefir\tfermented\tyes\t1 cup\t240\t0\tlow\tmilk\thigh\t\t\t0\t90\t\t1\town\n"
#define OATS                                                                                       \
  "oats\tOats\twhole grain\tno\t40 "                                                               \
  "g\t40\t4.2\tlow\toats;gluten\tlow\tNote\toat\t1\t2\t0.8\t0\town\n"

#define DERIVED                                                                                    \
  "\"derived\":{\"per_serving\":{\"fibre_g\":4.2,\"sodium_mg_excluding_added_salt\":90,"           \
  "\"live_ferment_servings\":1},\"plants\":{\"oat\":1.0},\"plant_points\":1,"                      \
  "\"allergens\":[\"milk\"],\"tyramine_max\":\"low\",\"fodmap\":\"high\"}"
#define MEAL                                                                                       \
  "{\"id\":\"m1\",\"title\":\"Oats\",\"slot\":\"breakfast\",\"servings\":1,\"minutes\":5,"         \
  "\"ingredients\":[{\"food\":\"oats\",\"amount\":40,\"unit\":\"g\",\"grams\":40},"                \
  "{\"text\":\"fish\",\"amount\":1,\"unit\":\"slice\",\"allergens\":[\"fish\"]}],"                 \
  "\"steps\":[\"Stir.\"],\"tags\":[\"no-cook\"]," DERIVED "}"
#define MEALS "{\"format\":1,\"version\":3,\"meals\":[" MEAL "]}"

static BrineCatalogue *
load (const char *foods, const char *meals, GError **error)
{
  g_autoptr (GBytes) foods_bytes = g_bytes_new (foods, strlen (foods));
  g_autoptr (GBytes) meals_bytes = g_bytes_new (meals, strlen (meals));

  return brine_catalogue_load_from_bytes (foods_bytes, meals_bytes, error);
}

static void
test_bundled (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BrineCatalogue) catalogue = brine_catalogue_load (&error);
  g_autoptr (BrineRecipe) first = NULL;
  const BrineFood *food;

  g_assert_no_error (error);
  g_assert_cmpint (brine_catalogue_get_version (catalogue), >=, 1);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (catalogue)), >=, 55);
  g_assert_cmpuint (brine_catalogue_get_foods (catalogue)->len, >=, 141);

  first = g_list_model_get_item (G_LIST_MODEL (catalogue), 0);
  g_assert_true (brine_catalogue_find_recipe (catalogue, "b01") == first);
  g_assert_cmpstr (brine_recipe_get_title (first), ==, "Overnight oats with kefir and berries");
  food = brine_catalogue_find_food (catalogue, "yogurt_live");
  g_assert_cmpstr (food->name, ==, "Yogurt, plain, live culture");
  g_assert_true (food->counts_live);
  g_assert_null (brine_catalogue_find_food (catalogue, "stone"));
}

static void
test_fields (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BrineCatalogue) catalogue = load (HEADER KEFIR OATS, MEALS, &error);
  BrineRecipe *recipe;
  const BrineRecipeFacts *facts;
  const BrineFood *oats, *kefir;
  GPtrArray *ingredients;
  BrineIngredient *first, *second;
  g_autofree char *plants = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (brine_catalogue_get_version (catalogue), ==, 3);

  kefir = brine_catalogue_find_food (catalogue, "kefir");
  oats = brine_catalogue_find_food (catalogue, "oats");
  g_assert_null (kefir->notes);
  g_assert_cmpstr (oats->notes, ==, "Note");
  g_assert_true (kefir->vitamin_k_ug != kefir->vitamin_k_ug);
  g_assert_cmpfloat (oats->vitamin_k_ug, ==, 0.8);
  g_assert_cmpuint (g_strv_length (oats->allergens), ==, 2);
  g_assert_cmpuint (g_strv_length (kefir->allergens), ==, 1);

  recipe = brine_catalogue_find_recipe (catalogue, "m1");
  ingredients = brine_recipe_get_ingredients (recipe);
  first = g_ptr_array_index (ingredients, 0);
  second = g_ptr_array_index (ingredients, 1);
  g_assert_cmpstr (first->text, ==, "Oats");
  g_assert_cmpfloat (first->grams, ==, 40);
  g_assert_null (second->food_id);
  g_assert_cmpstr (second->allergens[0], ==, "fish");
  facts = brine_recipe_get_facts (recipe);
  g_assert_cmpfloat (facts->fibre_g, ==, 4.2);
  g_assert_cmpstr (facts->fodmap, ==, "high");
  plants = brine_recipe_dup_plants (recipe);
  g_assert_cmpstr (plants, ==, "oat:1");
}

/* Each row breaks one thing: @old in the good files becomes @new. */
static const struct
{
  const char *old;
  const char *new;
  const char *message;
} broken[] = {
  { "\tname\t", "\tnamen\t", "foods.tsv, line 1: there is no column “name”" },
  { "\t240\t", "\tmuch\t", "foods.tsv, line 2: “serving_g” is “much”" },
  { "\t240\t", "\t0\t", "foods.tsv, line 2: “serving_g” must be more than 0" },
  { "\t4.2\t", "\tnan\t", "foods.tsv, line 3: “fibre_g”" },
  { "\t4.2\t", "\t-4\t", "foods.tsv, line 3: “fibre_g”" },
  { "\t0.8\t", "\tx\t", "foods.tsv, line 3: “vitamin_k_ug”" },
  { "\tyes\t", "\tmaybe\t", "foods.tsv, line 2: “live_cultures” is “maybe”" },
  { "\tKefir\t", "\t\t", "foods.tsv, line 2: “name” is empty" },
  { "\t1\town\noats", "\t2\town\noats", "foods.tsv, line 2: “counts_live” is “2”" },
  { "\noats\t", "\nkefir\t", "foods.tsv, line 3: the id “kefir” is there twice" },
  { "\town\noats", "\noats", "foods.tsv, line 2: there are 16 columns, but 17 names" },
  { "\"format\":1", "\"format\":2", "has format 2" },
  { "\"format\":1", "\"format\":0", "must have “format” 1" },
  { "\"format\":1", "\"format\":{}", "must have “format” 1" },
  { "\"format\":1", "\"format\":\"1\"", "must have “format” 1" },
  { "\"version\":3", "\"version\":[]", "a “version”" },
  { "\"grams\":40", "\"grams\":40,\"heated\":[]", "meal “m1”: “heated” must be true or false" },
  { "\"grams\":40", "\"grams\":40,\"heated\":1", "meal “m1”: “heated” must be true or false" },
  { "\"amount\":40", "\"amount\":null", "meal “m1”: “amount” must be a number" },
  { "\"title\":\"Oats\"", "\"title\":{}", "meal “m1”: “title” must be a text" },
  { "\"version\":3", "\"version\":0", "a “version”" },
  { "\"meals\":", "\"foods\":", "the list “meals”" },
  { "\"m1\",", "\"m1\"", "meals.json, line 1" },
  { "\"id\":\"m1\"", "\"id\":1", "meals.json, meal number 1: “id” must be a text" },
  { "\"breakfast\"", "\"brunch\"", "meal “m1”: “slot” must be" },
  { "\"breakfast\"", "\"none\"", "meal “m1”: “slot” must be" },
  { "\"servings\":1", "\"servings\":0", "meal “m1”: “servings” must be a whole number" },
  { "\"servings\":1", "\"servings\":1.5", "meal “m1”: “servings” must be a whole number" },
  { "\"minutes\":5", "\"minutes\":\"5\"", "meal “m1”: “minutes” must be a number" },
  { "\"food\":\"oats\"", "\"food\":\"stone\"", "the food “stone” is not in foods.tsv" },
  { "\"grams\":40", "\"gram\":40", "meal “m1”: “grams” must be a number" },
  { "[\"Stir.\"]", "[1]", "meal “m1”: “steps” must hold texts only" },
  { "[\"Stir.\"]", "\"Stir.\"", "meal “m1”: “steps” must be a list" },
  { "\"tyramine_max\":\"low\"", "\"tyramine_max\":\"some\"", "“tyramine_max” must be low" },
  { "{\"oat\":1.0}", "{\"oat\":-1}", "meal “m1”: “oat” must be a number" },
  { "{\"oat\":1.0}", "[]", "meal “m1”: “plants” must be an object" },
  { "\"ingredients\":[{", "\"ingredients\":[1,{", "must hold objects only" },
  { MEAL, MEAL "," MEAL, "meal “m1”: the id is there twice" },
  { MEAL, "7", "meal number 1: it must be an object" },
  { MEALS, "[]", "must hold an object" },
  { MEALS, "", "must hold an object" },
};

static char *
replace (const char *text, const char *old, const char *new)
{
  const char *found = strstr (text, old);

  if (found == NULL)
    return g_strdup (text);

  return g_strdup_printf ("%.*s%s%s", (int)(found - text), text, new, found + strlen (old));
}

static void
test_broken (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autofree char *foods = replace (HEADER KEFIR OATS, broken[i].old, broken[i].new);
      g_autofree char *meals = replace (MEALS, broken[i].old, broken[i].new);
      g_autoptr (GError) error = NULL;

      g_assert_null (load (foods, meals, &error));
      g_assert_nonnull (error);
      g_assert_true (error->domain == BRINE_ERROR);
      if (strstr (error->message, broken[i].message) == NULL)
        g_error ("row %u: “%s” does not say “%s”", i, error->message, broken[i].message);
    }
}

static void
test_limits (void)
{
  g_autofree char *large = g_strnfill (5 * 1024 * 1024, 'x');
  g_autoptr (GError) error = NULL;

  g_assert_null (load (large, MEALS, &error));
  g_assert_error (error, BRINE_ERROR, BRINE_ERROR_TOO_COMPLEX);
  g_clear_error (&error);
  g_assert_null (load (HEADER "\xff\n", MEALS, &error));
  g_assert_error (error, BRINE_ERROR, BRINE_ERROR_INVALID);
}

/* Takes in resources that other threads register, as a toolkit does while it starts. */
static gpointer
look_up_resources (gpointer stop)
{
  while (!g_atomic_int_get ((int *)stop))
    g_resources_get_info ("/org/brineapp/none", G_RESOURCE_LOOKUP_FLAGS_NONE, NULL, NULL, NULL);
  return NULL;
}

static void
test_first_load (void)
{
  int stop = 0;
  GThread *threads[3];
  g_autoptr (GError) error = NULL;
  g_autoptr (BrineCatalogue) catalogue = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("resources", look_up_resources, &stop);
  catalogue = brine_catalogue_load (&error);
  g_atomic_int_set (&stop, 1);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
  g_assert_no_error (error);
  g_assert_nonnull (catalogue);
}

/* Only the first load of a process registers something, so each is one of its own. */
static void
test_loaded_beside_other_threads (void)
{
  for (int i = 0; i < 40; i++)
    {
      g_test_trap_subprocess ("/catalogue/subprocess/first-load", 0, G_TEST_SUBPROCESS_DEFAULT);
      g_test_trap_assert_passed ();
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/catalogue/bundled", test_bundled);
  g_test_add_func ("/catalogue/fields", test_fields);
  g_test_add_func ("/catalogue/broken", test_broken);
  g_test_add_func ("/catalogue/limits", test_limits);
  g_test_add_func ("/catalogue/subprocess/first-load", test_first_load);
  g_test_add_func ("/catalogue/beside-other-threads", test_loaded_beside_other_threads);

  return g_test_run ();
}
