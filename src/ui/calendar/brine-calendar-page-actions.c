/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-calendar-beside.h"
#include "brine-hour-scale.h"

/*
 * What can be done in the calendar, by concern: travel (calendar.*: which days, how large), filter
 * (calendar.* and filter.*: what of them), plan
 * (calendar.*: entries whatever is selected), selection (occurrence.*). Each concern is a file
 * with its table of actions and its keys; menus, keys and buttons share them.
 */

BrineActs
brine_calendar_page_get_acts (BrineCalendarPage *self)
{
  return (BrineActs){ self->history, self->clock, self->catalogue };
}

void
brine_calendar_page_install_table (GtkWidgetClass *widget_class, const BrineCalendarAction *actions,
                                   guint n_actions)
{
  for (guint i = 0; i < n_actions; i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].type,
                                     actions[i].activate);
}

void
brine_calendar_page_install_actions (GtkWidgetClass *widget_class)
{
  brine_calendar_page_install_travel (widget_class);
  brine_calendar_page_install_filter (widget_class);
  brine_calendar_page_install_plan (widget_class);
  brine_calendar_page_install_copy (widget_class);
  brine_calendar_page_install_selection (widget_class);
  brine_calendar_page_install_beside (widget_class);
  brine_calendar_page_install_direct (widget_class);
  brine_calendar_page_install_print (widget_class);
  brine_calendar_page_install_pause (widget_class);
  brine_calendar_page_install_quota (widget_class);
}

void
brine_calendar_page_update_actions (BrineCalendarPage *self)
{
  int step = brine_hour_grid_get_zoom (BRINE_HOUR_GRID (self->grid));
  gboolean hours = self->pane == NULL || self->pane == &brine_calendar_hours;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "calendar.zoom-out", hours && step > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "calendar.zoom-in",
                                 hours && step < BRINE_HOUR_SCALE_N_STEPS - 1);
}
