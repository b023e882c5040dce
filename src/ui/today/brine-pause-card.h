/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-occurrence-acts.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BRINE_TYPE_PAUSE_CARD (brine_pause_card_get_type ())
G_DECLARE_FINAL_TYPE (BrinePauseCard, brine_pause_card, BRINE, PAUSE_CARD, AdwBin)

/* Says that a day is paused, until when, and ends the pause with one click. @acts: borrowed,
 * outlives the card. Hides on any other day. (transfer floating) */
GtkWidget *brine_pause_card_new (const BrineActs *acts);
void brine_pause_card_set_day (BrinePauseCard *self, BrineDay day);

G_END_DECLS
