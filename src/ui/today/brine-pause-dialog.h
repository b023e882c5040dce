/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-occurrence-acts.h"

G_BEGIN_DECLS

/* Pauses everything from @day on: until when, and why. */
void brine_pause_dialog_present (GtkWidget *parent, const BrineActs *acts, BrineDay day);

G_END_DECLS
