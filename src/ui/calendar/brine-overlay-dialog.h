/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "brine-overlay.h"

G_BEGIN_DECLS

#define BRINE_TYPE_OVERLAY_DIALOG (brine_overlay_dialog_get_type ())
G_DECLARE_FINAL_TYPE (BrineOverlayDialog, brine_overlay_dialog, BRINE, OVERLAY_DIALOG, AdwWindow)

/**
 * brine_overlay_dialog_new:
 *
 * "Other Calendars": the files beside the plan, each with a switch, its name and what became of
 * it. Changes hold at once; a file that was taken away comes back with Undo.
 *
 * Returns: (transfer none): a window without a parent
 */
GtkWidget *brine_overlay_dialog_new (BrineOverlay *overlay);
/* Asks for files and adds them. */
void brine_overlay_dialog_choose (BrineOverlayDialog *self);
/* Adds @file, or says in one sentence why not. */
void brine_overlay_dialog_add (BrineOverlayDialog *self, GFile *file);
/* @parent: (nullable): the window that it stands above; it is never larger than that. */
void brine_overlay_dialog_present (BrineOverlayDialog *self, GtkWindow *parent);

G_END_DECLS
