/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a window shows first is what it goes on to show: a page that has its rows before it is
 * presented makes nothing and moves nothing afterwards.
 */
#include <adwaita.h>

#include "brine-occurrence-row.h"
#include "brine-today-page.h"
#include "fixture.h"

#define N_FRAMES 20
#define BOUND_SECONDS 60

typedef struct
{
  char *dir;
  BrineStore *store;
  BrineHistory *history;
  BrineClock *clock;
  GtkWidget *window;
  GtkWidget *page;
} World;

/* A morning that is finished, an evening that is not, and a mood. */
static void
fill (BrineStore *store)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  BrineLocal morning = brine_local (FIXTURE_MONDAY, 8, 0);
  BrineLocal evening = brine_local (FIXTURE_MONDAY, 20, 0);
  g_autoptr (BrinePlanItem) walk = fixture_item (BRINE_PRACTICE_WALK, "Walk", morning, 20, NULL);
  g_autoptr (BrinePlanItem) sit =
      fixture_item (BRINE_PRACTICE_MEDITATION, "Sit", evening, 10, NULL);
  g_autoptr (BrineLog) done = fixture_log (walk, morning, BRINE_STATE_DONE);
  g_autoptr (BrineCheckin) checkin = brine_checkin_new ();
  g_autoptr (GError) error = NULL;
  BrineChange *change = brine_change_new ();

  fixture_put_item (store, walk);
  fixture_put_item (store, sit);
  fixture_put_log (store, done);
  checkin->mood = 4;
  checkin->at =
      brine_moment_new (brine_zone_resolve (zone, morning), zone, BRINE_DAY_START_DEFAULT_MINUTES);
  brine_change_put_checkin (change, checkin);
  g_autoptr (BrineChange) inverse = brine_store_apply (store, change, &error);
  g_assert_no_error (error);
}

static void
set_up (World *world, gconstpointer data)
{
  world->dir = fixture_make_dir ();
  world->store = fixture_open (world->dir);
  fill (world->store);
  /* What was written is told now, not when the page is there. */
  fixture_drain ();
  world->history = brine_history_new (world->store);
  world->clock = brine_clock_new_from_environment ("2026-11-23T21:00", NULL);
  world->page = brine_today_page_new (world->history, world->clock, NULL);
  world->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (world->window), 1180, 800);
  gtk_window_set_child (GTK_WINDOW (world->window), world->page);
}

static void
tear_down (World *world, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (world->window));
  fixture_drain ();
  g_clear_object (&world->history);
  g_clear_object (&world->clock);
  brine_store_close (world->store);
  g_clear_object (&world->store);
  fixture_remove_dir (world->dir);
}

static void
on_settled_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_assert_true (brine_store_settle_finish (BRINE_STORE (source), result, NULL));
  *(gboolean *)data = TRUE;
}

/* Every widget that shows, with its size. */
static void
describe (GtkWidget *widget, GString *text)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  g_string_append_printf (text, "%s %p %dx%d\n", G_OBJECT_TYPE_NAME (widget), widget,
                          gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    describe (child, text);
}

static int
count_rows (GtkWidget *widget)
{
  int n = BRINE_IS_OCCURRENCE_ROW (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_rows (child);
  return n;
}

typedef struct
{
  World *world;
  GString *first;
  int n_frames;
} Frames;

static void
on_after_paint_cb (GdkFrameClock *clock, Frames *frames)
{
  if (frames->n_frames++ == 0)
    describe (frames->world->page, frames->first);
  gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_PAINT);
}

static void
on_realize_cb (GtkWidget *window, Frames *frames)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint",
                    G_CALLBACK (on_after_paint_cb), frames);
}

static void
settle (World *world)
{
  gboolean settled = FALSE;

  brine_store_settle_async (world->store, NULL, on_settled_cb, &settled);
  fixture_wait (&settled);
  /* What was read is shown in a later turn. */
  fixture_drain ();
}

/* The next frame, and what it has become some frames later: the same, whatever may move. */
static void
assert_still (Frames *frames)
{
  g_autoptr (GString) last = g_string_new (NULL);
  gint64 end = g_get_monotonic_time () + BOUND_SECONDS * G_USEC_PER_SEC;

  frames->n_frames = 0;
  g_string_truncate (frames->first, 0);
  while (frames->n_frames < N_FRAMES)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, TRUE);
    }
  describe (frames->world->page, last);
  g_assert_cmpstr (frames->first->str, ==, last->str);
}

static void
present (Frames *frames)
{
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  frames->first = g_string_new (NULL);
  g_signal_connect_after (frames->world->window, "realize", G_CALLBACK (on_realize_cb), frames);
  gtk_window_present (GTK_WINDOW (frames->world->window));
}

static void
end_frames (Frames *frames)
{
  g_signal_handlers_disconnect_by_data (gtk_widget_get_frame_clock (frames->world->window), frames);
  g_string_free (frames->first, TRUE);
  gtk_settings_reset_property (gtk_settings_get_default (), "gtk-enable-animations");
}

static void
test_first_frame (World *world, gconstpointer data)
{
  Frames frames = { .world = world };

  settle (world);
  present (&frames);
  assert_still (&frames);
  g_assert_nonnull (strstr (frames.first->str, "BrineCheckinDetails"));
  /* The finished morning is folded: its row was never made. */
  g_assert_cmpint (count_rows (world->page), ==, 1);
  end_frames (&frames);
}

/* To a day with nothing and back, while somebody looks. */
static void
test_another_day (World *world, gconstpointer data)
{
  Frames frames = { .world = world };

  settle (world);
  present (&frames);
  assert_still (&frames);
  for (int i = 0; i < 2; i++)
    {
      brine_today_page_show_day (BRINE_TODAY_PAGE (world->page), FIXTURE_MONDAY - 1 + i);
      settle (world);
      assert_still (&frames);
      g_assert_true ((strstr (frames.first->str, "BrineCheckinDetails") != NULL) == (i == 1));
    }
  end_frames (&frames);
}

/* Rows of a long day: no turn makes more than a window shows. */
static void
test_long_day (World *world, gconstpointer data)
{
  const int n_items = 30, most_a_turn = 8;
  gint64 end = g_get_monotonic_time () + BOUND_SECONDS * G_USEC_PER_SEC;
  int n = 0;

  for (int i = 0; i < n_items; i++)
    {
      BrineLocal start = brine_local (FIXTURE_MONDAY + 1, 6 + i / 2, i % 2 * 30);
      g_autoptr (BrinePlanItem) item = fixture_item (BRINE_PRACTICE_WALK, "Walk", start, 20, NULL);
      fixture_put_item (world->store, item);
    }
  gtk_window_present (GTK_WINDOW (world->window));
  settle (world);
  brine_today_page_show_day (BRINE_TODAY_PAGE (world->page), FIXTURE_MONDAY + 1);
  while (n < n_items)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, TRUE);
      int now = count_rows (world->page);
      g_assert_cmpint (now - n, <=, most_a_turn);
      n = now;
    }
  /* What comes later is there at once, and no row is made twice. */
  settle (world);
  g_assert_cmpint (count_rows (world->page), ==, n_items);
}

int
main (int argc, char **argv)
{
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/today-page/first-frame", World, NULL, set_up, test_first_frame, tear_down);
  g_test_add ("/today-page/another-day", World, NULL, set_up, test_another_day, tear_down);
  g_test_add ("/today-page/long-day", World, NULL, set_up, test_long_day, tear_down);
  return g_test_run ();
}
