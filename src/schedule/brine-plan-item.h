/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-records.h"
#include "brine-recurrence.h"
#include "brine-reminder.h"

G_BEGIN_DECLS

/* One changed occurrence of a recurring item, found by its original start. An exception counts
 * even where its rule does not give the original start: other programs keep such. */
typedef struct
{
  BrineLocal original;
  gboolean cancelled; /* left out of the plan; the rest then means nothing */
  BrineLocal start;   /* where it was moved to; equals original when it was not moved */
  int minutes;        /* by the wall clock, as those of the item */
  char *title;        /* NULL: as the item, empty: none; so for the next two */
  char *notes;
  char *recipe_id;
} BrineException;

/* Not moved, 0 minutes, nothing of its own. (transfer full) */
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

/* A number of times a week and the civil day from which it holds: the first day of a week. */
typedef struct
{
  BrineDay valid_from;
  int times_a_week;
} BrineQuotaPeriod;

/* One entry in the plan. A struct with public fields; strings owned. */
typedef struct
{
  char *id;
  char *uid; /* iCalendar UID; equals id unless it was imported */
  BrinePractice practice;
  char *title;      /* never NULL */
  BrineLocal start; /* DTSTART, floating */
  /* Planned duration by the wall clock: the plan is floating, so it ends where the wall clock reads
   * start + minutes, whatever the clocks do in between. */
  int minutes;
  BrineRule *rule; /* NULL: once */
  GArray *rdates;  /* BrineLocal, never NULL, sorted, so is exdates */
  GArray *exdates;
  GPtrArray *exceptions; /* BrineException, never NULL, sorted by original */
  /* Above 0: n times a week on any days, no fixed time, no occurrences. The number that holds last:
   * brine_quota_get_times() tells the one of a week, brine_quota_set_times() keeps the past. */
  int quota_per_week;
  /* BrineQuotaPeriod, never NULL, sorted by valid_from. Empty: quota_per_week holds for all time; else
   * the last one is quota_per_week, and the first holds for all time before it as well. */
  GArray *quotas;
  GArray *goals;     /* BrineGoalPeriod, never NULL, sorted by valid_from */
  GArray *reminders; /* BrineReminder, never NULL, as brine_reminders_validate() wants them. Those
                          * of a quota that count from a start are for the times planned of it. */
  BrineMealSlot slot;
  char *recipe_id;
  double portions; /* of a meal; 1 by default */
  char *location;
  char *notes;
  /* id of the earlier half of a split series; of an item without a recurrence also of the quota that
   * it is one time of */
  char *split_from;
  char *foreign; /* iCalendar lines of other programs, kept as they came; NULL: none */
  BrineStamps stamps;
} BrinePlanItem;

/* Fresh id, uid = id, one portion, everything else empty. */
BrinePlanItem *brine_plan_item_new (BrinePractice practice, const char *title, BrineLocal start,
                                    int minutes);
BrinePlanItem *brine_plan_item_copy (const BrinePlanItem *item);
/**
 * brine_plan_item_plan_time:
 * @quota: an item that is done n times a week
 *
 * Returns: (transfer full): a new item that happens once, at @start, as one time of @quota, which
 *   its split_from names: the same practice, title, length, meal, place and notes, and the goal that
 *   holds on that day; of the reminders those that count from a start, since one at a time of day
 *   is the quota's own. Pure, any thread.
 */
BrinePlanItem *brine_plan_item_plan_time (const BrinePlanItem *quota, BrineLocal start);
void brine_plan_item_free (BrinePlanItem *item);
/* Everything but the stamps. */
gboolean brine_plan_item_equal (const BrinePlanItem *a, const BrinePlanItem *b);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BrinePlanItem, brine_plan_item_free)

gboolean brine_plan_item_is_recurring (const BrinePlanItem *item);
/* (transfer full) start, rule, rdates and exdates as a recurrence. */
BrineRecurrence *brine_plan_item_get_recurrence (const BrinePlanItem *item);
/* (nullable) (transfer none) */
BrineException *brine_plan_item_find_exception (const BrinePlanItem *item, BrineLocal original);
/* The goal on @day; kind NONE when there is none. */
BrineGoal brine_plan_item_get_goal (const BrinePlanItem *item, BrineDay day);
/* Says what is wrong with it, in one sentence: BRINE_ERROR_INVALID. Up to 366 days long, 20
 * reminders, 100 times a week, texts UTF-8, lists in order. A rule without occurrences is
 * allowed. */
gboolean brine_plan_item_validate (const BrinePlanItem *item, GError **error);

/* Occurrences --------------------------------------------------------------------------- */

/* An occurrence before anything is known of its log. */
typedef struct
{
  const BrinePlanItem *item;       /* borrowed */
  const BrineException *exception; /* borrowed, nullable */
  BrineLocal original;
  BrineLocal start;
  int minutes; /* by the wall clock */
  /* Civil day that it counts for: of the start; a night (practice sleep) counts for its wake. */
  BrineDay day;
} BrineSlot;

/* Appends the occurrences of @item whose civil day lies in [@from, @to] (inclusive) to
 * @out_slots (BrineSlot, which borrow from @item), sorted by start. Moved occurrences are found
 * where they are now. Quota items have none. @day_start_minutes: 0 to 720. TOO_COMPLEX: the first
 * ones are there, the last may be missing. */
BrineExpansion brine_plan_item_expand (const BrinePlanItem *item, BrineDay from, BrineDay to,
                                       int day_start_minutes, GArray *out_slots);

/* The state of an occurrence: as logged; else paused; else planned until its start, due until its
 * civil day is over, and then missed. @log nullable; @paused: its civil day lies in a pause. */
BrineState brine_slot_get_state (const BrineSlot *slot, const BrineLog *log, gboolean paused,
                                 BrineLocal now, int day_start_minutes);

/* Edits: pure, they return what shall be stored ------------------------------------------ */

typedef enum
{
  BRINE_SCOPE_THIS,
  BRINE_SCOPE_THIS_AND_LATER,
  BRINE_SCOPE_ALL,
} BrineScope;

/* More logged occurrences than this are not kept one by one. */
#define BRINE_EDIT_MAX_KEPT 100

/* What becomes of a series by an edit. Logs name an occurrence by its original start, and that
 * changes when the series moves: brine_edit_find tells where each of them went. */
typedef struct
{
  BrinePlanItem *changed; /* the item as it shall be stored; NULL: remove it */
  BrinePlanItem *added;   /* the later half of a split, or NULL */
  BrineLocal from;        /* occurrences from this original start on are in the later half … */
  int64_t shift_seconds;  /* … or, without one, moved; by this much in either case */
  GArray *kept;           /* BrineKept, sorted by before; NULL: none */
  gboolean same_rule;     /* its rule was left as it is, and moves along */
  gboolean removes;       /* it takes out, rather than changes */
} BrineEdit;

/* An occurrence that is logged, and by an edit of its series stays as it was. */
typedef struct
{
  BrineLocal before;   /* original start */
  BrineLocal original; /* its name from now on */
  gboolean in_added;   /* which half has it */
} BrineKept;

BrineEdit *brine_edit_copy (const BrineEdit *edit);
void brine_edit_free (BrineEdit *edit);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BrineEdit, brine_edit_free)

/* The item of @edit that holds the occurrence that was @original before, and its original start
 * there. (transfer none) (nullable): NULL when it is gone; @out_original is then untouched. */
const BrinePlanItem *brine_edit_find (const BrineEdit *edit, BrineLocal original,
                                      BrineLocal *out_original);

/**
 * brine_plan_item_edit:
 * @wanted: the fields as an editor shows them for the occurrence @original; its start and rule are
 *   meant for @scope, its dates and exceptions are not looked at
 *   (of a quota, @wanted brings the numbers of times with their weeks, by brine_quota_set_times())
 * @today: civil day from which a changed goal (the latest of @wanted) holds
 * @logged: (nullable) (element-type BrineLocal): original starts of what is logged of it, sorted
 *
 * THIS: start, minutes, title, notes and recipe become an exception; one that changes nothing is
 * dropped. Other fields are not looked at.
 *
 * THIS_AND_LATER: the item ends before @original, and a new one goes on (split_from set) with the
 * rest of COUNT and the later dates and exceptions. At the first occurrence it is ALL.
 *
 * ALL: the series moves by the difference between @wanted->start and where the occurrence is now;
 * its dates move along. The id stays.
 *
 * What is logged stays as it was, however its series is edited: it keeps its day, time, length and
 * texts as an exception. A history of more than BRINE_EDIT_MAX_KEPT logged occurrences is left whole
 * by ALL, which then begins after the last of them, or at @original when that is not logged. So does
 * a change of practice, or to a quota, which an exception cannot hold. THIS may change any.
 *
 * An occurrence that was moved by itself stays where it was put, one that was taken out stays out,
 * and one that was only renamed or made longer goes along.
 *
 * A rule that was left as it is follows a move: BYDAY, BYMONTHDAY, BYMONTH and BYHOUR by the same
 * days and hours, UNTIL as well. A field left as it was shown for a changed occurrence does not
 * spread to its series. An item that is not recurring, and a quota, changes as a whole. Exceptions
 * whose occurrence is not in the new rule are dropped.
 *
 * Returns: (transfer full): what shall be stored; on failure NULL and BRINE_ERROR_INVALID (@wanted
 *   is not valid, or its rule cannot follow the move), BRINE_ERROR_NOT_FOUND (no occurrence
 *   @original) or BRINE_ERROR_TOO_COMPLEX (COUNT cannot be shared out)
 */
BrineEdit *brine_plan_item_edit (const BrinePlanItem *item, BrineLocal original,
                                 const BrinePlanItem *wanted, BrineScope scope, BrineDay today,
                                 const GArray *logged, GError **error);
/* Moves an occurrence, or the series from it on, to @start; @minutes < 0 keeps the duration.
 * (transfer full); errors as above. */
BrineEdit *brine_plan_item_move (const BrinePlanItem *item, BrineLocal original, BrineLocal start,
                                 int minutes, BrineScope scope, const GArray *logged,
                                 GError **error);
/**
 * brine_plan_item_resize:
 * @start: where the occurrence shall begin
 * @minutes: how long it shall last, 1 or more
 *
 * Gives an occurrence, or the series from it on, another length, and moves its start when it was
 * the upper edge that was drawn. Occurrences with a length of their own keep it.
 *
 * Returns: (transfer full): what shall be stored; errors as above
 */
BrineEdit *brine_plan_item_resize (const BrinePlanItem *item, BrineLocal original, BrineLocal start,
                                   int minutes, BrineScope scope, const GArray *logged,
                                   GError **error);
/**
 * brine_plan_item_edit_dates:
 * @rdates: (element-type BrineLocal): sorted, so is @exdates
 * @fields: (nullable) (transfer full): an edit of other fields of @item, scope ALL, that goes first
 *
 * Gives a series other extra dates, and other dates that it leaves out. What is logged stays in the
 * plan where it was, as an exception where the dates have no place for it.
 *
 * Returns: (transfer full): @fields, or an edit of the dates alone
 */
BrineEdit *brine_plan_item_edit_dates (const BrinePlanItem *item, const GArray *rdates,
                                       const GArray *exdates, const GArray *logged,
                                       BrineEdit *fields);
/* Takes an occurrence, or the series from it on, out of the plan; with a scope of several, what is
 * logged stays. (transfer full); errors: BRINE_ERROR_NOT_FOUND, BRINE_ERROR_TOO_COMPLEX. */
BrineEdit *brine_plan_item_cancel (const BrinePlanItem *item, BrineLocal original, BrineScope scope,
                                   const GArray *logged, GError **error);

G_END_DECLS
