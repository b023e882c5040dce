/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-format.h"

#include <glib/gi18n.h>

#define ALL_WEEKDAYS 0x7fu

/* "Monday, Wednesday and Friday", from the user's first weekday on. */
static char *
format_weekdays (unsigned weekdays)
{
  int first = brine_format_get_first_weekday (NULL);
  g_autofree char *text = NULL;
  unsigned left = weekdays;

  for (int i = 0; i < 7; i++)
    {
      int weekday = (first - 1 + i) % 7 + 1;
      const char *name = brine_format_weekday (weekday);
      char *longer;

      if ((left & (1u << (weekday - 1))) == 0)
        continue;
      left &= ~(1u << (weekday - 1));
      if (text == NULL)
        longer = g_strdup (name);
      else if (left != 0)
        /* Translators: a list that goes on: "Monday, Wednesday". */
        longer = g_strdup_printf (C_ ("list", "%s, %s"), text, name);
      else
        /* Translators: the end of a list: "Monday, Wednesday and Friday". */
        longer = g_strdup_printf (C_ ("list", "%s and %s"), text, name);
      g_free (text);
      text = longer;
    }
  return g_steal_pointer (&text);
}

static char *
format_weekly (unsigned weekdays, int interval)
{
  g_autofree char *names = format_weekdays (weekdays);

  if (interval > 1)
    /* Translators: "every 2 weeks on Tuesday"; the first is the number, the second the days. */
    return g_strdup_printf (ngettext ("every %d week on %s", "every %d weeks on %s",
                                      (gulong)interval),
                            interval, names);
  if (weekdays == ALL_WEEKDAYS)
    return g_strdup (_ ("every day"));
  /* One bit only. */
  if ((weekdays & (weekdays - 1)) == 0)
    /* Translators: %s is a weekday. */
    return g_strdup_printf (_ ("every %s"), names);
  return g_steal_pointer (&names);
}

static char *
format_monthly (BrineDay start, int interval)
{
  int year, month, day;

  brine_day_get_ymd (start, &year, &month, &day);
  if (interval == 1)
    return g_strdup_printf (_ ("every month on day %d"), day);
  return g_strdup_printf (ngettext ("every %d month on day %d", "every %d months on day %d",
                                    (gulong)interval),
                          interval, day);
}

static char *
format_yearly (BrineDay start, int interval)
{
  g_autofree char *date = brine_format_day_range (start, start, start);

  if (interval == 1)
    /* Translators: %s is a date without year: "every year on 19 November". */
    return g_strdup_printf (_ ("every year on %s"), date);
  return g_strdup_printf (ngettext ("every %d year on %s", "every %d years on %s",
                                    (gulong)interval),
                          interval, date);
}

static char *
format_step (const BrineRule *rule, BrineDay start)
{
  int interval = brine_rule_get_interval (rule);
  unsigned weekdays = brine_rule_get_weekdays (rule);

  switch (brine_rule_get_freq (rule))
    {
    case BRINE_FREQ_DAILY:
      if (weekdays != 0 && interval == 1)
        return format_weekly (weekdays, 1);
      if (weekdays != 0)
        return NULL;
      if (interval == 1)
        return g_strdup (_ ("every day"));
      return g_strdup_printf (ngettext ("every %d day", "every %d days", (gulong)interval),
                              interval);
    case BRINE_FREQ_WEEKLY:
      if (weekdays == 0)
        weekdays = 1u << (brine_day_get_weekday (start) - 1);
      return format_weekly (weekdays, interval);
    case BRINE_FREQ_MONTHLY:
      return weekdays == 0 ? format_monthly (start, interval) : NULL;
    case BRINE_FREQ_YEARLY:
      return weekdays == 0 ? format_yearly (start, interval) : NULL;
    case BRINE_FREQ_HOURLY:
      return g_strdup_printf (ngettext ("every %d hour", "every %d hours", (gulong)interval),
                              interval);
    default:
      return NULL;
    }
}

static const char *
get_ordinal_format (int ordinal)
{
  switch (ordinal)
    {
    case 1:
      /* Translators: %s is a weekday. */
      return _ ("every month on the first %s");
    case 2:
      /* Translators: %s is a weekday. */
      return _ ("every month on the second %s");
    case 3:
      /* Translators: %s is a weekday. */
      return _ ("every month on the third %s");
    case 4:
      /* Translators: %s is a weekday. */
      return _ ("every month on the fourth %s");
    case -1:
      /* Translators: %s is a weekday. */
      return _ ("every month on the last %s");
    default:
      return NULL;
    }
}

/* "every month on the third Thursday"; NULL for any other rule. */
static char *
format_monthly_weekday (const BrineRule *rule)
{
  static const char codes[] = "MOTUWETHFRSASU";
  const char prefix[] = "FREQ=MONTHLY;BYDAY=";
  g_autofree char *text = brine_rule_to_string (rule);
  char *end;

  if (!g_str_has_prefix (text, prefix))
    return NULL;
  const char *format = get_ordinal_format ((int)g_ascii_strtoll (text + strlen (prefix), &end, 10));
  if (format == NULL || strlen (end) < 2
      || (end[2] != '\0' && !g_str_has_prefix (end + 2, ";COUNT=")
          && !g_str_has_prefix (end + 2, ";UNTIL=")))
    return NULL;
  for (int i = 0; i < 7; i++)
    if (strncmp (end, codes + 2 * i, 2) == 0)
      return g_strdup_printf (format, brine_format_weekday (i + 1));
  return NULL;
}

static char *
format_rule (const BrineRule *rule, BrineDay start)
{
  int count = brine_rule_get_count (rule);
  g_autofree char *step = NULL;
  BrineLocal until;

  if (brine_rule_is_simple (rule))
    step = format_step (rule, start);
  else
    step = format_monthly_weekday (rule);
  if (step == NULL)
    step = g_strdup (_ ("in a pattern of its own"));
  if (count > 0)
    /* Translators: how it repeats, and how often in all: "every day, 10 times". */
    return g_strdup_printf (ngettext ("%s, %d time", "%s, %d times", (gulong)count), step, count);
  if (brine_rule_get_until (rule, &until))
    {
      g_autofree char *date = brine_format_day_range (until.day, until.day, start);

      /* Translators: how it repeats, and the last day: "every day, until 3 May 2027". */
      return g_strdup_printf (_ ("%s, until %s"), step, date);
    }
  return g_steal_pointer (&step);
}

char *
brine_format_recurrence (const BrinePlanItem *item)
{
  int dates;

  g_return_val_if_fail (item != NULL, NULL);

  if (item->quota_per_week > 0)
    return g_strdup_printf (ngettext ("%d time a week, any day", "%d times a week, any day",
                                      (gulong)item->quota_per_week),
                            item->quota_per_week);
  if (item->rule != NULL)
    return format_rule (item->rule, item->start.day);
  dates = (int)item->rdates->len + 1;
  if (dates == 1)
    return g_strdup (_ ("once"));
  return g_strdup_printf (ngettext ("on %d day", "on %d days", (gulong)dates), dates);
}
