/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-quota-weeks.h"
#include "brine-summary.h"

G_BEGIN_DECLS

/*
 * What the page shows of a range: made once, in any thread, from facts alone, then only read.
 * Charts, table, cards and words all take their numbers from here, so that they agree.
 */

typedef enum
{
  BRINE_CELL_NOTHING, /* nothing planned, not over yet, or paused */
  BRINE_CELL_SKIPPED, /* excused, nothing else to tell */
  BRINE_CELL_MISSED,  /* nothing logged of what was planned */
  BRINE_CELL_FILLED,  /* done, or done in part: see fill */
} BrineCellKind;

typedef struct
{
  BrineCellKind kind;
  double fill; /* above 0 to 1; 1 for what was done without a plan */
} BrineCell;

/* One column of the chart: a day, a week or a month. What is not known is NAN. */
typedef struct
{
  BrineBucket bucket;
  int paused_days;
  BrinePauseReason pause_reason; /* of the last paused day */
  double mood;                   /* of a day its mean, else the middle of the days */
  int mood_days;
  double mood_median; /* of seven days around a day, else as mood */
  int nights;
  double bed_hour;  /* 0 to below 24, of several nights their circular mean */
  double wake_hour; /* so is this */
  double sleep_minutes;
  double live; /* live servings a logged day */
  double live_goal;
  BrineAdherence adherence[BRINE_N_PRACTICES];
  BrineCell cells[BRINE_N_PRACTICES];
} BrineColumn;

/* A point of the mood panel; @x runs from 0 to 1 over the range, @value from 1 to 5. */
typedef struct
{
  double x;
  double value;
  guint segment; /* of the line: joined within a segment only */
  gboolean paused;
} BrineMoodPoint;

typedef struct
{
  BrineBucket days;
  BrinePauseReason reason;
} BrinePauseSpan;

/* What is done some times a week, over the whole weeks that ended in the range. */
typedef struct
{
  char *title;
  BrinePractice practice;
  int times_a_week;
  BrineQuotaSum sum; /* its item is NULL */
} BrineQuotaFigure;

/* Hours of the wall clock from the top of the sleep panel to its foot. */
typedef struct
{
  double top_hour; /* 0 to below 24 */
  double hours;    /* up to 24 */
} BrineSleepScale;

typedef struct
{
  BrineBucket range;
  BrineDay today;
  BrineBucketBy by;
  GArray *columns; /* BrineColumn, in order, never NULL; so for the next three */
  GArray *dots;    /* BrineMoodPoint */
  GArray *line;    /* BrineMoodPoint */
  GArray *pauses;  /* BrinePauseSpan */
  BrineSummary summary;
  BrineSummary before; /* of the range of the same length before it */
  gboolean has_before;
  BrineAdherence weekdays[BRINE_N_PRACTICES][7]; /* Monday first */
  int nights_by_weekday[7];
  int in_target_by_weekday[7];
  double strength[BRINE_N_PRACTICES]; /* on the last day; NAN where nothing was ever planned */
  gboolean shown[BRINE_N_PRACTICES];  /* has something planned or done in the range */
  BrinePlantStats plants;
  GPtrArray *quotas; /* BrineQuotaFigure, in the order of the plan, never NULL */
  BrineSleepTarget sleep_target;
  BrineSleepScale sleep_scale;
  double live_top; /* of the servings scale; an even number */
} BrineProgressData;

/* What is asked for. */
typedef struct
{
  BrineBucket range;
  BrineDay today;
  BrineBucketBy by;
  int first_weekday; /* 1 Monday to 7 Sunday */
  BrineSleepTarget sleep_target;
  const double *live_goals;  /* one for each day of @range, NAN: none; NULL: none at all */
  const double *plant_weeks; /* points of weeks that end with the range, NAN: does not count */
  gsize n_plant_weeks;
  const GArray *quotas; /* BrineQuotaSum; NULL: none */
} BrineProgressQuery;

/**
 * brine_progress_data_new:
 * @facts: (array length=n_facts): sorted by day; days before the range feed the comparison, the
 *   strength and the median, days after it the median
 *
 * Any thread; the data is counted atomically and never changes. Returns: (transfer full)
 */
BrineProgressData *brine_progress_data_new (const BrineDayFacts *facts, gsize n_facts,
                                            const BrineProgressQuery *query);
BrineProgressData *brine_progress_data_ref (BrineProgressData *data);
void brine_progress_data_unref (BrineProgressData *data);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BrineProgressData, brine_progress_data_unref)

const BrineColumn *brine_progress_data_get_column (const BrineProgressData *data, guint index);

/* Scales: where a value lies, 0 to 1. ------------------------------------------------------ */

/* Start of @day on the time axis; 0 for the first day, 1 for the day after the last. */
double brine_progress_data_get_x (const BrineProgressData *data, BrineDay day);
/* The column at @x, held within the columns; 0 when there is none. */
guint brine_progress_data_find_column (const BrineProgressData *data, double x);
/* 0 at the top for 5, 1 at the foot for 1. */
double brine_mood_scale_get_y (double mood);
/* 0 at the top; a time outside of the scale is held at its nearer end. */
double brine_sleep_scale_get_y (const BrineSleepScale *scale, double hour);
/* The foot of a bar that begins at @bed_hour: never above it, at most 1. */
double brine_sleep_scale_get_end (const BrineSleepScale *scale, double bed_hour, double minutes);
/* Hours between two labels. */
int brine_sleep_scale_get_step (const BrineSleepScale *scale);
/* Top of a scale from 0 that holds @most: 4, 6, 8, then steps of 4, 10, 20 and so on. */
double brine_live_scale_get_top (double most);

G_END_DECLS
