/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-year-layout.h"

#include <math.h>

#define CELL_WIDTH 34.0
#define CELL_HEIGHT 26.0
/* Rather than that the year has to be scrolled: only where all of it may be seen at once. */
#define CELL_HEIGHT_MIN 22.0
#define CELL_WIDTH_MAX 46.0
#define NARROW_CELL_WIDTH_MIN 38.0
#define NARROW_CELL_WIDTH_MAX 60.0
#define NARROW_CELL_HEIGHT 34.0
#define MARGIN 24.0
#define NARROW_MARGIN 12.0
#define MONTH_GAP 24.0
#define MONTH_GAP_MAX 72.0
#define ROW_GAP 18.0
#define HEAD 26.0
#define MAX_COLUMNS 4
#define TOP 6.0
#define BOTTOM 8.0

BrineDay
brine_year_layout_get_first (int year)
{
  return brine_day_from_ymd (year, 1, 1);
}

int
brine_year_layout_get_n_days (int year)
{
  return brine_day_from_ymd (year, 12, 31) - brine_day_from_ymd (year, 1, 1) + 1;
}

/* Days of the first week that belong to the month before. */
static int
get_lead (const BrineYearLayout *self, int month)
{
  BrineDay first = brine_day_from_ymd (self->year, month, 1);

  return (brine_day_get_weekday (first) - self->first_weekday + 7) % 7;
}

static int
count_weeks (const BrineYearLayout *self, int month)
{
  return (get_lead (self, month) + brine_day_get_days_in_month (self->year, month) + 6) / 7;
}

static int
count_row_weeks (const BrineYearLayout *self, int row)
{
  int weeks = 0;

  for (int column = 0; column < self->n_columns; column++)
    weeks = MAX (weeks, count_weeks (self, row * self->n_columns + column + 1));
  return weeks;
}

static int
count_all_weeks (const BrineYearLayout *self)
{
  int weeks = 0;

  for (int row = 0; row < 12 / self->n_columns; row++)
    weeks += count_row_weeks (self, row);
  return weeks;
}

static double
get_month_width (double cell_width)
{
  return 7 * cell_width + 6 * BRINE_YEAR_GAP;
}

double
brine_year_layout_get_minimum_width (double text_scale)
{
  return get_month_width (NARROW_CELL_WIDTH_MIN) + 2 * NARROW_MARGIN;
}

/* Twelve is shared out evenly by 1, 2, 3 and 4 columns. */
static int
choose_columns (double width, double cell_width, gboolean narrow)
{
  double room = width - 2 * MARGIN + MONTH_GAP;
  int columns = (int)floor (room / (get_month_width (cell_width) + MONTH_GAP));

  return narrow ? 1 : CLAMP (columns, 1, MAX_COLUMNS);
}

static void
lay_out_columns (BrineYearLayout *self, double scale, gboolean narrow)
{
  int n = self->n_columns;
  double margin = narrow ? NARROW_MARGIN : MARGIN;
  double widest = narrow ? NARROW_CELL_WIDTH_MAX : CELL_WIDTH_MAX * scale;
  double room = (self->width - 2 * margin - (n - 1) * MONTH_GAP) / n;
  double cell = floor ((room - 6 * BRINE_YEAR_GAP) / 7);
  double gap = 0;

  self->cell_width = CLAMP (cell, narrow ? 1 : CELL_WIDTH, widest);
  self->month_width = get_month_width (self->cell_width);
  if (n > 1)
    gap = CLAMP ((self->width - 2 * margin - n * self->month_width) / (n - 1), MONTH_GAP,
                 MONTH_GAP_MAX);
  double start = MAX ((self->width - n * self->month_width - (n - 1) * gap) / 2, 0);
  for (int i = 0; i < n; i++)
    self->month_x[i] = round (start + i * (self->month_width + gap));
}

static void
lay_out_rows (BrineYearLayout *self)
{
  int rows = 12 / self->n_columns;

  self->row_y[0] = TOP;
  for (int row = 0; row < rows; row++)
    self->row_y[row + 1] = self->row_y[row] + self->head
                           + count_row_weeks (self, row) * (self->cell_height + BRINE_YEAR_GAP)
                           + (row + 1 < rows ? ROW_GAP : BOTTOM);
}

/* As high as there is room for, and not higher than suits the width. */
static double
choose_cell_height (const BrineYearLayout *self, double height, double scale, gboolean narrow)
{
  double low = self->n_columns == MAX_COLUMNS ? CELL_HEIGHT_MIN : CELL_HEIGHT;
  double lowest = round (narrow ? NARROW_CELL_HEIGHT : low * scale);
  double highest = MAX (round (self->cell_width * CELL_HEIGHT / CELL_WIDTH), lowest);
  int rows = 12 / self->n_columns;
  double room = height - TOP - rows * (self->head + ROW_GAP) + ROW_GAP - BOTTOM;

  return CLAMP (floor (room / count_all_weeks (self)) - BRINE_YEAR_GAP, lowest, highest);
}

BrineYearLayout
brine_year_layout_make (int year, int first_weekday, double width, double height, double text_scale,
                        gboolean narrow, gboolean mirrored)
{
  /* A number has to fit into a cell. */
  double scale = CLAMP (text_scale, 1, 1.5);
  BrineYearLayout self = {
    .year = year,
    .first_weekday = first_weekday,
    .width = width,
    .mirrored = mirrored,
    .n_columns = choose_columns (width, CELL_WIDTH * MIN (scale, 1.25), narrow),
    .head = round (HEAD * MAX (text_scale, 1)),
  };

  lay_out_columns (&self, scale, narrow || width < get_month_width (CELL_WIDTH) + 2 * MARGIN);
  self.cell_height = choose_cell_height (&self, height, scale, narrow);
  lay_out_rows (&self);
  return self;
}

double
brine_year_layout_get_height (const BrineYearLayout *self)
{
  return self->row_y[12 / self->n_columns];
}

static BrineMonthRect
finish_rect (const BrineYearLayout *self, BrineMonthRect rect)
{
  return self->mirrored ? brine_month_rect_mirror (rect, self->width) : rect;
}

BrineMonthRect
brine_year_layout_get_head (const BrineYearLayout *self, int month)
{
  return finish_rect (self, (BrineMonthRect){ self->month_x[(month - 1) % self->n_columns],
                                              self->row_y[(month - 1) / self->n_columns],
                                              self->month_width, self->head });
}

BrineMonthRect
brine_year_layout_get_cell (const BrineYearLayout *self, BrineDay day)
{
  int month, day_of_month;

  brine_day_get_ymd (day, NULL, &month, &day_of_month);
  int index = get_lead (self, month) + day_of_month - 1;
  double x = self->month_x[(month - 1) % self->n_columns]
             + index % 7 * (self->cell_width + BRINE_YEAR_GAP);
  double y = self->row_y[(month - 1) / self->n_columns] + self->head
             + index / 7 * (self->cell_height + BRINE_YEAR_GAP);

  return finish_rect (self, (BrineMonthRect){ x, y, self->cell_width, self->cell_height });
}

static BrineDay
hit_month (const BrineYearLayout *self, int month, double x, double y)
{
  double left = self->month_x[(month - 1) % self->n_columns] - BRINE_YEAR_GAP / 2;
  double top = self->row_y[(month - 1) / self->n_columns] + self->head - BRINE_YEAR_GAP / 2;
  int column = (int)floor ((x - left) / (self->cell_width + BRINE_YEAR_GAP));
  int row = (int)floor ((y - top) / (self->cell_height + BRINE_YEAR_GAP));
  int day_of_month = row * 7 + column - get_lead (self, month) + 1;

  if (x < left || y < top || column > 6 || day_of_month < 1
      || day_of_month > brine_day_get_days_in_month (self->year, month))
    return BRINE_DAY_INVALID;
  return brine_day_from_ymd (self->year, month, day_of_month);
}

BrineDay
brine_year_layout_hit (const BrineYearLayout *self, double x, double y)
{
  if (self->mirrored)
    x = self->width - x;
  for (int month = 1; month <= 12; month++)
    {
      int row = (month - 1) / self->n_columns;
      BrineDay day = BRINE_DAY_INVALID;

      if (y >= self->row_y[row] && y < self->row_y[row + 1])
        day = hit_month (self, month, x, y);
      if (day != BRINE_DAY_INVALID)
        return day;
    }
  return BRINE_DAY_INVALID;
}
