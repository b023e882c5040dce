/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-batch.h"
#include "brine-store-private.h"
#include "fixture.h"

/* What became of reminders: kept, found, forgotten; and changes that rest on what was read. */

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
  brine_store_close (fixture->store);
  g_object_unref (fixture->store);
  fixture_remove_dir (fixture->dir);
}

static BrineDelivery *
make_delivery (const char *key, BrineDeliveryState state, int64_t at_ms)
{
  BrineDelivery *delivery = brine_delivery_new (key, BRINE_DUE_PLAN);

  delivery->item_id = g_strdup ("walk");
  delivery->original = brine_local (FIXTURE_MONDAY, 8, 0);
  delivery->nominal = brine_local (FIXTURE_MONDAY, 7, 50);
  delivery->day = FIXTURE_MONDAY;
  delivery->practice = BRINE_PRACTICE_WALK;
  delivery->title = g_strdup ("Walk");
  delivery->state = state;
  delivery->at.unix_ms = at_ms;
  delivery->notice_id = g_strdup ("brine-1");
  return delivery;
}

static void
put (BrineStore *store, const char *key, BrineDeliveryState state, int64_t at_ms)
{
  g_autoptr (BrineDelivery) delivery = make_delivery (key, state, at_ms);
  BrineChange *change = brine_change_new ();

  brine_change_put_delivery (change, delivery);
  fixture_apply_and_forget (store, change);
}

/* The keys of what is loaded, with spaces between. */
static char *
load_keys (BrineStore *store, int64_t since_ms)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found =
      brine_store_load_deliveries (store, (BrineInstant){ since_ms }, &error);
  GString *keys = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < found->len; i++)
    g_string_append_printf (keys, "%s%s", i > 0 ? " " : "",
                            ((BrineDelivery *)found->pdata[i])->key);
  return g_string_free (keys, FALSE);
}

static void
assert_keys (BrineStore *store, int64_t since_ms, const char *wanted)
{
  g_autofree char *keys = load_keys (store, since_ms);

  g_assert_cmpstr (keys, ==, wanted);
}

/* Open ones are found however old they are. */
static void
test_load (Fixture *fixture, gconstpointer data)
{
  put (fixture->store, "done", BRINE_DELIVERY_DONE, 4000);
  put (fixture->store, "claimed", BRINE_DELIVERY_CLAIMED, 1000);
  put (fixture->store, "snoozed", BRINE_DELIVERY_SNOOZED, 3000);
  put (fixture->store, "shown", BRINE_DELIVERY_SHOWN, 2000);
  put (fixture->store, "expired", BRINE_DELIVERY_EXPIRED, 2500);
  assert_keys (fixture->store, 0, "claimed shown expired snoozed done");
  assert_keys (fixture->store, 2500, "claimed shown expired snoozed done");
  assert_keys (fixture->store, 2501, "claimed shown snoozed done");
  assert_keys (fixture->store, INT64_MAX, "claimed shown snoozed");

  put (fixture->store, "shown", BRINE_DELIVERY_DISMISSED, 5000);
  assert_keys (fixture->store, INT64_MAX, "claimed snoozed");
  assert_keys (fixture->store, 4500, "claimed snoozed shown");
  g_autoptr (BrineChange) change = brine_change_new ();
  brine_change_remove (change, BRINE_KIND_DELIVERY, "claimed");
  fixture_apply_and_forget (fixture->store, g_steal_pointer (&change));
  assert_keys (fixture->store, INT64_MAX, "snoozed");
}

static void
on_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GPtrArray **found = user_data;
  g_autoptr (GError) error = NULL;

  *found = brine_store_load_deliveries_finish (BRINE_STORE (source), result, &error);
  g_assert_no_error (error);
}

static void
test_load_async (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BrineDelivery) wanted = make_delivery ("a", BRINE_DELIVERY_SNOOZED, 1000);
  GPtrArray *found = NULL;
  BrineChange *change = brine_change_new ();

  wanted->until.unix_ms = 601000;
  wanted->shown = TRUE;
  brine_change_put_delivery (change, wanted);
  fixture_apply_and_forget (fixture->store, change);
  brine_store_load_deliveries_async (fixture->store, (BrineInstant){ 0 }, NULL, on_loaded_cb,
                                     &found);
  while (found == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_true (brine_delivery_equal (found->pdata[0], wanted));
  g_ptr_array_unref (found);
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autofree char *long_key = g_strnfill (501, 'k');
  const char *keys[] = { "", long_key, "\xff", "good", "good" };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autoptr (BrineDelivery) delivery = make_delivery (keys[i], BRINE_DELIVERY_SHOWN, 0);
      g_autoptr (GError) error = NULL;
      BrineChange *change = brine_change_new ();

      if (i == 3)
        delivery->state = (BrineDeliveryState)7;
      if (i == 4)
        {
          g_free (delivery->title);
          delivery->title = g_strdup ("\xff");
        }
      brine_change_put_delivery (change, delivery);
      g_assert_null (brine_store_apply (fixture->store, change, &error));
      g_assert_error (error, BRINE_ERROR, BRINE_ERROR_INVALID);
    }
  assert_keys (fixture->store, 0, "");
}

/* What ended long ago is forgotten when the next is claimed: not the last thousand, not what is
 * open. */
static void
test_purge (Fixture *fixture, gconstpointer data)
{
  const int64_t day_ms = INT64_C (86400000);
  BrineChange *change = brine_change_new ();

  put (fixture->store, "open", BRINE_DELIVERY_SHOWN, 0);
  put (fixture->store, "ended", BRINE_DELIVERY_DONE, 0);
  put (fixture->store, "later", BRINE_DELIVERY_CLAIMED, 61 * day_ms);
  assert_keys (fixture->store, 0, "open ended later");

  for (int i = 0; i < 1000; i++)
    {
      g_autofree char *key = g_strdup_printf ("filler-%d", i);
      g_autoptr (BrineDelivery) filler = make_delivery (key, BRINE_DELIVERY_EXPIRED, 60 * day_ms);

      brine_change_put_delivery (change, filler);
    }
  fixture_apply_and_forget (fixture->store, change);
  put (fixture->store, "new", BRINE_DELIVERY_CLAIMED, 60 * day_ms);
  g_autofree char *before = load_keys (fixture->store, 0);
  g_assert_true (g_str_has_prefix (before, "open ended filler"));
  put (fixture->store, "newer", BRINE_DELIVERY_CLAIMED, 60 * day_ms + 1);
  g_autofree char *after = load_keys (fixture->store, 0);
  g_assert_true (g_str_has_prefix (after, "open filler"));
  g_assert_nonnull (strstr (after, "filler-999"));
}

static void
note_kinds (BrineStore *store, guint kinds, guint *all)
{
  *all |= kinds;
}

/* What shows the plan has no reason to look again. */
static void
test_kind (Fixture *fixture, gconstpointer data)
{
  guint kinds = 0;

  g_signal_connect (fixture->store, "changed", G_CALLBACK (note_kinds), &kinds);
  put (fixture->store, "a", BRINE_DELIVERY_CLAIMED, 1000);
  fixture_drain ();
  g_assert_cmphex (kinds, ==, 1u << BRINE_KIND_DELIVERY);
}

/* Batches ----------------------------------------------------------------------------------- */

typedef struct
{
  BrineStore *other;
  gboolean fails;
} Act;

/* Ends the open delivery and logs what it was about; meanwhile nobody else can write. */
static gboolean
act (BrineBatch *batch, gpointer user_data, GError **error)
{
  Act *wish = user_data;
  g_autoptr (GPtrArray) open =
      brine_batch_load_deliveries (batch, (BrineInstant){ INT64_MAX }, error);
  g_autoptr (GPtrArray) rows = brine_batch_load_agenda (batch, FIXTURE_MONDAY, FIXTURE_MONDAY,
                                                        brine_local (FIXTURE_MONDAY, 12, 0), error);
  g_autoptr (BrineChange) change = brine_change_new ();
  g_autoptr (BrineLog) log = brine_log_new ();

  g_assert_nonnull (open);
  g_assert_nonnull (rows);
  if (open->len == 0)
    return TRUE;
  BrineDelivery *delivery = open->pdata[0];
  delivery->state = BRINE_DELIVERY_DONE;
  brine_change_put_delivery (change, delivery);
  log->practice = BRINE_PRACTICE_WALK;
  log->at = fixture_moment (brine_local (FIXTURE_MONDAY, 8, 0));
  log->original = brine_local (FIXTURE_MONDAY, 8, 0);
  brine_change_put_log (change, log);
  if (!brine_batch_apply (batch, change, error))
    return FALSE;
  if (wish->fails)
    g_set_error_literal (error, BRINE_ERROR, BRINE_ERROR_INVALID, "No.");
  return !wish->fails;
}

static guint
count_logs (BrineStore *store)
{
  g_autoptr (GPtrArray) logs = brine_store_load_logs (store, FIXTURE_MONDAY, FIXTURE_MONDAY, NULL);

  return logs->len;
}

static void
test_batch (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BrineChange) inverse = NULL;
  g_autoptr (GError) error = NULL;
  Act wish = { .fails = TRUE };
  guint kinds = 0;

  put (fixture->store, "a", BRINE_DELIVERY_SHOWN, 1000);
  fixture_drain ();
  g_signal_connect (fixture->store, "changed", G_CALLBACK (note_kinds), &kinds);
  g_assert_false (brine_store_run_batch (fixture->store, act, TRUE, &wish, &inverse, &error));
  g_assert_error (error, BRINE_ERROR, BRINE_ERROR_INVALID);
  g_assert_null (inverse);
  g_assert_cmpuint (count_logs (fixture->store), ==, 0);
  assert_keys (fixture->store, INT64_MAX, "a");
  fixture_drain ();
  g_assert_cmphex (kinds, ==, 0);

  wish.fails = FALSE;
  g_clear_error (&error);
  g_assert_true (brine_store_run_batch (fixture->store, act, TRUE, &wish, &inverse, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_logs (fixture->store), ==, 1);
  assert_keys (fixture->store, INT64_MAX, "");
  fixture_drain ();
  g_assert_cmphex (kinds, ==, 1u << BRINE_KIND_DELIVERY | 1u << BRINE_KIND_LOG);

  g_clear_pointer (&inverse, (void (*) (BrineChange *))brine_change_free);
  g_assert_true (brine_store_run_batch (fixture->store, act, TRUE, &wish, &inverse, &error));
  g_assert_null (inverse);
  g_assert_cmpuint (count_logs (fixture->store), ==, 1);
}

/* Two stores as two processes, many times: the one that comes second finds nothing open. */
static gpointer
run_acts (gpointer user_data)
{
  Act *wish = user_data;

  for (int i = 0; i < 50; i++)
    {
      g_autoptr (GError) error = NULL;
      g_assert_true (brine_store_run_batch (wish->other, act, TRUE, wish, NULL, &error));
    }
  return NULL;
}

static void
test_race (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BrineStore) other = fixture_open (fixture->dir);
  Act ours = { .other = fixture->store };
  Act theirs = { .other = other };
  BrineChange *change = brine_change_new ();

  for (int i = 0; i < 60; i++)
    {
      g_autofree char *key = g_strdup_printf ("k%d", i);
      g_autoptr (BrineDelivery) delivery = make_delivery (key, BRINE_DELIVERY_SHOWN, 1000 + i);

      brine_change_put_delivery (change, delivery);
    }
  fixture_apply_and_forget (fixture->store, change);
  g_autoptr (GThread) thread = g_thread_new ("other", run_acts, &theirs);
  run_acts (&ours);
  g_thread_join (g_steal_pointer (&thread));
  g_assert_cmpuint (count_logs (fixture->store), ==, 60);
  assert_keys (fixture->store, INT64_MAX, "");
  brine_store_close (other);
}

/* What another process wrote is told although a list was loaded before the store looked. */
static void
test_told_after_load (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BrineStore) other = fixture_open (fixture->dir);
  BrineLocal noon = brine_local (FIXTURE_MONDAY, 12, 0);
  guint kinds = 0;

  brine_store_check_for_changes (other);
  g_ptr_array_unref (brine_store_load_agenda (other, FIXTURE_MONDAY, FIXTURE_MONDAY, noon, NULL));
  fixture_drain ();
  g_signal_connect (other, "changed", G_CALLBACK (note_kinds), &kinds);
  put (fixture->store, "a", BRINE_DELIVERY_CLAIMED, 1000);
  g_ptr_array_unref (brine_store_load_agenda (other, FIXTURE_MONDAY, FIXTURE_MONDAY, noon, NULL));
  brine_store_check_for_changes (other);
  g_ptr_array_unref (brine_store_load_items (other, NULL)); /* behind the look */
  fixture_drain ();
  g_assert_cmphex (kinds, ==, BRINE_ALL_KINDS);
  brine_store_close (other);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/deliveries/load", test_load);
  ADD ("/deliveries/load-async", test_load_async);
  ADD ("/deliveries/refused", test_refused);
  ADD ("/deliveries/purge", test_purge);
  ADD ("/deliveries/kind", test_kind);
  ADD ("/deliveries/batch", test_batch);
  ADD ("/deliveries/race", test_race);
  ADD ("/deliveries/told-after-load", test_told_after_load);
#undef ADD
  return g_test_run ();
}
