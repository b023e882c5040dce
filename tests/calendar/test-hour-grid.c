/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-hour-grid-private.h"

#include "fixture.h"
#include "sample-week.h"

/*
 * The grid in a window, dragged by calling what the pointer calls. Counts what a drag costs, and
 * plays a finger, which no virtual display has.
 */

#define N_MOTIONS 50

typedef struct
{
  char *dir;
  BrineStore *store;
  BrineClock *clock;
  BrineAgendaModel *agenda;
  GtkWidget *window;
  BrineHourGrid *grid;
  BrineOccurrence *dropped; /* owned; of the last signal, so the next three */
  BrineGridPlace place;
  const char *signal;
  int steps;
} GridFixture;

static void
drop (GridFixture *fixture, const char *signal, BrineOccurrence *occurrence, int day, int second,
      int minutes)
{
  fixture->signal = signal;
  g_set_object (&fixture->dropped, occurrence);
  fixture->place = (BrineGridPlace){ { day, second }, minutes };
}

static void
on_move_cb (BrineHourGrid *grid, BrineOccurrence *occurrence, int day, int second,
            GridFixture *fixture)
{
  drop (fixture, "move", occurrence, day, second, 0);
}

static void
on_copy_cb (BrineHourGrid *grid, BrineOccurrence *occurrence, int day, int second,
            GridFixture *fixture)
{
  drop (fixture, "copy", occurrence, day, second, 0);
}

static void
on_resize_cb (BrineHourGrid *grid, BrineOccurrence *occurrence, int day, int second, int minutes,
              GridFixture *fixture)
{
  drop (fixture, "resize", occurrence, day, second, minutes);
}

static void
on_add_cb (BrineHourGrid *grid, int day, int minute, int minutes, GridFixture *fixture)
{
  drop (fixture, "add", NULL, day, minute * 60, minutes);
}

static void
on_menu_cb (BrineHourGrid *grid, BrineOccurrence *occurrence, GdkRectangle *at,
            GridFixture *fixture)
{
  drop (fixture, "menu", occurrence, 0, 0, 0);
}

/* As the page does it: the days go on at once, their rows come later. */
static void
on_step_cb (BrineHourGrid *grid, int direction, GridFixture *fixture)
{
  fixture->steps += direction;
  brine_hour_grid_set_days (grid, brine_hour_grid_get_first_day (grid) + 7 * direction, 7);
}

static gboolean
on_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer ticks)
{
  (*(int *)ticks)++;
  return G_SOURCE_CONTINUE;
}

/* Lets the window draw @n frames. */
static void
draw (GridFixture *fixture, int n)
{
  int ticks = 0;
  guint id = gtk_widget_add_tick_callback (fixture->window, on_tick_cb, &ticks, NULL);

  while (ticks < n)
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_remove_tick_callback (fixture->window, id);
}

static void
set_up (GridFixture *fixture, gconstpointer data)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  BrineDay monday = brine_day_from_ymd (2026, 11, 16);
  BrineInstant now;

  brine_instant_parse (SAMPLE_NOW, zone, &now);
  fixture->dir = fixture_make_dir ();
  fixture->store = fixture_open (fixture->dir);
  fixture->clock = brine_clock_new_fixed (now, zone);
  sample_week_fill (fixture->store);
  fixture->agenda = brine_agenda_model_new (fixture->store, fixture->clock);
  brine_agenda_model_set_range (fixture->agenda, monday - 1, monday + 7);
  fixture->grid = BRINE_HOUR_GRID (brine_hour_grid_new ());
  brine_hour_grid_set_days (fixture->grid, monday, 7);
  brine_hour_grid_set_model (fixture->grid, G_LIST_MODEL (fixture->agenda));
  g_signal_connect (fixture->grid, "move", G_CALLBACK (on_move_cb), fixture);
  g_signal_connect (fixture->grid, "copy", G_CALLBACK (on_copy_cb), fixture);
  g_signal_connect (fixture->grid, "resize", G_CALLBACK (on_resize_cb), fixture);
  g_signal_connect (fixture->grid, "add", G_CALLBACK (on_add_cb), fixture);
  g_signal_connect (fixture->grid, "menu", G_CALLBACK (on_menu_cb), fixture);
  g_signal_connect (fixture->grid, "step", G_CALLBACK (on_step_cb), fixture);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1180, 800);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->grid));
  gtk_window_present (GTK_WINDOW (fixture->window));
  while (brine_loaded_list_is_loading (BRINE_LOADED_LIST (fixture->agenda)))
    g_main_context_iteration (NULL, TRUE);
  draw (fixture, 5);
}

static void
tear_down (GridFixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_clear_object (&fixture->dropped);
  g_clear_object (&fixture->agenda);
  g_clear_object (&fixture->clock);
  g_clear_object (&fixture->store);
  fixture_remove_dir (fixture->dir);
}

static const BrineGridPiece *
find_piece (GridFixture *fixture, const char *title, int column)
{
  BrineHourGrid *grid = fixture->grid;

  for (guint i = 0; i < grid->pieces->len; i++)
    {
      const BrineGridPiece *piece = &g_array_index (grid->pieces, BrineGridPiece, i);
      BrineOccurrence *occurrence = brine_hour_grid_get_occurrence (grid, i);
      if (piece->column == column && g_str_equal (brine_occurrence_get_title (occurrence), title))
        return piece;
    }
  g_error ("%s is not shown", title);
}

static double
get_x (GridFixture *fixture, const BrineGridPiece *piece)
{
  return BRINE_HOUR_GRID_GUTTER + piece->x + piece->width / 2;
}

static double
get_y (GridFixture *fixture, double minute)
{
  return brine_hour_scale_get_y (&fixture->grid->geometry.scale, minute);
}

static void
press (GridFixture *fixture, double x, double y)
{
  brine_hour_grid_press (fixture->grid, x, y, FALSE);
  brine_hour_grid_begin_drag (fixture->grid, BRINE_DRAG_POINTER, fixture->grid->drag.act);
}

static int
count_children (GtkWidget *widget)
{
  int n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += 1 + count_children (child);
  return n;
}

/* A drag makes no widget and builds no block again, whatever it does. */
static void
test_costs (GridFixture *fixture, gconstpointer data)
{
  BrineHourGrid *grid = fixture->grid;
  static const double minutes[] = { 960, 901, 989 }; /* the middle and both ends */

  for (guint i = 0; i < G_N_ELEMENTS (minutes); i++)
    {
      const BrineGridPiece *piece = find_piece (fixture, "Start sauerkraut", 4);
      double x = get_x (fixture, piece);
      guint n_rebuilds = grid->n_rebuilds;
      guint n_made = grid->n_blocks_made;
      int n_children = count_children (GTK_WIDGET (grid));

      press (fixture, x, get_y (fixture, minutes[i]));
      for (int motion = 0; motion < N_MOTIONS; motion++)
        {
          brine_hour_grid_drag_to (grid, x - motion * 7, get_y (fixture, 960 - motion * 10),
                                   motion % 9 == 0 ? GDK_ALT_MASK : 0);
          draw (fixture, 1);
        }
      g_assert_cmpuint (grid->n_rebuilds, ==, n_rebuilds);
      g_assert_cmpuint (grid->n_blocks_made, ==, n_made);
      g_assert_cmpint (count_children (GTK_WIDGET (grid)), ==, n_children);
      brine_hour_grid_cancel_drag (grid);
      draw (fixture, 2);
    }
  g_assert_null (fixture->signal);
}

static void
test_grips (GridFixture *fixture, gconstpointer data)
{
  const BrineGridPiece *piece = find_piece (fixture, "Start sauerkraut", 4);
  double x = get_x (fixture, piece);

  press (fixture, x, piece->y + piece->height - 2);
  g_assert_cmpint (fixture->grid->drag.act, ==, BRINE_DRAG_RESIZE_END);
  brine_hour_grid_drag_to (fixture->grid, x + 200, get_y (fixture, 18 * 60), 0);
  brine_hour_grid_drop (fixture->grid);
  g_assert_cmpstr (fixture->signal, ==, "resize");
  g_assert_cmpint (fixture->place.start.second, ==, 15 * 3600);
  g_assert_cmpint (fixture->place.minutes, ==, 180);

  press (fixture, x, piece->y + 2);
  brine_hour_grid_drag_to (fixture->grid, x, get_y (fixture, 15 * 60 + 32), 0);
  brine_hour_grid_drop (fixture->grid);
  g_assert_cmpint (fixture->place.start.second, ==, (15 * 60 + 30) * 60);
  g_assert_cmpint (fixture->place.minutes, ==, 60);
  g_assert_cmpstr (brine_occurrence_get_title (fixture->dropped), ==, "Start sauerkraut");
}

/* Alt may be pressed and released on the way; Shift makes the steps fine. */
static void
test_modifiers (GridFixture *fixture, gconstpointer data)
{
  const BrineGridPiece *piece = find_piece (fixture, "Start sauerkraut", 4);
  double x = get_x (fixture, piece);
  double middle = piece->y + piece->height / 2;

  press (fixture, x, middle);
  brine_hour_grid_drag_to (fixture->grid, x, middle + get_y (fixture, 968) - get_y (fixture, 960),
                           0);
  g_assert_cmpint (fixture->grid->drag.act, ==, BRINE_DRAG_MOVE);
  g_assert_cmpint (fixture->grid->drag.place.start.second / 60, ==, 15 * 60 + 15);
  brine_hour_grid_set_drag_state (fixture->grid, GDK_ALT_MASK | GDK_SHIFT_MASK);
  g_assert_cmpint (fixture->grid->drag.act, ==, BRINE_DRAG_COPY);
  g_assert_cmpint (fixture->grid->drag.place.start.second / 60, ==, 15 * 60 + 10);
  brine_hour_grid_set_drag_state (fixture->grid, 0);
  g_assert_cmpint (fixture->grid->drag.act, ==, BRINE_DRAG_MOVE);
  brine_hour_grid_set_drag_state (fixture->grid, GDK_ALT_MASK);
  brine_hour_grid_drop (fixture->grid);
  g_assert_cmpstr (fixture->signal, ==, "copy");
  g_assert_cmpint (fixture->place.start.second / 60, ==, 15 * 60 + 15);
}

/* Who waits beyond the last day goes on to the next week; Escape leads back. */
static void
test_week_edge (GridFixture *fixture, gconstpointer data)
{
  const BrineGridPiece *piece = find_piece (fixture, "Start sauerkraut", 4);
  BrineDay monday = brine_hour_grid_get_first_day (fixture->grid);
  double middle = piece->y + piece->height / 2;

  press (fixture, get_x (fixture, piece), middle);
  brine_hour_grid_drag_to (fixture->grid, gtk_widget_get_width (GTK_WIDGET (fixture->grid)) - 3,
                           middle, 0);
  while (fixture->steps == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (brine_hour_grid_is_dragging (fixture->grid));
  g_assert_cmpint (fixture->grid->drag.place.start.day, ==, monday + 13);
  brine_hour_grid_cancel_drag (fixture->grid);
  g_assert_cmpint (fixture->steps, ==, 0);
  g_assert_cmpint (brine_hour_grid_get_first_day (fixture->grid), ==, monday);
  g_assert_null (fixture->signal);
}

static void
test_finger (GridFixture *fixture, gconstpointer data)
{
  BrineHourGrid *grid = fixture->grid;
  const BrineGridPiece *piece = find_piece (fixture, "Start sauerkraut", 4);
  double x = get_x (fixture, piece);

  /* it holds the whole thing, by the edge too, and rests: the menu */
  brine_hour_grid_press (grid, x, piece->y + 2, TRUE);
  brine_hour_grid_begin_drag (grid, BRINE_DRAG_POINTER, grid->drag.act);
  g_assert_cmpint (grid->drag.act, ==, BRINE_DRAG_MOVE);
  brine_hour_grid_drop (grid);
  g_assert_cmpstr (fixture->signal, ==, "menu");

  /* in an empty hour it adds half an hour at once */
  brine_hour_grid_press (grid, x, get_y (fixture, 10 * 60), TRUE);
  brine_hour_grid_begin_drag (grid, BRINE_DRAG_POINTER, grid->drag.act);
  g_assert_true (gtk_widget_get_visible (grid->add_frame));
  brine_hour_grid_drop (grid);
  g_assert_cmpstr (fixture->signal, ==, "add");
  g_assert_cmpint (fixture->place.minutes, ==, 30);
}

/* What is dragged glides to where it snaps, unless nothing is to move; a drop waits for neither. */
static void
test_animations (GridFixture *fixture, gconstpointer data)
{
  BrineHourGrid *grid = fixture->grid;
  GtkSettings *settings = gtk_settings_get_default ();
  gboolean before;

  g_object_get (settings, "gtk-enable-animations", &before, NULL);
  for (int enabled = 0; enabled <= 1; enabled++)
    {
      const BrineGridPiece *piece = find_piece (fixture, "Start sauerkraut", 4);
      double x = get_x (fixture, piece);
      double middle = piece->y + piece->height / 2;

      g_object_set (settings, "gtk-enable-animations", enabled, NULL);
      press (fixture, x, middle);
      brine_hour_grid_drag_to (grid, x, middle - get_y (fixture, 960) + get_y (fixture, 990), 0);
      draw (fixture, 1);
      brine_hour_grid_drag_to (grid, x, middle - get_y (fixture, 960) + get_y (fixture, 1080), 0);
      g_assert_cmpint (adw_animation_get_state (grid->snap) == ADW_ANIMATION_PLAYING, ==, enabled);
      g_clear_object (&fixture->dropped);
      fixture->signal = NULL;
      brine_hour_grid_drop (grid);
      g_assert_cmpstr (fixture->signal, ==, "move");
      g_assert_cmpint (fixture->place.start.second, ==, 17 * 3600);
    }
  g_object_set (settings, "gtk-enable-animations", before, NULL);
}

#define ADD(path, func) g_test_add ("/hour-grid/" path, GridFixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("costs", test_costs);
  ADD ("grips", test_grips);
  ADD ("modifiers", test_modifiers);
  ADD ("week-edge", test_week_edge);
  ADD ("finger", test_finger);
  ADD ("animations", test_animations);
  return g_test_run ();
}
