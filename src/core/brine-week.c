/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-week.h"

#include <langinfo.h>
#include <locale.h>

/* glibc tells the first weekday relative to a reference day, 19971130 (a Sunday) or 19971201. */
static int
get_locale_first_weekday (void)
{
#ifdef __GLIBC__ /* its names are no macros */
  const char *name = setlocale (LC_TIME, NULL);
  union
  {
    char *text;
    unsigned value;
  } reference = { .text = nl_langinfo (_NL_TIME_WEEK_1STDAY) };
  int first = nl_langinfo (_NL_TIME_FIRST_WEEKDAY)[0];
  int offset = reference.value == 19971130 ? 6 : 0;
  /* The C locale has no country. */
  gboolean plain = name == NULL || g_str_equal (name, "POSIX") || g_str_equal (name, "C")
                   || g_str_has_prefix (name, "C.");

  if (!plain && first >= 1 && first <= 7)
    return (offset + first - 1) % 7 + 1;
#endif
  return 1;
}

int
brine_week_get_first_weekday (const char *setting)
{
  if (g_strcmp0 (setting, "monday") == 0)
    return 1;
  if (g_strcmp0 (setting, "saturday") == 0)
    return 6;
  if (g_strcmp0 (setting, "sunday") == 0)
    return 7;
  return get_locale_first_weekday ();
}
