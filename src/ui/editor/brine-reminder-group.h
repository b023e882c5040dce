/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define BRINE_TYPE_REMINDER_GROUP (brine_reminder_group_get_type ())
G_DECLARE_FINAL_TYPE (BrineReminderGroup, brine_reminder_group, BRINE, REMINDER_GROUP,
                      AdwPreferencesGroup)

/* @minutes: (element-type int): minutes before the start, negative: after. (transfer floating) */
GtkWidget *brine_reminder_group_new (const GArray *minutes);
/* Ascending, each once. (transfer full) (element-type int) */
GArray *brine_reminder_group_dup_minutes (BrineReminderGroup *self);

/* Signal "changed" () */

G_END_DECLS
