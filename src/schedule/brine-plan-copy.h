/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-plan-item.h"

G_BEGIN_DECLS

/* Copies of what is planned: pure, they return what shall be stored. */

/**
 * brine_plan_copy_slot:
 * @slot: an occurrence of the plan
 * @start: when the copy shall begin
 *
 * Plans what @slot is once more: with the texts that this occurrence has, the goal of its day, the
 * reminders and the place of its item; without the recurrence and without lines of other programs.
 * One time of a quota becomes another of its times: its split_from names what that of @slot does.
 *
 * Returns: (transfer full): an item with an id of its own that takes place once
 */
BrinePlanItem *brine_plan_copy_slot (const BrineSlot *slot, BrineLocal start);

/* An occurrence apart from any date: one entry of a copied day or week, or of a template. */
typedef struct
{
  int day;        /* that it counts for: 0 the first that was copied; in a template 0 is Monday */
  int day_offset; /* of its start from that day: a night counts for the day of waking */
  int second;     /* of the start, since midnight by the wall clock */
  BrinePractice practice;
  char *title; /* never NULL */
  int minutes;
  BrineMealSlot slot;
  char *recipe_id; /* NULL: none; so for the next three */
  char *location;
  char *notes;
  char *quota_id; /* of the quota that it may be one time of, see brine_change_put_copy() */
  double portions;
  GArray *goals;     /* BrineGoalPeriod, never NULL: none, or the one of its day, from day 0 */
  GArray *reminders; /* BrineReminder, never NULL, as brine_reminders_validate() wants them */
} BrinePlanEntry;

/* An empty one: a meal of no length, one portion. (transfer full) */
BrinePlanEntry *brine_plan_entry_new (void);
BrinePlanEntry *brine_plan_entry_copy (const BrinePlanEntry *entry);
void brine_plan_entry_free (BrinePlanEntry *entry);
gboolean brine_plan_entry_equal (const BrinePlanEntry *a, const BrinePlanEntry *b);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BrinePlanEntry, brine_plan_entry_free)

/**
 * brine_plan_copy_days:
 * @slots: (element-type BrineSlot): occurrences of the plan
 * @first: the day that is to be day 0
 * @n_days: how many days are copied
 *
 * Returns: (transfer full) (element-type BrinePlanEntry): those of @slots that count for these
 *   days, by day and start
 */
GPtrArray *brine_plan_copy_days (const GArray *slots, BrineDay first, int n_days);

/**
 * brine_plan_paste:
 * @entries: (element-type BrinePlanEntry): what was copied
 * @first: the day that day 0 shall be
 * @there: (element-type BrineSlot): what is planned on those days already
 *
 * Works out what to add: each entry once, at the same time by the wall clock, so that a change of
 * the clocks in between makes no difference. One that is there already, at the same time and with
 * the same title, is left out. What was one time of a quota names it in its split_from.
 *
 * Returns: (transfer full) (element-type BrinePlanItem): what shall be stored
 */
GPtrArray *brine_plan_paste (const GPtrArray *entries, BrineDay first, const GArray *there);

/**
 * brine_plan_paste_week:
 * @entries: (element-type BrinePlanEntry): of a template, whose day 0 is Monday
 * @first: the first day of a week, on whatever weekday it begins
 * @there: (element-type BrineSlot): what is planned in that week already
 *
 * Returns: (transfer full) (element-type BrinePlanItem): as brine_plan_paste(), each entry on its
 *   weekday
 */
GPtrArray *brine_plan_paste_week (const GPtrArray *entries, BrineDay first, const GArray *there);

/* Gives @entries of a week that began on @first, at most seven days long, the days of a template,
 * whose day 0 is Monday. */
void brine_plan_entries_to_weekdays (GPtrArray *entries, BrineDay first);

G_END_DECLS
