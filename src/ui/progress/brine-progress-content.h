/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-progress-data.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The sentence, the chart or the table, and the cards of a range that holds something. */
#define BRINE_TYPE_PROGRESS_CONTENT (brine_progress_content_get_type ())
G_DECLARE_FINAL_TYPE (BrineProgressContent, brine_progress_content, BRINE, PROGRESS_CONTENT, AdwBin)

/* (transfer floating) */
GtkWidget *brine_progress_content_new (void);
/* @data: (transfer none): a reference is taken */
void brine_progress_content_set_data (BrineProgressContent *self, BrineProgressData *data,
                                      int first_weekday);
void brine_progress_content_set_narrow (BrineProgressContent *self, gboolean narrow);
gboolean brine_progress_content_get_table (BrineProgressContent *self);
void brine_progress_content_set_table (BrineProgressContent *self, gboolean table);
/* Asks for a place and writes the table there as CSV. */
void brine_progress_content_save_table (BrineProgressContent *self);

G_END_DECLS
