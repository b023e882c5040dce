/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-hour-grid-private.h"

/* Pointer and fingers. A finger scrolls, unless it rests first: then it holds what is below it. */

/* Cursor and handles -------------------------------------------------------------------------- */

static const char *
get_cursor_name (BrineHourGrid *self, BrineGridGrip grip)
{
  if (!brine_hour_grid_is_dragging (self))
    return grip != BRINE_GRID_GRIP_NONE ? "ns-resize" : NULL;
  switch (self->drag.act)
    {
    case BRINE_DRAG_MOVE:
      return "grabbing";
    case BRINE_DRAG_COPY:
      return "copy";
    case BRINE_DRAG_ADD:
    case BRINE_DRAG_RESIZE_START:
    case BRINE_DRAG_RESIZE_END:
    default:
      return "ns-resize";
    }
}

static void
set_hovered (BrineHourGrid *self, int span)
{
  if (self->hovered == span)
    return;
  self->hovered = span;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
brine_hour_grid_show_pointer (BrineHourGrid *self, double x, double y)
{
  int piece;
  BrineGridGrip grip = brine_hour_grid_get_grip_at (self, x, y, &piece);
  const char *name = get_cursor_name (self, grip);

  set_hovered (self,
               piece >= 0 ? (int)g_array_index (self->pieces, BrineGridPiece, piece).span : -1);
  if (g_strcmp0 (name, self->cursor_name) == 0)
    return;
  self->cursor_name = name;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), name);
}

static void
on_motion_cb (GtkEventControllerMotion *motion, double x, double y, BrineHourGrid *self)
{
  if (self->drag.by != BRINE_DRAG_POINTER)
    brine_hour_grid_show_pointer (self, x, y);
}

static void
on_leave_cb (GtkEventControllerMotion *motion, BrineHourGrid *self)
{
  set_hovered (self, -1);
}

/* Drag ---------------------------------------------------------------------------------------- */

/* The scrolled window around it leaves a finger alone that holds something. */
static void
set_scrolling (BrineHourGrid *self, gboolean scrolling)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);

  if (scroller != NULL)
    gtk_scrolled_window_set_kinetic_scrolling (GTK_SCROLLED_WINDOW (scroller), scrolling);
}

/* After a drag. */
static void
rest (BrineHourGrid *self)
{
  if (self->drag.touch)
    set_scrolling (self, TRUE);
  brine_hour_grid_show_pointer (self, self->drag.x, self->drag.y);
}

void
brine_hour_grid_release_pointer (BrineHourGrid *self)
{
  gtk_event_controller_reset (GTK_EVENT_CONTROLLER (self->drag_gesture));
  rest (self);
}

static void
on_drag_begin_cb (GtkGestureDrag *gesture, double x, double y, BrineHourGrid *self)
{
  GdkEventSequence *sequence =
      gtk_gesture_single_get_current_sequence (GTK_GESTURE_SINGLE (gesture));

  brine_hour_grid_press (self, x, y, sequence != NULL);
}

static void
on_drag_update_cb (GtkGestureDrag *gesture, double dx, double dy, BrineHourGrid *self)
{
  GdkModifierType state =
      gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  double x, y;

  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  if (self->drag.by == BRINE_DRAG_PRESSED && !self->drag.touch
      && gtk_drag_check_threshold (GTK_WIDGET (self), x, y, x + dx, y + dy))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      brine_hour_grid_begin_drag (self, BRINE_DRAG_POINTER, self->drag.act);
      brine_hour_grid_drag_to (self, x + dx, y + dy, state);
      brine_hour_grid_show_pointer (self, x, y);
    }
  else if (self->drag.by == BRINE_DRAG_POINTER)
    brine_hour_grid_drag_to (self, x + dx, y + dy, state);
}

static void
on_drag_end_cb (GtkGestureDrag *gesture, double dx, double dy, BrineHourGrid *self)
{
  if (self->drag.by == BRINE_DRAG_POINTER)
    {
      brine_hour_grid_drop (self);
      rest (self);
    }
  else if (self->drag.by == BRINE_DRAG_PRESSED)
    brine_hour_grid_cancel_drag (self);
}

static void
on_drag_cancel_cb (GtkGesture *gesture, GdkEventSequence *sequence, BrineHourGrid *self)
{
  if (self->drag.by != BRINE_DRAG_POINTER && self->drag.by != BRINE_DRAG_PRESSED)
    return;
  self->drag.lost = TRUE;
  brine_hour_grid_cancel_drag (self);
  rest (self);
}

/* The finger rested long enough: what is below it is held from now on. */
static void
on_long_press_cb (GtkGestureLongPress *gesture, double x, double y, BrineHourGrid *self)
{
  if (self->drag.by != BRINE_DRAG_PRESSED)
    return;
  gtk_gesture_set_state (self->drag_gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  set_scrolling (self, FALSE);
  brine_hour_grid_begin_drag (self, BRINE_DRAG_POINTER, self->drag.act);
}

void
brine_hour_grid_add_pointer (BrineHourGrid *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();

  self->drag_gesture = gtk_gesture_drag_new ();
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (self->drag_gesture), GDK_BUTTON_PRIMARY);
  g_signal_connect (self->drag_gesture, "drag-begin", G_CALLBACK (on_drag_begin_cb), self);
  g_signal_connect (self->drag_gesture, "drag-update", G_CALLBACK (on_drag_update_cb), self);
  g_signal_connect (self->drag_gesture, "drag-end", G_CALLBACK (on_drag_end_cb), self);
  g_signal_connect (self->drag_gesture, "cancel", G_CALLBACK (on_drag_cancel_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (self->drag_gesture));
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect (press, "pressed", G_CALLBACK (on_long_press_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (press));
  gtk_gesture_group (self->drag_gesture, press);
  g_signal_connect (motion, "motion", G_CALLBACK (on_motion_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (on_leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}
