/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-catalogue-loader.h"
#include "brine-diet.h"

static BrineCatalogue *catalogue;

static BrineRecipe *
find (const char *id)
{
  BrineRecipe *recipe = brine_catalogue_find_recipe (catalogue, id);

  g_assert_nonnull (recipe);
  return recipe;
}

/* A recipe of one food, for what the shipped ones do not hold. */
static BrineRecipe *
make_recipe_of (const char *food_id, gboolean heated, double live_servings, const char *allergen)
{
  GPtrArray *ingredients = g_ptr_array_new_with_free_func ((GDestroyNotify)brine_ingredient_free);
  BrineIngredient *ingredient = g_new0 (BrineIngredient, 1);
  BrineRecipeFacts *facts = g_new0 (BrineRecipeFacts, 1);
  const char *allergens[] = { allergen, NULL };

  ingredient->food_id = g_strdup (food_id);
  ingredient->text = g_strdup ("food");
  ingredient->unit = g_strdup ("g");
  ingredient->heated = heated;
  ingredient->live_servings = live_servings;
  ingredient->allergens = g_strdupv ((char **)allergens);
  g_ptr_array_add (ingredients, ingredient);
  facts->allergens = g_strdupv ((char **)allergens);
  facts->tyramine = g_strdup ("low");
  facts->fodmap = g_strdup ("low");

  return brine_recipe_new ("x", "X", BRINE_MEAL_SLOT_LUNCH, 1, 1, ingredients, NULL, NULL, facts);
}

static void
test_foods_by_caution (void)
{
  static const struct
  {
    const char *food;
    gboolean heated;
    unsigned cautions; /* all that it calls for */
  } rows[] = {
    { "sauerkraut_raw", FALSE,
      BRINE_CAUTION_IMMUNITY | BRINE_CAUTION_PREGNANCY | BRINE_CAUTION_HISTAMINE },
    { "sauerkraut_raw", TRUE, BRINE_CAUTION_HISTAMINE },
    { "kimchi_vegan", FALSE,
      BRINE_CAUTION_IMMUNITY | BRINE_CAUTION_PREGNANCY | BRINE_CAUTION_HISTAMINE },
    { "kombucha", FALSE,
      BRINE_CAUTION_IMMUNITY | BRINE_CAUTION_PREGNANCY | BRINE_CAUTION_ALCOHOL
          | BRINE_CAUTION_HISTAMINE },
    { "kefir_water", FALSE,
      BRINE_CAUTION_IMMUNITY | BRINE_CAUTION_PREGNANCY | BRINE_CAUTION_ALCOHOL
          | BRINE_CAUTION_HISTAMINE },
    { "kefir_milk", FALSE,
      BRINE_CAUTION_IMMUNITY | BRINE_CAUTION_ALCOHOL | BRINE_CAUTION_HISTAMINE },
    { "yogurt_live", FALSE, BRINE_CAUTION_IMMUNITY | BRINE_CAUTION_HISTAMINE },
    { "soy_yogurt", FALSE, BRINE_CAUTION_IMMUNITY | BRINE_CAUTION_HISTAMINE },
    { "blue_cheese", FALSE,
      BRINE_CAUTION_IMMUNITY | BRINE_CAUTION_PREGNANCY | BRINE_CAUTION_HISTAMINE },
    { "blue_cheese", TRUE, BRINE_CAUTION_PREGNANCY | BRINE_CAUTION_HISTAMINE },
    { "tempeh", TRUE, BRINE_CAUTION_HISTAMINE },
    { "sourdough_bread", FALSE, BRINE_CAUTION_HISTAMINE },
    { "spinach", FALSE, BRINE_CAUTION_HISTAMINE },
    { "sardines", FALSE, BRINE_CAUTION_HISTAMINE },
    { "kale", FALSE, 0 },
    { "brown_rice", TRUE, 0 },
  };
  BrineDiet everything = { .cautions = (1u << BRINE_N_CAUTIONS) - 1 };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (BrineRecipe) recipe =
          make_recipe_of (rows[i].food, rows[i].heated, 0,
                          strstr (rows[i].food, "milk") || strstr (rows[i].food, "yogurt_live")
                              ? "milk"
                              : NULL);

      g_test_message ("%s", rows[i].food);
      g_assert_nonnull (brine_catalogue_find_food (catalogue, rows[i].food));
      g_assert_cmphex (brine_diet_find_cautions (&everything, recipe, catalogue), ==,
                       rows[i].cautions);
    }
}

/* What is only a text counts by its own facts. */
static void
test_text_by_caution (void)
{
  BrineDiet everything = { .cautions = (1u << BRINE_N_CAUTIONS) - 1 };
  g_autoptr (BrineRecipe) dairy = make_recipe_of (NULL, FALSE, 1, "milk");
  g_autoptr (BrineRecipe) other = make_recipe_of (NULL, FALSE, 1, NULL);
  g_autoptr (BrineRecipe) dead = make_recipe_of (NULL, FALSE, 0, NULL);

  g_assert_cmphex (brine_diet_find_cautions (&everything, dairy, catalogue), ==,
                   BRINE_CAUTION_IMMUNITY | BRINE_CAUTION_HISTAMINE);
  g_assert_cmphex (brine_diet_find_cautions (&everything, other, catalogue), ==,
                   BRINE_CAUTION_IMMUNITY | BRINE_CAUTION_PREGNANCY | BRINE_CAUTION_HISTAMINE);
  g_assert_cmphex (brine_diet_find_cautions (&everything, dead, catalogue), ==, 0);
}

static void
test_verdicts (void)
{
  static const struct
  {
    const char *diet, *recipe;
    BrineDietVerdict verdict;
  } rows[] = {
    { "", "l02", BRINE_DIET_FITS },                     /* kimchi rice bowl with tofu, vegan */
    { "vegan", "l02", BRINE_DIET_FITS },                /* */
    { "vegetarian", "l02", BRINE_DIET_FITS },           /* vegan is vegetarian */
    { "no-soy", "l02", BRINE_DIET_ALLERGEN },           /* tofu */
    { "no-gluten", "l02", BRINE_DIET_ALLERGEN },        /* wheat in the kimchi */
    { "no-milk no-egg", "l02", BRINE_DIET_FITS },       /* */
    { "no-nuts", "b01", BRINE_DIET_ALLERGEN },          /* walnuts */
    { "no-milk", "b01", BRINE_DIET_ALLERGEN },          /* kefir */
    { "vegan", "b01", BRINE_DIET_EATING },              /* kefir */
    { "vegan no-milk", "b01", BRINE_DIET_EATING },      /* the first reason */
    { "vegetarian", "b01", BRINE_DIET_FITS },           /* */
    { "caution-tyramine", "l02", BRINE_DIET_CAUTION },  /* high */
    { "caution-tyramine", "b01", BRINE_DIET_FITS },     /* low */
    { "caution-immunity", "b01", BRINE_DIET_CAUTION },  /* live */
    { "caution-pregnancy", "l02", BRINE_DIET_CAUTION }, /* raw kimchi */
    { "caution-pregnancy", "b01", BRINE_DIET_FITS },    /* pasteurised before souring */
    { "caution-alcohol", "b01", BRINE_DIET_CAUTION },   /* kefir */
    { "caution-histamine", "l02", BRINE_DIET_CAUTION }, /* */
    { "caution-fodmap", "b01", BRINE_DIET_CAUTION },    /* kefir is high */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      BrineDiet diet = brine_diet_from_string (rows[i].diet);

      g_test_message ("%s %s", rows[i].diet, rows[i].recipe);
      g_assert_cmpint (brine_diet_check (&diet, find (rows[i].recipe), catalogue), ==,
                       rows[i].verdict);
    }
}

static gboolean
holds_any (char **strings, const char *const *wanted)
{
  for (gsize i = 0; wanted[i] != NULL; i++)
    if (g_strv_contains ((const char *const *)strings, wanted[i]))
      return TRUE;

  return FALSE;
}

/* Each flag by itself over every shipped recipe, against what the recipe says of itself. */
static void
test_allergens_of_all (void)
{
  static const struct
  {
    const char *nick;
    const char *allergens[4];
  } rows[] = {
    { "no-gluten", { "gluten", "wheat", "barley" } }, { "no-milk", { "milk" } },
    { "no-nuts", { "tree nuts", "peanuts" } },        { "no-soy", { "soy" } },
    { "no-fish", { "fish", "crustaceans" } },         { "no-egg", { "egg" } },
  };
  guint n = g_list_model_get_n_items (G_LIST_MODEL (catalogue));

  for (gsize row = 0; row < G_N_ELEMENTS (rows); row++)
    {
      BrineDiet diet = brine_diet_from_string (rows[row].nick);
      guint left_out = 0;

      for (guint i = 0; i < n; i++)
        {
          g_autoptr (BrineRecipe) recipe = g_list_model_get_item (G_LIST_MODEL (catalogue), i);
          char **allergens = brine_recipe_get_facts (recipe)->allergens;
          g_auto (GStrv) found = brine_diet_find_allergens (&diet, recipe);

          g_assert_cmpint (brine_diet_check (&diet, recipe, catalogue) == BRINE_DIET_ALLERGEN, ==,
                           holds_any (allergens, rows[row].allergens));
          g_assert_cmpint (found[0] != NULL, ==, holds_any (allergens, rows[row].allergens));
          left_out += found[0] != NULL;
        }
      g_test_message ("%s leaves out %u of %u", rows[row].nick, left_out, n);
      g_assert_cmpuint (left_out, >, 0);
      g_assert_cmpuint (left_out, <, n);
    }
}

/* Another flag never makes a recipe fit, and every reason found belongs to the diet. */
static void
test_more_flags_fit_less (void)
{
  const guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (catalogue));

  g_test_message ("seed %u", seed);
  for (int i = 0; i < 2000; i++)
    {
      g_autoptr (BrineRecipe) recipe =
          g_list_model_get_item (G_LIST_MODEL (catalogue), g_rand_int_range (rand, 0, n));
      BrineDiet some = { .cautions = g_rand_int_range (rand, 0, 1 << BRINE_N_CAUTIONS) };
      BrineDiet more = some;

      more.cautions |= 1u << g_rand_int_range (rand, 0, BRINE_N_CAUTIONS);
      more.no_soy = g_rand_boolean (rand);
      if (brine_diet_check (&more, recipe, catalogue) == BRINE_DIET_FITS)
        g_assert_cmpint (brine_diet_check (&some, recipe, catalogue), ==, BRINE_DIET_FITS);
      g_assert_cmphex (brine_diet_find_cautions (&some, recipe, catalogue) & ~some.cautions, ==, 0);
    }
}

static BrineDiet
draw_diet (GRand *rand)
{
  return (BrineDiet){
    .eating = g_rand_int_range (rand, 0, 3),
    .no_gluten = g_rand_boolean (rand),
    .no_milk = g_rand_boolean (rand),
    .no_nuts = g_rand_boolean (rand),
    .no_soy = g_rand_boolean (rand),
    .no_fish = g_rand_boolean (rand),
    .no_egg = g_rand_boolean (rand),
    .cautions = g_rand_int_range (rand, 0, 1 << BRINE_N_CAUTIONS),
  };
}

static void
test_round_trip (void)
{
  const guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (int i = 0; i < 500; i++)
    {
      BrineDiet diet = draw_diet (rand);
      BrineDiet other = draw_diet (rand);
      g_autofree char *text = brine_diet_to_string (&diet);
      g_autofree char *other_text = brine_diet_to_string (&other);
      BrineDiet again = brine_diet_from_string (text);

      g_assert_true (brine_diet_equal (&diet, &again));
      g_assert_cmpint (brine_diet_equal (&diet, &other), ==, g_str_equal (text, other_text));
      g_assert_cmpint (brine_diet_equal (&diet, &other), ==, brine_diet_equal (&other, &diet));
    }
}

/* Settings may come from another version or another hand. */
static void
test_strange_text (void)
{
  static const struct
  {
    const char *text, *canonical;
  } rows[] = {
    { NULL, "" },
    { "", "" },
    { "   ", "" },
    { "vegan", "vegan" },
    { "vegetarian vegan", "vegan" },
    { "no-milk  vegan no-milk", "vegan no-milk" },
    { "caution-fodmap carnivore caution-tyramine \xff", "caution-tyramine caution-fodmap" },
    { "VEGAN", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      BrineDiet diet = brine_diet_from_string (rows[i].text);
      g_autofree char *text = brine_diet_to_string (&diet);

      g_assert_cmpstr (text, ==, rows[i].canonical);
    }
}

static void
test_live_goal (void)
{
  static const struct
  {
    const char *diet;
    gboolean has_goal;
  } rows[] = {
    { "", TRUE },
    { "vegan no-milk", TRUE },
    { "caution-pregnancy caution-alcohol caution-fodmap", TRUE },
    { "caution-tyramine", FALSE },
    { "caution-immunity", FALSE },
    { "caution-histamine", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      BrineDiet diet = brine_diet_from_string (rows[i].diet);

      g_assert_cmpint (brine_diet_has_live_goal (&diet), ==, rows[i].has_goal);
    }
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  catalogue = brine_catalogue_load (NULL);
  g_assert_nonnull (catalogue);

  g_test_add_func ("/diet/foods-by-caution", test_foods_by_caution);
  g_test_add_func ("/diet/text-by-caution", test_text_by_caution);
  g_test_add_func ("/diet/verdicts", test_verdicts);
  g_test_add_func ("/diet/allergens-of-all", test_allergens_of_all);
  g_test_add_func ("/diet/more-flags-fit-less", test_more_flags_fit_less);
  g_test_add_func ("/diet/round-trip", test_round_trip);
  g_test_add_func ("/diet/strange-text", test_strange_text);
  g_test_add_func ("/diet/live-goal", test_live_goal);

  result = g_test_run ();
  g_assert_finalize_object (catalogue);
  return result;
}
