/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-clock.h"
#include "brine-service-link.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The reminders that come next, or that came in the last week, as the service tells them; asked for
 * when the row is opened. */
#define BRINE_TYPE_REMINDER_LIST_ROW (brine_reminder_list_row_get_type ())
G_DECLARE_FINAL_TYPE (BrineReminderListRow, brine_reminder_list_row, BRINE, REMINDER_LIST_ROW,
                      AdwExpanderRow)

/* @recent: those that came. (transfer floating) */
GtkWidget *brine_reminder_list_row_new (BrineServiceLink *link, BrineClock *clock, gboolean recent);

G_END_DECLS
