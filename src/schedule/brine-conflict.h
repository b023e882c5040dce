/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-time.h"
#include "brine-types.h"

G_BEGIN_DECLS

/*
 * What cannot well be done at the same time. It is only ever hinted at: who plans a walk into an
 * hour of work may know why. Two spans get in each other's way, which is the same either way round,
 * when they are
 *
 * - something open and an hour of another calendar, sleep too: a shift takes the night;
 * - two practices that both need attention: meditation, breathwork, a walk, a meal, one's own. Not
 *   so two meals, which may well be one on the side of the other;
 * - never sleep and a practice: a bedtime is a window, not an appointment;
 * - never an all-day entry, nor two entries of other calendars.
 *
 * What ends when the other begins does not overlap it. What takes no time overlaps what it lies
 * within, also at its start.
 */

/**
 * BrineConflictSpan:
 * @start: by the wall clock
 * @end: not before @start
 * @busy: it is of another calendar, and @practice means nothing
 * @all_day: of another calendar, and about a day rather than about its hours
 * @open: it is still to be done; what is over or paused meets nothing
 */
typedef struct
{
  BrineLocal start;
  BrineLocal end;
  gboolean busy;
  gboolean all_day;
  gboolean open;
  BrinePractice practice;
} BrineConflictSpan;

/**
 * BrineConflicts:
 *
 * Spans, sorted so that what one of them meets is found in as many steps as their number has
 * digits. Immutable; any one thread.
 */
typedef struct _BrineConflicts BrineConflicts;

/* @spans: (array length=n_spans) (nullable): in any order; copied. (transfer full) */
BrineConflicts *brine_conflicts_new (const BrineConflictSpan *spans, guint n_spans);
/* @self: (nullable) */
void brine_conflicts_free (BrineConflicts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BrineConflicts, brine_conflicts_free)

/**
 * brine_conflicts_find:
 * @span: one of the spans, or another
 * @except: index of the span that it is, or whose place it takes, and which it does not meet; -1:
 *   none
 *
 * Returns: the index of what @span meets: of another calendar before a practice, then what begins
 *   first, then the first that was given; -1: nothing
 */
int brine_conflicts_find (const BrineConflicts *self, const BrineConflictSpan *span, int except);

G_END_DECLS
