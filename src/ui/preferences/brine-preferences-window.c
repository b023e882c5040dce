/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-preferences-window.h"

#include "brine-choice-row.h"
#include "brine-control-row.h"
#include "brine-data-page.h"
#include "brine-diet-group.h"
#include "brine-menu-button.h"
#include "brine-parts.h"
#include "brine-reminders-page.h"
#include "brine-time-entry.h"

#include <glib/gi18n.h>

/* A day may start at noon at the latest. */
#define MAX_DAY_START (12 * 60)
#define MAX_LIVE_GOAL 6

static const char *const week_starts[] = { "locale", "monday", "saturday", "sunday" };
static const char *const color_schemes[] = { "system", "light", "dark" };

struct _BrinePreferencesWindow
{
  AdwPreferencesWindow parent_instance;

  BrineHistory *history;
  GSettings *settings;  /* nullable */
  AdwToast *undo_toast; /* the last with an offer to undo; nullable */
  gulong changed_id;
  gboolean showing; /* rows change by program */

  GtkWidget *day_start;
  GtkWidget *week_start;
  GtkWidget *appearance;
  GtkWidget *live_goal;
  GtkWidget *diet;
};

G_DEFINE_FINAL_TYPE (BrinePreferencesWindow, brine_preferences_window, ADW_TYPE_PREFERENCES_WINDOW)

static char *
dup_setting (BrinePreferencesWindow *self, const char *key)
{
  return brine_store_dup_setting (brine_history_get_store (self->history), key);
}

static void
put_setting (BrinePreferencesWindow *self, const char *key, const char *value)
{
  g_autofree char *old = dup_setting (self, key);
  BrineChange *change;

  if (self->showing || g_strcmp0 (old, value) == 0)
    return;
  change = brine_change_new ();
  brine_change_put_setting (change, key, value);
  brine_history_apply (self->history, NULL, change);
}

static guint
find_word (const char *const *words, gsize n_words, const char *word)
{
  for (gsize i = 0; i < n_words; i++)
    if (g_strcmp0 (words[i], word) == 0)
      return i;

  return 0;
}

static void
show_appearance (BrinePreferencesWindow *self)
{
  g_autofree char *scheme = NULL;

  if (self->settings == NULL)
    return;
  scheme = g_settings_get_string (self->settings, "color-scheme");
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->appearance),
                              find_word (color_schemes, G_N_ELEMENTS (color_schemes), scheme));
}

/* Rows follow the diary, also when an undo or another program changed it. */
static void
show_settings (BrinePreferencesWindow *self)
{
  g_autofree char *week_start = dup_setting (self, BRINE_SETTING_WEEK_START);
  g_autofree char *goal = dup_setting (self, BRINE_SETTING_LIVE_GOAL);
  g_autofree char *diet_text = dup_setting (self, BRINE_SETTING_DIET);
  BrineDiet diet = brine_diet_from_string (diet_text);
  BrineStore *store = brine_history_get_store (self->history);

  self->showing = TRUE;
  brine_time_entry_set_minute (BRINE_TIME_ENTRY (self->day_start),
                               brine_store_get_day_start_minutes (store));
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->week_start),
                              find_word (week_starts, G_N_ELEMENTS (week_starts), week_start));
  show_appearance (self);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->live_goal),
                             goal != NULL ? g_ascii_strtod (goal, NULL) : 1);
  brine_diet_group_set_diet (BRINE_DIET_GROUP (self->diet), &diet);
  self->showing = FALSE;
}

static void
on_store_changed_cb (BrineStore *store, guint kinds, BrinePreferencesWindow *self)
{
  if ((kinds & (1u << BRINE_KIND_SETTING)) != 0)
    show_settings (self);
}

static void
on_day_start_changed_cb (BrinePreferencesWindow *self)
{
  int minute = brine_time_entry_get_minute (BRINE_TIME_ENTRY (self->day_start));
  g_autofree char *value = g_strdup_printf ("%d", minute);

  if (minute <= MAX_DAY_START)
    put_setting (self, BRINE_SETTING_DAY_START, value);
  else if (!self->showing)
    {
      adw_preferences_window_add_toast (
          ADW_PREFERENCES_WINDOW (self),
          adw_toast_new (
              _ ("A day can start at noon at the latest; the setting stays as it was.")));
      show_settings (self);
    }
}

static void
on_week_start_changed_cb (BrinePreferencesWindow *self)
{
  put_setting (self, BRINE_SETTING_WEEK_START,
               week_starts[adw_combo_row_get_selected (ADW_COMBO_ROW (self->week_start))]);
}

static void
on_appearance_changed_cb (BrinePreferencesWindow *self)
{
  if (!self->showing)
    g_settings_set_string (
        self->settings, "color-scheme",
        color_schemes[adw_combo_row_get_selected (ADW_COMBO_ROW (self->appearance))]);
}

static void
on_live_goal_changed_cb (BrinePreferencesWindow *self)
{
  g_autofree char *value =
      g_strdup_printf ("%d", gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->live_goal)));

  put_setting (self, BRINE_SETTING_LIVE_GOAL, value);
}

static void
on_diet_changed_cb (BrinePreferencesWindow *self)
{
  BrineDiet diet = brine_diet_group_get_diet (BRINE_DIET_GROUP (self->diet));
  g_autofree char *value = brine_diet_to_string (&diet);

  put_setting (self, BRINE_SETTING_DIET, value);
}

static void
on_undo_clicked_cb (BrinePreferencesWindow *self)
{
  brine_history_undo (self->history);
}

/* An older offer to undo would take the newer back. */
static void
on_page_toast_cb (BrinePreferencesWindow *self, const char *text, gboolean can_undo)
{
  AdwToast *toast = adw_toast_new (text);

  if (self->undo_toast != NULL)
    adw_toast_dismiss (self->undo_toast);
  g_clear_object (&self->undo_toast);
  if (can_undo)
    {
      self->undo_toast = g_object_ref (toast);
      adw_toast_set_button_label (toast, _ ("Undo"));
      g_signal_connect_object (toast, "button-clicked", G_CALLBACK (on_undo_clicked_cb), self,
                               G_CONNECT_SWAPPED);
    }
  adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (self), toast);
}

static GtkWidget *
make_page (const char *title, const char *icon_name)
{
  GtkWidget *page = adw_preferences_page_new ();

  adw_preferences_page_set_title (ADW_PREFERENCES_PAGE (page), title);
  adw_preferences_page_set_icon_name (ADW_PREFERENCES_PAGE (page), icon_name);

  return page;
}

static void
add_general (BrinePreferencesWindow *self)
{
  const char *const starts[] = { _ ("As the Region Says"), _ ("Monday"), _ ("Saturday"),
                                 _ ("Sunday"), NULL };
  const char *const schemes[] = { _ ("As the System"), _ ("Light"), _ ("Dark"), NULL };
  GtkWidget *page = make_page (_ ("General"), "preferences-system-symbolic");
  GtkWidget *calendar = brine_group_new (_ ("Calendar"));
  GtkWidget *looks = brine_group_new (_ ("Appearance"));

  self->day_start = brine_time_entry_new (_ ("Day starts at"));
  self->week_start = brine_choice_row_new (_ ("Week Starts On"), NULL, starts);
  self->appearance = brine_choice_row_new (_ ("Style"), NULL, schemes);
  if (self->settings == NULL)
    {
      gtk_widget_set_sensitive (self->appearance, FALSE);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (self->appearance),
                                   _ ("Brine is not fully installed, so this cannot be kept"));
    }
  adw_preferences_group_add (
      ADW_PREFERENCES_GROUP (calendar),
      brine_control_row_new (_ ("Day Starts At"),
                             _ ("What happens before belongs to the evening before"),
                             self->day_start));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (calendar), self->week_start);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (looks), self->appearance);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (calendar));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (looks));
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (self), ADW_PREFERENCES_PAGE (page));
}

static void
add_food (BrinePreferencesWindow *self)
{
  GtkWidget *page = make_page (_ ("Food"), "brine-meal-symbolic");
  GtkWidget *goals = brine_group_new (_ ("Goal"));
  GtkWidget *diet = adw_preferences_group_new ();

  self->live_goal = brine_spin_button_new (0, MAX_LIVE_GOAL, 1);
  adw_preferences_group_add (
      ADW_PREFERENCES_GROUP (goals),
      brine_control_row_new (
          _ ("Live Servings a Day"),
          _ ("Start with one; two or three after some weeks. More means more salt "
             "and tyramine."),
          self->live_goal));
  self->diet = brine_diet_group_new ();
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (diet), self->diet);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (goals));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (diet));
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (self), ADW_PREFERENCES_PAGE (page));
}

static void
add_reminders (BrinePreferencesWindow *self, BrineClock *clock, BrineServiceLink *link)
{
  GtkWidget *page = brine_reminders_page_new (self->history, clock, link);

  g_signal_connect_object (page, "toast", G_CALLBACK (on_page_toast_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (self), ADW_PREFERENCES_PAGE (page));
}

static void
add_data (BrinePreferencesWindow *self, BrineClock *clock)
{
  GtkWidget *page = brine_data_page_new (self->history, clock);

  g_signal_connect_object (page, "toast", G_CALLBACK (on_page_toast_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (self), ADW_PREFERENCES_PAGE (page));
}

static void
connect_rows (BrinePreferencesWindow *self)
{
  g_signal_connect_object (self->day_start, "notify::minute", G_CALLBACK (on_day_start_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->week_start, "notify::selected",
                           G_CALLBACK (on_week_start_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->appearance, "notify::selected",
                           G_CALLBACK (on_appearance_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->live_goal, "value-changed", G_CALLBACK (on_live_goal_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->diet, "changed", G_CALLBACK (on_diet_changed_cb), self,
                           G_CONNECT_SWAPPED);
  self->changed_id = g_signal_connect (brine_history_get_store (self->history), "changed",
                                       G_CALLBACK (on_store_changed_cb), self);
}

static void
brine_preferences_window_dispose (GObject *object)
{
  BrinePreferencesWindow *self = BRINE_PREFERENCES_WINDOW (object);

  if (self->history != NULL)
    g_clear_signal_handler (&self->changed_id, brine_history_get_store (self->history));
  g_clear_object (&self->history);
  g_clear_object (&self->undo_toast);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (brine_preferences_window_parent_class)->dispose (object);
}

static void
brine_preferences_window_class_init (BrinePreferencesWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = brine_preferences_window_dispose;
}

/* The library leaves its button with a picture alone. */
static void
name_search (GtkWidget *inside)
{
  if (GTK_IS_TOGGLE_BUTTON (inside)
      && g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (inside)), "edit-find-symbolic") == 0)
    {
      brine_set_tooltip (inside, _ ("Search"));
      gtk_accessible_update_property (GTK_ACCESSIBLE (inside), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _ ("Search"), -1);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (inside); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    name_search (child);
}

static void
brine_preferences_window_init (BrinePreferencesWindow *self)
{
  name_search (GTK_WIDGET (self));
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  adw_preferences_window_set_search_enabled (ADW_PREFERENCES_WINDOW (self), TRUE);
}

GtkWidget *
brine_preferences_window_new (BrineHistory *history, BrineClock *clock, GSettings *settings,
                              BrineServiceLink *link)
{
  BrinePreferencesWindow *self;

  g_return_val_if_fail (BRINE_IS_HISTORY (history), NULL);
  g_return_val_if_fail (BRINE_IS_CLOCK (clock), NULL);
  g_return_val_if_fail (settings == NULL || G_IS_SETTINGS (settings), NULL);
  g_return_val_if_fail (BRINE_IS_SERVICE_LINK (link), NULL);

  self = g_object_new (BRINE_TYPE_PREFERENCES_WINDOW, NULL);
  g_set_object (&self->history, history);
  g_set_object (&self->settings, settings);
  add_general (self);
  add_reminders (self, clock, link);
  add_food (self);
  add_data (self, clock);
  show_settings (self);
  connect_rows (self);

  return GTK_WIDGET (self);
}
