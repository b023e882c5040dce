/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-delivery.h"
#include "brine-plan-item.h"
#include "brine-records.h"
#include "brine-reminder-settings.h"

G_BEGIN_DECLS

/* How long ago a reminder may be for it to be remembered at all, and how far ahead is planned. */
#define BRINE_REMINDER_PAST_DAYS 7
#define BRINE_REMINDER_AHEAD_DAYS 2

/* One occurrence of the plan with what became of it. Item and title are borrowed. */
typedef struct
{
  const BrinePlanItem *item;
  const char *title; /* never NULL */
  BrineLocal original;
  BrineLocal start; /* where it is now */
  int minutes;
  BrineDay day;    /* civil day that it counts for: a night for the day of waking */
  gboolean logged; /* in any way */
  gboolean skipped;
} BrineReminderOccurrence;

/**
 * BrineReminderFacts:
 *
 * Everything that decides what is due: plain data, as it was at one moment. Lists are never NULL and
 * owned; what is in them is freed by their own free functions, so that a list may borrow.
 */
typedef struct
{
  BrineReminderSettings settings;
  int day_start_minutes; /* 0 to 720 */
  int first_weekday;     /* of the week that a quota counts in: 1 Monday to 7 Sunday */
  gboolean first_run;    /* reminders were never looked after in this diary before */
  BrineDay from;         /* civil days whose occurrences are known, inclusive */
  BrineDay to;
  GPtrArray *items;      /* BrinePlanItem: all */
  GArray *occurrences;   /* BrineReminderOccurrence */
  GPtrArray *logs;       /* BrineLog: of the weeks of from to to, and since the oldest delivery that
                            was shown and expired */
  GPtrArray *pauses;     /* BrinePause that touch the weeks of from to to */
  GPtrArray *checkins;   /* BrineCheckin of from to to */
  GPtrArray *deliveries; /* BrineDelivery: open, of the days that matter, the questions, and those
                            that were shown of the last occurrences of each item */
  gpointer owner;        /* (nullable): keeps what the lists borrow */
  GDestroyNotify free_owner;
} BrineReminderFacts;

/**
 * brine_reminder_facts_new:
 *
 * Returns: (transfer full): nothing planned, nothing happened; lists that free what is added to them
 */
BrineReminderFacts *brine_reminder_facts_new (void);
void brine_reminder_facts_free (BrineReminderFacts *facts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BrineReminderFacts, brine_reminder_facts_free)

/**
 * brine_reminder_facts_get_window:
 * @now: where the window lies
 * @zone: (transfer none): where one is
 * @reach_before_minutes: the largest offset of a reminder before its start, 0 or more
 * @reach_after_minutes: the largest offset after it, 0 or more
 * @out_from: (out): first civil day whose occurrences may have a reminder that matters
 * @out_to: (out): last one
 *
 * Any thread.
 */
void brine_reminder_facts_get_window (BrineInstant now, GTimeZone *zone, int day_start_minutes,
                                      int reach_before_minutes, int reach_after_minutes,
                                      BrineDay *out_from, BrineDay *out_to);
/**
 * brine_reminder_facts_is_paused:
 *
 * Returns: whether @day lies in a pause
 */
gboolean brine_reminder_facts_is_paused (const BrineReminderFacts *facts, BrineDay day);
/**
 * brine_reminder_facts_find_item:
 *
 * Returns: (nullable) (transfer none): the item, or NULL when it is not in the plan
 */
const BrinePlanItem *brine_reminder_facts_find_item (const BrineReminderFacts *facts,
                                                     const char *id);

G_END_DECLS
