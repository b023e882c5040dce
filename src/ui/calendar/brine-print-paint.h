/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "brine-print-plan.h"

G_BEGIN_DECLS

/**
 * BrinePrintPainter:
 *
 * Lays a plan out on paper of one size and draws it, in black on white: marks say by their shape
 * what became of an entry, as on the screen, and a key on each page says which is which. Lengths
 * are points. Mirrored in right-to-left.
 */
typedef struct _BrinePrintPainter BrinePrintPainter;

/* @plan: (transfer full); @context: of the paper, whose fonts are used. */
BrinePrintPainter *brine_print_painter_new (BrinePrintPlan *plan, PangoContext *context,
                                            double width, double height, gboolean rtl);
void brine_print_painter_free (BrinePrintPainter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BrinePrintPainter, brine_print_painter_free)

int brine_print_painter_get_n_pages (const BrinePrintPainter *self);
/* @page: 0 for the first */
void brine_print_painter_draw (BrinePrintPainter *self, cairo_t *cr, int page);

G_END_DECLS
