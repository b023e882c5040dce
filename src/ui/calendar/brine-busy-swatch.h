/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A strip of the hatch of a calendar, before its name. @colour: 0 to BRINE_BUSY_N_COLOURS - 1.
 * (transfer floating) */
GtkWidget *brine_busy_swatch_new (int colour);

G_END_DECLS
