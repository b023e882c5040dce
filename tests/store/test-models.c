/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-loaded-list-private.h"
#include "brine-store-private.h"
#include "fixture.h"

/* Contents and the exact items-changed of each list model. */

typedef struct
{
  char *dir;
  BrineStore *store;
  BrineClock *clock;
  BrineHistory *history;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  BrineLocal noon = brine_local (FIXTURE_MONDAY + 1, 12, 0);

  fixture->dir = fixture_make_dir ();
  fixture->store = fixture_open (fixture->dir);
  fixture->clock = brine_clock_new_fixed (brine_zone_resolve (utc, noon), utc);
  fixture->history = brine_history_new (fixture->store);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  brine_store_close (fixture->store);
  fixture_drain ();
  g_assert_finalize_object (fixture->history);
  g_assert_finalize_object (fixture->clock);
  g_assert_finalize_object (fixture->store);
  fixture_remove_dir (fixture->dir);
}

static void
settle (Fixture *fixture, gpointer model)
{
  gboolean busy = TRUE;

  while (g_object_get (fixture->history, "busy", &busy, NULL), busy)
    g_main_context_iteration (NULL, TRUE);
  fixture_wait_loaded (model);
}

/* "start title state" of each row. */
static char *
describe (GListModel *model)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (BrineOccurrence) row = g_list_model_get_item (model, i);
      g_autofree char *start = brine_local_to_string (brine_occurrence_get_start (row));

      g_string_append_printf (text, "%s%.16s %s %s", i == 0 ? "" : "\n", start,
                              brine_occurrence_get_title (row),
                              brine_state_to_nick (brine_occurrence_get_state (row)));
    }
  return g_string_free (text, FALSE);
}

#define assert_rows(model, expected)                                                               \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *rows = describe (G_LIST_MODEL (model));                                       \
    g_assert_cmpstr (rows, ==, expected);                                                          \
  }                                                                                                \
  G_STMT_END

#define assert_changes(log, expected)                                                              \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_assert_cmpstr ((log)->str, ==, expected);                                                    \
    g_string_truncate (log, 0);                                                                    \
  }                                                                                                \
  G_STMT_END

static void
test_agenda (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BrineAgendaModel) model = brine_agenda_model_new (fixture->store, fixture->clock);
  GString *log = fixture_watch_items (G_LIST_MODEL (model));
  g_autoptr (BrinePlanItem) walk =
      fixture_item (BRINE_PRACTICE_WALK, "Walk", brine_local (FIXTURE_MONDAY, 8, 0), 20,
                    "FREQ=DAILY");
  BrineChange *change = brine_change_new ();

  brine_agenda_model_set_range (model, FIXTURE_MONDAY, FIXTURE_MONDAY + 2);
  g_assert_true (brine_loaded_list_is_loading (BRINE_LOADED_LIST (model)));
  fixture_wait_loaded (model);
  assert_rows (model, "");
  assert_changes (log, "");

  brine_change_put_item (change, walk);
  brine_history_apply (fixture->history, "Walk planned", change);
  settle (fixture, model);
  assert_rows (model, "2026-11-23T08:00 Walk missed\n"
                      "2026-11-24T08:00 Walk due\n"
                      "2026-11-25T08:00 Walk planned");
  assert_changes (log, "0-0+3");

  g_autoptr (BrineOccurrence) first = g_list_model_get_item (G_LIST_MODEL (model), 0);
  g_autoptr (BrineLog) done =
      fixture_log (walk, brine_local (FIXTURE_MONDAY + 1, 8, 0), BRINE_STATE_DONE);
  change = brine_change_new ();
  brine_change_put_log (change, done);
  brine_history_apply (fixture->history, "Walk logged", change);
  settle (fixture, model);
  assert_rows (model, "2026-11-23T08:00 Walk missed\n"
                      "2026-11-24T08:00 Walk done\n"
                      "2026-11-25T08:00 Walk planned");
  assert_changes (log, "1-1+1");
  g_autoptr (BrineOccurrence) still = g_list_model_get_item (G_LIST_MODEL (model), 0);
  g_assert_true (first == still);

  brine_history_undo (fixture->history);
  brine_history_undo (fixture->history);
  settle (fixture, model);
  assert_rows (model, "");
  brine_history_redo (fixture->history);
  brine_history_redo (fixture->history);
  settle (fixture, model);
  assert_rows (model, "2026-11-23T08:00 Walk missed\n"
                      "2026-11-24T08:00 Walk done\n"
                      "2026-11-25T08:00 Walk planned");

  g_assert_finalize_object (g_steal_pointer (&model));
  g_string_free (log, TRUE);
}

static void
test_days (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BrineDayModel) model = brine_day_model_new (fixture->store, fixture->clock);
  GString *log = fixture_watch_items (G_LIST_MODEL (model));
  g_autoptr (BrineCheckin) checkin = fixture_checkin (brine_local (FIXTURE_MONDAY + 3, 9, 0), 4);
  BrineChange *change = brine_change_new ();

  brine_day_model_set_range (model, FIXTURE_MONDAY, FIXTURE_MONDAY + 6);
  fixture_wait_loaded (model);
  assert_changes (log, "0-0+7");

  brine_change_put_checkin (change, checkin);
  brine_history_apply (fixture->history, NULL, change);
  settle (fixture, model);
  assert_changes (log, "3-1+1");
  g_autoptr (BrineDaySummary) day = g_list_model_get_item (G_LIST_MODEL (model), 3);
  g_assert_cmpint (brine_day_summary_get_facts (day)->mood_last, ==, 4);
  g_assert_cmpfloat (brine_day_summary_get_facts (day)->mood_mean, ==, 4);

  brine_day_model_set_range (model, FIXTURE_MONDAY + 1, FIXTURE_MONDAY + 7);
  fixture_wait_loaded (model);
  assert_changes (log, "0-1+0 6-0+1");
  g_assert_finalize_object (g_steal_pointer (&model));
  g_string_free (log, TRUE);
}

/* A year at a time, as a calendar shows it: one walk that is logged is one row that changes. */
static void
test_year (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BrineDayModel) model = brine_day_model_new (fixture->store, fixture->clock);
  GString *log = fixture_watch_items (G_LIST_MODEL (model));
  BrineLocal start = brine_local (FIXTURE_MONDAY - 200, 8, 0);
  g_autoptr (BrinePlanItem) walk =
      fixture_item (BRINE_PRACTICE_WALK, "Walk", start, 20, "FREQ=DAILY");
  BrineLocal third = brine_local (FIXTURE_MONDAY - 198, 8, 0);
  g_autoptr (BrineLog) done = fixture_log (walk, third, BRINE_STATE_DONE);
  BrineChange *change = brine_change_new ();
  int before;

  fixture_put_item (fixture->store, walk);
  brine_day_model_set_range (model, FIXTURE_MONDAY - 300, FIXTURE_MONDAY + 65);
  fixture_wait_loaded (model);
  assert_changes (log, "0-0+366");

  /* The plan was read with the first answer and is kept. */
  before = brine_store_count_queries (fixture->store);
  brine_loaded_list_refresh (BRINE_LOADED_LIST (model));
  fixture_wait_loaded (model);
  assert_changes (log, "");
  g_assert_cmpint (brine_store_count_queries (fixture->store) - before, ==, 3);

  brine_change_put_log (change, done);
  brine_history_apply (fixture->history, NULL, change);
  settle (fixture, model);
  assert_changes (log, "102-1+1");
  g_assert_finalize_object (g_steal_pointer (&model));
  g_string_free (log, TRUE);
}

static void
test_quotas (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BrineQuotaModel) model = brine_quota_model_new (fixture->store, fixture->clock);
  GString *log = fixture_watch_items (G_LIST_MODEL (model));
  g_autoptr (BrinePlanItem) yoga =
      fixture_item (BRINE_PRACTICE_OWN, "Yoga", brine_local (FIXTURE_MONDAY, 0, 0), 30, NULL);
  g_autoptr (BrineLog) done =
      fixture_log (yoga, brine_local (FIXTURE_MONDAY + 2, 0, 0), BRINE_STATE_DONE);
  BrineChange *change = brine_change_new ();

  yoga->quota_per_week = 3;
  done->at = fixture_moment (brine_local (FIXTURE_MONDAY + 2, 18, 0));
  brine_change_put_item (change, yoga);
  brine_history_apply (fixture->history, NULL, change);
  brine_quota_model_set_day (model, FIXTURE_MONDAY + 2, 1);
  settle (fixture, model);
  assert_changes (log, "0-0+1");

  change = brine_change_new ();
  brine_change_put_log (change, done);
  brine_history_apply (fixture->history, NULL, change);
  settle (fixture, model);
  assert_changes (log, "0-1+1");
  g_autoptr (BrineQuotaStatus) status = g_list_model_get_item (G_LIST_MODEL (model), 0);
  g_assert_cmpint (brine_quota_status_get_done (status), ==, 1);
  g_assert_cmpint (brine_quota_status_get_target (status), ==, 3);
  g_assert_cmpstr (brine_quota_status_get_log (status)->id, ==, done->id);

  brine_quota_model_set_day (model, FIXTURE_MONDAY + 3, 1);
  fixture_wait_loaded (model);
  g_autoptr (BrineQuotaStatus) next_day = g_list_model_get_item (G_LIST_MODEL (model), 0);
  g_assert_cmpint (brine_quota_status_get_done (next_day), ==, 1);
  g_assert_null (brine_quota_status_get_log (next_day));
  g_assert_finalize_object (g_steal_pointer (&model));
  g_string_free (log, TRUE);
}

/* Asked many things in a row, the model answers the last; let go in between, it is silent. */
static void
test_many_ranges (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BrineAgendaModel) model = brine_agenda_model_new (fixture->store, fixture->clock);
  g_autoptr (BrinePlanItem) walk =
      fixture_item (BRINE_PRACTICE_WALK, "Walk", brine_local (FIXTURE_MONDAY, 8, 0), 20,
                    "FREQ=DAILY");
  GString *log = fixture_watch_items (G_LIST_MODEL (model));
  BrineDay from;
  BrineDay to;

  fixture_put_item (fixture->store, walk);
  for (int i = 0; i < 20; i++)
    brine_agenda_model_set_range (model, FIXTURE_MONDAY + i, FIXTURE_MONDAY + i + 1);
  brine_agenda_model_set_range (model, FIXTURE_MONDAY + 19, FIXTURE_MONDAY + 20);
  brine_agenda_model_get_range (model, &from, &to);
  g_assert_cmpint (from, ==, FIXTURE_MONDAY + 19);
  g_assert_cmpint (to, ==, FIXTURE_MONDAY + 20);
  fixture_wait_loaded (model);
  assert_rows (model, "2026-12-12T08:00 Walk planned\n2026-12-13T08:00 Walk planned");
  assert_changes (log, "0-0+2");

  /* The next range keeps what both have. */
  g_autoptr (BrineOccurrence) second = g_list_model_get_item (G_LIST_MODEL (model), 1);
  brine_agenda_model_set_range (model, FIXTURE_MONDAY + 20, FIXTURE_MONDAY + 21);
  fixture_wait_loaded (model);
  assert_changes (log, "0-1+0 1-0+1");
  g_autoptr (BrineOccurrence) first = g_list_model_get_item (G_LIST_MODEL (model), 0);
  g_assert_true (first == second);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (model), 2));

  brine_agenda_model_set_range (model, FIXTURE_MONDAY, FIXTURE_MONDAY + 1);
  g_assert_finalize_object (g_steal_pointer (&model));
  fixture_drain ();
  g_string_free (log, TRUE);
}

/* The minute passes: states follow the clock, the rest stays. */
static void
test_clock (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BrineAgendaModel) model = brine_agenda_model_new (fixture->store, fixture->clock);
  g_autoptr (BrinePlanItem) walk =
      fixture_item (BRINE_PRACTICE_WALK, "Walk", brine_local (FIXTURE_MONDAY + 1, 12, 30), 20,
                    "FREQ=DAILY");
  GString *log = fixture_watch_items (G_LIST_MODEL (model));

  /* Nothing to refresh before the first range. */
  brine_loaded_list_refresh (BRINE_LOADED_LIST (model));
  g_assert_false (brine_loaded_list_is_loading (BRINE_LOADED_LIST (model)));
  fixture_put_item (fixture->store, walk);
  brine_agenda_model_set_range (model, FIXTURE_MONDAY + 1, FIXTURE_MONDAY + 2);
  fixture_wait_loaded (model);
  assert_rows (model, "2026-11-24T12:30 Walk planned\n2026-11-25T12:30 Walk planned");
  assert_changes (log, "0-0+2");

  brine_clock_set_now (fixture->clock,
                       brine_instant_add_seconds (brine_clock_get_now (fixture->clock), 45 * 60));
  fixture_wait_loaded (model);
  assert_rows (model, "2026-11-24T12:30 Walk due\n2026-11-25T12:30 Walk planned");
  assert_changes (log, "0-1+1");
  brine_loaded_list_refresh (BRINE_LOADED_LIST (model));
  fixture_wait_loaded (model);
  assert_changes (log, "");
  g_assert_finalize_object (g_steal_pointer (&model));
  g_string_free (log, TRUE);
}

static void
on_notify_cb (GObject *object, GParamSpec *pspec, gpointer user_data)
{
  gboolean loading;

  g_object_get (object, "loading", &loading, NULL);
  g_string_append (user_data, loading ? "+" : "-");
}

static void
test_loading (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BrineDayModel) model = brine_day_model_new (fixture->store, fixture->clock);
  g_autoptr (GString) heard = g_string_new (NULL);

  g_signal_connect (model, "notify::loading", G_CALLBACK (on_notify_cb), heard);
  brine_day_model_set_range (model, FIXTURE_MONDAY, FIXTURE_MONDAY + 6);
  brine_day_model_set_range (model, FIXTURE_MONDAY + 1, FIXTURE_MONDAY + 7);
  brine_loaded_list_refresh (BRINE_LOADED_LIST (model));
  fixture_wait_loaded (model);
  g_assert_cmpstr (heard->str, ==, "+-");

  /* A store that is closed leaves what was there. */
  brine_store_close (fixture->store);
  brine_loaded_list_refresh (BRINE_LOADED_LIST (model));
  fixture_wait_loaded (model);
  g_assert_cmpstr (heard->str, ==, "+-+-");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 7);
  g_assert_finalize_object (g_steal_pointer (&model));
}

/* Done and planned over all practices; paused and skipped are out of both. */
static void
test_summary (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BrineDayModel) model = brine_day_model_new (fixture->store, fixture->clock);
  BrineChange *change = brine_change_new ();
  int done;
  int planned;

  for (int i = 0; i < 4; i++)
    {
      BrineLocal start = brine_local (FIXTURE_MONDAY, 8 + i, 0);
      g_autoptr (BrinePlanItem) item =
          fixture_item (i % BRINE_N_PRACTICES, "Item", start, 20, NULL);
      g_autoptr (BrineLog) log =
          fixture_log (item, start,
                       i < 2 ? BRINE_STATE_DONE + (BrineState)i * 2 : BRINE_STATE_PARTLY);

      brine_change_put_item (change, item);
      if (i < 3)
        brine_change_put_log (change, log);
    }
  fixture_apply_and_forget (fixture->store, change);
  brine_day_model_set_range (model, FIXTURE_MONDAY, FIXTURE_MONDAY);
  fixture_wait_loaded (model);
  g_autoptr (BrineDaySummary) day = g_list_model_get_item (G_LIST_MODEL (model), 0);
  brine_day_summary_get_done (day, &done, &planned);
  g_assert_cmpint (brine_day_summary_get_day (day), ==, FIXTURE_MONDAY);
  g_assert_cmpint (done, ==, 1);
  g_assert_cmpint (planned, ==, 3);
  g_clear_object (&day);

  /* A pause counts for nothing, whatever was logged in it. */
  g_autoptr (BrinePause) pause = brine_pause_new ();
  BrineChange *paused = brine_change_new ();
  pause->from = pause->to = FIXTURE_MONDAY;
  brine_change_put_pause (paused, pause);
  fixture_apply_and_forget (fixture->store, paused);
  fixture_drain ();
  fixture_wait_loaded (model);
  day = g_list_model_get_item (G_LIST_MODEL (model), 0);
  brine_day_summary_get_done (day, &done, &planned);
  g_assert_cmpint (done, ==, 0);
  g_assert_cmpint (planned, ==, 0);
  g_clear_object (&day);
  g_assert_finalize_object (g_steal_pointer (&model));
}

/* Every property of every type tells its default when the object is new. */
static void
test_defaults (Fixture *fixture, gconstpointer data)
{
  GObject *objects[] = { G_OBJECT (brine_agenda_model_new (fixture->store, fixture->clock)),
                         G_OBJECT (brine_day_model_new (fixture->store, fixture->clock)),
                         G_OBJECT (brine_quota_model_new (fixture->store, fixture->clock)),
                         G_OBJECT (brine_history_new (fixture->store)) };

  for (guint i = 0; i < G_N_ELEMENTS (objects); i++)
    {
      guint n_properties;
      g_autofree GParamSpec **properties =
          g_object_class_list_properties (G_OBJECT_GET_CLASS (objects[i]), &n_properties);

      g_assert_cmpuint (n_properties, >, 0);
      for (guint j = 0; j < n_properties; j++)
        {
          g_auto (GValue) value = G_VALUE_INIT;

          g_value_init (&value, properties[j]->value_type);
          g_object_get_property (objects[i], properties[j]->name, &value);
          g_assert_true (g_param_value_defaults (properties[j], &value));
        }
      g_assert_finalize_object (objects[i]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/models/agenda", test_agenda);
  ADD ("/models/days", test_days);
  ADD ("/models/year", test_year);
  ADD ("/models/quotas", test_quotas);
  ADD ("/models/many-ranges", test_many_ranges);
  ADD ("/models/clock", test_clock);
  ADD ("/models/loading", test_loading);
  ADD ("/models/summary", test_summary);
  ADD ("/models/defaults", test_defaults);
#undef ADD
  return g_test_run ();
}
