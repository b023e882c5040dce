/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-log-dialog.h"

#include "brine-form.h"
#include "brine-format.h"
#include "brine-parts.h"
#include "brine-time-entry.h"
#include "brine-translate.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define DEFAULT_MINUTES 20
#define MAX_MINUTES 1440

/* What the form works on; lives as long as its window. */
typedef struct
{
  BrineActs acts;
  BrineOccurrence *occurrence; /* NULL: a spontaneous log */
  BrineDay day;
  BrineForm *form;
  GtkWidget *practice; /* NULL for an occurrence, so is the next */
  GtkWidget *title;
  GtkWidget *time;
  GtkWidget *minutes;
  GtkWidget *note;
} LogForm;

static void
log_form_free (gpointer data)
{
  LogForm *self = data;

  g_clear_object (&self->occurrence);
  g_object_unref (self->acts.history);
  g_object_unref (self->acts.clock);
  g_clear_object (&self->acts.catalogue);
  g_free (self);
}

static LogForm *
log_form_new (GtkWidget *parent, const BrineActs *acts, BrineDay day, BrineOccurrence *occurrence)
{
  LogForm *self = g_new0 (LogForm, 1);

  self->acts.history = g_object_ref (acts->history);
  self->acts.clock = g_object_ref (acts->clock);
  g_set_object (&self->acts.catalogue, acts->catalogue);
  g_set_object (&self->occurrence, occurrence);
  self->day = day;
  self->form = brine_form_new (parent,
                               occurrence == NULL ? _ ("Log Something")
                                                  : brine_occurrence_get_local_title (occurrence),
                               _ ("_Log"));
  g_object_set_data_full (G_OBJECT (self->form), "log-form", self, log_form_free);
  return self;
}

static int
get_day_start (LogForm *self)
{
  return brine_store_get_day_start_minutes (brine_history_get_store (self->acts.history));
}

/* The time that was typed on civil day @day; before the hour at which days start it is the small
 * hours of the next date. */
static BrineMoment
get_moment (LogForm *self, BrineDay day)
{
  int minute = brine_time_entry_get_minute (BRINE_TIME_ENTRY (self->time));
  int day_start = get_day_start (self);
  BrineDay date = minute < day_start ? day + 1 : day;
  GTimeZone *zone = brine_clock_get_zone (self->acts.clock);
  BrineLocal local = brine_local (date, minute / 60, minute % 60);

  return brine_moment_new (brine_zone_resolve (zone, local), zone, day_start);
}

static BrinePractice
get_practice (LogForm *self)
{
  if (self->occurrence != NULL)
    return brine_occurrence_get_practice (self->occurrence);
  /* The list leaves sleep out: a night has its own form. */
  switch (adw_combo_row_get_selected (ADW_COMBO_ROW (self->practice)))
    {
    case 0:
      return BRINE_PRACTICE_WALK;
    case 1:
      return BRINE_PRACTICE_MEDITATION;
    case 2:
      return BRINE_PRACTICE_BREATHWORK;
    case 3:
      return BRINE_PRACTICE_MEAL;
    default:
      return BRINE_PRACTICE_OWN;
    }
}

static void
read_form (LogForm *self, BrineLog *log)
{
  int minutes = gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->minutes));
  const char *note = gtk_editable_get_text (GTK_EDITABLE (self->note));

  if (minutes > 0 && log->practice != BRINE_PRACTICE_MEAL)
    log->amount = (BrineAmount){ minutes, BRINE_UNIT_MINUTES };
  g_free (log->note);
  log->note = note[0] != '\0' ? g_strdup (note) : NULL;
}

static void
apply_log (LogForm *self, const BrineLog *log)
{
  BrineChange *change = brine_change_new ();
  /* Translators: toast; %s is what was logged, for example "Walk". */
  g_autofree char *label = g_strdup_printf (_ ("%s logged"), log->title);

  brine_change_put_log (change, log);
  brine_history_apply (self->acts.history, label, change);
}

static void
accept_spontaneous (LogForm *self)
{
  g_autoptr (BrineLog) log = brine_log_new ();
  const char *title = gtk_editable_get_text (GTK_EDITABLE (self->title));

  log->practice = get_practice (self);
  log->title = g_strdup (title[0] != '\0' ? title : brine_practice_get_name (log->practice));
  log->state = BRINE_STATE_DONE;
  log->at = get_moment (self, self->day);
  log->original = brine_moment_get_local (&log->at);
  read_form (self, log);
  apply_log (self, log);
}

/* Done or partly, as the minutes say, when there is a planned length to compare with. */
static BrineState
judge_state (LogForm *self)
{
  int planned = brine_occurrence_get_minutes (self->occurrence);
  int minutes = gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->minutes));

  if (get_practice (self) == BRINE_PRACTICE_MEAL || planned == 0 || minutes >= planned)
    return BRINE_STATE_DONE;
  return BRINE_STATE_PARTLY;
}

static void
accept_occurrence (LogForm *self)
{
  const BrineLog *old = brine_occurrence_get_log (self->occurrence);
  g_autoptr (BrineLog) log = old != NULL ? brine_log_copy (old) : NULL;

  if (log == NULL)
    log = brine_occurrence_make_log (&self->acts, self->occurrence, judge_state (self));
  else if (log->item_id != NULL)
    log->state = judge_state (self);
  log->at = get_moment (self, brine_occurrence_get_day (self->occurrence));
  read_form (self, log);
  apply_log (self, log);
}

static void
on_accepted_cb (BrineForm *form, gpointer user_data)
{
  LogForm *self = user_data;

  if (self->occurrence != NULL)
    accept_occurrence (self);
  else
    accept_spontaneous (self);
}

static void
on_practice_changed_cb (AdwComboRow *row, GParamSpec *pspec, gpointer user_data)
{
  LogForm *self = user_data;

  gtk_widget_set_sensitive (self->minutes, get_practice (self) != BRINE_PRACTICE_MEAL);
}

static void
add_practice_rows (LogForm *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, brine_practice_get_name (BRINE_PRACTICE_WALK));
  gtk_string_list_append (names, brine_practice_get_name (BRINE_PRACTICE_MEDITATION));
  gtk_string_list_append (names, brine_practice_get_name (BRINE_PRACTICE_BREATHWORK));
  gtk_string_list_append (names, brine_practice_get_name (BRINE_PRACTICE_MEAL));
  gtk_string_list_append (names, _ ("Something else"));
  self->practice = adw_combo_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->practice), _ ("Practice"));
  adw_combo_row_set_model (ADW_COMBO_ROW (self->practice), G_LIST_MODEL (names));
  g_signal_connect (self->practice, "notify::selected", G_CALLBACK (on_practice_changed_cb), self);
  brine_form_add_row (self->form, self->practice);
  self->title = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->title), _ ("Name, if you like"));
  brine_limit_to_title (self->title);
  brine_form_add_row (self->form, self->title);
}

static void
add_rows (LogForm *self, int minute, double minutes, const char *note)
{
  self->time = brine_time_entry_new (_ ("Time"));
  brine_time_entry_set_minute (BRINE_TIME_ENTRY (self->time), minute);
  brine_form_add (self->form, _ ("Time"), self->time);
  self->minutes = brine_spin_button_new (0, MAX_MINUTES, 5);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->minutes), minutes);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->minutes), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Minutes"), -1);
  brine_form_add (self->form, _ ("Minutes"), self->minutes);
  self->note = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->note), _ ("Note"));
  gtk_editable_set_text (GTK_EDITABLE (self->note), note != NULL ? note : "");
  brine_form_add_row (self->form, self->note);
  g_signal_connect (self->form, "accepted", G_CALLBACK (on_accepted_cb), self);
}

void
brine_log_dialog_present (GtkWidget *parent, const BrineActs *acts, BrineDay day)
{
  LogForm *self;
  BrineLocal now;

  g_return_if_fail (GTK_IS_WIDGET (parent) && acts != NULL);

  self = log_form_new (parent, acts, day, NULL);
  now = brine_clock_get_local (acts->clock);
  add_practice_rows (self);
  add_rows (self, brine_local_get_minute_of_day (now), DEFAULT_MINUTES, NULL);
  gtk_window_present (GTK_WINDOW (self->form));
}

void
brine_log_dialog_present_for (GtkWidget *parent, const BrineActs *acts, BrineOccurrence *occurrence)
{
  LogForm *self;
  const BrineLog *log;
  double minutes = -1;
  BrineLocal time;

  g_return_if_fail (GTK_IS_WIDGET (parent) && acts != NULL);
  g_return_if_fail (BRINE_IS_OCCURRENCE (occurrence));

  log = brine_occurrence_get_log (occurrence);
  self = log_form_new (parent, acts, brine_occurrence_get_day (occurrence), occurrence);
  time = log != NULL ? brine_moment_get_local (&log->at) : brine_occurrence_get_start (occurrence);
  if (log != NULL)
    minutes = brine_amount_get_minutes (log->amount);
  if (minutes < 0)
    minutes = brine_occurrence_get_minutes (occurrence);
  add_rows (self, brine_local_get_minute_of_day (time), minutes, log != NULL ? log->note : NULL);
  gtk_widget_set_sensitive (self->minutes, get_practice (self) != BRINE_PRACTICE_MEAL);
  gtk_window_present (GTK_WINDOW (self->form));
}
