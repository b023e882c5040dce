/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-delivery.h"
#include "brine-reminder-facts.h"

G_BEGIN_DECLS

/**
 * BrineDue:
 *
 * One time at which something asks for attention: a reminder of an occurrence, or a prompt. A struct
 * with public fields; strings owned.
 */
typedef struct
{
  char *key; /* names it for good: source, item, original and nominal time */
  BrineDueSource source;
  char *item_id;       /* NULL: of no item */
  BrineLocal original; /* of the occurrence; of a quota 00:00 of its day; else nominal */
  BrineLocal start;    /* where the occurrence is now; else nominal */
  int minutes;         /* how long it is planned to last; 0: nothing is */
  BrinePractice practice;
  char *title;        /* never NULL; empty for prompts */
  BrineLocal nominal; /* what the wall clock should read when it comes */
  BrineInstant at;    /* when that is, where one is now */
  BrineDay day;       /* civil day that it belongs to */
  gboolean logged;    /* nothing is left to remind of */
  gboolean skipped;   /* logged as skipped */
  gboolean paused;    /* its day lies in a pause */
  gboolean silent;    /* not wanted: its practice is off */
} BrineDue;

/* Everything here is pure and may be used from any thread. */

/**
 * brine_due_make_key:
 * @item_id: (nullable): of the item
 *
 * Returns: (transfer full): what tells one due time from all others:
 *   "plan|<item>|2026-11-23T12:30:00|2026-11-23T12:20:00". The zone is no part of it, so that a
 *   traveller meets each reminder once.
 */
char *brine_due_make_key (BrineDueSource source, const char *item_id, BrineLocal original,
                          BrineLocal nominal);
BrineDue *brine_due_copy (const BrineDue *due);
void brine_due_free (BrineDue *due);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BrineDue, brine_due_free)
/**
 * brine_due_compare:
 *
 * Returns: -1, 0 or 1: by instant, then by nominal time, then by key; 0 only for the same key
 */
int brine_due_compare (const BrineDue *a, const BrineDue *b);
/**
 * brine_due_is_quiet:
 *
 * Returns: whether it passes without being shown: logged, paused or not wanted
 */
gboolean brine_due_is_quiet (const BrineDue *due);
/**
 * brine_due_new_from_delivery:
 * @zone: (transfer none): where one is
 *
 * What can be said of a reminder when only the record of its delivery is left.
 *
 * Returns: (transfer full): its start is the nominal time, its length unknown (0)
 */
BrineDue *brine_due_new_from_delivery (const BrineDelivery *delivery, GTimeZone *zone);
/**
 * brine_due_make_delivery:
 * @now: the stamp of the record
 *
 * Returns: (transfer full): a record of @due in @state
 */
BrineDelivery *brine_due_make_delivery (const BrineDue *due, BrineDeliveryState state,
                                        BrineInstant now);

/**
 * brine_dues_list:
 * @facts: what is known; covers the days of @from to @to
 * @from: the earliest instant, inclusive
 * @to: the latest instant, exclusive
 * @zone: (transfer none): where one is
 *
 * Asks every source (plan, quotas, wind-down, check-in prompts, look-back) for its due times,
 * whatever is known of their delivery. Costs what its range costs.
 *
 * Returns: (transfer full) (element-type BrineDue): in the order of brine_due_compare(), each key
 *   once
 */
GPtrArray *brine_dues_list (const BrineReminderFacts *facts, BrineInstant from, BrineInstant to,
                            GTimeZone *zone);
/**
 * brine_dues_list_coming:
 * @after: what is due later than this
 * @count: how many at most
 *
 * The list for people: only what would be shown as things stand, from the days that @facts cover.
 *
 * Returns: (transfer full) (element-type BrineDue): in order
 */
GPtrArray *brine_dues_list_coming (const BrineReminderFacts *facts, BrineInstant after, guint count,
                                   GTimeZone *zone);

G_END_DECLS
