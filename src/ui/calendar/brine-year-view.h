/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "brine-year-day.h"

G_BEGIN_DECLS

#define BRINE_TYPE_YEAR_VIEW (brine_year_view_get_type ())
G_DECLARE_FINAL_TYPE (BrineYearView, brine_year_view, BRINE, YEAR_VIEW, GtkWidget)

/* (transfer floating) */
GtkWidget *brine_year_view_new (void);

/* @days: (nullable) GListModel of BrineDaySummary; days of other years are not looked at.
 * NULL: what is shown stays. */
void brine_year_view_set_model (BrineYearView *self, GListModel *days);
/* @date: the chosen day, where the keyboard is. */
void brine_year_view_show (BrineYearView *self, int year, BrineDay date, BrineDay today,
                           int first_weekday);
void brine_year_view_set_measure (BrineYearView *self, BrineYearMeasure measure);
BrineYearMeasure brine_year_view_get_measure (BrineYearView *self);
/* In all days, not only where the pointer or the keyboard is. */
void brine_year_view_set_show_numbers (BrineYearView *self, gboolean show_numbers);
gboolean brine_year_view_get_show_numbers (BrineYearView *self);
/* Practices that it shows count for the adherence. A day with nothing that it shows is its date alone.
 * At first it shows everything. */
void brine_year_view_set_filter (BrineYearView *self, BrineCalendarFilter filter);

/*
 * Properties: "narrow" (gboolean): one column of months; "measure" (int BrineYearMeasure) and
 * "show-numbers" (gboolean) notify when the user chooses.
 * A BrineDayChooser, whose step is a year.
 */

G_END_DECLS
