/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-progress-data.h"

#include "brine-progress-data-private.h"
#include "brine-series.h"

#include <math.h>

/* Up to here the mood panel shows days, even where the other rows show weeks. */
#define MOST_MOOD_DAYS 400

static BrineCell
get_cell (const BrineAdherence *adherence)
{
  if (adherence->counted > 0 && adherence->credit > 0)
    return (BrineCell){ BRINE_CELL_FILLED, adherence->value };
  /* What was done beyond the plan, or for a quota, is done none the less. */
  if (adherence->extra > 0)
    return (BrineCell){ BRINE_CELL_FILLED, 1 };
  if (adherence->counted > 0)
    return (BrineCell){ BRINE_CELL_MISSED, 0 };
  return (BrineCell){ adherence->skipped > 0 ? BRINE_CELL_SKIPPED : BRINE_CELL_NOTHING, 0 };
}

/* Nights of a pause are shown, though no figure holds them. */
static void
fill_sleep (BrineColumn *column, const BrineDayFacts *facts, gsize n_facts)
{
  g_autofree double *beds = g_new (double, 3 * n_facts);
  double *wakes = beds + n_facts;
  double *minutes = wakes + n_facts;
  gsize n = 0;

  for (gsize i = 0; i < n_facts; i++)
    if (facts[i].has_night)
      {
        beds[n] = facts[i].bed.second / 3600.0;
        wakes[n] = facts[i].wake.second / 3600.0;
        minutes[n++] = facts[i].sleep_minutes;
      }
  column->nights = (int)n;
  column->bed_hour = brine_sleep_get_circular (beds, n).mean_hours;
  column->wake_hour = brine_sleep_get_circular (wakes, n).mean_hours;
  column->sleep_minutes = brine_series_get_mean (minutes, n);
}

static double
get_mean_goal (const BrineProgressQuery *query, BrineBucket bucket)
{
  if (query->live_goals == NULL)
    return NAN;
  return brine_series_get_mean (query->live_goals + (bucket.from - query->range.from),
                                (gsize)(bucket.to - bucket.from + 1));
}

/* A mood logged in a pause is shown where it was logged, though no figure holds it. */
static double
get_shown_mood (const BrineDayFacts *day)
{
  return day->n_checkins > 0 ? day->mood_mean : NAN;
}

static BrineColumn
make_column (const BrineDayFacts *facts, gsize n_facts, const BrineProgressQuery *query,
             BrineBucket bucket)
{
  BrineColumn column = { .bucket = bucket };
  BrineMoodStats mood = brine_mood_get_stats (facts, n_facts);

  column.paused_days = mood.paused;
  for (gsize i = 0; i < n_facts; i++)
    if (facts[i].paused)
      column.pause_reason = facts[i].pause_reason;
  column.mood = n_facts == 1 ? get_shown_mood (&facts[0]) : mood.median;
  column.mood_days = mood.logged;
  column.mood_median = query->by == BRINE_BUCKET_BY_DAY ? NAN : mood.median;
  fill_sleep (&column, facts, n_facts);
  column.live = brine_servings_get_stats (facts, n_facts).mean_live;
  column.live_goal = get_mean_goal (query, bucket);
  for (int practice = 0; practice < BRINE_N_PRACTICES; practice++)
    {
      column.adherence[practice] = brine_adherence_get (facts, n_facts, practice);
      column.cells[practice] = get_cell (&column.adherence[practice]);
    }
  return column;
}

static void
add_columns (BrineProgressData *self, const BrineDayFacts *facts, gsize n_facts,
             const BrineProgressQuery *query)
{
  g_autoptr (GArray) buckets =
      brine_bucket_split (self->range.from, self->range.to, self->by, query->first_weekday);

  for (guint i = 0; i < buckets->len; i++)
    {
      BrineBucket bucket = g_array_index (buckets, BrineBucket, i);
      gsize n;
      const BrineDayFacts *slice = brine_bucket_slice (bucket, facts, n_facts, &n);
      BrineColumn column = make_column (slice, n, query, bucket);

      g_array_append_val (self->columns, column);
    }
}

static void
add_point (GArray *points, double x, double value, guint segment, gboolean paused)
{
  BrineMoodPoint point = { x, value, segment, paused };

  g_array_append_val (points, point);
}

static double
get_middle_x (const BrineProgressData *self, BrineBucket bucket)
{
  return (brine_progress_data_get_x (self, bucket.from)
          + brine_progress_data_get_x (self, bucket.to + 1))
         / 2;
}

static void
add_mood_of_days (BrineProgressData *self, const BrineDayFacts *facts, gsize n_facts)
{
  g_autoptr (GArray) medians =
      brine_mood_get_medians (facts, n_facts, self->range.from, self->range.to);
  gsize n;
  const BrineDayFacts *days = brine_bucket_slice (self->range, facts, n_facts, &n);

  for (gsize i = 0; i < n; i++)
    if (!isnan (get_shown_mood (&days[i])))
      add_point (self->dots, get_middle_x (self, (BrineBucket){ days[i].day, days[i].day }),
                 days[i].mood_mean, 0, days[i].paused);
  for (guint i = 0; i < medians->len; i++)
    {
      BrineMoodMedian *median = &g_array_index (medians, BrineMoodMedian, i);

      add_point (self->line, get_middle_x (self, (BrineBucket){ median->day, median->day }),
                 median->value, median->segment, FALSE);
      if (self->by == BRINE_BUCKET_BY_DAY)
        g_array_index (self->columns, BrineColumn, median->day - self->range.from).mood_median =
            median->value;
    }
}

/* Weeks and months: their middle values, joined while they follow one another and rest on four
 * days or more. */
static void
add_mood_of_columns (BrineProgressData *self)
{
  guint segment = 0;

  for (guint i = 0; i < self->columns->len; i++)
    {
      const BrineColumn *column = &g_array_index (self->columns, BrineColumn, i);
      double x = get_middle_x (self, column->bucket);

      if (column->mood_days > 0)
        add_point (self->dots, x, column->mood, 0, FALSE);
      if (column->mood_days >= BRINE_MOOD_WINDOW_LEAST)
        add_point (self->line, x, column->mood, segment, FALSE);
      else
        segment++;
    }
}

static void
add_pauses (BrineProgressData *self, const BrineDayFacts *days, gsize n)
{
  for (gsize i = 0; i < n; i++)
    {
      BrinePauseSpan span = { { days[i].day, days[i].day }, days[i].pause_reason };

      if (!days[i].paused)
        continue;
      while (i + 1 < n && days[i + 1].paused && days[i + 1].pause_reason == span.reason
             && days[i + 1].day == span.days.to + 1)
        span.days.to = days[++i].day;
      g_array_append_val (self->pauses, span);
    }
}

static double
get_strength (const BrineDayFacts *facts, gsize n_facts, BrineDay last, BrinePractice practice)
{
  g_autofree double *credits = g_new (double, n_facts);
  gsize n = 0;

  for (gsize i = 0; i < n_facts && facts[i].day <= last; i++)
    {
      credits[n] = brine_adherence_get (&facts[i], 1, practice).value;
      /* The score begins with the first day of the plan, not with the first day loaded. */
      n += n > 0 || !isnan (credits[n]);
    }
  return n > 0 ? brine_series_get_strength (credits, n, 1, 1, NULL) : NAN;
}

static void
add_comparison (BrineProgressData *self, const BrineDayFacts *facts, gsize n_facts)
{
  BrineDay length = self->range.to - self->range.from + 1;
  BrineBucket before = { self->range.from - length, self->range.from - 1 };
  gsize n;
  const BrineDayFacts *slice = brine_bucket_slice (before, facts, n_facts, &n);

  self->before = brine_summary_get (slice, n, self->sleep_target);
  self->has_before = !brine_summary_is_empty (&self->before);
}

static void
quota_figure_free (BrineQuotaFigure *figure)
{
  g_free (figure->title);
  g_free (figure);
}

static void
add_quotas (BrineProgressData *self, const GArray *sums)
{
  for (guint i = 0; sums != NULL && i < sums->len; i++)
    {
      const BrineQuotaSum *sum = &g_array_index (sums, BrineQuotaSum, i);
      BrineQuotaFigure *figure = g_new0 (BrineQuotaFigure, 1);

      figure->title = g_strdup (sum->item->title);
      figure->practice = sum->item->practice;
      figure->times_a_week = sum->item->quota_per_week;
      figure->sum = *sum;
      figure->sum.item = NULL;
      g_ptr_array_add (self->quotas, figure);
    }
}

static void
add_practices (BrineProgressData *self, const BrineDayFacts *facts, gsize n_facts)
{
  gsize n;
  const BrineDayFacts *days = brine_bucket_slice (self->range, facts, n_facts, &n);

  for (int practice = 0; practice < BRINE_N_PRACTICES; practice++)
    {
      const BrineAdherence *adherence = &self->summary.adherence[practice];

      brine_adherence_by_weekday (days, n, practice, self->weekdays[practice]);
      self->strength[practice] = get_strength (facts, n_facts, self->range.to, practice);
      self->shown[practice] = adherence->counted + adherence->skipped + adherence->paused
                                  + adherence->open + adherence->extra
                              > 0;
    }
}

BrineProgressData *
brine_progress_data_new (const BrineDayFacts *facts, gsize n_facts, const BrineProgressQuery *query)
{
  BrineProgressData *self;
  const BrineDayFacts *days;
  gsize n;

  g_return_val_if_fail (facts != NULL || n_facts == 0, NULL);
  g_return_val_if_fail (query != NULL, NULL);
  g_return_val_if_fail (query->range.from <= query->range.to, NULL);

  self = g_atomic_rc_box_new0 (BrineProgressData);
  self->range = query->range;
  self->today = query->today;
  self->by = query->by;
  self->sleep_target = query->sleep_target;
  self->columns = g_array_new (FALSE, FALSE, sizeof (BrineColumn));
  self->dots = g_array_new (FALSE, FALSE, sizeof (BrineMoodPoint));
  self->line = g_array_new (FALSE, FALSE, sizeof (BrineMoodPoint));
  self->pauses = g_array_new (FALSE, FALSE, sizeof (BrinePauseSpan));
  self->quotas = g_ptr_array_new_with_free_func ((GDestroyNotify)quota_figure_free);

  days = brine_bucket_slice (self->range, facts, n_facts, &n);
  self->summary = brine_summary_get (days, n, self->sleep_target);
  self->plants = brine_servings_get_plant_stats (query->plant_weeks, query->n_plant_weeks);
  add_comparison (self, facts, n_facts);
  add_columns (self, facts, n_facts, query);
  if (self->range.to - self->range.from < MOST_MOOD_DAYS)
    add_mood_of_days (self, facts, n_facts);
  else
    add_mood_of_columns (self);
  add_pauses (self, days, n);
  add_practices (self, facts, n_facts);
  add_quotas (self, query->quotas);
  brine_sleep_by_weekday (days, n, self->sleep_target, self->nights_by_weekday,
                          self->in_target_by_weekday);
  brine_progress_data_fit_scales (self);
  return self;
}

static void
clear_data (BrineProgressData *self)
{
  g_array_unref (self->columns);
  g_array_unref (self->dots);
  g_array_unref (self->line);
  g_array_unref (self->pauses);
  g_ptr_array_unref (self->quotas);
}

BrineProgressData *
brine_progress_data_ref (BrineProgressData *data)
{
  g_return_val_if_fail (data != NULL, NULL);

  return g_atomic_rc_box_acquire (data);
}

void
brine_progress_data_unref (BrineProgressData *data)
{
  if (data != NULL)
    g_atomic_rc_box_release_full (data, (GDestroyNotify)clear_data);
}

const BrineColumn *
brine_progress_data_get_column (const BrineProgressData *data, guint index)
{
  g_return_val_if_fail (data != NULL && index < data->columns->len, NULL);

  return &g_array_index (data->columns, BrineColumn, index);
}
