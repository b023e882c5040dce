/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-meals-page.h"

#include "brine-diet.h"
#include "brine-format.h"
#include "brine-parts.h"
#include "brine-recipe-card.h"
#include "brine-recipe-index.h"
#include "brine-slow-list.h"
#include "brine-translate.h"
#include "brine-wrap-layout.h"

#include <glib/gi18n.h>

#define N_SLOTS 4
#define QUICK_MINUTES 15
#define MAX_COLUMNS 5
/* What shows of a usual window; the grid makes a card of each recipe there is. */
#define FIRST_CARDS 10
#define CARDS_A_TURN 5

/* Filters that cut the list further; several may be on, all must hold. */
typedef enum
{
  FILTER_FITS_ME,
  FILTER_FERMENTED,
  FILTER_VEGETARIAN,
  FILTER_VEGAN,
  FILTER_HIGH_FIBRE,
  FILTER_QUICK,
  N_FILTERS
} Filter;

struct _BrineMealsPage
{
  BrineNarrowPage parent_instance;

  BrineHistory *history;
  BrineClock *clock;
  BrineCatalogue *catalogue;
  BrineRecipeIndex *index;
  BrineDiet diet;
  gulong changed_id;
  gboolean has_diet; /* diet was read */

  GtkCustomFilter *filter;
  GtkFilterListModel *recipes;

  GtkWidget *search;
  GtkWidget *slots[N_SLOTS];     /* chips, in the order of BrineMealSlot from breakfast on */
  GtkWidget *filters[N_FILTERS]; /* chips */
  GtkWidget *count;
  GtkWidget *stack; /* grid or empty */
  GtkWidget *grid;
};

G_DEFINE_FINAL_TYPE (BrineMealsPage, brine_meals_page, BRINE_TYPE_NARROW_PAGE)

static const char *const filter_names[N_FILTERS] = {
  [FILTER_FITS_ME] = N_ ("Fits Me"),       [FILTER_FERMENTED] = N_ ("Fermented"),
  [FILTER_VEGETARIAN] = N_ ("Vegetarian"), [FILTER_VEGAN] = N_ ("Vegan"),
  [FILTER_HIGH_FIBRE] = N_ ("High Fibre"), [FILTER_QUICK] = N_ ("15 Minutes"),
};

/* Filtering ------------------------------------------------------------------------------- */

static gboolean
is_on (GtkWidget *chip)
{
  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (chip));
}

/* No slot chosen means all of them. */
static gboolean
matches_slots (BrineMealsPage *self, BrineRecipe *recipe)
{
  gboolean any = FALSE;

  for (int i = 0; i < N_SLOTS; i++)
    {
      if (!is_on (self->slots[i]))
        continue;
      if (brine_recipe_get_slot (recipe) == (BrineMealSlot)(BRINE_MEAL_SLOT_BREAKFAST + i))
        return TRUE;
      any = TRUE;
    }

  return !any;
}

static gboolean
matches_filter (BrineMealsPage *self, BrineRecipe *recipe, Filter filter)
{
  switch (filter)
    {
    case FILTER_FITS_ME:
      return brine_diet_check (&self->diet, recipe, self->catalogue) == BRINE_DIET_FITS;
    case FILTER_FERMENTED:
      return brine_recipe_has_tag (recipe, "fermented");
    case FILTER_VEGETARIAN:
      return brine_recipe_has_tag (recipe, "vegetarian") || brine_recipe_has_tag (recipe, "vegan");
    case FILTER_VEGAN:
      return brine_recipe_has_tag (recipe, "vegan");
    case FILTER_HIGH_FIBRE:
      return brine_recipe_has_tag (recipe, "high-fibre");
    case FILTER_QUICK:
      return brine_recipe_get_minutes (recipe) <= QUICK_MINUTES;
    case N_FILTERS:
    default:
      return TRUE;
    }
}

static gboolean
matches (gpointer item, gpointer user_data)
{
  BrineMealsPage *self = user_data;

  for (int i = 0; i < N_FILTERS; i++)
    if (is_on (self->filters[i]) && !matches_filter (self, item, i))
      return FALSE;

  return matches_slots (self, item)
         && brine_recipe_index_matches (self->index, item,
                                        gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

static void
show_count (BrineMealsPage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->recipes));
  /* Translators: how many recipes the filters leave */
  g_autofree char *text =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u recipe", "%u recipes", n), n);

  gtk_label_set_text (GTK_LABEL (self->count), text);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), n > 0 ? "grid" : "empty");
}

static void
refilter (BrineMealsPage *self)
{
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  show_count (self);
}

static void
clear_filters_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BrineMealsPage *self = BRINE_MEALS_PAGE (widget);

  for (int i = 0; i < N_SLOTS; i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->slots[i]), FALSE);
  for (int i = 0; i < N_FILTERS; i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->filters[i]), FALSE);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  refilter (self);
}

/* Escape in the search: an empty one gives the focus back to the grid. */
static void
on_stop_search_cb (BrineMealsPage *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  else
    gtk_widget_child_focus (self->stack, GTK_DIR_TAB_FORWARD);
}

static void
search_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_grab_focus (BRINE_MEALS_PAGE (widget)->search);
}

/* The diet decides whether "fits me" has a meaning, and turns it on when it has. */
static void
read_diet (BrineMealsPage *self)
{
  g_autofree char *text =
      brine_store_dup_setting (brine_history_get_store (self->history), BRINE_SETTING_DIET);
  BrineDiet diet = brine_diet_from_string (text);
  BrineDiet anything = { 0 };
  gboolean has_diet = !brine_diet_equal (&diet, &anything);

  if (self->has_diet && brine_diet_equal (&diet, &self->diet))
    return;
  self->has_diet = TRUE;
  self->diet = diet;
  gtk_widget_set_visible (self->filters[FILTER_FITS_ME], has_diet);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->filters[FILTER_FITS_ME]), has_diet);
  if (self->recipes != NULL)
    refilter (self);
}

static void
on_store_changed_cb (BrineStore *store, guint kinds, BrineMealsPage *self)
{
  if ((kinds & (1u << BRINE_KIND_SETTING)) != 0)
    read_diet (self);
}

/* The grid -------------------------------------------------------------------------------- */

static void
on_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  gtk_list_item_set_child (item, brine_recipe_card_new ());
}

static void
on_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  BrineRecipe *recipe = gtk_list_item_get_item (item);
  GtkWidget *card = gtk_list_item_get_child (item);
  GtkWidget *cell = gtk_widget_get_parent (card);

  brine_recipe_card_set_recipe (BRINE_RECIPE_CARD (card), recipe);
  if (cell != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    brine_recipe_get_local_title (recipe), -1);
}

static void
on_unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  brine_recipe_card_set_recipe (BRINE_RECIPE_CARD (gtk_list_item_get_child (item)), NULL);
}

static void
on_activate_cb (BrineMealsPage *self, guint position)
{
  g_autoptr (BrineRecipe) recipe = g_list_model_get_item (G_LIST_MODEL (self->recipes), position);

  if (recipe != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-recipe", "s",
                                brine_recipe_get_id (recipe));
}

static GtkWidget *
make_grid (BrineMealsPage *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  BrineSlowList *shown;

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind_cb), NULL);

  self->filter = gtk_custom_filter_new (matches, self, NULL);
  self->recipes = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->catalogue)),
                                             GTK_FILTER (g_object_ref (self->filter)));
  shown = brine_slow_list_new (G_LIST_MODEL (self->recipes), FIRST_CARDS, CARDS_A_TURN);
  self->grid = gtk_grid_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (shown))),
                                  factory);
  gtk_grid_view_set_min_columns (GTK_GRID_VIEW (self->grid),
                                 brine_text_is_large (GTK_WIDGET (self)) ? 1 : 2);
  gtk_grid_view_set_max_columns (GTK_GRID_VIEW (self->grid), MAX_COLUMNS);
  gtk_grid_view_set_single_click_activate (GTK_GRID_VIEW (self->grid), TRUE);
  gtk_widget_add_css_class (self->grid, "recipes");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->grid), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Recipes"), -1);
  g_signal_connect_object (self->grid, "activate", G_CALLBACK (on_activate_cb), self,
                           G_CONNECT_SWAPPED);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->grid);
  gtk_widget_set_vexpand (scrolled, TRUE);

  return scrolled;
}

static GtkWidget *
make_empty (void)
{
  GtkWidget *page = adw_status_page_new ();
  GtkWidget *button = gtk_button_new_with_label (_ ("Clear Filters"));

  gtk_widget_add_css_class (button, "pill");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "meals.clear-filters");
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "brine-recipe-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _ ("No Recipe Found"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page),
                                   _ ("Fewer filters, or another word, may help."));
  adw_status_page_set_child (ADW_STATUS_PAGE (page), button);

  return page;
}

/* Search and chips ------------------------------------------------------------------------ */

static GtkWidget *
make_chip (BrineMealsPage *self, const char *label)
{
  GtkWidget *chip = gtk_toggle_button_new_with_label (label);

  gtk_widget_add_css_class (chip, "chip");
  g_signal_connect_object (chip, "toggled", G_CALLBACK (refilter), self, G_CONNECT_SWAPPED);

  return chip;
}

static GtkWidget *
make_chips (BrineMealsPage *self)
{
  GtkWidget *chips = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (chips, brine_wrap_layout_new (6));
  for (int i = 0; i < N_SLOTS; i++)
    {
      self->slots[i] = make_chip (self, brine_meal_slot_get_name (BRINE_MEAL_SLOT_BREAKFAST + i));
      gtk_widget_set_parent (self->slots[i], chips);
    }
  for (int i = 0; i < N_FILTERS; i++)
    {
      self->filters[i] = make_chip (self, _ (filter_names[i]));
      gtk_widget_set_parent (self->filters[i], chips);
    }

  return chips;
}

static GtkWidget *
make_top (BrineMealsPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->search = gtk_search_entry_new ();
  g_object_set (self->search, "placeholder-text", _ ("Search recipes, foods, tags"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Search recipes"), -1);
  gtk_widget_set_hexpand (self->search, TRUE);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (refilter), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "stop-search", G_CALLBACK (on_stop_search_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (self->search), GTK_WIDGET (self));
  self->count = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->count, "secondary");
  gtk_widget_add_css_class (self->count, "numeric");
  gtk_box_append (GTK_BOX (line), self->search);
  gtk_box_append (GTK_BOX (line), self->count);
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), make_chips (self));
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);

  return box;
}

static void
build (BrineMealsPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->stack = gtk_stack_new ();
  gtk_box_append (GTK_BOX (box), make_top (self));
  gtk_stack_add_named (GTK_STACK (self->stack), make_grid (self), "grid");
  gtk_stack_add_named (GTK_STACK (self->stack), make_empty (), "empty");
  gtk_box_append (GTK_BOX (box), self->stack);
  adw_bin_set_child (ADW_BIN (self), box);
}

static void
brine_meals_page_arrange (BrineNarrowPage *page, gboolean narrow)
{
  gtk_widget_set_visible (BRINE_MEALS_PAGE (page)->count, !narrow);
}

static void
brine_meals_page_dispose (GObject *object)
{
  BrineMealsPage *self = BRINE_MEALS_PAGE (object);

  if (self->history != NULL)
    g_clear_signal_handler (&self->changed_id, brine_history_get_store (self->history));
  /* The filter reads the chips, which are going. */
  if (self->recipes != NULL)
    gtk_filter_list_model_set_filter (self->recipes, NULL);
  g_clear_object (&self->recipes);
  g_clear_object (&self->filter);
  g_clear_object (&self->history);
  g_clear_object (&self->clock);
  g_clear_object (&self->catalogue);
  g_clear_pointer (&self->index, brine_recipe_index_free);

  G_OBJECT_CLASS (brine_meals_page_parent_class)->dispose (object);
}

static void
brine_meals_page_class_init (BrineMealsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = brine_meals_page_dispose;
  BRINE_NARROW_PAGE_CLASS (klass)->arrange = brine_meals_page_arrange;

  gtk_widget_class_set_css_name (widget_class, "mealspage");
  gtk_widget_class_install_action (widget_class, "meals.clear-filters", NULL, clear_filters_action);
  gtk_widget_class_install_action (widget_class, "meals.search", NULL, search_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "meals.search",
                                       NULL);
}

static void
brine_meals_page_init (BrineMealsPage *self)
{
}

GtkWidget *
brine_meals_page_new (BrineHistory *history, BrineClock *clock, BrineCatalogue *catalogue)
{
  BrineMealsPage *self;

  g_return_val_if_fail (BRINE_IS_HISTORY (history), NULL);
  g_return_val_if_fail (BRINE_IS_CLOCK (clock), NULL);
  g_return_val_if_fail (BRINE_IS_CATALOGUE (catalogue), NULL);

  self = g_object_new (BRINE_TYPE_MEALS_PAGE, NULL);
  g_set_object (&self->history, history);
  g_set_object (&self->clock, clock);
  g_set_object (&self->catalogue, catalogue);
  self->index = brine_recipe_index_new (G_LIST_MODEL (catalogue), brine_translate);
  build (self);
  read_diet (self);
  show_count (self);
  self->changed_id = g_signal_connect (brine_history_get_store (history), "changed",
                                       G_CALLBACK (on_store_changed_cb), self);

  return GTK_WIDGET (self);
}
