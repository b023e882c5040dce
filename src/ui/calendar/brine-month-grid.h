/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "brine-month-busy.h"
#include "brine-month-day.h"
#include "brine-occurrence.h"

G_BEGIN_DECLS

/* A BrineDayChooser, whose step is a month. In the narrow form a click only chooses a day. */
#define BRINE_TYPE_MONTH_GRID (brine_month_grid_get_type ())
G_DECLARE_FINAL_TYPE (BrineMonthGrid, brine_month_grid, BRINE, MONTH_GRID, GtkWidget)

/* (transfer floating) */
GtkWidget *brine_month_grid_new (void);
/* @date: the day that is chosen and where the keyboard is; its month is shown. */
void brine_month_grid_show (BrineMonthGrid *self, BrineDay date, BrineDay today, int first_weekday);
void brine_month_grid_set_narrow (BrineMonthGrid *self, gboolean narrow);
void brine_month_grid_get_days (BrineMonthGrid *self, BrineDay *out_first, int *out_n_days);
/* @index: counted from the first day shown. The others as in BrineMonthCell. */
void brine_month_grid_set_day (BrineMonthGrid *self, int index, const BrineMonthDay *day,
                               BrineOccurrence *event, int n_events);
void brine_month_grid_take_busy (BrineMonthGrid *self, int index, BrineMonthBusy *busy);

G_END_DECLS
