/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-reminder.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* One reminder in words; opened, it can be changed. Signals "changed" () and "removed" (), both by
 * the user. */
#define BRINE_TYPE_REMINDER_ROW (brine_reminder_row_get_type ())
G_DECLARE_FINAL_TYPE (BrineReminderRow, brine_reminder_row, BRINE, REMINDER_ROW, AdwExpanderRow)

/* @reminder: a valid one; @first_weekday: that weeks begin on, 1 Monday to 7 Sunday. (transfer
 * floating) */
GtkWidget *brine_reminder_row_new (const BrineReminder *reminder, int first_weekday);
BrineReminder brine_reminder_row_get_reminder (BrineReminderRow *self);

/* "15 min before", "When it begins", "At 07:30". (transfer full) */
char *brine_reminder_format (const BrineReminder *reminder);

G_END_DECLS
