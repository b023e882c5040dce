/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-plan-item.h"

G_BEGIN_DECLS

/* Copies of what is planned: pure, they return what shall be stored. */

/**
 * brine_plan_copy_slot:
 * @slot: an occurrence of the plan
 * @start: when the copy shall begin
 *
 * Plans what @slot is once more: with the texts that this occurrence has, the goal of its day, the
 * reminders and the place of its item; without the recurrence and without lines of other programs.
 *
 * Returns: (transfer full): an item with an id of its own that takes place once
 */
BrinePlanItem *brine_plan_copy_slot (const BrineSlot *slot, BrineLocal start);

G_END_DECLS
