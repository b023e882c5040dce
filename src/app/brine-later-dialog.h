/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-clock.h"
#include "brine-delivery.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What reminders that are still open ask: whether it is done, or when they shall come again. Each
 * answer is an action of the application, as the buttons of the notification are; to close it leaves
 * them open.
 * @parent: in front of whose window it opens; @deliveries: (element-type BrineDelivery): those of
 * one notification, at least one; not kept */
void brine_later_dialog_present (GtkWidget *parent, GPtrArray *deliveries, BrineClock *clock);

/* How many minutes after @now it is @minute of the day by the wall clock of @zone, today or tomorrow:
 * 1 to a day. */
int brine_later_get_minutes (BrineInstant now, GTimeZone *zone, int minute);

G_END_DECLS
