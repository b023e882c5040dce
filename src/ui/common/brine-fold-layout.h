/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Words and what belongs to them: the last of what is visible stands at the end of the line, in its
 * natural width, as long as the first of it keeps what it needs or two fifths of the line; else below it. */
#define BRINE_TYPE_FOLD_LAYOUT (brine_fold_layout_get_type ())
G_DECLARE_FINAL_TYPE (BrineFoldLayout, brine_fold_layout, BRINE, FOLD_LAYOUT, GtkLayoutManager)

/* @spacing: between the two, in pixels. Returns: (transfer full) */
GtkLayoutManager *brine_fold_layout_new (int spacing);

G_END_DECLS
