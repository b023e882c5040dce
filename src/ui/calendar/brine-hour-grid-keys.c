/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "brine-busy-words.h"
#include "brine-format.h"
#include "brine-hour-grid-private.h"

/* The cursor: where the keyboard is, what is selected, and what has the focus. */

GtkWidget *
brine_hour_grid_get_cursor_widget (BrineHourGrid *self)
{
  if (self->cursor.piece >= 0 && self->cursor.piece < (int)self->blocks->len)
    return g_ptr_array_index (self->blocks, self->cursor.piece);
  return self->cells[self->cell];
}

static void
set_selected_class (GtkWidget *block, gboolean selected)
{
  if (selected)
    gtk_widget_add_css_class (block, "selected");
  else
    gtk_widget_remove_css_class (block, "selected");
}

void
brine_hour_grid_set_selected_key (BrineHourGrid *self, const char *key)
{
  if (g_strcmp0 (self->selected_key, key) == 0)
    return;
  g_free (self->selected_key);
  self->selected_key = g_strdup (key);
  for (guint i = 0; i < self->blocks->len; i++)
    {
      BrineOccurrence *occurrence = brine_hour_grid_get_occurrence (self, i);
      set_selected_class (g_ptr_array_index (self->blocks, i),
                          g_strcmp0 (key, brine_occurrence_get_key (occurrence)) == 0);
    }
}

/* The two cells take turns: the focus moves at each step, so a screen reader speaks. */
static void
name_cell (BrineHourGrid *self)
{
  BrineDay day = self->first + self->cursor.column;
  g_autofree char *date = brine_format_day_long (day, self->now.day);
  g_autofree char *time =
      brine_format_time (brine_local (day, self->cursor.minute / 60, self->cursor.minute % 60));
  /* Translators: an hour of the calendar; a day and a time: "Monday 16 November, 10:00, empty" */
  g_autofree char *empty = g_strdup_printf (_ ("%s, %s, empty"), date, time);
  BrineLocal hour = brine_local (day, self->cursor.minute / 60, self->cursor.minute % 60);
  g_autofree char *busy =
      brine_busy_format_between (brine_busy_layer_get_model (BRINE_BUSY_LAYER (self->busy_layer)),
                                 hour, brine_local_add_seconds (hour, 3600));
  g_autofree char *name = busy != NULL ? g_strdup_printf ("%s, %s", empty, busy) : g_strdup (empty);

  self->cell = !self->cell;
  self->named = hour;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->cells[self->cell]),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
scroll_to_cursor (BrineHourGrid *self)
{
  double top = brine_hour_scale_get_y (&self->geometry.scale, self->cursor.minute);
  double bottom = brine_hour_scale_get_y (&self->geometry.scale, self->cursor.minute + 60);

  if (self->cursor.piece >= 0)
    {
      const BrineGridPiece *piece =
          &g_array_index (self->pieces, BrineGridPiece, self->cursor.piece);
      top = piece->y;
      bottom = piece->y + piece->height;
    }
  brine_hour_grid_scroll_to_y (self, top - 6, bottom + 6);
}

/* An empty hour with the focus looks like an entry: it shows only to whoever uses keys in the grid.
 */
void
brine_hour_grid_show_cursor (BrineHourGrid *self, gboolean shown)
{
  if (shown)
    gtk_widget_add_css_class (GTK_WIDGET (self), "cursor");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "cursor");
}

static gboolean
shows_cursor (BrineHourGrid *self)
{
  return gtk_widget_has_css_class (GTK_WIDGET (self), "cursor");
}

void
brine_hour_grid_set_cursor (BrineHourGrid *self, BrineGridStop stop, gboolean focus)
{
  BrineOccurrence *occurrence;

  brine_hour_grid_tell (self, NULL);
  self->cursor = stop;
  occurrence = brine_hour_grid_get_occurrence (self, stop.piece);
  brine_hour_grid_set_selected_key (self, occurrence != NULL ? brine_occurrence_get_key (occurrence)
                                                             : NULL);
  if (occurrence == NULL)
    name_cell (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  if (!focus)
    return;
  scroll_to_cursor (self);
  gtk_widget_grab_focus (brine_hour_grid_get_cursor_widget (self));
}

gboolean
brine_hour_grid_focus_cursor (BrineHourGrid *self)
{
  if (self->cursor.piece < 0)
    brine_hour_grid_set_cursor (self,
                                brine_grid_find_stop (self->pieces, self->n_days,
                                                      self->cursor.column, self->cursor.minute),
                                FALSE);
  scroll_to_cursor (self);
  return gtk_widget_grab_focus (brine_hour_grid_get_cursor_widget (self));
}

static int
find_stop_piece (BrineHourGrid *self, guint span)
{
  int found = -1;

  for (guint i = 0; i < self->pieces->len; i++)
    {
      const BrineGridPiece *piece = &g_array_index (self->pieces, BrineGridPiece, i);
      if (piece->span != span || piece->hidden)
        continue;
      if (found < 0 || brine_grid_piece_is_stop (piece, self->n_days))
        found = i;
    }
  return found;
}

static BrineGridStop
make_stop (BrineHourGrid *self, int piece)
{
  const BrineGridPiece *p = &g_array_index (self->pieces, BrineGridPiece, piece);
  return (BrineGridStop){ p->column, (int)p->from_minute, piece };
}

static int
find_key (BrineHourGrid *self, const char *key)
{
  for (guint i = 0; key != NULL && i < self->occurrences->len; i++)
    if (g_str_equal (brine_occurrence_get_key (g_ptr_array_index (self->occurrences, i)), key))
      return find_stop_piece (self, i);
  return -1;
}

static gboolean
is_expected (BrineHourGrid *self, BrineOccurrence *occurrence)
{
  if (!brine_local_equal (brine_occurrence_get_start (occurrence), self->moved_start))
    return FALSE;
  if (self->copied_title != NULL)
    return g_str_equal (brine_occurrence_get_title (occurrence), self->copied_title);
  return g_strcmp0 (brine_occurrence_get_item_id (occurrence), self->moved_item) == 0;
}

/* An item that does not repeat gets another key by being moved; a copy has one of its own. */
static int
find_expected (BrineHourGrid *self)
{
  if (self->moved_item == NULL && self->copied_title == NULL)
    return -1;
  for (guint i = 0; i < self->occurrences->len; i++)
    {
      BrineOccurrence *occurrence = g_ptr_array_index (self->occurrences, i);
      if (!is_expected (self, occurrence))
        continue;
      g_clear_pointer (&self->moved_item, g_free);
      g_clear_pointer (&self->copied_title, g_free);
      brine_hour_grid_set_selected_key (self, brine_occurrence_get_key (occurrence));
      return find_stop_piece (self, i);
    }
  return -1;
}

/* To what is near the time of the cursor for whoever travels by keys; who does not gets nothing
 * selected that was not chosen. */
static void
focus_near (BrineHourGrid *self)
{
  if (self->cursor.piece >= 0 || shows_cursor (self))
    brine_hour_grid_focus_cursor (self);
  else
    brine_hour_grid_set_cursor (self, self->cursor, TRUE);
}

/* After the rows changed: the cursor follows its occurrence; when that is gone it stays at its
 * time. The focus stays in the grid if it was there. */
void
brine_hour_grid_restore_cursor (BrineHourGrid *self, gboolean focused)
{
  int piece = find_expected (self);

  if (piece < 0)
    piece = find_key (self, self->selected_key);
  if (piece >= 0)
    self->cursor = make_stop (self, piece);
  else
    self->cursor.piece = -1;
  if (!focused)
    return;
  if (!gtk_widget_has_focus (brine_hour_grid_get_cursor_widget (self))
      || (piece < 0 && !brine_local_equal (self->named, brine_hour_grid_get_cursor (self))))
    focus_near (self);
  brine_hour_grid_tell_again (self);
}

void
brine_hour_grid_allocate_cells (BrineHourGrid *self)
{
  double x = brine_grid_get_column_x (self->geometry.width, self->n_days, self->cursor.column);
  double end =
      brine_grid_get_column_x (self->geometry.width, self->n_days, self->cursor.column + 1);
  int minute = self->cursor.minute / 60 * 60;
  double y = brine_hour_scale_get_y (&self->geometry.scale, minute);
  double bottom = brine_hour_scale_get_y (&self->geometry.scale, minute + 60);
  int width = MAX (end - x - 2 * BRINE_GRID_COLUMN_PADDING, 1);
  double left = brine_hour_grid_mirror_x (self, x + BRINE_GRID_COLUMN_PADDING, width);
  GtkAllocation place = { left, y + 1, width, MAX (bottom - y - 1, 6) };

  for (guint i = 0; i < G_N_ELEMENTS (self->cells); i++)
    {
      int minimum;
      gtk_widget_measure (self->cells[i], GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL,
                          NULL);
      gtk_widget_size_allocate (self->cells[i], &place, -1);
    }
}

/* Public: selection --------------------------------------------------------------------------- */

BrineOccurrence *
brine_hour_grid_get_selected (BrineHourGrid *self)
{
  g_return_val_if_fail (BRINE_IS_HOUR_GRID (self), NULL);

  for (guint i = 0; self->selected_key != NULL && i < self->occurrences->len; i++)
    {
      BrineOccurrence *occurrence = g_ptr_array_index (self->occurrences, i);
      if (g_str_equal (brine_occurrence_get_key (occurrence), self->selected_key))
        return occurrence;
    }
  return NULL;
}

gboolean
brine_hour_grid_select (BrineHourGrid *self, const char *key)
{
  g_return_val_if_fail (BRINE_IS_HOUR_GRID (self), FALSE);

  int piece = find_key (self, key);
  if (piece < 0)
    return FALSE;
  brine_hour_grid_set_cursor (self, make_stop (self, piece), TRUE);
  return TRUE;
}

BrineLocal
brine_hour_grid_get_cursor (BrineHourGrid *self)
{
  BrineLocal cursor = { 0, 0 };

  g_return_val_if_fail (BRINE_IS_HOUR_GRID (self), cursor);

  gboolean shows_today = self->now.day >= self->first && self->now.day < self->first + self->n_days;
  if (gtk_widget_get_focus_child (GTK_WIDGET (self)) == NULL && shows_today)
    return brine_local_add_seconds (self->now, 3600 - self->now.second % 3600);
  return brine_local (self->first + self->cursor.column, self->cursor.minute / 60,
                      self->cursor.minute % 60);
}

/* Keys ---------------------------------------------------------------------------------------- */

static gboolean
travel (BrineHourGrid *self, BrineGridDirection direction)
{
  BrineGridStop stop;

  brine_hour_grid_show_cursor (self, TRUE);
  if (brine_grid_travel (self->pieces, self->n_days, self->cursor, direction, &stop))
    {
      brine_hour_grid_set_cursor (self, stop, TRUE);
      return TRUE;
    }
  if (direction == BRINE_GRID_UP || direction == BRINE_GRID_DOWN)
    return TRUE;

  /* Over the edge: the days move, the cursor comes in on the other side. */
  stop = self->cursor;
  stop.piece = -1;
  stop.column = direction == BRINE_GRID_BACK ? self->n_days - 1 : 0;
  brine_hour_grid_set_cursor (self, stop, TRUE);
  brine_hour_grid_emit_step (self, direction == BRINE_GRID_BACK ? -1 : 1);
  return TRUE;
}

static gboolean
get_direction (BrineHourGrid *self, guint keyval, BrineGridDirection *out_direction)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      *out_direction = BRINE_GRID_UP;
      return TRUE;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      *out_direction = BRINE_GRID_DOWN;
      return TRUE;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      *out_direction = rtl ? BRINE_GRID_FORWARD : BRINE_GRID_BACK;
      return TRUE;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      *out_direction = rtl ? BRINE_GRID_BACK : BRINE_GRID_FORWARD;
      return TRUE;
    default:
      return FALSE;
    }
}

/* Up and down by keys that move one end; MOVE: they are not such keys. */
static BrineDragAct
get_end_act (GdkModifierType state)
{
  if (state == (GDK_SHIFT_MASK | GDK_ALT_MASK))
    return BRINE_DRAG_RESIZE_END;
  return state == (GDK_SHIFT_MASK | GDK_CONTROL_MASK) ? BRINE_DRAG_RESIZE_START : BRINE_DRAG_MOVE;
}

/* FALSE: these are no keys that move anything. */
static gboolean
nudge_selected (BrineHourGrid *self, BrineGridDirection direction, GdkModifierType state)
{
  static const int days[] = { 0, 0, -1, 1 };
  static const int steps[] = { -1, 1, 0, 0 };
  BrineOccurrence *selected = brine_hour_grid_get_selected (self);
  BrineDragAct act = get_end_act (state);

  if (selected == NULL || (state & (GDK_SHIFT_MASK | GDK_ALT_MASK)) == 0)
    return FALSE;
  if (act == BRINE_DRAG_MOVE && (state & GDK_CONTROL_MASK) != 0)
    return FALSE;
  if (act == BRINE_DRAG_MOVE || (steps[direction] != 0 && brine_hour_grid_can_resize (selected)))
    brine_hour_grid_nudge (self, selected, act, days[direction],
                           steps[direction] * BRINE_GRID_STEP_MINUTES);
  return TRUE;
}

static gboolean
on_arrow (BrineHourGrid *self, BrineGridDirection direction, GdkModifierType state)
{
  if (nudge_selected (self, direction, state))
    return TRUE;
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) == 0)
    return travel (self, direction);
  if (direction == BRINE_GRID_UP || direction == BRINE_GRID_DOWN)
    return FALSE;
  brine_hour_grid_emit_step (self, direction == BRINE_GRID_BACK ? -1 : 1);
  return TRUE;
}

static void
open_menu (BrineHourGrid *self)
{
  BrineOccurrence *selected = brine_hour_grid_get_selected (self);
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (brine_hour_grid_get_cursor_widget (self), GTK_WIDGET (self),
                                  &bounds))
    return;
  GdkRectangle at = { bounds.origin.x, bounds.origin.y, bounds.size.width, bounds.size.height };
  brine_hour_grid_emit_menu (self, selected, &at);
}

static void
activate_cursor (BrineHourGrid *self)
{
  BrineOccurrence *selected = brine_hour_grid_get_selected (self);

  if (brine_hour_grid_is_dragging (self))
    brine_hour_grid_drop (self);
  else if (selected != NULL)
    brine_hour_grid_emit_activate (self, selected);
  else
    brine_hour_grid_emit_add (self, brine_hour_grid_get_cursor (self), 0);
}

static GdkModifierType
get_modifier (guint keyval)
{
  switch (keyval)
    {
    case GDK_KEY_Shift_L:
    case GDK_KEY_Shift_R:
      return GDK_SHIFT_MASK;
    case GDK_KEY_Control_L:
    case GDK_KEY_Control_R:
      return GDK_CONTROL_MASK;
    case GDK_KEY_Alt_L:
    case GDK_KEY_Alt_R:
    case GDK_KEY_Meta_L:
    case GDK_KEY_Meta_R:
      return GDK_ALT_MASK;
    default:
      return 0;
    }
}

/* While the pointer holds something, keys only say how. */
static gboolean
on_key_in_drag (BrineHourGrid *self, guint keyval, GdkModifierType state)
{
  GdkModifierType modifier = get_modifier (keyval);

  if (keyval == GDK_KEY_Escape)
    brine_hour_grid_cancel_drag (self);
  else if (modifier != 0)
    brine_hour_grid_set_drag_state (self, state | modifier);
  return TRUE;
}

static gboolean
on_key_pressed_cb (GtkEventControllerKey *keys, guint keyval, guint keycode, GdkModifierType state,
                   BrineHourGrid *self)
{
  BrineGridDirection direction;

  state &= gtk_accelerator_get_default_mod_mask ();
  if (self->drag.by == BRINE_DRAG_POINTER)
    return on_key_in_drag (self, keyval, state);
  if (get_direction (self, keyval, &direction))
    return on_arrow (self, direction, state);
  if (keyval == GDK_KEY_Menu || (keyval == GDK_KEY_F10 && state == GDK_SHIFT_MASK))
    {
      open_menu (self);
      return TRUE;
    }
  if (keyval == GDK_KEY_Escape && brine_hour_grid_is_dragging (self))
    {
      brine_hour_grid_cancel_drag (self);
      return TRUE;
    }
  if ((state & ~GDK_SHIFT_MASK) != 0)
    return FALSE;

  switch (keyval)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      activate_cursor (self);
      return TRUE;
    case GDK_KEY_Insert:
    case GDK_KEY_KP_Insert:
    case GDK_KEY_n:
    case GDK_KEY_N:
      brine_hour_grid_emit_add (self, brine_hour_grid_get_cursor (self), 0);
      return TRUE;
    case GDK_KEY_Page_Up:
    case GDK_KEY_Page_Down:
      brine_hour_grid_emit_step (self, keyval == GDK_KEY_Page_Up ? -1 : 1);
      return TRUE;
    default:
      return FALSE;
    }
}

/* What was nudged is dropped when the last modifier is released. */
static void
on_key_released_cb (GtkEventControllerKey *keys, guint keyval, guint keycode, GdkModifierType state,
                    BrineHourGrid *self)
{
  GdkModifierType modifier = get_modifier (keyval);

  state &= GDK_SHIFT_MASK | GDK_CONTROL_MASK | GDK_ALT_MASK;
  if (modifier == 0)
    return;
  if (self->drag.by == BRINE_DRAG_POINTER)
    brine_hour_grid_set_drag_state (self, state & ~modifier);
  else if (self->drag.by == BRINE_DRAG_KEYS && (state & ~modifier) == 0)
    brine_hour_grid_drop (self);
}

/* Pointer ------------------------------------------------------------------------------------- */

static BrineLocal
get_empty_time (BrineHourGrid *self, double x, double y)
{
  BrineGridPoint at = brine_hour_grid_get_point_at (self, x, y);
  int minute = MIN ((int)at.minute, BRINE_MINUTES_PER_DAY - 1);

  return brine_local (at.day, 0, minute - minute % 30);
}

static void
on_pressed_cb (GtkGestureClick *click, int n_press, double x, double y, BrineHourGrid *self)
{
  int piece = brine_hour_grid_get_piece_at (self, x, y);
  BrineOccurrence *occurrence = brine_hour_grid_get_occurrence (self, piece);
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (click));

  if (brine_hour_grid_is_dragging (self))
    return;
  brine_hour_grid_show_cursor (self, FALSE);
  if (occurrence == NULL)
    {
      BrineLocal at = get_empty_time (self, x, y);
      BrineGridStop stop = { at.day - self->first, brine_local_get_minute_of_day (at), -1 };
      brine_hour_grid_set_cursor (self, stop, TRUE);
      if (n_press == 2 && button == GDK_BUTTON_PRIMARY)
        brine_hour_grid_emit_add (self, at, 0);
      if (button == GDK_BUTTON_SECONDARY)
        {
          gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
          brine_hour_grid_emit_menu (self, NULL, &(GdkRectangle){ x, y, 1, 1 });
        }
      return;
    }

  guint span = g_array_index (self->pieces, BrineGridPiece, piece).span;
  brine_hour_grid_set_cursor (self, make_stop (self, find_stop_piece (self, span)), TRUE);
  if (button == GDK_BUTTON_SECONDARY)
    {
      gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
      brine_hour_grid_emit_menu (self, occurrence, &(GdkRectangle){ x, y, 1, 1 });
    }
  else if (n_press == 2 && button == GDK_BUTTON_PRIMARY)
    brine_hour_grid_emit_activate (self, occurrence);
}

static void
on_focus_leave_cb (GtkEventControllerFocus *focus, BrineHourGrid *self)
{
  /* A block that goes away gives the focus to another. */
  if (self->rebuilding)
    return;
  brine_hour_grid_show_cursor (self, FALSE);
  if (self->drag.by == BRINE_DRAG_KEYS)
    brine_hour_grid_cancel_drag (self);
}

void
brine_hour_grid_add_keys (BrineHourGrid *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed_cb), self);
  g_signal_connect (keys, "key-released", G_CALLBACK (on_key_released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect (focus, "leave", G_CALLBACK (on_focus_leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}
