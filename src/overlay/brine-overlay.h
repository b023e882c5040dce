/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-clock.h"
#include "brine-overlay-file.h"

G_BEGIN_DECLS

/**
 * BrineOverlay:
 *
 * The files of other calendars that stand beside the plan: a GListModel of BrineOverlayFile, in
 * the order in which they were added. Main thread.
 *
 * Signals: "changed": what the files show may be another; "edited": the list, a name or a switch
 * is another and shall be kept, see brine_overlay_dup_files().
 */
#define BRINE_TYPE_OVERLAY (brine_overlay_get_type ())
G_DECLARE_FINAL_TYPE (BrineOverlay, brine_overlay, BRINE, OVERLAY, GObject)

#define BRINE_OVERLAY_MAX_FILES 20
#define BRINE_OVERLAY_FILES_TYPE "a(ssib)"

/* @clock: whose zone the files are read for. (transfer full) */
BrineOverlay *brine_overlay_new (BrineClock *clock);

/**
 * brine_overlay_set_files:
 * @files: of the type BRINE_OVERLAY_FILES_TYPE: URI, name, colour, whether it is shown. It is data
 *   from outside: what cannot be used in it is left out.
 *
 * Puts these in place of all files, and reads them.
 */
void brine_overlay_set_files (BrineOverlay *self, GVariant *files);
/* (transfer full): the list as brine_overlay_set_files() takes it, not floating; no contents. */
GVariant *brine_overlay_dup_files (BrineOverlay *self);

/**
 * brine_overlay_add:
 * @file: a file of this machine
 * @error: BRINE_ERROR_INVALID when it is none, BRINE_ERROR_TOO_COMPLEX beyond
 *   BRINE_OVERLAY_MAX_FILES
 *
 * Adds @file and shows it; one that is in the list already is only shown. Whether it can be read
 * shows in its state.
 *
 * Returns: (transfer none) (nullable): the entry
 */
BrineOverlayFile *brine_overlay_add (BrineOverlay *self, GFile *file, GError **error);
/* Takes @file out of the list; brine_overlay_restore() puts it back where it was. */
void brine_overlay_remove (BrineOverlay *self, BrineOverlayFile *file);
/* @position: where; beyond the end of the list is its end. */
void brine_overlay_restore (BrineOverlay *self, BrineOverlayFile *file, guint position);
/* FALSE: @file is not in the list. */
gboolean brine_overlay_find (BrineOverlay *self, BrineOverlayFile *file, guint *out_position);

G_END_DECLS
