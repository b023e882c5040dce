/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-window-private.h"

#include "brine-later-dialog.h"
#include "brine-preferences-window.h"
#include "brine-reminder-bar.h"
#include "brine-today-page.h"

#include <glib/gi18n.h>

/* What the window has to do with reminders: it starts the service, says when it cannot deliver, and
 * opens what a notification was about. */

/* The service is asked when the window is painted and has its rows; nobody waits for it. */
#define ASK_MS 1200
/* A notification older than this shows a day, and nothing to press. */
#define NOTICE_AGE_SECONDS (7 * 24 * 60 * 60)

/* Link --------------------------------------------------------------------------------------- */

static BrineServiceLink *
make_link (BrineWindow *self)
{
  GApplication *application = G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
  GDBusConnection *bus =
      application != NULL ? g_application_get_dbus_connection (application) : NULL;
  g_autoptr (BrineAutostart) autostart = NULL;

  if (bus != NULL)
    autostart =
        brine_autostart_new (bus, g_get_user_config_dir (), BRINE_LIBEXECDIR "/brine-service",
                             brine_autostart_is_sandboxed ());
  return brine_service_link_new (bus, brine_store_get_dir (brine_history_get_store (self->history)),
                                 autostart);
}

static gboolean
is_sample (BrineWindow *self)
{
  g_autofree char *sample =
      brine_store_dup_setting (brine_history_get_store (self->history), BRINE_SETTING_SAMPLE);

  return g_strcmp0 (sample, "1") == 0;
}

static void
on_page_cb (BrineWindow *self)
{
  brine_reminder_bar_set_on_today (BRINE_REMINDER_BAR (self->reminder_bar),
                                   adw_view_stack_get_visible_child (ADW_VIEW_STACK (self->stack))
                                       == self->slots[BRINE_PAGE_TODAY]);
}

/* Made when the window is long painted: most people never see it. */
static void
ensure_bar (BrineWindow *self)
{
  if (self->reminder_bar != NULL)
    return;
  self->reminder_bar = brine_reminder_bar_new (self->settings);
  gtk_box_insert_child_after (GTK_BOX (self->main), self->reminder_bar, self->unread_bar);
  g_signal_connect_object (self->stack, "notify::visible-child", G_CALLBACK (on_page_cb), self,
                           G_CONNECT_SWAPPED);
  on_page_cb (self);
}

static gboolean
on_ask_cb (gpointer user_data)
{
  BrineWindow *self = user_data;

  self->ask_timer = 0;
  ensure_bar (self);
  brine_reminder_bar_set_link (BRINE_REMINDER_BAR (self->reminder_bar), self->link,
                               brine_history_get_store (self->history), self->clock);
  brine_service_link_refresh (self->link);
  return G_SOURCE_REMOVE;
}

void
brine_window_follow_reminders (BrineWindow *self)
{
  brine_window_drop_reminders (self);
  self->link = make_link (self);
  /* The sample's plan is nobody's, so nobody is told of its reminders. */
  if (is_sample (self))
    return;
  self->ask_timer = g_timeout_add_full (G_PRIORITY_LOW, ASK_MS, on_ask_cb, self, NULL);
}

void
brine_window_drop_reminders (BrineWindow *self)
{
  g_clear_handle_id (&self->ask_timer, g_source_remove);
  if (self->reminder_bar != NULL)
    brine_reminder_bar_set_link (BRINE_REMINDER_BAR (self->reminder_bar), NULL, NULL, NULL);
  if (self->link != NULL)
    brine_service_link_close (self->link);
  g_clear_object (&self->link);
}

void
brine_window_ask_reminders_again (BrineWindow *self)
{
  BrineDelivering delivering;

  if (self->link == NULL || self->ask_timer != 0)
    return;
  delivering = brine_service_link_get_delivering (self->link);
  if (delivering != BRINE_DELIVERING_UNKNOWN && delivering != BRINE_DELIVERING_WORKS)
    brine_service_link_refresh (self->link);
}

/* Preferences -------------------------------------------------------------------------------- */

void
brine_window_show_preferences (BrineWindow *self, const char *page)
{
  GtkWidget *window;

  if (self->history == NULL)
    return;
  window = brine_preferences_window_new (self->history, self->clock, self->settings, self->link);
  if (page != NULL)
    adw_preferences_window_set_visible_page_name (ADW_PREFERENCES_WINDOW (window), page);
  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (window));
}

/* What a notification was about --------------------------------------------------------------- */

typedef struct
{
  BrineWindow *window; /* owned */
  char *notice_id;     /* owned */
} Opening;

static void
opening_free (Opening *opening)
{
  g_object_unref (opening->window);
  g_free (opening->notice_id);
  g_free (opening);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opening, opening_free)

static void
show_day (BrineWindow *self, BrineDay day)
{
  GtkWidget *today = brine_window_ensure_page (self, BRINE_PAGE_TODAY);

  brine_today_page_show_day (BRINE_TODAY_PAGE (today), day);
  brine_window_show_page (self, BRINE_PAGE_TODAY);
}

static void
edit_item (BrineWindow *self, const BrineDelivery *delivery)
{
  g_autofree char *original = brine_local_to_string (delivery->original);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.edit-occurrence", "(ss)", delivery->item_id,
                              original);
}

static void
open_delivery (BrineWindow *self, const BrineDelivery *delivery)
{
  switch (delivery->source)
    {
    case BRINE_DUE_LOOK_BACK:
      brine_window_show_page (self, BRINE_PAGE_PROGRESS);
      break;
    case BRINE_DUE_ASK:
      show_day (self, delivery->day);
      edit_item (self, delivery);
      break;
    default:
      show_day (self, delivery->day);
    }
}

/* Of what is not answered yet, the window asks what the notification did, with more to choose. */
static void
ask (BrineWindow *self, const BrineDelivery *delivery, GPtrArray *open)
{
  if (open->len > 0
      && (delivery->source == BRINE_DUE_PLAN || delivery->source == BRINE_DUE_QUOTA
          || delivery->source == BRINE_DUE_WIND_DOWN))
    brine_later_dialog_present (GTK_WIDGET (self), open, self->clock);
}

static void
on_deliveries_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Opening) opening = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) deliveries =
      brine_store_load_deliveries_finish (BRINE_STORE (source), result, &error);
  g_autoptr (GPtrArray) open = g_ptr_array_new ();
  const BrineDelivery *first = NULL;

  if (opening->window->history == NULL)
    return;
  for (guint i = 0; deliveries != NULL && i < deliveries->len; i++)
    {
      BrineDelivery *delivery = g_ptr_array_index (deliveries, i);

      if (g_strcmp0 (delivery->notice_id, opening->notice_id) != 0)
        continue;
      if (first == NULL)
        first = delivery;
      if (brine_delivery_state_is_open (delivery->state))
        g_ptr_array_add (open, delivery);
    }
  if (first == NULL)
    {
      brine_window_show_page (opening->window, BRINE_PAGE_TODAY);
      return;
    }
  open_delivery (opening->window, first);
  ask (opening->window, first, open);
}

void
brine_window_open_notice (BrineWindow *self, const char *notice_id)
{
  BrineInstant since;
  Opening *opening;

  g_return_if_fail (BRINE_IS_WINDOW (self));
  g_return_if_fail (notice_id != NULL);

  if (self->history == NULL)
    {
      /* The program was started by the press; the diary is on its way. */
      g_free (self->notice_id);
      self->notice_id = g_strdup (notice_id);
      return;
    }
  since = brine_instant_add_seconds (brine_clock_get_now (self->clock), -NOTICE_AGE_SECONDS);
  opening = g_new0 (Opening, 1);
  opening->window = g_object_ref (self);
  opening->notice_id = g_strdup (notice_id);
  brine_store_load_deliveries_async (brine_history_get_store (self->history), since, NULL,
                                     on_deliveries_cb, opening);
}

void
brine_window_open_waiting_notice (BrineWindow *self)
{
  g_autofree char *notice_id = g_steal_pointer (&self->notice_id);

  if (notice_id != NULL)
    brine_window_open_notice (self, notice_id);
}

void
brine_window_tell_unanswered (BrineWindow *self)
{
  g_return_if_fail (BRINE_IS_WINDOW (self));

  brine_window_add_toast (self, _ ("Nothing was changed: the program for reminders did not answer"),
                          FALSE);
}
