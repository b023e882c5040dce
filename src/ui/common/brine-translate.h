/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-occurrence.h"
#include "brine-recipe.h"

G_BEGIN_DECLS

/* A text of the catalogue in the user's language. @context: "recipe", "food", "tag", or NULL for
 * a text without one. Fits wherever the layers below ask for a translation. (transfer none) */
const char *brine_translate (const char *context, const char *text);

/* Shorthands. (transfer none) */
const char *brine_recipe_get_local_title (BrineRecipe *recipe);
/* What stands for a planned thing: of a meal the recipe's title in the user's language while the
 * title is still the recipe's own, else the title. */
const char *brine_occurrence_get_local_title (BrineOccurrence *occurrence);

G_END_DECLS
