/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-print-layout.h"

typedef struct
{
  const BrinePrintShape *shape;
  BrinePrintCount count;
  BrinePrintMeasure measure;
  gpointer data;
  GArray *boxes;
  int page;
  double y;     /* where the next row begins on the page */
  double extra; /* what each row gets beyond its need */
  guint *next;  /* the first entry of each column that is not placed, in the row at hand */
} Layout;

/* Widths -------------------------------------------------------------------------------------- */

static double
get_column_width (const Layout *layout)
{
  return (layout->shape->width - layout->shape->row_head_width) / layout->shape->n_columns;
}

static double
get_text_width (const Layout *layout)
{
  return MAX (get_column_width (layout) - 2 * layout->shape->padding, 1);
}

static void
add_box (Layout *layout, BrinePrintKind kind, int row, int column, double y, double height)
{
  const BrinePrintShape *shape = layout->shape;
  double width = get_column_width (layout);
  BrinePrintBox box = { .kind = kind,
                        .page = layout->page,
                        .row = row,
                        .column = column,
                        .x = shape->row_head_width + column * width,
                        .y = y,
                        .width = width,
                        .height = height,
                        .scale = 1 };

  if (kind == BRINE_PRINT_ROW_HEAD)
    {
      box.x = 0;
      box.width = shape->row_head_width;
    }
  g_array_append_val (layout->boxes, box);
}

static void
add_entry (Layout *layout, int row, int column, guint entry, double y, double height, double scale)
{
  BrinePrintBox *box;

  add_box (layout, BRINE_PRINT_ENTRY, row, column, y, height);
  box = &g_array_index (layout->boxes, BrinePrintBox, layout->boxes->len - 1);
  box->entry = entry;
  box->scale = scale;
  box->x += layout->shape->padding;
  box->width = get_text_width (layout);
}

/* Pages --------------------------------------------------------------------------------------- */

static void
begin_page (Layout *layout)
{
  for (int column = 0; column < layout->shape->n_columns; column++)
    add_box (layout, BRINE_PRINT_COLUMN_HEAD, -1, column, 0, layout->shape->head_height);
  layout->y = layout->shape->head_height;
}

static void
turn_page (Layout *layout)
{
  layout->page++;
  begin_page (layout);
}

static double
get_body_height (const Layout *layout)
{
  return layout->shape->height - layout->shape->head_height;
}

/* Around the entries of a cell. */
static double
get_frame_height (const Layout *layout)
{
  return layout->shape->cell_head_height + 2 * layout->shape->padding;
}

/* Rows ---------------------------------------------------------------------------------------- */

/* What is left of a row, undivided. */
static double
measure_row (const Layout *layout, int row)
{
  double highest = 0;

  for (int column = 0; column < layout->shape->n_columns; column++)
    {
      guint n = layout->count (row, column, layout->data);
      double height = 0;
      for (guint i = layout->next[column]; i < n; i++)
        height += layout->measure (row, column, i, get_text_width (layout), layout->data);
      highest = MAX (highest, height);
    }
  return highest + get_frame_height (layout);
}

/* Places what fits into @room of one cell. Returns how high that is. */
static double
fill_cell (Layout *layout, int row, int column, double room)
{
  guint n = layout->count (row, column, layout->data);
  double top = layout->y + layout->shape->cell_head_height + layout->shape->padding;
  double used = 0;

  for (; layout->next[column] < n; layout->next[column]++)
    {
      guint entry = layout->next[column];
      double height = layout->measure (row, column, entry, get_text_width (layout), layout->data);
      double scale = MIN (1, (get_body_height (layout) - get_frame_height (layout)) / height);
      if (used + height * scale > room + 0.01)
        break;
      add_entry (layout, row, column, entry, top + used, height * scale, scale);
      used += height * scale;
    }
  return used;
}

static gboolean
is_row_done (const Layout *layout, int row)
{
  for (int column = 0; column < layout->shape->n_columns; column++)
    if (layout->next[column] < layout->count (row, column, layout->data))
      return FALSE;
  return TRUE;
}

/* Frames and heads of the piece of a row that was filled, before its entries in the drawing. */
static void
frame_row (Layout *layout, int row, double height)
{
  if (layout->shape->row_head_width > 0)
    add_box (layout, BRINE_PRINT_ROW_HEAD, row, -1, layout->y, height);
  for (int column = 0; column < layout->shape->n_columns; column++)
    {
      add_box (layout, BRINE_PRINT_CELL, row, column, layout->y, height);
      if (layout->shape->cell_head_height > 0)
        add_box (layout, BRINE_PRINT_CELL_HEAD, row, column, layout->y + layout->shape->padding,
                 layout->shape->cell_head_height);
    }
}

/* As much of the row as this page holds. */
static void
place_piece (Layout *layout, int row)
{
  double room = layout->shape->height - layout->y - get_frame_height (layout);
  double used = 0;
  double height;

  for (int column = 0; column < layout->shape->n_columns; column++)
    {
      double filled = fill_cell (layout, row, column, room);
      used = MAX (used, filled);
    }
  height = used + get_frame_height (layout);
  if (is_row_done (layout, row))
    height += layout->extra;
  frame_row (layout, row, height);
  layout->y += height;
}

static void
place_row (Layout *layout, int row)
{
  double whole;

  for (int column = 0; column < layout->shape->n_columns; column++)
    layout->next[column] = 0;
  whole = measure_row (layout, row);
  if (whole > layout->shape->height - layout->y + 0.01 && layout->y > layout->shape->head_height)
    turn_page (layout);
  place_piece (layout, row);
  while (!is_row_done (layout, row))
    {
      turn_page (layout);
      place_piece (layout, row);
    }
}

static void
share_out (Layout *layout)
{
  double need = 0;

  for (int row = 0; row < layout->shape->n_rows; row++)
    need += measure_row (layout, row);
  if (need < get_body_height (layout))
    layout->extra = (get_body_height (layout) - need) / layout->shape->n_rows;
}

int
brine_print_layout (const BrinePrintShape *shape, BrinePrintCount count, BrinePrintMeasure measure,
                    gpointer data, GArray *out_boxes)
{
  g_autofree guint *next = NULL;

  g_return_val_if_fail (shape != NULL && count != NULL && measure != NULL && out_boxes != NULL, 1);
  g_return_val_if_fail (shape->n_rows > 0 && shape->n_columns > 0, 1);

  next = g_new0 (guint, shape->n_columns);
  Layout layout = { shape, count, measure, data, out_boxes, 0, 0, 0, next };
  g_array_set_size (out_boxes, 0);
  begin_page (&layout);
  share_out (&layout);
  for (int row = 0; row < shape->n_rows; row++)
    place_row (&layout, row);
  return layout.page + 1;
}
