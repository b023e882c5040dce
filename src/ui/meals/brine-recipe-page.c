/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-recipe-page.h"

#include "brine-format.h"
#include "brine-parts.h"
#include "brine-practice-icon.h"
#include "brine-recipe-notes.h"
#include "brine-recipe-parts.h"

#include <glib/gi18n.h>

#define PAGE_WIDTH 1044
#define INGREDIENTS_WIDTH 420
#define MAX_PORTIONS 24
/* Where "in your plan" looks. */
#define DAYS_BEFORE 7
#define DAYS_AFTER 14
#define MAX_PLANNED_ROWS 6

struct _BrineRecipePage
{
  BrineNarrowPage parent_instance;

  BrineHistory *history;
  BrineClock *clock;
  BrineCatalogue *catalogue;
  BrineRecipe *recipe;
  BrineAgendaModel *agenda;
  BrineDay today;
  gulong changed_id;

  GtkWidget *head; /* AdwBin */
  GtkWidget *note; /* AdwBin: where it does not go with the diet */
  GtkWidget *columns;
  GtkWidget *left;
  GtkWidget *portions;
  GtkWidget *ingredients;
  GtkWidget *planned_heading;
  GtkWidget *planned;
};

G_DEFINE_FINAL_TYPE (BrineRecipePage, brine_recipe_page, BRINE_TYPE_NARROW_PAGE)

static void
show_ingredients (BrineRecipePage *self)
{
  GPtrArray *ingredients = brine_recipe_get_ingredients (self->recipe);
  int servings = gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->portions));

  brine_clear_children (self->ingredients);
  for (guint i = 0; i < ingredients->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->ingredients),
                         brine_recipe_ingredient_row_new (self->recipe,
                                                          g_ptr_array_index (ingredients, i),
                                                          self->catalogue, servings));
}

/* What the user told Brine may change while the page is open. */
static void
show_note (BrineRecipePage *self)
{
  g_autofree char *text =
      brine_store_dup_setting (brine_history_get_store (self->history), BRINE_SETTING_DIET);
  BrineDiet diet = brine_diet_from_string (text);
  GtkWidget *note = brine_recipe_diet_note_new (&diet, self->recipe, self->catalogue);

  adw_bin_set_child (ADW_BIN (self->note), note);
  gtk_widget_set_visible (self->note, note != NULL);
}

static void
on_store_changed_cb (BrineStore *store, guint kinds, BrineRecipePage *self)
{
  if ((kinds & (1u << BRINE_KIND_SETTING)) != 0)
    show_note (self);
}

/* In your plan ---------------------------------------------------------------------------- */

static GtkWidget *
make_planned_row (BrineRecipePage *self, BrineOccurrence *occurrence)
{
  BrineLocal start = brine_occurrence_get_start (occurrence);
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *day = brine_format_day_long (start.day, self->today);
  g_autofree char *time = brine_format_time (start);
  /* Translators: a day and a time, "Monday 16 November, 12:30" */
  g_autofree char *title = g_strdup_printf (C_ ("planned", "%s, %s"), day, time);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  /* GTK 4.8 measures a wrapping line without Latin letters wrongly. */
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               brine_state_get_name (brine_occurrence_get_state (occurrence)));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), brine_practice_icon_new (BRINE_PRACTICE_MEAL));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.show-day");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "i",
                                    brine_occurrence_get_day (occurrence));

  return row;
}

static void
show_planned (BrineRecipePage *self)
{
  GListModel *agenda = G_LIST_MODEL (self->agenda);
  int n = 0;

  brine_clear_children (self->planned);
  for (guint i = 0; i < g_list_model_get_n_items (agenda) && n < MAX_PLANNED_ROWS; i++)
    {
      g_autoptr (BrineOccurrence) occurrence = g_list_model_get_item (agenda, i);

      if (g_strcmp0 (brine_occurrence_get_recipe_id (occurrence),
                     brine_recipe_get_id (self->recipe))
          != 0)
        continue;
      gtk_list_box_append (GTK_LIST_BOX (self->planned), make_planned_row (self, occurrence));
      n++;
    }
  gtk_widget_set_visible (self->planned, n > 0);
  gtk_widget_set_visible (self->planned_heading, n > 0);
}

/* Layout ---------------------------------------------------------------------------------- */

static void
arrange (BrineRecipePage *self, gboolean narrow)
{
  adw_bin_set_child (ADW_BIN (self->head), brine_recipe_head_new (self->recipe, narrow));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->columns),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_size_request (self->left, narrow ? -1 : INGREDIENTS_WIDTH, -1);
}

static void
brine_recipe_page_arrange (BrineNarrowPage *page, gboolean narrow)
{
  arrange (BRINE_RECIPE_PAGE (page), narrow);
}

static GtkWidget *
make_left (BrineRecipePage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (_ ("Portions"));

  self->portions = brine_spin_button_new (1, MAX_PORTIONS, 1);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->portions),
                             brine_recipe_get_servings (self->recipe));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->portions), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Portions"), -1);
  g_signal_connect_object (self->portions, "value-changed", G_CALLBACK (show_ingredients), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (label, "secondary");
  gtk_box_append (GTK_BOX (line), brine_heading_new (_ ("Ingredients")));
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), self->portions);
  self->ingredients = brine_boxed_list_new ();
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), self->ingredients);

  return box;
}

static GtkWidget *
make_right (BrineRecipePage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *heading = brine_heading_new (_ ("Steps"));
  GtkWidget *advice = brine_recipe_advice_new (self->recipe);

  gtk_widget_set_size_request (heading, -1, 34); /* as high as the line with the portions */
  self->planned_heading = brine_heading_new (_ ("In your plan"));
  gtk_widget_set_margin_top (self->planned_heading, 10);
  self->planned = brine_boxed_list_new ();
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), brine_recipe_steps_new (self->recipe));
  gtk_box_append (GTK_BOX (box), self->planned_heading);
  gtk_box_append (GTK_BOX (box), self->planned);
  if (advice != NULL)
    {
      gtk_widget_set_margin_top (advice, 10);
      gtk_box_append (GTK_BOX (box), advice);
    }
  gtk_widget_set_hexpand (box, TRUE);

  return box;
}

static void
build (BrineRecipePage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  self->head = adw_bin_new ();
  self->columns = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 24);
  self->left = make_left (self);
  gtk_box_append (GTK_BOX (self->columns), self->left);
  gtk_box_append (GTK_BOX (self->columns), make_right (self));
  self->note = adw_bin_new ();
  gtk_box_append (GTK_BOX (box), self->head);
  gtk_box_append (GTK_BOX (box), self->note);
  gtk_box_append (GTK_BOX (box), self->columns);
  adw_bin_set_child (ADW_BIN (self), brine_page_scroller_new (box, PAGE_WIDTH));
}

static void
brine_recipe_page_dispose (GObject *object)
{
  BrineRecipePage *self = BRINE_RECIPE_PAGE (object);

  if (self->history != NULL)
    g_clear_signal_handler (&self->changed_id, brine_history_get_store (self->history));
  g_clear_object (&self->agenda);
  g_clear_object (&self->history);
  g_clear_object (&self->clock);
  g_clear_object (&self->catalogue);
  g_clear_object (&self->recipe);

  G_OBJECT_CLASS (brine_recipe_page_parent_class)->dispose (object);
}

static void
brine_recipe_page_class_init (BrineRecipePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = brine_recipe_page_dispose;
  BRINE_NARROW_PAGE_CLASS (klass)->arrange = brine_recipe_page_arrange;

  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "recipepage");
}

static void
brine_recipe_page_init (BrineRecipePage *self)
{
}

GtkWidget *
brine_recipe_page_new (BrineHistory *history, BrineClock *clock, BrineCatalogue *catalogue,
                       BrineRecipe *recipe)
{
  BrineRecipePage *self;
  BrineStore *store;

  g_return_val_if_fail (BRINE_IS_HISTORY (history), NULL);
  g_return_val_if_fail (BRINE_IS_CLOCK (clock), NULL);
  g_return_val_if_fail (BRINE_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (BRINE_IS_RECIPE (recipe), NULL);

  self = g_object_new (BRINE_TYPE_RECIPE_PAGE, NULL);
  g_set_object (&self->history, history);
  g_set_object (&self->clock, clock);
  g_set_object (&self->catalogue, catalogue);
  g_set_object (&self->recipe, recipe);
  store = brine_history_get_store (history);
  self->today = brine_clock_get_today (clock, brine_store_get_day_start_minutes (store));
  self->agenda = brine_agenda_model_new (store, clock);
  build (self);
  arrange (self, FALSE);
  show_note (self);
  show_ingredients (self);
  show_planned (self);
  self->changed_id = g_signal_connect (store, "changed", G_CALLBACK (on_store_changed_cb), self);
  g_signal_connect_object (self->agenda, "items-changed", G_CALLBACK (show_planned), self,
                           G_CONNECT_SWAPPED);
  brine_agenda_model_set_range (self->agenda, self->today - DAYS_BEFORE, self->today + DAYS_AFTER);

  return GTK_WIDGET (self);
}
