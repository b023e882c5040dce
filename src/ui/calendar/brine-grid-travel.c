/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-grid-travel.h"

gboolean
brine_grid_piece_is_stop (const BrineGridPiece *piece, int n_days)
{
  g_return_val_if_fail (piece != NULL, FALSE);

  if (piece->hidden)
    return FALSE;
  if (piece->band)
    return piece->ends || piece->column == n_days - 1;
  return piece->begins || piece->column == 0;
}

static int
compare_stops (gconstpointer a, gconstpointer b)
{
  const BrineGridStop *s = a;
  const BrineGridStop *t = b;

  if (s->minute != t->minute)
    return s->minute < t->minute ? -1 : 1;
  return (s->piece > t->piece) - (s->piece < t->piece);
}

static gboolean
hour_is_open (const GArray *pieces, int n_days, int column, int minute)
{
  for (guint i = 0; i < pieces->len; i++)
    {
      const BrineGridPiece *piece = &g_array_index (pieces, BrineGridPiece, i);
      if (piece->column != column || piece->hidden)
        continue;
      if (piece->from_minute <= minute && piece->to_minute >= minute + 60)
        return FALSE;
      if (brine_grid_piece_is_stop (piece, n_days) && (int)piece->from_minute >= minute
          && (int)piece->from_minute < minute + 60)
        return FALSE;
    }
  return TRUE;
}

void
brine_grid_list_stops (const GArray *pieces, int n_days, int column, GArray *out_stops)
{
  g_return_if_fail (pieces != NULL && out_stops != NULL);

  guint first = out_stops->len;
  for (guint i = 0; i < pieces->len; i++)
    {
      const BrineGridPiece *piece = &g_array_index (pieces, BrineGridPiece, i);
      if (piece->column != column || !brine_grid_piece_is_stop (piece, n_days))
        continue;
      BrineGridStop stop = { column, (int)piece->from_minute, i };
      g_array_append_val (out_stops, stop);
    }
  for (int minute = 0; minute < BRINE_MINUTES_PER_DAY; minute += 60)
    {
      BrineGridStop stop = { column, minute, -1 };
      if (hour_is_open (pieces, n_days, column, minute))
        g_array_append_val (out_stops, stop);
    }
  if (out_stops->len > first)
    qsort (&g_array_index (out_stops, BrineGridStop, first), out_stops->len - first,
           sizeof (BrineGridStop), compare_stops);
}

static guint
find_nearest (const GArray *stops, int minute)
{
  guint best = 0;
  int best_distance = G_MAXINT;

  for (guint i = 0; i < stops->len; i++)
    {
      const BrineGridStop *stop = &g_array_index (stops, BrineGridStop, i);
      int distance = 2 * ABS (stop->minute - minute) + (stop->piece < 0 ? 1 : 0);
      if (distance < best_distance)
        {
          best = i;
          best_distance = distance;
        }
    }
  return best;
}

BrineGridStop
brine_grid_find_stop (const GArray *pieces, int n_days, int column, int minute)
{
  BrineGridStop stop = { column, minute, -1 };
  g_autoptr (GArray) stops = g_array_new (FALSE, FALSE, sizeof (BrineGridStop));

  g_return_val_if_fail (pieces != NULL, stop);

  brine_grid_list_stops (pieces, n_days, column, stops);
  /* A day can be covered from midnight to midnight by what began before it. */
  if (stops->len == 0)
    return stop;
  return g_array_index (stops, BrineGridStop, find_nearest (stops, minute));
}

static gboolean
travel_in_day (const GArray *pieces, int n_days, BrineGridStop from, int step,
               BrineGridStop *out_to)
{
  g_autoptr (GArray) stops = g_array_new (FALSE, FALSE, sizeof (BrineGridStop));

  brine_grid_list_stops (pieces, n_days, from.column, stops);
  if (stops->len == 0)
    return FALSE;

  int at = -1;
  for (guint i = 0; i < stops->len && at < 0; i++)
    {
      const BrineGridStop *stop = &g_array_index (stops, BrineGridStop, i);
      if (from.piece >= 0 ? stop->piece == from.piece
                          : stop->piece < 0 && stop->minute == from.minute)
        at = i;
    }
  if (at < 0)
    at = find_nearest (stops, from.minute);
  if (at + step < 0 || at + step >= (int)stops->len)
    return FALSE;
  *out_to = g_array_index (stops, BrineGridStop, at + step);
  return TRUE;
}

gboolean
brine_grid_travel (const GArray *pieces, int n_days, BrineGridStop from,
                   BrineGridDirection direction, BrineGridStop *out_to)
{
  g_return_val_if_fail (pieces != NULL && out_to != NULL, FALSE);

  if (direction == BRINE_GRID_UP || direction == BRINE_GRID_DOWN)
    return travel_in_day (pieces, n_days, from, direction == BRINE_GRID_UP ? -1 : 1, out_to);

  int column = from.column + (direction == BRINE_GRID_BACK ? -1 : 1);
  if (column < 0 || column >= n_days)
    return FALSE;
  *out_to = brine_grid_find_stop (pieces, n_days, column, from.minute);
  return TRUE;
}
