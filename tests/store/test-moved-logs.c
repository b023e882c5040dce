/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-editable.h"
#include "fixture.h"

/* What was logged stays with its occurrence when its series moves, is split, and moves back. */

/* Day of the week, hour and state of each occurrence of two weeks: "Mon 8 done". */
static char *
describe (BrineStore *store)
{
  static const char *const names[] = { "Mo", "Tu", "We", "Th", "Fr", "Sa", "Su" };
  BrineLocal now = brine_local (FIXTURE_MONDAY, 0, 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) agenda =
      brine_store_load_agenda (store, FIXTURE_MONDAY, FIXTURE_MONDAY + 13, now, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < agenda->len; i++)
    {
      BrineOccurrence *occurrence = agenda->pdata[i];
      BrineLocal start = brine_occurrence_get_start (occurrence);

      g_assert_nonnull (brine_occurrence_get_item_id (occurrence));
      g_string_append_printf (text, "%s%s%d %s", i > 0 ? ", " : "",
                              names[brine_day_get_weekday (start.day) - 1], start.second / 3600,
                              brine_state_to_nick (brine_occurrence_get_state (occurrence)));
    }
  return g_string_free (text, FALSE);
}

static const struct
{
  BrineScope scope;
  int days; /* how far the second occurrence goes, and how many hours */
  int hours;
  const char *after;
} moves[] = {
  { BRINE_SCOPE_ALL, 1, 1, "Tu9 done, We9 skipped, Th9 partly, Fr9 planned" },
  { BRINE_SCOPE_ALL, -1, 0, "Mo8 skipped, Tu8 partly, We8 planned" },
  { BRINE_SCOPE_THIS_AND_LATER, 2, 0, "Mo8 done, Th8 skipped, Fr8 partly, Sa8 planned" },
  { BRINE_SCOPE_THIS_AND_LATER, 0, 3, "Mo8 done, Tu11 skipped, We11 partly, Th11 planned" },
  { BRINE_SCOPE_THIS, 5, 0, "Mo8 done, We8 partly, Th8 planned, Su8 skipped" },
};

static void
test_moves (void)
{
  static const BrineState logged[] = { BRINE_STATE_DONE, BRINE_STATE_SKIPPED, BRINE_STATE_PARTLY };
  BrineLocal start = brine_local (FIXTURE_MONDAY, 8, 0);

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      char *dir = fixture_make_dir ();
      g_autoptr (BrineStore) store = fixture_open (dir);
      g_autoptr (BrinePlanItem) item =
          fixture_item (BRINE_PRACTICE_WALK, "Walk", start, 20, "FREQ=DAILY;COUNT=4");
      BrineLocal second = brine_local_add_seconds (start, BRINE_SECONDS_PER_DAY);
      BrineLocal to = brine_local_add_seconds (second, moves[i].days * BRINE_SECONDS_PER_DAY
                                                           + moves[i].hours * 3600);
      g_autoptr (BrineEdit) edit =
          brine_plan_item_move (item, second, to, -1, moves[i].scope, NULL, NULL);
      BrineChange *change = brine_change_new ();
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      g_autofree char *undone = NULL;

      fixture_put_item (store, item);
      for (guint n = 0; n < G_N_ELEMENTS (logged); n++)
        {
          g_autoptr (BrineLog) log =
              fixture_log (item,
                           brine_local_add_seconds (start, (int64_t)n * BRINE_SECONDS_PER_DAY),
                           logged[n]);

          fixture_put_log (store, log);
        }
      before = describe (store);
      g_assert_cmpstr (before, ==, "Mo8 done, Tu8 skipped, We8 partly, Th8 planned");
      brine_change_put_edit (change, item->id, edit);
      change = fixture_apply (store, change);
      after = describe (store);
      g_assert_cmpstr (after, ==, moves[i].after);
      fixture_apply_and_forget (store, change);
      undone = describe (store);
      g_assert_cmpstr (undone, ==, before);
      brine_store_close (store);
      fixture_drain ();
      fixture_remove_dir (dir);
    }
}

/* What an edit has to leave alone: logs, and of a sleep item the nights that were slept. */
static void
test_editable (void)
{
  g_autofree char *dir = fixture_make_dir ();
  g_autoptr (BrineStore) store = fixture_open (dir);
  g_autoptr (BrinePlanItem) walk =
      fixture_item (BRINE_PRACTICE_WALK, "Walk", brine_local (FIXTURE_MONDAY, 8, 0), 20,
                    "FREQ=DAILY;COUNT=9");
  g_autoptr (BrinePlanItem) sleep =
      fixture_item (BRINE_PRACTICE_SLEEP, "Sleep", brine_local (FIXTURE_MONDAY, 23, 0), 480,
                    "FREQ=DAILY");
  g_autoptr (BrineLog) log =
      fixture_log (walk, brine_local (FIXTURE_MONDAY + 2, 8, 0), BRINE_STATE_DONE);
  g_autoptr (BrineNight) night = brine_night_new ();
  g_autoptr (BrineEditable) walks = NULL;
  g_autoptr (BrineEditable) nights = NULL;
  BrineChange *change = brine_change_new ();

  night->bed.day = FIXTURE_MONDAY + 3;
  night->wake.day = FIXTURE_MONDAY + 4;
  night->wake.instant.unix_ms = 1000;
  brine_change_put_item (change, walk);
  brine_change_put_item (change, sleep);
  brine_change_put_log (change, log);
  brine_change_put_night (change, night);
  fixture_apply_and_forget (store, change);

  walks = brine_store_load_editable (store, walk->id, NULL);
  g_assert_cmpuint (walks->logged->len, ==, 1);
  g_assert_true (brine_local_equal (g_array_index (walks->logged, BrineLocal, 0),
                                    brine_local (FIXTURE_MONDAY + 2, 8, 0)));
  nights = brine_store_load_editable (store, sleep->id, NULL);
  g_assert_cmpuint (nights->logged->len, ==, 1);
  g_assert_true (brine_local_equal (g_array_index (nights->logged, BrineLocal, 0),
                                    brine_local (FIXTURE_MONDAY + 3, 23, 0)));
  brine_store_close (store);
  fixture_remove_dir (g_steal_pointer (&dir));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/moved-logs/moves", test_moves);
  g_test_add_func ("/moved-logs/editable", test_editable);
  return g_test_run ();
}
