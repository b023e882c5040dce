/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-records.h"
#include "brine-recurrence.h"

G_BEGIN_DECLS

/* One changed occurrence of a recurring item, found by its original start. */
typedef struct
{
  BrineLocal original;
  gboolean cancelled; /* left out of the plan; the rest then means nothing */
  BrineLocal start;   /* where it was moved to; equals original when it was not moved */
  int minutes;
  char *title; /* NULL: as the item, so for the next two */
  char *notes;
  char *recipe_id;
} BrineException;

BrineException *brine_exception_new (BrineLocal original);
BrineException *brine_exception_copy (const BrineException *exception);
void brine_exception_free (BrineException *exception);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BrineException, brine_exception_free)

/* A goal and the civil day from which it holds, so that the past is judged by its own goal. */
typedef struct
{
  BrineDay valid_from;
  BrineGoal goal;
} BrineGoalPeriod;

/* One entry in the plan. A struct with public fields; strings owned. */
typedef struct
{
  char *id;
  char *uid; /* iCalendar UID; equals id unless it was imported */
  BrinePractice practice;
  char *title;      /* never NULL */
  BrineLocal start; /* DTSTART, floating */
  int minutes;      /* planned duration, elapsed */
  BrineRule *rule;  /* NULL: once */
  GArray *rdates;   /* BrineLocal, never NULL, sorted, so is exdates */
  GArray *exdates;
  GPtrArray *exceptions; /* BrineException, never NULL, sorted by original */
  int quota_per_week;    /* above 0: n times a week on any days, no fixed time, no occurrences */
  GArray *goals;         /* BrineGoalPeriod, never NULL, sorted by valid_from */
  GArray *reminders;     /* int: minutes before the start, never NULL, ascending; negative: after */
  BrineMealSlot slot;
  char *recipe_id;
  double portions; /* of a meal; 1 by default */
  char *location;
  char *notes;
  char *split_from; /* id of the earlier half of a split series */
  char *foreign;    /* iCalendar lines of other programs, kept as they came; NULL: none */
  BrineStamps stamps;
} BrinePlanItem;

/* Fresh id, uid = id, one portion, everything else empty. */
BrinePlanItem *brine_plan_item_new (BrinePractice practice, const char *title, BrineLocal start,
                                    int minutes);
BrinePlanItem *brine_plan_item_copy (const BrinePlanItem *item);
void brine_plan_item_free (BrinePlanItem *item);
gboolean brine_plan_item_equal (const BrinePlanItem *a, const BrinePlanItem *b);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BrinePlanItem, brine_plan_item_free)

gboolean brine_plan_item_is_recurring (const BrinePlanItem *item);
/* (transfer full) start, rule, rdates and exdates as a recurrence. */
BrineRecurrence *brine_plan_item_get_recurrence (const BrinePlanItem *item);
/* (nullable) (transfer none) */
BrineException *brine_plan_item_find_exception (const BrinePlanItem *item, BrineLocal original);
/* The goal on @day; kind NONE when there is none. */
BrineGoal brine_plan_item_get_goal (const BrinePlanItem *item, BrineDay day);
/* Says what is wrong with it, in one sentence. BRINE_ERROR_INVALID. */
gboolean brine_plan_item_validate (const BrinePlanItem *item, GError **error);

/* Occurrences --------------------------------------------------------------------------- */

/* An occurrence before anything is known of its log. */
typedef struct
{
  const BrinePlanItem *item;       /* borrowed */
  const BrineException *exception; /* borrowed, nullable */
  BrineLocal original;
  BrineLocal start;
  int minutes;
  /* Civil day that it counts for: of the start; a night (practice sleep) counts for its wake. */
  BrineDay day;
} BrineSlot;

/* Appends the occurrences of @item whose civil day lies in [@from, @to] (inclusive) to
 * @out_slots (BrineSlot), sorted by start. Moved occurrences are found where they are now.
 * Quota items have none. */
BrineExpansion brine_plan_item_expand (const BrinePlanItem *item, BrineDay from, BrineDay to,
                                       int day_start_minutes, GArray *out_slots);

/* The state of an occurrence. @log nullable; @paused: its civil day lies in a pause. */
BrineState brine_slot_get_state (const BrineSlot *slot, const BrineLog *log, gboolean paused,
                                 BrineLocal now, int day_start_minutes);

/* Edits: pure, they return what shall be stored ------------------------------------------ */

typedef enum
{
  BRINE_SCOPE_THIS,
  BRINE_SCOPE_THIS_AND_LATER,
  BRINE_SCOPE_ALL,
} BrineScope;

/* What becomes of a series by an edit. Logs name an occurrence by its original start, and that
 * changes when the series moves: brine_edit_find tells where each of them went. */
typedef struct
{
  BrinePlanItem *changed; /* the item as it shall be stored; NULL: remove it */
  BrinePlanItem *added;   /* the later half of a split, or NULL */
  BrineLocal from;        /* occurrences from this original start on are in the later half … */
  int64_t shift_seconds;  /* … or, without one, moved; by this much in either case */
} BrineEdit;

void brine_edit_free (BrineEdit *edit);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BrineEdit, brine_edit_free)

/* The item of @edit that holds the occurrence that was @original before, and its original start
 * there. (transfer none) (nullable): NULL when it is gone; @out_original is then untouched. */
const BrinePlanItem *brine_edit_find (const BrineEdit *edit, BrineLocal original,
                                      BrineLocal *out_original);

/* Applies @wanted (fields as an editor shows them for the occurrence @original; its start and
 * rule are meant for @scope) to @item. For THIS: start, minutes, title, notes and recipe become
 * an exception. For THIS_AND_LATER: the item ends before @original and @wanted goes on from
 * there (split_from set), later exceptions go along. For ALL: the series moves by the
 * difference between @wanted->start and the occurrence's start; exceptions move along.
 * @today: civil day from which a changed goal holds. */
BrineEdit *brine_plan_item_edit (const BrinePlanItem *item, BrineLocal original,
                                 const BrinePlanItem *wanted, BrineScope scope, BrineDay today,
                                 GError **error);
/* Moves an occurrence, or the series from it on, to @start; @minutes < 0 keeps the duration. */
BrineEdit *brine_plan_item_move (const BrinePlanItem *item, BrineLocal original, BrineLocal start,
                                 int minutes, BrineScope scope, GError **error);
/* Takes an occurrence, or the series from it on, out of the plan. */
BrineEdit *brine_plan_item_cancel (const BrinePlanItem *item, BrineLocal original, BrineScope scope,
                                   GError **error);

G_END_DECLS
