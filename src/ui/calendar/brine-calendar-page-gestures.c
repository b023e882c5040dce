/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "brine-calendar-page-private.h"

/*
 * A swipe over the views, with two fingers on a touchpad or with one on a screen, steps as the
 * keys do, in the direction of the text. Control with the wheel zooms the hours around the pointer.
 */

/* How far two fingers go for a step, and how fast one finger is at least. */
#define SWIPE_PX 90.0
#define SWIPE_PX_PER_S 400.0
/* How much more it goes sideways than up or down. */
#define SIDEWAYS 2.0

static int
get_direction (BrineCalendarPage *self, double dx)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  return (dx > 0) != rtl ? 1 : -1;
}

/* One step a swipe: what comes after it, until the fingers are lifted, is the same swipe. */
static void
on_swipe_begin_cb (GtkEventControllerScroll *scroll, BrineCalendarPage *self)
{
  self->swiped_px = 0;
  self->swipe_done = FALSE;
}

static gboolean
on_sideways_cb (GtkEventControllerScroll *scroll, double dx, double dy, BrineCalendarPage *self)
{
  GdkModifierType state =
      gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (scroll));

  if (dx == 0 || fabs (dx) < SIDEWAYS * fabs (dy) || (state & GDK_CONTROL_MASK) != 0)
    return FALSE;
  /* A wheel that goes sideways steps at each notch. */
  if (gtk_event_controller_scroll_get_unit (scroll) == GDK_SCROLL_UNIT_WHEEL)
    {
      brine_calendar_page_step (self, get_direction (self, dx));
      return TRUE;
    }
  self->swiped_px += dx;
  if (!self->swipe_done && fabs (self->swiped_px) >= SWIPE_PX)
    {
      self->swipe_done = TRUE;
      brine_calendar_page_step (self, get_direction (self, self->swiped_px));
    }
  return TRUE;
}

/* What is pulled to the left brings what comes next. */
static void
on_touch_swipe_cb (GtkGestureSwipe *swipe, double x_speed, double y_speed, BrineCalendarPage *self)
{
  if (fabs (x_speed) < SWIPE_PX_PER_S || fabs (x_speed) < SIDEWAYS * fabs (y_speed))
    return;
  brine_calendar_page_step (self, get_direction (self, -x_speed));
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
}
