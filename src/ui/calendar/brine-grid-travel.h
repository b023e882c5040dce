/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-grid-layout.h"

G_BEGIN_DECLS

/* Where the keyboard is: on a piece, or on an empty hour. */
typedef struct
{
  int column;
  int minute; /* of the day: begin of the piece or of the hour */
  int piece;  /* index of the piece; -1: an empty hour */
} BrineGridStop;

typedef enum
{
  BRINE_GRID_UP,
  BRINE_GRID_DOWN,
  BRINE_GRID_BACK,    /* the day before */
  BRINE_GRID_FORWARD, /* the day after */
} BrineGridDirection;

/* Whether the keyboard stops at @piece: once for each span. A night is met where it ends, since
 * that is its day and carries its name; what began before the first column, where it is seen. */
gboolean brine_grid_piece_is_stop (const BrineGridPiece *piece, int n_days);

/* Appends the stops of one day from morning to night: every piece, and every full hour in which
 * none begins and that is not wholly covered. */
void brine_grid_list_stops (const GArray *pieces, int n_days, int column, GArray *out_stops);

/* The stop of @column that is nearest to @minute; of two equally near ones a piece. */
BrineGridStop brine_grid_find_stop (const GArray *pieces, int n_days, int column, int minute);

/* FALSE, @out_to untouched: it would leave the days that are shown, or the day upwards or
 * downwards. */
gboolean brine_grid_travel (const GArray *pieces, int n_days, BrineGridStop from,
                            BrineGridDirection direction, BrineGridStop *out_to);

G_END_DECLS
