/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-progress-chart.h"

G_BEGIN_DECLS

/* Adds pointer, touch and keys: whatever moves the line that reads a column. */
void brine_chart_input_attach (BrineProgressChart *self);

/* Reads the column at @x of the widget; beside the plot nothing is read. */
void brine_progress_chart_read_at (BrineProgressChart *self, double x);

G_END_DECLS
