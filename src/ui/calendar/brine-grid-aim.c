/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-grid-aim.h"

#include <math.h>

/* No night is drawn longer: an end that is pulled through the other stays beside it. */
#define LONGEST_NIGHT_MINUTES (20 * 60)
/* px inside the last column, where the window may end; before the first are the hour labels. */
#define EDGE_WIDTH 12.0

BrineGridGrip
brine_grid_get_grip (const BrineGridPiece *piece, double y)
{
  g_return_val_if_fail (piece != NULL, BRINE_GRID_GRIP_NONE);

  double zone = MIN (BRINE_GRID_GRIP_HEIGHT, piece->height / 4);
  double bottom = piece->y + piece->height;

  if (piece->begins && y >= piece->y && y < piece->y + zone)
    return BRINE_GRID_GRIP_START;
  if (piece->ends && y > bottom - zone && y <= bottom)
    return BRINE_GRID_GRIP_END;
  return BRINE_GRID_GRIP_NONE;
}

int
brine_grid_snap (double minute, int step)
{
  g_return_val_if_fail (step > 0, 0);

  return (int)floor (minute / step + 0.5) * step;
}

static BrineLocal
add_minutes (BrineLocal local, int minutes)
{
  return brine_local_add_seconds (local, (int64_t)minutes * 60);
}

/* Minutes from midnight of @day; negative on days before. */
static double
get_minute_from (BrineLocal local, BrineDay day)
{
  return (double)(local.day - day) * BRINE_MINUTES_PER_DAY + local.second / 60.0;
}

static BrineLocal
make_local (BrineDay day, int minute)
{
  return add_minutes ((BrineLocal){ day, 0 }, minute);
}

BrineGridPlace
brine_grid_aim_move (BrineGridPlace from, BrineGridPoint grabbed, BrineGridPoint at, int step,
                     gboolean night)
{
  int minute = brine_grid_snap (from.start.second / 60.0 + at.minute - grabbed.minute, step);

  if (!night)
    minute = CLAMP (minute, 0, BRINE_MINUTES_PER_DAY - step);
  return (BrineGridPlace){ make_local (from.start.day + at.day - grabbed.day, minute),
                           from.minutes };
}

/* Minutes, 0 to 1,439, from one time of day on to the next time that it is another. */
static int
get_minutes_round (int from, int to)
{
  int minutes = (to - from) % BRINE_MINUTES_PER_DAY;

  return minutes < 0 ? minutes + BRINE_MINUTES_PER_DAY : minutes;
}

static int
get_night_minutes (int bed, int wake, int step)
{
  int minutes = get_minutes_round (bed, wake);

  return minutes > LONGEST_NIGHT_MINUTES ? step : MAX (minutes, step);
}

static BrineGridPlace
aim_end (BrineGridPlace from, double by, int step, gboolean night)
{
  BrineLocal end = brine_grid_place_get_end (from);
  int start_minute = from.start.second / 60;

  if (night)
    {
      int wake = brine_grid_snap (end.second / 60.0 + by, step);
      return (BrineGridPlace){ from.start, get_night_minutes (start_minute, wake, step) };
    }
  /* What ends at midnight ends on the day before it. */
  BrineDay day = end.second == 0 && end.day > from.start.day ? end.day - 1 : end.day;
  int minute =
      CLAMP (brine_grid_snap (get_minute_from (end, day) + by, step), 0, BRINE_MINUTES_PER_DAY);
  int minutes = (day - from.start.day) * BRINE_MINUTES_PER_DAY + minute - start_minute;
  return (BrineGridPlace){ from.start, MAX (minutes, step) };
}

static BrineGridPlace
aim_start (BrineGridPlace from, double by, int step, gboolean night)
{
  BrineLocal end = brine_grid_place_get_end (from);
  int minute = brine_grid_snap (from.start.second / 60.0 + by, step);
  int minutes;

  if (night)
    minutes = get_night_minutes (minute, end.second / 60, step);
  else
    minutes = (int)get_minute_from (end, from.start.day)
              - CLAMP (minute, 0, BRINE_MINUTES_PER_DAY - step);
  minutes = MAX (minutes, step);
  return (BrineGridPlace){ add_minutes (end, -minutes), minutes };
}

BrineGridPlace
brine_grid_aim_grip (BrineGridPlace from, BrineGridGrip grip, BrineGridPoint grabbed,
                     BrineGridPoint at, int step, gboolean night)
{
  double by = at.minute - grabbed.minute;

  switch (grip)
    {
    case BRINE_GRID_GRIP_START:
      return aim_start (from, by, step, night);
    case BRINE_GRID_GRIP_END:
      return aim_end (from, by, step, night);
    case BRINE_GRID_GRIP_NONE:
    default:
      return from;
    }
}

BrineGridPlace
brine_grid_aim_add (BrineGridPoint grabbed, BrineGridPoint at, int step)
{
  int from = (int)floor (MIN (at.minute, grabbed.minute));
  int to = (int)ceil (MAX (at.minute, grabbed.minute));

  from = MIN (from - from % step, BRINE_MINUTES_PER_DAY - step);
  to = MAX (brine_grid_snap (to, step), from + step);
  return (BrineGridPlace){ make_local (grabbed.day, from), to - from };
}

BrineGridPlace
brine_grid_aim_drop (BrineGridPoint at, int minutes, int step)
{
  int minute = CLAMP (brine_grid_snap (at.minute, step), 0, BRINE_MINUTES_PER_DAY - step);

  return (BrineGridPlace){ make_local (at.day, minute), minutes };
}

BrineGridPlace
brine_grid_nudge_grip (BrineGridPlace from, BrineGridGrip grip, int by)
{
  int shortest = MIN (from.minutes, BRINE_GRID_STEP_MINUTES);
  int longest = MAX (from.minutes, BRINE_MINUTES_PER_DAY);
  int minutes = CLAMP (from.minutes + (grip == BRINE_GRID_GRIP_END ? by : -by), shortest, longest);

  if (grip == BRINE_GRID_GRIP_START)
    from.start = add_minutes (from.start, from.minutes - minutes);
  from.minutes = minutes;
  return from;
}

gboolean
brine_grid_place_equal (BrineGridPlace a, BrineGridPlace b)
{
  return brine_local_equal (a.start, b.start) && a.minutes == b.minutes;
}

BrineLocal
brine_grid_place_get_end (BrineGridPlace place)
{
  return add_minutes (place.start, place.minutes);
}

int
brine_grid_get_edge (double width, double x)
{
  if (x < 0)
    return -1;
  return x > width - EDGE_WIDTH ? 1 : 0;
}
