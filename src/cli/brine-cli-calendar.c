/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-cli-private.h"

#include <glib-unix.h>
#include <glib/gi18n.h>
#include <signal.h>
#include <unistd.h>

/* Nobody needs to be told of what is done sooner. */
#define QUIET_TICKS 4
#define TICK_MS 250

typedef struct
{
  GMainLoop *loop;
  GCancellable *cancellable;
  BrineCalendarImport *import;
  guint ticks;
  gboolean shown;
  gboolean done;
  GError *error;
} Run;

static gboolean
on_interrupt_cb (gpointer user_data)
{
  g_cancellable_cancel (((Run *)user_data)->cancellable);
  return G_SOURCE_CONTINUE;
}

static gboolean
on_tick_cb (gpointer user_data)
{
  Run *run = user_data;

  if (++run->ticks >= QUIET_TICKS)
    {
      int percent = (int)(brine_calendar_import_get_progress (run->import) * 100);
      /* Translators: on a terminal, while a file is read; %d is a number from 0 to 100 */
      g_autofree char *text = g_strdup_printf (_ ("Reading the calendar: %d %%"), percent);

      g_printerr ("\r%s", text);
      run->shown = TRUE;
    }
  return G_SOURCE_CONTINUE;
}

static void
on_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Run *run = user_data;

  run->done = brine_calendar_import_run_finish (run->import, result, &run->error);
  g_main_loop_quit (run->loop);
}

/* From the first Ctrl+C to the last word. */
static void
wait_for_import (Run *run)
{
  guint interrupt = g_unix_signal_add (SIGINT, on_interrupt_cb, run);
  guint terminate = g_unix_signal_add (SIGTERM, on_interrupt_cb, run);
  guint tick = isatty (STDERR_FILENO) ? g_timeout_add (TICK_MS, on_tick_cb, run) : 0;

  g_main_loop_run (run->loop);
  g_source_remove (interrupt);
  g_source_remove (terminate);
  if (tick > 0)
    g_source_remove (tick);
  if (run->shown)
    g_printerr ("\r\033[K");
}

/* What scripts read stays as it is in every language. */
static const char *
translate (const char *context, const char *text)
{
  return _ (text);
}

BrineCalendarImport *
brine_cli_run_calendar_import (BrineCli *cli, const char *path, gboolean dry_run, GError **error)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (BrineCalendarImport) import =
      brine_calendar_import_new (path, brine_clock_get_zone (cli->clock),
                                 brine_cli_get_day_start (cli), _ ("Untitled"),
                                 cli->json ? NULL : translate);
  Run run = { .loop = loop, .cancellable = cancellable, .import = import };

  brine_calendar_import_run_async (import, cli->store, dry_run, cancellable, on_done_cb, &run);
  wait_for_import (&run);
  if (run.done)
    return g_steal_pointer (&import);
  if (g_error_matches (run.error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_clear_error (&run.error);
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED,
                           _ ("The import was interrupted; the diary is as it was."));
    }
  else
    g_propagate_error (error, run.error);
  return NULL;
}
