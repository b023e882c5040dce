/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-progress-words.h"

#include "brine-format.h"

#include <glib/gi18n.h>
#include <math.h>

char *
brine_progress_words_percent (double value)
{
  if (isnan (value))
    return g_strdup ("–");
  /* Translators: a share of a hundred, as in "67 %". */
  return g_strdup_printf (_ ("%d %%"), (int)lrint (value * 100));
}

char *
brine_progress_words_mood (double mood)
{
  if (isnan (mood))
    return g_strdup ("–");
  if (fabs (mood - round (mood)) < 0.05)
    return g_strdup_printf ("%d", (int)lrint (mood));
  return g_strdup_printf ("%.1f", mood);
}

char *
brine_progress_words_hour (double hour)
{
  /* Any day does: only the clock is shown. */
  return brine_format_time (
      brine_local_add_seconds (brine_local (0, 0, 0), (int64_t)lrint (hour * 60) * 60));
}

const char *
brine_progress_words_practice (BrinePractice practice, gboolean narrow)
{
  if (narrow && practice == BRINE_PRACTICE_MEDITATION)
    /* Translators: a short name for the practice meditation, for narrow windows. */
    return C_ ("short practice", "Meditate");
  if (narrow && practice == BRINE_PRACTICE_BREATHWORK)
    /* Translators: a short name for the practice breathwork, for narrow windows. */
    return C_ ("short practice", "Breathe");
  if (practice == BRINE_PRACTICE_MEAL)
    return brine_practice_get_plural (practice);
  return brine_practice_get_name (practice);
}

char *
brine_progress_words_sleep_target (BrineSleepTarget target)
{
  g_autofree char *low = brine_format_quantity (target.low_minutes / 60.0);
  g_autofree char *high = brine_format_quantity (target.high_minutes / 60.0);

  /* Translators: a range of hours, as in "7–9 h". */
  return g_strdup_printf (_ ("%s–%s h"), low, high);
}

/* "150½", without the fractions of a quantity beyond halves. */
static char *
format_credit (double credit)
{
  return brine_format_quantity (round (credit * 2) / 2);
}

/* What was planned, and how much of it was done. */
static char *
format_planned (BrinePractice practice, const BrineAdherence *adherence)
{
  g_autofree char *credit = format_credit (adherence->credit);
  gulong counted = (gulong)adherence->counted;

  if (adherence->most_a_day <= 1)
    return g_strdup_printf (ngettext ("%s of %d day", "%s of %d days", counted), credit,
                            adherence->counted);
  if (practice == BRINE_PRACTICE_MEAL)
    return g_strdup_printf (ngettext ("%s of %d meal", "%s of %d meals", counted), credit,
                            adherence->counted);
  return g_strdup_printf (ngettext ("%s of %d time", "%s of %d times", counted), credit,
                          adherence->counted);
}

char *
brine_progress_words_counts (BrinePractice practice, const BrineAdherence *adherence)
{
  g_autofree char *planned = format_planned (practice, adherence);

  if (adherence->extra == 0)
    return g_steal_pointer (&planned);
  /* Translators: the first is "7 of 10 days"; the number is how often it was done beyond that, on
   * any day of the week or without a plan. */
  return g_strdup_printf (ngettext ("%s, %d extra", "%s, %d extra", (gulong)adherence->extra),
                          planned, adherence->extra);
}

char *
brine_progress_words_nights (int in_target, int nights)
{
  return g_strdup_printf (ngettext ("%d of %d night", "%d of %d nights", (gulong)nights), in_target,
                          nights);
}

char *
brine_progress_words_times (const BrineQuotaFigure *quota)
{
  /* Translators: of something that is done some times a week, over several weeks. */
  return g_strdup_printf (ngettext ("%d of %d time", "%d of %d times", (gulong)quota->sum.asked),
                          quota->sum.done, quota->sum.asked);
}

char *
brine_progress_words_reached (const BrineQuotaFigure *quota)
{
  /* Translators: in so many weeks it was done as often as was planned for a week. */
  return g_strdup_printf (ngettext ("reached in %d of %d week", "reached in %d of %d weeks",
                                    (gulong)quota->sum.weeks),
                          quota->sum.reached, quota->sum.weeks);
}

char *
brine_progress_words_numbers (const BrineQuotaFigure *quota, BrineDay today)
{
  const BrineQuotaSum *sum = &quota->sum;
  g_autofree char *date = NULL;

  if (sum->low_before == 0)
    return NULL;
  date = brine_format_day_range (sum->since, sum->since, today);
  if (sum->low_before == sum->high_before)
    /* Translators: how many times a week something is meant to be done: now, and before a date, as in
     * "now 5 a week, 3 before 2 November". */
    return g_strdup_printf (_ ("now %d a week, %d before %s"), quota->times_a_week, sum->low_before,
                            date);
  /* Translators: how many times a week something is meant to be done: now, and before a date, when it
   * was changed several times: "now 5 a week, 2 to 4 before 2 November". */
  return g_strdup_printf (_ ("now %d a week, %d to %d before %s"), quota->times_a_week,
                          sum->low_before, sum->high_before, date);
}

char *
brine_progress_words_trend (BrineTrend trend, double before)
{
  g_autofree char *percent = NULL;

  switch (trend)
    {
    case BRINE_TREND_SAME:
      /* Translators: compares with the weeks before. */
      return g_strdup (_ ("about as before"));
    case BRINE_TREND_MORE:
    case BRINE_TREND_LESS:
      percent = brine_progress_words_percent (before);
      /* Translators: compares with the weeks before: "was 61 % before". */
      return g_strdup_printf (_ ("was %s before"), percent);
    case BRINE_TREND_UNKNOWN:
    default:
      return g_strdup ("");
    }
}

/* The summary ------------------------------------------------------------------------------ */

static char *
get_logged_markup (const BrineMoodStats *mood)
{
  g_autofree char *paused = NULL;
  gulong days = (gulong)mood->days;

  if (mood->days <= 0)
    return g_strdup (_ ("Every day of this range is paused."));
  if (mood->paused == 0)
    return g_strdup_printf (ngettext ("Mood logged on <b>%d of %d day</b>.",
                                      "Mood logged on <b>%d of %d days</b>.", days),
                            mood->logged, mood->days);
  paused = g_strdup_printf (ngettext ("%d paused day", "%d paused days", (gulong)mood->paused),
                            mood->paused);
  /* Translators: the last part is "6 paused days". */
  return g_strdup_printf (ngettext ("Mood logged on <b>%d of %d day</b>, %s left out.",
                                    "Mood logged on <b>%d of %d days</b>, %s left out.", days),
                          mood->logged, mood->days, paused);
}

static char *
get_middle_text (const BrineSummary *summary)
{
  g_autofree char *middle = brine_progress_words_mood (summary->mood.median);
  g_autofree char *recent = brine_progress_words_mood (summary->recent_mood);

  if (isnan (summary->mood.median))
    return NULL;
  if (isnan (summary->recent_mood))
    /* Translators: the median of the moods, from 1 to 5. */
    return g_strdup_printf (_ ("Middle value %s."), middle);
  return g_strdup_printf (_ ("Middle value %s, last four weeks %s."), middle, recent);
}

char *
brine_progress_words_summary_markup (const BrineProgressData *data)
{
  g_autofree char *logged = NULL;
  g_autofree char *middle = NULL;

  g_return_val_if_fail (data != NULL, NULL);

  logged = get_logged_markup (&data->summary.mood);
  middle = get_middle_text (&data->summary);
  if (middle == NULL)
    return g_steal_pointer (&logged);
  /* Translators: puts one sentence after the other. */
  return g_strdup_printf (C_ ("sentences", "%s %s"), logged, middle);
}

static void
append_sleep (GString *text, const BrineSleepStats *sleep)
{
  g_autofree char *mean = NULL;

  if (sleep->nights == 0)
    return;
  mean = brine_format_duration ((int)lrint (sleep->mean_minutes));
  g_string_append_c (text, ' ');
  g_string_append_printf (text,
                          ngettext ("Slept %s in %d night.", "Slept %s on average in %d nights.",
                                    (gulong)sleep->nights),
                          mean, sleep->nights);
}

static void
append_practices (GString *text, const BrineProgressData *data)
{
  for (int practice = 0; practice < BRINE_N_PRACTICES; practice++)
    {
      const BrineAdherence *adherence = &data->summary.adherence[practice];
      g_autofree char *percent = brine_progress_words_percent (adherence->value);
      g_autofree char *counts = brine_progress_words_counts (practice, adherence);

      if (adherence->counted == 0)
        continue;
      g_string_append_c (text, ' ');
      /* Translators: "Walk: 67 %, 46 of 69 days." */
      g_string_append_printf (text, _ ("%s: %s, %s."),
                              brine_progress_words_practice (practice, FALSE), percent, counts);
    }
}

static void
append_quotas (GString *text, const BrineProgressData *data)
{
  for (guint i = 0; i < data->quotas->len; i++)
    {
      const BrineQuotaFigure *quota = data->quotas->pdata[i];
      g_autofree char *times = brine_progress_words_times (quota);
      g_autofree char *reached = brine_progress_words_reached (quota);
      g_autofree char *numbers = brine_progress_words_numbers (quota, data->today);

      g_string_append_c (text, ' ');
      if (numbers == NULL)
        /* Translators: "Sauna: 13 of 16 times, reached in 6 of 8 weeks." */
        g_string_append_printf (text, _ ("%s: %s, %s."), quota->title, times, reached);
      else
        /* Translators: "Sauna: 13 of 16 times, reached in 6 of 8 weeks; now 5 a week, 3 before 2
         * November." */
        g_string_append_printf (text, _ ("%s: %s, %s; %s."), quota->title, times, reached, numbers);
    }
}

char *
brine_progress_words_description (const BrineProgressData *data)
{
  g_autofree char *markup = brine_progress_words_summary_markup (data);
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (data != NULL, NULL);

  /* The markup is of our own making: only <b> and </b>. */
  for (const char *c = markup; *c != '\0'; c++)
    if (g_str_has_prefix (c, "<b>"))
      c += 2;
    else if (g_str_has_prefix (c, "</b>"))
      c += 3;
    else
      g_string_append_c (text, *c);
  append_sleep (text, &data->summary.sleep);
  append_practices (text, data);
  append_quotas (text, data);
  return g_string_free (g_steal_pointer (&text), FALSE);
}
