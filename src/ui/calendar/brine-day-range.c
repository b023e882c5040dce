/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-day-range.h"

struct _BrineDayRange
{
  GObject parent_instance;

  BrineColumnBox *heads; /* borrowed; NULL when it is gone */
  GtkGesture *drag;      /* borrowed */
  int anchor;            /* column that the range began at, -1: none */
  int end;
  gboolean dragging;
};

enum
{
  PICKED,
  MENU,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BrineDayRange, brine_day_range, G_TYPE_OBJECT)

static int
count_columns (BrineDayRange *self)
{
  int n = 0;

  while (brine_column_box_get_child (self->heads, n) != NULL
         && gtk_widget_get_visible (brine_column_box_get_child (self->heads, n)))
    n++;
  return n;
}

static void
show (BrineDayRange *self)
{
  int n = count_columns (self);

  for (int i = 0; i < n; i++)
    {
      GtkWidget *head = brine_column_box_get_child (self->heads, i);
      gboolean chosen = self->anchor >= 0 && i >= MIN (self->anchor, self->end)
                        && i <= MAX (self->anchor, self->end);
      if (chosen)
        gtk_widget_add_css_class (head, "chosen");
      else
        gtk_widget_remove_css_class (head, "chosen");
      gtk_accessible_update_state (GTK_ACCESSIBLE (head), GTK_ACCESSIBLE_STATE_SELECTED, chosen,
                                   -1);
    }
}

static void
pick (BrineDayRange *self)
{
  g_signal_emit (self, signals[PICKED], 0, MIN (self->anchor, self->end),
                 MAX (self->anchor, self->end));
}

void
brine_day_range_clear (BrineDayRange *self)
{
  g_return_if_fail (BRINE_IS_DAY_RANGE (self));

  self->anchor = -1;
  if (self->heads != NULL)
    show (self);
}

/* Pointer ------------------------------------------------------------------------------------- */

static int
get_column (BrineDayRange *self, double x)
{
  int column = brine_column_box_get_column (self->heads, x);

  return CLAMP (column, 0, count_columns (self) - 1);
}

static void
on_drag_begin_cb (GtkGestureDrag *drag, double x, double y, BrineDayRange *self)
{
  if (brine_column_box_get_column (self->heads, x) < 0)
    gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_DENIED);
  brine_day_range_clear (self);
}

static void
on_drag_update_cb (GtkGestureDrag *drag, double dx, double dy, BrineDayRange *self)
{
  double x, y;

  gtk_gesture_drag_get_start_point (drag, &x, &y);
  if (self->anchor < 0)
    {
      if (!gtk_drag_check_threshold (GTK_WIDGET (self->heads), x, y, x + dx, y + dy))
        return;
      gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_CLAIMED);
      self->dragging = TRUE;
      self->anchor = get_column (self, x);
      gtk_widget_grab_focus (brine_column_box_get_child (self->heads, self->anchor));
    }
  self->end = get_column (self, x + dx);
  show (self);
}

static void
on_drag_end_cb (GtkGestureDrag *drag, double dx, double dy, BrineDayRange *self)
{
  if (!self->dragging)
    return;
  self->dragging = FALSE;
  pick (self);
}

static void
on_drag_cancel_cb (GtkGesture *drag, GdkEventSequence *sequence, BrineDayRange *self)
{
  if (self->dragging)
    brine_day_range_clear (self);
  self->dragging = FALSE;
}

static void
on_pressed_cb (GtkGestureClick *click, int n_press, double x, double y, BrineDayRange *self)
{
  int column = brine_column_box_get_column (self->heads, x);

  if (column < 0)
    return;
  gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
  g_signal_emit (self, signals[MENU], 0, column);
}

/* Keys ---------------------------------------------------------------------------------------- */

static int
get_focus_column (BrineDayRange *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->heads));

  for (int i = 0; focus != NULL && i < count_columns (self); i++)
    if (brine_column_box_get_child (self->heads, i) == focus)
      return i;
  return -1;
}

static void
travel (BrineDayRange *self, int column, int by, gboolean extend)
{
  int to = CLAMP (column + by, 0, count_columns (self) - 1);

  if (!extend)
    self->anchor = -1;
  else if (self->anchor < 0)
    self->anchor = column;
  self->end = to;
  show (self);
  gtk_widget_grab_focus (brine_column_box_get_child (self->heads, to));
}

static gboolean
on_key_cb (GtkEventControllerKey *keys, guint keyval, guint keycode, GdkModifierType state,
           BrineDayRange *self)
{
  int column = get_focus_column (self);
  int forward = gtk_widget_get_direction (GTK_WIDGET (self->heads)) == GTK_TEXT_DIR_RTL ? -1 : 1;

  state &= gtk_accelerator_get_default_mod_mask ();
  if (keyval == GDK_KEY_Escape && self->anchor >= 0)
    {
      gtk_event_controller_reset (GTK_EVENT_CONTROLLER (self->drag));
      brine_day_range_clear (self);
      return TRUE;
    }
  if (column < 0 || (state & ~GDK_SHIFT_MASK) != 0)
    return FALSE;
  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_Right:
      travel (self, column, keyval == GDK_KEY_Right ? forward : -forward, state != 0);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      if (self->anchor < 0)
        self->anchor = self->end = column;
      show (self);
      pick (self);
      return TRUE;
    case GDK_KEY_Menu:
    case GDK_KEY_F10:
      if (keyval == GDK_KEY_F10 && state == 0)
        return FALSE;
      g_signal_emit (self, signals[MENU], 0, column);
      return TRUE;
    default:
      return FALSE;
    }
}

/* Object -------------------------------------------------------------------------------------- */

static void
brine_day_range_dispose (GObject *object)
{
  BrineDayRange *self = BRINE_DAY_RANGE (object);

  if (self->heads != NULL)
    g_object_remove_weak_pointer (G_OBJECT (self->heads), (gpointer *)&self->heads);
  self->heads = NULL;
  G_OBJECT_CLASS (brine_day_range_parent_class)->dispose (object);
}

static void
brine_day_range_class_init (BrineDayRangeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = brine_day_range_dispose;
  signals[PICKED] = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);
  signals[MENU] = g_signal_new ("menu", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
brine_day_range_init (BrineDayRange *self)
{
  self->anchor = -1;
}

static void
add_controllers (BrineDayRange *self)
{
  GtkWidget *heads = GTK_WIDGET (self->heads);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->drag = gtk_gesture_drag_new ();
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (self->drag), GDK_BUTTON_PRIMARY);
  g_signal_connect_object (self->drag, "drag-begin", G_CALLBACK (on_drag_begin_cb), self, 0);
  g_signal_connect_object (self->drag, "drag-update", G_CALLBACK (on_drag_update_cb), self, 0);
  g_signal_connect_object (self->drag, "drag-end", G_CALLBACK (on_drag_end_cb), self, 0);
  g_signal_connect_object (self->drag, "cancel", G_CALLBACK (on_drag_cancel_cb), self, 0);
  gtk_widget_add_controller (heads, GTK_EVENT_CONTROLLER (self->drag));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (on_pressed_cb), self, 0);
  gtk_widget_add_controller (heads, GTK_EVENT_CONTROLLER (click));
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_cb), self, 0);
  gtk_widget_add_controller (heads, keys);
}

BrineDayRange *
brine_day_range_new (BrineColumnBox *heads)
{
  g_return_val_if_fail (BRINE_IS_COLUMN_BOX (heads), NULL);

  BrineDayRange *self = g_object_new (BRINE_TYPE_DAY_RANGE, NULL);
  self->heads = heads;
  g_object_add_weak_pointer (G_OBJECT (heads), (gpointer *)&self->heads);
  add_controllers (self);
  return self;
}
