/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-time.h"

static const struct
{
  const char *text;
  BrineDay day;
  int weekday;
  int week_year;
  int week;
} day_table[] = {
  { "1970-01-01", 0, 4, 1970, 1 },
  { "1969-12-31", -1, 3, 1970, 1 },
  { "2000-02-29", 11016, 2, 2000, 9 },
  { "2024-02-29", 19782, 4, 2024, 9 },  /* leap day */
  { "2024-12-29", 20086, 7, 2024, 52 }, /* year end */
  { "2024-12-30", 20087, 1, 2025, 1 },
  { "2020-12-31", 18627, 4, 2020, 53 }, /* a year of 53 weeks */
  { "2021-01-03", 18630, 7, 2020, 53 },
  { "2021-01-04", 18631, 1, 2021, 1 },
  { "2026-11-22", 20779, 7, 2026, 47 },
  { "2026-03-29", 20541, 7, 2026, 13 }, /* spring forward in Europe */
  { "2026-10-25", 20751, 7, 2026, 43 }, /* autumn back */
  { "0001-01-01", BRINE_DAY_MIN, 1, 1, 1 },
  { "9999-12-31", BRINE_DAY_MAX, 5, 9999, 52 },
};

static void
test_day_table (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (day_table); i++)
    {
      g_autofree char *text = brine_day_to_string (day_table[i].day);
      BrineDay day = 7;
      int week_year;

      g_assert_true (brine_day_parse (day_table[i].text, &day));
      g_assert_cmpint (day, ==, day_table[i].day);
      g_assert_cmpstr (text, ==, day_table[i].text);
      g_assert_cmpint (brine_day_get_weekday (day), ==, day_table[i].weekday);
      g_assert_cmpint (brine_day_get_iso_week (day, &week_year), ==, day_table[i].week);
      g_assert_cmpint (week_year, ==, day_table[i].week_year);
    }
}

static void
test_day_invalid (void)
{
  static const char *const texts[] = { "",           "2026-1-1",   "2026-02-29",
                                       "2026-13-01", "2026-00-10", "0000-01-01",
                                       "2026-04-31", "1900-02-29", "2026-11-22T00",
                                       "20261122",   " 2026-11-22" };
  BrineDay day = 42;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_false (brine_day_parse (texts[i], &day));
  g_assert_false (brine_day_parse (NULL, &day));
  g_assert_cmpint (day, ==, 42);

  g_assert_cmpint (brine_day_from_ymd (2023, 2, 29), ==, BRINE_DAY_INVALID);
  g_assert_cmpint (brine_day_from_ymd (10000, 1, 1), ==, BRINE_DAY_INVALID);
  g_assert_false (brine_day_is_valid (BRINE_DAY_INVALID));
  g_assert_false (brine_day_is_valid (BRINE_DAY_MAX + 1));
}

/* GDate is the oracle, over every year that a day can have. */
static void
test_day_against_gdate (void)
{
  for (int i = 0; i < 50000; i++)
    {
      BrineDay day = g_test_rand_int_range (BRINE_DAY_MIN, BRINE_DAY_MAX - 6);
      int year, month, day_of_month;
      GDate date;

      g_date_clear (&date, 1);
      g_date_set_julian (&date, (guint32)(day - BRINE_DAY_MIN + 1));
      brine_day_get_ymd (day, &year, &month, &day_of_month);

      g_assert_cmpint (year, ==, g_date_get_year (&date));
      g_assert_cmpint (month, ==, (int)g_date_get_month (&date));
      g_assert_cmpint (day_of_month, ==, g_date_get_day (&date));
      g_assert_cmpint (brine_day_get_weekday (day), ==, (int)g_date_get_weekday (&date));
      g_assert_cmpint (brine_day_get_iso_week (day, NULL), ==,
                       (int)g_date_get_iso8601_week_of_year (&date));
      g_assert_cmpint (brine_day_from_ymd (year, month, day_of_month), ==, day);
    }
}

static void
test_day_week_start (void)
{
  BrineDay sunday = brine_day_from_ymd (2026, 11, 22);

  g_assert_cmpint (brine_day_get_week_start (sunday, 1), ==, sunday - 6);
  g_assert_cmpint (brine_day_get_week_start (sunday, 7), ==, sunday);
  g_assert_cmpint (brine_day_get_week_start (sunday, 6), ==, sunday - 1);

  for (int first = 1; first <= 7; first++)
    for (BrineDay day = sunday; day < sunday + 800; day++)
      {
        BrineDay start = brine_day_get_week_start (day, first);

        g_assert_cmpint (brine_day_get_weekday (start), ==, first);
        g_assert_cmpint (start, <=, day);
        g_assert_cmpint (start, >, day - 7);
      }
}

static void
test_day_add_months (void)
{
  static const struct
  {
    const char *from;
    int months;
    const char *to;
  } rows[] = {
    { "2024-01-31", 1, "2024-02-29" },  { "2023-01-31", 1, "2023-02-28" },
    { "2024-02-29", 12, "2025-02-28" }, { "2024-02-29", 48, "2028-02-29" },
    { "2026-12-15", 1, "2027-01-15" },  { "2026-01-15", -1, "2025-12-15" },
    { "2026-03-31", -1, "2026-02-28" }, { "2026-05-31", 0, "2026-05-31" },
    { "9999-12-01", 1, "9999-12-31" },  { "0001-01-20", -1, "0001-01-01" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      BrineDay from;
      g_autofree char *to = NULL;

      g_assert_true (brine_day_parse (rows[i].from, &from));
      to = brine_day_to_string (brine_day_add_months (from, rows[i].months));
      g_assert_cmpstr (to, ==, rows[i].to);
    }

  g_assert_cmpint (brine_day_get_days_in_month (2024, 2), ==, 29);
  g_assert_cmpint (brine_day_get_days_in_month (2100, 2), ==, 28);
  g_assert_cmpint (brine_day_get_days_in_month (2000, 2), ==, 29);
}

static void
test_local_parse (void)
{
  static const struct
  {
    const char *text;
    const char *expected; /* NULL: refused */
  } rows[] = {
    { "2026-11-23T08:00", "2026-11-23T08:00:00" },
    { "2026-11-23 08:00", "2026-11-23T08:00:00" },
    { "2026-11-23T08:00:59", "2026-11-23T08:00:59" },
    { "2026-11-23T23:59:60", "2026-11-23T23:59:59" }, /* leap second */
    { "2024-02-29T00:00", "2024-02-29T00:00:00" },
    { "2026-11-23T24:00", NULL },
    { "2026-11-23T08:60", NULL },
    { "2026-11-23T08:00:61", NULL },
    { "2026-11-23T8:00", NULL },
    { "2026-11-23T08:00Z", NULL },
    { "2026-11-23T08", NULL },
    { "2026-11-23T08:00:", NULL },
    { "2026-11-23", NULL },
    { "2026-02-30T08:00", NULL },
    { "", NULL },
    { NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      BrineLocal local = { 1, 2 };
      g_autofree char *text = NULL;

      g_assert_cmpint (brine_local_parse (rows[i].text, &local), ==, rows[i].expected != NULL);
      if (rows[i].expected == NULL)
        {
          g_assert_true (brine_local_equal (local, (BrineLocal){ 1, 2 }));
          continue;
        }
      text = brine_local_to_string (local);
      g_assert_cmpstr (text, ==, rows[i].expected);
    }
}

static BrineLocal
random_local (void)
{
  /* Few days and few seconds, so that equal ones come up. */
  return (BrineLocal){ g_test_rand_int_range (-2, 3), g_test_rand_int_range (0, 4) * 28799 };
}

static int
sign (int64_t number)
{
  return number > 0 ? 1 : number < 0 ? -1 : 0;
}

static void
test_local_laws (void)
{
  for (int i = 0; i < 20000; i++)
    {
      BrineLocal a = random_local (), b = random_local (), c = random_local ();
      int64_t seconds = g_test_rand_int_range (-40000000, 40000000);
      BrineLocal moved = brine_local_add_seconds (a, seconds);

      g_assert_cmpint (brine_local_compare (a, a), ==, 0);
      g_assert_cmpint (brine_local_compare (a, b), ==, -brine_local_compare (b, a));
      g_assert_cmpint (brine_local_equal (a, b), ==, brine_local_compare (a, b) == 0);
      g_assert_cmpint (sign (brine_local_diff_seconds (a, b)), ==, brine_local_compare (a, b));
      if (brine_local_compare (a, b) <= 0 && brine_local_compare (b, c) <= 0)
        g_assert_cmpint (brine_local_compare (a, c), <=, 0);

      g_assert_cmpint (moved.second, >=, 0);
      g_assert_cmpint (moved.second, <, BRINE_SECONDS_PER_DAY);
      g_assert_cmpint (brine_local_diff_seconds (moved, a), ==, seconds);
      g_assert_true (brine_local_equal (brine_local_add_seconds (moved, -seconds), a));
    }
}

static void
test_local_edges (void)
{
  BrineLocal year_end = brine_local (brine_day_from_ymd (2026, 12, 31), 23, 59);
  BrineLocal next = brine_local_add_seconds (year_end, 60);
  BrineLocal last = brine_local_add_seconds (year_end, G_MAXINT64);
  BrineLocal first = brine_local_add_seconds (year_end, G_MININT64);

  g_assert_cmpint (next.day, ==, brine_day_from_ymd (2027, 1, 1));
  g_assert_cmpint (next.second, ==, 0);
  g_assert_cmpint (brine_local_get_minute_of_day (year_end), ==, 1439);
  g_assert_cmpint (last.day, ==, BRINE_DAY_MAX);
  g_assert_cmpint (first.day, ==, BRINE_DAY_MIN);
  g_assert_true (brine_local_equal (brine_local (10, 25, 0), brine_local (11, 1, 0)));
}

static void
test_civil_day (void)
{
  static const struct
  {
    int hour, minute, day_start_minutes, shift;
  } rows[] = {
    { 3, 59, 240, -1 },  { 4, 0, 240, 0 }, { 1, 0, 240, -1 }, { 23, 59, 240, 0 },
    { 0, 0, 0, 0 },      { 23, 59, 0, 0 }, { 0, 0, 720, -1 }, { 12, 0, 720, 0 },
    { 11, 59, 720, -1 }, { 0, 0, 1, -1 },  { 0, 1, 1, 0 },
  };
  BrineDay leap_day = brine_day_from_ymd (2024, 2, 29);
  BrineDay new_year = brine_day_from_ymd (2027, 1, 1);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      BrineLocal on_leap_day = brine_local (leap_day, rows[i].hour, rows[i].minute);
      BrineLocal on_new_year = brine_local (new_year, rows[i].hour, rows[i].minute);
      int start = rows[i].day_start_minutes;

      g_assert_cmpint (brine_civil_day_of_local (on_leap_day, start), ==, leap_day + rows[i].shift);
      g_assert_cmpint (brine_civil_day_of_local (on_new_year, start), ==, new_year + rows[i].shift);
    }

  /* The last second before the edge, and the edge. */
  g_assert_cmpint (brine_civil_day_of_local ((BrineLocal){ 9, 14399 }, 240), ==, 8);
  g_assert_cmpint (brine_civil_day_of_local ((BrineLocal){ 9, 14400 }, 240), ==, 9);
  /* Nothing lies before the first day. */
  g_assert_cmpint (brine_civil_day_of_local ((BrineLocal){ BRINE_DAY_MIN, 0 }, 240), ==,
                   BRINE_DAY_MIN);
}

static void
test_civil_day_start (void)
{
  for (int start = 0; start <= 720; start += 15)
    for (BrineDay day = 20500; day < 20520; day++)
      {
        BrineLocal edge = brine_civil_day_get_start (day, start);

        g_assert_cmpint (brine_civil_day_of_local (edge, start), ==, day);
        edge = brine_local_add_seconds (edge, -1);
        g_assert_cmpint (brine_civil_day_of_local (edge, start), ==, day - 1);
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/day/table", test_day_table);
  g_test_add_func ("/day/invalid", test_day_invalid);
  g_test_add_func ("/day/against-gdate", test_day_against_gdate);
  g_test_add_func ("/day/week-start", test_day_week_start);
  g_test_add_func ("/day/add-months", test_day_add_months);
  g_test_add_func ("/local/parse", test_local_parse);
  g_test_add_func ("/local/laws", test_local_laws);
  g_test_add_func ("/local/edges", test_local_edges);
  g_test_add_func ("/civil-day/table", test_civil_day);
  g_test_add_func ("/civil-day/start", test_civil_day_start);

  return g_test_run ();
}
