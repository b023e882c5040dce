/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The real engine over a diary, a screen and a clock in memory, through
 * thousands of days in which machines sleep, processes are killed, clocks and
 * zones change, plans and settings are edited and notifications answered.
 * BRINE_PROPERTY_DEBUG=1 shows what is known of the item in question, BRINE_PROPERTY_SEED=N runs one seed, BRINE_PROPERTY_DAYS=N another number of
 * days for each.
 */

#include "sim.h"

#define N_SEEDS 50
#define N_DAYS 200

static void
on_show (const BrineNotice *notice, gpointer user_data)
{
  Sim *sim = user_data;

  oracle_note_show (sim->oracle, notice);
  for (guint i = 0; i < notice->deliveries->len; i++)
    g_ptr_array_add (sim->shown_keys,
                     g_strdup (((const BrineDelivery *)notice->deliveries->pdata[i])->key));
}

/* How many occurrences of its item that were shown are later than that of @delivery. */
static guint
count_later (Sim *sim, const BrineDelivery *delivery)
{
  g_autoptr (GHashTable) later = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, sim->world->deliveries);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const BrineDelivery *other = value;

      if (other->shown && !brine_delivery_state_is_open (other->state)
          && other->source <= BRINE_DUE_QUOTA && g_strcmp0 (other->item_id, delivery->item_id) == 0
          && brine_local_compare (other->original, delivery->original) > 0)
        g_hash_table_add (later, GINT_TO_POINTER (other->original.day * 1440
                                                  + other->original.second / 60));
    }
  return g_hash_table_size (later);
}

/* What a real diary would not give to the engine any more, see brine-store-diary.c. */
static gboolean
is_out_of_sight (Sim *sim, const BrineDelivery *delivery)
{
  int64_t age_ms = sim_get_now (sim).unix_ms - delivery->at.unix_ms;

  if (brine_delivery_state_is_open (delivery->state) || age_ms <= 10 * DAY_MS
      || delivery->nominal.day >= sim_get_today (sim) - 10)
    return FALSE;
  if (age_ms > 60 * DAY_MS)
    return TRUE;
  if (delivery->source == BRINE_DUE_ASK)
    return FALSE;
  return !delivery->shown || delivery->source > BRINE_DUE_QUOTA || count_later (sim, delivery) >= 6;
}

static void
forget_old (Sim *sim)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, sim->world->deliveries);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (is_out_of_sight (sim, value))
      g_hash_table_iter_remove (&iter);
  for (guint i = sim->world->logs->len; i > 0; i--)
    if (((BrineLog *)sim->world->logs->pdata[i - 1])->original.day < sim_get_today (sim) - 80)
      g_ptr_array_remove_index (sim->world->logs, i - 1);
  if (sim->world->checkins->len > 30)
    g_ptr_array_remove_range (sim->world->checkins, 0, 20);
  oracle_forget_old (sim->oracle);
}

static void
tell (Sim *sim, guint32 seed, int n_days)
{
  const Oracle *oracle = sim->oracle;

  g_test_message (
      "seed %u: %d days, %d notifications, %d reminders had to be shown (%d of the plan, %d of "
      "quotas, %d to wind down, %d check-ins, %d looks back), %d questions, %d late, %d digests, "
      "%d snoozed, %d skipped, %d passed unseen, %d shown again after a kill; %d events, %d kills, "
      "%d suspends, %d clock steps, %d zone changes; 0 missed, 0 doubled",
      seed, n_days, oracle->n_shown, oracle->n_must, oracle->n_by_source[BRINE_DUE_PLAN],
      oracle->n_by_source[BRINE_DUE_QUOTA], oracle->n_by_source[BRINE_DUE_WIND_DOWN],
      oracle->n_by_source[BRINE_DUE_CHECKIN], oracle->n_by_source[BRINE_DUE_LOOK_BACK],
      oracle->n_asks, oracle->n_late, oracle->n_digests, oracle->n_snoozed, sim->n_skips,
      oracle->n_dropped, oracle->n_again, sim->n_events, sim->n_kills, sim->n_suspends,
      sim->n_steps, sim->n_zones);
}

/* Of all seeds: each kind of reminder came often enough to be worth anything. */
static int totals[BRINE_DUE_ASK + 1];

static void
add_up (Sim *sim)
{
  for (int i = 0; i < BRINE_DUE_ASK; i++)
    totals[i] += sim->oracle->n_by_source[i];
  totals[BRINE_DUE_ASK] += sim->oracle->n_asks;
}

static void
simulate (guint32 seed, int n_days)
{
  BrineInstant now = { ((int64_t)seed * 7919 % 6000 + 14600) * DAY_MS };
  Sim sim = { .rand = g_rand_new_with_seed (seed) };
  /* Every tenth goes through the day that Apia left out. */
  const char *zone = seed % 10 == 0 ? "Pacific/Apia" : sim_zones[seed % sim_n_zones];

  if (seed % 10 == 0)
    now.unix_ms = (brine_day_from_ymd (2011, 12, 30) - n_days / 2) * DAY_MS;
  sim.world = fake_world_new (now, zone);
  sim.world->day_start_minutes = seed % 3 == 0 ? 0 : 240;
  fake_world_set_setting (sim.world, BRINE_SETTING_REMINDER_SEED, "12345");
  sim.world->on_show = on_show;
  sim.world->user_data = &sim;
  sim.oracle = oracle_new (sim.world, seed);
  sim.shown_keys = g_ptr_array_new_with_free_func (g_free);
  for (int i = 0; i < 4; i++)
    sim_add_item (&sim);
  oracle_note_edit (sim.oracle, FALSE);
  sim_start (&sim);

  for (int day = 0; day < n_days; day++)
    {
      BrineInstant midnight = brine_instant_add_seconds (sim_get_now (&sim), 86400);

      for (int n = sim_roll (&sim, 0, 3); n > 0; n--)
        {
          sim_run_until (&sim, brine_instant_add_seconds (sim_get_now (&sim),
                                                          sim_roll (&sim, 60, 28800)));
          sim_happen (&sim);
          sim_start (&sim);
        }
      sim_run_until (&sim, midnight);
      sim_start (&sim);
      forget_old (&sim);
    }
  tell (&sim, seed, n_days);
  add_up (&sim);
  g_assert_cmpint (sim.oracle->n_must, >, 0);
  fake_world_free (sim.world);
  oracle_free (sim.oracle);
  g_ptr_array_unref (sim.shown_keys);
  g_rand_free (sim.rand);
}

static void
test_days (void)
{
  const char *seed = g_getenv ("BRINE_PROPERTY_SEED");
  const char *days = g_getenv ("BRINE_PROPERTY_DAYS");
  int n_days = days != NULL ? atoi (days) : N_DAYS;

  if (seed != NULL)
    simulate ((guint32)atoi (seed), n_days);
  else
    {
      for (guint32 i = 1; i <= N_SEEDS; i++)
        simulate (i, n_days);
      for (int i = 0; days == NULL && i <= BRINE_DUE_ASK; i++)
        g_assert_cmpint (totals[i], >, 50);
    }
}

/* That a kill leaves something unwritten is what happens here all the time. */
static void
swallow (const char *domain, GLogLevelFlags level, const char *message, gpointer user_data)
{
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_log_set_handler ("brine-reminder", G_LOG_LEVEL_MESSAGE, swallow, NULL);

  g_test_add_func ("/reminder/property/days", test_days);

  return g_test_run ();
}
