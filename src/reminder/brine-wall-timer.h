/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-time.h"

G_BEGIN_DECLS

/**
 * BrineWallTimer:
 *
 * Waits for a time of the real clock, also while the machine sleeps: a source over
 * timerfd(CLOCK_REALTIME). The timers of GLib count the time that the machine is awake. It never
 * wakes a sleeping machine.
 */
typedef struct _BrineWallTimer BrineWallTimer;

/**
 * BrineWallTimerFunc:
 * @stepped: whether the clock was set, rather than the time reached. The timer has to be set again
 *   in both cases.
 */
typedef void (*BrineWallTimerFunc) (gboolean stepped, gpointer user_data);

/**
 * brine_wall_timer_new:
 * @callback: called on the thread-default main context of the caller, whenever the time that was set
 *   is reached or the clock is set
 *
 * Returns: (transfer full): a timer that waits for nothing yet; where the kernel gives none it says
 *   so once in the log, and whoever uses it has to look at the clock now and then anyway
 */
BrineWallTimer *brine_wall_timer_new (BrineWallTimerFunc callback, gpointer user_data);
/**
 * brine_wall_timer_set:
 *
 * Waits for @at instead of what it waited for; a time that is over comes at once.
 */
void brine_wall_timer_set (BrineWallTimer *self, BrineInstant at);
/**
 * brine_wall_timer_clear:
 *
 * Waits for nothing any more, except for the clock to be set.
 */
void brine_wall_timer_clear (BrineWallTimer *self);
void brine_wall_timer_free (BrineWallTimer *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BrineWallTimer, brine_wall_timer_free)

G_END_DECLS
