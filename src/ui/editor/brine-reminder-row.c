/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-reminder-row.h"

#include <glib/gi18n.h>

#include "brine-choice-row.h"
#include "brine-control-row.h"
#include "brine-format.h"
#include "brine-menu-button.h"
#include "brine-parts.h"
#include "brine-time-entry.h"
#include "brine-weekday-picker.h"

#define ALL_WEEKDAYS 0x7fu

/* The choices of "When", in their order. */
typedef enum
{
  WHEN_BEFORE,
  WHEN_AFTER,
  WHEN_AT,
} When;

struct _BrineReminderRow
{
  AdwExpanderRow parent_instance;

  BrineReminder reminder;
  int first_weekday;
  gboolean showing; /* the controls change by program */

  GtkWidget *remove;
  GtkWidget *when;
  GtkWidget *minutes_row;
  GtkWidget *minutes;
  GtkWidget *time_row;
  GtkWidget *time;
  GtkWidget *weekdays;
};

enum
{
  CHANGED,
  REMOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BrineReminderRow, brine_reminder_row, ADW_TYPE_EXPANDER_ROW)

/* Words -------------------------------------------------------------------------------------- */

char *
brine_reminder_format (const BrineReminder *reminder)
{
  g_return_val_if_fail (reminder != NULL, NULL);

  if (reminder->kind == BRINE_REMINDER_AT)
    {
      g_autofree char *time = brine_format_time (brine_local (0, 0, reminder->minutes));

      /* Translators: a time of day, for example "At 07:30" */
      return g_strdup_printf (_ ("At %s"), time);
    }
  if (reminder->minutes == 0)
    return g_strdup (_ ("When it begins"));

  g_autofree char *duration = brine_format_duration (ABS (reminder->minutes));
  /* Translators: a duration, for example "15 min before" */
  return g_strdup_printf (reminder->minutes > 0 ? _ ("%s before") : _ ("%s after"), duration);
}

/* "Mon, Wed, Fri" in the user's order; empty for every day. */
static char *
dup_weekday_words (unsigned weekdays, int first)
{
  g_autoptr (GString) words = g_string_new (NULL);

  if ((weekdays & ALL_WEEKDAYS) == 0 || (weekdays & ALL_WEEKDAYS) == ALL_WEEKDAYS)
    return g_strdup ("");
  for (int i = 0; i < 7; i++)
    {
      int weekday = (first - 1 + i) % 7;

      if ((weekdays >> weekday & 1) == 0)
        continue;
      /* Translators: stands between the weekdays of a list */
      g_string_append (words, words->len > 0 ? _ (", ") : "");
      g_string_append (words, brine_format_weekday_short (weekday + 1));
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
show_words (BrineReminderRow *self)
{
  g_autofree char *words = brine_reminder_format (&self->reminder);
  g_autofree char *weekdays = dup_weekday_words (self->reminder.weekdays, self->first_weekday);
  /* Translators: accessible name; %s is for example "15 min before" */
  g_autofree char *name = g_strdup_printf (_ ("Remove reminder %s"), words);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), words);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), weekdays);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remove), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
}

/* Controls ----------------------------------------------------------------------------------- */

static When
get_when (BrineReminderRow *self)
{
  return (When)adw_combo_row_get_selected (ADW_COMBO_ROW (self->when));
}

static void
show_rows (BrineReminderRow *self)
{
  gtk_widget_set_visible (self->minutes_row, get_when (self) != WHEN_AT);
  gtk_widget_set_visible (self->time_row, get_when (self) == WHEN_AT);
}

static void
show_controls (BrineReminderRow *self)
{
  const BrineReminder *reminder = &self->reminder;
  gboolean at = reminder->kind == BRINE_REMINDER_AT;

  self->showing = TRUE;
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->when), at                       ? WHEN_AT
                                                          : reminder->minutes >= 0 ? WHEN_BEFORE
                                                                                   : WHEN_AFTER);
  if (at)
    brine_time_entry_set_minute (BRINE_TIME_ENTRY (self->time), reminder->minutes);
  else
    gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->minutes), ABS (reminder->minutes));
  brine_weekday_picker_set_weekdays (BRINE_WEEKDAY_PICKER (self->weekdays),
                                     reminder->weekdays != 0 ? reminder->weekdays : ALL_WEEKDAYS);
  show_rows (self);
  show_words (self);
  self->showing = FALSE;
}

static void
on_changed_cb (BrineReminderRow *self)
{
  int minutes = gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->minutes));
  unsigned weekdays =
      brine_weekday_picker_get_weekdays (BRINE_WEEKDAY_PICKER (self->weekdays)) & ALL_WEEKDAYS;
  When when = get_when (self);

  if (self->showing)
    return;
  self->reminder.kind = when == WHEN_AT ? BRINE_REMINDER_AT : BRINE_REMINDER_OFFSET;
  self->reminder.minutes = when == WHEN_AT
                               ? brine_time_entry_get_minute (BRINE_TIME_ENTRY (self->time))
                           : when == WHEN_AFTER ? -minutes
                                                : minutes;
  /* No weekday would be never; taking the reminder away says that. */
  self->reminder.weekdays = weekdays == ALL_WEEKDAYS ? 0 : weekdays;
  show_rows (self);
  show_words (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_remove_cb (BrineReminderRow *self)
{
  g_signal_emit (self, signals[REMOVED], 0);
}

/* Making ------------------------------------------------------------------------------------- */

static void
watch (BrineReminderRow *self, GtkWidget *control, const char *signal)
{
  g_signal_connect_object (control, signal, G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
}

static GtkWidget *
add_row (BrineReminderRow *self, const char *title, GtkWidget *control)
{
  GtkWidget *row = brine_control_row_new (title, NULL, control);

  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  return row;
}

static void
make_when (BrineReminderRow *self)
{
  const char *const choices[] = { _ ("Before it begins"), _ ("After it begins"),
                                  _ ("At a time of day"), NULL };

  self->when = brine_choice_row_new (_ ("When"), NULL, choices);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), self->when);
  watch (self, self->when, "notify::selected");
}

static void
make_weekdays (BrineReminderRow *self)
{
  GtkWidget *row;

  self->weekdays = brine_weekday_picker_new (1);
  gtk_widget_set_margin_top (self->weekdays, 9);
  gtk_widget_set_margin_bottom (self->weekdays, 9);
  watch (self, self->weekdays, "changed");
  row = g_object_new (ADW_TYPE_PREFERENCES_ROW, "child", self->weekdays, "activatable", FALSE,
                      "title", _ ("Weekdays"), NULL);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

static void
make_remove (BrineReminderRow *self)
{
  self->remove = gtk_button_new_from_icon_name ("list-remove-symbolic");
  gtk_widget_add_css_class (self->remove, "flat");
  gtk_widget_set_valign (self->remove, GTK_ALIGN_CENTER);
  brine_set_tooltip (self->remove, _ ("Remove"));
  g_signal_connect_object (self->remove, "clicked", G_CALLBACK (on_remove_cb), self,
                           G_CONNECT_SWAPPED);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (self), self->remove);
}

static void
brine_reminder_row_class_init (BrineReminderRowClass *klass)
{
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[REMOVED] = g_signal_new ("removed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
brine_reminder_row_init (BrineReminderRow *self)
{
  self->showing = TRUE;
  make_remove (self);
  make_when (self);
  self->minutes = brine_spin_button_new (0, BRINE_REMINDER_MAX_MINUTES, 5);
  watch (self, self->minutes, "value-changed");
  self->minutes_row = add_row (self, _ ("Minutes"), self->minutes);
  self->time = brine_time_entry_new (_ ("Remind at"));
  watch (self, self->time, "notify::minute");
  /* Translators: the time of day of a reminder */
  self->time_row = add_row (self, _ ("Time"), self->time);
  make_weekdays (self);
  brine_time_entry_set_minute (BRINE_TIME_ENTRY (self->time), 8 * 60);
  self->showing = FALSE;
}

GtkWidget *
brine_reminder_row_new (const BrineReminder *reminder, int first_weekday)
{
  BrineReminderRow *self;

  g_return_val_if_fail (reminder != NULL, NULL);
  g_return_val_if_fail (first_weekday >= 1 && first_weekday <= 7, NULL);

  self = g_object_new (BRINE_TYPE_REMINDER_ROW, "use-markup", FALSE, NULL);
  self->first_weekday = first_weekday;
  brine_weekday_picker_set_first_weekday (BRINE_WEEKDAY_PICKER (self->weekdays), first_weekday);
  self->reminder = *reminder;
  show_controls (self);
  return GTK_WIDGET (self);
}

BrineReminder
brine_reminder_row_get_reminder (BrineReminderRow *self)
{
  BrineReminder none = { BRINE_REMINDER_OFFSET, 0, 0 };

  g_return_val_if_fail (BRINE_IS_REMINDER_ROW (self), none);

  return self->reminder;
}
