/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-clock.h"
#include "brine-reminder-settings.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* When Brine asks: how one is, and how two weeks were. Signal "changed" (): what
 * brine_prompts_group_read() writes is new. */
#define BRINE_TYPE_PROMPTS_GROUP (brine_prompts_group_get_type ())
G_DECLARE_FINAL_TYPE (BrinePromptsGroup, brine_prompts_group, BRINE, PROMPTS_GROUP,
                      AdwPreferencesGroup)

/* (transfer floating) */
GtkWidget *brine_prompts_group_new (BrineClock *clock);
/* Shows what @settings say. */
void brine_prompts_group_show (BrinePromptsGroup *self, const BrineReminderSettings *settings);
/* Writes its part into @settings. */
void brine_prompts_group_read (BrinePromptsGroup *self, BrineReminderSettings *settings);

G_END_DECLS
