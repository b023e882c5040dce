/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-recipe.h"

G_BEGIN_DECLS

/**
 * BrineCaution:
 * @BRINE_CAUTION_TYRAMINE: an MAOI antidepressant or linezolid: nothing high or unknown in
 *   tyramine (Walker et al. 1996, 10.1097/00004714-199610000-00007, and the avoid lists after it)
 * @BRINE_CAUTION_IMMUNITY: weakened immunity: nothing fermented that may be alive
 * @BRINE_CAUTION_PREGNANCY: no kombucha, no raw ferments of vegetables or soy, no blue cheese
 * @BRINE_CAUTION_ALCOHOL: no alcohol at all: no kefir or kombucha, which hold traces of it
 * @BRINE_CAUTION_HISTAMINE: nothing fermented, no spinach, tomato, aubergine or tinned fish
 * @BRINE_CAUTION_FODMAP: only meals that are low in FODMAPs
 *
 * Things to know about the user. They only filter and annotate: nothing is ever called safe.
 */
typedef enum
{
  BRINE_CAUTION_TYRAMINE = 1 << 0,
  BRINE_CAUTION_IMMUNITY = 1 << 1,
  BRINE_CAUTION_PREGNANCY = 1 << 2,
  BRINE_CAUTION_ALCOHOL = 1 << 3,
  BRINE_CAUTION_HISTAMINE = 1 << 4,
  BRINE_CAUTION_FODMAP = 1 << 5,
} BrineCaution;
#define BRINE_N_CAUTIONS 6

typedef enum
{
  BRINE_EATING_ANYTHING,
  BRINE_EATING_VEGETARIAN,
  BRINE_EATING_VEGAN,
} BrineEating;

/* What somebody eats; a value. */
typedef struct
{
  BrineEating eating;
  gboolean no_gluten;
  gboolean no_milk;
  gboolean no_nuts;
  gboolean no_soy;
  gboolean no_fish;
  gboolean no_egg;
  unsigned cautions; /* BrineCaution bits */
} BrineDiet;

/* Why a recipe is not offered; the first reason found, in this order. */
typedef enum
{
  BRINE_DIET_FITS,
  BRINE_DIET_EATING,
  BRINE_DIET_ALLERGEN,
  BRINE_DIET_CAUTION,
} BrineDietVerdict;

/**
 * brine_diet_check:
 * @diet: what the user told
 * @recipe: a recipe of @catalogue
 *
 * Unknown counts as flagged. Any thread.
 *
 * Returns: whether @recipe may be suggested, else why not
 */
BrineDietVerdict brine_diet_check (const BrineDiet *diet, BrineRecipe *recipe,
                                   BrineCatalogue *catalogue);

/**
 * brine_diet_is_eaten:
 *
 * Returns: whether @recipe is vegan or vegetarian where @diet asks for that. Any thread.
 */
gboolean brine_diet_is_eaten (const BrineDiet *diet, BrineRecipe *recipe);

/**
 * brine_diet_find_allergens:
 *
 * Returns: (transfer full) (array zero-terminated=1): what @recipe holds of what @diet leaves
 *   out, in the recipe's order; empty when nothing. Any thread.
 */
char **brine_diet_find_allergens (const BrineDiet *diet, BrineRecipe *recipe);

/**
 * brine_diet_find_cautions:
 * @recipe: a recipe of @catalogue
 *
 * Returns: those of @diet's cautions that @recipe calls for, as #BrineCaution bits. Any thread.
 */
unsigned brine_diet_find_cautions (const BrineDiet *diet, BrineRecipe *recipe,
                                   BrineCatalogue *catalogue);

/**
 * brine_diet_has_live_goal:
 *
 * Returns: whether a goal of live servings may be suggested: with an MAOI, a weakened immunity
 *   or a histamine intolerance it is off unless the user turns it on. Any thread.
 */
gboolean brine_diet_has_live_goal (const BrineDiet *diet);

/**
 * brine_diet_equal:
 *
 * Returns: whether both say the same. Any thread.
 */
gboolean brine_diet_equal (const BrineDiet *a, const BrineDiet *b);

/* A stable line for the settings, "vegan no-milk caution-tyramine". Any thread. (transfer full) */
char *brine_diet_to_string (const BrineDiet *diet);
/* Words that are not known are passed over; @text NULL: eats anything.
 * Any thread. */
BrineDiet brine_diet_from_string (const char *text);

G_END_DECLS
