/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-format.h"

#include <glib/gi18n.h>
#include <gtk/gtk.h>
#include <math.h>

char *
brine_format_duration (int minutes)
{
  int hours = minutes / 60;

  if (hours == 0)
    /* Translators: minutes and hours, abbreviated as the units are. */
    return g_strdup_printf (ngettext ("%d min", "%d min", (gulong)minutes), minutes);
  if (minutes % 60 == 0)
    return g_strdup_printf (ngettext ("%d h", "%d h", (gulong)hours), hours);
  return g_strdup_printf (_ ("%d h %d min"), hours, minutes % 60);
}

char *
brine_format_hours (int minutes)
{
  if (minutes < 60)
    return brine_format_duration (minutes);
  /* Translators: hours and minutes of sleep, short: "7 h 20". */
  return g_strdup_printf (_ ("%d h %02d"), minutes / 60, minutes % 60);
}

static const char *
get_fraction_sign (double fraction)
{
  static const char *const signs[] = { "", "¼", "½", "¾" };
  int quarters = (int)lround (fraction * 4);

  if (quarters > 3 || fabs (fraction - quarters / 4.0) > 0.005)
    return NULL;
  return signs[quarters];
}

char *
brine_format_isolate (const char *number)
{
  g_return_val_if_fail (number != NULL, NULL);

  if (gtk_widget_get_default_direction () != GTK_TEXT_DIR_RTL)
    return g_strdup (number);
  /* "½" has no direction of its own and would go to the other side of its number. */
  return g_strconcat ("\xe2\x81\xa6" /* left-to-right isolate */, number,
                      "\xe2\x81\xa9" /* pop directional isolate */, NULL);
}

char *
brine_format_quantity (double value)
{
  g_autofree char *mixed = NULL;

  double whole = floor (value + 0.005);
  const char *sign = get_fraction_sign (fmax (value - whole, 0));

  if (isnan (value))
    return g_strdup ("–");
  if (sign == NULL || value < 0)
    return g_strdup_printf ("%.1f", value);
  if (whole < 1 && sign[0] != '\0')
    return g_strdup (sign);
  if (sign[0] == '\0')
    return g_strdup_printf ("%.0f", whole);
  mixed = g_strdup_printf ("%.0f%s", whole, sign);
  return brine_format_isolate (mixed);
}

/* Halves take the plural from above one. */
static gulong
get_plural_number (double value)
{
  return value > 0 && value <= 1 ? 1 : (gulong)ceil (fabs (value));
}

char *
brine_format_live_servings (double value)
{
  g_autofree char *quantity = brine_format_quantity (value);

  /* Translators: %s may be a fraction: "1½ live servings". */
  return g_strdup_printf (ngettext ("%s live serving", "%s live servings",
                                    get_plural_number (value)),
                          quantity);
}

static char *
format_unit (double value, const char *quantity, BrineUnit unit)
{
  gulong n = get_plural_number (value);

  switch (unit)
    {
    case BRINE_UNIT_MINUTES:
      return g_strdup_printf (ngettext ("%s min", "%s min", n), quantity);
    case BRINE_UNIT_HOURS:
      return g_strdup_printf (ngettext ("%s h", "%s h", n), quantity);
    case BRINE_UNIT_SERVINGS:
      return g_strdup_printf (ngettext ("%s serving", "%s servings", n), quantity);
    case BRINE_UNIT_PORTIONS:
      return g_strdup_printf (ngettext ("%s portion", "%s portions", n), quantity);
    case BRINE_UNIT_TIMES:
      return g_strdup_printf (ngettext ("%s time", "%s times", n), quantity);
    case BRINE_UNIT_KILOMETRES:
      return g_strdup_printf (ngettext ("%s km", "%s km", n), quantity);
    case BRINE_UNIT_NONE:
    default:
      return g_strdup (quantity);
    }
}

char *
brine_format_amount (BrineAmount amount)
{
  g_autofree char *quantity = NULL;

  if (amount.unit == BRINE_UNIT_NONE)
    return g_strdup ("");
  if (amount.unit == BRINE_UNIT_MINUTES && amount.value >= 60)
    return brine_format_duration ((int)lround (amount.value));
  quantity = brine_format_quantity (amount.value);
  return format_unit (amount.value, quantity, amount.unit);
}

static char *
format_between (const BrineGoal *goal)
{
  g_autofree char *low = brine_format_quantity (goal->low);
  g_autofree char *high = brine_format_quantity (goal->high);
  g_autofree char *range = NULL;

  if (goal->low >= goal->high)
    return format_unit (goal->high, high, goal->unit);
  /* Translators: a range of numbers, as in "7–9 h". */
  range = g_strdup_printf (C_ ("numbers", "%s–%s"), low, high);
  return format_unit (goal->high, range, goal->unit);
}

char *
brine_format_goal (const BrineGoal *goal)
{
  gboolean daily;
  g_autofree char *amount = NULL;

  g_return_val_if_fail (goal != NULL, NULL);

  daily = goal->per == BRINE_PER_DAY;
  switch (goal->kind)
    {
    case BRINE_GOAL_AT_LEAST:
      amount = brine_format_amount ((BrineAmount){ goal->low, goal->unit });
      return g_strdup_printf (daily ? _ ("at least %s a day") : _ ("at least %s a week"), amount);
    case BRINE_GOAL_AT_MOST:
      amount = brine_format_amount ((BrineAmount){ goal->high, goal->unit });
      return g_strdup_printf (daily ? _ ("at most %s a day") : _ ("at most %s a week"), amount);
    case BRINE_GOAL_BETWEEN:
      amount = format_between (goal);
      /* Translators: %s is an amount, as in "7–9 h a day". */
      return g_strdup_printf (daily ? _ ("%s a day") : _ ("%s a week"), amount);
    case BRINE_GOAL_NONE:
    default:
      return g_strdup (_ ("no goal"));
    }
}
