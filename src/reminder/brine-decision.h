/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-notice.h"
#include "brine-reminder-facts.h"

G_BEGIN_DECLS

/* Later than this a reminder says that it is late, and several become one. */
#define BRINE_REMINDER_LATE_MINUTES 15
/* Later than this it is not shown any more, only listed. */
#define BRINE_REMINDER_GONE_MINUTES (12 * 60)
/* As many new notifications come at one time at most. */
#define BRINE_REMINDER_MAX_NOTICES 3
/* After so many reminders of an item in a row that were not answered, Brine asks about them. */
#define BRINE_REMINDER_ASK_AFTER 3

/**
 * BrineReminderMemory:
 * @seen_until: everything due until then was decided upon: what appears before it was planned in the
 *   past, and is not shown; 0: unknown
 * @held: (nullable) (element-type utf8): keys of what was due by then and waits for the end of quiet
 *   hours or of a pause of reminders
 *
 * What whoever decides remembers from the last time. A process that just started remembers nothing.
 */
typedef struct
{
  BrineInstant seen_until;
  GHashTable *held;
} BrineReminderMemory;

/**
 * BrineDecision:
 *
 * What to do now. First all of @notices are claimed and all of @ended written, in one transaction;
 * then @withdraw and @notices go to the screen; then the deliveries of what was shown become SHOWN.
 */
typedef struct
{
  GPtrArray *notices;  /* BrineNotice, at most %BRINE_REMINDER_MAX_NOTICES, or claimed ones again */
  GPtrArray *withdraw; /* utf8: ids of notifications of which nothing is left */
  GPtrArray *ended;    /* BrineDelivery, as they are to be written */
  GHashTable *held;    /* utf8, a set: due, but to be shown later; for the next memory */
  gboolean has_wake;
  BrineInstant wake; /* when to decide again, if nothing changes before */
} BrineDecision;

/**
 * brine_reminder_decide:
 * @facts: for the window around @now, see brine_reminder_facts_get_window()
 * @memory: (nullable): what was decided before
 * @now: when it is
 * @zone: (transfer none): where one is
 *
 * The rules of reminders, and nothing else: pure, so that the same facts give the same decision.
 * What is due and has no delivery is shown, once: in a notification of its own when it is at most a
 * quarter of an hour late, in a digest up to twelve hours, and later not at all. What is logged,
 * paused or turned off passes unseen and is written down as such. docs/architecture.md tells them
 * all. Any thread.
 *
 * Returns: (transfer full): the decision
 */
BrineDecision *brine_reminder_decide (const BrineReminderFacts *facts,
                                      const BrineReminderMemory *memory, BrineInstant now,
                                      GTimeZone *zone);
void brine_decision_free (BrineDecision *decision);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BrineDecision, brine_decision_free)
/**
 * brine_decision_is_empty:
 *
 * Returns: whether there is nothing to write, to show or to withdraw
 */
gboolean brine_decision_is_empty (const BrineDecision *decision);

G_END_DECLS
