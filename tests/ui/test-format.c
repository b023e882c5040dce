/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-format.h"
#include "brine-time-entry.h"
#include "brine-translate.h"

#include <gtk/gtk.h>
#include <locale.h>
#include <math.h>

#define assert_text(call, wanted)                                                                  \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *text_ = call;                                                                 \
    g_assert_cmpstr (text_, ==, wanted);                                                           \
  }                                                                                                \
  G_STMT_END

static BrineDay
day (int year, int month, int day_of_month)
{
  return brine_day_from_ymd (year, month, day_of_month);
}

static void
test_times (void)
{
  BrineLocal start = brine_local (day (2026, 11, 19), 8, 0);

  assert_text (brine_format_time (start), "08:00");
  assert_text (brine_format_time (brine_local (0, 0, 5)), "00:05");
  assert_text (brine_format_time_range (start, brine_local_add_seconds (start, 1200)),
               "08:00 – 08:20");
}

static void
test_days (void)
{
  BrineDay today = day (2026, 11, 19);

  assert_text (brine_format_day_long (today, today), "Thursday 19 November");
  assert_text (brine_format_day_long (day (2024, 2, 29), today), "Thursday 29 February 2024");
  assert_text (brine_format_day_medium (today, today), "Thu 19 November");
  assert_text (brine_format_day_medium (day (2024, 2, 29), today), "Thu 29 Feb 2024");
  assert_text (brine_format_day_short (today), "19 Nov");
  assert_text (brine_format_day_relative (today, today), "Today");
  assert_text (brine_format_day_relative (today - 1, today), "Yesterday");
  assert_text (brine_format_day_relative (today + 1, today), "Tomorrow");
  assert_text (brine_format_day_relative (today + 2, today), "Saturday 21 November");
}

static void
test_day_ranges (void)
{
  BrineDay today = day (2026, 11, 19);

  assert_text (brine_format_day_range (day (2026, 11, 16), day (2026, 11, 22), today),
               "16–22 November");
  assert_text (brine_format_day_range (today, today, today), "19 November");
  assert_text (brine_format_day_range (day (2026, 8, 28), today, today), "28 August – 19 November");
  assert_text (brine_format_day_range (day (2025, 12, 29), day (2026, 1, 4), today),
               "29 December 2025 – 4 January 2026");
  assert_text (brine_format_day_range (day (2025, 3, 3), day (2025, 3, 9), today),
               "3–9 March 2025");
}

static void
test_from_now (void)
{
  static const struct
  {
    int seconds;
    const char *text;
  } rows[] = {
    { 0, "now" },
    { 6600, "in 1 h 50 min" },
    { 1, "in 1 min" },
    { -59, "now" },
    { -1500, "25 min ago" },
    { 86400, "in 1 day" },
    { -3 * 86400, "3 days ago" },
  };
  BrineLocal now = brine_local (day (2026, 3, 28), 23, 30);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    assert_text (brine_format_from_now (brine_local_add_seconds (now, rows[i].seconds), now),
                 rows[i].text);
}

static void
test_durations (void)
{
  assert_text (brine_format_duration (0), "0 min");
  assert_text (brine_format_duration (20), "20 min");
  assert_text (brine_format_duration (60), "1 h");
  assert_text (brine_format_duration (80), "1 h 20 min");
  assert_text (brine_format_hours (440), "7 h 20");
  assert_text (brine_format_hours (425), "7 h 05");
  assert_text (brine_format_hours (45), "45 min");
}

static void
test_quantities (void)
{
  static const struct
  {
    double value;
    const char *text;
  } rows[] = {
    { 0, "0" },     { 1, "1" },   { 0.5, "½" },   { 1.5, "1½" },   { 2.25, "2¼" }, { 0.75, "¾" },
    { 0.3, "0.3" }, { 12, "12" }, { 0.999, "1" }, { 1.9999, "2" }, { 2.004, "2" }, { NAN, "–" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    assert_text (brine_format_quantity (rows[i].value), rows[i].text);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  assert_text (brine_format_quantity (5.25), "\u20665¼\u2069");
  assert_text (brine_format_quantity (5), "5");
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
  assert_text (brine_format_live_servings (1), "1 live serving");
  assert_text (brine_format_live_servings (0.5), "½ live serving");
  assert_text (brine_format_live_servings (1.5), "1½ live servings");
  assert_text (brine_format_live_servings (0), "0 live servings");
}

static void
test_amounts_and_goals (void)
{
  BrineGoal walk = { BRINE_GOAL_AT_LEAST, 20, 0, BRINE_UNIT_MINUTES, BRINE_PER_DAY };
  BrineGoal sleep = { BRINE_GOAL_BETWEEN, 7, 9, BRINE_UNIT_HOURS, BRINE_PER_DAY };
  BrineGoal sauna = { BRINE_GOAL_BETWEEN, 3, 3, BRINE_UNIT_TIMES, BRINE_PER_WEEK };
  BrineGoal wine = { BRINE_GOAL_AT_MOST, 0, 2, BRINE_UNIT_SERVINGS, BRINE_PER_WEEK };

  assert_text (brine_format_amount ((BrineAmount){ 20, BRINE_UNIT_MINUTES }), "20 min");
  assert_text (brine_format_amount ((BrineAmount){ 90, BRINE_UNIT_MINUTES }), "1 h 30 min");
  assert_text (brine_format_amount ((BrineAmount){ 1, BRINE_UNIT_PORTIONS }), "1 portion");
  assert_text (brine_format_amount ((BrineAmount){ 0, BRINE_UNIT_NONE }), "");
  assert_text (brine_format_goal (&walk), "at least 20 min a day");
  assert_text (brine_format_goal (&sleep), "7–9 h a day");
  assert_text (brine_format_goal (&sauna), "3 times a week");
  assert_text (brine_format_goal (&wine), "at most 2 servings a week");
}

static void
test_recurrence (void)
{
  static const struct
  {
    const char *rule;
    const char *text;
  } rows[] = {
    { NULL, "once" },
    { "FREQ=DAILY", "every day" },
    { "FREQ=DAILY;INTERVAL=3", "every 3 days" },
    { "FREQ=WEEKLY", "every Tuesday" },
    { "FREQ=WEEKLY;BYDAY=MO,WE,FR", "Monday, Wednesday and Friday" },
    { "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU", "every day" },
    { "FREQ=WEEKLY;INTERVAL=2;UNTIL=20270503T235959",
      "every 2 weeks on Tuesday, until 3 May 2027" },
    { "FREQ=DAILY;COUNT=10", "every day, 10 times" },
    { "FREQ=MONTHLY", "every month on day 24" },
    { "FREQ=YEARLY", "every year on 24 November" },
    { "FREQ=MONTHLY;BYDAY=-1FR", "every month on the last Friday" },
    { "FREQ=MONTHLY;BYDAY=3TH;COUNT=4", "every month on the third Thursday, 4 times" },
    { "FREQ=MONTHLY;BYDAY=2MO,2TU", "in a pattern of its own" },
    { "FREQ=MONTHLY;INTERVAL=2;BYDAY=1MO", "in a pattern of its own" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (BrinePlanItem) item =
          brine_plan_item_new (BRINE_PRACTICE_WALK, "Walk",
                               brine_local (day (2026, 11, 24), 17, 30), 20);
      g_autoptr (GError) error = NULL;

      if (rows[i].rule != NULL)
        item->rule = brine_rule_parse (rows[i].rule, &error);
      g_assert_no_error (error);
      assert_text (brine_format_recurrence (item), rows[i].text);
    }
}

static void
test_quota (void)
{
  g_autoptr (BrinePlanItem) item =
      brine_plan_item_new (BRINE_PRACTICE_OWN, "Sauna", brine_local (0, 0, 0), 0);

  item->quota_per_week = 1;
  assert_text (brine_format_recurrence (item), "1 time a week, any day");
  item->quota_per_week = 2;
  assert_text (brine_format_recurrence (item), "2 times a week, any day");
}

static void
test_names (void)
{
  BrineLocal start = brine_local (day (2026, 11, 23), 8, 0);
  BrineLocal end = brine_local (day (2026, 11, 23), 8, 20);

  assert_text (brine_format_occurrence_name ("Walk", start, end, BRINE_STATE_DONE),
               "Walk, Monday 08:00 to 08:20, done");
  for (int practice = 0; practice < BRINE_N_PRACTICES; practice++)
    {
      g_assert_nonnull (brine_practice_get_name ((BrinePractice)practice));
      g_assert_nonnull (brine_practice_get_icon_name ((BrinePractice)practice));
    }
  g_assert_null (brine_state_get_icon_name (BRINE_STATE_PLANNED));
  g_assert_cmpstr (brine_state_get_css_class (BRINE_STATE_DUE), ==, "planned");
  g_assert_cmpstr (brine_mood_get_name (4), ==, "Good");
  g_assert_cmpstr (brine_factor_get_name ("sugar"), ==, "Sugar");
  g_assert_cmpstr (brine_factor_get_name ("my aunt"), ==, "my aunt");
}

static void
test_first_weekday (void)
{
  g_assert_cmpint (brine_format_get_first_weekday ("monday"), ==, 1);
  g_assert_cmpint (brine_format_get_first_weekday ("saturday"), ==, 6);
  g_assert_cmpint (brine_format_get_first_weekday ("sunday"), ==, 7);
  /* A locale without a country: ISO 8601. */
  g_assert_cmpint (brine_format_get_first_weekday ("locale"), ==, 1);
  g_assert_cmpint (brine_format_get_first_weekday (NULL), ==, 1);
}

static int
count_letters (void)
{
  g_autoptr (GHashTable) letters = g_hash_table_new (g_str_hash, g_str_equal);

  for (int weekday = 1; weekday <= 7; weekday++)
    {
      const char *letter = brine_format_weekday_letter (weekday);

      g_assert_cmpint (g_utf8_strlen (letter, -1), ==, 1);
      g_hash_table_add (letters, (gpointer)letter);
    }
  return (int)g_hash_table_size (letters);
}

/* Locales that the machine may not have: each row is left out where it is missing. */
static void
test_locales (void)
{
  static const struct
  {
    const char *locale;
    const char *time;
    const char *date;
    int first_weekday;
    int n_letters; /* of its weekdays, different ones */
  } rows[] = {
    { "en_US.UTF-8", "2:05 PM", "Thursday, November 19", 7, 5 },
    { "en_GB.UTF-8", "14:05", "Thursday 19 November", 1, 5 },
    { "de_DE.UTF-8", "14:05", NULL, 1, 5 },
    { "ar_EG.UTF-8", NULL, NULL, 6, 7 },
  };
  BrineDay today = day (2026, 11, 19);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      if (setlocale (LC_ALL, rows[i].locale) == NULL)
        {
          g_test_message ("no locale %s here", rows[i].locale);
          continue;
        }
      if (rows[i].time != NULL)
        assert_text (brine_format_time (brine_local (today, 14, 5)), rows[i].time);
      if (rows[i].date != NULL)
        assert_text (brine_format_day_long (today, today), rows[i].date);
      g_assert_cmpint (brine_format_get_first_weekday (NULL), ==, rows[i].first_weekday);
      g_assert_cmpint (count_letters (), ==, rows[i].n_letters);
    }
  setlocale (LC_ALL, "C.UTF-8");
}

static void
test_typed_times (void)
{
  static const struct
  {
    const char *text;
    int minute; /* -1: not a time */
  } rows[] = {
    { "7", 420 },      { "7:30", 450 },     { "07.30", 450 },    { "730", 450 },  { "1930", 1170 },
    { "19:30", 1170 }, { "7:30 pm", 1170 }, { "7:30 PM", 1170 }, { "12 am", 0 },  { "12 pm", 720 },
    { "0:00", 0 },     { "23:59", 1439 },   { " 8:05 ", 485 },   { "24:00", -1 }, { "8:60", -1 },
    { "", -1 },        { "noon", -1 },      { "13 pm", -1 },     { "8:005", -1 }, { "99999", -1 },
    { "-3", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      int minute = -1;
      gboolean read = brine_time_entry_parse (rows[i].text, &minute);

      g_test_message ("%s", rows[i].text);
      g_assert_cmpint (read, ==, rows[i].minute >= 0);
      g_assert_cmpint (minute, ==, rows[i].minute);
    }
}

/* Gettext says the head of its catalogue for an empty text. */
static void
test_translate_nothing (void)
{
  g_assert_cmpstr (brine_translate (NULL, ""), ==, "");
  g_assert_cmpstr (brine_translate ("food", ""), ==, "");
  g_assert_cmpstr (brine_translate ("food", "No such food"), ==, "No such food");
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/format/times", test_times);
  g_test_add_func ("/format/days", test_days);
  g_test_add_func ("/format/day-ranges", test_day_ranges);
  g_test_add_func ("/format/from-now", test_from_now);
  g_test_add_func ("/format/durations", test_durations);
  g_test_add_func ("/format/quantities", test_quantities);
  g_test_add_func ("/format/amounts-and-goals", test_amounts_and_goals);
  g_test_add_func ("/format/recurrence", test_recurrence);
  g_test_add_func ("/format/quota", test_quota);
  g_test_add_func ("/format/names", test_names);
  g_test_add_func ("/format/first-weekday", test_first_weekday);
  g_test_add_func ("/format/locales", test_locales);
  g_test_add_func ("/format/typed-times", test_typed_times);
  g_test_add_func ("/format/translate-nothing", test_translate_nothing);
  return g_test_run ();
}
