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

static gboolean
has_avoided_allergen (const BrineDiet *diet, const BrineRecipeFacts *facts)
{
  for (gsize i = 0; i < G_N_ELEMENTS (avoided); i++)
    {
      if (!*get_flag ((BrineDiet *)diet, i))
        continue;
      for (gsize j = 0; avoided[i].allergens[j] != NULL; j++)
        if (g_strv_contains ((const char *const *)facts->allergens, avoided[i].allergens[j]))
          return TRUE;
    }

  return FALSE;
}

/* Dairy ferments are pasteurised before they are soured; the raw ones are not. */
static gboolean
is_raw_ferment (const BrineFood *food)
{
  return g_str_equal (food->group, "fermented") && food->counts_live
         && !g_strv_contains ((const char *const *)food->allergens, "milk");
}

static gboolean
holds_traces_of_alcohol (const BrineFood *food)
{
  return g_str_has_prefix (food->id, "kombucha") || g_str_has_prefix (food->id, "kefir");
}

static gboolean
is_flagged_food (unsigned flags, const BrineFood *food, gboolean heated)
{
  if ((flags & BRINE_CAUTION_ALCOHOL) != 0 && holds_traces_of_alcohol (food))
    return TRUE;
  if ((flags & BRINE_CAUTION_PREGNANCY) != 0 && !heated && is_raw_ferment (food))
    return TRUE;

  return (flags & BRINE_CAUTION_HISTAMINE) != 0 && g_str_equal (food->group, "fermented");
}

static gboolean
has_flagged_food (unsigned flags, BrineRecipe *recipe, BrineCatalogue *catalogue)
{
  GPtrArray *ingredients = brine_recipe_get_ingredients (recipe);

  for (guint i = 0; i < ingredients->len; i++)
    {
      const BrineIngredient *ingredient = g_ptr_array_index (ingredients, i);
      const BrineFood *food = ingredient->food_id != NULL
                                  ? brine_catalogue_find_food (catalogue, ingredient->food_id)
                                  : NULL;

      if (food != NULL && is_flagged_food (flags, food, ingredient->heated))
        return TRUE;
    }

  return FALSE;
}

static gboolean
calls_for_caution (unsigned flags, BrineRecipe *recipe, BrineCatalogue *catalogue)
{
  const BrineRecipeFacts *facts = brine_recipe_get_facts (recipe);

  if ((flags & BRINE_CAUTION_TYRAMINE) != 0 && !g_str_equal (facts->tyramine, "low")
      && !g_str_equal (facts->tyramine, "moderate"))
    return TRUE;
  if ((flags & BRINE_CAUTION_IMMUNITY) != 0 && facts->live_servings > 0)
    return TRUE;
  if ((flags & BRINE_CAUTION_FODMAP) != 0 && !g_str_equal (facts->fodmap, "low"))
    return TRUE;

  return has_flagged_food (flags, recipe, catalogue);
}

BrineDietVerdict
brine_diet_check (const BrineDiet *diet, BrineRecipe *recipe, BrineCatalogue *catalogue)
{
  g_return_val_if_fail (diet != NULL, BRINE_DIET_FITS);
  g_return_val_if_fail (BRINE_IS_RECIPE (recipe), BRINE_DIET_FITS);
  g_return_val_if_fail (BRINE_IS_CATALOGUE (catalogue), BRINE_DIET_FITS);

  if (diet->eating == BRINE_EATING_VEGAN && !brine_recipe_has_tag (recipe, "vegan"))
    return BRINE_DIET_EATING;
  if (diet->eating == BRINE_EATING_VEGETARIAN && !brine_recipe_has_tag (recipe, "vegetarian")
      && !brine_recipe_has_tag (recipe, "vegan"))
    return BRINE_DIET_EATING;
  if (has_avoided_allergen (diet, brine_recipe_get_facts (recipe)))
    return BRINE_DIET_ALLERGEN;
  if (calls_for_caution (diet->cautions, recipe, catalogue))
    return BRINE_DIET_CAUTION;

  return BRINE_DIET_FITS;
}

gboolean
brine_diet_equal (const BrineDiet *a, const BrineDiet *b)
{
  for (gsize i = 0; i < G_N_ELEMENTS (avoided); i++)
    if (!*get_flag ((BrineDiet *)a, i) != !*get_flag ((BrineDiet *)b, i))
      return FALSE;

  return a->eating == b->eating && a->cautions == b->cautions;
}

char *
brine_diet_to_string (const BrineDiet *diet)
{
  GString *line = g_string_new (NULL);

  g_return_val_if_fail (diet != NULL, g_string_free (line, FALSE));

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
