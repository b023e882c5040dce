/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Loaded into a program before it starts (LD_PRELOAD), this notes how long each turn of its main
 * loop keeps it from the next one: from poll() returning to poll() being called again. Layout,
 * drawing, callbacks and everything else the user would have to wait for is inside.
 *
 * Turns of 1 ms and more are written to the file named by BRINE_LOOP_WATCH, one a line: the
 * monotonic time at which the turn began and its length, both in microseconds.
 */
#include <glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define NOTED_US 1000

static FILE *notes;
static gint64 woken_us;
static GThread *main_thread;

static int
watched_poll (GPollFD *fds, guint n_fds, int timeout_ms)
{
  int ready;

  if (g_thread_self () != main_thread)
    return g_poll (fds, n_fds, timeout_ms);
  if (woken_us != 0)
    {
      gint64 busy_us = g_get_monotonic_time () - woken_us;

      if (busy_us >= NOTED_US)
        fprintf (notes, "%" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n", woken_us, busy_us);
    }
  ready = g_poll (fds, n_fds, timeout_ms);
  woken_us = g_get_monotonic_time ();
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
