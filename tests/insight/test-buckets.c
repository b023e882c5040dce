/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-bucket.h"
#include "insight-fixture.h"

static const struct
{
  const char *name;
  const char *from;
  const char *to;
  BrineBucketBy by;
  int first_weekday;
  const char *expected;
} splits[] = {
  { "one-day", "2026-11-22", "2026-11-22", BRINE_BUCKET_BY_DAY, 1, "2026-11-22/2026-11-22" },
  { "days-leap", "2028-02-28", "2028-03-01", BRINE_BUCKET_BY_DAY, 1,
    "2028-02-28/2028-02-28 2028-02-29/2028-02-29 2028-03-01/2028-03-01" },
  { "weeks-monday", "2026-11-18", "2026-12-01", BRINE_BUCKET_BY_WEEK, 1,
    "2026-11-18/2026-11-22 2026-11-23/2026-11-29 2026-11-30/2026-12-01" },
  { "weeks-sunday", "2026-11-18", "2026-12-01", BRINE_BUCKET_BY_WEEK, 7,
    "2026-11-18/2026-11-21 2026-11-22/2026-11-28 2026-11-29/2026-12-01" },
  { "weeks-saturday", "2026-11-20", "2026-11-22", BRINE_BUCKET_BY_WEEK, 6,
    "2026-11-20/2026-11-20 2026-11-21/2026-11-22" },
  { "week-spring", "2026-03-23", "2026-04-05", BRINE_BUCKET_BY_WEEK, 1,
    "2026-03-23/2026-03-29 2026-03-30/2026-04-05" },
  { "week-autumn", "2026-10-19", "2026-11-01", BRINE_BUCKET_BY_WEEK, 1,
    "2026-10-19/2026-10-25 2026-10-26/2026-11-01" },
  { "months-leap", "2028-01-31", "2028-03-01", BRINE_BUCKET_BY_MONTH, 1,
    "2028-01-31/2028-01-31 2028-02-01/2028-02-29 2028-03-01/2028-03-01" },
  { "months-year-end", "2026-12-31", "2027-01-31", BRINE_BUCKET_BY_MONTH, 1,
    "2026-12-31/2026-12-31 2027-01-01/2027-01-31" },
  { "nothing", "2026-12-31", "2026-12-30", BRINE_BUCKET_BY_MONTH, 1, "" },
};

static BrineDay
parse (const char *text)
{
  BrineDay day;

  g_assert_true (brine_day_parse (text, &day));
  return day;
}

static void
test_split (gconstpointer data)
{
  gsize row = GPOINTER_TO_SIZE (data);
  g_autoptr (GArray) buckets = brine_bucket_split (parse (splits[row].from), parse (splits[row].to),
                                                   splits[row].by, splits[row].first_weekday);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < buckets->len; i++)
    {
      BrineBucket bucket = g_array_index (buckets, BrineBucket, i);
      g_autofree char *from = brine_day_to_string (bucket.from);
      g_autofree char *to = brine_day_to_string (bucket.to);

      g_string_append_printf (text, "%s%s/%s", i > 0 ? " " : "", from, to);
    }
  g_assert_cmpstr (text->str, ==, splits[row].expected);
}

/* Every day of the range lies in one bucket, and the slices put together are the facts. */
static void
test_partition (void)
{
  g_autofree BrineDayFacts *days = fixture_days ("2023-11-05", 900);

  for (int by = BRINE_BUCKET_BY_DAY; by <= BRINE_BUCKET_BY_MONTH; by++)
    for (int first_weekday = 1; first_weekday <= 7; first_weekday++)
      {
        g_autoptr (GArray) buckets =
            brine_bucket_split (days[0].day, days[899].day, by, first_weekday);
        gsize seen = 0;

        for (guint i = 0; i < buckets->len; i++)
          {
            BrineBucket bucket = g_array_index (buckets, BrineBucket, i);
            gsize n;
            const BrineDayFacts *slice = brine_bucket_slice (bucket, days, 900, &n);

            g_assert_true (slice == days + seen);
            g_assert_cmpint (n, ==, bucket.to - bucket.from + 1);
            if (i > 0 && by == BRINE_BUCKET_BY_WEEK)
              g_assert_cmpint (brine_day_get_weekday (bucket.from), ==, first_weekday);
            seen += n;
          }
        g_assert_cmpint (seen, ==, 900);
      }
}

static void
test_slice_outside (void)
{
  g_autofree BrineDayFacts *days = fixture_days ("2026-11-22", 3);
  BrineBucket before = { days[0].day - 9, days[0].day - 1 };
  BrineBucket across = { days[2].day, days[2].day + 9 };
  gsize n = 99;

  g_assert_null (brine_bucket_slice (before, days, 3, &n));
  g_assert_cmpint (n, ==, 0);
  g_assert_true (brine_bucket_slice (across, days, 3, &n) == days + 2);
  g_assert_cmpint (n, ==, 1);
  g_assert_null (brine_bucket_slice (across, NULL, 0, &n));
  g_assert_cmpint (n, ==, 0);
}

static void
test_nicks (void)
{
  BrineBucketBy by = BRINE_BUCKET_BY_MONTH;

  for (int each = BRINE_BUCKET_BY_DAY; each <= BRINE_BUCKET_BY_MONTH; each++)
    {
      g_assert_true (brine_bucket_by_from_nick (brine_bucket_by_to_nick (each), &by));
      g_assert_cmpint (by, ==, each);
    }
  g_assert_false (brine_bucket_by_from_nick ("Week", &by));
  g_assert_cmpint (by, ==, BRINE_BUCKET_BY_MONTH);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (splits); i++)
    {
      g_autofree char *path = g_strdup_printf ("/bucket/split/%s", splits[i].name);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_split);
    }
  g_test_add_func ("/bucket/partition", test_partition);
  g_test_add_func ("/bucket/slice-outside", test_slice_outside);
  g_test_add_func ("/bucket/nicks", test_nicks);
  return g_test_run ();
}
