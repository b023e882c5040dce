/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-progress-cells.h"

#include "brine-format.h"
#include "brine-progress-words.h"

#include <glib/gi18n.h>
#include <math.h>

gboolean
brine_progress_field_is_wanted (const BrineProgressData *data, guint field)
{
  g_return_val_if_fail (data != NULL && field < BRINE_N_FIELDS, FALSE);

  switch (field)
    {
    case BRINE_FIELD_MEDIAN:
      return data->by == BRINE_BUCKET_BY_DAY;
    case BRINE_FIELD_BED:
    case BRINE_FIELD_WAKE:
    case BRINE_FIELD_SLEEP:
      return data->summary.sleep.nights > 0;
    case BRINE_FIELD_LIVE:
      return data->summary.servings.days > 0;
    case BRINE_FIELD_PRACTICE + BRINE_PRACTICE_SLEEP:
      return FALSE;
    default:
      return field < BRINE_FIELD_PRACTICE || data->shown[field - BRINE_FIELD_PRACTICE];
    }
}

static const char *
get_time_title (BrineBucketBy by)
{
  switch (by)
    {
    case BRINE_BUCKET_BY_DAY:
      return _ ("Day");
    case BRINE_BUCKET_BY_WEEK:
      return _ ("Week");
    case BRINE_BUCKET_BY_MONTH:
    default:
      return _ ("Month");
    }
}

const char *
brine_progress_field_get_title (const BrineProgressData *data, guint field)
{
  g_return_val_if_fail (data != NULL && field < BRINE_N_FIELDS, NULL);

  switch (field)
    {
    case BRINE_FIELD_TIME:
      return get_time_title (data->by);
    case BRINE_FIELD_MOOD:
      return _ ("Mood");
    case BRINE_FIELD_MEDIAN:
      return _ ("7-day median");
    case BRINE_FIELD_BED:
      /* Translators: column of a table: when one went to bed. */
      return _ ("To Bed");
    case BRINE_FIELD_WAKE:
      /* Translators: column of a table: when one woke. */
      return _ ("Awake");
    case BRINE_FIELD_SLEEP:
      /* Translators: column of a table: how long one slept. */
      return _ ("Slept");
    case BRINE_FIELD_LIVE:
      return _ ("Live servings");
    default:
      return brine_progress_words_practice (field - BRINE_FIELD_PRACTICE, FALSE);
    }
}

static char *
dup_hour (double hour)
{
  return isnan (hour) ? g_strdup ("") : brine_progress_words_hour (hour);
}

static char *
dup_mood (double mood)
{
  return isnan (mood) ? g_strdup ("") : brine_progress_words_mood (mood);
}

/* "done", "partly", "skipped", "missed", "2 of 3", "paused". */
static char *
dup_practice (const BrineAdherence *adherence)
{
  g_autofree char *credit = NULL;

  if (adherence->counted == 1 && adherence->partly == 0)
    return g_strdup (
        brine_state_get_name (adherence->done > 0 ? BRINE_STATE_DONE : BRINE_STATE_MISSED));
  if (adherence->counted == 1)
    return g_strdup (brine_state_get_name (BRINE_STATE_PARTLY));
  if (adherence->counted > 1)
    {
      credit = brine_format_quantity (round (adherence->credit * 2) / 2);
      /* Translators: so much of so much that was planned. */
      return g_strdup_printf (_ ("%s of %d"), credit, adherence->counted);
    }
  if (adherence->extra > 0)
    return g_strdup (brine_state_get_name (BRINE_STATE_DONE));
  if (adherence->skipped > 0)
    return g_strdup (brine_state_get_name (BRINE_STATE_SKIPPED));
  if (adherence->paused > 0)
    return g_strdup (brine_state_get_name (BRINE_STATE_PAUSED));
  return g_strdup ("");
}

char *
brine_progress_field_dup_text (const BrineProgressData *data, guint column, guint field)
{
  const BrineColumn *self = brine_progress_data_get_column (data, column);

  g_return_val_if_fail (self != NULL && field < BRINE_N_FIELDS, NULL);

  switch (field)
    {
    case BRINE_FIELD_TIME:
      return brine_progress_words_column_title (data, column);
    case BRINE_FIELD_MOOD:
      return dup_mood (self->mood);
    case BRINE_FIELD_MEDIAN:
      return dup_mood (self->mood_median);
    case BRINE_FIELD_BED:
      return dup_hour (self->bed_hour);
    case BRINE_FIELD_WAKE:
      return dup_hour (self->wake_hour);
    case BRINE_FIELD_SLEEP:
      return self->nights > 0 ? brine_format_hours ((int)lrint (self->sleep_minutes))
                              : g_strdup ("");
    case BRINE_FIELD_LIVE:
      return isnan (self->live) ? g_strdup ("")
                                : brine_format_quantity (round (self->live * 100) / 100);
    default:
      return dup_practice (&self->adherence[field - BRINE_FIELD_PRACTICE]);
    }
}

/* A file ----------------------------------------------------------------------------------- */

static void
append_number (GString *csv, double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_c (csv, ',');
  if (!isnan (value))
    g_string_append (csv, g_ascii_formatd (text, sizeof text, "%.6g", value));
}

static void
append_hour (GString *csv, double hour)
{
  int minutes;

  g_string_append_c (csv, ',');
  if (isnan (hour))
    return;
  minutes = (int)lrint (hour * 60) % BRINE_MINUTES_PER_DAY;
  g_string_append_printf (csv, "%02d:%02d", minutes / 60, minutes % 60);
}

static void
append_head (GString *csv)
{
  g_string_append (csv, "from,to,paused_days,mood,mood_days,mood_median,nights,bed,wake,"
                        "sleep_minutes,live_servings,live_goal");
  for (int practice = 0; practice < BRINE_N_PRACTICES; practice++)
    {
      const char *nick = brine_practice_to_nick (practice);

      g_string_append_printf (csv, ",%s_done,%s_partly,%s_skipped,%s_missed,%s_extra", nick, nick,
                              nick, nick, nick);
    }
  g_string_append (csv, "\r\n");
}

char *
brine_progress_dup_csv (const BrineProgressData *data)
{
  g_autoptr (GString) csv = g_string_new (NULL);

  g_return_val_if_fail (data != NULL, NULL);

  append_head (csv);
  for (guint i = 0; i < data->columns->len; i++)
    {
      const BrineColumn *column = brine_progress_data_get_column (data, i);
      g_autofree char *from = brine_day_to_string (column->bucket.from);
      g_autofree char *to = brine_day_to_string (column->bucket.to);

      g_string_append_printf (csv, "%s,%s,%d", from, to, column->paused_days);
      append_number (csv, column->mood);
      g_string_append_printf (csv, ",%d", column->mood_days);
      append_number (csv, column->mood_median);
      g_string_append_printf (csv, ",%d", column->nights);
      append_hour (csv, column->bed_hour);
      append_hour (csv, column->wake_hour);
      append_number (csv, column->sleep_minutes);
      append_number (csv, column->live);
      append_number (csv, column->live_goal);
      for (int practice = 0; practice < BRINE_N_PRACTICES; practice++)
        {
          const BrineAdherence *adherence = &column->adherence[practice];

          g_string_append_printf (csv, ",%d,%d,%d,%d,%d", adherence->done, adherence->partly,
                                  adherence->skipped, adherence->missed, adherence->extra);
        }
      g_string_append (csv, "\r\n");
    }
  return g_string_free (g_steal_pointer (&csv), FALSE);
}
