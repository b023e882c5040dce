/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-occurrence.h"
#include "brine-recipe.h"

G_BEGIN_DECLS

/* The words of a row on Today. All translated, (transfer full). @catalogue is nullable. */

/* "Kimchi rice bowl", "Slept 7 h 20" */
char *brine_occurrence_dup_row_title (BrineOccurrence *occurrence);
/* "1½ live servings · 6 plants", "10 of 20 min · by the river", "Skipped: no time"; "" for none */
char *brine_occurrence_dup_row_subtitle (BrineOccurrence *occurrence, BrineCatalogue *catalogue);
/* When it is shown: a night that was slept stands at its waking. */
BrineLocal brine_occurrence_get_row_time (BrineOccurrence *occurrence);

G_END_DECLS
