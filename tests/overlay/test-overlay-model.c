/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "overlay-fixture.h"

#include "zone-maker.h"

#define MONDAY 20780 /* 2026-11-23 */

/* What a model said and shows. */
typedef struct
{
  BrineOverlayModel *model;
  GString *changes; /* "0-1+2 …": position, removed, added */
} Watch;

static void
on_items_changed_cb (GListModel *model, guint position, guint removed, guint added, Watch *watch)
{
  g_string_append_printf (watch->changes, "%s%u-%u+%u", watch->changes->len > 0 ? " " : "",
                          position, removed, added);
}

static void
watch_init (Watch *watch, Fixture *fixture)
{
  watch->model = brine_overlay_model_new (fixture->overlay);
  watch->changes = g_string_new (NULL);
  g_signal_connect (watch->model, "items-changed", G_CALLBACK (on_items_changed_cb), watch);
}

static void
watch_clear (Watch *watch)
{
  g_signal_handlers_disconnect_by_data (watch->model, watch);
  g_object_unref (watch->model);
  g_string_free (watch->changes, TRUE);
}

static char *
dup_titles (BrineOverlayModel *model)
{
  GString *text = g_string_new (NULL);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (model));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (BrineBusy) busy = g_list_model_get_item (G_LIST_MODEL (model), i);
      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", brine_busy_get_title (busy));
    }
  return g_string_free (text, FALSE);
}

typedef struct
{
  BrineOverlayModel *model;
  const char *titles;
} Titles;

static gboolean
shows_titles (gpointer data)
{
  const Titles *wanted = data;
  g_autofree char *titles = dup_titles (wanted->model);

  return !brine_overlay_model_is_loading (wanted->model) && g_str_equal (titles, wanted->titles);
}

static void
wait_titles (Watch *watch, const char *titles)
{
  fixture_wait (shows_titles, &(Titles){ watch->model, titles });
}

static void
assert_changes (Watch *watch, const char *changes)
{
  g_assert_cmpstr (watch->changes->str, ==, changes);
  g_string_truncate (watch->changes, 0);
}

/* ----------------------------------------------------------------------------------------- */

#define A BUSY ("20261123T100000", "a")
#define B BUSY ("20261124T100000", "b")
#define C BUSY ("20261125T100000", "c")
#define D BUSY ("20261126T100000", "d")
#define LATER BUSY ("20261201T100000", "later")

static void
test_range (Fixture *fixture, gconstpointer data)
{
  Watch watch;

  watch_init (&watch, fixture);
  fixture_add (fixture, "Work.ics", C A LATER B);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (watch.model)), ==, 0);
  brine_overlay_model_set_range (watch.model, MONDAY, MONDAY + 6);
  g_assert_true (brine_overlay_model_is_loading (watch.model));
  wait_titles (&watch, "a b c");
  assert_changes (&watch, "0-0+3");
  brine_overlay_model_set_range (watch.model, MONDAY + 1, MONDAY + 8);
  wait_titles (&watch, "b c later");
  assert_changes (&watch, "0-1+0 2-0+1");
  watch_clear (&watch);
}

/* One items-changed for each run that differs; rows that stay keep their object. */
static void
test_minimal (Fixture *fixture, gconstpointer data)
{
  Watch watch;
  g_autoptr (BrineBusy) before = NULL;
  g_autoptr (BrineBusy) after = NULL;

  watch_init (&watch, fixture);
  fixture_add (fixture, "Work.ics", A B D);
  brine_overlay_model_set_range (watch.model, MONDAY, MONDAY + 6);
  wait_titles (&watch, "a b d");
  assert_changes (&watch, "0-0+3");
  before = g_list_model_get_item (G_LIST_MODEL (watch.model), 1);
  fixture_write (fixture, "Work.ics", B C BUSY ("20261126T100000", "e"));
  wait_titles (&watch, "b c e");
  after = g_list_model_get_item (G_LIST_MODEL (watch.model), 0);
  g_assert_true (before == after);
  assert_changes (&watch, "0-1+0 1-1+2");
  fixture_write (fixture, "Work.ics", BUSY ("20261126T100000", "e") C B A);
  wait_titles (&watch, "a b c e");
  assert_changes (&watch, "0-0+1");
  watch_clear (&watch);
}

static void
test_several (Fixture *fixture, gconstpointer data)
{
  Watch watch;
  BrineOverlayFile *work = fixture_add (fixture, "Work.ics", A C);
  BrineOverlayFile *shifts = fixture_add (fixture, "Shifts.ics", B D);

  watch_init (&watch, fixture);
  brine_overlay_model_set_range (watch.model, MONDAY, MONDAY + 6);
  wait_titles (&watch, "a b c d");
  brine_overlay_file_set_shown (work, FALSE);
  wait_titles (&watch, "b d");
  brine_overlay_remove (fixture->overlay, shifts);
  wait_titles (&watch, "");
  brine_overlay_file_set_shown (work, TRUE);
  wait_titles (&watch, "a c");
  watch_clear (&watch);
}

static void
test_names (Fixture *fixture, gconstpointer data)
{
  Watch watch;
  BrineOverlayFile *work = fixture_add (fixture, "Work.ics", BUSY ("20261123T100000", ""));

  watch_init (&watch, fixture);
  brine_overlay_model_set_range (watch.model, MONDAY, MONDAY);
  /* What has no title is called as its calendar. */
  wait_titles (&watch, "Work");
  brine_overlay_file_set_name (work, "Office");
  wait_titles (&watch, "Office");
  watch_clear (&watch);
}

static void
test_incomplete (Fixture *fixture, gconstpointer data)
{
  Watch watch;
  BrineOverlayFile *work =
      fixture_add (fixture, "Work.ics",
                   A "BEGIN:VEVENT\r\nDTSTART:20200101T000000\r\nRRULE:FREQ=SECONDLY\r\n"
                     "END:VEVENT\r\n");

  watch_init (&watch, fixture);
  brine_overlay_model_set_range (watch.model, MONDAY, MONDAY + 6);
  wait_titles (&watch, "a");
  g_assert_false (brine_overlay_file_is_complete (work));
  watch_clear (&watch);
}

/* The zone that an event is pinned to gets other rules, the one where one is does not. */
static void
test_rules (Fixture *fixture, gconstpointer data)
{
  ZoneDatabase database;
  Watch watch;

  zone_database_set_up (&database);
  zone_database_put_rule (&database, "Pinned/Place", 9, 0, 9);
  watch_init (&watch, fixture);
  fixture_add (fixture, "Work.ics",
               BUSY ("20261123T120000", "here") "BEGIN:VEVENT\r\n"
                                                "DTSTART;TZID=Pinned/Place:20261124T073000\r\n"
                                                "DURATION:PT1H\r\nSUMMARY:there\r\nEND:VEVENT\r\n");
  brine_overlay_model_set_range (watch.model, MONDAY, MONDAY);
  wait_titles (&watch, "here there");
  zone_database_put_rule (&database, "Pinned/Place", 9, 0, 7);
  brine_clock_look (fixture->clock);
  wait_titles (&watch, "here");
  watch_clear (&watch);
  zone_database_tear_down (&database);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, test)                                                                            \
  g_test_add ("/overlay-model/" name, Fixture, NULL, fixture_set_up, test, fixture_tear_down)
  ADD ("range", test_range);
  ADD ("minimal", test_minimal);
  ADD ("several", test_several);
  ADD ("names", test_names);
  ADD ("incomplete", test_incomplete);
  ADD ("rules", test_rules);
  return g_test_run ();
}
