/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-models.h"

G_BEGIN_DECLS

/* A folder of its own for each test, removed with all that is in it. */
char *fixture_make_dir (void);
void fixture_remove_dir (char *dir);

BrineStore *fixture_open (const char *dir);
/* Runs the default context until *done or a minute is over (then it fails). */
void fixture_wait (const gboolean *done);
/* Runs the default context until @model has no load under way. */
void fixture_wait_loaded (gpointer model);
/* Runs what is ready. */
void fixture_drain (void);

/* A part of a test that needs a process of its own: runs this program again with "--child NAME
 * DIR"; its main hands over to fixture_run_child first. Returns the exit status of wait. */
typedef struct
{
  const char *name;
  void (*run) (const char *dir);
} FixtureChild;

/* Runs the child and exits, if that is what this process was started for. */
void fixture_run_child (int argc, char **argv, const FixtureChild *children, guint n_children);
/* @out_stdout nullable: its end of a pipe. */
GPid fixture_start_child (const char *name, const char *dir, int *out_stdout);
int fixture_wait_for_child (GPid pid);
/* Gives the superuser's rights up, who may write anywhere. */
void fixture_become_nobody (void);

/* Applies and checks; returns the inverse. */
BrineChange *fixture_apply (BrineStore *store, BrineChange *change);
void fixture_apply_and_forget (BrineStore *store, BrineChange *change);

/* 2026-11-23 is a Monday. */
#define FIXTURE_MONDAY brine_day_from_ymd (2026, 11, 23)

BrinePlanItem *fixture_item (BrinePractice practice, const char *title, BrineLocal start,
                             int minutes, const char *rule);
/* At @local in UTC. */
BrineMoment fixture_moment (BrineLocal local);
BrineLog *fixture_log (const BrinePlanItem *item, BrineLocal original, BrineState state);
BrineNight *fixture_night (BrineLocal bed, BrineLocal wake);
BrineCheckin *fixture_checkin (BrineLocal at, int mood);

void fixture_put_item (BrineStore *store, const BrinePlanItem *item);
void fixture_put_log (BrineStore *store, const BrineLog *log);

/* A diary of @n_days up to and including @last: eight occurrences a day, nearly all logged, a
 * night and a check-in or two; the same for the same @seed. */
void fixture_fill (BrineStore *store, BrineDay last, int n_days, guint32 seed);

/* The log of items-changed: "position-removed+added" for each, separated by spaces. */
GString *fixture_watch_items (GListModel *model);

G_END_DECLS
