/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-calendar-page.h"

#include <glib/gi18n.h>

#include "brine-any-day-shelf.h"
#include "brine-calendar-page-private.h"
#include "brine-column-box.h"
#include "brine-day-head.h"
#include "brine-format.h"
#include "brine-hour-scale.h"
#include "brine-key-line.h"
#include "brine-week-strip.h"

/*
 * The calendar by day and by week. One range, one date and one selection serve both views; the
 * grid changes to other days at the moment when their rows are there, so that nothing flickers.
 */

enum
{
  PROP_0,
  PROP_NARROW,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (BrineCalendarPage, brine_calendar_page, ADW_TYPE_BIN)

#define NARROW_DAYS 3
#define NARROW_ZOOM 2

/* The day on which something without a time is logged: today, when it is shown. */
BrineDay
brine_calendar_page_get_log_day (BrineCalendarPage *self)
{
  BrineDay today =
      brine_clock_get_today (self->clock, brine_store_get_day_start_minutes (
                                              brine_history_get_store (self->history)));
  BrineDay first;
  int n_days;

  brine_calendar_page_get_range (self, &first, &n_days);
  return today >= first && today < first + n_days ? today : self->date;
}

/* Days ---------------------------------------------------------------------------------------- */

void
brine_calendar_page_get_range (BrineCalendarPage *self, BrineDay *out_first, int *out_n_days)
{
  g_return_if_fail (BRINE_IS_CALENDAR_PAGE (self));

  if (self->view == BRINE_CALENDAR_DAY)
    {
      *out_first = self->date;
      *out_n_days = 1;
    }
  else if (self->narrow)
    {
      *out_first = self->date - 1;
      *out_n_days = NARROW_DAYS;
    }
  else
    {
      *out_first = brine_day_get_week_start (self->date, self->first_weekday);
      *out_n_days = BRINE_HOUR_GRID_MAX_DAYS;
    }
}

static BrineDay
get_today (BrineCalendarPage *self)
{
  return brine_clock_get_local (self->clock).day;
}

static BrineDaySummary *
find_summary (BrineCalendarPage *self, BrineDay day)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->days));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (BrineDaySummary) summary = g_list_model_get_item (G_LIST_MODEL (self->days), i);
      if (brine_day_summary_get_day (summary) == day)
        return g_steal_pointer (&summary);
    }
  return NULL;
}

static void
show_period (BrineCalendarPage *self)
{
  BrineDay today = get_today (self);
  BrineDay first;
  int n_days;

  brine_calendar_page_get_range (self, &first, &n_days);
  g_autofree char *day = brine_format_day_medium (self->date, today);
  g_autofree char *period = n_days == 1 ? brine_format_day_long (self->date, today)
                                        : brine_format_day_range (first, first + n_days - 1, today);
  gtk_label_set_text (GTK_LABEL (self->period), period);
  gtk_label_set_text (GTK_LABEL (self->day_title), n_days == 1 ? day : period);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->grid), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  period, -1);
}

static void
show_day_words (BrineCalendarPage *self)
{
  g_autoptr (BrineDaySummary) summary = find_summary (self, self->date);
  g_autofree char *done = brine_day_head_dup_done (summary);
  int mood = brine_day_head_get_mood (summary);
  gboolean shown = self->view == BRINE_CALENDAR_DAY;

  gtk_widget_set_visible (self->day_face, shown && mood > 0);
  gtk_widget_set_visible (self->day_words, shown);
  if (mood > 0)
    gtk_image_set_from_icon_name (GTK_IMAGE (self->day_face),
                                  brine_mood_get_icon_name (mood, TRUE));
  gtk_label_set_text (GTK_LABEL (self->day_words), done != NULL ? done : "");
}

static void
show_days (BrineCalendarPage *self)
{
  BrineDay today = get_today (self);
  BrineDay first;
  int n_days;
  unsigned paused = 0;

  brine_calendar_page_get_range (self, &first, &n_days);
  self->shown_today = today;
  brine_column_box_set_n_columns (BRINE_COLUMN_BOX (self->heads), n_days);
  for (int i = 0; i < n_days; i++)
    {
      g_autoptr (BrineDaySummary) summary = find_summary (self, first + i);
      GtkWidget *head = brine_column_box_get_child (BRINE_COLUMN_BOX (self->heads), i);
      brine_day_head_show (BRINE_DAY_HEAD (head), first + i, today, summary);
      if (summary != NULL && brine_day_summary_get_facts (summary)->paused)
        paused |= 1u << i;
    }
  brine_hour_grid_set_paused_days (BRINE_HOUR_GRID (self->grid), paused);
  brine_any_day_shelf_set_days (BRINE_ANY_DAY_SHELF (self->shelf), G_LIST_MODEL (self->days), first,
                                n_days);
  if (self->narrow)
    {
      brine_week_strip_show (BRINE_WEEK_STRIP (self->strip), G_LIST_MODEL (self->days),
                             brine_day_get_week_start (self->date, self->first_weekday), self->date,
                             today);
      show_day_words (self);
    }
}

static void
show_empty (BrineCalendarPage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->agenda));
  gboolean day = self->view == BRINE_CALENDAR_DAY;

  adw_status_page_set_title (ADW_STATUS_PAGE (self->empty),
                             day ? _ ("A Free Day") : _ ("An Empty Week"));
  gtk_widget_set_visible (self->empty, n == 0 && !self->days_stale);
}

/* Shows the days whose rows are there now. */
static void
adopt_days (BrineCalendarPage *self)
{
  BrineDay first;
  int n_days;

  self->days_stale = FALSE;
  brine_calendar_page_get_range (self, &first, &n_days);
  brine_hour_grid_set_days (BRINE_HOUR_GRID (self->grid), first, n_days);
  show_days (self);
  show_empty (self);
}

static void
on_agenda_loading_cb (GObject *model, GParamSpec *pspec, BrineCalendarPage *self)
{
  if (brine_agenda_model_is_loading (self->agenda))
    return;
  if (self->days_stale)
    adopt_days (self);
  else
    show_empty (self);
}

static void
on_days_changed_cb (GListModel *model, guint position, guint removed, guint added,
                    BrineCalendarPage *self)
{
  if (!self->days_stale)
    show_days (self);
}

/* A night counts for the day of waking and a late hour for the day before: one day more on each
 * side has everything that can be seen. */
static void
load_days (BrineCalendarPage *self)
{
  BrineDay week = brine_day_get_week_start (self->date, self->first_weekday);
  BrineDay first;
  int n_days;

  self->days_stale = TRUE;
  brine_calendar_page_get_range (self, &first, &n_days);
  brine_agenda_model_set_range (self->agenda, first - 1, first + n_days);
  brine_day_model_set_range (self->days, MIN (first, week), MAX (first + n_days - 1, week + 6));
  brine_quota_model_set_day (self->quotas, brine_calendar_page_get_log_day (self),
                             self->first_weekday);
  show_period (self);
  if (!brine_agenda_model_is_loading (self->agenda))
    adopt_days (self);
}

/* Time ---------------------------------------------------------------------------------------- */

static void
show_now (BrineCalendarPage *self)
{
  BrineLocal now = brine_clock_get_local (self->clock);

  brine_hour_grid_set_now (BRINE_HOUR_GRID (self->grid), now);
}

static void start_timer (BrineCalendarPage *self);

static gboolean
on_minute_cb (gpointer data)
{
  BrineCalendarPage *self = data;

  self->minute_timer = 0;
  show_now (self);
  if (get_today (self) != self->shown_today)
    show_days (self);
  brine_agenda_model_refresh (self->agenda);
  brine_day_model_refresh (self->days);
  start_timer (self);
  return G_SOURCE_REMOVE;
}

static void
start_timer (BrineCalendarPage *self)
{
  int second = brine_clock_get_local (self->clock).second % 60;

  if (self->minute_timer == 0 && !brine_clock_is_fixed (self->clock))
    self->minute_timer = g_timeout_add_seconds (60 - second, on_minute_cb, self);
}

static void
on_clock_changed_cb (BrineClock *clock, BrineCalendarPage *self)
{
  show_now (self);
  show_days (self);
}

static void
scroll_to_now (BrineCalendarPage *self)
{
  BrineLocal now = brine_clock_get_local (self->clock);
  BrineDay first;
  int n_days;

  brine_calendar_page_get_range (self, &first, &n_days);
  gboolean shown = now.day >= first && now.day < first + n_days;
  brine_hour_grid_scroll_to (BRINE_HOUR_GRID (self->grid),
                             shown ? MAX (brine_local_get_minute_of_day (now) - 60, 0) : 6 * 60);
}

/* Waits for the frame that knows how high everything is. */
static gboolean
on_first_frame_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  BrineCalendarPage *self = BRINE_CALENDAR_PAGE (widget);
  GtkScrolledWindow *scroller = GTK_SCROLLED_WINDOW (self->scroller);

  if (gtk_adjustment_get_page_size (gtk_scrolled_window_get_vadjustment (scroller)) <= 1)
    return G_SOURCE_CONTINUE;
  scroll_to_now (self);
  return G_SOURCE_REMOVE;
}

/* The arrows work at once, unless the user goes through the pages with the keyboard. What has the
 * focus inside of a page that has just come got it by chance. */
static gboolean
on_mapped_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean switching =
      focus != NULL && gtk_widget_get_ancestor (focus, ADW_TYPE_VIEW_SWITCHER) != NULL;

  if (root != NULL && gtk_widget_get_mapped (widget) && !switching)
    gtk_widget_grab_focus (BRINE_CALENDAR_PAGE (widget)->grid);
  return G_SOURCE_REMOVE;
}

static void
brine_calendar_page_map (GtkWidget *widget)
{
  BrineCalendarPage *self = BRINE_CALENDAR_PAGE (widget);

  GTK_WIDGET_CLASS (brine_calendar_page_parent_class)->map (widget);
  show_now (self);
  start_timer (self);
  gtk_widget_add_tick_callback (widget, on_mapped_cb, NULL, NULL);
}

static void
brine_calendar_page_unmap (GtkWidget *widget)
{
  BrineCalendarPage *self = BRINE_CALENDAR_PAGE (widget);

  g_clear_handle_id (&self->minute_timer, g_source_remove);
  GTK_WIDGET_CLASS (brine_calendar_page_parent_class)->unmap (widget);
}

static void
brine_calendar_page_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (brine_calendar_page_parent_class)->realize (widget);
  gtk_widget_add_tick_callback (widget, on_first_frame_cb, NULL, NULL);
}

/* Settings ------------------------------------------------------------------------------------ */

static void
read_settings (BrineCalendarPage *self)
{
  g_autofree char *setting =
      brine_store_dup_setting (brine_history_get_store (self->history), BRINE_SETTING_WEEK_START);

  self->first_weekday = brine_format_get_first_weekday (setting);
}

static void
on_store_changed_cb (BrineStore *store, guint kinds, BrineCalendarPage *self)
{
  int first_weekday = self->first_weekday;

  if ((kinds & (1u << BRINE_KIND_SETTING)) == 0)
    return;
  read_settings (self);
  if (first_weekday != self->first_weekday)
    load_days (self);
}

static void
set_narrow (BrineCalendarPage *self, gboolean narrow)
{
  if (self->narrow == narrow)
    return;
  self->narrow = narrow;
  gtk_widget_set_visible (self->wide_bar, !narrow);
  gtk_widget_set_visible (self->narrow_bar, narrow);
  gtk_widget_set_visible (self->key_line, !narrow);
  brine_hour_grid_set_zoom (BRINE_HOUR_GRID (self->grid),
                            narrow ? NARROW_ZOOM : BRINE_HOUR_SCALE_FIT);
  brine_key_line_set_zoom (self->key_line, narrow ? NARROW_ZOOM : BRINE_HOUR_SCALE_FIT);
  brine_calendar_page_update_actions (self);
  /* With room again it is as the user left it. */
  if (narrow)
    self->wide_view = self->view;
  brine_calendar_page_set_view (self, narrow ? BRINE_CALENDAR_DAY : self->wide_view);
  load_days (self);
  gtk_widget_set_visible (self->heads, !narrow || self->view == BRINE_CALENDAR_WEEK);
  if (gtk_widget_get_realized (GTK_WIDGET (self)))
    gtk_widget_add_tick_callback (GTK_WIDGET (self), on_first_frame_cb, NULL, NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
}

/* Object -------------------------------------------------------------------------------------- */

static void
brine_calendar_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BrineCalendarPage *self = BRINE_CALENDAR_PAGE (object);

  switch (id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
brine_calendar_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  BrineCalendarPage *self = BRINE_CALENDAR_PAGE (object);

  switch (id)
    {
    case PROP_NARROW:
      set_narrow (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
brine_calendar_page_dispose (GObject *object)
{
  BrineCalendarPage *self = BRINE_CALENDAR_PAGE (object);

  g_clear_handle_id (&self->minute_timer, g_source_remove);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_object (&self->agenda);
  g_clear_object (&self->days);
  g_clear_object (&self->quotas);
  g_clear_object (&self->history);
  g_clear_object (&self->clock);
  g_clear_object (&self->catalogue);

  G_OBJECT_CLASS (brine_calendar_page_parent_class)->dispose (object);
}

static void
brine_calendar_page_class_init (BrineCalendarPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = brine_calendar_page_get_property;
  object_class->set_property = brine_calendar_page_set_property;
  object_class->dispose = brine_calendar_page_dispose;
  widget_class->map = brine_calendar_page_map;
  widget_class->unmap = brine_calendar_page_unmap;
  widget_class->realize = brine_calendar_page_realize;

  properties[PROP_NARROW] =
      g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  brine_calendar_page_install_actions (widget_class);
}

static void
brine_calendar_page_init (BrineCalendarPage *self)
{
  self->view = BRINE_CALENDAR_WEEK;
  self->wide_view = BRINE_CALENDAR_WEEK;
  self->first_weekday = 1;
  brine_calendar_page_build (self);
  brine_calendar_page_update_actions (self);
}

static void
bind_models (BrineCalendarPage *self)
{
  BrineStore *store = brine_history_get_store (self->history);

  self->agenda = brine_agenda_model_new (store, self->clock);
  self->days = brine_day_model_new (store, self->clock);
  self->quotas = brine_quota_model_new (store, self->clock);
  g_signal_connect_object (self->agenda, "notify::loading", G_CALLBACK (on_agenda_loading_cb), self,
                           0);
  g_signal_connect_object (self->days, "items-changed", G_CALLBACK (on_days_changed_cb), self, 0);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed_cb), self, 0);
  g_signal_connect_object (self->clock, "changed", G_CALLBACK (on_clock_changed_cb), self, 0);
  brine_hour_grid_set_model (BRINE_HOUR_GRID (self->grid), G_LIST_MODEL (self->agenda));
  brine_any_day_shelf_set_quotas (BRINE_ANY_DAY_SHELF (self->shelf), G_LIST_MODEL (self->quotas));
}

GtkWidget *
brine_calendar_page_new (BrineHistory *history, BrineClock *clock, BrineCatalogue *catalogue)
{
  g_return_val_if_fail (BRINE_IS_HISTORY (history), NULL);
  g_return_val_if_fail (BRINE_IS_CLOCK (clock), NULL);
  g_return_val_if_fail (catalogue == NULL || BRINE_IS_CATALOGUE (catalogue), NULL);

  BrineCalendarPage *self = g_object_new (BRINE_TYPE_CALENDAR_PAGE, NULL);
  self->history = g_object_ref (history);
  self->clock = g_object_ref (clock);
  g_set_object (&self->catalogue, catalogue);
  self->date = get_today (self);
  read_settings (self);
  bind_models (self);
  show_now (self);
  load_days (self);
  return GTK_WIDGET (self);
}

/* Public -------------------------------------------------------------------------------------- */

void
brine_calendar_page_set_view (BrineCalendarPage *self, BrineCalendarView view)
{
  g_return_if_fail (BRINE_IS_CALENDAR_PAGE (self));

  if (self->view == view)
    return;
  self->view = view;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->view_buttons[view]), TRUE);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->narrow_view_buttons[view]), TRUE);
  gtk_widget_set_visible (self->heads, !self->narrow || view == BRINE_CALENDAR_WEEK);
  load_days (self);
}

BrineCalendarView
brine_calendar_page_get_view (BrineCalendarPage *self)
{
  g_return_val_if_fail (BRINE_IS_CALENDAR_PAGE (self), BRINE_CALENDAR_WEEK);

  return self->view;
}

void
brine_calendar_page_show_day (BrineCalendarPage *self, BrineDay day)
{
  g_return_if_fail (BRINE_IS_CALENDAR_PAGE (self));

  day = CLAMP (day, BRINE_DAY_MIN + 14, BRINE_DAY_MAX - 14);
  if (self->date == day)
    return;
  self->date = day;
  load_days (self);
}
