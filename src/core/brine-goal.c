/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-types.h"

#include <math.h>

#include "brine-number.h"

/* A millionth of the bound: what adding up minutes from hours may be off by. */
#define TOLERANCE 1e-6

static gboolean
skip_prefix (const char **text, const char *prefix)
{
  if (!g_str_has_prefix (*text, prefix))
    return FALSE;

  *text += strlen (prefix);
  return TRUE;
}

/* Cuts "/week" or "/day" off the end of @text. */
static gboolean
cut_per (char *text, BrinePer *out_per)
{
  char *slash = strchr (text, '/');

  *out_per = BRINE_PER_DAY;
  if (slash == NULL)
    return TRUE;

  *slash = '\0';
  g_strstrip (slash + 1);
  if (g_ascii_strcasecmp (slash + 1, "week") == 0)
    *out_per = BRINE_PER_WEEK;

  return *out_per == BRINE_PER_WEEK || g_ascii_strcasecmp (slash + 1, "day") == 0;
}

static gboolean
parse_bound (const char *text, BrineGoal *goal, double *out_bound)
{
  BrineAmount amount;

  if (!brine_amount_parse (text, &amount, NULL) || amount.unit == BRINE_UNIT_NONE)
    return FALSE;

  goal->unit = amount.unit;
  *out_bound = amount.value;
  return TRUE;
}

/* "7-9 h" or "45 min - 1 h": the unit of the second bound serves both when the first has none. */
static gboolean
parse_range (char *text, BrineGoal *goal)
{
  char *dash = strstr (text, "–");
  const char *second = dash ? dash + strlen ("–") : NULL;
  const char *first = text;
  BrineUnit unit;

  if (dash == NULL)
    {
      dash = strchr (text, '-');
      second = dash ? dash + 1 : NULL;
    }
  if (dash == NULL)
    return FALSE;

  *dash = '\0';
  g_strstrip (text);
  if (!parse_bound (second, goal, &goal->high))
    return FALSE;

  unit = goal->unit;
  if (brine_number_scan (&first, &goal->low) && *first == '\0')
    return TRUE;
  if (!parse_bound (text, goal, &goal->low))
    return FALSE;
  if (goal->unit == unit)
    return TRUE;

  /* Both in minutes, or they do not fit together. */
  goal->low = brine_amount_get_minutes ((BrineAmount){ goal->low, goal->unit });
  goal->high = brine_amount_get_minutes ((BrineAmount){ goal->high, unit });
  goal->unit = BRINE_UNIT_MINUTES;
  return goal->low >= 0 && goal->high >= 0 && MAX (goal->low, goal->high) <= BRINE_NUMBER_MAX;
}

static gboolean
parse_kind_and_bounds (char *text, BrineGoal *goal)
{
  const char *p = text;

  if (skip_prefix (&p, ">=") || skip_prefix (&p, "≥"))
    {
      goal->kind = BRINE_GOAL_AT_LEAST;
      return parse_bound (p, goal, &goal->low);
    }
  if (skip_prefix (&p, "<=") || skip_prefix (&p, "≤"))
    {
      goal->kind = BRINE_GOAL_AT_MOST;
      return parse_bound (p, goal, &goal->high);
    }

  goal->kind = BRINE_GOAL_BETWEEN;
  if (skip_prefix (&p, "="))
    {
      if (!parse_bound (p, goal, &goal->low))
        return FALSE;
      goal->high = goal->low;
      return TRUE;
    }

  return parse_range (text, goal);
}

gboolean
brine_goal_parse (const char *text, BrineGoal *out_goal, GError **error)
{
  g_autofree char *rest = NULL;
  BrineGoal goal = { 0 };

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (out_goal != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  rest = g_strstrip (g_strdup (text));
  if (*rest == '\0')
    {
      *out_goal = goal;
      return TRUE;
    }

  if (!cut_per (rest, &goal.per))
    {
      brine_refuse_input (error, text,
                          "ends in an unknown period; end the goal with “/day” or “/week”.");
      return FALSE;
    }

  if (!parse_kind_and_bounds (g_strstrip (rest), &goal))
    {
      brine_refuse_input (error, text,
                          "is not a goal; write it as “>=20 min”, “<=2 servings/week”, "
                          "“7-9 h” or “=3 times/week”.");
      return FALSE;
    }

  if (goal.kind == BRINE_GOAL_BETWEEN && goal.low > goal.high)
    {
      brine_refuse_input (error, text,
                          "ends below where it starts; write the smaller number first.");
      return FALSE;
    }

  *out_goal = goal;
  return TRUE;
}

char *
brine_goal_to_string (const BrineGoal *goal)
{
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;
  const char *unit, *per;

  g_return_val_if_fail (goal != NULL, NULL);

  low = brine_number_to_string (goal->low);
  high = brine_number_to_string (goal->high);
  unit = brine_unit_to_nick (goal->unit);
  per = goal->per == BRINE_PER_WEEK ? "/week" : "";

  switch (goal->kind)
    {
    case BRINE_GOAL_AT_LEAST:
      return g_strdup_printf (">=%s %s%s", low, unit, per);
    case BRINE_GOAL_AT_MOST:
      return g_strdup_printf ("<=%s %s%s", high, unit, per);
    case BRINE_GOAL_BETWEEN:
      if (goal->low == goal->high)
        return g_strdup_printf ("=%s %s%s", low, unit, per);
      return g_strdup_printf ("%s-%s %s%s", low, high, unit, per);
    case BRINE_GOAL_NONE:
    default:
      return g_strdup ("");
    }
}

/* @value in the unit of the goal; FALSE when the units do not compare. */
static gboolean
convert (BrineAmount amount, BrineUnit unit, double *out_value)
{
  double minutes = brine_amount_get_minutes (amount);

  *out_value = amount.value;
  if (amount.unit == unit)
    return TRUE;
  if (minutes < 0 || (unit != BRINE_UNIT_MINUTES && unit != BRINE_UNIT_HOURS))
    return FALSE;

  *out_value = unit == BRINE_UNIT_HOURS ? minutes / 60 : minutes;
  return TRUE;
}

gboolean
brine_goal_is_met (const BrineGoal *goal, BrineAmount amount)
{
  double value;

  g_return_val_if_fail (goal != NULL, FALSE);

  if (goal->kind == BRINE_GOAL_NONE)
    return TRUE;
  if (!convert (amount, goal->unit, &value))
    return FALSE;
  if (goal->kind != BRINE_GOAL_AT_MOST && value < goal->low * (1 - TOLERANCE))
    return FALSE;
  if (goal->kind != BRINE_GOAL_AT_LEAST && value > goal->high * (1 + TOLERANCE))
    return FALSE;

  return TRUE;
}

gboolean
brine_goal_equal (const BrineGoal *a, const BrineGoal *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (a->kind != b->kind)
    return FALSE;
  if (a->kind == BRINE_GOAL_NONE)
    return TRUE;

  return a->unit == b->unit && a->per == b->per
         && (a->kind == BRINE_GOAL_AT_MOST || a->low == b->low)
         && (a->kind == BRINE_GOAL_AT_LEAST || a->high == b->high);
}
