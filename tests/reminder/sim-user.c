/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim.h"

/* An edit gives an item other originals. */
static gboolean
is_original (const OracleItem *item, const BrineDelivery *delivery)
{
  return item->quota == 0
         && oracle_item_get_original (item, delivery->original.day).second
                == delivery->original.second;
}

static void
log_done (Sim *sim, const BrineDelivery *delivery)
{
  OracleItem *item = oracle_find_item (sim->oracle, delivery->item_id);
  BrineLocal now = brine_clock_get_local (sim->world->clock);

  if (delivery->source == BRINE_DUE_CHECKIN)
    {
      BrineCheckin *checkin = brine_checkin_new ();

      checkin->mood = 3;
      checkin->at = brine_moment_new (sim_get_now (sim), brine_clock_get_zone (sim->world->clock),
                                      sim->world->day_start_minutes);
      g_ptr_array_add (sim->world->checkins, checkin);
    }
  else if (item != NULL && delivery->source == BRINE_DUE_QUOTA)
    fake_world_log (sim->world, item->id, delivery->original, BRINE_STATE_DONE,
                    (BrineLocal){ delivery->original.day, 12 * 3600 });
  else if (item != NULL && is_original (item, delivery))
    {
      g_hash_table_add (item->logged, GINT_TO_POINTER (delivery->original.day));
      fake_world_log (sim->world, item->id, delivery->original, BRINE_STATE_DONE, now);
    }
}

static void
log_skipped (Sim *sim, const BrineDelivery *delivery)
{
  OracleItem *item = oracle_find_item (sim->oracle, delivery->item_id);

  if (delivery->source == BRINE_DUE_QUOTA)
    oracle_note_skipped_day (sim->oracle, delivery);
  else if (item != NULL && is_original (item, delivery))
    {
      g_hash_table_add (item->logged, GINT_TO_POINTER (delivery->original.day));
      fake_world_log (sim->world, item->id, delivery->original, BRINE_STATE_SKIPPED,
                      brine_clock_get_local (sim->world->clock));
    }
}

/* "Keep", "No More Reminders", or nothing. */
static void
answer_ask (Sim *sim, BrineDelivery *delivery)
{
  OracleItem *item = oracle_find_item (sim->oracle, delivery->item_id);
  int what = sim_roll (sim, 0, 2);

  if (what == 0)
    return;
  oracle_note_kept (sim->oracle, delivery);
  delivery->state = BRINE_DELIVERY_DONE;
  delivery->shown = TRUE;
  delivery->at = sim_get_now (sim);
  g_hash_table_remove (sim->world->unconfirmed, delivery->key);
  if (item == NULL)
    return;
  item->ask.may_repeat = FALSE;
  item->ignored = FALSE;
  if (what == 2)
    {
      g_array_set_size (item->reminders, 0);
      oracle_put_item (sim->oracle, item);
    }
}

void
sim_answer (Sim *sim, const char *key)
{
  enum
  {
    NOTHING,
    DONE,
    AWAY,
    LATER,
    SKIP,
  };
  BrineDelivery *delivery = fake_world_find_delivery (sim->world, key);
  OracleItem *item;
  BrineInstant until = { 0 };
  int what;

  if (delivery == NULL || !brine_delivery_state_is_open (delivery->state))
    return;
  if (delivery->source == BRINE_DUE_ASK)
    {
      answer_ask (sim, delivery);
      return;
    }
  item = oracle_find_item (sim->oracle, delivery->item_id);
  if (item != NULL && sim_chance (sim, 0.1))
    item->ignored = !item->ignored;
  what = item != NULL && item->ignored && sim_chance (sim, 0.95) ? NOTHING
                                                                 : sim_roll (sim, NOTHING, SKIP);
  if (what == NOTHING)
    return;
  delivery->shown = TRUE;
  delivery->at = sim_get_now (sim);
  if (what == DONE)
    {
      delivery->state = BRINE_DELIVERY_DONE;
      log_done (sim, delivery);
    }
  else if (what == AWAY)
    delivery->state = BRINE_DELIVERY_DISMISSED;
  else if (what == SKIP)
    {
      delivery->state = BRINE_DELIVERY_SKIPPED;
      log_skipped (sim, delivery);
      sim->n_skips++;
    }
  else
    {
      until = brine_instant_add_seconds (sim_get_now (sim), sim_roll (sim, 0, 1) ? 600 : 3600);
      delivery->state = BRINE_DELIVERY_SNOOZED;
      delivery->until = until;
    }
  oracle_note_answer (sim->oracle, delivery, until);
  g_hash_table_remove (sim->world->unconfirmed, key);
}
