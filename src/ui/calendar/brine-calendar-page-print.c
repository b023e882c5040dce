/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-calendar-beside.h"

#include <glib/gi18n.h>

#include "brine-format.h"
#include "brine-print-operation.h"

/* calendar.print: the week or the month of the date that is shown, on paper or as a PDF file. What
 * the filter leaves out is not printed. */

/* A print on its way: the days are asked for before the printer is. */
typedef struct
{
  BrineCalendarPage *page; /* owned */
  BrineAgendaModel *agenda;
  BrineOverlayModel *busy; /* NULL: other calendars are left out */
  BrinePrintPeriod period;
  BrineDay date;
} Print;

static void
print_free (Print *print)
{
  g_clear_object (&print->busy);
  g_object_unref (print->agenda);
  g_object_unref (print->page);
  g_free (print);
}

static GtkWindow *
get_window (BrineCalendarPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static void
tell_failure (BrineCalendarPage *self, const char *reason)
{
  GtkWidget *dialog = adw_message_dialog_new (get_window (self), _ ("Not Printed"), reason);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, BrineCalendarPage *self)
{
  g_autoptr (GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  tell_failure (self, error != NULL ? error->message : "");
}

/* As it is now: what is printed changes no more. */
static GListStore *
copy_shown (Print *print)
{
  GListStore *shown = g_list_store_new (BRINE_TYPE_OCCURRENCE);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (print->agenda));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (BrineOccurrence) occurrence =
          g_list_model_get_item (G_LIST_MODEL (print->agenda), i);
      if (gtk_filter_match (print->page->occurrence_filter, occurrence))
        g_list_store_append (shown, occurrence);
    }
  return shown;
}

static GListStore *
copy_busy (Print *print)
{
  GListStore *busy = g_list_store_new (BRINE_TYPE_BUSY);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (print->busy));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (BrineBusy) each = g_list_model_get_item (G_LIST_MODEL (print->busy), i);
      g_list_store_append (busy, each);
    }
  return busy;
}

static void
run (Print *print)
{
  BrineCalendarPage *self = print->page;
  BrineStore *store = brine_history_get_store (self->history);
  g_autoptr (GListStore) shown = copy_shown (print);
  g_autoptr (GListStore) busy = print->busy != NULL ? copy_busy (print) : NULL;
  BrinePrintRequest request = { print->period,        print->date,
                                self->first_weekday,  brine_store_get_day_start_minutes (store),
                                G_LIST_MODEL (shown), busy != NULL ? G_LIST_MODEL (busy) : NULL };
  g_autoptr (GtkPrintOperation) operation = brine_print_operation_new (&request);

  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_object (operation, "done", G_CALLBACK (on_done_cb), self, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, get_window (self),
                           NULL);
}

/* Both, or the one that is wanted, are there. */
static void
on_loading_cb (GObject *model, GParamSpec *pspec, Print *print)
{
  if (brine_loaded_list_is_loading (BRINE_LOADED_LIST (print->agenda))
      || (print->busy != NULL && brine_overlay_model_is_loading (print->busy)))
    return;
  g_signal_handlers_disconnect_by_data (print->agenda, print);
  if (print->busy != NULL)
    g_signal_handlers_disconnect_by_data (print->busy, print);
  run (print);
  print_free (print);
}

static void
start (BrineCalendarPage *self, BrinePrintPeriod period, gboolean with_busy)
{
  Print *print = g_new0 (Print, 1);
  BrineDay first, last;

  print->page = g_object_ref (self);
  print->period = period;
  print->date = self->date;
  print->agenda = brine_agenda_model_new (brine_history_get_store (self->history), self->clock);
  brine_print_plan_get_days (period, self->date, self->first_weekday, &first, &last);
  if (with_busy)
    {
      print->busy = brine_overlay_model_new (self->beside->overlay);
      brine_overlay_model_set_range (print->busy, first, MIN (last + 1, BRINE_DAY_MAX));
      g_signal_connect (print->busy, "notify::loading", G_CALLBACK (on_loading_cb), print);
    }
  g_signal_connect (print->agenda, "notify::loading", G_CALLBACK (on_loading_cb), print);
  brine_agenda_model_set_range (print->agenda, first - 1, last + 1);
}

/* Dialog ---------------------------------------------------------------------------------------- */

static void
on_response_cb (AdwMessageDialog *dialog, const char *response, BrineCalendarPage *self)
{
  GtkWidget *check = adw_message_dialog_get_extra_child (dialog);
  gboolean with_busy = check != NULL && gtk_check_button_get_active (GTK_CHECK_BUTTON (check));

  if (g_str_equal (response, "week"))
    start (self, BRINE_PRINT_WEEK, with_busy);
  else if (g_str_equal (response, "month"))
    start (self, BRINE_PRINT_MONTH, with_busy);
}

static gboolean
shows_other_calendars (BrineCalendarPage *self)
{
  BrineOverlay *overlay = self->beside->overlay;
  guint n = overlay != NULL ? g_list_model_get_n_items (G_LIST_MODEL (overlay)) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (BrineOverlayFile) file = g_list_model_get_item (G_LIST_MODEL (overlay), i);
      if (brine_overlay_file_is_shown (file))
        return TRUE;
    }
  return FALSE;
}

static GtkWidget *
make_check (void)
{
  GtkWidget *check = gtk_check_button_new_with_label (_ ("With other calendars, in grey"));

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  gtk_widget_set_halign (check, GTK_ALIGN_CENTER);
  return check;
}

static void
on_print (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BrineCalendarPage *self = BRINE_CALENDAR_PAGE (widget);
  GtkWidget *dialog;
  BrineDay first, last;

  brine_print_plan_get_days (BRINE_PRINT_WEEK, self->date, self->first_weekday, &first, &last);
  g_autofree char *week =
      brine_format_day_range (first, last, brine_calendar_page_get_today (self));
  g_autofree char *month = brine_format_month (self->date);
  /* Translators: a week and a month: "The week of 16–22 November, or November 2026, with boxes to
   * tick." */
  g_autofree char *body =
      g_strdup_printf (_ ("The week of %s, or %s, with boxes to tick."), week, month);

  dialog = adw_message_dialog_new (get_window (self), _ ("Print the Plan"), body);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "month",
                                    _ ("_Month…"), "week", _ ("_Week…"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "week",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog),
                                           self->view == BRINE_CALENDAR_MONTH ? "month" : "week");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  if (shows_other_calendars (self))
    adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), make_check ());
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_response_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
brine_calendar_page_install_print (GtkWidgetClass *widget_class)
{
  static const BrineCalendarAction actions[] = {
    { "calendar.print", NULL, on_print },
  };

  brine_calendar_page_install_table (widget_class, actions, G_N_ELEMENTS (actions));
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "calendar.print",
                                       NULL);
}
