/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-occurrence-acts.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BRINE_TYPE_NEXT_CARD (brine_next_card_get_type ())
G_DECLARE_FINAL_TYPE (BrineNextCard, brine_next_card, BRINE, NEXT_CARD, AdwBin)

/* @acts: borrowed, outlives the card. (transfer floating) */
GtkWidget *brine_next_card_new (const BrineActs *acts);
/* Chooses what comes next from @agenda (BrineOccurrence, of today) at @now; hides when nothing
 * does. */
void brine_next_card_update (BrineNextCard *self, GListModel *agenda, BrineLocal now);
/* Without "Later" in a narrow window. */
void brine_next_card_set_narrow (BrineNextCard *self, gboolean narrow);
/* Which occurrence of @agenda comes next at @now: what began within the last hour and is not
 * logged, else the first that lies ahead. (transfer full) (nullable) */
BrineOccurrence *brine_next_card_choose (GListModel *agenda, BrineLocal now);

G_END_DECLS
