/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-ical-items.h"
#include "brine-ical.h"

#include <string.h>

/* Files as other programs write them: what becomes of them, and that nothing foreign is lost. */
static const struct
{
  const char *name;
  guint n_items;
  guint n_skipped;
  guint index; /* of the item that the rest is about */
  const char *title;
  BrinePractice practice;
  const char *start;
  int minutes;
  const char *rule;
  const char *reminders;
  guint n_exceptions;
} rows[] = {
  { "google.ics", 3, 0, 0, "Spaziergang vor der Arbeit", BRINE_PRACTICE_OWN, "2026-11-02T07:30:00",
    30, "FREQ=WEEKLY;BYDAY=MO,WE,FR;UNTIL=20270331T235959", "10", 1 },
  { "google.ics", 3, 0, 1, "Heiligabend", BRINE_PRACTICE_OWN, "2026-12-24T04:00:00", 1440, NULL, "",
    0 },
  { "google.ics", 3, 0, 2, "Atemkurs 🫁 online", BRINE_PRACTICE_OWN, "2026-11-26T18:00:00", 45,
    NULL, "", 0 },
  { "apple.ics", 2, 0, 0, "Meditation", BRINE_PRACTICE_OWN, "2026-11-23T13:00:00", 30, "FREQ=DAILY",
    "15", 0 },
  { "apple.ics", 2, 0, 1, "Sleep in", BRINE_PRACTICE_OWN, "2026-11-28T04:00:00", 2880, NULL, "",
    0 },
  { "outlook.ics", 1, 0, 0, "Mittagessen", BRINE_PRACTICE_MEAL, "2026-11-23T12:15:00", 45,
    "FREQ=WEEKLY;BYDAY=MO,TU;COUNT=10", "15", 0 },
  { "nextcloud.ics", 1, 1, 0, "Schlaf", BRINE_PRACTICE_SLEEP, "2026-11-23T22:00:00", 510,
    "FREQ=DAILY", "45", 0 },
  { "evolution.ics", 1, 0, 0, "Breathing", BRINE_PRACTICE_BREATHWORK, "2026-11-24T19:00:00", 15,
    "FREQ=WEEKLY;BYDAY=TU;COUNT=5", "-10 -5 0", 0 },
  { "thunderbird.ics", 1, 0, 0, "Walk", BRINE_PRACTICE_WALK, "2026-11-02T08:00:00", 20,
    "FREQ=MONTHLY;BYDAY=1MO,3MO", "5", 1 },
};

static GBytes *
load (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "exchange", "data", name, NULL);
  g_autoptr (GError) error = NULL;
  char *text;
  gsize length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (text, length);
}

static GPtrArray *
import (GBytes *bytes, BrineImportReport *report)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
  g_autoptr (GError) error = NULL;
  GPtrArray *items = brine_ical_import_items (bytes, zone, 240, report, &error);

  g_assert_no_error (error);
  return items;
}

static void
test_facts (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GBytes) bytes = load (rows[i].name);
      g_autoptr (BrineImportReport) report = brine_import_report_new ();
      g_autoptr (GPtrArray) items = import (bytes, report);
      g_autofree char *reminders = NULL;
      g_autofree char *rule = NULL;
      g_autofree char *start = NULL;
      BrinePlanItem *item;

      g_test_message ("%s %u", rows[i].name, rows[i].index);
      g_assert_cmpuint (items->len, ==, rows[i].n_items);
      g_assert_cmpuint (report->n_skipped, ==, rows[i].n_skipped);
      item = items->pdata[rows[i].index];
      rule = item->rule != NULL ? brine_rule_to_string (item->rule) : NULL;
      start = brine_local_to_string (item->start);
      reminders = brine_reminders_to_string (item->reminders);
      g_assert_cmpstr (item->title, ==, rows[i].title);
      g_assert_cmpint (item->practice, ==, rows[i].practice);
      g_assert_cmpstr (start, ==, rows[i].start);
      g_assert_cmpint (item->minutes, ==, rows[i].minutes);
      g_assert_cmpstr (rule, ==, rows[i].rule);
      g_assert_cmpstr (reminders, ==, rows[i].reminders);
      g_assert_cmpuint (item->exceptions->len, ==, rows[i].n_exceptions);
    }
}

static void
test_identical (void)
{
  static const char *const names[] = { "google.ics",    "apple.ics",     "outlook.ics",
                                       "nextcloud.ics", "evolution.ics", "thunderbird.ics",
                                       "jtx-board.ics" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GBytes) bytes = load (names[i]);
      g_autoptr (BrineIcalComponent) root = brine_ical_parse (bytes, NULL, NULL);
      g_autoptr (GBytes) again = brine_ical_serialise (root);

      g_assert_true (g_bytes_equal (bytes, again));
    }
}

/* Lines that hold what the item itself now holds, in another form. */
static gboolean
is_taken_over (BrineIcalLine *line)
{
  static const char *const names[] = { "DTSTART",       "DTEND",         "DTSTAMP", "EXDATE",
                                       "RDATE",         "RECURRENCE-ID", "RRULE",   "CREATED",
                                       "LAST-MODIFIED", "STATUS",        "TRIGGER", "DESCRIPTION",
                                       "LOCATION",      "CATEGORIES" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (brine_ical_line_is (line, names[i]))
      return TRUE;
  return FALSE;
}

static void
collect_lines (BrineIcalComponent *component, GHashTable *texts)
{
  BrineIcalLine *line;
  BrineIcalComponent *child;

  for (guint i = 0; brine_ical_component_get_child (component, i, &line, &child); i++)
    if (child != NULL)
      collect_lines (child, texts);
    else
      g_hash_table_add (texts, brine_ical_line_dup_text (line));
}

static void
check_lines (BrineIcalComponent *component, GHashTable *texts)
{
  BrineIcalLine *line;
  BrineIcalComponent *child;

  for (guint i = 0; brine_ical_component_get_child (component, i, &line, &child); i++)
    {
      g_autofree char *text = line != NULL ? brine_ical_line_dup_text (line) : NULL;
      if (child != NULL)
        check_lines (child, texts);
      else if (!is_taken_over (line) && !g_hash_table_contains (texts, text))
        g_error ("lost: %s", text);
    }
}

/* Import, an edit, export: every line of the other program is there. */
static void
test_foreign_lines (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GBytes) bytes = load (rows[i].name);
      g_autoptr (BrineImportReport) report = brine_import_report_new ();
      g_autoptr (GPtrArray) items = import (bytes, report);
      g_autoptr (GHashTable) texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_autoptr (BrineIcalComponent) before = brine_ical_parse (bytes, NULL, NULL);
      g_autoptr (BrineIcalComponent) after = NULL;
      g_autoptr (GBytes) written = NULL;
      BrineIcalLine *line;
      BrineIcalComponent *child;
      BrineIcalComponent *calendar = brine_ical_component_find_child (before, "VCALENDAR");

      for (guint j = 0; j < items->len; j++)
        ((BrinePlanItem *)items->pdata[j])->minutes += 5;
      written = brine_ical_export_items (items, (BrineInstant){ 0 });
      after = brine_ical_parse (written, NULL, NULL);
      collect_lines (after, texts);
      g_test_message ("%s", rows[i].name);
      for (guint j = 0; brine_ical_component_get_child (calendar, j, &line, &child); j++)
        if (child != NULL && g_str_equal (brine_ical_component_get_name (child), "VEVENT"))
          check_lines (child, texts);
    }
}

static void
test_import_is_stable (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GBytes) bytes = load (rows[i].name);
      g_autoptr (BrineImportReport) report = brine_import_report_new ();
      g_autoptr (GPtrArray) items = import (bytes, report);
      g_autoptr (GBytes) written = brine_ical_export_items (items, (BrineInstant){ 0 });
      g_autoptr (GPtrArray) again = import (written, report);
      g_autoptr (GBytes) rewritten = brine_ical_export_items (again, (BrineInstant){ 0 });

      g_assert_true (g_bytes_equal (written, rewritten));
      for (guint j = 0; j < items->len; j++)
        g_assert_true (brine_plan_item_equal (items->pdata[j], again->pdata[j]));
    }
}

/* No events, but no error: everything that was left out is told. */
static void
test_journal (void)
{
  g_autoptr (GBytes) bytes = load ("jtx-board.ics");
  g_autoptr (BrineImportReport) report = brine_import_report_new ();
  g_autoptr (GPtrArray) items = import (bytes, report);

  g_assert_cmpuint (items->len, ==, 0);
  g_assert_cmpuint (report->n_skipped, ==, 2);
  g_assert_cmpuint (report->messages->len, ==, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/ical-samples/facts", test_facts);
  g_test_add_func ("/exchange/ical-samples/identical", test_identical);
  g_test_add_func ("/exchange/ical-samples/foreign-lines", test_foreign_lines);
  g_test_add_func ("/exchange/ical-samples/stable", test_import_is_stable);
  g_test_add_func ("/exchange/ical-samples/journal", test_journal);

  return g_test_run ();
}
