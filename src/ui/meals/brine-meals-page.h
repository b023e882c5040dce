/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-clock.h"
#include "brine-models.h"
#include "brine-narrow-page.h"
#include "brine-recipe.h"

G_BEGIN_DECLS

/* Recipes: a searchable, filtered grid. Opening one activates win.open-recipe. Property "narrow"
 * (gboolean). Ctrl+F goes to the search. */
#define BRINE_TYPE_MEALS_PAGE (brine_meals_page_get_type ())
G_DECLARE_FINAL_TYPE (BrineMealsPage, brine_meals_page, BRINE, MEALS_PAGE, BrineNarrowPage)

GtkWidget *brine_meals_page_new (BrineHistory *history, BrineClock *clock,
                                 BrineCatalogue *catalogue);

G_END_DECLS
