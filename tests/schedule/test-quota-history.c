/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-quota-weeks.h"
#include "brine-quota.h"
#include "plan-fixture.h"

/* The number of times a week that held in a week, however often it was changed since. */

/* Monday, 2 November 2026. */
#define WEEK(n) (day ("2026-11-02") + 7 * (n))

static BrinePlanItem *
make_quota (BrineDay start, int times)
{
  BrinePlanItem *quota = make_item (BRINE_PRACTICE_OWN, "2026-11-02T00:00:00", 30, NULL);

  quota->start.day = start;
  quota->quota_per_week = times;
  return quota;
}

static void
assert_periods (const BrinePlanItem *quota, const char *wanted)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < quota->quotas->len; i++)
    {
      const BrineQuotaPeriod *period = &g_array_index (quota->quotas, BrineQuotaPeriod, i);
      g_autofree char *from = brine_day_to_string (period->valid_from);

      g_string_append_printf (text, "%s%s %d", i > 0 ? ", " : "", from, period->times_a_week);
    }
  g_assert_cmpstr (text->str, ==, wanted);
  brine_plan_item_validate (quota, &error);
  g_assert_no_error (error);
}

/* One number needs no history; the same again is none, and 0 ends it. */
static void
test_set (void)
{
  g_autoptr (BrinePlanItem) quota = make_quota (day ("2026-10-14"), 3);

  brine_quota_set_times (quota, 3, WEEK (0));
  assert_periods (quota, "");
  brine_quota_set_times (quota, 5, WEEK (0));
  assert_periods (quota, "2026-10-14 3, 2026-11-02 5");
  brine_quota_set_times (quota, 4, WEEK (0));
  assert_periods (quota, "2026-10-14 3, 2026-11-02 4");
  brine_quota_set_times (quota, 2, WEEK (2));
  assert_periods (quota, "2026-10-14 3, 2026-11-02 4, 2026-11-16 2");
  brine_quota_set_times (quota, 4, WEEK (2));
  assert_periods (quota, "2026-10-14 3, 2026-11-02 4");
  brine_quota_set_times (quota, 3, WEEK (0));
  assert_periods (quota, "");
  g_assert_cmpint (quota->quota_per_week, ==, 3);
  brine_quota_set_times (quota, 7, WEEK (1));
  brine_quota_set_times (quota, 0, WEEK (3));
  assert_periods (quota, "");
  g_assert_cmpint (quota->quota_per_week, ==, 0);
  brine_quota_set_times (quota, 2, WEEK (3));
  assert_periods (quota, "");
}

/* What begins this week or later has no week that another number held in. */
static void
test_begins (void)
{
  static const struct
  {
    const char *start;
    const char *wanted;
  } rows[] = {
    { "2026-11-01", "2026-11-01 3, 2026-11-02 5" },
    { "2026-11-02", "" },
    { "2026-11-08", "" },
    { "2027-01-01", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (BrinePlanItem) quota = make_quota (day (rows[i].start), 3);

      brine_quota_set_times (quota, 5, WEEK (0));
      assert_periods (quota, rows[i].wanted);
      g_assert_cmpint (quota->quota_per_week, ==, 5);
    }
}

/* A clock that was wrong for a while: what it set ahead of now is replaced, the past stays. */
static void
test_clock_back (void)
{
  g_autoptr (BrinePlanItem) quota = make_quota (WEEK (-4), 3);

  brine_quota_set_times (quota, 5, WEEK (40));
  brine_quota_set_times (quota, 6, WEEK (50));
  brine_quota_set_times (quota, 2, WEEK (1));
  assert_periods (quota, "2026-10-05 3, 2026-11-09 2");
  brine_quota_set_times (quota, 4, WEEK (-20));
  g_assert_cmpint (brine_quota_get_times (quota, WEEK (-21)), ==, 3);
  g_assert_cmpint (brine_quota_get_times (quota, WEEK (-20)), ==, 4);
  g_assert_cmpint (quota->quota_per_week, ==, 4);
}

/* The first number holds for all time before; whoever begins weeks on another day by now has the
 * number that held on most days of the week. */
static void
test_get (void)
{
  static const struct
  {
    const char *week;
    int times;
  } rows[] = {
    { "0001-01-01", 3 },
    { "2026-10-26", 3 },
    { "2026-11-02", 5 },
    { "2026-11-09", 5 },
    /* Weeks from Sunday, and from Saturday. */
    { "2026-10-25", 3 },
    { "2026-11-01", 5 },
    { "2026-10-31", 5 },
    { "2026-10-30", 5 },
    { "2026-10-29", 3 },
    { "2026-11-10", 5 },
    { "2026-11-12", 5 },
    { "2026-11-13", 1 },
    { "2026-11-15", 1 },
    { "2026-11-16", 1 },
    { "9999-12-20", 1 },
  };
  g_autoptr (BrinePlanItem) quota = make_quota (day ("2026-10-14"), 3);

  brine_quota_set_times (quota, 5, WEEK (0));
  brine_quota_set_times (quota, 1, WEEK (2));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s", rows[i].week);
      g_assert_cmpint (brine_quota_get_times (quota, day (rows[i].week)), ==, rows[i].times);
    }
}

static void
append (BrinePlanItem *quota, const char *from, int times)
{
  BrineQuotaPeriod period = { day (from), times };

  g_array_append_val (quota->quotas, period);
}

/* A file may hold anything. */
static void
test_not_valid (void)
{
  static const struct
  {
    const char *from[2];
    int times[2];
    int now;
    const char *sentence; /* begins so */
  } rows[] = {
    { { "2026-11-09", "2026-11-02" }, { 3, 5 }, 5, "The numbers of times a week are not" },
    { { "2026-11-02", "2026-11-02" }, { 3, 5 }, 5, "The numbers of times a week are not" },
    { { "2026-11-02", "2026-11-09" }, { 0, 5 }, 5, "Each earlier number" },
    { { "2026-11-02", "2026-11-09" }, { 101, 5 }, 5, "Each earlier number" },
    { { "2026-11-02", "2026-11-09" }, { 3, 5 }, 3, "The last of the numbers" },
    { { "2026-11-02", "2026-11-09" }, { 3, 5 }, 0, "The last of the numbers" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (BrinePlanItem) quota = make_quota (WEEK (0), rows[i].now);
      g_autoptr (GError) error = NULL;

      append (quota, rows[i].from[0], rows[i].times[0]);
      append (quota, rows[i].from[1], rows[i].times[1]);
      g_assert_false (brine_plan_item_validate (quota, &error));
      g_assert_error (error, BRINE_ERROR, BRINE_ERROR_INVALID);
      g_assert_true (g_str_has_prefix (error->message, rows[i].sentence));
    }
}

/* Clocks change, a leap day comes, a year ends: a number holds from the first day of its week. */
static void
test_weeks_of_the_year (void)
{
  static const char *const days[] = { "2026-03-29", "2026-10-25", "2028-02-29", "2026-12-31" };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    for (int first_weekday = 1; first_weekday <= 7; first_weekday++)
      {
        BrineDay week = brine_day_get_week_start (day (days[i]), first_weekday);
        g_autoptr (BrinePlanItem) quota = make_quota (week - 20, 3);

        brine_quota_set_times (quota, 5, week);
        g_assert_cmpint (brine_quota_get_times (quota, week - 7), ==, 3);
        g_assert_cmpint (brine_quota_get_times (quota, week), ==, 5);
        g_assert_cmpint (brine_quota_get_times (quota, week + 7), ==, 5);
      }
}

/* The property: random edits beside a list of the number of every week. ----------------------- */

#define N_WEEKS 60

typedef struct
{
  GRand *rand;
  int first_weekday;
  BrineDay first;     /* of week 0 */
  int times[N_WEEKS]; /* by week */
  int done[N_WEEKS];
  int paused[N_WEEKS]; /* days */
  BrinePlanItem *quota;
  GPtrArray *logs;
  GPtrArray *pauses;
} Model;

static void
model_init (Model *model, guint32 seed)
{
  model->rand = g_rand_new_with_seed (seed);
  model->first_weekday = g_rand_int_range (model->rand, 1, 8);
  model->first = brine_day_get_week_start (day ("2026-01-07"), model->first_weekday);
  model->quota = make_quota (model->first + g_rand_int_range (model->rand, 0, 70),
                             g_rand_int_range (model->rand, 1, 8));
  model->logs = g_ptr_array_new_with_free_func ((GDestroyNotify)brine_log_free);
  model->pauses = g_ptr_array_new_with_free_func ((GDestroyNotify)brine_pause_free);
  for (int i = 0; i < N_WEEKS; i++)
    model->times[i] = model->quota->quota_per_week;
}

static void
model_clear (Model *model)
{
  g_rand_free (model->rand);
  brine_plan_item_free (model->quota);
  g_ptr_array_unref (model->logs);
  g_ptr_array_unref (model->pauses);
}

/* Mostly later and later; now and then the clock goes back. */
static void
edit (Model *model)
{
  int week = 0;

  for (int i = 0; i < 12; i++)
    {
      int times = g_rand_int_range (model->rand, 1, 8);
      int now = model->quota->quota_per_week;
      BrineDay today;

      week = g_rand_int_range (model->rand, 0, 6) == 0
                 ? g_rand_int_range (model->rand, 0, N_WEEKS)
                 : MIN (week + g_rand_int_range (model->rand, 0, 9), N_WEEKS - 1);
      today = model->first + 7 * week + g_rand_int_range (model->rand, 0, 7);
      brine_quota_set_times (model->quota, times,
                             brine_day_get_week_start (today, model->first_weekday));
      /* The number that is there already is no change. */
      for (int later = times == now ? N_WEEKS : week; later < N_WEEKS; later++)
        model->times[later] = times;
      g_assert_true (brine_plan_item_validate (model->quota, NULL));
    }
}

static void
log_and_pause (Model *model)
{
  for (int i = 0; i < 200; i++)
    {
      BrineLog *log = brine_log_new ();
      int n = g_rand_int_range (model->rand, 0, 7 * N_WEEKS);

      log->item_id = g_strdup (model->quota->id);
      log->state = BRINE_STATE_DONE;
      log->at.day = model->first + n;
      model->done[n / 7]++;
      g_ptr_array_add (model->logs, log);
    }
  for (int i = 0; i < 30; i++)
    {
      BrinePause *pause = brine_pause_new ();
      int week = 2 * i + g_rand_int_range (model->rand, 0, 2);
      int from = g_rand_int_range (model->rand, 0, 7);

      model->paused[week] = g_rand_int_range (model->rand, 1, 8 - from);
      pause->from = model->first + 7 * week + from;
      pause->to = pause->from + model->paused[week] - 1;
      g_ptr_array_add (model->pauses, pause);
    }
}

/* What the weeks from one to another come to, by the list. */
static BrineQuotaSum
count (const Model *model, int from, int to)
{
  BrineQuotaSum sum = { 0 };

  for (int i = from; i <= to; i++)
    {
      /* n × (7 − k) ÷ 7 to the nearest whole number, by other means than the program's. */
      int asked = (int)(model->times[i] * (7 - model->paused[i]) / 7.0 + 0.5);

      if (asked == 0 || model->first + 7 * i < model->quota->start.day)
        continue;
      sum.weeks++;
      sum.asked += asked;
      sum.done += MIN (asked, model->done[i]);
      sum.reached += model->done[i] >= asked;
      if (model->times[i] == model->quota->quota_per_week
          && model->first + 7 * i >= (model->quota->quotas->len > 0
                                          ? g_array_index (model->quota->quotas, BrineQuotaPeriod,
                                                           model->quota->quotas->len - 1)
                                                .valid_from
                                          : BRINE_DAY_MIN))
        continue;
      sum.low_before =
          sum.low_before == 0 ? model->times[i] : MIN (sum.low_before, model->times[i]);
      sum.high_before = MAX (sum.high_before, model->times[i]);
    }
  return sum;
}

static void
assert_sums (Model *model)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  g_ptr_array_add (items, model->quota);
  for (int i = 0; i < 20; i++)
    {
      int from = g_rand_int_range (model->rand, 0, N_WEEKS);
      int to = g_rand_int_range (model->rand, from, N_WEEKS);
      BrineQuotaSpan span = { model->first + 7 * from, model->first + 7 * to + 6,
                              model->first + 7 * N_WEEKS, model->first_weekday };
      g_autoptr (GArray) sums = brine_quota_sum_weeks (items, model->logs, model->pauses, &span);
      BrineQuotaSum wanted = count (model, from, to);
      BrineQuotaSum got = { 0 };

      if (sums->len > 0)
        got = g_array_index (sums, BrineQuotaSum, 0);
      g_assert_cmpint (got.weeks, ==, wanted.weeks);
      g_assert_cmpint (got.asked, ==, wanted.asked);
      g_assert_cmpint (got.done, ==, wanted.done);
      g_assert_cmpint (got.reached, ==, wanted.reached);
      g_assert_cmpint (got.low_before, ==, wanted.low_before);
      g_assert_cmpint (got.high_before, ==, wanted.high_before);
    }
}

static void
test_property (void)
{
  guint32 base = (guint32)g_test_rand_int ();

  g_test_message ("seed %u", base);
  for (guint32 i = 0; i < 500; i++)
    {
      Model model = { 0 };

      model_init (&model, base + i);
      edit (&model);
      log_and_pause (&model);
      /* Weeks that were over before it began are asked by nobody. */
      for (int week = 0; week < N_WEEKS; week++)
        if (model.first + 7 * week + 6 >= model.quota->start.day)
          g_assert_cmpint (brine_quota_get_times (model.quota, model.first + 7 * week), ==,
                           model.times[week]);
      assert_sums (&model);
      g_autoptr (BrinePlanItem) copy = brine_plan_item_copy (model.quota);
      g_assert_true (brine_plan_item_equal (copy, model.quota));
      model_clear (&model);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/quota-history/set", test_set);
  g_test_add_func ("/quota-history/begins", test_begins);
  g_test_add_func ("/quota-history/clock-back", test_clock_back);
  g_test_add_func ("/quota-history/get", test_get);
  g_test_add_func ("/quota-history/not-valid", test_not_valid);
  g_test_add_func ("/quota-history/of-the-year", test_weeks_of_the_year);
  g_test_add_func ("/quota-history/property", test_property);
  return g_test_run ();
}
