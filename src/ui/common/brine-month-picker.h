/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-time.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BRINE_TYPE_MONTH_PICKER (brine_month_picker_get_type ())
G_DECLARE_FINAL_TYPE (BrineMonthPicker, brine_month_picker, BRINE, MONTH_PICKER, AdwBin)

/* A month to choose a day from. Property "day" (int) is the day that the keys are on, and notifies;
 * it takes the focus. (transfer floating) */
GtkWidget *brine_month_picker_new (void);
/* Begins at @day. @today: to mark it; @first_weekday: that weeks begin on, 1 Monday to 7 Sunday */
void brine_month_picker_begin (BrineMonthPicker *self, BrineDay day, BrineDay today,
                               int first_weekday);
void brine_month_picker_set_day (BrineMonthPicker *self, BrineDay day);
BrineDay brine_month_picker_get_day (BrineMonthPicker *self);
/* Whether each week shows its number, by ISO 8601. */
void brine_month_picker_set_show_weeks (BrineMonthPicker *self, gboolean show_weeks);

/* @content, which has a month in it, for a popover: scrolls where a low screen with large text is too
 * low for it. (transfer floating) */
GtkWidget *brine_month_picker_make_scroller (GtkWidget *content);

/* Signal "chosen" (): by Enter, Space or a click, the day is it */

G_END_DECLS
