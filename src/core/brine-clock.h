/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-time.h"

G_BEGIN_DECLS

#define BRINE_TYPE_CLOCK (brine_clock_get_type ())
G_DECLARE_FINAL_TYPE (BrineClock, brine_clock, BRINE, CLOCK, GObject)

/**
 * BrineClock::changed:
 *
 * Emitted by a fixed clock when it is set, by the system clock when the zone of the system
 * changes, and by both when the rules of any zone that was read do: zones that others keep are to be
 * read again then. A view that needs the minute keeps its own timer.
 */

/**
 * brine_clock_new_system:
 *
 * The one place that reads the real clock and the real zone: of TZ, else of /etc/localtime, else
 * UTC, which stands for all that cannot be read. Main thread, like everything of the clock.
 *
 * Returns: (transfer full): the clock of the system
 */
BrineClock *brine_clock_new_system (void);

/**
 * brine_clock_new_fixed:
 * @zone: (transfer none): the zone of the clock
 *
 * Returns: (transfer full): a clock that stands still until it is set
 */
BrineClock *brine_clock_new_fixed (BrineInstant now, GTimeZone *zone);

/**
 * brine_clock_new_from_environment:
 * @override: (nullable): a time that is stronger than the environment: what --now says
 *
 * Makes a fixed clock in the zone of the system from @override or else BRINE_NOW, as
 * 2026-11-22T09:00 or with an offset, which says when it is rather than where. BRINE_NOW_FILE names
 * a file with such a time; the clock is set whenever the file is, so that several programs can share
 * one that moves. Without any of them it is the clock of the system.
 *
 * Returns: (transfer full) (nullable): the clock, or %NULL with @error set to
 *   %BRINE_ERROR_INVALID, or to a %G_IO_ERROR for a file that cannot be read or watched
 */
BrineClock *brine_clock_new_from_environment (const char *override, GError **error);

BrineInstant brine_clock_get_now (BrineClock *self);

/**
 * brine_clock_get_zone:
 *
 * Returns: (transfer none): the zone; take a reference to keep it beyond the next "changed"
 */
GTimeZone *brine_clock_get_zone (BrineClock *self);

/**
 * brine_clock_get_local:
 *
 * Returns: what the wall clock reads now
 */
BrineLocal brine_clock_get_local (BrineClock *self);

/**
 * brine_clock_get_today:
 * @day_start_minutes: when days start, in minutes after midnight, 0 to 720
 *
 * Returns: the civil day now
 */
BrineDay brine_clock_get_today (BrineClock *self, int day_start_minutes);

gboolean brine_clock_is_fixed (BrineClock *self);

/**
 * brine_clock_set_now:
 * @self: a fixed clock
 *
 * Sets the time and emits "changed".
 */
void brine_clock_set_now (BrineClock *self, BrineInstant now);

/**
 * brine_clock_set_zone:
 * @zone: (transfer none): where one is now
 *
 * For whoever learns of another zone before the clock does: in a sandbox /etc/localtime stays as it
 * was when the program started. Emits "changed" unless it is the zone that the clock has.
 */
void brine_clock_set_zone (BrineClock *self, GTimeZone *zone);

/**
 * brine_clock_look:
 *
 * Looks whether the zone database has other rules by now, and emits "changed" if so. Clocks that
 * move do that when the system tells; this is for whoever looks now and then in case it does not.
 */
void brine_clock_look (BrineClock *self);

/**
 * brine_clock_read_stamp:
 *
 * Only for stamps, which tell one writing from another and are no part of the user's day. Any
 * thread.
 *
 * Returns: the real time, whatever any clock shows
 */
BrineInstant brine_clock_read_stamp (void);

G_END_DECLS
