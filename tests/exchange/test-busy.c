/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-busy-calendar.h"

#include <string.h>

#include "ical-fixture.h"

/* When a file says that somebody is busy, seen from Europe/Berlin in the week from 23 November 2026
 * unless a row says otherwise. */

#define FROM "2026-11-23"
#define TO "2026-11-29"
#define ZONED(tzid)                                                                                \
  "DTSTART;TZID=" tzid ":20261123T090000\r\nDTEND;TZID=" tzid ":20261123T170000\r\n"
#define NINE_TO_FIVE "DTSTART:20261123T090000\r\nDTEND:20261123T170000\r\n"

static BrineBusyCalendar *
parse (const char *text, gsize length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length);
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
  g_autoptr (GError) error = NULL;
  BrineBusyCalendar *calendar = brine_busy_calendar_parse (bytes, zone, &error);

  g_assert_no_error (error);
  return calendar;
}

static GArray *
expand (BrineBusyCalendar *calendar, const char *from, const char *to, gboolean complete)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (BrineBusySpan));
  BrineDay first, last;

  g_assert_true (brine_day_parse (from, &first));
  g_assert_true (brine_day_parse (to, &last));
  g_assert_cmpint (brine_busy_calendar_expand (calendar, first, last, spans), ==, complete);
  return spans;
}

/* "23T09:00-23T17:00 Work, …"; all-day ones with dates alone. */
static char *
describe (const GArray *spans)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < spans->len; i++)
    {
      const BrineBusySpan *span = &g_array_index (spans, BrineBusySpan, i);
      g_autofree char *start = brine_local_to_string (span->start);
      g_autofree char *end = brine_local_to_string (span->end);
      int length = span->all_day ? 5 : 11;
      g_string_append_printf (text, "%s%.*s-%.*s %s", i > 0 ? ", " : "", length, start + 5, length,
                              end + 5, span->title);
    }
  return g_string_free (text, FALSE);
}

static const struct
{
  const char *name;
  const char *body;
  const char *from; /* NULL: FROM and TO */
  const char *to;
  const char *expected;
} rows[] = {
  { "floating", EVENT (NINE_TO_FIVE "SUMMARY:Work\r\n"), NULL, NULL,
    "11-23T09:00-11-23T17:00 Work" },
  { "another zone", EVENT (ZONED ("America/New_York") "SUMMARY:Call\r\n"), NULL, NULL,
    "11-23T15:00-11-23T23:00 Call" },
  { "in UTC", EVENT ("DTSTART:20261123T083000Z\r\nDURATION:PT30M\r\n"), NULL, NULL,
    "11-23T09:30-11-23T10:00 " },
  { "a zone nobody knows", EVENT (ZONED ("Mars/Olympus")), NULL, NULL, "11-23T09:00-11-23T17:00 " },
  /* The United States change their clocks a week after Europe: 09:00 there is 14:00, then 15:00. */
  { "a series keeps to its zone",
    EVENT ("DTSTART;TZID=America/New_York:20261005T090000\r\nDURATION:PT1H\r\n"
           "RRULE:FREQ=WEEKLY\r\nSUMMARY:A\r\n"),
    "2026-10-19", "2026-11-03",
    "10-19T15:00-10-19T16:00 A, 10-26T14:00-10-26T15:00 A, 11-02T15:00-11-02T16:00 A" },
  { "a night shift when the clocks go back",
    EVENT ("DTSTART;TZID=Europe/Berlin:20261024T220000\r\nDTEND;TZID=Europe/Berlin:20261025T060000"
           "\r\nRRULE:FREQ=DAILY;COUNT=2\r\n"),
    "2026-10-24", "2026-10-25", "10-24T22:00-10-25T06:00 , 10-25T22:00-10-26T06:00 " },
  { "begun before the range", EVENT ("DTSTART:20261121T220000\r\nDURATION:P2D\r\n"), NULL, NULL,
    "11-21T22:00-11-23T22:00 " },
  { "over at midnight", EVENT ("DTSTART:20261122T220000\r\nDURATION:PT2H\r\n"), NULL, NULL, "" },
  { "a moment", EVENT ("DTSTART:20261123T000000\r\n"), NULL, NULL, "11-23T00:00-11-23T00:00 " },
  { "all day", EVENT ("DTSTART;VALUE=DATE:20261124\r\nSUMMARY:Holiday\r\n"), NULL, NULL,
    "11-24-11-25 Holiday" },
  { "three days", EVENT ("DTSTART;VALUE=DATE:20261122\r\nDTEND;VALUE=DATE:20261125\r\n"), NULL,
    NULL, "11-22-11-25 " },
  { "cancelled", EVENT (NINE_TO_FIVE "STATUS:CANCELLED\r\n"), NULL, NULL, "" },
  { "free", EVENT (NINE_TO_FIVE "TRANSP:transparent\r\n"), NULL, NULL, "" },
  { "tentative counts", EVENT (NINE_TO_FIVE "STATUS:TENTATIVE\r\nTRANSP:OPAQUE\r\n"), NULL, NULL,
    "11-23T09:00-11-23T17:00 " },
  { "excluded in UTC",
    EVENT (ZONED ("Europe/Berlin") "RRULE:FREQ=DAILY;COUNT=3\r\nEXDATE:20261124T080000Z\r\n"), NULL,
    NULL, "11-23T09:00-11-23T17:00 , 11-25T09:00-11-25T17:00 " },
  { "excluded by its date",
    EVENT (NINE_TO_FIVE "RRULE:FREQ=DAILY;COUNT=2\r\nEXDATE;VALUE=DATE:20261124\r\n"), NULL, NULL,
    "11-23T09:00-11-23T17:00 " },
  { "further dates and periods",
    EVENT (NINE_TO_FIVE "RDATE:20261125T100000,20261126T110000/PT1H\r\n"), NULL, NULL,
    "11-23T09:00-11-23T17:00 , 11-25T10:00-11-25T18:00 , 11-26T11:00-11-26T19:00 " },
  { "until in UTC",
    EVENT (ZONED ("America/New_York") "RRULE:FREQ=DAILY;UNTIL=20261124T140000Z\r\n"), NULL, NULL,
    "11-23T15:00-11-23T23:00 , 11-24T15:00-11-24T23:00 " },
  { "a changed occurrence",
    EVENT (NINE_TO_FIVE "RRULE:FREQ=DAILY;COUNT=2\r\nSUMMARY:Work\r\n")
        EVENT ("RECURRENCE-ID:20261124T090000\r\nDTSTART:20261124T120000\r\nDURATION:PT1H\r\n"
               "SUMMARY:Late\r\n"),
    NULL, NULL, "11-23T09:00-11-23T17:00 Work, 11-24T12:00-11-24T13:00 Late" },
  { "changed occurrences come first in the file, by another zone",
    EVENT ("RECURRENCE-ID:20261124T080000Z\r\nSTATUS:CANCELLED\r\n")
        EVENT (ZONED ("Europe/Berlin") "RRULE:FREQ=DAILY;COUNT=2\r\n"),
    NULL, NULL, "11-23T09:00-11-23T17:00 " },
  { "an occurrence set free",
    EVENT (NINE_TO_FIVE "RRULE:FREQ=DAILY;COUNT=2\r\n")
        EVENT ("RECURRENCE-ID:20261123T090000\r\n" NINE_TO_FIVE "TRANSP:TRANSPARENT\r\n"),
    NULL, NULL, "11-24T09:00-11-24T17:00 " },
  { "an occurrence whose series is not there",
    EVENT ("RECURRENCE-ID:20261123T100000\r\n" NINE_TO_FIVE), NULL, NULL,
    "11-23T09:00-11-23T17:00 " },
  { "a rule nobody can read", EVENT (NINE_TO_FIVE "RRULE:FREQ=SOMETIMES\r\n"), NULL, NULL,
    "11-23T09:00-11-23T17:00 " },
  { "ends before it begins", EVENT ("DTSTART:20261123T090000\r\nDTEND:20261123T080000\r\n"), NULL,
    NULL, "11-23T09:00-11-23T09:00 " },
  { "longer first",
    EVENT ("DTSTART:20261123T090000\r\nDURATION:PT1H\r\nSUMMARY:b\r\n")
        EVENT (NINE_TO_FIVE "SUMMARY:c\r\n") EVENT (NINE_TO_FIVE "SUMMARY:a\r\n"),
    NULL, NULL, "11-23T09:00-11-23T17:00 a, 11-23T09:00-11-23T17:00 c, 11-23T09:00-11-23T10:00 b" },
  { "tasks are none", "BEGIN:VTODO\r\nUID:2\r\nDTSTART:20261123T090000\r\nEND:VTODO\r\n", NULL,
    NULL, "" },
};

static void
test_table (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text =
          g_strconcat ("BEGIN:VCALENDAR\r\n", rows[i].body, "END:VCALENDAR\r\n", NULL);
      g_autoptr (BrineBusyCalendar) calendar = parse (text, strlen (text));
      g_autoptr (GArray) spans = expand (calendar, rows[i].from != NULL ? rows[i].from : FROM,
                                         rows[i].to != NULL ? rows[i].to : TO, TRUE);
      g_autofree char *found = describe (spans);

      g_test_message ("%s", rows[i].name);
      g_assert_cmpstr (found, ==, rows[i].expected);
    }
}

/* Titles -------------------------------------------------------------------------------- */

static void
test_titles (void)
{
  static const struct
  {
    const char *value;
    gsize length;
    const char *expected;
  } titles[] = {
#define TITLE(value, expected) { value, sizeof value - 1, expected }
    TITLE ("<b>Work</b> &amp; <a href='x'>y</a>", "<b>Work</b> &amp; <a href='x'>y</a>"),
    TITLE ("a\\nb\\, c", "a b, c"),
    TITLE ("safe\342\200\256txt.exe\342\201\246", "safetxt.exe"),
    TITLE ("a\0b\033[31mc", "ab[31mc"),
    TITLE ("caf\351", "caf\303\251"),
    TITLE ("", ""),
  };

  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autoptr (GString) text =
          g_string_new ("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n" NINE_TO_FIVE "SUMMARY:");
      g_string_append_len (text, titles[i].value, titles[i].length);
      g_string_append (text, "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
      g_autoptr (BrineBusyCalendar) calendar = parse (text->str, text->len);
      g_autoptr (GArray) spans = expand (calendar, FROM, TO, TRUE);

      g_assert_cmpuint (spans->len, ==, 1);
      g_assert_true (g_utf8_validate (g_array_index (spans, BrineBusySpan, 0).title, -1, NULL));
      g_assert_cmpstr (g_array_index (spans, BrineBusySpan, 0).title, ==, titles[i].expected);
    }
}

static void
test_long_title (void)
{
  g_autofree char *title = g_strnfill (100000, 'x');
  g_autofree char *text = g_strdup_printf (WRAP (EVENT (NINE_TO_FIVE "SUMMARY:%s\r\n")), title);
  g_autoptr (BrineBusyCalendar) calendar = parse (text, strlen (text));
  g_autoptr (GArray) spans = expand (calendar, FROM, TO, TRUE);

  g_assert_cmpuint (strlen (g_array_index (spans, BrineBusySpan, 0).title), ==,
                    BRINE_BUSY_MAX_TITLE);
}

/* Hostile files ------------------------------------------------------------------------- */

/* What each of them may show in a week; the sound event beside it is always there. */
static const struct
{
  const char *rule;
  gboolean complete;
  guint n_spans;
} rule_rows[] = {
  { "FREQ=SECONDLY", FALSE, 1 },
  { "FREQ=MINUTELY;BYMONTHDAY=30;BYMONTH=2", TRUE, 1 },
  { "FREQ=SECONDLY;BYMONTHDAY=30;BYMONTH=2", TRUE, 1 },
  { "FREQ=YEARLY;BYSETPOS=366", TRUE, 1 },
  { "FREQ=DAILY;INTERVAL=0", TRUE, 2 },
  { "FREQ=DAILY;INTERVAL=-1", TRUE, 2 },
  { "FREQ=DAILY;INTERVAL=2147483648", TRUE, 2 },
  { "FREQ=DAILY;COUNT=0", TRUE, 2 },
  { "FREQ=DAILY;COUNT=100000000000", TRUE, 2 },
  { "FREQ=DAILY;UNTIL=20200101", TRUE, 1 },
  { "FREQ=MONTHLY;BYDAY=255SU", TRUE, 2 },
  { "FREQ=DAILY", TRUE, 8 },
};

static void
test_rules (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rule_rows); i++)
    {
      g_autofree char *text =
          g_strdup_printf (WRAP (EVENT ("DTSTART:20261123T080000\r\nDURATION:PT10M\r\nRRULE:%s\r\n")
                                     EVENT (NINE_TO_FIVE "SUMMARY:sound\r\n")),
                           rule_rows[i].rule);
      g_autoptr (BrineBusyCalendar) calendar = parse (text, strlen (text));
      g_autoptr (GArray) spans = NULL;

      g_test_message ("%s", rule_rows[i].rule);
      spans = expand (calendar, FROM, TO, rule_rows[i].complete);
      g_assert_cmpuint (spans->len, ==, rule_rows[i].n_spans);
    }
}

/* The steps of all series together are limited: a thousand endless ones cost what thirty do. */
static void
test_many_endless (void)
{
  g_autoptr (GString) text = g_string_new ("BEGIN:VCALENDAR\r\n");

  for (int i = 0; i < 5000; i++)
    g_string_append_printf (text,
                            "BEGIN:VEVENT\r\nUID:%d\r\n" START
                            "RRULE:FREQ=SECONDLY\r\nEND:VEVENT\r\n",
                            i);
  g_string_append (text, EVENT (NINE_TO_FIVE) "END:VCALENDAR\r\n");
  g_autoptr (BrineBusyCalendar) calendar = parse (text->str, text->len);
  g_autoptr (GArray) spans = expand (calendar, FROM, TO, FALSE);
  g_assert_cmpuint (spans->len, ==, 1);
}

static void
test_many_times (void)
{
  static const char text[] = WRAP (EVENT (START "DURATION:PT1M\r\nRRULE:FREQ=MINUTELY\r\n"));
  g_autoptr (BrineBusyCalendar) calendar = parse (text, sizeof text - 1);
  g_autoptr (GArray) spans = expand (calendar, FROM, TO, FALSE);

  g_assert_cmpuint (spans->len, ==, BRINE_BUSY_MAX_SPANS);
}

static void
test_many_exdates (void)
{
  g_autoptr (GString) text = g_string_new ("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\n" START
                                           "DURATION:PT10M\r\nRRULE:FREQ=DAILY\r\n");
  BrineDay day;

  g_assert_true (brine_day_parse ("2026-11-24", &day));
  for (int i = 0; i < 200000; i++)
    {
      int year, month, day_of_month;
      brine_day_get_ymd (day + i, &year, &month, &day_of_month);
      g_string_append_printf (text, "EXDATE:%04d%02d%02dT080000\r\n", year, month, day_of_month);
    }
  g_string_append (text, "END:VEVENT\r\nEND:VCALENDAR\r\n");
  g_autoptr (BrineBusyCalendar) calendar = parse (text->str, text->len);
  g_autoptr (GArray) spans = expand (calendar, FROM, TO, TRUE);
  g_assert_cmpuint (spans->len, ==, 1);
}

static void
test_faulty_neighbours (void)
{
  g_autoptr (GString) text = g_string_new ("BEGIN:VCALENDAR\r\n" EVENT (NINE_TO_FIVE));

  g_string_append (text, "BEGIN:VEVENT\r\nSUMMARY:no start\r\nEND:VEVENT\r\n");
  g_string_append (text, "BEGIN:VEVENT\r\n" NINE_TO_FIVE);
  for (int i = 0; i < 1000; i++)
    g_string_append (text, "BEGIN:VALARM\r\n");
  for (int i = 0; i < 1000; i++)
    g_string_append (text, "END:VALARM\r\n");
  g_string_append (text,
                   "END:VEVENT\r\n" EVENT ("DTSTART:20261125T100000\r\n") "END:VCALENDAR\r\n");
  g_autoptr (BrineBusyCalendar) calendar = parse (text->str, text->len);
  g_autoptr (GArray) spans = expand (calendar, FROM, TO, TRUE);
  g_assert_cmpuint (spans->len, ==, 2);
  g_assert_cmpuint (brine_busy_calendar_get_n_events (calendar), ==, 2);
  g_assert_cmpuint (brine_busy_calendar_get_n_unread (calendar), ==, 2);
}

static void
test_counts (void)
{
  static const char text[] = WRAP (EVENT (NINE_TO_FIVE) EVENT (
      NINE_TO_FIVE "TRANSP:TRANSPARENT\r\n") EVENT (NINE_TO_FIVE "STATUS:CANCELLED\r\n"));
  g_autoptr (BrineBusyCalendar) calendar = parse (text, sizeof text - 1);

  g_assert_cmpuint (brine_busy_calendar_get_n_events (calendar), ==, 1);
  g_assert_cmpuint (brine_busy_calendar_get_n_free (calendar), ==, 1);
  g_assert_cmpuint (brine_busy_calendar_get_n_unread (calendar), ==, 0);
}

static void
test_no_calendar (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("\x89PNG\r\n", 6);
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (GError) error = NULL;

  g_assert_null (brine_busy_calendar_parse (bytes, zone, &error));
  g_assert_error (error, BRINE_ERROR, BRINE_ERROR_INVALID);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/busy/table", test_table);
  g_test_add_func ("/busy/titles", test_titles);
  g_test_add_func ("/busy/long-title", test_long_title);
  g_test_add_func ("/busy/rules", test_rules);
  g_test_add_func ("/busy/many-endless", test_many_endless);
  g_test_add_func ("/busy/many-times", test_many_times);
  g_test_add_func ("/busy/many-exdates", test_many_exdates);
  g_test_add_func ("/busy/faulty-neighbours", test_faulty_neighbours);
  g_test_add_func ("/busy/counts", test_counts);
  g_test_add_func ("/busy/no-calendar", test_no_calendar);
  return g_test_run ();
}
