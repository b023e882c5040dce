/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-window-private.h"

/* The window is painted and the page that it shows has its rows long before. */
#define BEGIN_MS 700

/* The first visit of the calendar shall be no slower than the next, so it is made while nothing
 * else is to do. The other pages make what they show bit by bit; to make them for those who never
 * visit them would take memory for nothing. */
static gboolean
on_prepare_cb (gpointer user_data)
{
  BrineWindow *self = user_data;

  self->prepare_timer = 0;
  if (self->cover == NULL)
    brine_window_ensure_page (self, BRINE_PAGE_CALENDAR);
  return G_SOURCE_REMOVE;
}

void
brine_window_prepare_pages (BrineWindow *self)
{
  g_clear_handle_id (&self->prepare_timer, g_source_remove);
  self->prepare_timer = g_timeout_add_full (G_PRIORITY_LOW, BEGIN_MS, on_prepare_cb, self, NULL);
}
