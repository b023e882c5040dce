/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-meal-words.h"

#include "brine-format.h"
#include "brine-parts.h"
#include "brine-translate.h"

#include <glib/gi18n.h>

/* The catalogue's tags as people say them. */
static const struct
{
  const char *tag;
  const char *words;
} tag_words[] = {
  { "vegan", N_ ("vegan") },
  { "vegetarian", N_ ("vegetarian") },
  { "dairy-free", N_ ("without dairy") },
  { "gluten-free", N_ ("without gluten") },
  { "gluten-free-adaptable", N_ ("without gluten if you choose so") },
  { "fermented", N_ ("fermented") },
  { "high-fibre", N_ ("high in fibre") },
  { "no-cook", N_ ("no cooking") },
};

static const char *
get_tag_words (const char *tag)
{
  for (gsize i = 0; i < G_N_ELEMENTS (tag_words); i++)
    if (g_str_equal (tag_words[i].tag, tag))
      return _ (tag_words[i].words);

  return tag;
}

char *
brine_ingredient_format_name (const BrineIngredient *ingredient, const BrinePortion *portion)
{
  const char *name = brine_translate ("food", ingredient->text);

  /* Some foods carry their state in their name. */
  if (portion->state == NULL || strstr (ingredient->text, portion->state) != NULL)
    return g_strdup (name);

  /* Translators: a food and the state it is measured in, "Brown rice, cooked" */
  return g_strdup_printf (C_ ("ingredient", "%s, %s"), name,
                          brine_translate ("state", portion->state));
}

char *
brine_meal_format_plants (double points)
{
  g_autofree char *number = brine_format_quantity (points);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s plant", "%s plants",
                                       points <= 1 ? 1 : 2),
                          number);
}

char *
brine_meal_format_minutes (BrineRecipe *recipe)
{
  return brine_format_duration (brine_recipe_get_minutes (recipe));
}

char *
brine_recipe_format_kind (BrineRecipe *recipe)
{
  GString *line = g_string_new (brine_meal_slot_get_name (brine_recipe_get_slot (recipe)));
  const char *const *tags = brine_recipe_get_tags (recipe);

  for (gsize i = 0; tags[i] != NULL; i++)
    {
      /* What is vegan is vegetarian and free of dairy, and nobody wants to read it. */
      if (brine_recipe_has_tag (recipe, "vegan")
          && (g_str_equal (tags[i], "vegetarian") || g_str_equal (tags[i], "dairy-free")))
        continue;
      g_string_append_printf (line, " · %s", get_tag_words (tags[i]));
    }

  return g_string_free (line, FALSE);
}

char *
brine_recipe_format_allergens (BrineRecipe *recipe)
{
  char **allergens = brine_recipe_get_facts (recipe)->allergens;
  g_autoptr (GString) list = NULL;

  if (allergens == NULL || allergens[0] == NULL)
    return NULL;

  list = g_string_new (NULL);
  for (gsize i = 0; allergens[i] != NULL; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "",
                            brine_translate ("allergen", allergens[i]));

  /* Translators: %s is a list of allergens */
  return g_strdup_printf (_ ("Contains %s"), list->str);
}

const char *
brine_recipe_get_dish_icon (BrineRecipe *recipe)
{
  switch (brine_recipe_get_slot (recipe))
    {
    case BRINE_MEAL_SLOT_BREAKFAST:
      return "brine-dish-breakfast";
    case BRINE_MEAL_SLOT_DINNER:
      return "brine-dish-dinner";
    case BRINE_MEAL_SLOT_SNACK:
      return "brine-dish-snack";
    case BRINE_MEAL_SLOT_LUNCH:
    case BRINE_MEAL_SLOT_NONE:
    default:
      return "brine-dish-lunch";
    }
}

GtkWidget *
brine_meal_figure_new (const char *icon_name, const char *text, const char *name)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 5);
  GtkWidget *icon = gtk_image_new_from_icon_name (icon_name);
  GtkWidget *label = gtk_label_new (text);

  gtk_image_set_pixel_size (GTK_IMAGE (icon), 14);
  gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_add_css_class (label, "numeric");
  /* "1½" is read from left to right everywhere. */
  gtk_widget_set_direction (label, GTK_TEXT_DIR_LTR);
  brine_set_hint (box, name);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);

  return box;
}
