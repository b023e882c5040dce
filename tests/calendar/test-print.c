/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Prints the sample week to PDF files and reads them again. BRINE_PRINT_FOLDER keeps them for
 * looking at.
 */
#include <gtk/gtk.h>
#include <locale.h>

#include "brine-busy.h"
#include "brine-models.h"
#include "brine-print-operation.h"
#include "fixture.h"
#include "sample-week.h"

#define THURSDAY 20776 /* 2026-11-19 */

typedef struct
{
  char *dir;
  BrineStore *store;
  BrineClock *clock;
  BrineAgendaModel *agenda;
} Fixture;

static void
fill_daily (BrineStore *store, int n_a_day)
{
  BrineChange *change = brine_change_new ();
  g_autoptr (BrineChange) inverse = NULL;

  for (int i = 0; i < n_a_day; i++)
    {
      g_autofree char *title = g_strdup_printf ("Thing number %d of the day", i + 1);
      g_autoptr (BrinePlanItem) item =
          fixture_item (BRINE_PRACTICE_OWN, title, brine_local (THURSDAY - 20, 5, i * 25), 10,
                        "FREQ=DAILY");
      brine_change_put_item (change, item);
    }
  inverse = brine_store_apply (store, change, NULL);
  g_assert_nonnull (inverse);
}

static gboolean
on_bound_cb (gpointer data)
{
  g_error ("The days were not loaded within a minute");
  return G_SOURCE_REMOVE;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  guint bound = g_timeout_add_seconds (60, on_bound_cb, NULL);
  int n_a_day = GPOINTER_TO_INT (data);
  BrineInstant now;

  brine_instant_parse (SAMPLE_NOW, zone, &now);
  fixture->dir = fixture_make_dir ();
  fixture->store = fixture_open (fixture->dir);
  fixture->clock = brine_clock_new_fixed (now, zone);
  if (n_a_day > 0)
    fill_daily (fixture->store, n_a_day);
  else
    sample_week_fill (fixture->store);
  fixture->agenda = brine_agenda_model_new (fixture->store, fixture->clock);
  brine_agenda_model_set_range (fixture->agenda, THURSDAY - 30, THURSDAY + 30);
  while (brine_loaded_list_is_loading (BRINE_LOADED_LIST (fixture->agenda)))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (bound);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->agenda);
  g_object_unref (fixture->clock);
  g_object_unref (fixture->store);
  fixture_remove_dir (fixture->dir);
}

/* Prints onto @paper ("iso_a4", "na_letter"); the file stays. (transfer full) */
static char *
print_with (Fixture *fixture, BrinePrintPeriod period, const char *paper,
            GtkPageOrientation orientation, GListModel *busy, int *out_n_pages)
{
  const char *kept = g_getenv ("BRINE_PRINT_FOLDER");
  g_autofree char *name =
      g_strdup_printf ("%s-%s-%d%s.pdf", period == BRINE_PRINT_WEEK ? "week" : "month", paper,
                       (int)orientation, busy != NULL ? "-busy" : "");
  char *path = g_build_filename (kept != NULL ? kept : fixture->dir, name, NULL);
  BrinePrintRequest request = { period, THURSDAY, 1, 240, G_LIST_MODEL (fixture->agenda), busy };
  g_autoptr (GtkPrintOperation) operation = brine_print_operation_new (&request);
  g_autoptr (GtkPageSetup) setup =
      gtk_page_setup_copy (gtk_print_operation_get_default_page_setup (operation));
  g_autoptr (GtkPaperSize) size = gtk_paper_size_new (paper);
  g_autoptr (GError) error = NULL;

  gtk_page_setup_set_paper_size (setup, size);
  gtk_page_setup_set_orientation (setup, orientation);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_export_filename (operation, path);
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL,
                                            &error),
                   ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  g_object_get (operation, "n-pages", out_n_pages, NULL);
  return path;
}

static char *
print_plan (Fixture *fixture, BrinePrintPeriod period, const char *paper,
            GtkPageOrientation orientation, int *out_n_pages)
{
  return print_with (fixture, period, paper, orientation, NULL, out_n_pages);
}

/* The words of a PDF file, or NULL when nothing here can read it. */
static char *
read_words (const char *path)
{
  g_autofree char *program = g_find_program_in_path ("pdftotext");
  char *words = NULL;

  if (program == NULL)
    return NULL;
  const char *command[] = { program, path, "-", NULL };
  g_assert_true (g_spawn_sync (NULL, (char **)command, NULL, G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL,
                               &words, NULL, NULL, NULL));
  return words;
}

static void
assert_pdf (const char *path)
{
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  g_assert_cmpuint (length, >, 2000);
  g_assert_true (g_str_has_prefix (content, "%PDF-"));
}

static guint
count_words (const char *text, const char *word)
{
  guint n = 0;

  for (const char *at = strstr (text, word); at != NULL; at = strstr (at + 1, word))
    n++;
  return n;
}

static void
test_week (Fixture *fixture, gconstpointer data)
{
  static const char *const papers[] = { "iso_a4", "na_letter" };

  for (guint i = 0; i < G_N_ELEMENTS (papers) * 2; i++)
    {
      GtkPageOrientation orientation =
          i % 2 == 0 ? GTK_PAGE_ORIENTATION_LANDSCAPE : GTK_PAGE_ORIENTATION_PORTRAIT;
      int n_pages;
      g_autofree char *path =
          print_plan (fixture, BRINE_PRINT_WEEK, papers[i / 2], orientation, &n_pages);
      g_autofree char *words = read_words (path);

      assert_pdf (path);
      g_assert_cmpint (n_pages, ==, 1);
      if (words == NULL)
        continue;
      g_assert_nonnull (strstr (words, "16–22 November 2026"));
      g_assert_nonnull (strstr (words, "Afternoon"));
      g_assert_nonnull (strstr (words, "Page 1 of 1"));
      g_assert_nonnull (strstr (words, "Thu 19"));
      g_assert_cmpuint (count_words (words, "Oats"), ==, 7);
    }
}

static void
test_month (Fixture *fixture, gconstpointer data)
{
  int n_pages;
  g_autofree char *path =
      print_plan (fixture, BRINE_PRINT_MONTH, "iso_a4", GTK_PAGE_ORIENTATION_LANDSCAPE, &n_pages);
  g_autofree char *words = read_words (path);

  assert_pdf (path);
  g_assert_cmpint (n_pages, >=, 1);
  if (words == NULL)
    return;
  g_assert_nonnull (strstr (words, "November 2026"));
  g_assert_nonnull (strstr (words, "Wednesday"));
  g_assert_null (strstr (words, "31"));
}

/* Twenty things a day: more pages, and nothing is lost on the way. */
static void
test_long (Fixture *fixture, gconstpointer data)
{
  int n_pages;
  g_autofree char *path =
      print_plan (fixture, BRINE_PRINT_WEEK, "iso_a4", GTK_PAGE_ORIENTATION_LANDSCAPE, &n_pages);
  g_autofree char *words = read_words (path);
  g_autofree char *last = g_strdup_printf ("Page %d of %d", n_pages, n_pages);

  assert_pdf (path);
  g_assert_cmpint (n_pages, >, 1);
  if (words == NULL)
    return;
  g_assert_nonnull (strstr (words, last));
  g_assert_cmpuint (count_words (words, "Thing"), ==, 7 * 40);
}

/* Mirrored, with the same words. */
static void
test_mirrored (Fixture *fixture, gconstpointer data)
{
  int n_pages;
  g_autofree char *words = NULL;
  g_autofree char *path = NULL;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  path =
      print_plan (fixture, BRINE_PRINT_WEEK, "na_letter", GTK_PAGE_ORIENTATION_LANDSCAPE, &n_pages);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
  words = read_words (path);
  g_assert_cmpint (n_pages, ==, 1);
  if (words != NULL)
    g_assert_cmpuint (count_words (words, "Oats"), ==, 7);
}

static void
add_busy (GListStore *busy, BrineLocal start, BrineLocal end, gboolean all_day, const char *title)
{
  g_autoptr (BrineBusy) each = brine_busy_new (start, end, all_day, title, "shifts", 1);

  g_list_store_append (busy, each);
}

/* Other calendars: whole days on each of them, a shift through the night once, and of many on one
 * day the first few. Left out, none of it is printed. */
static void
test_busy (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GListStore) busy = g_list_store_new (BRINE_TYPE_BUSY);
  const BrinePrintPeriod periods[] = { BRINE_PRINT_WEEK, BRINE_PRINT_MONTH };

  add_busy (busy, (BrineLocal){ THURSDAY - 3, 0 }, (BrineLocal){ THURSDAY, 0 }, TRUE, "Holiday");
  add_busy (busy, brine_local (THURSDAY - 1, 22, 0), brine_local (THURSDAY, 6, 0), FALSE,
            "Nightshift");
  for (int i = 0; i < BRINE_PRINT_MAX_BUSY + 5; i++)
    add_busy (busy, brine_local (THURSDAY, 9, i), brine_local (THURSDAY, 10, i), FALSE, "Meeting");
  for (guint i = 0; i < G_N_ELEMENTS (periods); i++)
    {
      int n_pages;
      g_autofree char *path =
          print_with (fixture, periods[i], "iso_a4", GTK_PAGE_ORIENTATION_LANDSCAPE,
                      G_LIST_MODEL (busy), &n_pages);
      g_autofree char *plain =
          print_plan (fixture, periods[i], "iso_a4", GTK_PAGE_ORIENTATION_LANDSCAPE, &n_pages);
      g_autofree char *words = read_words (path);
      g_autofree char *plain_words = read_words (plain);

      assert_pdf (path);
      if (words == NULL)
        continue;
      g_assert_cmpuint (count_words (words, "Holiday"), ==, 3);
      g_assert_cmpuint (count_words (words, "Nightshift"), ==, 1);
      g_assert_cmpuint (count_words (words, "Meeting"), ==, BRINE_PRINT_MAX_BUSY);
      g_assert_nonnull (strstr (words, "5 more"));
      g_assert_nonnull (strstr (words, "Other calendars"));
      g_assert_null (strstr (plain_words, "Holiday"));
      g_assert_null (strstr (plain_words, "Other calendars"));
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  gtk_test_init (&argc, &argv, NULL);
  g_test_add ("/print/week", Fixture, GINT_TO_POINTER (0), set_up, test_week, tear_down);
  g_test_add ("/print/month", Fixture, GINT_TO_POINTER (0), set_up, test_month, tear_down);
  g_test_add ("/print/busy", Fixture, GINT_TO_POINTER (0), set_up, test_busy, tear_down);
  g_test_add ("/print/long", Fixture, GINT_TO_POINTER (40), set_up, test_long, tear_down);
  g_test_add ("/print/mirrored", Fixture, GINT_TO_POINTER (0), set_up, test_mirrored, tear_down);
  return g_test_run ();
}
