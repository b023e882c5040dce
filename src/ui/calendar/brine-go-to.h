/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "brine-time.h"

G_BEGIN_DECLS

#define BRINE_TYPE_GO_TO (brine_go_to_get_type ())
G_DECLARE_FINAL_TYPE (BrineGoTo, brine_go_to, BRINE, GO_TO, GtkPopover)

/* A date to go to, typed in words or numbers, or chosen from a month. (transfer floating) */
GtkWidget *brine_go_to_new (void);
/* Forgets what was typed and begins at @date. @first_weekday: 1 Monday to 7 Sunday */
void brine_go_to_begin (BrineGoTo *self, BrineDay date, BrineDay today, int first_weekday);

/* Signal "go" (int day): this day was chosen */

G_END_DECLS
