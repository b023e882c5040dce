/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-occurrence-acts.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BRINE_TYPE_OCCURRENCE_ROW (brine_occurrence_row_get_type ())
G_DECLARE_FINAL_TYPE (BrineOccurrenceRow, brine_occurrence_row, BRINE, OCCURRENCE_ROW,
                      GtkListBoxRow)

/* @acts: borrowed, outlives the row. (transfer floating) */
GtkWidget *brine_occurrence_row_new (const BrineActs *acts);
/* Shows @occurrence in place of what was shown; nullable: lets go of it. */
void brine_occurrence_row_set_occurrence (BrineOccurrenceRow *self, BrineOccurrence *occurrence);
/* (transfer none) (nullable) */
BrineOccurrence *brine_occurrence_row_get_occurrence (BrineOccurrenceRow *self);
/* What Enter and a double click do: the editor, or the details of a log or night. */
void brine_occurrence_row_edit (BrineOccurrenceRow *self);

G_END_DECLS
