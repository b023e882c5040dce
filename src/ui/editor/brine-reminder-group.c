/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-reminder-group.h"

#include <glib/gi18n.h>

#include "brine-reminder-row.h"

/* When to be reminded: a row for each, and one to add another. */
struct _BrineReminderGroup
{
  AdwPreferencesGroup parent_instance;

  GPtrArray *rows; /* BrineReminderRow, borrowed, as they stand */
  GtkWidget *add_row;
  int first_weekday; /* 1 Monday to 7 Sunday */
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BrineReminderGroup, brine_reminder_group, ADW_TYPE_PREFERENCES_GROUP)

static const BrineReminder offered[] = {
  { BRINE_REMINDER_OFFSET, 0, 0 },
  { BRINE_REMINDER_OFFSET, 5, 0 },
  { BRINE_REMINDER_OFFSET, 10, 0 },
  { BRINE_REMINDER_OFFSET, 15, 0 },
  { BRINE_REMINDER_OFFSET, 30, 0 },
  { BRINE_REMINDER_OFFSET, 45, 0 },
  { BRINE_REMINDER_OFFSET, 60, 0 },
  { BRINE_REMINDER_OFFSET, 120, 0 },
  { BRINE_REMINDER_OFFSET, BRINE_MINUTES_PER_DAY, 0 },
};

/* What "at a time of day" begins with. */
static const BrineReminder offered_time = { BRINE_REMINDER_AT, 8 * 60, 0 };

static void
tell (BrineReminderGroup *self)
{
  gtk_widget_set_visible (self->add_row, self->rows->len < BRINE_REMINDERS_MAX);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_removed_cb (BrineReminderGroup *self, BrineReminderRow *row)
{
  guint index;

  if (!g_ptr_array_find (self->rows, row, &index))
    return;
  /* The focus goes to what stands next, not to nowhere. */
  gtk_widget_grab_focus (index + 1 < self->rows->len ? g_ptr_array_index (self->rows, index + 1)
                                                     : self->add_row);
  g_ptr_array_remove_index (self->rows, index);
  adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (row));
  tell (self);
}

/* Before the row to add another. That one stays where it is: it has the focus. */
static GtkWidget *
add_row (BrineReminderGroup *self, const BrineReminder *reminder)
{
  GtkWidget *row = brine_reminder_row_new (reminder, self->first_weekday);

  g_signal_connect_object (row, "changed", G_CALLBACK (tell), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "removed", G_CALLBACK (on_removed_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_insert (GTK_LIST_BOX (gtk_widget_get_parent (self->add_row)), row,
                       (int)self->rows->len);
  g_ptr_array_add (self->rows, row);
  return row;
}

static gboolean
has_reminder (BrineReminderGroup *self, const BrineReminder *reminder)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      BrineReminder shown = brine_reminder_row_get_reminder (g_ptr_array_index (self->rows, i));

      if (brine_reminder_equal (&shown, reminder))
        return TRUE;
    }
  return FALSE;
}

/* The first line of the list asks; choosing any other adds it, and the question is there again. A
 * time of day has to be chosen yet, so its row opens. */
static void
on_offered_cb (AdwComboRow *row, GParamSpec *pspec, BrineReminderGroup *self)
{
  guint selected = adw_combo_row_get_selected (row);
  gboolean time = selected == G_N_ELEMENTS (offered) + 1;

  if (selected == 0 || selected > G_N_ELEMENTS (offered) + 1)
    return;
  adw_combo_row_set_selected (row, 0);
  if (!time && has_reminder (self, &offered[selected - 1]))
    return;
  GtkWidget *added = add_row (self, time ? &offered_time : &offered[selected - 1]);
  if (time)
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (added), TRUE);
  tell (self);
}

static void
make_add_row (BrineReminderGroup *self)
{
  g_autoptr (GtkStringList) model = gtk_string_list_new (NULL);

  gtk_string_list_append (model, _ ("Choose…"));
  for (guint i = 0; i < G_N_ELEMENTS (offered); i++)
    {
      g_autofree char *words = brine_reminder_format (&offered[i]);

      gtk_string_list_append (model, words);
    }
  gtk_string_list_append (model, _ ("At a time of day"));
  self->add_row = adw_combo_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->add_row), _ ("Add a reminder"));
  adw_combo_row_set_model (ADW_COMBO_ROW (self->add_row), G_LIST_MODEL (model));
  g_signal_connect_object (self->add_row, "notify::selected", G_CALLBACK (on_offered_cb), self, 0);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->add_row);
}

static void
brine_reminder_group_finalize (GObject *object)
{
  BrineReminderGroup *self = BRINE_REMINDER_GROUP (object);

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
  self->rows = g_ptr_array_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Reminders"));
  make_add_row (self);
}

GtkWidget *
brine_reminder_group_new (const GArray *reminders, int first_weekday)
{
  BrineReminderGroup *self = g_object_new (BRINE_TYPE_REMINDER_GROUP, NULL);

  self->first_weekday = first_weekday;
  for (guint i = 0; reminders != NULL && i < reminders->len; i++)
    add_row (self, &g_array_index (reminders, BrineReminder, i));
  gtk_widget_set_visible (self->add_row, self->rows->len < BRINE_REMINDERS_MAX);
  return GTK_WIDGET (self);
}

GArray *
brine_reminder_group_dup_reminders (BrineReminderGroup *self)
{
  g_autoptr (GArray) reminders = brine_reminders_new ();

  g_return_val_if_fail (BRINE_IS_REMINDER_GROUP (self), NULL);

  /* Two rows that say the same are one reminder. */
  for (guint i = 0; i < self->rows->len; i++)
    brine_reminders_add (reminders,
                         brine_reminder_row_get_reminder (g_ptr_array_index (self->rows, i)));
  return g_steal_pointer (&reminders);
}

void
brine_reminder_group_set_timeless (BrineReminderGroup *self, gboolean timeless)
{
  g_return_if_fail (BRINE_IS_REMINDER_GROUP (self));

  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (self),
      timeless ? _ ("Before and after count where you plan it at an hour; a time of day reminds "
                    "until the week has enough.")
               : NULL);
}
