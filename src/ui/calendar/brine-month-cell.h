/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "brine-month-busy.h"
#include "brine-month-day.h"
#include "brine-month-paint.h"
#include "brine-occurrence.h"

G_BEGIN_DECLS

#define BRINE_TYPE_MONTH_CELL (brine_month_cell_get_type ())
G_DECLARE_FINAL_TYPE (BrineMonthCell, brine_month_cell, BRINE, MONTH_CELL, GtkWidget)

/* (transfer floating) @paint: borrowed, outlives the cell. */
GtkWidget *brine_month_cell_new (BrineMonthPaint *paint);
/* Draws nothing when nothing differs. @event: (nullable) what the day is about; @n_events: how
 * many there are, of which @event is the first. */
void brine_month_cell_set_day (BrineMonthCell *self, const BrineMonthDay *day, BrineDay today,
                               BrineOccurrence *event, int n_events);
/* What other calendars hold on the day that was set last; taken over, or left when nothing
 * differs. */
void brine_month_cell_take_busy (BrineMonthCell *self, BrineMonthBusy *busy);
const BrineMonthDay *brine_month_cell_get_day (BrineMonthCell *self);
/* @first: the month is told, as in the first cell of all. */
void brine_month_cell_set_place (BrineMonthCell *self, gboolean first, gboolean narrow,
                                 gboolean selected);
/* The theme is another one. */
void brine_month_cell_restyle (BrineMonthCell *self);

G_END_DECLS
