/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the views ask for, on a diary given by its directory: blocking calls, so the way to the
 * worker and back is inside.
 */
#include "bench.h"

#include "brine-adherence.h"
#include "brine-bucket.h"
#include "brine-clock.h"
#include "brine-store.h"
#define REPEAT 30

static void
load_agenda (BrineStore *store, BrineDay from, BrineDay to, BrineLocal now)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) agenda = brine_store_load_agenda (store, from, to, now, &error);

  g_assert_no_error (error);
}

static void
load_year (BrineStore *store, BrineDay last, BrineLocal now)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) facts = brine_store_load_facts (store, last - 365, last, now, &error);

  g_assert_no_error (error);
}

static void
load_progress (BrineStore *store, BrineDay from, BrineDay to, BrineLocal now)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) facts = brine_store_load_facts (store, from, to, now, &error);
  g_autoptr (GArray) weeks = brine_bucket_split (from, to, BRINE_BUCKET_BY_WEEK, 1);

  g_assert_no_error (error);
  for (guint i = 0; i < weeks->len; i++)
    {
      gsize n;
      const BrineDayFacts *slice =
          brine_bucket_slice (g_array_index (weeks, BrineBucket, i),
                              (const BrineDayFacts *)facts->data, facts->len, &n);

      for (int practice = 0; practice < BRINE_N_PRACTICES; practice++)
        brine_adherence_get (slice, n, practice);
    }
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BrineStore) store = NULL;
  g_autoptr (BrineClock) clock = brine_clock_new_system ();
  BrineLocal now = brine_clock_get_local (clock);
  BrineDay first, last;

  if (argc != 2)
    return 2;
  bench_print_head ("store");
  BENCH ("open the diary", "", 10, {
    g_clear_object (&store);
    store = brine_store_open (argv[1], BRINE_OPEN_EXISTING, &error);
    g_assert_no_error (error);
  });
  if (!brine_store_load_span (store, &first, &last, &error))
    g_error ("no days in %s", argv[1]);

  BENCH ("agenda of a day", "", REPEAT, load_agenda (store, now.day, now.day, now));
  BENCH ("agenda of a week", "", REPEAT, load_agenda (store, now.day - 3, now.day + 3, now));
  BENCH ("agenda of a month", "2 ms", REPEAT, load_agenda (store, now.day - 15, now.day + 15, now));
  BENCH ("agenda of a month, five years ago", "", REPEAT,
         load_agenda (store, now.day - 1840, now.day - 1810, now));
  BENCH ("days of a year", "16 ms", REPEAT, load_year (store, now.day, now));
  BENCH ("days of a year, five years ago", "16 ms", REPEAT, load_year (store, now.day - 1825, now));
  BENCH ("progress of ten years by week", "20 ms", REPEAT, load_progress (store, first, last, now));
  return 0;
}
