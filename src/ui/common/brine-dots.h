/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BRINE_TYPE_DOTS (brine_dots_get_type ())
G_DECLARE_FINAL_TYPE (BrineDots, brine_dots, BRINE, DOTS, GtkWidget)

/* (transfer floating) */
GtkWidget *brine_dots_new (void);
/* @value of @target as dots: filled, half filled, hollow. Both at least 0; more than the target
 * adds filled dots, ten at most. @label: what a screen reader says, nullable: "2½ of 3". */
void brine_dots_set_value (BrineDots *self, double value, int target, const char *label);
/* How many after those are on their way: hollow with a core. */
void brine_dots_set_planned (BrineDots *self, int planned);

G_END_DECLS
