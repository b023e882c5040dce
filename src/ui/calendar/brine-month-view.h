/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "brine-calendar-filter.h"

G_BEGIN_DECLS

#define BRINE_TYPE_MONTH_VIEW (brine_month_view_get_type ())
G_DECLARE_FINAL_TYPE (BrineMonthView, brine_month_view, BRINE, MONTH_VIEW, GtkWidget)

/* (transfer floating) */
GtkWidget *brine_month_view_new (void);

/* The days to load for the month of @date: whole weeks, 28 to 42 days. */
void brine_month_view_get_range (BrineDay date, int first_weekday, BrineDay *out_first,
                                 int *out_n_days);
/* @days: (nullable) GListModel of BrineDaySummary. @agenda: (nullable) GListModel of
 * BrineOccurrence, filtered. Days outside of the month shown are not looked at. Both NULL: what is shown stays. */
void brine_month_view_set_models (BrineMonthView *self, GListModel *days, GListModel *agenda);
/* @busy: (nullable) GListModel of BrineBusy: what other calendars hold. NULL: what is shown stays. */
void brine_month_view_set_busy (BrineMonthView *self, GListModel *busy);
/* @date: the chosen day, whose month is shown. */
void brine_month_view_show (BrineMonthView *self, BrineDay date, BrineDay today, int first_weekday);
/* What has a mark; all is shown at first. */
void brine_month_view_set_filter (BrineMonthView *self, BrineCalendarFilter filter);

/*
 * Property "narrow" (gboolean): date, ring and face alone, and the chosen day's entries below.
 * A BrineDayChooser, whose step is a month.
 */

G_END_DECLS
