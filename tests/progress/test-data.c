/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-chart-layout.h"
#include "brine-progress-data.h"
#include "brine-progress-range.h"

#include "../insight/insight-fixture.h"

#include <math.h>

#define WALK BRINE_PRACTICE_WALK

static BrineProgressQuery
make_query (const BrineDayFacts *days, gsize first, gsize n)
{
  return (BrineProgressQuery){
    .range = { days[first].day, days[first + n - 1].day },
    .today = days[first + n - 1].day,
    .by = brine_range_choose_by ((int)n),
    .first_weekday = 1,
    .sleep_target = BRINE_SLEEP_TARGET_DEFAULT,
  };
}

static BrineProgressData *
make_data (const BrineDayFacts *days, gsize n)
{
  BrineProgressQuery query = make_query (days, 0, n);

  return brine_progress_data_new (days, n, &query);
}

/* Cells ------------------------------------------------------------------------------------- */

static void
test_cells (void)
{
  static const struct
  {
    const char *states; /* of one day */
    BrineCellKind kind;
    double fill;
  } rows[] = {
    { "", BRINE_CELL_NOTHING, 0 },        { "o", BRINE_CELL_NOTHING, 0 },
    { "P", BRINE_CELL_NOTHING, 0 },       { "d", BRINE_CELL_FILLED, 1 },
    { "p", BRINE_CELL_FILLED, .5 },       { "m", BRINE_CELL_MISSED, 0 },
    { "s", BRINE_CELL_SKIPPED, 0 },       { "sm", BRINE_CELL_MISSED, 0 },
    { "ddm", BRINE_CELL_FILLED, 2. / 3 }, { "do", BRINE_CELL_FILLED, 1 },
    { "x", BRINE_CELL_FILLED, 1 },        { "mx", BRINE_CELL_FILLED, 1 },
    { "dsP", BRINE_CELL_FILLED, 1 },
  };
  g_autofree BrineDayFacts *days = fixture_days ("2026-03-28", G_N_ELEMENTS (rows));
  g_autoptr (BrineProgressData) data = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    for (const char *state = rows[i].states; *state != '\0'; state++)
      fixture_set_state (&days[i], WALK, *state);
  data = make_data (days, G_N_ELEMENTS (rows));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      BrineCell cell = brine_progress_data_get_column (data, i)->cells[WALK];

      g_assert_cmpint (cell.kind, ==, rows[i].kind);
      assert_near (cell.fill, rows[i].fill);
    }
  g_assert_true (data->shown[WALK]);
  g_assert_false (data->shown[BRINE_PRACTICE_MEAL]);
}

/* Columns ----------------------------------------------------------------------------------- */

static void
test_compares_with_range_before (void)
{
  g_autofree BrineDayFacts *days = fixture_days ("2026-09-01", 31);
  BrineProgressQuery query = make_query (days, 14, 14);
  g_autoptr (BrineProgressData) data = NULL;

  fixture_set_states (days, WALK, "ddddmmmmmmmmmmddddddddddddmmmmm");
  data = brine_progress_data_new (days, 31, &query);
  g_assert_true (data->has_before);
  g_assert_cmpint (data->summary.adherence[WALK].done, ==, 12);
  g_assert_cmpint (data->before.adherence[WALK].done, ==, 4);
  g_assert_cmpint (data->columns->len, ==, 14);
  /* Days after the range feed no strength. */
  query.range.to = days[30].day;
  g_assert_cmpfloat (data->strength[WALK], >, 0);
  g_assert_true (isnan (data->strength[BRINE_PRACTICE_OWN]));
}

static void
test_pauses (void)
{
  g_autofree BrineDayFacts *days = fixture_days ("2026-10-22", 12);
  g_autoptr (BrineProgressData) data = NULL;

  fixture_set_moods (days, "44|!|444||44");
  days[8].pause_reason = BRINE_PAUSE_TRAVEL;
  data = make_data (days, 12);
  g_assert_cmpint (data->pauses->len, ==, 3);
  g_assert_cmpint (g_array_index (data->pauses, BrinePauseSpan, 0).days.from, ==, days[2].day);
  g_assert_cmpint (g_array_index (data->pauses, BrinePauseSpan, 0).days.to, ==, days[4].day);
  g_assert_cmpint (g_array_index (data->pauses, BrinePauseSpan, 1).reason, ==, BRINE_PAUSE_TRAVEL);
  g_assert_cmpint (data->summary.mood.paused, ==, 5);
  /* What was felt in a pause is shown faintly and counts for nothing. */
  g_assert_cmpint (data->dots->len, ==, 8);
  g_assert_true (g_array_index (data->dots, BrineMoodPoint, 2).paused);
  g_assert_cmpint (data->summary.mood.logged, ==, 7);
}

/* Each column says what its days say, whichever way they are put together. */
static void
test_columns_sum_up (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autofree BrineDayFacts *days = fixture_days ("2022-01-05", 1500);
  g_autofree double *goals = g_new (double, 1500);

  g_test_message ("seed %u", seed);
  for (int i = 0; i < 1500; i++)
    {
      char mood[2] = { "12345..|"[g_rand_int_range (rand, 0, 8)], '\0' };

      fixture_set_moods (&days[i], mood);
      fixture_set_state (&days[i], WALK, "dpmsox."[g_rand_int_range (rand, 0, 7)]);
      fixture_set_night (&days[i], 23, 6 + i % 3);
      goals[i] = 2;
    }
  for (int by = BRINE_BUCKET_BY_DAY; by <= BRINE_BUCKET_BY_MONTH; by++)
    {
      BrineProgressQuery query = make_query (days, 0, 1500);
      g_autoptr (BrineProgressData) data = NULL;
      double credit = 0;
      int nights = 0, moods = 0;

      query.by = by;
      query.live_goals = goals;
      data = brine_progress_data_new (days, 1500, &query);
      for (guint i = 0; i < data->columns->len; i++)
        {
          const BrineColumn *column = brine_progress_data_get_column (data, i);

          credit += column->adherence[WALK].credit;
          nights += column->nights;
          moods += column->mood_days;
          assert_near (column->live_goal, 2);
        }
      assert_near (credit, data->summary.adherence[WALK].credit);
      g_assert_cmpint (nights, ==, 1500);
      g_assert_cmpint (moods, ==, data->summary.mood.logged);
      /* Weeks and months around empty ones are not joined. */
      for (guint i = 1; i < data->line->len; i++)
        g_assert_true (g_array_index (data->line, BrineMoodPoint, i).x
                       > g_array_index (data->line, BrineMoodPoint, i - 1).x);
    }
}

/* Ten years draw no more than can be seen. */
static void
test_ten_years_are_few_marks (void)
{
  g_autofree BrineDayFacts *days = fixture_days ("2016-12-05", 3637);
  g_autoptr (BrineProgressData) data = NULL;
  guint marks;

  for (int i = 0; i < 3637; i++)
    {
      fixture_set_moods (&days[i], "3");
      fixture_set_state (&days[i], WALK, 'd');
      fixture_set_night (&days[i], 23, 7);
    }
  data = make_data (days, 3637);
  marks = data->dots->len + data->line->len + data->columns->len * (BRINE_N_PRACTICES + 1);
  g_assert_cmpint (data->columns->len, ==, 120);
  g_assert_cmpint (marks, <=, 1200);
}

static void
test_nothing (void)
{
  g_autofree BrineDayFacts *days = fixture_days ("2028-02-29", 1);
  BrineProgressQuery query = make_query (days, 0, 1);
  g_autoptr (BrineProgressData) one = brine_progress_data_new (days, 1, &query);
  g_autoptr (BrineProgressData) none = brine_progress_data_new (NULL, 0, &query);

  g_assert_cmpint (one->columns->len, ==, 1);
  g_assert_true (brine_summary_is_empty (&one->summary));
  g_assert_cmpint (one->dots->len, ==, 0);
  g_assert_cmpint (none->columns->len, ==, 1);
  g_assert_true (isnan (brine_progress_data_get_column (none, 0)->mood));
  g_assert_false (none->has_before);
  assert_near (none->live_top, 4);
}

/* Scales ------------------------------------------------------------------------------------ */

static void
test_time_scale (void)
{
  g_autofree BrineDayFacts *days = fixture_days ("2025-11-21", 364);
  g_autoptr (BrineProgressData) data = make_data (days, 364);

  assert_near (brine_progress_data_get_x (data, days[0].day), 0);
  assert_near (brine_progress_data_get_x (data, days[363].day + 1), 1);
  g_assert_cmpint (brine_progress_data_find_column (data, -5), ==, 0);
  g_assert_cmpint (brine_progress_data_find_column (data, 5), ==, data->columns->len - 1);
  for (guint i = 0; i < data->columns->len; i++)
    {
      BrineBucket bucket = brine_progress_data_get_column (data, i)->bucket;
      double x0 = brine_progress_data_get_x (data, bucket.from);
      double x1 = brine_progress_data_get_x (data, bucket.to + 1);

      g_assert_cmpint (brine_progress_data_find_column (data, (x0 + x1) / 2), ==, i);
    }
}

static void
test_mood_scale (void)
{
  assert_near (brine_mood_scale_get_y (5), 0);
  assert_near (brine_mood_scale_get_y (3), .5);
  assert_near (brine_mood_scale_get_y (1), 1);
  assert_near (brine_mood_scale_get_y (9), 0);
}

static const struct
{
  const char *name;
  double nights[3][2]; /* bed and wake */
  double top;
  double hours;
} sleeps[] = {
  { "usual", { { 23, 7 }, { 22.5, 6.5 }, { 0.5, 8 } }, 22, 12 },
  { "early", { { 21.5, 6 }, { 22, 6 }, { 22, 6 } }, 21, 13 },
  { "late", { { 3, 11.25 }, { 2, 10 }, { 2, 10 } }, 22, 14 },
  { "by-day", { { 8, 15 }, { 9, 15.5 }, { 8.5, 16 } }, 8, 8 },
  { "all-nighter", { { 23, 7 }, { 23, 7 }, { 9, 14 } }, 22, 16 },
};

static void
test_sleep_scale (gconstpointer row_data)
{
  gsize row = GPOINTER_TO_SIZE (row_data);
  g_autofree BrineDayFacts *days = fixture_days ("2026-10-24", 3);
  g_autoptr (BrineProgressData) data = NULL;

  for (int i = 0; i < 3; i++)
    fixture_set_night (&days[i], sleeps[row].nights[i][0], sleeps[row].nights[i][1]);
  data = make_data (days, 3);
  assert_near (data->sleep_scale.top_hour, sleeps[row].top);
  assert_near (data->sleep_scale.hours, sleeps[row].hours);
  for (int i = 0; i < 3; i++)
    {
      const BrineColumn *column = brine_progress_data_get_column (data, (guint)i);
      double top = brine_sleep_scale_get_y (&data->sleep_scale, column->bed_hour);
      double foot =
          brine_sleep_scale_get_end (&data->sleep_scale, column->bed_hour, column->sleep_minutes);

      /* Nothing is cut off. */
      g_assert_true (top >= 0 && foot <= 1 && foot > top);
      assert_near ((foot - top) * data->sleep_scale.hours * 60, column->sleep_minutes);
    }
}

static void
test_sleep_scale_outside (void)
{
  BrineSleepScale scale = { 22, 12 };

  assert_near (brine_sleep_scale_get_y (&scale, 22), 0);
  assert_near (brine_sleep_scale_get_y (&scale, 4), .5);
  assert_near (brine_sleep_scale_get_y (&scale, 10), 1);
  assert_near (brine_sleep_scale_get_y (&scale, 21), 0);
  assert_near (brine_sleep_scale_get_y (&scale, 11), 1);
  /* Two of its three hours lie above the top. */
  assert_near (brine_sleep_scale_get_end (&scale, 20, 180), 1. / 12);
  assert_near (brine_sleep_scale_get_end (&scale, 9, 600), 1);
  assert_near (brine_sleep_scale_get_end (&scale, 12, 600), 1);
  g_assert_cmpint (brine_sleep_scale_get_step (&scale), ==, 3);
}

static void
test_live_scale (void)
{
  static const double rows[][2] = { { NAN, 4 }, { 0, 4 },  { 4, 4 },    { 4.5, 6 },
                                    { 7, 8 },   { 9, 12 }, { 100, 120 } };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    assert_near (brine_live_scale_get_top (rows[i][0]), rows[i][1]);
  for (double most = 0; most < 500; most += .37)
    g_assert_cmpfloat (brine_live_scale_get_top (most), >=, most);
}

/* Pixels ------------------------------------------------------------------------------------ */

/* Rows never overlap, whatever the size, and keep within the chart. */
static void
test_layout (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (int round = 0; round < 1000; round++)
    {
      BrineChartNeeds needs = {
        .width = g_rand_int_range (rand, 0, 1500),
        .line_height = g_rand_int_range (rand, 0, 50),
        .gutter = 92,
        .right = 50,
        .n_practices = (guint)g_rand_int_range (rand, 0, 7),
        .with_sleep = g_rand_boolean (rand),
        .with_live = g_rand_boolean (rand),
        .key_lines = { (guint)g_rand_int_range (rand, 0, 3), (guint)g_rand_int_range (rand, 0, 3),
                       (guint)g_rand_int_range (rand, 0, 3) },
      };
      BrineChartLayout layout = brine_chart_layout_make (&needs);
      const BrineChartPanel *panels[] = { &layout.mood, &layout.sleep, &layout.practices,
                                          &layout.live };
      double end = 0;

      for (gsize i = 0; i < G_N_ELEMENTS (panels); i++)
        {
          if (panels[i]->height <= 0)
            continue;
          g_assert_cmpfloat (panels[i]->title - needs.line_height / 2, >=, end - 1e-6);
          g_assert_cmpfloat (panels[i]->top, >=,
                             panels[i]->title + (0.5 + needs.key_lines[i]) * needs.line_height);
          end = panels[i]->top + panels[i]->height;
        }
      assert_near (layout.foot, end);
      g_assert_cmpfloat (layout.height, >=, layout.axis);
      g_assert_true (layout.plot_width >= 0 && layout.plot_width <= needs.width);
    }
}

static void
test_bars (void)
{
  BrineChartLayout layout = { .width = 720, .plot_x = 100, .plot_width = 600 };
  double start, width, end = 0;

  for (int i = 0; i < 84; i++)
    {
      brine_chart_layout_get_bar (&layout, i / 84., (i + 1) / 84., .86, 28, &start, &width);
      g_assert_cmpfloat (start, >, end);
      assert_near (start, round (start));
      end = start + width;
    }
  g_assert_cmpfloat (end, <=, 700);
  brine_chart_layout_get_bar (&layout, 0, 1, .86, 28, &start, &width);
  assert_near (width, 28);
  brine_chart_layout_get_bar (&layout, 0, 1e-6, .86, 28, &start, &width);
  g_assert_cmpfloat (width, >, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/data/cells", test_cells);
  g_test_add_func ("/data/compares-with-range-before", test_compares_with_range_before);
  g_test_add_func ("/data/pauses", test_pauses);
  g_test_add_func ("/data/columns-sum-up", test_columns_sum_up);
  g_test_add_func ("/data/ten-years-are-few-marks", test_ten_years_are_few_marks);
  g_test_add_func ("/data/nothing", test_nothing);
  g_test_add_func ("/scale/time", test_time_scale);
  g_test_add_func ("/scale/mood", test_mood_scale);
  for (gsize i = 0; i < G_N_ELEMENTS (sleeps); i++)
    {
      g_autofree char *path = g_strdup_printf ("/scale/sleep/%s", sleeps[i].name);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_sleep_scale);
    }
  g_test_add_func ("/scale/sleep-outside", test_sleep_scale_outside);
  g_test_add_func ("/scale/live", test_live_scale);
  g_test_add_func ("/layout/rows", test_layout);
  g_test_add_func ("/layout/bars", test_bars);
  return g_test_run ();
}
