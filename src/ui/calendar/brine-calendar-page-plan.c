/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "brine-calendar-page-private.h"

/* calendar.*: what is in the plan, whatever is selected. Adding and editing are actions of the
 * window, which owns the editor. */

void
brine_calendar_page_add (BrineCalendarPage *self, BrineLocal start, int minutes)
{
  g_autofree char *local = brine_local_to_string (start);
  g_autofree char *text =
      minutes > 0 ? g_strdup_printf ("%s/PT%dM", local, minutes) : g_strdup (local);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.add-item", "s", text);
}

/* A usual hour to do something at, where a view has no hours. */
#define USUAL_HOUR 12

static void
on_add (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BrineCalendarPage *self = BRINE_CALENDAR_PAGE (widget);
  gboolean hours = self->pane == NULL || self->pane == &brine_calendar_hours;

  brine_calendar_page_add (self,
                           hours ? brine_hour_grid_get_cursor (BRINE_HOUR_GRID (self->grid))
                                 : brine_local (self->date, USUAL_HOUR, 0),
                           0);
}

static void
on_add_on_day (GtkWidget *widget, const char *name, GVariant *parameter)
{
  brine_calendar_page_add (BRINE_CALENDAR_PAGE (widget),
                           brine_local (g_variant_get_int32 (parameter), USUAL_HOUR, 0), 0);
}

/* A whole entry, such as a quota; its logs stay. */
static void
on_remove_item (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BrineCalendarPage *self = BRINE_CALENDAR_PAGE (widget);
  BrineChange *change = brine_change_new ();
  const char *id, *title;

  g_variant_get (parameter, "(&s&s)", &id, &title);
  /* Translators: toast; %s is what was planned, for example "Walk" */
  g_autofree char *label = g_strdup_printf (_ ("%s removed"), title);
  brine_change_remove (change, BRINE_KIND_ITEM, id);
  brine_history_apply (self->history, label, change);
}

void
brine_calendar_page_install_plan (GtkWidgetClass *widget_class)
{
  static const BrineCalendarAction actions[] = {
    { "calendar.add", NULL, on_add },
    { "calendar.add-on-day", "i", on_add_on_day },      /* BrineDay */
    { "calendar.remove-item", "(ss)", on_remove_item }, /* id, title */
  };

  brine_calendar_page_install_table (widget_class, actions, G_N_ELEMENTS (actions));
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, 0, "calendar.add", NULL);
}
