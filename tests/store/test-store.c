/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-editable.h"
#include "fixture.h"

/* The calls in their asynchronous forms, the change feed, closing. */

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
  if (fixture->store != NULL)
    brine_store_close (fixture->store);
  fixture_drain ();
  if (fixture->store != NULL)
    g_assert_finalize_object (fixture->store);
  fixture_remove_dir (fixture->dir);
}

typedef struct
{
  gboolean done;
  GThread *thread;
  GAsyncResult *result;
} Answer;

static void
on_answer_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Answer *answer = user_data;

  answer->result = g_object_ref (result);
  answer->thread = g_thread_self ();
  answer->done = TRUE;
}

/* Every pair ---------------------------------------------------------------------------------- */

typedef struct
{
  const char *name;
  void (*start) (BrineStore *store, GCancellable *cancellable, Answer *answer);
  /* Frees what came; FALSE with @error. */
  gboolean (*finish) (BrineStore *store, GAsyncResult *result, GError **error);
} Pair;

#define FROM FIXTURE_MONDAY
#define TO (FIXTURE_MONDAY + 6)
#define NOW brine_local (FIXTURE_MONDAY, 12, 0)

static void
start_apply (BrineStore *store, GCancellable *cancellable, Answer *answer)
{
  brine_store_apply_async (store, brine_change_new (), cancellable, on_answer_cb, answer);
}

static gboolean
finish_apply (BrineStore *store, GAsyncResult *result, GError **error)
{
  BrineChange *inverse = brine_store_apply_finish (store, result, error);

  brine_change_free (inverse);
  return inverse != NULL;
}

static void
start_agenda (BrineStore *store, GCancellable *cancellable, Answer *answer)
{
  brine_store_load_agenda_async (store, FROM, TO, NOW, cancellable, on_answer_cb, answer);
}

static void
start_facts (BrineStore *store, GCancellable *cancellable, Answer *answer)
{
  brine_store_load_facts_async (store, FROM, TO, NOW, cancellable, on_answer_cb, answer);
}

static gboolean
finish_facts (BrineStore *store, GAsyncResult *result, GError **error)
{
  g_autoptr (GArray) facts = brine_store_load_facts_finish (store, result, error);

  return facts != NULL;
}

static void
start_checkins (BrineStore *store, GCancellable *cancellable, Answer *answer)
{
  brine_store_load_checkins_async (store, FROM, TO, cancellable, on_answer_cb, answer);
}

static void
start_pauses (BrineStore *store, GCancellable *cancellable, Answer *answer)
{
  brine_store_load_pauses_async (store, FROM, TO, cancellable, on_answer_cb, answer);
}

static void
start_contacts (BrineStore *store, GCancellable *cancellable, Answer *answer)
{
  brine_store_load_contacts_async (store, cancellable, on_answer_cb, answer);
}

static void
start_templates (BrineStore *store, GCancellable *cancellable, Answer *answer)
{
  brine_store_load_templates_async (store, cancellable, on_answer_cb, answer);
}

#define DEFINE_FINISH_LIST(name)                                                                   \
  static gboolean finish_##name (BrineStore *store, GAsyncResult *result, GError **error)          \
  {                                                                                                \
    g_autoptr (GPtrArray) list = brine_store_load_##name##_finish (store, result, error);          \
                                                                                                   \
    return list != NULL;                                                                           \
  }

DEFINE_FINISH_LIST (agenda)
DEFINE_FINISH_LIST (checkins)
DEFINE_FINISH_LIST (pauses)
DEFINE_FINISH_LIST (contacts)
DEFINE_FINISH_LIST (templates)

static void
start_span (BrineStore *store, GCancellable *cancellable, Answer *answer)
{
  brine_store_load_span_async (store, cancellable, on_answer_cb, answer);
}

static gboolean
finish_span (BrineStore *store, GAsyncResult *result, GError **error)
{
  BrineDay first = 0;
  BrineDay last = 0;

  return brine_store_load_span_finish (store, result, &first, &last, error);
}

#define ITEM_ID "11111111-1111-4111-8111-111111111111"

static void
start_item (BrineStore *store, GCancellable *cancellable, Answer *answer)
{
  brine_store_load_item_async (store, ITEM_ID, cancellable, on_answer_cb, answer);
}

static gboolean
finish_item (BrineStore *store, GAsyncResult *result, GError **error)
{
  g_autoptr (BrinePlanItem) item = brine_store_load_item_finish (store, result, error);

  return item != NULL;
}

static void
start_editable (BrineStore *store, GCancellable *cancellable, Answer *answer)
{
  brine_store_load_editable_async (store, ITEM_ID, cancellable, on_answer_cb, answer);
}

static gboolean
finish_editable (BrineStore *store, GAsyncResult *result, GError **error)
{
  g_autoptr (BrineEditable) editable = brine_store_load_editable_finish (store, result, error);

  return editable != NULL;
}

static void
start_check (BrineStore *store, GCancellable *cancellable, Answer *answer)
{
  brine_store_check_async (store, cancellable, on_answer_cb, answer);
}

static void
start_unplanned (BrineStore *store, GCancellable *cancellable, Answer *answer)
{
  brine_store_is_unplanned_async (store, cancellable, on_answer_cb, answer);
}

/* The diary of the test has an item. */
static gboolean
finish_unplanned (BrineStore *store, GAsyncResult *result, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  gboolean unplanned = brine_store_is_unplanned_finish (store, result, &local_error);

  g_assert_false (unplanned);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static const Pair pairs[] = {
  { "check", start_check, brine_store_check_finish },
  { "apply", start_apply, finish_apply },
  { "agenda", start_agenda, finish_agenda },
  { "facts", start_facts, finish_facts },
  { "span", start_span, finish_span },
  { "checkins", start_checkins, finish_checkins },
  { "pauses", start_pauses, finish_pauses },
  { "contacts", start_contacts, finish_contacts },
  { "item", start_item, finish_item },
  { "templates", start_templates, finish_templates },
  { "editable", start_editable, finish_editable },
  { "unplanned", start_unplanned, finish_unplanned },
};

/* Success on the caller's thread; silence of the work when it was cancelled before its turn; an
 * error when the store is closed. */
static void
test_pairs (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BrinePlanItem) item =
      fixture_item (BRINE_PRACTICE_WALK, "Walk", brine_local (FROM, 8, 0), 20, NULL);
  g_autoptr (BrineLog) log = fixture_log (item, item->start, BRINE_STATE_DONE);

  g_free (item->id);
  item->id = g_strdup (ITEM_ID);
  fixture_put_item (fixture->store, item);
  fixture_put_log (fixture->store, log);
  for (int round = 0; round < 3; round++)
    for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
      {
        g_autoptr (GCancellable) cancellable = g_cancellable_new ();
        g_autoptr (GError) error = NULL;
        Answer answer = { 0 };

        if (round == 1)
          g_cancellable_cancel (cancellable);
        if (round == 2)
          brine_store_close (fixture->store);
        pairs[i].start (fixture->store, cancellable, &answer);
        g_assert_false (answer.done);
        fixture_wait (&answer.done);
        g_assert_true (answer.thread == g_thread_self ());
        g_assert_cmpint (pairs[i].finish (fixture->store, answer.result, &error), ==, round == 0);
        if (round == 0)
          g_assert_no_error (error);
        else if (round == 1)
          g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
        else
          g_assert_error (error, BRINE_ERROR, BRINE_ERROR_IO);
        g_object_unref (answer.result);
      }
}

/* A change cancelled before its turn is not written; one that was written says so. */
static void
test_cancelled_apply (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BrinePlanItem) item =
      fixture_item (BRINE_PRACTICE_WALK, "Walk", brine_local (FROM, 8, 0), 20, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  BrineChange *change = brine_change_new ();
  Answer answer = { 0 };

  g_cancellable_cancel (cancellable);
  brine_change_put_item (change, item);
  brine_store_apply_async (fixture->store, change, cancellable, on_answer_cb, &answer);
  fixture_wait (&answer.done);
  g_assert_null (brine_store_apply_finish (fixture->store, answer.result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_object_unref (answer.result);
  g_autoptr (GPtrArray) items = brine_store_load_items (fixture->store, NULL);
  g_assert_cmpuint (items->len, ==, 0);
}

/* When it calls back, all that was asked before has been answered. */
static void
test_settle (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  Answer agendas[3] = { 0 };
  Answer settled = { 0 };
  Answer closed = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (agendas); i++)
    start_agenda (fixture->store, NULL, &agendas[i]);
  brine_store_settle_async (fixture->store, NULL, on_answer_cb, &settled);
  fixture_wait (&settled.done);
  g_assert_true (brine_store_settle_finish (fixture->store, settled.result, &error));
  g_assert_no_error (error);
  g_object_unref (settled.result);
  for (guint i = 0; i < G_N_ELEMENTS (agendas); i++)
    {
      g_assert_true (agendas[i].done);
      g_object_unref (agendas[i].result);
    }

  brine_store_close (fixture->store);
  brine_store_settle_async (fixture->store, NULL, on_answer_cb, &closed);
  fixture_wait (&closed.done);
  g_assert_false (brine_store_settle_finish (fixture->store, closed.result, &error));
  g_assert_error (error, BRINE_ERROR, BRINE_ERROR_IO);
  g_object_unref (closed.result);
}

/* Opening ------------------------------------------------------------------------------------- */

static void
test_open_async (Fixture *fixture, gconstpointer data)
{
  g_autofree char *missing = g_build_filename (fixture->dir, "missing", NULL);
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  Answer good = { 0 };
  Answer bad = { 0 };
  Answer never = { 0 };

  g_cancellable_cancel (cancelled);
  brine_store_open_async (fixture->dir, BRINE_OPEN_CREATE, NULL, on_answer_cb, &good);
  brine_store_open_async (missing, BRINE_OPEN_EXISTING, NULL, on_answer_cb, &bad);
  brine_store_open_async (missing, BRINE_OPEN_CREATE, cancelled, on_answer_cb, &never);
  fixture_wait (&good.done);
  fixture_wait (&bad.done);
  fixture_wait (&never.done);

  BrineStore *store = brine_store_open_finish (good.result, &error);
  g_assert_no_error (error);
  g_assert_true (BRINE_IS_STORE (store));
  g_assert_null (brine_store_open_finish (bad.result, &error));
  g_assert_error (error, BRINE_ERROR, BRINE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (brine_store_open_finish (never.result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_test (missing, G_FILE_TEST_EXISTS));
  brine_store_close (store);
  g_object_unref (good.result);
  g_object_unref (bad.result);
  g_object_unref (never.result);
  fixture_drain ();
  g_assert_finalize_object (store);
}

/* Nobody waits for the answer any more: the work is done, nothing leaks or crashes. */
static void
test_dropped (Fixture *fixture, gconstpointer data)
{
  for (int i = 0; i < 30; i++)
    {
      g_autoptr (BrinePlanItem) item =
          fixture_item (BRINE_PRACTICE_WALK, "Walk", brine_local (FROM, 8, 0), 20, NULL);
      BrineStore *store = fixture_open (fixture->dir);
      BrineChange *change = brine_change_new ();

      brine_change_put_item (change, item);
      brine_store_apply_async (store, change, NULL, NULL, NULL);
      g_object_unref (store);
      fixture_drain ();
      g_autoptr (BrinePlanItem) written = NULL;
      while (written == NULL)
        written = brine_store_load_item (fixture->store, item->id, NULL);
    }
}

/* Change feed --------------------------------------------------------------------------------- */

static void
on_changed_cb (BrineStore *store, guint kinds, gpointer user_data)
{
  g_string_append_printf (user_data, "%x ", kinds);
}

static void
test_changed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) heard = g_string_new (NULL);
  g_autoptr (BrineCheckin) checkin = fixture_checkin (brine_local (FROM, 9, 0), 3);
  BrineChange *change = brine_change_new ();

  g_signal_connect (fixture->store, "changed", G_CALLBACK (on_changed_cb), heard);
  brine_change_put_checkin (change, checkin);
  brine_change_put_setting (change, BRINE_SETTING_COUNTRY, "DE");
  fixture_apply_and_forget (fixture->store, change);
  g_assert_cmpstr (heard->str, ==, "");
  g_autofree char *country = brine_store_dup_setting (fixture->store, BRINE_SETTING_COUNTRY);
  g_assert_cmpstr (country, ==, "DE");
  fixture_drain ();
  g_assert_cmpstr (heard->str, ==, "84 ");

  /* Looking without a foreign write says nothing, and what changed nothing is no news. */
  brine_store_check_for_changes (fixture->store);
  change = brine_change_new ();
  fixture_apply_and_forget (fixture->store, change);
  g_autoptr (GPtrArray) unused = brine_store_load_items (fixture->store, NULL);
  fixture_drain ();
  g_assert_cmpstr (heard->str, ==, "84 ");
}

static void
test_settings (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *value;
    int minutes;
  } cases[] = {
    { NULL, 240 }, { "0", 0 },     { "720", 720 },  { "721", 240 },
    { "-1", 240 }, { "240", 240 }, { "4:00", 240 }, { "99999999999999999999", 240 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      BrineChange *change = brine_change_new ();

      brine_change_put_setting (change, BRINE_SETTING_DAY_START, cases[i].value);
      fixture_apply_and_forget (fixture->store, change);
      g_assert_cmpint (brine_store_get_day_start_minutes (fixture->store), ==, cases[i].minutes);
    }
  g_assert_null (brine_store_dup_setting (fixture->store, "no-such-key"));

  g_autoptr (GHashTable) all = brine_store_dup_settings (fixture->store);
  g_assert_cmpuint (g_hash_table_size (all), ==, 1);
  g_assert_cmpstr (g_hash_table_lookup (all, BRINE_SETTING_DAY_START), ==, "99999999999999999999");
}

/* Closing twice and using a closed one is harmless. */
static void
test_close (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  brine_store_close (fixture->store);
  brine_store_close (fixture->store);
  brine_store_check_for_changes (fixture->store);
  g_assert_null (brine_store_load_items (fixture->store, &error));
  g_assert_error (error, BRINE_ERROR, BRINE_ERROR_IO);
  g_clear_error (&error);
  g_assert_null (brine_store_apply (fixture->store, brine_change_new (), &error));
  g_assert_error (error, BRINE_ERROR, BRINE_ERROR_IO);
}

static void
test_default_dir (Fixture *fixture, gconstpointer data)
{
  g_autofree char *own = NULL;
  g_autofree char *usual = NULL;

  g_setenv ("BRINE_DATA_DIR", "/somewhere/else", TRUE);
  own = brine_store_dup_default_dir ();
  g_assert_cmpstr (own, ==, "/somewhere/else");
  g_unsetenv ("BRINE_DATA_DIR");
  usual = brine_store_dup_default_dir ();
  g_assert_true (g_str_has_suffix (usual, "/brine"));
  g_assert_true (g_str_has_prefix (usual, g_get_user_data_dir ()));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/store/pairs", test_pairs);
  ADD ("/store/cancelled-apply", test_cancelled_apply);
  ADD ("/store/settle", test_settle);
  ADD ("/store/open-async", test_open_async);
  ADD ("/store/dropped", test_dropped);
  ADD ("/store/changed", test_changed);
  ADD ("/store/settings", test_settings);
  ADD ("/store/close", test_close);
  ADD ("/store/default-dir", test_default_dir);
#undef ADD
  return g_test_run ();
}
