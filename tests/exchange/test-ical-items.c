/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-archive.h"
#include "brine-ical-items.h"
#include "brine-ical.h"
#include "brine-quota.h"
#include "brine-title.h"
#include "ical-fixture.h"

#include <string.h>

/* Times --------------------------------------------------------------------------------- */

static const struct
{
  const char *lines;
  const char *start;
  int minutes;
} time_rows[] = {
  { "DTSTART:20261123T080000\r\nDTEND:20261123T083000\r\n", "2026-11-23T08:00:00", 30 },
  { "DTSTART:20261123T080000\r\nDURATION:PT1H20M\r\n", "2026-11-23T08:00:00", 80 },
  { "DTSTART:20261123T080000\r\n", "2026-11-23T08:00:00", 0 },
  { "DTSTART:20261123T080000Z\r\nDTEND:20261123T083000Z\r\n", "2026-11-23T09:00:00", 30 },
  { "DTSTART:20260723T080000Z\r\nDURATION:PT30M\r\n", "2026-07-23T10:00:00", 30 },
  { "DTSTART;TZID=America/New_York:20261123T080000\r\nDURATION:P1W\r\n", "2026-11-23T14:00:00",
    10080 },
  { "DTSTART;TZID=Eastern Standard Time:20261123T080000\r\n", "2026-11-23T14:00:00", 0 },
  { "DTSTART;TZID=\"/freeassociation.sourceforge.net/Asia/Tokyo\":20261123T080000\r\n",
    "2026-11-23T00:00:00", 0 },
  { "DTSTART;TZID=Mars/Olympus:20261123T080000\r\n", "2026-11-23T08:00:00", 0 },
  { "DTSTART;TZID=../../../etc/passwd:20261123T080000\r\n", "2026-11-23T08:00:00", 0 },
  /* Through the night the clocks go forward (spring) and back (autumn): by the wall clock, but a
   * series lasts what its first did. */
  { "DTSTART;TZID=Europe/Berlin:20260328T230000\r\nDTEND;TZID=Europe/Berlin:20260329T070000\r\n",
    "2026-03-28T23:00:00", 480 },
  { "DTSTART;TZID=Europe/Berlin:20261024T230000\r\nDTEND;TZID=Europe/Berlin:20261025T070000\r\n",
    "2026-10-24T23:00:00", 480 },
  { "DTSTART;TZID=Europe/Berlin:20260328T230000\r\nDTEND;TZID=Europe/Berlin:20260329T070000\r\n"
    "RRULE:FREQ=DAILY;COUNT=3\r\n",
    "2026-03-28T23:00:00", 420 },
  /* From the gap, and within the hour that comes twice. */
  { "DTSTART:20260329T004500Z\r\nDTEND:20260329T011500Z\r\n", "2026-03-29T01:45:00", 90 },
  { "DTSTART:20261025T004500Z\r\nDTEND:20261025T011500Z\r\n", "2026-10-25T02:45:00", 30 },
  /* A flight: each end in its own zone. */
  { "DTSTART;TZID=Europe/Berlin:20261123T100000\r\n"
    "DTEND;TZID=America/New_York:20261123T130000\r\n",
    "2026-11-23T10:00:00", 540 },
  { "DTSTART;VALUE=DATE:20261123\r\n", "2026-11-23T04:00:00", 1440 },
  { "DTSTART;VALUE=DATE:20261123\r\nDTEND;VALUE=DATE:20261126\r\n", "2026-11-23T04:00:00", 4320 },
  { "DTSTART;VALUE=DATE:20261123\r\nDTEND;VALUE=DATE:20261123\r\n", "2026-11-23T04:00:00", 1440 },
  { "DTSTART:20261123\r\n", "2026-11-23T04:00:00", 1440 },
  { "DTSTART:20240229T235960\r\n", "2024-02-29T23:59:59", 0 },
  { "DTSTART:20261123T080000\r\nDTEND:20261123T070000\r\n", "2026-11-23T08:00:00", 0 },
  { "dtstart;value=date-time:20261123T080000\r\ndtend:20261123T081500\r\n", "2026-11-23T08:00:00",
    15 },
};

static void
test_times (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (time_rows); i++)
    {
      g_autofree char *text = g_strdup_printf (WRAP (EVENT ("%s")), time_rows[i].lines);
      g_autoptr (GPtrArray) items = ical_import (text);
      BrinePlanItem *item;

      g_test_message ("%s", time_rows[i].lines);
      g_assert_cmpuint (items->len, ==, 1);
      item = items->pdata[0];
      ical_assert_local (item->start, time_rows[i].start);
      g_assert_cmpint (item->minutes, ==, time_rows[i].minutes);
    }
}

/* Rules --------------------------------------------------------------------------------- */

static const struct
{
  const char *lines;
  const char *rule;  /* NULL: none */
  const char *start; /* of the item */
} rule_rows[] = {
  { START "RRULE:FREQ=DAILY;COUNT=3\r\n", "FREQ=DAILY;COUNT=3", "2026-11-23T08:00:00" },
  { START "RRULE:freq=weekly;byday=mo,we\r\n", "FREQ=WEEKLY;BYDAY=MO,WE", "2026-11-23T08:00:00" },
  { "DTSTART;TZID=Europe/Berlin:20261123T080000\r\nRRULE:FREQ=DAILY;UNTIL=20261231T070000Z\r\n",
    "FREQ=DAILY;UNTIL=20261231T080000", "2026-11-23T08:00:00" },
  /* 23:00 in New York is 05:00 on the next day in Berlin. */
  { "DTSTART;TZID=America/New_York:20261123T230000\r\nRRULE:FREQ=WEEKLY;BYDAY=MO,SU\r\n",
    "FREQ=WEEKLY;BYDAY=MO,TU", "2026-11-24T05:00:00" },
  { "DTSTART;TZID=Asia/Tokyo:20261123T060000\r\nRRULE:FREQ=WEEKLY;BYDAY=MO\r\n",
    "FREQ=WEEKLY;BYDAY=SU", "2026-11-22T22:00:00" },
  { "DTSTART;TZID=Asia/Tokyo:20261123T060000\r\nRRULE:FREQ=DAILY\r\n", "FREQ=DAILY",
    "2026-11-22T22:00:00" },
  /* A day of the month cannot move along: the reading stands. */
  { "DTSTART;TZID=Asia/Tokyo:20261101T060000\r\nRRULE:FREQ=MONTHLY;BYMONTHDAY=1\r\n",
    "FREQ=MONTHLY;BYMONTHDAY=1", "2026-11-01T06:00:00" },
  { "DTSTART;VALUE=DATE:20261123\r\nRRULE:FREQ=YEARLY;UNTIL=20301231\r\n",
    "FREQ=YEARLY;UNTIL=20301231", "2026-11-23T04:00:00" },
  { START "RRULE:FREQ=FORTNIGHTLY\r\n", NULL, "2026-11-23T08:00:00" },
  { START "RRULE:FREQ=DAILY;INTERVAL=0\r\n", NULL, "2026-11-23T08:00:00" },
  { START "RRULE:\r\n", NULL, "2026-11-23T08:00:00" },
};

static void
test_rules (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rule_rows); i++)
    {
      g_autofree char *text = g_strdup_printf (WRAP (EVENT ("%s")), rule_rows[i].lines);
      g_autoptr (GPtrArray) items = ical_import (text);
      BrinePlanItem *item = items->pdata[0];
      g_autofree char *rule = item->rule != NULL ? brine_rule_to_string (item->rule) : NULL;

      g_test_message ("%s", rule_rows[i].lines);
      g_assert_cmpstr (rule, ==, rule_rows[i].rule);
      ical_assert_local (item->start, rule_rows[i].start);
    }
}

static void
test_unreadable_rule_is_kept (void)
{
  g_autoptr (BrineImportReport) report = brine_import_report_new ();
  g_autoptr (GPtrArray) items =
      ical_import_in (WRAP (EVENT (START "SUMMARY:Odd\r\nRRULE:FREQ=DAILY;BYEASTER=3\r\n")), "UTC",
                      report);
  g_autofree char *text = ical_export (items);
  BrinePlanItem *item = items->pdata[0];

  g_assert_true (ical_has_message (report, "rule is kept"));
  g_assert_cmpuint (((BrineImportMessage *)report->messages->pdata[0])->line, ==, 7);
  g_assert_nonnull (strstr (text, "\r\nRRULE:FREQ=DAILY;BYEASTER=3\r\n"));
  /* Once the user sets a rule, that one counts. */
  item->rule = brine_rule_parse ("FREQ=DAILY", NULL);
  g_free (text);
  text = ical_export (items);
  g_assert_null (strstr (text, "BYEASTER"));
  g_assert_nonnull (strstr (text, "\r\nRRULE:FREQ=DAILY\r\n"));
}

/* Whatever a rule says, the event is taken at once and the rule goes out as it came. */
static void
test_hostile_rules (void)
{
  static const char *const rules[] = { "FREQ=SECONDLY",
                                       "FREQ=MINUTELY;BYMONTHDAY=30;BYMONTH=2",
                                       "FREQ=DAILY;BYSETPOS=366",
                                       "FREQ=YEARLY;BYDAY=MO;BYSETPOS=366",
                                       "FREQ=DAILY;INTERVAL=0",
                                       "FREQ=DAILY;INTERVAL=-1",
                                       "FREQ=DAILY;INTERVAL=2147483648",
                                       "FREQ=DAILY;COUNT=0",
                                       "FREQ=DAILY;COUNT=100000000000",
                                       "FREQ=DAILY;UNTIL=20200101",
                                       "FREQ=DAILY;UNTIL=20200101T000000",
                                       "FREQ=YEARLY;BYDAY=255SU",
                                       "FREQ=WEEKLY;BYDAY=",
                                       "FREQ=DAILY;FREQ=DAILY",
                                       "X",
                                       "FREQ=YEARLY;BYMONTHDAY=1,3" };

  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autofree char *text = g_strdup_printf (WRAP (EVENT (START "RRULE:%s\r\n")), rules[i]);
      g_autofree char *expected = g_strdup_printf ("\r\nRRULE:%s\r\n", rules[i]);
      g_autoptr (GPtrArray) items = ical_import (text);
      g_autoptr (GArray) slots = g_array_new (FALSE, FALSE, sizeof (BrineSlot));
      g_autofree char *again = ical_export (items);
      BrinePlanItem *item = items->pdata[0];

      g_test_message ("%s", rules[i]);
      g_assert_cmpuint (items->len, ==, 1);
      g_assert_nonnull (strstr (again, expected));
      brine_plan_item_expand (item, item->start.day, item->start.day + 7, 240, slots);
      g_assert_cmpuint (slots->len, <=, 100000);
    }
}

static void
test_dates (void)
{
  g_autoptr (GPtrArray) items = ical_import (
      WRAP (EVENT ("DTSTART:20261123T080000\r\nDURATION:PT20M\r\nRRULE:FREQ=DAILY\r\n"
                   "RDATE:20270101T100000,20261224T180000\r\n"
                   "RDATE;VALUE=PERIOD:20270201T080000/PT1H,20270202T080000/20270202T082000\r\n"
                   "EXDATE;VALUE=DATE:20261125\r\nEXDATE:20261124T080000,20261124T080000\r\n"
                   "EXDATE:20261126T070000Z\r\n")));
  BrinePlanItem *item = items->pdata[0];
  BrineException *longer;

  g_assert_cmpuint (item->rdates->len, ==, 4);
  ical_assert_local (g_array_index (item->rdates, BrineLocal, 0), "2026-12-24T18:00:00");
  ical_assert_local (g_array_index (item->rdates, BrineLocal, 3), "2027-02-02T08:00:00");
  g_assert_cmpuint (item->exdates->len, ==, 3);
  ical_assert_local (g_array_index (item->exdates, BrineLocal, 0), "2026-11-24T08:00:00");
  ical_assert_local (g_array_index (item->exdates, BrineLocal, 1), "2026-11-25T08:00:00");
  ical_assert_local (g_array_index (item->exdates, BrineLocal, 2), "2026-11-26T08:00:00");
  g_assert_cmpuint (item->exceptions->len, ==, 1);
  longer = item->exceptions->pdata[0];
  ical_assert_local (longer->original, "2027-02-01T08:00:00");
  g_assert_cmpint (longer->minutes, ==, 60);
}

/* Overrides ----------------------------------------------------------------------------- */

#define OVERRIDE(body)                                                                             \
  "BEGIN:VEVENT\r\nUID:1\r\nRECURRENCE-ID:20261124T080000\r\n" body "END:VEVENT\r\n"

static void
test_overrides (void)
{
  static const char *const files[] = {
    WRAP (EVENT (START "DURATION:PT20M\r\nSUMMARY:Walk\r\nRRULE:FREQ=DAILY\r\n")
              OVERRIDE ("DTSTART:20261124T090000\r\nDURATION:PT30M\r\nSUMMARY:Long walk\r\n"
                        "X-OTHER:kept\r\n") "BEGIN:VEVENT\r\nUID:1\r\nRECURRENCE-ID:"
                                            "20261126T080000\r\nSTATUS:CANCELLED\r\n"
                                            "END:VEVENT\r\n"),
    /* The series may follow its overrides. */
    WRAP ("BEGIN:VEVENT\r\nUID:1\r\nRECURRENCE-ID:20261126T080000\r\nSTATUS:CANCELLED\r\n"
          "END:VEVENT\r\n" OVERRIDE ("DTSTART:20261124T090000\r\nDURATION:PT30M\r\n"
                                     "SUMMARY:Long walk\r\nX-OTHER:kept\r\n")
              EVENT (START "DURATION:PT20M\r\nSUMMARY:Walk\r\nRRULE:FREQ=DAILY\r\n")),
  };

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GPtrArray) items = ical_import (files[i]);
      g_autofree char *text = ical_export (items);
      BrinePlanItem *item = items->pdata[0];
      BrineException *moved, *cancelled;

      g_assert_cmpuint (items->len, ==, 1);
      g_assert_cmpuint (item->exceptions->len, ==, 2);
      moved = item->exceptions->pdata[0];
      cancelled = item->exceptions->pdata[1];
      ical_assert_local (moved->original, "2026-11-24T08:00:00");
      ical_assert_local (moved->start, "2026-11-24T09:00:00");
      g_assert_cmpint (moved->minutes, ==, 30);
      g_assert_cmpstr (moved->title, ==, "Long walk");
      g_assert_true (cancelled->cancelled);
      ical_assert_local (cancelled->original, "2026-11-26T08:00:00");
      g_assert_nonnull (strstr (text, "X-OTHER:kept"));
      g_assert_nonnull (strstr (text, "EXDATE:20261126T080000"));
    }
}

static void
test_orphan_override (void)
{
  g_autoptr (BrineImportReport) report = brine_import_report_new ();
  g_autoptr (GPtrArray) items =
      ical_import_in (WRAP (OVERRIDE ("DTSTART:20261124T090000\r\nSUMMARY:Alone\r\n")), "UTC",
                      report);

  g_assert_cmpuint (items->len, ==, 1);
  g_assert_cmpstr (((BrinePlanItem *)items->pdata[0])->uid, ==, "1#20261124T080000");
  g_assert_true (ical_has_message (report, "series is not there"));
}

/* Cut, told, and not lost for the program that it comes from; the second time nothing changes. */
static void
test_long_title (void)
{
  g_autoptr (BrineImportReport) report = brine_import_report_new ();
  g_autofree char *title = g_strnfill (BRINE_TITLE_MAX + 1, 't');
  g_autofree char *text = g_strdup_printf (WRAP (EVENT (START "SUMMARY:%s\r\n")), title);
  g_autoptr (GPtrArray) items = ical_import_in (text, "UTC", report);
  const BrinePlanItem *item = items->pdata[0];
  g_autofree char *written = ical_export (items);
  g_autoptr (GPtrArray) again = ical_import (written);

  g_assert_cmpint (g_utf8_strlen (item->title, -1), ==, BRINE_TITLE_MAX);
  g_assert_true (ical_has_message (report, "more than 500 characters"));
  g_assert_nonnull (strstr (item->foreign, title));
  g_assert_true (brine_plan_item_equal (item, again->pdata[0]));
}

/* By itself it has reminders of its own, whichever way they are written. */
static void
test_orphan_reminders (void)
{
  g_autoptr (GPtrArray) items = ical_import (
      WRAP (OVERRIDE ("DTSTART:20261124T090000Z\r\nSUMMARY:Alone\r\n"
                      "BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT10M\r\nEND:VALARM\r\n"
                      "BEGIN:VALARM\r\nACTION:DISPLAY\r\n"
                      "TRIGGER;VALUE=DATE-TIME:20261124T080000Z\r\nEND:VALARM\r\n")));
  const BrinePlanItem *item = items->pdata[0];

  g_assert_cmpuint (item->reminders->len, ==, 2);
  g_assert_cmpint (g_array_index (item->reminders, BrineReminder, 0).minutes
                       + g_array_index (item->reminders, BrineReminder, 1).minutes,
                   ==, 70);
  g_assert_null (strstr (item->foreign, "VALARM"));
}

/* Alarms -------------------------------------------------------------------------------- */

#define ALARM(body) "BEGIN:VALARM\r\n" body "END:VALARM\r\n"

static const struct
{
  const char *alarms;
  const char *minutes; /* of the item's reminders */
  const char *kept;    /* must come back; NULL: nothing */
} alarm_rows[] = {
  { ALARM ("ACTION:DISPLAY\r\nTRIGGER:-PT15M\r\nDESCRIPTION:Walk\r\n"), "15", NULL },
  { ALARM ("ACTION:DISPLAY\r\nTRIGGER:PT5M\r\nDESCRIPTION:Walk\r\n"), "-5", NULL },
  { ALARM ("ACTION:DISPLAY\r\nTRIGGER:-P1D\r\nDESCRIPTION:Walk\r\n")
        ALARM ("ACTION:DISPLAY\r\nTRIGGER:PT0S\r\nDESCRIPTION:Walk\r\n"),
    "0 1440", NULL },
  { ALARM ("ACTION:DISPLAY\r\nTRIGGER;RELATED=END:-PT5M\r\nDESCRIPTION:Walk\r\n"), "-15",
    "TRIGGER;RELATED=END:-PT5M" },
  { ALARM ("ACTION:AUDIO\r\nTRIGGER:-PT10M\r\nATTACH;VALUE=URI:Basso\r\nREPEAT:2\r\n"
           "DURATION:PT5M\r\n"),
    "0 5 10", "ATTACH;VALUE=URI:Basso" },
  { ALARM ("ACTION:DISPLAY\r\nTRIGGER:-PT30M\r\nREPEAT:1000000\r\nDURATION:PT1M\r\n"),
    "20 21 22 23 24 25 26 27 28 29 30", "REPEAT:1000000" },
  { ALARM ("ACTION:DISPLAY\r\nTRIGGER;VALUE=DATE-TIME:20261123T070000Z\r\nX-SOUND:bell\r\n"), "",
    "TRIGGER;VALUE=DATE-TIME:20261123T070000Z" },
  { ALARM ("ACTION:PROCEDURE\r\nTRIGGER:-PT5M\r\nATTACH:file:///bin/rm\r\n"), "",
    "ACTION:PROCEDURE" },
  { ALARM ("ACTION:EMAIL\r\nTRIGGER:-PT5M\r\nATTENDEE:mailto:a@example.org\r\n"), "",
    "ATTENDEE:mailto:a@example.org" },
  { ALARM ("ACTION:DISPLAY\r\nTRIGGER:-PT90S\r\n"), "", "TRIGGER:-PT90S" },
  { ALARM ("ACTION:DISPLAY\r\nTRIGGER:-P365D\r\n"), "", "TRIGGER:-P365D" },
};

static char *
get_reminders (const BrinePlanItem *item)
{
  return brine_reminders_to_string (item->reminders);
}

static void
test_alarms (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (alarm_rows); i++)
    {
      g_autofree char *text =
          g_strdup_printf (WRAP (EVENT (START "%sDURATION:PT20M\r\nSUMMARY:Walk\r\n")),
                           alarm_rows[i].alarms);
      g_autoptr (GPtrArray) items = ical_import (text);
      g_autofree char *minutes = get_reminders (items->pdata[0]);
      g_autofree char *again = ical_export (items);
      g_autoptr (GPtrArray) second = ical_import (again);
      g_autofree char *minutes_again = get_reminders (second->pdata[0]);

      g_test_message ("%s", alarm_rows[i].alarms);
      g_assert_cmpstr (minutes, ==, alarm_rows[i].minutes);
      g_assert_cmpstr (minutes_again, ==, alarm_rows[i].minutes);
      if (alarm_rows[i].kept != NULL)
        g_assert_nonnull (strstr (again, alarm_rows[i].kept));
    }
}

/* Removing a reminder also takes the alarm of another program that rang then. */
static void
test_removed_reminder (void)
{
  g_autoptr (GPtrArray) items = ical_import (
      WRAP (EVENT (START ALARM ("ACTION:AUDIO\r\nTRIGGER:-PT10M\r\nX-SOUND:bell\r\n"))));
  BrinePlanItem *item = items->pdata[0];
  g_autofree char *text = NULL;

  g_array_set_size (item->reminders, 0);
  text = ical_export (items);
  g_assert_null (strstr (text, "VALARM"));
}

/* Practices and text -------------------------------------------------------------------- */

static const struct
{
  const char *lines;
  BrinePractice practice;
} practice_rows[] = {
  { "CATEGORIES:walk\r\n", BRINE_PRACTICE_WALK },
  { "CATEGORIES:Spaziergang\r\n", BRINE_PRACTICE_WALK },
  { "CATEGORIES:HEALTH,Meditation\r\n", BRINE_PRACTICE_MEDITATION },
  { "CATEGORIES:Health\r\nCATEGORIES:Atemübung\r\n", BRINE_PRACTICE_BREATHWORK },
  { "CATEGORIES:walk\\, long\r\n", BRINE_PRACTICE_OWN },
  { "CATEGORIES:\r\n", BRINE_PRACTICE_OWN },
  { "", BRINE_PRACTICE_OWN },
  { "CATEGORIES:Sleep\r\nX-BRINE-PRACTICE:own\r\n", BRINE_PRACTICE_OWN },
};

static void
test_practices (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (practice_rows); i++)
    {
      g_autofree char *text =
          g_strdup_printf (WRAP (EVENT (START "%sSUMMARY:x\r\n")), practice_rows[i].lines);
      g_autoptr (GPtrArray) items = ical_import (text);
      g_autofree char *again = ical_export (items);
      g_autoptr (GPtrArray) second = ical_import (again);

      g_test_message ("%s", practice_rows[i].lines);
      g_assert_cmpint (((BrinePlanItem *)items->pdata[0])->practice, ==, practice_rows[i].practice);
      g_assert_cmpint (((BrinePlanItem *)second->pdata[0])->practice, ==,
                       practice_rows[i].practice);
    }
}

static const struct
{
  const char *lines;
  int now;
  int before; /* 2 November */
} quota_rows[] = {
  { "X-BRINE-QUOTA:5\r\n", 5, 5 },
  { "X-BRINE-QUOTA:5\r\nX-BRINE-QUOTA-FROM:2026-10-14 3\r\nX-BRINE-QUOTA-FROM:2026-11-02 5\r\n", 5,
    3 },
  { "X-BRINE-QUOTA-FROM:2026-11-02 5\r\nX-BRINE-QUOTA-FROM:2026-10-14 3\r\nX-BRINE-QUOTA:5\r\n", 5,
    3 },
  { "X-BRINE-QUOTA:5\r\nX-BRINE-QUOTA-FROM:2026-10-14 3\r\nX-BRINE-QUOTA-FROM:2026-10-14 4\r\n"
    "X-BRINE-QUOTA-FROM:2026-11-02 5\r\n",
    5, 3 },
  /* Somebody changed one line and not the other. */
  { "X-BRINE-QUOTA:4\r\nX-BRINE-QUOTA-FROM:2026-10-14 3\r\nX-BRINE-QUOTA-FROM:2026-11-02 5\r\n", 4,
    4 },
  { "X-BRINE-QUOTA-FROM:2026-10-14 3\r\nX-BRINE-QUOTA-FROM:2026-11-02 5\r\n", 0, 0 },
  { "X-BRINE-QUOTA:5\r\nX-BRINE-QUOTA-FROM:soon 3\r\nX-BRINE-QUOTA-FROM:2026-11-02\r\n"
    "X-BRINE-QUOTA-FROM:2026-11-02 101\r\nX-BRINE-QUOTA-FROM:2026-11-02 0\r\n",
    5, 5 },
};

/* The number of now, and what it was before. */
static void
test_quotas (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (quota_rows); i++)
    {
      g_autofree char *text =
          g_strdup_printf (WRAP (EVENT (START "%sSUMMARY:x\r\n")), quota_rows[i].lines);
      g_autoptr (GPtrArray) items = ical_import (text);
      g_autofree char *again = ical_export (items);
      g_autoptr (GPtrArray) second = ical_import (again);
      const BrinePlanItem *item = items->pdata[0];

      g_test_message ("%s", quota_rows[i].lines);
      g_assert_cmpint (item->quota_per_week, ==, quota_rows[i].now);
      g_assert_cmpint (brine_quota_get_times (item, brine_day_from_ymd (2026, 10, 26)), ==,
                       quota_rows[i].before);
      g_assert_true (brine_plan_item_equal (item, second->pdata[0]));
    }
}

static const struct
{
  const char *summary;
  const char *title;
} text_rows[] = {
  { "Walk", "Walk" },
  { "Soup\\, bread\\; tea\\\\ milk", "Soup, bread; tea\\ milk" },
  { "two\\nlines", "two lines" },
  { "<b>bold</b> &amp;", "<b>bold</b> &amp;" },
  { "\033[31mred\033[0m", "[31mred[0m" },
  { "bell\a and \x7f", "bell and" },
  { "Gr\xfc\xdf", "Grüß" },
  { "\xe2\x80\xaeright to left", "right to left" },
  { "", "Untitled" },
  { "   ", "Untitled" },
};

static void
test_texts (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (text_rows); i++)
    {
      g_autofree char *text =
          g_strdup_printf (WRAP (EVENT (START "SUMMARY:%s\r\n")), text_rows[i].summary);
      g_autoptr (GPtrArray) items = ical_import (text);

      g_assert_cmpuint (items->len, ==, 1);
      g_assert_cmpstr (((BrinePlanItem *)items->pdata[0])->title, ==, text_rows[i].title);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/ical-items/times", test_times);
  g_test_add_func ("/exchange/ical-items/rules", test_rules);
  g_test_add_func ("/exchange/ical-items/unreadable-rule", test_unreadable_rule_is_kept);
  g_test_add_func ("/exchange/ical-items/hostile-rules", test_hostile_rules);
  g_test_add_func ("/exchange/ical-items/dates", test_dates);
  g_test_add_func ("/exchange/ical-items/overrides", test_overrides);
  g_test_add_func ("/exchange/ical-items/orphan-override", test_orphan_override);
  g_test_add_func ("/exchange/ical-items/long-title", test_long_title);
  g_test_add_func ("/exchange/ical-items/orphan-reminders", test_orphan_reminders);
  g_test_add_func ("/exchange/ical-items/alarms", test_alarms);
  g_test_add_func ("/exchange/ical-items/removed-reminder", test_removed_reminder);
  g_test_add_func ("/exchange/ical-items/practices", test_practices);
  g_test_add_func ("/exchange/ical-items/quotas", test_quotas);
  g_test_add_func ("/exchange/ical-items/texts", test_texts);

  return g_test_run ();
}
