/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "faulty-vfs.h"
#include "fixture.h"

#include <errno.h>
#include <sqlite3.h>

/* Undo and redo without end, what they say, and what they do when the disk is full. */

typedef struct
{
  char *dir;
  BrineStore *store;
  BrineHistory *history;
  GString *heard; /* signals and notified properties, a word each */
} Fixture;

static void
on_applied_cb (BrineHistory *history, const char *label, gpointer user_data)
{
  g_string_append_printf (user_data, "applied:%s ", label);
}

static void
on_reversed_cb (BrineHistory *history, const char *label, gboolean redone, gpointer user_data)
{
  g_string_append_printf (user_data, "%s:%s ", redone ? "redone" : "undone", label);
}

static void
on_failed_cb (BrineHistory *history, const char *label, GError *error, gpointer user_data)
{
  g_string_append_printf (user_data, "failed:%s:%d ", label == NULL ? "" : label, error->code);
}

static void
on_notify_cb (GObject *object, GParamSpec *pspec, gpointer user_data)
{
  gboolean value;

  g_object_get (object, pspec->name, &value, NULL);
  g_string_append_printf (user_data, "%s:%d ", pspec->name, value);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->dir = fixture_make_dir ();
  fixture->store = fixture_open (fixture->dir);
  fixture->history = brine_history_new (fixture->store);
  fixture->heard = g_string_new (NULL);
  g_signal_connect (fixture->history, "applied", G_CALLBACK (on_applied_cb), fixture->heard);
  g_signal_connect (fixture->history, "reversed", G_CALLBACK (on_reversed_cb), fixture->heard);
  g_signal_connect (fixture->history, "failed", G_CALLBACK (on_failed_cb), fixture->heard);
  g_signal_connect (fixture->history, "notify", G_CALLBACK (on_notify_cb), fixture->heard);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  brine_store_close (fixture->store);
  fixture_drain ();
  g_assert_finalize_object (fixture->history);
  g_assert_finalize_object (fixture->store);
  g_string_free (fixture->heard, TRUE);
  fixture_remove_dir (fixture->dir);
}

static void
settle (Fixture *fixture)
{
  while (brine_history_is_busy (fixture->history))
    g_main_context_iteration (NULL, TRUE);
}

static void
set_country (Fixture *fixture, const char *label, const char *value)
{
  BrineChange *change = brine_change_new ();

  brine_change_put_setting (change, BRINE_SETTING_COUNTRY, value);
  brine_history_apply (fixture->history, label, change);
}

static void
assert_country (Fixture *fixture, const char *expected)
{
  g_autofree char *value = brine_store_dup_setting (fixture->store, BRINE_SETTING_COUNTRY);

  g_assert_cmpstr (value, ==, expected);
}

static void
assert_heard (Fixture *fixture, const char *expected)
{
  g_assert_cmpstr (fixture->heard->str, ==, expected);
  g_string_truncate (fixture->heard, 0);
}

static void
test_signals (Fixture *fixture, gconstpointer data)
{
  g_assert_true (brine_history_get_store (fixture->history) == fixture->store);
  set_country (fixture, "Country chosen", "DE");
  assert_heard (fixture, "busy:1 ");
  settle (fixture);
  assert_heard (fixture, "can-undo:1 busy:0 applied:Country chosen ");
  assert_country (fixture, "DE");

  brine_history_undo (fixture->history);
  settle (fixture);
  assert_heard (fixture, "can-undo:0 busy:1 can-redo:1 busy:0 undone:Country chosen ");
  assert_country (fixture, NULL);

  brine_history_redo (fixture->history);
  settle (fixture);
  assert_heard (fixture, "can-redo:0 busy:1 can-undo:1 busy:0 redone:Country chosen ");
  assert_country (fixture, "DE");

  /* Without a label there is nothing to say; nothing to undo is nothing. */
  set_country (fixture, NULL, "CH");
  settle (fixture);
  assert_heard (fixture, "busy:1 busy:0 ");
  brine_history_redo (fixture->history);
  settle (fixture);
  assert_heard (fixture, "");
}

/* A change that says nothing is not taken back, and what was undone before it can be redone. */
static void
test_without_label (Fixture *fixture, gconstpointer data)
{
  BrineChange *change = brine_change_new ();

  set_country (fixture, "Country chosen", "DE");
  brine_history_undo (fixture->history);
  brine_change_put_setting (change, BRINE_SETTING_LIVE_GOAL, "3");
  brine_history_apply (fixture->history, NULL, change);
  settle (fixture);
  g_assert_false (brine_history_can_undo (fixture->history));

  brine_history_redo (fixture->history);
  settle (fixture);
  assert_country (fixture, "DE");
  brine_history_undo (fixture->history);
  brine_history_undo (fixture->history);
  settle (fixture);
  assert_country (fixture, NULL);
  g_autofree char *goal = brine_store_dup_setting (fixture->store, BRINE_SETTING_LIVE_GOAL);
  g_assert_cmpstr (goal, ==, "3");
}

/* All given at once, each finding what the one before it left. */
static void
test_queue (Fixture *fixture, gconstpointer data)
{
  for (int i = 0; i < 50; i++)
    {
      g_autofree char *value = g_strdup_printf ("%d", i);

      set_country (fixture, "Country", value);
    }
  for (int i = 0; i < 20; i++)
    brine_history_undo (fixture->history);
  brine_history_redo (fixture->history);
  settle (fixture);
  assert_country (fixture, "30");

  /* A new change ends what could be redone. */
  set_country (fixture, "Country", "new");
  brine_history_redo (fixture->history);
  settle (fixture);
  assert_country (fixture, "new");
  g_assert_false (brine_history_can_redo (fixture->history));
  for (int i = 0; i < 100; i++)
    brine_history_undo (fixture->history);
  settle (fixture);
  assert_country (fixture, NULL);
  g_assert_false (brine_history_can_undo (fixture->history));
}

/* A full disk: it is said, the rest stays, and what could be undone still can. */
static void
test_failure (Fixture *fixture, gconstpointer data)
{
  g_autofree char *expected = g_strdup_printf ("failed:Second:%d ", BRINE_ERROR_FULL);

  set_country (fixture, "First", "DE");
  settle (fixture);
  g_string_truncate (fixture->heard, 0);

  faulty_vfs_fail_from (1, SQLITE_FULL, ENOSPC);
  set_country (fixture, "Second", "CH");
  settle (fixture);
  g_assert_nonnull (strstr (fixture->heard->str, expected));
  brine_history_undo (fixture->history);
  settle (fixture);
  faulty_vfs_fail_from (0, 0, 0);
  assert_country (fixture, "DE");
  g_assert_true (brine_history_can_undo (fixture->history));

  brine_history_undo (fixture->history);
  settle (fixture);
  assert_country (fixture, NULL);
}

/* What changes nothing cannot be undone. */
static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  BrineChange *change = brine_change_new ();

  brine_change_remove (change, BRINE_KIND_LOG, "nobody");
  brine_history_apply (fixture->history, NULL, change);
  settle (fixture);
  g_assert_false (brine_history_can_undo (fixture->history));
}

int
main (int argc, char **argv)
{
  faulty_vfs_register ();
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/history/signals", test_signals);
  ADD ("/history/without-label", test_without_label);
  ADD ("/history/queue", test_queue);
  ADD ("/history/failure", test_failure);
  ADD ("/history/nothing", test_nothing);
#undef ADD
  return g_test_run ();
}
