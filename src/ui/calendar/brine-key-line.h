/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The foot of the hour grid: what outline, fill and pattern mean, and the buttons of the zoom.
 * These activate calendar.zoom-in and calendar.zoom-out. (transfer floating) */
GtkWidget *brine_key_line_new (void);
/* @step: zoom step of brine-hour-scale.h */
void brine_key_line_set_zoom (GtkWidget *key_line, int step);

G_END_DECLS
