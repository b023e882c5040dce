/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "brine-overlay-file.h"

G_BEGIN_DECLS

#define BRINE_TYPE_OVERLAY_ROW (brine_overlay_row_get_type ())
G_DECLARE_FINAL_TYPE (BrineOverlayRow, brine_overlay_row, BRINE, OVERLAY_ROW, AdwActionRow)

/* One file of another calendar. Signal "remove": its button was pressed. (transfer floating) */
GtkWidget *brine_overlay_row_new (BrineOverlayFile *file);
BrineOverlayFile *brine_overlay_row_get_file (BrineOverlayRow *self);

G_END_DECLS
