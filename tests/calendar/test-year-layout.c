/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-year-day.h"
#include "brine-year-layout.h"
#include "brine-year-words.h"

#include <math.h>

static BrineDay
day (const char *text)
{
  BrineDay result;

  g_assert_true (brine_day_parse (text, &result));
  return result;
}

/* Geometry --------------------------------------------------------------------------------- */

/* Every day has a place of its own, under its weekday, and is found there again. */
static void
check_year (const BrineYearLayout *layout)
{
  BrineDay first = brine_year_layout_get_first (layout->year);
  int n_days = brine_year_layout_get_n_days (layout->year);

  for (int i = 0; i < n_days; i++)
    {
      BrineMonthRect cell = brine_year_layout_get_cell (layout, first + i);
      int month;

      g_assert_cmpfloat (cell.x, ==, floor (cell.x));
      g_assert_cmpfloat (cell.y, ==, floor (cell.y));
      g_assert_cmpfloat (cell.y + cell.height, <=, brine_year_layout_get_height (layout));
      brine_day_get_ymd (first + i, NULL, &month, NULL);
      BrineMonthRect head = brine_year_layout_get_head (layout, month);
      int column = (brine_day_get_weekday (first + i) - layout->first_weekday + 7) % 7;
      double start = cell.x - head.x;
      if (layout->mirrored)
        start = head.x + head.width - cell.x - cell.width;
      g_assert_cmpfloat (start, ==, column * (layout->cell_width + BRINE_YEAR_GAP));
      g_assert_cmpfloat (cell.y, >=, head.y + head.height);
      g_assert_cmpint (brine_year_layout_hit (layout, cell.x + cell.width / 2,
                                              cell.y + cell.height / 2),
                       ==, first + i);
      g_assert_cmpint (brine_year_layout_hit (layout, cell.x, cell.y), ==, first + i);
    }
}

static void
test_geometry (void)
{
  static const int years[] = { 1, 1900, 2000, 2024, 2026, 2027, 9999 };
  static const double widths[] = { 360, 560, 700, 860, 1180, 1920 };

  for (guint y = 0; y < G_N_ELEMENTS (years); y++)
    for (guint w = 0; w < G_N_ELEMENTS (widths); w++)
      for (int first = 1; first <= 7; first++)
        for (int form = 0; form < 4; form++)
          {
            BrineYearLayout layout = brine_year_layout_make (years[y], first, widths[w], 660, 1,
                                                             form % 2 == 1, form >= 2);
            check_year (&layout);
          }
}

static void
test_columns (void)
{
  static const struct
  {
    double width;
    double text_scale;
    gboolean narrow;
    int n_columns;
  } rows[] = {
    { 1180, 1, FALSE, 4 }, { 1100, 1, FALSE, 3 }, { 900, 1, FALSE, 3 },    { 700, 1, FALSE, 2 },
    { 500, 1, FALSE, 1 },  { 360, 1, TRUE, 1 },   { 1180, 1, TRUE, 1 },    { 1920, 1, FALSE, 4 },
    { 0, 1, FALSE, 1 },    { 0, 1, TRUE, 1 },     { 1180, 1.5, FALSE, 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      BrineYearLayout layout = brine_year_layout_make (2026, 1, rows[i].width, 0,
                                                       rows[i].text_scale, rows[i].narrow, FALSE);

      g_assert_cmpint (layout.n_columns, ==, rows[i].n_columns);
      g_assert_cmpint (12 % layout.n_columns, ==, 0);
    }
}

static void
test_fills_the_room (void)
{
  BrineYearLayout low = brine_year_layout_make (2026, 1, 1180, 0, 1, FALSE, FALSE);
  BrineYearLayout banner = brine_year_layout_make (2026, 1, 1180, 614, 1, FALSE, FALSE);
  BrineYearLayout plain = brine_year_layout_make (2026, 1, 1180, 660, 1, FALSE, FALSE);
  BrineYearLayout scrolled = brine_year_layout_make (2026, 1, 1060, 480, 1, FALSE, FALSE);
  BrineYearLayout high = brine_year_layout_make (2026, 1, 1600, 1000, 1, FALSE, FALSE);
  BrineYearLayout narrow = brine_year_layout_make (2026, 1, 360, 0, 1, TRUE, FALSE);
  BrineMonthRect head = brine_year_layout_get_head (&narrow, 1);

  g_assert_cmpfloat (low.cell_height, ==, 22);
  g_assert_cmpfloat (scrolled.cell_height, ==, 26);
  /* 800 high with a line above the pages, no scrolling; without the line as drawn for it */
  g_assert_cmpfloat (brine_year_layout_get_height (&banner), <=, 614);
  g_assert_cmpfloat (banner.cell_height, ==, 24);
  g_assert_cmpfloat (brine_year_layout_get_height (&plain), <=, 660);
  g_assert_cmpfloat (plain.cell_height, >=, 26);
  g_assert_cmpfloat (high.cell_height, >, 26);
  g_assert_cmpfloat (brine_year_layout_get_height (&high), <=, 1000);
  g_assert_cmpfloat (head.x, >=, 12);
  g_assert_cmpfloat (head.x + head.width, <=, 348);
  g_assert_cmpfloat (brine_year_layout_get_minimum_width (1), <=, 360);
}

static void
test_hit_outside (void)
{
  BrineYearLayout layout = brine_year_layout_make (2026, 1, 1180, 0, 1, FALSE, FALSE);
  BrineMonthRect first = brine_year_layout_get_cell (&layout, day ("2026-01-01"));
  BrineMonthRect last = brine_year_layout_get_cell (&layout, day ("2026-01-31"));

  g_assert_cmpint (brine_year_layout_hit (&layout, first.x - 10, first.y + 5), ==,
                   BRINE_DAY_INVALID); /* before the 1st, a Thursday */
  g_assert_cmpint (brine_year_layout_hit (&layout, last.x + last.width + 10, last.y + 5), ==,
                   BRINE_DAY_INVALID);
  g_assert_cmpint (brine_year_layout_hit (&layout, first.x, 3), ==, BRINE_DAY_INVALID);
  g_assert_cmpint (brine_year_layout_hit (&layout, -5, 100), ==, BRINE_DAY_INVALID);
  g_assert_cmpint (brine_year_layout_hit (&layout, 5000, 5000), ==, BRINE_DAY_INVALID);
}

static void
test_leap_years (void)
{
  g_assert_cmpint (brine_year_layout_get_n_days (2024), ==, 366);
  g_assert_cmpint (brine_year_layout_get_n_days (2026), ==, 365);
  g_assert_cmpint (brine_year_layout_get_n_days (2000), ==, 366);
  g_assert_cmpint (brine_year_layout_get_n_days (2100), ==, 365);
}

/* Days ------------------------------------------------------------------------------------- */

static BrineYearDay
make_day (const char *date, double mood, int planned, int done, int partly)
{
  BrineDayFacts facts = { .day = day (date), .n_checkins = mood > 0, .mood_mean = mood };

  facts.practices[BRINE_PRACTICE_WALK] = (BrinePracticeFacts){
    .planned = planned, .done = done, .partly = partly, .missed = planned - done - partly
  };
  return brine_year_day_make (facts.day, &facts, day ("2026-11-19"), BRINE_CALENDAR_FILTER_ALL);
}

static void
test_kinds (void)
{
  BrineYearDay logged = make_day ("2026-11-18", 4, 2, 1, 0);
  BrineYearDay quiet = make_day ("2026-11-18", 0, 2, 0, 0);
  BrineYearDay ahead = make_day ("2026-11-20", 0, 2, 0, 0);
  BrineYearDay unknown =
      brine_year_day_make (day ("2026-11-18"), NULL, day ("2026-11-19"), BRINE_CALENDAR_FILTER_ALL);
  BrineYearDay paused = logged;

  paused.day.paused = TRUE;
  for (int measure = BRINE_YEAR_MOOD; measure <= BRINE_YEAR_ADHERENCE; measure++)
    {
      g_assert_cmpint (brine_year_day_get_kind (&logged, measure), ==, BRINE_YEAR_LOGGED);
      g_assert_cmpint (brine_year_day_get_kind (&quiet, measure), ==, BRINE_YEAR_NOT_LOGGED);
      g_assert_cmpint (brine_year_day_get_kind (&ahead, measure), ==, BRINE_YEAR_BLANK);
      g_assert_cmpint (brine_year_day_get_kind (&unknown, measure), ==, BRINE_YEAR_BLANK);
      g_assert_cmpint (brine_year_day_get_kind (&paused, measure), ==, BRINE_YEAR_PAUSED);
    }
}

static void
test_fifths (void)
{
  static const struct
  {
    int planned;
    int done;
    int partly;
    int fifths;
  } rows[] = {
    { 8, 0, 0, 0 }, { 8, 1, 0, 1 }, { 20, 1, 0, 1 }, { 8, 4, 0, 3 },   { 8, 3, 1, 2 },
    { 8, 7, 0, 4 }, { 8, 7, 1, 4 }, { 8, 8, 0, 5 },  { 20, 19, 0, 4 }, { 0, 0, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      BrineYearDay it = make_day ("2026-11-18", 3, rows[i].planned, rows[i].done, rows[i].partly);
      g_assert_cmpint (brine_year_day_get_fifths (&it), ==, rows[i].fifths);
    }
}

/* What a filter leaves of a day with a walk that was done, one that was missed, a meal that was
 * done, and of the same day paused or ahead. */
static const struct
{
  BrineCalendarFilter filter;
  const char *date;
  gboolean paused;
  int shown;
  BrineYearKind kind;
} filtered[] = {
#define WALKS (1u << BRINE_PRACTICE_WALK)
#define MEALS (1u << BRINE_PRACTICE_MEAL)
#define SLEEP (1u << BRINE_PRACTICE_SLEEP)
#define ALL_STATES BRINE_FILTER_ALL_STATES
#define ALL BRINE_FILTER_ALL_PRACTICES
#define ONLY(state) (1u << BRINE_FILTER_##state)
  { { ALL, ALL_STATES }, "2026-11-18", FALSE, -1, BRINE_YEAR_LOGGED },
  { { ALL, ONLY (DONE) }, "2026-11-18", FALSE, 2, BRINE_YEAR_LOGGED },
  { { ALL, ONLY (MISSED) }, "2026-11-18", FALSE, 1, BRINE_YEAR_LOGGED },
  { { ALL, ONLY (DONE) | ONLY (MISSED) }, "2026-11-18", FALSE, 3, BRINE_YEAR_LOGGED },
  { { ALL, ONLY (SKIPPED) }, "2026-11-18", FALSE, 0, BRINE_YEAR_BLANK },
  { { MEALS, ONLY (MISSED) }, "2026-11-18", FALSE, 0, BRINE_YEAR_BLANK },
  { { MEALS, ALL_STATES }, "2026-11-18", FALSE, 1, BRINE_YEAR_LOGGED },
  { { WALKS, ALL_STATES }, "2026-11-18", FALSE, 2, BRINE_YEAR_LOGGED },
  { { SLEEP, ALL_STATES }, "2026-11-18", FALSE, 0, BRINE_YEAR_BLANK },
  { { ALL, ONLY (PAUSED) }, "2026-11-18", TRUE, 3, BRINE_YEAR_PAUSED },
  { { ALL, ONLY (DONE) }, "2026-11-18", TRUE, 0, BRINE_YEAR_BLANK },
  { { ALL, ONLY (PLANNED) }, "2026-11-20", FALSE, 3, BRINE_YEAR_MATCH },
  { { ALL, ONLY (DONE) }, "2026-11-20", FALSE, 0, BRINE_YEAR_BLANK },
};

static BrineYearDay
make_filtered (guint row)
{
  BrineDayFacts facts = { .day = day (filtered[row].date), .paused = filtered[row].paused };
  BrinePracticeFacts *walks = &facts.practices[BRINE_PRACTICE_WALK];
  BrinePracticeFacts *meals = &facts.practices[BRINE_PRACTICE_MEAL];
  gboolean ahead = facts.day > day ("2026-11-19");

  *walks = (BrinePracticeFacts){ .planned = 2, .done = 1, .missed = 1 };
  *meals = (BrinePracticeFacts){ .planned = 1, .done = 1 };
  if (ahead)
    {
      *walks = (BrinePracticeFacts){ .planned = 2, .open = 2 };
      *meals = (BrinePracticeFacts){ .planned = 1, .open = 1 };
    }
  else if (facts.paused)
    {
      *walks = (BrinePracticeFacts){ .planned = 2, .paused = 2 };
      *meals = (BrinePracticeFacts){ .planned = 1, .paused = 1 };
    }
  facts.n_checkins = !ahead;
  facts.mood_mean = ahead ? 0 : 4;
  return brine_year_day_make (facts.day, &facts, day ("2026-11-19"), filtered[row].filter);
}

static void
test_filtered (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (filtered); i++)
    {
      BrineYearDay it = make_filtered (i);
      BrineYearStats stats = brine_year_stats_make (&it, 1, 11);

      g_test_message ("row %u", i);
      g_assert_cmpint (it.shown, ==, filtered[i].shown);
      g_assert_true (it.content);
      g_assert_cmpint (brine_year_day_get_kind (&it, BRINE_YEAR_MOOD), ==, filtered[i].kind);
      g_assert_cmpint (stats.shown, ==, filtered[i].shown);
      g_assert_cmpint (stats.shown_days, ==, filtered[i].shown > 0);
    }
}

/* What came before the diary is no gap in it. */
static void
test_before (void)
{
  BrineYearDay days[4];

  for (int i = 0; i < 4; i++)
    days[i] = make_day ("2026-11-10", 0, i == 2 ? 1 : 0, 0, 0);
  brine_year_day_mark_before (days, 4);
  g_assert_true (days[0].before && days[1].before);
  g_assert_false (days[2].before || days[3].before);
  g_assert_cmpint (brine_year_day_get_kind (&days[1], BRINE_YEAR_MOOD), ==, BRINE_YEAR_BLANK);
  g_assert_cmpint (brine_year_day_get_kind (&days[3], BRINE_YEAR_MOOD), ==, BRINE_YEAR_NOT_LOGGED);
}

/* Figures and words ------------------------------------------------------------------------ */

static void
test_middle (void)
{
  static const struct
  {
    int moods[5];
    double middle;
  } rows[] = {
    { { 0 }, 0 },
    { { 0, 0, 1, 0, 0 }, 3 },
    { { 1, 0, 0, 0, 1 }, 3 },
    { { 0, 0, 1, 1, 0 }, 3.5 },
    { { 0, 0, 2, 1, 0 }, 3 },
    { { 0, 0, 0, 0, 4 }, 5 },
    { { 3, 0, 0, 1, 1 }, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      BrineYearStats stats = { 0 };

      for (int mood = 0; mood < 5; mood++)
        {
          stats.moods[mood] = rows[i].moods[mood];
          stats.logged += rows[i].moods[mood];
        }
      g_assert_cmpfloat (brine_year_stats_get_middle (&stats), ==, rows[i].middle);
    }
}

static void
test_stats (void)
{
  BrineYearDay days[] = {
    make_day ("2026-10-31", 2, 3, 3, 0), make_day ("2026-11-16", 4, 2, 1, 0),
    make_day ("2026-11-17", 0, 2, 0, 0), make_day ("2026-11-18", 5, 2, 2, 0),
    make_day ("2026-11-19", 3, 4, 1, 0), make_day ("2026-11-20", 0, 2, 0, 0),
  };

  days[3].day.paused = TRUE;
  days[4].open = 3;
  BrineYearStats month = brine_year_stats_make (days, G_N_ELEMENTS (days), 11);
  g_assert_cmpint (month.days, ==, 3);
  g_assert_cmpint (month.logged, ==, 2);
  g_assert_cmpint (month.paused, ==, 1);
  g_assert_cmpint (month.done, ==, 2);
  g_assert_cmpint (month.planned, ==, 5); /* what is open counts for nothing yet */
  g_assert_cmpint (brine_year_stats_make (days, G_N_ELEMENTS (days), 0).days, ==, 4);
  g_assert_cmpint (brine_year_stats_make (days, G_N_ELEMENTS (days), 12).days, ==, 0);
}

static void
check_text (char *text, const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

static void
test_words (void)
{
  BrineYearStats stats = {
    .days = 28,
    .logged = 25,
    .paused = 2,
    .moods = { 0, 0, 12, 13, 0 },
    .done = 183,
    .planned = 240,
    .shown = -1,
  };
  BrineYearStats one = { .days = 1, .paused = 1, .shown = -1 };
  BrineYearStats none = { .shown = -1 };
  BrineYearStats missed = stats;
  BrineYearDay it = make_day ("2026-11-18", 4, 8, 7, 0);

  check_text (brine_year_words_make_summary (&stats, BRINE_YEAR_MOOD),
              "Mood logged on 25 of 28 days. 2 paused days are left out. Middle value 4.");
  check_text (brine_year_words_make_summary (&stats, BRINE_YEAR_ADHERENCE),
              "183 of 240 planned things done. 2 paused days are left out.");
  check_text (brine_year_words_make_summary (&one, BRINE_YEAR_MOOD),
              "Mood logged on 0 of 1 day. 1 paused day is left out.");
  check_text (brine_year_words_make_summary (&none, BRINE_YEAR_MOOD), "Nothing is logged here.");
  check_text (brine_year_words_make_head (&stats, BRINE_YEAR_MOOD), "middle 4");
  check_text (brine_year_words_make_head (&stats, BRINE_YEAR_ADHERENCE), "183 of 240");
  check_text (brine_year_words_make_head (&none, BRINE_YEAR_MOOD), NULL);
  check_text (brine_year_words_make_number (&it, BRINE_YEAR_MOOD), "4");
  check_text (brine_year_words_make_number (&it, BRINE_YEAR_ADHERENCE), "7/8");
  check_text (brine_year_words_make_card (&it), "Mood 4 · 7 of 8 done");
  check_text (brine_year_words_make_month (11), "November");
  check_text (brine_year_words_make_name (&it, day ("2026-11-19")),
              "Wednesday 18 November, mood good, 7 of 8 done");
  it.shown = 1;
  check_text (brine_year_words_make_card (&it), "Mood 4 · 7 of 8 done · 1 shown");
  check_text (brine_year_words_make_name (&it, day ("2026-11-19")),
              "Wednesday 18 November, mood good, 7 of 8 done, 1 shown");
  it.day.paused = TRUE;
  check_text (brine_year_words_make_number (&it, BRINE_YEAR_MOOD), NULL);
  missed.shown = 12;
  missed.shown_days = 9;
  check_text (brine_year_words_make_head (&missed, BRINE_YEAR_MOOD), "12 shown");
  check_text (brine_year_words_make_summary (&missed, BRINE_YEAR_ADHERENCE),
              "12 shown, on 9 days. 183 of 240 planned things done. 2 paused days are left out.");
  missed.shown = missed.shown_days = 0;
  check_text (brine_year_words_make_head (&missed, BRINE_YEAR_MOOD), NULL);
  check_text (brine_year_words_make_summary (&missed, BRINE_YEAR_ADHERENCE),
              "Nothing is shown. 183 of 240 planned things done. 2 paused days are left out.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/year/geometry", test_geometry);
  g_test_add_func ("/year/columns", test_columns);
  g_test_add_func ("/year/fills-the-room", test_fills_the_room);
  g_test_add_func ("/year/hit-outside", test_hit_outside);
  g_test_add_func ("/year/leap-years", test_leap_years);
  g_test_add_func ("/year/kinds", test_kinds);
  g_test_add_func ("/year/fifths", test_fifths);
  g_test_add_func ("/year/filtered", test_filtered);
  g_test_add_func ("/year/before", test_before);
  g_test_add_func ("/year/middle", test_middle);
  g_test_add_func ("/year/stats", test_stats);
  g_test_add_func ("/year/words", test_words);
  return g_test_run ();
}
