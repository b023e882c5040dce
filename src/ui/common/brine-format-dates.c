/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-format.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <langinfo.h>
#include <locale.h>

#include "brine-clock-face.h"
#include "brine-week.h"

/* The forms of a date. Each has a translatable pattern for languages that put the day first and
 * one for those that put the month first, since English is spoken in both ways. */
typedef enum
{
  DATE_DAY,
  DATE_DAY_YEAR,
  DATE_MONTH,
  DATE_MONTH_YEAR,
  DATE_SHORT,
  DATE_MEDIUM,
  DATE_MEDIUM_YEAR,
  DATE_LONG,
  DATE_LONG_YEAR,
} DateForm;

static gboolean
locale_puts_month_first (void)
{
  const char *format = nl_langinfo (D_FMT);
  const char *month;
  const char *day;

  if (strstr (format, "%D") != NULL)
    return TRUE;
  month = strstr (format, "%m");
  if (month == NULL)
    month = strstr (format, "%b");
  day = strstr (format, "%d");
  if (day == NULL)
    day = strstr (format, "%e");
  return month != NULL && day != NULL && month < day && strncmp (format, "%Y", 2) != 0;
}

static gboolean
locale_is_plain_c (void)
{
  const char *name = setlocale (LC_TIME, NULL);

  return name == NULL || g_str_equal (name, "POSIX") || g_str_equal (name, "C")
         || g_str_has_prefix (name, "C.");
}

static const char *
get_date_pattern (DateForm form)
{
  /* The C locale has no country; Brine shows it what ISO 8601 and most of the world use. */
  gboolean month_first = locale_puts_month_first () && !locale_is_plain_c ();

  switch (form)
    {
    case DATE_DAY:
      /* Translators: these are patterns of g_date_time_format(). This one is the day of a month
       * where the month stands beside it, as in the 16 of "16–22 November". */
      return month_first ? C_ ("month first", "%-d") : C_ ("day first", "%-d");
    case DATE_DAY_YEAR:
      /* Translators: as in the end of "November 16–22, 2025". */
      return C_ ("month first", "%-d, %Y");
    case DATE_MONTH:
      return month_first ? C_ ("month first", "%B %-d") : C_ ("day first", "%-d %B");
    case DATE_MONTH_YEAR:
      return month_first ? C_ ("month first", "%B %-d, %Y") : C_ ("day first", "%-d %B %Y");
    case DATE_SHORT:
      return month_first ? C_ ("month first", "%b %-d") : C_ ("day first", "%-d %b");
    case DATE_MEDIUM:
      /* Translators: as in "Thu 19 November", where there is little room. */
      return month_first ? C_ ("month first", "%a, %B %-d") : C_ ("day first", "%a %-d %B");
    case DATE_MEDIUM_YEAR:
      return month_first ? C_ ("month first", "%a, %b %-d, %Y") : C_ ("day first", "%a %-d %b %Y");
    case DATE_LONG:
      return month_first ? C_ ("month first", "%A, %B %-d") : C_ ("day first", "%A %-d %B");
    case DATE_LONG_YEAR:
      return month_first ? C_ ("month first", "%A, %B %-d, %Y") : C_ ("day first", "%A %-d %B %Y");
    default:
      g_assert_not_reached ();
    }
}

static char *
format_pattern (BrineDay day, const char *pattern)
{
  g_autoptr (GDateTime) date = NULL;
  int year, month, day_of_month;

  brine_day_get_ymd (day, &year, &month, &day_of_month);
  date = g_date_time_new_utc (year, month, day_of_month, 12, 0, 0);
  return g_date_time_format (date, pattern);
}

static char *
format_day (BrineDay day, DateForm form)
{
  return format_pattern (day, get_date_pattern (form));
}

static int
get_year (BrineDay day)
{
  int year, month, day_of_month;

  brine_day_get_ymd (day, &year, &month, &day_of_month);
  return year;
}

/* What the desktop's switch says: 0 nothing, 12 or 24. */
static int clock_hours;

static void
on_clock_format_cb (GSettings *settings)
{
  clock_hours = brine_clock_face_read (settings);
}

/* For the life of the program. */
static void
follow_clock_format (void)
{
  static gboolean followed;
  GSettings *settings;

  if (followed)
    return;
  followed = TRUE;
  settings = brine_clock_face_open ();
  if (settings == NULL)
    return;
  g_signal_connect (settings, "changed::clock-format", G_CALLBACK (on_clock_format_cb), NULL);
  on_clock_format_cb (settings);
}

/* A week says some eight hundred times of day, the same few over and over: each is put into words
 * once, as long as clock and language stay. */
char *
brine_format_time (BrineLocal local)
{
  static char *times[BRINE_MINUTES_PER_DAY];
  static const char *times_pattern, *times_am; /* borrowed */
  const char *pattern;
  const char *am = nl_langinfo (AM_STR);
  int minute = local.second / 60;

  g_return_val_if_fail (minute >= 0 && minute < BRINE_MINUTES_PER_DAY, NULL);

  follow_clock_format ();
  pattern = brine_clock_face_get_pattern (clock_hours);
  if (times_pattern != pattern || times_am != am)
    for (int i = 0; i < BRINE_MINUTES_PER_DAY; i++)
      g_clear_pointer (&times[i], g_free);
  times_pattern = pattern;
  times_am = am;
  if (times[minute] == NULL)
    times[minute] = brine_clock_face_format (local, pattern);
  return g_strdup (times[minute]);
}

char *
brine_format_time_range (BrineLocal start, BrineLocal end)
{
  g_autofree char *from = brine_format_time (start);
  g_autofree char *to = brine_format_time (end);

  /* Translators: from one time of day to another: "08:00 – 08:20". */
  return g_strdup_printf (_ ("%s – %s"), from, to);
}

char *
brine_format_day_long (BrineDay day, BrineDay today)
{
  g_return_val_if_fail (brine_day_is_valid (day), NULL);

  return format_day (day, get_year (day) == get_year (today) ? DATE_LONG : DATE_LONG_YEAR);
}

char *
brine_format_day_medium (BrineDay day, BrineDay today)
{
  g_return_val_if_fail (brine_day_is_valid (day), NULL);

  return format_day (day, get_year (day) == get_year (today) ? DATE_MEDIUM : DATE_MEDIUM_YEAR);
}

char *
brine_format_day_short (BrineDay day)
{
  g_return_val_if_fail (brine_day_is_valid (day), NULL);

  return format_day (day, DATE_SHORT);
}

char *
brine_format_day_relative (BrineDay day, BrineDay today)
{
  if (day == today)
    return g_strdup (_ ("Today"));
  if (day == today - 1)
    return g_strdup (_ ("Yesterday"));
  if (day == today + 1)
    return g_strdup (_ ("Tomorrow"));
  return brine_format_day_long (day, today);
}

static char *
format_range_in_month (BrineDay from, BrineDay to, gboolean with_year)
{
  gboolean month_first = locale_puts_month_first () && !locale_is_plain_c ();
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (month_first)
    {
      first = format_day (from, DATE_MONTH);
      last = format_day (to, with_year ? DATE_DAY_YEAR : DATE_DAY);
    }
  else
    {
      first = format_day (from, DATE_DAY);
      last = format_day (to, with_year ? DATE_MONTH_YEAR : DATE_MONTH);
    }
  /* Translators: days of one month: "16–22 November" or "November 16–22". */
  return g_strdup_printf (C_ ("days of one month", "%s–%s"), first, last);
}

static char *
format_range (BrineDay from, BrineDay to, gboolean with_year)
{
  int from_year, to_year, from_month, to_month, day_of_month;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  brine_day_get_ymd (from, &from_year, &from_month, &day_of_month);
  brine_day_get_ymd (to, &to_year, &to_month, &day_of_month);
  if (from == to)
    return format_day (from, with_year ? DATE_MONTH_YEAR : DATE_MONTH);
  if (from_year == to_year && from_month == to_month)
    return format_range_in_month (from, to, with_year);
  first = format_day (from, from_year != to_year ? DATE_MONTH_YEAR : DATE_MONTH);
  last = format_day (to, with_year ? DATE_MONTH_YEAR : DATE_MONTH);
  /* Translators: days of two months: "28 August – 19 November". */
  return g_strdup_printf (C_ ("days of two months", "%s – %s"), first, last);
}

char *
brine_format_day_range (BrineDay from, BrineDay to, BrineDay today)
{
  int this_year = get_year (today);

  g_return_val_if_fail (brine_day_is_valid (from) && brine_day_is_valid (to), NULL);

  return format_range (from, to, get_year (from) != this_year || get_year (to) != this_year);
}

char *
brine_format_day_range_full (BrineDay from, BrineDay to)
{
  g_return_val_if_fail (brine_day_is_valid (from) && brine_day_is_valid (to), NULL);

  return format_range (from, to, TRUE);
}

char *
brine_format_month (BrineDay day)
{
  g_return_val_if_fail (brine_day_is_valid (day), NULL);

  /* Translators: a month alone, "October 2026": a pattern of g_date_time_format (). */
  return format_pattern (day, _ ("%OB %Y"));
}

char *
brine_format_year (BrineDay day)
{
  g_return_val_if_fail (brine_day_is_valid (day), NULL);

  return format_pattern (day, "%Y");
}

char *
brine_format_from_now (BrineLocal when, BrineLocal now)
{
  int64_t seconds = brine_local_diff_seconds (when, now);
  int64_t minutes = seconds >= 0 ? (seconds + 59) / 60 : seconds / 60;
  int days = (int)(ABS (minutes) / BRINE_MINUTES_PER_DAY);
  g_autofree char *distance = NULL;

  if (minutes == 0)
    return g_strdup (_ ("now"));
  if (days > 0 && minutes > 0)
    return g_strdup_printf (ngettext ("in %d day", "in %d days", (gulong)days), days);
  if (days > 0)
    return g_strdup_printf (ngettext ("%d day ago", "%d days ago", (gulong)days), days);
  distance = brine_format_duration ((int)ABS (minutes));
  /* Translators: %s is a duration such as "1 h 50 min", in both. */
  return g_strdup_printf (minutes > 0 ? _ ("in %s") : _ ("%s ago"), distance);
}

int
brine_format_get_first_weekday (const char *setting)
{
  return brine_week_get_first_weekday (setting);
}

char *
brine_format_occurrence_name (const char *title, BrineLocal start, BrineLocal end, BrineState state)
{
  g_autofree char *from = brine_format_time (start);
  g_autofree char *to = brine_format_time (end);
  const char *weekday = brine_format_weekday (brine_day_get_weekday (start.day));

  g_return_val_if_fail (title != NULL, NULL);

  /* Translators: what a screen reader says of an occurrence: title, weekday, start, end, state,
   * as in "Walk, Monday 08:00 to 08:20, done". */
  return g_strdup_printf (_ ("%1$s, %2$s %3$s to %4$s, %5$s"), title, weekday, from, to,
                          brine_state_get_name (state));
}
