/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Lays children out like words: at their natural widths, on as many lines as the width asks for,
 * from the start edge. For chips; give it to a box with gtk_widget_set_layout_manager(). */
#define BRINE_TYPE_WRAP_LAYOUT (brine_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (BrineWrapLayout, brine_wrap_layout, BRINE, WRAP_LAYOUT, GtkLayoutManager)

/* @spacing in px, between children and between lines. (transfer full) */
GtkLayoutManager *brine_wrap_layout_new (int spacing);

G_END_DECLS
