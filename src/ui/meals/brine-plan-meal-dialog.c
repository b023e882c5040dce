/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-plan-meal-dialog.h"

#include "brine-form.h"
#include "brine-format.h"
#include "brine-parts.h"
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
  int day_start_minutes;
  BrineForm *window;
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
on_plan_cb (BrineForm *window, Form *form)
{
  guint slot = MIN (adw_combo_row_get_selected (ADW_COMBO_ROW (form->slot)), N_SLOTS - 1);
  BrineDay day = form->today + adw_combo_row_get_selected (ADW_COMBO_ROW (form->day));
  int minute = brine_time_entry_get_minute (BRINE_TIME_ENTRY (form->time));
  /* What comes before the day starts is after midnight, on the next date. */
  BrineDay date = minute < form->day_start_minutes ? day + 1 : day;
  g_autoptr (BrinePlanItem) item =
      brine_plan_item_new (BRINE_PRACTICE_MEAL, brine_recipe_get_local_title (form->recipe),
                           brine_local (date, minute / 60, minute % 60), slot_durations[slot]);
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

static void
add_rows (Form *form)
{
  form->time = brine_time_entry_new (_ ("Time"));
  form->portions = brine_spin_button_new (1, 12, 1);
  form->weekly = gtk_switch_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (form->portions), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Portions I Eat"), -1);
  brine_form_add_row (form->window, make_day_row (form));
  brine_form_add_row (form->window, make_slot_row (form));
  brine_form_add (form->window, _ ("Time"), form->time);
  brine_form_add (form->window, _ ("Portions I Eat"), form->portions);
  brine_form_add (form->window, _ ("Every Week"), form->weekly);
  on_slot_changed_cb (ADW_COMBO_ROW (form->slot), NULL, form);
}

void
brine_plan_meal_dialog_present (GtkWidget *parent, BrineHistory *history, BrineClock *clock,
                                BrineRecipe *recipe)
{
  BrineStore *store = brine_history_get_store (history);
  Form *form = g_new0 (Form, 1);

  form->history = g_object_ref (history);
  form->recipe = g_object_ref (recipe);
  form->day_start_minutes = brine_store_get_day_start_minutes (store);
  form->today = brine_clock_get_today (clock, form->day_start_minutes);
  form->window = brine_form_new (parent, _ ("Add to Plan"), _ ("_Plan"));
  g_object_set_data_full (G_OBJECT (form->window), "form", form, (GDestroyNotify)form_free);
  brine_form_set_hint (form->window, brine_recipe_get_local_title (recipe));
  add_rows (form);
  g_signal_connect (form->window, "accepted", G_CALLBACK (on_plan_cb), form);
  gtk_widget_grab_focus (form->day);
  gtk_window_present (GTK_WINDOW (form->window));
}
