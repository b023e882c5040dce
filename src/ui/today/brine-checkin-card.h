/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-occurrence-acts.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BRINE_TYPE_CHECKIN_CARD (brine_checkin_card_get_type ())
G_DECLARE_FINAL_TYPE (BrineCheckinCard, brine_checkin_card, BRINE, CHECKIN_CARD, AdwBin)

/* @acts: borrowed, outlives the card. (transfer floating) */
GtkWidget *brine_checkin_card_new (const BrineActs *acts);
void brine_checkin_card_set_day (BrineCheckinCard *self, BrineDay day);
/* The same as a click on face @mood, 1 to 5. */
void brine_checkin_card_pick (BrineCheckinCard *self, int mood);
void brine_checkin_card_set_narrow (BrineCheckinCard *self, gboolean narrow);

G_END_DECLS
