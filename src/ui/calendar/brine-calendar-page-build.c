/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "brine-any-day-shelf.h"
#include "brine-calendar-page-private.h"
#include "brine-column-box.h"
#include "brine-day-head.h"
#include "brine-hour-scale.h"
#include "brine-key-line.h"
#include "brine-week-strip.h"

static GtkWidget *
make_icon_button (const char *icon_name, const char *action_name, const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action_name);
  return button;
}

static void
on_view_toggled_cb (GtkToggleButton *button, BrineCalendarPage *self)
{
  if (!gtk_toggle_button_get_active (button))
    return;
  gboolean day = GTK_WIDGET (button) == self->view_buttons[BRINE_CALENDAR_DAY]
                 || GTK_WIDGET (button) == self->narrow_view_buttons[BRINE_CALENDAR_DAY];
  brine_calendar_page_set_view (self, day ? BRINE_CALENDAR_DAY : BRINE_CALENDAR_WEEK);
}

static GtkWidget *
make_view_switch (BrineCalendarPage *self, GtkWidget **buttons)
{
  const char *labels[] = { _ ("Day"), _ ("Week") };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "linked");
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      buttons[i] = gtk_toggle_button_new_with_label (labels[i]);
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (buttons[i]), i == self->view);
      if (i > 0)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (buttons[i]),
                                     GTK_TOGGLE_BUTTON (buttons[0]));
      g_signal_connect (buttons[i], "toggled", G_CALLBACK (on_view_toggled_cb), self);
      gtk_box_append (GTK_BOX (box), buttons[i]);
    }
  return box;
}

static GtkWidget *
make_today_button (void)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Today"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "calendar.today");
  return button;
}

static GtkWidget *
make_wide_bar (BrineCalendarPage *self)
{
  GtkWidget *bar = g_object_new (GTK_TYPE_BOX, "css-name", "calendarbar", "spacing", 6, NULL);
  GtkWidget *view_switch = make_view_switch (self, self->view_buttons);

  gtk_box_append (GTK_BOX (bar),
                  make_icon_button ("go-previous-symbolic", "calendar.previous", _ ("Previous")));
  gtk_box_append (GTK_BOX (bar),
                  make_icon_button ("go-next-symbolic", "calendar.next", _ ("Next")));
  self->period = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->period, "title-4");
  gtk_widget_add_css_class (self->period, "numeric");
  gtk_label_set_ellipsize (GTK_LABEL (self->period), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (bar), self->period);
  gtk_box_append (GTK_BOX (bar), make_today_button ());
  gtk_widget_set_hexpand (view_switch, TRUE);
  gtk_widget_set_halign (view_switch, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (bar), view_switch);
  return bar;
}

static void
on_strip_picked_cb (BrineWeekStrip *strip, int day, BrineCalendarPage *self)
{
  brine_calendar_page_show_day (self, day);
}

static GtkWidget *
make_day_line (BrineCalendarPage *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->day_title = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->day_title, "heading");
  gtk_label_set_xalign (GTK_LABEL (self->day_title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->day_title), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->day_title, TRUE);
  self->day_face = gtk_image_new ();
  gtk_image_set_pixel_size (GTK_IMAGE (self->day_face), 20);
  gtk_widget_add_css_class (self->day_face, "mood");
  self->day_words = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->day_words, "secondary");
  gtk_widget_add_css_class (self->day_words, "numeric");
  gtk_box_append (GTK_BOX (line), self->day_title);
  gtk_box_append (GTK_BOX (line), self->day_face);
  gtk_box_append (GTK_BOX (line), self->day_words);
  gtk_box_append (GTK_BOX (line),
                  make_icon_button ("go-previous-symbolic", "calendar.previous", _ ("Previous")));
  gtk_box_append (GTK_BOX (line),
                  make_icon_button ("go-next-symbolic", "calendar.next", _ ("Next")));
  return line;
}

static GtkWidget *
make_narrow_bar (BrineCalendarPage *self)
{
  GtkWidget *bar = g_object_new (GTK_TYPE_BOX, "css-name", "calendarbar", "orientation",
                                 GTK_ORIENTATION_VERTICAL, "spacing", 6, NULL);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *view_switch = make_view_switch (self, self->narrow_view_buttons);

  gtk_box_set_homogeneous (GTK_BOX (view_switch), TRUE);
  gtk_widget_set_hexpand (view_switch, TRUE);
  gtk_box_append (GTK_BOX (line), view_switch);
  gtk_box_append (GTK_BOX (line), make_today_button ());
  gtk_box_append (GTK_BOX (bar), line);
  self->strip = brine_week_strip_new ();
  g_signal_connect (self->strip, "picked", G_CALLBACK (on_strip_picked_cb), self);
  gtk_box_append (GTK_BOX (bar), self->strip);
  gtk_box_append (GTK_BOX (bar), make_day_line (self));
  gtk_widget_add_css_class (bar, "narrow");
  gtk_widget_set_visible (bar, FALSE);
  return bar;
}

static GtkWidget *
make_heads (BrineCalendarPage *self)
{
  GtkWidget *heads = brine_column_box_new ();

  for (int i = 0; i < BRINE_HOUR_GRID_MAX_DAYS; i++)
    brine_column_box_append (BRINE_COLUMN_BOX (heads), brine_day_head_new ());
  return heads;
}

static void
on_quota_toggle_cb (BrineAnyDayShelf *shelf, BrineQuotaStatus *status, BrineCalendarPage *self)
{
  BrineActs acts = brine_calendar_page_get_acts (self);

  if (brine_quota_status_get_log (status) != NULL)
    brine_quota_unlog (&acts, status);
  else
    brine_quota_log (&acts, status, brine_calendar_page_get_log_day (self));
}

static void
on_quota_menu_cb (BrineAnyDayShelf *shelf, BrineQuotaStatus *status, GtkWidget *chip,
                  BrineCalendarPage *self)
{
  brine_calendar_page_open_quota (self, status, chip);
}

static void
on_activate_cb (BrineHourGrid *grid, BrineOccurrence *occurrence, BrineCalendarPage *self)
{
  brine_calendar_page_edit (self, occurrence);
}

static void
on_add_cb (BrineHourGrid *grid, int day, int minute, int minutes, BrineCalendarPage *self)
{
  brine_calendar_page_add (self, brine_local (day, minute / 60, minute % 60), minutes);
}

static void
on_move_cb (BrineHourGrid *grid, BrineOccurrence *occurrence, int day, int second,
            BrineCalendarPage *self)
{
  brine_calendar_page_move (self, occurrence, (BrineLocal){ day, second });
}

static void
on_menu_cb (BrineHourGrid *grid, BrineOccurrence *occurrence, GdkRectangle *at,
            BrineCalendarPage *self)
{
  brine_calendar_page_open_menu (self, occurrence, at);
}

static void
on_more_cb (BrineHourGrid *grid, GPtrArray *occurrences, GdkRectangle *at, BrineCalendarPage *self)
{
  brine_calendar_page_open_more (self, occurrences, at);
}

static void
on_step_cb (BrineHourGrid *grid, int direction, BrineCalendarPage *self)
{
  brine_calendar_page_step (self, direction);
}

static gboolean
on_scroll_cb (GtkEventControllerScroll *scroll, double dx, double dy, BrineCalendarPage *self)
{
  GdkModifierType state =
      gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (scroll));

  if ((state & GDK_CONTROL_MASK) == 0 || dy == 0)
    return FALSE;
  brine_calendar_page_zoom (self, dy < 0 ? 1 : -1);
  return TRUE;
}

static GtkWidget *
make_grid (BrineCalendarPage *self)
{
  GtkWidget *viewport = gtk_viewport_new (NULL, NULL);
  GtkWidget *overlay = gtk_overlay_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (
      GTK_EVENT_CONTROLLER_SCROLL_VERTICAL | GTK_EVENT_CONTROLLER_SCROLL_DISCRETE);

  self->grid = brine_hour_grid_new ();
  g_signal_connect (self->grid, "activate", G_CALLBACK (on_activate_cb), self);
  g_signal_connect (self->grid, "add", G_CALLBACK (on_add_cb), self);
  g_signal_connect (self->grid, "move", G_CALLBACK (on_move_cb), self);
  g_signal_connect (self->grid, "menu", G_CALLBACK (on_menu_cb), self);
  g_signal_connect (self->grid, "more", G_CALLBACK (on_more_cb), self);
  g_signal_connect (self->grid, "step", G_CALLBACK (on_step_cb), self);
  gtk_viewport_set_child (GTK_VIEWPORT (viewport), self->grid);
  gtk_viewport_set_scroll_to_focus (GTK_VIEWPORT (viewport), FALSE);

  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), viewport);
  brine_hour_grid_set_vadjustment (BRINE_HOUR_GRID (self->grid),
                                   gtk_scrolled_window_get_vadjustment (
                                       GTK_SCROLLED_WINDOW (self->scroller)));
  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  g_signal_connect (scroll, "scroll", G_CALLBACK (on_scroll_cb), self);
  gtk_widget_add_controller (self->scroller, scroll);

  self->empty =
      g_object_new (ADW_TYPE_STATUS_PAGE, "icon-name", "brine-calendar-symbolic", "title",
                    _ ("An Empty Week"), "description", _ ("Drag over the hours to add something."),
                    "can-target", FALSE, "valign", GTK_ALIGN_CENTER, "visible", FALSE, NULL);
  gtk_widget_add_css_class (self->empty, "compact");
  gtk_widget_add_css_class (self->empty, "calendar-empty");
  gtk_widget_set_halign (self->empty, GTK_ALIGN_CENTER);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), self->scroller);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->empty);
  gtk_widget_set_vexpand (overlay, TRUE);
  return overlay;
}

void
brine_calendar_page_build (BrineCalendarPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->wide_bar = make_wide_bar (self);
  self->narrow_bar = make_narrow_bar (self);
  self->heads = make_heads (self);
  self->shelf = brine_any_day_shelf_new ();
  g_signal_connect (self->shelf, "toggle", G_CALLBACK (on_quota_toggle_cb), self);
  g_signal_connect (self->shelf, "menu", G_CALLBACK (on_quota_menu_cb), self);
  self->key_line = brine_key_line_new ();
  gtk_box_append (GTK_BOX (box), self->wide_bar);
  gtk_box_append (GTK_BOX (box), self->narrow_bar);
  gtk_box_append (GTK_BOX (box), self->heads);
  gtk_box_append (GTK_BOX (box), self->shelf);
  gtk_box_append (GTK_BOX (box), make_grid (self));
  gtk_box_append (GTK_BOX (box), self->key_line);
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "calendar-page");
}
