/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define BRINE_TYPE_CORNER_BIN (brine_corner_bin_get_type ())
G_DECLARE_FINAL_TYPE (BrineCornerBin, brine_corner_bin, BRINE, CORNER_BIN, AdwBin)

/* For the content of a window: rounds its corners as those of the window are, in place of the
 * window, whose overflow it makes visible. (transfer floating) */
GtkWidget *brine_corner_bin_new (void);

G_END_DECLS
