/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "brine-models.h"
#include "brine-overlay.h"

G_BEGIN_DECLS

#define BRINE_TYPE_EDITOR_OVERLAP (brine_editor_overlap_get_type ())
G_DECLARE_FINAL_TYPE (BrineEditorOverlap, brine_editor_overlap, BRINE, EDITOR_OVERLAP, GtkWidget)

/* A line that says what an entry would overlap, hidden when it is nothing: "Overlaps Work,
 * 09:00 – 17:00". It only tells. (transfer floating) */
GtkWidget *brine_editor_overlap_new (BrineStore *store, BrineClock *clock);
/* @overlay: (nullable): other calendars */
void brine_editor_overlap_set_overlay (BrineEditorOverlap *self, BrineOverlay *overlay);
/**
 * brine_editor_overlap_show:
 * @wanted: (nullable): the entry as the form says; NULL: it has no time, and the line is hidden
 * @item_id: (nullable): the entry that is edited, which does not overlap itself
 * @original: of its occurrence
 */
void brine_editor_overlap_show (BrineEditorOverlap *self, const BrinePlanItem *wanted,
                                const char *item_id, BrineLocal original);

/* The other calendars that editors in front of @window look at. (nullable) (transfer none) */
void brine_editor_overlap_attach (GtkWindow *window, BrineOverlay *overlay);
BrineOverlay *brine_editor_overlap_find (GtkWindow *window);

G_END_DECLS
