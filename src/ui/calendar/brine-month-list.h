/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "brine-occurrence.h"

G_BEGIN_DECLS

#define BRINE_TYPE_MONTH_LIST (brine_month_list_get_type ())
G_DECLARE_FINAL_TYPE (BrineMonthList, brine_month_list, BRINE, MONTH_LIST, GtkWidget)

/* (transfer floating) */
GtkWidget *brine_month_list_new (void);
/* @occurrences: (element-type BrineOccurrence) those of @day, in order; they are only read. */
void brine_month_list_show (BrineMonthList *self, BrineDay day, BrineDay today,
                            GPtrArray *occurrences);

/* Signal "open": the day is asked for. */

G_END_DECLS
