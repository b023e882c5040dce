/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-recipe-card.h"

#include "brine-format.h"
#include "brine-meal-words.h"
#include "brine-parts.h"
#include "brine-translate.h"

#include <glib/gi18n.h>

struct _BrineRecipeCard
{
  GtkWidget parent_instance;

  GtkWidget *dish;
  GtkWidget *title;
  GtkWidget *figures;
};

G_DEFINE_FINAL_TYPE (BrineRecipeCard, brine_recipe_card, GTK_TYPE_WIDGET)

static void
clear_figures (BrineRecipeCard *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->figures)) != NULL)
    gtk_box_remove (GTK_BOX (self->figures), child);
}

static void
brine_recipe_card_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (brine_recipe_card_parent_class)->dispose (object);
}

static void
brine_recipe_card_class_init (BrineRecipeCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = brine_recipe_card_dispose;
  gtk_widget_class_set_css_name (widget_class, "recipecard");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
brine_recipe_card_init (BrineRecipeCard *self)
{
  GtkWidget *ground = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (
                                      gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");

  self->dish = gtk_image_new ();
  gtk_image_set_pixel_size (GTK_IMAGE (self->dish), 72);
  gtk_widget_set_hexpand (self->dish, TRUE);
  gtk_widget_set_margin_top (self->dish, 10);
  gtk_widget_set_margin_bottom (self->dish, 10);
  gtk_widget_add_css_class (ground, "practice-tint");
  gtk_widget_add_css_class (ground, "meal");
  gtk_box_append (GTK_BOX (ground), self->dish);

  self->title = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->title), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->title), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (self->title), 2);
  gtk_label_set_ellipsize (GTK_LABEL (self->title), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_label_set_yalign (GTK_LABEL (self->title), 0);
  gtk_label_set_width_chars (GTK_LABEL (self->title), 13);
  gtk_label_set_max_width_chars (GTK_LABEL (self->title), 16);
  gtk_widget_set_vexpand (self->title, TRUE);
  gtk_widget_add_css_class (self->title, "recipe-title");
  self->figures = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_widget_add_css_class (self->figures, "caption");
  gtk_widget_add_css_class (self->figures, "secondary");
  gtk_widget_set_margin_top (words, 10);
  gtk_widget_set_margin_bottom (words, 12);
  gtk_widget_set_margin_start (words, 12);
  gtk_widget_set_margin_end (words, 12);
  gtk_widget_set_vexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), self->title);
  gtk_box_append (GTK_BOX (words), self->figures);

  gtk_widget_set_parent (ground, GTK_WIDGET (self));
  gtk_widget_set_parent (words, GTK_WIDGET (self));
}

GtkWidget *
brine_recipe_card_new (void)
{
  return g_object_new (BRINE_TYPE_RECIPE_CARD, NULL);
}

static void
append_figures (BrineRecipeCard *self, BrineRecipe *recipe)
{
  const BrineRecipeFacts *facts = brine_recipe_get_facts (recipe);
  g_autofree char *live = brine_format_quantity (facts->live_servings);
  g_autofree char *live_name = brine_format_live_servings (facts->live_servings);
  g_autofree char *plants = brine_format_quantity (facts->plant_points);
  g_autofree char *plants_name = brine_meal_format_plants (facts->plant_points);
  g_autofree char *minutes = brine_meal_format_minutes (recipe);

  gtk_box_append (GTK_BOX (self->figures), gtk_label_new (minutes));
  if (facts->live_servings > 0)
    gtk_box_append (GTK_BOX (self->figures),
                    brine_meal_figure_new ("brine-live-symbolic", live, live_name));
  if (facts->plant_points > 0)
    gtk_box_append (GTK_BOX (self->figures),
                    brine_meal_figure_new ("brine-plants-symbolic", plants, plants_name));
}

void
brine_recipe_card_set_recipe (BrineRecipeCard *self, BrineRecipe *recipe)
{
  g_return_if_fail (BRINE_IS_RECIPE_CARD (self));

  clear_figures (self);
  if (recipe == NULL)
    {
      gtk_label_set_text (GTK_LABEL (self->title), NULL);
      return;
    }

  gtk_label_set_text (GTK_LABEL (self->title), brine_recipe_get_local_title (recipe));
  brine_set_hint (self->title, brine_recipe_get_local_title (recipe));
  gtk_image_set_from_icon_name (GTK_IMAGE (self->dish), brine_recipe_get_dish_icon (recipe));
  append_figures (self, recipe);
}
