/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-calendar-page-private.h"

/* The bars, and below them one view at a time. A view that is not shown takes no part in the size
 * of the page. Views do not fade into one another: without a graphics card each frame of that takes
 * longer than it is shown. */
void
brine_calendar_page_build (BrineCalendarPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->wide_bar = brine_calendar_page_make_wide_bar (self);
  self->narrow_bar = brine_calendar_page_make_narrow_bar (self);
  self->stack = g_object_new (GTK_TYPE_STACK, "hhomogeneous", FALSE, "vhomogeneous", FALSE,
                              "vexpand", TRUE, NULL);
  gtk_stack_add_named (GTK_STACK (self->stack), brine_calendar_hours.build (self),
                       brine_calendar_hours.name);
  brine_calendar_page_add_swipe (self, self->stack);
  gtk_box_append (GTK_BOX (box), self->wide_bar);
  gtk_box_append (GTK_BOX (box), self->narrow_bar);
  gtk_box_append (GTK_BOX (box), self->stack);
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "calendar-page");
}
