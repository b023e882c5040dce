/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fingers.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define BOUND_SECONDS 60
/* Between what one test does and the next: no double click, no swipe that goes on. */
#define REST_MS 5000

static int
get_socket (void)
{
  const char *number = g_getenv ("BRINE_FINGERS");

  return number != NULL ? atoi (number) : -1;
}

/* The display server of GTK 4.8 aborts at pictures that hold a render node twice, and nobody looks
 * at ours: what is in the window is not drawn, and is touched all the same. */
static void
draw_nothing (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_data (provider, "window > *, popover > * { opacity: 0; }", -1);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_USER);
}

gboolean
fingers_start (void)
{
  if (get_socket () < 0)
    return FALSE;
  draw_nothing ();
  return TRUE;
}

static gboolean
on_event_cb (GtkEventControllerLegacy *watch, GdkEvent *event, Fingers *self)
{
  switch ((int)gdk_event_get_event_type (event))
    {
    case GDK_TOUCH_BEGIN:
    case GDK_TOUCH_UPDATE:
    case GDK_TOUCH_END:
      self->n_seen++;
      break;
    default:
      break;
    }
  return GDK_EVENT_PROPAGATE;
}

void
fingers_init (Fingers *self, GtkWidget *window)
{
  static guint time_ms;

  time_ms += 100 * REST_MS;
  *self = (Fingers){
    .window = window,
    .watch = gtk_event_controller_legacy_new (),
    .time_ms = time_ms,
  };
  gtk_event_controller_set_propagation_phase (self->watch, GTK_PHASE_CAPTURE);
  g_signal_connect (self->watch, "event", G_CALLBACK (on_event_cb), self);
  gtk_widget_add_controller (window, self->watch);
}

static gboolean
on_late_cb (gpointer data)
{
  g_error ("The window got no event of a finger in a minute");
  return G_SOURCE_REMOVE;
}

static void
send (Fingers *self, const char *stage, int finger, GtkWidget *widget, double x, double y,
      guint after_ms)
{
  graphene_point_t at;
  double left, top;

  self->time_ms += after_ms;
  g_assert_true (gtk_widget_compute_point (widget, self->window, &GRAPHENE_POINT_INIT (x, y), &at));
  gtk_native_get_surface_transform (GTK_NATIVE (self->window), &left, &top);
  g_autofree char *line = g_strdup_printf ("%s %d %.0f %.0f %u\n", stage, finger,
                                           round (at.x + left), round (at.y + top), self->time_ms);
  g_assert_cmpint (write (get_socket (), line, strlen (line)), ==, (gssize)strlen (line));
  self->n_sent++;

  guint late = g_timeout_add_seconds (BOUND_SECONDS, on_late_cb, NULL);
  while (self->n_seen < self->n_sent)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (late);
}

void
fingers_down (Fingers *self, int finger, GtkWidget *widget, double x, double y, guint after_ms)
{
  send (self, "down", finger, widget, x, y, after_ms);
}

void
fingers_move (Fingers *self, int finger, GtkWidget *widget, double x, double y, guint after_ms)
{
  send (self, "move", finger, widget, x, y, after_ms);
}

void
fingers_up (Fingers *self, int finger, GtkWidget *widget, double x, double y, guint after_ms)
{
  send (self, "up", finger, widget, x, y, after_ms);
}

void
fingers_stroke (Fingers *self, GtkWidget *widget, graphene_point_t from, graphene_point_t to,
                guint n_moves, guint ms)
{
  fingers_down (self, 1, widget, from.x, from.y, REST_MS);
  for (guint i = 1; i <= n_moves; i++)
    fingers_move (self, 1, widget, from.x + (to.x - from.x) * i / n_moves,
                  from.y + (to.y - from.y) * i / n_moves, ms);
  fingers_up (self, 1, widget, to.x, to.y, ms);
}
