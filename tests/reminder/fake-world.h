/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-reminder-engine.h"
#include "brine-reminder.h"

G_BEGIN_DECLS

/*
 * A diary and a screen in memory for the engine of reminders. What a process
 * would do to them are steps: the world can be told to kill the process at any
 * of them, and from then on whatever the engine of that process still tries
 * does nothing.
 */
typedef struct
{
  /* The diary. */
  GPtrArray *items; /* BrinePlanItem */
  GPtrArray *logs;  /* BrineLog */
  GPtrArray *pauses;
  GPtrArray *checkins;
  GHashTable *deliveries; /* key → BrineDelivery */
  GHashTable *settings;   /* key → text */
  int day_start_minutes;
  gboolean first_run;
  gboolean diary_fails;

  /* The screen. */
  GHashTable *screen;      /* id of a notification → its text, for people who debug */
  GHashTable *unconfirmed; /* key → id: shown, but not yet written down as such */
  gboolean available;
  gboolean show_fails;
  GPtrArray *unanswered; /* GTask, (nullable): the server takes its time: whoever asks waits here */
  void (*on_show) (const BrineNotice *notice, gpointer user_data);
  void (*on_withdraw) (const char *id, gpointer user_data);
  gpointer user_data;

  /* The process. */
  BrineClock *clock;
  BrineReminderEngine *engine; /* NULL: there is none */
  GObject *diary;
  GObject *notifier;
  guint generation; /* of the process */
  int kill_in;      /* steps until the process is killed; -1: it is not */
  gboolean killed;

  guint n_loads;
  guint n_commits;
  guint n_shows;
  guint n_withdraws;
} FakeWorld;

FakeWorld *fake_world_new (BrineInstant now, const char *zone);
void fake_world_free (FakeWorld *world);

/* A process with an engine. Stopping it is what a tidy end of the session does.
 */
void fake_world_start (FakeWorld *world);
void fake_world_stop (FakeWorld *world);
/* Lets go of a killed process. */
void fake_world_bury (FakeWorld *world);
/* Runs the main loop until the engine has nothing to do or is killed; fails
 * after a minute. */
void fake_world_settle (FakeWorld *world);
/* Something in the diary was written. */
void fake_world_changed (FakeWorld *world);
void fake_world_set_available (FakeWorld *world, gboolean available);
void fake_world_set_now (FakeWorld *world, BrineInstant now);
void fake_world_set_setting (FakeWorld *world, const char *key, const char *text);

BrinePlanItem *fake_world_find_item (FakeWorld *world, const char *id);
BrineDelivery *fake_world_find_delivery (FakeWorld *world, const char *key);
void fake_world_add_reminder (BrinePlanItem *item, const char *text);
/* Logs the occurrence of @item_id at @original. */
void fake_world_log (FakeWorld *world, const char *item_id, BrineLocal original, BrineState state,
                     BrineLocal at);
void fake_world_unlog (FakeWorld *world, const char *item_id, BrineLocal original);

/* The facts as a diary would give them; for tables of decisions. */
BrineReminderFacts *fake_world_make_facts (FakeWorld *world, BrineInstant now, GTimeZone *zone);

G_END_DECLS
