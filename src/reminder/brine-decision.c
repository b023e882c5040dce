/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-decision-private.h"

#define MINUTE_MS INT64_C (60000)
#define DAY_MS (BRINE_MINUTES_PER_DAY * MINUTE_MS)

int64_t
brine_deciding_get_lateness_ms (const BrineDeciding *self, BrineInstant at)
{
  return self->now.unix_ms - at.unix_ms;
}

void
brine_deciding_wake_at (BrineDeciding *self, BrineInstant at)
{
  if (brine_instant_compare (at, self->now) <= 0)
    return;
  if (!self->out->has_wake || brine_instant_compare (at, self->out->wake) < 0)
    self->out->wake = at;
  self->out->has_wake = TRUE;
}

void
brine_deciding_pass (BrineDeciding *self, const BrineDue *due)
{
  g_ptr_array_add (self->out->ended,
                   brine_due_make_delivery (due, BRINE_DELIVERY_EXPIRED, self->now));
}

/* Whether another delivery keeps the notice of @delivery on the screen. */
static gboolean
has_others (const BrineDeciding *self, const BrineDelivery *delivery)
{
  for (guint i = 0; i < self->facts->deliveries->len; i++)
    {
      const BrineDelivery *other = self->facts->deliveries->pdata[i];
      gboolean ended = FALSE;

      if (other == delivery || !brine_delivery_state_is_open (other->state)
          || g_strcmp0 (other->notice_id, delivery->notice_id) != 0)
        continue;
      for (guint j = 0; j < self->out->ended->len && !ended; j++)
        ended = strcmp (((BrineDelivery *)self->out->ended->pdata[j])->key, other->key) == 0;
      if (!ended)
        return TRUE;
    }
  return FALSE;
}

void
brine_deciding_end (BrineDeciding *self, const BrineDelivery *delivery, BrineDeliveryState state)
{
  BrineDelivery *ended = brine_delivery_copy (delivery);

  ended->state = state;
  ended->at = self->now;
  ended->until = (BrineInstant){ 0 };
  g_ptr_array_add (self->out->ended, ended);
  if (delivery->notice_id != NULL && !has_others (self, delivery))
    g_ptr_array_add (self->out->withdraw, g_strdup (delivery->notice_id));
}

/* Setting out ----------------------------------------------------------------------------------- */

/*
 * A record counts from the moment it was made. One of something that passed unseen and that was made
 * later than now tells of a clock that was wrong: with the right one it is still to come.
 */
static gboolean
counts (const BrineDelivery *delivery, BrineInstant now)
{
  return delivery->state != BRINE_DELIVERY_EXPIRED || delivery->shown
         || brine_instant_compare (delivery->at, now) <= 0;
}

static void
index_facts (BrineDeciding *self)
{
  BrineInstant from = { self->now.unix_ms - BRINE_REMINDER_PAST_DAYS * DAY_MS };
  BrineInstant to = { self->now.unix_ms + BRINE_REMINDER_AHEAD_DAYS * DAY_MS };

  self->dues = brine_dues_list (self->facts, from, to, self->zone);
  self->by_key = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < self->dues->len; i++)
    {
      BrineDue *due = self->dues->pdata[i];

      g_hash_table_insert (self->by_key, due->key, due);
    }
  self->delivered = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < self->facts->deliveries->len; i++)
    {
      BrineDelivery *delivery = self->facts->deliveries->pdata[i];

      if (counts (delivery, self->now))
        g_hash_table_insert (self->delivered, delivery->key, delivery);
    }
}

static BrineInstant
get_seen_until (const BrineReminderFacts *facts, const BrineReminderMemory *memory,
                BrineInstant now)
{
  BrineInstant seen_until = memory != NULL ? memory->seen_until : (BrineInstant){ 0 };

  /* Nobody waits for what was due before reminders were looked after at all. */
  if (seen_until.unix_ms == 0 && facts->first_run)
    return (BrineInstant){ now.unix_ms - 1 };
  /* The clock was set back: what was seen is not what lies behind us now. */
  if (brine_instant_compare (seen_until, now) > 0)
    return (BrineInstant){ 0 };
  return seen_until;
}

/* What is due now ------------------------------------------------------------------------------- */

static gboolean
was_planned_in_the_past (const BrineDeciding *self, const BrineDue *due)
{
  return brine_instant_compare (due->at, self->seen_until) <= 0
         && (self->was_held == NULL || !g_hash_table_contains (self->was_held, due->key));
}

gboolean
brine_deciding_is_pointless (const BrineDeciding *self, const BrineDue *due)
{
  return due->source == BRINE_DUE_WIND_DOWN
         && brine_deciding_get_lateness_ms (self, due->at) > BRINE_REMINDER_LATE_MINUTES * MINUTE_MS
         && brine_deciding_get_lateness_ms (self, brine_zone_resolve (self->zone, due->start)) >= 0;
}

static gboolean
passes_unseen (const BrineDeciding *self, const BrineDue *due)
{
  return !self->facts->settings.on || brine_due_is_quiet (due)
         || brine_deciding_get_lateness_ms (self, due->at) > BRINE_REMINDER_GONE_MINUTES * MINUTE_MS
         || was_planned_in_the_past (self, due) || brine_deciding_is_pointless (self, due);
}

/* One question at a time; whatever else would be asked waits for its next reminder. */
static void
ask_instead (BrineDeciding *self, const BrineDue *due)
{
  if (self->ask == NULL)
    self->ask = brine_deciding_make_ask (self, due);
  brine_deciding_pass (self, due);
}

static void
look_at_due (BrineDeciding *self, BrineDue *due)
{
  BrineAttention attention;

  if (passes_unseen (self, due))
    {
      brine_deciding_pass (self, due);
      return;
    }
  /* What was claimed is shown first, so that a notification that fails is never followed by more. */
  if (self->hold || self->claimed->len > 0)
    {
      g_hash_table_add (self->out->held, g_strdup (due->key));
      return;
    }
  attention = brine_deciding_get_attention (self, due);
  if (attention == BRINE_ATTENTION_SILENT)
    brine_deciding_pass (self, due);
  else if (attention == BRINE_ATTENTION_ASK)
    ask_instead (self, due);
  else
    g_ptr_array_add (self->fire, due);
}

static void
look_at_dues (BrineDeciding *self)
{
  for (guint i = 0; i < self->dues->len; i++)
    {
      BrineDue *due = self->dues->pdata[i];

      if (g_hash_table_contains (self->delivered, due->key))
        continue;
      if (brine_instant_compare (due->at, self->now) > 0)
        brine_deciding_wake_at (self, due->at);
      else
        look_at_due (self, due);
    }
}

/* Tomorrow the window reaches further. */
static void
wake_for_time (BrineDeciding *self)
{
  brine_deciding_wake_at (self, (BrineInstant){ self->now.unix_ms + DAY_MS });
  if (self->hold
      && (g_hash_table_size (self->out->held) > 0 || self->claimed->len > 0
          || self->snoozed->len > 0))
    brine_deciding_wake_at (self, self->hold_until);
}

static BrineDecision *
decision_new (void)
{
  BrineDecision *decision = g_new0 (BrineDecision, 1);

  decision->notices = g_ptr_array_new_with_free_func ((GDestroyNotify)brine_notice_unref);
  decision->withdraw = g_ptr_array_new_with_free_func (g_free);
  decision->ended = g_ptr_array_new_with_free_func ((GDestroyNotify)brine_delivery_free);
  decision->held = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return decision;
}

static void
deciding_clear (BrineDeciding *self)
{
  g_ptr_array_unref (self->fire);
  g_ptr_array_unref (self->claimed);
  g_ptr_array_unref (self->snoozed);
  g_hash_table_unref (self->by_key);
  g_hash_table_unref (self->delivered);
  g_ptr_array_unref (self->dues);
  brine_due_free (self->ask);
}

BrineDecision *
brine_reminder_decide (const BrineReminderFacts *facts, const BrineReminderMemory *memory,
                       BrineInstant now, GTimeZone *zone)
{
  g_return_val_if_fail (facts != NULL, NULL);
  g_return_val_if_fail (zone != NULL, NULL);

  BrineDeciding self = {
    .facts = facts,
    .seen_until = get_seen_until (facts, memory, now),
    .was_held = memory != NULL ? memory->held : NULL,
    .now = now,
    .zone = zone,
    .today = brine_civil_day_of_instant (now, zone, facts->day_start_minutes),
    .claimed = g_ptr_array_new (),
    .snoozed = g_ptr_array_new (),
    .fire = g_ptr_array_new (),
    .out = decision_new (),
  };

  self.hold = brine_reminder_settings_get_hold (&facts->settings, now, zone, &self.hold_until);
  index_facts (&self);
  brine_deciding_look_at_open (&self);
  look_at_dues (&self);
  brine_deciding_keep_asks (&self);
  wake_for_time (&self);
  if (!self.hold)
    brine_deciding_make_notices (&self);
  deciding_clear (&self);
  return self.out;
}

void
brine_decision_free (BrineDecision *decision)
{
  if (decision == NULL)
    return;
  g_ptr_array_unref (decision->notices);
  g_ptr_array_unref (decision->withdraw);
  g_ptr_array_unref (decision->ended);
  g_hash_table_unref (decision->held);
  g_free (decision);
}

gboolean
brine_decision_is_empty (const BrineDecision *decision)
{
  g_return_val_if_fail (decision != NULL, TRUE);

  return decision->notices->len == 0 && decision->withdraw->len == 0 && decision->ended->len == 0;
}
