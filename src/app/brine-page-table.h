/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-window-private.h"

G_BEGIN_DECLS

/* The four pages: stable name (settings, win.show-page), title, icon, and how one is made. */
const char *brine_page_table_get_name (BrinePage page);
const char *brine_page_table_get_title (BrinePage page);
const char *brine_page_table_get_icon_name (BrinePage page);
gboolean brine_page_table_find (const char *name, BrinePage *out_page);
/* (transfer floating) */
GtkWidget *brine_page_table_make (BrinePage page, BrineHistory *history, BrineClock *clock,
                                  BrineCatalogue *catalogue);

G_END_DECLS
