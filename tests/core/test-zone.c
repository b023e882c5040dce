/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-time.h"

/* What a time in a zone must resolve to. The "zone-oracle" test checks every gap and overlap;
 * these rows are the ones a reader wants to see. */
static const struct
{
  const char *zone;
  const char *local;
  const char *instant; /* in the offset that holds then */
} resolve_table[] = {
  { "Europe/Berlin", "2024-03-31T01:59:59", "2024-03-31T01:59:59+01:00" },
  { "Europe/Berlin", "2024-03-31T02:30:00", "2024-03-31T03:30:00+02:00" }, /* gap */
  { "Europe/Berlin", "2024-03-31T03:00:00", "2024-03-31T03:00:00+02:00" },
  { "Europe/Berlin", "2024-10-27T01:59:59", "2024-10-27T01:59:59+02:00" },
  { "Europe/Berlin", "2024-10-27T02:30:00", "2024-10-27T02:30:00+02:00" }, /* overlap: first */
  { "Europe/Berlin", "2024-10-27T03:00:00", "2024-10-27T03:00:00+01:00" },
  { "America/New_York", "2026-03-08T02:30:00", "2026-03-08T03:30:00-04:00" },
  { "America/New_York", "2026-11-01T01:30:00", "2026-11-01T01:30:00-04:00" },
  /* Half an hour. */
  { "Australia/Lord_Howe", "2026-10-04T02:15:00", "2026-10-04T02:45:00+11:00" },
  { "Australia/Lord_Howe", "2026-04-05T01:45:00", "2026-04-05T01:45:00+11:00" },
  { "Australia/Lord_Howe", "2026-04-05T02:00:00", "2026-04-05T02:00:00+10:30" },
  /* Winter time is the daylight saving in Dublin, as Ramadan is in Casablanca. */
  { "Europe/Dublin", "2026-03-29T01:30:00", "2026-03-29T02:30:00+01:00" },
  { "Europe/Dublin", "2026-10-25T01:30:00", "2026-10-25T01:30:00+01:00" },
  { "Africa/Casablanca", "2026-02-15T02:30:00", "2026-02-15T02:30:00+01:00" },
  { "Africa/Casablanca", "2026-03-22T02:30:00", "2026-03-22T03:30:00+01:00" },
  /* Samoa crossed the date line: 30 December 2011 was never there. */
  { "Pacific/Apia", "2011-12-29T23:59:59", "2011-12-29T23:59:59-10:00" },
  { "Pacific/Apia", "2011-12-30T00:00:00", "2011-12-31T00:00:00+14:00" },
  { "Pacific/Apia", "2011-12-30T12:00:00", "2011-12-31T12:00:00+14:00" },
  { "Pacific/Apia", "2011-12-30T23:59:59", "2011-12-31T23:59:59+14:00" },
  { "Pacific/Apia", "2011-12-31T00:00:00", "2011-12-31T00:00:00+14:00" },
  { "UTC", "2024-02-29T12:00:00", "2024-02-29T12:00:00+00:00" },
  { "Asia/Kathmandu", "2026-12-31T23:59:59", "2026-12-31T23:59:59+05:45" },
};

static GTimeZone *
get_zone (const char *name)
{
  GTimeZone *zone = g_time_zone_new_identifier (name);

  if (zone == NULL)
    g_error ("zone %s is missing: install tzdata", name);
  return zone;
}

static void
test_resolve_table (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (resolve_table); i++)
    {
      g_autoptr (GTimeZone) zone = get_zone (resolve_table[i].zone);
      g_autofree char *text = NULL;
      BrineInstant instant;
      BrineLocal local;
      int offset;

      g_assert_true (brine_local_parse (resolve_table[i].local, &local));
      instant = brine_zone_resolve (zone, local);
      brine_zone_get_local (zone, instant, &offset);
      text = brine_instant_to_string (instant, offset);
      g_assert_cmpstr (text, ==, resolve_table[i].instant);
    }
}

/* Outside a gap, reading the clock at the resolved instant gives the time back. */
static void
test_resolve_round_trip (void)
{
  static const char *const names[] = { "Europe/Berlin", "America/St_Johns", "Asia/Tokyo",
                                       "Pacific/Chatham", "Africa/Casablanca" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GTimeZone) zone = get_zone (names[i]);

      for (int round = 0; round < 4000; round++)
        {
          BrineLocal local = { g_test_rand_int_range (16800, 24100),
                               g_test_rand_int_range (0, BRINE_SECONDS_PER_DAY) };
          BrineInstant instant = brine_zone_resolve (zone, local);
          BrineLocal again = brine_zone_get_local (zone, instant, NULL);
          int64_t moved = brine_local_diff_seconds (again, local);

          /* A gap moves forward, by an hour in these zones. */
          g_assert_true (moved == 0 || moved == 3600);
        }
    }
}

static void
test_instant_parse (void)
{
  static const struct
  {
    const char *text;
    const char *expected; /* in UTC; NULL: refused */
  } rows[] = {
    { "2026-11-22T09:00", "2026-11-22T08:00:00+00:00" }, /* Berlin */
    { "2026-07-01 09:00", "2026-07-01T07:00:00+00:00" },
    { "2026-11-22T09:00+01:00", "2026-11-22T08:00:00+00:00" },
    { "2026-11-22T09:00:30-0330", "2026-11-22T12:30:30+00:00" },
    { "2026-11-22T09:00:00+05", "2026-11-22T04:00:00+00:00" },
    { "2026-11-22T09:00:00.250Z", "2026-11-22T09:00:00.250+00:00" },
    { "2026-11-22T09:00:00.2Z", "2026-11-22T09:00:00.200+00:00" },
    { "2026-11-22T09:00:00.123456Z", "2026-11-22T09:00:00.123+00:00" },
    { "1969-12-31T23:59:59.999Z", "1969-12-31T23:59:59.999+00:00" },
    { "2106-02-07T06:28:16Z", "2106-02-07T06:28:16+00:00" },
    { "2026-11-22T09:00+1", NULL },
    { "2026-11-22T09:00+24:00", NULL },
    { "2026-11-22T09:00+01:60", NULL },
    { "2026-11-22T09:00+01:00x", NULL },
    { "2026-11-22T09:00.Z", NULL },
    { "2026-11-22", NULL },
    { "tomorrow", NULL },
    { "", NULL },
    { NULL, NULL },
  };
  g_autoptr (GTimeZone) berlin = get_zone ("Europe/Berlin");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      BrineInstant instant = { 5 };
      g_autofree char *text = NULL;

      g_assert_cmpint (brine_instant_parse (rows[i].text, berlin, &instant), ==,
                       rows[i].expected != NULL);
      if (rows[i].expected == NULL)
        {
          g_assert_cmpint (instant.unix_ms, ==, 5);
          continue;
        }
      text = brine_instant_to_string (instant, 0);
      g_assert_cmpstr (text, ==, rows[i].expected);
    }
}

static void
test_instant_laws (void)
{
  g_autoptr (GTimeZone) berlin = get_zone ("Europe/Berlin");

  for (int i = 0; i < 20000; i++)
    {
      BrineInstant a = { (gint64)g_test_rand_int () * 997 };
      BrineInstant b = { g_test_rand_bit () ? a.unix_ms : (gint64)g_test_rand_int () * 991 };
      int offset = g_test_rand_int_range (-56, 57) * 900;
      g_autofree char *text = brine_instant_to_string (a, offset);
      BrineInstant again;

      g_assert_cmpint (brine_instant_compare (a, b), ==, -brine_instant_compare (b, a));
      g_assert_cmpint (brine_instant_compare (a, b) == 0, ==, a.unix_ms == b.unix_ms);
      g_assert_cmpint (brine_instant_compare (a, brine_instant_add_seconds (a, 1)), ==, -1);
      g_assert_true (brine_instant_parse (text, berlin, &again));
      g_assert_cmpint (again.unix_ms, ==, a.unix_ms);
    }
}

/* 03:59 and 04:00 on the days when the clocks change. */
static void
test_civil_day_of_instant (void)
{
  static const struct
  {
    const char *instant;
    const char *day;
  } rows[] = {
    { "2026-03-29T03:59:59+02:00", "2026-03-28" }, { "2026-03-29T04:00:00+02:00", "2026-03-29" },
    { "2026-10-25T03:59:59+01:00", "2026-10-24" }, { "2026-10-25T04:00:00+01:00", "2026-10-25" },
    { "2024-02-29T02:59:59Z", "2024-02-28" },      { "2024-02-29T03:00:00Z", "2024-02-29" },
    { "2026-12-31T23:30:00Z", "2026-12-31" },      { "2027-01-01T03:00:00Z", "2027-01-01" },
  };
  g_autoptr (GTimeZone) berlin = get_zone ("Europe/Berlin");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      BrineInstant instant;
      g_autofree char *day = NULL;

      g_assert_true (brine_instant_parse (rows[i].instant, berlin, &instant));
      day = brine_day_to_string (brine_civil_day_of_instant (instant, berlin, 240));
      g_assert_cmpstr (day, ==, rows[i].day);
    }
}

/* A damaged clock or file must not bring the program down. */
static void
test_extreme_instants (void)
{
  static const gint64 extremes[] = { G_MININT64, G_MAXINT64, -1, 0,
                                     G_MAXINT32 * G_GINT64_CONSTANT (1000) };
  g_autoptr (GTimeZone) berlin = get_zone ("Europe/Berlin");

  for (guint i = 0; i < G_N_ELEMENTS (extremes); i++)
    {
      BrineInstant instant = { extremes[i] };
      BrineLocal local = brine_zone_get_local (berlin, instant, NULL);
      g_autofree char *text = brine_instant_to_string (instant, 3600);

      g_assert_true (brine_day_is_valid (local.day));
      g_assert_cmpuint (strlen (text), >, 20);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/zone/resolve-table", test_resolve_table);
  g_test_add_func ("/zone/resolve-round-trip", test_resolve_round_trip);
  g_test_add_func ("/zone/civil-day", test_civil_day_of_instant);
  g_test_add_func ("/instant/parse", test_instant_parse);
  g_test_add_func ("/instant/laws", test_instant_laws);
  g_test_add_func ("/instant/extremes", test_extreme_instants);

  return g_test_run ();
}
