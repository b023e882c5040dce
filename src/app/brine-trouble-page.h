/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What is shown in place of the pages when the diary does not open: what is wrong in the user's
 * words and what to do. @error: of brine_store_open(). Its buttons activate win.restore,
 * win.open-folder and win.retry, as fits. (transfer floating) */
GtkWidget *brine_trouble_page_new (const GError *error, const char *data_dir);

G_END_DECLS
