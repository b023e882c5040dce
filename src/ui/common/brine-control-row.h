/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A row that is one control: its words stand before the control, a click anywhere reaches it, and
 * the focus goes to it. (The row of the library is a stop of the focus itself, so that each takes
 * two strokes of Tab.) */
#define BRINE_TYPE_CONTROL_ROW (brine_control_row_get_type ())
G_DECLARE_FINAL_TYPE (BrineControlRow, brine_control_row, BRINE, CONTROL_ROW, AdwActionRow)

/* @title and @subtitle: translated, or of the user's; not read as markup.
 * @subtitle: (nullable) @control: (transfer floating) Returns: (transfer floating) */
GtkWidget *brine_control_row_new (const char *title, const char *subtitle, GtkWidget *control);

G_END_DECLS
