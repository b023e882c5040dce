/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-busy-swatch.h"

#include "brine-busy-layer.h"

#define WIDTH 6
#define HEIGHT 30

static void
draw (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer colour)
{
  GdkRGBA color;

  brine_busy_layer_get_color (GTK_WIDGET (area), GPOINTER_TO_INT (colour), &color);
  gdk_cairo_set_source_rgba (cr, &color);
  cairo_set_line_width (cr, 2.5);
  for (int y = -width; y < height + width; y += 6)
    {
      cairo_move_to (cr, 0, y + width);
      cairo_line_to (cr, width, y);
    }
  cairo_stroke (cr);
}

GtkWidget *
brine_busy_swatch_new (int colour)
{
  GtkWidget *area = gtk_drawing_area_new ();

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (area), WIDTH);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area), HEIGHT);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw, GINT_TO_POINTER (colour), NULL);
  gtk_widget_set_valign (area, GTK_ALIGN_CENTER);
  return area;
}
