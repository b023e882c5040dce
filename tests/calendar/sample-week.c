/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample-week.h"

#include "fixture.h"

#define SAMPLE_MONDAY brine_day_from_ymd (2026, 11, 16)

typedef struct
{
  BrinePractice practice;
  const char *title;
  int hour;
  int minute;
  int minutes;
  const char *rule;
  int first; /* day of the week that it begins on, 0 Monday */
  /* What became of it on each day: d done, p partly, s skipped, - nothing logged. */
  const char *states;
} SampleItem;

static const SampleItem sample_items[] = {
  { BRINE_PRACTICE_SLEEP, "Sleep", 23, 0, 480, "FREQ=DAILY", -7, NULL },
  { BRINE_PRACTICE_MEDITATION, "Meditation", 7, 10, 10, "FREQ=DAILY", -7, "ddddddddpsd---" },
  { BRINE_PRACTICE_MEAL, "Oats with kefir", 8, 0, 20, "FREQ=DAILY", -7, "dddddddddddddd" },
  { BRINE_PRACTICE_MEAL, "Kimchi rice bowl", 12, 30, 30, "FREQ=DAILY", -7, "ddddddddpdp---" },
  { BRINE_PRACTICE_MEAL, "Kefir, almonds", 16, 0, 15, "FREQ=WEEKLY;BYDAY=MO,TU,TH", 0, "ddd" },
  { BRINE_PRACTICE_WALK, "Walk 20 min", 16, 15, 20, NULL, 1, "d" },
  { BRINE_PRACTICE_WALK, "Walk 20 min", 17, 30, 20, "FREQ=DAILY", 0, "d-----" },
  { BRINE_PRACTICE_MEAL, "Chickpea curry", 19, 0, 45, "FREQ=DAILY;COUNT=2", 0, "dd" },
  { BRINE_PRACTICE_MEAL, "Miso aubergine", 18, 30, 45, NULL, 2, "d" },
  { BRINE_PRACTICE_OWN, "Choir", 19, 45, 90, NULL, 2, "d" },
  { BRINE_PRACTICE_OWN, "Start sauerkraut", 15, 0, 90, NULL, 4, "" },
  { BRINE_PRACTICE_MEAL, "Bean chilli with fermented salsa", 19, 0, 30, "FREQ=DAILY;COUNT=2", 3,
    "" },
  { BRINE_PRACTICE_BREATHWORK, "Breathwork", 21, 45, 10, "FREQ=DAILY", 0, "d-d" },
};

static void
put_logs (BrineChange *change, const BrinePlanItem *item, const SampleItem *sample)
{
  BrineDay day = SAMPLE_MONDAY + sample->first;

  for (const char *state = sample->states; state != NULL && *state != '\0'; state++, day++)
    {
      BrineState logged = *state == 'd'   ? BRINE_STATE_DONE
                          : *state == 'p' ? BRINE_STATE_PARTLY
                                          : BRINE_STATE_SKIPPED;
      BrineLocal original = brine_local (day, sample->hour, sample->minute);
      if (*state == '-'
          || brine_local_compare (original, brine_local (SAMPLE_MONDAY + 3, 14, 10)) > 0)
        continue;
      g_autoptr (BrineLog) log = fixture_log (item, original, logged);
      brine_change_put_log (change, log);
    }
}

static void
put_items (BrineChange *change)
{
  for (guint i = 0; i < G_N_ELEMENTS (sample_items); i++)
    {
      const SampleItem *sample = &sample_items[i];
      BrineLocal start = brine_local (SAMPLE_MONDAY + sample->first, sample->hour, sample->minute);
      g_autoptr (BrinePlanItem) item =
          fixture_item (sample->practice, sample->title, start, sample->minutes, sample->rule);
      brine_change_put_item (change, item);
      put_logs (change, item, sample);
    }
}

static void
put_quotas (BrineChange *change)
{
  static const struct
  {
    BrinePractice practice;
    const char *title;
    int times;
    int done;
  } quotas[] = {
    { BRINE_PRACTICE_OWN, "Sauna", 2, 1 },
    { BRINE_PRACTICE_WALK, "Long walk", 1, 0 },
    { BRINE_PRACTICE_OWN, "Call a friend", 1, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (quotas); i++)
    {
      g_autoptr (BrinePlanItem) item =
          fixture_item (quotas[i].practice, quotas[i].title, brine_local (SAMPLE_MONDAY - 7, 0, 0),
                        45, NULL);
      item->quota_per_week = quotas[i].times;
      brine_change_put_item (change, item);
      if (quotas[i].done == 0)
        continue;
      g_autoptr (BrineLog) log =
          fixture_log (item, (BrineLocal){ SAMPLE_MONDAY + 1, 0 }, BRINE_STATE_DONE);
      log->at = fixture_moment (brine_local (SAMPLE_MONDAY + 1, 18, 0));
      brine_change_put_log (change, log);
    }
}

static void
put_nights (BrineChange *change)
{
  static const int bed[] = { 23 * 60 + 20, 23 * 60 + 5, 24 * 60 + 15, 23 * 60 };
  static const int minutes[] = { 440, 455, 405, 450 };
  static const int moods[] = { 4, 4, 3, 4 };

  for (int i = 0; i < 4; i++)
    {
      BrineLocal to_bed =
          brine_local_add_seconds ((BrineLocal){ SAMPLE_MONDAY - 1 + i, 0 }, bed[i] * 60);
      g_autoptr (BrineNight) night =
          fixture_night (to_bed, brine_local_add_seconds (to_bed, minutes[i] * 60));
      g_autoptr (BrineCheckin) checkin =
          fixture_checkin (brine_local (SAMPLE_MONDAY + i, 13, 5), moods[i]);
      brine_change_put_night (change, night);
      brine_change_put_checkin (change, checkin);
    }
}

void
sample_week_fill (BrineStore *store)
{
  BrineChange *change = brine_change_new ();
  g_autoptr (BrinePause) pause = brine_pause_new ();

  pause->from = SAMPLE_MONDAY + 5;
  pause->to = SAMPLE_MONDAY + 6;
  pause->reason = BRINE_PAUSE_TRAVEL;
  put_items (change);
  put_quotas (change);
  put_nights (change);
  brine_change_put_pause (change, pause);
  fixture_apply_and_forget (store, change);
}

void
sample_years_fill (BrineStore *store, int n_a_day)
{
  BrineDay first = SAMPLE_MONDAY - 3650;
  BrineChange *change = brine_change_new ();

  for (int i = 0; i < n_a_day; i++)
    {
      g_autofree char *title = g_strdup_printf ("Thing %d", i + 1);
      BrineLocal start = brine_local (first, 6 + i * 17 / MAX (n_a_day, 1), i * 7 % 4 * 15);
      g_autoptr (BrinePlanItem) item =
          fixture_item (i % BRINE_N_PRACTICES == BRINE_PRACTICE_SLEEP ? BRINE_PRACTICE_OWN
                                                                      : i % BRINE_N_PRACTICES,
                        title, start, 15 + i % 4 * 15, "FREQ=DAILY");
      brine_change_put_item (change, item);
      for (BrineDay day = first; day < SAMPLE_MONDAY + 3; day++)
        {
          if ((day + i) % 5 == 0)
            continue;
          g_autoptr (BrineLog) log =
              fixture_log (item, (BrineLocal){ day, start.second },
                           (day + i) % 7 == 0 ? BRINE_STATE_PARTLY : BRINE_STATE_DONE);
          brine_change_put_log (change, log);
        }
    }
  fixture_apply_and_forget (store, change);
}
