/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "brine-format.h"
#include "brine-hour-grid-private.h"

/*
 * Moving by pointer or by key, and adding by pointer. While something is dragged only the ghosts
 * move: rows and blocks stay as they are, and Escape leaves no trace.
 */

#define EDGE 36          /* px from the edge of what is seen, where it begins to scroll */
#define EDGE_SPEED 0.25  /* px a frame for each px beyond that */
#define LABEL_DISTANCE 6 /* px between what is dragged and its time */

gboolean
brine_hour_grid_is_dragging (BrineHourGrid *self)
{
  return self->drag.kind > BRINE_DRAG_PRESSED;
}

static int
get_minutes (BrineHourGrid *self)
{
  if (self->drag.occurrence == NULL)
    return self->drag.minutes;
  return brine_local_diff_seconds (brine_occurrence_get_end (self->drag.occurrence),
                                   brine_occurrence_get_start (self->drag.occurrence))
         / 60;
}

/* Ghosts -------------------------------------------------------------------------------------- */

static void
mark_origin (BrineHourGrid *self, gboolean mark)
{
  for (guint i = 0; i < self->blocks->len; i++)
    {
      GtkWidget *block = g_ptr_array_index (self->blocks, i);
      gboolean origin = mark && brine_hour_grid_get_occurrence (self, i) == self->drag.occurrence;
      if (origin)
        gtk_widget_add_css_class (block, "ghost");
      else if (gtk_widget_has_css_class (block, "ghost"))
        gtk_widget_remove_css_class (block, "ghost");
    }
}

static void
show_time (BrineHourGrid *self)
{
  BrineLocal end = brine_local_add_seconds (self->drag.start, get_minutes (self) * 60);
  g_autofree char *range = brine_format_time_range (self->drag.start, end);
  const char *weekday = brine_format_weekday_short (brine_day_get_weekday (self->drag.start.day));
  /* Translators: weekday and time of something that is dragged: "Fri 17:30 – 17:50" */
  g_autofree char *when = g_strdup_printf (_ ("%s %s"), weekday, range);
  BrinePractice practice = self->drag.occurrence != NULL
                               ? brine_occurrence_get_practice (self->drag.occurrence)
                               : BRINE_PRACTICE_OWN;
  g_autofree char *overlap = brine_overlaps_dup_line (self->overlaps, practice, self->drag.start,
                                                      end, self->drag.occurrence);
  g_autofree char *text =
      overlap != NULL ? g_strdup_printf ("%s\n%s", when, overlap) : g_strdup (when);

  gtk_label_set_text (GTK_LABEL (self->time_label), text);
  gtk_widget_set_visible (self->time_label, TRUE);
  if (self->drag.kind == BRINE_DRAG_KEYS)
    gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_focus_child (GTK_WIDGET (self))),
                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

static void
show_ghosts (BrineHourGrid *self)
{
  BrineGridSpan span = {
    self->drag.start,
    brine_local_add_seconds (self->drag.start, get_minutes (self) * 60),
    brine_occurrence_get_practice (self->drag.occurrence) == BRINE_PRACTICE_SLEEP,
  };
  g_autoptr (GArray) pieces = g_array_new (FALSE, FALSE, sizeof (BrineGridPiece));
  g_autoptr (GArray) chips = g_array_new (FALSE, FALSE, sizeof (BrineGridChip));
  brine_grid_layout (&self->geometry, &span, 1, pieces, chips);

  for (guint i = 0; i < BRINE_HOUR_GRID_N_GHOSTS; i++)
    {
      gtk_widget_set_visible (self->ghosts[i], i < pieces->len);
      if (i >= pieces->len)
        continue;
      const BrineGridPiece *piece = &g_array_index (pieces, BrineGridPiece, i);
      BrineBlockPart part = piece->begins ? (piece->ends ? BRINE_BLOCK_WHOLE : BRINE_BLOCK_EVENING)
                                          : BRINE_BLOCK_MORNING;
      brine_occurrence_block_show (BRINE_OCCURRENCE_BLOCK (self->ghosts[i]), self->drag.occurrence,
                                   part, self->drag.start);
      if (piece->band)
        gtk_widget_add_css_class (self->ghosts[i], "night");
      else
        gtk_widget_remove_css_class (self->ghosts[i], "night");
    }
}

static void
show_drag (BrineHourGrid *self)
{
  if (self->drag.occurrence != NULL)
    show_ghosts (self);
  else
    gtk_widget_set_visible (self->add_frame, TRUE);
  show_time (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
allocate_at (GtkWidget *widget, double x, double y, double width, double height)
{
  int minimum_width, minimum_height;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum_width, NULL, NULL, NULL);
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, -1, &minimum_height, NULL, NULL, NULL);
  GtkAllocation place = { round (x), round (y), MAX (round (width), minimum_width),
                          MAX (round (height), minimum_height) };
  gtk_widget_size_allocate (widget, &place, -1);
}

static void
allocate_time_label (BrineHourGrid *self, double x, double y, double width, double height)
{
  int label_width, label_height;
  double room = gtk_widget_get_width (GTK_WIDGET (self));

  gtk_widget_measure (self->time_label, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &label_width, NULL,
                      NULL);
  gtk_widget_measure (self->time_label, GTK_ORIENTATION_VERTICAL, -1, NULL, &label_height, NULL,
                      NULL);
  double left = CLAMP (x + (width - label_width) / 2, 0, MAX (room - label_width, 0));
  double top = y - label_height - LABEL_DISTANCE;
  if (top < (self->vadjustment != NULL ? gtk_adjustment_get_value (self->vadjustment) : 0))
    top = y + height + LABEL_DISTANCE;
  allocate_at (self->time_label, left, top, label_width, label_height);
}

void
brine_hour_grid_allocate_drag (BrineHourGrid *self)
{
  if (!brine_hour_grid_is_dragging (self))
    return;

  BrineGridSpan span = { self->drag.start,
                         brine_local_add_seconds (self->drag.start, get_minutes (self) * 60),
                         FALSE };
  g_autoptr (GArray) pieces = g_array_new (FALSE, FALSE, sizeof (BrineGridPiece));
  g_autoptr (GArray) chips = g_array_new (FALSE, FALSE, sizeof (BrineGridChip));
  brine_grid_layout (&self->geometry, &span, 1, pieces, chips);
  for (guint i = 0; i < MIN (pieces->len, BRINE_HOUR_GRID_N_GHOSTS); i++)
    {
      const BrineGridPiece *piece = &g_array_index (pieces, BrineGridPiece, i);
      double x = brine_hour_grid_mirror_x (self, piece->x, piece->width);
      GtkWidget *widget = self->drag.occurrence != NULL ? self->ghosts[i] : self->add_frame;
      if (gtk_widget_get_visible (widget))
        allocate_at (widget, x, piece->y, piece->width, piece->height);
      if (i == 0)
        allocate_time_label (self, x, piece->y, piece->width, piece->height);
    }
  if (pieces->len == 0)
    allocate_time_label (self, 0, 0, 0, 0);
}

/* What the pointer means ---------------------------------------------------------------------- */

static void
aim_move (BrineHourGrid *self)
{
  BrineLocal at = brine_hour_grid_get_time_at (self, self->drag.x, self->drag.y);
  BrineLocal old = brine_occurrence_get_start (self->drag.occurrence);
  double minute = (old.second + at.second - self->drag.grabbed.second) / 60.0;
  int snapped = brine_hour_scale_snap (minute);

  /* Only a night may begin on the day before. */
  if (brine_occurrence_get_practice (self->drag.occurrence) != BRINE_PRACTICE_SLEEP)
    snapped = CLAMP (snapped, 0, BRINE_MINUTES_PER_DAY - BRINE_HOUR_SCALE_SNAP_MINUTES);
  BrineLocal midnight = { old.day + at.day - self->drag.grabbed.day, 0 };
  self->drag.start = brine_local_add_seconds (midnight, snapped * 60);
}

static void
aim_add (BrineHourGrid *self)
{
  BrineLocal at = brine_hour_grid_get_time_at (self, self->drag.x, self->drag.y);
  int from = MIN (at.second, self->drag.grabbed.second) / 60;
  int to = (MAX (at.second, self->drag.grabbed.second) + 59) / 60;

  from -= from % BRINE_HOUR_SCALE_SNAP_MINUTES;
  to = MAX (brine_hour_scale_snap (to), from + BRINE_HOUR_SCALE_SNAP_MINUTES);
  self->drag.start = brine_local (self->drag.grabbed.day, from / 60, from % 60);
  self->drag.minutes = to - from;
}

static void
aim (BrineHourGrid *self)
{
  BrineLocal start = self->drag.start;
  int minutes = self->drag.minutes;

  if (self->drag.kind == BRINE_DRAG_MOVE)
    aim_move (self);
  else
    aim_add (self);
  if (!brine_local_equal (start, self->drag.start) || minutes != self->drag.minutes)
    show_drag (self);
}

/* The folded night opens when something is dragged over it; the time under the pointer stays. */
static void
unfold (BrineHourGrid *self)
{
  const BrineHourScale *scale = &self->geometry.scale;
  double minute = brine_hour_scale_get_minute (scale, self->drag.y);

  if (self->unfolded_px > 0 || minute >= scale->fold_minute || self->vadjustment == NULL)
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
  show_drag (self);
}

/* Scrolls on while the pointer rests near the edge of what is seen. */
static gboolean
on_scroll_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  BrineHourGrid *self = BRINE_HOUR_GRID (widget);

  if (self->vadjustment == NULL)
    return G_SOURCE_CONTINUE;
  double value = gtk_adjustment_get_value (self->vadjustment);
  double below = self->drag.y - (value + gtk_adjustment_get_page_size (self->vadjustment) - EDGE);
  double above = value + EDGE - self->drag.y;
  double by = below > 0 ? below : above > 0 ? -above : 0;
  if (by == 0)
    return G_SOURCE_CONTINUE;
  gtk_adjustment_set_value (self->vadjustment, value + by * EDGE_SPEED);
  self->drag.y += gtk_adjustment_get_value (self->vadjustment) - value;
  unfold (self);
  aim (self);
  return G_SOURCE_CONTINUE;
}

/* Begin and end ------------------------------------------------------------------------------- */

static void
begin (BrineHourGrid *self, BrineDragKind kind)
{
  self->drag.kind = kind;
  if (self->drag.occurrence != NULL)
    mark_origin (self, TRUE);
  if (kind != BRINE_DRAG_KEYS)
    self->drag.scroll_tick =
        gtk_widget_add_tick_callback (GTK_WIDGET (self), on_scroll_tick_cb, NULL, NULL);
}

static void
end (BrineHourGrid *self)
{
  self->drag.kind = BRINE_DRAG_NONE;
  mark_origin (self, FALSE);
  if (self->drag.scroll_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->drag.scroll_tick);
  self->drag.scroll_tick = 0;
  if (self->unfolded_px > 0)
    gtk_widget_queue_resize (GTK_WIDGET (self));
  self->unfolded_px = 0;
  for (guint i = 0; i < BRINE_HOUR_GRID_N_GHOSTS; i++)
    {
      brine_occurrence_block_show (BRINE_OCCURRENCE_BLOCK (self->ghosts[i]), NULL,
                                   BRINE_BLOCK_WHOLE, (BrineLocal){ 0 });
      gtk_widget_set_visible (self->ghosts[i], FALSE);
    }
  gtk_widget_set_visible (self->add_frame, FALSE);
  gtk_widget_set_visible (self->time_label, FALSE);
}

void
brine_hour_grid_cancel_drag (BrineHourGrid *self)
{
  if (brine_hour_grid_is_dragging (self))
    {
      gboolean pointer = self->drag.kind != BRINE_DRAG_KEYS;
      end (self);
      if (pointer)
        gtk_event_controller_reset (GTK_EVENT_CONTROLLER (self->drag_gesture));
    }
  self->drag.kind = BRINE_DRAG_NONE;
  g_clear_object (&self->drag.occurrence);
}

void
brine_hour_grid_drop (BrineHourGrid *self)
{
  BrineDragKind kind = self->drag.kind;
  g_autoptr (BrineOccurrence) occurrence = g_steal_pointer (&self->drag.occurrence);
  BrineLocal start = self->drag.start;
  int minutes = self->drag.minutes;

  g_assert (kind > BRINE_DRAG_PRESSED);
  end (self);
  if (occurrence == NULL)
    brine_hour_grid_emit_add (self, start, minutes);
  else if (!brine_local_equal (start, brine_occurrence_get_start (occurrence)))
    {
      g_free (self->moved_item);
      self->moved_item = g_strdup (brine_occurrence_get_item_id (occurrence));
      self->moved_start = start;
      brine_hour_grid_emit_move (self, occurrence, start);
    }
}

void
brine_hour_grid_nudge (BrineHourGrid *self, BrineOccurrence *occurrence, int days, int minutes)
{
  if (self->drag.kind != BRINE_DRAG_KEYS)
    {
      brine_hour_grid_cancel_drag (self);
      self->drag.occurrence = g_object_ref (occurrence);
      self->drag.start = brine_occurrence_get_start (occurrence);
      begin (self, BRINE_DRAG_KEYS);
    }
  self->drag.start =
      brine_local_add_seconds (self->drag.start, days * BRINE_SECONDS_PER_DAY + minutes * 60);
  show_drag (self);
  double y = brine_hour_scale_get_y (&self->geometry.scale, self->drag.start.second / 60.0);
  brine_hour_grid_scroll_to_y (self, y - EDGE, y + EDGE);
}

/* Gesture ------------------------------------------------------------------------------------- */

static void
on_drag_begin_cb (GtkGestureDrag *gesture, double x, double y, BrineHourGrid *self)
{
  GdkEventSequence *sequence =
      gtk_gesture_single_get_current_sequence (GTK_GESTURE_SINGLE (gesture));

  /* A finger scrolls. */
  if (sequence != NULL)
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  brine_hour_grid_cancel_drag (self);
  self->drag.kind = BRINE_DRAG_PRESSED;
  self->drag.grabbed = brine_hour_grid_get_time_at (self, x, y);
  self->drag.start = (BrineLocal){ BRINE_DAY_INVALID, 0 };
  self->drag.minutes = 0;
  BrineOccurrence *occurrence =
      brine_hour_grid_get_occurrence (self, brine_hour_grid_get_piece_at (self, x, y));
  g_set_object (&self->drag.occurrence, occurrence);
}

static void
on_drag_update_cb (GtkGestureDrag *gesture, double dx, double dy, BrineHourGrid *self)
{
  double x, y;

  if (self->drag.kind == BRINE_DRAG_NONE || self->drag.kind == BRINE_DRAG_KEYS)
    return;
  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  self->drag.x = x + dx;
  self->drag.y = y + dy;
  if (self->drag.kind == BRINE_DRAG_PRESSED)
    {
      if (!gtk_drag_check_threshold (GTK_WIDGET (self), x, y, x + dx, y + dy))
        return;
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      begin (self, self->drag.occurrence != NULL ? BRINE_DRAG_MOVE : BRINE_DRAG_ADD);
    }
  unfold (self);
  aim (self);
}

static void
on_drag_end_cb (GtkGestureDrag *gesture, double dx, double dy, BrineHourGrid *self)
{
  if (self->drag.kind == BRINE_DRAG_MOVE || self->drag.kind == BRINE_DRAG_ADD)
    brine_hour_grid_drop (self);
  else if (self->drag.kind == BRINE_DRAG_PRESSED)
    brine_hour_grid_cancel_drag (self);
}

static void
on_drag_cancel_cb (GtkGesture *gesture, GdkEventSequence *sequence, BrineHourGrid *self)
{
  if (self->drag.kind == BRINE_DRAG_KEYS)
    return;
  if (brine_hour_grid_is_dragging (self))
    end (self);
  self->drag.kind = BRINE_DRAG_NONE;
  g_clear_object (&self->drag.occurrence);
}

void
brine_hour_grid_add_drag (BrineHourGrid *self)
{
  self->drag_gesture = gtk_gesture_drag_new ();
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (self->drag_gesture), GDK_BUTTON_PRIMARY);
  g_signal_connect (self->drag_gesture, "drag-begin", G_CALLBACK (on_drag_begin_cb), self);
  g_signal_connect (self->drag_gesture, "drag-update", G_CALLBACK (on_drag_update_cb), self);
  g_signal_connect (self->drag_gesture, "drag-end", G_CALLBACK (on_drag_end_cb), self);
  g_signal_connect (self->drag_gesture, "cancel", G_CALLBACK (on_drag_cancel_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (self->drag_gesture));
}
