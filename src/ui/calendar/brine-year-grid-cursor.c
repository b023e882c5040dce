/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-month-words.h"
#include "brine-year-grid-private.h"
#include "brine-year-words.h"

/* Where the keyboard is in a year, what is said of it, and what of the year is seen. */

void
brine_year_grid_name_cell (BrineYearGrid *self)
{
  const BrineYearDay *day = brine_year_grid_get_day (self, self->date);

  if (day == NULL)
    return;
  g_autofree char *name = brine_year_words_make_name (day, self->today);
  g_autofree char *description = brine_month_words_make_description (&day->day);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->cells[self->cell]),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description != NULL ? description : "", -1);
}

static void
show_cells (BrineYearGrid *self)
{
  gboolean shown = brine_year_grid_get_day (self, self->date) != NULL;

  for (int i = 0; i < (int)G_N_ELEMENTS (self->cells); i++)
    gtk_widget_set_child_visible (self->cells[i], shown && i == self->cell);
}

static void
scroll_to_cursor (BrineYearGrid *self)
{
  BrineMonthRect rect;

  if (self->vadjustment == NULL || brine_year_grid_get_day (self, self->date) == NULL)
    return;
  rect = brine_year_layout_get_cell (&self->layout, self->date);
  gtk_adjustment_clamp_page (self->vadjustment, rect.y - 12, rect.y + rect.height + 12);
}

/* So that all of the cursor's month is seen. */
static gboolean
on_scroll_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  BrineYearGrid *self = BRINE_YEAR_GRID (widget);
  int month;

  self->scroll_tick = 0;
  if (self->vadjustment == NULL || brine_year_grid_get_day (self, self->date) == NULL)
    return G_SOURCE_REMOVE;
  brine_day_get_ymd (self->date, NULL, &month, NULL);
  BrineMonthRect head = brine_year_layout_get_head (&self->layout, month);
  gtk_adjustment_clamp_page (self->vadjustment, head.y - 6,
                             head.y + head.height + 6 * (self->layout.cell_height + BRINE_YEAR_GAP)
                                 + 12);
  return G_SOURCE_REMOVE;
}

/* After the year got its place: while places are given out, nothing may scroll. */
void
brine_year_grid_scroll_if_wanted (BrineYearGrid *self)
{
  if (!self->scroll_wanted)
    return;
  self->scroll_wanted = FALSE;
  if (self->scroll_tick == 0)
    self->scroll_tick =
        gtk_widget_add_tick_callback (GTK_WIDGET (self), on_scroll_tick_cb, NULL, NULL);
}

void
brine_year_grid_move_cursor (BrineYearGrid *self, BrineDay day, gboolean focus)
{
  if (day != self->date)
    self->cell = !self->cell;
  self->date = day;
  brine_year_grid_name_cell (self);
  gtk_widget_set_child_visible (self->cells[self->cell],
                                brine_year_grid_get_day (self, day) != NULL);
  if (focus)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  show_cells (self);
  brine_year_grid_update_card (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
brine_year_grid_select (BrineYearGrid *self, BrineDay day, gboolean focus)
{
  gboolean changed = day != self->date;

  if (!brine_day_is_valid (day))
    return;
  brine_year_grid_move_cursor (self, day, focus);
  scroll_to_cursor (self);
  if (changed)
    brine_day_chooser_emit_select (BRINE_DAY_CHOOSER (self), day);
  /* In another year, if the signal made it show. */
  if (focus)
    gtk_widget_grab_focus (GTK_WIDGET (self));
}
