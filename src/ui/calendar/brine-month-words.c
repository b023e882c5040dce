/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-month-words.h"

#include <glib/gi18n.h>

#include "brine-format.h"

const char *
brine_month_words_get_mood (int mood)
{
  switch (mood)
    {
    case 1:
      return _ ("mood rough");
    case 2:
      return _ ("mood low");
    case 3:
      return _ ("mood okay");
    case 4:
      return _ ("mood good");
    case 5:
      return _ ("mood great");
    default:
      return _ ("mood not logged");
    }
}

const char *
brine_month_words_get_pause (BrinePauseReason reason)
{
  switch (reason)
    {
    case BRINE_PAUSE_ILL:
      return C_ ("paused day", "Ill");
    case BRINE_PAUSE_TRAVEL:
      return C_ ("paused day", "Travelling");
    case BRINE_PAUSE_ANTIBIOTICS:
      return C_ ("paused day", "Antibiotics");
    case BRINE_PAUSE_OTHER:
    default:
      return C_ ("paused day", "A break");
    }
}

char *
brine_month_words_dup_paused (BrinePauseReason reason)
{
  /* Translators: why a day counts for nothing: "paused: travelling". */
  return g_strdup_printf (_ ("paused: %s"), brine_pause_reason_get_name (reason));
}

static void
append (GString *text, const char *part)
{
  if (part == NULL)
    return;
  if (text->len > 0)
    g_string_append (text, C_ ("list", ", "));
  g_string_append (text, part);
}

char *
brine_month_words_make_name (const BrineMonthDay *day, BrineDay today, const char *event)
{
  g_autofree char *date = brine_format_day_long (day->day, today);
  GString *name = g_string_new (date);

  if (day->mood > 0 || day->expected)
    append (name, brine_month_words_get_mood (day->mood));
  if (day->planned > 0 && (!day->ahead || day->done > 0))
    {
      g_autofree char *done = g_strdup_printf (_ ("%d of %d done"), day->done, day->planned);
      append (name, done);
    }
  else if (day->planned > 0)
    {
      /* Translators: so many things lie ahead on a day. */
      g_autofree char *planned =
          g_strdup_printf (ngettext ("%d planned", "%d planned", (gulong)day->planned),
                           day->planned);
      append (name, planned);
    }
  append (name, event);
  if (day->paused)
    {
      g_autofree char *paused = brine_month_words_dup_paused (day->pause_reason);
      append (name, paused);
    }
  return g_string_free (name, FALSE);
}

char *
brine_month_words_make_description (const BrineMonthDay *day)
{
  GString *text = g_string_new (day->today ? _ ("Today") : NULL);

  for (int i = 0; i < BRINE_N_PRACTICES; i++)
    {
      if ((day->shown & 1u << i) == 0)
        continue;
      /* Translators: a practice and what became of it on a day: "Meals: done". */
      g_autofree char *part =
          g_strdup_printf (C_ ("practice of a day", "%1$s: %2$s"), brine_practice_get_plural (i),
                           brine_state_get_name (day->marks[i]));
      append (text, part);
    }
  if (text->len > 0)
    return g_string_free (text, FALSE);
  g_string_free (text, TRUE);
  return NULL;
}

char *
brine_month_words_make_date (BrineDay day, gboolean with_month)
{
  int day_of_month;

  if (with_month)
    return brine_format_day_short (day);
  brine_day_get_ymd (day, NULL, NULL, &day_of_month);
  return g_strdup_printf ("%d", day_of_month);
}
