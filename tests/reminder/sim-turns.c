/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim.h"

int
sim_roll (Sim *sim, int from, int to)
{
  return g_rand_int_range (sim->rand, from, to + 1);
}

gboolean
sim_chance (Sim *sim, double probability)
{
  return g_rand_double (sim->rand) < probability;
}

BrineInstant
sim_get_now (Sim *sim)
{
  return brine_clock_get_now (sim->world->clock);
}

BrineDay
sim_get_today (Sim *sim)
{
  return brine_clock_get_local (sim->world->clock).day;
}

gboolean
sim_is_awake (Sim *sim)
{
  return sim->world->engine != NULL && !sim->suspended;
}

/* Turns
 * -----------------------------------------------------------------------------------------
 */

/* The engine was told something; it does what it does, and what came of it is
 * judged. */
void
sim_take_turn (Sim *sim)
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
      else if (sim_is_awake (sim))
        oracle_judge (sim->oracle);
      answered = sim->shown_keys->len > 0;
      for (guint i = 0; i < sim->shown_keys->len; i++)
        sim_answer (sim, sim->shown_keys->pdata[i]);
      g_ptr_array_set_size (sim->shown_keys, 0);
      if (answered)
        {
          oracle_note_edit (sim->oracle, sim_is_awake (sim));
          fake_world_changed (sim->world);
        }
    }
  while (answered);
}

void
sim_go_to (Sim *sim, BrineInstant now)
{
  brine_clock_set_now (sim->world->clock, now);
  oracle_pass_time (sim->oracle);
  sim_take_turn (sim);
}

void
sim_run_until (Sim *sim, BrineInstant until)
{
  BrineInstant wake;

  while (sim_is_awake (sim) && brine_reminder_engine_get_wake (sim->world->engine, &wake)
         && brine_instant_compare (wake, until) < 0)
    {
      g_assert_cmpint (wake.unix_ms, >, sim_get_now (sim).unix_ms);
      sim_go_to (sim, wake);
    }
  if (!sim->suspended && brine_instant_compare (sim_get_now (sim), until) < 0)
    sim_go_to (sim, until);
}

void
sim_start (Sim *sim)
{
  if (sim->world->engine != NULL)
    return;
  fake_world_start (sim->world);
  if (sim_chance (sim, 0.2))
    sim->world->kill_in = sim_roll (sim, 0, 8);
  sim_take_turn (sim);
}
