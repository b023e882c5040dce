/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-month-layout.h"

G_BEGIN_DECLS

/**
 * BrineYearLayout:
 * @n_columns: of months: 1, 2, 3 or 4
 * @month_x: left edge of each column, in reading direction
 * @row_y: top of each row of months; of row n it is the end of the last
 *
 * Where the days of a year are: months in columns and rows, each a line for its name and a row a
 * week. Pure arithmetic, in whole px; what is asked for comes as it is drawn, mirrored or not.
 */
typedef struct
{
  int year;
  int first_weekday;
  double width;
  gboolean mirrored;
  int n_columns;
  double cell_width;
  double cell_height;
  double head;
  double month_width;
  double month_x[4];
  double row_y[13];
} BrineYearLayout;

#define BRINE_YEAR_GAP 3.0
#define BRINE_YEAR_RADIUS 5.0

/**
 * brine_year_layout_make:
 * @year: 1 to 9999
 * @first_weekday: 1 Monday to 7 Sunday
 * @width: that there is
 * @height: that there is; cells grow a little to fill it; 0: as low as it may be
 * @text_scale: how much larger than usual the user reads
 * @narrow: as on a telephone: one column
 */
BrineYearLayout brine_year_layout_make (int year, int first_weekday, double width, double height,
                                        double text_scale, gboolean narrow, gboolean mirrored);
double brine_year_layout_get_height (const BrineYearLayout *self);
/* The narrowest that a year can be. */
double brine_year_layout_get_minimum_width (double text_scale);

/* @day: a day of the year */
BrineMonthRect brine_year_layout_get_cell (const BrineYearLayout *self, BrineDay day);
/* The line of a month's name. @month: 1 to 12 */
BrineMonthRect brine_year_layout_get_head (const BrineYearLayout *self, int month);
/* The day at a point, the gaps around it included; BRINE_DAY_INVALID: none. */
BrineDay brine_year_layout_hit (const BrineYearLayout *self, double x, double y);

BrineDay brine_year_layout_get_first (int year);
/* 365 or 366 */
int brine_year_layout_get_n_days (int year);

G_END_DECLS
