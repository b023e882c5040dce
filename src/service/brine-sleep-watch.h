/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * BrineSleepWatch:
 *
 * Tells when the computer wakes up: PrepareForSleep of logind. A timer of the wall clock fires by
 * itself then; this is for kernels and clocks that tell nothing, and it comes sooner. Without a
 * system bus it is silent. Main thread.
 *
 * Signal "resumed"
 */
#define BRINE_TYPE_SLEEP_WATCH (brine_sleep_watch_get_type ())
G_DECLARE_FINAL_TYPE (BrineSleepWatch, brine_sleep_watch, BRINE, SLEEP_WATCH, GObject)

/**
 * brine_sleep_watch_new:
 * @system_bus: (transfer none): where logind is
 *
 * Returns: (transfer full): the watch
 */
BrineSleepWatch *brine_sleep_watch_new (GDBusConnection *system_bus);

G_END_DECLS
