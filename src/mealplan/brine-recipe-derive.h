/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-recipe.h"

G_BEGIN_DECLS

/**
 * brine_recipe_derive_facts:
 * @catalogue: knows the foods
 * @ingredients: (element-type BrineIngredient): amounts for all servings
 * @servings: how many it serves, at least 1
 *
 * Computes what the recipe page shows, per serving, from the foods of the ingredients:
 * fibre to 0.1 g, sodium to 10 mg without the salt that a cook adds, live servings to 0.01 (a
 * heated ingredient never counts), the best points of each plant, all allergens, and the worst
 * level of tyramine and of FODMAP, where unknown ranks below high and above moderate.
 * An ingredient without a food, or with one that the catalogue does not know, adds only its own
 * allergens and live servings. Pure; any thread.
 *
 * Returns: (transfer full): the facts
 */
BrineRecipeFacts *brine_recipe_derive_facts (BrineCatalogue *catalogue, GPtrArray *ingredients,
                                             int servings);

/**
 * brine_recipe_derive_tags:
 * @catalogue: knows the foods
 * @ingredients: (element-type BrineIngredient): amounts for all servings
 * @facts: what brine_recipe_derive_facts() says of them
 *
 * The tags that follow from rules: vegan, vegetarian, dairy-free, gluten-free, or
 * gluten-free-adaptable (only oats, soy sauce, miso or kimchi stand in the way, which exist
 * without), fermented (at least half a live serving), high-fibre (at least 8 g), no-cook
 * (nothing is heated). Pure; any thread.
 *
 * Returns: (transfer full) (array zero-terminated=1): the tags, always in that order
 */
char **brine_recipe_derive_tags (BrineCatalogue *catalogue, GPtrArray *ingredients,
                                 const BrineRecipeFacts *facts);

G_END_DECLS
