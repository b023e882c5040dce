/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "brine-time.h"

G_BEGIN_DECLS

/**
 * BrineBusy:
 *
 * A time that another calendar has taken, as the plan shows it; immutable. Strings are
 * (transfer none) and live as long as the object.
 */
#define BRINE_TYPE_BUSY (brine_busy_get_type ())
G_DECLARE_FINAL_TYPE (BrineBusy, brine_busy, BRINE, BUSY, GObject)

/* @end: not before @start; @colour: 0 to BRINE_BUSY_N_COLOURS - 1. (transfer full) */
BrineBusy *brine_busy_new (BrineLocal start, BrineLocal end, gboolean all_day, const char *title,
                           const char *calendar, int colour);

#define BRINE_BUSY_N_COLOURS 6

/* By the wall clock; of an all-day one the first midnight, and the one after its last day. */
BrineLocal brine_busy_get_start (BrineBusy *self);
BrineLocal brine_busy_get_end (BrineBusy *self);
gboolean brine_busy_is_all_day (BrineBusy *self);
/* What it is called, or the name of its calendar when it is not; plain text. */
const char *brine_busy_get_title (BrineBusy *self);
/* The name that the user gave the calendar. */
const char *brine_busy_get_calendar (BrineBusy *self);
int brine_busy_get_colour (BrineBusy *self);
/* By start, longer first, then everything else: 0 only for the same content. */
int brine_busy_compare (BrineBusy *a, BrineBusy *b);

G_END_DECLS
