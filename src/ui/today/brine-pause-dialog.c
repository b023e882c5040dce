/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-pause-dialog.h"

#include "brine-day-button.h"
#include "brine-form.h"
#include "brine-format.h"
#include "brine-pause-join.h"

#include <adwaita.h>
#include <glib/gi18n.h>

typedef struct
{
  BrineHistory *history;
  BrineForm *form;
  GtkWidget *from;
  GtkWidget *to;
  GtkWidget *reason;
  BrineDay today;
  GPtrArray *others; /* BrinePause: all there are; NULL: not read yet */
  GCancellable *cancellable;
} PauseForm;

static void
pause_form_free (gpointer data)
{
  PauseForm *self = data;

  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  g_clear_pointer (&self->others, g_ptr_array_unref);
  g_object_unref (self->history);
  g_free (self);
}

/* (transfer full): what the form says */
static BrinePause *
read_form (PauseForm *self)
{
  BrinePause *pause = brine_pause_new ();

  pause->from = brine_day_button_get_day (BRINE_DAY_BUTTON (self->from));
  pause->to = brine_day_button_get_day (BRINE_DAY_BUTTON (self->to));
  pause->reason = (BrinePauseReason)adw_combo_row_get_selected (ADW_COMBO_ROW (self->reason));
  return pause;
}

/* Says in one sentence why it cannot be so. */
static void
check (PauseForm *self)
{
  g_autoptr (BrinePause) pause = read_form (self);
  const BrinePause *conflict =
      self->others != NULL ? brine_pause_find_conflict (pause, self->others) : NULL;

  brine_form_set_can_accept (self->form, self->others != NULL && conflict == NULL);
  if (conflict == NULL)
    {
      brine_form_set_hint (self->form, _ ("Nothing is counted in a pause, and it leaves no hole. "
                                          "You can still log what you like."));
      return;
    }
  g_autofree char *days = brine_format_day_range (conflict->from, conflict->to, self->today);
  /* Translators: days, and why they are paused: "16–22 November is paused already: travelling." */
  g_autofree char *text = g_strdup_printf (_ ("%s is paused already: %s."), days,
                                           brine_pause_reason_get_name (conflict->reason));
  brine_form_set_hint (self->form, text);
}

static void
on_others_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  PauseForm *self = user_data;
  g_autoptr (GError) error = NULL;
  GPtrArray *others = brine_store_load_pauses_finish (BRINE_STORE (source), result, &error);

  /* The form may be gone. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (others == NULL)
    {
      brine_form_set_hint (self->form, error->message);
      return;
    }
  self->others = others;
  check (self);
}

static void
on_accepted_cb (BrineForm *form, gpointer user_data)
{
  PauseForm *self = user_data;
  g_autoptr (BrinePause) pause = read_form (self);
  g_autoptr (GPtrArray) absorbed = brine_pause_absorb (pause, self->others);
  BrineChange *change = brine_change_new ();

  for (guint i = 0; i < absorbed->len; i++)
    brine_change_remove (change, BRINE_KIND_PAUSE,
                         ((const BrinePause *)g_ptr_array_index (absorbed, i))->id);
  brine_change_put_pause (change, pause);
  brine_history_apply (self->history, _ ("Pause added"), change);
}

/* The last day never lies before the first: whichever was changed pulls the other along. */
static void
on_from_changed_cb (PauseForm *self)
{
  BrineDay from = brine_day_button_get_day (BRINE_DAY_BUTTON (self->from));

  if (brine_day_button_get_day (BRINE_DAY_BUTTON (self->to)) < from)
    brine_day_button_set_day (BRINE_DAY_BUTTON (self->to), from);
  check (self);
}

static void
on_to_changed_cb (PauseForm *self)
{
  BrineDay to = brine_day_button_get_day (BRINE_DAY_BUTTON (self->to));

  if (brine_day_button_get_day (BRINE_DAY_BUTTON (self->from)) > to)
    brine_day_button_set_day (BRINE_DAY_BUTTON (self->from), to);
  check (self);
}

static GtkWidget *
make_reason_row (void)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GtkWidget *row = adw_combo_row_new ();

  for (int reason = BRINE_PAUSE_ILL; reason <= BRINE_PAUSE_OTHER; reason++)
    gtk_string_list_append (names, brine_pause_reason_get_name ((BrinePauseReason)reason));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Why"));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (names));
  return row;
}

void
brine_pause_dialog_present (GtkWidget *parent, const BrineActs *acts, BrineDay day)
{
  PauseForm *self;
  BrineDay today;
  int first_weekday;

  g_return_if_fail (GTK_IS_WIDGET (parent) && acts != NULL);

  today = brine_clock_get_today (acts->clock, brine_store_get_day_start_minutes (
                                                  brine_history_get_store (acts->history)));
  first_weekday = brine_store_get_first_weekday (brine_history_get_store (acts->history));
  self = g_new0 (PauseForm, 1);
  self->history = g_object_ref (acts->history);
  self->today = today;
  self->cancellable = g_cancellable_new ();
  self->form = brine_form_new (parent, _ ("Pause"), _ ("_Pause"));
  g_object_set_data_full (G_OBJECT (self->form), "pause-form", self, pause_form_free);
  self->from = brine_day_button_new (_ ("First day"), day, today, first_weekday);
  self->to = brine_day_button_new (_ ("Last day"), day + 2, today, first_weekday);
  self->reason = make_reason_row ();
  brine_form_add (self->form, _ ("First day"), self->from);
  brine_form_add (self->form, _ ("Last day"), self->to);
  brine_form_add_row (self->form, self->reason);
  g_signal_connect_swapped (self->from, "notify::day", G_CALLBACK (on_from_changed_cb), self);
  g_signal_connect_swapped (self->to, "notify::day", G_CALLBACK (on_to_changed_cb), self);
  g_signal_connect_swapped (self->reason, "notify::selected", G_CALLBACK (check), self);
  g_signal_connect (self->form, "accepted", G_CALLBACK (on_accepted_cb), self);
  check (self);
  brine_store_load_pauses_async (brine_history_get_store (self->history), BRINE_DAY_MIN,
                                 BRINE_DAY_MAX, self->cancellable, on_others_loaded_cb, self);
  gtk_window_present (GTK_WINDOW (self->form));
}
