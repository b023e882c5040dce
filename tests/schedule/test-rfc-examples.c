/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The examples of RFC 5545 section 3.8.5.3, in its order, with the dates that it gives. */
#include "brine-recurrence.h"

/* @starts: the first starts, the years and months written only where they change: "1997-09-02 03"
 * are two days of September. A time replaces that of DTSTART: "02T09:20". Where it ends with "|",
 * there are no more. @n: starts in all when the rule ends; 0: endless or not told. */
static const struct
{
  const char *dtstart;
  const char *rule;
  const char *starts;
  guint n;
} examples[] = {
  { "1997-09-02T09:00", "FREQ=DAILY;COUNT=10", "1997-09-02 03 04 05 06 07 08 09 10 11 |", 10 },
  { "1997-09-02T09:00", "FREQ=DAILY;UNTIL=19971224T000000Z", "1997-09-02 03 04 05", 113 },
  { "1997-09-02T09:00", "FREQ=DAILY;INTERVAL=2",
    "1997-09-02 04 06 08 10 12 14 16 18 20 22 24 26 28 30 10-02 04 06", 0 },
  { "1997-09-02T09:00", "FREQ=DAILY;INTERVAL=10;COUNT=5", "1997-09-02 12 22 10-02 12 |", 5 },
  { "1998-01-01T09:00", "FREQ=YEARLY;UNTIL=20000131T140000Z;BYMONTH=1;BYDAY=SU,MO,TU,WE,TH,FR,SA",
    "1998-01-01 02 03", 93 },
  { "1998-01-01T09:00", "FREQ=DAILY;UNTIL=20000131T140000Z;BYMONTH=1", "1998-01-01 02 03", 93 },
  { "1997-09-02T09:00", "FREQ=WEEKLY;COUNT=10", "1997-09-02 09 16 23 30 10-07 14 21 28 11-04 |",
    10 },
  { "1997-09-02T09:00", "FREQ=WEEKLY;UNTIL=19971224T000000Z",
    "1997-09-02 09 16 23 30 10-07 14 21 28 11-04 11 18 25 12-02 09 16 23 |", 17 },
  { "1997-09-02T09:00", "FREQ=WEEKLY;INTERVAL=2;WKST=SU",
    "1997-09-02 16 30 10-14 28 11-11 25 12-09 23 1998-01-06 20 02-03 17", 0 },
  { "1997-09-02T09:00", "FREQ=WEEKLY;UNTIL=19971007T000000Z;WKST=SU;BYDAY=TU,TH",
    "1997-09-02 04 09 11 16 18 23 25 30 10-02 |", 10 },
  { "1997-09-02T09:00", "FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH",
    "1997-09-02 04 09 11 16 18 23 25 30 10-02 |", 10 },
  { "1997-09-01T09:00", "FREQ=WEEKLY;INTERVAL=2;UNTIL=19971224T000000Z;WKST=SU;BYDAY=MO,WE,FR",
    "1997-09-01 03 05 15 17 19 29 10-01 03 13 15 17 27 29 31 11-10 12 14 24 26 28 12-08 10 12 22 |",
    25 },
  { "1997-09-02T09:00", "FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH",
    "1997-09-02 04 16 18 30 10-02 14 16 |", 8 },
  { "1997-09-05T09:00", "FREQ=MONTHLY;COUNT=10;BYDAY=1FR",
    "1997-09-05 10-03 11-07 12-05 1998-01-02 02-06 03-06 04-03 05-01 06-05 |", 10 },
  { "1997-09-05T09:00", "FREQ=MONTHLY;UNTIL=19971224T000000Z;BYDAY=1FR",
    "1997-09-05 10-03 11-07 12-05 |", 4 },
  { "1997-09-07T09:00", "FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU",
    "1997-09-07 28 11-02 30 1998-01-04 25 03-01 29 05-03 31 |", 10 },
  { "1997-09-22T09:00", "FREQ=MONTHLY;COUNT=6;BYDAY=-2MO",
    "1997-09-22 10-20 11-17 12-22 1998-01-19 02-16 |", 6 },
  { "1997-09-28T09:00", "FREQ=MONTHLY;BYMONTHDAY=-3",
    "1997-09-28 10-29 11-28 12-29 1998-01-29 02-26", 0 },
  { "1997-09-02T09:00", "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15",
    "1997-09-02 15 10-02 15 11-02 15 12-02 15 1998-01-02 15 |", 10 },
  { "1997-09-30T09:00", "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1",
    "1997-09-30 10-01 31 11-01 30 12-01 31 1998-01-01 31 02-01 |", 10 },
  { "1997-09-10T09:00", "FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15",
    "1997-09-10 11 12 13 14 15 1999-03-10 11 12 13 |", 10 },
  { "1997-09-02T09:00", "FREQ=MONTHLY;INTERVAL=2;BYDAY=TU",
    "1997-09-02 09 16 23 30 11-04 11 18 25 1998-01-06 13 20 27 03-03 10 17 24 31", 0 },
  { "1997-06-10T09:00", "FREQ=YEARLY;COUNT=10;BYMONTH=6,7",
    "1997-06-10 07-10 1998-06-10 07-10 1999-06-10 07-10 2000-06-10 07-10 2001-06-10 07-10 |", 10 },
  { "1997-03-10T09:00", "FREQ=YEARLY;INTERVAL=2;COUNT=10;BYMONTH=1,2,3",
    "1997-03-10 1999-01-10 02-10 03-10 2001-01-10 02-10 03-10 2003-01-10 02-10 03-10 |", 10 },
  { "1997-01-01T09:00", "FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200",
    "1997-01-01 04-10 07-19 2000-01-01 04-09 07-18 2003-01-01 04-10 07-19 2006-01-01 |", 10 },
  { "1997-05-19T09:00", "FREQ=YEARLY;BYDAY=20MO", "1997-05-19 1998-05-18 1999-05-17", 0 },
  { "1997-05-12T09:00", "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO", "1997-05-12 1998-05-11 1999-05-17", 0 },
  { "1997-03-13T09:00", "FREQ=YEARLY;BYMONTH=3;BYDAY=TH",
    "1997-03-13 20 27 1998-03-05 12 19 26 1999-03-04 11 18 25", 0 },
  { "1997-06-05T09:00", "FREQ=YEARLY;BYDAY=TH;BYMONTH=6,7,8",
    "1997-06-05 12 19 26 07-03 10 17 24 31 08-07 14 21 28 1998-06-04 11 18 25 07-02 09 16 23 30 "
    "08-06 13 20 27 1999-06-03 10 17 24 07-01 08 15 22 29 08-05 12 19 26",
    0 },
  /* Its DTSTART, 1997-09-02, is excluded by an EXDATE; the rule does not give it anyway. */
  { "1997-09-02T09:00", "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13",
    "1998-02-13 03-13 11-13 1999-08-13 2000-10-13", 0 },
  { "1997-09-13T09:00", "FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13",
    "1997-09-13 10-11 11-08 12-13 1998-01-10 02-07 03-07 04-11 05-09 06-13", 0 },
  { "1996-11-05T09:00", "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8",
    "1996-11-05 2000-11-07 2004-11-02", 0 },
  { "1997-09-04T09:00", "FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3",
    "1997-09-04 10-07 11-06 |", 3 },
  { "1997-09-29T09:00", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2",
    "1997-09-29 10-30 11-27 12-30 1998-01-29 02-26 03-30", 0 },
  { "1997-09-02T09:00", "FREQ=HOURLY;INTERVAL=3;UNTIL=19970902T170000Z",
    "1997-09-02T09:00 02T12:00 02T15:00 |", 3 },
  { "1997-09-02T09:00", "FREQ=MINUTELY;INTERVAL=15;COUNT=6",
    "1997-09-02T09:00 02T09:15 02T09:30 02T09:45 02T10:00 02T10:15 |", 6 },
  { "1997-09-02T09:00", "FREQ=MINUTELY;INTERVAL=90;COUNT=4",
    "1997-09-02T09:00 02T10:30 02T12:00 02T13:30 |", 4 },
  { "1997-09-02T09:00", "FREQ=DAILY;BYHOUR=9,10,11,12,13,14,15,16;BYMINUTE=0,20,40",
    "1997-09-02T09:00 02T09:20 02T09:40 02T10:00 02T10:20 02T10:40 02T11:00 02T11:20 02T11:40 "
    "02T12:00 02T12:20 02T12:40 02T13:00 02T13:20 02T13:40 02T14:00 02T14:20 02T14:40 02T15:00 "
    "02T15:20 02T15:40 02T16:00 02T16:20 02T16:40 03T09:00",
    0 },
  { "1997-09-02T09:00", "FREQ=MINUTELY;INTERVAL=20;BYHOUR=9,10,11,12,13,14,15,16",
    "1997-09-02T09:00 02T09:20 02T09:40 02T10:00 02T10:20 02T10:40 02T11:00 02T11:20 02T11:40 "
    "02T12:00 02T12:20 02T12:40 02T13:00 02T13:20 02T13:40 02T14:00 02T14:20 02T14:40 02T15:00 "
    "02T15:20 02T15:40 02T16:00 02T16:20 02T16:40 03T09:00",
    0 },
  { "1997-08-05T09:00", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO",
    "1997-08-05 10 19 24 |", 4 },
  { "1997-08-05T09:00", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU",
    "1997-08-05 17 19 31 |", 4 },
  { "2007-01-15T09:00", "FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5", "2007-01-15 30 02-15 03-15 30 |",
    5 },
  /* Section 3.3.10: the last work day of the month, and the year with two seconds a day. */
  { "1997-09-30T09:00", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
    "1997-09-30 10-31 11-28 12-31", 0 },
  { "1997-01-05T08:30", "FREQ=YEARLY;INTERVAL=2;BYMONTH=1;BYDAY=SU;BYHOUR=8,9;BYMINUTE=30",
    "1997-01-05T08:30 05T09:30 12T08:30 12T09:30 19T08:30 19T09:30 26T08:30 26T09:30 "
    "1999-01-03T08:30",
    0 },
};

/* Completes a word of the table by the date before and by the time of DTSTART. */
static BrineLocal
complete_word (const char *word, BrineLocal previous, const char *dtstart)
{
  g_autofree char *before = brine_local_to_string (previous);
  g_auto (GStrv) halves = g_strsplit (word, "T", 2);
  size_t given = strlen (halves[0]);
  g_autofree char *text =
      g_strdup_printf ("%.*s%sT%s", (int)(10 - given), before, halves[0],
                       halves[1] != NULL ? halves[1] : strchr (dtstart, 'T') + 1);
  BrineLocal local;

  g_assert_true (brine_local_parse (text, &local));
  return local;
}

static void
check_example (guint index)
{
  g_autoptr (BrineRule) rule = brine_rule_parse (examples[index].rule, NULL);
  g_autoptr (BrineRecurrence) recurrence = NULL;
  g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (BrineLocal));
  g_auto (GStrv) words = g_strsplit (examples[index].starts, " ", -1);
  BrineLocal dtstart;
  BrineLocal expected;
  guint n = 0;
  int n_days;

  g_test_message ("%s", examples[index].rule);
  g_assert_nonnull (rule);
  g_assert_true (brine_local_parse (examples[index].dtstart, &dtstart));
  recurrence = brine_recurrence_new (dtstart, rule, NULL, NULL);
  n_days = brine_rule_get_freq (rule) < BRINE_FREQ_DAILY ? 30 : 4000;
  g_assert_cmpint (brine_recurrence_expand (recurrence, dtstart,
                                            brine_local (dtstart.day + n_days, 0, 0), starts),
                   ==, BRINE_EXPANSION_COMPLETE);
  expected = dtstart;
  for (; words[n] != NULL && *words[n] != '|'; n++)
    {
      g_autofree char *got = NULL;
      g_autofree char *wanted = NULL;

      expected = complete_word (words[n], expected, examples[index].dtstart);
      g_assert_cmpuint (n, <, starts->len);
      got = brine_local_to_string (g_array_index (starts, BrineLocal, n));
      wanted = brine_local_to_string (expected);
      g_assert_cmpstr (got, ==, wanted);
    }
  if (examples[index].n > 0)
    g_assert_cmpuint (starts->len, ==, examples[index].n);
  if (words[n] != NULL)
    g_assert_cmpuint (n, ==, examples[index].n);
}

static void
test_examples (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (examples); i++)
    check_example (i);
}

/* The third example of daily rules that end: the last of them is the day before. */
static void
test_until_excludes_later_time (void)
{
  g_autoptr (BrineRule) rule = brine_rule_parse ("FREQ=DAILY;UNTIL=19971224T000000Z", NULL);
  g_autoptr (BrineRecurrence) recurrence = NULL;
  BrineLocal dtstart;
  BrineLocal last;

  g_assert_true (brine_local_parse ("1997-09-02T09:00", &dtstart));
  g_assert_true (brine_local_parse ("1997-12-23T09:00", &last));
  recurrence = brine_recurrence_new (dtstart, rule, NULL, NULL);
  g_assert_true (brine_recurrence_contains (recurrence, last));
  g_assert_false (brine_recurrence_contains (recurrence, brine_local (last.day + 1, 9, 0)));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rfc/examples", test_examples);
  g_test_add_func ("/rfc/until", test_until_excludes_later_time);
  return g_test_run ();
}
