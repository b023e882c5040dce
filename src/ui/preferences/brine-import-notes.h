/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-import-report.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* One line for each thing that an import could not take as it stood. (transfer full) (nullable): NULL
 * when there is none */
char *brine_import_notes_dup_words (const BrineImportReport *report);

/* A window above @parent that shows such lines. (transfer floating) */
GtkWidget *brine_import_notes_new (GtkWindow *parent, const char *words);

G_END_DECLS
