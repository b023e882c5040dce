/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../store/fixture.h"
#include "brine-reminder-acts.h"

G_BEGIN_DECLS

/* What the buttons of a notification do to a diary. Berlin; days start at 04:00; unless a test says
 * otherwise it is Monday, 23 November 2026, 12:20. */

#define NOTICE "brine-notice"

typedef struct
{
  char *dir;
  BrineStore *store;
  GTimeZone *berlin;
  BrineLogMaker with;
  BrinePlanItem *walk; /* 12:30, daily */
} Fixture;

void acts_set_up (Fixture *fixture, gconstpointer data);
void acts_tear_down (Fixture *fixture, gconstpointer data);
void acts_set_now (Fixture *fixture, const char *now);

/* Shows a reminder of @item (nullable) under @notice. */
void acts_show (Fixture *fixture, const char *key, const char *notice, BrineDueSource source,
                const BrinePlanItem *item, BrineLocal original, BrineDay day);
/* One of the walk of @day under NOTICE. */
void acts_show_walk (Fixture *fixture, const char *key, BrineDay day);
/* Answers NOTICE: whether anything was open. */
gboolean acts_act (Fixture *fixture, BrineActKind kind, int argument);

/* @states: those of all deliveries by key, with spaces between. */
void acts_assert_states (Fixture *fixture, const char *states);
GPtrArray *acts_load_logs (Fixture *fixture);
/* The only log there is. (transfer full) */
BrineLog *acts_get_log (Fixture *fixture);
void acts_assert_n_logs (Fixture *fixture, guint n);
void acts_assert_at (BrineInstant instant, int offset_seconds, const char *wanted);

G_END_DECLS
