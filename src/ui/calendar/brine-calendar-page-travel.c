/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-calendar-page-private.h"
#include "brine-hour-scale.h"

/* calendar.*: which days are shown, how, and how large. */

void
brine_calendar_page_step (BrineCalendarPage *self, int direction)
{
  brine_calendar_page_show_day (self, brine_calendar_range_step (self->view, self->date,
                                                                 self->narrow, direction));
}

/* A narrow window has a view and a zoom of its own, which are not worth remembering. */
void
brine_calendar_page_remember (BrineCalendarPage *self)
{
  if (self->settings == NULL || self->narrow)
    return;
  g_settings_set_string (self->settings, "calendar-view", brine_calendar_view_to_nick (self->view));
  g_settings_set_int (self->settings, "calendar-zoom",
                      brine_hour_grid_get_zoom (BRINE_HOUR_GRID (self->grid)));
}

void
brine_calendar_page_zoom (BrineCalendarPage *self, int by)
{
  int step = brine_hour_grid_get_zoom (BRINE_HOUR_GRID (self->grid));

  brine_calendar_page_set_zoom (self, CLAMP (step + by, 0, BRINE_HOUR_SCALE_N_STEPS - 1));
  brine_calendar_page_remember (self);
}

/* Views of whole days ------------------------------------------------------------------------- */

static void
open_day (BrineCalendarPage *self, BrineDay day)
{
  self->date = brine_calendar_range_clamp (day);
  brine_calendar_page_set_view (self, BRINE_CALENDAR_DAY);
}

static void
on_activate_day_cb (BrineCalendarPage *self, int day)
{
  open_day (self, day);
}

static void
on_select_day_cb (BrineCalendarPage *self, int day)
{
  brine_calendar_page_show_day (self, day);
}

static void
on_step_cb (BrineCalendarPage *self, int direction)
{
  brine_calendar_page_step (self, direction);
}

static void
on_day_menu_cb (GtkWidget *view, int day, const GdkRectangle *at, BrineCalendarPage *self)
{
  brine_calendar_page_open_day_menu (self, view, day, at);
}

void
brine_calendar_page_follow_days (BrineCalendarPage *self, GtkWidget *view)
{
  g_signal_connect_object (view, "activate-day", G_CALLBACK (on_activate_day_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "select-day", G_CALLBACK (on_select_day_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "step", G_CALLBACK (on_step_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "menu", G_CALLBACK (on_day_menu_cb), self, 0);
}

static void
on_open_day (GtkWidget *widget, const char *name, GVariant *parameter)
{
  open_day (BRINE_CALENDAR_PAGE (widget), g_variant_get_int32 (parameter));
}

/* Actions ------------------------------------------------------------------------------------- */

static void
on_previous (GtkWidget *widget, const char *name, GVariant *parameter)
{
  brine_calendar_page_step (BRINE_CALENDAR_PAGE (widget), -1);
}

static void
on_next (GtkWidget *widget, const char *name, GVariant *parameter)
{
  brine_calendar_page_step (BRINE_CALENDAR_PAGE (widget), 1);
}

static void
on_today (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BrineCalendarPage *self = BRINE_CALENDAR_PAGE (widget);

  brine_calendar_page_show_day (self, brine_calendar_page_get_today (self));
}

static void
on_go_to (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BrineCalendarPage *self = BRINE_CALENDAR_PAGE (widget);

  gtk_menu_button_popup (GTK_MENU_BUTTON (self->date_buttons[self->narrow ? 1 : 0]));
}

static void
on_zoom_in (GtkWidget *widget, const char *name, GVariant *parameter)
{
  brine_calendar_page_zoom (BRINE_CALENDAR_PAGE (widget), 1);
}

static void
on_zoom_out (GtkWidget *widget, const char *name, GVariant *parameter)
{
  brine_calendar_page_zoom (BRINE_CALENDAR_PAGE (widget), -1);
}

static void
on_show (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BrineCalendarView view;

  if (brine_calendar_view_from_nick (g_variant_get_string (parameter, NULL), &view))
    brine_calendar_page_set_view (BRINE_CALENDAR_PAGE (widget), view);
}

static void
add_bindings (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Home, 0, "calendar.today", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Home, GDK_ALT_MASK, "calendar.today",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_1, GDK_CONTROL_MASK, "calendar.show",
                                       "s", "day");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_2, GDK_CONTROL_MASK, "calendar.show",
                                       "s", "week");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_3, GDK_CONTROL_MASK, "calendar.show",
                                       "s", "month");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_4, GDK_CONTROL_MASK, "calendar.show",
                                       "s", "year");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_g, GDK_CONTROL_MASK, "calendar.go-to",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_t, GDK_CONTROL_MASK, "calendar.today",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, 0, "calendar.previous", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, 0, "calendar.next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_plus, GDK_CONTROL_MASK,
                                       "calendar.zoom-in", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_equal, GDK_CONTROL_MASK,
                                       "calendar.zoom-in", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Add, GDK_CONTROL_MASK,
                                       "calendar.zoom-in", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_minus, GDK_CONTROL_MASK,
                                       "calendar.zoom-out", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Subtract, GDK_CONTROL_MASK,
                                       "calendar.zoom-out", NULL);
}

void
brine_calendar_page_install_travel (GtkWidgetClass *widget_class)
{
  static const BrineCalendarAction actions[] = {
    { "calendar.previous", NULL, on_previous }, { "calendar.next", NULL, on_next },
    { "calendar.today", NULL, on_today },       { "calendar.go-to", NULL, on_go_to },
    { "calendar.zoom-in", NULL, on_zoom_in },   { "calendar.zoom-out", NULL, on_zoom_out },
    { "calendar.show", "s", on_show },         /* nick of the view */
    { "calendar.open-day", "i", on_open_day }, /* BrineDay */
  };

  brine_calendar_page_install_table (widget_class, actions, G_N_ELEMENTS (actions));
  add_bindings (widget_class);
}
