/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ical-fixture.h"

#include <string.h>

/* Reminders that are more than minutes before, and alarms that ring at a moment. */

#define ABSOLUTE(time)                                                                             \
  "BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER;VALUE=DATE-TIME:" time                                \
  "\r\nDESCRIPTION:Walk\r\nEND:VALARM\r\n"

static const struct
{
  const char *lines;
  const char *reminders;
  const char *kept; /* must come back as it was; NULL: nothing */
} rows[] = {
  { START "X-BRINE-REMINDER:@07:30/mo\\,we\\,fr\r\n", "@07:30/mo,we,fr",
    "X-BRINE-REMINDER:@07:30/mo\\,we\\,fr" },
  { START "X-BRINE-REMINDER:@07:30/mo,we,fr\r\n", "@07:30/mo,we,fr",
    "X-BRINE-REMINDER:@07:30/mo\\,we\\,fr" },
  { START "X-BRINE-REMINDER:@23:00\r\nX-BRINE-REMINDER:10/sa\r\nX-BRINE-REMINDER:@23:00\r\n",
    "10/sa @23:00", "X-BRINE-REMINDER:10/sa\r\nX-BRINE-REMINDER:@23:00\r\n" },
  { START "X-BRINE-REMINDER:@25:00\r\n", "", "X-BRINE-REMINDER:@25:00" },
  { START "X-BRINE-REMINDER:10\r\n", "10", "TRIGGER:-PT10M" },
  /* In Berlin 08:00 is 07:00Z. */
  { START ABSOLUTE ("20261123T064500Z"), "15", "TRIGGER:-PT15M" },
  { START ABSOLUTE ("20261123T073000Z"), "-30", "TRIGGER:PT30M" },
  { "DTSTART:20261123T070000Z\r\n" ABSOLUTE ("20261122T070000Z"), "1440", "TRIGGER:-PT24H" },
  /* On the night of the change, as time passes: 00:30Z to 05:00Z. */
  { "DTSTART;TZID=Europe/Berlin:20261025T060000\r\n" ABSOLUTE ("20261025T003000Z"), "270",
    "TRIGGER:-PT4H30M" },
  { "DTSTART;VALUE=DATE:20261123\r\n" ABSOLUTE ("20261122T190000Z"), "480", "TRIGGER:-PT8H" },
  /* A line that is no property is not there. */
  { START "BEGIN:VALARM\r\nTRIGGER;VALUE\r\nACTION:DISPLAY\r\n"
          "TRIGGER;VALUE=DATE-TIME:20261123T064500Z\r\nEND:VALARM\r\n",
    "15", "TRIGGER:-PT15M" },
  /* None of ours: no zone, weeks away, half a minute, again and again, of a series. */
  { START ABSOLUTE ("20261123T064500"), "", "TRIGGER;VALUE=DATE-TIME:20261123T064500" },
  { START ABSOLUTE ("20250101T064500Z"), "", "TRIGGER;VALUE=DATE-TIME:20250101T064500Z" },
  { START ABSOLUTE ("20261123T064530Z"), "", "TRIGGER;VALUE=DATE-TIME:20261123T064530Z" },
  { START ABSOLUTE ("20261332T064530Z"), "", "TRIGGER;VALUE=DATE-TIME:20261332T064530Z" },
  { START "RRULE:FREQ=DAILY\r\n" ABSOLUTE ("20261123T064500Z"), "",
    "TRIGGER;VALUE=DATE-TIME:20261123T064500Z" },
};

static void
test_rows (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = g_strdup_printf (WRAP (EVENT ("%sSUMMARY:Walk\r\n")), rows[i].lines);
      g_autoptr (GPtrArray) items = ical_import (text);
      g_autofree char *reminders =
          brine_reminders_to_string (((BrinePlanItem *)items->pdata[0])->reminders);
      g_autofree char *again = ical_export (items);
      g_autoptr (GPtrArray) second = ical_import (again);

      g_test_message ("%s", rows[i].lines);
      g_assert_cmpstr (reminders, ==, rows[i].reminders);
      g_assert_nonnull (strstr (again, rows[i].kept));
      g_assert_true (brine_plan_item_equal (items->pdata[0], second->pdata[0]));
    }
}

/* An alarm that another program made more of is no longer told once its reminder is gone, and one
 * at a time of day is none of its alarms. */
static void
test_no_alarm (void)
{
  g_autoptr (GPtrArray) items = ical_import (
      WRAP (EVENT (START "X-BRINE-REMINDER:@00:10\r\nX-BRINE-REMINDER:10/mo\r\n"
                         "BEGIN:VALARM\r\nACTION:AUDIO\r\nTRIGGER:-PT10M\r\nEND:VALARM\r\n")));
  BrinePlanItem *item = items->pdata[0];
  g_autofree char *before = brine_reminders_to_string (item->reminders);
  g_autofree char *text = NULL;

  g_assert_cmpstr (before, ==, "10 10/mo @00:10");
  g_array_remove_index (item->reminders, 0);
  text = ical_export (items);
  g_assert_null (strstr (text, "VALARM"));
  g_assert_nonnull (strstr (text, "X-BRINE-REMINDER:@00:10"));
}

/* More than an item can have: told, and the first ones taken. */
static void
test_many (void)
{
  g_autoptr (BrineImportReport) report = brine_import_report_new ();
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autoptr (GPtrArray) items = NULL;
  g_autofree char *text = NULL;

  for (int i = 0; i < 1000; i++)
    g_string_append_printf (lines,
                            "BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT%dM\r\nEND:VALARM\r\n",
                            i);
  text = g_strdup_printf (WRAP (EVENT (START "%s")), lines->str);
  items = ical_import_in (text, "Europe/Berlin", report);
  g_assert_cmpuint (((BrinePlanItem *)items->pdata[0])->reminders->len, ==, BRINE_REMINDERS_MAX);
  g_assert_true (ical_has_message (report, "more than 20 reminders"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/ical-reminders/rows", test_rows);
  g_test_add_func ("/exchange/ical-reminders/no-alarm", test_no_alarm);
  g_test_add_func ("/exchange/ical-reminders/many", test_many);

  return g_test_run ();
}
