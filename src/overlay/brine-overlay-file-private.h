/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-busy-calendar.h"
#include "brine-overlay-file.h"

G_BEGIN_DECLS

/* @name: (nullable): empty or NULL for the name of the file. (transfer full) */
BrineOverlayFile *brine_overlay_file_new (GFile *file, const char *name, int colour,
                                          gboolean shown);
/* Reads the file for a reader in @zone and follows it. */
void brine_overlay_file_follow (BrineOverlayFile *self, GTimeZone *zone);
/* Looks no more; what was read is forgotten. */
void brine_overlay_file_rest (BrineOverlayFile *self);
/* (transfer none) (nullable): what it holds; NULL unless it is READY. */
BrineBusyCalendar *brine_overlay_file_get_calendar (BrineOverlayFile *self);
void brine_overlay_file_set_complete (BrineOverlayFile *self, gboolean complete);

/* Signal "loaded": another content, or none, is there. */

G_END_DECLS
