/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-progress-chart-private.h"

#include "brine-format.h"
#include "brine-progress-words.h"

#include <glib/gi18n.h>
#include <math.h>

#define TICK_GAP 26.0
#define FACE_SIZE 16.0
#define MOOD_PAD 10.0
#define DOT_RADIUS_FEW 3.25
#define FEW_DAYS 40
#define MEDIAN_WIDTH 2.5
#define PAUSED_ALPHA 0.4

static double
get_mood_y (const BrineChartBrush *self, double mood)
{
  const BrineChartPanel *panel = &self->layout->mood;

  return panel->top + MOOD_PAD + brine_mood_scale_get_y (mood) * (panel->height - 2 * MOOD_PAD);
}

static void
draw_mood_scale (BrineChartBrush *self)
{
  for (int mood = 1; mood <= 5; mood++)
    {
      g_autofree char *text = g_strdup_printf ("%d", mood);
      double y = get_mood_y (self, mood);

      brine_chart_draw_tick (self, text, y);
      brine_chart_brush_icon (self, brine_mood_get_icon_name (mood, FALSE),
                              self->layout->plot_x - TICK_GAP - FACE_SIZE, round (y), FACE_SIZE,
                              self->secondary);
    }
}

static void
draw_dots (BrineChartBrush *self, cairo_t *cr)
{
  gboolean few = self->data->range.to - self->data->range.from < FEW_DAYS;
  double radius = few ? DOT_RADIUS_FEW : BRINE_CHART_DOT_RADIUS;

  for (guint i = 0; i < self->data->dots->len; i++)
    {
      const BrineMoodPoint *dot = &g_array_index (self->data->dots, BrineMoodPoint, i);
      GdkRGBA color =
          brine_chart_brush_fade (self->mood, dot->paused ? PAUSED_ALPHA * BRINE_CHART_DOT_ALPHA
                                                          : BRINE_CHART_DOT_ALPHA);

      gdk_cairo_set_source_rgba (cr, &color);
      cairo_arc (cr, brine_chart_brush_map (self, brine_chart_brush_get_x (self, dot->x)),
                 get_mood_y (self, dot->value) + 0.5, radius, 0, 2 * G_PI);
      cairo_fill (cr);
    }
}

static void
draw_median (BrineChartBrush *self, cairo_t *cr)
{
  guint segment = G_MAXUINT;

  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_width (cr, MEDIAN_WIDTH);
  gdk_cairo_set_source_rgba (cr, &self->mood);
  for (guint i = 0; i < self->data->line->len; i++)
    {
      const BrineMoodPoint *point = &g_array_index (self->data->line, BrineMoodPoint, i);
      double x = brine_chart_brush_map (self, brine_chart_brush_get_x (self, point->x));
      double y = get_mood_y (self, point->value) + 0.5;

      if (point->segment == segment)
        cairo_line_to (cr, x, y);
      else
        {
          /* A point alone is a dot of the line's width. */
          cairo_move_to (cr, x, y);
          cairo_line_to (cr, x, y);
        }
      segment = point->segment;
    }
  cairo_stroke (cr);
}

void
brine_chart_draw_mood (BrineChartBrush *self)
{
  const BrineChartPanel *panel = &self->layout->mood;
  cairo_t *cr;

  brine_chart_draw_title (self, BRINE_CHART_ROW_MOOD, panel);
  draw_mood_scale (self);
  if (self->layout->plot_width <= 0)
    return;
  cr = brine_chart_brush_begin (self, self->layout->plot_x - 4, panel->top,
                                self->layout->plot_width + 8, panel->height);
  draw_dots (self, cr);
  draw_median (self, cr);
  cairo_destroy (cr);
}
