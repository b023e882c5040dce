/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "brine-format.h"
#include "brine-year-grid-private.h"
#include "brine-year-words.h"

/*
 * The card beside a day: its date, its mood and what is done. A tooltip of the toolkit would come
 * late and not at all for the keyboard. To a screen reader the name of the cell tells the same.
 */

#define CARD_GAP 10

BrineDay
brine_year_grid_get_told_day (BrineYearGrid *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (self->hovered != BRINE_DAY_INVALID)
    return self->hovered;
  if (gtk_widget_get_focus_child (GTK_WIDGET (self)) == NULL || !GTK_IS_WINDOW (root)
      || !gtk_window_get_focus_visible (GTK_WINDOW (root)))
    return BRINE_DAY_INVALID;
  return self->date;
}

static void
write_card (BrineYearGrid *self, const BrineYearDay *day)
{
  g_autofree char *date = brine_format_day_long (day->day.day, self->today);
  g_autofree char *facts = brine_year_words_make_card (day);
  const char *lines[] = { date, facts, _ ("Click to open the day") };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    gtk_label_set_text (GTK_LABEL (self->card_lines[i]), lines[i]);
}

void
brine_year_grid_update_card (BrineYearGrid *self)
{
  const BrineYearDay *day = brine_year_grid_get_day (self, brine_year_grid_get_told_day (self));

  if (day != NULL)
    write_card (self, day);
  gtk_widget_set_child_visible (self->card, day != NULL);
  gtk_widget_queue_resize (self->card);
  /* A card that was never measured waits for its size already and asks no more. */
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Beside the day, on the side where there is room, and within what is seen of the year. */
static BrineMonthRect
place_card (BrineYearGrid *self, BrineMonthRect cell, GtkRequisition size)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double top = 0;
  double bottom = gtk_widget_get_height (GTK_WIDGET (self));
  double after = cell.x + cell.width + CARD_GAP;
  double before = cell.x - CARD_GAP - size.width;
  gboolean fits_after = after + size.width <= width;
  gboolean fits_before = before >= 0;
  double y = cell.y + cell.height / 2 - size.height / 2.0;
  double x = fits_after && (!self->layout.mirrored || !fits_before) ? after : before;

  if (self->vadjustment != NULL)
    {
      top = gtk_adjustment_get_value (self->vadjustment);
      bottom = MIN (bottom, top + gtk_adjustment_get_page_size (self->vadjustment));
    }
  if (!fits_after && !fits_before)
    {
      x = CLAMP (cell.x + cell.width / 2 - size.width / 2.0, 0, MAX (width - size.width, 0));
      y = cell.y - size.height - CARD_GAP >= top ? cell.y - size.height - CARD_GAP
                                                 : cell.y + cell.height + CARD_GAP;
    }
  return (BrineMonthRect){ x, CLAMP (y, top, MAX (bottom - size.height, top)), size.width,
                           size.height };
}

void
brine_year_grid_allocate_card (BrineYearGrid *self)
{
  BrineDay told = brine_year_grid_get_told_day (self);
  /* Not before it has its words */
  gboolean shown =
      gtk_widget_get_child_visible (self->card) && brine_year_grid_get_day (self, told) != NULL;
  GtkRequisition size;

  gtk_widget_set_child_visible (self->card, shown);
  if (!shown)
    return;
  gtk_widget_get_preferred_size (self->card, NULL, &size);
  size.width = MIN (size.width, gtk_widget_get_width (GTK_WIDGET (self)));
  BrineMonthRect rect = place_card (self, brine_year_layout_get_cell (&self->layout, told), size);
  gtk_widget_size_allocate (self->card,
                            &(GtkAllocation){ (int)rect.x, (int)rect.y, size.width, size.height },
                            -1);
}

void
brine_year_grid_add_card (BrineYearGrid *self)
{
  self->card =
      g_object_new (GTK_TYPE_BOX, "css-name", "yearcard", "orientation", GTK_ORIENTATION_VERTICAL,
                    "can-target", FALSE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_widget_add_css_class (self->card, "osd");
  for (guint i = 0; i < G_N_ELEMENTS (self->card_lines); i++)
    {
      self->card_lines[i] = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "accessible-role",
                                          GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
      gtk_widget_add_css_class (self->card_lines[i], "numeric");
      gtk_box_append (GTK_BOX (self->card), self->card_lines[i]);
    }
  gtk_widget_add_css_class (self->card_lines[0], "date");
  gtk_widget_set_parent (self->card, GTK_WIDGET (self));
  gtk_widget_set_child_visible (self->card, FALSE);
}
