/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-archive.h"
#include "brine-ical-items.h"
#include "brine-ical.h"
#include "random-archive.h"

#include <string.h>

#define WRAP(body) "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" body "END:VCALENDAR\r\n"
#define EVENT(body) "BEGIN:VEVENT\r\nUID:1\r\n" body "END:VEVENT\r\n"
#define START "DTSTART:20261123T080000\r\n"

static GPtrArray *
import_in (const char *text, const char *zone_name, BrineImportReport *report)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (zone_name);
  g_autoptr (GError) error = NULL;
  GPtrArray *items = brine_ical_import_items (bytes, zone, 240, report, &error);

  g_assert_no_error (error);
  return items;
}

static GPtrArray *
import (const char *text)
{
  g_autoptr (BrineImportReport) report = brine_import_report_new ();

  return import_in (text, "Europe/Berlin", report);
}

static char *export(GPtrArray *items)
{
  g_autoptr (GBytes) bytes = brine_ical_export_items (items, (BrineInstant){ 0 });
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return g_strndup (data, length);
}

static void
assert_local (BrineLocal local, const char *expected)
{
  g_autofree char *text = brine_local_to_string (local);

  g_assert_cmpstr (text, ==, expected);
}

static gboolean
has_message (BrineImportReport *report, const char *part)
{
  for (guint i = 0; i < report->messages->len; i++)
    if (strstr (((BrineImportMessage *)report->messages->pdata[i])->text, part) != NULL)
      return TRUE;
  return FALSE;
}

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
  /* Through the night the clocks go forward (spring) and back (autumn): elapsed minutes. */
  { "DTSTART;TZID=Europe/Berlin:20260328T230000\r\nDTEND;TZID=Europe/Berlin:20260329T070000\r\n",
    "2026-03-28T23:00:00", 420 },
  { "DTSTART;TZID=Europe/Berlin:20261024T230000\r\nDTEND;TZID=Europe/Berlin:20261025T070000\r\n",
    "2026-10-24T23:00:00", 540 },
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
      g_autoptr (GPtrArray) items = import (text);
      BrinePlanItem *item;

      g_test_message ("%s", time_rows[i].lines);
      g_assert_cmpuint (items->len, ==, 1);
      item = items->pdata[0];
      assert_local (item->start, time_rows[i].start);
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
      g_autoptr (GPtrArray) items = import (text);
      BrinePlanItem *item = items->pdata[0];
      g_autofree char *rule = item->rule != NULL ? brine_rule_to_string (item->rule) : NULL;

      g_test_message ("%s", rule_rows[i].lines);
      g_assert_cmpstr (rule, ==, rule_rows[i].rule);
      assert_local (item->start, rule_rows[i].start);
    }
}

static void
test_unreadable_rule_is_kept (void)
{
  g_autoptr (BrineImportReport) report = brine_import_report_new ();
  g_autoptr (GPtrArray) items =
      import_in (WRAP (EVENT (START "SUMMARY:Odd\r\nRRULE:FREQ=DAILY;BYEASTER=3\r\n")), "UTC",
                 report);
  g_autofree char *text = export(items);
  BrinePlanItem *item = items->pdata[0];

  g_assert_true (has_message (report, "rule is kept"));
  g_assert_cmpuint (((BrineImportMessage *)report->messages->pdata[0])->line, ==, 7);
  g_assert_nonnull (strstr (text, "\r\nRRULE:FREQ=DAILY;BYEASTER=3\r\n"));
  /* Once the user sets a rule, that one counts. */
  item->rule = brine_rule_parse ("FREQ=DAILY", NULL);
  g_free (text);
  text = export(items);
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
      g_autoptr (GPtrArray) items = import (text);
      g_autoptr (GArray) slots = g_array_new (FALSE, FALSE, sizeof (BrineSlot));
      g_autofree char *again = export(items);
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
  g_autoptr (GPtrArray) items = import (
      WRAP (EVENT ("DTSTART:20261123T080000\r\nDURATION:PT20M\r\nRRULE:FREQ=DAILY\r\n"
                   "RDATE:20270101T100000,20261224T180000\r\n"
                   "RDATE;VALUE=PERIOD:20270201T080000/PT1H,20270202T080000/20270202T082000\r\n"
                   "EXDATE;VALUE=DATE:20261125\r\nEXDATE:20261124T080000,20261124T080000\r\n"
                   "EXDATE:20261126T070000Z\r\n")));
  BrinePlanItem *item = items->pdata[0];
  BrineException *longer;

  g_assert_cmpuint (item->rdates->len, ==, 4);
  assert_local (g_array_index (item->rdates, BrineLocal, 0), "2026-12-24T18:00:00");
  assert_local (g_array_index (item->rdates, BrineLocal, 3), "2027-02-02T08:00:00");
  g_assert_cmpuint (item->exdates->len, ==, 3);
  assert_local (g_array_index (item->exdates, BrineLocal, 0), "2026-11-24T08:00:00");
  assert_local (g_array_index (item->exdates, BrineLocal, 1), "2026-11-25T08:00:00");
  assert_local (g_array_index (item->exdates, BrineLocal, 2), "2026-11-26T08:00:00");
  g_assert_cmpuint (item->exceptions->len, ==, 1);
  longer = item->exceptions->pdata[0];
  assert_local (longer->original, "2027-02-01T08:00:00");
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
      g_autoptr (GPtrArray) items = import (files[i]);
      g_autofree char *text = export(items);
      BrinePlanItem *item = items->pdata[0];
      BrineException *moved, *cancelled;

      g_assert_cmpuint (items->len, ==, 1);
      g_assert_cmpuint (item->exceptions->len, ==, 2);
      moved = item->exceptions->pdata[0];
      cancelled = item->exceptions->pdata[1];
      assert_local (moved->original, "2026-11-24T08:00:00");
      assert_local (moved->start, "2026-11-24T09:00:00");
      g_assert_cmpint (moved->minutes, ==, 30);
      g_assert_cmpstr (moved->title, ==, "Long walk");
      g_assert_true (cancelled->cancelled);
      assert_local (cancelled->original, "2026-11-26T08:00:00");
      g_assert_nonnull (strstr (text, "X-OTHER:kept"));
      g_assert_nonnull (strstr (text, "EXDATE:20261126T080000"));
    }
}

static void
test_orphan_override (void)
{
  g_autoptr (BrineImportReport) report = brine_import_report_new ();
  g_autoptr (GPtrArray) items =
      import_in (WRAP (OVERRIDE ("DTSTART:20261124T090000\r\nSUMMARY:Alone\r\n")), "UTC", report);

  g_assert_cmpuint (items->len, ==, 1);
  g_assert_cmpstr (((BrinePlanItem *)items->pdata[0])->uid, ==, "1#20261124T080000");
  g_assert_true (has_message (report, "series is not there"));
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
  { ALARM ("ACTION:DISPLAY\r\nTRIGGER;VALUE=DATE-TIME:20261123T070000Z\r\n"), "",
    "TRIGGER;VALUE=DATE-TIME:20261123T070000Z" },
  { ALARM ("ACTION:PROCEDURE\r\nTRIGGER:-PT5M\r\nATTACH:file:///bin/rm\r\n"), "",
    "ACTION:PROCEDURE" },
  { ALARM ("ACTION:EMAIL\r\nTRIGGER:-PT5M\r\nATTENDEE:mailto:a@example.org\r\n"), "",
    "ATTENDEE:mailto:a@example.org" },
  { ALARM ("ACTION:DISPLAY\r\nTRIGGER:-PT90S\r\n"), "", "TRIGGER:-PT90S" },
  { ALARM ("ACTION:DISPLAY\r\nTRIGGER:-P365D\r\n"), "", "TRIGGER:-P365D" },
};

static char *
join_reminders (const BrinePlanItem *item)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < item->reminders->len; i++)
    g_string_append_printf (text, "%s%d", i > 0 ? " " : "",
                            g_array_index (item->reminders, int, i));
  return g_strdup (text->str);
}

static void
test_alarms (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (alarm_rows); i++)
    {
      g_autofree char *text =
          g_strdup_printf (WRAP (EVENT (START "%sDURATION:PT20M\r\nSUMMARY:Walk\r\n")),
                           alarm_rows[i].alarms);
      g_autoptr (GPtrArray) items = import (text);
      g_autofree char *minutes = join_reminders (items->pdata[0]);
      g_autofree char *again = export(items);
      g_autoptr (GPtrArray) second = import (again);
      g_autofree char *minutes_again = join_reminders (second->pdata[0]);

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
  g_autoptr (GPtrArray) items =
      import (WRAP (EVENT (START ALARM ("ACTION:AUDIO\r\nTRIGGER:-PT10M\r\nX-SOUND:bell\r\n"))));
  BrinePlanItem *item = items->pdata[0];
  g_autofree char *text = NULL;

  g_array_set_size (item->reminders, 0);
  text = export(items);
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
      g_autoptr (GPtrArray) items = import (text);
      g_autofree char *again = export(items);
      g_autoptr (GPtrArray) second = import (again);

      g_test_message ("%s", practice_rows[i].lines);
      g_assert_cmpint (((BrinePlanItem *)items->pdata[0])->practice, ==, practice_rows[i].practice);
      g_assert_cmpint (((BrinePlanItem *)second->pdata[0])->practice, ==,
                       practice_rows[i].practice);
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
  { "\xe2\x80\xaeright to left", "\xe2\x80\xaeright to left" },
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
      g_autoptr (GPtrArray) items = import (text);

      g_assert_cmpuint (items->len, ==, 1);
      g_assert_cmpstr (((BrinePlanItem *)items->pdata[0])->title, ==, text_rows[i].title);
    }
}

/* Foreign lines ------------------------------------------------------------------------- */

static void
test_foreign_lines (void)
{
  static const char *const kept[] = {
    "SUMMARY;LANGUAGE=de;X-A=\"b:c\":Gehen",
    "X-APPLE-TRAVEL-DURATION;VALUE=DURATION:PT10M",
    "ATTENDEE;CN=\"Doe, J\";PARTSTAT=ACCEPTED:mailto:j@example.org",
    "TRANSP:OPAQUE",
    "GEO:52.5;13.4",
    "DESCRIPTION;ALTREP=\"data:text/html,x\":Note",
    "BEGIN:X-PART\r\nX-IN:1\r\nEND:X-PART",
    "X-BRINE-ORIGINAL:DTSTART;TZID=America/New_York:20261123T080000"
  };
  g_autoptr (GPtrArray) items =
      import (WRAP (EVENT ("SUMMARY;LANGUAGE=de;X-A=\"b:c\":Gehen\r\n"
                           "DTSTART;TZID=America/New_York:20261123T080000\r\n"
                           "X-APPLE-TRAVEL-DURATION;VALUE=DURATION:PT10M\r\n"
                           "ATTENDEE;CN=\"Doe, J\";PARTSTAT=ACCEPTED:mailto:j@example.org\r\n"
                           "TRANSP:OPAQUE\r\nGEO:52.5;13.4\r\n"
                           "DESCRIPTION;ALTREP=\"data:text/html,x\":Note\r\n"
                           "BEGIN:X-PART\r\nX-IN:1\r\nEND:X-PART\r\n")));
  BrinePlanItem *item = items->pdata[0];
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) second = NULL;

  text = export(items);
  for (gsize i = 0; i < G_N_ELEMENTS (kept); i++)
    g_assert_nonnull (strstr (text, kept[i]));
  /* They stay through a second pass, and through an edit. */
  second = import (text);
  g_assert_cmpstr (((BrinePlanItem *)second->pdata[0])->foreign, ==, item->foreign);
  g_free (item->title);
  item->title = g_strdup ("Moved");
  item->start.day++;
  g_free (text);
  text = export(items);
  g_assert_nonnull (strstr (text, "SUMMARY;LANGUAGE=de;X-A=\"b:c\":Moved"));
  for (gsize i = 1; i < G_N_ELEMENTS (kept); i++)
    g_assert_nonnull (strstr (text, kept[i]));
}

static void
test_all_day_goes_back (void)
{
  g_autoptr (GPtrArray) items =
      import (WRAP (EVENT ("DTSTART;VALUE=DATE:20261123\r\nDTEND;VALUE=DATE:20261125\r\n"
                           "RRULE:FREQ=YEARLY\r\nEXDATE;VALUE=DATE:20271123\r\n")));
  BrinePlanItem *item = items->pdata[0];
  g_autofree char *text = export(items);

  g_assert_nonnull (strstr (text, "DTSTART;VALUE=DATE:20261123\r\n"));
  g_assert_nonnull (strstr (text, "DURATION:P2D\r\n"));
  g_assert_nonnull (strstr (text, "EXDATE;VALUE=DATE:20271123\r\n"));
  /* Moved to a time of day it is an all-day event no longer. */
  item->start.second = 36000;
  item->minutes = 60;
  g_array_set_size (item->exdates, 0);
  g_free (text);
  text = export(items);
  g_assert_nonnull (strstr (text, "DTSTART:20261123T100000\r\n"));
  g_assert_null (strstr (text, "X-BRINE-ALL-DAY"));
}

/* Identity ------------------------------------------------------------------------------ */

static void
test_uids (void)
{
  g_autoptr (BrineImportReport) report = brine_import_report_new ();
  g_autofree char *huge = g_strnfill (65536, 'u');
  g_autofree char *text = g_strdup_printf (
      WRAP ("BEGIN:VEVENT\r\nDTSTART:20261123T080000\r\nSUMMARY:none\r\nEND:VEVENT\r\n"
            "BEGIN:VEVENT\r\nUID:%s\r\nDTSTART:20261123T080000\r\nEND:VEVENT\r\n"
            "BEGIN:VEVENT\r\nUID:../../x/%%0A\r\nDTSTART:20261123T080000\r\nEND:VEVENT\r\n"
            "BEGIN:VEVENT\r\nUID:twice\r\nDTSTART:20261123T080000\r\nSUMMARY:a\r\nEND:VEVENT\r\n"
            "BEGIN:VEVENT\r\nUID:twice\r\nDTSTART:20261124T080000\r\nSUMMARY:b\r\nEND:VEVENT\r\n"
            "BEGIN:VEVENT\r\nUID:twice\r\nDTSTART:20261123T080000\r\nSUMMARY:a\r\nEND:VEVENT\r\n"),
      huge);
  g_autoptr (GPtrArray) items = import_in (text, "UTC", report);
  g_autoptr (GPtrArray) again = import_in (text, "UTC", report);

  g_assert_cmpuint (items->len, ==, 5);
  for (guint i = 0; i < items->len; i++)
    {
      BrinePlanItem *item = items->pdata[i], *other = again->pdata[i];
      g_assert_cmpstr (item->uid, ==, other->uid);
      g_assert_cmpuint (strlen (item->uid), <=, 1024);
    }
  g_assert_cmpstr (((BrinePlanItem *)items->pdata[2])->uid, ==, "../../x/%0A");
  g_assert_true (has_message (report, "same UID"));
  g_assert_true (has_message (report, "twice"));
}

static void
test_import_twice (void)
{
  g_autoptr (GPtrArray) existing = g_ptr_array_new ();
  g_autoptr (GPtrArray) first = import (
      WRAP (EVENT (START "SUMMARY:a\r\n") "BEGIN:VEVENT\r\nUID:2\r\n" START "END:VEVENT\r\n"));
  g_autoptr (GPtrArray) second = import (
      WRAP (EVENT (START "SUMMARY:b\r\n") "BEGIN:VEVENT\r\nUID:2\r\n" START "END:VEVENT\r\n"));
  BrineMergeCounts counts;
  g_autoptr (GPtrArray) added = brine_archive_merge_items (existing, first, &counts);
  g_autoptr (GPtrArray) same = NULL;
  g_autoptr (GPtrArray) changed = NULL;

  g_assert_cmpuint (counts.n_added, ==, 2);
  g_assert_cmpuint (added->len, ==, 2);
  same = brine_archive_merge_items (added, first, &counts);
  g_assert_cmpuint (same->len, ==, 0);
  g_assert_cmpuint (counts.n_unchanged, ==, 2);
  changed = brine_archive_merge_items (added, second, &counts);
  g_assert_cmpuint (changed->len, ==, 1);
  g_assert_cmpuint (counts.n_changed, ==, 1);
  g_assert_cmpstr (((BrinePlanItem *)changed->pdata[0])->id, ==,
                   ((BrinePlanItem *)added->pdata[0])->id);
}

/* A file cannot take over the id of an item that is another one. */
static void
test_merge_guards_ids (void)
{
  g_autoptr (GPtrArray) existing =
      g_ptr_array_new_with_free_func ((GDestroyNotify)brine_plan_item_free);
  g_autoptr (GPtrArray) imported =
      g_ptr_array_new_with_free_func ((GDestroyNotify)brine_plan_item_free);
  g_autoptr (GPtrArray) merged = NULL;
  BrinePlanItem *mine =
      brine_plan_item_new (BRINE_PRACTICE_WALK, "Mine", brine_local (20000, 8, 0), 20);
  BrinePlanItem *theirs = brine_plan_item_copy (mine);

  g_free (theirs->uid);
  theirs->uid = g_strdup ("other@example.org");
  g_ptr_array_add (existing, mine);
  g_ptr_array_add (imported, theirs);
  merged = brine_archive_merge_items (existing, imported, NULL);
  g_assert_cmpuint (merged->len, ==, 1);
  g_assert_cmpstr (((BrinePlanItem *)merged->pdata[0])->id, !=, mine->id);
}

/* The diary knows the item under another id: the logs that come with it follow. */
static void
test_relink (void)
{
  g_autoptr (BrineArchive) mine = brine_archive_new ();
  g_autoptr (BrineArchive) theirs = brine_archive_new ();
  g_autoptr (GPtrArray) merged = NULL;
  BrinePlanItem *item =
      brine_plan_item_new (BRINE_PRACTICE_WALK, "x", brine_local (20000, 8, 0), 20);
  BrinePlanItem *other = brine_plan_item_copy (item);
  BrineLog *log = brine_log_new ();

  g_free (other->id);
  other->id = g_strdup ("other");
  log->item_id = g_strdup ("other");
  g_ptr_array_add (mine->items, item);
  g_ptr_array_add (theirs->items, other);
  g_ptr_array_add (theirs->logs, log);
  brine_archive_relink (theirs, mine->items);
  merged = brine_archive_merge_items (mine->items, theirs->items, NULL);
  g_assert_cmpuint (merged->len, ==, 0);
  g_assert_cmpstr (log->item_id, ==, item->id);
}

/* Round trip ---------------------------------------------------------------------------- */

static void
test_round_trip (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (int i = 0; i < 300; i++)
    {
      g_autoptr (GPtrArray) items =
          g_ptr_array_new_with_free_func ((GDestroyNotify)brine_plan_item_free);
      g_autoptr (BrineImportReport) report = brine_import_report_new ();
      g_autoptr (GPtrArray) back = NULL;
      g_autofree char *text = NULL;
      g_autofree char *again = NULL;

      for (int j = 0; j < 3; j++)
        g_ptr_array_add (items, random_item (rand));
      text = export(items);
      back = import_in (text, "America/New_York", report);
      again = export(back);
      g_assert_cmpstr (again, ==, text);
      g_assert_cmpuint (report->messages->len, ==, 0);
      g_assert_cmpuint (back->len, ==, items->len);
      for (guint j = 0; j < items->len; j++)
        if (!brine_plan_item_equal (items->pdata[j], back->pdata[j]))
          g_error ("changed by the round trip:\n%s", text);
    }
}

static void
test_export_shape (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autoptr (GPtrArray) items =
      g_ptr_array_new_with_free_func ((GDestroyNotify)brine_plan_item_free);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  for (int j = 0; j < 200; j++)
    g_ptr_array_add (items, random_item (rand));
  text = export(items);
  lines = g_strsplit (text, "\r\n", -1);
  for (gsize i = 0; lines[i] != NULL; i++)
    {
      g_assert_cmpuint (strlen (lines[i]), <=, 75);
      g_assert_true (g_utf8_validate (lines[i], -1, NULL));
      g_assert_null (strchr (lines[i], '\n'));
    }
  g_assert_cmpstr (lines[0], ==, "BEGIN:VCALENDAR");
  g_assert_cmpstr (lines[1], ==, "VERSION:2.0");
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
  g_test_add_func ("/exchange/ical-items/alarms", test_alarms);
  g_test_add_func ("/exchange/ical-items/removed-reminder", test_removed_reminder);
  g_test_add_func ("/exchange/ical-items/practices", test_practices);
  g_test_add_func ("/exchange/ical-items/texts", test_texts);
  g_test_add_func ("/exchange/ical-items/foreign-lines", test_foreign_lines);
  g_test_add_func ("/exchange/ical-items/all-day", test_all_day_goes_back);
  g_test_add_func ("/exchange/ical-items/uids", test_uids);
  g_test_add_func ("/exchange/ical-items/import-twice", test_import_twice);
  g_test_add_func ("/exchange/ical-items/merge-guards-ids", test_merge_guards_ids);
  g_test_add_func ("/exchange/ical-items/relink", test_relink);
  g_test_add_func ("/exchange/ical-items/round-trip", test_round_trip);
  g_test_add_func ("/exchange/ical-items/export-shape", test_export_shape);

  return g_test_run ();
}
