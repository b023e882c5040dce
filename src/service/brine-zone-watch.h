/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * BrineZoneWatch:
 *
 * Tells when the zone of the system changes: the property Timezone of timedate1. BrineClock watches
 * /etc/localtime; a sandbox sees that file as it was when the sandbox was made, so the zone is
 * told by its name. Without a system bus it is silent. Main thread.
 *
 * Signal "zone-changed" (const char *identifier): as "Europe/Berlin"; not empty, otherwise
 * unchecked
 */
#define BRINE_TYPE_ZONE_WATCH (brine_zone_watch_get_type ())
G_DECLARE_FINAL_TYPE (BrineZoneWatch, brine_zone_watch, BRINE, ZONE_WATCH, GObject)

/**
 * brine_zone_watch_new:
 * @system_bus: (transfer none): where timedate1 is
 *
 * Returns: (transfer full): the watch
 */
BrineZoneWatch *brine_zone_watch_new (GDBusConnection *system_bus);

G_END_DECLS
