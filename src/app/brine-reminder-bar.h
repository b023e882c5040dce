/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-clock.h"
#include "brine-models.h"
#include "brine-service-link.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A line above Today that says that reminders do not arrive, when something planned has one. It
 * shows only on Today, since it is no trouble anywhere else, and what is no fault but a choice can
 * be put away for good. */
#define BRINE_TYPE_REMINDER_BAR (brine_reminder_bar_get_type ())
G_DECLARE_FINAL_TYPE (BrineReminderBar, brine_reminder_bar, BRINE, REMINDER_BAR, AdwBin)

/* @settings: (nullable): remembers that it was put away. (transfer floating) */
GtkWidget *brine_reminder_bar_new (GSettings *settings);
/* What it tells of; @link NULL: nothing. */
void brine_reminder_bar_set_link (BrineReminderBar *self, BrineServiceLink *link, BrineStore *store,
                                  BrineClock *clock);
/* Whether Today is what one sees. */
void brine_reminder_bar_set_on_today (BrineReminderBar *self, gboolean on_today);

G_END_DECLS
