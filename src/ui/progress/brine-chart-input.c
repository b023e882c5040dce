/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-chart-input.h"

#include <math.h>

#define DAYS_PER_WEEK 7

static void
on_motion_cb (GtkEventControllerMotion *motion, double x, double y, BrineProgressChart *self)
{
  brine_progress_chart_read_at (self, x);
}

static void
on_leave_cb (GtkEventControllerMotion *motion, BrineProgressChart *self)
{
  if (!gtk_widget_has_focus (GTK_WIDGET (self)))
    brine_progress_chart_set_cursor (self, -1);
}

static void
on_focus_leave_cb (GtkEventControllerFocus *focus, BrineProgressChart *self)
{
  brine_progress_chart_set_cursor (self, -1);
}

/* A day that is read can be opened, to log what is missing. */
static gboolean
open_day (BrineProgressChart *self)
{
  const BrineProgressData *data = brine_progress_chart_get_data (self);
  int cursor = brine_progress_chart_get_cursor (self);

  if (data == NULL || cursor < 0 || data->by != BRINE_BUCKET_BY_DAY)
    return FALSE;
  return gtk_widget_activate_action (
      GTK_WIDGET (self), "win.show-day", "i",
      (int)brine_progress_data_get_column (data, (guint)cursor)->bucket.from);
}

static void
on_press_cb (GtkGestureClick *click, int n_press, double x, double y, BrineProgressChart *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  brine_progress_chart_read_at (self, x);
  if (n_press == 2)
    open_day (self);
}

static void
on_drag_begin_cb (GtkGestureDrag *drag, double x, double y, BrineProgressChart *self)
{
  brine_progress_chart_read_at (self, x);
}

/* A finger that moves along the time axis reads; one that moves up or down scrolls the page. */
static void
on_drag_update_cb (GtkGestureDrag *drag, double dx, double dy, BrineProgressChart *self)
{
  double x, y;

  if (gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int)dx, 0) && fabs (dx) > fabs (dy))
    gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_gesture_drag_get_start_point (drag, &x, &y);
  brine_progress_chart_read_at (self, x + dx);
}

/* Columns in a week: seven days, or else one. */
static int
get_week_columns (const BrineProgressData *data)
{
  return data->by == BRINE_BUCKET_BY_DAY ? DAYS_PER_WEEK : 1;
}

static gboolean
on_key_cb (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType modifiers,
           BrineProgressChart *self)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  const BrineProgressData *data = brine_progress_chart_get_data (self);
  int cursor = brine_progress_chart_get_cursor (self);
  int last, step;

  if (data == NULL || (modifiers & (GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  last = (int)data->columns->len - 1;
  step = (modifiers & GDK_CONTROL_MASK) != 0 ? get_week_columns (data) : 1;
  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      if ((key == GDK_KEY_Left || key == GDK_KEY_KP_Left) != mirrored)
        step = -step;
      /* The first key begins at the newest day. */
      brine_progress_chart_set_cursor (self, cursor < 0 ? last : CLAMP (cursor + step, 0, last));
      return GDK_EVENT_STOP;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      brine_progress_chart_set_cursor (self, 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      brine_progress_chart_set_cursor (self, last);
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      return open_day (self);
    case GDK_KEY_Escape:
      if (cursor < 0)
        return GDK_EVENT_PROPAGATE;
      brine_progress_chart_set_cursor (self, -1);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

void
brine_chart_input_attach (BrineProgressChart *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_signal_connect (motion, "enter", G_CALLBACK (on_motion_cb), self);
  g_signal_connect (motion, "motion", G_CALLBACK (on_motion_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (on_leave_cb), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_cb), self);
  g_signal_connect (focus, "leave", G_CALLBACK (on_focus_leave_cb), self);
  g_signal_connect (click, "pressed", G_CALLBACK (on_press_cb), self);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (drag), TRUE);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (on_drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (on_drag_update_cb), self);
  gtk_widget_add_controller (widget, motion);
  gtk_widget_add_controller (widget, keys);
  gtk_widget_add_controller (widget, focus);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
}
