/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-grid-layout.h"

G_BEGIN_DECLS

/*
 * What the pointer means in the hour grid: pure arithmetic of the wall clock. A day has 24 hours
 * here, also one on which the clocks change: a plan is floating time.
 */

/* A point of the grid: a day and a minute of it, 0 to 1,440, snapped to nothing. */
typedef struct
{
  BrineDay day;
  double minute;
} BrineGridPoint;

/* When something takes place, and for how long. */
typedef struct
{
  BrineLocal start;
  int minutes;
} BrineGridPlace;

typedef enum
{
  BRINE_GRID_GRIP_NONE,
  BRINE_GRID_GRIP_START,
  BRINE_GRID_GRIP_END,
} BrineGridGrip;

/* Steps of a drag in minutes, and how short it makes anything. */
#define BRINE_GRID_STEP_MINUTES 15
#define BRINE_GRID_FINE_STEP_MINUTES 5
/* Height of the zone at either end that resizes; a low piece leaves half of it for moving. */
#define BRINE_GRID_GRIP_HEIGHT 8.0

/* The end of @piece that is held at @y; NONE in between, and where the piece goes on elsewhere. */
BrineGridGrip brine_grid_get_grip (const BrineGridPiece *piece, double y);

/* Nearest multiple of @step; also for minutes before and after the day. */
int brine_grid_snap (double minute, int step);

/**
 * brine_grid_aim_move:
 * @from: where it was
 * @grabbed: the point of it that the pointer holds
 * @at: where the pointer is
 * @step: to what it snaps, in minutes
 * @night: it may begin on the day before the one pointed to
 *
 * Returns: where it goes, as long as it was. Nothing but a night begins before or after its day.
 */
BrineGridPlace brine_grid_aim_move (BrineGridPlace from, BrineGridPoint grabbed, BrineGridPoint at,
                                    int step, gboolean night);
/**
 * brine_grid_aim_grip:
 * @grip: which end is held: START or END
 *
 * Returns: @from with that end elsewhere and the other where it was, @step or longer. The end stays
 *   on its day, up to midnight; that of a night goes over midnight, whichever day is pointed to.
 */
BrineGridPlace brine_grid_aim_grip (BrineGridPlace from, BrineGridGrip grip, BrineGridPoint grabbed,
                                    BrineGridPoint at, int step, gboolean night);
/* From the step that is pressed in to that under the pointer, on the day of @grabbed. */
BrineGridPlace brine_grid_aim_add (BrineGridPoint grabbed, BrineGridPoint at, int step);
/* What @minutes takes when it is dropped at @at; it begins on that day. */
BrineGridPlace brine_grid_aim_drop (BrineGridPoint at, int minutes, int step);
/* By key: one end @by minutes later. It does not get shorter than a step, unless it was. */
BrineGridPlace brine_grid_nudge_grip (BrineGridPlace from, BrineGridGrip grip, int by);

gboolean brine_grid_place_equal (BrineGridPlace a, BrineGridPlace b);
BrineLocal brine_grid_place_get_end (BrineGridPlace place);

/* Where the days that are shown end: -1 when @x, in reading direction, is before the first column,
 * 1 when it is at the end of the last, else 0. */
int brine_grid_get_edge (double width, double x);

G_END_DECLS
