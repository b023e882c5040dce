/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

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
  g_assert_true (brine_agenda_model_is_loading (model));
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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/models/agenda", test_agenda);
  ADD ("/models/days", test_days);
  ADD ("/models/quotas", test_quotas);
#undef ADD
  return g_test_run ();
}
