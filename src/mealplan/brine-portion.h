/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-recipe.h"

G_BEGIN_DECLS

/**
 * BrineKitchenUnit:
 *
 * How an ingredient is measured. Pieces are counted by their own name ("2 eggs"), so their unit
 * is not shown.
 */
typedef enum
{
  BRINE_KITCHEN_UNIT_PIECE,
  BRINE_KITCHEN_UNIT_G,
  BRINE_KITCHEN_UNIT_ML,
  BRINE_KITCHEN_UNIT_LITRE,
  BRINE_KITCHEN_UNIT_TBSP,
  BRINE_KITCHEN_UNIT_TSP,
  BRINE_KITCHEN_UNIT_PINCH,
  BRINE_KITCHEN_UNIT_SLICE,
  BRINE_KITCHEN_UNIT_STALK,
  BRINE_KITCHEN_UNIT_CLOVE,
  BRINE_KITCHEN_UNIT_SHEET,
  BRINE_KITCHEN_UNIT_BULB,
  BRINE_KITCHEN_UNIT_SMALL,  /* "2 small" */
  BRINE_KITCHEN_UNIT_MEDIUM, /* "½ medium" */
  BRINE_KITCHEN_UNIT_OTHER,  /* the recipe's own word */
} BrineKitchenUnit;

/**
 * BrinePortion:
 * @value: the amount, rounded to what a kitchen can measure; never 0
 * @number: the same to read, without decimals in any language: "250", "½", "1½"
 * @unit: what it is measured in
 * @word: (nullable): the recipe's word for %BRINE_KITCHEN_UNIT_OTHER
 * @state: (nullable): how the food is when it is measured: "boiled, cooled", "grated"; %NULL when
 *   the ingredient's name says it already
 *
 * An amount of an ingredient as a cook reads it.
 */
typedef struct
{
  double value;
  char *number;
  BrineKitchenUnit unit;
  char *word;
  char *state;
} BrinePortion;

/**
 * brine_portion_new:
 * @ingredient: an ingredient of a recipe
 * @recipe_servings: what the recipe serves
 * @servings: for how many it is cooked
 *
 * Scales the amount and rounds it: grams and millilitres to 1, 5 or 10 by their size, spoons and
 * pieces to quarters below 1, halves below 4 and wholes above, eggs and pinches to wholes. Half
 * a tablespoon and less is given in teaspoons. Amounts that are not scaled stay as the recipe
 * says. Pure; any thread.
 *
 * Returns: (transfer full): the amount
 */
BrinePortion *brine_portion_new (const BrineIngredient *ingredient, int recipe_servings,
                                 int servings);
void brine_portion_free (BrinePortion *portion);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BrinePortion, brine_portion_free)

/**
 * brine_portion_get_plural:
 *
 * The number to choose a plural form by: a half and one are 1, one and a half is 2.
 *
 * Returns: a number for ngettext(), at least 1
 */
unsigned long brine_portion_get_plural (const BrinePortion *portion);

/**
 * brine_portion_get_unit_word:
 *
 * Returns: (transfer none): the unit in the catalogue's own words, which are English: "g",
 *   "slices"; empty for pieces
 */
const char *brine_portion_get_unit_word (const BrinePortion *portion);

G_END_DECLS
