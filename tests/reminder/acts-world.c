/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "acts-world.h"

void
acts_set_now (Fixture *fixture, const char *now)
{
  g_assert_true (brine_instant_parse (now, fixture->berlin, &fixture->with.now));
}

void
acts_set_up (Fixture *fixture, gconstpointer data)
{
  fixture->dir = fixture_make_dir ();
  fixture->store = fixture_open (fixture->dir);
  fixture->berlin = g_time_zone_new_identifier ("Europe/Berlin");
  g_assert_nonnull (fixture->berlin);
  fixture->with = (BrineLogMaker){ NULL, fixture->berlin, { 0 }, 240 };
  acts_set_now (fixture, "2026-11-23T12:20");
  fixture->walk = fixture_item (BRINE_PRACTICE_WALK, "Walk", brine_local (FIXTURE_MONDAY, 12, 30),
                                20, "FREQ=DAILY");
  fixture_put_item (fixture->store, fixture->walk);
}

void
acts_tear_down (Fixture *fixture, gconstpointer data)
{
  brine_plan_item_free (fixture->walk);
  brine_store_close (fixture->store);
  g_object_unref (fixture->store);
  g_time_zone_unref (fixture->berlin);
  fixture_remove_dir (fixture->dir);
}

/* Shows a reminder of @item under @notice. */
void
acts_show (Fixture *fixture, const char *key, const char *notice, BrineDueSource source,
           const BrinePlanItem *item, BrineLocal original, BrineDay day)
{
  g_autoptr (BrineDelivery) delivery = brine_delivery_new (key, source);
  BrineChange *change = brine_change_new ();

  delivery->item_id = item != NULL ? g_strdup (item->id) : NULL;
  delivery->original = original;
  delivery->nominal = original;
  delivery->day = day;
  delivery->practice = item != NULL ? item->practice : BRINE_PRACTICE_MEAL;
  delivery->state = BRINE_DELIVERY_SHOWN;
  delivery->shown = TRUE;
  delivery->at.unix_ms = 1000;
  delivery->notice_id = g_strdup (notice);
  brine_change_put_delivery (change, delivery);
  fixture_apply_and_forget (fixture->store, change);
}

void
acts_show_walk (Fixture *fixture, const char *key, BrineDay day)
{
  acts_show (fixture, key, NOTICE, BRINE_DUE_PLAN, fixture->walk, brine_local (day, 12, 30), day);
}

gboolean
acts_act (Fixture *fixture, BrineActKind kind, int argument)
{
  g_autoptr (GError) error = NULL;
  gboolean acted = FALSE;

  g_assert_true (
      brine_reminder_act (fixture->store, NOTICE, kind, argument, &fixture->with, &acted, &error));
  g_assert_no_error (error);
  return acted;
}

static int
compare_words (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(char *const *)a, *(char *const *)b);
}

/* @states: those of all deliveries by key, with spaces between. */
void
acts_assert_states (Fixture *fixture, const char *states)
{
  g_autoptr (GPtrArray) found =
      brine_store_load_deliveries (fixture->store, (BrineInstant){ 0 }, NULL);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = NULL;

  for (guint i = 0; i < found->len; i++)
    {
      const BrineDelivery *delivery = found->pdata[i];
      g_ptr_array_add (words, g_strdup_printf ("%s=%s", delivery->key,
                                               brine_delivery_state_to_nick (delivery->state)));
    }
  g_ptr_array_sort (words, compare_words);
  g_ptr_array_add (words, NULL);
  text = g_strjoinv (" ", (char **)words->pdata);
  g_assert_cmpstr (text, ==, states);
}

GPtrArray *
acts_load_logs (Fixture *fixture)
{
  return brine_store_load_logs (fixture->store, BRINE_DAY_MIN, BRINE_DAY_MAX, NULL);
}

/* The only log there is. (transfer full) */
BrineLog *
acts_get_log (Fixture *fixture)
{
  g_autoptr (GPtrArray) logs = acts_load_logs (fixture);

  g_assert_cmpuint (logs->len, ==, 1);
  return brine_log_copy (logs->pdata[0]);
}

void
acts_assert_n_logs (Fixture *fixture, guint n)
{
  g_autoptr (GPtrArray) logs = acts_load_logs (fixture);

  g_assert_cmpuint (logs->len, ==, n);
}

void
acts_assert_at (BrineInstant instant, int offset_seconds, const char *wanted)
{
  g_autofree char *text = brine_instant_to_string (instant, offset_seconds);

  g_assert_cmpstr (text, ==, wanted);
}
