/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BRINE_TYPE_COLUMN_BOX (brine_column_box_get_type ())
G_DECLARE_FINAL_TYPE (BrineColumnBox, brine_column_box, BRINE, COLUMN_BOX, GtkWidget)

/* Lines its children up with the days of the hour grid. (transfer floating) */
GtkWidget *brine_column_box_new (void);
/* @n_columns: 1 to 7; children from that one on are hidden. */
void brine_column_box_set_n_columns (BrineColumnBox *self, int n_columns);
/* Column at @x in the widget; -1: in the room of the hour labels. */
int brine_column_box_get_column (BrineColumnBox *self, double x);
void brine_column_box_append (BrineColumnBox *self, GtkWidget *child);
/* (transfer none) (nullable) */
GtkWidget *brine_column_box_get_child (BrineColumnBox *self, int column);

G_END_DECLS
