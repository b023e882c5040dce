/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-progress-data.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The numbers behind the charts: a row for each column, newest first. */
#define BRINE_TYPE_PROGRESS_TABLE (brine_progress_table_get_type ())
G_DECLARE_FINAL_TYPE (BrineProgressTable, brine_progress_table, BRINE, PROGRESS_TABLE, AdwBin)

/* (transfer floating) */
GtkWidget *brine_progress_table_new (void);
/* @data: (nullable) (transfer none): a reference is taken */
void brine_progress_table_set_data (BrineProgressTable *self, BrineProgressData *data);

G_END_DECLS
