/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BRINE_TYPE_YEAR_CELL (brine_year_cell_get_type ())
G_DECLARE_FINAL_TYPE (BrineYearCell, brine_year_cell, BRINE, YEAR_CELL, GtkWidget)

/* (transfer floating) */
GtkWidget *brine_year_cell_new (void);

/* Signal "activate": open the day that it lies over. */

G_END_DECLS
