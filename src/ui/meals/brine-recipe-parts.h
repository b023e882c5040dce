/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-recipe.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Parts of the recipe page that do not change. All (transfer floating). */

/* The head card: dish, title, figures, chips and the button. @narrow: one above the other. */
GtkWidget *brine_recipe_head_new (BrineRecipe *recipe, gboolean narrow);
GtkWidget *brine_recipe_steps_new (BrineRecipe *recipe);
/* One ingredient for @servings portions. */
GtkWidget *brine_recipe_ingredient_row_new (BrineRecipe *recipe, const BrineIngredient *ingredient,
                                            BrineCatalogue *catalogue, int servings);

G_END_DECLS
