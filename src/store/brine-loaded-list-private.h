/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-models.h"

G_BEGIN_DECLS

/* What the lists themselves need of their class. */

/* (transfer full): an empty list of @type that waits for brine_loaded_list_restart() */
gpointer brine_loaded_list_new (GType type, BrineStore *store, BrineClock *clock);
/* (transfer none) */
BrineClock *brine_loaded_list_get_clock (BrineLoadedList *self);
/* Another question was asked: what is under way is dropped. */
void brine_loaded_list_restart (BrineLoadedList *self);

G_END_DECLS
