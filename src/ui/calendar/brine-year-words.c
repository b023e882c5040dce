/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-year-words.h"

#include <glib/gi18n.h>

#include "brine-format.h"
#include "brine-month-words.h"

char *
brine_year_words_make_month (int month)
{
  g_autoptr (GDateTime) date = g_date_time_new_utc (2001, month, 1, 12, 0, 0);

  g_return_val_if_fail (date != NULL, NULL);

  return g_date_time_format (date, "%OB");
}

static char *
make_shown (int shown)
{
  return g_strdup_printf (ngettext ("%d shown", "%d shown", (gulong)shown), shown);
}

char *
brine_year_words_make_head (const BrineYearStats *stats, BrineYearMeasure measure)
{
  double middle = brine_year_stats_get_middle (stats);

  if (stats->shown >= 0)
    return stats->shown > 0 ? make_shown (stats->shown) : NULL;
  if (measure == BRINE_YEAR_ADHERENCE)
    {
      /* Translators: beside the name of a month: so many of the planned things are done. */
      return stats->planned > 0
                 ? g_strdup_printf (C_ ("month", "%d of %d"), stats->done, stats->planned)
                 : NULL;
    }
  if (middle <= 0)
    return NULL;
  g_autofree char *value = brine_format_quantity (middle);
  /* Translators: beside the name of a month: the middle value (median) of its moods, 1 to 5. */
  return g_strdup_printf (_ ("middle %s"), value);
}

static void
append_sentence (GString *text, char *sentence)
{
  if (text->len > 0)
    g_string_append (text, C_ ("between sentences", " "));
  g_string_append (text, sentence);
  g_free (sentence);
}

static void
append_mood (GString *text, const BrineYearStats *stats)
{
  append_sentence (text, g_strdup_printf (ngettext ("Mood logged on %1$d of %2$d day.",
                                                    "Mood logged on %1$d of %2$d days.",
                                                    (gulong)stats->days),
                                          stats->logged, stats->days));
}

static void
append_adherence (GString *text, const BrineYearStats *stats)
{
  append_sentence (text, g_strdup_printf (ngettext ("%1$d of %2$d planned thing done.",
                                                    "%1$d of %2$d planned things done.",
                                                    (gulong)stats->planned),
                                          stats->done, stats->planned));
}

static void
append_shown (GString *text, const BrineYearStats *stats)
{
  if (stats->shown == 0)
    append_sentence (text, g_strdup (_ ("Nothing is shown.")));
  if (stats->shown <= 0)
    return;
  append_sentence (text,
                   /* Translators: so many things that a filter lets through, on so many days. */
                   g_strdup_printf (ngettext ("%1$d shown, on %2$d day.",
                                              "%1$d shown, on %2$d days.",
                                              (gulong)stats->shown_days),
                                    stats->shown, stats->shown_days));
}

char *
brine_year_words_make_summary (const BrineYearStats *stats, BrineYearMeasure measure)
{
  double middle = brine_year_stats_get_middle (stats);
  GString *text = g_string_new (NULL);

  append_shown (text, stats);
  if (stats->days + stats->paused == 0)
    {
      if (text->len == 0)
        g_string_append (text, _ ("Nothing is logged here."));
      return g_string_free (text, FALSE);
    }
  if (measure == BRINE_YEAR_MOOD)
    append_mood (text, stats);
  else
    append_adherence (text, stats);
  if (stats->paused > 0)
    append_sentence (text, g_strdup_printf (ngettext ("%d paused day is left out.",
                                                      "%d paused days are left out.",
                                                      (gulong)stats->paused),
                                            stats->paused));
  if (measure == BRINE_YEAR_MOOD && middle > 0)
    {
      g_autofree char *value = brine_format_quantity (middle);
      /* Translators: the median of the moods, 1 to 5. */
      append_sentence (text, g_strdup_printf (_ ("Middle value %s."), value));
    }
  return g_string_free (text, FALSE);
}

char *
brine_year_words_make_number (const BrineYearDay *day, BrineYearMeasure measure)
{
  if (brine_year_day_get_kind (day, measure) != BRINE_YEAR_LOGGED)
    return NULL;
  if (measure == BRINE_YEAR_MOOD)
    return g_strdup_printf ("%d", day->day.mood);
  /* Translators: very short: so many of the planned things of a day are done. */
  return g_strdup_printf (C_ ("day", "%d/%d"), day->day.done, day->day.planned);
}

char *
brine_year_words_make_name (const BrineYearDay *day, BrineDay today)
{
  g_autofree char *name = brine_month_words_make_name (&day->day, today, NULL);

  if (day->shown < 0)
    return g_steal_pointer (&name);
  g_autofree char *shown = make_shown (day->shown);
  return g_strconcat (name, C_ ("list", ", "), shown, NULL);
}

/* "7 of 8 done", or what lies ahead; NULL: nothing is planned. */
static char *
make_done (const BrineMonthDay *said)
{
  if (said->planned == 0)
    return NULL;
  if (said->ahead && said->done == 0)
    return g_strdup_printf (ngettext ("%d planned", "%d planned", (gulong)said->planned),
                            said->planned);
  return g_strdup_printf (_ ("%d of %d done"), said->done, said->planned);
}

static char *
make_mood (const BrineYearDay *day)
{
  const BrineMonthDay *said = &day->day;

  if (said->mood > 0)
    return g_strdup_printf (_ ("Mood %d"), said->mood);
  return !said->ahead && !day->before && said->loaded ? g_strdup (_ ("Mood not logged")) : NULL;
}

/* Takes @fact. */
static void
append_fact (GString *text, char *fact)
{
  if (fact != NULL && text->len > 0)
    /* Translators: between the facts of a day: "Mood 4 · 7 of 8 done". */
    g_string_append (text, C_ ("day", " · "));
  if (fact != NULL)
    g_string_append (text, fact);
  g_free (fact);
}

char *
brine_year_words_make_card (const BrineYearDay *day)
{
  const BrineMonthDay *said = &day->day;
  GString *text = g_string_new (NULL);

  if (said->paused)
    append_fact (text, g_strdup_printf (_ ("Paused: %s"),
                                        brine_pause_reason_get_name (said->pause_reason)));
  else
    {
      append_fact (text, make_mood (day));
      append_fact (text, make_done (said));
    }
  if (text->len == 0)
    append_fact (text, g_strdup (_ ("Nothing is planned.")));
  if (day->shown >= 0)
    append_fact (text, make_shown (day->shown));
  return g_string_free (text, FALSE);
}
