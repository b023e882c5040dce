/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-autostart.h"
#include "brine-bus-notifier.h"
#include "brine-diary-keeper.h"
#include "brine-kept-acts.h"
#include "brine-reminder-acts.h"
#include "brine-reminder-engine.h"
#include "brine-service-interface.h"
#include "brine-service-lock.h"
#include "brine-service.h"
#include "brine-sleep-watch.h"
#include "brine-zone-watch.h"

G_BEGIN_DECLS

struct _BrineService
{
  GApplication parent_instance;

  char *data_dir;
  BrineClock *clock;
  BrineServiceLock *lock; /* NULL: the folder cannot be written */
  BrineInstant started;

  BrineService1 *interface;
  BrineNotificationServer *server;
  BrineBusNotifier *notifier;
  BrineDiaryKeeper *keeper;
  BrineStore *followed;        /* (nullable): the diary whose sample flag is followed */
  BrineReminderEngine *engine; /* NULL: no diary, or one of sample data */
  GPtrArray *waiting;          /* acts that the diary did not take yet */
  GPtrArray *unsettled;        /* those, and what it is given just now: is kept; not owned */
  BrineKeptActs *kept;         /* NULL: the folder cannot be written */

  BrineAutostart *autostart;
  BrineAutostartKind autostart_kind;
  GCancellable *ending;   /* cancelled in shutdown */
  BrineSleepWatch *sleep; /* NULL: no system bus, so too the next */
  BrineZoneWatch *zone;
  gboolean told_not_written; /* that a press was not written down */
  gboolean forgets;          /* what is unsettled is kept by this process alone */
  char *token;               /* for a window that an action opens; NULL: none */
  guint signals[2];          /* owned: SIGTERM, SIGINT */
  guint trim_source;         /* owned */
};

/* brine-service.c */
void brine_service_look_at_autostart (BrineService *self);

/* brine-service-bus.c: the interface of the service */
void brine_service_add_interface (BrineService *self);
void brine_service_update_problem (BrineService *self);

/* brine-service-acts.c: what the buttons do */
void brine_service_add_acts (BrineService *self);
/* Takes up what an earlier life of the service could not write. */
void brine_service_load_acts (BrineService *self);
/* Does what waits, if there is a diary that can be written. */
void brine_service_do_waiting (BrineService *self);
/* How many acts the diary did not take; what comes while it is opened is none of them. */
guint brine_service_count_unwritten (BrineService *self);
/* Whether these end with this process. */
gboolean brine_service_forgets_unwritten (BrineService *self);
/* Whether the plan is that of nobody. */
gboolean brine_service_is_sample (BrineService *self);
/* FALSE: too many wait already. */
gboolean brine_service_act (BrineService *self, const char *notice_id, BrineActKind kind,
                            int argument);
void brine_service_on_pressed (BrineService *self, const char *detailed_name, const char *token);
void brine_service_on_dismissed (BrineService *self, const char *notice_id);

G_END_DECLS
