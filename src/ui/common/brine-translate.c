/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-translate.h"

#include <glib/gi18n.h>

const char *
brine_translate (const char *context, const char *text)
{
  return context != NULL ? g_dpgettext2 (GETTEXT_PACKAGE, context, text) : _ (text);
}

const char *
brine_recipe_get_local_title (BrineRecipe *recipe)
{
  return brine_translate ("recipe", brine_recipe_get_title (recipe));
}

const char *
brine_recipe_translate_title (BrineRecipe *recipe, const char *title)
{
  if (recipe != NULL && g_strcmp0 (title, brine_recipe_get_title (recipe)) == 0)
    return brine_recipe_get_local_title (recipe);

  return title;
}
