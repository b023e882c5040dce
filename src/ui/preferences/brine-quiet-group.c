/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-quiet-group.h"

#include "brine-buttons-row.h"
#include "brine-control-row.h"
#include "brine-format.h"
#include "brine-parts.h"
#include "brine-time-entry.h"

#include <glib/gi18n.h>

/* What is offered to somebody who switches quiet hours on. */
#define DEFAULT_FROM_MINUTE (22 * 60)
#define DEFAULT_TO_MINUTE (7 * 60)
#define FOCUS_SECONDS (60 * 60)
/* A timer does not count the time that the computer sleeps, so it does not wait for long. */
#define LONGEST_WAIT_SECONDS 60

struct _BrineQuietGroup
{
  AdwPreferencesGroup parent_instance;

  BrineClock *clock;
  int day_start_minutes;
  BrineInstant paused_until;
  guint end_timer;  /* while a pause shows; 0: none */
  gboolean showing; /* rows change by program */

  GtkWidget *hours;
  GtkWidget *hours_row;
  GtkWidget *from;
  GtkWidget *to;
  GtkWidget *from_row;
  GtkWidget *to_row;
  GtkWidget *pause_row;
  GtkWidget *an_hour;
  GtkWidget *today;
  GtkWidget *resume;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BrineQuietGroup, brine_quiet_group, ADW_TYPE_PREFERENCES_GROUP)

static void
show_hours (BrineQuietGroup *self)
{
  gboolean quiet = gtk_switch_get_active (GTK_SWITCH (self->hours));
  gboolean empty = brine_time_entry_get_minute (BRINE_TIME_ENTRY (self->from))
                   == brine_time_entry_get_minute (BRINE_TIME_ENTRY (self->to));

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->hours_row),
                               quiet && empty
                                   ? _ ("These hours end where they begin, so no time is quiet.")
                                   : _ ("No reminder comes at night"));
  gtk_widget_set_visible (self->from_row, quiet);
  gtk_widget_set_visible (self->to_row, quiet);
}

static gboolean
is_paused (BrineQuietGroup *self)
{
  return brine_instant_compare (self->paused_until, brine_clock_get_now (self->clock)) > 0;
}

/* "Until 15:10", or "Until Tomorrow, 04:00" when it is another day. */
static char *
dup_until (BrineQuietGroup *self)
{
  BrineLocal now = brine_clock_get_local (self->clock);
  BrineLocal until =
      brine_zone_get_local (brine_clock_get_zone (self->clock), self->paused_until, NULL);
  g_autofree char *time = brine_format_time (until);
  g_autofree char *day = brine_format_day_relative (until.day, now.day);

  if (until.day == now.day)
    /* Translators: no reminders until then; %s is a time, for example 15:10 */
    return g_strdup_printf (_ ("None before %s"), time);
  /* Translators: no reminders until then; a day and a time, for example Tomorrow, 04:00 */
  return g_strdup_printf (_ ("None before %s, %s"), day, time);
}

static void show_pause (BrineQuietGroup *self);

static gboolean
on_wait_over_cb (gpointer user_data)
{
  BrineQuietGroup *self = BRINE_QUIET_GROUP (user_data);

  self->end_timer = 0;
  show_pause (self);
  return G_SOURCE_REMOVE;
}

/* The pause ends while the window is open. */
static void
await_end (BrineQuietGroup *self)
{
  gint64 left_ms = self->paused_until.unix_ms - brine_clock_get_now (self->clock).unix_ms;

  g_clear_handle_id (&self->end_timer, g_source_remove);
  if (left_ms > 0)
    self->end_timer = g_timeout_add_seconds ((guint)MIN (left_ms / 1000 + 1, LONGEST_WAIT_SECONDS),
                                             on_wait_over_cb, self);
}

static void
show_pause (BrineQuietGroup *self)
{
  gboolean paused = is_paused (self);
  g_autofree char *words =
      paused ? dup_until (self) : g_strdup (_ ("What was to come then follows as one message"));

  brine_buttons_row_set_subtitle (BRINE_BUTTONS_ROW (self->pause_row), words);
  gtk_widget_set_visible (self->an_hour, !paused);
  gtk_widget_set_visible (self->today, !paused);
  gtk_widget_set_visible (self->resume, paused);
  await_end (self);
}

static void
tell (BrineQuietGroup *self)
{
  if (!self->showing)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_hours_cb (BrineQuietGroup *self)
{
  show_hours (self);
  tell (self);
}

static void
pause_until (BrineQuietGroup *self, BrineInstant until)
{
  gboolean had_focus = gtk_widget_get_focus_child (self->pause_row) != NULL;

  self->paused_until = until;
  show_pause (self);
  /* The button that was pressed is gone; the one in its place takes the focus. */
  if (had_focus)
    gtk_widget_grab_focus (is_paused (self) ? self->resume : self->an_hour);
  tell (self);
}

static void
on_an_hour_cb (BrineQuietGroup *self)
{
  pause_until (self, brine_instant_add_seconds (brine_clock_get_now (self->clock), FOCUS_SECONDS));
}

static void
on_today_cb (BrineQuietGroup *self)
{
  BrineDay today = brine_clock_get_today (self->clock, self->day_start_minutes);
  BrineLocal end = brine_civil_day_get_start (today + 1, self->day_start_minutes);

  pause_until (self, brine_zone_resolve (brine_clock_get_zone (self->clock), end));
}

static void
on_resume_cb (BrineQuietGroup *self)
{
  pause_until (self, (BrineInstant){ 0 });
}

static GtkWidget *
add_button (BrineQuietGroup *self, const char *label, GCallback on_clicked)
{
  GtkWidget *button = brine_buttons_row_add (BRINE_BUTTONS_ROW (self->pause_row), label);

  g_signal_connect_object (button, "clicked", on_clicked, self, G_CONNECT_SWAPPED);
  return button;
}

static void
make_pause_row (BrineQuietGroup *self)
{
  self->pause_row = brine_buttons_row_new (_ ("Pause Reminders"), NULL);
  /* Translators: pauses reminders: for one hour */
  self->an_hour = add_button (self, _ ("1 Hour"), G_CALLBACK (on_an_hour_cb));
  /* Translators: pauses reminders: for the rest of the day */
  self->today = add_button (self, _ ("Today"), G_CALLBACK (on_today_cb));
  /* Translators: ends the pause of reminders */
  self->resume = add_button (self, _ ("Resume"), G_CALLBACK (on_resume_cb));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->an_hour), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Pause reminders for 1 hour"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->today), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Pause reminders for today"), -1);
}

static void
add_row (BrineQuietGroup *self, GtkWidget *row)
{
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
}

static void
make_rows (BrineQuietGroup *self)
{
  self->hours_row =
      brine_switch_row_new (_ ("Quiet Hours"), _ ("No reminder comes at night"), &self->hours);
  add_row (self, self->hours_row);
  self->from = brine_time_entry_new (_ ("Quiet from"));
  self->to = brine_time_entry_new (_ ("Quiet until"));
  /* Translators: the quiet hours begin at */
  self->from_row = brine_control_row_new (_ ("From"), NULL, self->from);
  /* Translators: the quiet hours end at */
  self->to_row = brine_control_row_new (_ ("Until"), NULL, self->to);
  add_row (self, self->from_row);
  add_row (self, self->to_row);
  make_pause_row (self);
  add_row (self, self->pause_row);
}

/* A group of preferences outlives its window: libadwaita 1.2 never lets go of it. So it lets go of
 * the rest when it leaves the window. */
static void
let_go (BrineQuietGroup *self)
{
  g_clear_handle_id (&self->end_timer, g_source_remove);
  if (self->clock != NULL)
    g_signal_handlers_disconnect_by_data (self->clock, self);
  g_clear_object (&self->clock);
}

static void
brine_quiet_group_unroot (GtkWidget *widget)
{
  let_go (BRINE_QUIET_GROUP (widget));

  GTK_WIDGET_CLASS (brine_quiet_group_parent_class)->unroot (widget);
}

static void
brine_quiet_group_dispose (GObject *object)
{
  let_go (BRINE_QUIET_GROUP (object));

  G_OBJECT_CLASS (brine_quiet_group_parent_class)->dispose (object);
}

static void
brine_quiet_group_class_init (BrineQuietGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = brine_quiet_group_dispose;
  GTK_WIDGET_CLASS (klass)->unroot = brine_quiet_group_unroot;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
brine_quiet_group_init (BrineQuietGroup *self)
{
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Quiet"));
  make_rows (self);
  g_signal_connect_object (self->hours, "notify::active", G_CALLBACK (on_hours_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->from, "notify::minute", G_CALLBACK (on_hours_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->to, "notify::minute", G_CALLBACK (on_hours_cb), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
brine_quiet_group_new (BrineClock *clock)
{
  BrineQuietGroup *self;

  g_return_val_if_fail (BRINE_IS_CLOCK (clock), NULL);

  self = g_object_new (BRINE_TYPE_QUIET_GROUP, NULL);
  g_set_object (&self->clock, clock);
  g_signal_connect_object (clock, "changed", G_CALLBACK (show_pause), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
brine_quiet_group_show (BrineQuietGroup *self, const BrineReminderSettings *settings,
                        int day_start_minutes)
{
  gboolean quiet;

  g_return_if_fail (BRINE_IS_QUIET_GROUP (self));
  g_return_if_fail (settings != NULL);

  quiet = settings->has_quiet_hours;
  self->showing = TRUE;
  self->day_start_minutes = day_start_minutes;
  self->paused_until = settings->paused_until;
  gtk_switch_set_active (GTK_SWITCH (self->hours), quiet);
  brine_time_entry_set_minute (BRINE_TIME_ENTRY (self->from),
                               quiet ? settings->quiet_from_minute : DEFAULT_FROM_MINUTE);
  brine_time_entry_set_minute (BRINE_TIME_ENTRY (self->to),
                               quiet ? settings->quiet_to_minute : DEFAULT_TO_MINUTE);
  show_hours (self);
  show_pause (self);
  self->showing = FALSE;
}

void
brine_quiet_group_read (BrineQuietGroup *self, BrineReminderSettings *settings)
{
  g_return_if_fail (BRINE_IS_QUIET_GROUP (self));
  g_return_if_fail (settings != NULL);

  settings->quiet_from_minute = brine_time_entry_get_minute (BRINE_TIME_ENTRY (self->from));
  settings->quiet_to_minute = brine_time_entry_get_minute (BRINE_TIME_ENTRY (self->to));
  settings->has_quiet_hours = gtk_switch_get_active (GTK_SWITCH (self->hours));
  settings->paused_until = self->paused_until;
}
