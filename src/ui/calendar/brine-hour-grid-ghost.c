/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "brine-format.h"
#include "brine-hour-grid-private.h"

/*
 * What is seen and heard of a drag: ghosts where it would go, its time beside them, handles at the
 * ends of what can be drawn longer. They are made once and moved around.
 */

#define SNAP_MS 100
#define LABEL_DISTANCE 6 /* px between what is dragged and its time */
#define GRIP_WIDTH 20
#define GRIP_HEIGHT 5
#define GRIP_FROM_WIDTH 28 /* of the piece */

/* Words --------------------------------------------------------------------------------------- */

/* A description of what has the focus is read out when it changes. */
static void
describe (BrineHourGrid *self, GtkWidget *widget, const char *text)
{
  if (self->told != NULL && (self->told != widget || text == NULL))
    gtk_accessible_reset_property (GTK_ACCESSIBLE (self->told),
                                   GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
  self->told = text != NULL ? widget : NULL;
  if (widget != NULL && text != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    text, -1);
}

void
brine_hour_grid_tell (BrineHourGrid *self, const char *text)
{
  if (text == NULL && self->news == NULL)
    return;
  g_free (self->news);
  self->news = g_strdup (text);
  describe (self, brine_hour_grid_get_cursor_widget (self), self->news);
}

void
brine_hour_grid_tell_again (BrineHourGrid *self)
{
  if (self->news != NULL)
    describe (self, brine_hour_grid_get_cursor_widget (self), self->news);
}

void
brine_hour_grid_announce (BrineHourGrid *self, const char *text)
{
  g_return_if_fail (BRINE_IS_HOUR_GRID (self));

  brine_hour_grid_tell (self, text);
}

static void
show_time (BrineHourGrid *self)
{
  BrineLocal start = self->drag.place.start;
  BrineLocal end = brine_grid_place_get_end (self->drag.place);
  int weekday = brine_day_get_weekday (start.day);
  g_autofree char *range = brine_format_time_range (start, end);
  /* Translators: weekday and time of something that is dragged: "Fri 17:30 – 17:50" */
  g_autofree char *when =
      g_strdup_printf (_ ("%s %s"), brine_format_weekday_short (weekday), range);
  BrinePractice practice = self->drag.occurrence != NULL
                               ? brine_occurrence_get_practice (self->drag.occurrence)
                               : BRINE_PRACTICE_OWN;
  g_autofree char *overlap =
      brine_overlaps_dup_line (self->overlaps, practice, start, end, self->drag.occurrence);
  g_autofree char *text =
      overlap != NULL ? g_strdup_printf ("%s\n%s", when, overlap) : g_strdup (when);

  gtk_label_set_text (GTK_LABEL (self->time_label), text);
  gtk_widget_set_visible (self->time_label, TRUE);
  if (self->drag.by != BRINE_DRAG_KEYS)
    return;
  g_autofree char *from = brine_format_time (start);
  g_autofree char *to = brine_format_time (end);
  /* Translators: read out while something is moved by keys: "Friday 17:30 to 17:50" */
  g_autofree char *said =
      g_strdup_printf (_ ("%s %s to %s"), brine_format_weekday (weekday), from, to);
  g_autofree char *told = overlap != NULL ? g_strdup_printf ("%s, %s", said, overlap) : NULL;
  brine_hour_grid_tell (self, told != NULL ? told : said);
}

/* Ghosts -------------------------------------------------------------------------------------- */

/* What is moved fades where it was; a copy leaves it as it is. */
void
brine_hour_grid_mark_origin (BrineHourGrid *self)
{
  const char *key = brine_hour_grid_is_dragging (self) && self->drag.act != BRINE_DRAG_COPY
                            && self->drag.occurrence != NULL
                        ? brine_occurrence_get_key (self->drag.occurrence)
                        : NULL;

  for (guint i = 0; i < self->blocks->len; i++)
    {
      GtkWidget *block = g_ptr_array_index (self->blocks, i);
      BrineOccurrence *shown = brine_hour_grid_get_occurrence (self, i);
      if (key != NULL && shown != NULL && g_str_equal (brine_occurrence_get_key (shown), key))
        gtk_widget_add_css_class (block, "ghost");
      else if (gtk_widget_has_css_class (block, "ghost"))
        gtk_widget_remove_css_class (block, "ghost");
    }
}

static GtkWidget *
get_ghost (BrineHourGrid *self, guint i)
{
  if (self->drag.occurrence != NULL)
    return self->ghosts[i];
  return i == 0 ? self->add_frame : NULL;
}

/* Something that is drawn longer keeps the lane that it has. */
static void
keep_lane (BrineHourGrid *self, BrineGridPiece *ghost)
{
  const char *key;

  if (self->drag.act != BRINE_DRAG_RESIZE_START && self->drag.act != BRINE_DRAG_RESIZE_END)
    return;
  key = brine_occurrence_get_key (self->drag.occurrence);
  for (guint i = 0; i < self->pieces->len; i++)
    {
      const BrineGridPiece *piece = &g_array_index (self->pieces, BrineGridPiece, i);
      BrineOccurrence *occurrence = brine_hour_grid_get_occurrence (self, i);
      if (piece->column != ghost->column || piece->hidden || occurrence == NULL
          || !g_str_equal (brine_occurrence_get_key (occurrence), key))
        continue;
      ghost->x = piece->x;
      ghost->width = piece->width;
    }
}

/* Where the ghosts are to be, as pieces. */
static GArray *
find_pieces (BrineHourGrid *self)
{
  BrineGridSpan span = {
    self->drag.place.start,
    brine_grid_place_get_end (self->drag.place),
    self->drag.occurrence != NULL
        && brine_occurrence_get_practice (self->drag.occurrence) == BRINE_PRACTICE_SLEEP,
  };
  GArray *pieces = g_array_new (FALSE, FALSE, sizeof (BrineGridPiece));
  g_autoptr (GArray) chips = g_array_new (FALSE, FALSE, sizeof (BrineGridChip));

  brine_grid_layout (&self->geometry, &span, 1, pieces, chips);
  for (guint i = 0; i < pieces->len; i++)
    keep_lane (self, &g_array_index (pieces, BrineGridPiece, i));
  return pieces;
}

static void
show_ghosts (BrineHourGrid *self, const GArray *pieces)
{
  for (guint i = 0; i < BRINE_HOUR_GRID_N_GHOSTS; i++)
    {
      gtk_widget_set_visible (self->ghosts[i], i < pieces->len);
      if (i >= pieces->len)
        continue;
      const BrineGridPiece *piece = &g_array_index (pieces, BrineGridPiece, i);
      BrineBlockPart part = piece->begins ? (piece->ends ? BRINE_BLOCK_WHOLE : BRINE_BLOCK_EVENING)
                                          : BRINE_BLOCK_MORNING;
      brine_occurrence_block_show_span (BRINE_OCCURRENCE_BLOCK (self->ghosts[i]),
                                        self->drag.occurrence, part, self->drag.place.start,
                                        brine_grid_place_get_end (self->drag.place));
      if (piece->band)
        gtk_widget_add_css_class (self->ghosts[i], "night");
      else
        gtk_widget_remove_css_class (self->ghosts[i], "night");
    }
}

void
brine_hour_grid_show_drag (BrineHourGrid *self)
{
  g_autoptr (GArray) pieces = find_pieces (self);

  if (self->drag.occurrence != NULL)
    show_ghosts (self, pieces);
  else
    gtk_widget_set_visible (self->add_frame, pieces->len > 0);
  show_time (self);
  memcpy (self->glide_from, self->drawn, sizeof self->drawn);
  adw_animation_reset (self->snap);
  adw_animation_play (self->snap);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
brine_hour_grid_hide_drag (BrineHourGrid *self)
{
  adw_animation_reset (self->snap);
  brine_hour_grid_mark_origin (self);
  for (guint i = 0; i < BRINE_HOUR_GRID_N_GHOSTS; i++)
    {
      brine_occurrence_block_show (BRINE_OCCURRENCE_BLOCK (self->ghosts[i]), NULL,
                                   BRINE_BLOCK_WHOLE, (BrineLocal){ 0 });
      gtk_widget_set_visible (self->ghosts[i], FALSE);
      self->drawn[i] = GRAPHENE_RECT_INIT (0, 0, 0, 0);
    }
  gtk_widget_set_visible (self->add_frame, FALSE);
  gtk_widget_set_visible (self->time_label, FALSE);
  /* The handles come back. */
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* Places -------------------------------------------------------------------------------------- */

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
allocate_time_label (BrineHourGrid *self, const graphene_rect_t *beside)
{
  int width, height;
  double room = gtk_widget_get_width (GTK_WIDGET (self));
  double above = self->vadjustment != NULL ? gtk_adjustment_get_value (self->vadjustment) : 0;

  gtk_widget_measure (self->time_label, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  gtk_widget_measure (self->time_label, GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);
  double left = beside->origin.x + (beside->size.width - width) / 2;
  double top = beside->origin.y - height - LABEL_DISTANCE;
  if (top < above)
    top = beside->origin.y + beside->size.height + LABEL_DISTANCE;
  allocate_at (self->time_label, CLAMP (left, 0, MAX (room - width, 0)), top, width, height);
}

/* On the way from where it was drawn; what was not drawn is there at once. */
static graphene_rect_t
glide (BrineHourGrid *self, guint i, const graphene_rect_t *to)
{
  graphene_rect_t place = *to;

  if (adw_animation_get_state (self->snap) == ADW_ANIMATION_PLAYING
      && self->glide_from[i].size.width > 0)
    graphene_rect_interpolate (&self->glide_from[i], to, adw_animation_get_value (self->snap),
                               &place);
  return place;
}

void
brine_hour_grid_allocate_drag (BrineHourGrid *self)
{
  if (!brine_hour_grid_is_dragging (self) || !gtk_widget_get_visible (self->time_label))
    return;

  g_autoptr (GArray) pieces = find_pieces (self);
  for (guint i = 0; i < BRINE_HOUR_GRID_N_GHOSTS; i++)
    {
      GtkWidget *ghost = get_ghost (self, i);
      self->drawn[i] = GRAPHENE_RECT_INIT (0, 0, 0, 0);
      if (i >= pieces->len || ghost == NULL)
        continue;
      const BrineGridPiece *piece = &g_array_index (pieces, BrineGridPiece, i);
      graphene_rect_t to =
          GRAPHENE_RECT_INIT (brine_hour_grid_mirror_x (self, piece->x, piece->width), piece->y,
                              piece->width, piece->height);
      self->drawn[i] = glide (self, i, &to);
      if (gtk_widget_get_visible (ghost))
        allocate_at (ghost, self->drawn[i].origin.x, self->drawn[i].origin.y,
                     self->drawn[i].size.width, self->drawn[i].size.height);
    }
  guint beside = self->drawn[0].size.width > 0 || pieces->len < 2 ? 0 : 1;
  allocate_time_label (self, &self->drawn[beside]);
}

/* Handles ------------------------------------------------------------------------------------- */

/* A night lies below the others, which may say something where it ends. */
static gboolean
is_covered (BrineHourGrid *self, const graphene_rect_t *place)
{
  for (guint i = 0; i < self->pieces->len; i++)
    {
      const BrineGridPiece *piece = &g_array_index (self->pieces, BrineGridPiece, i);
      graphene_rect_t bounds = GRAPHENE_RECT_INIT (piece->x, piece->y, piece->width, piece->height);
      if (!piece->band && !piece->hidden && graphene_rect_intersection (&bounds, place, NULL))
        return TRUE;
    }
  return FALSE;
}

static void
allocate_grip (BrineHourGrid *self, GtkWidget *grip, const BrineGridPiece *piece, double y)
{
  double width = MIN (GRIP_WIDTH, piece->width / 2);
  double x = piece->x + (piece->width - width) / 2;
  graphene_rect_t place = GRAPHENE_RECT_INIT (x, y - GRIP_HEIGHT / 2.0, width, GRIP_HEIGHT);

  if (piece->band && is_covered (self, &place))
    return;
  gtk_widget_set_child_visible (grip, TRUE);
  allocate_at (grip, brine_hour_grid_mirror_x (self, x, width), y - GRIP_HEIGHT / 2.0, width,
               GRIP_HEIGHT);
}

/* Index of the span that shows its handles; -1: none. */
static int
get_gripped (BrineHourGrid *self)
{
  if (brine_hour_grid_is_dragging (self))
    return -1;
  if (self->hovered >= 0 && self->hovered < (int)self->occurrences->len)
    return self->hovered;
  for (guint i = 0; self->selected_key != NULL && i < self->occurrences->len; i++)
    if (g_str_equal (brine_occurrence_get_key (g_ptr_array_index (self->occurrences, i)),
                     self->selected_key))
      return i;
  return -1;
}

void
brine_hour_grid_allocate_grips (BrineHourGrid *self)
{
  int span = get_gripped (self);

  for (guint i = 0; i < G_N_ELEMENTS (self->grips); i++)
    gtk_widget_set_child_visible (self->grips[i], FALSE);
  if (span < 0 || !brine_hour_grid_can_resize (g_ptr_array_index (self->occurrences, span)))
    return;
  for (guint i = 0; i < self->pieces->len; i++)
    {
      const BrineGridPiece *piece = &g_array_index (self->pieces, BrineGridPiece, i);
      if ((int)piece->span != span || piece->hidden || piece->width < GRIP_FROM_WIDTH)
        continue;
      if (piece->begins)
        allocate_grip (self, self->grips[0], piece, piece->y);
      if (piece->ends)
        allocate_grip (self, self->grips[1], piece, piece->y + piece->height);
    }
}

/* Parts --------------------------------------------------------------------------------------- */

static void
on_snap_cb (double value, gpointer self)
{
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
brine_hour_grid_add_ghosts (BrineHourGrid *self)
{
  gtk_widget_set_visible (self->add_frame, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (self->ghosts); i++)
    {
      self->ghosts[i] = brine_occurrence_block_new ();
      gtk_widget_add_css_class (self->ghosts[i], "dragged");
      gtk_widget_set_can_target (self->ghosts[i], FALSE);
      gtk_widget_set_focusable (self->ghosts[i], FALSE);
      gtk_widget_set_visible (self->ghosts[i], FALSE);
      gtk_widget_set_parent (self->ghosts[i], GTK_WIDGET (self));
    }
  /* Unlike the hours, which every name tells, this is news. */
  self->time_label = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->time_label, "droptime");
  gtk_widget_add_css_class (self->time_label, "numeric");
  gtk_widget_set_can_target (self->time_label, FALSE);
  gtk_widget_set_visible (self->time_label, FALSE);
  gtk_widget_set_parent (self->time_label, GTK_WIDGET (self));
  self->snap = adw_timed_animation_new (GTK_WIDGET (self), 0, 1, SNAP_MS,
                                        adw_callback_animation_target_new (on_snap_cb, self, NULL));
  adw_timed_animation_set_easing (ADW_TIMED_ANIMATION (self->snap), ADW_EASE_OUT_CUBIC);
}
