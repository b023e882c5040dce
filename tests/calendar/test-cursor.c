/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where the keyboard is when the days below it change.
 */
#include <adwaita.h>

#include "brine-hour-grid-private.h"
#include "page-world.h"

#define FRIDAY brine_day_from_ymd (2026, 11, 20)

static void
open_night (PageWorld *world)
{
  g_autoptr (BrinePlanItem) item = fixture_item (BRINE_PRACTICE_WALK, "Late round",
                                                 brine_local (FRIDAY - 4, 1, 30), 30, "FREQ=DAILY");

  page_world_open (world, "Europe/Berlin", "2026-11-20T01:50");
  fixture_put_item (world->store, item);
  page_world_show (world);
  gtk_widget_grab_focus (GTK_WIDGET (page_world_get_grid (world)));
  g_assert_nonnull (gtk_widget_get_focus_child (GTK_WIDGET (page_world_get_grid (world))));
}

static BrineDay
get_cursor_day (PageWorld *world)
{
  return brine_hour_grid_get_cursor (page_world_get_grid (world)).day;
}

/* A day opens in its week where it is, and a week goes on at the weekday. */
static void
test_days (void)
{
  PageWorld world = { 0 };

  open_night (&world);
  page_world_go (&world, BRINE_CALENDAR_DAY, FRIDAY);
  g_assert_cmpint (get_cursor_day (&world), ==, FRIDAY);
  page_world_go (&world, BRINE_CALENDAR_WEEK, FRIDAY);
  g_assert_cmpint (get_cursor_day (&world), ==, FRIDAY);
  page_world_go (&world, BRINE_CALENDAR_WEEK, FRIDAY + 7);
  g_assert_cmpint (get_cursor_day (&world), ==, FRIDAY + 7);
  page_world_close (&world);
}

/* The focus goes along; what it comes to is not chosen by that. */
static void
test_selects_nothing (void)
{
  PageWorld world = { 0 };

  open_night (&world);
  /* In the empty hour there, whatever the focus came to first. */
  BrineGridStop stop = page_world_get_grid (&world)->cursor;
  stop.piece = -1;
  brine_hour_grid_set_cursor (page_world_get_grid (&world), stop, TRUE);
  for (int i = 0; i < 4; i++)
    {
      BrineHourGrid *grid = page_world_get_grid (&world);

      page_world_go (&world, i % 2 == 0 ? BRINE_CALENDAR_DAY : BRINE_CALENDAR_WEEK,
                     FRIDAY + 7 * (i / 2));
      g_assert_null (brine_hour_grid_get_selected (grid));
      g_assert_nonnull (gtk_widget_get_focus_child (GTK_WIDGET (grid)));
    }
  page_world_close (&world);
}

/* By keys one lands on what is near, as on every step. */
static void
test_keys (void)
{
  PageWorld world = { 0 };

  open_night (&world);
  brine_hour_grid_show_cursor (page_world_get_grid (&world), TRUE);
  page_world_go (&world, BRINE_CALENDAR_DAY, FRIDAY);
  page_world_go (&world, BRINE_CALENDAR_WEEK, FRIDAY);
  BrineOccurrence *selected = brine_hour_grid_get_selected (page_world_get_grid (&world));
  g_assert_nonnull (selected);
  g_assert_cmpint (brine_occurrence_get_start (selected).day, ==, FRIDAY);
  page_world_close (&world);
}

int
main (int argc, char **argv)
{
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/calendar/cursor/days", test_days);
  g_test_add_func ("/calendar/cursor/selects-nothing", test_selects_nothing);
  g_test_add_func ("/calendar/cursor/keys", test_keys);
  return g_test_run ();
}
