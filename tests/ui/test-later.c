/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-later-dialog.h"

/* @now is an instant as UTC reads it; what one types is a time of the wall clock. */
static const struct
{
  const char *zone;
  const char *now;
  int minute;
  int later;
} rows[] = {
  /* An ordinary day: later today, or tomorrow. */
  { "Europe/Berlin", "2026-11-23T16:20:00", 18 * 60, 40 },
  { "Europe/Berlin", "2026-11-23T16:20:30", 18 * 60, 40 },
  { "Europe/Berlin", "2026-11-23T16:59:59", 18 * 60, 1 },
  { "Europe/Berlin", "2026-11-23T17:00:00", 18 * 60, 1440 },
  { "Europe/Berlin", "2026-11-23T17:01:00", 18 * 60, 1439 },
  { "Europe/Berlin", "2026-11-23T22:30:00", 15, 45 },
  /* Spring: 02:00 becomes 03:00 on 29 March. */
  { "Europe/Berlin", "2026-03-28T21:00:00", 7 * 60, 480 },
  { "Europe/Berlin", "2026-03-29T00:30:00", 3 * 60, 30 },
  { "Europe/Berlin", "2026-03-29T00:30:00", 150, 60 }, /* 02:30 is not there: 03:30 is meant */
  { "Europe/Berlin", "2026-03-28T10:00:00", 10 * 60, 1320 },
  { "Europe/Berlin", "2026-03-28T10:00:00", 11 * 60, 1380 },
  /* Autumn: 03:00 becomes 02:00 on 25 October. */
  { "Europe/Berlin", "2026-10-24T20:00:00", 7 * 60, 600 },
  { "Europe/Berlin", "2026-10-24T23:30:00", 150, 60 }, /* the first 02:30 */
  { "Europe/Berlin", "2026-10-25T00:10:00", 150, 20 },
  { "Europe/Berlin", "2026-10-25T01:10:00", 150, 20 },   /* the second 02:30 */
  { "Europe/Berlin", "2026-10-25T00:40:00", 150, 1440 }, /* tomorrow's, not the second */
  { "Europe/Berlin", "2026-10-25T01:10:00", 3 * 60, 50 },
  { "Europe/Berlin", "2026-10-24T10:00:00", 12 * 60, 1440 }, /* is 25 hours away */
  /* Leap day, and the day that is none. */
  { "Europe/Berlin", "2028-02-28T22:30:00", 15, 45 },
  { "Europe/Berlin", "2028-02-29T22:30:00", 15, 45 },
  { "Europe/Berlin", "2027-02-28T22:30:00", 15, 45 },
  { "Europe/Berlin", "2026-12-31T22:30:00", 15, 45 },
  /* Half an hour of summer time, and a zone that skipped a day. */
  { "Australia/Lord_Howe", "2026-10-03T15:00:00", 3 * 60, 60 },
  { "Pacific/Apia", "2011-12-30T09:00:00", 60, 120 },
};

static BrineInstant
read_instant (const char *text)
{
  BrineLocal local;
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();

  g_assert_true (brine_local_parse (text, &local));
  return brine_zone_resolve (utc, local);
}

static void
test_minutes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (rows[i].zone);

      g_assert_nonnull (zone);
      g_test_message ("%s %s %d", rows[i].zone, rows[i].now, rows[i].minute);
      g_assert_cmpint (brine_later_get_minutes (read_instant (rows[i].now), zone, rows[i].minute),
                       ==, rows[i].later);
    }
}

/* Whenever it is asked: the time that was typed, or a day, and never at once. */
static void
test_any_moment (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
  BrineInstant first = read_instant ("2026-01-01T00:00:00");

  for (int i = 0; i < 20000; i++)
    {
      int minute = g_test_rand_int_range (0, BRINE_MINUTES_PER_DAY);
      BrineInstant now =
          brine_instant_add_seconds (first, g_test_rand_int_range (0, 366 * BRINE_SECONDS_PER_DAY));
      int later = brine_later_get_minutes (now, zone, minute);
      BrineInstant then = brine_instant_add_seconds (now, 60 * (gint64)later);
      BrineLocal local = brine_zone_get_local (zone, then, NULL);

      g_assert_cmpint (later, >=, 1);
      g_assert_cmpint (later, <=, BRINE_MINUTES_PER_DAY);
      /* 02:30 of a night in spring is 03:30. */
      if (later < BRINE_MINUTES_PER_DAY && brine_local_get_minute_of_day (local) != minute)
        g_assert_cmpint (brine_local_get_minute_of_day (local), ==, minute + 60);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/later/minutes", test_minutes);
  g_test_add_func ("/later/any-moment", test_any_moment);
  return g_test_run ();
}
