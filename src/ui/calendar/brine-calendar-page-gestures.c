/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-calendar-page-private.h"

/*
 * A swipe over the views, with two fingers on a touchpad or with one on a screen, steps as the
 * keys do, in the direction of the text. Control with the wheel, or two fingers that part, zoom the
 * hours around the pointer or between the fingers.
 */

/* @side: 1 what is to the right, -1 what is to the left, 0 nothing */
static void
step_to (BrineCalendarPage *self, int side)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  if (side != 0)
    brine_calendar_page_step (self, rtl ? -side : side);
}

static void
on_swipe_begin_cb (GtkEventControllerScroll *scroll, BrineCalendarPage *self)
{
  self->swipe = (BrineSwipe){ 0 };
}

static gboolean
on_sideways_cb (GtkEventControllerScroll *scroll, double dx, double dy, BrineCalendarPage *self)
{
  GdkModifierType state =
      gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (scroll));

  if (!brine_swipe_is_sideways (dx, dy) || (state & GDK_CONTROL_MASK) != 0)
    return FALSE;
  if (gtk_event_controller_scroll_get_unit (scroll) == GDK_SCROLL_UNIT_WHEEL)
    step_to (self, brine_swipe_wheel (&self->swipe, dx,
                                      gtk_event_controller_get_current_event_time (
                                          GTK_EVENT_CONTROLLER (scroll))));
  else
    step_to (self, brine_swipe_scroll (&self->swipe, dx));
  return TRUE;
}

/* A finger that goes sideways does nothing else: what it began on is not clicked. */
static void
on_touch_moved_cb (GtkGesture *swipe, GdkEventSequence *sequence, BrineCalendarPage *self)
{
  graphene_point_t start = self->touch_start;
  double x, y;

  if (gtk_gesture_get_point (swipe, sequence, &x, &y)
      && brine_swipe_is_sideways (x - start.x, y - start.y)
      && gtk_drag_check_threshold (self->stack, start.x, start.y, x, y))
    gtk_gesture_set_state (swipe, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
on_touch_begin_cb (GtkGesture *swipe, GdkEventSequence *sequence, BrineCalendarPage *self)
{
  double x = 0, y = 0;

  gtk_gesture_get_point (swipe, sequence, &x, &y);
  self->touch_start = GRAPHENE_POINT_INIT (x, y);
}

static void
on_touch_swipe_cb (GtkGestureSwipe *swipe, double x_speed, double y_speed, BrineCalendarPage *self)
{
  step_to (self, brine_swipe_flick (x_speed, y_speed));
}

void
brine_calendar_page_add_swipe (BrineCalendarPage *self, GtkWidget *views)
{
  GtkEventController *scroll =
      gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkGesture *swipe = gtk_gesture_swipe_new ();

  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  g_signal_connect (scroll, "scroll-begin", G_CALLBACK (on_swipe_begin_cb), self);
  g_signal_connect (scroll, "scroll", G_CALLBACK (on_sideways_cb), self);
  gtk_widget_add_controller (views, scroll);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (swipe), TRUE);
  g_signal_connect (swipe, "begin", G_CALLBACK (on_touch_begin_cb), self);
  g_signal_connect (swipe, "update", G_CALLBACK (on_touch_moved_cb), self);
  g_signal_connect (swipe, "swipe", G_CALLBACK (on_touch_swipe_cb), self);
  gtk_widget_add_controller (views, GTK_EVENT_CONTROLLER (swipe));
}

/* Zoom ---------------------------------------------------------------------------------------- */

static void
on_motion_cb (GtkEventControllerMotion *motion, double x, double y, BrineCalendarPage *self)
{
  self->pointer_y = y;
}

static gboolean
on_zoom_scroll_cb (GtkEventControllerScroll *scroll, double dx, double dy, BrineCalendarPage *self)
{
  GdkModifierType state =
      gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (scroll));

  if ((state & GDK_CONTROL_MASK) == 0 || dy == 0)
    return FALSE;
  brine_calendar_page_zoom_at (self, dy < 0 ? 1 : -1, self->pointer_y);
  return TRUE;
}

static void
on_pinch_begin_cb (GtkGesture *pinch, GdkEventSequence *sequence, BrineCalendarPage *self)
{
  self->pinched_from = brine_hour_grid_get_zoom (BRINE_HOUR_GRID (self->grid));
  /* What one of the fingers began is not meant any more. */
  gtk_gesture_set_state (pinch, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
on_pinch_cb (GtkGestureZoom *pinch, double factor, BrineCalendarPage *self)
{
  int step = brine_hour_grid_get_zoom (BRINE_HOUR_GRID (self->grid));
  double x, y;

  if (factor > 0 && gtk_gesture_get_bounding_box_center (GTK_GESTURE (pinch), &x, &y))
    brine_calendar_page_zoom_at (self, self->pinched_from + brine_swipe_pinch (factor) - step, y);
}

static void
add_pinch (BrineCalendarPage *self)
{
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (pinch), GTK_PHASE_CAPTURE);
  g_signal_connect (pinch, "begin", G_CALLBACK (on_pinch_begin_cb), self);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (on_pinch_cb), self);
  gtk_widget_add_controller (self->scroller, GTK_EVENT_CONTROLLER (pinch));
}

void
brine_calendar_page_add_zoom (BrineCalendarPage *self)
{
  GtkEventController *scroll = gtk_event_controller_scroll_new (
      GTK_EVENT_CONTROLLER_SCROLL_VERTICAL | GTK_EVENT_CONTROLLER_SCROLL_DISCRETE);
  GtkEventController *motion = gtk_event_controller_motion_new ();

  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  g_signal_connect (scroll, "scroll", G_CALLBACK (on_zoom_scroll_cb), self);
  gtk_widget_add_controller (self->scroller, scroll);
  gtk_event_controller_set_propagation_phase (motion, GTK_PHASE_CAPTURE);
  g_signal_connect (motion, "motion", G_CALLBACK (on_motion_cb), self);
  g_signal_connect (motion, "enter", G_CALLBACK (on_motion_cb), self);
  gtk_widget_add_controller (self->scroller, motion);
  add_pinch (self);
}
