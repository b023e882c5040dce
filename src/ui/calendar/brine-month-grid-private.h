/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-day-chooser.h"
#include "brine-month-cell.h"
#include "brine-month-grid.h"

G_BEGIN_DECLS

struct _BrineMonthGrid
{
  GtkWidget parent_instance;

  BrineDay date; /* the cursor */
  BrineDay today;
  BrineDay first;
  int n_days;
  int first_weekday;
  gboolean narrow;

  BrineMonthPaint paint;
  BrineMonthGeometry geometry; /* as allocated */
  GtkWidget *cells[BRINE_MONTH_MAX_DAYS];
  GtkWidget *heads[7];
  GtkWidget *weeks[BRINE_MONTH_MAX_WEEKS];
  int head_form; /* how long the weekdays are written, see brine-month-grid-size.c */
};

/* NULL when @day is not shown. */
GtkWidget *brine_month_grid_get_cell (BrineMonthGrid *self, BrineDay day);
/* Moves the cursor and says so. @focus: the keyboard goes with it. */
void brine_month_grid_select (BrineMonthGrid *self, BrineDay day, gboolean focus);
/* Sizes and places, the widget's own. */
void brine_month_grid_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                               int *minimum, int *natural, int *minimum_baseline,
                               int *natural_baseline);
void brine_month_grid_size_allocate (GtkWidget *widget, int width, int height, int baseline);
void brine_month_grid_snapshot (GtkWidget *widget, GtkSnapshot *snapshot);
/* After the first weekday changed. */
void brine_month_grid_rewrite_heads (BrineMonthGrid *self);
/* Keys and pointer. */
void brine_month_grid_add_input (BrineMonthGrid *self);

G_END_DECLS
