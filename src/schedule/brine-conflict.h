/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-time.h"
#include "brine-types.h"

G_BEGIN_DECLS

/*
 * What cannot well be done at the same time. It is only ever hinted at: who plans a walk into an
 * hour of work may know why.
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
 * brine_conflict_between:
 *
 * Whether two spans get in each other's way, which is the same either way round:
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
gboolean brine_conflict_between (const BrineConflictSpan *a, const BrineConflictSpan *b);

/**
 * brine_conflict_find:
 * @spans: (array length=n_spans): in any order
 * @span: which of them
 *
 * Returns: the index of what @span meets: of another calendar before a practice, then what begins
 *   first; -1: nothing
 */
int brine_conflict_find (const BrineConflictSpan *spans, guint n_spans, guint span);

G_END_DECLS
