/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-move-dialog.h"

#include "brine-day-button.h"
#include "brine-form.h"
#include "brine-time-entry.h"

#include <glib/gi18n.h>

typedef struct
{
  BrineActs acts;
  BrineOccurrence *occurrence;
  GtkWidget *parent; /* weak: where a question about the series is asked */
  GtkWidget *day;
  GtkWidget *time;
} MoveForm;

static void
move_form_free (gpointer data)
{
  MoveForm *self = data;

  g_clear_weak_pointer (&self->parent);
  g_object_unref (self->occurrence);
  g_object_unref (self->acts.history);
  g_object_unref (self->acts.clock);
  g_clear_object (&self->acts.catalogue);
  g_free (self);
}

static void
on_accepted_cb (BrineForm *form, gpointer user_data)
{
  MoveForm *self = user_data;
  int minute = brine_time_entry_get_minute (BRINE_TIME_ENTRY (self->time));
  BrineDay day = brine_day_button_get_day (BRINE_DAY_BUTTON (self->day));

  if (self->parent != NULL)
    brine_occurrence_move (&self->acts, self->parent, self->occurrence,
                           brine_local (day, minute / 60, minute % 60));
}

void
brine_move_dialog_present (GtkWidget *parent, const BrineActs *acts, BrineOccurrence *occurrence)
{
  MoveForm *self;
  BrineForm *form;
  BrineLocal start;
  BrineStore *store;

  g_return_if_fail (GTK_IS_WIDGET (parent) && acts != NULL);
  g_return_if_fail (BRINE_IS_OCCURRENCE (occurrence));

  store = brine_history_get_store (acts->history);
  start = brine_occurrence_get_start (occurrence);
  self = g_new0 (MoveForm, 1);
  self->acts.history = g_object_ref (acts->history);
  self->acts.clock = g_object_ref (acts->clock);
  g_set_object (&self->acts.catalogue, acts->catalogue);
  self->occurrence = g_object_ref (occurrence);
  /* The row may be gone by then; the window stays. */
  g_set_weak_pointer (&self->parent, GTK_WIDGET (gtk_widget_get_root (parent)));
  /* Translators: title of a small window that moves one planned thing. */
  form = brine_form_new (parent, _ ("Move"), _ ("_Move"));
  g_object_set_data_full (G_OBJECT (form), "move-form", self, move_form_free);
  self->day =
      brine_day_button_new (_ ("Day"), start.day,
                            brine_clock_get_today (acts->clock,
                                                   brine_store_get_day_start_minutes (store)),
                            brine_store_get_first_weekday (store));
  self->time = brine_time_entry_new (_ ("Time"));
  brine_time_entry_set_minute (BRINE_TIME_ENTRY (self->time),
                               brine_local_get_minute_of_day (start));
  brine_form_add (form, _ ("Day"), self->day);
  brine_form_add (form, _ ("Time"), self->time);
  g_signal_connect (form, "accepted", G_CALLBACK (on_accepted_cb), self);
  gtk_window_present (GTK_WINDOW (form));
}
