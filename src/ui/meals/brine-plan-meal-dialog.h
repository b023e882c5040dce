/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-clock.h"
#include "brine-models.h"
#include "brine-recipe.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Asks for a day, a slot and a number of portions, and plans @recipe there. */
void brine_plan_meal_dialog_present (GtkWidget *parent, BrineHistory *history, BrineClock *clock,
                                     BrineRecipe *recipe);

G_END_DECLS
