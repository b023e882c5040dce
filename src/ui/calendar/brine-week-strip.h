/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "brine-calendar-filter.h"
#include "brine-models.h"

G_BEGIN_DECLS

#define BRINE_TYPE_WEEK_STRIP (brine_week_strip_get_type ())
G_DECLARE_FINAL_TYPE (BrineWeekStrip, brine_week_strip, BRINE, WEEK_STRIP, GtkWidget)

/* Seven days as rings with their dates, to choose one. (transfer floating) */
GtkWidget *brine_week_strip_new (void);
/* @days: (nullable) GListModel of BrineDaySummary that holds the seven days from @first on */
void brine_week_strip_show (BrineWeekStrip *self, GListModel *days, BrineDay first, BrineDay chosen,
                            BrineDay today, BrineCalendarFilter filter);

/* Signal "picked" (int day) */

G_END_DECLS
