/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-grid-layout.h"

#include <math.h>

double
brine_grid_get_column_x (double width, int n_days, int column)
{
  g_return_val_if_fail (n_days > 0, 0);

  return round (width * column / n_days);
}

int
brine_grid_get_column (double width, int n_days, double x)
{
  g_return_val_if_fail (n_days > 0, 0);

  if (width <= 0)
    return 0;
  int column = CLAMP ((int)floor (x * n_days / width), 0, n_days - 1);
  /* Edges are rounded to pixels: the neighbour may own the last half pixel. */
  if (column + 1 < n_days && x >= brine_grid_get_column_x (width, n_days, column + 1))
    column++;
  else if (column > 0 && x < brine_grid_get_column_x (width, n_days, column))
    column--;
  return column;
}

/* Pieces ------------------------------------------------------------------------------------- */

static double
minute_in_day (BrineLocal local, BrineDay day)
{
  if (local.day < day)
    return 0;
  return local.day > day ? BRINE_MINUTES_PER_DAY : local.second / 60.0;
}

static void
place_vertically (BrineGridPiece *piece, const BrineGridGeometry *geometry)
{
  const BrineHourScale *scale = &geometry->scale;
  double top = round (brine_hour_scale_get_y (scale, piece->from_minute));
  double bottom = round (brine_hour_scale_get_y (scale, piece->to_minute));
  double height = brine_hour_scale_get_height (scale);

  /* One pixel of ground between two that touch; a night ends flat at midnight. */
  piece->height = MAX (bottom - top - (piece->ends ? 1 : 0),
                       round (BRINE_GRID_MIN_HEIGHT * geometry->text_scale));
  piece->y = MAX (MIN (top, height - piece->height), 0);
}

static void
cut_span (const BrineGridGeometry *geometry, const BrineGridSpan *span, guint index, GArray *pieces)
{
  BrineDay last = geometry->first + geometry->n_days - 1;
  gboolean empty = brine_local_compare (span->end, span->start) <= 0;
  BrineLocal end = empty ? span->start : span->end;
  /* What ends at midnight has no part in the day that begins then. */
  BrineDay end_day = end.second == 0 && end.day > span->start.day ? end.day - 1 : end.day;

  for (BrineDay day = MAX (span->start.day, geometry->first); day <= MIN (end_day, last); day++)
    {
      BrineGridPiece piece = {
        .span = index,
        .column = day - geometry->first,
        .from_minute = minute_in_day (span->start, day),
        .to_minute = minute_in_day (end, day),
        .begins = day == span->start.day,
        .ends = day == end_day,
        .band = span->band,
        .chip = -1,
      };
      place_vertically (&piece, geometry);
      g_array_append_val (pieces, piece);
    }
}

static int
compare_pieces (gconstpointer a, gconstpointer b)
{
  const BrineGridPiece *p = a;
  const BrineGridPiece *q = b;

  if (p->column != q->column)
    return p->column < q->column ? -1 : 1;
  if (p->band != q->band)
    return p->band ? -1 : 1;
  if (p->from_minute != q->from_minute)
    return p->from_minute < q->from_minute ? -1 : 1;
  if (p->to_minute != q->to_minute)
    return p->to_minute > q->to_minute ? -1 : 1;
  return (p->span > q->span) - (p->span < q->span);
}

/* Lanes -------------------------------------------------------------------------------------- */

/* What has none of the lanes that are shown is in the one after them, however many lie there. */
static int
find_free_lane (GArray *bottoms, double y)
{
  for (guint lane = 0; lane < bottoms->len; lane++)
    if (lane == BRINE_GRID_MAX_LANES || g_array_index (bottoms, double, lane) <= y)
      return lane;

  double none = 0;
  g_array_append_val (bottoms, none);
  return bottoms->len - 1;
}

/* The chip of a cluster stands at its end edge, beside the first piece that it hides. */
static void
add_chip (BrineGridPiece *pieces, guint n, double right, GArray *chips)
{
  BrineGridChip chip = { .column = pieces[0].column,
                         .y = -1,
                         .x = right - BRINE_GRID_CHIP_WIDTH,
                         .width = BRINE_GRID_CHIP_WIDTH,
                         .height = BRINE_GRID_MIN_HEIGHT };

  for (guint i = 0; i < n; i++)
    {
      if (pieces[i].lane < BRINE_GRID_MAX_LANES)
        continue;
      pieces[i].hidden = TRUE;
      pieces[i].chip = chips->len;
      chip.count++;
      if (chip.y < 0)
        chip.y = pieces[i].y;
    }
  g_array_append_val (chips, chip);
}

static void
place_cluster (BrineGridPiece *pieces, guint n, int n_lanes, double left, double right,
               GArray *chips)
{
  int shown = MIN (n_lanes, BRINE_GRID_MAX_LANES);
  double end = right;

  if (n_lanes > BRINE_GRID_MAX_LANES)
    {
      add_chip (pieces, n, right, chips);
      end -= BRINE_GRID_CHIP_WIDTH + BRINE_GRID_LANE_GAP;
    }

  double pitch = (end - left + BRINE_GRID_LANE_GAP) / shown;
  for (guint i = 0; i < n; i++)
    {
      int lane = MIN (pieces[i].lane, shown - 1);
      double x = round (left + lane * pitch);
      pieces[i].x = x;
      pieces[i].width = MAX (round (left + (lane + 1) * pitch) - BRINE_GRID_LANE_GAP - x, 1);
    }
}

/* @pieces: those of one column that are no bands, in order of their start. A cluster ends where
 * nothing of it reaches any further. */
static void
place_lanes (BrineGridPiece *pieces, guint n, double left, double right, GArray *chips)
{
  g_autoptr (GArray) bottoms = g_array_new (FALSE, FALSE, sizeof (double));
  guint first = 0;
  double reach = 0;

  for (guint i = 0; i < n; i++)
    {
      if (i > first && pieces[i].y >= reach)
        {
          place_cluster (pieces + first, i - first, bottoms->len, left, right, chips);
          g_array_set_size (bottoms, 0);
          first = i;
        }
      pieces[i].lane = find_free_lane (bottoms, pieces[i].y);
      g_array_index (bottoms, double, pieces[i].lane) = pieces[i].y + pieces[i].height;
      reach = MAX (i == first ? 0 : reach, pieces[i].y + pieces[i].height);
    }
  if (n > first)
    place_cluster (pieces + first, n - first, bottoms->len, left, right, chips);
}

/* The first piece from @low on that begins after @piece is over and stands at least @lowest below
 * its top; @n: none. Pieces stand by their start, and so from top to bottom. */
static guint
find_next_below (const BrineGridPiece *pieces, guint low, guint n, const BrineGridPiece *piece,
                 double lowest)
{
  guint high = n;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      if (pieces[middle].from_minute >= piece->to_minute
          && pieces[middle].y - piece->y - 1 >= lowest)
        high = middle;
      else
        low = middle + 1;
    }
  return low;
}

/* What was made higher than its time gives the room back to what comes after it. */
static void
squeeze (BrineGridPiece *pieces, guint n, double lowest)
{
  for (guint i = 0; i < n; i++)
    {
      guint next = find_next_below (pieces, i + 1, n, &pieces[i], lowest);
      if (next < n && pieces[next].y < pieces[i].y + pieces[i].height)
        pieces[i].height = pieces[next].y - pieces[i].y - 1;
    }
}

/* The words of a night stand where it ends, of its evening where it begins; they give way to
 * what lies over them there. */
static void
inset_band (BrineGridPiece *band, const BrineGridPiece *pieces, guint n, double words)
{
  double bottom = band->y + band->height;
  gboolean moved = TRUE;

  while (moved)
    {
      moved = FALSE;
      for (guint i = 0; i < n; i++)
        {
          double top = pieces[i].y;
          double end = pieces[i].y + pieces[i].height;
          double line = band->ends ? bottom - band->inset - words : band->y + band->inset;
          if (pieces[i].hidden || end <= line || top >= line + words)
            continue;
          band->inset = band->ends ? bottom - top : end - band->y;
          moved = band->inset + words <= band->height;
        }
    }
  if (band->inset + words > band->height)
    band->inset = 0;
}

static void
place_column (const BrineGridGeometry *geometry, BrineGridPiece *pieces, guint n, GArray *chips)
{
  int column = pieces[0].column;
  double left = brine_grid_get_column_x (geometry->width, geometry->n_days, column)
                + BRINE_GRID_COLUMN_PADDING;
  double right = brine_grid_get_column_x (geometry->width, geometry->n_days, column + 1)
                 - BRINE_GRID_COLUMN_PADDING;
  guint n_bands = 0;

  for (; n_bands < n && pieces[n_bands].band; n_bands++)
    {
      pieces[n_bands].x = left;
      pieces[n_bands].width = MAX (right - left, 1);
    }
  squeeze (pieces + n_bands, n - n_bands,
           round (BRINE_GRID_SQUEEZED_HEIGHT * geometry->text_scale));
  place_lanes (pieces + n_bands, n - n_bands, left, right, chips);
  for (guint i = 0; i < n_bands; i++)
    inset_band (&pieces[i], pieces + n_bands, n - n_bands,
                BRINE_GRID_MIN_HEIGHT * geometry->text_scale);
}

void
brine_grid_layout (const BrineGridGeometry *geometry, const BrineGridSpan *spans, guint n_spans,
                   GArray *out_pieces, GArray *out_chips)
{
  g_return_if_fail (geometry != NULL && geometry->n_days > 0);
  g_return_if_fail (out_pieces != NULL && out_chips != NULL);

  g_array_set_size (out_pieces, 0);
  g_array_set_size (out_chips, 0);
  for (guint i = 0; i < n_spans; i++)
    cut_span (geometry, &spans[i], i, out_pieces);
  g_array_sort (out_pieces, compare_pieces);

  BrineGridPiece *pieces = (BrineGridPiece *)(gpointer)out_pieces->data;
  for (guint from = 0, to; from < out_pieces->len; from = to)
    {
      for (to = from + 1; to < out_pieces->len && pieces[to].column == pieces[from].column;)
        to++;
      place_column (geometry, pieces + from, to - from, out_chips);
    }
}

int
brine_grid_hit (const GArray *pieces, double x, double y)
{
  g_return_val_if_fail (pieces != NULL, -1);

  for (guint i = pieces->len; i > 0; i--)
    {
      const BrineGridPiece *piece = &g_array_index (pieces, BrineGridPiece, i - 1);
      if (!piece->hidden && x >= piece->x && x < piece->x + piece->width && y >= piece->y
          && y < piece->y + piece->height)
        return i - 1;
    }
  return -1;
}
