/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-occurrence.h"
#include "brine-plan-private.h"

G_BEGIN_DECLS

/* An occurrence of the plan. @slot points into @plan; @log and @night: (nullable), taken over. */
BrineOccurrence *brine_occurrence_new_planned (BrinePlan *plan, const BrineSlot *slot,
                                               BrineState state, BrineLog *log, BrineNight *night);
/* A log without an occurrence; its item, if it has one, is gone, a quota, or has changed. Takes
 * @log over. */
BrineOccurrence *brine_occurrence_new_log (BrineLog *log);
/* An unplanned night, taken over. */
BrineOccurrence *brine_occurrence_new_night (BrineNight *night);

G_END_DECLS
