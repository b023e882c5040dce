/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Loaded into a program before it starts (LD_PRELOAD), this notes how long each turn of its main
 * loop keeps it from the next one: from poll() returning to poll() being called again. Layout,
 * drawing, callbacks and everything else the user would have to wait for is inside.
 *
 * Turns of 1 ms and more are written to the file named by BRINE_LOOP_WATCH, one a line, all in
 * microseconds: the monotonic time at which the turn began, its length, the processor time that it
 * took, and what of this went into the phases of the frame clock: "update" (callbacks and styles),
 * "layout" (sizes), "paint" (render nodes), and the drawing of these nodes with cairo, which a
 * graphics card would do. On a machine that is busy with other things a turn is longer than its
 * processor time; waiting for the display makes it longer anywhere.
 */
#include <cairo-xlib.h>
#include <dlfcn.h>
#include <glib-object.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#define NOTED_US 1000

typedef enum
{
  PHASE_OTHER,
  PHASE_UPDATE,
  PHASE_LAYOUT,
  PHASE_PAINT,
  PHASE_DRAW, /* the part of "paint" in which cairo draws on the window */
  N_PHASES,
} Phase;

static FILE *notes;
static GThread *main_thread;
static gint64 woken_us;
static gint64 phase_us[N_PHASES];
static Phase phase;
static gint64 phase_begin_us;

static gint64
get_cpu_us (void)
{
  struct timespec t;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &t);
  return t.tv_sec * G_USEC_PER_SEC + t.tv_nsec / 1000;
}

static void
enter (Phase next)
{
  gint64 now_us = get_cpu_us ();

  phase_us[phase] += now_us - phase_begin_us;
  phase = next;
  phase_begin_us = now_us;
}

/* GDK makes itself a surface of the window when the nodes are there and drawing begins. */
cairo_surface_t *
cairo_xlib_surface_create (Display *display, Drawable drawable, Visual *visual, int width,
                           int height)
{
  static cairo_surface_t *(*real) (Display *, Drawable, Visual *, int, int);

  if (real == NULL)
    *(void **)&real = dlsym (RTLD_NEXT, "cairo_xlib_surface_create");
  if (phase == PHASE_PAINT && g_thread_self () == main_thread)
    enter (PHASE_DRAW);
  return real (display, drawable, visual, width, height);
}

static gboolean
on_phase_cb (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer data)
{
  enter ((Phase)GPOINTER_TO_INT (data));
  return TRUE;
}

/* As soon as there is a frame clock at all. */
static void
watch_phases (void)
{
  static const struct
  {
    const char *signal;
    Phase phase;
  } table[] = {
    { "update", PHASE_UPDATE },
    { "layout", PHASE_LAYOUT },
    { "paint", PHASE_PAINT },
    { "after-paint", PHASE_OTHER },
  };
  static gboolean watched;
  GType type = watched ? G_TYPE_INVALID : g_type_from_name ("GdkFrameClock");

  if (type == G_TYPE_INVALID || g_type_class_peek (type) == NULL)
    return;
  watched = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    g_signal_add_emission_hook (g_signal_lookup (table[i].signal, type), 0, on_phase_cb,
                                GINT_TO_POINTER (table[i].phase), NULL);
}

static void
note_turn (void)
{
  gint64 busy_us = g_get_monotonic_time () - woken_us;
  gint64 cpu_us = 0;

  enter (PHASE_OTHER);
  if (busy_us < NOTED_US)
    return;
  for (int i = 0; i < N_PHASES; i++)
    cpu_us += phase_us[i];
  fprintf (notes, "%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT, woken_us, busy_us,
           cpu_us);
  for (int i = PHASE_UPDATE; i < N_PHASES; i++)
    fprintf (notes, " %" G_GINT64_FORMAT, phase_us[i]);
  fputc ('\n', notes);
}

static int
watched_poll (GPollFD *fds, guint n_fds, int timeout_ms)
{
  int ready;

  if (g_thread_self () != main_thread)
    return g_poll (fds, n_fds, timeout_ms);
  watch_phases ();
  if (woken_us != 0)
    note_turn ();
  ready = g_poll (fds, n_fds, timeout_ms);
  woken_us = g_get_monotonic_time ();
  phase_begin_us = get_cpu_us ();
  for (int i = 0; i < N_PHASES; i++)
    phase_us[i] = 0;
  return ready;
}

__attribute__ ((constructor)) static void
begin (void)
{
  const char *path = getenv ("BRINE_LOOP_WATCH");

  if (path == NULL)
    return;
  notes = fopen (path, "w");
  if (notes == NULL)
    return;
  setlinebuf (notes);
  /* Children are not watched. */
  unsetenv ("LD_PRELOAD");
  unsetenv ("BRINE_LOOP_WATCH");
  main_thread = g_thread_self ();
  g_main_context_set_poll_func (g_main_context_default (), watched_poll);
}
