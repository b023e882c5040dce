/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-occurrence-acts.h"

G_BEGIN_DECLS

/* Asks for another day and time for @occurrence, and moves it there. */
void brine_move_dialog_present (GtkWidget *parent, const BrineActs *acts,
                                BrineOccurrence *occurrence);

G_END_DECLS
