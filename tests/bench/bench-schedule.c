/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What an occurrence costs, ten years after the start of its rule.
 */
#include "bench.h"
#include "brine-plan-item.h"

#define REPEAT 2000

static const struct
{
  const char *name;
  const char *rule;
} rules[] = {
  { "every day", "FREQ=DAILY" },
  { "every third day", "FREQ=DAILY;INTERVAL=3" },
  { "Monday, Wednesday, Friday", "FREQ=WEEKLY;BYDAY=MO,WE,FR" },
  { "last working day of the month", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1" },
  { "every Friday the 13th", "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13" },
  { "counted, every day", "FREQ=DAILY;COUNT=10000" },
};

int
main (void)
{
  BrineLocal start = { brine_day_from_ymd (2016, 11, 23), 8 * 3600 };
  BrineLocal from = { brine_day_from_ymd (2026, 11, 23), 0 };
  BrineLocal to = { from.day + 7, 0 };

  bench_print_head ("recurrence, ten years after its start");
  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (BrineRule) rule = brine_rule_parse (rules[i].rule, &error);
      g_autoptr (BrineRecurrence) recurrence = NULL;
      g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (BrineLocal));
      g_autofree char *week = g_strdup_printf ("next week: %s", rules[i].name);
      g_autofree char *next = g_strdup_printf ("next after: %s", rules[i].name);
      BrineLocal found;
      gboolean any;

      g_assert_no_error (error);
      recurrence = brine_recurrence_new (start, rule, NULL, NULL);
      BENCH (week, i == 0 ? "under 50 µs" : "", REPEAT, {
        g_array_set_size (starts, 0);
        brine_recurrence_expand (recurrence, from, to, starts);
      });
      BENCH (next, "", REPEAT, brine_recurrence_next (recurrence, from, &found, &any));
    }
  return 0;
}
