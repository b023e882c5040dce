/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * iCalendar files: whatever comes in, the items that come out are valid and can be written, and
 * what was written is read again without a loss: a second writing says the same.
 */
#include "brine-busy-calendar.h"
#include "brine-ical-items.h"
#include "brine-ical.h"
#include "fuzz.h"

#include "brine-import-report.h"

const char *const fuzz_seeds[] = {
  "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//EN\r\nBEGIN:VEVENT\r\nUID:1@x\r\n"
  "DTSTAMP:20260101T000000Z\r\nDTSTART;TZID=Europe/Berlin:20260329T023000\r\nDURATION:PT20M\r\n"
  "RRULE:FREQ=WEEKLY;BYDAY=MO,FR\r\nEXDATE:20260403T023000\r\nSUMMARY:Walk\\, slow\r\n"
  "CATEGORIES:WALK,FUN\r\nX-OTHER;A=\"b;c\":kept\r\nBEGIN:VALARM\r\nACTION:DISPLAY\r\n"
  "TRIGGER:-PT10M\r\nDESCRIPTION:Walk\r\nEND:VALARM\r\n"
  "X-BRINE-REMINDER:@07:30/mo\\,we\r\nX-BRINE-REMINDER:10/sa\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
  "BEGIN:VCALENDAR\nBEGIN:VTIMEZONE\nTZID:Own\nBEGIN:STANDARD\nDTSTART:19701025T030000\n"
  "TZOFFSETFROM:+0200\nTZOFFSETTO:+0100\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\n"
  "END:STANDARD\nEND:VTIMEZONE\nBEGIN:VEVENT\nUID:2\nDTSTART;TZID=Own:20260601T120000\n"
  "DTEND;TZID=Own:20260601T130000\nSUMMARY:Long line that is\n  folded\nRDATE;VALUE=PERIOD:"
  "20260701T120000Z/PT1H\nEND:VEVENT\nBEGIN:VEVENT\nUID:2\nRECURRENCE-ID:20260701T120000Z\n"
  "DTSTART:20260702T120000Z\nSTATUS:CANCELLED\nEND:VEVENT\nEND:VCALENDAR\n",
  "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:3\nUID:4\nDTSTART;VALUE=DATE:20260105\nSUMMARY:All day\n"
  "STATUS:CANCEL\rLED\nATTACH;ENCODING=BASE64;VALUE=BINARY:QUJD\nBEGIN:VALARM\n"
  "ACTION:DISPLAY\nTRIGGER;VALUE=DATE-TIME:20260104T190000Z\nEND:VALARM\nEND:VEVENT\nEND:"
  "VCALENDAR\n",
  NULL,
};
const char *const fuzz_words[] = {
  "BEGIN:VEVENT\r\n",
  "END:VEVENT\r\n",
  "BEGIN:VALARM\n",
  "BEGIN:VTIMEZONE\nTZID:Own\n",
  "BEGIN:DAYLIGHT\n",
  "END:STANDARD\n",
  "TZOFFSETTO:-0",
  "END:VCALENDAR\r\n",
  "\r\n ",
  "\r",
  "\n",
  "DTSTART:",
  "DTEND:",
  "DURATION:-P",
  "PT",
  "W",
  "RRULE:FREQ=",
  "EXDATE:",
  "RDATE:",
  ";VALUE=DATE:",
  ";TZID=",
  "\"",
  "\\",
  "\\n",
  ":",
  ";",
  ",",
  "=",
  "99999999T999999Z",
  "00000000",
  "20260230",
  "RECURRENCE-ID;RANGE=THISANDFUTURE:",
  "TRIGGER;RELATED=END:",
  "\xff\xfe",
  "\xc3",
  "UID:",
  "COUNT=999999999",
  NULL,
};

/* What is only looked at: whatever its zones say, each time is a time. */
static void
look (GBytes *bytes, GTimeZone *zone)
{
  g_autoptr (BrineBusyCalendar) calendar = brine_busy_calendar_parse (bytes, zone, NULL);
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (BrineBusySpan));
  BrineDay from = brine_day_from_ymd (2026, 6, 1);

  if (calendar == NULL)
    return;
  brine_busy_calendar_expand (calendar, from, from + 41, spans);
  for (guint i = 0; i < spans->len; i++)
    {
      const BrineBusySpan *span = &g_array_index (spans, BrineBusySpan, i);
      g_assert_cmpint (brine_local_compare (span->start, span->end), <=, 0);
      g_assert_true (g_utf8_validate (span->title, -1, NULL));
    }
}

/* As a tree nothing is lost at all. */
static void
keep_bytes (GBytes *bytes)
{
  g_autoptr (BrineIcalComponent) root = brine_ical_parse (bytes, NULL, NULL);
  g_autoptr (GBytes) same = root != NULL ? brine_ical_serialise (root) : NULL;
  const guchar *data = g_bytes_get_data (bytes, NULL);
  gsize size = g_bytes_get_size (bytes);

  /* UTF-16 is turned into UTF-8 first. */
  if (root == NULL || (size > 1 && (data[0] == 0 || data[1] == 0 || data[0] >= 0xfe)))
    return;
  g_assert_cmpmem (g_bytes_get_data (same, NULL), g_bytes_get_size (same), data, size);
}

void
fuzz_take (const char *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
  g_autoptr (GError) error = NULL;
  g_autoptr (BrineImportReport) report = brine_import_report_new ();
  g_autoptr (BrineImportReport) second = brine_import_report_new ();
  g_autoptr (GPtrArray) items = brine_ical_import_items (bytes, zone, 240, report, &error);
  g_autoptr (GPtrArray) again = NULL;
  g_autoptr (GBytes) written = NULL;
  g_autoptr (GBytes) rewritten = NULL;

  keep_bytes (bytes);
  look (bytes, zone);
  g_assert_true ((items == NULL) == (error != NULL));
  if (items == NULL)
    return;
  for (guint i = 0; i < items->len; i++)
    {
      brine_plan_item_validate (g_ptr_array_index (items, i), &error);
      g_assert_no_error (error);
    }
  written = brine_ical_export_items (items, (BrineInstant){ 0 });
  again = brine_ical_import_items (written, zone, 240, second, &error);
  if (items->len == 0)
    return;
  g_assert_no_error (error);
  g_assert_cmpuint (again->len, ==, items->len);
  rewritten = brine_ical_export_items (again, (BrineInstant){ 0 });
  g_assert_cmpmem (g_bytes_get_data (rewritten, NULL), g_bytes_get_size (rewritten),
                   g_bytes_get_data (written, NULL), g_bytes_get_size (written));
}
