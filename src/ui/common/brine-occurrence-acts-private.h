/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-occurrence-acts.h"

G_BEGIN_DECLS

/* Whether it is what happened, not the plan, that an act on @occurrence changes. */
gboolean brine_occurrence_is_record (BrineOccurrence *occurrence);
/* Corrects such a record; @minutes below 0: it lasts as long as it did. */
void brine_occurrence_correct (const BrineActs *acts, BrineOccurrence *occurrence, BrineLocal start,
                               int minutes);
/* (transfer full) The toast of what has another length now: "Now 18:00 to 18:45". */
char *brine_occurrence_make_span_label (BrineLocal start, int minutes);

G_END_DECLS
