/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-time.h"

G_BEGIN_DECLS

#define BRINE_TYPE_CLOCK (brine_clock_get_type ())
G_DECLARE_FINAL_TYPE (BrineClock, brine_clock, BRINE, CLOCK, GObject)

/* The one place that reads the real clock and the real zone. Main thread. */
BrineClock *brine_clock_new_system (void);
/* A clock that stands still until it is advanced. @zone: (transfer none) */
BrineClock *brine_clock_new_fixed (BrineInstant now, GTimeZone *zone);
/* BRINE_NOW when it is set (fixed), else the system. @override nullable: --now. */
BrineClock *brine_clock_new_from_environment (const char *override, GError **error);

BrineInstant brine_clock_get_now (BrineClock *self);
/* (transfer none) */
GTimeZone *brine_clock_get_zone (BrineClock *self);
/* Wall clock reading now. */
BrineLocal brine_clock_get_local (BrineClock *self);
/* Civil day now. */
BrineDay brine_clock_get_today (BrineClock *self, int day_start_minutes);
gboolean brine_clock_is_fixed (BrineClock *self);
/* Fixed clocks only: sets the time and emits "changed". */
void brine_clock_set_now (BrineClock *self, BrineInstant now);

/* Signal "changed" (): emitted by a fixed clock when it is set, by the system clock when the
 * zone changes. A view that needs the minute keeps its own timer. */

G_END_DECLS
