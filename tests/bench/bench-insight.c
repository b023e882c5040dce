/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What becomes of facts once they are loaded, on the diary given by its directory: no store, no
 * display. The first row is the way from the diary to the chart in all.
 */
#include "bench.h"

#include "brine-clock.h"
#include "brine-progress-data.h"
#include "brine-store.h"

#include <locale.h>

#define REPEAT 30

static GArray *
load (BrineStore *store, BrineDay from, BrineDay to, BrineLocal now)
{
  g_autoptr (GError) error = NULL;
  GArray *facts = brine_store_load_facts (store, from, to, now, &error);

  g_assert_no_error (error);
  return facts;
}

static void
work_out (const GArray *facts, BrineBucketBy by)
{
  const BrineDayFacts *days = (const BrineDayFacts *)(void *)facts->data;
  BrineProgressQuery query = {
    .range = { days[0].day, days[facts->len - 1].day },
    .today = days[facts->len - 1].day,
    .by = by,
    .first_weekday = 1,
    .sleep_target = BRINE_SLEEP_TARGET_DEFAULT,
  };

  brine_progress_data_unref (brine_progress_data_new (days, facts->len, &query));
}

static void
load_and_work_out (BrineStore *store, BrineDay from, BrineDay to, BrineLocal now)
{
  g_autoptr (GArray) facts = load (store, from, to, now);

  work_out (facts, BRINE_BUCKET_BY_WEEK);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BrineStore) store = NULL;
  g_autoptr (BrineClock) clock = brine_clock_new_system ();
  g_autoptr (GArray) facts = NULL;
  BrineLocal now = brine_clock_get_local (clock);
  BrineDay first, last;

  setlocale (LC_ALL, "");
  if (argc != 2)
    return 2;
  store = brine_store_open (argv[1], BRINE_OPEN_EXISTING, &error);
  g_assert_no_error (error);
  if (!brine_store_load_span (store, &first, &last, &error))
    g_error ("no days in %s", argv[1]);
  facts = load (store, first, last, now);

  bench_print_head ("insight");
  BENCH ("ten years by week, from the diary", "20 ms", REPEAT,
         load_and_work_out (store, first, last, now));
  BENCH ("ten years by week, from facts", "", REPEAT, work_out (facts, BRINE_BUCKET_BY_WEEK));
  BENCH ("ten years by month, from facts", "", REPEAT, work_out (facts, BRINE_BUCKET_BY_MONTH));
  BENCH ("ten years by day, from facts", "", REPEAT, work_out (facts, BRINE_BUCKET_BY_DAY));
  BENCH ("summary of ten years", "", REPEAT,
         brine_summary_get ((const BrineDayFacts *)(void *)facts->data, facts->len,
                            BRINE_SLEEP_TARGET_DEFAULT));
  return 0;
}
