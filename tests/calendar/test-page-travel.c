/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a page keeps from view to view and from one start to the next, and how it moves under a drag.
 */
#include <adwaita.h>

#include "brine-hour-grid-private.h"
#include "page-world.h"

#define THURSDAY brine_day_from_ymd (2026, 11, 19)

static GtkAdjustment *
get_adjustment (PageWorld *world)
{
  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (world->page->scroller));
}

static const BrineGridPiece *
get_piece (BrineHourGrid *grid)
{
  for (guint i = 0; i < grid->pieces->len; i++)
    {
      const BrineGridPiece *piece = &g_array_index (grid->pieces, BrineGridPiece, i);
      if (grid->first + piece->column == THURSDAY)
        return piece;
    }
  g_assert_not_reached ();
}

static void
open_walk (PageWorld *world)
{
  g_autoptr (BrinePlanItem) item =
      fixture_item (BRINE_PRACTICE_WALK, "Round", brine_local (THURSDAY, 14, 0), 60, NULL);

  page_world_open (world, "Europe/Berlin", "2026-11-19T14:10");
  fixture_put_item (world->store, item);
  page_world_show (world);
}

/* One date for all four views: where one goes in one of them, the others are. */
static void
test_one_date (void)
{
  static const BrineCalendarView views[] = { BRINE_CALENDAR_DAY, BRINE_CALENDAR_WEEK,
                                             BRINE_CALENDAR_MONTH, BRINE_CALENDAR_YEAR };
  PageWorld world = { 0 };

  open_walk (&world);
  for (guint i = 0; i < G_N_ELEMENTS (views) * 4; i++)
    {
      BrineDay first;
      int n_days;

      page_world_go (&world, views[i / 4], THURSDAY + 40 * (int)i);
      brine_calendar_page_set_view (world.page, views[i % 4]);
      page_world_settle (&world);
      brine_calendar_page_get_range (world.page, &first, &n_days);
      g_assert_cmpint (world.page->date, ==, THURSDAY + 40 * (int)i);
      g_assert_cmpint (first, <=, world.page->date);
      g_assert_cmpint (first + n_days, >, world.page->date);
    }
  page_world_close (&world);
}

/* The next window has the hours as high as the last one. */
static void
test_zoom_is_kept (void)
{
  g_autoptr (GSettings) settings = g_settings_new ("org.brineapp.Brine");

  for (int i = 0; i < 3; i++)
    {
      PageWorld world = { 0 };

      open_walk (&world);
      g_object_set (world.page, "settings", settings, NULL);
      g_assert_cmpint (brine_hour_grid_get_zoom (page_world_get_grid (&world)), ==, i);
      brine_calendar_page_zoom (world.page, 1);
      page_world_close (&world);
    }
  g_settings_reset (settings, "calendar-zoom");
}

/* Holds the walk at an edge of what is seen until that is as far as it goes. */
static void
wait_at_edge (PageWorld *world, gboolean below)
{
  BrineHourGrid *grid = page_world_get_grid (world);
  GtkAdjustment *adjustment = get_adjustment (world);
  double page = gtk_adjustment_get_page_size (adjustment);
  double last = -1;

  while (gtk_adjustment_get_value (adjustment) != last)
    {
      last = gtk_adjustment_get_value (adjustment);
      brine_hour_grid_drag_to (grid, grid->drag.x, last + (below ? page - 1 : 1), 0);
      page_world_run_frames (world, 5);
    }
}

static void
test_scrolls_at_edges (void)
{
  PageWorld world = { 0 };

  open_walk (&world);
  brine_calendar_page_set_zoom (world.page, BRINE_HOUR_SCALE_N_STEPS - 1);
  page_world_settle (&world);

  BrineHourGrid *grid = page_world_get_grid (&world);
  GtkAdjustment *adjustment = get_adjustment (&world);
  brine_hour_grid_scroll_to (grid, 13 * 60);
  page_world_settle (&world);
  double before = gtk_adjustment_get_value (adjustment);
  const BrineGridPiece *piece = get_piece (grid);
  double x = BRINE_HOUR_GRID_GUTTER + piece->x + piece->width / 2;
  double y = piece->y + piece->height / 2;

  brine_hour_grid_press (grid, x, y, FALSE);
  brine_hour_grid_begin_drag (grid, BRINE_DRAG_POINTER, grid->drag.act);
  brine_hour_grid_drag_to (grid, x, y + 20, 0);
  page_world_run_frames (&world, 5);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, before);

  wait_at_edge (&world, TRUE);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==,
                     gtk_adjustment_get_upper (adjustment)
                         - gtk_adjustment_get_page_size (adjustment));
  g_assert_cmpint (brine_local_get_minute_of_day (grid->drag.place.start), >=, 22 * 60);
  wait_at_edge (&world, FALSE);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 0);
  g_assert_cmpint (brine_local_get_minute_of_day (grid->drag.place.start), <=, 60);

  brine_hour_grid_cancel_drag (grid);
  page_world_settle (&world);
  g_assert_cmpint (brine_local_get_minute_of_day (
                       brine_occurrence_get_start (g_ptr_array_index (grid->occurrences, 0))),
                   ==, 14 * 60);
  page_world_close (&world);
}

static void
assert_label_is_whole (GtkWidget *label, GtkWidget *card)
{
  PangoLayout *layout = gtk_label_get_layout (GTK_LABEL (label));
  graphene_rect_t bounds;
  int height;

  g_assert_cmpint (pango_layout_get_line_count (layout), ==, 1);
  pango_layout_get_pixel_size (layout, NULL, &height);
  g_assert_true (gtk_widget_compute_bounds (label, card, &bounds));
  g_assert_cmpfloat (bounds.size.height, >=, height);
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, gtk_widget_get_height (card));
}

/* What the pointer meets in the middle of @child of @card. */
static GtkWidget *
pick (GtkWidget *card, GtkWidget *child)
{
  GtkWidget *overlay = gtk_widget_get_parent (card);
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (child, overlay, &bounds));
  return gtk_widget_pick (overlay, bounds.origin.x + bounds.size.width / 2,
                          bounds.origin.y + bounds.size.height / 2, GTK_PICK_DEFAULT);
}

/* Who has nothing planned yet is told so in full, can press what helps, and can drag over the hours
 * below the words. */
static void
test_empty (void)
{
  static const BrineCalendarView views[] = { BRINE_CALENDAR_DAY, BRINE_CALENDAR_WEEK };
  PageWorld world = { 0 };

  page_world_open (&world, "Europe/Berlin", "2026-11-19T14:10");
  page_world_show (&world);
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      GtkWidget *card = world.page->empty;
      int n_labels = 0, n_buttons = 0;

      page_world_go (&world, views[i], THURSDAY);
      g_assert_true (gtk_widget_get_mapped (card));
      for (GtkWidget *child = gtk_widget_get_first_child (card); child != NULL;
           child = gtk_widget_get_next_sibling (child))
        if (GTK_IS_LABEL (child))
          {
            n_labels++;
            assert_label_is_whole (child, card);
            GtkWidget *below = pick (card, child);

            g_assert_true (below == world.page->grid
                           || gtk_widget_is_ancestor (below, world.page->grid));
          }
        else if (GTK_IS_BUTTON (child) && gtk_widget_get_mapped (child))
          {
            n_buttons++;
            g_assert_true (gtk_widget_is_ancestor (pick (card, child), card));
          }
      g_assert_cmpint (n_labels, ==, 2);
      g_assert_cmpint (n_buttons, ==, 1);
    }
  page_world_close (&world);
}

int
main (int argc, char **argv)
{
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/calendar/travel/one-date", test_one_date);
  g_test_add_func ("/calendar/travel/zoom-is-kept", test_zoom_is_kept);
  g_test_add_func ("/calendar/travel/scrolls-at-edges", test_scrolls_at_edges);
  g_test_add_func ("/calendar/travel/empty", test_empty);
  return g_test_run ();
}
