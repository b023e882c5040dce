/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-clock.h"
#include "brine-models.h"
#include "brine-narrow-page.h"
#include "brine-recipe.h"

G_BEGIN_DECLS

/* One recipe: what it brings, ingredients for any number of portions, steps, and where it stands
 * in the plan. "Add to plan" activates win.plan-recipe. Property "narrow" (gboolean). */
#define BRINE_TYPE_RECIPE_PAGE (brine_recipe_page_get_type ())
G_DECLARE_FINAL_TYPE (BrineRecipePage, brine_recipe_page, BRINE, RECIPE_PAGE, BrineNarrowPage)

GtkWidget *brine_recipe_page_new (BrineHistory *history, BrineClock *clock,
                                  BrineCatalogue *catalogue, BrineRecipe *recipe);

G_END_DECLS
