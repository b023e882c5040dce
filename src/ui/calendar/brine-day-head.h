/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "brine-calendar-filter.h"
#include "brine-models.h"

G_BEGIN_DECLS

#define BRINE_TYPE_DAY_HEAD (brine_day_head_get_type ())
G_DECLARE_FINAL_TYPE (BrineDayHead, brine_day_head, BRINE, DAY_HEAD, GtkWidget)

/* (transfer floating) */
GtkWidget *brine_day_head_new (void);
/* @summary: (nullable): what became of the day; nothing is shown of it when nothing is known.
 * @count: of what the filter shows */
void brine_day_head_show (BrineDayHead *self, BrineDay day, BrineDay today,
                          BrineDaySummary *summary, BrineDayCount count);

/* "4 of 8 done", "3 shown" or "paused: ill"; NULL when nothing was planned. (transfer full) (nullable) */
char *brine_day_head_dup_done (BrineDayCount count);
/* 1 to 5, the mean of the day; 0: no check-in. @summary nullable. */
int brine_day_head_get_mood (BrineDaySummary *summary);

G_END_DECLS
