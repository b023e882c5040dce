/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "brine-hour-grid-private.h"
#include "brine-now-line.h"
#include "brine-occurrence-block.h"

/* Where everything in the grid goes. */

#define USUAL_XFT_DPI (96 * 1024.0)
#define NOW_LINE_HEIGHT 2
#define NOW_DOT_SIZE 10
#define NOW_MARGIN 3

static void
allocate_child (GtkWidget *child, double x, double y, double width, double height)
{
  int unused;
  int w = MAX ((int)round (width), 0);
  int h = MAX ((int)round (height), 0);

  if (!gtk_widget_get_visible (child))
    return;
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &unused, NULL, NULL, NULL);
  w = MAX (w, unused);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, w, &unused, NULL, NULL, NULL);
  h = MAX (h, unused);
  gtk_widget_size_allocate (child, &(GtkAllocation){ (int)round (x), (int)round (y), w, h }, -1);
}

static void
allocate_columns (BrineHourGrid *self, int height)
{
  for (int i = 0; i < BRINE_HOUR_GRID_MAX_DAYS; i++)
    {
      gtk_widget_set_child_visible (self->columns[i], i < self->n_days);
      if (i >= self->n_days)
        continue;
      double x = brine_grid_get_column_x (self->geometry.width, self->n_days, i);
      double end = brine_grid_get_column_x (self->geometry.width, self->n_days, i + 1);
      allocate_child (self->columns[i], brine_hour_grid_mirror_x (self, x, end - x), 0, end - x,
                      height);
    }
}

static void
allocate_blocks (BrineHourGrid *self)
{
  for (guint i = 0; i < MIN (self->blocks->len, self->pieces->len); i++)
    {
      const BrineGridPiece *piece = &g_array_index (self->pieces, BrineGridPiece, i);
      GtkWidget *block = g_ptr_array_index (self->blocks, i);
      gtk_widget_set_child_visible (block, !piece->hidden);
      if (!piece->hidden)
        allocate_child (block, brine_hour_grid_mirror_x (self, piece->x, piece->width), piece->y,
                        piece->width, piece->height);
    }
  for (guint i = 0; i < self->chip_pool->len; i++)
    {
      gtk_widget_set_child_visible (g_ptr_array_index (self->chip_pool, i), i < self->chips->len);
      if (i >= self->chips->len)
        continue;
      const BrineGridChip *chip = &g_array_index (self->chips, BrineGridChip, i);
      allocate_child (g_ptr_array_index (self->chip_pool, i),
                      brine_hour_grid_mirror_x (self, chip->x, chip->width), chip->y, chip->width,
                      chip->height);
    }
}

static gboolean
now_is_shown (BrineHourGrid *self)
{
  return self->now.day >= self->first && self->now.day < self->first + self->n_days;
}

static void
allocate_label (BrineHourGrid *self, GtkWidget *label, double y)
{
  int width, height;
  int room = BRINE_HOUR_GRID_GUTTER - BRINE_HOUR_GRID_LABEL_MARGIN;

  gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  gtk_widget_measure (label, GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);
  /* A clock with AM and PM needs more room than its gutter leaves. */
  double x = MAX (room - width, 0) - BRINE_HOUR_GRID_GUTTER;
  allocate_child (label, brine_hour_grid_mirror_x (self, x, width), y - height / 2.0, width,
                  height);
}

static void
allocate_labels (BrineHourGrid *self)
{
  const BrineHourScale *scale = &self->geometry.scale;
  int step = brine_hour_scale_get_label_step (scale);
  double now_y =
      now_is_shown (self) ? brine_hour_scale_get_y (scale, self->now.second / 60.0) : -1000;

  for (int hour = 0; hour < BRINE_HOUR_GRID_N_LABELS; hour++)
    {
      double y = brine_hour_scale_get_y (scale, hour * 60.0);
      gboolean in_fold = hour * 60 < scale->fold_minute;
      /* In the fold only the middle of the night has room, and midnight would be cut off. */
      gboolean shown = hour > 0 && hour < 24
                       && (in_fold ? hour * 120 == scale->fold_minute : hour * 60 % step == 0)
                       && fabs (y - now_y) > 13 * self->geometry.text_scale;
      gtk_widget_set_child_visible (self->hour_labels[hour], shown);
      if (shown)
        allocate_label (self, self->hour_labels[hour], y);
    }
}

/* @bounds: in the coordinates of the line */
static void
add_gap (GArray *gaps, const graphene_rect_t *bounds)
{
  if (bounds->origin.y >= NOW_LINE_HEIGHT || bounds->origin.y + bounds->size.height <= 0)
    return;
  g_array_append_val (gaps, ((BrineNowGap){
                                bounds->origin.x - NOW_MARGIN,
                                bounds->origin.x + bounds->size.width + NOW_MARGIN,
                            }));
}

static void
add_block_gaps (BrineHourGrid *self, GArray *gaps, GtkWidget *block)
{
  graphene_rect_t marks[BRINE_BLOCK_N_MARKS];
  graphene_point_t origin;

  if (!gtk_widget_compute_point (block, self->now_line, &GRAPHENE_POINT_INIT (0, 0), &origin))
    return;
  guint n = brine_occurrence_block_get_marks (BRINE_OCCURRENCE_BLOCK (block), marks);
  for (guint i = 0; i < n; i++)
    {
      graphene_rect_offset (&marks[i], origin.x, origin.y);
      add_gap (gaps, &marks[i]);
    }
}

/* The line runs over the blocks, so that one sees how far they are, but strikes out no word. */
static void
leave_gaps (BrineHourGrid *self, double y)
{
  g_autoptr (GArray) gaps = g_array_new (FALSE, FALSE, sizeof (BrineNowGap));
  graphene_rect_t bounds;

  for (guint i = 0; i < MIN (self->blocks->len, self->pieces->len); i++)
    {
      const BrineGridPiece *piece = &g_array_index (self->pieces, BrineGridPiece, i);
      if (!piece->hidden && fabs (piece->y + piece->height / 2 - y) <= piece->height / 2 + 1)
        add_block_gaps (self, gaps, g_ptr_array_index (self->blocks, i));
    }
  for (guint i = 0; i < self->chips->len; i++)
    if (gtk_widget_compute_bounds (g_ptr_array_index (self->chip_pool, i), self->now_line, &bounds))
      add_gap (gaps, &bounds);
  brine_now_line_set_gaps (BRINE_NOW_LINE (self->now_line),
                           (const BrineNowGap *)(gpointer)gaps->data, gaps->len);
}

static void
allocate_now (BrineHourGrid *self)
{
  gboolean shown = now_is_shown (self);

  gtk_widget_set_child_visible (self->now_line, shown);
  gtk_widget_set_child_visible (self->now_dot, shown);
  gtk_widget_set_child_visible (self->now_label, shown);
  if (!shown)
    return;

  int column = self->now.day - self->first;
  double x = brine_grid_get_column_x (self->geometry.width, self->n_days, column);
  double end = brine_grid_get_column_x (self->geometry.width, self->n_days, column + 1);
  double y = round (brine_hour_scale_get_y (&self->geometry.scale, self->now.second / 60.0));
  allocate_child (self->now_line, brine_hour_grid_mirror_x (self, x, end - x),
                  y - NOW_LINE_HEIGHT / 2.0, end - x, NOW_LINE_HEIGHT);
  leave_gaps (self, y);
  allocate_child (self->now_dot,
                  brine_hour_grid_mirror_x (self, x - NOW_DOT_SIZE / 2.0, NOW_DOT_SIZE),
                  y - NOW_DOT_SIZE / 2.0, NOW_DOT_SIZE, NOW_DOT_SIZE);
  allocate_label (self, self->now_label, y);
}

static gboolean
geometry_equal (const BrineGridGeometry *a, const BrineGridGeometry *b)
{
  return a->first == b->first && a->n_days == b->n_days && a->width == b->width
         && a->scale.px_per_hour == b->scale.px_per_hour
         && a->scale.fold_minute == b->scale.fold_minute && a->text_scale == b->text_scale;
}

BrineHourScale
brine_hour_grid_get_scale (BrineHourGrid *self, double height)
{
  if (self->unfolded_px > 0)
    return (BrineHourScale){ self->unfolded_px, self->unfolded_px, 0 };
  return brine_hour_scale_for_step (self->zoom, height, self->text_scale);
}

void
brine_hour_grid_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  BrineHourGrid *self = BRINE_HOUR_GRID (widget);
  BrineGridGeometry geometry = { self->first, self->n_days, MAX (width - BRINE_HOUR_GRID_GUTTER, 0),
                                 brine_hour_grid_get_scale (self, height), self->text_scale };

  self->was_laid_out = TRUE;
  if (!geometry_equal (&geometry, &self->geometry))
    {
      self->geometry = geometry;
      brine_hour_grid_layout (self);
      /* Another size may leave other numbers of pieces without room. */
      brine_hour_grid_queue_rebuild (self);
    }

  allocate_columns (self, height);
  brine_busy_layer_set_geometry (BRINE_BUSY_LAYER (self->busy_layer), &self->geometry,
                                 BRINE_HOUR_GRID_GUTTER);
  gtk_widget_size_allocate (self->busy_layer, &(GtkAllocation){ 0, 0, width, height }, -1);
  allocate_blocks (self);
  allocate_labels (self);
  allocate_now (self);
  brine_hour_grid_allocate_cells (self);
  brine_hour_grid_allocate_grips (self);
  brine_hour_grid_allocate_drag (self);
}

/* Whoever reads larger letters gets larger hours. */
void
brine_hour_grid_read_text_scale (BrineHourGrid *self)
{
  int dpi = 0;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);
  self->text_scale = dpi > 0 ? CLAMP (dpi / USUAL_XFT_DPI, 0.5, 4) : 1;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* Public: zoom ----------------------------------------------------------------------------------- */

/* Scrolls so that @minute is @y px below the top of what is seen, once the day is so high. */
static void
scroll_zoomed (BrineHourGrid *self, double minute, double y)
{
  double page = gtk_adjustment_get_page_size (self->vadjustment);
  BrineHourScale scale = brine_hour_scale_for_step (self->zoom, page, self->text_scale);
  double height = MAX (brine_hour_scale_get_height (&scale), page);
  double value = brine_hour_scale_get_y (&scale, minute) - y;

  gtk_adjustment_configure (self->vadjustment, CLAMP (value, 0, height - page), 0, height,
                            page / 10, page * 0.9, page);
}

void
brine_hour_grid_zoom_at (BrineHourGrid *self, int step, double y)
{
  g_return_if_fail (BRINE_IS_HOUR_GRID (self));
  g_return_if_fail (step >= 0 && step < BRINE_HOUR_SCALE_N_STEPS);

  if (self->zoom == step)
    return;
  self->zoom = step;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  if (self->vadjustment == NULL)
    return;
  /* As it is still drawn */
  double minute = brine_hour_scale_get_minute (&self->geometry.scale,
                                               gtk_adjustment_get_value (self->vadjustment) + y);
  scroll_zoomed (self, minute, y);
}

void
brine_hour_grid_set_zoom (BrineHourGrid *self, int step)
{
  g_return_if_fail (BRINE_IS_HOUR_GRID (self));

  brine_hour_grid_zoom_at (self, step,
                           self->vadjustment != NULL
                               ? gtk_adjustment_get_page_size (self->vadjustment) / 2
                               : 0);
}

int
brine_hour_grid_get_zoom (BrineHourGrid *self)
{
  g_return_val_if_fail (BRINE_IS_HOUR_GRID (self), BRINE_HOUR_SCALE_FIT);

  return self->zoom;
}

void
brine_hour_grid_scroll_to (BrineHourGrid *self, int minute)
{
  g_return_if_fail (BRINE_IS_HOUR_GRID (self));

  BrineHourScale scale = brine_hour_scale_for_step (self->zoom, 0, self->text_scale);
  if (self->vadjustment != NULL && self->zoom != BRINE_HOUR_SCALE_FIT)
    gtk_adjustment_set_value (self->vadjustment, brine_hour_scale_get_y (&scale, minute));
}
