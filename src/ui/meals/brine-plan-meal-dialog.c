/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-plan-meal-dialog.h"

#include "brine-format.h"
#include "brine-time-entry.h"
#include "brine-translate.h"

#include <glib/gi18n.h>

#define N_SLOTS 4
#define N_DAYS 14

/* What the dialog works on; freed with its window. */
typedef struct
{
  BrineHistory *history;
  BrineRecipe *recipe;
  BrineDay today;
  GtkWidget *window;
  GtkWidget *day;
  GtkWidget *slot;
  GtkWidget *time;
  GtkWidget *portions;
  GtkWidget *weekly;
} Form;

/* Usual times of breakfast, lunch, dinner and snack, in minutes of the day. */
static const int slot_minutes[N_SLOTS] = { 8 * 60, 12 * 60 + 30, 19 * 60, 16 * 60 };
static const int slot_durations[N_SLOTS] = { 20, 30, 45, 10 };

static void
form_free (Form *form)
{
  g_object_unref (form->history);
  g_object_unref (form->recipe);
  g_free (form);
}

static void
on_slot_changed_cb (AdwComboRow *row, GParamSpec *pspec, Form *form)
{
  guint slot = MIN (adw_combo_row_get_selected (row), N_SLOTS - 1);

  brine_time_entry_set_minute (BRINE_TIME_ENTRY (form->time), slot_minutes[slot]);
}

static void
on_plan_cb (GtkButton *button, Form *form)
{
  guint slot = MIN (adw_combo_row_get_selected (ADW_COMBO_ROW (form->slot)), N_SLOTS - 1);
  BrineDay day = form->today + adw_combo_row_get_selected (ADW_COMBO_ROW (form->day));
  int minute = brine_time_entry_get_minute (BRINE_TIME_ENTRY (form->time));
  g_autoptr (BrinePlanItem) item =
      brine_plan_item_new (BRINE_PRACTICE_MEAL, brine_recipe_get_local_title (form->recipe),
                           brine_local (day, minute / 60, minute % 60), slot_durations[slot]);
  g_autofree char *day_words = brine_format_day_relative (day, form->today);
  /* Translators: %s is a day, such as "Tomorrow" or "Monday 23 November" */
  g_autofree char *label = g_strdup_printf (_ ("Meal planned: %s"), day_words);
  BrineChange *change = brine_change_new ();

  item->slot = BRINE_MEAL_SLOT_BREAKFAST + slot;
  item->recipe_id = g_strdup (brine_recipe_get_id (form->recipe));
  item->portions = gtk_spin_button_get_value (GTK_SPIN_BUTTON (form->portions));
  if (gtk_switch_get_active (GTK_SWITCH (form->weekly)))
    item->rule = brine_rule_parse ("FREQ=WEEKLY", NULL);
  brine_change_put_item (change, item);
  brine_history_apply (form->history, label, change);
  gtk_window_close (GTK_WINDOW (form->window));
}

static GtkWidget *
make_day_row (Form *form)
{
  g_autoptr (GtkStringList) days = gtk_string_list_new (NULL);

  for (int i = 0; i < N_DAYS; i++)
    gtk_string_list_take (days, brine_format_day_relative (form->today + i, form->today));
  form->day = adw_combo_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (form->day), _ ("Day"));
  adw_combo_row_set_model (ADW_COMBO_ROW (form->day), G_LIST_MODEL (days));

  return form->day;
}

static GtkWidget *
make_slot_row (Form *form)
{
  g_autoptr (GtkStringList) slots = gtk_string_list_new (NULL);
  BrineMealSlot slot = brine_recipe_get_slot (form->recipe);

  for (int i = 0; i < N_SLOTS; i++)
    gtk_string_list_append (slots, brine_meal_slot_get_name (BRINE_MEAL_SLOT_BREAKFAST + i));
  form->slot = adw_combo_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (form->slot), _ ("Meal"));
  adw_combo_row_set_model (ADW_COMBO_ROW (form->slot), G_LIST_MODEL (slots));
  adw_combo_row_set_selected (ADW_COMBO_ROW (form->slot),
                              slot != BRINE_MEAL_SLOT_NONE ? slot - BRINE_MEAL_SLOT_BREAKFAST : 1);
  g_signal_connect (form->slot, "notify::selected", G_CALLBACK (on_slot_changed_cb), form);

  return form->slot;
}

static GtkWidget *
make_suffix_row (const char *title, GtkWidget *suffix)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_set_valign (suffix, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), suffix);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), suffix);

  return row;
}

static GtkWidget *
make_rows (Form *form)
{
  GtkWidget *group = adw_preferences_group_new ();

  form->time = brine_time_entry_new (_ ("Time"));
  form->portions = gtk_spin_button_new_with_range (1, 12, 1);
  form->weekly = gtk_switch_new ();
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_day_row (form));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_slot_row (form));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                             make_suffix_row (_ ("Time"), form->time));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                             make_suffix_row (_ ("Portions I Eat"), form->portions));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                             make_suffix_row (_ ("Every Week"), form->weekly));
  gtk_widget_set_margin_top (group, 12);
  gtk_widget_set_margin_bottom (group, 18);
  gtk_widget_set_margin_start (group, 12);
  gtk_widget_set_margin_end (group, 12);
  on_slot_changed_cb (ADW_COMBO_ROW (form->slot), NULL, form);

  return group;
}

static GtkWidget *
make_header (Form *form)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));
  GtkWidget *plan = gtk_button_new_with_mnemonic (_ ("_Plan"));

  gtk_widget_add_css_class (plan, "suggested-action");
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (gtk_window_close), form->window);
  g_signal_connect (plan, "clicked", G_CALLBACK (on_plan_cb), form);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_title_widget (
      ADW_HEADER_BAR (header),
      adw_window_title_new (_ ("Add to Plan"), brine_recipe_get_local_title (form->recipe)));
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), plan);
  gtk_window_set_default_widget (GTK_WINDOW (form->window), plan);

  return header;
}

void
brine_plan_meal_dialog_present (GtkWidget *parent, BrineHistory *history, BrineClock *clock,
                                BrineRecipe *recipe)
{
  BrineStore *store = brine_history_get_store (history);
  Form *form = g_new0 (Form, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  form->history = g_object_ref (history);
  form->recipe = g_object_ref (recipe);
  form->today = brine_clock_get_today (clock, brine_store_get_day_start_minutes (store));
  form->window = adw_window_new ();
  g_object_set_data_full (G_OBJECT (form->window), "form", form, (GDestroyNotify)form_free);

  gtk_box_append (GTK_BOX (box), make_header (form));
  gtk_box_append (GTK_BOX (box), make_rows (form));
  adw_window_set_content (ADW_WINDOW (form->window), box);
  gtk_window_set_title (GTK_WINDOW (form->window), _ ("Add to Plan"));
  gtk_window_set_modal (GTK_WINDOW (form->window), TRUE);
  gtk_window_set_transient_for (GTK_WINDOW (form->window),
                                GTK_WINDOW (gtk_widget_get_root (parent)));
  gtk_window_set_default_size (GTK_WINDOW (form->window), 420, -1);
  gtk_window_present (GTK_WINDOW (form->window));
}
