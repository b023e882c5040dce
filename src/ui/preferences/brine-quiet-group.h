/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-clock.h"
#include "brine-reminder-settings.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* When no reminder comes: hours of the day, and a pause for now. Signal "changed" (): what
 * brine_quiet_group_read() writes is new. */
#define BRINE_TYPE_QUIET_GROUP (brine_quiet_group_get_type ())
G_DECLARE_FINAL_TYPE (BrineQuietGroup, brine_quiet_group, BRINE, QUIET_GROUP, AdwPreferencesGroup)

/* (transfer floating) */
GtkWidget *brine_quiet_group_new (BrineClock *clock);
/* Shows what @settings say. @day_start_minutes: when the rest of a day is over. */
void brine_quiet_group_show (BrineQuietGroup *self, const BrineReminderSettings *settings,
                             int day_start_minutes);
/* Writes its part into @settings. */
void brine_quiet_group_read (BrineQuietGroup *self, BrineReminderSettings *settings);

G_END_DECLS
