/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-quota-weeks.h"
#include "plan-fixture.h"

/* Twice a week since Monday, 2 November 2026, judged on Thursday, 26 November. */
#define TODAY "2026-11-26"

typedef struct
{
  GPtrArray *items;
  GPtrArray *logs;
  GPtrArray *pauses;
  BrinePlanItem *quota; /* owned by items */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->items = g_ptr_array_new_with_free_func ((GDestroyNotify)brine_plan_item_free);
  fixture->logs = g_ptr_array_new_with_free_func ((GDestroyNotify)brine_log_free);
  fixture->pauses = g_ptr_array_new_with_free_func ((GDestroyNotify)brine_pause_free);
  fixture->quota = make_item (BRINE_PRACTICE_OWN, "2026-11-02T00:00:00", 30, NULL);
  fixture->quota->quota_per_week = 2;
  g_ptr_array_add (fixture->items, fixture->quota);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_ptr_array_unref (fixture->items);
  g_ptr_array_unref (fixture->logs);
  g_ptr_array_unref (fixture->pauses);
}

static void
add_log (Fixture *fixture, const BrinePlanItem *item, const char *on, BrineState state)
{
  BrineLog *log = brine_log_new ();

  log->item_id = g_strdup (item->id);
  log->state = state;
  log->at.day = day (on);
  g_ptr_array_add (fixture->logs, log);
}

static void
add_pause (Fixture *fixture, const char *from, const char *to)
{
  BrinePause *pause = brine_pause_new ();

  pause->from = day (from);
  pause->to = day (to);
  g_ptr_array_add (fixture->pauses, pause);
}

static GArray *
sum (Fixture *fixture, const char *from, const char *to, int first_weekday)
{
  BrineQuotaSpan span = { day (from), day (to), day (TODAY), first_weekday };

  return brine_quota_sum_weeks (fixture->items, fixture->logs, fixture->pauses, &span);
}

static void
assert_sum (Fixture *fixture, const char *from, const char *to, BrineQuotaSum wanted)
{
  g_autoptr (GArray) sums = sum (fixture, from, to, 1);
  const BrineQuotaSum *got = &g_array_index (sums, BrineQuotaSum, 0);

  g_assert_cmpuint (sums->len, ==, wanted.weeks > 0);
  if (wanted.weeks == 0)
    return;
  g_assert_true (got->item == fixture->quota);
  g_assert_cmpint (got->weeks, ==, wanted.weeks);
  g_assert_cmpint (got->reached, ==, wanted.reached);
  g_assert_cmpint (got->asked, ==, wanted.asked);
  g_assert_cmpint (got->done, ==, wanted.done);
}

/* A week counts where it ends, once it is over, and from the first whole one on. */
static void
test_which_weeks (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *from;
    const char *to;
    int weeks;
  } rows[] = {
    { "2026-11-02", "2026-11-22", 3 }, { "2026-11-01", "2026-11-29", 3 },
    { "2026-11-02", "2026-11-21", 2 }, { "2026-11-08", "2026-11-08", 1 },
    { "2026-11-09", "2026-11-14", 0 }, { "2026-11-20", "2026-11-26", 1 },
    { "2026-11-23", "2026-11-26", 0 }, { "2026-10-01", "2026-11-01", 0 },
    { "2016-11-27", "2026-11-26", 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("row %u", i);
      assert_sum (fixture, rows[i].from, rows[i].to,
                  (BrineQuotaSum){ .weeks = rows[i].weeks, .asked = 2 * rows[i].weeks });
    }
}

/* The week that it begins in is not whole; which week that is, the first weekday says. */
static void
test_begins (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *start;
    int from_monday;
    int from_saturday;
    int from_sunday;
  } rows[] = {
    { "2026-11-01T00:00:00", 3, 2, 3 }, { "2026-11-02T00:00:00", 3, 2, 2 },
    { "2026-11-03T00:00:00", 2, 2, 2 }, { "2026-11-07T00:00:00", 2, 2, 2 },
    { "2026-11-08T00:00:00", 2, 1, 2 }, { "2026-11-26T00:00:00", 0, 0, 0 },
    { "2027-11-26T00:00:00", 0, 0, 0 },
  };
  static const int first_weekdays[] = { 1, 6, 7 };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const int wanted[] = { rows[i].from_monday, rows[i].from_saturday, rows[i].from_sunday };

      fixture->quota->start = local (rows[i].start);
      for (guint j = 0; j < G_N_ELEMENTS (first_weekdays); j++)
        {
          g_autoptr (GArray) sums = sum (fixture, "2026-11-02", TODAY, first_weekdays[j]);

          g_test_message ("row %u, weeks from %d", i, first_weekdays[j]);
          g_assert_cmpint (sums->len > 0 ? g_array_index (sums, BrineQuotaSum, 0).weeks : 0, ==,
                           wanted[j]);
        }
    }
}

/* More than a week asks for makes up for no other week. */
static void
test_done (Fixture *fixture, gconstpointer data)
{
  BrinePlanItem *planned =
      brine_plan_item_plan_time (fixture->quota, local ("2026-11-18T18:00:00"));
  BrinePlanItem *other = make_item (BRINE_PRACTICE_OWN, "2026-11-18T18:00:00", 30, NULL);

  g_ptr_array_add (fixture->items, planned);
  g_ptr_array_add (fixture->items, other);
  add_log (fixture, fixture->quota, "2026-11-02", BRINE_STATE_DONE);
  add_log (fixture, fixture->quota, "2026-11-03", BRINE_STATE_DONE);
  add_log (fixture, fixture->quota, "2026-11-08", BRINE_STATE_DONE);
  add_log (fixture, fixture->quota, "2026-11-10", BRINE_STATE_SKIPPED);
  add_log (fixture, fixture->quota, "2026-11-16", BRINE_STATE_PARTLY);
  add_log (fixture, planned, "2026-11-18", BRINE_STATE_DONE);
  add_log (fixture, other, "2026-11-10", BRINE_STATE_DONE);
  add_log (fixture, fixture->quota, "2026-11-24", BRINE_STATE_DONE);
  add_log (fixture, fixture->quota, "2026-10-30", BRINE_STATE_DONE);
  assert_sum (fixture, "2026-11-02", TODAY,
              (BrineQuotaSum){ .weeks = 3, .reached = 2, .asked = 6, .done = 4 });
}

/* A pause asks for less and takes nothing away; a week that asks for nothing is none. */
static void
test_paused (Fixture *fixture, gconstpointer data)
{
  add_pause (fixture, "2026-11-02", "2026-11-08");
  add_pause (fixture, "2026-11-11", "2026-11-12");
  add_log (fixture, fixture->quota, "2026-11-03", BRINE_STATE_DONE);
  add_log (fixture, fixture->quota, "2026-11-11", BRINE_STATE_DONE);
  assert_sum (fixture, "2026-11-02", TODAY,
              (BrineQuotaSum){ .weeks = 2, .reached = 1, .asked = 3, .done = 1 });
}

/* Clocks change, a leap day comes, a year ends: weeks have seven days. */
static void
test_weeks_of_the_year (Fixture *fixture, gconstpointer data)
{
  static const char *const days[] = { "2026-03-29", "2026-10-25", "2028-02-29", "2026-12-31" };

  fixture->quota->start = local ("2020-01-01T00:00:00");
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      BrineQuotaSpan span = { day (days[i]) - 7, day (days[i]) + 6, day (days[i]) + 20, 1 };
      g_autoptr (GArray) sums =
          brine_quota_sum_weeks (fixture->items, fixture->logs, fixture->pauses, &span);

      g_assert_cmpint (g_array_index (sums, BrineQuotaSum, 0).weeks, ==, 2);
    }
}

/* Each has its own, in the order of the plan; without one there is nothing to tell. */
static void
test_several (Fixture *fixture, gconstpointer data)
{
  BrinePlanItem *second = make_item (BRINE_PRACTICE_WALK, "2026-11-09T00:00:00", 90, NULL);

  second->quota_per_week = 1;
  g_ptr_array_add (fixture->items, second);
  add_log (fixture, second, "2026-11-14", BRINE_STATE_DONE);
  g_autoptr (GArray) sums = sum (fixture, "2026-11-02", TODAY, 1);
  g_assert_cmpuint (sums->len, ==, 2);
  g_assert_true (g_array_index (sums, BrineQuotaSum, 0).item == fixture->quota);
  g_assert_cmpint (g_array_index (sums, BrineQuotaSum, 0).done, ==, 0);
  g_assert_true (g_array_index (sums, BrineQuotaSum, 1).item == second);
  g_assert_cmpint (g_array_index (sums, BrineQuotaSum, 1).weeks, ==, 2);
  g_assert_cmpint (g_array_index (sums, BrineQuotaSum, 1).done, ==, 1);
  g_ptr_array_set_size (fixture->items, 0);
  g_autoptr (GArray) none = sum (fixture, "2026-11-02", TODAY, 1);
  g_assert_cmpuint (none->len, ==, 0);
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/quota-weeks/which-weeks", test_which_weeks);
  ADD ("/quota-weeks/begins", test_begins);
  ADD ("/quota-weeks/done", test_done);
  ADD ("/quota-weeks/paused", test_paused);
  ADD ("/quota-weeks/of-the-year", test_weeks_of_the_year);
  ADD ("/quota-weeks/several", test_several);
  return g_test_run ();
}
