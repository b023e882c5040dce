/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-progress-words.h"

#include "brine-format.h"

#include <glib/gi18n.h>
#include <math.h>

static char *
format_month (BrineDay day)
{
  g_autoptr (GDateTime) date = NULL;
  int year, month, day_of_month;

  brine_day_get_ymd (day, &year, &month, &day_of_month);
  date = g_date_time_new_utc (year, month, 1, 12, 0, 0);
  /* Translators: a month alone, "October 2026": a pattern of g_date_time_format (). */
  return g_date_time_format (date, _ ("%OB %Y"));
}

char *
brine_progress_words_column_title (const BrineProgressData *data, guint column)
{
  const BrineColumn *self = brine_progress_data_get_column (data, column);

  g_return_val_if_fail (self != NULL, NULL);

  if (data->by == BRINE_BUCKET_BY_MONTH)
    return format_month (self->bucket.from);
  if (self->bucket.from == self->bucket.to)
    return brine_format_day_long (self->bucket.from, data->today);
  return brine_format_day_range (self->bucket.from, self->bucket.to, data->today);
}

static char *
get_mood_line (const BrineProgressData *data, const BrineColumn *column)
{
  g_autofree char *mood = brine_progress_words_mood (column->mood);
  g_autofree char *median = brine_progress_words_mood (column->mood_median);

  if (data->by != BRINE_BUCKET_BY_DAY)
    return column->mood_days == 0
               ? NULL
               : g_strdup_printf (ngettext ("Mood %s on %d day", "Middle mood %s of %d days",
                                            (gulong)column->mood_days),
                                  mood, column->mood_days);
  if (isnan (column->mood) && isnan (column->mood_median))
    return NULL;
  if (isnan (column->mood))
    return g_strdup_printf (_ ("No mood logged, 7-day median %s"), median);
  if (isnan (column->mood_median))
    return g_strdup_printf (_ ("Mood %s"), mood);
  return g_strdup_printf (_ ("Mood %s, 7-day median %s"), mood, median);
}

static char *
get_sleep_text (const BrineColumn *column)
{
  g_autofree char *slept = NULL;

  if (column->nights == 0)
    return NULL;
  slept = brine_format_hours ((int)lrint (column->sleep_minutes));
  if (column->bucket.from == column->bucket.to)
    return g_strdup_printf (_ ("Slept %s"), slept);
  /* Translators: "Slept 7 h 20 a night". */
  return g_strdup_printf (_ ("Slept %s a night"), slept);
}

static char *
get_live_text (const BrineColumn *column)
{
  g_autofree char *servings = NULL;

  if (isnan (column->live))
    return NULL;
  servings = brine_format_live_servings (round (column->live * 4) / 4);
  if (column->bucket.from == column->bucket.to)
    return g_steal_pointer (&servings);
  /* Translators: "1½ live servings a day". */
  return g_strdup_printf (_ ("%s a day"), servings);
}

static char *
get_sleep_and_live_line (const BrineColumn *column)
{
  g_autofree char *sleep = get_sleep_text (column);
  g_autofree char *live = get_live_text (column);

  if (sleep == NULL)
    return g_steal_pointer (&live);
  if (live == NULL)
    return g_steal_pointer (&sleep);
  /* Translators: joins two notes about a day: "Slept 8 h 13 · 1½ live servings". */
  return g_strdup_printf (C_ ("notes", "%s · %s"), sleep, live);
}

/* What became of a practice on one day; a state that was not the plan's. */
static gboolean
get_state (const BrineAdherence *adherence, BrineState *out_state)
{
  if (adherence->paused > 0)
    return FALSE;
  if (adherence->counted > 0 && adherence->credit >= adherence->counted)
    *out_state = BRINE_STATE_DONE;
  else if (adherence->credit > 0)
    *out_state = BRINE_STATE_PARTLY;
  else if (adherence->extra > 0)
    *out_state = BRINE_STATE_DONE;
  else if (adherence->skipped > 0 && adherence->missed == 0)
    *out_state = BRINE_STATE_SKIPPED;
  else if (adherence->counted > 0)
    *out_state = BRINE_STATE_MISSED;
  else
    return FALSE;
  return TRUE;
}

static const char *
get_state_pattern (BrineState state)
{
  switch (state)
    {
    case BRINE_STATE_DONE:
      /* Translators: followed by the names of practices, as for the next three. */
      return _ ("Done: %s");
    case BRINE_STATE_PARTLY:
      return _ ("Partly: %s");
    case BRINE_STATE_SKIPPED:
      return _ ("Skipped: %s");
    default:
      return _ ("Not logged: %s");
    }
}

static char *
get_name_with_counts (BrinePractice practice, const BrineAdherence *adherence)
{
  const char *name = brine_progress_words_practice (practice, FALSE);
  g_autofree char *credit = brine_format_quantity (round (adherence->credit * 2) / 2);

  if (adherence->most_a_day <= 1 && adherence->days <= 1)
    return g_strdup (name);
  /* Translators: a practice, how much was done and planned: "Meals 2 of 3". */
  return g_strdup_printf (_ ("%s %s of %d"), name, credit, adherence->counted);
}

static char *
join (GPtrArray *names)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < names->len; i++)
    {
      if (i > 0)
        /* Translators: stands between the names of practices in a list. */
        g_string_append (text, C_ ("list", ", "));
      g_string_append (text, g_ptr_array_index (names, i));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Of a day: a line for each state, with the practices in it. */
static void
add_state_lines (GPtrArray *lines, const BrineColumn *column)
{
  static const BrineState states[] = { BRINE_STATE_DONE, BRINE_STATE_PARTLY, BRINE_STATE_SKIPPED,
                                       BRINE_STATE_MISSED };

  for (gsize i = 0; i < G_N_ELEMENTS (states); i++)
    {
      g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
      g_autofree char *list = NULL;

      for (int practice = 0; practice < BRINE_N_PRACTICES; practice++)
        {
          const BrineAdherence *adherence = &column->adherence[practice];
          BrineState state;

          if (practice != BRINE_PRACTICE_SLEEP && get_state (adherence, &state)
              && state == states[i])
            g_ptr_array_add (names, get_name_with_counts (practice, adherence));
        }
      list = join (names);
      if (names->len > 0)
        g_ptr_array_add (lines, g_strdup_printf (get_state_pattern (states[i]), list));
    }
}

/* Of weeks and months: one line with the counts. */
static void
add_count_line (GPtrArray *lines, const BrineColumn *column)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (int practice = 0; practice < BRINE_N_PRACTICES; practice++)
    if (practice != BRINE_PRACTICE_SLEEP && column->adherence[practice].counted > 0)
      g_ptr_array_add (names, get_name_with_counts (practice, &column->adherence[practice]));
  if (names->len > 0)
    g_ptr_array_add (lines, join (names));
}

static char *
get_pause_line (const BrineColumn *column)
{
  if (column->paused_days == 0)
    return NULL;
  if (column->bucket.from == column->bucket.to)
    /* Translators: followed by the reason of a pause: "Paused: ill". */
    return g_strdup_printf (_ ("Paused: %s"), brine_pause_reason_get_name (column->pause_reason));
  return g_strdup_printf (ngettext ("%d paused day", "%d paused days", (gulong)column->paused_days),
                          column->paused_days);
}

static void
add_line (GPtrArray *lines, char *line)
{
  if (line != NULL)
    g_ptr_array_add (lines, line);
}

char **
brine_progress_words_column_lines (const BrineProgressData *data, guint column)
{
  const BrineColumn *self = brine_progress_data_get_column (data, column);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (self != NULL, NULL);

  add_line (lines, get_pause_line (self));
  add_line (lines, get_mood_line (data, self));
  add_line (lines, get_sleep_and_live_line (self));
  if (data->by == BRINE_BUCKET_BY_DAY)
    add_state_lines (lines, self);
  else
    add_count_line (lines, self);
  if (lines->len == 0)
    g_ptr_array_add (lines, g_strdup (_ ("Nothing logged")));
  g_ptr_array_add (lines, NULL);
  return (char **)g_ptr_array_free (g_steal_pointer (&lines), FALSE);
}
