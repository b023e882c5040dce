/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-progress-range.h"
#include "brine-time-axis.h"

static BrineDay
parse (const char *text)
{
  BrineDay day;

  g_assert_true (brine_day_parse (text, &day));
  return day;
}

static void
assert_range (BrineBucket range, const char *from, const char *to)
{
  g_autofree char *a = brine_day_to_string (range.from);
  g_autofree char *b = brine_day_to_string (range.to);

  g_assert_cmpstr (a, ==, from);
  g_assert_cmpstr (b, ==, to);
}

static void
test_get (void)
{
  BrineDay today = parse ("2026-11-19"), first = parse ("2024-02-29");

  assert_range (brine_range_get (BRINE_RANGE_WEEK, today, today, first), "2026-11-13",
                "2026-11-19");
  assert_range (brine_range_get (BRINE_RANGE_MONTH, today, today, first), "2026-10-23",
                "2026-11-19");
  assert_range (brine_range_get (BRINE_RANGE_QUARTER, today, today, first), "2026-08-28",
                "2026-11-19");
  assert_range (brine_range_get (BRINE_RANGE_YEAR, today, today, first), "2025-11-21",
                "2026-11-19");
  assert_range (brine_range_get (BRINE_RANGE_ALL, today - 99, today, first), "2024-02-29",
                "2026-11-19");
  /* Nothing lies ahead, and a short diary is shown over a month. */
  assert_range (brine_range_get (BRINE_RANGE_WEEK, today + 9, today, first), "2026-11-13",
                "2026-11-19");
  assert_range (brine_range_get (BRINE_RANGE_ALL, today, today, today), "2026-10-23", "2026-11-19");
  assert_range (brine_range_get (BRINE_RANGE_ALL, today, today, BRINE_DAY_INVALID), "2026-10-23",
                "2026-11-19");
  /* Over a leap day and over changes of the clocks. */
  assert_range (brine_range_get (BRINE_RANGE_WEEK, parse ("2028-03-01"), parse ("2028-03-01"),
                                 first),
                "2028-02-24", "2028-03-01");
  assert_range (brine_range_get (BRINE_RANGE_WEEK, parse ("2026-03-31"), today, first),
                "2026-03-25", "2026-03-31");
  assert_range (brine_range_get (BRINE_RANGE_WEEK, parse ("2026-10-27"), today, first),
                "2026-10-21", "2026-10-27");
}

static void
test_fit (void)
{
  BrineDay today = brine_day_from_ymd (2028, 3, 1);
  static const struct
  {
    int days;
    BrineRangeKind widest;
    BrineRangeKind fit;
  } rows[] = {
    { 1, BRINE_RANGE_QUARTER, BRINE_RANGE_WEEK },
    { 7, BRINE_RANGE_QUARTER, BRINE_RANGE_WEEK },
    { 8, BRINE_RANGE_QUARTER, BRINE_RANGE_MONTH },
    { 28, BRINE_RANGE_QUARTER, BRINE_RANGE_MONTH },
    { 29, BRINE_RANGE_QUARTER, BRINE_RANGE_QUARTER },
    { 29, BRINE_RANGE_MONTH, BRINE_RANGE_MONTH },
    { 4000, BRINE_RANGE_MONTH, BRINE_RANGE_MONTH },
    { 1, BRINE_RANGE_MONTH, BRINE_RANGE_WEEK },
    { -5, BRINE_RANGE_QUARTER, BRINE_RANGE_WEEK },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (brine_range_fit (today - rows[i].days + 1, today, rows[i].widest), ==,
                     rows[i].fit);
  g_assert_cmpint (brine_range_fit (BRINE_DAY_INVALID, today, BRINE_RANGE_QUARTER), ==,
                   BRINE_RANGE_QUARTER);
}

static void
test_step (void)
{
  BrineDay today = parse ("2026-11-19"), first = today - 100;

  for (int kind = BRINE_RANGE_WEEK; kind < BRINE_RANGE_ALL; kind++)
    {
      BrineDay earlier = brine_range_step (kind, today, today, -1);

      g_assert_cmpint (earlier, ==, today - brine_range_get_days (kind));
      g_assert_cmpint (earlier % 7, ==, today % 7);
      g_assert_cmpint (brine_range_step (kind, earlier, today, 1), ==, today);
      g_assert_cmpint (brine_range_step (kind, today - 1, today, 1), ==, today);
      g_assert_false (brine_range_can_step (kind, today, today, first, 1));
      g_assert_true (brine_range_can_step (kind, earlier, today, first, 1));
      g_assert_false (brine_range_can_step (kind, today, today, BRINE_DAY_INVALID, -1));
    }
  g_assert_true (brine_range_can_step (BRINE_RANGE_QUARTER, today, today, first, -1));
  g_assert_false (brine_range_can_step (BRINE_RANGE_YEAR, today, today, first, -1));
  g_assert_false (brine_range_can_step (BRINE_RANGE_ALL, today, today, first, -1));
  /* The last range that still holds the first day. */
  g_assert_true (brine_range_can_step (BRINE_RANGE_WEEK, first + 7, today, first, -1));
  g_assert_false (brine_range_can_step (BRINE_RANGE_WEEK, first + 6, today, first, -1));
}

/* A chart never holds more columns than can be told apart. */
static void
test_choose_by (void)
{
  static const struct
  {
    int days;
    BrineBucketBy by;
  } rows[] = { { 1, BRINE_BUCKET_BY_DAY },     { 84, BRINE_BUCKET_BY_DAY },
               { 183, BRINE_BUCKET_BY_DAY },   { 184, BRINE_BUCKET_BY_WEEK },
               { 364, BRINE_BUCKET_BY_WEEK },  { 731, BRINE_BUCKET_BY_WEEK },
               { 732, BRINE_BUCKET_BY_MONTH }, { 3653, BRINE_BUCKET_BY_MONTH } };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GArray) buckets =
          brine_bucket_split (0, rows[i].days - 1, brine_range_choose_by (rows[i].days), 1);

      g_assert_cmpint (brine_range_choose_by (rows[i].days), ==, rows[i].by);
      g_assert_cmpint (buckets->len, <=, 183);
    }
}

static void
test_nicks (void)
{
  BrineRangeKind kind = BRINE_RANGE_ALL;

  for (int each = 0; each < BRINE_N_RANGES; each++)
    {
      g_assert_true (brine_range_from_nick (brine_range_to_nick (each), &kind));
      g_assert_cmpint (kind, ==, each);
    }
  g_assert_false (brine_range_from_nick ("decade", &kind));
  g_assert_cmpint (kind, ==, BRINE_RANGE_ALL);
}

/* Labels of the time axis, as "kind:day" in order. */
static const struct
{
  const char *name;
  const char *from;
  int days;
  double pixels;
  const char *labels;
} axes[] = {
  { "week", "2026-11-16", 7, 700, "0:16 0:17 0:18 0:19 0:20 0:21 0:22" },
  { "week-narrow", "2026-11-16", 7, 200, "0:16 0:18 0:20 0:22" },
  { "month", "2026-10-23", 28, 1000, "1:26 1:02 1:09 1:16" },
  { "month-narrow", "2026-10-23", 28, 220, "1:26 1:09" },
  { "quarter", "2026-08-28", 84, 606, "1:31 1:14 1:28 1:12 1:26 1:09" },
  { "year", "2025-11-21", 364, 1000,
    "2:01 2:01 2:01 2:01 2:01 2:01 2:01 2:01 2:01 2:01 2:01 2:01" },
  { "year-narrow", "2025-11-21", 364, 220, "2:01 2:01 2:01" },
  { "leap", "2028-02-28", 3, 300, "0:28 0:29 0:01" },
};

static void
test_labels (gconstpointer data)
{
  gsize row = GPOINTER_TO_SIZE (data);
  BrineDay from = parse (axes[row].from);
  BrineBucket range = { from, from + axes[row].days - 1 };
  g_autoptr (GArray) labels =
      brine_time_axis_get_labels (range, brine_range_choose_by (axes[row].days), 1,
                                  axes[row].pixels, 72);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < labels->len; i++)
    {
      BrineTick *tick = &g_array_index (labels, BrineTick, i);
      int year, month, day;

      brine_day_get_ymd (tick->day, &year, &month, &day);
      g_string_append_printf (text, "%s%d:%02d", i > 0 ? " " : "", tick->kind, day);
    }
  g_assert_cmpstr (text->str, ==, axes[row].labels);
}

/* Labels keep their distance at any width and lie in the range; nothing hangs. */
static void
test_label_laws (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (int round = 0; round < 2000; round++)
    {
      int days = g_rand_int_range (rand, 1, 6000);
      double pixels = g_rand_double_range (rand, 1, 1500);
      BrineDay from = g_rand_int_range (rand, 10000, 30000);
      BrineBucket range = { from, from + days - 1 };
      int first_weekday = g_rand_int_range (rand, 1, 8);
      g_autoptr (GArray) labels = brine_time_axis_get_labels (range, brine_range_choose_by (days),
                                                              first_weekday, pixels, 72);

      for (guint i = 0; i < labels->len; i++)
        {
          BrineTick *tick = &g_array_index (labels, BrineTick, i);

          g_assert_true (tick->day >= range.from && tick->day <= range.to);
          if (tick->kind == BRINE_TICK_DAY)
            g_assert_cmpint (brine_day_get_weekday (tick->day), ==, first_weekday);
          /* February is shorter than the mean month. */
          if (i > 0)
            g_assert_cmpfloat ((tick->day - (tick - 1)->day) * pixels / days, >=, 72 * .74);
        }
    }
}

static void
test_lines (void)
{
  BrineDay from = parse ("2026-08-28");
  g_autoptr (GArray) lines =
      brine_time_axis_get_lines ((BrineBucket){ from, from + 83 }, BRINE_BUCKET_BY_DAY, 1);
  g_autoptr (GArray) years =
      brine_time_axis_get_lines ((BrineBucket){ parse ("2016-12-05"), parse ("2026-11-19") },
                                 BRINE_BUCKET_BY_MONTH, 1);
  guint strong = 0;

  for (guint i = 0; i < lines->len; i++)
    strong += g_array_index (lines, BrineTimeLine, i).strong;
  g_assert_cmpint (lines->len, ==, 12 + 3);
  g_assert_cmpint (strong, ==, 3);
  g_assert_cmpint (years->len, ==, 10);
}

static void
test_nothing (void)
{
  g_autoptr (GArray) none = brine_time_axis_get_labels ((BrineBucket){ 5, 4 }, 0, 1, 100, 72);
  g_autoptr (GArray) flat = brine_time_axis_get_labels ((BrineBucket){ 5, 9 }, 0, 1, 0, 72);
  g_autoptr (GArray) lines = brine_time_axis_get_lines ((BrineBucket){ 5, 4 }, 0, 1);

  g_assert_cmpint (none->len, ==, 0);
  g_assert_cmpint (flat->len, ==, 0);
  g_assert_cmpint (lines->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/range/get", test_get);
  g_test_add_func ("/range/fit", test_fit);
  g_test_add_func ("/range/step", test_step);
  g_test_add_func ("/range/choose-by", test_choose_by);
  g_test_add_func ("/range/nicks", test_nicks);
  for (gsize i = 0; i < G_N_ELEMENTS (axes); i++)
    {
      g_autofree char *path = g_strdup_printf ("/time-axis/labels/%s", axes[i].name);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_labels);
    }
  g_test_add_func ("/time-axis/label-laws", test_label_laws);
  g_test_add_func ("/time-axis/lines", test_lines);
  g_test_add_func ("/time-axis/nothing", test_nothing);
  return g_test_run ();
}
