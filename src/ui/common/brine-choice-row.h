/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A row with a list to choose from. Where there is little room, its title wraps before its choice is
 * cut. (The row of the library cuts that to a letter.)
 * @subtitle: (nullable) @choices: NULL-terminated. Returns: (transfer floating): an AdwComboRow */
GtkWidget *brine_choice_row_new (const char *title, const char *subtitle,
                                 const char *const *choices);

G_END_DECLS
