/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-import-row.h"

#include "brine-calendar-import.h"
#include "brine-error.h"
#include "brine-import-notes.h"
#include "brine-menu-button.h"
#include "brine-translate.h"

#include <glib/gi18n.h>

/* What is done sooner needs no bar. */
#define TICK_MS 250
#define QUIET_TICKS 4

struct _BrineImportRow
{
  AdwActionRow parent_instance;

  BrineHistory *history;
  BrineClock *clock;
  GtkFileChooserNative *chooser; /* while it is open */
  BrineCalendarImport *import;   /* while it runs; so the next two */
  GCancellable *cancellable;
  guint tick_id;
  guint ticks;

  char *words; /* (nullable): what was noted of the last import */

  GtkWidget *notes; /* button, while there are @words */
  GtkWidget *choose;
  GtkWidget *bar;
  GtkWidget *cancel;
};

G_DEFINE_FINAL_TYPE (BrineImportRow, brine_import_row, ADW_TYPE_ACTION_ROW)

enum
{
  SIGNAL_TOAST,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_running (BrineImportRow *self, gboolean running, gboolean with_bar)
{
  BrineStore *store = brine_history_get_store (self->history);

  gtk_widget_set_sensitive (self->choose, !running && !brine_store_is_read_only (store));
  gtk_widget_set_visible (self->choose, !with_bar);
  gtk_widget_set_visible (self->notes, self->words != NULL && !with_bar);
  gtk_widget_set_visible (self->bar, with_bar);
  gtk_widget_set_visible (self->cancel, with_bar);
}

static gboolean
on_tick_cb (gpointer user_data)
{
  BrineImportRow *self = user_data;

  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->bar),
                                 brine_calendar_import_get_progress (self->import));
  if (++self->ticks == QUIET_TICKS)
    {
      show_running (self, TRUE, TRUE);
      gtk_widget_grab_focus (self->cancel);
    }
  return G_SOURCE_CONTINUE;
}

static const char *
get_problem (const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return _ ("Import stopped; nothing was changed");
  if (g_error_matches (error, BRINE_ERROR, BRINE_ERROR_INVALID))
    return _ ("This file is not a calendar; choose one that ends in “.ics”.");
  if (g_error_matches (error, BRINE_ERROR, BRINE_ERROR_TOO_COMPLEX))
    return _ ("This calendar is larger than 128 MB; export a part of it.");
  if (g_error_matches (error, BRINE_ERROR, BRINE_ERROR_FULL))
    return _ ("The disk is full; make room and try again. Nothing was changed.");

  return _ ("The file cannot be read; choose another one. Nothing was changed.");
}

static char *
describe (BrineMergeCounts counts, guint n_skipped)
{
  guint n = counts.n_added + counts.n_changed;
  g_autofree char *taken = NULL;
  g_autofree char *skipped = NULL;

  if (n == 0 && n_skipped == 0)
    return g_strdup (_ ("All of this calendar is in the plan already"));
  /* Translators: %u is the number of events taken from a calendar file */
  taken = g_strdup_printf (ngettext ("%u event imported", "%u events imported", n), n);
  if (n_skipped == 0)
    return g_steal_pointer (&taken);
  /* Translators: %u is the number of events of a calendar file that could not be used */
  skipped = g_strdup_printf (ngettext ("%u left out", "%u left out", n_skipped), n_skipped);
  /* Translators: two parts of a message: “12 events imported”, “3 left out” */
  return g_strdup_printf (_ ("%s; %s"), taken, skipped);
}

static void
take_notes (BrineImportRow *self, const BrineImportReport *report)
{
  g_free (self->words);
  self->words = brine_import_notes_dup_words (report);
  gtk_widget_set_visible (self->notes, self->words != NULL);
}

static void
on_notes_clicked_cb (BrineImportRow *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  gtk_window_present (GTK_WINDOW (brine_import_notes_new (GTK_WINDOW (root), self->words)));
}

static void
tell_success (BrineImportRow *self, BrineCalendarImport *import)
{
  BrineChange *inverse = brine_calendar_import_steal_inverse (import);
  g_autofree char *text = describe (brine_calendar_import_get_counts (import),
                                    brine_calendar_import_get_report (import)->n_skipped);

  take_notes (self, brine_calendar_import_get_report (import));
  if (inverse != NULL)
    brine_history_note (self->history, _ ("Calendar imported"), inverse);
  g_signal_emit (self, signals[SIGNAL_TOAST], 0, text, inverse != NULL);
}

static void
on_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BrineImportRow) self = user_data;
  BrineCalendarImport *import = BRINE_CALENDAR_IMPORT (source);
  g_autoptr (GError) error = NULL;
  gboolean done = brine_calendar_import_run_finish (import, result, &error);

  g_clear_handle_id (&self->tick_id, g_source_remove);
  g_clear_object (&self->import);
  g_clear_object (&self->cancellable);
  if (self->history == NULL)
    return;
  show_running (self, FALSE, FALSE);
  if (done)
    tell_success (self, import);
  else
    g_signal_emit (self, signals[SIGNAL_TOAST], 0, get_problem (error), FALSE);
}

static void
start (BrineImportRow *self, const char *path)
{
  BrineStore *store = brine_history_get_store (self->history);

  self->import = brine_calendar_import_new (path, brine_clock_get_zone (self->clock),
                                            brine_store_get_day_start_minutes (store),
                                            /* Translators: title of an event that has none */
                                            _ ("Untitled"), brine_translate);
  self->cancellable = g_cancellable_new ();
  self->ticks = 0;
  self->tick_id = g_timeout_add (TICK_MS, on_tick_cb, self);
  show_running (self, TRUE, FALSE);
  brine_calendar_import_run_async (self->import, store, FALSE, self->cancellable, on_done_cb,
                                   g_object_ref (self));
}

static void
on_chosen_cb (BrineImportRow *self, int response, GtkFileChooserNative *chooser)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  g_clear_object (&self->chooser);
  if (file == NULL || self->import != NULL)
    return;
  path = g_file_get_path (file);
  if (path != NULL)
    start (self, path);
  else
    g_signal_emit (self, signals[SIGNAL_TOAST], 0,
                   _ ("Brine reads calendars on this computer only."), FALSE);
}

static void
on_choose_clicked_cb (BrineImportRow *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_ ("Import a Calendar"), GTK_WINDOW (root),
                                               GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Import"), NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_file_filter_set_name (filter, _ ("Calendars"));
  gtk_file_filter_add_suffix (filter, "ics");
  gtk_file_filter_add_mime_type (filter, "text/calendar");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (on_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
on_cancel_clicked_cb (BrineImportRow *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}

static GtkWidget *
make_button (BrineImportRow *self, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  return button;
}

void
brine_import_row_close (BrineImportRow *self)
{
  g_return_if_fail (BRINE_IS_IMPORT_ROW (self));

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->tick_id, g_source_remove);
  g_clear_object (&self->chooser);
  g_clear_object (&self->history);
  g_clear_object (&self->clock);
}

/* What can be done is a stop for the keyboard, the row is none beside it. */
static gboolean
brine_import_row_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return gtk_widget_child_focus (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (widget)), direction);
}

/* The list gives the focus to its rows when arrows are pressed. */
static gboolean
brine_import_row_grab_focus (GtkWidget *widget)
{
  BrineImportRow *self = BRINE_IMPORT_ROW (widget);

  return gtk_widget_grab_focus (self->choose) || gtk_widget_grab_focus (self->cancel);
}

static void
brine_import_row_dispose (GObject *object)
{
  brine_import_row_close (BRINE_IMPORT_ROW (object));

  G_OBJECT_CLASS (brine_import_row_parent_class)->dispose (object);
}

static void
brine_import_row_finalize (GObject *object)
{
  g_free (BRINE_IMPORT_ROW (object)->words);

  G_OBJECT_CLASS (brine_import_row_parent_class)->finalize (object);
}

static void
brine_import_row_class_init (BrineImportRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = brine_import_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = brine_import_row_finalize;
  GTK_WIDGET_CLASS (klass)->focus = brine_import_row_focus;
  GTK_WIDGET_CLASS (klass)->grab_focus = brine_import_row_grab_focus;
  signals[SIGNAL_TOAST] =
      g_signal_new ("toast", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
}

static void
brine_import_row_init (BrineImportRow *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  /* Translators: %'d is 10,000 */
  g_autofree char *subtitle =
      g_strdup_printf (_ ("Adds its events to the plan; more than %'d cannot be undone"),
                       BRINE_BATCH_UNDO_MAX);

  self->notes = gtk_button_new_from_icon_name ("dialog-information-symbolic");
  gtk_widget_set_valign (self->notes, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->notes, "flat");
  gtk_widget_set_visible (self->notes, FALSE);
  brine_set_tooltip (self->notes, _ ("Notes on the Import"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->notes), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Notes on the Import"), -1);
  g_signal_connect_object (self->notes, "clicked", G_CALLBACK (on_notes_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  self->choose = make_button (self, _ ("_Import…"), G_CALLBACK (on_choose_clicked_cb));
  self->cancel = make_button (self, _ ("_Cancel"), G_CALLBACK (on_cancel_clicked_cb));
  self->bar = gtk_progress_bar_new ();
  gtk_widget_set_valign (self->bar, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (self->bar, 80, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Import of the calendar"), -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _ ("Calendar File"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->bar);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->cancel);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->notes);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->choose);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), self->choose);
}

GtkWidget *
brine_import_row_new (BrineHistory *history, BrineClock *clock)
{
  BrineImportRow *self;

  g_return_val_if_fail (BRINE_IS_HISTORY (history), NULL);
  g_return_val_if_fail (BRINE_IS_CLOCK (clock), NULL);

  self = g_object_new (BRINE_TYPE_IMPORT_ROW, NULL);
  g_set_object (&self->history, history);
  g_set_object (&self->clock, clock);
  show_running (self, FALSE, FALSE);
  return GTK_WIDGET (self);
}
