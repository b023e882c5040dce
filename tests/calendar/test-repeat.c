/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-quota.h"
#include "brine-repeat.h"

/* 2026-11-19 is the third Thursday of its month. */
#define THURSDAY brine_day_from_ymd (2026, 11, 19)

static BrinePlanItem *
make_item (const char *rule)
{
  g_autoptr (GError) error = NULL;
  BrinePlanItem *item =
      brine_plan_item_new (BRINE_PRACTICE_WALK, "Walk", brine_local (THURSDAY, 17, 30), 20);

  if (rule != NULL)
    item->rule = brine_rule_parse (rule, &error);
  g_assert_no_error (error);
  return item;
}

static void
test_read (void)
{
  static const struct
  {
    const char *rule;
    BrineRepeatKind kind;
    int interval;
    unsigned weekdays;
    BrineRepeatEnd end;
  } rows[] = {
    { NULL, BRINE_REPEAT_ONCE, 1, 0x08, BRINE_REPEAT_FOREVER },
    { "FREQ=DAILY", BRINE_REPEAT_DAILY, 1, 0x08, BRINE_REPEAT_FOREVER },
    { "FREQ=DAILY;INTERVAL=3;COUNT=5", BRINE_REPEAT_DAILY, 3, 0x08, BRINE_REPEAT_COUNT },
    { "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", BRINE_REPEAT_WEEKDAYS, 1, 0x1f, BRINE_REPEAT_FOREVER },
    { "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;COUNT=9", BRINE_REPEAT_DAILY, 1, 0x08,
      BRINE_REPEAT_COUNT },
    { "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU", BRINE_REPEAT_WEEKLY, 2, 0x42, BRINE_REPEAT_FOREVER },
    { "FREQ=WEEKLY", BRINE_REPEAT_WEEKLY, 1, 0x08, BRINE_REPEAT_FOREVER },
    { "FREQ=MONTHLY", BRINE_REPEAT_MONTHLY_DAY, 1, 0x08, BRINE_REPEAT_FOREVER },
    { "FREQ=MONTHLY;BYDAY=3TH", BRINE_REPEAT_MONTHLY_WEEKDAY, 1, 0x08, BRINE_REPEAT_FOREVER },
    { "FREQ=YEARLY;UNTIL=20300101T000000", BRINE_REPEAT_YEARLY, 1, 0x08, BRINE_REPEAT_UNTIL },
    { "FREQ=MONTHLY;BYDAY=2TH", BRINE_REPEAT_FOREIGN, 1, 0x08, BRINE_REPEAT_FOREVER },
    { "FREQ=DAILY;BYHOUR=8,20", BRINE_REPEAT_FOREIGN, 1, 0x08, BRINE_REPEAT_FOREVER },
    { "FREQ=MONTHLY;BYMONTHDAY=-1", BRINE_REPEAT_FOREIGN, 1, 0x08, BRINE_REPEAT_FOREVER },
    { "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO", BRINE_REPEAT_FOREIGN, 1, 0x08, BRINE_REPEAT_FOREVER },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (BrinePlanItem) item = make_item (rows[i].rule);
      BrineRepeat repeat = brine_repeat_read (item);
      g_test_message ("%s", rows[i].rule);
      g_assert_cmpint (repeat.kind, ==, rows[i].kind);
      g_assert_cmpint (repeat.interval, ==, rows[i].interval);
      g_assert_cmpuint (repeat.weekdays, ==, rows[i].weekdays);
      g_assert_cmpint (repeat.end, ==, rows[i].end);
    }
}

/* Law: what is read and applied again changes nothing, to the letter. */
static void
test_untouched_stays_verbatim (void)
{
  static const char *const rules[] = {
    "FREQ=DAILY",
    "FREQ=WEEKLY",
    "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
    "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU",
    "FREQ=MONTHLY;BYDAY=3TH;COUNT=4",
    "FREQ=YEARLY;UNTIL=20300101T120000",
    "FREQ=MONTHLY;BYSETPOS=-1;BYDAY=MO,TU,WE",
    "FREQ=HOURLY;INTERVAL=7",
  };

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autoptr (BrinePlanItem) item = make_item (rules[i]);
      g_autoptr (BrinePlanItem) before = brine_plan_item_copy (item);
      BrineRepeat repeat = brine_repeat_read (item);
      brine_repeat_apply (&repeat, item, item->start.day);
      g_assert_true (brine_plan_item_equal (before, item));
    }

  g_autoptr (BrinePlanItem) dates = make_item ("FREQ=DAILY;COUNT=3");
  BrineLocal extra = brine_local (THURSDAY + 30, 8, 0);
  g_array_append_val (dates->rdates, extra);
  BrineRepeat repeat = brine_repeat_read (dates);
  g_assert_cmpint (repeat.kind, ==, BRINE_REPEAT_FOREIGN);
  brine_repeat_apply (&repeat, dates, dates->start.day);
  g_assert_cmpuint (dates->rdates->len, ==, 1);
  g_assert_cmpint (brine_rule_get_count (dates->rule), ==, 3);
}

/* The fourth Sunday of June is its last, and either may be meant. */
static void
test_last_weekday (void)
{
  BrineDay sunday = brine_day_from_ymd (2026, 6, 28);
  static const struct
  {
    const char *rule;
    BrineRepeatKind kind;
  } rows[] = {
    { "FREQ=MONTHLY;BYDAY=-1SU", BRINE_REPEAT_MONTHLY_LAST },
    { "FREQ=MONTHLY;BYDAY=-1SU;COUNT=3", BRINE_REPEAT_MONTHLY_LAST },
    { "FREQ=MONTHLY;BYDAY=4SU", BRINE_REPEAT_MONTHLY_WEEKDAY },
  };

  g_assert_true (brine_repeat_offers (BRINE_REPEAT_MONTHLY_LAST, sunday));
  g_assert_false (brine_repeat_offers (BRINE_REPEAT_MONTHLY_LAST, sunday - 7));
  /* A fifth one is called the last already. */
  g_assert_false (brine_repeat_offers (BRINE_REPEAT_MONTHLY_LAST, sunday + 2));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (BrinePlanItem) item = make_item (rows[i].rule);
      BrineRepeat repeat;
      g_autofree char *text = NULL;

      item->start.day = sunday;
      repeat = brine_repeat_read (item);
      g_assert_cmpint (repeat.kind, ==, rows[i].kind);
      text = brine_repeat_to_rule (&repeat, item->start);
      g_assert_cmpstr (text, ==, rows[i].rule);
    }
}

static void
test_apply (void)
{
  static const struct
  {
    BrineRepeat repeat;
    const char *rule;
    int days_later; /* the start moves to a weekday that it has */
  } rows[] = {
    { { BRINE_REPEAT_DAILY, .interval = 1 }, "FREQ=DAILY", 0 },
    { { BRINE_REPEAT_WEEKDAYS, .interval = 1 }, "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", 0 },
    { { BRINE_REPEAT_WEEKLY, .interval = 2, .weekdays = 0x41 },
      "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU",
      3 },
    { { BRINE_REPEAT_MONTHLY_DAY, .interval = 1, .end = BRINE_REPEAT_COUNT, .count = 4 },
      "FREQ=MONTHLY;COUNT=4",
      0 },
    { { BRINE_REPEAT_MONTHLY_WEEKDAY, .interval = 1 }, "FREQ=MONTHLY;BYDAY=3TH", 0 },
    { { BRINE_REPEAT_YEARLY, .interval = 1 }, "FREQ=YEARLY", 0 },
    { { BRINE_REPEAT_ONCE, .interval = 1 }, NULL, 0 },
    { { BRINE_REPEAT_QUOTA, .quota = 3 }, NULL, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (BrinePlanItem) item = make_item ("FREQ=HOURLY");
      g_autofree char *text = NULL;
      brine_repeat_apply (&rows[i].repeat, item, item->start.day);
      if (item->rule != NULL)
        text = brine_rule_to_string (item->rule);
      g_assert_cmpstr (text, ==, rows[i].rule);
      g_assert_cmpint (item->start.day, ==, THURSDAY + rows[i].days_later);
      g_assert_cmpint (item->quota_per_week, ==, rows[i].repeat.quota);
      g_assert_true (brine_plan_item_validate (item, NULL));
    }
}

/* Another number of times a week holds from the week under way on. */
static void
test_apply_number (void)
{
  g_autoptr (BrinePlanItem) item = make_item ("FREQ=DAILY");
  BrineRepeat repeat = { BRINE_REPEAT_QUOTA, .quota = 3 };
  BrineDay week = THURSDAY + 25; /* Monday */

  brine_repeat_apply (&repeat, item, week);
  g_assert_cmpuint (item->quotas->len, ==, 0);
  repeat.quota = 5;
  brine_repeat_apply (&repeat, item, week);
  g_assert_cmpint (item->quota_per_week, ==, 5);
  g_assert_cmpint (brine_quota_get_times (item, week - 7), ==, 3);
  g_assert_cmpint (brine_quota_get_times (item, week), ==, 5);
  repeat = (BrineRepeat){ BRINE_REPEAT_ONCE, .interval = 1 };
  brine_repeat_apply (&repeat, item, week);
  g_assert_cmpuint (item->quotas->len, ==, 0);
  g_assert_true (brine_plan_item_validate (item, NULL));
}

static void
test_faults (void)
{
  BrineLocal start = brine_local (THURSDAY, 17, 30);
  BrineRepeat weekly = { .kind = BRINE_REPEAT_WEEKLY, .interval = 1 };
  BrineRepeat until = { .kind = BRINE_REPEAT_DAILY,
                        .interval = 1,
                        .end = BRINE_REPEAT_UNTIL,
                        .until = brine_local (THURSDAY - 1, 23, 59) };

  g_assert_cmpint (brine_repeat_check (&weekly, start), ==, BRINE_REPEAT_NO_WEEKDAY);
  weekly.weekdays = 1;
  g_assert_cmpint (brine_repeat_check (&weekly, start), ==, BRINE_REPEAT_FINE);
  g_assert_cmpint (brine_repeat_check (&until, start), ==, BRINE_REPEAT_ENDS_BEFORE);
  until.until = start;
  g_assert_cmpint (brine_repeat_check (&until, start), ==, BRINE_REPEAT_FINE);
}

static void
test_ordinals (void)
{
  static const struct
  {
    int month, day, ordinal;
  } rows[] = { { 11, 1, 1 },  { 11, 7, 1 },   { 11, 8, 2 },
               { 11, 28, 4 }, { 11, 29, -1 }, { 12, 31, -1 } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (brine_repeat_get_ordinal (
                         brine_day_from_ymd (2026, rows[i].month, rows[i].day)),
                     ==, rows[i].ordinal);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/editor/repeat/read", test_read);
  g_test_add_func ("/editor/repeat/verbatim", test_untouched_stays_verbatim);
  g_test_add_func ("/editor/repeat/last-weekday", test_last_weekday);
  g_test_add_func ("/editor/repeat/apply", test_apply);
  g_test_add_func ("/editor/repeat/apply-number", test_apply_number);
  g_test_add_func ("/editor/repeat/faults", test_faults);
  g_test_add_func ("/editor/repeat/ordinals", test_ordinals);
  return g_test_run ();
}
