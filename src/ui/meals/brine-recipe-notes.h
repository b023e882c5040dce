/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-diet.h"
#include "brine-recipe.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What a recipe's page says beside the recipe itself. Both (transfer floating) (nullable): NULL
 * when there is nothing to say. They only inform: nothing is called safe, nothing is forbidden. */

/* Where the recipe does not go with what the user told. */
GtkWidget *brine_recipe_diet_note_new (const BrineDiet *diet, BrineRecipe *recipe,
                                       BrineCatalogue *catalogue);
/* What is good to know for everybody, from the recipe's own facts. */
GtkWidget *brine_recipe_advice_new (BrineRecipe *recipe);

G_END_DECLS
