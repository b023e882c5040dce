/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-year-grid-private.h"

/* Keys and pointer of the year. */

/* What is under the pointer; nothing while keys are used or the year moves below it. */
void
brine_year_grid_hover (BrineYearGrid *self, BrineDay day)
{
  if (day == self->hovered)
    return;
  self->hovered = day;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), day != BRINE_DAY_INVALID ? "pointer" : NULL);
  brine_year_grid_update_card (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* Keys ---------------------------------------------------------------------------------------- */

/* By how many days a key goes on; 0: it is none of these. */
static int
get_stride (BrineYearGrid *self, guint keyval)
{
  int forward = self->layout.mirrored ? -1 : 1;

  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return -forward;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return forward;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return -7;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return 7;
    default:
      return 0;
    }
}

static void
open_menu (BrineYearGrid *self)
{
  BrineMonthRect cell;

  if (brine_year_grid_get_day (self, self->date) == NULL)
    return;
  cell = brine_year_layout_get_cell (&self->layout, self->date);
  GdkRectangle at = { (int)cell.x, (int)cell.y, (int)cell.width, (int)cell.height };
  brine_year_grid_emit_menu (self, self->date, &at);
}

static void
select_in_month (BrineYearGrid *self, gboolean last)
{
  int year, month;

  brine_day_get_ymd (self->date, &year, &month, NULL);
  brine_year_grid_select (self,
                          brine_day_from_ymd (year, month,
                                              last ? brine_day_get_days_in_month (year, month) : 1),
                          TRUE);
}

static gboolean
on_plain_key (BrineYearGrid *self, guint keyval)
{
  int stride = get_stride (self, keyval);

  if (stride != 0)
    {
      brine_year_grid_select (self, self->date + stride, TRUE);
      return TRUE;
    }
  switch (keyval)
    {
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      select_in_month (self, FALSE);
      return TRUE;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      select_in_month (self, TRUE);
      return TRUE;
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      brine_year_grid_emit_step (self, -1);
      return TRUE;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      brine_year_grid_emit_step (self, 1);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
    case GDK_KEY_space:
    case GDK_KEY_KP_Space:
      brine_year_grid_emit_activate (self, self->date);
      return TRUE;
    case GDK_KEY_Menu:
      open_menu (self);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
on_key_pressed_cb (GtkEventControllerKey *keys, guint keyval, guint keycode, GdkModifierType state,
                   BrineYearGrid *self)
{
  state &= gtk_accelerator_get_default_mod_mask ();
  if (brine_year_grid_get_day (self, self->date) == NULL)
    return FALSE;
  brine_year_grid_hover (self, BRINE_DAY_INVALID);
  if (state == 0)
    return on_plain_key (self, keyval);
  if (state == GDK_SHIFT_MASK && keyval == GDK_KEY_F10)
    {
      open_menu (self);
      return TRUE;
    }
  if (state != GDK_CONTROL_MASK || (keyval != GDK_KEY_Home && keyval != GDK_KEY_KP_Home))
    return FALSE;
  brine_year_grid_select (self, self->today, TRUE);
  return TRUE;
}

/* The card of a day comes and goes with the focus. */
static void
on_focus_changed_cb (BrineYearGrid *self)
{
  brine_year_grid_update_card (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* Pointer ------------------------------------------------------------------------------------- */

static void
on_motion_cb (GtkEventControllerMotion *motion, double x, double y, BrineYearGrid *self)
{
  brine_year_grid_hover (self, brine_year_layout_hit (&self->layout, x, y));
}

static void
on_leave_cb (GtkEventControllerMotion *motion, BrineYearGrid *self)
{
  brine_year_grid_hover (self, BRINE_DAY_INVALID);
}

static void
on_pressed_cb (GtkGestureClick *click, int n_press, double x, double y, BrineYearGrid *self)
{
  self->pressed = brine_year_layout_hit (&self->layout, x, y);
}

/* On release, so that a press can be taken back by moving away. */
static void
on_released_cb (GtkGestureClick *click, int n_press, double x, double y, BrineYearGrid *self)
{
  BrineDay day = brine_year_layout_hit (&self->layout, x, y);

  if (day == BRINE_DAY_INVALID || day != self->pressed)
    return;
  gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
  brine_year_grid_select (self, day, TRUE);
  brine_year_grid_emit_activate (self, day);
}

static void
emit_menu_at (BrineYearGrid *self, double x, double y)
{
  BrineDay day = brine_year_layout_hit (&self->layout, x, y);
  GdkRectangle at = { (int)x, (int)y, 1, 1 };

  if (day == BRINE_DAY_INVALID)
    return;
  brine_year_grid_select (self, day, TRUE);
  brine_year_grid_emit_menu (self, day, &at);
}

static void
on_secondary_cb (GtkGestureClick *click, int n_press, double x, double y, BrineYearGrid *self)
{
  gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
  emit_menu_at (self, x, y);
}

static void
on_long_press_cb (GtkGestureLongPress *press, double x, double y, BrineYearGrid *self)
{
  gtk_gesture_set_state (GTK_GESTURE (press), GTK_EVENT_SEQUENCE_CLAIMED);
  emit_menu_at (self, x, y);
}

static void
add_pointer (BrineYearGrid *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *secondary = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();

  g_signal_connect (motion, "enter", G_CALLBACK (on_motion_cb), self);
  g_signal_connect (motion, "motion", G_CALLBACK (on_motion_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (on_leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed_cb), self);
  g_signal_connect (click, "released", G_CALLBACK (on_released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  g_signal_connect (secondary, "pressed", G_CALLBACK (on_secondary_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (secondary));
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect (press, "pressed", G_CALLBACK (on_long_press_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (press));
}

void
brine_year_grid_add_input (BrineYearGrid *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_object (focus, "enter", G_CALLBACK (on_focus_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (on_focus_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  add_pointer (self);
}
