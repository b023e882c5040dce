/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-calendar-page-private.h"

/* What is done to an occurrence in the grid itself: copied, drawn longer; and what is told of it. */

static void
on_copy_cb (BrineHourGrid *grid, BrineOccurrence *occurrence, int day, int second,
            BrineCalendarPage *self)
{
  BrineActs acts = brine_calendar_page_get_acts (self);
  BrineDay first;
  int n_days;

  brine_occurrence_copy (&acts, GTK_WIDGET (self), occurrence, (BrineLocal){ day, second });
  brine_calendar_page_get_range (self, &first, &n_days);
  if (day < first || day >= first + n_days)
    brine_calendar_page_show_day (self, day);
}

static void
on_resize_cb (BrineHourGrid *grid, BrineOccurrence *occurrence, int day, int second, int minutes,
              BrineCalendarPage *self)
{
  BrineActs acts = brine_calendar_page_get_acts (self);

  brine_occurrence_resize (&acts, GTK_WIDGET (self), occurrence, (BrineLocal){ day, second },
                           minutes);
}

/* Shift with arrows then brings the copy where it belongs. */
static void
on_duplicate (GtkWidget *widget, const char *name, GVariant *parameter)
{
  brine_hour_grid_duplicate (BRINE_HOUR_GRID (BRINE_CALENDAR_PAGE (widget)->grid));
}

static void
on_applied_cb (BrineHistory *history, const char *label, BrineCalendarPage *self)
{
  if (label != NULL && gtk_widget_get_focus_child (self->grid) != NULL)
    brine_hour_grid_announce (BRINE_HOUR_GRID (self->grid), label);
}

void
brine_calendar_page_install_direct (GtkWidgetClass *widget_class)
{
  static const BrineCalendarAction actions[] = {
    { "occurrence.duplicate", NULL, on_duplicate },
  };

  brine_calendar_page_install_table (widget_class, actions, G_N_ELEMENTS (actions));
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_d, GDK_CONTROL_MASK,
                                       "occurrence.duplicate", NULL);
}

void
brine_calendar_page_add_direct (BrineCalendarPage *self)
{
  g_signal_connect (self->grid, "copy", G_CALLBACK (on_copy_cb), self);
  g_signal_connect (self->grid, "resize", G_CALLBACK (on_resize_cb), self);
}

void
brine_calendar_page_bind_direct (BrineCalendarPage *self)
{
  g_signal_connect_object (self->history, "applied", G_CALLBACK (on_applied_cb), self, 0);
}
