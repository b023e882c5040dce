/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a step to another week costs, by counts: no widget is made, blocks have nothing inside, and
 * those whose week looks alike are not styled again.
 */
#include <adwaita.h>

#include "brine-calendar-page.h"
#include "brine-hour-grid.h"
#include "brine-occurrence-block.h"
#include "fixture.h"

#define N_STEPS 50
#define N_WEEKS 8
#define MOST_PERCENT 80

typedef struct
{
  char *dir;
  BrineStore *store;
  BrineHistory *history;
  BrineClock *clock;
  GtkWidget *window;
  BrineCalendarPage *page;
  BrineHourGrid *grid;
} World;

static GtkWidget *
find_grid (GtkWidget *widget)
{
  GtkWidget *found = BRINE_IS_HOUR_GRID (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_grid (child);
  return found;
}

static gboolean
on_frame_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  int *frames = data;

  return ++*frames < 3 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/* Until the grid shows the week of @day, and some frames more. */
static void
show_week (World *world, BrineDay day)
{
  BrineDay first = brine_day_get_week_start (day, 1);
  gint64 end = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;
  int frames = 0;

  brine_calendar_page_show_day (world->page, day);
  while (brine_hour_grid_get_first_day (world->grid) != first)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, TRUE);
    }
  gtk_widget_add_tick_callback (GTK_WIDGET (world->grid), on_frame_cb, &frames, NULL);
  while (frames < 3)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, TRUE);
    }
}

static void
set_up (World *world, gconstpointer data)
{
  world->dir = fixture_make_dir ();
  world->store = fixture_open (world->dir);
  fixture_fill (world->store, FIXTURE_MONDAY, 7 * (N_WEEKS + 2), 1);
  world->history = brine_history_new (world->store);
  world->clock = brine_clock_new_from_environment ("2026-11-23T09:00", NULL);
  world->page = BRINE_CALENDAR_PAGE (brine_calendar_page_new (world->history, world->clock, NULL));
  world->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (world->window), 1180, 800);
  gtk_window_set_child (GTK_WINDOW (world->window), GTK_WIDGET (world->page));
  gtk_window_present (GTK_WINDOW (world->window));
  world->grid = BRINE_HOUR_GRID (find_grid (world->window));
  g_assert_nonnull (world->grid);
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

/* Everything inside of @widget, itself too. */
static void
collect (GtkWidget *widget, GHashTable *widgets)
{
  g_hash_table_add (widgets, g_object_ref (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, widgets);
}

static void
test_steps (World *world, gconstpointer data)
{
  g_autoptr (GHashTable) before = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  g_autoptr (GHashTable) after = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  GHashTableIter iter;
  gpointer widget;
  int n_blocks = 0;

  for (int week = 1; week <= N_WEEKS; week++)
    show_week (world, FIXTURE_MONDAY - 7 * week);
  collect (GTK_WIDGET (world->grid), before);
  for (int i = 0; i < N_STEPS; i++)
    show_week (world, FIXTURE_MONDAY - 7 * (1 + i % N_WEEKS));
  collect (GTK_WIDGET (world->grid), after);

  g_assert_cmpuint (g_hash_table_size (after), ==, g_hash_table_size (before));
  g_hash_table_iter_init (&iter, after);
  while (g_hash_table_iter_next (&iter, &widget, NULL))
    {
      g_assert_true (g_hash_table_contains (before, widget));
      if (!BRINE_IS_OCCURRENCE_BLOCK (widget))
        continue;
      n_blocks++;
      g_assert_null (gtk_widget_get_first_child (widget));
    }
  g_assert_cmpint (n_blocks, >=, 50);
}

/* What each block of the grid says; a copy, for the occurrence goes with its week. */
static GHashTable *
collect_titles (GtkWidget *grid)
{
  GHashTable *titles = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  for (GtkWidget *child = gtk_widget_get_first_child (grid); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      BrineOccurrence *shown =
          BRINE_IS_OCCURRENCE_BLOCK (child)
              ? brine_occurrence_block_get_occurrence (BRINE_OCCURRENCE_BLOCK (child))
              : NULL;

      if (shown != NULL)
        g_hash_table_insert (titles, child, g_strdup (brine_occurrence_get_title (shown)));
    }
  return titles;
}

/* A week has what the one before had, so each block goes on with the words it has shaped. */
static void
test_words (World *world, gconstpointer data)
{
  GHashTableIter iter;
  gpointer block, title;
  guint n_blocks = 0, n_same = 0;

  show_week (world, FIXTURE_MONDAY - 7);
  for (int week = 2; week <= N_WEEKS; week++)
    {
      g_autoptr (GHashTable) before = collect_titles (GTK_WIDGET (world->grid));
      g_autoptr (GHashTable) after = NULL;

      show_week (world, FIXTURE_MONDAY - 7 * week);
      after = collect_titles (GTK_WIDGET (world->grid));
      n_blocks += g_hash_table_size (after);
      g_hash_table_iter_init (&iter, after);
      while (g_hash_table_iter_next (&iter, &block, &title))
        n_same += g_strcmp0 (title, g_hash_table_lookup (before, block)) == 0;
    }
  g_test_message ("%u of %u blocks keep their title", n_same, n_blocks);
  g_assert_cmpuint (n_blocks, >=, 300);
  g_assert_cmpuint (n_same * 100, >=, n_blocks * MOST_PERCENT);
}

int
main (int argc, char *argv[])
{
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/calendar/steps-make-no-widgets", World, NULL, set_up, test_steps, tear_down);
  g_test_add ("/calendar/steps-keep-words", World, NULL, set_up, test_words, tear_down);
  return g_test_run ();
}
