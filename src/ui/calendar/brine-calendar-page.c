/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-calendar-page.h"

#include "brine-calendar-beside.h"
#include "brine-format.h"
#include "brine-hour-scale.h"

/*
 * The calendar by day, week, month and year. One date, one filter and one set of models serve all
 * views (see BrineCalendarPane); what is remembered is the view and the zoom of a wide window.
 */

enum
{
  PROP_0,
  PROP_NARROW,
  PROP_SETTINGS,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (BrineCalendarPage, brine_calendar_page, ADW_TYPE_BIN)

#define NARROW_ZOOM 2

/* Time ---------------------------------------------------------------------------------------- */

static void start_timer (BrineCalendarPage *self);

static gboolean
on_minute_cb (gpointer data)
{
  BrineCalendarPage *self = data;

  self->minute_timer = 0;
  brine_calendar_page_show_now (self);
  if (brine_calendar_page_get_today (self) != self->shown_today)
    brine_calendar_page_show_days (self);
  brine_loaded_list_refresh (BRINE_LOADED_LIST (self->agenda));
  brine_loaded_list_refresh (BRINE_LOADED_LIST (self->days));
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
  brine_calendar_page_show_now (self);
  brine_calendar_page_show_days (self);
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
    gtk_widget_grab_focus (brine_calendar_page_get_focus (BRINE_CALENDAR_PAGE (widget)));
  return G_SOURCE_REMOVE;
}

static void
brine_calendar_page_map (GtkWidget *widget)
{
  BrineCalendarPage *self = BRINE_CALENDAR_PAGE (widget);

  GTK_WIDGET_CLASS (brine_calendar_page_parent_class)->map (widget);
  brine_calendar_page_show_now (self);
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

/* Settings ------------------------------------------------------------------------------------ */

static void
read_settings (BrineCalendarPage *self)
{
  self->first_weekday = brine_store_get_first_weekday (brine_history_get_store (self->history));
}

static void
on_store_changed_cb (BrineStore *store, guint kinds, BrineCalendarPage *self)
{
  int first_weekday = self->first_weekday;

  if ((kinds & (1u << BRINE_KIND_SETTING)) == 0)
    return;
  read_settings (self);
  if (first_weekday != self->first_weekday)
    brine_calendar_page_load_days (self);
}

static void
set_narrow (BrineCalendarPage *self, gboolean narrow)
{
  if (self->narrow == narrow)
    return;
  /* With room again it is as the user left it. */
  if (narrow)
    {
      self->wide_view = self->view;
      self->wide_zoom = brine_hour_grid_get_zoom (BRINE_HOUR_GRID (self->grid));
    }
  self->narrow = narrow;
  gtk_widget_set_visible (self->wide_bar, !narrow);
  gtk_widget_set_visible (self->narrow_bar, narrow);
  brine_calendar_page_set_zoom (self, narrow ? NARROW_ZOOM : self->wide_zoom);
  brine_calendar_page_set_view (self, narrow ? BRINE_CALENDAR_DAY : self->wide_view);
  brine_calendar_page_load_days (self);
  brine_calendar_page_scroll_to_now (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
}

static void
set_settings (BrineCalendarPage *self, GSettings *settings)
{
  BrineCalendarView view;

  if (!g_set_object (&self->settings, settings))
    return;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SETTINGS]);
  if (settings == NULL || self->narrow)
    return;
  g_autofree char *nick = g_settings_get_string (settings, "calendar-view");
  int zoom = g_settings_get_int (settings, "calendar-zoom");
  brine_calendar_page_set_zoom (self, CLAMP (zoom, 0, BRINE_HOUR_SCALE_N_STEPS - 1));
  if (brine_calendar_view_from_nick (nick, &view))
    brine_calendar_page_set_view (self, view);
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
    case PROP_SETTINGS:
      g_value_set_object (value, self->settings);
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
    case PROP_SETTINGS:
      set_settings (self, g_value_get_object (value));
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
  brine_calendar_page_drop_filter (self);
  g_clear_object (&self->settings);
  g_clear_object (&self->day_range);
  g_clear_pointer (&self->pause_reader, brine_reader_free);
  g_clear_pointer (&self->pauses, g_ptr_array_unref);
  g_clear_object (&self->agenda);
  g_clear_object (&self->days);
  g_clear_object (&self->quotas);
  brine_calendar_page_clear_beside (self);
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

  properties[PROP_NARROW] =
      g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_SETTINGS] =
      g_param_spec_object ("settings", NULL, NULL, G_TYPE_SETTINGS,
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
  self->scroll_pending = TRUE;
  brine_calendar_page_add_filter (self);
  brine_calendar_page_build (self);
  brine_calendar_page_update_actions (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "calendar.show-all", FALSE);
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
  g_signal_connect_object (brine_history_get_store (history), "changed",
                           G_CALLBACK (on_store_changed_cb), self, 0);
  g_signal_connect_object (clock, "changed", G_CALLBACK (on_clock_changed_cb), self, 0);
  self->date = brine_calendar_page_get_today (self);
  read_settings (self);
  brine_calendar_page_bind_models (self);
  brine_calendar_page_bind_direct (self);
  brine_calendar_page_bind_pause (self);
  brine_calendar_page_show_now (self);
  brine_calendar_page_load_days (self);
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
  brine_calendar_page_load_days (self);
  brine_calendar_page_remember (self);
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

  day = brine_calendar_range_clamp (day);
  if (self->date == day)
    return;
  self->date = day;
  brine_calendar_page_load_days (self);
}
