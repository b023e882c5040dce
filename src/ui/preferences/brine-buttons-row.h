/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Words and buttons, which stand below the words where there is no room beside them. The row is no
 * stop of the focus, its buttons are. */
#define BRINE_TYPE_BUTTONS_ROW (brine_buttons_row_get_type ())
G_DECLARE_FINAL_TYPE (BrineButtonsRow, brine_buttons_row, BRINE, BUTTONS_ROW, AdwPreferencesRow)

/* Returns: (transfer floating) */
GtkWidget *brine_buttons_row_new (const char *title, const char *subtitle);
/* @subtitle: (nullable) */
void brine_buttons_row_set_subtitle (BrineButtonsRow *self, const char *subtitle);
/* Returns: (transfer none): the new button */
GtkWidget *brine_buttons_row_add (BrineButtonsRow *self, const char *label);

G_END_DECLS
