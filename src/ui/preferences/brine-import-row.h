/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-clock.h"
#include "brine-models.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A row that takes the events of a calendar file over into the plan: how far it is once it takes a
 * second, and a way to stop it. Signal "toast" (const char *, gboolean): what became of it, and
 * whether the history can undo it now. */
#define BRINE_TYPE_IMPORT_ROW (brine_import_row_get_type ())
G_DECLARE_FINAL_TYPE (BrineImportRow, brine_import_row, BRINE, IMPORT_ROW, AdwActionRow)

GtkWidget *brine_import_row_new (BrineHistory *history, BrineClock *clock);
/* Stops what is under way, so that nothing is half done, and lets go of the diary: a row may stay
 * after the window it was in. */
void brine_import_row_close (BrineImportRow *self);

G_END_DECLS
