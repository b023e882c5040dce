/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-error.h"
#include "brine-ical-items.h"
#include "brine-ical.h"

#include <string.h>

#define OPEN "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"
#define CLOSE "END:VCALENDAR\r\n"
#define EVENT(uid) "BEGIN:VEVENT\r\nUID:" uid "\r\nDTSTART:20261123T080000\r\nEND:VEVENT\r\n"

static GBytes *
bytes_of (const char *text)
{
  return g_bytes_new (text, strlen (text));
}

static void
assert_identical (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BrineIcalComponent) root = brine_ical_parse (bytes, NULL, &error);
  g_autoptr (GBytes) again = NULL;

  g_assert_no_error (error);
  again = brine_ical_serialise (root);
  g_assert_true (g_bytes_equal (bytes, again));
}

/* Nothing changed: byte for byte the same --------------------------------------------------- */

static const char *const identical_rows[] = {
  OPEN EVENT ("1") CLOSE,
  "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nEND:VEVENT\nEND:VCALENDAR\n",
  "BEGIN:VCALENDAR\rBEGIN:VEVENT\rUID:1\rEND:VEVENT\rEND:VCALENDAR\r",
  "BEGIN:VCALENDAR\r\r\nBEGIN:VEVENT\r\r\nUID:1\r\r\nEND:VEVENT\r\r\nEND:VCALENDAR\r\r\n",
  "\xef\xbb\xbf" OPEN EVENT ("1") CLOSE,
  /* No line end after the last line, blank lines, lines that are none. */
  OPEN EVENT ("1") "END:VCALENDAR",
  "\r\n\r\n" OPEN "\r\n" EVENT ("1") "nonsense\r\n:\r\n;\r\n" CLOSE "\r\n\r\n",
  /* Folds: of a name, of a value, of nothing, by a tab, inside a UTF-8 sequence. */
  OPEN "BEGIN:VEVENT\r\nSUM\r\n MARY:a\r\n\tb\r\n \r\n \xc3\r\n \xa4\r\nEND:VEVENT\r\n" CLOSE,
  OPEN "BEG\r\n IN:VEVENT\r\nUID:1\r\nEN\r\n D:VEV\r\n ENT\r\n" CLOSE,
  OPEN "BEGIN:VTODO\r\nX-A;B=\"c:d;e\":f\r\nBEGIN:X-B\r\nEND:X-B\r\nEND:VTODO\r\n" CLOSE,
  OPEN "BEGIN:VEVENT\r\nSUMMARY:Gr\xfc\xdf\r\nEND:VEVENT\r\n" CLOSE,
  /* Broken trees keep their bytes as well. */
  OPEN "BEGIN:VEVENT\r\nUID:1\r\n" EVENT ("2") CLOSE,
  OPEN "END:VEVENT\r\n" EVENT ("2") "END:X\r\n" CLOSE "END:VCALENDAR\r\n",
  OPEN "BEGIN:VEVENT\r\nBEGIN:VALARM\r\nEND:VEVENT\r\n",
  "begin:vcalendar\r\nbegin:vevent\r\nend:vevent\r\nend:vcalendar\r\n",
};

static void
test_identical (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (identical_rows); i++)
    {
      g_autoptr (GBytes) bytes = bytes_of (identical_rows[i]);
      g_test_message ("row %" G_GSIZE_FORMAT, i);
      assert_identical (bytes);
    }
}

static void
test_nul_ends_nothing (void)
{
  static const char text[] = OPEN "BEGIN:VEVENT\r\nUID:1\r\nDTSTART:20261123T080000\r\n"
                                  "SUMMARY:before\0after\r\nX-A:\0\r\nEND:VEVENT\r\n" CLOSE;
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, sizeof text - 1);
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (BrineImportReport) report = brine_import_report_new ();
  g_autoptr (GPtrArray) items = NULL;

  assert_identical (bytes);
  items = brine_ical_import_items (bytes, zone, 240, report, NULL);
  g_assert_cmpuint (items->len, ==, 1);
  g_assert_cmpstr (((BrinePlanItem *)items->pdata[0])->title, ==, "beforeafter");
}

/* An edit touches its own line only ----------------------------------------------------------- */

static void
test_edit (void)
{
  g_autoptr (GBytes) bytes = bytes_of (
      OPEN
      "BEGIN:VEVENT\nSUMMARY:old\nX-LONG:a\n b\nEND:VEVENT\nBEGIN:VTODO\nUID:2\nEND:VTODO\n" CLOSE);
  g_autoptr (BrineIcalComponent) root = brine_ical_parse (bytes, NULL, NULL);
  BrineIcalComponent *calendar = brine_ical_component_find_child (root, "VCALENDAR");
  BrineIcalComponent *event = brine_ical_component_find_child (calendar, "VEVENT");
  g_autoptr (GBytes) result = NULL;
  g_autofree char *text = NULL;

  brine_ical_component_remove (event, 0);
  brine_ical_component_insert_line (event, 0, "SUMMARY:new");
  brine_ical_component_insert_line (event, G_MAXUINT, "LOCATION:here");
  brine_ical_component_insert_child (calendar, G_MAXUINT, brine_ical_component_new ("X-NEW"));
  result = brine_ical_serialise (root);
  text = g_strndup (g_bytes_get_data (result, NULL), g_bytes_get_size (result));
  g_assert_cmpstr (text, ==,
                   OPEN "BEGIN:VEVENT\nSUMMARY:new\r\nX-LONG:a\n b\nLOCATION:here\r\nEND:VEVENT\n"
                        "BEGIN:VTODO\nUID:2\nEND:VTODO\nBEGIN:X-NEW\r\nEND:X-NEW\r\n" CLOSE);
}

static void
test_folding (void)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (BrineIcalComponent) root = NULL;
  g_autofree char *value = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  g_string_append (out, "X-TEXT:");
  for (int i = 0; i < 100; i++)
    g_string_append (out, i % 3 == 0 ? "a" : i % 3 == 1 ? "ä" : "🥬");
  text = g_strdup (out->str);
  g_string_assign (out, OPEN);
  brine_ical_append_folded (out, text, -1);
  g_string_append (out, CLOSE);
  lines = g_strsplit (out->str, "\r\n", -1);
  for (gsize i = 0; lines[i] != NULL; i++)
    {
      g_assert_cmpuint (strlen (lines[i]), <=, 75);
      g_assert_true (g_utf8_validate (lines[i], -1, NULL));
    }
  bytes = g_bytes_new (out->str, out->len);
  root = brine_ical_parse (bytes, NULL, NULL);
  value = brine_ical_line_dup_value (
      brine_ical_component_find (brine_ical_component_find_child (root, "VCALENDAR"), "X-TEXT"));
  g_assert_cmpstr (value, ==, text + strlen ("X-TEXT:"));
}

/* Parameters ------------------------------------------------------------------------------ */

static const struct
{
  const char *line;
  const char *tzid; /* NULL: no such parameter */
  const char *value;
} param_rows[] = {
  { "A;TZID=Europe/Berlin:1", "Europe/Berlin", "1" },
  { "A;tzid=\"a:b;c,d\":1:2", "a:b;c,d", "1:2" },
  { "A;X=1;TZID=b,c;Y=2:v", "b", "v" },
  { "A;TZID=a^nb^'c^^d:v", "a\nb\"c^d", "v" },
  { "A;TZID=:v", "", "v" },
  { "A;TZID:v", NULL, "v" },
  { "A;XTZID=a:v", NULL, "v" },
  { "A;TZID=\"never closed:v", "never closed:v", "v" },
  { "A;;TZID=a:v", "a", "v" },
  { "A:TZID=a", NULL, "TZID=a" },
  { "A:", NULL, "" },
};

static void
test_params (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (param_rows); i++)
    {
      g_autofree char *text =
          g_strdup_printf ("BEGIN:VCALENDAR\r\n%s\r\nEND:VCALENDAR\r\n", param_rows[i].line);
      g_autoptr (GBytes) bytes = bytes_of (text);
      g_autoptr (BrineIcalComponent) root = brine_ical_parse (bytes, NULL, NULL);
      BrineIcalLine *line =
          brine_ical_component_find (brine_ical_component_find_child (root, "VCALENDAR"), "A");
      g_autofree char *tzid = brine_ical_line_dup_param (line, "TZID");
      g_autofree char *value = brine_ical_line_dup_value (line);

      g_test_message ("%s", param_rows[i].line);
      g_assert_cmpstr (value, ==, param_rows[i].value);
      if (strstr (param_rows[i].line, "never") == NULL)
        g_assert_cmpstr (tzid, ==, param_rows[i].tzid);
    }
}

/* Faults: one item is lost, and told, never its neighbours ---------------------------------- */

static const struct
{
  const char *name;
  const char *text;
  guint n_read;
  guint n_skipped;
  guint line; /* of the first message; 0: do not care */
} fault_rows[] = {
  { "missing END", OPEN "BEGIN:VEVENT\r\nUID:1\r\n" EVENT ("2") CLOSE, 1, 1, 3 },
  { "missing END at the end", OPEN EVENT ("2") "BEGIN:VEVENT\r\nUID:1\r\n", 1, 1, 7 },
  { "missing END before the calendar's", OPEN EVENT ("2") "BEGIN:VEVENT\r\nUID:1\r\n" CLOSE, 1, 1,
    7 },
  { "missing END of an alarm",
    OPEN "BEGIN:VEVENT\r\nUID:1\r\nBEGIN:VALARM\r\nEND:VEVENT\r\n" EVENT ("2") CLOSE, 1, 1, 5 },
  { "stray END", OPEN EVENT ("1") "END:VEVENT\r\n" EVENT ("2") CLOSE, 2, 0, 7 },
  { "stray END in an event",
    OPEN "BEGIN:VEVENT\r\nUID:1\r\nEND:VALARM\r\nEND:VEVENT\r\n" EVENT ("2") CLOSE, 1, 1, 5 },
  { "END of another", OPEN "BEGIN:VEVENT\r\nUID:1\r\nEND:VTODO\r\nEND:VEVENT\r\n" EVENT ("2") CLOSE,
    1, 1, 5 },
  { "no DTSTART", OPEN "BEGIN:VEVENT\r\nUID:1\r\nEND:VEVENT\r\n" EVENT ("2") CLOSE, 1, 1, 3 },
  { "bad DTSTART",
    OPEN "BEGIN:VEVENT\r\nUID:1\r\nDTSTART:20261332T080000\r\nEND:VEVENT\r\n" EVENT ("2") CLOSE, 1,
    1, 5 },
  { "cancelled",
    OPEN "BEGIN:VEVENT\r\nDTSTART:20261123\r\nSTATUS:CANCELLED\r\nEND:VEVENT\r\n" EVENT ("2") CLOSE,
    1, 1, 3 },
  { "a to-do", OPEN "BEGIN:VTODO\r\nUID:1\r\nEND:VTODO\r\n" EVENT ("2") CLOSE, 1, 1, 3 },
  { "a time zone", OPEN "BEGIN:VTIMEZONE\r\nTZID:x\r\nEND:VTIMEZONE\r\n" EVENT ("2") CLOSE, 1, 0,
    0 },
  { "a line that is none",
    OPEN "BEGIN:VEVENT\r\nUID:1\r\nDTSTART:20261123\r\nhello\r\nEND:VEVENT\r\n" CLOSE, 1, 0, 6 },
  { "no calendar around it", EVENT ("1") EVENT ("2"), 2, 0, 0 },
  { "two calendars", OPEN EVENT ("1") CLOSE OPEN EVENT ("2") CLOSE, 2, 0, 0 },
  { "366 days and more",
    OPEN
    "BEGIN:VEVENT\r\nUID:1\r\nDTSTART:20261123T080000\r\nDURATION:P9999D\r\nEND:VEVENT\r\n" EVENT (
        "2") CLOSE,
    1, 1, 3 },
};

/* A language in which all is said behind a mark. */
static const char *
translate (const char *context, const char *text)
{
  g_autofree char *words = g_strconcat ("→ ", text, NULL);

  g_assert_null (context);
  return g_intern_string (words);
}

static void
import_and_check (GBytes *bytes, guint n_read, guint n_skipped, guint line)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (BrineImportReport) report = brine_import_report_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = NULL;

  report->translate = translate;
  items = brine_ical_import_items (bytes, zone, 240, report, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (items->len, ==, n_read);
  for (guint i = 0; i < report->messages->len; i++)
    g_assert_true (
        g_str_has_prefix (((BrineImportMessage *)report->messages->pdata[i])->text, "→ "));
  g_assert_cmpuint (report->n_read, ==, n_read);
  g_assert_cmpuint (report->n_skipped, ==, n_skipped);
  if (line > 0)
    {
      g_assert_cmpuint (report->messages->len, >, 0);
      g_assert_cmpuint (((BrineImportMessage *)report->messages->pdata[0])->line, ==, line);
    }
}

static void
test_faults (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (fault_rows); i++)
    {
      g_autoptr (GBytes) bytes = bytes_of (fault_rows[i].text);
      g_test_message ("%s", fault_rows[i].name);
      import_and_check (bytes, fault_rows[i].n_read, fault_rows[i].n_skipped, fault_rows[i].line);
      assert_identical (bytes);
    }
}

static void
test_long_line (void)
{
  g_autoptr (GString) text = g_string_new (OPEN EVENT ("1") "BEGIN:VEVENT\r\nUID:2\r\nX-A:");
  g_autoptr (GBytes) bytes = NULL;

  for (int i = 0; i < 20 * 1024; i++)
    g_string_append_printf (text, "%01024d", 0);
  g_string_append (text, "\r\nDTSTART:20261123\r\nEND:VEVENT\r\n" EVENT ("3") CLOSE);
  bytes = g_bytes_new (text->str, text->len);
  import_and_check (bytes, 2, 1, 9);
  assert_identical (bytes);
}

static void
test_long_folded_line (void)
{
  g_autoptr (GString) text = g_string_new (OPEN EVENT ("1") "BEGIN:VEVENT\r\nUID:2\r\nATTACH:");
  g_autoptr (GBytes) bytes = NULL;

  for (int i = 0; i < 20 * 1024; i++)
    g_string_append_printf (text, "%070d\r\n ", 0);
  g_string_append (text, "\r\nDTSTART:20261123\r\nEND:VEVENT\r\n" EVENT ("3") CLOSE);
  bytes = g_bytes_new (text->str, text->len);
  import_and_check (bytes, 2, 1, 9);
  assert_identical (bytes);
}

static void
test_deep (void)
{
  g_autoptr (GString) text = g_string_new (OPEN EVENT ("1") "BEGIN:VEVENT\r\nUID:2\r\n");
  g_autoptr (GBytes) bytes = NULL;

  for (int i = 0; i < 1000; i++)
    g_string_append (text, "BEGIN:X-DEEP\r\n");
  for (int i = 0; i < 1000; i++)
    g_string_append (text, "END:X-DEEP\r\n");
  g_string_append (text, "DTSTART:20261123\r\nEND:VEVENT\r\n" EVENT ("3") CLOSE);
  bytes = g_bytes_new (text->str, text->len);
  import_and_check (bytes, 2, 1, 0);
  assert_identical (bytes);
}

static void
test_many_begins (void)
{
  g_autoptr (GString) text = g_string_new (OPEN);
  g_autoptr (GBytes) bytes = NULL;

  for (int i = 0; i < 1000; i++)
    g_string_append (text, "BEGIN:VEVENT\r\n");
  g_string_append (text, EVENT ("3") CLOSE);
  bytes = g_bytes_new (text->str, text->len);
  import_and_check (bytes, 1, 1000, 3);
  assert_identical (bytes);
}

static void
test_many_exdates (void)
{
  g_autoptr (GString) text = g_string_new (
      OPEN "BEGIN:VEVENT\r\nUID:1\r\nDTSTART:19700101T080000\r\nRRULE:FREQ=DAILY\r\n");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (BrineImportReport) report = brine_import_report_new ();
  g_autoptr (GPtrArray) items = NULL;

  for (int i = 200000; i > 0; i--)
    {
      int year, month, day;
      brine_day_get_ymd (i, &year, &month, &day);
      g_string_append_printf (text, "EXDATE:%04d%02d%02dT080000\r\n", year, month, day);
    }
  g_string_append (text, "END:VEVENT\r\n" CLOSE);
  bytes = g_bytes_new (text->str, text->len);
  items = brine_ical_import_items (bytes, zone, 240, report, NULL);
  g_assert_cmpuint (((BrinePlanItem *)items->pdata[0])->exdates->len, ==, 200000);
}

/* Encodings ------------------------------------------------------------------------------- */

static void
test_utf16 (void)
{
  static const char *const charsets[] = { "UTF-16LE", "UTF-16BE", "UTF-16" };
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  const char *text =
      OPEN "BEGIN:VEVENT\r\nUID:1\r\nDTSTART:20261123\r\nSUMMARY:Grüß\r\nEND:VEVENT\r\n" CLOSE;

  for (gsize i = 0; i < G_N_ELEMENTS (charsets); i++)
    {
      gsize length;
      char *converted = g_convert (text, -1, charsets[i], "UTF-8", NULL, &length, NULL);
      g_autoptr (GBytes) bytes = g_bytes_new_take (converted, length);
      g_autoptr (BrineImportReport) report = brine_import_report_new ();
      g_autoptr (GPtrArray) items = brine_ical_import_items (bytes, zone, 240, report, NULL);

      g_assert_cmpuint (items->len, ==, 1);
      g_assert_cmpstr (((BrinePlanItem *)items->pdata[0])->title, ==, "Grüß");
    }
}

static void
test_refused (void)
{
  static const struct
  {
    const char *data;
    gsize length;
  } rows[] = {
    { "", 0 },
    { "\n\n", 2 },
    { "hello", 5 },
    { "{\"a\":1}", 7 },
    { "\xff\xfe\x00\xd8\x00", 5 },
    { "\0\0\0\0", 4 },
    { "BEGIN", 5 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (rows[i].data, rows[i].length);
      g_autoptr (GError) error = NULL;
      g_autoptr (BrineIcalComponent) root = brine_ical_parse (bytes, NULL, &error);

      g_assert_null (root);
      g_assert_error (error, BRINE_ERROR, BRINE_ERROR_INVALID);
    }
}

static void
test_messages_are_bounded_and_clean (void)
{
  g_autoptr (BrineImportReport) report = brine_import_report_new ();

  for (int i = 0; i < BRINE_IMPORT_REPORT_MAX + 7; i++)
    brine_import_report_add (report, 1, "bad \033[31m%s", "\xff");
  g_assert_cmpuint (report->messages->len, ==, BRINE_IMPORT_REPORT_MAX);
  g_assert_cmpuint (report->n_untold, ==, 7);
  g_assert_cmpstr (((BrineImportMessage *)report->messages->pdata[0])->text, ==,
                   "bad ?[31m\xef\xbf\xbd");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/ical/identical", test_identical);
  g_test_add_func ("/exchange/ical/nul", test_nul_ends_nothing);
  g_test_add_func ("/exchange/ical/edit", test_edit);
  g_test_add_func ("/exchange/ical/folding", test_folding);
  g_test_add_func ("/exchange/ical/params", test_params);
  g_test_add_func ("/exchange/ical/faults", test_faults);
  g_test_add_func ("/exchange/ical/long-line", test_long_line);
  g_test_add_func ("/exchange/ical/long-folded-line", test_long_folded_line);
  g_test_add_func ("/exchange/ical/deep", test_deep);
  g_test_add_func ("/exchange/ical/many-begins", test_many_begins);
  g_test_add_func ("/exchange/ical/many-exdates", test_many_exdates);
  g_test_add_func ("/exchange/ical/utf16", test_utf16);
  g_test_add_func ("/exchange/ical/refused", test_refused);
  g_test_add_func ("/exchange/ical/messages", test_messages_are_bounded_and_clean);

  return g_test_run ();
}
