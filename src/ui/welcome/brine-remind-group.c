/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-remind-group.h"

#include "brine-format.h"
#include "brine-parts.h"
#include "brine-reminder-settings.h"

#include <glib/gi18n.h>

struct _BrineRemindGroup
{
  AdwPreferencesGroup parent_instance;

  BrineServiceLink *link; /* nullable */
  int bed_minute;
  int wake_minute;

  GtkWidget *remind;
  GtkWidget *quiet;
  GtkWidget *quiet_row;
  GtkWidget *login;
  GtkWidget *login_row;
};

G_DEFINE_FINAL_TYPE (BrineRemindGroup, brine_remind_group, ADW_TYPE_PREFERENCES_GROUP)

static gboolean
is_on (GtkWidget *toggle)
{
  return gtk_switch_get_active (GTK_SWITCH (toggle));
}

static gboolean
can_start (BrineRemindGroup *self)
{
  return self->link != NULL && brine_service_link_can_start_at_login (self->link);
}

/* Until the service was heard nobody knows whether it could start at login, so nothing is said. */
static void
show_login (BrineRemindGroup *self)
{
  gboolean heard = self->link != NULL
                   && brine_service_link_get_delivering (self->link) != BRINE_DELIVERING_UNKNOWN;
  gboolean starts = heard && brine_service_link_starts_at_login (self->link);

  gtk_widget_set_visible (self->login_row, heard && !starts);
  gtk_widget_set_sensitive (self->login, is_on (self->remind) && can_start (self));
  adw_action_row_set_subtitle (
      ADW_ACTION_ROW (self->login_row),
      can_start (self) ? _ ("Otherwise reminders wait after each login until you open Brine")
                       : _ ("Not possible: the program that delivers reminders is not "
                            "installed here"));
}

static void
show_quiet (BrineRemindGroup *self)
{
  g_autofree char *from = brine_format_time (brine_local (0, 0, self->bed_minute));
  g_autofree char *to = brine_format_time (brine_local (0, 0, self->wake_minute));
  /* Translators: two times of day */
  g_autofree char *words = g_strdup_printf (_ ("No reminder from %s to %s"), from, to);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->quiet_row), words);
  gtk_widget_set_sensitive (self->quiet, is_on (self->remind));
}

static void
on_remind_cb (BrineRemindGroup *self)
{
  show_quiet (self);
  show_login (self);
}

/* Making ------------------------------------------------------------------------------------- */

static GtkWidget *
add_switch (BrineRemindGroup *self, const char *title, const char *subtitle, GtkWidget **out_switch)
{
  GtkWidget *row = brine_switch_row_new (title, subtitle, out_switch);

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  return row;
}

static void
brine_remind_group_dispose (GObject *object)
{
  brine_remind_group_set_link (BRINE_REMIND_GROUP (object), NULL);

  G_OBJECT_CLASS (brine_remind_group_parent_class)->dispose (object);
}

/* A group of preferences outlives its window: libadwaita 1.2 never lets go of it. So it lets go of
 * the rest when it leaves the window. */
static void
brine_remind_group_unroot (GtkWidget *widget)
{
  brine_remind_group_set_link (BRINE_REMIND_GROUP (widget), NULL);

  GTK_WIDGET_CLASS (brine_remind_group_parent_class)->unroot (widget);
}

static void
brine_remind_group_class_init (BrineRemindGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = brine_remind_group_dispose;
  GTK_WIDGET_CLASS (klass)->unroot = brine_remind_group_unroot;
}

static void
brine_remind_group_init (BrineRemindGroup *self)
{
  BrineReminderSettings usual;
  g_autofree char *wind_down = NULL;
  g_autofree char *words = NULL;

  brine_reminder_settings_parse (NULL, &usual);
  wind_down = brine_format_duration (usual.wind_down_minutes);
  /* Translators: what the plan of the first week reminds of; %s is for example "45 min" */
  words =
      g_strdup_printf (_ ("Of meditation, breathwork and walks, and %s before bed; not of meals"),
                       wind_down);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Reminders"));
  add_switch (self, _ ("Remind Me"), words, &self->remind);
  self->quiet_row = add_switch (self, _ ("Quiet Hours"), NULL, &self->quiet);
  self->login_row = add_switch (self, _ ("Start at Login"), NULL, &self->login);
  gtk_switch_set_active (GTK_SWITCH (self->remind), TRUE);
  gtk_switch_set_active (GTK_SWITCH (self->quiet), TRUE);
  g_signal_connect_object (self->remind, "notify::active", G_CALLBACK (on_remind_cb), self,
                           G_CONNECT_SWAPPED);
  on_remind_cb (self);
}

GtkWidget *
brine_remind_group_new (void)
{
  return g_object_new (BRINE_TYPE_REMIND_GROUP, NULL);
}

void
brine_remind_group_set_link (BrineRemindGroup *self, BrineServiceLink *link)
{
  g_return_if_fail (BRINE_IS_REMIND_GROUP (self));
  g_return_if_fail (link == NULL || BRINE_IS_SERVICE_LINK (link));

  if (self->link != NULL)
    g_signal_handlers_disconnect_by_data (self->link, self);
  g_set_object (&self->link, link);
  if (link == NULL)
    return;
  g_signal_connect_object (link, "heard", G_CALLBACK (show_login), self, G_CONNECT_SWAPPED);
  show_login (self);
}

void
brine_remind_group_set_night (BrineRemindGroup *self, int bed_minute, int wake_minute)
{
  g_return_if_fail (BRINE_IS_REMIND_GROUP (self));

  self->bed_minute = bed_minute;
  self->wake_minute = wake_minute;
  show_quiet (self);
}

void
brine_remind_group_put (BrineRemindGroup *self, GHashTable *stored, BrineChange *change)
{
  BrineReminderSettings before, wanted;

  g_return_if_fail (BRINE_IS_REMIND_GROUP (self));
  g_return_if_fail (change != NULL);

  brine_reminder_settings_parse (stored, &before);
  wanted = before;
  wanted.on = is_on (self->remind);
  if (wanted.on)
    {
      wanted.has_quiet_hours = is_on (self->quiet) && self->bed_minute != self->wake_minute;
      wanted.quiet_from_minute = self->bed_minute;
      wanted.quiet_to_minute = self->wake_minute;
    }
  brine_reminder_settings_put (&wanted, &before, change);
}

void
brine_remind_group_apply_login (BrineRemindGroup *self)
{
  g_return_if_fail (BRINE_IS_REMIND_GROUP (self));

  /* Where it cannot be, the line on Today says so, and offers it again. */
  if (can_start (self) && is_on (self->remind) && is_on (self->login))
    brine_service_link_start_at_login_async (self->link, TRUE, "",
                                             _ ("Reminders arrive while Brine is closed."), NULL,
                                             NULL, NULL);
}
