/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-hour-scale.h"
#include "brine-time.h"

G_BEGIN_DECLS

/* Something that lasts from @start to @end by the wall clock. */
typedef struct
{
  BrineLocal start;
  BrineLocal end;
  gboolean band; /* a night: as wide as the column, behind everything else */
} BrineGridSpan;

/* The columns: @n_days from @first on share @width, which has no hour labels in it. @text_scale:
 * how much larger than usual the user reads; low pieces grow with it. */
typedef struct
{
  BrineDay first;
  int n_days;
  double width;
  BrineHourScale scale;
  double text_scale;
} BrineGridGeometry;

/**
 * BrineGridPiece:
 * @span: index of its span
 * @column: its day, counted from the first
 * @from_minute: where it begins in that day, 0 to 1,440
 * @to_minute: where it ends in that day
 * @begins: the span begins in this piece; not so for the morning half of a night
 * @ends: the span ends in this piece
 * @lane: place among what it shares the column with
 * @hidden: there are too many beside one another; it is counted by a chip
 * @chip: index of the chip that counts it; -1 when it is not hidden
 * @inset: of a night: px at the end that carries its words that other pieces cover
 *
 * The part of a span that lies in one day, and where it is drawn. x counts from the first column
 * in reading direction.
 */
typedef struct
{
  guint span;
  int column;
  double from_minute;
  double to_minute;
  gboolean begins;
  gboolean ends;
  gboolean band;
  int lane;
  gboolean hidden;
  int chip;
  double x;
  double y;
  double width;
  double height;
  double inset;
} BrineGridPiece;

/* Stands for @count pieces that have no room. */
typedef struct
{
  int column;
  int count;
  double x;
  double y;
  double width;
  double height;
} BrineGridChip;

#define BRINE_GRID_COLUMN_PADDING 3.0
#define BRINE_GRID_LANE_GAP 3.0
#define BRINE_GRID_MIN_HEIGHT 23.0
/* A short piece gives way to the one that follows it down to this, before they share lanes. */
#define BRINE_GRID_SQUEEZED_HEIGHT 20.0
#define BRINE_GRID_MAX_LANES 3
#define BRINE_GRID_CHIP_WIDTH 30.0

/* Left edge of column @column in whole pixels; of @n_days it is the end of the last. */
double brine_grid_get_column_x (double width, int n_days, int column);
/* Column at @x; clamped to the columns there are. */
int brine_grid_get_column (double width, int n_days, double x);

/**
 * brine_grid_layout:
 * @out_pieces: (element-type BrineGridPiece): emptied, then filled by column; in a column the
 *   bands come first, then by start and longer first, which is the order of drawing
 * @out_chips: (element-type BrineGridChip): emptied, then filled
 *
 * Cuts spans at midnight and gives each piece its place. What counts for an overlap is what is
 * drawn: a short piece is drawn BRINE_GRID_MIN_HEIGHT high, a little less when that makes room. Pieces that overlap, also by way of
 * others, share the column evenly; from the fourth lane on a chip stands for them.
 */
void brine_grid_layout (const BrineGridGeometry *geometry, const BrineGridSpan *spans,
                        guint n_spans, GArray *out_pieces, GArray *out_chips);

/* Index of the topmost shown piece at (@x, @y); -1: none. */
int brine_grid_hit (const GArray *pieces, double x, double y);

G_END_DECLS
