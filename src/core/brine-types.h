/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-error.h"
#include "brine-time.h"

G_BEGIN_DECLS

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

/* Stable nicks ("walk", "at-least", …): stored, exported, shown by brinectl; never translated.
 * The from_nick functions return FALSE and leave @out untouched for an unknown nick. */
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

/* "20 min", "20min", "1.5 h", "1 h 20", "2 servings", "3 times", "2.5 km". Point or comma. */
gboolean brine_amount_parse (const char *text, BrineAmount *out_amount, GError **error);
char *brine_amount_to_string (BrineAmount amount);
/* Minutes of a time amount, else -1. */
double brine_amount_get_minutes (BrineAmount amount);

/* ">=20 min", "<=2 servings/week", "7-9 h", "=3 times/week" (between 3 and 3). */
gboolean brine_goal_parse (const char *text, BrineGoal *out_goal, GError **error);
char *brine_goal_to_string (const BrineGoal *goal);
gboolean brine_goal_is_met (const BrineGoal *goal, BrineAmount amount);
gboolean brine_goal_equal (const BrineGoal *a, const BrineGoal *b);

/* A new random UUID (RFC 4122 version 4), lower case. (transfer full) */
char *brine_id_new (void);

G_END_DECLS
