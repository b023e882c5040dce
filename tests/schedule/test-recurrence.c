/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-recurrence-private.h"
#include "brine-walk-private.h"

static BrineLocal
local (const char *text)
{
  BrineLocal result;

  g_assert_true (brine_local_parse (text, &result));
  return result;
}

static BrineRecurrence *
recurrence_of (const char *start, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BrineRule) rule = text != NULL ? brine_rule_parse (text, &error) : NULL;

  g_assert_no_error (error);
  return brine_recurrence_new (local (start), rule, NULL, NULL);
}

static GArray *
locals_of (const char *text)
{
  GArray *locals = g_array_new (FALSE, FALSE, sizeof (BrineLocal));
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (guint i = 0; words[i] != NULL && *words[i] != '\0'; i++)
    {
      BrineLocal value = local (words[i]);

      g_array_append_val (locals, value);
    }
  return locals;
}

static void
assert_starts (const GArray *starts, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < starts->len; i++)
    {
      g_autofree char *start = brine_local_to_string (g_array_index (starts, BrineLocal, i));

      g_string_append_printf (text, "%s%.16s", i > 0 ? " " : "", start);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

/* Rules that never end or never begin: none of them may hang, and each says what it is. */
static const struct
{
  const char *start;
  const char *rule;
  gboolean may_be_too_complex;
} empty_rules[] = {
  { "2026-11-23T08:00", "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30", FALSE },
  { "2026-11-23T08:00", "FREQ=MINUTELY;BYMONTH=2;BYMONTHDAY=30", FALSE },
  { "2026-11-23T08:00", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", FALSE },
  { "2026-11-23T08:00", "FREQ=DAILY;BYMONTH=4;BYMONTHDAY=31;COUNT=5", FALSE },
  { "2026-11-23T08:00", "FREQ=DAILY;BYSETPOS=366", FALSE },
  { "2026-11-23T08:00", "FREQ=MONTHLY;BYSETPOS=366", FALSE },
  { "2026-11-23T08:00", "FREQ=MONTHLY;BYDAY=53MO", FALSE },
  { "2026-11-23T08:00", "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=6", TRUE },
  { "2026-11-23T08:00", "FREQ=DAILY;UNTIL=20261122", FALSE },
  { "2026-11-23T08:00", "FREQ=DAILY;UNTIL=20261123T075959Z", FALSE },
  { "2026-11-23T08:00", "FREQ=DAILY;INTERVAL=7;BYDAY=TU", TRUE },
  { "2026-11-23T08:00", "FREQ=MINUTELY;INTERVAL=2;BYMINUTE=1", FALSE },
  { "2026-11-23T08:00", "FREQ=SECONDLY;INTERVAL=60;BYSECOND=1", FALSE },
  { "2026-11-23T08:00", "FREQ=HOURLY;INTERVAL=24;BYHOUR=9", FALSE },
  { "2026-11-23T08:00", "FREQ=HOURLY;INTERVAL=48;BYHOUR=8;BYMONTH=2;BYMONTHDAY=30", FALSE },
  { "0001-01-01T08:00", "FREQ=DAILY", FALSE },
  { "9999-12-31T08:00", "FREQ=DAILY", FALSE },
  { "9997-12-30T08:00", "FREQ=DAILY;INTERVAL=2;BYDAY=SU;BYWEEKNO=-1", FALSE },
};

static void
test_empty (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (empty_rules); i++)
    {
      g_autoptr (BrineRecurrence) recurrence =
          recurrence_of (empty_rules[i].start, empty_rules[i].rule);
      BrineLocal found_start;
      gboolean found = TRUE;
      guint steps = 0;
      BrineExpansion expansion;

      g_test_message ("%s", empty_rules[i].rule);
      expansion = brine_recurrence_next_counted (recurrence, local ("0001-01-01T00:00"),
                                                 &found_start, &found, &steps);
      g_assert_false (found);
      g_assert_cmpuint (steps, <=, BRINE_MAX_STEPS);
      if (!empty_rules[i].may_be_too_complex)
        g_assert_cmpint (expansion, ==, BRINE_EXPANSION_COMPLETE);
    }
}

/* Rules with much to give: what is found before the cap is right, and it is said that it is cut. */
static void
test_too_complex (void)
{
  static const char *const rules[] = {
    "FREQ=SECONDLY", "FREQ=SECONDLY;COUNT=2147483646", "FREQ=MINUTELY;BYSECOND=0,1,2,3,4,5",
    "FREQ=SECONDLY;BYMONTH=11;COUNT=2000000000",
    "FREQ=YEARLY;BYHOUR=0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23;"
    "BYMONTH=1,2,3,4,5,6,7,8,9,10,11,12;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYMINUTE=0,1,2,3,4,5"
  };

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autoptr (BrineRecurrence) recurrence = recurrence_of ("2026-11-23T08:00", rules[i]);
      g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (BrineLocal));
      BrineLocal from = local ("2026-11-23T00:00");
      guint steps = 0;

      g_assert_cmpint (brine_recurrence_expand_counted (recurrence, from,
                                                        brine_local (from.day + 5000, 0, 0), starts,
                                                        &steps),
                       ==, BRINE_EXPANSION_TOO_COMPLEX);
      g_assert_cmpuint (steps, <=, BRINE_MAX_STEPS);
      g_assert_cmpuint (starts->len, >, BRINE_MAX_STEPS / 4);
      for (guint j = 1; j < starts->len; j++)
        g_assert_cmpint (brine_local_compare (g_array_index (starts, BrineLocal, j - 1),
                                              g_array_index (starts, BrineLocal, j)),
                         <, 0);
    }
}

/* Old rules: what a week costs does not depend on the years since the start. */
static void
test_cost (void)
{
  static const struct
  {
    const char *rule;
    guint most_steps;
  } cases[] = {
    { "FREQ=DAILY", 10 },
    { "FREQ=DAILY;COUNT=1000000", 10 },
    { "FREQ=DAILY;INTERVAL=3", 10 },
    { "FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR", 20 },
    { "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU", 20 },
    { "FREQ=WEEKLY;BYDAY=MO,WE;COUNT=100000", 20 },
    { "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", 40 },
    { "FREQ=MONTHLY;INTERVAL=7;BYMONTHDAY=-1", 10 },
    { "FREQ=YEARLY;BYWEEKNO=48", 20 },
    { "FREQ=YEARLY;INTERVAL=3;BYYEARDAY=330", 10 },
    { "FREQ=HOURLY;INTERVAL=5", 60 },
    { "FREQ=MINUTELY;INTERVAL=720", 40 },
    { "FREQ=SECONDLY;INTERVAL=86400", 20 },
    { "FREQ=SECONDLY;BYHOUR=8;BYMINUTE=0;BYSECOND=0", 80 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (int year = 1000; year <= 2016; year += 508)
      {
        g_autofree char *start = g_strdup_printf ("%04d-02-01T08:00", year);
        g_autoptr (BrineRecurrence) recurrence = recurrence_of (start, cases[i].rule);
        g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (BrineLocal));
        guint steps = 0;

        g_test_message ("%s from %d", cases[i].rule, year);
        g_assert_cmpint (brine_recurrence_expand_counted (recurrence, local ("2026-11-23T00:00"),
                                                          local ("2026-11-30T00:00"), starts,
                                                          &steps),
                         ==, BRINE_EXPANSION_COMPLETE);
        g_assert_cmpuint (steps, <=, cases[i].most_steps);
      }
}

/* COUNT ends a rule where a walk from its start would, however it is found. */
static void
test_count (void)
{
  static const char *const rules[] = { "FREQ=DAILY",
                                       "FREQ=DAILY;INTERVAL=3;BYHOUR=6,8,20",
                                       "FREQ=WEEKLY;BYDAY=MO,WE,SU",
                                       "FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,SU;WKST=SU;BYHOUR=7,9",
                                       "FREQ=HOURLY;INTERVAL=5",
                                       "FREQ=MINUTELY;INTERVAL=90;BYSECOND=0,30",
                                       "FREQ=SECONDLY;INTERVAL=3600",
                                       "FREQ=HOURLY;BYHOUR=8,9",
                                       "FREQ=MONTHLY;BYMONTHDAY=31",
                                       "FREQ=YEARLY;BYDAY=MO",
                                       "FREQ=DAILY;BYHOUR=6,8,20;BYSETPOS=-1,2",
                                       "FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=2,-1" };

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    for (int count = 1; count < 40; count += 3)
      {
        g_autofree char *text = g_strdup_printf ("%s;COUNT=%d", rules[i], count);
        g_autoptr (BrineRecurrence) endless = recurrence_of ("2026-11-25T08:00", rules[i]);
        g_autoptr (BrineRecurrence) counted = recurrence_of ("2026-11-25T08:00", text);
        BrineLocal at = local ("2026-01-01T00:00");
        BrineLocal ended = at;
        gboolean found = FALSE;

        for (int n = 0; n < count; n++)
          {
            brine_recurrence_next (endless, at, &at, &found);
            g_assert_true (found);
            brine_recurrence_next (counted, ended, &ended, &found);
            g_assert_true (found);
            g_assert_true (brine_local_equal (at, ended));
          }
        brine_recurrence_next (counted, ended, &ended, &found);
        g_assert_false (found);
      }
}

static const struct
{
  const char *start;
  const char *rule;
  const char *rdates;
  const char *exdates;
  const char *starts; /* of the years 2024 to 2028 */
} sets[] = {
  /* Without a rule the start is one of the dates. */
  { "2026-11-23T08:00", NULL, "", "", "2026-11-23T08:00" },
  { "2026-11-23T08:00", NULL, "2026-11-25T08:00 2026-11-21T08:00", "",
    "2026-11-21T08:00 2026-11-23T08:00 2026-11-25T08:00" },
  { "2026-11-23T08:00", NULL, "2026-11-25T08:00", "2026-11-23T08:00", "2026-11-25T08:00" },
  { "2026-11-23T08:00", NULL, "", "2026-11-23T08:00", "" },
  /* With a rule that does not give it, it is none; what COUNT counts is what the rule gives. */
  { "2026-11-24T08:00", "FREQ=WEEKLY;BYDAY=MO;COUNT=2", "", "",
    "2026-11-30T08:00 2026-12-07T08:00" },
  { "2026-11-23T08:00", "FREQ=DAILY;COUNT=3", "2026-11-24T08:00 2026-11-24T20:00",
    "2026-11-23T08:00", "2026-11-24T08:00 2026-11-24T20:00 2026-11-25T08:00" },
  { "2026-11-23T08:00", "FREQ=DAILY;COUNT=2", "", "2026-11-23T08:00 2026-11-24T08:00", "" },
  { "2026-11-23T08:00", "FREQ=DAILY;COUNT=2", "", "2026-11-23T09:00",
    "2026-11-23T08:00 2026-11-24T08:00" },
  /* Days that are not there are left out: neither moved to the end of the month nor counted. */
  { "2026-01-31T08:00", "FREQ=MONTHLY;COUNT=4", "", "",
    "2026-01-31T08:00 2026-03-31T08:00 2026-05-31T08:00 2026-07-31T08:00" },
  { "2024-02-29T08:00", "FREQ=YEARLY;COUNT=2", "", "", "2024-02-29T08:00 2028-02-29T08:00" },
  { "2024-02-28T08:00", "FREQ=DAILY;COUNT=3", "", "",
    "2024-02-28T08:00 2024-02-29T08:00 2024-03-01T08:00" },
  /* Wall clock times in the hours that spring leaves out and autumn repeats: plans float. */
  { "2026-03-28T02:30", "FREQ=DAILY;COUNT=3", "", "",
    "2026-03-28T02:30 2026-03-29T02:30 2026-03-30T02:30" },
  { "2026-10-25T01:30", "FREQ=HOURLY;COUNT=3", "", "",
    "2026-10-25T01:30 2026-10-25T02:30 2026-10-25T03:30" },
  { "2026-12-28T08:00", "FREQ=YEARLY;BYWEEKNO=53;COUNT=3", "", "",
    "2026-12-28T08:00 2026-12-29T08:00 2026-12-30T08:00" },
  /* A plain weekday and one with an ordinal are both meant; UNTIL as a date includes its day. */
  { "2026-11-01T08:00", "FREQ=MONTHLY;BYDAY=MO,2TU;UNTIL=20261116", "", "",
    "2026-11-02T08:00 2026-11-09T08:00 2026-11-10T08:00 2026-11-16T08:00" },
  /* BYSETPOS counts from the beginning of the week, be that before the start. */
  { "2026-11-25T08:00", "FREQ=WEEKLY;BYDAY=MO,WE,FR;BYSETPOS=1,-1;COUNT=3", "", "",
    "2026-11-27T08:00 2026-11-30T08:00 2026-12-04T08:00" },
  { "2026-11-25T08:00", "FREQ=DAILY;BYHOUR=7,8,20;BYSETPOS=1;COUNT=1", "", "", "2026-11-26T07:00" },
  { "2026-11-25T08:00", "FREQ=HOURLY;BYMINUTE=0,20,40;BYSETPOS=-1;COUNT=2", "", "",
    "2026-11-25T08:40 2026-11-25T09:40" },
};

static void
test_sets (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (sets); i++)
    {
      g_autoptr (BrineRule) rule =
          sets[i].rule != NULL ? brine_rule_parse (sets[i].rule, NULL) : NULL;
      g_autoptr (GArray) rdates = locals_of (sets[i].rdates);
      g_autoptr (GArray) exdates = locals_of (sets[i].exdates);
      g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (BrineLocal));
      g_autoptr (BrineRecurrence) recurrence =
          brine_recurrence_new (local (sets[i].start), rule, rdates, exdates);

      g_test_message ("set %u: %s", i, sets[i].rule);
      g_assert_cmpint (brine_recurrence_expand (recurrence, local ("2024-01-01T00:00"),
                                                local ("2029-01-01T00:00"), starts),
                       ==, BRINE_EXPANSION_COMPLETE);
      assert_starts (starts, sets[i].starts);
    }
}

/* Expanding a range in pieces, walking by next and asking for each one say the same. */
static void
test_laws (void)
{
  static const char *const rules[] = { "FREQ=DAILY;INTERVAL=3",
                                       "FREQ=WEEKLY;BYDAY=MO,FR;COUNT=30",
                                       "FREQ=MONTHLY;BYDAY=-1FR;BYHOUR=6,18",
                                       "FREQ=HOURLY;INTERVAL=7;BYDAY=SA,SU",
                                       "FREQ=MONTHLY;BYDAY=MO,TU,WE;BYSETPOS=1,-1",
                                       "FREQ=YEARLY;BYWEEKNO=1,10,20,-1" };
  BrineLocal from = local ("2023-12-20T00:00");
  BrineLocal to = local ("2025-01-10T00:00");

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autoptr (BrineRecurrence) recurrence = recurrence_of ("2023-12-29T06:00", rules[i]);
      g_autoptr (GArray) whole = g_array_new (FALSE, FALSE, sizeof (BrineLocal));
      g_autoptr (GArray) pieces = g_array_new (FALSE, FALSE, sizeof (BrineLocal));
      BrineLocal at = brine_local_add_seconds (from, -1);

      brine_recurrence_expand (recurrence, from, to, whole);
      g_assert_cmpuint (whole->len, >, 10);
      for (BrineDay day = from.day; day < to.day; day += 5)
        brine_recurrence_expand (recurrence, brine_local (day, 6, 0), brine_local (day + 5, 6, 0),
                                 pieces);
      g_assert_cmpmem (whole->data, whole->len * sizeof (BrineLocal), pieces->data,
                       MIN (pieces->len, whole->len) * sizeof (BrineLocal));
      for (guint n = 0; n < whole->len; n++)
        {
          gboolean found = FALSE;

          brine_recurrence_next (recurrence, at, &at, &found);
          g_assert_true (found);
          g_assert_true (brine_local_equal (at, g_array_index (whole, BrineLocal, n)));
          g_assert_true (brine_recurrence_contains (recurrence, at));
          g_assert_false (brine_recurrence_contains (recurrence, brine_local_add_seconds (at, 1)));
        }
    }
}

static void
test_many_exdates (void)
{
  g_autoptr (BrineRule) rule = brine_rule_parse ("FREQ=HOURLY", NULL);
  g_autoptr (GArray) exdates = g_array_new (FALSE, FALSE, sizeof (BrineLocal));
  g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (BrineLocal));
  g_autoptr (BrineRecurrence) recurrence = NULL;
  BrineLocal start = local ("2000-01-01T00:00");

  for (int i = 199999; i >= 0; i--)
    {
      BrineLocal exdate = brine_local_add_seconds (start, (int64_t)i * 3600);

      if (i % 100 != 0)
        g_array_append_val (exdates, exdate);
    }
  recurrence = brine_recurrence_new (start, rule, NULL, exdates);
  brine_recurrence_expand (recurrence, brine_local_add_seconds (start, 3600000),
                           brine_local_add_seconds (start, 7200000), starts);
  g_assert_cmpuint (starts->len, ==, 10);
}

static gpointer
query_in_thread (gpointer recurrence)
{
  BrineLocal last = { 0 };
  gboolean found = TRUE;

  brine_recurrence_next (recurrence, local ("2000-01-01T00:00"), &last, &found);
  return GINT_TO_POINTER (found && last.day == brine_day_from_ymd (2026, 11, 23));
}

static void
test_threads (void)
{
  g_autoptr (BrineRecurrence) recurrence =
      recurrence_of ("2026-11-23T08:00", "FREQ=MONTHLY;COUNT=500");
  GThread *threads[8];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new (NULL, query_in_thread, recurrence);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_assert_true (GPOINTER_TO_INT (g_thread_join (threads[i])));
}

static void
test_equal (void)
{
  g_autoptr (BrineRecurrence) a = recurrence_of ("2026-11-23T08:00", "FREQ=DAILY");
  g_autoptr (BrineRecurrence) same = recurrence_of ("2026-11-23T08:00", "FREQ=DAILY;INTERVAL=1");
  g_autoptr (BrineRecurrence) later = recurrence_of ("2026-11-23T09:00", "FREQ=DAILY");
  g_autoptr (BrineRecurrence) once = recurrence_of ("2026-11-23T08:00", NULL);

  g_assert_true (brine_recurrence_equal (a, same));
  g_assert_false (brine_recurrence_equal (a, later));
  g_assert_false (brine_recurrence_equal (a, once));
  g_assert_false (brine_recurrence_equal (once, a));
  g_assert_null (brine_recurrence_get_rule (once));
  g_assert_cmpuint (brine_recurrence_get_rdates (once)->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/recurrence/empty", test_empty);
  g_test_add_func ("/recurrence/too-complex", test_too_complex);
  g_test_add_func ("/recurrence/cost", test_cost);
  g_test_add_func ("/recurrence/count", test_count);
  g_test_add_func ("/recurrence/sets", test_sets);
  g_test_add_func ("/recurrence/laws", test_laws);
  g_test_add_func ("/recurrence/many-exdates", test_many_exdates);
  g_test_add_func ("/recurrence/threads", test_threads);
  g_test_add_func ("/recurrence/equal", test_equal);
  return g_test_run ();
}
