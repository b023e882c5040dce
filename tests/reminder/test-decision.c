/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-decision.h"
#include "brine-quota.h"

#include "fake-day.h"

/* One item, once, in some zone: when its reminders come. */
static void
test_times (void)
{
  static const struct
  {
    const char *what;
    const char *zone;
    int day_start_minutes;
    const char *start;
    const char *reminders;
    const char *from;
    const char *to;
    const char *said;
  } rows[] = {
    { "before", "Europe/Berlin", 240, "2026-11-23T12:30:00", "10", "2026-11-23T08:00:00",
      "2026-11-24T08:00:00", "12:20 one a" },
    { "before and after", "Europe/Berlin", 240, "2026-11-23T12:30:00", "10 -5",
      "2026-11-23T08:00:00", "2026-11-24T08:00:00", "12:20 one a; 12:35 one a" },
    { "the day before", "Europe/Berlin", 240, "2026-11-24T12:30:00", "1440", "2026-11-23T08:00:00",
      "2026-11-25T08:00:00", "12:30 one a" },
    { "at a time", "Europe/Berlin", 240, "2026-11-23T12:30:00", "@07:30", "2026-11-23T06:00:00",
      "2026-11-24T08:00:00", "07:30 one a" },
    { "at the end of the civil day", "Europe/Berlin", 240, "2026-11-23T12:30:00", "@01:30",
      "2026-11-23T06:00:00", "2026-11-24T08:00:00", "01:30 one a" },
    { "days start at midnight", "Europe/Berlin", 0, "2026-11-23T12:30:00", "@01:30",
      "2026-11-22T23:00:00", "2026-11-24T08:00:00", "01:30 one a" },
    { "on its weekday", "Europe/Berlin", 240, "2026-11-23T12:30:00", "10/mo 20/tu",
      "2026-11-23T06:00:00", "2026-11-24T08:00:00", "12:20 one a" },
    { "01:00 belongs to the day before", "Europe/Berlin", 240, "2026-11-24T01:00:00", "10/mo 20/tu",
      "2026-11-23T06:00:00", "2026-11-24T08:00:00", "00:50 one a" },
    { "two that are the same minute", "Europe/Berlin", 240, "2026-11-23T12:30:00", "30 @12:00",
      "2026-11-23T06:00:00", "2026-11-24T08:00:00", "12:00 one a" },
    { "in the gap of spring, once", "Europe/Berlin", 0, "2026-03-29T02:30:00", "0",
      "2026-03-29T00:00:00", "2026-03-29T12:00:00", "03:30 one a" },
    { "ten minutes before the gap's end", "Europe/Berlin", 0, "2026-03-29T03:05:00", "10",
      "2026-03-29T00:00:00", "2026-03-29T12:00:00", "01:55 one a" },
    { "in the overlap of autumn, once", "Europe/Berlin", 0, "2026-10-25T02:30:00", "0",
      "2026-10-25T00:00:00", "2026-10-25T12:00:00", "02:30 one a" },
    { "half an hour of Lord Howe", "Australia/Lord_Howe", 0, "2026-10-04T02:15:00", "0",
      "2026-10-04T00:00:00", "2026-10-04T12:00:00", "02:45 one a" },
    { "a leap day", "Europe/Berlin", 240, "2028-02-29T12:30:00", "10", "2028-02-29T06:00:00",
      "2028-03-01T08:00:00", "12:20 one a" },
    { "the day before a leap day's morrow", "Europe/Berlin", 240, "2028-03-01T12:30:00", "1440",
      "2028-02-28T06:00:00", "2028-03-01T18:00:00", "12:30 one a" },
    { "the day that Apia left out", "Pacific/Apia", 0, "2011-12-30T12:00:00", "0",
      "2011-12-29T12:00:00", "2012-01-01T12:00:00", "12:00 one a" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      FakeDay day = { 0 };

      fake_day_init (&day, rows[i].zone, rows[i].from);
      g_test_message ("%s", rows[i].what);
      day.world->day_start_minutes = rows[i].day_start_minutes;
      fake_day_add_item (&day, "a", BRINE_PRACTICE_MEAL, rows[i].start, NULL, rows[i].reminders);
      fake_world_start (day.world);
      fake_world_settle (day.world);
      fake_day_go_to (&day, rows[i].to);
      g_assert_cmpstr (day.said->str, ==, rows[i].said);
      fake_day_clear (&day);
    }
}

/* Three items at 08:00, 12:30 and 19:00 with settings, and a machine that is off for a while. */
static void
test_rules (void)
{
  static const struct
  {
    const char *what;
    const char *key; /* of a setting; NULL: none */
    const char *value;
    const char *off_until; /* nobody runs the engine before; from 07:00 on */
    const char *said;
  } rows[] = {
    { "each at its time", NULL, NULL, "07:00", "07:50 one a; 12:20 group b c; 18:50 one d" },
    { "a quarter of an hour late", NULL, NULL, "08:05",
      "08:05 one a; 12:20 group b c; 18:50 one d" },
    { "two hours late, alone", NULL, NULL, "09:50", "09:50 one a; 12:20 group b c; 18:50 one d" },
    { "a digest", NULL, NULL, "13:00", "13:00 digest a b c; 18:50 one d" },
    { "a digest and one that is in time", NULL, NULL, "19:00", "19:00 one d; 19:00 digest a b c" },
    { "half a day late: gone", NULL, NULL, "20:30", "20:30 digest b c d" },
    { "off", BRINE_SETTING_REMINDERS, "0", "07:00", "" },
    { "no meals", BRINE_SETTING_REMINDERS_OFF, "meal", "07:00", "12:20 one c; 18:50 one d" },
    { "quiet in the morning", BRINE_SETTING_QUIET, "06:00-09:00", "07:00",
      "09:00 one a; 12:20 group b c; 18:50 one d" },
    { "quiet over midnight", BRINE_SETTING_QUIET, "18:00-06:00", "07:00",
      "07:50 one a; 12:20 group b c; 06:00 one d" },
    { "bundled", BRINE_SETTING_BUNDLE, "1", "07:00", "07:50 one a; 12:20 group b c; 18:50 one d" },
    { "prompts", BRINE_SETTING_CHECKIN_PROMPTS, "09:00 18:00", "07:00",
      "07:50 one a; 09:00 check-in check-in; 12:20 group b c; 18:00 check-in check-in; 18:50 "
      "one d" },
    { "prompts that are late come once", BRINE_SETTING_CHECKIN_PROMPTS, "09:00 10:00", "11:00",
      "11:00 one a; 11:00 check-in check-in check-in; 12:20 group b c; 18:50 one d" },
    { "a look back", BRINE_SETTING_LOOK_BACK, "2026-11-09 18:00", "07:00",
      "07:50 one a; 12:20 group b c; 18:00 look-back look-back; 18:50 one d" },
    { "not the week between", BRINE_SETTING_LOOK_BACK, "2026-11-16 18:00", "07:00",
      "07:50 one a; 12:20 group b c; 18:50 one d" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      FakeDay day = { 0 };
      g_autofree char *until = g_strdup_printf ("2026-11-23T%s:00", rows[i].off_until);

      fake_day_init (&day, "Europe/Berlin", "2026-11-23T07:00:00");
      g_test_message ("%s", rows[i].what);
      fake_day_add_item (&day, "a", BRINE_PRACTICE_MEAL, "2026-11-23T08:00:00", NULL, "10");
      fake_day_add_item (&day, "b", BRINE_PRACTICE_MEAL, "2026-11-23T12:30:00", NULL, "10");
      fake_day_add_item (&day, "c", BRINE_PRACTICE_WALK, "2026-11-23T12:30:00", NULL, "10");
      fake_day_add_item (&day, "d", BRINE_PRACTICE_MEDITATION, "2026-11-23T19:00:00", NULL, "10");
      if (rows[i].key != NULL)
        fake_world_set_setting (day.world, rows[i].key, rows[i].value);
      fake_world_set_now (day.world, brine_zone_resolve (brine_clock_get_zone (day.world->clock),
                                                         fake_day_read (until)));
      fake_world_start (day.world);
      fake_world_settle (day.world);
      fake_day_go_to (&day, "2026-11-24T07:30:00");
      g_assert_cmpstr (day.said->str, ==, rows[i].said);
      fake_day_clear (&day);
    }
}

/* Three that nobody answers: a question, once, and then silence until something is logged. */
static void
test_ask (void)
{
  FakeDay day = { 0 };

  fake_day_init (&day, "Europe/Berlin", "2026-11-23T07:00:00");
  fake_day_add_item (&day, "a", BRINE_PRACTICE_MEAL, "2026-11-23T08:00:00", "FREQ=DAILY", "10");
  fake_world_start (day.world);
  fake_world_settle (day.world);
  fake_day_go_to (&day, "2026-11-30T12:00:00");
  g_assert_cmpstr (day.said->str, ==, "07:50 one a; 07:50 one a; 07:50 one a; 07:50 ask a");

  fake_world_log (day.world, "a", fake_day_read ("2026-11-30T08:00:00"), BRINE_STATE_DONE,
                  fake_day_read ("2026-11-30T12:00:00"));
  fake_world_changed (day.world);
  g_string_truncate (day.said, 0);
  fake_day_go_to (&day, "2026-12-02T12:00:00");
  g_assert_cmpstr (day.said->str, ==, "07:50 one a; 07:50 one a");
  fake_day_clear (&day);
}

/* Logged before: silent. Logged while it is shown: withdrawn. Undone afterwards: no bell for the
 * past. */
static void
test_logged (void)
{
  FakeDay day = { 0 };
  BrineLocal morning = fake_day_read ("2026-11-23T08:00:00");

  fake_day_init (&day, "Europe/Berlin", "2026-11-23T07:00:00");
  fake_day_add_item (&day, "a", BRINE_PRACTICE_MEAL, "2026-11-23T08:00:00", "FREQ=DAILY", "10");
  fake_world_log (day.world, "a", morning, BRINE_STATE_SKIPPED, morning);
  fake_world_start (day.world);
  fake_world_settle (day.world);
  fake_day_go_to (&day, "2026-11-23T09:00:00");
  fake_world_unlog (day.world, "a", morning);
  fake_world_changed (day.world);
  fake_day_go_to (&day, "2026-11-23T23:00:00");
  g_assert_cmpstr (day.said->str, ==, "");

  fake_day_go_to (&day, "2026-11-24T07:55:00");
  g_assert_cmpstr (day.said->str, ==, "07:50 one a");
  g_assert_cmpuint (g_hash_table_size (day.world->screen), ==, 1);
  fake_world_log (day.world, "a", fake_day_read ("2026-11-24T08:00:00"), BRINE_STATE_DONE,
                  fake_day_read ("2026-11-24T07:55:00"));
  fake_world_changed (day.world);
  g_assert_cmpuint (g_hash_table_size (day.world->screen), ==, 0);
  fake_day_clear (&day);
}

/* What is planned into the past while somebody looks does not ring. */
static void
test_planned_in_the_past (void)
{
  FakeDay day = { 0 };

  fake_day_init (&day, "Europe/Berlin", "2026-11-23T07:00:00");
  fake_world_start (day.world);
  fake_world_settle (day.world);
  fake_day_go_to (&day, "2026-11-23T12:00:00");
  fake_day_add_item (&day, "a", BRINE_PRACTICE_MEAL, "2026-11-23T12:05:00", NULL, "10 2");
  fake_world_changed (day.world);
  fake_day_go_to (&day, "2026-11-23T13:00:00");
  g_assert_cmpstr (day.said->str, ==, "12:03 one a");
  fake_day_clear (&day);
}

/* Fifty in one minute are one notification; four minutes in a row after a short sleep are, too. */
static void
test_many (void)
{
  FakeDay day = { 0 };

  fake_day_init (&day, "Europe/Berlin", "2026-11-23T07:00:00");
  for (int i = 0; i < 50; i++)
    {
      g_autofree char *id = g_strdup_printf ("i%d", i);

      fake_day_add_item (&day, id, BRINE_PRACTICE_MEAL, "2026-11-23T08:00:00", NULL, "10");
    }
  for (int i = 0; i < 4; i++)
    {
      g_autofree char *id = g_strdup_printf ("j%d", i);
      g_autofree char *start = g_strdup_printf ("2026-11-23T10:0%d:00", i);

      fake_day_add_item (&day, id, BRINE_PRACTICE_WALK, start, NULL, "0");
    }
  fake_world_start (day.world);
  fake_world_settle (day.world);
  fake_day_go_to (&day, "2026-11-23T09:00:00");
  g_assert_cmpuint (day.world->n_shows, ==, 1);
  fake_world_set_now (day.world, brine_zone_resolve (brine_clock_get_zone (day.world->clock),
                                                     fake_day_read ("2026-11-23T10:05:00")));
  g_assert_cmpuint (day.world->n_shows, ==, 2);
  fake_day_clear (&day);
}

/* Random prompts: the same for the same seed, one in each part of the window. */
static void
test_random_prompts (void)
{
  FakeDay day = { 0 };
  gboolean differ = FALSE;

  fake_day_init (&day, "Europe/Berlin", "2026-11-23T07:00:00");
  GTimeZone *zone = brine_clock_get_zone (day.world->clock);
  BrineInstant now = brine_clock_get_now (day.world->clock);
  BrineInstant to = brine_instant_add_seconds (now, 2 * 86400);
  fake_world_set_setting (day.world, BRINE_SETTING_CHECKIN_PROMPTS, "random 3 09:00-21:00");
  for (guint64 seed = 1; seed < 20; seed++)
    {
      g_autofree char *text = g_strdup_printf ("%" G_GUINT64_FORMAT, seed);
      g_autoptr (GPtrArray) first = NULL;
      g_autoptr (GPtrArray) second = NULL;

      fake_world_set_setting (day.world, BRINE_SETTING_REMINDER_SEED, text);
      g_autoptr (BrineReminderFacts) facts = fake_world_make_facts (day.world, now, zone);
      first = brine_dues_list (facts, now, to, zone);
      second = brine_dues_list (facts, now, to, zone);
      g_assert_cmpuint (first->len, ==, 6);
      for (guint i = 0; i < first->len; i++)
        {
          const BrineDue *due = first->pdata[i];
          int minute = brine_local_get_minute_of_day (due->nominal);

          g_assert_cmpstr (due->key, ==, ((BrineDue *)second->pdata[i])->key);
          g_assert_cmpint ((minute - 540) / 240, ==, i % 3);
        }
      differ |= ((BrineDue *)first->pdata[0])->nominal.second
                != ((BrineDue *)first->pdata[3])->nominal.second;
    }
  g_assert_true (differ);
  fake_day_clear (&day);
}

/* Nobody shows notifications: nothing is claimed, and one digest comes when somebody does. */
static void
test_no_server (void)
{
  FakeDay day = { 0 };

  fake_day_init (&day, "Europe/Berlin", "2026-11-23T07:00:00");
  fake_day_add_item (&day, "a", BRINE_PRACTICE_MEAL, "2026-11-23T08:00:00", NULL, "10");
  fake_day_add_item (&day, "b", BRINE_PRACTICE_MEAL, "2026-11-23T08:30:00", NULL, "10");
  day.world->available = FALSE;
  fake_world_start (day.world);
  fake_world_settle (day.world);
  fake_day_go_to (&day, "2026-11-23T10:00:00");
  g_assert_cmpstr (day.said->str, ==, "");
  g_assert_cmpint (brine_reminder_engine_get_problem (day.world->engine), ==,
                   BRINE_REMINDER_PROBLEM_NO_SERVER);
  fake_world_set_available (day.world, TRUE);
  g_assert_cmpstr (day.said->str, ==, "10:00 digest a b");
  g_assert_cmpint (brine_reminder_engine_get_problem (day.world->engine), ==,
                   BRINE_REMINDER_PROBLEM_NONE);
  fake_day_clear (&day);
}

/* East and west: each once, what was jumped over comes late. */
static void
test_travel (void)
{
  static const struct
  {
    const char *to;
    const char *said;
  } rows[] = {
    { "America/New_York", "07:50 one a; 14:50 one b" },
    { "Asia/Tokyo", "07:50 one a; 17:00 one b" },
    { "Pacific/Kiritimati", "07:50 one a; 22:00 one b" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (rows[i].to);
      FakeDay day = { 0 };

      fake_day_init (&day, "Europe/Berlin", "2026-11-23T07:00:00");
      fake_day_add_item (&day, "a", BRINE_PRACTICE_MEAL, "2026-11-23T08:00:00", NULL, "10");
      fake_day_add_item (&day, "b", BRINE_PRACTICE_WALK, "2026-11-23T15:00:00", NULL, "10");
      fake_world_start (day.world);
      fake_world_settle (day.world);
      fake_day_go_to (&day, "2026-11-23T09:00:00");
      brine_clock_set_zone (day.world->clock, zone);
      fake_world_settle (day.world);
      fake_day_go_to (&day, "2026-11-24T12:00:00");
      g_assert_cmpstr (day.said->str, ==, rows[i].said);
      fake_day_clear (&day);
    }
}

/* Three times a week: on days that have none, until there are three. */
static void
test_quota (void)
{
  BrinePlanItem *item;
  FakeDay day = { 0 };

  fake_day_init (&day, "Europe/Berlin", "2026-11-23T07:00:00");
  item = fake_day_add_item (&day, "q", BRINE_PRACTICE_WALK, "2026-11-23T00:00:00", NULL, "@18:00");
  item->quota_per_week = 3;
  for (int i = 0; i < 3; i++)
    {
      g_autofree char *text = g_strdup_printf ("2026-11-2%dT10:00:00", 4 + i);
      BrineLocal at = fake_day_read (text);

      fake_world_log (day.world, "q", (BrineLocal){ at.day, 0 }, BRINE_STATE_DONE, at);
    }
  fake_world_start (day.world);
  fake_world_settle (day.world);
  /* Monday has none, and the logs are known from the start: three is enough for the week. */
  fake_day_go_to (&day, "2026-11-29T23:00:00");
  g_assert_cmpstr (day.said->str, ==, "");
  fake_world_unlog (day.world, "q", (BrineLocal){ fake_day_read ("2026-11-26T00:00:00").day, 0 });
  fake_world_changed (day.world);
  fake_day_go_to (&day, "2026-11-30T23:00:00");
  g_assert_cmpstr (day.said->str, ==, "18:00 one q");
  fake_day_clear (&day);
}

/* Done twice by Tuesday: reminded as long as the week asks for more, whatever other weeks ask for. */
static void
test_quota_changed (void)
{
  static const struct
  {
    const char *from; /* of another number; NULL: none */
    int times;
    const char *said; /* on Wednesday, 25 November */
  } rows[] = {
    { NULL, 0, "" },
    { "2026-11-23T00:00:00", 3, "18:00 one q" },
    { "2026-11-30T00:00:00", 3, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      BrineDay monday = fake_day_read ("2026-11-23T00:00:00").day;
      BrinePlanItem *item;
      FakeDay day = { 0 };

      fake_day_init (&day, "Europe/Berlin", "2026-11-25T07:00:00");
      item =
          fake_day_add_item (&day, "q", BRINE_PRACTICE_WALK, "2026-11-02T00:00:00", NULL, "@18:00");
      item->quota_per_week = 2;
      if (rows[i].from != NULL)
        brine_quota_set_times (item, rows[i].times, fake_day_read (rows[i].from).day);
      for (int j = 0; j < 2; j++)
        fake_world_log (day.world, "q", (BrineLocal){ monday + j, 0 }, BRINE_STATE_DONE,
                        brine_local (monday + j, 10, 0));
      fake_world_start (day.world);
      fake_world_settle (day.world);
      fake_day_go_to (&day, "2026-11-25T23:00:00");
      g_test_message ("row %u", i);
      g_assert_cmpstr (day.said->str, ==, rows[i].said);
      fake_day_clear (&day);
    }
}

/* Twice a week, done on Tuesday: a pause takes off what its days are worth, and with it the reminders
 * of what is not asked for any more. */
static void
test_quota_paused (void)
{
  static const struct
  {
    const char *from; /* of a pause; NULL: none */
    const char *to;
    const char *said; /* from Wednesday, 25 November to Sunday */
  } rows[] = {
    { NULL, NULL, "18:00 one q; 18:00 one q; 18:00 one q; 18:00 ask q" },
    { "2026-11-26T00:00:00", "2026-11-29T00:00:00", "" },
    { "2026-11-28T00:00:00", "2026-11-29T00:00:00", "" },
    { "2026-11-29T00:00:00", "2026-12-29T00:00:00",
      "18:00 one q; 18:00 one q; 18:00 one q; 18:00 ask q" },
    /* So do days that are over; those of another week do not. */
    { "2026-11-18T00:00:00", "2026-11-24T00:00:00", "" },
    { "2026-11-16T00:00:00", "2026-11-22T00:00:00",
      "18:00 one q; 18:00 one q; 18:00 one q; 18:00 ask q" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      BrineDay tuesday = fake_day_read ("2026-11-24T00:00:00").day;
      FakeDay day = { 0 };

      fake_day_init (&day, "Europe/Berlin", "2026-11-25T07:00:00");
      fake_day_add_item (&day, "q", BRINE_PRACTICE_WALK, "2026-11-23T00:00:00", NULL, "@18:00")
          ->quota_per_week = 2;
      fake_world_log (day.world, "q", (BrineLocal){ tuesday, 0 }, BRINE_STATE_DONE,
                      brine_local (tuesday, 10, 0));
      if (rows[i].from != NULL)
        {
          BrinePause *pause = brine_pause_new ();

          pause->from = fake_day_read (rows[i].from).day;
          pause->to = fake_day_read (rows[i].to).day;
          g_ptr_array_add (day.world->pauses, pause);
        }
      fake_world_start (day.world);
      fake_world_settle (day.world);
      fake_day_go_to (&day, "2026-11-29T23:00:00");
      g_test_message ("row %u", i);
      g_assert_cmpstr (day.said->str, ==, rows[i].said);
      fake_day_clear (&day);
    }
}

/* Before bed; not where the item says so itself, and not for a nap. */
static void
test_wind_down (void)
{
  static const struct
  {
    int minutes;
    const char *reminders;
    const char *setting;
    const char *said;
  } rows[] = {
    { 480, "", NULL, "21:45 one s" },
    { 480, "", "90", "21:00 one s" },
    { 480, "", "0", "" },
    { 480, "30", NULL, "22:00 one s" },
    { 480, "5", NULL, "21:45 one s; 22:25 one s" },
    { 60, "", NULL, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      BrinePlanItem *item;
      FakeDay day = { 0 };

      fake_day_init (&day, "Europe/Berlin", "2026-11-23T07:00:00");
      item = fake_day_add_item (&day, "s", BRINE_PRACTICE_SLEEP, "2026-11-23T22:30:00", NULL,
                                rows[i].reminders);
      item->minutes = rows[i].minutes;
      fake_world_set_setting (day.world, BRINE_SETTING_WIND_DOWN, rows[i].setting);
      fake_world_start (day.world);
      fake_world_settle (day.world);
      fake_day_go_to (&day, "2026-11-24T07:00:00");
      g_assert_cmpstr (day.said->str, ==, rows[i].said);
      fake_day_clear (&day);
    }
}

/* All of a part of the day with its first; what is done meanwhile is taken out of it. */
static void
test_bundle (void)
{
  FakeDay day = { 0 };

  fake_day_init (&day, "Europe/Berlin", "2026-11-23T07:00:00");
  fake_day_add_item (&day, "a", BRINE_PRACTICE_MEAL, "2026-11-23T08:00:00", NULL, "10");
  fake_day_add_item (&day, "b", BRINE_PRACTICE_WALK, "2026-11-23T11:00:00", NULL, "10");
  fake_day_add_item (&day, "c", BRINE_PRACTICE_WALK, "2026-11-23T12:30:00", NULL, "10");
  fake_day_add_item (&day, "d", BRINE_PRACTICE_WALK, "2026-11-24T01:00:00", NULL, "10");
  fake_day_add_item (&day, "e", BRINE_PRACTICE_WALK, "2026-11-23T19:00:00", NULL, "10");
  fake_world_set_setting (day.world, BRINE_SETTING_BUNDLE, "1");
  fake_world_start (day.world);
  fake_world_settle (day.world);
  fake_day_go_to (&day, "2026-11-24T03:00:00");
  g_assert_cmpstr (day.said->str, ==, "07:50 group a b; 12:20 one c; 18:50 group e d");
  fake_day_clear (&day);
}

/* What changes after it was shown, or before it comes. */
static void
test_changes (void)
{
  BrinePlanItem *item;
  BrineException *moved;
  BrinePause *pause = brine_pause_new ();
  FakeDay day = { 0 };

  fake_day_init (&day, "Europe/Berlin", "2026-11-23T07:00:00");
  item =
      fake_day_add_item (&day, "a", BRINE_PRACTICE_MEAL, "2026-11-23T08:00:00", "FREQ=DAILY", "10");
  fake_world_start (day.world);
  fake_world_settle (day.world);
  fake_day_go_to (&day, "2026-11-23T07:55:00");
  g_assert_cmpuint (g_hash_table_size (day.world->screen), ==, 1);

  /* Moved while it is shown: withdrawn, and shown at its new time. */
  moved = brine_exception_new (fake_day_read ("2026-11-23T08:00:00"));
  moved->start = fake_day_read ("2026-11-23T16:00:00");
  moved->minutes = 20;
  g_ptr_array_add (item->exceptions, moved);
  fake_world_changed (day.world);
  g_assert_cmpuint (g_hash_table_size (day.world->screen), ==, 0);
  fake_day_go_to (&day, "2026-11-23T18:00:00");
  g_assert_cmpstr (day.said->str, ==, "07:50 one a; 15:50 one a");

  /* A pause that begins today takes it from the screen; days later nothing comes. */
  pause->from = fake_day_read ("2026-11-23T00:00:00").day;
  pause->to = pause->from + 1;
  g_ptr_array_add (day.world->pauses, pause);
  fake_world_changed (day.world);
  g_assert_cmpuint (g_hash_table_size (day.world->screen), ==, 0);
  fake_day_go_to (&day, "2026-11-25T09:00:00");
  g_assert_cmpstr (day.said->str, ==, "07:50 one a; 15:50 one a; 07:50 one a");

  /* The day is over: withdrawn. */
  g_assert_cmpuint (g_hash_table_size (day.world->screen), ==, 1);
  fake_day_go_to (&day, "2026-11-26T05:00:00");
  g_assert_cmpuint (g_hash_table_size (day.world->screen), ==, 0);
  fake_day_clear (&day);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reminder/decision/times", test_times);
  g_test_add_func ("/reminder/decision/rules", test_rules);
  g_test_add_func ("/reminder/decision/ask", test_ask);
  g_test_add_func ("/reminder/decision/logged", test_logged);
  g_test_add_func ("/reminder/decision/planned-in-the-past", test_planned_in_the_past);
  g_test_add_func ("/reminder/decision/many", test_many);
  g_test_add_func ("/reminder/decision/random-prompts", test_random_prompts);
  g_test_add_func ("/reminder/decision/no-server", test_no_server);
  g_test_add_func ("/reminder/decision/travel", test_travel);
  g_test_add_func ("/reminder/decision/quota", test_quota);
  g_test_add_func ("/reminder/decision/quota-changed", test_quota_changed);
  g_test_add_func ("/reminder/decision/quota-paused", test_quota_paused);
  g_test_add_func ("/reminder/decision/wind-down", test_wind_down);
  g_test_add_func ("/reminder/decision/bundle", test_bundle);
  g_test_add_func ("/reminder/decision/changes", test_changes);

  return g_test_run ();
}
