/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-clock.h"
#include "brine-notification-server.h"
#include "brine-notifier.h"

G_BEGIN_DECLS

/**
 * BrineBusNotifier:
 *
 * The notifier of the service: puts notices into words and hands them to whoever shows
 * notifications, with a sound when one is wanted. Main thread.
 */
#define BRINE_TYPE_BUS_NOTIFIER (brine_bus_notifier_get_type ())
G_DECLARE_FINAL_TYPE (BrineBusNotifier, brine_bus_notifier, BRINE, BUS_NOTIFIER, GObject)

/**
 * brine_bus_notifier_new:
 * @server: (transfer none), and so @clock; it holds them
 *
 * Returns: (transfer full): a notifier that has shown nothing
 */
BrineBusNotifier *brine_bus_notifier_new (BrineNotificationServer *server, BrineClock *clock);

/**
 * brine_bus_notifier_sweep:
 * @deliveries: (element-type BrineDelivery): what became of the last reminders
 *
 * Withdraws what is on the screen and should not be: a notification whose reminders were all dealt
 * with elsewhere (in the window, by another process) or before the last life of the service ended
 * in the middle.
 */
void brine_bus_notifier_sweep (BrineBusNotifier *self, const GPtrArray *deliveries);

G_END_DECLS
