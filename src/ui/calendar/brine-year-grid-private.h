/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-day-chooser.h"
#include "brine-year-grid.h"
#include "brine-year-layout.h"
#include "brine-year-paint.h"

G_BEGIN_DECLS

#define BRINE_YEAR_MAX_DAYS 366

struct _BrineYearGrid
{
  GtkWidget parent_instance;

  int year;
  BrineDay date; /* the cursor; invalid before the first show */
  BrineDay today;
  int first_weekday;
  BrineYearMeasure measure;
  gboolean show_numbers;
  gboolean narrow;
  BrineYearDay days[BRINE_YEAR_MAX_DAYS];
  int n_days; /* of the year; 0 before the first show */

  BrineDay hovered; /* BRINE_DAY_INVALID: none */
  BrineYearPaint paint;
  BrineYearLayout layout; /* as allocated */
  GskRenderNode *drawn;   /* all days; NULL after a change */
  GtkAdjustment *vadjustment;
  gboolean scroll_wanted; /* to the cursor's month, at the next layout */
  guint scroll_tick;

  GtkWidget *heads[12];
  GtkWidget *cells[2];
  int cell; /* which of the two has the cursor */
  GtkWidget *card;
  GtkWidget *card_lines[3];
};

/* NULL: @day is not in the year. */
const BrineYearDay *brine_year_grid_get_day (BrineYearGrid *self, BrineDay day);
void brine_year_grid_move_cursor (BrineYearGrid *self, BrineDay day, gboolean focus);
/* After the numbers of its day changed. */
void brine_year_grid_name_cell (BrineYearGrid *self);
void brine_year_grid_scroll_if_wanted (BrineYearGrid *self);
GtkWidget *brine_year_grid_make_head (void);
void brine_year_grid_update_heads (BrineYearGrid *self);
/* Moves the cursor and says so. @focus: the keyboard goes with it. */
void brine_year_grid_select (BrineYearGrid *self, BrineDay day, gboolean focus);
/* The day whose card is shown: under the pointer, else with the visible focus. */
BrineDay brine_year_grid_get_told_day (BrineYearGrid *self);
/* After the pointer or the focus went elsewhere. */
void brine_year_grid_update_card (BrineYearGrid *self);
void brine_year_grid_allocate_card (BrineYearGrid *self);
void brine_year_grid_add_card (BrineYearGrid *self);

void brine_year_grid_hover (BrineYearGrid *self, BrineDay day);
/* Keys and pointer. */
void brine_year_grid_add_input (BrineYearGrid *self);

G_END_DECLS
