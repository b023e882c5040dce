/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-today-page.h"

#include "brine-checkin-card.h"
#include "brine-day-list.h"
#include "brine-format.h"
#include "brine-log-dialog.h"
#include "brine-next-card.h"
#include "brine-night-dialog.h"
#include "brine-parts.h"
#include "brine-pause-card.h"
#include "brine-pause-dialog.h"
#include "brine-quota-list.h"
#include "brine-summary-card.h"
#include "brine-today-page-private.h"

#include <glib/gi18n.h>

/* Two columns need 664 + 24 + 356 less what the main column can do without. */
#define TWO_COLUMNS_WIDTH 900
#define SMALLEST_WIDTH 336

/**
 * BrineTodayPage:
 *
 * The first page: how one is, what comes next, the day's plan to tick off, and the day in figures.
 * It shows today and moves on with the date, or any other day, where logging works the same.
 *
 * Keys while it is shown: 1 to 5 log the mood, Alt+Left and Alt+Right travel (mirrored in
 * right-to-left), Alt+Home is today.
 */
struct _BrineTodayPage
{
  AdwBin parent_instance;

  BrineActs acts; /* each owned */
  BrineAgendaModel *agenda;
  BrineDayModel *days;
  BrineDay day;
  BrineDay today; /* as of the last tick */
  gboolean narrow;
  guint minute_source; /* owned, while mapped */
  BrineTodayLayout layout;
};

G_DEFINE_FINAL_TYPE (BrineTodayPage, brine_today_page, ADW_TYPE_BIN)

enum
{
  PROP_NARROW = 1,
  PROP_TITLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static BrineStore *
get_store (BrineTodayPage *self)
{
  return brine_history_get_store (self->acts.history);
}

static BrineDay
get_today (BrineTodayPage *self)
{
  return brine_clock_get_today (self->acts.clock,
                                brine_store_get_day_start_minutes (get_store (self)));
}

/* Showing ---------------------------------------------------------------------------------- */

static double
get_live_goal (BrineTodayPage *self)
{
  g_autofree char *goal = brine_store_dup_setting (get_store (self), BRINE_SETTING_LIVE_GOAL);

  /* The default plan starts with one live serving a day. */
  return goal != NULL ? g_ascii_strtod (goal, NULL) : 1;
}

static BrineDayPlan
sum_plan (GListModel *agenda)
{
  BrineDayPlan plan = { 0 };
  guint n = g_list_model_get_n_items (agenda);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (BrineOccurrence) occurrence = g_list_model_get_item (agenda, i);
      BrineState state = brine_occurrence_get_state (occurrence);
      int minutes = brine_occurrence_get_minutes (occurrence);

      if (brine_occurrence_get_item_id (occurrence) == NULL || state == BRINE_STATE_SKIPPED
          || state == BRINE_STATE_PAUSED)
        continue;
      if (brine_occurrence_get_practice (occurrence) == BRINE_PRACTICE_WALK)
        plan.walk_minutes += minutes;
      else if (brine_occurrence_get_practice (occurrence) == BRINE_PRACTICE_MEDITATION)
        plan.meditation_minutes += minutes;
    }
  return plan;
}

static void
show_summary (BrineTodayPage *self)
{
  BrineDayPlan plan = sum_plan (G_LIST_MODEL (self->agenda));
  g_autoptr (BrineDaySummary) summary = g_list_model_get_item (G_LIST_MODEL (self->days), 0);

  if (summary != NULL && brine_day_summary_get_day (summary) != self->day)
    g_clear_object (&summary);
  brine_summary_card_update (BRINE_SUMMARY_CARD (self->layout.summary), summary, &plan,
                             get_live_goal (self));
}

static void
show_agenda (BrineTodayPage *self)
{
  gboolean empty = g_list_model_get_n_items (G_LIST_MODEL (self->agenda)) == 0;

  brine_next_card_update (BRINE_NEXT_CARD (self->layout.next),
                          self->day == get_today (self) ? G_LIST_MODEL (self->agenda) : NULL,
                          brine_clock_get_local (self->acts.clock));
  brine_today_layout_set_empty (&self->layout, empty
                                                   && !brine_loaded_list_is_loading (
                                                       BRINE_LOADED_LIST (self->agenda)));
  show_summary (self);
}

static void
show_date (BrineTodayPage *self)
{
  BrineDay today = get_today (self);
  g_autofree char *date = brine_format_day_long (self->day, today);
  const char *weekday = brine_format_weekday (brine_day_get_weekday (self->day));

  gtk_label_set_text (GTK_LABEL (self->layout.date), date);
  gtk_widget_set_visible (self->layout.today_button, self->day != today);
  brine_today_layout_set_ahead (&self->layout, self->day > today);
  brine_summary_card_set_title (BRINE_SUMMARY_CARD (self->layout.summary),
                                self->day == today ? _ ("Today") : weekday);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

static void
load_day (BrineTodayPage *self)
{
  brine_day_list_begin_day (BRINE_DAY_LIST (self->layout.list), self->day);
  brine_agenda_model_set_range (self->agenda, self->day, self->day);
  brine_day_model_set_range (self->days, self->day, self->day);
  brine_checkin_card_set_day (BRINE_CHECKIN_CARD (self->layout.checkin), self->day);
  brine_pause_card_set_day (BRINE_PAUSE_CARD (self->layout.pause), self->day);
  brine_quota_list_set_day (BRINE_QUOTA_LIST (self->layout.quotas), self->day,
                            brine_store_get_first_weekday (get_store (self)));
  show_date (self);
  show_agenda (self);
}

/* Time ------------------------------------------------------------------------------------- */

static void
on_time_passed (BrineTodayPage *self)
{
  BrineDay today = get_today (self);

  if (self->day == self->today && today != self->today)
    {
      self->today = today;
      brine_today_page_show_day (self, today);
      return;
    }
  self->today = today;
  brine_loaded_list_refresh (BRINE_LOADED_LIST (self->agenda));
  brine_loaded_list_refresh (BRINE_LOADED_LIST (self->days));
  brine_day_list_refresh (BRINE_DAY_LIST (self->layout.list));
  show_date (self);
  show_agenda (self);
}

static void schedule_minute (BrineTodayPage *self);

static gboolean
minute_cb (gpointer user_data)
{
  BrineTodayPage *self = BRINE_TODAY_PAGE (user_data);

  self->minute_source = 0;
  on_time_passed (self);
  schedule_minute (self);
  return G_SOURCE_REMOVE;
}

/* Wakes at the turn of the minute and only while somebody looks. */
static void
schedule_minute (BrineTodayPage *self)
{
  int second = brine_clock_get_local (self->acts.clock).second % 60;

  if (self->minute_source == 0 && !brine_clock_is_fixed (self->acts.clock))
    self->minute_source = g_timeout_add_seconds ((guint)(60 - second), minute_cb, self);
}

static void
brine_today_page_map (GtkWidget *widget)
{
  BrineTodayPage *self = BRINE_TODAY_PAGE (widget);

  GTK_WIDGET_CLASS (brine_today_page_parent_class)->map (widget);
  if (get_today (self) != self->today)
    on_time_passed (self);
  schedule_minute (self);
}

static void
brine_today_page_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&BRINE_TODAY_PAGE (widget)->minute_source, g_source_remove);
  GTK_WIDGET_CLASS (brine_today_page_parent_class)->unmap (widget);
}

/* Actions ---------------------------------------------------------------------------------- */

static void
step_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BrineTodayPage *self = BRINE_TODAY_PAGE (widget);

  brine_today_page_show_day (self, self->day + (g_str_equal (name, "today.next") ? 1 : -1));
}

static void
today_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BrineTodayPage *self = BRINE_TODAY_PAGE (widget);

  brine_today_page_show_day (self, get_today (self));
}

static void
mood_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BrineTodayPage *self = BRINE_TODAY_PAGE (widget);
  int mood = g_variant_get_int32 (parameter);

  if (mood >= 1 && mood <= 5 && self->day <= get_today (self))
    brine_checkin_card_pick (BRINE_CHECKIN_CARD (self->layout.checkin), mood);
}

static void
dialog_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BrineTodayPage *self = BRINE_TODAY_PAGE (widget);
  /* A day that lies ahead can be paused; nothing happened on it yet. */
  BrineDay until_today = MIN (self->day, get_today (self));

  if (g_str_equal (name, "today.pause"))
    brine_pause_dialog_present (widget, &self->acts, self->day);
  else if (g_str_equal (name, "today.log-night"))
    brine_night_dialog_present (widget, &self->acts, until_today, NULL);
  else
    brine_log_dialog_present (widget, &self->acts, until_today);
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BrineTodayPage *self = BRINE_TODAY_PAGE (widget);
  g_autofree char *start = brine_local_to_string (brine_local (self->day, 12, 0));

  gtk_widget_activate_action (widget, "win.add-item", "s", start);
}

/* Keys of the whole window, but only while the page is shown: @args are the action's name and
 * its parameter. */
static gboolean
on_shortcut_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  const char *name;
  int mood;

  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  g_variant_get (args, "(&si)", &name, &mood);
  if (g_str_equal (name, "today.mood"))
    return gtk_widget_activate_action (widget, name, "i", mood);
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    {
      if (g_str_equal (name, "today.previous"))
        name = "today.next";
      else if (g_str_equal (name, "today.next"))
        name = "today.previous";
    }
  return gtk_widget_activate_action (widget, name, NULL);
}

static void
add_shortcut (GtkShortcutController *controller, guint key, GdkModifierType modifiers,
              const char *action, int mood)
{
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (key, modifiers),
                                            gtk_callback_action_new (on_shortcut_cb, NULL, NULL));

  gtk_shortcut_set_arguments (shortcut, g_variant_new ("(si)", action, mood));
  gtk_shortcut_controller_add_shortcut (controller, shortcut);
}

static void
add_shortcuts (BrineTodayPage *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();
  GtkShortcutController *shortcuts = GTK_SHORTCUT_CONTROLLER (controller);

  gtk_shortcut_controller_set_scope (shortcuts, GTK_SHORTCUT_SCOPE_GLOBAL);
  for (int mood = 1; mood <= 5; mood++)
    {
      add_shortcut (shortcuts, GDK_KEY_0 + (guint)mood, 0, "today.mood", mood);
      add_shortcut (shortcuts, GDK_KEY_KP_0 + (guint)mood, 0, "today.mood", mood);
    }
  add_shortcut (shortcuts, GDK_KEY_Left, GDK_ALT_MASK, "today.previous", 0);
  add_shortcut (shortcuts, GDK_KEY_Right, GDK_ALT_MASK, "today.next", 0);
  add_shortcut (shortcuts, GDK_KEY_Home, GDK_ALT_MASK, "today.today", 0);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

/* Layout ----------------------------------------------------------------------------------- */

static void
brine_today_page_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                          int *natural, int *minimum_baseline, int *natural_baseline)
{
  GtkWidget *scroller = BRINE_TODAY_PAGE (widget)->layout.scroller;

  if (scroller == NULL)
    return;
  gtk_widget_measure (scroller, orientation, for_size, minimum, natural, NULL, NULL);
  /* Whatever it shows now, it can go to one column. */
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MIN (*minimum, SMALLEST_WIDTH);
}

static void
brine_today_page_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  BrineTodayPage *self = BRINE_TODAY_PAGE (widget);

  if (self->layout.scroller == NULL)
    return;
  brine_today_layout_set_two_columns (&self->layout,
                                      width >= brine_scale_width (GTK_WIDGET (self),
                                                                  TWO_COLUMNS_WIDTH));
  gtk_widget_allocate (self->layout.scroller, width, height, baseline, NULL);
}

static void
set_narrow (BrineTodayPage *self, gboolean narrow)
{
  if (narrow == self->narrow)
    return;
  self->narrow = narrow;
  brine_today_layout_set_narrow (&self->layout, narrow);
  if (narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
}

/* Class ------------------------------------------------------------------------------------ */

static void
brine_today_page_dispose (GObject *object)
{
  BrineTodayPage *self = BRINE_TODAY_PAGE (object);

  g_clear_handle_id (&self->minute_source, g_source_remove);
  /* The children borrow what follows. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  self->layout.scroller = NULL;
  g_clear_object (&self->agenda);
  g_clear_object (&self->days);
  g_clear_object (&self->acts.history);
  g_clear_object (&self->acts.clock);
  g_clear_object (&self->acts.catalogue);
  G_OBJECT_CLASS (brine_today_page_parent_class)->dispose (object);
}

static void
brine_today_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BrineTodayPage *self = BRINE_TODAY_PAGE (object);

  switch (id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    case PROP_TITLE:
      /* For the header bar of a narrow window. */
      g_value_take_string (value, brine_format_day_medium (self->day, get_today (self)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
brine_today_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_NARROW:
      set_narrow (BRINE_TODAY_PAGE (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "today.previous", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "today.next", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "today.today", NULL, today_action);
  gtk_widget_class_install_action (widget_class, "today.mood", "i", mood_action);
  gtk_widget_class_install_action (widget_class, "today.pause", NULL, dialog_action);
  gtk_widget_class_install_action (widget_class, "today.log", NULL, dialog_action);
  gtk_widget_class_install_action (widget_class, "today.log-night", NULL, dialog_action);
  gtk_widget_class_install_action (widget_class, "today.add", NULL, add_action);
}

static void
brine_today_page_class_init (BrineTodayPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = brine_today_page_dispose;
  object_class->get_property = brine_today_page_get_property;
  object_class->set_property = brine_today_page_set_property;
  widget_class->map = brine_today_page_map;
  widget_class->unmap = brine_today_page_unmap;
  widget_class->measure = brine_today_page_measure;
  widget_class->size_allocate = brine_today_page_size_allocate;

  properties[PROP_NARROW] =
      g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_TITLE] =
      g_param_spec_string ("title", NULL, NULL, "",
                           G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  install_actions (widget_class);
  gtk_widget_class_set_css_name (widget_class, "todaypage");
}

static void
brine_today_page_init (BrineTodayPage *self)
{
  /* The bin's own layout would come before measure and allocate. */
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
  add_shortcuts (self);
}

static void
connect_models (BrineTodayPage *self)
{
  g_signal_connect_object (self->agenda, "items-changed", G_CALLBACK (show_agenda), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->agenda, "notify::loading", G_CALLBACK (show_agenda), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->days, "items-changed", G_CALLBACK (show_summary), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->acts.clock, "changed", G_CALLBACK (on_time_passed), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
brine_today_page_new (BrineHistory *history, BrineClock *clock, BrineCatalogue *catalogue)
{
  BrineTodayPage *self;
  BrineStore *store;

  g_return_val_if_fail (BRINE_IS_HISTORY (history), NULL);
  g_return_val_if_fail (BRINE_IS_CLOCK (clock), NULL);
  g_return_val_if_fail (catalogue == NULL || BRINE_IS_CATALOGUE (catalogue), NULL);

  self = g_object_new (BRINE_TYPE_TODAY_PAGE, NULL);
  store = brine_history_get_store (history);
  self->acts.history = g_object_ref (history);
  self->acts.clock = g_object_ref (clock);
  g_set_object (&self->acts.catalogue, catalogue);
  self->agenda = brine_agenda_model_new (store, clock);
  self->days = brine_day_model_new (store, clock);
  self->day = self->today = get_today (self);
  brine_today_layout_init (&self->layout, &self->acts, self->agenda);
  adw_bin_set_child (ADW_BIN (self), self->layout.scroller);
  connect_models (self);
  load_day (self);
  return GTK_WIDGET (self);
}

void
brine_today_page_show_day (BrineTodayPage *self, BrineDay day)
{
  g_return_if_fail (BRINE_IS_TODAY_PAGE (self));

  day = CLAMP (day, BRINE_DAY_MIN + 400, BRINE_DAY_MAX - 400);
  if (day == self->day)
    return;
  self->day = day;
  load_day (self);
}
