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
  brine_day_chooser_emit_menu (BRINE_DAY_CHOOSER (self), self->date, &at);
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
      brine_day_chooser_emit_step (BRINE_DAY_CHOOSER (self), -1);
      return TRUE;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      brine_day_chooser_emit_step (BRINE_DAY_CHOOSER (self), 1);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
    case GDK_KEY_space:
    case GDK_KEY_KP_Space:
      brine_day_chooser_emit_activate (BRINE_DAY_CHOOSER (self), self->date);
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
add_pointer (BrineYearGrid *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect (motion, "enter", G_CALLBACK (on_motion_cb), self);
  g_signal_connect (motion, "motion", G_CALLBACK (on_motion_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (on_leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  brine_day_chooser_add_pointer (BRINE_DAY_CHOOSER (self));
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
