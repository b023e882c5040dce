/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-reminder-acts.h"

G_BEGIN_DECLS

/* What the buttons of a notification do, as actions of an application. Each takes the id of the
 * notice (s), "later" and "mood" a number as well (si). The service has them, since servers of
 * notifications call whoever sent one; the window has the same, since the portal of a sandbox calls
 * the application that the sandbox is named after. */
#define BRINE_REMINDER_ACTION_DONE "reminder-done"
#define BRINE_REMINDER_ACTION_LATER "reminder-later"
#define BRINE_REMINDER_ACTION_SKIP "reminder-skip"
#define BRINE_REMINDER_ACTION_MOOD "reminder-mood"
#define BRINE_REMINDER_ACTION_KEEP "reminder-keep"
#define BRINE_REMINDER_ACTION_DROP "reminder-drop"
#define BRINE_REMINDER_ACTION_OPEN "reminder-open"

/**
 * BrineReminderActionFuncs:
 * @act: somebody pressed a button: see brine_reminder_act(), whose arguments these are
 * @open: somebody pressed the notification itself and wants to see the day it is about
 *
 * Called on the main thread, and only with what has the form of a notice id and a number in its
 * range; whether there is such a notice is for them to find out.
 */
typedef struct
{
  void (*act) (const char *notice_id, BrineActKind act, int argument, gpointer user_data);
  void (*open) (const char *notice_id, gpointer user_data);
} BrineReminderActionFuncs;

/**
 * brine_reminder_actions_add:
 * @map: (transfer none): an application
 * @funcs: static; lives as long as @map, as @user_data does
 *
 * Adds the actions to @map. What comes from outside with another form is told to the log and not
 * called.
 */
void brine_reminder_actions_add (GActionMap *map, const BrineReminderActionFuncs *funcs,
                                 gpointer user_data);

/**
 * brine_reminder_actions_find:
 * @name: (nullable): of an action that acts, such as %BRINE_REMINDER_ACTION_DONE; from outside, as
 *   @notice_id and @number are
 * @number: of "later" and "mood"; 0 for the others
 * @out_act: (out): what it does
 *
 * Any thread.
 *
 * Returns: whether these are what that action takes
 */
gboolean brine_reminder_actions_find (const char *name, const char *notice_id, int number,
                                      BrineActKind *out_act);

/**
 * brine_reminder_notice_id_is_valid:
 * @id: (nullable): what came from outside
 *
 * Any thread.
 *
 * Returns: whether @id has the form of a notice id: "brine-" and up to forty letters and digits
 */
gboolean brine_reminder_notice_id_is_valid (const char *id);

G_END_DECLS
