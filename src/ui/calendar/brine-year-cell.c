/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-year-cell.h"

/*
 * Lies over the day of a year that has the keyboard; see brine-year-grid.c. It draws nothing but
 * its focus, and the pointer goes through it.
 *
 * CSS: yearcell. Role: grid cell. Signal "activate", by the action "day.open", which assistive
 * technology finds.
 */
struct _BrineYearCell
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (BrineYearCell, brine_year_cell, GTK_TYPE_WIDGET)

static guint activate_signal;

static void
on_open (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, activate_signal, 0);
}

static void
brine_year_cell_class_init (BrineYearCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  activate_signal =
      g_signal_new ("activate", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_FIRST | G_SIGNAL_ACTION, 0,
                    NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_activate_signal (widget_class, activate_signal);
  gtk_widget_class_install_action (widget_class, "day.open", NULL, on_open);
  gtk_widget_class_set_css_name (widget_class, "yearcell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

static void
brine_year_cell_init (BrineYearCell *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

GtkWidget *
brine_year_cell_new (void)
{
  return g_object_new (BRINE_TYPE_YEAR_CELL, NULL);
}
