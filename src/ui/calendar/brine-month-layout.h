/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-time.h"

G_BEGIN_DECLS

/*
 * Where things are in a month: pure arithmetic, in px. All x count from the left edge as it is
 * drawn when a geometry is told that it is mirrored, else in reading direction.
 */

#define BRINE_MONTH_MAX_WEEKS 6
#define BRINE_MONTH_MAX_DAYS (BRINE_MONTH_MAX_WEEKS * 7)
#define BRINE_MONTH_RING 22.0
#define BRINE_MONTH_FACE 22.0
#define BRINE_MONTH_MARK_WIDTH 21.0
#define BRINE_MONTH_MARK_HEIGHT 19.0
#define BRINE_MONTH_MARK_GAP 3.0

typedef struct
{
  double x;
  double y;
  double width;
  double height;
} BrineMonthRect;

/**
 * BrineMonthGeometry:
 * @head: height of the line of weekdays
 * @gutter: width of the week numbers at the start edge; 0: there are none
 * @n_weeks: rows, 1 to BRINE_MONTH_MAX_WEEKS
 *
 * The grid of the days. Edges lie on whole pixels, so cells differ by one at most.
 */
typedef struct
{
  double width;
  double height;
  double head;
  double gutter;
  int n_weeks;
  gboolean mirrored;
} BrineMonthGeometry;

/**
 * brine_month_layout_get_range:
 * @date: any day of the month
 * @first_weekday: that weeks begin on, 1 Monday to 7 Sunday
 * @out_n_days: (out): 28 to 42, whole weeks
 *
 * The weeks that @date's month has a day in; at the ends of the calendar they may be cut short.
 */
void brine_month_layout_get_range (BrineDay date, int first_weekday, BrineDay *out_first,
                                   int *out_n_days);

/* The weekday of column @column, 1 Monday to 7 Sunday. */
int brine_month_layout_get_weekday (int first_weekday, int column);
/* Of the row that begins on @first: the ISO week of its Thursday, which is the one that most of
 * its days lie in, on whatever day weeks begin. */
int brine_month_layout_get_week_number (BrineDay first);

/* @index: the day, counted from the first. */
BrineMonthRect brine_month_layout_get_cell (const BrineMonthGeometry *geometry, int index);
BrineMonthRect brine_month_layout_get_head (const BrineMonthGeometry *geometry, int column);
BrineMonthRect brine_month_layout_get_week (const BrineMonthGeometry *geometry, int row);
/* The day at a point; -1: none. */
int brine_month_layout_hit (const BrineMonthGeometry *geometry, double x, double y);

typedef enum
{
  BRINE_MONTH_FULL,  /* date, ring; face and words; marks */
  BRINE_MONTH_MARKS, /* below 90 px high: date, face, ring; marks */
  BRINE_MONTH_BARE,  /* below 60 px high, and narrow: date, ring, face */
} BrineMonthLevel;

/**
 * BrineMonthCellLayout:
 * @date: the line of the date, up to what follows it
 * @face: no width: there is no room
 * @words: beside the face; no width below BRINE_MONTH_FULL
 * @n_marks: that fit
 * @n_more: that have no room
 * @more: where their number goes
 *
 * What a cell shows and where, in reading direction.
 */
typedef struct
{
  BrineMonthLevel level;
  BrineMonthRect date;
  BrineMonthRect ring;
  BrineMonthRect face;
  BrineMonthRect words;
  int n_marks;
  int n_more;
  BrineMonthRect more;
  double marks_x;
  double marks_y;
} BrineMonthCellLayout;

/**
 * brine_month_layout_lay_out_cell:
 * @text_scale: how much larger than usual the user reads
 * @narrow: as on a telephone
 * @n_marks: that there are
 */
void brine_month_layout_lay_out_cell (double width, double height, double text_scale,
                                      gboolean narrow, int n_marks, BrineMonthCellLayout *out);
/**
 * brine_month_layout_add_line:
 * @layout: of a cell @width wide; face and words move up when that makes the room
 * @height: of the line
 * @out_line: (out): between what there is and the marks
 *
 * Returns: whether there is room for a line more
 */
gboolean brine_month_layout_add_line (BrineMonthCellLayout *layout, double width, double height,
                                      BrineMonthRect *out_line);
BrineMonthRect brine_month_layout_get_mark (const BrineMonthCellLayout *layout, int index);
/* @rect within something @width wide, as it is drawn from right to left. */
BrineMonthRect brine_month_rect_mirror (BrineMonthRect rect, double width);

G_END_DECLS
