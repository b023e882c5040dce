/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-models.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Where the diary lies, backup, restore and import. Signal "toast" (const char *text, gboolean): and
 * whether the history can undo it. */
#define BRINE_TYPE_DATA_PAGE (brine_data_page_get_type ())
G_DECLARE_FINAL_TYPE (BrineDataPage, brine_data_page, BRINE, DATA_PAGE, AdwPreferencesPage)

GtkWidget *brine_data_page_new (BrineHistory *history, BrineClock *clock);

G_END_DECLS
