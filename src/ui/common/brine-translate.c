/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-translate.h"

#include <glib/gi18n.h>

const char *
brine_translate (const char *context, const char *text)
{
  /* The translation of nothing is the head of the catalogue of translations. */
  if (*text == '\0')
    return text;

  return context != NULL ? g_dpgettext2 (GETTEXT_PACKAGE, context, text) : _ (text);
}

const char *
brine_recipe_get_local_title (BrineRecipe *recipe)
{
  return brine_translate ("recipe", brine_recipe_get_title (recipe));
}

const char *
brine_occurrence_get_local_title (BrineOccurrence *occurrence)
{
  const char *title = brine_occurrence_get_title (occurrence);

  if (brine_occurrence_get_recipe_id (occurrence) == NULL || title == NULL)
    return title;

  return brine_translate ("recipe", title);
}
