/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Alt with the arrows steps through time and Alt+Home comes back to now, wherever the focus is,
 * as long as @page is the one that is shown. */
void brine_progress_keys_attach (GtkWidget *page);

G_END_DECLS
