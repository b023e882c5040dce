/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-calendar-import.h"
#include "brine-error.h"
#include "fixture.h"

#include <stdlib.h>
#include <string.h>

static char *
write_calendar (const char *dir, const char *text)
{
  char *path = g_build_filename (dir, "in.ics", NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

/* @n events of one day each, some 330 bytes, among them the changed occurrences of a daily series:
 * every tenth; the first stands before the series, which is the last event. */
static char *
make_text (guint n)
{
  GString *text = g_string_new ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//\r\n");

  for (guint i = 1; i < n; i++)
    {
      gboolean changed = i % 10 == 0 && i < 300;

      g_string_append_printf (text, "BEGIN:VEVENT\r\nUID:%s%08u@calendar.example\r\n",
                              changed ? "series" : "event", changed ? n : i);
      if (changed)
        g_string_append_printf (text, "RECURRENCE-ID:202601%02uT080000\r\n", i / 10);
      g_string_append_printf (
          text,
          "DTSTART:202601%02uT%02u1500\r\nDURATION:PT30M\r\n"
          "SUMMARY:Meeting number %u\r\nLOCATION:Room %u\r\n"
          "DESCRIPTION:Some words that go on for a while so that the line is\r\n"
          "  folded once\\, and then a few more.\r\nSTATUS:CONFIRMED\r\n"
          "TRANSP:OPAQUE\r\nSEQUENCE:0\r\nEND:VEVENT\r\n",
          changed ? i / 10 : 1 + i % 28, i % 24, i, i % 40);
    }
  g_string_append_printf (text,
                          "BEGIN:VEVENT\r\nUID:series%08u@calendar.example\r\n"
                          "DTSTART:20260101T080000\r\nDURATION:PT10M\r\nRRULE:FREQ=DAILY\r\n"
                          "SUMMARY:Series\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
                          n);
  return g_string_free (text, FALSE);
}

typedef struct
{
  BrineCalendarImport *import;
  GError *error;
  gboolean ok;
  gboolean done;
} Run;

static void
on_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Run *run = user_data;

  run->ok = brine_calendar_import_run_finish (run->import, result, &run->error);
  run->done = TRUE;
}

static void
wait_for (Run *run)
{
  while (!run->done)
    g_main_context_iteration (NULL, TRUE);
}

static Run
import (BrineStore *store, const char *path, gboolean dry_run, GCancellable *cancellable)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  Run run = { .import = brine_calendar_import_new (path, zone, 240, "Ohne Titel", NULL) };

  brine_calendar_import_run_async (run.import, store, dry_run, cancellable, on_done_cb, &run);
  wait_for (&run);
  return run;
}

static void
assert_counts (Run *run, guint added, guint changed, guint unchanged)
{
  BrineMergeCounts counts = brine_calendar_import_get_counts (run->import);

  g_assert_no_error (run->error);
  g_assert_true (run->ok);
  g_assert_cmpuint (counts.n_added, ==, added);
  g_assert_cmpuint (counts.n_changed, ==, changed);
  g_assert_cmpuint (counts.n_unchanged, ==, unchanged);
  g_clear_object (&run->import);
}

static guint
count_items (BrineStore *store)
{
  g_autoptr (GPtrArray) items = brine_store_load_items (store, NULL);

  return items != NULL ? items->len : G_MAXUINT;
}

typedef struct
{
  char *dir;
  BrineStore *store;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->dir = fixture_make_dir ();
  fixture->store = fixture_open (fixture->dir);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->store);
  fixture_remove_dir (fixture->dir);
}

static void
test_again (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = make_text (100);
  g_autofree char *path = write_calendar (fixture->dir, text);
  g_autoptr (GPtrArray) items = NULL;
  Run run = import (NULL, path, TRUE, NULL);

  assert_counts (&run, 91, 0, 0);
  run = import (fixture->store, path, TRUE, NULL);
  assert_counts (&run, 91, 0, 0);
  g_assert_cmpuint (count_items (fixture->store), ==, 0);
  run = import (fixture->store, path, FALSE, NULL);
  g_assert_cmpfloat (brine_calendar_import_get_progress (run.import), >=, 0);
  assert_counts (&run, 91, 0, 0);
  run = import (fixture->store, path, FALSE, NULL);
  assert_counts (&run, 0, 0, 91);

  items = brine_store_load_items (fixture->store, NULL);
  g_assert_cmpuint (items->len, ==, 91);
  for (guint i = 0; i < items->len; i++)
    {
      const BrinePlanItem *item = items->pdata[i];

      g_assert_cmpuint (item->exceptions->len, ==, g_str_equal (item->title, "Series") ? 9 : 0);
    }
}

/* In the words of whoever imports it. */
static void
test_untitled (Fixture *fixture, gconstpointer data)
{
  static const char text[] =
      "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//\r\n"
      "BEGIN:VEVENT\r\nUID:none@x\r\nDTSTART:20260105T080000\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
  g_autofree char *path = write_calendar (fixture->dir, text);
  g_autoptr (GPtrArray) items = NULL;
  Run run = import (fixture->store, path, FALSE, NULL);

  assert_counts (&run, 1, 0, 0);
  items = brine_store_load_items (fixture->store, NULL);
  g_assert_cmpstr (((const BrinePlanItem *)items->pdata[0])->title, ==, "Ohne Titel");
}

static void
settle (BrineHistory *history)
{
  while (brine_history_is_busy (history))
    g_main_context_iteration (NULL, TRUE);
}

static void
assert_undoes (BrineStore *store, const char *path, guint before, guint after)
{
  g_autoptr (BrineHistory) history = brine_history_new (store);
  Run run = import (store, path, FALSE, NULL);
  BrineChange *inverse = brine_calendar_import_steal_inverse (run.import);

  g_assert_no_error (run.error);
  g_assert_nonnull (inverse);
  g_assert_null (brine_calendar_import_steal_inverse (run.import));
  g_clear_object (&run.import);
  brine_history_note (history, "Imported", inverse);
  g_assert_true (brine_history_can_undo (history));
  g_assert_cmpuint (count_items (store), ==, after);
  brine_history_undo (history);
  settle (history);
  g_assert_cmpuint (count_items (store), ==, before);
  brine_history_redo (history);
  settle (history);
  g_assert_cmpuint (count_items (store), ==, after);
  brine_history_undo (history);
  settle (history);
  g_assert_cmpuint (count_items (store), ==, before);
}

/* One step takes all back, also what it changed. */
static void
test_undo (Fixture *fixture, gconstpointer data)
{
  static const char changed[] =
      "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//\r\n"
      "BEGIN:VEVENT\r\nUID:event00000001@calendar.example\r\nSEQUENCE:3\r\n"
      "DTSTART:20260105T080000\r\nDURATION:PT10M\r\nSUMMARY:New name\r\nEND:VEVENT\r\n"
      "BEGIN:VEVENT\r\nUID:more@x\r\nDTSTART:20260105T080000\r\nDURATION:PT10M\r\n"
      "SUMMARY:More\r\nEND:VEVENT\r\n"
      "BEGIN:VEVENT\r\nUID:more@x\r\nSEQUENCE:1\r\nDTSTART:20260105T080000\r\n"
      "DURATION:PT20M\r\nSUMMARY:More\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
  g_autofree char *text = make_text (100);
  g_autofree char *path = write_calendar (fixture->dir, text);
  g_autoptr (GPtrArray) items = NULL;
  Run run;

  assert_undoes (fixture->store, path, 0, 91);
  run = import (fixture->store, path, FALSE, NULL);
  assert_counts (&run, 91, 0, 0);
  run = import (fixture->store, path, FALSE, NULL);
  g_assert_null (brine_calendar_import_steal_inverse (run.import));
  assert_counts (&run, 0, 0, 91);

  g_free (write_calendar (fixture->dir, changed));
  assert_undoes (fixture->store, path, 91, 93);
  items = brine_store_load_items (fixture->store, NULL);
  for (guint i = 0; i < items->len; i++)
    g_assert_cmpstr (((BrinePlanItem *)items->pdata[i])->title, !=, "New name");
}

/* The halves of a split series find each other under the ids that they have in the diary. */
static void
test_links (Fixture *fixture, gconstpointer data)
{
  static const char text[] =
      "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//\r\nBEGIN:VEVENT\r\nUID:late@x\r\n"
      "X-BRINE-ID:00000000-0000-4000-8000-000000000002\r\n"
      "X-BRINE-SPLIT-FROM:00000000-0000-4000-8000-000000000001\r\n"
      "DTSTART:20260201T080000\r\nDURATION:PT10M\r\nRRULE:FREQ=DAILY\r\nSUMMARY:Late\r\n"
      "END:VEVENT\r\nBEGIN:VEVENT\r\nUID:early@x\r\n"
      "X-BRINE-ID:00000000-0000-4000-8000-000000000001\r\n"
      "DTSTART:20260101T080000\r\nDURATION:PT10M\r\nRRULE:FREQ=DAILY;UNTIL=20260131T235959\r\n"
      "SUMMARY:Early\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
  g_autofree char *path = write_calendar (fixture->dir, text);
  g_autoptr (BrinePlanItem) early =
      fixture_item (BRINE_PRACTICE_OWN, "Early",
                    brine_local (brine_day_from_ymd (2026, 1, 1), 8, 0), 10, "FREQ=DAILY");
  g_autoptr (GPtrArray) items = NULL;
  Run run;

  g_free (early->uid);
  early->uid = g_strdup ("early@x");
  fixture_put_item (fixture->store, early);
  run = import (fixture->store, path, FALSE, NULL);
  assert_counts (&run, 1, 1, 0);
  run = import (fixture->store, path, FALSE, NULL);
  assert_counts (&run, 0, 0, 2);
  items = brine_store_load_items (fixture->store, NULL);
  g_assert_cmpstr (((BrinePlanItem *)items->pdata[0])->id, ==, early->id);
  g_assert_cmpstr (((BrinePlanItem *)items->pdata[1])->split_from, ==, early->id);
}

static void
test_id_taken (Fixture *fixture, gconstpointer data)
{
  static const char text[] =
      "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:one@x\r\n"
      "X-BRINE-ID:00000000-0000-4000-8000-000000000001\r\nDTSTART:20260201T080000\r\n"
      "SUMMARY:One\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:two@x\r\n"
      "X-BRINE-ID:00000000-0000-4000-8000-000000000001\r\nDTSTART:20260202T080000\r\n"
      "SUMMARY:Two\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
  g_autofree char *path = write_calendar (fixture->dir, text);
  Run run = import (fixture->store, path, FALSE, NULL);

  assert_counts (&run, 2, 0, 0);
  g_assert_cmpuint (count_items (fixture->store), ==, 2);
}

typedef struct
{
  GCancellable *cancellable;
  BrineCalendarImport *import;
} Canceller;

static gboolean
cancel_when_reading_cb (gpointer user_data)
{
  Canceller *canceller = user_data;

  if (brine_calendar_import_get_progress (canceller->import) < 0.4)
    return G_SOURCE_CONTINUE;
  g_cancellable_cancel (canceller->cancellable);
  return G_SOURCE_REMOVE;
}

/* In the middle of writing. */
static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = make_text (20000);
  g_autofree char *path = write_calendar (fixture->dir, text);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  Run run = { .import = brine_calendar_import_new (path, zone, 240, "Ohne Titel", NULL) };
  Canceller canceller = { cancellable, run.import };

  g_timeout_add (1, cancel_when_reading_cb, &canceller);
  brine_calendar_import_run_async (run.import, fixture->store, FALSE, cancellable, on_done_cb,
                                   &run);
  wait_for (&run);
  g_assert_error (run.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (brine_calendar_import_get_counts (run.import).n_added, >, 0);
  g_assert_cmpfloat (brine_calendar_import_get_progress (run.import), <, 1);
  g_clear_error (&run.error);
  g_clear_object (&run.import);
  g_assert_cmpuint (count_items (fixture->store), ==, 0);
  run = import (fixture->store, path, FALSE, NULL);
  g_assert_true (run.ok);
  g_assert_cmpuint (count_items (fixture->store), ==, 20000 - 30 + 1);
  g_clear_object (&run.import);
}

static void
test_nonsense (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_calendar (fixture->dir, "no calendar at all\r\n");
  g_autofree char *missing = g_build_filename (fixture->dir, "missing", NULL);
  Run run = import (fixture->store, path, FALSE, NULL);

  g_assert_error (run.error, BRINE_ERROR, BRINE_ERROR_INVALID);
  g_clear_error (&run.error);
  g_clear_object (&run.import);
  run = import (fixture->store, missing, FALSE, NULL);
  g_assert_error (run.error, BRINE_ERROR, BRINE_ERROR_NOT_FOUND);
  g_clear_error (&run.error);
  g_clear_object (&run.import);
}

/* Memory ---------------------------------------------------------------------------------- */

#define MANY 70000

/* Not that of getrusage(), which knows what the process was before it became this program. */
static long
get_peak_kib (void)
{
  g_autofree char *status = NULL;
  const char *line;

  g_assert_true (g_file_get_contents ("/proc/self/status", &status, NULL, NULL));
  line = strstr (status, "VmHWM:");
  g_assert_nonnull (line);
  return strtol (line + strlen ("VmHWM:"), NULL, 10);
}

/* Beside the text itself, of which a file of this size is a copy: a few hundred bytes an event
 * would be seen. */
static void
import_in_child (const char *dir)
{
  g_autofree char *path = g_build_filename (dir, "in.ics", NULL);
  g_autoptr (BrineStore) store = fixture_open (dir);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info =
      g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, 0, NULL, NULL);
  long size_kib = (long)(g_file_info_get_size (info) / 1024);
  long before = get_peak_kib ();
  Run run = import (store, path, FALSE, NULL);
  long growth = get_peak_kib () - before;

  g_assert_no_error (run.error);
  g_assert_null (brine_calendar_import_steal_inverse (run.import));
  g_clear_object (&run.import);
  g_printerr ("# %ld KiB of text, peak grew by %ld KiB\n", size_kib, growth);
  g_assert_cmpint (size_kib, >, 18 * 1024);
  g_assert_cmpint (growth, <, size_kib * 3 / 2);
}

static const FixtureChild children[] = { { "import", import_in_child } };

static void
test_memory (Fixture *fixture, gconstpointer data)
{
#ifdef __SANITIZE_ADDRESS__
  g_test_skip ("The sanitizer keeps what is freed");
#else
  g_autofree char *dir = fixture_make_dir ();
  g_autofree char *text = make_text (MANY);
  g_autofree char *path = write_calendar (dir, text);

  g_assert_cmpint (fixture_wait_for_child (fixture_start_child ("import", dir, NULL)), ==, 0);
  fixture_remove_dir (g_steal_pointer (&dir));
#endif
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  fixture_run_child (argc, argv, children, G_N_ELEMENTS (children));
  g_test_init (&argc, &argv, NULL);
  ADD ("/calendar-import/again", test_again);
  ADD ("/calendar-import/untitled", test_untitled);
  ADD ("/calendar-import/undo", test_undo);
  ADD ("/calendar-import/links", test_links);
  ADD ("/calendar-import/id-taken", test_id_taken);
  ADD ("/calendar-import/cancel", test_cancel);
  ADD ("/calendar-import/nonsense", test_nonsense);
  ADD ("/calendar-import/memory", test_memory);
  return g_test_run ();
}
