/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page-world.h"

#include "brine-hour-grid-private.h"

#define BOUND_SECONDS 60
/* A queued rebuild is done. */
#define REST_FRAMES 3

/* What the application does when it starts. */
static void
add_style (void)
{
  static gboolean added;
  GdkDisplay *display = gdk_display_get_default ();

  if (added)
    return;
  added = TRUE;
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (provider, "/org/brineapp/Brine/style.css");
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (display),
                                    "/org/brineapp/Brine/icons");
}

void
page_world_open (PageWorld *self, const char *zone, const char *now)
{
  BrineInstant instant;

  self->zone = g_time_zone_new_identifier (zone);
  g_assert_nonnull (self->zone);
  add_style ();
  g_assert_true (brine_instant_parse (now, self->zone, &instant));
  self->dir = fixture_make_dir ();
  self->store = fixture_open (self->dir);
  self->history = brine_history_new (self->store);
  self->clock = brine_clock_new_fixed (instant, self->zone);
}

void
page_world_show (PageWorld *self)
{
  self->page = BRINE_CALENDAR_PAGE (brine_calendar_page_new (self->history, self->clock, NULL));
  self->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1180, 800);
  gtk_window_set_child (GTK_WINDOW (self->window), GTK_WIDGET (self->page));
  gtk_window_present (GTK_WINDOW (self->window));
  page_world_settle (self);
}

void
page_world_close (PageWorld *self)
{
  if (self->window != NULL)
    gtk_window_destroy (GTK_WINDOW (self->window));
  fixture_drain ();
  g_clear_object (&self->history);
  g_clear_object (&self->clock);
  brine_store_close (self->store);
  g_clear_object (&self->store);
  g_time_zone_unref (self->zone);
  fixture_remove_dir (self->dir);
}

static gboolean
on_late_cb (gpointer data)
{
  g_error ("The calendar did not come to rest in a minute");
  return G_SOURCE_REMOVE;
}

static void
on_frame_cb (GdkFrameClock *clock, guint *n_frames)
{
  (*n_frames)++;
}

void
page_world_run_frames (PageWorld *self, guint n)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self->page));
  guint late = g_timeout_add_seconds (BOUND_SECONDS, on_late_cb, NULL);
  guint n_frames = 0;
  gulong handler = g_signal_connect (clock, "after-paint", G_CALLBACK (on_frame_cb), &n_frames);

  while (n_frames < n)
    {
      gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_PAINT);
      g_main_context_iteration (NULL, TRUE);
    }
  g_signal_handler_disconnect (clock, handler);
  g_source_remove (late);
}

static gboolean
is_busy (PageWorld *self)
{
  gboolean counting = FALSE;

  g_object_get (self->page->quotas, "loading", &counting, NULL);
  /* A window that becomes active is styled again. */
  return !gtk_window_is_active (GTK_WINDOW (self->window)) || self->page->days_stale
         || brine_history_is_busy (self->history) || counting
         || brine_loaded_list_is_loading (BRINE_LOADED_LIST (self->page->agenda))
         || brine_loaded_list_is_loading (BRINE_LOADED_LIST (self->page->days))
         || !gtk_widget_get_mapped (GTK_WIDGET (self->page));
}

void
page_world_settle (PageWorld *self)
{
  guint late = g_timeout_add_seconds (BOUND_SECONDS, on_late_cb, NULL);

  do
    {
      while (fixture_drain (), is_busy (self))
        g_main_context_iteration (NULL, TRUE);
      page_world_run_frames (self, REST_FRAMES);
    }
  while (fixture_drain (), is_busy (self));
  g_source_remove (late);
}

void
page_world_go (PageWorld *self, BrineCalendarView view, BrineDay day)
{
  brine_calendar_page_show_day (self->page, day);
  brine_calendar_page_set_view (self->page, view);
  page_world_settle (self);
}

BrineHourGrid *
page_world_get_grid (PageWorld *self)
{
  return BRINE_HOUR_GRID (self->page->grid);
}

GtkWidget *
page_world_find (GtkWidget *widget, const char *css_name)
{
  GtkWidget *found = NULL;

  if (g_str_equal (gtk_widget_get_css_name (widget), css_name))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = page_world_find (child, css_name);
  return found;
}
