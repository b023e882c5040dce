/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-models.h"
#include "brine-recipe.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BRINE_TYPE_PROGRESS_PAGE (brine_progress_page_get_type ())
G_DECLARE_FINAL_TYPE (BrineProgressPage, brine_progress_page, BRINE, PROGRESS_PAGE, AdwBin)

/* Property "narrow" (gboolean): below 600 px. (transfer floating) */
GtkWidget *brine_progress_page_new (BrineHistory *history, BrineClock *clock,
                                    BrineCatalogue *catalogue);

G_END_DECLS
