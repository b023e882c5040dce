/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-summary.h"

#include <math.h>

#define REGULARITY_EPOCH_MINUTES 5

BrineSummary
brine_summary_get (const BrineDayFacts *facts, gsize n_facts, BrineSleepTarget target)
{
  BrineSummary summary = { .days = (int)n_facts, .recent_mood = NAN };
  int pairs;

  g_return_val_if_fail (facts != NULL || n_facts == 0, summary);

  summary.mood = brine_mood_get_stats (facts, n_facts);
  if (n_facts > BRINE_SUMMARY_RECENT_DAYS)
    summary.recent_mood = brine_mood_get_stats (facts + n_facts - BRINE_SUMMARY_RECENT_DAYS,
                                                BRINE_SUMMARY_RECENT_DAYS)
                              .median;
  for (int practice = 0; practice < BRINE_N_PRACTICES; practice++)
    summary.adherence[practice] = brine_adherence_get (facts, n_facts, practice);
  summary.sleep = brine_sleep_get_stats (facts, n_facts, target);
  summary.regularity =
      brine_sleep_get_regularity (facts, n_facts, REGULARITY_EPOCH_MINUTES, &pairs);
  if (pairs < BRINE_SLEEP_REGULARITY_LEAST)
    summary.regularity = NAN;
  summary.servings = brine_servings_get_stats (facts, n_facts);
  return summary;
}

gboolean
brine_summary_is_empty (const BrineSummary *summary)
{
  g_return_val_if_fail (summary != NULL, TRUE);

  for (int practice = 0; practice < BRINE_N_PRACTICES; practice++)
    {
      const BrineAdherence *adherence = &summary->adherence[practice];

      if (adherence->done + adherence->partly + adherence->skipped + adherence->extra > 0)
        return FALSE;
    }
  return summary->mood.logged == 0 && summary->sleep.nights == 0 && summary->servings.days == 0;
}
