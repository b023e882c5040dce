/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-plan-meal-dialog.h"
#include "brine-recipe-page.h"
#include "brine-translate.h"
#include "brine-window-private.h"

/* Opening a recipe and planning it, from any page. An id that the catalogue does not know, as it
 * may come from a diary of another version, opens nothing. */

static BrineRecipe *
find_recipe (BrineWindow *self, GVariant *parameter)
{
  if (self->history == NULL || self->catalogue == NULL)
    return NULL;

  return brine_catalogue_find_recipe (self->catalogue, g_variant_get_string (parameter, NULL));
}

static void
open_recipe_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  BrineWindow *self = BRINE_WINDOW (user_data);
  BrineRecipe *recipe = find_recipe (self, parameter);

  if (recipe != NULL)
    brine_window_push (self,
                       brine_recipe_page_new (self->history, self->clock, self->catalogue, recipe),
                       brine_recipe_get_local_title (recipe));
}

static void
plan_recipe_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  BrineWindow *self = BRINE_WINDOW (user_data);
  BrineRecipe *recipe = find_recipe (self, parameter);

  if (recipe != NULL)
    brine_plan_meal_dialog_present (GTK_WIDGET (self), self->history, self->clock, recipe);
}

static const GActionEntry entries[] = {
  { .name = "open-recipe", .activate = open_recipe_cb, .parameter_type = "s" },
  { .name = "plan-recipe", .activate = plan_recipe_cb, .parameter_type = "s" },
};

void
brine_window_add_recipe_actions (BrineWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
