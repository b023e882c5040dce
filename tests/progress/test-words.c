/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-plan-item.h"
#include "brine-progress-cells.h"
#include "brine-progress-load.h"
#include "brine-progress-words.h"

#include "../insight/insight-fixture.h"

#include <locale.h>
#include <math.h>

#define WALK BRINE_PRACTICE_WALK

static BrineProgressData *
make_data (const BrineDayFacts *days, gsize n, BrineBucketBy by)
{
  BrineProgressQuery query = {
    .range = { days[0].day, days[n - 1].day },
    .today = days[n - 1].day,
    .by = by,
    .first_weekday = 1,
    .sleep_target = BRINE_SLEEP_TARGET_DEFAULT,
  };

  return brine_progress_data_new (days, n, &query);
}

static void
test_summary (void)
{
  g_autofree BrineDayFacts *days = fixture_days ("2026-08-28", 84);
  g_autoptr (BrineProgressData) data = NULL;
  g_autofree char *markup = NULL;
  g_autofree char *description = NULL;

  for (int i = 0; i < 84; i++)
    fixture_set_moods (&days[i], i >= 40 && i < 46 ? "|" : i < 5 ? "." : i < 56 ? "3" : "4");
  fixture_set_night (&days[3], 23, 7);
  fixture_set_states (days, WALK, "dpm");
  data = make_data (days, 84, BRINE_BUCKET_BY_DAY);
  markup = brine_progress_words_summary_markup (data);
  description = brine_progress_words_description (data);
  g_assert_cmpstr (markup, ==,
                   "Mood logged on <b>73 of 78 days</b>, 6 paused days left out. Middle value 3, "
                   "last four weeks 4.");
  g_assert_cmpstr (description, ==,
                   "Mood logged on 73 of 78 days, 6 paused days left out. Middle value 3, last "
                   "four weeks 4. Slept 8 h in 1 night. Walk: 50 %, 1½ of 3 days.");
}

/* What is done some times a week has its own sentence, and its title is no markup. */
static void
test_quotas (void)
{
  g_autofree BrineDayFacts *days = fixture_days ("2026-11-01", 22);
  g_autoptr (BrinePlanItem) sauna =
      brine_plan_item_new (BRINE_PRACTICE_OWN, "Sauna & <b>", brine_local (0, 0, 0), 45);
  g_autoptr (GArray) sums = g_array_new (FALSE, FALSE, sizeof (BrineQuotaSum));
  BrineQuotaSum sum = { sauna, 3, 1, 6, 4, 0, 0, 0 };
  BrineProgressQuery query = {
    .range = { days[0].day, days[21].day },
    .today = days[21].day,
    .by = BRINE_BUCKET_BY_DAY,
    .first_weekday = 1,
    .sleep_target = BRINE_SLEEP_TARGET_DEFAULT,
    .quotas = sums,
  };
  g_autoptr (BrineProgressData) data = NULL;
  g_autofree char *description = NULL;

  sauna->quota_per_week = 2;
  g_array_append_val (sums, sum);
  data = brine_progress_data_new (days, 22, &query);
  description = brine_progress_words_description (data);
  g_assert_cmpstr (description, ==,
                   "Mood logged on 0 of 22 days. Sauna & <b>: 4 of 6 times, reached in 1 of 3 "
                   "weeks.");
}

/* A number that was changed is told with what it was before; the year only when it is another. */
static void
test_numbers (void)
{
  static const struct
  {
    int low;
    int high;
    int year;
    const char *words;
  } rows[] = {
    { 0, 0, 2026, NULL },
    { 3, 3, 2026, "now 5 a week, 3 before 2 November" },
    { 2, 4, 2026, "now 5 a week, 2 to 4 before 2 November" },
    { 3, 3, 2025, "now 5 a week, 3 before 2 November 2025" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      BrineQuotaFigure figure = {
        .times_a_week = 5,
        .sum = { .low_before = rows[i].low,
                 .high_before = rows[i].high,
                 .since = brine_day_from_ymd (rows[i].year, 11, 2) },
      };
      g_autofree char *words =
          brine_progress_words_numbers (&figure, brine_day_from_ymd (2026, 11, 26));

      g_assert_cmpstr (words, ==, rows[i].words);
    }
}

static void
test_summary_of_little (void)
{
  g_autofree BrineDayFacts *days = fixture_days ("2026-11-22", 2);
  g_autoptr (BrineProgressData) none = make_data (days, 2, BRINE_BUCKET_BY_DAY);
  g_autoptr (BrineProgressData) paused = NULL;
  g_autofree char *text = brine_progress_words_summary_markup (none);
  g_autofree char *paused_text = NULL;

  g_assert_cmpstr (text, ==, "Mood logged on <b>0 of 2 days</b>.");
  fixture_set_moods (days, "||");
  paused = make_data (days, 2, BRINE_BUCKET_BY_DAY);
  paused_text = brine_progress_words_summary_markup (paused);
  g_assert_cmpstr (paused_text, ==, "Every day of this range is paused.");
}

static char *
read_column (BrineProgressData *data, guint column)
{
  g_autofree char *title = brine_progress_words_column_title (data, column);
  g_auto (GStrv) lines = brine_progress_words_column_lines (data, column);
  g_autofree char *text = g_strjoinv (" | ", lines);

  return g_strdup_printf ("%s: %s", title, text);
}

static void
test_reading_a_day (void)
{
  g_autofree BrineDayFacts *days = fixture_days ("2026-10-22", 8);
  g_autoptr (BrineProgressData) data = NULL;
  g_autofree char *full = NULL;
  g_autofree char *empty = NULL;
  g_autofree char *paused = NULL;

  fixture_set_moods (days, "34434.|4");
  days[5].paused = FALSE;
  fixture_set_night (&days[1], 23, 7 + 13 / 60.);
  for (const char *state = "ddm"; *state != '\0'; state++)
    fixture_set_state (&days[1], BRINE_PRACTICE_MEAL, *state);
  fixture_set_state (&days[1], BRINE_PRACTICE_MEDITATION, 's');
  fixture_set_state (&days[1], BRINE_PRACTICE_BREATHWORK, 'm');
  fixture_set_state (&days[1], WALK, 'd');
  fixture_set_state (&days[1], BRINE_PRACTICE_OWN, 'x');
  days[1].live_servings = 1.5;
  days[6].pause_reason = BRINE_PAUSE_ILL;
  data = make_data (days, 8, BRINE_BUCKET_BY_DAY);
  full = read_column (data, 1);
  g_assert_cmpstr (full, ==,
                   "Friday 23 October: Mood 4, 7-day median 4 | Slept 8 h 13 · 1½ live servings | "
                   "Done: Walk, Own | Partly: Meals 2 of 3 | Skipped: Meditation | "
                   "Not logged: Breathwork");
  empty = read_column (data, 5);
  g_assert_cmpstr (empty, ==, "Tuesday 27 October: No mood logged, 7-day median 4");
  paused = read_column (data, 6);
  g_assert_true (g_str_has_prefix (paused, "Wednesday 28 October: Paused: "));
}

static void
test_reading_weeks_and_months (void)
{
  g_autofree BrineDayFacts *days = fixture_days ("2026-10-26", 14);
  g_autoptr (BrineProgressData) weeks = NULL;
  g_autoptr (BrineProgressData) months = NULL;
  g_autofree char *week = NULL;
  g_autofree char *none = NULL;
  g_autofree char *month = NULL;

  fixture_set_moods (days, "3434..|");
  fixture_set_states (days, WALK, "ddpm");
  fixture_set_night (&days[0], 23, 7);
  fixture_set_night (&days[1], 23, 6);
  weeks = make_data (days, 14, BRINE_BUCKET_BY_WEEK);
  week = read_column (weeks, 0);
  none = read_column (weeks, 1);
  g_assert_cmpstr (week, ==,
                   "26 October – 1 November: 1 paused day | Middle mood 3.5 of 4 days | "
                   "Slept 7 h 30 a night | Walk 2½ of 4");
  g_assert_cmpstr (none, ==, "2–8 November: Nothing logged");
  months = make_data (days, 14, BRINE_BUCKET_BY_MONTH);
  month = brine_progress_words_column_title (months, 0);
  g_assert_cmpstr (month, ==, "October 2026");
}

static void
test_small_words (void)
{
  BrineAdherence one_a_day = { .credit = 46, .counted = 69, .most_a_day = 1 };
  BrineAdherence own = { .credit = 1, .counted = 1, .most_a_day = 1, .extra = 3 };
  BrineAdherence meals = { .credit = 15.5, .counted = 21, .most_a_day = 3 };
  const struct
  {
    char *text;
    const char *expected;
  } rows[] = {
    { brine_progress_words_percent (.666), "67 %" },
    { brine_progress_words_percent (NAN), "–" },
    { brine_progress_words_mood (3), "3" },
    { brine_progress_words_mood (3.5), "3.5" },
    { brine_progress_words_hour (23.25), "23:15" },
    { brine_progress_words_hour (23.999999), "00:00" },
    { brine_progress_words_sleep_target (BRINE_SLEEP_TARGET_DEFAULT), "7–9 h" },
    { brine_progress_words_counts (WALK, &one_a_day), "46 of 69 days" },
    { brine_progress_words_counts (BRINE_PRACTICE_OWN, &own), "1 of 1 day, 3 extra" },
    { brine_progress_words_counts (BRINE_PRACTICE_MEAL, &meals), "15½ of 21 meals" },
    { brine_progress_words_counts (WALK, &meals), "15½ of 21 times" },
    { brine_progress_words_nights (46, 74), "46 of 74 nights" },
    { brine_progress_words_trend (BRINE_TREND_MORE, .61), "was 61 % before" },
    { brine_progress_words_trend (BRINE_TREND_SAME, .61), "about as before" },
    { brine_progress_words_trend (BRINE_TREND_UNKNOWN, NAN), "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_assert_cmpstr (rows[i].text, ==, rows[i].expected);
      g_free (rows[i].text);
    }
}

/* The table says what the columns hold, cell by cell. */
static void
test_table (void)
{
  g_autofree BrineDayFacts *days = fixture_days ("2026-10-24", 3);
  g_autoptr (BrineProgressData) data = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  fixture_set_moods (days, "3.5");
  fixture_set_night (&days[1], 23.5, 7);
  fixture_set_states (days, WALK, "dsx");
  fixture_set_states (days, BRINE_PRACTICE_MEAL, "ppm");
  fixture_set_state (&days[0], BRINE_PRACTICE_MEAL, 'd');
  days[0].live_servings = 2.25;
  data = make_data (days, 3, BRINE_BUCKET_BY_DAY);
  for (guint row = 0; row <= 3; row++)
    {
      for (guint field = 0; field < BRINE_N_FIELDS; field++)
        if (brine_progress_field_is_wanted (data, field))
          {
            g_autofree char *cell = row == 0
                                        ? g_strdup (brine_progress_field_get_title (data, field))
                                        : brine_progress_field_dup_text (data, row - 1, field);

            g_string_append_printf (text, "%s|", cell);
          }
      g_string_append_c (text, '\n');
    }
  g_assert_cmpstr (text->str, ==,
                   "Day|Mood|7-day median|To Bed|Awake|Slept|Live servings|Meals|Walk|\n"
                   "Saturday 24 October|3|||||2¼|1½ of 2|done|\n"
                   "Sunday 25 October|||23:30|07:00|7 h 30|0|partly done|skipped|\n"
                   "Monday 26 October|5||||||missed|done|\n");
}

static void
test_csv (void)
{
  g_autofree BrineDayFacts *days = fixture_days ("2028-02-29", 2);
  g_autoptr (BrineProgressData) data = NULL;
  g_autofree char *csv = NULL;
  g_auto (GStrv) lines = NULL;

  fixture_set_moods (days, "4|");
  days[0].mood_mean = 3.25;
  fixture_set_night (&days[0], 23.5, 7);
  fixture_set_states (days, BRINE_PRACTICE_MEAL, "dP");
  days[0].live_servings = 1.5;
  data = make_data (days, 2, BRINE_BUCKET_BY_DAY);
  csv = brine_progress_dup_csv (data);
  lines = g_strsplit (csv, "\r\n", -1);
  g_assert_cmpint (g_strv_length (lines), ==, 4);
  g_assert_true (g_str_has_prefix (lines[0], "from,to,paused_days,mood,mood_days,mood_median,"));
  g_assert_true (
      g_str_has_prefix (lines[1],
                        "2028-02-29,2028-02-29,0,3.25,1,,1,23:30,07:00,450,1.5,,1,0,0,0,0,"));
  g_assert_true (g_str_has_prefix (lines[2], "2028-03-01,2028-03-01,1,,0,,0,,,,,,0,0,0,0,0,"));
  g_assert_cmpstr (lines[3], ==, "");
  for (int i = 0; i < 3; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], ",", -1);

      g_assert_cmpint (g_strv_length (cells), ==, 12 + 5 * BRINE_N_PRACTICES);
    }
}

/* Goals of the plan, each for its own days. */
static void
test_goals (void)
{
  g_autoptr (GPtrArray) items =
      g_ptr_array_new_with_free_func ((GDestroyNotify)brine_plan_item_free);
  BrineDay day = brine_day_from_ymd (2026, 3, 27);
  BrinePlanItem *meal =
      brine_plan_item_new (BRINE_PRACTICE_MEAL, "Lunch", brine_local (day, 12, 0), 30);
  BrinePlanItem *sleep =
      brine_plan_item_new (BRINE_PRACTICE_SLEEP, "Sleep", brine_local (day, 23, 0), 480);
  BrineGoalPeriod one = { day + 1, { BRINE_GOAL_AT_LEAST, 1, 0, BRINE_UNIT_SERVINGS } };
  BrineGoalPeriod two = { day + 3, { BRINE_GOAL_BETWEEN, 2, 3, BRINE_UNIT_SERVINGS } };
  BrineGoalPeriod night = { day, { BRINE_GOAL_BETWEEN, 7.5, 8.5, BRINE_UNIT_HOURS } };
  g_autofree double *goals = NULL;
  BrineSleepTarget target;

  g_array_append_val (meal->goals, one);
  g_array_append_val (meal->goals, two);
  g_array_append_val (sleep->goals, night);
  g_ptr_array_add (items, meal);
  g_ptr_array_add (items, sleep);
  goals = brine_progress_make_goals (items, (BrineBucket){ day, day + 3 }, NAN);
  g_assert_true (isnan (goals[0]));
  assert_near (goals[1], 1);
  assert_near (goals[2], 1);
  assert_near (goals[3], 2);
  target = brine_progress_find_sleep_target (items, day);
  g_assert_cmpint (target.low_minutes, ==, 450);
  g_assert_cmpint (target.high_minutes, ==, 510);
  g_free (goals);
  goals = brine_progress_make_goals (NULL, (BrineBucket){ day, day }, 2);
  assert_near (goals[0], 2);
  g_assert_cmpint (brine_progress_find_sleep_target (NULL, day).low_minutes, ==, 420);
}

static void
add_log (GPtrArray *logs, BrineDay day, BrineState state, const char *plants)
{
  BrineLog *log = brine_log_new ();

  log->practice = BRINE_PRACTICE_MEAL;
  log->state = state;
  log->at.day = day;
  log->plants = g_strdup (plants);
  g_ptr_array_add (logs, log);
}

/* A plant counts once a week; a skipped meal fed nobody; a paused week is none. */
static void
test_plant_weeks (void)
{
  g_autofree BrineDayFacts *days = fixture_days ("2026-10-20", 31);
  g_autoptr (GPtrArray) logs = g_ptr_array_new_with_free_func ((GDestroyNotify)brine_log_free);
  g_autoptr (GArray) weeks = NULL;
  g_autoptr (GArray) none = NULL;
  BrineBucket range = { days[1].day, days[30].day };

  add_log (logs, range.to, BRINE_STATE_DONE, "oats:1;kale:1");
  add_log (logs, range.to - 6, BRINE_STATE_PARTLY, "kale:1;basil:0.25");
  add_log (logs, range.to, BRINE_STATE_SKIPPED, "leek:1");
  add_log (logs, range.to - 7, BRINE_STATE_DONE, "oats:1");
  add_log (logs, range.to - 14, BRINE_STATE_DONE, "oats:1");
  add_log (logs, range.to - 29, BRINE_STATE_DONE, "oats:1");
  days[30 - 16].paused = TRUE;
  weeks = brine_progress_make_plant_weeks (logs, range, days, 31);
  g_assert_cmpint (weeks->len, ==, 4);
  assert_near (g_array_index (weeks, double, 0), 2.25);
  assert_near (g_array_index (weeks, double, 1), 1);
  g_assert_true (isnan (g_array_index (weeks, double, 2)));
  g_assert_true (isnan (g_array_index (weeks, double, 3)));
  range.to = range.from + 5;
  none = brine_progress_make_plant_weeks (logs, range, days, 31);
  g_assert_cmpint (none->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/words/summary", test_summary);
  g_test_add_func ("/words/summary-of-little", test_summary_of_little);
  g_test_add_func ("/words/reading-a-day", test_reading_a_day);
  g_test_add_func ("/words/reading-weeks-and-months", test_reading_weeks_and_months);
  g_test_add_func ("/words/small", test_small_words);
  g_test_add_func ("/words/table", test_table);
  g_test_add_func ("/words/csv", test_csv);
  g_test_add_func ("/words/goals", test_goals);
  g_test_add_func ("/words/quotas", test_quotas);
  g_test_add_func ("/words/numbers", test_numbers);
  g_test_add_func ("/words/plant-weeks", test_plant_weeks);
  return g_test_run ();
}
