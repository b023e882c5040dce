/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-types.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BRINE_TYPE_WEEKDAY_BARS (brine_weekday_bars_get_type ())
G_DECLARE_FINAL_TYPE (BrineWeekdayBars, brine_weekday_bars, BRINE, WEEKDAY_BARS, GtkWidget)

/* (transfer floating) */
GtkWidget *brine_weekday_bars_new (BrinePractice practice);
/* @values: (array fixed-size=7): Monday first, 0 to 1, NAN for a weekday without any.
 * @first_weekday: which one is drawn first, 1 Monday to 7 Sunday. */
void brine_weekday_bars_set_values (BrineWeekdayBars *self, const double values[7],
                                    int first_weekday);

G_END_DECLS
