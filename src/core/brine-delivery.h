/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-types.h"

G_BEGIN_DECLS

/**
 * BrineDeliveryState:
 * @BRINE_DELIVERY_CLAIMED: it is about to be shown; whoever finds it so shows it again
 * @BRINE_DELIVERY_SHOWN: it is on the screen, or in the list of notifications
 * @BRINE_DELIVERY_SNOOZED: it comes again later
 * @BRINE_DELIVERY_DONE: what it reminded of was done
 * @BRINE_DELIVERY_SKIPPED: what it reminded of was skipped
 * @BRINE_DELIVERY_DISMISSED: it was put away
 * @BRINE_DELIVERY_EXPIRED: its time passed, seen or not
 *
 * What became of a reminder. The first three are open.
 */
typedef enum
{
  BRINE_DELIVERY_CLAIMED,
  BRINE_DELIVERY_SHOWN,
  BRINE_DELIVERY_SNOOZED,
  BRINE_DELIVERY_DONE,
  BRINE_DELIVERY_SKIPPED,
  BRINE_DELIVERY_DISMISSED,
  BRINE_DELIVERY_EXPIRED,
} BrineDeliveryState;

/**
 * BrineDueSource:
 * @BRINE_DUE_PLAN: a reminder of an occurrence
 * @BRINE_DUE_QUOTA: a reminder of something done a number of times a week
 * @BRINE_DUE_WIND_DOWN: some time before bed
 * @BRINE_DUE_CHECKIN: "how are you?"
 * @BRINE_DUE_LOOK_BACK: the look back at two weeks
 * @BRINE_DUE_ASK: whether an item whose reminders are not answered should move or lose them
 */
typedef enum
{
  BRINE_DUE_PLAN,
  BRINE_DUE_QUOTA,
  BRINE_DUE_WIND_DOWN,
  BRINE_DUE_CHECKIN,
  BRINE_DUE_LOOK_BACK,
  BRINE_DUE_ASK,
} BrineDueSource;

/* Nicks as in brine-types.h: "claimed", "wind-down", … */
const char *brine_delivery_state_to_nick (BrineDeliveryState state);
gboolean brine_delivery_state_from_nick (const char *nick, BrineDeliveryState *out_state);
const char *brine_due_source_to_nick (BrineDueSource source);
gboolean brine_due_source_from_nick (const char *nick, BrineDueSource *out_source);

/**
 * brine_delivery_state_is_open:
 *
 * Returns: whether something may still become of it: claimed, shown or snoozed
 */
gboolean brine_delivery_state_is_open (BrineDeliveryState state);

/* A reminder that came, or was about to: kept so that none is lost and none comes twice. A struct
 * with public fields; strings owned. It belongs to this computer and is in no export. */
typedef struct
{
  char *key; /* unique: says which reminder of which occurrence it is */
  BrineDueSource source;
  char *item_id;          /* NULL: of no item */
  BrineLocal original;    /* of the occurrence; of a quota 00:00 of its day; else nominal */
  BrineLocal nominal;     /* what the wall clock should read when it comes */
  BrineDay day;           /* civil day it belongs to */
  BrinePractice practice; /* of plan, quota, wind-down and ask */
  char *title;            /* as it was shown; NULL: none */
  BrineDeliveryState state;
  gboolean shown;     /* was on a screen at least once: expired and shown is ignored */
  BrineInstant at;    /* of the last change of its state */
  BrineInstant until; /* SNOOZED: when it comes again; else 0 */
  char *notice_id;    /* of the notification that shows it, which may show several; NULL: none */
} BrineDelivery;

/**
 * brine_delivery_new:
 *
 * Returns: (transfer full): a claimed one under @key, everything else empty
 */
BrineDelivery *brine_delivery_new (const char *key, BrineDueSource source);
BrineDelivery *brine_delivery_copy (const BrineDelivery *delivery);
void brine_delivery_free (BrineDelivery *delivery);
gboolean brine_delivery_equal (const BrineDelivery *a, const BrineDelivery *b);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BrineDelivery, brine_delivery_free)

G_END_DECLS
