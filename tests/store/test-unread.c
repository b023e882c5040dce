/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fixture.h"

#include <sqlite3.h>

static void
run_sql (BrineStore *store, const char *sql)
{
  sqlite3 *sqlite;

  g_assert_cmpint (sqlite3_open (brine_store_get_path (store), &sqlite), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (sqlite, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (sqlite);
}

static void
on_unread_cb (BrineStore *store, GParamSpec *pspec, int *n)
{
  (*n)++;
}

/* A list that cannot be loaded keeps its rows, and the store says that they may be old. */
static void
test_unread (void)
{
  char *dir = fixture_make_dir ();
  BrineStore *store = fixture_open (dir);
  BrineClock *clock = brine_clock_new_from_environment ("2026-11-23T12:00", NULL);
  g_autoptr (BrineDayModel) model = brine_day_model_new (store, clock);
  g_autoptr (BrineDayModel) other = brine_day_model_new (store, clock);
  gboolean unread = TRUE;
  int n = 0;

  g_signal_connect (store, "notify::unread", G_CALLBACK (on_unread_cb), &n);
  brine_day_model_set_range (model, FIXTURE_MONDAY, FIXTURE_MONDAY + 6);
  brine_day_model_set_range (other, FIXTURE_MONDAY, FIXTURE_MONDAY);
  fixture_wait_loaded (model);
  fixture_wait_loaded (other);
  g_assert_false (brine_store_is_unread (store));

  run_sql (store, "ALTER TABLE logs RENAME TO gone");
  brine_store_read_again (store);
  fixture_wait_loaded (model);
  fixture_wait_loaded (other);
  g_assert_true (brine_store_is_unread (store));
  g_assert_cmpint (n, ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 7);

  /* Who is gone shows nothing old. */
  g_assert_finalize_object (g_steal_pointer (&other));
  g_assert_true (brine_store_is_unread (store));
  run_sql (store, "ALTER TABLE gone RENAME TO logs");
  brine_store_read_again (store);
  fixture_wait_loaded (model);
  g_object_get (store, "unread", &unread, NULL);
  g_assert_false (unread);
  g_assert_cmpint (n, ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 7);
  g_assert_finalize_object (g_steal_pointer (&model));
  g_object_unref (clock);
  brine_store_close (store);
  fixture_drain ();
  g_assert_finalize_object (store);
  fixture_remove_dir (dir);
}

/* Whoever reads by itself counts, too. */
typedef struct
{
  BrineReader *reader;
  int n_taken;
  int n_none;
  gboolean frees; /* when it is told next */
} Owner;

static void
load_contacts (gpointer owner, BrineStore *store, GCancellable *cancellable,
               GAsyncReadyCallback callback, gpointer user_data)
{
  brine_store_load_contacts_async (store, cancellable, callback, user_data);
}

static void
take_contacts (gpointer data, GPtrArray *contacts)
{
  Owner *owner = data;

  owner->n_taken += contacts != NULL;
  owner->n_none += contacts == NULL;
  if (owner->frees)
    g_clear_pointer (&owner->reader, brine_reader_free);
}

static const BrineReaderSource contacts = {
  .kinds = 1u << BRINE_KIND_CONTACT,
  .load = load_contacts,
  .finish = brine_store_load_contacts_finish,
  .take = take_contacts,
};

static void
wait_read (Owner *owner)
{
  while (fixture_drain (), brine_reader_is_loading (owner->reader))
    g_main_context_iteration (NULL, TRUE);
}

static void
test_reader (void)
{
  char *dir = fixture_make_dir ();
  BrineStore *store = fixture_open (dir);
  Owner owner = { 0 };

  owner.reader = brine_reader_new (&owner, &contacts, store);
  brine_reader_refresh (owner.reader);
  g_assert_false (brine_reader_is_loading (owner.reader));
  /* A question that is asked anew is answered once. */
  brine_reader_restart (owner.reader);
  brine_reader_restart (owner.reader);
  wait_read (&owner);
  g_assert_cmpint (owner.n_taken, ==, 1);

  /* A change that is told while it reads, as the directory's monitor may, too, is read once more. */
  run_sql (store, "ALTER TABLE contacts RENAME TO gone");
  brine_store_read_again (store);
  brine_reader_refresh (owner.reader);
  wait_read (&owner);
  g_assert_cmpint (owner.n_none, >=, 1);
  g_assert_cmpint (owner.n_taken, ==, 1);
  g_assert_true (brine_store_is_unread (store));
  run_sql (store, "ALTER TABLE gone RENAME TO contacts");
  brine_store_read_again (store);
  wait_read (&owner);
  g_assert_cmpint (owner.n_taken, >=, 2);
  g_assert_false (brine_store_is_unread (store));

  /* It may go when it is told, and while it waits. */
  owner.frees = TRUE;
  run_sql (store, "ALTER TABLE contacts RENAME TO gone");
  brine_store_read_again (store);
  while (owner.reader != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (brine_store_is_unread (store));
  owner.n_none = 0;
  owner.reader = brine_reader_new (&owner, &contacts, store);
  brine_reader_restart (owner.reader);
  g_clear_pointer (&owner.reader, brine_reader_free);
  fixture_drain ();
  g_assert_cmpint (owner.n_none, ==, 0);
  brine_store_close (store);
  fixture_drain ();
  g_assert_finalize_object (store);
  fixture_remove_dir (dir);
}

static void
on_unread_free_cb (BrineStore *store, GParamSpec *pspec, Owner *owner)
{
  g_clear_pointer (&owner->reader, brine_reader_free);
}

static void
on_loading_free_cb (gpointer data)
{
  Owner *owner = data;

  g_clear_pointer (&owner->reader, brine_reader_free);
}

/* Whoever hears that something is unread, or is being read, may close what shows it. */
static void
test_freed_when_told (void)
{
  char *dir = fixture_make_dir ();
  BrineStore *store = fixture_open (dir);
  BrineReaderSource told = contacts;
  Owner owner = { 0 };

  told.loading_changed = on_loading_free_cb;
  owner.reader = brine_reader_new (&owner, &told, store);
  brine_reader_restart (owner.reader);
  g_assert_null (owner.reader);

  g_signal_connect (store, "notify::unread", G_CALLBACK (on_unread_free_cb), &owner);
  run_sql (store, "ALTER TABLE contacts RENAME TO gone");
  owner.reader = brine_reader_new (&owner, &contacts, store);
  brine_reader_restart (owner.reader);
  while (owner.reader != NULL)
    g_main_context_iteration (NULL, TRUE);
  fixture_drain ();
  g_assert_cmpint (owner.n_taken + owner.n_none, ==, 0);
  g_assert_false (brine_store_is_unread (store));
  brine_store_close (store);
  fixture_drain ();
  g_assert_finalize_object (store);
  fixture_remove_dir (dir);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/unread/list", test_unread);
  g_test_add_func ("/unread/reader", test_reader);
  g_test_add_func ("/unread/freed-when-told", test_freed_when_told);
  return g_test_run ();
}
