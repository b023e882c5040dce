/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-log-maker.h"
#include "brine-store.h"

G_BEGIN_DECLS

/**
 * BrineActKind:
 * @BRINE_ACT_DONE: what it reminded of is done; it is logged for its own day
 * @BRINE_ACT_LATER: it comes again later
 * @BRINE_ACT_SKIP: it is logged as skipped
 * @BRINE_ACT_MOOD: the answer to "how are you?", 1 to 5
 * @BRINE_ACT_DISMISS: it was put away
 * @BRINE_ACT_KEEP: an item keeps its reminders
 * @BRINE_ACT_DROP: an item loses its reminders
 *
 * What can be done with a reminder that came.
 */
typedef enum
{
  BRINE_ACT_DONE,
  BRINE_ACT_LATER,
  BRINE_ACT_SKIP,
  BRINE_ACT_MOOD,
  BRINE_ACT_DISMISS,
  BRINE_ACT_KEEP,
  BRINE_ACT_DROP,
} BrineActKind;

/* In place of minutes: at 18:00 today by the wall clock, or in an hour when that is past. */
#define BRINE_LATER_EVENING (-1)
#define BRINE_LATER_MAX_MINUTES BRINE_MINUTES_PER_DAY

/**
 * brine_reminder_act:
 * @notice_id: of the notification that was answered; one that is not known is no error
 * @argument: of LATER: minutes, 1 to %BRINE_LATER_MAX_MINUTES, or %BRINE_LATER_EVENING; of MOOD: 1
 *   to 5; else not looked at
 * @with: what a log is made with; its now is when the answer came
 * @out_acted: (out) (optional): whether anything was still open under @notice_id
 *
 * Does to all reminders that the notification shows what was chosen: writes the log, the check-in or
 * the item and what became of the reminders in one transaction, in which all that it rests on is
 * read as well. Whoever answers twice, or while another process answers, finds nothing open any
 * more.
 *
 * DONE and SKIP log the occurrence of its own day, at its planned time unless that day is today. One
 * that is gone, was moved to another day, or has been logged meanwhile is not logged: only its
 * reminder ends. DONE of a quota logs one time for its day unless it has one; SKIP of a quota, and
 * either of a wind-down, logs nothing. MOOD answers "how are you?" only, KEEP and DROP only the
 * question about an item.
 *
 * Returns: FALSE and nothing was written: BRINE_ERROR_INVALID (@argument), or what
 *   brine_store_apply() says. Thread: the store's; waits for the worker.
 */
gboolean brine_reminder_act (BrineStore *store, const char *notice_id, BrineActKind act,
                             int argument, const BrineLogMaker *with, gboolean *out_acted,
                             GError **error);
/* The same without waiting. @with is copied. */
void brine_reminder_act_async (BrineStore *store, const char *notice_id, BrineActKind act,
                               int argument, const BrineLogMaker *with,
                               GAsyncReadyCallback callback, gpointer user_data);
gboolean brine_reminder_act_finish (BrineStore *store, GAsyncResult *result, gboolean *out_acted,
                                    GError **error);

G_END_DECLS
