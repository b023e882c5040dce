/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight-fixture.h"

#include <math.h>

BrineDayFacts *
fixture_days (const char *first, gsize n)
{
  BrineDayFacts *days = g_new0 (BrineDayFacts, n);
  BrineDay day;

  g_assert_true (brine_day_parse (first, &day));
  for (gsize i = 0; i < n; i++)
    {
      days[i].day = day + (BrineDay)i;
      days[i].mood_mean = NAN;
    }
  return days;
}

void
fixture_set_state (BrineDayFacts *day, BrinePractice practice, char state)
{
  BrinePracticeFacts *facts = &day->practices[practice];
  struct
  {
    char letter;
    int *count;
  } counts[] = { { 'd', &facts->done },    { 'p', &facts->partly }, { 'm', &facts->missed },
                 { 's', &facts->skipped }, { 'o', &facts->open },   { 'P', &facts->paused } };

  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    if (counts[i].letter == state)
      {
        (*counts[i].count)++;
        facts->planned++;
      }
  facts->extra += state == 'x';
}

void
fixture_set_states (BrineDayFacts *days, BrinePractice practice, const char *states)
{
  for (gsize i = 0; states[i] != '\0'; i++)
    fixture_set_state (&days[i], practice, states[i]);
}

void
fixture_set_moods (BrineDayFacts *days, const char *moods)
{
  for (gsize i = 0; moods[i] != '\0'; i++)
    {
      int mood = moods[i] == '!' ? 3 : g_ascii_digit_value (moods[i]);

      days[i].paused = moods[i] == '|' || moods[i] == '!';
      days[i].n_checkins = mood > 0;
      days[i].mood_last = MAX (mood, 0);
      days[i].mood_mean = mood > 0 ? mood : NAN;
    }
}

void
fixture_set_night (BrineDayFacts *day, double bed_hour, double wake_hour)
{
  int64_t bed = (int64_t)lrint (bed_hour * 3600), wake = (int64_t)lrint (wake_hour * 3600);
  BrineLocal midnight = brine_local (day->day, 0, 0);

  if (bed > wake)
    bed -= BRINE_SECONDS_PER_DAY;
  day->has_night = TRUE;
  day->bed = brine_local_add_seconds (midnight, bed);
  day->wake = brine_local_add_seconds (midnight, wake);
  day->sleep_minutes = (int)((wake - bed) / 60);
}
