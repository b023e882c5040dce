/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-window-private.h"

/* Whoever began with an empty diary can have a week planned later: the pages offer it for as long as
 * nothing is planned at all. */

static void
on_answer_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BrineWindow) self = BRINE_WINDOW (user_data);
  BrineStore *store = BRINE_STORE (source);
  gboolean unplanned = brine_store_is_unplanned_finish (store, result, NULL);
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "plan-first-week");

  if (self->history != NULL && brine_history_get_store (self->history) == store)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (action),
                                 unplanned && !brine_store_is_read_only (store));
}

static void
ask (BrineWindow *self, BrineStore *store)
{
  brine_store_is_unplanned_async (store, NULL, on_answer_cb, g_object_ref (self));
}

static void
on_changed_cb (BrineWindow *self, guint kinds, BrineStore *store)
{
  if (kinds & 1u << BRINE_KIND_ITEM)
    ask (self, store);
}

void
brine_window_follow_plan (BrineWindow *self)
{
  BrineStore *store = brine_history_get_store (self->history);

  g_signal_connect_object (store, "changed", G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
  ask (self, store);
}

void
brine_window_plan_first_week (BrineWindow *self)
{
  brine_window_show_welcome (self);
  gtk_widget_activate_action (self->cover, "welcome.form", NULL);
}
