/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Seven round buttons, one for each weekday, in the user's order. Signal "changed" (): by the user. */
#define BRINE_TYPE_WEEKDAY_PICKER (brine_weekday_picker_get_type ())
G_DECLARE_FINAL_TYPE (BrineWeekdayPicker, brine_weekday_picker, BRINE, WEEKDAY_PICKER, AdwBin)

/* @first_weekday: that weeks begin on, 1 Monday to 7 Sunday. (transfer floating) */
GtkWidget *brine_weekday_picker_new (int first_weekday);
void brine_weekday_picker_set_first_weekday (BrineWeekdayPicker *self, int first_weekday);
/* Bit 0 Monday to bit 6 Sunday. */
void brine_weekday_picker_set_weekdays (BrineWeekdayPicker *self, unsigned weekdays);
unsigned brine_weekday_picker_get_weekdays (BrineWeekdayPicker *self);

G_END_DECLS
