/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "brine-calendar-page-private.h"
#include "brine-format.h"
#include "brine-menu-button.h"

/*
 * What of the days is shown. Each practice and each state is a stateful action of the group
 * "filter"; chips and the menu both stand on them. The filter applies to every view: occurrences
 * pass through filtered lists, heads and rings count the practices that are on.
 */

static const BrineState states[BRINE_N_FILTER_STATES] = {
  [BRINE_FILTER_PLANNED] = BRINE_STATE_PLANNED, [BRINE_FILTER_DONE] = BRINE_STATE_DONE,
  [BRINE_FILTER_PARTLY] = BRINE_STATE_PARTLY,   [BRINE_FILTER_SKIPPED] = BRINE_STATE_SKIPPED,
  [BRINE_FILTER_MISSED] = BRINE_STATE_MISSED,   [BRINE_FILTER_PAUSED] = BRINE_STATE_PAUSED,
};

/* Header capitalisation, as a menu has it. */
static const char *
get_state_label (BrineFilterState state)
{
  static const char *const labels[BRINE_N_FILTER_STATES] = {
    [BRINE_FILTER_PLANNED] = N_ ("Planned"), [BRINE_FILTER_DONE] = N_ ("Done"),
    [BRINE_FILTER_PARTLY] = N_ ("Partly"),   [BRINE_FILTER_SKIPPED] = N_ ("Skipped"),
    [BRINE_FILTER_MISSED] = N_ ("Missed"),   [BRINE_FILTER_PAUSED] = N_ ("Paused"),
  };

  return _ (labels[state]);
}

/* Lists --------------------------------------------------------------------------------------- */

static gboolean
match_occurrence (gpointer item, gpointer data)
{
  BrineCalendarPage *self = data;

  return brine_calendar_filter_matches (self->filter, brine_occurrence_get_practice (item),
                                        brine_occurrence_get_state (item));
}

/* A quota belongs to a week and has no state of its own. */
static gboolean
match_quota (gpointer item, gpointer data)
{
  BrineCalendarPage *self = data;

  return (self->filter.practices & (1u << brine_quota_status_get_item (item)->practice)) != 0;
}

static GListModel *
filter_list (GListModel *list, GtkFilter *filter)
{
  return G_LIST_MODEL (
      gtk_filter_list_model_new (g_object_ref (list), GTK_FILTER (g_object_ref (filter))));
}

void
brine_calendar_page_bind_filter (BrineCalendarPage *self)
{
  self->occurrence_filter = GTK_FILTER (gtk_custom_filter_new (match_occurrence, self, NULL));
  self->quota_filter = GTK_FILTER (gtk_custom_filter_new (match_quota, self, NULL));
  self->shown_agenda = filter_list (G_LIST_MODEL (self->agenda), self->occurrence_filter);
  self->shown_quotas = filter_list (G_LIST_MODEL (self->quotas), self->quota_filter);
}

/* Without the page the filters would have nobody to ask. */
void
brine_calendar_page_drop_filter (BrineCalendarPage *self)
{
  if (self->shown_agenda != NULL)
    gtk_filter_list_model_set_filter (GTK_FILTER_LIST_MODEL (self->shown_agenda), NULL);
  if (self->shown_quotas != NULL)
    gtk_filter_list_model_set_filter (GTK_FILTER_LIST_MODEL (self->shown_quotas), NULL);
  g_clear_object (&self->shown_agenda);
  g_clear_object (&self->shown_quotas);
  g_clear_object (&self->occurrence_filter);
  g_clear_object (&self->quota_filter);
  g_clear_object (&self->filter_actions);
}

static int
count_shown (BrineCalendarPage *self, BrineDay day)
{
  guint n = g_list_model_get_n_items (self->shown_agenda);
  int shown = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (BrineOccurrence) occurrence = g_list_model_get_item (self->shown_agenda, i);
      shown += brine_occurrence_get_day (occurrence) == day;
    }
  return shown;
}

BrineDayCount
brine_calendar_page_count_day (BrineCalendarPage *self, BrineDay day, BrineDaySummary *summary)
{
  const BrineDayFacts *facts = summary != NULL ? brine_day_summary_get_facts (summary) : NULL;
  BrineDayCount count = brine_calendar_filter_count (self->filter, facts);

  if (self->filter.states != BRINE_FILTER_ALL_STATES)
    count.shown = count_shown (self, day);
  return count;
}

/* Changing it --------------------------------------------------------------------------------- */

static void
append_name (GString *names, const char *name)
{
  if (names->len > 0)
    /* Translators: between the names of a list: "Meals, Walk" */
    g_string_append (names, C_ ("list", ", "));
  g_string_append (names, name);
}

/* "Only Meals, Walk · Done. Show everything." */
static char *
make_pill_words (BrineCalendarPage *self)
{
  g_autoptr (GString) names = g_string_new (NULL);

  if (self->filter.practices != BRINE_FILTER_ALL_PRACTICES)
    for (int i = 0; i < BRINE_N_PRACTICES; i++)
      if ((self->filter.practices & (1u << i)) != 0)
        append_name (names, brine_practice_get_plural ((BrinePractice)i));
  if (self->filter.states != BRINE_FILTER_ALL_STATES)
    for (int i = 0; i < BRINE_N_FILTER_STATES; i++)
      if ((self->filter.states & (1u << i)) != 0)
        append_name (names, get_state_label ((BrineFilterState)i));
  if (names->len == 0)
    return g_strdup (_ ("Filtered: nothing is shown. Show everything"));
  /* Translators: %s: names of practices and states: "Meals, Walk, Done" */
  return g_strdup_printf (_ ("Filtered: only %s. Show everything"), names->str);
}

static void
show_filter (BrineCalendarPage *self)
{
  gboolean filtered = !brine_calendar_filter_is_all (self->filter);
  g_autofree char *words = filtered ? make_pill_words (self) : NULL;

  for (guint i = 0; i < G_N_ELEMENTS (self->filter_pills); i++)
    {
      GtkStack *place = GTK_STACK (self->filter_pills[i]);
      GtkWidget *pill = gtk_stack_get_child_by_name (place, "filtered");

      gtk_stack_set_visible_child_name (place, filtered ? "filtered" : "all");
      brine_set_tooltip (pill, words);
      if (filtered)
        gtk_accessible_update_property (GTK_ACCESSIBLE (pill), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                        -1);
      if (filtered)
        gtk_widget_add_css_class (self->filter_buttons[i], "active");
      else
        gtk_widget_remove_css_class (self->filter_buttons[i], "active");
    }
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "calendar.show-all", filtered);
}

static void
set_filter (BrineCalendarPage *self, BrineCalendarFilter filter)
{
  static const GtkFilterChange changes[] = {
    [BRINE_FILTER_FEWER] = GTK_FILTER_CHANGE_MORE_STRICT,
    [BRINE_FILTER_MORE] = GTK_FILTER_CHANGE_LESS_STRICT,
    [BRINE_FILTER_OTHER] = GTK_FILTER_CHANGE_DIFFERENT,
  };
  BrineFilterShift shift = brine_calendar_filter_compare (self->filter, filter);

  if (shift == BRINE_FILTER_SAME)
    return;
  self->filter = filter;
  gtk_filter_changed (self->occurrence_filter, changes[shift]);
  gtk_filter_changed (self->quota_filter, changes[shift]);
  show_filter (self);
  if (!self->days_stale)
    brine_calendar_page_show_days (self);
}

/* Actions ------------------------------------------------------------------------------------- */

static char *
make_action_name (gboolean practice, int i)
{
  return g_strdup_printf (practice ? "practice-%s" : "state-%s",
                          practice ? brine_practice_to_nick ((BrinePractice)i)
                                   : brine_state_to_nick (states[i]));
}

static void
on_state_cb (GSimpleAction *action, GVariant *value, gpointer data)
{
  BrineCalendarPage *self = BRINE_CALENDAR_PAGE (data);
  BrineCalendarFilter filter = self->filter;
  unsigned bit = 1u << GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (action), "bit"));
  gboolean practice = g_str_has_prefix (g_action_get_name (G_ACTION (action)), "practice-");
  unsigned *mask = practice ? &filter.practices : &filter.states;

  *mask = g_variant_get_boolean (value) ? *mask | bit : *mask & ~bit;
  g_simple_action_set_state (action, value);
  set_filter (self, filter);
}

static void
add_actions (BrineCalendarPage *self, gboolean practice, int n)
{
  for (int i = 0; i < n; i++)
    {
      g_autofree char *name = make_action_name (practice, i);
      g_autoptr (GSimpleAction) action =
          g_simple_action_new_stateful (name, NULL, g_variant_new_boolean (TRUE));
      g_object_set_data (G_OBJECT (action), "bit", GUINT_TO_POINTER ((guint)i));
      g_signal_connect_object (action, "change-state", G_CALLBACK (on_state_cb), self, 0);
      g_action_map_add_action (self->filter_actions, G_ACTION (action));
    }
}

void
brine_calendar_page_add_filter (BrineCalendarPage *self)
{
  self->filter = BRINE_CALENDAR_FILTER_ALL;
  self->filter_actions = G_ACTION_MAP (g_simple_action_group_new ());
  add_actions (self, TRUE, BRINE_N_PRACTICES);
  add_actions (self, FALSE, BRINE_N_FILTER_STATES);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "filter",
                                  G_ACTION_GROUP (self->filter_actions));
}

static void
on_show_all (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BrineCalendarPage *self = BRINE_CALENDAR_PAGE (widget);
  GActionGroup *group = G_ACTION_GROUP (self->filter_actions);
  g_auto (GStrv) names = g_action_group_list_actions (group);

  set_filter (self, BRINE_CALENDAR_FILTER_ALL);
  for (guint i = 0; names[i] != NULL; i++)
    g_action_group_change_action_state (group, names[i], g_variant_new_boolean (TRUE));
}

static void
on_open_filter (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BrineCalendarPage *self = BRINE_CALENDAR_PAGE (widget);

  gtk_menu_button_popup (GTK_MENU_BUTTON (self->filter_buttons[self->narrow ? 1 : 0]));
}

void
brine_calendar_page_install_filter (GtkWidgetClass *widget_class)
{
  static const BrineCalendarAction actions[] = {
    { "calendar.show-all", NULL, on_show_all },
    { "calendar.filter", NULL, on_open_filter },
  };

  brine_calendar_page_install_table (widget_class, actions, G_N_ELEMENTS (actions));
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "calendar.filter",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "calendar.show-all", NULL);
}

/* Widgets ------------------------------------------------------------------------------------- */

static GtkWidget *
make_chip (BrinePractice practice, gboolean brief)
{
  GtkWidget *chip = gtk_toggle_button_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  const char *name = brine_practice_get_plural (practice);
  g_autofree char *action = make_action_name (TRUE, practice);
  g_autofree char *detailed = g_strconcat ("filter.", action, NULL);

  gtk_box_append (GTK_BOX (content),
                  gtk_image_new_from_icon_name (brine_practice_get_icon_name (practice)));
  if (!brief)
    gtk_box_append (GTK_BOX (content), gtk_label_new (name));
  gtk_button_set_child (GTK_BUTTON (chip), content);
  gtk_widget_add_css_class (chip, "chip");
  gtk_widget_add_css_class (chip, "practice");
  gtk_widget_add_css_class (chip, brine_practice_get_css_class (practice));
  gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);
  brine_set_tooltip (chip, brief ? name : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (chip), detailed);
  return chip;
}

GtkWidget *
brine_calendar_page_make_chips (BrineCalendarPage *self)
{
  GtkWidget *squeezer = adw_squeezer_new ();

  adw_squeezer_set_xalign (ADW_SQUEEZER (squeezer), 0);
  adw_squeezer_set_homogeneous (ADW_SQUEEZER (squeezer), FALSE);
  adw_squeezer_set_allow_none (ADW_SQUEEZER (squeezer), TRUE);
  for (int brief = 0; brief < 2; brief++)
    {
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, brief ? 3 : 4);
      for (int i = 0; i < BRINE_N_PRACTICES; i++)
        gtk_box_append (GTK_BOX (box), make_chip ((BrinePractice)i, brief != 0));
      gtk_widget_set_halign (box, GTK_ALIGN_START);
      gtk_widget_add_css_class (box, "chips");
      if (brief)
        gtk_widget_add_css_class (box, "brief");
      adw_squeezer_add (ADW_SQUEEZER (squeezer), box);
    }
  return squeezer;
}

static void
append_checks (GtkBox *box, const char *title, gboolean practice, int n)
{
  GtkWidget *heading = gtk_label_new (title);

  gtk_widget_add_css_class (heading, "heading");
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_box_append (box, heading);
  for (int i = 0; i < n; i++)
    {
      g_autofree char *action = make_action_name (practice, i);
      g_autofree char *detailed = g_strconcat ("filter.", action, NULL);
      GtkWidget *check =
          gtk_check_button_new_with_label (practice ? brine_practice_get_plural ((BrinePractice)i)
                                                    : get_state_label ((BrineFilterState)i));
      gtk_actionable_set_action_name (GTK_ACTIONABLE (check), detailed);
      gtk_box_append (box, check);
    }
}

/* Unlike a menu it stays open, since a filter is seldom one thing. */
GtkWidget *
brine_calendar_page_make_filter_popover (void)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *all = gtk_button_new_with_label (_ ("Show Everything"));
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_widget_add_css_class (box, "filters");
  append_checks (GTK_BOX (box), _ ("Practices"), TRUE, BRINE_N_PRACTICES);
  append_checks (GTK_BOX (box), _ ("States"), FALSE, BRINE_N_FILTER_STATES);
  gtk_widget_set_margin_top (all, 6);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (all), "calendar.show-all");
  gtk_box_append (GTK_BOX (box), all);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 600);
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  brine_calendar_page_keep_keys (popover);
  return popover;
}
