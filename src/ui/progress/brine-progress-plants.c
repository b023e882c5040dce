/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-progress-load.h"
#include "brine-records.h"

#include <math.h>

#define DAYS_PER_WEEK 7

static gboolean
has_pause (BrineBucket week, const BrineDayFacts *facts, gsize n_facts)
{
  gsize n;
  const BrineDayFacts *days = brine_bucket_slice (week, facts, n_facts, &n);

  for (gsize i = 0; i < n; i++)
    if (days[i].paused)
      return TRUE;
  return FALSE;
}

GArray *
brine_progress_make_plant_weeks (GPtrArray *logs, BrineBucket range, const BrineDayFacts *facts,
                                 gsize n_facts)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (double));
  gsize n = (gsize)CLAMP ((range.to - range.from + 1) / DAYS_PER_WEEK, 0, BRINE_PROGRESS_WEEKS);
  g_autofree GPtrArray **weeks = g_new0 (GPtrArray *, MAX (n, 1));

  for (gsize i = 0; i < n; i++)
    weeks[i] = g_ptr_array_new ();
  for (guint i = 0; i < logs->len; i++)
    {
      const BrineLog *log = g_ptr_array_index (logs, i);
      BrineDay back = range.to - log->at.day;

      if (log->plants != NULL && log->plants[0] != '\0' && log->state != BRINE_STATE_SKIPPED
          && back >= 0 && (gsize)(back / DAYS_PER_WEEK) < n)
        g_ptr_array_add (weeks[back / DAYS_PER_WEEK], log->plants);
    }
  for (gsize i = 0; i < n; i++)
    {
      BrineDay last = range.to - DAYS_PER_WEEK * (BrineDay)i;
      BrineBucket week = { last - DAYS_PER_WEEK + 1, last };
      double value =
          weeks[i]->len > 0 && !has_pause (week, facts, n_facts)
              ? brine_servings_get_plants ((const char *const *)weeks[i]->pdata, weeks[i]->len)
              : NAN;

      g_array_append_val (points, value);
      g_ptr_array_unref (weeks[i]);
    }
  return points;
}
