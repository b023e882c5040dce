/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-decision-private.h"

#define MINUTE_MS INT64_C (60000)

BrineInstant
brine_deciding_get_last_at (const BrineDeciding *self, const BrineDelivery *delivery)
{
  const BrineDue *due = g_hash_table_lookup (self->by_key, delivery->key);
  BrineInstant at = due != NULL ? due->at : brine_zone_resolve (self->zone, delivery->nominal);

  return brine_instant_compare (delivery->until, at) > 0 ? delivery->until : at;
}

static BrineDay
get_civil_day (const BrineDeciding *self, BrineLocal local)
{
  return brine_civil_day_of_local (local, self->facts->day_start_minutes);
}

/* The last civil day on which what is shown makes sense: that of its occurrence, or when it was
 * shown later, that one. */
static BrineDay
get_last_day (const BrineDeciding *self, const BrineDelivery *delivery, const BrineDue *due)
{
  BrineInstant shown_at =
      brine_instant_compare (delivery->at, self->now) < 0 ? delivery->at : self->now;
  BrineDay day = brine_civil_day_of_instant (shown_at, self->zone, self->facts->day_start_minutes);

  day = MAX (day, get_civil_day (self, delivery->nominal));
  return due != NULL ? MAX (day, get_civil_day (self, due->start)) : day;
}

static void
look_at_shown (BrineDeciding *self, const BrineDelivery *delivery, const BrineDue *due)
{
  BrineDay last_day = get_last_day (self, delivery, due);

  if (self->today > last_day)
    brine_deciding_end (self, delivery, BRINE_DELIVERY_EXPIRED);
  else
    brine_deciding_wake_at (
        self, brine_zone_resolve (self->zone,
                                  brine_civil_day_get_start (last_day + 1,
                                                             self->facts->day_start_minutes)));
}

/* What was snoozed is owed however late it gets: somebody asked for it. */
static gboolean
is_too_late (const BrineDeciding *self, const BrineDelivery *delivery, const BrineDue *due)
{
  BrineInstant at = brine_deciding_get_last_at (self, delivery);

  return delivery->until.unix_ms == 0
         && ((due != NULL && brine_deciding_is_pointless (self, due))
             || brine_deciding_get_lateness_ms (self, at)
                    > BRINE_REMINDER_GONE_MINUTES * MINUTE_MS);
}

static void
look_at_claimed (BrineDeciding *self, BrineDelivery *delivery, const BrineDue *due)
{
  if (is_too_late (self, delivery, due))
    brine_deciding_end (self, delivery, BRINE_DELIVERY_EXPIRED);
  else
    g_ptr_array_add (self->claimed, delivery);
}

static void
look_at_snoozed (BrineDeciding *self, BrineDelivery *delivery)
{
  if (brine_instant_compare (delivery->until, self->now) > 0)
    brine_deciding_wake_at (self, delivery->until);
  else
    g_ptr_array_add (self->snoozed, delivery);
}

/* What is left of it goes on by its state. */
static void
go_on (BrineDeciding *self, BrineDelivery *delivery, const BrineDue *due)
{
  switch (delivery->state)
    {
    case BRINE_DELIVERY_CLAIMED:
      look_at_claimed (self, delivery, due);
      break;
    case BRINE_DELIVERY_SHOWN:
      look_at_shown (self, delivery, due);
      break;
    case BRINE_DELIVERY_SNOOZED:
      look_at_snoozed (self, delivery);
      break;
    case BRINE_DELIVERY_DONE:
    case BRINE_DELIVERY_SKIPPED:
    case BRINE_DELIVERY_DISMISSED:
    case BRINE_DELIVERY_EXPIRED:
      break;
    }
}

/* Whether its time is so long ago that its occurrence is not among the facts. */
static gboolean
is_beyond_window (const BrineDeciding *self, const BrineDelivery *delivery)
{
  BrineInstant at = brine_zone_resolve (self->zone, delivery->nominal);

  return brine_deciding_get_lateness_ms (self, at)
         > BRINE_REMINDER_PAST_DAYS * BRINE_MINUTES_PER_DAY * MINUTE_MS;
}

/* Whether the clock was set back so far that its occurrence is not among the facts yet. */
static gboolean
is_yet_to_come (const BrineDeciding *self, const BrineDelivery *delivery)
{
  BrineInstant at = brine_zone_resolve (self->zone, delivery->nominal);

  return brine_deciding_get_lateness_ms (self, at)
         <= -BRINE_REMINDER_AHEAD_DAYS * BRINE_MINUTES_PER_DAY * MINUTE_MS;
}

static void
look_at_one (BrineDeciding *self, BrineDelivery *delivery)
{
  const BrineDue *due = g_hash_table_lookup (self->by_key, delivery->key);

  if (due == NULL && is_yet_to_come (self, delivery))
    return;
  if (delivery->source == BRINE_DUE_ASK)
    {
      if (!self->facts->settings.on || !brine_deciding_is_ask_open (self, delivery))
        brine_deciding_end (self, delivery, BRINE_DELIVERY_DISMISSED);
      else
        go_on (self, delivery, NULL);
    }
  else if (due == NULL && is_beyond_window (self, delivery))
    brine_deciding_end (self, delivery, BRINE_DELIVERY_EXPIRED);
  else if (due != NULL && due->logged)
    brine_deciding_end (self, delivery,
                        due->skipped ? BRINE_DELIVERY_SKIPPED : BRINE_DELIVERY_DONE);
  else if (due == NULL || brine_due_is_quiet (due) || !self->facts->settings.on)
    brine_deciding_end (self, delivery, BRINE_DELIVERY_DISMISSED);
  else
    go_on (self, delivery, due);
}

void
brine_deciding_look_at_open (BrineDeciding *self)
{
  for (guint i = 0; i < self->facts->deliveries->len; i++)
    {
      BrineDelivery *delivery = self->facts->deliveries->pdata[i];

      if (brine_delivery_state_is_open (delivery->state))
        look_at_one (self, delivery);
    }
}
