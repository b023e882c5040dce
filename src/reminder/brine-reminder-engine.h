/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-clock.h"
#include "brine-notifier.h"
#include "brine-reminder-diary.h"

G_BEGIN_DECLS

/**
 * BrineReminderProblem:
 * @BRINE_REMINDER_PROBLEM_NONE: reminders work
 * @BRINE_REMINDER_PROBLEM_NO_SERVER: nobody shows notifications
 * @BRINE_REMINDER_PROBLEM_NOT_SHOWN: a notification was refused; it is tried again
 * @BRINE_REMINDER_PROBLEM_DIARY: the diary cannot be read or written; it is tried again
 *
 * Nicks "none", "no-server", "not-shown", "diary".
 */
typedef enum
{
  BRINE_REMINDER_PROBLEM_NONE,
  BRINE_REMINDER_PROBLEM_NO_SERVER,
  BRINE_REMINDER_PROBLEM_NOT_SHOWN,
  BRINE_REMINDER_PROBLEM_DIARY,
} BrineReminderProblem;

/* (transfer none) */
const char *brine_reminder_problem_to_nick (BrineReminderProblem problem);

/**
 * BrineReminderEngine:
 *
 * Brings every reminder to the screen once. It reads the diary, decides, claims in the diary what it
 * is about to show, shows it, and notes that it did: killed at any point, the next one goes on from
 * there. It plans anew when the diary, the clock or the zone changes and when the next reminder is
 * due, and looks at the clock once a minute in case nobody told it.
 *
 * Only one engine may work on a diary: whoever runs it holds the lock of the service. Main thread.
 *
 * Properties "problem" (a #BrineReminderProblem as int) and "busy" (gboolean), read-only, notify.
 * Signal "planned" (no arguments): everything due until now is dealt with, and what comes next may
 * be different.
 */
#define BRINE_TYPE_REMINDER_ENGINE (brine_reminder_engine_get_type ())
G_DECLARE_FINAL_TYPE (BrineReminderEngine, brine_reminder_engine, BRINE, REMINDER_ENGINE, GObject)

/**
 * brine_reminder_engine_new:
 * @diary: (transfer none), and so the others; it holds them
 *
 * Returns: (transfer full): an engine that does nothing until it is started
 */
BrineReminderEngine *brine_reminder_engine_new (BrineReminderDiary *diary, BrineNotifier *notifier,
                                                BrineClock *clock);
/**
 * brine_reminder_engine_start:
 *
 * Looks what is due, and keeps looking. Harmless when it is started already.
 */
void brine_reminder_engine_start (BrineReminderEngine *self);
/**
 * brine_reminder_engine_stop:
 *
 * What has begun to be written is written; nothing more is shown. Dropping the last reference does
 * the same.
 */
void brine_reminder_engine_stop (BrineReminderEngine *self);
/**
 * brine_reminder_engine_reconsider:
 * @self: a started engine
 *
 * Something may be different (the machine woke up, the zone changed): reads the diary and decides
 * anew. Several calls while it is at it become one.
 */
void brine_reminder_engine_reconsider (BrineReminderEngine *self);

/* Whether it reads, decides or writes just now. */
gboolean brine_reminder_engine_is_busy (BrineReminderEngine *self);
BrineReminderProblem brine_reminder_engine_get_problem (BrineReminderEngine *self);
/**
 * brine_reminder_engine_get_last_check:
 *
 * Returns: when it last knew everything due until then dealt with; 0 before the first time
 */
BrineInstant brine_reminder_engine_get_last_check (BrineReminderEngine *self);
/**
 * brine_reminder_engine_get_wake:
 * @out_wake: (out) (optional): when it will look next, if nothing changes before
 *
 * Returns: whether there is such a time
 */
gboolean brine_reminder_engine_get_wake (BrineReminderEngine *self, BrineInstant *out_wake);
/**
 * brine_reminder_engine_dup_coming:
 * @count: how many at most
 *
 * Returns: (transfer full) (element-type BrineDue): what comes next, of the next two days
 */
GPtrArray *brine_reminder_engine_dup_coming (BrineReminderEngine *self, guint count);
/**
 * brine_reminder_engine_dup_recent:
 * @count: how many at most
 *
 * Returns: (transfer full) (element-type BrineDelivery): what became of the last reminders, the
 *   newest first
 */
GPtrArray *brine_reminder_engine_dup_recent (BrineReminderEngine *self, guint count);

G_END_DECLS
