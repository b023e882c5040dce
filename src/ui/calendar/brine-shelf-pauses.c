/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "brine-any-day-shelf-private.h"
#include "brine-format.h"
#include "brine-grid-layout.h"
#include "brine-hour-grid.h"
#include "brine-menu-button.h"

/*
 * Pauses as bars over their days. Either end can be drawn to another day, by key with Shift and
 * arrows (the last day) or Ctrl, Shift and arrows (the first); a click or Enter edits, Delete
 * removes.
 */

#define GRIP_WIDTH 8
#define BAR_SPACING 6

/* Unlike a GtkBox it takes the focus itself. */
#define BRINE_TYPE_PAUSE_BAR (brine_pause_bar_get_type ())
G_DECLARE_FINAL_TYPE (BrinePauseBar, brine_pause_bar, BRINE, PAUSE_BAR, GtkWidget)

struct _BrinePauseBar
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (BrinePauseBar, brine_pause_bar, GTK_TYPE_WIDGET)

static void
brine_pause_bar_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (brine_pause_bar_parent_class)->dispose (object);
}

static void
brine_pause_bar_class_init (BrinePauseBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = brine_pause_bar_dispose;
  gtk_widget_class_set_css_name (widget_class, "pausebar");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
}

static void
brine_pause_bar_init (BrinePauseBar *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), BAR_SPACING);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

static void
free_bar (gpointer data)
{
  BrineShelfBar *bar = data;

  brine_pause_free (bar->pause);
  g_free (bar);
}

void
brine_any_day_shelf_clear_bars (BrineAnyDayShelf *self)
{
  self->held = -1;
  for (guint i = 0; i < self->bars->len; i++)
    gtk_widget_unparent (((BrineShelfBar *)g_ptr_array_index (self->bars, i))->widget);
  g_ptr_array_set_size (self->bars, 0);
  g_clear_pointer (&self->pauses, g_ptr_array_unref);
}

int
brine_any_day_shelf_count_lanes (BrineAnyDayShelf *self)
{
  int n = 0;

  for (guint i = 0; i < self->bars->len; i++)
    n = MAX (n, ((BrineShelfBar *)g_ptr_array_index (self->bars, i))->lane + 1);
  return n;
}

void
brine_any_day_shelf_get_bar_place (BrineAnyDayShelf *self, const BrineShelfBar *bar, int width,
                                   int *out_x, int *out_width)
{
  double room = MAX (width - BRINE_HOUR_GRID_GUTTER, 0);
  int from = CLAMP (bar->pause->from - self->first, 0, self->n_days - 1);
  int to = CLAMP (bar->pause->to - self->first, from, self->n_days - 1);

  *out_x = (int)brine_grid_get_column_x (room, self->n_days, from);
  *out_width = (int)brine_grid_get_column_x (room, self->n_days, to + 1) - *out_x;
}

/* Bars ---------------------------------------------------------------------------------------- */

static int
find_bar (BrineAnyDayShelf *self, GtkWidget *widget)
{
  for (guint i = 0; i < self->bars->len; i++)
    if (((BrineShelfBar *)g_ptr_array_index (self->bars, i))->widget == widget)
      return i;
  return -1;
}

static void
name_bar (BrineAnyDayShelf *self, BrineShelfBar *bar)
{
  const BrinePause *pause = bar->pause;
  g_autofree char *days = brine_format_day_range (pause->from, pause->to, self->today);
  /* Translators: the reason of a pause, for example "Paused: travelling" */
  g_autofree char *text =
      g_strdup_printf (_ ("Paused: %s"), brine_pause_reason_get_name (pause->reason));
  gboolean has_note = pause->note != NULL && *pause->note != '\0';
  g_autofree char *all = g_strdup_printf ("%s, %s", text, days);
  g_autofree char *tip =
      g_strdup_printf ("%s\n%s%s%s", text, days, has_note ? "\n" : "", has_note ? pause->note : "");

  brine_set_tooltip (bar->widget, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar->widget), GTK_ACCESSIBLE_PROPERTY_LABEL, all,
                                  -1);
}

/* The days of @bar are others for now. */
static void
stretch (BrineAnyDayShelf *self, BrineShelfBar *bar, BrineDay from, BrineDay to)
{
  bar->pause->from = from;
  bar->pause->to = to;
  name_bar (self, bar);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static gboolean
on_bar_key_cb (GtkEventControllerKey *keys, guint keyval, guint keycode, GdkModifierType state,
               BrineAnyDayShelf *self)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (keys));
  int index = find_bar (self, widget);
  int by = keyval == GDK_KEY_Right ? 1 : keyval == GDK_KEY_Left ? -1 : 0;

  if (index < 0)
    return FALSE;
  BrineShelfBar *bar = g_ptr_array_index (self->bars, index);
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    by = -by;
  state &= gtk_accelerator_get_default_mod_mask ();
  g_autoptr (BrinePause) pause = brine_pause_copy (bar->pause);
  if (by != 0 && state == GDK_SHIFT_MASK)
    pause->to = MAX (pause->to + by, pause->from);
  else if (by != 0 && state == (GDK_SHIFT_MASK | GDK_CONTROL_MASK))
    pause->from = MIN (pause->from + by, pause->to);
  else if (state != 0)
    return FALSE;
  else if (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_space)
    {
      brine_any_day_shelf_emit_edit (self, pause, widget);
      return TRUE;
    }
  else if (keyval == GDK_KEY_Delete || keyval == GDK_KEY_KP_Delete)
    {
      brine_any_day_shelf_emit_remove (self, pause);
      return TRUE;
    }
  else
    return FALSE;
  brine_any_day_shelf_emit_change (self, pause);
  return TRUE;
}

static GtkWidget *
make_bar (BrineAnyDayShelf *self, const BrinePause *pause)
{
  GtkWidget *widget = g_object_new (BRINE_TYPE_PAUSE_BAR, NULL);
  g_autofree char *text =
      g_strdup_printf (_ ("Paused: %s"), brine_pause_reason_get_name (pause->reason));
  GtkWidget *label = gtk_label_new (text);
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_add_css_class (label, "title");
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_parent (gtk_image_new_from_icon_name ("brine-pause-symbolic"), widget);
  gtk_widget_set_parent (label, widget);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_bar_key_cb), self);
  gtk_widget_add_controller (widget, keys);
  gtk_widget_set_parent (widget, GTK_WIDGET (self));
  return widget;
}

/* The first line in which no bar has any of its days. */
static int
find_lane (BrineAnyDayShelf *self, const BrinePause *pause)
{
  int lane = 0;

  for (guint i = 0; i < self->bars->len; i++)
    {
      const BrineShelfBar *bar = g_ptr_array_index (self->bars, i);
      if (bar->lane == lane && bar->pause->from <= pause->to && pause->from <= bar->pause->to)
        {
          lane++;
          i = -1;
        }
    }
  return lane;
}

static void
add_bar (BrineAnyDayShelf *self, const BrinePause *pause)
{
  BrineShelfBar *bar = g_new0 (BrineShelfBar, 1);

  bar->lane = find_lane (self, pause);
  bar->pause = brine_pause_copy (pause);
  bar->widget = make_bar (self, pause);
  name_bar (self, bar);
  g_ptr_array_add (self->bars, bar);
}

/* Drag ---------------------------------------------------------------------------------------- */

static GtkWidget *
pick_bar (BrineAnyDayShelf *self, double x, double y)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  while (widget != NULL && gtk_widget_get_parent (widget) != GTK_WIDGET (self))
    widget = gtk_widget_get_parent (widget);
  return widget;
}

/* -1 at the first day, 1 at the last, 0 in between, or where it goes on beyond what is shown. */
static int
get_grip (BrineAnyDayShelf *self, const BrineShelfBar *bar, double x)
{
  graphene_rect_t bounds;
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  if (!gtk_widget_compute_bounds (bar->widget, GTK_WIDGET (self), &bounds))
    return 0;
  double from_left = x - bounds.origin.x;
  double from_right = bounds.origin.x + bounds.size.width - x;
  if (bar->pause->from >= self->first && (rtl ? from_right : from_left) < GRIP_WIDTH)
    return -1;
  if (bar->pause->to < self->first + self->n_days && (rtl ? from_left : from_right) < GRIP_WIDTH)
    return 1;
  return 0;
}

static BrineDay
get_day_at (BrineAnyDayShelf *self, double x)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = width - x;
  return self->first
         + brine_grid_get_column (MAX (width - BRINE_HOUR_GRID_GUTTER, 0), self->n_days,
                                  x - BRINE_HOUR_GRID_GUTTER);
}

static void
on_drag_begin_cb (GtkGestureDrag *drag, double x, double y, BrineAnyDayShelf *self)
{
  int index = find_bar (self, pick_bar (self, x, y));

  self->held = index;
  self->drawing = FALSE;
  if (index < 0)
    {
      gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  BrineShelfBar *bar = g_ptr_array_index (self->bars, index);
  self->at_end = get_grip (self, bar, x) > 0;
  self->held_from = bar->pause->from;
  self->held_to = bar->pause->to;
  gtk_widget_grab_focus (bar->widget);
}

static void
on_drag_update_cb (GtkGestureDrag *drag, double dx, double dy, BrineAnyDayShelf *self)
{
  double x, y;

  if (self->held < 0)
    return;
  BrineShelfBar *bar = g_ptr_array_index (self->bars, self->held);
  gtk_gesture_drag_get_start_point (drag, &x, &y);
  if (!self->drawing)
    {
      if (get_grip (self, bar, x) == 0
          || !gtk_drag_check_threshold (GTK_WIDGET (self), x, y, x + dx, y + dy))
        return;
      gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_CLAIMED);
      self->drawing = TRUE;
    }
  BrineDay day = get_day_at (self, x + dx);
  if (self->at_end)
    stretch (self, bar, self->held_from, MAX (day, self->held_from));
  else
    stretch (self, bar, MIN (day, self->held_to), self->held_to);
}

static void
on_drag_end_cb (GtkGestureDrag *drag, double dx, double dy, BrineAnyDayShelf *self)
{
  if (self->held < 0)
    return;
  BrineShelfBar *bar = g_ptr_array_index (self->bars, self->held);
  g_autoptr (BrinePause) pause = brine_pause_copy (bar->pause);
  gboolean changed = pause->from != self->held_from || pause->to != self->held_to;

  self->held = -1;
  if (!self->drawing)
    brine_any_day_shelf_emit_edit (self, pause, bar->widget);
  else if (changed)
    {
      /* As it was, until it is written so. */
      stretch (self, bar, self->held_from, self->held_to);
      brine_any_day_shelf_emit_change (self, pause);
    }
}

static void
on_drag_cancel_cb (GtkGesture *drag, GdkEventSequence *sequence, BrineAnyDayShelf *self)
{
  if (self->held >= 0 && self->drawing)
    stretch (self, g_ptr_array_index (self->bars, self->held), self->held_from, self->held_to);
  self->held = -1;
}

static gboolean
on_key_cb (GtkEventControllerKey *keys, guint keyval, guint keycode, GdkModifierType state,
           BrineAnyDayShelf *self)
{
  if (keyval != GDK_KEY_Escape || self->held < 0 || !self->drawing)
    return FALSE;
  gtk_event_controller_reset (GTK_EVENT_CONTROLLER (self->drag));
  return TRUE;
}

static void
on_motion_cb (GtkEventControllerMotion *motion, double x, double y, BrineAnyDayShelf *self)
{
  int index = find_bar (self, pick_bar (self, x, y));
  gboolean grip = index >= 0 && get_grip (self, g_ptr_array_index (self->bars, index), x) != 0;

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), grip ? "ew-resize" : NULL);
}

void
brine_any_day_shelf_add_bars (BrineAnyDayShelf *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  self->bars = g_ptr_array_new_with_free_func (free_bar);
  self->held = -1;
  self->drag = gtk_gesture_drag_new ();
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (self->drag), GDK_BUTTON_PRIMARY);
  g_signal_connect (self->drag, "drag-begin", G_CALLBACK (on_drag_begin_cb), self);
  g_signal_connect (self->drag, "drag-update", G_CALLBACK (on_drag_update_cb), self);
  g_signal_connect (self->drag, "drag-end", G_CALLBACK (on_drag_end_cb), self);
  g_signal_connect (self->drag, "cancel", G_CALLBACK (on_drag_cancel_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (self->drag));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect (motion, "motion", G_CALLBACK (on_motion_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}

/* Public -------------------------------------------------------------------------------------- */

static gboolean
is_shown (BrineAnyDayShelf *self, const BrinePause *pause)
{
  return pause->to >= self->first && pause->from < self->first + self->n_days;
}

/* The bar of the pause that had the focus has it again. */
static void
show_bars (BrineAnyDayShelf *self, GPtrArray *pauses)
{
  int focused = find_bar (self, gtk_widget_get_focus_child (GTK_WIDGET (self)));
  g_autofree char *id =
      focused >= 0
          ? g_strdup (((BrineShelfBar *)g_ptr_array_index (self->bars, focused))->pause->id)
          : NULL;

  brine_any_day_shelf_clear_bars (self);
  self->pauses = pauses != NULL ? g_ptr_array_ref (pauses) : NULL;
  for (guint i = 0; pauses != NULL && i < pauses->len; i++)
    if (is_shown (self, g_ptr_array_index (pauses, i)))
      add_bar (self, g_ptr_array_index (pauses, i));
  brine_any_day_shelf_update_visible (self);
  for (guint i = 0; id != NULL && i < self->bars->len; i++)
    {
      BrineShelfBar *bar = g_ptr_array_index (self->bars, i);
      if (g_str_equal (bar->pause->id, id))
        gtk_widget_grab_focus (bar->widget);
    }
}

void
brine_any_day_shelf_set_days (BrineAnyDayShelf *self, BrineDay first, int n_days, BrineDay today)
{
  g_return_if_fail (BRINE_IS_ANY_DAY_SHELF (self));
  g_return_if_fail (n_days >= 1 && n_days <= BRINE_HOUR_GRID_MAX_DAYS);

  if (self->first == first && self->n_days == n_days && self->today == today)
    return;
  g_autoptr (GPtrArray) pauses = self->pauses != NULL ? g_ptr_array_ref (self->pauses) : NULL;
  self->first = first;
  self->n_days = n_days;
  self->today = today;
  show_bars (self, pauses);
}

void
brine_any_day_shelf_set_pauses (BrineAnyDayShelf *self, GPtrArray *pauses)
{
  g_return_if_fail (BRINE_IS_ANY_DAY_SHELF (self));

  show_bars (self, pauses);
}
