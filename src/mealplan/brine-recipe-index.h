/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-recipe.h"

G_BEGIN_DECLS

/**
 * BrineRecipeIndex:
 *
 * Finds recipes by what the user types. Immutable once made; any thread.
 */
typedef struct _BrineRecipeIndex BrineRecipeIndex;

/**
 * brine_recipe_index_new:
 * @recipes: (transfer none): a list of #BrineRecipe; read once
 * @translate: (nullable) (scope call): %NULL for the catalogue's own words
 *
 * Returns: (transfer full): an index of titles, ingredients and tags
 */
BrineRecipeIndex *brine_recipe_index_new (GListModel *recipes, BrineTranslate translate);
void brine_recipe_index_free (BrineRecipeIndex *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BrineRecipeIndex, brine_recipe_index_free)

/**
 * brine_recipe_index_matches:
 * @recipe: a recipe of the index
 * @query: what was typed
 *
 * Whether every word of @query begins a word of the recipe's title, ingredients or tags, in any
 * order, without regard to case and accents; words of four letters and more are found inside
 * longer ones too. An empty query matches everything.
 *
 * Returns: %TRUE when it matches; %FALSE for a recipe that is not in the index
 */
gboolean brine_recipe_index_matches (const BrineRecipeIndex *self, BrineRecipe *recipe,
                                     const char *query);

/**
 * brine_text_fold:
 * @text: (nullable): any text
 *
 * Lower case without accents, words parted by single spaces, a space before the first and after
 * the last: what two texts are compared by in a search.
 *
 * Returns: (transfer full): the folded text; a single space when nothing is left
 */
char *brine_text_fold (const char *text);

G_END_DECLS
