/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Recurrence rules: what can be read is written and read again as the same rule, and expanding
 * it ends.
 */
#include "brine-recurrence.h"
#include "fuzz.h"

const char *const fuzz_seeds[] = {
  "FREQ=DAILY;COUNT=10",
  "FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=MO,WE,FR;UNTIL=20261224T000000Z",
  "FREQ=MONTHLY;BYDAY=-1SU,2MO;BYMONTH=1,6;BYSETPOS=-2,1",
  "FREQ=YEARLY;BYWEEKNO=20,-1;BYDAY=MO;BYHOUR=8,20;BYMINUTE=0,30",
  "FREQ=YEARLY;BYYEARDAY=1,100,-200;BYMONTHDAY=13,-1",
  "FREQ=SECONDLY;INTERVAL=86399;BYSECOND=0,59",
  "FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=30",
  NULL,
};
const char *const fuzz_words[] = {
  "FREQ=",       "DAILY",      "SECONDLY",   "MINUTELY",     "YEARLY",
  ";BYSETPOS=",  ";BYDAY=",    "-53MO",      "53SU",         ";BYWEEKNO=",
  ";BYYEARDAY=", "-366",       "366",        ";BYMONTHDAY=", "31",
  ";BYMONTH=2",  ";BYHOUR=23", ";COUNT=",    ";UNTIL=",      "99991231T235959",
  "00010101",    ";INTERVAL=", "2147483647", "-1",           "0",
  ",",           ";;",         "=",          NULL,
};

void
fuzz_take (const char *data, gsize size)
{
  g_autofree char *text = g_strndup (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (BrineRule) rule = brine_rule_parse (text, &error);
  g_autoptr (BrineRule) again = NULL;
  g_autoptr (BrineRecurrence) recurrence = NULL;
  g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (BrineLocal));
  g_autofree char *written = NULL;
  BrineLocal start = { brine_day_from_ymd (2020, 2, 29), 8 * 3600 };
  BrineLocal from = { brine_day_from_ymd (2026, 3, 1), 0 };
  BrineLocal next;
  gboolean found;

  g_assert_true ((rule == NULL) == (error != NULL));
  if (rule == NULL)
    return;
  written = brine_rule_to_string (rule);
  again = brine_rule_parse (written, &error);
  g_assert_no_error (error);
  g_assert_true (brine_rule_equal (rule, again));

  recurrence = brine_recurrence_new (start, rule, NULL, NULL);
  brine_recurrence_expand (recurrence, from, (BrineLocal){ from.day + 7, 0 }, starts);
  for (guint i = 1; i < starts->len; i++)
    g_assert_cmpint (brine_local_compare (g_array_index (starts, BrineLocal, i - 1),
                                          g_array_index (starts, BrineLocal, i)),
                     <, 0);
  brine_recurrence_next (recurrence, from, &next, &found);
}
