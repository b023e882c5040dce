/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-portion.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Recipes in the user's words. All (transfer full) unless said otherwise. */

/* "Firm tofu, cooked" */
char *brine_ingredient_format_name (const BrineIngredient *ingredient, const BrinePortion *portion);
/* "1½", plants, servings: at most two digits after the point, halves and quarters as fractions */
char *brine_meal_format_plants (double points);
/* "20 min" */
char *brine_meal_format_minutes (BrineRecipe *recipe);
/* "Lunch · vegan · high in fibre" */
char *brine_recipe_format_kind (BrineRecipe *recipe);
/* "Contains sesame, soya, wheat", or NULL */
char *brine_recipe_format_allergens (BrineRecipe *recipe);
/* The dish of the recipe's meal slot. (transfer none) */
const char *brine_recipe_get_dish_icon (BrineRecipe *recipe);
/* A small icon with a figure beside it, "⁂ 1½". @name: accessible name, whole. (transfer
 * floating) */
GtkWidget *brine_meal_figure_new (const char *icon_name, const char *text, const char *name);

G_END_DECLS
