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
  brine_day_chooser_emit_menu (BRINE_DAY_CHOOSER (self), self->date, &at);
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

void
brine_month_grid_add_input (BrineMonthGrid *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  brine_day_chooser_add_pointer (BRINE_DAY_CHOOSER (self));
}
