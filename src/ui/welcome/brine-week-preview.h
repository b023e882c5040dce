/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-plan-item.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Seven columns of what a plan puts on the days from @first on, in order of time; a picture, not
 * a calendar. @items: (element-type BrinePlanItem). (transfer floating) */
GtkWidget *brine_week_preview_new (GPtrArray *items, BrineDay first);

/* What the plan holds, in rows: meals, then one for each practice; a GtkBox of two lists side by
 * side. (transfer floating) */
GtkWidget *brine_week_summary_new (GPtrArray *items);

G_END_DECLS
