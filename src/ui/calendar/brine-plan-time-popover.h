/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "brine-types.h"

G_BEGIN_DECLS

#define BRINE_TYPE_PLAN_TIME_POPOVER (brine_plan_time_popover_get_type ())
G_DECLARE_FINAL_TYPE (BrinePlanTimePopover, brine_plan_time_popover, BRINE, PLAN_TIME_POPOVER,
                      GtkPopover)

/* On which day and when @title is planned; @start is what it opens with; @first_weekday: that weeks
 * begin on, 1 Monday to 7 Sunday. (transfer floating) */
GtkWidget *brine_plan_time_popover_new (const char *title, BrineLocal start, BrineDay today,
                                        int first_weekday);

/* Signal: "accepted" (int day, int second): wanted so, the popover closes */

G_END_DECLS
