/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-models.h"
#include "brine-service-link.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* How and when somebody wants to be reminded. The rows follow the settings of the diary, and each
 * change is written at once, as one step of undo. Signal "toast" (const char *text, gboolean): and
 * whether the history can undo it. */
#define BRINE_TYPE_REMINDERS_PAGE (brine_reminders_page_get_type ())
G_DECLARE_FINAL_TYPE (BrineRemindersPage, brine_reminders_page, BRINE, REMINDERS_PAGE,
                      AdwPreferencesPage)

/* (transfer floating) */
GtkWidget *brine_reminders_page_new (BrineHistory *history, BrineClock *clock,
                                     BrineServiceLink *link);

G_END_DECLS
