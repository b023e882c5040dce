/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim.h"

const char *const sim_zones[] = {
  "Europe/Berlin", "America/New_York",   "Australia/Lord_Howe", "Pacific/Apia",
  "Asia/Tokyo",    "Pacific/Kiritimati", "America/Sao_Paulo",   "Asia/Kathmandu",
};
const guint sim_n_zones = G_N_ELEMENTS (sim_zones);

static OracleItem *
pick_item (Sim *sim)
{
  return sim->oracle->items->len > 0
             ? sim->oracle->items->pdata[sim_roll (sim, 0, (int)sim->oracle->items->len - 1)]
             : NULL;
}

static BrineReminder
make_reminder (Sim *sim)
{
  static const int offsets[] = { 0, 5, 10, 30, 60, 90, -5, -30, 180, 1440, 1500 };
  BrineReminder reminder = { BRINE_REMINDER_OFFSET,
                             offsets[sim_roll (sim, 0, G_N_ELEMENTS (offsets) - 1)], 0 };

  if (sim_chance (sim, 0.3))
    reminder = (BrineReminder){ BRINE_REMINDER_AT, sim_roll (sim, 0, 95) * 15, 0 };
  if (sim_chance (sim, 0.2))
    reminder.weekdays = (unsigned)sim_roll (sim, 1, 126);
  return reminder;
}

static void
change_reminders (Sim *sim, OracleItem *item)
{
  g_array_set_size (item->reminders, 0);
  for (int i = sim_roll (sim, 0, 3) + 1; i > 1; i--)
    {
      BrineReminder reminder = make_reminder (sim);

      /* A quota has no start to count from. */
      if (item->quota > 0)
        reminder =
            (BrineReminder){ BRINE_REMINDER_AT, sim_roll (sim, 0, 95) * 15, reminder.weekdays };
      brine_reminders_add (item->reminders, reminder);
    }
}

void
sim_add_item (Sim *sim)
{
  static const int minutes[] = { 20, 45, 90, 480 };
  g_autofree char *id = g_strdup_printf ("item-%d", ++sim->n_items_made);
  unsigned weekdays = sim_chance (sim, 0.6) ? 127 : (unsigned)sim_roll (sim, 1, 127);
  BrinePractice practice = sim_chance (sim, 0.25)
                               ? BRINE_PRACTICE_SLEEP
                               : (BrinePractice)sim_roll (sim, 0, BRINE_N_PRACTICES - 1);
  OracleItem *item =
      oracle_item_new (id, practice, weekdays, sim_roll (sim, 0, 287) * 5,
                       minutes[sim_roll (sim, 0, 3)], sim_get_today (sim) - sim_roll (sim, 0, 3));

  if (sim_chance (sim, 0.3))
    item->quota = sim_roll (sim, 1, 6);
  change_reminders (sim, item);
  oracle_put_item (sim->oracle, item);
}

/* Logged by itself, or not after all. */
static void
toggle_time (Sim *sim, OracleItem *item)
{
  BrineDay day = sim_get_today (sim) + sim_roll (sim, -2, 1);

  for (guint i = sim->world->logs->len; i > 0; i--)
    {
      const BrineLog *log = sim->world->logs->pdata[i - 1];

      if (g_strcmp0 (log->item_id, item->id) == 0 && log->at.day == day)
        {
          g_ptr_array_remove_index (sim->world->logs, i - 1);
          return;
        }
    }
  fake_world_log (sim->world, item->id, (BrineLocal){ day, 0 }, BRINE_STATE_DONE,
                  (BrineLocal){ day, 12 * 3600 });
}

static void
edit_quota (Sim *sim, OracleItem *item)
{
  if (sim_chance (sim, 0.5))
    item->quota = sim_roll (sim, 1, 6);
  else
    change_reminders (sim, item);
  oracle_put_item (sim->oracle, item);
}

static void
edit_item (Sim *sim, OracleItem *item)
{
  switch (sim_roll (sim, 0, 3))
    {
    case 0:
      /* Other originals: what was known of the old ones is gone with them. */
      item->minute = sim_roll (sim, 0, 287) * 5;
      g_hash_table_remove_all (item->moved);
      g_hash_table_remove_all (item->logged);
      for (guint i = sim->world->logs->len; i > 0; i--)
        if (g_strcmp0 (((BrineLog *)sim->world->logs->pdata[i - 1])->item_id, item->id) == 0)
          g_ptr_array_remove_index (sim->world->logs, i - 1);
      break;
    case 1:
      item->weekdays = (unsigned)sim_roll (sim, 1, 127) | (unsigned)sim_roll (sim, 1, 127);
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
  BrineDay day = sim_get_today (sim) + sim_roll (sim, -1, 1);
  int64_t start = (int64_t)day * 1440 + item->minute + sim_roll (sim, -1440, 1440);

  if (sim_chance (sim, 0.3))
    g_hash_table_remove (item->moved, GINT_TO_POINTER (day));
  else
    g_hash_table_insert (item->moved, GINT_TO_POINTER (day),
                         GSIZE_TO_POINTER (sim_chance (sim, 0.3) ? 0 : (gsize)start + 1));
  oracle_put_item (sim->oracle, item);
}

static void
toggle_log (Sim *sim, OracleItem *item)
{
  BrineDay day = sim_get_today (sim) + sim_roll (sim, -1, 1);
  BrineLocal original = oracle_item_get_original (item, day);

  if (g_hash_table_remove (item->logged, GINT_TO_POINTER (day)))
    fake_world_unlog (sim->world, item->id, original);
  else
    {
      g_hash_table_add (item->logged, GINT_TO_POINTER (day));
      fake_world_log (sim->world, item->id, original,
                      sim_chance (sim, 0.3) ? BRINE_STATE_SKIPPED : BRINE_STATE_DONE,
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
  pause->from = sim_get_today (sim) + sim_roll (sim, -1, 1);
  pause->to = pause->from + sim_roll (sim, 0, 3);
  g_ptr_array_add (sim->world->pauses, pause);
}

static void
change_look_back (Sim *sim)
{
  g_autofree char *day = brine_day_to_string (sim_get_today (sim) + sim_roll (sim, -20, 5));
  g_autofree char *text =
      g_strdup_printf ("%s %02d:%02d", day, sim_roll (sim, 0, 23), sim_roll (sim, 0, 59));

  fake_world_set_setting (sim->world, BRINE_SETTING_LOOK_BACK, sim_chance (sim, 0.7) ? text : NULL);
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
    { BRINE_SETTING_CHECKIN_PROMPTS,
      { "random 3 09:00-21:00", "random 1 10:00-11:00", "random 2 00:00-23:59", NULL } },
    { BRINE_SETTING_REMINDERS, { NULL, NULL, NULL, "0" } },
  };
  int i = sim_roll (sim, 0, G_N_ELEMENTS (settings) + 1);

  if (i < (int)G_N_ELEMENTS (settings))
    fake_world_set_setting (sim->world, settings[i].key, settings[i].values[sim_roll (sim, 0, 3)]);
  else if (i == (int)G_N_ELEMENTS (settings))
    change_look_back (sim);
  else
    {
      BrineInstant until =
          brine_instant_add_seconds (sim_get_now (sim), sim_roll (sim, 600, 43200));
      g_autofree char *text = brine_instant_to_string (until, 0);

      fake_world_set_setting (sim->world, BRINE_SETTING_FOCUS, text);
    }
}

static void
edit (Sim *sim)
{
  OracleItem *item = pick_item (sim);
  int what = item != NULL ? sim_roll (sim, 0, 9) : 0;

  if (what == 0 && sim->oracle->items->len < 6)
    sim_add_item (sim);
  else if (what == 1 && sim->oracle->items->len > 2)
    oracle_remove_item (sim->oracle, item);
  else if (what <= 3 && item != NULL && item->quota > 0)
    edit_quota (sim, item);
  else if (what <= 7 && item != NULL && item->quota > 0)
    toggle_time (sim, item);
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
  oracle_note_edit (sim->oracle, sim_is_awake (sim));
  fake_world_changed (sim->world);
  sim_take_turn (sim);
}

/* The machine sleeps, and time goes on without it. */
static void
suspend (Sim *sim)
{
  BrineInstant until =
      brine_instant_add_seconds (sim_get_now (sim), sim_chance (sim, 0.8)
                                                        ? sim_roll (sim, 60, 36000)
                                                        : sim_roll (sim, 36000, 300000));

  sim->n_suspends++;
  sim->oracle->able_since_ms = G_MAXINT64;
  sim_go_to (sim, until);
}

/* Kills the process somewhere in what it does next, at the latest at its next
 * turn. */
static void
kill_soon (Sim *sim)
{
  if (sim->world->engine == NULL)
    return;
  sim->world->kill_in = sim_roll (sim, 0, 12);
  sim_run_until (sim, brine_instant_add_seconds (sim_get_now (sim), sim_roll (sim, 0, 14400)));
  if (sim->world->engine != NULL)
    {
      /* Nothing happened meanwhile, so it is killed at rest. */
      sim->world->killed = TRUE;
      sim_take_turn (sim);
    }
  if (sim_chance (sim, 0.6))
    sim_go_to (sim, brine_instant_add_seconds (sim_get_now (sim), sim_roll (sim, 0, 1200)));
  else
    sim_go_to (sim, brine_instant_add_seconds (sim_get_now (sim), sim_roll (sim, 1200, 432000)));
  if (sim_chance (sim, 0.3))
    edit (sim);
  sim_start (sim);
}

/* Somebody, or the network, sets the clock. */
static void
step_clock (Sim *sim)
{
  int seconds = sim_chance (sim, 0.5) ? sim_roll (sim, 1, 300) : sim_roll (sim, 300, 200000);
  BrineInstant now =
      brine_instant_add_seconds (sim_get_now (sim), sim_chance (sim, 0.5) ? seconds : -seconds);

  sim->n_steps++;
  brine_clock_set_now (sim->world->clock, now);
  oracle_note_jump (sim->oracle);
  sim_take_turn (sim);
}

static void
travel (Sim *sim)
{
  g_autoptr (GTimeZone) zone =
      g_time_zone_new_identifier (sim_zones[sim_roll (sim, 0, (int)sim_n_zones - 1)]);

  sim->n_zones++;
  brine_clock_set_zone (sim->world->clock, zone);
  oracle_note_jump (sim->oracle);
  sim_take_turn (sim);
}

static void
toggle_screen (Sim *sim)
{
  if (sim_chance (sim, 0.3))
    {
      sim->world->show_fails = !sim->world->show_fails;
      if (!sim->world->show_fails && sim->world->engine != NULL)
        brine_reminder_engine_reconsider (sim->world->engine);
    }
  else
    fake_world_set_available (sim->world, !sim->world->available);
  sim_take_turn (sim);
}

void
sim_happen (Sim *sim)
{
  int what = sim_roll (sim, 0, 99);

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
