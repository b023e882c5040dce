/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-occurrence-acts.h"

G_BEGIN_DECLS

/* Logs something that was not planned, on @day: what, when, how long, a note. */
void brine_log_dialog_present (GtkWidget *parent, const BrineActs *acts, BrineDay day);
/* Logs @occurrence in detail, or changes what was logged of it. */
void brine_log_dialog_present_for (GtkWidget *parent, const BrineActs *acts,
                                   BrineOccurrence *occurrence);

G_END_DECLS
