/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-reminder.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* When to be reminded of an entry. Signal "changed" (): by the user. */
#define BRINE_TYPE_REMINDER_GROUP (brine_reminder_group_get_type ())
G_DECLARE_FINAL_TYPE (BrineReminderGroup, brine_reminder_group, BRINE, REMINDER_GROUP,
                      AdwPreferencesGroup)

/* @reminders: (nullable) (element-type BrineReminder): of an item; @first_weekday: that weeks begin on,
 * 1 Monday to 7 Sunday. (transfer floating) */
GtkWidget *brine_reminder_group_new (const GArray *reminders, int first_weekday);
/* What an item shall have: in order, each once. (transfer full) (element-type BrineReminder) */
GArray *brine_reminder_group_dup_reminders (BrineReminderGroup *self);
/* @timeless: the entry has no time of day of its own, as what is done some times a week. */
void brine_reminder_group_set_timeless (BrineReminderGroup *self, gboolean timeless);

G_END_DECLS
