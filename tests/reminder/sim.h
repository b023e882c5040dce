/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "oracle.h"

G_BEGIN_DECLS

/* A life with reminders: a world, an oracle beside it, and what chance does to both. */

#define MINUTE_MS INT64_C (60000)
#define HOUR_MS (60 * MINUTE_MS)
#define DAY_MS (24 * HOUR_MS)

extern const char *const sim_zones[];
extern const guint sim_n_zones;

typedef struct
{
  FakeWorld *world;
  Oracle *oracle;
  GRand *rand;
  gboolean suspended;
  GPtrArray *shown_keys; /* utf8: in this turn */
  int n_items_made;
  int n_skips;
  int n_events;
  int n_kills;
  int n_suspends;
  int n_steps;
  int n_zones;
} Sim;

/* Inclusive. */
int sim_roll (Sim *sim, int from, int to);
gboolean sim_chance (Sim *sim, double probability);
BrineInstant sim_get_now (Sim *sim);
BrineDay sim_get_today (Sim *sim);
gboolean sim_is_awake (Sim *sim);

/* sim-user.c: answers the notification of the delivery with that key, or does not. */
void sim_answer (Sim *sim, const char *key);

/* sim-turns.c: the engine was told something; it does what it does, and what came of it is judged. */
void sim_take_turn (Sim *sim);
void sim_go_to (Sim *sim, BrineInstant now);
void sim_run_until (Sim *sim, BrineInstant until);
void sim_start (Sim *sim);

/* sim-events.c */
void sim_add_item (Sim *sim);
/* Something happens: an edit, a sleep, a kill, a step of the clock, a journey. */
void sim_happen (Sim *sim);

G_END_DECLS
