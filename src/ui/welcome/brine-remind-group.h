/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-change.h"
#include "brine-service-link.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Whether Brine reminds, what it does at night, and whether it starts at login: what the first run
 * asks of reminders. The preferences have the rest. */
#define BRINE_TYPE_REMIND_GROUP (brine_remind_group_get_type ())
G_DECLARE_FINAL_TYPE (BrineRemindGroup, brine_remind_group, BRINE, REMIND_GROUP,
                      AdwPreferencesGroup)

GtkWidget *brine_remind_group_new (void);
/* Follows whether there is a service that could start at login. @link: (nullable) (transfer none) */
void brine_remind_group_set_link (BrineRemindGroup *self, BrineServiceLink *link);
/* The quiet hours that are offered: minutes of the day. */
void brine_remind_group_set_night (BrineRemindGroup *self, int bed_minute, int wake_minute);
/* Adds to @change what differs from @stored, the settings of the diary. */
void brine_remind_group_put (BrineRemindGroup *self, GHashTable *stored, BrineChange *change);
/* Does what was said of the login; a portal may ask. Nothing if it is so already. */
void brine_remind_group_apply_login (BrineRemindGroup *self);

G_END_DECLS
