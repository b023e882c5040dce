/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "brine-year-day.h"

G_BEGIN_DECLS

#define BRINE_TYPE_YEAR_FOOT (brine_year_foot_get_type ())
G_DECLARE_FINAL_TYPE (BrineYearFoot, brine_year_foot, BRINE, YEAR_FOOT, GtkWidget)

/* (transfer floating) */
GtkWidget *brine_year_foot_new (void);
void brine_year_foot_set_measure (BrineYearFoot *self, BrineYearMeasure measure);
void brine_year_foot_set_show_numbers (BrineYearFoot *self, gboolean show_numbers);
void brine_year_foot_set_summary (BrineYearFoot *self, const char *summary);

/*
 * Signals, when the user chooses:
 * "measure" (int BrineYearMeasure)
 * "numbers" (gboolean)
 */

G_END_DECLS
