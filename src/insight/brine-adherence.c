/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-adherence.h"

#include <math.h>

#define TREND_SAME_WITHIN 0.05

static void
add_practice (BrineAdherence *sum, const BrinePracticeFacts *practice, gboolean paused)
{
  /* A pause counts for nothing, whatever was logged in it. */
  if (paused)
    {
      sum->paused += practice->planned;
      return;
    }
  sum->done += practice->done;
  sum->partly += practice->partly;
  sum->missed += practice->missed;
  sum->skipped += practice->skipped;
  sum->paused += practice->paused;
  sum->open += practice->open;
  sum->extra += practice->extra;
}

static void
add_day (BrineAdherence *sum, const BrineDayFacts *day, BrinePractice practice)
{
  const BrinePracticeFacts *facts = &day->practices[practice];
  int logged = day->paused ? 0 : facts->done + facts->partly;
  int counted = day->paused ? 0 : logged + facts->missed;

  add_practice (sum, facts, day->paused);
  sum->days += counted > 0;
  sum->logged_days += logged > 0;
  sum->most_a_day = MAX (sum->most_a_day, counted);
}

static void
finish (BrineAdherence *sum)
{
  sum->counted = sum->done + sum->partly + sum->missed;
  sum->credit = sum->done + sum->partly / 2.0;
  sum->value = sum->counted > 0 ? sum->credit / sum->counted : NAN;
}

BrineAdherence
brine_adherence_get (const BrineDayFacts *facts, gsize n_facts, BrinePractice practice)
{
  BrineAdherence sum = { .value = NAN };

  g_return_val_if_fail (facts != NULL || n_facts == 0, sum);
  g_return_val_if_fail ((guint)practice < BRINE_N_PRACTICES, sum);

  for (gsize i = 0; i < n_facts; i++)
    add_day (&sum, &facts[i], practice);
  finish (&sum);
  return sum;
}

void
brine_adherence_by_weekday (const BrineDayFacts *facts, gsize n_facts, BrinePractice practice,
                            BrineAdherence out_weekdays[7])
{
  g_return_if_fail (facts != NULL || n_facts == 0);
  g_return_if_fail ((guint)practice < BRINE_N_PRACTICES);
  g_return_if_fail (out_weekdays != NULL);

  for (int weekday = 0; weekday < 7; weekday++)
    out_weekdays[weekday] = (BrineAdherence){ .value = NAN };
  for (gsize i = 0; i < n_facts; i++)
    add_day (&out_weekdays[brine_day_get_weekday (facts[i].day) - 1], &facts[i], practice);
  for (int weekday = 0; weekday < 7; weekday++)
    finish (&out_weekdays[weekday]);
}

BrineTrend
brine_adherence_compare (const BrineAdherence *now, const BrineAdherence *before)
{
  double change;

  g_return_val_if_fail (now != NULL && before != NULL, BRINE_TREND_UNKNOWN);

  if (now->counted < BRINE_TREND_LEAST || before->counted < BRINE_TREND_LEAST)
    return BRINE_TREND_UNKNOWN;
  change = now->value - before->value;
  if (fabs (change) < TREND_SAME_WITHIN)
    return BRINE_TREND_SAME;
  return change > 0 ? BRINE_TREND_MORE : BRINE_TREND_LESS;
}
