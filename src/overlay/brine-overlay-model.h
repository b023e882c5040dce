/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-busy.h"
#include "brine-overlay.h"

G_BEGIN_DECLS

/**
 * BrineOverlayModel:
 *
 * GListModel of BrineBusy, what the shown files of an overlay hold on the dates that a view
 * declares, in the order of brine_busy_compare(). It is worked out on a thread and follows the
 * files; items-changed is minimal: one for each run of rows that differ, and an unchanged row keeps
 * its object. Until the first answer it keeps what it has.
 *
 * Property "loading" (boolean, read-only, notifies) turns FALSE after the rows have come. Main
 * thread.
 */
#define BRINE_TYPE_OVERLAY_MODEL (brine_overlay_model_get_type ())
G_DECLARE_FINAL_TYPE (BrineOverlayModel, brine_overlay_model, BRINE, OVERLAY_MODEL, GObject)

/* (transfer full): an empty list that waits for its range */
BrineOverlayModel *brine_overlay_model_new (BrineOverlay *overlay);
/* Shows what touches the dates [@from, @to]. */
void brine_overlay_model_set_range (BrineOverlayModel *self, BrineDay from, BrineDay to);
gboolean brine_overlay_model_is_loading (BrineOverlayModel *self);

G_END_DECLS
