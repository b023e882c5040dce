/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-recipe.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A recipe in the grid: its dish, its title, and what it brings. CSS node recipecard. */
#define BRINE_TYPE_RECIPE_CARD (brine_recipe_card_get_type ())
G_DECLARE_FINAL_TYPE (BrineRecipeCard, brine_recipe_card, BRINE, RECIPE_CARD, GtkWidget)

GtkWidget *brine_recipe_card_new (void);
/* @recipe: (nullable): empties the card */
void brine_recipe_card_set_recipe (BrineRecipeCard *self, BrineRecipe *recipe);

G_END_DECLS
