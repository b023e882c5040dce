/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-goal-group.h"

#include <glib/gi18n.h>

#include "brine-control-row.h"
#include "brine-parts.h"

struct _BrineGoalGroup
{
  AdwPreferencesGroup parent_instance;

  gboolean building;
  GtkWidget *kind;
  GtkWidget *low_row;
  GtkWidget *low;
  GtkWidget *high_row;
  GtkWidget *high;
  GtkWidget *unit;
  GtkWidget *per;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BrineGoalGroup, brine_goal_group, ADW_TYPE_PREFERENCES_GROUP)

/* What is offered, in this order. */
static const BrineUnit units[] = { BRINE_UNIT_MINUTES,  BRINE_UNIT_HOURS, BRINE_UNIT_SERVINGS,
                                   BRINE_UNIT_PORTIONS, BRINE_UNIT_TIMES, BRINE_UNIT_KILOMETRES };

static guint
find_unit (BrineUnit unit)
{
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (units[i] == unit)
      return i;
  return 0;
}

BrineGoal
brine_goal_group_get_goal (BrineGoalGroup *self)
{
  BrineGoal goal = { .kind = BRINE_GOAL_NONE };

  g_return_val_if_fail (BRINE_IS_GOAL_GROUP (self), goal);

  goal.kind = adw_combo_row_get_selected (ADW_COMBO_ROW (self->kind));
  if (goal.kind == BRINE_GOAL_NONE)
    return goal;
  if (goal.kind != BRINE_GOAL_AT_MOST)
    goal.low = gtk_spin_button_get_value (GTK_SPIN_BUTTON (self->low));
  if (goal.kind != BRINE_GOAL_AT_LEAST)
    goal.high = gtk_spin_button_get_value (GTK_SPIN_BUTTON (self->high));
  goal.unit = units[adw_combo_row_get_selected (ADW_COMBO_ROW (self->unit))];
  goal.per = adw_combo_row_get_selected (ADW_COMBO_ROW (self->per));
  return goal;
}

static void
update (BrineGoalGroup *self)
{
  BrineGoalKind kind = adw_combo_row_get_selected (ADW_COMBO_ROW (self->kind));

  gtk_widget_set_visible (self->low_row, kind == BRINE_GOAL_AT_LEAST || kind == BRINE_GOAL_BETWEEN);
  gtk_widget_set_visible (self->high_row, kind == BRINE_GOAL_AT_MOST || kind == BRINE_GOAL_BETWEEN);
  gtk_widget_set_visible (self->unit, kind != BRINE_GOAL_NONE);
  gtk_widget_set_visible (self->per, kind != BRINE_GOAL_NONE);
}

static void
on_changed (BrineGoalGroup *self)
{
  if (self->building)
    return;
  update (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static GtkWidget *
add_combo (BrineGoalGroup *self, const char *title, const char *const *choices)
{
  g_autoptr (GtkStringList) model = gtk_string_list_new (choices);
  GtkWidget *row = adw_combo_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (model));
  g_signal_connect_swapped (row, "notify::selected", G_CALLBACK (on_changed), self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  return row;
}

static GtkWidget *
add_number (BrineGoalGroup *self, const char *title, GtkWidget **out_spin)
{
  GtkWidget *spin = brine_spin_button_new (0, 9999, 1);
  GtkWidget *row = brine_control_row_new (title, NULL, spin);

  gtk_spin_button_set_digits (GTK_SPIN_BUTTON (spin), 1);
  g_signal_connect_swapped (spin, "value-changed", G_CALLBACK (on_changed), self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  *out_spin = spin;
  return row;
}

static void
brine_goal_group_class_init (BrineGoalGroupClass *klass)
{
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
brine_goal_group_init (BrineGoalGroup *self)
{
  const char *kinds[] = { _ ("None"), _ ("At least"), _ ("At most"), _ ("Between"), NULL };
  const char *unit_names[] = {
    _ ("Minutes"), _ ("Hours"), _ ("Servings"), _ ("Portions"), _ ("Times"), _ ("Kilometres"), NULL
  };
  const char *pers[] = { _ ("A day"), _ ("A week"), NULL };

  self->building = TRUE;
  self->kind = add_combo (self, _ ("Goal"), kinds);
  self->low_row = add_number (self, _ ("From"), &self->low);
  self->high_row = add_number (self, _ ("To"), &self->high);
  self->unit = add_combo (self, _ ("Unit"), unit_names);
  self->per = add_combo (self, _ ("Counted over"), pers);
}

GtkWidget *
brine_goal_group_new (BrineGoal goal)
{
  BrineGoalGroup *self = g_object_new (BRINE_TYPE_GOAL_GROUP, NULL);

  adw_combo_row_set_selected (ADW_COMBO_ROW (self->kind), goal.kind);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->low), goal.low);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->high), goal.high);
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->unit), find_unit (goal.unit));
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->per), goal.per);
  update (self);
  self->building = FALSE;
  return GTK_WIDGET (self);
}

void
brine_goal_group_set_practice (BrineGoalGroup *self, BrinePractice practice)
{
  static const struct
  {
    double low;
    double high;
    BrineUnit unit;
  } usual[] = {
    [BRINE_PRACTICE_MEAL] = { 1, 3, BRINE_UNIT_SERVINGS },
    [BRINE_PRACTICE_SLEEP] = { 7, 9, BRINE_UNIT_HOURS },
    [BRINE_PRACTICE_MEDITATION] = { 10, 30, BRINE_UNIT_MINUTES },
    [BRINE_PRACTICE_BREATHWORK] = { 5, 15, BRINE_UNIT_MINUTES },
    [BRINE_PRACTICE_WALK] = { 20, 60, BRINE_UNIT_MINUTES },
    [BRINE_PRACTICE_OWN] = { 1, 2, BRINE_UNIT_TIMES },
  };

  g_return_if_fail (BRINE_IS_GOAL_GROUP (self));
  g_return_if_fail ((guint)practice < G_N_ELEMENTS (usual));

  if (adw_combo_row_get_selected (ADW_COMBO_ROW (self->kind)) != BRINE_GOAL_NONE)
    return;
  self->building = TRUE;
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->low), usual[practice].low);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->high), usual[practice].high);
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->unit), find_unit (usual[practice].unit));
  self->building = FALSE;
}
