/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A row with a list to choose from. Where there is little room, its title wraps before its choice is
 * cut. (The row of the library cuts that to a letter.)
 * @subtitle: (nullable) @choices: (nullable) NULL-terminated. Returns: (transfer floating): an AdwComboRow */
GtkWidget *brine_choice_row_new (const char *title, const char *subtitle,
                                 const char *const *choices);

/* How such a row shows what was chosen, for a list of strings elsewhere: at the end of the row.
 * (transfer full) */
GtkListItemFactory *brine_choice_factory_new (void);

G_END_DECLS
