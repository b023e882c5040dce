/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define BRINE_TYPE_ADAPTIVE_BIN (brine_adaptive_bin_get_type ())
G_DECLARE_FINAL_TYPE (BrineAdaptiveBin, brine_adaptive_bin, BRINE, ADAPTIVE_BIN, AdwBin)

/* Tells whether there is little room: property "narrow" (gboolean, read-only), below 600 px. It
 * notifies before its child is laid out, and asks for no more than 360 px itself, so that the
 * window can always be made narrow. (transfer floating) */
GtkWidget *brine_adaptive_bin_new (void);
/* The width that the window is about to open with. */
void brine_adaptive_bin_expect_width (BrineAdaptiveBin *self, int width);
gboolean brine_adaptive_bin_is_narrow (BrineAdaptiveBin *self);

G_END_DECLS
