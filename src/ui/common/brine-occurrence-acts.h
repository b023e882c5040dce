/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "brine-models.h"
#include "brine-recipe.h"

G_BEGIN_DECLS

/*
 * What can be done to an occurrence, wherever it is shown. Each act is one change through the
 * history, so it can be undone, and each brings its own words for the toast. Main thread.
 */

/**
 * BrineActs:
 * @history: every write goes through it
 * @clock: tells when something was logged
 * @catalogue: (nullable): live servings and plants of a meal come from its recipe
 *
 * What the acts work with; borrowed, so a page keeps them alive.
 */
typedef struct
{
  BrineHistory *history;
  BrineClock *clock;
  BrineCatalogue *catalogue;
} BrineActs;

/**
 * brine_occurrence_log:
 * @state: DONE, PARTLY or SKIPPED
 * @reason: of a skipped one, else BRINE_SKIP_NONE
 * @amount: what was done; unit NONE: as planned, or half of that for PARTLY
 *
 * Logs @occurrence, or changes what was logged of it. A night is logged as it was planned. What
 * belongs to today is logged now, any other day at the planned time.
 */
void brine_occurrence_log (const BrineActs *acts, BrineOccurrence *occurrence, BrineState state,
                           BrineSkipReason reason, BrineAmount amount);
/* The log that brine_occurrence_log() would write, for a form that changes more of it.
 * (transfer full) */
BrineLog *brine_occurrence_make_log (const BrineActs *acts, BrineOccurrence *occurrence,
                                     BrineState state);
/* Takes the log of it, or its night, back. Nothing happens when there is none. */
void brine_occurrence_unlog (const BrineActs *acts, BrineOccurrence *occurrence);
/* Whether something is logged of it. */
gboolean brine_occurrence_is_logged (BrineOccurrence *occurrence);
/* done when it is not logged, else not logged: what a tick or the space bar does. */
void brine_occurrence_toggle (const BrineActs *acts, BrineOccurrence *occurrence);

/**
 * brine_occurrence_move:
 * @parent: in whose window a question is asked
 * @start: where it shall begin
 *
 * Moves @occurrence; of a repeating one it asks which ones are meant. A spontaneous log or a
 * night that was slept is corrected instead.
 */
void brine_occurrence_move (const BrineActs *acts, GtkWidget *parent, BrineOccurrence *occurrence,
                            BrineLocal start);
/**
 * brine_occurrence_resize:
 * @parent: in whose window a question is asked
 * @start: where it shall begin: elsewhere when its upper edge was drawn
 * @minutes: how long it shall last, 1 or more
 *
 * Gives @occurrence another length; of a repeating one it asks which ones are meant. A spontaneous
 * log or a night that was slept is corrected instead.
 */
void brine_occurrence_resize (const BrineActs *acts, GtkWidget *parent, BrineOccurrence *occurrence,
                              BrineLocal start, int minutes);
/* Plans @occurrence once more, as an entry of its own at @start; what happened without a plan is
 * planned. Asks nothing. */
void brine_occurrence_copy (const BrineActs *acts, GtkWidget *parent, BrineOccurrence *occurrence,
                            BrineLocal start);
/* Moves this one occurrence of the plan, and asks nothing: what "Later" does. */
void brine_occurrence_postpone (const BrineActs *acts, GtkWidget *parent,
                                BrineOccurrence *occurrence, BrineLocal start);
/* Takes @occurrence out of the plan, or removes a spontaneous log or night; asks as above. */
void brine_occurrence_remove (const BrineActs *acts, GtkWidget *parent,
                              BrineOccurrence *occurrence);

/* Logs one time of a quota item on @day: what is planned of it there, else one more; at the clock's
 * time when @day is today, else when it is planned, else at noon. */
void brine_quota_log (const BrineActs *acts, BrineQuotaStatus *status, BrineDay day);
/* Removes the log that @status has for its day. */
void brine_quota_unlog (const BrineActs *acts, BrineQuotaStatus *status);

/* Plans one time of a quota item: an item that happens once and counts for the quota. */
void brine_quota_plan (const BrineActs *acts, BrineQuotaStatus *status, BrineLocal start);

G_END_DECLS
