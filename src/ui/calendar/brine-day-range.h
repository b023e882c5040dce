/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-column-box.h"

G_BEGIN_DECLS

#define BRINE_TYPE_DAY_RANGE (brine_day_range_get_type ())
G_DECLARE_FINAL_TYPE (BrineDayRange, brine_day_range, BRINE, DAY_RANGE, GObject)

/* Lets days be chosen at their heads: by dragging over them; by key with arrows, Shift and Enter.
 * Chosen heads have the class "chosen". @heads: (transfer none): must not outlive it.
 * (transfer full) */
BrineDayRange *brine_day_range_new (BrineColumnBox *heads);
/* No day is chosen any more. */
void brine_day_range_clear (BrineDayRange *self);

/* Signals: "picked" (int first, int last): columns; "menu" (int column): its menu is asked for. */

G_END_DECLS
