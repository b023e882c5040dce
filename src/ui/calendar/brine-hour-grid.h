/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "brine-occurrence.h"

G_BEGIN_DECLS

#define BRINE_TYPE_HOUR_GRID (brine_hour_grid_get_type ())
G_DECLARE_FINAL_TYPE (BrineHourGrid, brine_hour_grid, BRINE, HOUR_GRID, GtkWidget)

#define BRINE_HOUR_GRID_MAX_DAYS 7
/* Width of the hour labels; what stands above the grid lines up with it. */
#define BRINE_HOUR_GRID_GUTTER 56
#define BRINE_HOUR_GRID_LABEL_MARGIN 10 /* between the labels in it and the hours */

/* (transfer floating) */
GtkWidget *brine_hour_grid_new (void);

/* @model: (nullable) GListModel of BrineOccurrence; rows outside the days are not shown. NULL: what
 * is shown stays. */
void brine_hour_grid_set_model (BrineHourGrid *self, GListModel *model);
/* @busy: (nullable) GListModel of BrineBusy, drawn below the rows and hinted at where they meet. */
void brine_hour_grid_set_busy (BrineHourGrid *self, GListModel *busy);
/* @n_days: 1 to BRINE_HOUR_GRID_MAX_DAYS calendar dates from @first on. */
void brine_hour_grid_set_days (BrineHourGrid *self, BrineDay first, int n_days);
BrineDay brine_hour_grid_get_first_day (BrineHourGrid *self);
/* What the wall clock reads: where the now line is, and which day is today. */
void brine_hour_grid_set_now (BrineHourGrid *self, BrineLocal now);
/* @paused: bit i is set when the i-th day shown is paused. */
void brine_hour_grid_set_paused_days (BrineHourGrid *self, unsigned paused);
/* A zoom step of brine-hour-scale.h; what is in the middle stays there. */
void brine_hour_grid_set_zoom (BrineHourGrid *self, int step);
/* @y: px below the top of what is seen; the time that is there stays there. */
void brine_hour_grid_zoom_at (BrineHourGrid *self, int step, double y);
int brine_hour_grid_get_zoom (BrineHourGrid *self);
/* @adjustment: (nullable) of what scrolls it; it scrolls to what is focused or dragged. */
void brine_hour_grid_set_vadjustment (BrineHourGrid *self, GtkAdjustment *adjustment);
/* Scrolls so that @minute of the day is at the top. */
void brine_hour_grid_scroll_to (BrineHourGrid *self, int minute);

/* (transfer none) (nullable): what the keys and the menu act on. */
BrineOccurrence *brine_hour_grid_get_selected (BrineHourGrid *self);
/* Selects and focuses the occurrence with @key, if it is shown. */
gboolean brine_hour_grid_select (BrineHourGrid *self, const char *key);
/* Where something new would begin: the focused cell, else the next full hour of today. */
BrineLocal brine_hour_grid_get_cursor (BrineHourGrid *self);
/* Something of another widget that takes @minutes is dragged over a point of the grid: its place
 * there is shown. @fine: in steps of 5 minutes. */
void brine_hour_grid_drag_guest (BrineHourGrid *self, double x, double y, int minutes,
                                 gboolean fine);
/* It was dropped: @out_start is where it was shown; FALSE when it was not. */
gboolean brine_hour_grid_drop_guest (BrineHourGrid *self, BrineLocal *out_start);
/* It was taken away. */
void brine_hour_grid_leave_guest (BrineHourGrid *self);
/* Asks for a copy of what is selected, which begins where that ends; it will be selected. */
void brine_hour_grid_duplicate (BrineHourGrid *self);
/* Tells @text to a screen reader, at what has the focus. */
void brine_hour_grid_announce (BrineHourGrid *self, const char *text);

/*
 * Signals:
 * "activate" (BrineOccurrence *): double click or Enter on one
 * "add" (int day, int minute, int minutes): an empty place was dragged or chosen by key; @minutes
 *   0: a usual length
 * "move" (BrineOccurrence *, int day, int second): it was dropped there, by pointer or by key
 * "copy" (BrineOccurrence *, int day, int second): a copy of it was dropped there
 * "resize" (BrineOccurrence *, int day, int second, int minutes): an end of it was drawn: where it
 *   begins now, and how long it is
 * "menu" (BrineOccurrence *, GdkRectangle *): its menu is asked for
 * "more" (GPtrArray *occurrences, GdkRectangle *): what has no room in the grid
 * "step" (int direction): the keyboard leaves the days, -1 backwards, 1 forwards
 */

G_END_DECLS
