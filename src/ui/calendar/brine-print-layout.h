/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * A table on paper: rows and columns of cells, in which entries stand below one another. Pure; all
 * lengths are points, x counts in reading direction, and nothing is ever cut: what does not fit
 * goes on on the next page, below the same heads.
 */

/**
 * BrinePrintShape:
 * @width: room on a page
 * @height: likewise
 * @row_head_width: of the heads of rows, at the start; 0: none
 * @head_height: of the heads of columns, on top of each page
 * @cell_head_height: what each cell says above its entries; 0: nothing
 * @padding: between the frame of a cell and what is in it
 */
typedef struct
{
  int n_rows;
  int n_columns;
  double width;
  double height;
  double row_head_width;
  double head_height;
  double cell_head_height;
  double padding;
} BrinePrintShape;

typedef enum
{
  BRINE_PRINT_COLUMN_HEAD,
  BRINE_PRINT_ROW_HEAD,
  BRINE_PRINT_CELL,
  BRINE_PRINT_CELL_HEAD,
  BRINE_PRINT_ENTRY,
} BrinePrintKind;

/**
 * BrinePrintBox:
 * @page: 0 for the first
 * @row: -1 for the head of a column
 * @column: -1 for the head of a row
 * @entry: its index in the cell, for an entry
 * @scale: below 1 for an entry that is higher than a page and is drawn smaller
 */
typedef struct
{
  BrinePrintKind kind;
  int page;
  int row;
  int column;
  guint entry;
  double x;
  double y;
  double width;
  double height;
  double scale;
} BrinePrintBox;

/* How many entries a cell has. */
typedef guint (*BrinePrintCount) (int row, int column, gpointer data);
/* How high an entry is in @width points. */
typedef double (*BrinePrintMeasure) (int row, int column, guint entry, double width, gpointer data);

/**
 * brine_print_layout:
 * @out_boxes: (element-type BrinePrintBox): emptied, then filled in the order of drawing
 *
 * A row stays together where a page can hold it. What is left of a single page is shared out to
 * its rows.
 *
 * Returns: the number of pages, 1 or more
 */
int brine_print_layout (const BrinePrintShape *shape, BrinePrintCount count,
                        BrinePrintMeasure measure, gpointer data, GArray *out_boxes);

G_END_DECLS
