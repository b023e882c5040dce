/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * BrineActKind:
 * @BRINE_ACT_DONE: what it reminded of is done; it is logged for its own day
 * @BRINE_ACT_LATER: it comes again later
 * @BRINE_ACT_SKIP: it is logged as skipped
 * @BRINE_ACT_MOOD: the answer to "how are you?", 1 to 5
 * @BRINE_ACT_DISMISS: it was put away
 * @BRINE_ACT_KEEP: an item keeps its reminders
 * @BRINE_ACT_DROP: an item loses its reminders
 *
 * What can be done with a reminder that came.
 */
typedef enum
{
  BRINE_ACT_DONE,
  BRINE_ACT_LATER,
  BRINE_ACT_SKIP,
  BRINE_ACT_MOOD,
  BRINE_ACT_DISMISS,
  BRINE_ACT_KEEP,
  BRINE_ACT_DROP,
} BrineActKind;

/* In place of minutes: at 18:00 today. */
#define BRINE_LATER_EVENING (-1)

G_END_DECLS
