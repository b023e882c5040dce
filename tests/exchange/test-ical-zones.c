/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-ical-zones-private.h"

#include <string.h>

#include "brine-busy-calendar.h"
#include "ical-fixture.h"

/* Time zones that a file describes itself (VTIMEZONE), held against those of the zone database. */

#define PART(name, start, from, to, more)                                                          \
  "BEGIN:" name "\r\nDTSTART:" start "\r\nTZOFFSETFROM:" from "\r\nTZOFFSETTO:" to "\r\n" more     \
  "END:" name "\r\n"
#define ZONE(tzid, parts) "BEGIN:VTIMEZONE\r\nTZID:" tzid "\r\n" parts "END:VTIMEZONE\r\n"
#define LAST_SUNDAY(month) "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=" month "\r\n"

/* As Outlook writes it: since the year 1601. */
#define OUTLOOK_BERLIN                                                                             \
  PART ("STANDARD", "16011028T030000", "+0200", "+0100", LAST_SUNDAY ("10"))                       \
  PART ("DAYLIGHT", "16010325T020000", "+0100", "+0200", LAST_SUNDAY ("3"))

static BrineIcalZones *
define (const char *text, BrineIcalZones *zones)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (BrineIcalComponent) root = brine_ical_parse (bytes, NULL, &error);
  BrineIcalLine *line;
  BrineIcalComponent *child;

  g_assert_no_error (error);
  for (guint i = 0; brine_ical_component_get_child (root, i, &line, &child); i++)
    if (child != NULL)
      brine_ical_zones_define (zones, child);
  return zones;
}

static BrineIcalZones *
make_zones (const char *text)
{
  g_autoptr (GTimeZone) target = g_time_zone_new_utc ();

  return define (text, brine_ical_zones_new (target));
}

/* Against the zone database ------------------------------------------------------------- */

static const struct
{
  const char *name;
  const char *parts;
  const char *oracle;
  int first_year;
  int last_year;
} oracle_rows[] = {
  { "as Outlook writes it", OUTLOOK_BERLIN, "Europe/Berlin", 1998, 2037 },
  { "since the year 1, as Exchange writes it",
    PART ("STANDARD", "00010101T030000", "+0200", "+0100", LAST_SUNDAY ("10"))
        PART ("DAYLIGHT", "00010101T020000", "+0100", "+0200", LAST_SUNDAY ("3")),
    "Europe/Berlin", 1998, 2037 },
  { "the southern half of the earth",
    PART ("STANDARD", "20080406T030000", "+1100", "+1000",
          "RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=4\r\n")
        PART ("DAYLIGHT", "20081005T020000", "+1000", "+1100",
              "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=1SU\r\n"),
    "Australia/Sydney", 2009, 2037 },
  { "rules that changed, with their ends in UTC",
    PART ("DAYLIGHT", "19870405T020000", "-0500", "-0400",
          "RRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=1SU;UNTIL=20060402T070000Z\r\n")
        PART ("DAYLIGHT", "20070311T020000", "-0500", "-0400",
              "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU\r\n")
            PART ("STANDARD", "19671029T020000", "-0400", "-0500",
                  "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU;UNTIL=20061029T060000Z\r\n")
                PART ("STANDARD", "20071104T020000", "-0400", "-0500",
                      "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU\r\n"),
    "America/New_York", 1988, 2037 },
  { "each date by itself",
    PART ("STANDARD", "20251026T030000", "+0200", "+0100", "RDATE:20261025T030000\r\n")
        PART ("DAYLIGHT", "20250330T020000", "+0100", "+0200",
              "RDATE:20260329T020000,20270328T020000\r\n"),
    "Europe/Berlin", 2026, 2026 },
  { "one offset for ever", PART ("STANDARD", "16010101T000000", "+0530", "+0530", ""),
    "Asia/Kolkata", 1960, 2100 },
  { "an offset with seconds and a colon",
    PART ("STANDARD", "19700101T000000", "+0000", "+03:00:00", ""), "Asia/Riyadh", 1980, 2037 },
};

/* Each hour around each day, in both directions; that has all gaps and overlaps. */
static void
compare_years (BrineIcalZone *zone, GTimeZone *oracle, int first_year, int last_year)
{
  BrineDay from = brine_day_from_ymd (first_year, 1, 2);
  BrineDay to = brine_day_from_ymd (last_year, 12, 30);

  for (BrineDay day = from; day <= to; day++)
    for (int hour = 0; hour < 24; hour++)
      {
        BrineLocal local = brine_local (day, hour, 30);
        BrineInstant found = brine_ical_zone_resolve (zone, local);
        BrineInstant expected = brine_zone_resolve (oracle, local);
        g_assert_cmpint (found.unix_ms, ==, expected.unix_ms);
        g_assert_true (brine_local_equal (brine_ical_zone_get_local (zone, expected),
                                          brine_zone_get_local (oracle, expected, NULL)));
      }
}

static void
test_oracle (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (oracle_rows); i++)
    {
      g_autofree char *text = g_strconcat ("BEGIN:VTIMEZONE\r\nTZID:My Own\r\n",
                                           oracle_rows[i].parts, "END:VTIMEZONE\r\n", NULL);
      g_autoptr (BrineIcalZones) zones = make_zones (text);
      g_autoptr (GTimeZone) oracle = g_time_zone_new_identifier (oracle_rows[i].oracle);
      BrineIcalZone *zone = brine_ical_zones_find (zones, "20261123T090000", "My Own");

      g_test_message ("%s", oracle_rows[i].name);
      g_assert_nonnull (zone);
      g_assert_nonnull (oracle);
      compare_years (zone, oracle, oracle_rows[i].first_year, oracle_rows[i].last_year);
    }
}

/* Names --------------------------------------------------------------------------------- */

/* What 09:00 on 23 November and on 23 July 2026 is in UTC; NULL: the zone is unknown. */
static const struct
{
  const char *tzid;
  const char *text; /* of the file */
  const char *winter;
  const char *summer;
} name_rows[] = {
  { "W. Europe Standard Time", "", "23T08:00", "23T07:00" },
  { "w. europe standard time", "", "23T08:00", "23T07:00" },
  { "Tasmania Standard Time", "", "22T22:00", "22T23:00" },
  { "FLE Standard Time", "", "23T07:00", "23T06:00" },
  { "Greenland Standard Time", "", "23T11:00", "23T10:00" },
  { "UTC-11", "", "23T20:00", "23T20:00" },
  { "Etc/GMT+5", "", "23T14:00", "23T14:00" },
  { "EST5EDT", "", "23T14:00", "23T13:00" },
  /* The name is better known than what the file says. */
  { "Europe/Berlin",
    ZONE ("Europe/Berlin", PART ("STANDARD", "19700101T000000", "+0900", "+0900", "")), "23T08:00",
    "23T07:00" },
  /* GLib takes these for hours west of Greenwich. */
  { "Zone1", "", NULL, NULL },
  { "/example.org/Zone1", "", NULL, NULL },
  { "Zone1", ZONE ("Zone1", OUTLOOK_BERLIN), "23T08:00", "23T07:00" },
  { "+05", "", NULL, NULL },
  { "(UTC+01:00) Berlin, Rome", ZONE ("(UTC+01:00) Berlin\\, Rome", OUTLOOK_BERLIN), "23T08:00",
    "23T07:00" },
  { "Half", ZONE ("Half", PART ("STANDARD", "19700101T000000", "-0330", "-0330", "")), "23T12:30",
    "23T12:30" },
  /* Before the first of them counts what it ends. */
  { "Later", ZONE ("Later", PART ("STANDARD", "20300101T000000", "+0300", "+0400", "")), "23T06:00",
    "23T06:00" },
  { "First",
    ZONE ("First", PART ("STANDARD", "19700101T000000", "+0100", "+0100", ""))
        ZONE ("First", PART ("STANDARD", "19700101T000000", "+0200", "+0200", "")),
    "23T08:00", "23T08:00" },
  { "A start with a Z",
    ZONE ("A start with a Z", PART ("STANDARD", "19700101T000000Z", "+0100", "+0100", "")),
    "23T08:00", "23T08:00" },
};

static void
assert_instant (BrineIcalZones *zones, const char *tzid, const char *value, const char *expected)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *text = NULL;
  BrineIcalTime time;

  g_assert_true (brine_ical_zones_read (zones, value, tzid, &time));
  if (expected == NULL)
    {
      g_assert_cmpint (time.kind, ==, BRINE_ICAL_TIME_UNKNOWN_ZONE);
      g_assert_true (brine_local_equal (time.local, time.reading));
      return;
    }
  g_assert_cmpint (time.kind, ==, BRINE_ICAL_TIME_ZONED);
  text = brine_local_to_string (brine_zone_get_local (utc, time.instant, NULL));
  text[16] = '\0';
  g_assert_cmpstr (text + 8, ==, expected);
}

/* Some systems keep the old names of zones in a package of their own (tzdata-legacy). */
static gboolean
is_left_out (const char *tzid)
{
  return g_str_equal (tzid, "EST5EDT")
         && !g_file_test ("/usr/share/zoneinfo/EST5EDT", G_FILE_TEST_EXISTS);
}

static void
test_names (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (name_rows); i++)
    {
      g_autofree char *text = g_strconcat ("BEGIN:VCARD\r\nEND:VCARD\r\n", name_rows[i].text, NULL);
      g_autoptr (BrineIcalZones) zones = make_zones (text);

      g_test_message ("%s", name_rows[i].tzid);
      if (is_left_out (name_rows[i].tzid))
        continue;
      assert_instant (zones, name_rows[i].tzid, "20261123T090000", name_rows[i].winter);
      assert_instant (zones, name_rows[i].tzid, "20260723T090000", name_rows[i].summer);
    }
}

/* Hostile zones ------------------------------------------------------------------------- */

#define SOUND PART ("STANDARD", "19700101T000000", "+0100", "+0100", "")
#define RULE(rule) PART ("STANDARD", "19700101T000000", "+0100", "+0200", "RRULE:" rule "\r\n")

/* None of them is a zone, even where a part of it is sound. */
static const char *const broken_rows[] = {
  "",
  "BEGIN:STANDARD\r\nEND:STANDARD\r\n",
  SOUND "BEGIN:DAYLIGHT\r\nDTSTART:19700329T020000\r\nTZOFFSETFROM:+0100\r\nEND:DAYLIGHT\r\n",
  "BEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETTO:+0100\r\nEND:STANDARD\r\n",
  "BEGIN:STANDARD\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0100\r\nEND:STANDARD\r\n",
  PART ("STANDARD", "yesterday", "+0100", "+0100", ""),
  PART ("STANDARD", "19700230T000000", "+0100", "+0100", ""),
  PART ("STANDARD", "19700101T000000", "+0100", "0100", ""),
  PART ("STANDARD", "19700101T000000", "+0100", "+1", ""),
  PART ("STANDARD", "19700101T000000", "+0100", "+2400", ""),
  PART ("STANDARD", "19700101T000000", "+0100", "+0160", ""),
  PART ("STANDARD", "19700101T000000", "+0100", "+01000", ""),
  PART ("STANDARD", "19700101T000000", "+0100", "+99999999999999999999", ""),
  PART ("STANDARD", "19700101T000000", "+0100", "+01:0", ""),
  PART ("STANDARD", "19700101T000000", "+0100", "", ""),
  PART ("STANDARD", "19700101T000000", "+0100", "+0100", "RDATE:20260101T000000,soon\r\n"),
  RULE ("FREQ=SECONDLY"),
  RULE ("FREQ=MINUTELY;BYMONTHDAY=30;BYMONTH=2"),
  RULE ("FREQ=HOURLY"),
  RULE ("FREQ=DAILY"),
  RULE ("FREQ=YEARLY;COUNT=100000000000"),
  RULE ("FREQ=YEARLY;INTERVAL=0"),
  RULE ("FREQ=SOMETIMES"),
  RULE ("FREQ=YEARLY\r\nRRULE:FREQ=DAILY"),
  SOUND "BEGIN:DAYLIGHT\r\n",
};

static void
test_broken (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (broken_rows); i++)
    {
      g_autofree char *text = g_strconcat ("BEGIN:VTIMEZONE\r\nTZID:Own\r\n", broken_rows[i],
                                           "END:VTIMEZONE\r\n", NULL);
      g_autoptr (BrineIcalZones) zones = make_zones (text);

      g_test_message ("%s", broken_rows[i]);
      assert_instant (zones, "Own", "20261123T090000", NULL);
      g_assert_false (brine_ical_zones_take_stale (zones));
    }
}

static char *
repeat (const char *part, int n)
{
  GString *text = g_string_new ("BEGIN:VTIMEZONE\r\nTZID:Own\r\n");

  for (int i = 0; i < n; i++)
    g_string_append (text, part);
  g_string_append (text, "END:VTIMEZONE\r\n");
  return g_string_free (text, FALSE);
}

/* Whether the zone Own is known, and how many steps of a hundred thousand it cost to see that. */
static gboolean
read_own (const char *text, guint *out_steps)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (BrineIcalComponent) root = brine_ical_parse (bytes, NULL, NULL);
  guint left = 100000;
  g_autoptr (BrineIcalZone) zone =
      brine_ical_zone_read (brine_ical_component_find_child (root, "VTIMEZONE"), &left);

  *out_steps = 100000 - left;
  return zone != NULL;
}

static void
test_cost (void)
{
  g_autofree char *usual = repeat (OUTLOOK_BERLIN, 1);
  g_autofree char *many = repeat (SOUND, 100000);
  g_autofree char *endless = repeat (OUTLOOK_BERLIN, 499);
  guint steps;

  g_assert_true (read_own (usual, &steps));
  g_assert_cmpuint (steps, <, 20000);
  g_assert_false (read_own (many, &steps));
  g_assert_cmpuint (steps, <=, BRINE_ICAL_ZONE_MAX_OBSERVANCES);
  g_assert_false (read_own (endless, &steps));
  g_assert_cmpuint (steps, ==, 100000);
}

/* One budget for the file: what comes after it is used up stays unknown, and what was read before
 * stays known. */
static void
test_budget (void)
{
  g_autoptr (GString) text = g_string_new (ZONE ("Mine", OUTLOOK_BERLIN));
  g_autoptr (BrineIcalZones) zones = NULL;

  for (int i = 0; i < 2000; i++)
    g_string_append_printf (text, ZONE ("Own %d", RULE ("FREQ=SECONDLY")), i);
  g_string_append (text, ZONE ("Last", OUTLOOK_BERLIN));
  zones = make_zones (text->str);
  assert_instant (zones, "Mine", "20261123T090000", "23T08:00");
  assert_instant (zones, "Last", "20261123T090000", NULL);
}

/* Whole files --------------------------------------------------------------------------- */

#define LESSON(more)                                                                               \
  EVENT ("DTSTART;TZID=Own:20261001T090000\r\nDURATION:PT1H\r\nSUMMARY:Lesson\r\n" more)
/* Two hours ahead of Berlin the whole year. */
#define OWN ZONE ("Own", PART ("STANDARD", "19700101T000000", "+0300", "+0300", ""))

static void
assert_busy (const char *text, const char *day, const char *expected, guint n_unzoned)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GTimeZone) berlin = g_time_zone_new_identifier ("Europe/Berlin");
  g_autoptr (BrineBusyCalendar) calendar = brine_busy_calendar_parse (bytes, berlin, NULL);
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (BrineBusySpan));
  BrineDay date;

  g_assert_nonnull (calendar);
  g_assert_true (brine_day_parse (day, &date));
  g_assert_true (brine_busy_calendar_expand (calendar, date, date, spans));
  g_assert_cmpuint (brine_busy_calendar_get_n_events (calendar), ==, 1);
  g_assert_cmpuint (brine_busy_calendar_get_n_unzoned (calendar), ==, n_unzoned);
  g_assert_cmpuint (spans->len, ==, 1);
  ical_assert_local (g_array_index (spans, BrineBusySpan, 0).start, expected);
}

static void
test_busy (void)
{
  static const char daily[] = "RRULE:FREQ=DAILY\r\n";

  assert_busy (WRAP (OWN LESSON ("")), "2026-10-01", "2026-10-01T08:00:00", 0);
  /* The zone may stand after its events. */
  assert_busy (WRAP (LESSON ("") OWN), "2026-10-01", "2026-10-01T08:00:00", 0);
  assert_busy (WRAP (LESSON ("")), "2026-10-01", "2026-10-01T09:00:00", 1);
  for (int i = 0; i < 2; i++)
    {
      g_autofree char *text =
          g_strdup_printf (i == 0 ? WRAP (OWN LESSON ("%s")) : WRAP (LESSON ("%s") OWN), daily);
      /* Berlin's clocks go back on 25 October, those of the series do not. */
      assert_busy (text, "2026-10-24", "2026-10-24T08:00:00", 0);
      assert_busy (text, "2026-10-26", "2026-10-26T07:00:00", 0);
      assert_busy (text, "2027-03-29", "2027-03-29T08:00:00", 0);
    }
}

static void
assert_imported (const char *text, const char *start, gboolean warned)
{
  g_autoptr (BrineImportReport) report = brine_import_report_new ();
  g_autoptr (GPtrArray) items = ical_import_in (text, "Europe/Berlin", report);

  g_assert_cmpuint (items->len, ==, 1);
  ical_assert_local (((BrinePlanItem *)items->pdata[0])->start, start);
  g_assert_cmpint (ical_has_message (report, "is not known"), ==, warned);
}

static void
test_import (void)
{
  assert_imported (WRAP (OWN LESSON ("")), "2026-10-01T08:00:00", FALSE);
  assert_imported (WRAP (LESSON ("") OWN), "2026-10-01T08:00:00", FALSE);
  assert_imported (WRAP (LESSON ("")), "2026-10-01T09:00:00", TRUE);
  assert_imported (WRAP (ZONE ("Own", "") LESSON ("")), "2026-10-01T09:00:00", TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ical-zones/oracle", test_oracle);
  g_test_add_func ("/ical-zones/names", test_names);
  g_test_add_func ("/ical-zones/broken", test_broken);
  g_test_add_func ("/ical-zones/cost", test_cost);
  g_test_add_func ("/ical-zones/budget", test_budget);
  g_test_add_func ("/ical-zones/busy", test_busy);
  g_test_add_func ("/ical-zones/import", test_import);
  return g_test_run ();
}
