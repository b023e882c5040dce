/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-progress-data.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BRINE_TYPE_PROGRESS_CHART (brine_progress_chart_get_type ())
G_DECLARE_FINAL_TYPE (BrineProgressChart, brine_progress_chart, BRINE, PROGRESS_CHART, GtkWidget)

/* (transfer floating) */
GtkWidget *brine_progress_chart_new (void);
/* @data: (nullable) (transfer none): a reference is taken. The reading line stays only where
 * the columns are the same. */
void brine_progress_chart_set_data (BrineProgressChart *self, BrineProgressData *data);
/* (nullable) (transfer none) */
const BrineProgressData *brine_progress_chart_get_data (BrineProgressChart *self);
/* 1 Monday to 7 Sunday: where the faint lines are. */
void brine_progress_chart_set_first_weekday (BrineProgressChart *self, int first_weekday);
void brine_progress_chart_set_narrow (BrineProgressChart *self, gboolean narrow);
/* The column that is read, -1 for none. */
int brine_progress_chart_get_cursor (BrineProgressChart *self);
void brine_progress_chart_set_cursor (BrineProgressChart *self, int cursor);

G_END_DECLS
