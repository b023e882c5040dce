/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-decision.h"
#include "brine-reminder-engine.h"
#include "brine-wall-timer.h"

G_BEGIN_DECLS

/* brine-reminder-engine.c does the work; brine-reminder-engine-view.c tells of it. */
struct _BrineReminderEngine
{
  GObject parent_instance;

  BrineReminderDiary *diary; /* NULL once disposed; so the next two */
  BrineNotifier *notifier;
  BrineClock *clock;

  gboolean running;
  gboolean busy;
  gboolean again;            /* something changed while it was busy */
  GCancellable *cancellable; /* of the load under way */
  BrineWallTimer *timer;     /* NULL: stopped, or the clock is not the real one */
  guint look_source;
  guint retry_source;
  guint n_retries;

  BrineInstant now; /* of the turn under way, so too the zone */
  GTimeZone *zone;
  BrineReminderFacts *facts; /* nullable: as they were read last */
  BrineDecision *decision;   /* nullable: of the turn under way, later of the last one */
  BrineReminderMemory memory;
  BrineInstant last_check;
  guint n_showing;  /* notices that were handed over and not answered yet */
  GPtrArray *shown; /* (nullable): BrineDelivery of those that were taken, as to be noted */
  BrineReminderProblem found; /* in the turn under way; it becomes the problem at its end, so that
                                 what is tried again and again does not seem solved meanwhile */
  BrineReminderProblem problem;
};

G_END_DECLS
