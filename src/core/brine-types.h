/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-error.h"
#include "brine-time.h"

G_BEGIN_DECLS

/**
 * BrineTranslate:
 * @context: (nullable): what @text is, where the same words may mean something else: "recipe",
 *   "food" or "tag" for those of the catalogue
 * @text: an English text that is marked to be translated
 *
 * Given to layers that know texts and no language. Any thread.
 *
 * Returns: (transfer none): @text in the language of the user
 */
typedef const char *(*BrineTranslate) (const char *context, const char *text);

/* The order is the order of display and is stored by nick, never by number. */
typedef enum
{
  BRINE_PRACTICE_MEAL,
  BRINE_PRACTICE_SLEEP,
  BRINE_PRACTICE_MEDITATION,
  BRINE_PRACTICE_BREATHWORK,
  BRINE_PRACTICE_WALK,
  BRINE_PRACTICE_OWN,
} BrinePractice;
#define BRINE_N_PRACTICES 6

/**
 * BrineState:
 * @BRINE_STATE_PLANNED: lies ahead
 * @BRINE_STATE_DUE: has begun, its civil day is not over, nothing is logged
 * @BRINE_STATE_MISSED: its civil day is over and nothing is logged
 * @BRINE_STATE_PAUSED: lies in a pause and nothing is logged
 */
typedef enum
{
  BRINE_STATE_PLANNED,
  BRINE_STATE_DUE,
  BRINE_STATE_DONE,
  BRINE_STATE_PARTLY,
  BRINE_STATE_SKIPPED,
  BRINE_STATE_MISSED,
  BRINE_STATE_PAUSED,
} BrineState;

typedef enum
{
  BRINE_SKIP_NONE, /* no reason given */
  BRINE_SKIP_NO_TIME,
  BRINE_SKIP_ILL,
  BRINE_SKIP_TRAVEL,
  BRINE_SKIP_NOT_TODAY, /* did not feel like it */
  BRINE_SKIP_OTHER,
} BrineSkipReason;

typedef enum
{
  BRINE_PAUSE_ILL,
  BRINE_PAUSE_TRAVEL,
  BRINE_PAUSE_ANTIBIOTICS,
  BRINE_PAUSE_OTHER,
} BrinePauseReason;

typedef enum
{
  BRINE_MEAL_SLOT_NONE,
  BRINE_MEAL_SLOT_BREAKFAST,
  BRINE_MEAL_SLOT_LUNCH,
  BRINE_MEAL_SLOT_DINNER,
  BRINE_MEAL_SLOT_SNACK,
} BrineMealSlot;

typedef enum
{
  BRINE_UNIT_NONE,
  BRINE_UNIT_MINUTES,
  BRINE_UNIT_HOURS,
  BRINE_UNIT_SERVINGS,
  BRINE_UNIT_PORTIONS,
  BRINE_UNIT_TIMES,
  BRINE_UNIT_KILOMETRES,
} BrineUnit;

/* An amount; unit NONE means "no amount". Minutes and hours compare with one another. */
typedef struct
{
  double value;
  BrineUnit unit;
} BrineAmount;

typedef enum
{
  BRINE_GOAL_NONE,
  BRINE_GOAL_AT_LEAST,
  BRINE_GOAL_AT_MOST,
  BRINE_GOAL_BETWEEN,
} BrineGoalKind;

typedef enum
{
  BRINE_PER_DAY,
  BRINE_PER_WEEK,
} BrinePer;

/* low is used by AT_LEAST and BETWEEN, high by AT_MOST and BETWEEN. */
typedef struct
{
  BrineGoalKind kind;
  double low;
  double high;
  BrineUnit unit;
  BrinePer per;
} BrineGoal;

/* Stable nicks ("walk", "not-today", …): stored, exported, shown by brinectl; never translated.
 * The to_nick functions return a static string; the from_nick functions take NULL too, return
 * FALSE for an unknown nick and then leave @out alone. Any thread. */
const char *brine_practice_to_nick (BrinePractice practice);
gboolean brine_practice_from_nick (const char *nick, BrinePractice *out_practice);
const char *brine_state_to_nick (BrineState state);
gboolean brine_state_from_nick (const char *nick, BrineState *out_state);
const char *brine_skip_reason_to_nick (BrineSkipReason reason);
gboolean brine_skip_reason_from_nick (const char *nick, BrineSkipReason *out_reason);
const char *brine_pause_reason_to_nick (BrinePauseReason reason);
gboolean brine_pause_reason_from_nick (const char *nick, BrinePauseReason *out_reason);
const char *brine_meal_slot_to_nick (BrineMealSlot slot);
gboolean brine_meal_slot_from_nick (const char *nick, BrineMealSlot *out_slot);
const char *brine_unit_to_nick (BrineUnit unit);
gboolean brine_unit_from_nick (const char *nick, BrineUnit *out_unit);

/**
 * brine_amount_parse:
 * @text: "20 min", "20min", "1.5 h", "1 h 20", "2 servings", "3 times" or "2.5 km", with a point
 *   or a comma, from 0 to 1,000,000; a blank text is no amount
 * @out_amount: (out): the amount; left alone when @text is none
 *
 * Hours with minutes are read as minutes. Any thread.
 *
 * Returns: whether @text is an amount; else @error is %BRINE_ERROR_INVALID and quotes it
 */
gboolean brine_amount_parse (const char *text, BrineAmount *out_amount, GError **error);

/**
 * brine_amount_to_string:
 *
 * Returns: (transfer full): what brine_amount_parse() reads as the same amount: "20 min"; empty for
 *   no amount
 */
char *brine_amount_to_string (BrineAmount amount);

/**
 * brine_amount_get_minutes:
 *
 * Returns: the minutes of a time amount, else -1
 */
double brine_amount_get_minutes (BrineAmount amount);

/**
 * brine_goal_parse:
 * @text: ">=20 min", "<=2 servings/week", "7-9 h" or "=3 times/week" (between 3 and 3); "/day" is
 *   understood; a blank text is no goal
 * @out_goal: (out): the goal; left alone when @text is none
 *
 * Any thread.
 *
 * Returns: whether @text is a goal; else @error is %BRINE_ERROR_INVALID and quotes it
 */
gboolean brine_goal_parse (const char *text, BrineGoal *out_goal, GError **error);

/**
 * brine_goal_to_string:
 *
 * Returns: (transfer full): what brine_goal_parse() reads as an equal goal; empty for no goal
 */
char *brine_goal_to_string (const BrineGoal *goal);

/**
 * brine_goal_is_met:
 *
 * Minutes and hours compare with one another, to a millionth; other units only with themselves.
 *
 * Returns: whether @amount is what @goal asks for; %TRUE when there is no goal
 */
gboolean brine_goal_is_met (const BrineGoal *goal, BrineAmount amount);

/**
 * brine_goal_equal:
 *
 * Returns: whether both ask for the same in the same unit; a bound that the kind does not use
 *   makes no difference
 */
gboolean brine_goal_equal (const BrineGoal *a, const BrineGoal *b);

/**
 * brine_id_new:
 *
 * Any thread.
 *
 * Returns: (transfer full): a new random UUID (RFC 4122 version 4), lower case
 */
char *brine_id_new (void);

G_END_DECLS
