/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-hour-grid-private.h"

/*
 * Adding, moving, copying and resizing, by pointer, by key, or from another widget. While something
 * is dragged only the ghosts move: rows and blocks stay as they are, and Escape leaves no trace.
 */

#define EDGE 36         /* px from the edge of what is seen, where it begins to scroll */
#define EDGE_SPEED 0.25 /* px a frame for each px beyond that */
/* Beyond the first or last day, until the days step, and until they step again. */
#define EDGE_WAIT_MS 600
#define EDGE_REPEAT_MS 1200
#define TOUCH_ADD_MINUTES 30

gboolean
brine_hour_grid_is_dragging (BrineHourGrid *self)
{
  return self->drag.by > BRINE_DRAG_PRESSED;
}

/* A meal without a plan is logged in portions: it has no length to change. */
gboolean
brine_hour_grid_can_resize (BrineOccurrence *occurrence)
{
  const BrineLog *log = brine_occurrence_get_log (occurrence);

  if (brine_occurrence_get_planned (occurrence) != NULL
      || brine_occurrence_get_night (occurrence) != NULL)
    return TRUE;
  return log != NULL && log->amount.unit == BRINE_UNIT_MINUTES;
}

static gboolean
is_night (BrineHourGrid *self)
{
  return self->drag.occurrence != NULL
         && brine_occurrence_get_practice (self->drag.occurrence) == BRINE_PRACTICE_SLEEP;
}

static BrineGridPlace
get_place (BrineOccurrence *occurrence)
{
  BrineLocal start = brine_occurrence_get_start (occurrence);
  int64_t seconds = brine_local_diff_seconds (brine_occurrence_get_end (occurrence), start);

  return (BrineGridPlace){ start, (int)(seconds / 60) };
}

BrineGridGrip
brine_hour_grid_get_grip_at (BrineHourGrid *self, double x, double y, int *out_piece)
{
  int piece = brine_hour_grid_get_piece_at (self, x, y);

  *out_piece = piece;
  if (piece < 0 || !brine_hour_grid_can_resize (brine_hour_grid_get_occurrence (self, piece)))
    return BRINE_GRID_GRIP_NONE;
  return brine_grid_get_grip (&g_array_index (self->pieces, BrineGridPiece, piece), y);
}

/* What the pointer means ---------------------------------------------------------------------- */

static gboolean
goes_far (BrineHourGrid *self)
{
  return self->drag.act == BRINE_DRAG_MOVE || self->drag.act == BRINE_DRAG_COPY
         || self->drag.by == BRINE_DRAG_GUEST;
}

static BrineGridPlace
find_place (BrineHourGrid *self)
{
  const BrineGridDrag *drag = &self->drag;
  BrineGridPoint at = brine_hour_grid_get_point_at (self, drag->x, drag->y);
  int step = drag->fine ? BRINE_GRID_FINE_STEP_MINUTES : BRINE_GRID_STEP_MINUTES;

  if (drag->by == BRINE_DRAG_GUEST)
    return brine_grid_aim_drop (at, drag->from.minutes, step);
  switch (drag->act)
    {
    case BRINE_DRAG_MOVE:
    case BRINE_DRAG_COPY:
      return brine_grid_aim_move (drag->from, drag->grabbed, at, step, is_night (self));
    case BRINE_DRAG_RESIZE_START:
      return brine_grid_aim_grip (drag->from, BRINE_GRID_GRIP_START, drag->grabbed, at, step,
                                  is_night (self));
    case BRINE_DRAG_RESIZE_END:
      return brine_grid_aim_grip (drag->from, BRINE_GRID_GRIP_END, drag->grabbed, at, step,
                                  is_night (self));
    case BRINE_DRAG_ADD:
    default:
      return brine_grid_aim_add (drag->grabbed, at, step);
    }
}

static void
aim (BrineHourGrid *self)
{
  BrineGridPlace place = find_place (self);

  if (brine_grid_place_equal (place, self->drag.place))
    return;
  self->drag.place = place;
  brine_hour_grid_show_drag (self);
}

/* A guest comes in over an edge, and nothing shall run away from it. */
static gboolean
may_scroll (BrineHourGrid *self)
{
  return self->drag.by != BRINE_DRAG_GUEST || self->drag.within;
}

/* The folded night opens when something is dragged over it; the time under the pointer stays. */
static void
unfold (BrineHourGrid *self)
{
  const BrineHourScale *scale = &self->geometry.scale;
  double minute = brine_hour_scale_get_minute (scale, self->drag.y);

  if (self->unfolded_px > 0 || minute >= scale->fold_minute || self->vadjustment == NULL
      || !may_scroll (self))
    return;
  self->unfolded_px = scale->px_per_hour;
  BrineHourScale open = brine_hour_grid_get_scale (self, 0);
  double by = brine_hour_scale_get_y (&open, minute) - self->drag.y;
  double page = gtk_adjustment_get_page_size (self->vadjustment);
  double value = gtk_adjustment_get_value (self->vadjustment) + by;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_adjustment_configure (self->vadjustment, value, 0, brine_hour_scale_get_height (&open),
                            page / 10, page * 0.9, page);
  self->geometry.scale = open;
  brine_hour_grid_layout (self);
  self->drag.y += by;
  brine_hour_grid_show_drag (self);
}

/* Edges --------------------------------------------------------------------------------------- */

/* How far the pointer is beyond where it begins to scroll, in px; upwards is negative. */
static double
get_beyond (BrineHourGrid *self)
{
  if (self->vadjustment == NULL)
    return 0;
  double value = gtk_adjustment_get_value (self->vadjustment);
  double below = self->drag.y - (value + gtk_adjustment_get_page_size (self->vadjustment) - EDGE);
  double above = value + EDGE - self->drag.y;

  return below > 0 ? below : above > 0 ? -above : 0;
}

/* Neither at an edge nor over the folded night. */
static gboolean
is_within (BrineHourGrid *self)
{
  const BrineHourScale *scale = &self->geometry.scale;

  return get_beyond (self) == 0
         && brine_hour_scale_get_minute (scale, self->drag.y) >= scale->fold_minute;
}

/* Scrolls on while the pointer rests near the edge of what is seen. */
static gboolean
on_scroll_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  BrineHourGrid *self = BRINE_HOUR_GRID (widget);
  double by = get_beyond (self);

  if (by == 0 || !self->drag.aimed || !may_scroll (self))
    return G_SOURCE_CONTINUE;
  double value = gtk_adjustment_get_value (self->vadjustment);
  gtk_adjustment_set_value (self->vadjustment, value + by * EDGE_SPEED);
  self->drag.y += gtk_adjustment_get_value (self->vadjustment) - value;
  unfold (self);
  aim (self);
  return G_SOURCE_CONTINUE;
}

static void
step_days (BrineHourGrid *self, int direction)
{
  self->drag.steps += direction;
  brine_hour_grid_emit_step (self, direction);
}

static gboolean
on_edge_cb (gpointer data)
{
  BrineHourGrid *self = data;

  self->drag.edge_timer = g_timeout_add (EDGE_REPEAT_MS, on_edge_cb, self);
  step_days (self, self->drag.edge);
  return G_SOURCE_REMOVE;
}

static void
stop_edge (BrineHourGrid *self)
{
  g_clear_handle_id (&self->drag.edge_timer, g_source_remove);
}

/* Beyond the first or last day other days come. Who took something there goes nowhere yet. */
static void
watch_edge (BrineHourGrid *self)
{
  int edge = goes_far (self)
                 ? brine_grid_get_edge (self->geometry.width,
                                        brine_hour_grid_get_column_x (self, self->drag.x))
                 : 0;

  if (edge == self->drag.edge)
    return;
  self->drag.edge = edge;
  stop_edge (self);
  if (edge != 0)
    self->drag.edge_timer = g_timeout_add (EDGE_WAIT_MS, on_edge_cb, self);
}

void
brine_hour_grid_follow_drag (BrineHourGrid *self)
{
  if (!brine_hour_grid_is_dragging (self) || !goes_far (self))
    brine_hour_grid_cancel_drag (self);
  else if (self->drag.by != BRINE_DRAG_KEYS)
    aim (self);
}

/* Begin and end ------------------------------------------------------------------------------- */

void
brine_hour_grid_press (BrineHourGrid *self, double x, double y, gboolean touch)
{
  int piece;
  BrineGridGrip grip = brine_hour_grid_get_grip_at (self, x, y, &piece);
  BrineOccurrence *occurrence = brine_hour_grid_get_occurrence (self, piece);

  brine_hour_grid_cancel_drag (self);
  self->drag = (BrineGridDrag){
    .by = BRINE_DRAG_PRESSED,
    .act = occurrence == NULL              ? BRINE_DRAG_ADD
           : touch                         ? BRINE_DRAG_MOVE
           : grip == BRINE_GRID_GRIP_START ? BRINE_DRAG_RESIZE_START
           : grip == BRINE_GRID_GRIP_END   ? BRINE_DRAG_RESIZE_END
                                           : BRINE_DRAG_MOVE,
    .occurrence = occurrence != NULL ? g_object_ref (occurrence) : NULL,
    .grabbed = brine_hour_grid_get_point_at (self, x, y),
    .touch = touch,
    .x = x,
    .y = y,
    .edge = brine_grid_get_edge (self->geometry.width, brine_hour_grid_get_column_x (self, x)),
  };
}

/* What a press or a key began is a drag from now on. A finger sees at once what it holds. */
void
brine_hour_grid_begin_drag (BrineHourGrid *self, BrineDragBy by, BrineDragAct act)
{
  BrineGridDrag *drag = &self->drag;

  drag->by = by;
  drag->act = act;
  if (drag->occurrence != NULL)
    drag->from = drag->place = get_place (drag->occurrence);
  brine_hour_grid_mark_origin (self);
  if (by != BRINE_DRAG_KEYS)
    drag->scroll_tick =
        gtk_widget_add_tick_callback (GTK_WIDGET (self), on_scroll_tick_cb, NULL, NULL);
  if (drag->occurrence == NULL && drag->touch)
    drag->place = brine_grid_aim_drop (drag->grabbed, TOUCH_ADD_MINUTES, BRINE_GRID_STEP_MINUTES);
  if (drag->occurrence != NULL || drag->touch)
    brine_hour_grid_show_drag (self);
}

void
brine_hour_grid_set_drag_state (BrineHourGrid *self, GdkModifierType state)
{
  gboolean copy = (state & (GDK_ALT_MASK | GDK_CONTROL_MASK)) != 0;
  BrineDragAct act = self->drag.act;

  if (self->drag.by != BRINE_DRAG_POINTER && self->drag.by != BRINE_DRAG_GUEST)
    return;
  self->drag.fine = (state & GDK_SHIFT_MASK) != 0;
  if (act == BRINE_DRAG_MOVE && copy)
    self->drag.act = BRINE_DRAG_COPY;
  else if (act == BRINE_DRAG_COPY && !copy)
    self->drag.act = BRINE_DRAG_MOVE;
  if (act != self->drag.act)
    {
      brine_hour_grid_mark_origin (self);
      brine_hour_grid_show_pointer (self, self->drag.x, self->drag.y);
    }
  if (self->drag.aimed)
    aim (self);
}

void
brine_hour_grid_drag_to (BrineHourGrid *self, double x, double y, GdkModifierType state)
{
  self->drag.x = x;
  self->drag.y = y;
  self->drag.aimed = TRUE;
  self->drag.within = self->drag.within || is_within (self);
  brine_hour_grid_set_drag_state (self, state);
  unfold (self);
  watch_edge (self);
  aim (self);
}

static void
end (BrineHourGrid *self)
{
  BrineDragBy by = self->drag.by;

  self->drag.by = BRINE_DRAG_NONE;
  self->drag.edge = 0;
  stop_edge (self);
  if (self->drag.scroll_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->drag.scroll_tick);
  self->drag.scroll_tick = 0;
  if (self->unfolded_px > 0)
    gtk_widget_queue_resize (GTK_WIDGET (self));
  self->unfolded_px = 0;
  if (by > BRINE_DRAG_PRESSED)
    brine_hour_grid_hide_drag (self);
}

/* Days that were stepped through on the way are stepped back. */
void
brine_hour_grid_cancel_drag (BrineHourGrid *self)
{
  BrineDragBy by = self->drag.by;
  int steps = self->drag.steps;

  self->drag.steps = 0;
  if (by != BRINE_DRAG_NONE)
    end (self);
  g_clear_object (&self->drag.occurrence);
  if (by == BRINE_DRAG_POINTER && !self->drag.lost)
    brine_hour_grid_release_pointer (self);
  for (int i = 0; i < ABS (steps); i++)
    brine_hour_grid_emit_step (self, steps > 0 ? -1 : 1);
}

/* What is known of the row that will come: its key may be another. */
static void
expect (BrineHourGrid *self, BrineDragAct act, BrineOccurrence *occurrence, BrineLocal start)
{
  gboolean copy = act == BRINE_DRAG_COPY;

  g_free (self->moved_item);
  g_free (self->copied_title);
  self->moved_item = copy ? NULL : g_strdup (brine_occurrence_get_item_id (occurrence));
  self->copied_title = copy ? g_strdup (brine_occurrence_get_title (occurrence)) : NULL;
  self->moved_start = start;
}

static void
emit (BrineHourGrid *self, BrineDragAct act, BrineOccurrence *occurrence, BrineGridPlace place)
{
  expect (self, act, occurrence, place.start);
  if (act == BRINE_DRAG_COPY)
    brine_hour_grid_emit_copy (self, occurrence, place.start);
  else if (act == BRINE_DRAG_MOVE)
    brine_hour_grid_emit_move (self, occurrence, place.start);
  else
    brine_hour_grid_emit_resize (self, occurrence, place);
}

void
brine_hour_grid_duplicate (BrineHourGrid *self)
{
  g_return_if_fail (BRINE_IS_HOUR_GRID (self));

  BrineOccurrence *selected = brine_hour_grid_get_selected (self);
  if (selected == NULL)
    return;
  BrineGridPlace copy = { brine_occurrence_get_end (selected), 0 };
  emit (self, BRINE_DRAG_COPY, selected, copy);
}

void
brine_hour_grid_drop (BrineHourGrid *self)
{
  BrineDragAct act = self->drag.act;
  BrineGridPlace from = self->drag.from;
  BrineGridPlace place = self->drag.place;
  gboolean held = self->drag.touch && !self->drag.aimed;
  GdkRectangle at = { self->drag.x, self->drag.y, 1, 1 };
  g_autoptr (BrineOccurrence) occurrence = g_steal_pointer (&self->drag.occurrence);

  g_assert (brine_hour_grid_is_dragging (self));
  self->drag.steps = 0;
  end (self);
  if (occurrence == NULL)
    brine_hour_grid_emit_add (self, place.start, place.minutes);
  else if (!brine_grid_place_equal (place, from))
    emit (self, act, occurrence, place);
  /* A finger that only rested asks for the menu. */
  else if (held)
    brine_hour_grid_emit_menu (self, occurrence, &at);
}

/* Guests -------------------------------------------------------------------------------------- */

void
brine_hour_grid_drag_guest (BrineHourGrid *self, double x, double y, int minutes, gboolean fine)
{
  g_return_if_fail (BRINE_IS_HOUR_GRID (self));

  if (self->drag.by != BRINE_DRAG_GUEST)
    {
      brine_hour_grid_cancel_drag (self);
      self->drag = (BrineGridDrag){ .from.minutes = MAX (minutes, BRINE_GRID_STEP_MINUTES) };
      brine_hour_grid_begin_drag (self, BRINE_DRAG_GUEST, BRINE_DRAG_ADD);
    }
  brine_hour_grid_drag_to (self, x, y, fine ? GDK_SHIFT_MASK : 0);
}

gboolean
brine_hour_grid_drop_guest (BrineHourGrid *self, BrineLocal *out_start)
{
  g_return_val_if_fail (BRINE_IS_HOUR_GRID (self) && out_start != NULL, FALSE);

  if (self->drag.by != BRINE_DRAG_GUEST)
    return FALSE;
  *out_start = self->drag.place.start;
  self->drag.steps = 0;
  end (self);
  return TRUE;
}

void
brine_hour_grid_leave_guest (BrineHourGrid *self)
{
  g_return_if_fail (BRINE_IS_HOUR_GRID (self));

  if (self->drag.by == BRINE_DRAG_GUEST)
    brine_hour_grid_cancel_drag (self);
}

/* Keys ---------------------------------------------------------------------------------------- */

static void
step_to_place (BrineHourGrid *self)
{
  BrineDay day = self->drag.place.start.day;

  if (day < self->first)
    step_days (self, -1);
  else if (day >= self->first + self->n_days)
    step_days (self, 1);
}

void
brine_hour_grid_nudge (BrineHourGrid *self, BrineOccurrence *occurrence, BrineDragAct act, int days,
                       int minutes)
{
  if (self->drag.by != BRINE_DRAG_KEYS || self->drag.act != act)
    {
      BrineOccurrence *held = g_object_ref (occurrence);
      brine_hour_grid_cancel_drag (self);
      self->drag = (BrineGridDrag){ .occurrence = held };
      brine_hour_grid_begin_drag (self, BRINE_DRAG_KEYS, act);
    }
  BrineGridPlace *place = &self->drag.place;
  if (act == BRINE_DRAG_RESIZE_START)
    *place = brine_grid_nudge_grip (*place, BRINE_GRID_GRIP_START, minutes);
  else if (act == BRINE_DRAG_RESIZE_END)
    *place = brine_grid_nudge_grip (*place, BRINE_GRID_GRIP_END, minutes);
  else
    place->start =
        brine_local_add_seconds (place->start, days * BRINE_SECONDS_PER_DAY + minutes * 60);
  step_to_place (self);
  brine_hour_grid_show_drag (self);
  BrineLocal seen = act == BRINE_DRAG_RESIZE_END ? brine_grid_place_get_end (*place) : place->start;
  double y = brine_hour_scale_get_y (&self->geometry.scale, seen.second / 60.0);
  brine_hour_grid_scroll_to_y (self, y - EDGE, y + EDGE);
}
