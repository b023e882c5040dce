/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "brine-choice-row.h"
#include "brine-control-row.h"
#include "brine-day-button.h"
#include "brine-editor-overlap.h"
#include "brine-format.h"
#include "brine-goal-group.h"
#include "brine-item-editor-private.h"
#include "brine-parts.h"
#include "brine-reminder-group.h"
#include "brine-repeat-group.h"
#include "brine-time-entry.h"
#include "brine-wrap-layout.h"

#define NOTES_HEIGHT 84
#define LONGEST_MINUTES 1440

/* What is usual for a practice, when something new is made. */
static const int usual_minutes[] = {
  [BRINE_PRACTICE_MEAL] = 30,      [BRINE_PRACTICE_SLEEP] = 480, [BRINE_PRACTICE_MEDITATION] = 10,
  [BRINE_PRACTICE_BREATHWORK] = 5, [BRINE_PRACTICE_WALK] = 20,   [BRINE_PRACTICE_OWN] = 60,
};

/* Reading ------------------------------------------------------------------------------------- */

BrinePractice
brine_item_editor_get_practice (BrineItemEditor *self)
{
  for (int i = 0; i < BRINE_N_PRACTICES; i++)
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->practices[i])))
      return i;
  return BRINE_PRACTICE_OWN;
}

static BrineLocal
get_start (BrineItemEditor *self)
{
  int minute = brine_time_entry_get_minute (BRINE_TIME_ENTRY (self->time));

  return brine_local (brine_day_button_get_day (BRINE_DAY_BUTTON (self->date)), minute / 60,
                      minute % 60);
}

static char *
dup_notes (BrineItemEditor *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->notes));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/* An empty text and none are the same to the user: what was there is kept. */
static void
take_text (char **field, char *text)
{
  if (g_strcmp0 (*field != NULL ? *field : "", text) == 0)
    {
      g_free (text);
      return;
    }
  g_free (*field);
  *field = *text != '\0' ? text : NULL;
  if (*field == NULL)
    g_free (text);
}

static void
collect_goal (BrineItemEditor *self, BrinePlanItem *wanted)
{
  BrineGoal goal = brine_goal_group_get_goal (BRINE_GOAL_GROUP (self->goal));
  BrineGoal old = { .kind = BRINE_GOAL_NONE };

  if (wanted->goals->len > 0)
    old = g_array_index (wanted->goals, BrineGoalPeriod, wanted->goals->len - 1).goal;
  if (brine_goal_equal (&goal, &old))
    return;
  BrineGoalPeriod period = { self->item != NULL ? self->today : wanted->start.day, goal };
  g_array_set_size (wanted->goals, 0);
  g_array_append_val (wanted->goals, period);
}

static void
collect_meal (BrineItemEditor *self, BrinePlanItem *wanted)
{
  if (wanted->practice != BRINE_PRACTICE_MEAL)
    return;
  wanted->slot = adw_combo_row_get_selected (ADW_COMBO_ROW (self->slot));
  wanted->portions = gtk_spin_button_get_value (GTK_SPIN_BUTTON (self->portions));
  if (self->recipe == NULL)
    return;
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->recipe));
  g_autoptr (BrineRecipe) recipe = NULL;
  if (selected > 0 && selected != GTK_INVALID_LIST_POSITION)
    recipe = g_list_model_get_item (G_LIST_MODEL (self->catalogue), selected - 1);
  take_text (&wanted->recipe_id, g_strdup (recipe != NULL ? brine_recipe_get_id (recipe) : ""));
}

BrinePlanItem *
brine_item_editor_collect (BrineItemEditor *self)
{
  BrinePlanItem *wanted = brine_plan_item_copy (self->shown);
  BrineRepeat repeat = brine_repeat_group_get_repeat (BRINE_REPEAT_GROUP (self->repeat));
  g_autofree char *title =
      g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->title))));
  BrineLocal start = get_start (self);
  int first_weekday = brine_store_get_first_weekday (brine_history_get_store (self->history));

  wanted->practice = brine_item_editor_get_practice (self);
  g_free (wanted->title);
  wanted->title = g_steal_pointer (&title);
  take_text (&wanted->location, g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->place))));
  take_text (&wanted->notes, dup_notes (self));
  /* An imported start may have seconds that no form shows. */
  if (start.day != wanted->start.day
      || brine_local_get_minute_of_day (start) != brine_local_get_minute_of_day (wanted->start))
    wanted->start = start;
  wanted->minutes = gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->minutes));
  brine_repeat_apply (&repeat, wanted, brine_day_get_week_start (self->today, first_weekday));
  collect_goal (self, wanted);
  g_array_unref (wanted->reminders);
  wanted->reminders = brine_reminder_group_dup_reminders (BRINE_REMINDER_GROUP (self->reminders));
  collect_meal (self, wanted);
  return wanted;
}

/* Checking ------------------------------------------------------------------------------------ */

const char *
brine_item_editor_check (BrineItemEditor *self, GtkWidget **out_where)
{
  BrineRepeat repeat = brine_repeat_group_get_repeat (BRINE_REPEAT_GROUP (self->repeat));
  BrineGoal goal = brine_goal_group_get_goal (BRINE_GOAL_GROUP (self->goal));
  g_autofree char *title =
      g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->title))));

  *out_where = self->title;
  if (*title == '\0')
    return _ ("Give it a title, so that you know it when you see it.");
  *out_where = self->repeat;
  switch (brine_repeat_check (&repeat, get_start (self)))
    {
    case BRINE_REPEAT_NO_WEEKDAY:
      return _ ("Choose at least one weekday on which it repeats.");
    case BRINE_REPEAT_ENDS_BEFORE:
      return _ ("The last day lies before the first one: choose a later last day.");
    default:
      break;
    }
  *out_where = self->goal;
  if (goal.kind == BRINE_GOAL_BETWEEN && goal.low > goal.high)
    return _ ("The goal ends below where it begins: change “From” or “To”.");
  *out_where = NULL;
  return NULL;
}

void
brine_item_editor_show_error (BrineItemEditor *self, const char *sentence, GtkWidget *where)
{
  if (sentence != NULL)
    gtk_label_set_text (GTK_LABEL (self->error), sentence);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->error_revealer), sentence != NULL);
  gtk_widget_remove_css_class (self->title, "error");
  if (where == NULL)
    return;
  if (where == self->title)
    gtk_widget_add_css_class (self->title, "error");
  gtk_widget_child_focus (where, GTK_DIR_TAB_FORWARD);
  /* A screen reader reads the sentence with what has the focus. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (where), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  sentence, -1);
}

/* Reactions ----------------------------------------------------------------------------------- */

/* Only a hint: nothing is refused. */
static void
show_overlap (BrineItemEditor *self)
{
  g_autoptr (BrinePlanItem) wanted = brine_item_editor_collect (self);

  brine_editor_overlap_show (BRINE_EDITOR_OVERLAP (self->overlap),
                             wanted->quota_per_week > 0 ? NULL : wanted,
                             self->item != NULL ? self->item->id : NULL, self->original);
}

static void
on_edited (BrineItemEditor *self)
{
  if (self->building)
    return;
  brine_item_editor_show_error (self, NULL, NULL);
  show_overlap (self);
}

static void
show_minutes (BrineItemEditor *self)
{
  g_autofree char *words =
      brine_format_duration (gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->minutes)));

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->minutes_row), words);
}

static void
on_minutes_changed (BrineItemEditor *self)
{
  show_minutes (self);
  on_edited (self);
}

static void
on_when_changed (BrineItemEditor *self)
{
  brine_repeat_group_set_start (BRINE_REPEAT_GROUP (self->repeat), get_start (self));
  on_edited (self);
}

static void
on_repeat_changed (BrineItemEditor *self)
{
  BrineRepeat repeat = brine_repeat_group_get_repeat (BRINE_REPEAT_GROUP (self->repeat));

  gtk_widget_set_visible (self->time_row, repeat.kind != BRINE_REPEAT_QUOTA);
  brine_reminder_group_set_timeless (BRINE_REMINDER_GROUP (self->reminders),
                                     repeat.kind == BRINE_REPEAT_QUOTA);
  on_edited (self);
}

static void
on_title_changed (BrineItemEditor *self)
{
  if (!self->building)
    self->titled = *gtk_editable_get_text (GTK_EDITABLE (self->title)) != '\0';
  on_edited (self);
}

static void
set_title (BrineItemEditor *self, const char *title)
{
  self->building = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->title), title);
  self->building = FALSE;
}

static void
on_practice_toggled_cb (GtkToggleButton *button, BrineItemEditor *self)
{
  BrinePractice practice = brine_item_editor_get_practice (self);

  if (!gtk_toggle_button_get_active (button))
    return;
  gtk_widget_set_visible (self->meal_group, practice == BRINE_PRACTICE_MEAL);
  brine_goal_group_set_practice (BRINE_GOAL_GROUP (self->goal), practice);
  if (self->building)
    return;
  /* Something new takes the usual name and length until the user says otherwise. */
  if (!self->titled)
    set_title (self, practice == BRINE_PRACTICE_OWN ? "" : brine_practice_get_name (practice));
  if (self->item == NULL)
    gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->minutes), usual_minutes[practice]);
  on_edited (self);
}

static void
on_recipe_changed (BrineItemEditor *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->recipe));

  if (self->building || selected == 0 || selected == GTK_INVALID_LIST_POSITION)
    return;
  g_autoptr (BrineRecipe) recipe =
      g_list_model_get_item (G_LIST_MODEL (self->catalogue), selected - 1);
  if (!self->titled)
    set_title (self, brine_recipe_get_title (recipe));
  if (adw_combo_row_get_selected (ADW_COMBO_ROW (self->slot)) == BRINE_MEAL_SLOT_NONE)
    adw_combo_row_set_selected (ADW_COMBO_ROW (self->slot), brine_recipe_get_slot (recipe));
  on_edited (self);
}

/* Building ------------------------------------------------------------------------------------ */

static GtkWidget *
add_group (GtkWidget *page, const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  if (title != NULL)
    adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  return group;
}

static GtkWidget *
add_control (GtkWidget *group, const char *title, GtkWidget *control)
{
  GtkWidget *row = brine_control_row_new (title, NULL, control);

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return row;
}

static GtkWidget *
make_practice_button (BrineItemEditor *self, BrinePractice practice)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  const char *name = brine_practice_get_name (practice);

  gtk_box_append (GTK_BOX (box),
                  gtk_image_new_from_icon_name (brine_practice_get_icon_name (practice)));
  gtk_box_append (GTK_BOX (box), gtk_label_new (name));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "chip");
  gtk_widget_add_css_class (button, "practice");
  gtk_widget_add_css_class (button, brine_practice_get_css_class (practice));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

static void
add_what (BrineItemEditor *self, GtkWidget *page)
{
  GtkWidget *practices = add_group (page, NULL);
  GtkWidget *group = add_group (page, NULL);
  GtkWidget *chips = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (chips, brine_wrap_layout_new (6));
  for (int i = 0; i < BRINE_N_PRACTICES; i++)
    {
      self->practices[i] = make_practice_button (self, i);
      if (i > 0)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->practices[i]),
                                     GTK_TOGGLE_BUTTON (self->practices[0]));
      gtk_box_append (GTK_BOX (chips), self->practices[i]);
    }
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (practices), chips);
  self->title = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->title), _ ("Title"));
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (self->title), TRUE);
  brine_limit_to_title (self->title);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->title);
  self->place = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->place), _ ("Place"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->place);
}

static void
add_when (BrineItemEditor *self, GtkWidget *page)
{
  GtkWidget *group = add_group (page, NULL);
  int first_weekday = brine_store_get_first_weekday (brine_history_get_store (self->history));

  self->date =
      brine_day_button_new (_ ("Date"), self->shown->start.day, self->today, first_weekday);
  add_control (group, _ ("Date"), self->date);
  self->time = brine_time_entry_new (_ ("Time"));
  self->time_row = add_control (group, _ ("Time"), self->time);
  self->minutes = brine_spin_button_new (0, LONGEST_MINUTES, 5);
  self->minutes_row = add_control (group, _ ("Duration"), self->minutes);
  self->overlap = brine_editor_overlap_new (brine_history_get_store (self->history), self->clock);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->overlap);
}

/* The rows that are one choice have no search, which 55 recipes need. */
static void
show_as_choice (GtkDropDown *list)
{
  g_autoptr (GtkListItemFactory) choice = brine_choice_factory_new ();

  gtk_drop_down_set_list_factory (list, gtk_drop_down_get_factory (list));
  gtk_drop_down_set_factory (list, choice);
  gtk_widget_add_css_class (gtk_widget_get_first_child (GTK_WIDGET (list)), "flat");
  gtk_widget_add_css_class (GTK_WIDGET (list), "choice");
}

static GtkWidget *
make_recipe_list (BrineItemEditor *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->catalogue));

  gtk_string_list_append (titles, _ ("No recipe"));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (BrineRecipe) recipe = g_list_model_get_item (G_LIST_MODEL (self->catalogue), i);
      gtk_string_list_append (titles, brine_recipe_get_title (recipe));
    }
  GtkWidget *list =
      gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&titles)),
                         gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string"));
  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (list), TRUE);
  show_as_choice (GTK_DROP_DOWN (list));
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Recipe"), -1);
  return list;
}

static void
add_meal (BrineItemEditor *self, GtkWidget *page)
{
  const char *slots[BRINE_MEAL_SLOT_SNACK + 2] = { NULL };

  for (int i = BRINE_MEAL_SLOT_NONE; i <= BRINE_MEAL_SLOT_SNACK; i++)
    slots[i] = i == BRINE_MEAL_SLOT_NONE ? _ ("Any") : brine_meal_slot_get_name (i);

  self->meal_group = add_group (page, NULL);
  if (self->catalogue != NULL)
    {
      self->recipe = make_recipe_list (self);
      add_control (self->meal_group, _ ("Recipe"), self->recipe);
    }
  self->slot = brine_choice_row_new (_ ("Meal"), NULL, slots);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->meal_group), self->slot);
  self->portions = brine_spin_button_new (0.5, 20, 0.5);
  add_control (self->meal_group, _ ("Portions"), self->portions);
}

static void
add_notes (BrineItemEditor *self, GtkWidget *page)
{
  GtkWidget *group = add_group (page, _ ("Notes"));
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->notes = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->notes), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->notes), FALSE);
  gtk_widget_add_css_class (self->notes, "notes");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->notes), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Notes"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->notes);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), NOTES_HEIGHT);
  gtk_widget_add_css_class (scroller, "card");
  gtk_widget_set_overflow (scroller, GTK_OVERFLOW_HIDDEN);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), scroller);
}

static GtkWidget *
make_header (BrineItemEditor *self)
{
  GtkWidget *header = adw_header_bar_new ();

  self->cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->cancel), "window.close");
  self->save = gtk_button_new_with_mnemonic (self->item != NULL ? _ ("_Save") : _ ("_Add"));
  gtk_widget_add_css_class (self->save, "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->save), "editor.save");
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), self->cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->save);
  return header;
}

static GtkWidget *
make_error (BrineItemEditor *self)
{
  self->error = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->error), TRUE);
  gtk_widget_add_css_class (self->error, "editor-error");
  self->error_revealer = gtk_revealer_new ();
  gtk_revealer_set_child (GTK_REVEALER (self->error_revealer), self->error);
  return self->error_revealer;
}

static guint
find_recipe (BrineItemEditor *self, const char *id)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->catalogue));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (BrineRecipe) recipe = g_list_model_get_item (G_LIST_MODEL (self->catalogue), i);
      if (g_str_equal (brine_recipe_get_id (recipe), id))
        return i + 1;
    }
  return 0;
}

static void
fill (BrineItemEditor *self)
{
  const BrinePlanItem *shown = self->shown;

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->practices[shown->practice]), TRUE);
  gtk_widget_set_visible (self->meal_group, shown->practice == BRINE_PRACTICE_MEAL);
  gtk_editable_set_text (GTK_EDITABLE (self->title), shown->title);
  gtk_editable_set_text (GTK_EDITABLE (self->place),
                         shown->location != NULL ? shown->location : "");
  brine_time_entry_set_minute (BRINE_TIME_ENTRY (self->time),
                               brine_local_get_minute_of_day (shown->start));
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->minutes), shown->minutes);
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->slot), shown->slot);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->portions), shown->portions);
  if (self->recipe != NULL && shown->recipe_id != NULL)
    gtk_drop_down_set_selected (GTK_DROP_DOWN (self->recipe), find_recipe (self, shown->recipe_id));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->notes)),
                            shown->notes != NULL ? shown->notes : "", -1);
  show_minutes (self);
  gtk_widget_set_visible (self->time_row, shown->quota_per_week == 0);
  brine_reminder_group_set_timeless (BRINE_REMINDER_GROUP (self->reminders),
                                     shown->quota_per_week > 0);
}

static void
watch (BrineItemEditor *self)
{
  g_signal_connect_swapped (self->title, "changed", G_CALLBACK (on_title_changed), self);
  g_signal_connect_swapped (self->date, "notify::day", G_CALLBACK (on_when_changed), self);
  g_signal_connect_swapped (self->time, "notify::minute", G_CALLBACK (on_when_changed), self);
  g_signal_connect_swapped (self->minutes, "value-changed", G_CALLBACK (on_minutes_changed), self);
  g_signal_connect_swapped (self->repeat, "changed", G_CALLBACK (on_repeat_changed), self);
  g_signal_connect_swapped (self->goal, "changed", G_CALLBACK (on_edited), self);
  if (self->recipe != NULL)
    g_signal_connect_swapped (self->recipe, "notify::selected", G_CALLBACK (on_recipe_changed),
                              self);
  for (int i = 0; i < BRINE_N_PRACTICES; i++)
    g_signal_connect (self->practices[i], "toggled", G_CALLBACK (on_practice_toggled_cb), self);
}

void
brine_item_editor_build (BrineItemEditor *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *page = adw_preferences_page_new ();
  BrineGoal goal = { .kind = BRINE_GOAL_NONE };
  int first_weekday = brine_store_get_first_weekday (brine_history_get_store (self->history));

  self->building = TRUE;
  if (self->shown->goals->len > 0)
    goal = g_array_index (self->shown->goals, BrineGoalPeriod, self->shown->goals->len - 1).goal;
  add_what (self, page);
  add_when (self, page);
  self->repeat = brine_repeat_group_new (self->shown, self->today, first_weekday);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (self->repeat));
  add_meal (self, page);
  self->reminders = brine_reminder_group_new (self->shown->reminders, first_weekday);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (self->reminders));
  self->goal = brine_goal_group_new (goal);
  brine_goal_group_set_practice (BRINE_GOAL_GROUP (self->goal), self->shown->practice);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (self->goal));
  add_notes (self, page);
  fill (self);
  watch (self);
  gtk_widget_set_vexpand (page, TRUE);
  self->header = make_header (self);
  gtk_box_append (GTK_BOX (box), self->header);
  gtk_box_append (GTK_BOX (box), make_error (self));
  gtk_box_append (GTK_BOX (box), page);
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_default_widget (GTK_WINDOW (self), self->save);
  self->building = FALSE;
  show_overlap (self);
}
