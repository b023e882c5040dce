/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-month-day.h"
#include "brine-month-layout.h"
#include "brine-month-words.h"

#include <math.h>

static BrineDay
day (const char *text)
{
  BrineDay result;

  g_assert_true (brine_day_parse (text, &result));
  return result;
}

/* Days of months --------------------------------------------------------------------------- */

static void
test_range (void)
{
  static const struct
  {
    const char *date;
    int first_weekday;
    const char *first;
    int n_days;
  } rows[] = {
    { "2026-11-19", 1, "2026-10-26", 42 }, /* begins on a Sunday */
    { "2026-11-19", 7, "2026-11-01", 35 },
    { "2026-11-19", 6, "2026-10-31", 35 },
    { "2021-02-14", 1, "2021-02-01", 28 }, /* four weeks to the day */
    { "2021-02-14", 7, "2021-01-31", 35 },
    { "2024-02-29", 1, "2024-01-29", 35 }, /* a leap year */
    { "2100-02-28", 1, "2100-02-01", 28 }, /* none */
    { "2026-12-31", 1, "2026-11-30", 35 },
    { "9999-12-31", 1, "9999-11-29", 33 }, /* the calendar ends on a Friday */
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      BrineDay first;
      int n_days;

      brine_month_layout_get_range (day (rows[i].date), rows[i].first_weekday, &first, &n_days);
      g_assert_cmpint (first, ==, day (rows[i].first));
      g_assert_cmpint (n_days, ==, rows[i].n_days);
    }
}

/* Whatever the month and the first weekday: it is all there, in whole weeks. */
static void
test_range_holds_the_month (void)
{
  for (BrineDay date = day ("1999-01-15"); date < day ("2032-01-01"); date += 30)
    for (int weekday = 1; weekday <= 7; weekday++)
      {
        BrineDay first;
        int n_days, year, month;

        brine_month_layout_get_range (date, weekday, &first, &n_days);
        brine_day_get_ymd (date, &year, &month, NULL);
        BrineDay from = brine_day_from_ymd (year, month, 1);
        g_assert_cmpint (n_days % 7, ==, 0);
        g_assert_cmpint (n_days, >=, 28);
        g_assert_cmpint (n_days, <=, BRINE_MONTH_MAX_DAYS);
        g_assert_cmpint (brine_day_get_weekday (first), ==, weekday);
        g_assert_cmpint (first, <=, from);
        g_assert_cmpint (first + 7, >, from);
        g_assert_cmpint (first + n_days, >, from + brine_day_get_days_in_month (year, month) - 1);
      }
}

static void
test_weekdays_and_weeks (void)
{
  static const struct
  {
    const char *first;
    int number;
  } weeks[] = {
    { "2026-11-16", 47 }, /* Monday */
    { "2026-11-15", 47 }, /* the Sunday before it */
    { "2026-11-14", 47 }, /* the Saturday before it */
    { "2026-12-28", 53 }, { "2021-01-04", 1 }, { "2021-01-03", 1 }, { "2020-12-27", 53 },
  };

  for (int first = 1; first <= 7; first++)
    for (int column = 0; column < 7; column++)
      g_assert_cmpint (brine_month_layout_get_weekday (first, column), ==,
                       brine_day_get_weekday (brine_day_get_week_start (day ("2026-11-19"), first)
                                              + column));
  for (guint i = 0; i < G_N_ELEMENTS (weeks); i++)
    g_assert_cmpint (brine_month_layout_get_week_number (day (weeks[i].first)), ==,
                     weeks[i].number);
}

/* Geometry --------------------------------------------------------------------------------- */

static void
check_geometry (const BrineMonthGeometry *geometry)
{
  for (int i = 0; i < geometry->n_weeks * 7; i++)
    {
      BrineMonthRect cell = brine_month_layout_get_cell (geometry, i);
      BrineMonthRect head = brine_month_layout_get_head (geometry, i % 7);
      BrineMonthRect week = brine_month_layout_get_week (geometry, i / 7);

      g_assert_cmpfloat (cell.x, ==, floor (cell.x));
      g_assert_cmpfloat (cell.y, ==, floor (cell.y));
      g_assert_cmpfloat (head.x, ==, cell.x);
      g_assert_cmpfloat (week.y, ==, cell.y);
      if (cell.width <= 0 || cell.height <= 0)
        continue;
      g_assert_cmpint (brine_month_layout_hit (geometry, cell.x + cell.width / 2,
                                               cell.y + cell.height / 2),
                       ==, i);
      g_assert_cmpint (brine_month_layout_hit (geometry, cell.x + 0.5, cell.y), ==, i);
    }
}

static void
test_geometry (void)
{
  static const double widths[] = { 0, 1, 29, 280, 360, 1180.0, 1183 };
  static const double heights[] = { 0, 30, 336, 700, 701 };

  for (guint w = 0; w < G_N_ELEMENTS (widths); w++)
    for (guint h = 0; h < G_N_ELEMENTS (heights); h++)
      for (int weeks = 4; weeks <= BRINE_MONTH_MAX_WEEKS; weeks++)
        for (int mirrored = 0; mirrored < 2; mirrored++)
          {
            BrineMonthGeometry geometry = { widths[w], heights[h], 24, 30, weeks, mirrored };
            check_geometry (&geometry);
          }
}

static void
test_hit_outside (void)
{
  BrineMonthGeometry geometry = { 730, 624, 24, 30, 6, FALSE };

  g_assert_cmpint (brine_month_layout_hit (&geometry, 10, 100), ==, -1); /* week numbers */
  g_assert_cmpint (brine_month_layout_hit (&geometry, 100, 10), ==, -1); /* weekdays */
  g_assert_cmpint (brine_month_layout_hit (&geometry, 730, 100), ==, -1);
  g_assert_cmpint (brine_month_layout_hit (&geometry, 100, 624), ==, -1);
  g_assert_cmpint (brine_month_layout_hit (&geometry, 30, 24), ==, 0);
  g_assert_cmpint (brine_month_layout_hit (&geometry, 729, 623), ==, 41);
  geometry.mirrored = TRUE;
  g_assert_cmpint (brine_month_layout_hit (&geometry, 699, 24), ==, 0);
  g_assert_cmpint (brine_month_layout_hit (&geometry, 720, 100), ==, -1);
  g_assert_cmpint (brine_month_layout_hit (&geometry, 1, 623), ==, 41);
}

/* A cell ----------------------------------------------------------------------------------- */

static void
test_levels (void)
{
  static const struct
  {
    double height;
    double text_scale;
    gboolean narrow;
    BrineMonthLevel level;
  } rows[] = {
    { 113, 1, FALSE, BRINE_MONTH_FULL },   { 90, 1, FALSE, BRINE_MONTH_FULL },
    { 89, 1, FALSE, BRINE_MONTH_MARKS },   { 60, 1, FALSE, BRINE_MONTH_MARKS },
    { 59, 1, FALSE, BRINE_MONTH_BARE },    { 113, 1, TRUE, BRINE_MONTH_BARE },
    { 90, 1.5, FALSE, BRINE_MONTH_MARKS }, { 113, 1.5, FALSE, BRINE_MONTH_FULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      BrineMonthCellLayout layout;

      brine_month_layout_lay_out_cell (169, rows[i].height, rows[i].text_scale, rows[i].narrow, 5,
                                       &layout);
      g_assert_cmpint (layout.level, ==, rows[i].level);
      g_assert_cmpint (layout.n_marks, ==, rows[i].level == BRINE_MONTH_BARE ? 0 : 5);
      g_assert_true ((layout.words.width > 0) == (rows[i].level == BRINE_MONTH_FULL));
    }
}

/* The mood has room in any cell that is not tiny. */
static void
test_mood_before_marks (void)
{
  for (double width = 48; width < 200; width += 2)
    for (double height = 50; height < 150; height += 2)
      {
        BrineMonthCellLayout layout;

        brine_month_layout_lay_out_cell (width, height, 1, FALSE, 6, &layout);
        g_assert_cmpfloat (layout.face.width, ==, BRINE_MONTH_FACE);
      }
}

static void
test_marks_that_fit (void)
{
  static const struct
  {
    double width;
    int n_marks;
    int fit;
  } rows[] = {
    { 169, 5, 5 }, { 169, 6, 6 }, { 159, 6, 6 }, { 158, 6, 4 }, { 120, 6, 3 }, { 120, 4, 4 },
    { 60, 6, 0 },  { 60, 1, 1 },  { 20, 6, 0 },  { 0, 6, 0 },   { 169, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      BrineMonthCellLayout layout;

      brine_month_layout_lay_out_cell (rows[i].width, 113, 1, FALSE, rows[i].n_marks, &layout);
      g_assert_cmpint (layout.n_marks, ==, rows[i].fit);
      g_assert_cmpint (layout.n_marks + layout.n_more, ==, rows[i].n_marks);
    }
}

static void
check_inside (BrineMonthRect rect, double width, double height)
{
  g_assert_cmpfloat (rect.width, >=, 0);
  if (rect.width <= 0)
    return;
  g_assert_cmpfloat (rect.x, >=, 0);
  g_assert_cmpfloat (rect.y, >=, 0);
  g_assert_cmpfloat (rect.x + rect.width, <=, width);
  g_assert_cmpfloat (rect.y + rect.height, <=, height);
}

static void
check_apart (BrineMonthRect a, BrineMonthRect b)
{
  if (a.width <= 0 || b.width <= 0)
    return;
  g_assert_true (a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y
                 || b.y + b.height <= a.y);
}

/* Nothing lies outside of the cell, or on something else. */
static void
test_nothing_overlaps (void)
{
  for (double width = 44; width < 200; width += 4)
    for (double height = 40; height < 160; height += 3)
      for (int step = 0; step < 3; step++)
        {
          BrineMonthCellLayout layout;

          brine_month_layout_lay_out_cell (width, height, 1 + step * 0.25, width < 60, 6, &layout);
          check_inside (layout.date, width, height);
          check_inside (layout.ring, width, height);
          check_inside (layout.face, width, height);
          check_inside (layout.words, width, height);
          check_apart (layout.date, layout.ring);
          check_apart (layout.date, layout.face);
          check_apart (layout.face, layout.ring);
          for (int i = 0; i < layout.n_marks; i++)
            {
              BrineMonthRect mark = brine_month_layout_get_mark (&layout, i);
              check_inside (mark, width, height);
              g_assert_cmpfloat (mark.y, >=, layout.ring.y + layout.ring.height);
              if (layout.level == BRINE_MONTH_FULL)
                g_assert_cmpfloat (mark.y, >=, layout.face.y + layout.face.height);
            }
        }
}

/* On a telephone the date has room at every size of text. */
static void
test_narrow_date (void)
{
  for (int step = 0; step <= 4; step++)
    {
      double text_scale = 1 + step / 8.0;
      double height = round (54 + (text_scale - 1) * 26);
      BrineMonthCellLayout layout;

      brine_month_layout_lay_out_cell (51, height, text_scale, TRUE, 6, &layout);
      g_assert_cmpfloat (layout.date.width, >=, 20 * text_scale);
      g_assert_cmpfloat (layout.ring.width, >, 0);
      g_assert_cmpfloat (layout.face.width, >, 0);
    }
}

static void
test_mirror (void)
{
  BrineMonthRect rect = { 9, 5, 21, 19 };
  BrineMonthRect there = brine_month_rect_mirror (rect, 169);

  g_assert_cmpfloat (there.x, ==, 139);
  g_assert_cmpfloat (brine_month_rect_mirror (there, 169).x, ==, rect.x);
}

/* What a cell says ------------------------------------------------------------------------- */

static void
test_marks (void)
{
  static const struct
  {
    BrinePracticeFacts facts;
    gboolean shown;
    BrineState state;
  } rows[] = {
    { { 0 }, FALSE, 0 },
    { { .planned = 3, .open = 3 }, TRUE, BRINE_STATE_PLANNED },
    { { .planned = 3, .done = 3 }, TRUE, BRINE_STATE_DONE },
    { { .planned = 3, .done = 1, .open = 2 }, TRUE, BRINE_STATE_PARTLY },
    { { .planned = 3, .done = 2, .missed = 1 }, TRUE, BRINE_STATE_PARTLY },
    { { .planned = 3, .done = 2, .skipped = 1 }, TRUE, BRINE_STATE_DONE },
    { { .planned = 1, .partly = 1 }, TRUE, BRINE_STATE_PARTLY },
    { { .planned = 2, .skipped = 1, .missed = 1 }, TRUE, BRINE_STATE_MISSED },
    { { .planned = 1, .skipped = 1 }, TRUE, BRINE_STATE_SKIPPED },
    { { .planned = 2, .paused = 2 }, FALSE, 0 },
    { { .planned = 2, .paused = 1, .done = 1 }, TRUE, BRINE_STATE_DONE },
    { { .extra = 1 }, TRUE, BRINE_STATE_DONE },
    { { .planned = 1, .missed = 1, .extra = 1 }, TRUE, BRINE_STATE_MISSED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      BrineState state = 0;

      g_assert_cmpint (brine_month_day_get_mark (&rows[i].facts, &state), ==, rows[i].shown);
      if (rows[i].shown)
        g_assert_cmpint (state, ==, rows[i].state);
    }
}

static void
test_day (void)
{
  BrineDayFacts facts = { .day = day ("2026-11-18"), .n_checkins = 2, .mood_mean = 3.5 };
  BrineDay today = day ("2026-11-19");
  unsigned meals = 1u << BRINE_PRACTICE_MEAL;

  facts.practices[BRINE_PRACTICE_MEAL] =
      (BrinePracticeFacts){ .planned = 4, .done = 2, .partly = 1, .skipped = 1 };
  facts.practices[BRINE_PRACTICE_WALK] = (BrinePracticeFacts){ .planned = 1, .missed = 1 };
  BrineMonthDay all =
      brine_month_day_make (facts.day, &facts, today, 11, BRINE_CALENDAR_FILTER_ALL);
  g_assert_cmpint (all.mood, ==, 4);
  g_assert_cmpint (all.done, ==, 2);
  g_assert_cmpint (all.planned, ==, 4);
  g_assert_cmpint (brine_month_day_count_marks (&all), ==, 2);
  g_assert_true (all.expected && !all.today && !all.ahead && !all.other_month);

  BrineMonthDay filtered =
      brine_month_day_make (facts.day, &facts, today, 10,
                            (BrineCalendarFilter){ meals, BRINE_FILTER_ALL_STATES });
  g_assert_cmpint (filtered.planned, ==, 3);
  g_assert_cmpint (filtered.shown, ==, meals);
  g_assert_true (filtered.other_month);
  g_assert_false (brine_month_day_equal (&all, &filtered));

  BrineCalendarFilter missed = { BRINE_FILTER_ALL_PRACTICES, 1u << BRINE_FILTER_MISSED };
  BrineMonthDay only = brine_month_day_make (facts.day, &facts, today, 11, missed);
  g_assert_cmpint (only.shown, ==, 1u << BRINE_PRACTICE_WALK);
  g_assert_cmpint (only.marks[BRINE_PRACTICE_WALK], ==, BRINE_STATE_MISSED);
  g_assert_cmpint (only.done, ==, 2);
  g_assert_cmpint (only.planned, ==, 4);

  double credit;
  brine_month_day_count (&facts, meals, NULL, NULL, &credit);
  g_assert_cmpfloat (credit, ==, 2.5);

  BrineMonthDay unknown =
      brine_month_day_make (today + 1, NULL, today, 11, BRINE_CALENDAR_FILTER_ALL);
  g_assert_true (unknown.ahead && !unknown.loaded && unknown.shown == 0);
}

static void
check_name (const BrineMonthDay *it, const char *event, const char *expected)
{
  g_autofree char *name = brine_month_words_make_name (it, day ("2026-11-19"), event);

  g_assert_cmpstr (name, ==, expected);
}

static void
test_words (void)
{
  BrineMonthDay it = { .day = day ("2026-11-19"),
                       .loaded = TRUE,
                       .mood = 4,
                       .done = 4,
                       .planned = 8,
                       .shown = 1u << BRINE_PRACTICE_WALK };

  it.marks[BRINE_PRACTICE_WALK] = BRINE_STATE_SKIPPED;
  check_name (&it, NULL, "Thursday 19 November, mood good, 4 of 8 done");
  check_name (&it, "Choir", "Thursday 19 November, mood good, 4 of 8 done, Choir");
  it.paused = TRUE;
  it.pause_reason = BRINE_PAUSE_TRAVEL;
  check_name (&it, NULL, "Thursday 19 November, mood good, 4 of 8 done, paused: travelling");
  g_autofree char *description = brine_month_words_make_description (&it);
  g_assert_cmpstr (description, ==, "Walk: skipped");

  BrineMonthDay quiet = { .day = day ("2025-11-18"), .expected = TRUE, .planned = 1 };
  check_name (&quiet, NULL, "Tuesday 18 November 2025, mood not logged, 0 of 1 done");
  BrineMonthDay ahead = { .day = day ("2026-11-20"), .ahead = TRUE, .planned = 2 };
  check_name (&ahead, NULL, "Friday 20 November, 2 planned");
  g_assert_null (brine_month_words_make_description (&ahead));

  g_autofree char *plain = brine_month_words_make_date (day ("2026-11-01"), FALSE);
  g_autofree char *with_month = brine_month_words_make_date (day ("2026-11-01"), TRUE);
  g_assert_cmpstr (plain, ==, "1");
  g_assert_cmpstr (with_month, ==, "1 Nov");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/month/range", test_range);
  g_test_add_func ("/month/range-holds-the-month", test_range_holds_the_month);
  g_test_add_func ("/month/weekdays-and-weeks", test_weekdays_and_weeks);
  g_test_add_func ("/month/geometry", test_geometry);
  g_test_add_func ("/month/hit-outside", test_hit_outside);
  g_test_add_func ("/month/levels", test_levels);
  g_test_add_func ("/month/mood-before-marks", test_mood_before_marks);
  g_test_add_func ("/month/marks-that-fit", test_marks_that_fit);
  g_test_add_func ("/month/nothing-overlaps", test_nothing_overlaps);
  g_test_add_func ("/month/narrow-date", test_narrow_date);
  g_test_add_func ("/month/mirror", test_mirror);
  g_test_add_func ("/month/marks", test_marks);
  g_test_add_func ("/month/day", test_day);
  g_test_add_func ("/month/words", test_words);
  return g_test_run ();
}
