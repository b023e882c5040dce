/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-delivery-group.h"

#include "brine-buttons-row.h"
#include "brine-delivering-words.h"
#include "brine-parts.h"

#include <glib/gi18n.h>

struct _BrineDeliveryGroup
{
  AdwPreferencesGroup parent_instance;

  BrineServiceLink *link;
  GCancellable *cancellable; /* all that is on its way; cancelled in dispose */
  gboolean showing;          /* the switch changes by program */

  GtkWidget *status_row;
  GtkWidget *icon;
  GtkWidget *again;
  GtkWidget *unwritten; /* a row */
  GtkWidget *login_row;
  GtkWidget *login;
  GtkWidget *test;
};

enum
{
  TOAST,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BrineDeliveryGroup, brine_delivery_group, ADW_TYPE_PREFERENCES_GROUP)

static void
tell (BrineDeliveryGroup *self, const char *text)
{
  g_signal_emit (self, signals[TOAST], 0, text);
}

static void
show_unwritten (BrineDeliveryGroup *self)
{
  guint n = brine_service_link_get_n_unwritten (self->link);
  g_autofree char *title =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u Answer Is Not Written Yet",
                                    "%u Answers Are Not Written Yet", n),
                       n);

  gtk_widget_set_visible (self->unwritten, n > 0);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->unwritten), title);
  adw_action_row_set_subtitle (
      ADW_ACTION_ROW (self->unwritten),
      brine_service_link_keeps_unwritten (self->link)
          ? _ ("What you pressed in a notification waits for your diary, which could not be "
               "written. It is tried again.")
          : _ ("Nothing can be written beside your diary either, so it is forgotten when you log "
               "out: log it in this window as soon as that is possible."));
}

/* What cannot be switched on can still be switched off. */
static void
show_login (BrineDeliveryGroup *self)
{
  gboolean starts = brine_service_link_starts_at_login (self->link);
  gboolean unknown = brine_service_link_get_delivering (self->link) == BRINE_DELIVERING_UNKNOWN;
  gboolean possible = starts || brine_service_link_can_start_at_login (self->link);

  gtk_switch_set_active (GTK_SWITCH (self->login), starts);
  gtk_widget_set_sensitive (self->login, possible);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->login_row),
                               possible || unknown
                                   ? _ ("A small program without a window delivers reminders")
                                   : _ ("Not possible: the program that delivers reminders is not "
                                        "installed here"));
}

static void
show_status (BrineDeliveryGroup *self)
{
  BrineDelivering delivering = brine_service_link_get_delivering (self->link);
  gboolean arrives = brine_delivering_is_yes (delivering);

  self->showing = TRUE;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->status_row),
                                 brine_delivering_get_title (delivering));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->status_row),
                               brine_delivering_get_reason (delivering));
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon),
                                arrives && delivering != BRINE_DELIVERING_READ_ONLY
                                    ? "emblem-ok-symbolic"
                                    : "dialog-warning-symbolic");
  gtk_widget_set_visible (self->icon, delivering != BRINE_DELIVERING_UNKNOWN);
  gtk_widget_set_visible (self->again, !arrives && delivering != BRINE_DELIVERING_UNKNOWN);
  gtk_widget_set_sensitive (self->test, arrives);
  show_login (self);
  show_unwritten (self);
  self->showing = FALSE;
}

static void
on_again_cb (BrineDeliveryGroup *self)
{
  brine_service_link_refresh (self->link);
}

static void
on_tested_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BrineDeliveryGroup) self = BRINE_DELIVERY_GROUP (user_data);
  g_autoptr (GError) error = NULL;

  if (brine_service_link_test_finish (BRINE_SERVICE_LINK (source), result, &error))
    {
      tell (self, _ ("A test is on its way. If you see none, notifications may be silenced."));
      return;
    }
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  tell (self, _ ("The test could not be delivered."));
  brine_service_link_refresh (self->link);
}

static void
on_test_cb (BrineDeliveryGroup *self)
{
  brine_service_link_test_async (self->link, self->cancellable, on_tested_cb, g_object_ref (self));
}

static void
on_login_set_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BrineDeliveryGroup) self = BRINE_DELIVERY_GROUP (user_data);
  g_autoptr (GError) error = NULL;
  gboolean done =
      brine_service_link_start_at_login_finish (BRINE_SERVICE_LINK (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (!done)
    tell (self, g_error_matches (error, BRINE_ERROR, BRINE_ERROR_READ_ONLY)
                    ? _ ("The system did not allow Brine to start at login.")
                    : _ ("How Brine starts at login could not be changed."));
  if (self->link != NULL)
    show_status (self);
}

static void
on_login_cb (BrineDeliveryGroup *self)
{
  gboolean wanted = gtk_switch_get_active (GTK_SWITCH (self->login));

  if (!self->showing)
    brine_service_link_start_at_login_async (self->link, wanted, "",
                                             _ ("Reminders arrive while Brine is closed."),
                                             self->cancellable, on_login_set_cb,
                                             g_object_ref (self));
}

/* Making ------------------------------------------------------------------------------------- */

static void
add_row (BrineDeliveryGroup *self, GtkWidget *row)
{
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
}

static void
make_status_row (BrineDeliveryGroup *self)
{
  self->status_row = adw_action_row_new ();
  self->icon = gtk_image_new ();
  /* The words beside it say the same. */
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  self->again = gtk_button_new_with_label (_ ("Try Again"));
  gtk_widget_set_valign (self->again, GTK_ALIGN_CENTER);
  brine_let_button_wrap (self->again);
  g_signal_connect_object (self->again, "clicked", G_CALLBACK (on_again_cb), self,
                           G_CONNECT_SWAPPED);
  adw_action_row_add_prefix (ADW_ACTION_ROW (self->status_row), self->icon);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->status_row), self->again);
  add_row (self, self->status_row);
}

static void
make_unwritten_row (BrineDeliveryGroup *self)
{
  self->unwritten = adw_action_row_new ();
  add_row (self, self->unwritten);
}

static void
make_test_row (BrineDeliveryGroup *self)
{
  GtkWidget *row = brine_buttons_row_new (_ ("See What It Looks Like"), NULL);

  self->test = brine_buttons_row_add (BRINE_BUTTONS_ROW (row), _ ("Send a Test"));
  g_signal_connect_object (self->test, "clicked", G_CALLBACK (on_test_cb), self, G_CONNECT_SWAPPED);
  add_row (self, row);
}

/* A group of preferences outlives its window: libadwaita 1.2 never lets go of it. So it lets go of
 * the rest when it leaves the window. */
static void
let_go (BrineDeliveryGroup *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->link != NULL)
    g_signal_handlers_disconnect_by_data (self->link, self);
  g_clear_object (&self->link);
}

static void
brine_delivery_group_unroot (GtkWidget *widget)
{
  let_go (BRINE_DELIVERY_GROUP (widget));

  GTK_WIDGET_CLASS (brine_delivery_group_parent_class)->unroot (widget);
}

static void
brine_delivery_group_dispose (GObject *object)
{
  let_go (BRINE_DELIVERY_GROUP (object));

  G_OBJECT_CLASS (brine_delivery_group_parent_class)->dispose (object);
}

static void
brine_delivery_group_class_init (BrineDeliveryGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = brine_delivery_group_dispose;
  GTK_WIDGET_CLASS (klass)->unroot = brine_delivery_group_unroot;
  signals[TOAST] = g_signal_new ("toast", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
brine_delivery_group_init (BrineDeliveryGroup *self)
{
  self->cancellable = g_cancellable_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("While Brine Is Closed"));
  brine_let_title_wrap (GTK_WIDGET (self));
  make_status_row (self);
  make_unwritten_row (self);
  self->login_row = brine_switch_row_new (_ ("Start at Login"), "", &self->login);
  add_row (self, self->login_row);
  g_signal_connect_object (self->login, "notify::active", G_CALLBACK (on_login_cb), self,
                           G_CONNECT_SWAPPED);
  make_test_row (self);
}

GtkWidget *
brine_delivery_group_new (BrineServiceLink *link)
{
  BrineDeliveryGroup *self;

  g_return_val_if_fail (BRINE_IS_SERVICE_LINK (link), NULL);

  self = g_object_new (BRINE_TYPE_DELIVERY_GROUP, NULL);
  g_set_object (&self->link, link);
  show_status (self);
  g_signal_connect_object (link, "heard", G_CALLBACK (show_status), self, G_CONNECT_SWAPPED);
  brine_service_link_refresh (link);
  return GTK_WIDGET (self);
}
