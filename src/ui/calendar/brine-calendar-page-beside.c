/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-calendar-beside.h"

#include <glib/gi18n.h>

#include "brine-busy-shelf.h"
#include "brine-menu-button.h"
#include "brine-overlay-dialog.h"

/* calendar.*: other calendars, which are only looked at. A file that is dropped anywhere on the page
 * is added to them. */

static BrineOverlayDialog *
open_dialog (BrineCalendarPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *dialog;

  if (self->beside->overlay == NULL)
    return NULL;
  dialog = brine_overlay_dialog_new (self->beside->overlay);
  brine_overlay_dialog_present (BRINE_OVERLAY_DIALOG (dialog),
                                GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL);
  return BRINE_OVERLAY_DIALOG (dialog);
}

static void
on_other_calendars (GtkWidget *widget, const char *name, GVariant *parameter)
{
  open_dialog (BRINE_CALENDAR_PAGE (widget));
}

/* The dialog says what became of it. */
static gboolean
on_drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, BrineCalendarPage *self)
{
  BrineOverlayDialog *dialog = open_dialog (self);

  for (GSList *files = g_value_get_boxed (value); dialog != NULL && files != NULL;
       files = files->next)
    brine_overlay_dialog_add (dialog, files->data);
  return dialog != NULL;
}

/* Parts ----------------------------------------------------------------------------------------- */

GtkWidget *
brine_calendar_page_make_beside (BrineCalendarPage *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  self->beside = g_new0 (BrineCalendarBeside, 1);
  self->beside->shelf = brine_busy_shelf_new ();
  g_signal_connect (drop, "drop", G_CALLBACK (on_drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
  return self->beside->shelf;
}

GtkWidget *
brine_calendar_page_make_menu_button (void)
{
  GtkWidget *button = brine_menu_button_new ("view-more-symbolic", _ ("Calendar Menu"));
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_append (menu, _ ("_Other Calendars…"), "calendar.other-calendars");
  g_menu_append (menu, _ ("_Print…"), "calendar.print");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_add_css_class (button, "flat");
  return button;
}

/* Days ------------------------------------------------------------------------------------------ */

void
brine_calendar_page_load_beside (BrineCalendarPage *self)
{
  BrineDay first, last;

  /* A year is too small for it. */
  if (self->beside->model == NULL || self->view == BRINE_CALENDAR_YEAR)
    return;
  brine_calendar_page_get_loaded_days (self, &first, &last);
  brine_overlay_model_set_range (self->beside->model, first, last);
}

GListModel *
brine_calendar_page_get_busy (BrineCalendarPage *self)
{
  return self->beside->model != NULL ? G_LIST_MODEL (self->beside->model) : NULL;
}

void
brine_calendar_page_show_beside (BrineCalendarPage *self)
{
  BrineDay first;
  int n_days;

  brine_calendar_page_get_range (self, &first, &n_days);
  if (n_days <= BRINE_HOUR_GRID_MAX_DAYS)
    brine_busy_shelf_set_days (BRINE_BUSY_SHELF (self->beside->shelf), first, n_days);
}

void
brine_calendar_page_clear_beside (BrineCalendarPage *self)
{
  if (self->beside == NULL)
    return;
  g_clear_object (&self->beside->model);
  g_clear_object (&self->beside->overlay);
  g_clear_pointer (&self->beside, g_free);
}

void
brine_calendar_page_set_overlay (BrineCalendarPage *self, BrineOverlay *overlay)
{
  g_return_if_fail (BRINE_IS_CALENDAR_PAGE (self));
  g_return_if_fail (BRINE_IS_OVERLAY (overlay));

  g_set_object (&self->beside->overlay, overlay);
  g_clear_object (&self->beside->model);
  self->beside->model = brine_overlay_model_new (overlay);
  if (self->pane != NULL)
    self->pane->wake (self);
  brine_calendar_page_load_beside (self);
}

/* Actions --------------------------------------------------------------------------------------- */

void
brine_calendar_page_install_beside (GtkWidgetClass *widget_class)
{
  static const BrineCalendarAction actions[] = {
    { "calendar.other-calendars", NULL, on_other_calendars },
  };

  brine_calendar_page_install_table (widget_class, actions, G_N_ELEMENTS (actions));
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_o, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "calendar.other-calendars", NULL);
}
