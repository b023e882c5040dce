/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-reminder-engine-private.h"

#include "fake-world.h"

/* What the engine does when others do not do their part. */

static FakeWorld *
new_world (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
  BrineLocal start;

  g_assert_true (brine_local_parse ("2026-11-23T08:00:00", &start));
  FakeWorld *world = fake_world_new (brine_zone_resolve (zone, start), "Europe/Berlin");
  BrinePlanItem *item = brine_plan_item_new (BRINE_PRACTICE_WALK, "Walk", start, 20);

  fake_world_add_reminder (item, "0");
  g_ptr_array_add (world->items, item);
  return world;
}

/* Seconds until the engine tries again; -1: it waits for something to change. */
static int
get_retry_seconds (FakeWorld *world)
{
  GSource *source = world->engine->retry_source != 0
                        ? g_main_context_find_source_by_id (NULL, world->engine->retry_source)
                        : NULL;

  if (source == NULL)
    return -1;
  return (int)((g_source_get_ready_time (source) - g_get_monotonic_time () + G_USEC_PER_SEC / 2)
               / G_USEC_PER_SEC);
}

/* Lets these seconds pass at once. */
static void
retry_now (FakeWorld *world)
{
  guint n_loads = world->n_loads;

  g_source_set_ready_time (g_main_context_find_source_by_id (NULL, world->engine->retry_source), 0);
  while (world->n_loads == n_loads)
    g_main_context_iteration (NULL, TRUE);
  fake_world_settle (world);
}

static void
count (GObject *object, GParamSpec *pspec, gpointer user_data)
{
  ++*(int *)user_data;
}

/* Tried again after 1, 5 and 30 seconds, and meanwhile nobody is told that all is well. */
static void
test_retries (void)
{
  static const int delays_seconds[] = { 1, 5, 30 };
  FakeWorld *world = new_world ();
  int n_told = 0;

  world->show_fails = TRUE;
  fake_world_start (world);
  g_signal_connect (world->engine, "notify::problem", G_CALLBACK (count), &n_told);
  fake_world_settle (world);
  for (guint i = 0; i < G_N_ELEMENTS (delays_seconds); i++)
    {
      g_assert_cmpint (brine_reminder_engine_get_problem (world->engine), ==,
                       BRINE_REMINDER_PROBLEM_NOT_SHOWN);
      /* GLib rounds such times to whole seconds of its own. */
      g_assert_cmpint (ABS (get_retry_seconds (world) - delays_seconds[i]), <=, 1);
      retry_now (world);
    }
  g_assert_cmpint (get_retry_seconds (world), ==, -1);
  g_assert_cmpint (n_told, ==, 1);

  world->show_fails = FALSE;
  fake_world_set_available (world, TRUE);
  g_assert_cmpint (brine_reminder_engine_get_problem (world->engine), ==,
                   BRINE_REMINDER_PROBLEM_NONE);
  g_assert_cmpint (n_told, ==, 2);
  g_assert_cmpuint (world->n_shows, ==, 1);
  fake_world_free (world);
}

/* The third try works: it was shown once, and the next trouble begins with one second again. */
static void
test_retry_works (void)
{
  FakeWorld *world = new_world ();

  world->show_fails = TRUE;
  fake_world_start (world);
  fake_world_settle (world);
  retry_now (world);
  world->show_fails = FALSE;
  retry_now (world);
  g_assert_cmpuint (world->n_shows, ==, 1);
  g_assert_cmpint (get_retry_seconds (world), ==, -1);
  g_assert_cmpint (brine_reminder_engine_get_problem (world->engine), ==,
                   BRINE_REMINDER_PROBLEM_NONE);

  world->diary_fails = TRUE;
  fake_world_changed (world);
  g_assert_cmpint (brine_reminder_engine_get_problem (world->engine), ==,
                   BRINE_REMINDER_PROBLEM_DIARY);
  g_assert_cmpint (get_retry_seconds (world), <=, 2);
  fake_world_free (world);
}

/* Whoever shows notifications does not answer: the engine waits with what it knows, claimed and not
 * shown, and everything else goes on. */
static void
test_no_answer (void)
{
  FakeWorld *world = new_world ();

  world->unanswered = g_ptr_array_new ();
  fake_world_start (world);
  while (world->unanswered->len == 0)
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_true (brine_reminder_engine_is_busy (world->engine));
  GHashTableIter iter;
  gpointer value;
  g_hash_table_iter_init (&iter, world->deliveries);
  g_assert_true (g_hash_table_iter_next (&iter, NULL, &value));
  g_assert_cmpint (((BrineDelivery *)value)->state, ==, BRINE_DELIVERY_CLAIMED);
  guint n_loads = world->n_loads;
  brine_reminder_engine_reconsider (world->engine);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (world->n_loads, ==, n_loads);

  GTask *task = g_ptr_array_steal_index (world->unanswered, 0);
  g_clear_pointer (&world->unanswered, g_ptr_array_unref);
  g_task_return_boolean (task, TRUE);
  g_object_unref (task);
  fake_world_settle (world);
  g_hash_table_iter_init (&iter, world->deliveries);
  g_assert_true (g_hash_table_iter_next (&iter, NULL, &value));
  g_assert_cmpint (((BrineDelivery *)value)->state, ==, BRINE_DELIVERY_SHOWN);
  g_assert_cmpuint (world->n_loads, >, n_loads);
  fake_world_free (world);
}

static void
swallow (const char *domain, GLogLevelFlags level, const char *message, gpointer user_data)
{
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  /* That something does not work is what these are about. */
  g_log_set_handler ("brine-reminder", G_LOG_LEVEL_MESSAGE, swallow, NULL);

  g_test_add_func ("/reminder/engine/retries", test_retries);
  g_test_add_func ("/reminder/engine/retry-works", test_retry_works);
  g_test_add_func ("/reminder/engine/no-answer", test_no_answer);

  return g_test_run ();
}
