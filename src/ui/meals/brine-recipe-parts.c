/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-recipe-parts.h"

#include "brine-format-portion.h"
#include "brine-format.h"
#include "brine-meal-words.h"
#include "brine-menu-button.h"
#include "brine-parts.h"
#include "brine-translate.h"
#include "brine-wrap-layout.h"

#include <glib/gi18n.h>

#define AMOUNT_WIDTH 76

/* Head ------------------------------------------------------------------------------------ */

/* "20 min" over "to cook" with an icon before it. */
static GtkWidget *
make_stat (const char *icon_name, const char *figure, const char *words)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = gtk_image_new_from_icon_name (icon_name);
  /* One line: GTK 4.8 measures a wrapping line without Latin letters wrongly. */
  GtkWidget *number = gtk_label_new (figure);
  GtkWidget *caption = brine_text_new (words, "caption");

  gtk_widget_add_css_class (icon, "practice-text");
  gtk_widget_add_css_class (icon, "meal");
  gtk_widget_add_css_class (number, "title-4");
  gtk_widget_add_css_class (number, "numeric");
  gtk_widget_add_css_class (caption, "secondary");
  gtk_box_append (GTK_BOX (line), icon);
  gtk_box_append (GTK_BOX (line), number);
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), caption);

  return box;
}

static GtkWidget *
make_stats (BrineRecipe *recipe)
{
  const BrineRecipeFacts *facts = brine_recipe_get_facts (recipe);
  g_autofree char *minutes = brine_meal_format_minutes (recipe);
  g_autofree char *live = brine_format_quantity (facts->live_servings);
  g_autofree char *plants = brine_format_quantity (facts->plant_points);
  g_autofree char *portions = g_strdup_printf ("%d", brine_recipe_get_servings (recipe));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *stats[] = {
    make_stat ("document-open-recent-symbolic", minutes, _ ("to make")),
    make_stat ("brine-live-symbolic", live,
               g_dngettext (GETTEXT_PACKAGE, "live serving", "live servings",
                            facts->live_servings == 1 ? 1 : 2)),
    make_stat ("brine-plants-symbolic", plants,
               g_dngettext (GETTEXT_PACKAGE, "plant", "plants", facts->plant_points == 1 ? 1 : 2)),
    make_stat ("brine-meal-symbolic", portions,
               g_dngettext (GETTEXT_PACKAGE, "portion", "portions",
                            brine_recipe_get_servings (recipe))),
  };

  gtk_widget_set_layout_manager (box, brine_wrap_layout_new (24));
  for (gsize i = 0; i < G_N_ELEMENTS (stats); i++)
    gtk_widget_set_parent (stats[i], box);

  return box;
}

static void
append_tag (GtkWidget *box, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "recipe-tag");
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  brine_set_tooltip (label, text);
  gtk_widget_set_parent (label, box);
}

static GtkWidget *
make_tags (BrineRecipe *recipe)
{
  const BrineRecipeFacts *facts = brine_recipe_get_facts (recipe);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  g_autofree char *allergens = brine_recipe_format_allergens (recipe);

  gtk_widget_set_layout_manager (box, brine_wrap_layout_new (6));
  if (allergens != NULL)
    append_tag (box, allergens);
  if (g_str_equal (facts->tyramine, "high"))
    append_tag (box, _ ("High in tyramine"));
  else if (g_str_equal (facts->tyramine, "unknown"))
    append_tag (box, _ ("Tyramine not known"));
  if (g_str_equal (facts->fodmap, "low"))
    append_tag (box, _ ("Low in FODMAPs"));

  return box;
}

static GtkWidget *
make_words (BrineRecipe *recipe)
{
  g_autofree char *kind = brine_recipe_format_kind (recipe);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *stats = make_stats (recipe);

  gtk_box_append (GTK_BOX (words),
                  brine_text_new (brine_recipe_get_local_title (recipe), "recipe-heading"));
  gtk_box_append (GTK_BOX (words), brine_text_new (kind, "secondary"));
  gtk_widget_set_margin_top (stats, 8);
  gtk_widget_set_margin_bottom (stats, 8);
  gtk_box_append (GTK_BOX (words), stats);
  gtk_box_append (GTK_BOX (words), make_tags (recipe));
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  brine_set_margins (words, 18);

  return words;
}

static GtkWidget *
make_plan_button (BrineRecipe *recipe)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *content = adw_button_content_new ();

  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "list-add-symbolic");
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), _ ("Add to Plan"));
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_add_css_class (button, "small-pill");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.plan-recipe");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", brine_recipe_get_id (recipe));

  return button;
}

GtkWidget *
brine_recipe_head_new (BrineRecipe *recipe, gboolean narrow)
{
  GtkWidget *card = gtk_box_new (narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *ground = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *dish = gtk_image_new_from_icon_name (brine_recipe_get_dish_icon (recipe));
  GtkWidget *button = make_plan_button (recipe);

  gtk_image_set_pixel_size (GTK_IMAGE (dish), narrow ? 96 : 136);
  gtk_widget_set_vexpand (dish, TRUE);
  brine_set_margins (dish, narrow ? 10 : 12);
  gtk_widget_set_size_request (ground, narrow ? -1 : 230, -1);
  gtk_widget_add_css_class (ground, "practice-tint");
  gtk_widget_add_css_class (ground, "meal");
  gtk_box_append (GTK_BOX (ground), dish);

  gtk_widget_add_css_class (card, "card");
  gtk_widget_set_overflow (card, GTK_OVERFLOW_HIDDEN);
  /* The dish fills its ground; the card itself takes no more height than it needs. */
  gtk_widget_set_vexpand (card, FALSE);
  gtk_box_append (GTK_BOX (card), ground);
  gtk_box_append (GTK_BOX (card), make_words (recipe));
  gtk_widget_set_margin_end (button, 18);
  gtk_widget_set_margin_start (button, 18);
  gtk_widget_set_margin_bottom (button, narrow ? 18 : 0);
  gtk_box_append (GTK_BOX (card), button);

  return card;
}

/* Lists ----------------------------------------------------------------------------------- */

GtkWidget *
brine_recipe_steps_new (BrineRecipe *recipe)
{
  const char *const *steps = brine_recipe_get_steps (recipe);
  GtkWidget *list = brine_boxed_list_new ();

  for (gsize i = 0; steps[i] != NULL; i++)
    {
      g_autofree char *number = g_strdup_printf ("%" G_GSIZE_FORMAT, i + 1);
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
      GtkWidget *disc = gtk_label_new (number);
      GtkWidget *text = brine_text_new (brine_translate ("step", steps[i]), NULL);

      gtk_widget_add_css_class (disc, "step-number");
      gtk_widget_add_css_class (disc, "numeric");
      gtk_widget_set_valign (disc, GTK_ALIGN_START);
      gtk_widget_set_hexpand (text, TRUE);
      gtk_widget_set_valign (text, GTK_ALIGN_CENTER);
      brine_set_margins (box, 12);
      gtk_box_append (GTK_BOX (box), disc);
      gtk_box_append (GTK_BOX (box), text);
      gtk_list_box_append (GTK_LIST_BOX (list), brine_quiet_row_new (box));
    }

  return list;
}

static gboolean
is_live (const BrineIngredient *ingredient, BrineCatalogue *catalogue)
{
  const BrineFood *food = ingredient->food_id != NULL
                              ? brine_catalogue_find_food (catalogue, ingredient->food_id)
                              : NULL;

  return food != NULL && food->counts_live && !ingredient->heated;
}

GtkWidget *
brine_recipe_ingredient_row_new (BrineRecipe *recipe, const BrineIngredient *ingredient,
                                 BrineCatalogue *catalogue, int servings)
{
  g_autoptr (BrinePortion) portion =
      brine_portion_new (ingredient, brine_recipe_get_servings (recipe), servings);
  g_autofree char *amount = brine_format_portion (portion);
  g_autofree char *name = brine_ingredient_format_name (ingredient, portion);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *figure = gtk_label_new (amount);

  gtk_widget_add_css_class (figure, "numeric");
  gtk_widget_add_css_class (figure, "ingredient-amount");
  gtk_label_set_xalign (GTK_LABEL (figure), 1);
  gtk_widget_set_size_request (figure, AMOUNT_WIDTH, -1);
  gtk_widget_set_valign (figure, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), brine_text_new (name, NULL));
  gtk_box_append (GTK_BOX (box), figure);
  gtk_box_append (GTK_BOX (box), words);

  if (is_live (ingredient, catalogue))
    {
      GtkWidget *note = brine_text_new (_ ("live: add cold, at the end"), "caption");
      GtkWidget *icon = gtk_image_new_from_icon_name ("brine-live-symbolic");

      gtk_widget_add_css_class (note, "practice-text");
      gtk_widget_add_css_class (note, "meal");
      gtk_widget_add_css_class (icon, "practice-text");
      gtk_widget_add_css_class (icon, "meal");
      gtk_box_append (GTK_BOX (words), note);
      gtk_box_append (GTK_BOX (box), icon);
    }
  brine_set_margins (box, 10);

  return brine_quiet_row_new (box);
}
