/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-time.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BRINE_TYPE_DAY_BUTTON (brine_day_button_get_type ())
G_DECLARE_FINAL_TYPE (BrineDayButton, brine_day_button, BRINE, DAY_BUTTON, AdwBin)

/* A date that opens a month to choose another. @label: its accessible name, translated; @today:
 * civil day, for "Today" and for leaving the year out; @first_weekday: that weeks begin on, 1 Monday
 * to 7 Sunday. Property "day" (int) notifies. (transfer floating) */
GtkWidget *brine_day_button_new (const char *label, BrineDay day, BrineDay today,
                                 int first_weekday);
void brine_day_button_set_day (BrineDayButton *self, BrineDay day);
BrineDay brine_day_button_get_day (BrineDayButton *self);

G_END_DECLS
