/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-occurrence-acts.h"

G_BEGIN_DECLS

/* Logs the night that ends on civil day @day: to bed, awake, how rested. @occurrence (nullable):
 * the planned or logged night to begin with. */
void brine_night_dialog_present (GtkWidget *parent, const BrineActs *acts, BrineDay day,
                                 BrineOccurrence *occurrence);

G_END_DECLS
