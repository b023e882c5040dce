/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "brine-year-day.h"

G_BEGIN_DECLS

/* A BrineDayChooser, whose step is a year. */
#define BRINE_TYPE_YEAR_GRID (brine_year_grid_get_type ())
G_DECLARE_FINAL_TYPE (BrineYearGrid, brine_year_grid, BRINE, YEAR_GRID, GtkWidget)

/* (transfer floating) */
GtkWidget *brine_year_grid_new (void);
/* @date: where the keyboard is. */
void brine_year_grid_show (BrineYearGrid *self, int year, BrineDay date, BrineDay today,
                           int first_weekday);
/* @days: (array length=n_days): those of the year; copied. */
void brine_year_grid_set_days (BrineYearGrid *self, const BrineYearDay *days, int n_days);
void brine_year_grid_set_measure (BrineYearGrid *self, BrineYearMeasure measure);
void brine_year_grid_set_show_numbers (BrineYearGrid *self, gboolean show_numbers);
void brine_year_grid_set_narrow (BrineYearGrid *self, gboolean narrow);
/* @adjustment: (nullable) of what scrolls it; it scrolls to what is focused. */
void brine_year_grid_set_vadjustment (BrineYearGrid *self, GtkAdjustment *adjustment);

G_END_DECLS
