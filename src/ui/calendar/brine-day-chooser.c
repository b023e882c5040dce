/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-day-chooser.h"

enum
{
  ACTIVATE_DAY,
  SELECT_DAY,
  STEP,
  MENU,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_INTERFACE (BrineDayChooser, brine_day_chooser, GTK_TYPE_WIDGET)

static void
brine_day_chooser_default_init (BrineDayChooserInterface *iface)
{
  GType type = G_TYPE_FROM_INTERFACE (iface);

  signals[ACTIVATE_DAY] = g_signal_new ("activate-day", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[SELECT_DAY] = g_signal_new ("select-day", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 1, G_TYPE_INT);
  signals[STEP] = g_signal_new ("step", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                1, G_TYPE_INT);
  signals[MENU] = g_signal_new ("menu", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                2, G_TYPE_INT, GDK_TYPE_RECTANGLE);
}

void
brine_day_chooser_emit_activate (BrineDayChooser *self, BrineDay day)
{
  g_signal_emit (self, signals[ACTIVATE_DAY], 0, (int)day);
}

void
brine_day_chooser_emit_select (BrineDayChooser *self, BrineDay day)
{
  g_signal_emit (self, signals[SELECT_DAY], 0, (int)day);
}

void
brine_day_chooser_emit_step (BrineDayChooser *self, int direction)
{
  g_signal_emit (self, signals[STEP], 0, direction);
}

void
brine_day_chooser_emit_menu (BrineDayChooser *self, BrineDay day, const GdkRectangle *at)
{
  g_signal_emit (self, signals[MENU], 0, (int)day, at);
}

/* Pointer ------------------------------------------------------------------------------------- */

#define PRESSED "pressed-day" /* of the gesture: under the pointer when its button went down */

static BrineDay
hit (BrineDayChooser *self, double x, double y)
{
  return BRINE_DAY_CHOOSER_GET_IFACE (self)->hit (self, x, y);
}

static void
choose (BrineDayChooser *self, BrineDay day, gboolean click)
{
  BRINE_DAY_CHOOSER_GET_IFACE (self)->choose (self, day, click);
}

static void
on_pressed_cb (GtkGestureClick *click, int n_press, double x, double y, BrineDayChooser *self)
{
  g_object_set_data (G_OBJECT (click), PRESSED, GINT_TO_POINTER (hit (self, x, y)));
}

/* On release, so that a press can be taken back by moving away. */
static void
on_released_cb (GtkGestureClick *click, int n_press, double x, double y, BrineDayChooser *self)
{
  BrineDay day = hit (self, x, y);

  if (day == BRINE_DAY_INVALID
      || day != GPOINTER_TO_INT (g_object_get_data (G_OBJECT (click), PRESSED)))
    return;
  gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
  choose (self, day, TRUE);
}

static void
ask_menu_at (BrineDayChooser *self, double x, double y)
{
  BrineDay day = hit (self, x, y);
  GdkRectangle at = { (int)x, (int)y, 1, 1 };

  if (day == BRINE_DAY_INVALID)
    return;
  choose (self, day, FALSE);
  brine_day_chooser_emit_menu (self, day, &at);
}

static void
on_secondary_cb (GtkGestureClick *click, int n_press, double x, double y, BrineDayChooser *self)
{
  gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
  ask_menu_at (self, x, y);
}

static void
on_long_press_cb (GtkGestureLongPress *press, double x, double y, BrineDayChooser *self)
{
  gtk_gesture_set_state (GTK_GESTURE (press), GTK_EVENT_SEQUENCE_CLAIMED);
  ask_menu_at (self, x, y);
}

void
brine_day_chooser_add_pointer (BrineDayChooser *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *secondary = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();

  g_return_if_fail (BRINE_IS_DAY_CHOOSER (self));

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

/* Parts --------------------------------------------------------------------------------------- */

static void
on_activate_day_cb (BrineDayChooser *whole, int day)
{
  brine_day_chooser_emit_activate (whole, day);
}

static void
on_select_day_cb (BrineDayChooser *whole, int day)
{
  brine_day_chooser_emit_select (whole, day);
}

static void
on_step_cb (BrineDayChooser *whole, int direction)
{
  brine_day_chooser_emit_step (whole, direction);
}

static void
on_menu_cb (BrineDayChooser *part, int day, const GdkRectangle *at, BrineDayChooser *whole)
{
  graphene_point_t point;
  GdkRectangle place = *at;

  if (gtk_widget_compute_point (GTK_WIDGET (part), GTK_WIDGET (whole),
                                &GRAPHENE_POINT_INIT ((float)at->x, (float)at->y), &point))
    {
      place.x = (int)point.x;
      place.y = (int)point.y;
    }
  brine_day_chooser_emit_menu (whole, day, &place);
}

void
brine_day_chooser_forward (BrineDayChooser *part, BrineDayChooser *whole)
{
  g_return_if_fail (BRINE_IS_DAY_CHOOSER (part) && BRINE_IS_DAY_CHOOSER (whole));

  g_signal_connect_object (part, "activate-day", G_CALLBACK (on_activate_day_cb), whole,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (part, "select-day", G_CALLBACK (on_select_day_cb), whole,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (part, "step", G_CALLBACK (on_step_cb), whole, G_CONNECT_SWAPPED);
  g_signal_connect_object (part, "menu", G_CALLBACK (on_menu_cb), whole, 0);
}
