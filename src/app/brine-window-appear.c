/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-window-private.h"

/* What a page shows is read in a few milliseconds. A disk that needs longer leaves the page empty
 * for a while, but the window is there. */
#define PATIENCE_MS 200

static void
present (BrineWindow *self)
{
  g_clear_handle_id (&self->patience_timer, g_source_remove);
  gtk_window_present (GTK_WINDOW (self));
}

static gboolean
on_patience_cb (gpointer user_data)
{
  BrineWindow *self = BRINE_WINDOW (user_data);

  self->patience_timer = 0;
  present (self);
  return G_SOURCE_REMOVE;
}

static void
on_settled_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BrineWindow) self = BRINE_WINDOW (user_data);

  /* It may have been shown, or closed, meanwhile. */
  if (self->patience_timer != 0)
    present (self);
}

void
brine_window_appear (BrineWindow *self)
{
  g_return_if_fail (BRINE_IS_WINDOW (self));

  if (self->cover != NULL || gtk_widget_get_visible (GTK_WIDGET (self)))
    present (self);
  else if (self->patience_timer == 0)
    self->patience_timer = g_timeout_add (PATIENCE_MS, on_patience_cb, self);
}

void
brine_window_await_page (BrineWindow *self)
{
  if (self->patience_timer != 0)
    brine_store_settle_async (brine_history_get_store (self->history), NULL, on_settled_cb,
                              g_object_ref (self));
}
