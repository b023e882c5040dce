/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "brine-occurrence.h"

G_BEGIN_DECLS

#define BRINE_TYPE_MONTH_LIST (brine_month_list_get_type ())
G_DECLARE_FINAL_TYPE (BrineMonthList, brine_month_list, BRINE, MONTH_LIST, GtkWidget)

/* (transfer floating) */
GtkWidget *brine_month_list_new (void);
/* @rows: (element-type GObject) BrineOccurrence and BrineBusy of @day, in order; they are only read.
 * @n_more: entries of other calendars that are not among them. */
void brine_month_list_show (BrineMonthList *self, BrineDay day, BrineDay today, GPtrArray *rows,
                            guint n_more);
/* When a row begins by the wall clock; @row: BrineOccurrence or BrineBusy. */
BrineLocal brine_month_list_get_start (gpointer row);

/* Signal "open": the day is asked for. */

G_END_DECLS
