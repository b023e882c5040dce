/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-reminder-group.h"

#include <glib/gi18n.h>

#include "brine-format.h"
#include "brine-reminder.h"

/* When to be reminded: a row for each, and one to add another. */
struct _BrineReminderGroup
{
  AdwPreferencesGroup parent_instance;

  GArray *minutes; /* int, ascending, each once */
  GArray *others;  /* BrineReminder: at a time of day or on some weekdays; kept as they are */
  GPtrArray *rows; /* GtkWidget, borrowed; same index as minutes */
  GtkWidget *add_row;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BrineReminderGroup, brine_reminder_group, ADW_TYPE_PREFERENCES_GROUP)

static const int offered_minutes[] = { 0, 5, 10, 15, 30, 45, 60, 120, 1440 };

static char *
make_words (int minutes)
{
  g_autofree char *duration = brine_format_duration (ABS (minutes));

  if (minutes == 0)
    return g_strdup (_ ("When it begins"));
  /* Translators: a duration, for example "15 min before" */
  return g_strdup_printf (minutes > 0 ? _ ("%s before") : _ ("%s after"), duration);
}

static void show_rows (BrineReminderGroup *self);

static gboolean
has_minutes (BrineReminderGroup *self, int minutes)
{
  for (guint i = 0; i < self->minutes->len; i++)
    if (g_array_index (self->minutes, int, i) == minutes)
      return TRUE;
  return FALSE;
}

static void
add_minutes (BrineReminderGroup *self, int minutes)
{
  guint at = 0;

  if (has_minutes (self, minutes) || self->minutes->len + self->others->len >= BRINE_REMINDERS_MAX)
    return;
  while (at < self->minutes->len && g_array_index (self->minutes, int, at) < minutes)
    at++;
  g_array_insert_val (self->minutes, at, minutes);
}

static void
on_remove_clicked_cb (GtkButton *button, BrineReminderGroup *self)
{
  int minutes = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "minutes"));

  for (guint i = 0; i < self->minutes->len; i++)
    if (g_array_index (self->minutes, int, i) == minutes)
      {
        g_array_remove_index (self->minutes, i);
        break;
      }
  show_rows (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
add_row (BrineReminderGroup *self, int minutes)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");
  g_autofree char *words = make_words (minutes);
  /* Translators: accessible name; %s is for example "15 min before" */
  g_autofree char *name = g_strdup_printf (_ ("Remove reminder %s"), words);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), words);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Remove"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (button), "minutes", GINT_TO_POINTER (minutes));
  g_signal_connect (button, "clicked", G_CALLBACK (on_remove_clicked_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

/* The row to add one comes last, so it is taken out and put in again. */
static void
show_rows (BrineReminderGroup *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  g_object_ref (self->add_row);
  if (gtk_widget_get_parent (self->add_row) != NULL)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->add_row);
  for (guint i = 0; i < self->minutes->len; i++)
    add_row (self, g_array_index (self->minutes, int, i));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->add_row);
  g_object_unref (self->add_row);
}

/* The first line of the list asks; choosing any other adds it, and the question is there again. */
static void
on_offered_cb (AdwComboRow *row, GParamSpec *pspec, BrineReminderGroup *self)
{
  guint selected = adw_combo_row_get_selected (row);

  if (selected == 0 || selected > G_N_ELEMENTS (offered_minutes))
    return;
  add_minutes (self, offered_minutes[selected - 1]);
  adw_combo_row_set_selected (row, 0);
  show_rows (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
make_add_row (BrineReminderGroup *self)
{
  g_autoptr (GtkStringList) model = gtk_string_list_new (NULL);

  gtk_string_list_append (model, _ ("Choose…"));
  for (guint i = 0; i < G_N_ELEMENTS (offered_minutes); i++)
    {
      g_autofree char *words = make_words (offered_minutes[i]);
      gtk_string_list_append (model, words);
    }
  self->add_row = adw_combo_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->add_row), _ ("Add a reminder"));
  adw_combo_row_set_model (ADW_COMBO_ROW (self->add_row), G_LIST_MODEL (model));
  g_signal_connect (self->add_row, "notify::selected", G_CALLBACK (on_offered_cb), self);
}

static void
brine_reminder_group_finalize (GObject *object)
{
  BrineReminderGroup *self = BRINE_REMINDER_GROUP (object);

  g_array_unref (self->minutes);
  g_array_unref (self->others);
  g_ptr_array_unref (self->rows);

  G_OBJECT_CLASS (brine_reminder_group_parent_class)->finalize (object);
}

static void
brine_reminder_group_class_init (BrineReminderGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = brine_reminder_group_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
brine_reminder_group_init (BrineReminderGroup *self)
{
  self->minutes = g_array_new (FALSE, FALSE, sizeof (int));
  self->others = brine_reminders_new ();
  self->rows = g_ptr_array_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Reminders"));
  make_add_row (self);
}

GtkWidget *
brine_reminder_group_new (const GArray *reminders)
{
  BrineReminderGroup *self = g_object_new (BRINE_TYPE_REMINDER_GROUP, NULL);

  for (guint i = 0; reminders != NULL && i < reminders->len; i++)
    {
      BrineReminder reminder = g_array_index (reminders, BrineReminder, i);

      if (brine_reminder_is_plain (&reminder))
        add_minutes (self, reminder.minutes);
      else
        brine_reminders_add (self->others, reminder);
    }
  show_rows (self);
  return GTK_WIDGET (self);
}

GArray *
brine_reminder_group_dup_reminders (BrineReminderGroup *self)
{
  GArray *reminders;

  g_return_val_if_fail (BRINE_IS_REMINDER_GROUP (self), NULL);

  reminders = g_array_copy (self->others);
  for (guint i = 0; i < self->minutes->len; i++)
    {
      BrineReminder reminder = { BRINE_REMINDER_OFFSET, g_array_index (self->minutes, int, i), 0 };

      brine_reminders_add (reminders, reminder);
    }
  return reminders;
}
