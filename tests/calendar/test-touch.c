/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The calendar under fingers: a rest that holds, a stroke that scrolls, a swipe that steps, two
 * fingers that zoom, a tap that selects.
 */
#include <adwaita.h>

#include "brine-hour-grid-private.h"
#include "brine-year-grid-private.h"
#include "fingers.h"
#include "page-world.h"
#include "sample-week.h"

#define BOUND_SECONDS 60
#define QUICK_MS 16 /* between two events: a swipe over 200 px goes 1,250 px a second */
#define SLOW_MS 120
#define REST_MS 5000
#define HOLDING_MS 500
#define N_MOVES 10

/* brine_day_from_ymd (2026, 11, …) */
#define MONDAY brine_day_from_ymd (2026, 11, 16)
#define THURSDAY (MONDAY + 3)
#define FRIDAY (MONDAY + 4)

typedef struct
{
  PageWorld world;
  Fingers fingers;
  BrineHourGrid *grid;
  char *added; /* what the window was asked to add last; NULL: nothing */
} Touch;

static void
on_add (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Touch *self = data;

  g_free (self->added);
  self->added = g_variant_dup_string (parameter, NULL);
}

static void
open (Touch *self)
{
  static const GActionEntry entries[] = {
    { .name = "add-item", .activate = on_add, .parameter_type = "s" }
  };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();

  *self = (Touch){ 0 };
  page_world_open (&self->world, "UTC", SAMPLE_NOW);
  sample_week_fill (self->world.store);
  page_world_show (&self->world);
  page_world_go (&self->world, BRINE_CALENDAR_WEEK, THURSDAY);
  self->grid = page_world_get_grid (&self->world);
  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (self->world.window, "win", G_ACTION_GROUP (actions));
  fingers_init (&self->fingers, self->world.window);
}

static void
close_all (Touch *self)
{
  page_world_close (&self->world);
  g_free (self->added);
}

/* Where a time is in the grid, in the middle of its column. */
static graphene_point_t
at (Touch *self, BrineDay day, int hour, int minute)
{
  int column = day - self->grid->first;
  double width = self->grid->geometry.width / self->grid->n_days;
  double x = brine_hour_grid_mirror_x (self->grid, column * width, width) + width / 2;

  return GRAPHENE_POINT_INIT (x, brine_hour_scale_get_y (&self->grid->geometry.scale,
                                                         hour * 60 + minute));
}

static gboolean
on_late_cb (gpointer data)
{
  g_error ("%s in a minute", (const char *)data);
  return G_SOURCE_REMOVE;
}

/* How long a finger rests until it holds is the one time that passes by itself. A machine that is busy
 * in the middle of a stroke must not make a rest of it. */
static void
set_holding_ms (guint ms)
{
  g_object_set (gtk_settings_get_default (), "gtk-long-press-time", ms, NULL);
}

/* Rests a finger until the grid takes hold of what is below it. */
static void
hold (Touch *self, graphene_point_t point)
{
  set_holding_ms (HOLDING_MS);
  fingers_down (&self->fingers, 1, GTK_WIDGET (self->grid), point.x, point.y, REST_MS);
  guint late = g_timeout_add_seconds (BOUND_SECONDS, on_late_cb, (gpointer) "Nothing was held");
  while (self->grid->drag.by != BRINE_DRAG_POINTER)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (late);
  set_holding_ms (1000 * BOUND_SECONDS);
}

static void
drag_to (Touch *self, graphene_point_t from, graphene_point_t to)
{
  GtkWidget *grid = GTK_WIDGET (self->grid);

  hold (self, from);
  for (int i = 1; i <= N_MOVES; i++)
    fingers_move (&self->fingers, 1, grid, from.x + (to.x - from.x) * i / N_MOVES,
                  from.y + (to.y - from.y) * i / N_MOVES, QUICK_MS);
  fingers_up (&self->fingers, 1, grid, to.x, to.y, SLOW_MS);
  page_world_settle (&self->world);
}

/* When the occurrence of a title is, as 2026-11-20T15:00; NULL: it is not shown. */
static char *
find_start (Touch *self, const char *title)
{
  for (guint i = 0; i < self->grid->occurrences->len; i++)
    {
      BrineOccurrence *occurrence = g_ptr_array_index (self->grid->occurrences, i);

      if (g_strcmp0 (brine_occurrence_get_title (occurrence), title) == 0)
        return brine_local_to_string (brine_occurrence_get_start (occurrence));
    }
  return NULL;
}

static void
assert_start (Touch *self, const char *title, const char *expected)
{
  g_autofree char *start = find_start (self, title);

  g_assert_cmpstr (start, ==, expected);
}

/* The first day that is shown, against the Monday of the sample week. */
static int
get_days_on (Touch *self)
{
  BrineDay first;
  int n_days;

  page_world_settle (&self->world);
  brine_calendar_page_get_range (self->world.page, &first, &n_days);
  return first - MONDAY;
}

static void
assert_at_rest (Touch *self)
{
  page_world_settle (&self->world);
  g_assert_cmpint (self->grid->drag.by, ==, BRINE_DRAG_NONE);
  g_assert_null (self->added);
  g_assert_cmpint (get_days_on (self), ==, 0);
  g_assert_true (
      gtk_scrolled_window_get_kinetic_scrolling (GTK_SCROLLED_WINDOW (self->world.page->scroller)));
  assert_start (self, "Start sauerkraut", "2026-11-20T15:00:00");
}

/* Holding ------------------------------------------------------------------------------------- */

static void
test_hold_adds (void)
{
  Touch touch;

  open (&touch);
  drag_to (&touch, at (&touch, FRIDAY, 9, 30), at (&touch, FRIDAY, 11, 0));
  g_assert_cmpstr (touch.added, ==, "2026-11-20T09:30:00/PT90M");
  g_clear_pointer (&touch.added, g_free);
  assert_at_rest (&touch);
  close_all (&touch);
}

/* Without going anywhere, what is added takes half an hour. */
static void
test_hold_alone_adds (void)
{
  Touch touch;

  open (&touch);
  graphene_point_t point = at (&touch, FRIDAY, 10, 0);
  hold (&touch, point);
  fingers_up (&touch.fingers, 1, GTK_WIDGET (touch.grid), point.x, point.y, SLOW_MS);
  g_assert_cmpstr (touch.added, ==, "2026-11-20T10:00:00/PT30M");
  g_clear_pointer (&touch.added, g_free);
  assert_at_rest (&touch);
  close_all (&touch);
}

static void
test_hold_moves (void)
{
  Touch touch;

  open (&touch);
  /* Held by its middle, which goes to 10:45 of the day before. */
  drag_to (&touch, at (&touch, FRIDAY, 15, 45), at (&touch, THURSDAY, 10, 45));
  assert_start (&touch, "Start sauerkraut", "2026-11-19T10:00:00");
  g_assert_null (touch.added);
  brine_history_undo (touch.world.history);
  assert_at_rest (&touch);
  close_all (&touch);
}

/* What is held and put down where it was stays there, and has its menu. */
static void
test_hold_alone_asks (void)
{
  Touch touch;

  open (&touch);
  graphene_point_t point = at (&touch, FRIDAY, 15, 45);
  hold (&touch, point);
  g_assert_null (touch.world.page->popover);
  fingers_up (&touch.fingers, 1, GTK_WIDGET (touch.grid), point.x, point.y, SLOW_MS);
  g_assert_nonnull (touch.world.page->popover);
  g_assert_true (gtk_widget_get_visible (touch.world.page->popover));
  gtk_popover_popdown (GTK_POPOVER (touch.world.page->popover));
  assert_at_rest (&touch);
  close_all (&touch);
}

/* One finger ---------------------------------------------------------------------------------- */

static void
test_tap_selects (void)
{
  Touch touch;

  open (&touch);
  graphene_point_t point = at (&touch, FRIDAY, 15, 45);
  fingers_stroke (&touch.fingers, GTK_WIDGET (touch.grid), point, point, 0, SLOW_MS);
  page_world_settle (&touch.world);
  BrineOccurrence *selected = brine_hour_grid_get_selected (touch.grid);
  g_assert_nonnull (selected);
  g_assert_cmpstr (brine_occurrence_get_title (selected), ==, "Start sauerkraut");
  assert_at_rest (&touch);
  close_all (&touch);
}

static void
swipe (Touch *self, double dx, double dy, guint ms)
{
  graphene_point_t from = at (self, self->grid->first + 3, 10, 0);
  graphene_point_t to = GRAPHENE_POINT_INIT (from.x + dx, from.y + dy);

  fingers_stroke (&self->fingers, GTK_WIDGET (self->grid), from, to, N_MOVES, ms);
}

static void
test_swipe_steps (void)
{
  Touch touch;

  open (&touch);
  swipe (&touch, -200, 10, QUICK_MS);
  g_assert_cmpint (get_days_on (&touch), ==, 7);
  swipe (&touch, 200, -10, QUICK_MS);
  g_assert_cmpint (get_days_on (&touch), ==, 0);
  swipe (&touch, 200, 0, QUICK_MS);
  g_assert_cmpint (get_days_on (&touch), ==, -7);
  swipe (&touch, -200, 0, QUICK_MS);
  assert_at_rest (&touch);
  close_all (&touch);
}

/* On what is planned too, where a drag could begin. */
static void
test_swipe_from_an_occurrence (void)
{
  Touch touch;

  open (&touch);
  graphene_point_t from = at (&touch, FRIDAY, 15, 45);
  graphene_point_t to = GRAPHENE_POINT_INIT (from.x - 200, from.y + 5);
  fingers_stroke (&touch.fingers, GTK_WIDGET (touch.grid), from, to, N_MOVES, QUICK_MS);
  g_assert_cmpint (get_days_on (&touch), ==, 7);
  swipe (&touch, 200, 0, QUICK_MS);
  assert_at_rest (&touch);
  close_all (&touch);
}

static void
test_swipe_slow_or_slanted (void)
{
  Touch touch;

  open (&touch);
  swipe (&touch, -200, 0, SLOW_MS);
  g_assert_cmpint (get_days_on (&touch), ==, 0);
  swipe (&touch, -150, 140, QUICK_MS);
  assert_at_rest (&touch);
  close_all (&touch);
}

static void
test_swipe_mirrored (void)
{
  Touch touch;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  open (&touch);
  swipe (&touch, 200, 0, QUICK_MS);
  g_assert_cmpint (get_days_on (&touch), ==, 7);
  close_all (&touch);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

/* And opens nothing, although it begins and may end on a day. */
static void
test_swipe_other_views (void)
{
  static const struct
  {
    BrineCalendarView view;
    BrineDay first;
    BrineDay next;
  } rows[] = {
    { BRINE_CALENDAR_DAY, 3, 4 },
    { BRINE_CALENDAR_MONTH, -15, 15 },
    { BRINE_CALENDAR_YEAR, -319, 46 },
  };
  Touch touch;

  open (&touch);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      page_world_go (&touch.world, rows[i].view, THURSDAY);
      g_assert_cmpint (get_days_on (&touch), ==, rows[i].first);
      fingers_stroke (&touch.fingers, touch.world.page->stack, GRAPHENE_POINT_INIT (700, 300),
                      GRAPHENE_POINT_INIT (450, 305), N_MOVES, QUICK_MS);
      g_assert_cmpint (get_days_on (&touch), ==, rows[i].next);
      g_assert_cmpint (brine_calendar_page_get_view (touch.world.page), ==, rows[i].view);
    }
  close_all (&touch);
}

/* The place of a day in a view of whole days, in the stack of the views. */
static graphene_point_t
get_day_place (Touch *self, BrineDay day)
{
  GtkWidget *stack = self->world.page->stack;
  graphene_point_t place;

  if (brine_calendar_page_get_view (self->world.page) == BRINE_CALENDAR_MONTH)
    {
      GtkWidget *cell = page_world_find (self->world.page->month, "monthcell");
      for (BrineDay first = MONDAY - 21; first < day; first++)
        cell = gtk_widget_get_next_sibling (cell);
      g_assert_true (gtk_widget_compute_point (cell, stack, &GRAPHENE_POINT_INIT (30, 30), &place));
      return place;
    }
  GtkWidget *grid = page_world_find (self->world.page->year, "yeargrid");
  BrineMonthRect cell = brine_year_layout_get_cell (&BRINE_YEAR_GRID (grid)->layout, day);
  g_assert_true (gtk_widget_compute_point (grid, stack,
                                           &GRAPHENE_POINT_INIT (cell.x + cell.width / 2,
                                                                 cell.y + cell.height / 2),
                                           &place));
  return place;
}

/* A tap opens a day; what moves on to another day does neither. */
static void
test_days (void)
{
  static const BrineCalendarView views[] = { BRINE_CALENDAR_MONTH, BRINE_CALENDAR_YEAR };
  Touch touch;

  open (&touch);
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      page_world_go (&touch.world, views[i], THURSDAY);
      graphene_point_t tuesday = get_day_place (&touch, MONDAY + 1);
      graphene_point_t week_before = get_day_place (&touch, MONDAY - 6);
      fingers_stroke (&touch.fingers, touch.world.page->stack, tuesday, week_before, N_MOVES,
                      SLOW_MS);
      page_world_settle (&touch.world);
      g_assert_cmpint (brine_calendar_page_get_view (touch.world.page), ==, views[i]);
      fingers_stroke (&touch.fingers, touch.world.page->stack, tuesday, tuesday, 0, SLOW_MS);
      g_assert_cmpint (get_days_on (&touch), ==, 1);
      g_assert_cmpint (brine_calendar_page_get_view (touch.world.page), ==, BRINE_CALENDAR_DAY);
    }
  close_all (&touch);
}

/* A stroke over the hours scrolls them, also where it begins on what is planned. */
static void
test_stroke_scrolls (void)
{
  Touch touch;

  open (&touch);
  brine_calendar_page_set_zoom (touch.world.page, BRINE_HOUR_SCALE_N_STEPS - 1);
  page_world_settle (&touch.world);
  brine_hour_grid_scroll_to (touch.grid, 13 * 60);
  page_world_settle (&touch.world);
  double before = gtk_adjustment_get_value (touch.grid->vadjustment);

  graphene_point_t from = at (&touch, FRIDAY, 16, 0);
  double moved = gtk_adjustment_get_value (touch.grid->vadjustment);
  /* In the window, which does not scroll. */
  graphene_point_t seen = GRAPHENE_POINT_INIT (from.x, from.y - moved);
  fingers_stroke (&touch.fingers, touch.world.page->scroller, seen,
                  GRAPHENE_POINT_INIT (seen.x, seen.y - 120), N_MOVES, SLOW_MS);
  g_assert_cmpfloat (gtk_adjustment_get_value (touch.grid->vadjustment), >, before + 60);
  assert_at_rest (&touch);
  close_all (&touch);
}

/* Two fingers --------------------------------------------------------------------------------- */

/* From @before px apart, one above the other, to @after px. */
static void
pinch (Touch *self, double before, double after)
{
  GtkWidget *scroller = self->world.page->scroller;
  double x = 500, y = 300;

  fingers_down (&self->fingers, 1, scroller, x, y - before / 2, REST_MS);
  fingers_down (&self->fingers, 2, scroller, x + 20, y + before / 2, QUICK_MS);
  for (int i = 1; i <= N_MOVES; i++)
    {
      double half = (before + (after - before) * i / N_MOVES) / 2;

      fingers_move (&self->fingers, 1, scroller, x, y - half, QUICK_MS);
      fingers_move (&self->fingers, 2, scroller, x + 20, y + half, QUICK_MS);
    }
  fingers_up (&self->fingers, 1, scroller, x, y - after / 2, SLOW_MS);
  fingers_up (&self->fingers, 2, scroller, x + 20, y + after / 2, SLOW_MS);
  page_world_settle (&self->world);
}

static void
test_pinch_zooms (void)
{
  Touch touch;

  open (&touch);
  g_assert_cmpint (brine_hour_grid_get_zoom (touch.grid), ==, BRINE_HOUR_SCALE_FIT);
  pinch (&touch, 100, 290); /* 1.4 × 1.4 × 1.4 = 2.74 */
  g_assert_cmpint (brine_hour_grid_get_zoom (touch.grid), ==, 3);
  assert_at_rest (&touch);
  pinch (&touch, 200, 100);
  g_assert_cmpint (brine_hour_grid_get_zoom (touch.grid), ==, 1);
  pinch (&touch, 300, 40);
  g_assert_cmpint (brine_hour_grid_get_zoom (touch.grid), ==, BRINE_HOUR_SCALE_FIT);
  assert_at_rest (&touch);
  close_all (&touch);
}

int
main (int argc, char **argv)
{
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  set_holding_ms (1000 * BOUND_SECONDS);
  g_assert_true (fingers_start ());
  g_test_add_func ("/calendar/touch/hold/adds", test_hold_adds);
  g_test_add_func ("/calendar/touch/hold/alone-adds", test_hold_alone_adds);
  g_test_add_func ("/calendar/touch/hold/moves", test_hold_moves);
  g_test_add_func ("/calendar/touch/hold/alone-asks", test_hold_alone_asks);
  g_test_add_func ("/calendar/touch/tap", test_tap_selects);
  g_test_add_func ("/calendar/touch/swipe/steps", test_swipe_steps);
  g_test_add_func ("/calendar/touch/swipe/from-an-occurrence", test_swipe_from_an_occurrence);
  g_test_add_func ("/calendar/touch/swipe/slow-or-slanted", test_swipe_slow_or_slanted);
  g_test_add_func ("/calendar/touch/swipe/mirrored", test_swipe_mirrored);
  g_test_add_func ("/calendar/touch/swipe/other-views", test_swipe_other_views);
  g_test_add_func ("/calendar/touch/days", test_days);
  g_test_add_func ("/calendar/touch/stroke", test_stroke_scrolls);
  g_test_add_func ("/calendar/touch/pinch", test_pinch_zooms);
  return g_test_run ();
}
