/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The real engine over a diary, a screen and a clock in memory, through
 * thousands of days in which machines sleep, processes are killed, clocks and
 * zones change, plans and settings are edited and notifications answered.
 * BRINE_PROPERTY_SEED=N runs one seed, BRINE_PROPERTY_DAYS=N another number of
 * days for each.
 */

#include "oracle.h"

#define N_SEEDS 50
#define N_DAYS 200
#define MINUTE_MS INT64_C (60000)
#define HOUR_MS (60 * MINUTE_MS)
#define DAY_MS (24 * HOUR_MS)

static const char *const zones[] = {
  "Europe/Berlin", "America/New_York",   "Australia/Lord_Howe", "Pacific/Apia",
  "Asia/Tokyo",    "Pacific/Kiritimati", "America/Sao_Paulo",   "Asia/Kathmandu",
};

typedef struct
{
  FakeWorld *world;
  Oracle *oracle;
  GRand *rand;
  gboolean suspended;
  GPtrArray *shown_keys; /* utf8: in this turn */
  int n_items_made;
  int n_events;
  int n_kills;
  int n_suspends;
  int n_steps;
  int n_zones;
} Sim;

static int
roll (Sim *sim, int from, int to)
{
  return g_rand_int_range (sim->rand, from, to + 1);
}

static gboolean
chance (Sim *sim, double probability)
{
  return g_rand_double (sim->rand) < probability;
}

static BrineInstant
get_now (Sim *sim)
{
  return brine_clock_get_now (sim->world->clock);
}

static BrineDay
get_today (Sim *sim)
{
  return brine_clock_get_local (sim->world->clock).day;
}

static gboolean
is_awake (Sim *sim)
{
  return sim->world->engine != NULL && !sim->suspended;
}

/* The user
 * --------------------------------------------------------------------------------------
 */

static void
log_done (Sim *sim, const BrineDelivery *delivery)
{
  OracleItem *item = oracle_find_item (sim->oracle, delivery->item_id);
  BrineLocal now = brine_clock_get_local (sim->world->clock);

  if (delivery->source == BRINE_DUE_CHECKIN)
    {
      BrineCheckin *checkin = brine_checkin_new ();

      checkin->mood = 3;
      checkin->at = brine_moment_new (get_now (sim), brine_clock_get_zone (sim->world->clock),
                                      sim->world->day_start_minutes);
      g_ptr_array_add (sim->world->checkins, checkin);
    }
  else if (item != NULL
           && oracle_item_get_original (item, delivery->original.day).second
                  == delivery->original.second)
    {
      g_hash_table_add (item->logged, GINT_TO_POINTER (delivery->original.day));
      fake_world_log (sim->world, item->id, delivery->original, BRINE_STATE_DONE, now);
    }
}

static void
answer (Sim *sim, const char *key)
{
  BrineDelivery *delivery = fake_world_find_delivery (sim->world, key);
  OracleItem *item;
  BrineInstant until = { 0 };
  int what;

  if (delivery == NULL || !brine_delivery_state_is_open (delivery->state))
    return;
  item = oracle_find_item (sim->oracle, delivery->item_id);
  what = roll (sim, item != NULL && item->n_unanswered > 0 ? 1 : 0, 3);
  if (item != NULL)
    item->n_unanswered = what == 0 || what == 3 ? item->n_unanswered + 1 : 0;
  if (what == 0)
    return;
  if (what == 1)
    {
      delivery->state = BRINE_DELIVERY_DONE;
      log_done (sim, delivery);
    }
  else if (what == 2)
    delivery->state = BRINE_DELIVERY_DISMISSED;
  else
    {
      until = brine_instant_add_seconds (get_now (sim), roll (sim, 0, 1) ? 600 : 3600);
      delivery->state = BRINE_DELIVERY_SNOOZED;
      delivery->until = until;
    }
  delivery->shown = TRUE;
  delivery->at = get_now (sim);
  oracle_note_answer (sim->oracle, delivery, until);
  g_hash_table_remove (sim->world->unconfirmed, key);
}

static void
on_show (const BrineNotice *notice, gpointer user_data)
{
  Sim *sim = user_data;

  oracle_note_show (sim->oracle, notice);
  for (guint i = 0; i < notice->deliveries->len; i++)
    g_ptr_array_add (sim->shown_keys,
                     g_strdup (((const BrineDelivery *)notice->deliveries->pdata[i])->key));
}

/* Turns
 * -----------------------------------------------------------------------------------------
 */

/* The engine was told something; it does what it does, and what came of it is
 * judged. */
static void
take_turn (Sim *sim)
{
  gboolean answered;

  do
    {
      fake_world_settle (sim->world);
      if (sim->world->killed)
        {
          sim->n_kills++;
          oracle_note_kill (sim->oracle);
          fake_world_bury (sim->world);
        }
      else if (is_awake (sim))
        oracle_judge (sim->oracle);
      answered = sim->shown_keys->len > 0;
      for (guint i = 0; i < sim->shown_keys->len; i++)
        answer (sim, sim->shown_keys->pdata[i]);
      g_ptr_array_set_size (sim->shown_keys, 0);
      if (answered)
        {
          oracle_note_edit (sim->oracle, is_awake (sim));
          fake_world_changed (sim->world);
        }
    }
  while (answered);
}

static void
go_to (Sim *sim, BrineInstant now)
{
  brine_clock_set_now (sim->world->clock, now);
  oracle_pass_time (sim->oracle);
  take_turn (sim);
}

static void
run_until (Sim *sim, BrineInstant until)
{
  BrineInstant wake;

  while (is_awake (sim) && brine_reminder_engine_get_wake (sim->world->engine, &wake)
         && brine_instant_compare (wake, until) < 0)
    {
      g_assert_cmpint (wake.unix_ms, >, get_now (sim).unix_ms);
      go_to (sim, wake);
    }
  if (!sim->suspended && brine_instant_compare (get_now (sim), until) < 0)
    go_to (sim, until);
}

static void
start (Sim *sim)
{
  if (sim->world->engine != NULL)
    return;
  fake_world_start (sim->world);
  if (chance (sim, 0.2))
    sim->world->kill_in = roll (sim, 0, 8);
  take_turn (sim);
}

/* Events
 * ----------------------------------------------------------------------------------------
 */

static OracleItem *
pick_item (Sim *sim)
{
  return sim->oracle->items->len > 0
             ? sim->oracle->items->pdata[roll (sim, 0, (int)sim->oracle->items->len - 1)]
             : NULL;
}

static BrineReminder
make_reminder (Sim *sim)
{
  static const int offsets[] = { 0, 5, 10, 30, 60, 90, -5, -30, 180, 1440, 1500 };
  BrineReminder reminder = { BRINE_REMINDER_OFFSET,
                             offsets[roll (sim, 0, G_N_ELEMENTS (offsets) - 1)], 0 };

  if (chance (sim, 0.3))
    reminder = (BrineReminder){ BRINE_REMINDER_AT, roll (sim, 0, 95) * 15, 0 };
  if (chance (sim, 0.2))
    reminder.weekdays = (unsigned)roll (sim, 1, 126);
  return reminder;
}

static void
change_reminders (Sim *sim, OracleItem *item)
{
  g_array_set_size (item->reminders, 0);
  for (int i = roll (sim, 0, 3) + 1; i > 1; i--)
    brine_reminders_add (item->reminders, make_reminder (sim));
}

static void
add_item (Sim *sim)
{
  static const int minutes[] = { 20, 45, 90, 480 };
  g_autofree char *id = g_strdup_printf ("item-%d", ++sim->n_items_made);
  unsigned weekdays = chance (sim, 0.6) ? 127 : (unsigned)roll (sim, 1, 127);
  BrinePractice practice = chance (sim, 0.25) ? BRINE_PRACTICE_SLEEP
                                              : (BrinePractice)roll (sim, 0, BRINE_N_PRACTICES - 1);
  OracleItem *item =
      oracle_item_new (id, practice, weekdays, roll (sim, 0, 287) * 5, minutes[roll (sim, 0, 3)],
                       get_today (sim) - roll (sim, 0, 3));

  change_reminders (sim, item);
  oracle_put_item (sim->oracle, item);
}

static void
edit_item (Sim *sim, OracleItem *item)
{
  switch (roll (sim, 0, 3))
    {
    case 0:
      /* Other originals: what was known of the old ones is gone with them. */
      item->minute = roll (sim, 0, 287) * 5;
      g_hash_table_remove_all (item->moved);
      g_hash_table_remove_all (item->logged);
      for (guint i = sim->world->logs->len; i > 0; i--)
        if (g_strcmp0 (((BrineLog *)sim->world->logs->pdata[i - 1])->item_id, item->id) == 0)
          g_ptr_array_remove_index (sim->world->logs, i - 1);
      break;
    case 1:
      item->weekdays = (unsigned)roll (sim, 1, 127) | (unsigned)roll (sim, 1, 127);
      break;
    default:
      change_reminders (sim, item);
      break;
    }
  oracle_put_item (sim->oracle, item);
}

static void
move_occurrence (Sim *sim, OracleItem *item)
{
  BrineDay day = get_today (sim) + roll (sim, -1, 1);
  int64_t start = (int64_t)day * 1440 + item->minute + roll (sim, -1440, 1440);

  if (chance (sim, 0.3))
    g_hash_table_remove (item->moved, GINT_TO_POINTER (day));
  else
    g_hash_table_insert (item->moved, GINT_TO_POINTER (day),
                         GSIZE_TO_POINTER (chance (sim, 0.3) ? 0 : (gsize)start + 1));
  oracle_put_item (sim->oracle, item);
}

static void
toggle_log (Sim *sim, OracleItem *item)
{
  BrineDay day = get_today (sim) + roll (sim, -1, 1);
  BrineLocal original = oracle_item_get_original (item, day);

  if (g_hash_table_remove (item->logged, GINT_TO_POINTER (day)))
    fake_world_unlog (sim->world, item->id, original);
  else
    {
      g_hash_table_add (item->logged, GINT_TO_POINTER (day));
      fake_world_log (sim->world, item->id, original,
                      chance (sim, 0.3) ? BRINE_STATE_SKIPPED : BRINE_STATE_DONE,
                      brine_clock_get_local (sim->world->clock));
    }
}

static void
toggle_pause (Sim *sim)
{
  BrinePause *pause;

  if (sim->world->pauses->len > 0)
    {
      g_ptr_array_set_size (sim->world->pauses, 0);
      return;
    }
  pause = brine_pause_new ();
  pause->from = get_today (sim) + roll (sim, -1, 1);
  pause->to = pause->from + roll (sim, 0, 3);
  g_ptr_array_add (sim->world->pauses, pause);
}

static void
change_setting (Sim *sim)
{
  static const struct
  {
    const char *key;
    const char *values[4];
  } settings[] = {
    { BRINE_SETTING_REMINDERS_OFF, { NULL, NULL, NULL, "sleep,walk" } },
    { BRINE_SETTING_QUIET, { NULL, NULL, "22:00-07:00", "13:00-15:30" } },
    { BRINE_SETTING_BUNDLE, { NULL, NULL, NULL, "1" } },
    { BRINE_SETTING_WIND_DOWN, { NULL, "0", "90", "20" } },
    { BRINE_SETTING_CHECKIN_PROMPTS, { NULL, NULL, "09:00 21:00", "08:30 12:00 18:15" } },
  };
  int i = roll (sim, 0, G_N_ELEMENTS (settings));

  if (i < (int)G_N_ELEMENTS (settings))
    fake_world_set_setting (sim->world, settings[i].key, settings[i].values[roll (sim, 0, 3)]);
  else
    {
      BrineInstant until = brine_instant_add_seconds (get_now (sim), roll (sim, 600, 43200));
      g_autofree char *text = brine_instant_to_string (until, 0);

      fake_world_set_setting (sim->world, BRINE_SETTING_FOCUS, text);
    }
}

static void
edit (Sim *sim)
{
  OracleItem *item = pick_item (sim);
  int what = item != NULL ? roll (sim, 0, 9) : 0;

  if (what == 0 && sim->oracle->items->len < 6)
    add_item (sim);
  else if (what == 1 && sim->oracle->items->len > 2)
    oracle_remove_item (sim->oracle, item);
  else if (what <= 3 && item != NULL)
    edit_item (sim, item);
  else if (what <= 5 && item != NULL)
    move_occurrence (sim, item);
  else if (what <= 7 && item != NULL)
    toggle_log (sim, item);
  else if (what == 8)
    toggle_pause (sim);
  else
    change_setting (sim);
  oracle_note_edit (sim->oracle, is_awake (sim));
  fake_world_changed (sim->world);
  take_turn (sim);
}

/* The machine sleeps, and time goes on without it. */
static void
suspend (Sim *sim)
{
  BrineInstant until =
      brine_instant_add_seconds (get_now (sim), chance (sim, 0.8) ? roll (sim, 60, 36000)
                                                                  : roll (sim, 36000, 300000));

  sim->n_suspends++;
  sim->oracle->able_since_ms = G_MAXINT64;
  go_to (sim, until);
}

/* Kills the process somewhere in what it does next, at the latest at its next
 * turn. */
static void
kill_soon (Sim *sim)
{
  if (sim->world->engine == NULL)
    return;
  sim->world->kill_in = roll (sim, 0, 12);
  run_until (sim, brine_instant_add_seconds (get_now (sim), roll (sim, 0, 14400)));
  if (sim->world->engine != NULL)
    {
      /* Nothing happened meanwhile, so it is killed at rest. */
      sim->world->killed = TRUE;
      take_turn (sim);
    }
  if (chance (sim, 0.6))
    go_to (sim, brine_instant_add_seconds (get_now (sim), roll (sim, 0, 1200)));
  else
    go_to (sim, brine_instant_add_seconds (get_now (sim), roll (sim, 1200, 432000)));
  if (chance (sim, 0.3))
    edit (sim);
  start (sim);
}

/* Somebody, or the network, sets the clock. */
static void
step_clock (Sim *sim)
{
  int seconds = chance (sim, 0.5) ? roll (sim, 1, 300) : roll (sim, 300, 200000);
  BrineInstant now =
      brine_instant_add_seconds (get_now (sim), chance (sim, 0.5) ? seconds : -seconds);

  sim->n_steps++;
  brine_clock_set_now (sim->world->clock, now);
  oracle_note_jump (sim->oracle);
  take_turn (sim);
}

static void
travel (Sim *sim)
{
  g_autoptr (GTimeZone) zone =
      g_time_zone_new_identifier (zones[roll (sim, 0, G_N_ELEMENTS (zones) - 1)]);

  sim->n_zones++;
  brine_clock_set_zone (sim->world->clock, zone);
  oracle_note_jump (sim->oracle);
  take_turn (sim);
}

static void
toggle_screen (Sim *sim)
{
  if (chance (sim, 0.3))
    {
      sim->world->show_fails = !sim->world->show_fails;
      if (!sim->world->show_fails && sim->world->engine != NULL)
        brine_reminder_engine_reconsider (sim->world->engine);
    }
  else
    fake_world_set_available (sim->world, !sim->world->available);
  take_turn (sim);
}

static void
happen (Sim *sim)
{
  int what = roll (sim, 0, 99);

  sim->n_events++;
  if (what < 50)
    edit (sim);
  else if (what < 68)
    suspend (sim);
  else if (what < 80)
    kill_soon (sim);
  else if (what < 86)
    step_clock (sim);
  else if (what < 90)
    travel (sim);
  else
    toggle_screen (sim);
}

static void
forget_old (Sim *sim)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, sim->world->deliveries);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const BrineDelivery *delivery = value;

      if (!brine_delivery_state_is_open (delivery->state)
          && get_now (sim).unix_ms - delivery->at.unix_ms > 9 * DAY_MS)
        g_hash_table_iter_remove (&iter);
    }
  for (guint i = sim->world->logs->len; i > 0; i--)
    if (((BrineLog *)sim->world->logs->pdata[i - 1])->original.day < get_today (sim) - 20)
      g_ptr_array_remove_index (sim->world->logs, i - 1);
  if (sim->world->checkins->len > 30)
    g_ptr_array_remove_range (sim->world->checkins, 0, 20);
}

static void
simulate (guint32 seed, int n_days)
{
  BrineInstant now = { ((int64_t)seed * 7919 % 6000 + 14600) * DAY_MS };
  Sim sim = { .rand = g_rand_new_with_seed (seed) };
  /* Every tenth goes through the day that Apia left out. */
  const char *zone = seed % 10 == 0 ? "Pacific/Apia" : zones[seed % G_N_ELEMENTS (zones)];

  if (seed % 10 == 0)
    now.unix_ms = (brine_day_from_ymd (2011, 12, 30) - n_days / 2) * DAY_MS;
  sim.world = fake_world_new (now, zone);
  sim.world->day_start_minutes = seed % 3 == 0 ? 0 : 240;
  sim.world->on_show = on_show;
  sim.world->user_data = &sim;
  sim.oracle = oracle_new (sim.world, seed);
  sim.shown_keys = g_ptr_array_new_with_free_func (g_free);
  for (int i = 0; i < 4; i++)
    add_item (&sim);
  oracle_note_edit (sim.oracle, FALSE);
  start (&sim);

  for (int day = 0; day < n_days; day++)
    {
      BrineInstant midnight = brine_instant_add_seconds (get_now (&sim), 86400);

      for (int n = roll (&sim, 0, 3); n > 0; n--)
        {
          run_until (&sim, brine_instant_add_seconds (get_now (&sim), roll (&sim, 60, 28800)));
          happen (&sim);
          start (&sim);
        }
      run_until (&sim, midnight);
      start (&sim);
      forget_old (&sim);
    }
  g_test_message ("seed %u: %d days, %d notifications, %d reminders had to be "
                  "shown, %d late, %d "
                  "digests, %d snoozed, %d passed unseen, %d shown again after "
                  "a kill; %d events, "
                  "%d kills, %d suspends, %d clock steps, %d zone changes; 0 "
                  "missed, 0 doubled",
                  seed, n_days, sim.oracle->n_shown, sim.oracle->n_must, sim.oracle->n_late,
                  sim.oracle->n_digests, sim.oracle->n_snoozed, sim.oracle->n_dropped,
                  sim.oracle->n_again, sim.n_events, sim.n_kills, sim.n_suspends, sim.n_steps,
                  sim.n_zones);
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
    for (guint32 i = 1; i <= N_SEEDS; i++)
      simulate (i, n_days);
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
