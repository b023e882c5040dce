/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-diet.h"

#include <stddef.h>

static const struct
{
  const char *nick;
  size_t offset; /* of the gboolean in BrineDiet */
  const char *allergens[5];
} avoided[] = {
  /* Oats are gluten-free only when they are sold so; the recipe tags say "adaptable". */
  { "no-gluten", offsetof (BrineDiet, no_gluten), { "gluten", "wheat", "barley", "rye" } },
  { "no-milk", offsetof (BrineDiet, no_milk), { "milk" } },
  { "no-nuts", offsetof (BrineDiet, no_nuts), { "tree nuts", "peanuts" } },
  { "no-soy", offsetof (BrineDiet, no_soy), { "soy" } },
  { "no-fish", offsetof (BrineDiet, no_fish), { "fish", "crustaceans", "molluscs" } },
  { "no-egg", offsetof (BrineDiet, no_egg), { "egg" } },
};

static const struct
{
  const char *nick;
  BrineCaution caution;
} cautions[BRINE_N_CAUTIONS] = {
  { "caution-tyramine", BRINE_CAUTION_TYRAMINE },   { "caution-immunity", BRINE_CAUTION_IMMUNITY },
  { "caution-pregnancy", BRINE_CAUTION_PREGNANCY }, { "caution-alcohol", BRINE_CAUTION_ALCOHOL },
  { "caution-histamine", BRINE_CAUTION_HISTAMINE }, { "caution-fodmap", BRINE_CAUTION_FODMAP },
};

static gboolean *
get_flag (BrineDiet *diet, gsize i)
{
  return (gboolean *)((char *)diet + avoided[i].offset);
}

/* Often rich in histamine without being fermented; lists differ (Comas-Basté 2020,
 * 10.3390/biom10081181). */
static const char *const histamine_foods[] = { "spinach", "tomato", "aubergine", "sardines", NULL };

/* Drinks and dairy that hold traces of alcohol from their yeasts. */
static const char *const alcohol_foods[] = { "kombucha", "kefir_milk", "kefir_water", NULL };

static gboolean
is_allergen_avoided (const BrineDiet *diet, const char *allergen)
{
  for (gsize i = 0; i < G_N_ELEMENTS (avoided); i++)
    if (*get_flag ((BrineDiet *)diet, i) && g_strv_contains (avoided[i].allergens, allergen))
      return TRUE;

  return FALSE;
}

static gboolean
is_fermented (const BrineFood *food)
{
  return g_str_equal (food->group, "fermented");
}

/* Alive unless it was heated, by the recipe or by its maker. */
static gboolean
may_be_alive (const BrineFood *food, gboolean heated)
{
  return is_fermented (food) && !heated && !g_str_equal (food->live_cultures, "no");
}

/* Dairy is pasteurised before it is soured, and soya and coconut are cooked; vegetables, pastes
 * and drinks are not. Mould cheese is left out in any case. */
static gboolean
is_raw_ferment (const BrineFood *food, gboolean heated)
{
  if (g_str_equal (food->id, "blue_cheese"))
    return TRUE;

  return may_be_alive (food, heated) && food->counts_live && !g_str_has_suffix (food->id, "_yogurt")
         && !g_strv_contains ((const char *const *)food->allergens, "milk");
}

/* A food without a row in the catalogue is known by its own facts alone. */
static gboolean
is_flagged_text (BrineCaution caution, const BrineIngredient *ingredient)
{
  gboolean milk = ingredient->allergens != NULL
                  && g_strv_contains ((const char *const *)ingredient->allergens, "milk");

  if (ingredient->live_servings <= 0)
    return FALSE;

  return caution == BRINE_CAUTION_IMMUNITY || caution == BRINE_CAUTION_HISTAMINE
         || (caution == BRINE_CAUTION_PREGNANCY && !milk);
}

static gboolean
is_flagged_food (BrineCaution caution, const BrineFood *food, gboolean heated)
{
  switch (caution)
    {
    case BRINE_CAUTION_IMMUNITY:
      return may_be_alive (food, heated);
    case BRINE_CAUTION_PREGNANCY:
      return is_raw_ferment (food, heated);
    case BRINE_CAUTION_ALCOHOL:
      return g_strv_contains (alcohol_foods, food->id);
    case BRINE_CAUTION_HISTAMINE:
      return is_fermented (food) || g_strv_contains (histamine_foods, food->id);
    case BRINE_CAUTION_TYRAMINE:
    case BRINE_CAUTION_FODMAP:
    default:
      return FALSE;
    }
}

static gboolean
has_flagged_food (BrineCaution caution, BrineRecipe *recipe, BrineCatalogue *catalogue)
{
  GPtrArray *ingredients = brine_recipe_get_ingredients (recipe);

  for (guint i = 0; i < ingredients->len; i++)
    {
      const BrineIngredient *ingredient = g_ptr_array_index (ingredients, i);
      const BrineFood *food = brine_catalogue_find_food (catalogue, ingredient->food_id);

      if (food != NULL ? is_flagged_food (caution, food, ingredient->heated)
                       : is_flagged_text (caution, ingredient))
        return TRUE;
    }

  return FALSE;
}

static gboolean
calls_for (BrineCaution caution, BrineRecipe *recipe, BrineCatalogue *catalogue)
{
  const BrineRecipeFacts *facts = brine_recipe_get_facts (recipe);

  if (caution == BRINE_CAUTION_TYRAMINE)
    return !g_str_equal (facts->tyramine, "low") && !g_str_equal (facts->tyramine, "moderate");
  if (caution == BRINE_CAUTION_FODMAP)
    return !g_str_equal (facts->fodmap, "low");

  return has_flagged_food (caution, recipe, catalogue);
}

gboolean
brine_diet_is_eaten (const BrineDiet *diet, BrineRecipe *recipe)
{
  g_return_val_if_fail (diet != NULL, TRUE);
  g_return_val_if_fail (BRINE_IS_RECIPE (recipe), TRUE);

  if (diet->eating == BRINE_EATING_ANYTHING || brine_recipe_has_tag (recipe, "vegan"))
    return TRUE;

  return diet->eating == BRINE_EATING_VEGETARIAN && brine_recipe_has_tag (recipe, "vegetarian");
}

char **
brine_diet_find_allergens (const BrineDiet *diet, BrineRecipe *recipe)
{
  g_autoptr (GStrvBuilder) found = g_strv_builder_new ();
  char **allergens;

  g_return_val_if_fail (diet != NULL, NULL);
  g_return_val_if_fail (BRINE_IS_RECIPE (recipe), NULL);

  allergens = brine_recipe_get_facts (recipe)->allergens;
  for (gsize i = 0; allergens != NULL && allergens[i] != NULL; i++)
    if (is_allergen_avoided (diet, allergens[i]))
      g_strv_builder_add (found, allergens[i]);

  return g_strv_builder_end (found);
}

unsigned
brine_diet_find_cautions (const BrineDiet *diet, BrineRecipe *recipe, BrineCatalogue *catalogue)
{
  unsigned found = 0;

  g_return_val_if_fail (diet != NULL, 0);
  g_return_val_if_fail (BRINE_IS_RECIPE (recipe), 0);
  g_return_val_if_fail (BRINE_IS_CATALOGUE (catalogue), 0);

  for (gsize i = 0; i < G_N_ELEMENTS (cautions); i++)
    if ((diet->cautions & cautions[i].caution) != 0
        && calls_for (cautions[i].caution, recipe, catalogue))
      found |= cautions[i].caution;

  return found;
}

BrineDietVerdict
brine_diet_check (const BrineDiet *diet, BrineRecipe *recipe, BrineCatalogue *catalogue)
{
  g_auto (GStrv) allergens = NULL;

  g_return_val_if_fail (diet != NULL, BRINE_DIET_FITS);
  g_return_val_if_fail (BRINE_IS_RECIPE (recipe), BRINE_DIET_FITS);
  g_return_val_if_fail (BRINE_IS_CATALOGUE (catalogue), BRINE_DIET_FITS);

  if (!brine_diet_is_eaten (diet, recipe))
    return BRINE_DIET_EATING;
  allergens = brine_diet_find_allergens (diet, recipe);
  if (allergens[0] != NULL)
    return BRINE_DIET_ALLERGEN;
  if (brine_diet_find_cautions (diet, recipe, catalogue) != 0)
    return BRINE_DIET_CAUTION;

  return BRINE_DIET_FITS;
}

gboolean
brine_diet_has_live_goal (const BrineDiet *diet)
{
  g_return_val_if_fail (diet != NULL, TRUE);

  return (diet->cautions
          & (BRINE_CAUTION_TYRAMINE | BRINE_CAUTION_IMMUNITY | BRINE_CAUTION_HISTAMINE))
         == 0;
}

gboolean
brine_diet_equal (const BrineDiet *a, const BrineDiet *b)
{
  g_return_val_if_fail (a != NULL, FALSE);
  g_return_val_if_fail (b != NULL, FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (avoided); i++)
    if (!*get_flag ((BrineDiet *)a, i) != !*get_flag ((BrineDiet *)b, i))
      return FALSE;

  return a->eating == b->eating && a->cautions == b->cautions;
}

char *
brine_diet_to_string (const BrineDiet *diet)
{
  GString *line;

  g_return_val_if_fail (diet != NULL, NULL);

  line = g_string_new (NULL);
  if (diet->eating != BRINE_EATING_ANYTHING)
    g_string_append (line, diet->eating == BRINE_EATING_VEGAN ? "vegan " : "vegetarian ");
  for (gsize i = 0; i < G_N_ELEMENTS (avoided); i++)
    if (*get_flag ((BrineDiet *)diet, i))
      g_string_append_printf (line, "%s ", avoided[i].nick);
  for (gsize i = 0; i < G_N_ELEMENTS (cautions); i++)
    if ((diet->cautions & cautions[i].caution) != 0)
      g_string_append_printf (line, "%s ", cautions[i].nick);

  return g_strchomp (g_string_free (line, FALSE));
}

static void
apply_word (BrineDiet *diet, const char *word)
{
  if (g_str_equal (word, "vegan"))
    diet->eating = BRINE_EATING_VEGAN;
  if (g_str_equal (word, "vegetarian"))
    diet->eating = BRINE_EATING_VEGETARIAN;
  for (gsize i = 0; i < G_N_ELEMENTS (avoided); i++)
    if (g_str_equal (word, avoided[i].nick))
      *get_flag (diet, i) = TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (cautions); i++)
    if (g_str_equal (word, cautions[i].nick))
      diet->cautions |= cautions[i].caution;
}

BrineDiet
brine_diet_from_string (const char *text)
{
  BrineDiet diet = { 0 };
  g_auto (GStrv) words = g_strsplit (text != NULL ? text : "", " ", 64);

  for (gsize i = 0; words[i] != NULL; i++)
    apply_word (&diet, words[i]);

  return diet;
}
