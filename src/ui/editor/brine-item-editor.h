/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "brine-models.h"
#include "brine-recipe.h"

G_BEGIN_DECLS

#define BRINE_TYPE_ITEM_EDITOR (brine_item_editor_get_type ())
G_DECLARE_FINAL_TYPE (BrineItemEditor, brine_item_editor, BRINE, ITEM_EDITOR, AdwWindow)

/**
 * brine_item_editor_new:
 * @history: what is saved goes through it
 * @clock: tells today
 * @catalogue: (nullable): recipes to choose from
 * @item: (nullable) (transfer none): what is edited; NULL: something new
 * @original_or_start: original start of the edited occurrence, or where something new begins
 *
 * A form for one entry of the plan. It stays until what was typed is on the disk: when that
 * fails it comes back with all of it.
 *
 * Returns: (transfer none): the window keeps itself until it is closed
 */
BrineItemEditor *brine_item_editor_new (BrineHistory *history, BrineClock *clock,
                                        BrineCatalogue *catalogue, const BrinePlanItem *item,
                                        BrineLocal original_or_start);
/* Before it is presented: how long something new takes. */
void brine_item_editor_set_minutes (BrineItemEditor *self, int minutes);
/* @parent: in front of whose window it opens. */
void brine_item_editor_present (BrineItemEditor *self, GtkWidget *parent);

G_END_DECLS
