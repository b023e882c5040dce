/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-date-parse.h"

#include <glib/gi18n.h>
#include <langinfo.h>
#include <locale.h>
#include <string.h>

/* The names come from the locale, the keywords from the translation. */

static const char *
dup_names (int month, int day, const char *const *patterns)
{
  g_autoptr (GDateTime) date = g_date_time_new_utc (2001, month, day, 12, 0, 0);
  GString *names = g_string_new (NULL);

  for (guint i = 0; patterns[i] != NULL; i++)
    {
      g_autofree char *name = g_date_time_format (date, patterns[i]);
      g_string_append_printf (names, "%s%s", i > 0 ? "|" : "", name != NULL ? name : "");
    }
  return g_string_free (names, FALSE);
}

static const char *
find_field (const char *format, const char *fields)
{
  for (const char *at = format; (at = strchr (at, '%')) != NULL; at++)
    {
      const char *letter = at + 1;
      /* Flags, and the E and O of other calendars and digits */
      letter += strspn (letter, "-_0^#EO");
      if (*letter != '\0' && strchr (fields, *letter) != NULL)
        return at;
      if (*letter == '\0')
        break;
    }
  return NULL;
}

static BrineDateOrder
get_order (void)
{
  const char *format = nl_langinfo (D_FMT);
  const char *name = setlocale (LC_TIME, NULL);
  const char *day = find_field (format, "de");
  const char *month = find_field (format, "mbBh");
  const char *year = find_field (format, "yY");

  /* The C locale has no country; most of the world puts the day first. */
  if (name == NULL || g_str_equal (name, "POSIX") || g_str_equal (name, "C")
      || g_str_has_prefix (name, "C."))
    return BRINE_DATE_ORDER_DMY;
  if (strstr (format, "%D") != NULL)
    return BRINE_DATE_ORDER_MDY;
  if (strstr (format, "%F") != NULL || (year != NULL && month != NULL && year < month))
    return BRINE_DATE_ORDER_YMD;
  return month != NULL && day != NULL && month < day ? BRINE_DATE_ORDER_MDY : BRINE_DATE_ORDER_DMY;
}

static void
fill_words (BrineDateWords *self)
{
  const char **words = self->words;

  /* Translators: these are what somebody may type to go to a day. Give all usual forms, with "|"
   * between them; capitals and accents make no difference; a form may be several words. What your
   * language does not have may be left as it is. */
  words[BRINE_DATE_WORD_TODAY] = C_ ("typed date", "today|now");
  words[BRINE_DATE_WORD_TOMORROW] = C_ ("typed date", "tomorrow");
  words[BRINE_DATE_WORD_YESTERDAY] = C_ ("typed date", "yesterday");
  words[BRINE_DATE_WORD_OVERMORROW] =
      C_ ("typed date", "day after tomorrow|the day after tomorrow");
  words[BRINE_DATE_WORD_EREYESTERDAY] =
      C_ ("typed date", "day before yesterday|the day before yesterday");
  /* Translators: as in "next Monday"; all forms that may stand before a weekday or a unit. */
  words[BRINE_DATE_WORD_NEXT] = C_ ("typed date", "next");
  words[BRINE_DATE_WORD_LAST] = C_ ("typed date", "last|previous");
  /* Translators: as in "in 3 weeks" and "3 weeks ago", wherever they stand. */
  words[BRINE_DATE_WORD_IN] = C_ ("typed date", "in");
  words[BRINE_DATE_WORD_AGO] = C_ ("typed date", "ago");
  /* Translators: as in "in a week" */
  words[BRINE_DATE_WORD_ONE] = C_ ("typed date", "a|an|one");
  words[BRINE_DATE_WORD_DAYS] = C_ ("typed date", "day|days|d");
  words[BRINE_DATE_WORD_WEEKS] = C_ ("typed date", "week|weeks");
  words[BRINE_DATE_WORD_MONTHS] = C_ ("typed date", "month|months");
  words[BRINE_DATE_WORD_YEARS] = C_ ("typed date", "year|years|y");
  /* Translators: what stands before the number of a week of the year, as in "W12". */
  words[BRINE_DATE_WORD_WEEK_NUMBER] = C_ ("typed date", "w|wk|week number");
  /* Translators: words and endings of numbers that mean nothing here: "on the 3rd of May". */
  words[BRINE_DATE_WORD_FILLER] = C_ ("typed date", "on|the|of|this|at|st|nd|rd|th");
}

const BrineDateWords *
brine_date_words_get (void)
{
  static const char *const month_patterns[] = { "%B", "%OB", "%b", NULL };
  static const char *const weekday_patterns[] = { "%A", "%a", NULL };
  static BrineDateWords words;
  static gsize once;

  if (g_once_init_enter (&once))
    {
      words.order = get_order ();
      /* 1 January 2001 was a Monday. */
      for (int i = 0; i < 12; i++)
        words.months[i] = dup_names (i + 1, 1, month_patterns);
      for (int i = 0; i < 7; i++)
        words.weekdays[i] = dup_names (1, i + 1, weekday_patterns);
      fill_words (&words);
      g_once_init_leave (&once, 1);
    }
  return &words;
}
