/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-month-grid-private.h"

/* Keys and pointer of the month. */

/* Keys ---------------------------------------------------------------------------------------- */

/* By how many days a key goes on from @date; 0: it is none of these. */
static int
get_stride (BrineMonthGrid *self, guint keyval)
{
  int forward = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? -1 : 1;

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
open_menu (BrineMonthGrid *self)
{
  GtkWidget *cell = brine_month_grid_get_cell (self, self->date);
  graphene_rect_t bounds;

  if (cell == NULL || !gtk_widget_compute_bounds (cell, GTK_WIDGET (self), &bounds))
    return;
  GdkRectangle at = { (int)bounds.origin.x, (int)bounds.origin.y, (int)bounds.size.width,
                      (int)bounds.size.height };
  brine_month_grid_emit_menu (self, self->date, &at);
}

static gboolean
on_plain_key (BrineMonthGrid *self, guint keyval)
{
  BrineDay week = brine_day_get_week_start (self->date, self->first_weekday);
  int stride = get_stride (self, keyval);

  if (stride != 0)
    {
      brine_month_grid_select (self, self->date + stride, TRUE);
      return TRUE;
    }
  switch (keyval)
    {
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      brine_month_grid_select (self, week, TRUE);
      return TRUE;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      brine_month_grid_select (self, week + 6, TRUE);
      return TRUE;
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      brine_month_grid_emit_step (self, -1);
      return TRUE;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      brine_month_grid_emit_step (self, 1);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
    case GDK_KEY_space:
    case GDK_KEY_KP_Space:
      brine_month_grid_emit_activate (self, self->date);
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
                   BrineMonthGrid *self)
{
  state &= gtk_accelerator_get_default_mod_mask ();
  if (!brine_day_is_valid (self->date))
    return FALSE;
  if (state == 0)
    return on_plain_key (self, keyval);
  if (state == GDK_SHIFT_MASK && keyval == GDK_KEY_F10)
    {
      open_menu (self);
      return TRUE;
    }
  if (state != GDK_CONTROL_MASK || (keyval != GDK_KEY_Home && keyval != GDK_KEY_KP_Home))
    return FALSE;
  brine_month_grid_select (self, self->today, TRUE);
  return TRUE;
}

/* Pointer ------------------------------------------------------------------------------------- */

static BrineDay
get_day_at (BrineMonthGrid *self, double x, double y)
{
  int index = brine_month_layout_hit (&self->geometry, x, y);

  return index < 0 || index >= self->n_days ? BRINE_DAY_INVALID : self->first + index;
}

static void
on_pressed_cb (GtkGestureClick *click, int n_press, double x, double y, BrineMonthGrid *self)
{
  self->pressed = get_day_at (self, x, y);
}

/* On release, so that a press can be taken back by moving away. */
static void
on_released_cb (GtkGestureClick *click, int n_press, double x, double y, BrineMonthGrid *self)
{
  BrineDay day = get_day_at (self, x, y);

  if (day == BRINE_DAY_INVALID || day != self->pressed)
    return;
  gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
  brine_month_grid_select (self, day, TRUE);
  if (!self->narrow)
    brine_month_grid_emit_activate (self, day);
}

static void
emit_menu_at (BrineMonthGrid *self, double x, double y)
{
  BrineDay day = get_day_at (self, x, y);
  GdkRectangle at = { (int)x, (int)y, 1, 1 };

  if (day == BRINE_DAY_INVALID)
    return;
  brine_month_grid_select (self, day, TRUE);
  brine_month_grid_emit_menu (self, day, &at);
}

static void
on_secondary_cb (GtkGestureClick *click, int n_press, double x, double y, BrineMonthGrid *self)
{
  gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
  emit_menu_at (self, x, y);
}

static void
on_long_press_cb (GtkGestureLongPress *press, double x, double y, BrineMonthGrid *self)
{
  gtk_gesture_set_state (GTK_GESTURE (press), GTK_EVENT_SEQUENCE_CLAIMED);
  emit_menu_at (self, x, y);
}

void
brine_month_grid_add_input (BrineMonthGrid *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *secondary = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();

  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
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
