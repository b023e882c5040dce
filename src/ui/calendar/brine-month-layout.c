/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-month-layout.h"

#include <math.h>

#define PADDING 9.0
#define NARROW_PADDING 4.0
#define BOTTOM 7.0
#define GAP 8.0
#define HEAD 32.0
#define WORD_LINE 20.0
#define FULL_HEIGHT 90.0
#define MARKS_HEIGHT 60.0
/* A date, a face and a ring beside one another. */
#define ONE_LINE_WIDTH 90.0
#define MORE_WIDTH 22.0
#define TWO_DIGITS 20.0
#define LINE_GAP 4.0
#define FACE_GAP 4.0 /* between face and ring */
#define THURSDAY 4

/* The grid ------------------------------------------------------------------------------------ */

void
brine_month_layout_get_range (BrineDay date, int first_weekday, BrineDay *out_first,
                              int *out_n_days)
{
  int year, month;
  BrineDay from, to;

  g_return_if_fail (brine_day_is_valid (date));
  g_return_if_fail (first_weekday >= 1 && first_weekday <= 7);

  brine_day_get_ymd (date, &year, &month, NULL);
  from = brine_day_from_ymd (year, month, 1);
  to = from + brine_day_get_days_in_month (year, month) - 1;
  *out_first = MAX (brine_day_get_week_start (from, first_weekday), BRINE_DAY_MIN);
  to = MIN (brine_day_get_week_start (to, first_weekday) + 6, BRINE_DAY_MAX);
  *out_n_days = to - *out_first + 1;
}

int
brine_month_layout_get_weekday (int first_weekday, int column)
{
  return (first_weekday - 1 + column) % 7 + 1;
}

int
brine_month_layout_get_week_number (BrineDay first)
{
  int weekday = brine_day_get_weekday (first);
  BrineDay thursday = first + (THURSDAY - weekday + 7) % 7;

  return brine_day_get_iso_week (MIN (thursday, BRINE_DAY_MAX), NULL);
}

BrineMonthRect
brine_month_rect_mirror (BrineMonthRect rect, double width)
{
  rect.x = width - rect.x - rect.width;
  return rect;
}

static double
get_column_x (const BrineMonthGeometry *geometry, int column)
{
  double room = MAX (geometry->width - geometry->gutter, 0);

  return geometry->gutter + round (room * column / 7);
}

static double
get_row_y (const BrineMonthGeometry *geometry, int row)
{
  double room = MAX (geometry->height - geometry->head, 0);

  return geometry->head + round (room * row / geometry->n_weeks);
}

static BrineMonthRect
make_rect (const BrineMonthGeometry *geometry, double x, double y, double end, double bottom)
{
  BrineMonthRect rect = { x, y, end - x, bottom - y };

  return geometry->mirrored ? brine_month_rect_mirror (rect, geometry->width) : rect;
}

BrineMonthRect
brine_month_layout_get_cell (const BrineMonthGeometry *geometry, int index)
{
  int row = index / 7;
  int column = index % 7;

  return make_rect (geometry, get_column_x (geometry, column), get_row_y (geometry, row),
                    get_column_x (geometry, column + 1), get_row_y (geometry, row + 1));
}

BrineMonthRect
brine_month_layout_get_head (const BrineMonthGeometry *geometry, int column)
{
  return make_rect (geometry, get_column_x (geometry, column), 0,
                    get_column_x (geometry, column + 1), geometry->head);
}

BrineMonthRect
brine_month_layout_get_week (const BrineMonthGeometry *geometry, int row)
{
  return make_rect (geometry, 0, get_row_y (geometry, row), geometry->gutter,
                    get_row_y (geometry, row + 1));
}

int
brine_month_layout_hit (const BrineMonthGeometry *geometry, double x, double y)
{
  if (geometry->mirrored)
    x = geometry->width - x;
  if (x < geometry->gutter || x >= geometry->width || y < geometry->head || y >= geometry->height)
    return -1;
  for (int row = 0; row < geometry->n_weeks; row++)
    for (int column = 0; column < 7; column++)
      if (x < get_column_x (geometry, column + 1) && y < get_row_y (geometry, row + 1))
        return row * 7 + column;
  return -1;
}

/* A cell -------------------------------------------------------------------------------------- */

static BrineMonthLevel
get_level (double width, double height, double text_scale, gboolean narrow)
{
  if (narrow || height < MARKS_HEIGHT + (text_scale - 1) * WORD_LINE)
    return BRINE_MONTH_BARE;
  /* Two lines of words grow with the text: the date and the middle one. */
  if (height < FULL_HEIGHT + (text_scale - 1) * 2 * WORD_LINE)
    /* The mood goes before marks of which hardly any would fit. */
    return width < ONE_LINE_WIDTH * text_scale ? BRINE_MONTH_BARE : BRINE_MONTH_MARKS;
  return BRINE_MONTH_FULL;
}

static void
lay_out_marks (BrineMonthCellLayout *out, double width, double height, double text_scale,
               int n_marks)
{
  double room = width - 2 * PADDING;
  double pitch = BRINE_MONTH_MARK_WIDTH + BRINE_MONTH_MARK_GAP;
  double more = MORE_WIDTH * text_scale;

  out->marks_x = PADDING;
  out->marks_y = height - BOTTOM - BRINE_MONTH_MARK_HEIGHT;
  out->n_marks = n_marks;
  if (n_marks * pitch - BRINE_MONTH_MARK_GAP > room)
    out->n_marks = CLAMP ((int)floor ((room - more) / pitch), 0, n_marks - 1);
  out->n_more = n_marks - out->n_marks;
  out->more = (BrineMonthRect){ PADDING + out->n_marks * pitch, out->marks_y,
                                MAX (width - PADDING - out->n_marks * pitch - PADDING, 0),
                                BRINE_MONTH_MARK_HEIGHT };
}

/* Date, face and ring in the line [@y, @y + @height]. */
static void
lay_out_line (BrineMonthCellLayout *out, double width, double y, double height, double padding,
              gboolean with_face)
{
  double ring_x = MAX (width - padding - BRINE_MONTH_RING, padding);
  double end = ring_x;

  out->ring = (BrineMonthRect){ ring_x, y + round ((height - BRINE_MONTH_RING) / 2),
                                BRINE_MONTH_RING, BRINE_MONTH_RING };
  if (with_face)
    {
      end = ring_x - FACE_GAP - BRINE_MONTH_FACE;
      out->face = (BrineMonthRect){ end, out->ring.y, BRINE_MONTH_FACE, BRINE_MONTH_FACE };
      end -= FACE_GAP;
    }
  out->date = (BrineMonthRect){ padding, y, MAX (end - padding, 0), height };
}

/* Large digits have a line of their own; below it are face and ring. */
static void
lay_out_stacked (BrineMonthCellLayout *out, double width, double height, double line,
                 double padding)
{
  gboolean both = width >= BRINE_MONTH_FACE + BRINE_MONTH_RING + 2;
  double y = line + floor ((height - line - BRINE_MONTH_RING) / 2);

  out->date = (BrineMonthRect){ padding, 0, MAX (width - 2 * padding, 0), MIN (line, height) };
  if (height < line + BRINE_MONTH_RING)
    return;
  if (both)
    out->ring =
        (BrineMonthRect){ width - BRINE_MONTH_RING - 1, y, BRINE_MONTH_RING, BRINE_MONTH_RING };
  out->face = (BrineMonthRect){ both ? 1 : round ((width - BRINE_MONTH_FACE) / 2), y,
                                BRINE_MONTH_FACE, BRINE_MONTH_FACE };
}

static void
lay_out_bare (BrineMonthCellLayout *out, double width, double height, gboolean narrow,
              double text_scale)
{
  double line = round (26 * text_scale);
  double padding = narrow || width < ONE_LINE_WIDTH ? NARROW_PADDING : PADDING;

  if (width >= ONE_LINE_WIDTH * text_scale)
    {
      lay_out_line (out, width, 0, height, padding, TRUE);
      return;
    }
  if (width - 2 * padding - BRINE_MONTH_RING < TWO_DIGITS * text_scale)
    {
      lay_out_stacked (out, width, height, line, padding);
      return;
    }
  lay_out_line (out, width, 0, MIN (line, height), padding, FALSE);
  if (height >= line + BRINE_MONTH_FACE)
    out->face = (BrineMonthRect){ round ((width - BRINE_MONTH_FACE) / 2),
                                  line + floor ((height - line - BRINE_MONTH_FACE) / 2),
                                  BRINE_MONTH_FACE, BRINE_MONTH_FACE };
}

static void
lay_out_full (BrineMonthCellLayout *out, double width, double head)
{
  double bottom = out->marks_y;
  double y = head + floor ((bottom - head - BRINE_MONTH_FACE) / 2);
  double x = PADDING + BRINE_MONTH_FACE + GAP;

  lay_out_line (out, width, 0, head, PADDING, FALSE);
  out->face = (BrineMonthRect){ PADDING, y, BRINE_MONTH_FACE, BRINE_MONTH_FACE };
  out->words = (BrineMonthRect){ x, y, MAX (width - x - PADDING, 0), BRINE_MONTH_FACE };
}

void
brine_month_layout_lay_out_cell (double width, double height, double text_scale, gboolean narrow,
                                 int n_marks, BrineMonthCellLayout *out)
{
  double head = round (HEAD + (text_scale - 1) * WORD_LINE);

  *out = (BrineMonthCellLayout){ .level = get_level (width, height, text_scale, narrow) };
  if (out->level == BRINE_MONTH_BARE)
    {
      lay_out_bare (out, width, height, narrow, text_scale);
      out->n_more = 0;
      return;
    }
  lay_out_marks (out, width, height, text_scale, n_marks);
  if (out->level == BRINE_MONTH_FULL)
    lay_out_full (out, width, head);
  else
    lay_out_line (out, width, 0, head, PADDING, width >= ONE_LINE_WIDTH * text_scale);
}

gboolean
brine_month_layout_add_line (BrineMonthCellLayout *layout, double width, double height,
                             BrineMonthRect *out_line)
{
  double top = layout->date.y + layout->date.height;
  double above = layout->level == BRINE_MONTH_FULL ? BRINE_MONTH_FACE + LINE_GAP : 0;
  double rest = layout->marks_y - top - above - height;

  if (layout->level == BRINE_MONTH_BARE || rest < LINE_GAP)
    return FALSE;
  top += floor (rest / 2);
  if (layout->level == BRINE_MONTH_FULL)
    layout->face.y = layout->words.y = top;
  *out_line = (BrineMonthRect){ PADDING, top + above, MAX (width - 2 * PADDING, 0), height };
  return TRUE;
}

BrineMonthRect
brine_month_layout_get_mark (const BrineMonthCellLayout *layout, int index)
{
  double pitch = BRINE_MONTH_MARK_WIDTH + BRINE_MONTH_MARK_GAP;

  return (BrineMonthRect){ layout->marks_x + index * pitch, layout->marks_y, BRINE_MONTH_MARK_WIDTH,
                           BRINE_MONTH_MARK_HEIGHT };
}
