/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-progress-chart-private.h"

#include "brine-format.h"
#include "brine-time-axis.h"

#include <glib/gi18n.h>
#include <math.h>

#define LEAST_LABEL_PIXELS 72.0
#define KEY_GAP 14.0
#define LABEL_GAP 12.0
#define HATCH_EVERY 7.0

void
brine_chart_draw_tick (BrineChartBrush *self, const char *text, double y)
{
  brine_chart_brush_fill (self, self->layout->plot_x, round (y), self->layout->plot_width, 1,
                          self->line);
  if (text != NULL)
    brine_chart_brush_text (self, text, self->layout->plot_x - LABEL_GAP, y + 0.5,
                            BRINE_CHART_ALIGN_END, BRINE_CHART_TEXT_PLAIN, self->secondary);
}

void
brine_chart_draw_end_label (BrineChartBrush *self, const char *text, double y, GdkRGBA color)
{
  brine_chart_brush_text (self, text, self->layout->plot_x + self->layout->plot_width + 6, y,
                          BRINE_CHART_ALIGN_START, BRINE_CHART_TEXT_BOLD, color);
}

static char *
format_tick (const BrineTick *tick)
{
  g_autoptr (GDateTime) date = NULL;
  int year, month, day;

  brine_day_get_ymd (tick->day, &year, &month, &day);
  date = g_date_time_new_utc (year, month, day, 12, 0, 0);
  switch (tick->kind)
    {
    case BRINE_TICK_WEEKDAY:
      /* Translators: a weekday and the day of the month on an axis, "Mon 16": a pattern of
       * g_date_time_format (). */
      return g_date_time_format (date, C_ ("axis", "%a %-d"));
    case BRINE_TICK_DAY:
      return brine_format_day_short (tick->day);
    case BRINE_TICK_MONTH:
      return g_date_time_format (date, month == 1 ? "%Y" : "%b");
    case BRINE_TICK_YEAR:
    default:
      return g_date_time_format (date, "%Y");
    }
}

static void
draw_time_labels (BrineChartBrush *self)
{
  g_autoptr (GArray) labels =
      brine_time_axis_get_labels (self->data->range, self->data->by, self->first_weekday,
                                  self->layout->plot_width, LEAST_LABEL_PIXELS);
  double end = self->layout->plot_x - KEY_GAP;

  for (guint i = 0; i < labels->len; i++)
    {
      const BrineTick *tick = &g_array_index (labels, BrineTick, i);
      g_autofree char *text = format_tick (tick);
      double width = brine_chart_text_get_width (self->widget, text, BRINE_CHART_TEXT_PLAIN);
      double x = brine_progress_data_get_x (self->data, tick->day);

      if (tick->kind == BRINE_TICK_WEEKDAY || tick->kind == BRINE_TICK_DAY)
        x = (x + brine_progress_data_get_x (self->data, tick->day + 1)) / 2;
      x = brine_chart_brush_get_x (self, x) - width / 2;
      x = MIN (x, self->layout->width - width);
      /* The first and the last one may have been pushed towards their neighbour. */
      if (x < end)
        continue;
      brine_chart_brush_text (self, text, x, self->layout->axis, BRINE_CHART_ALIGN_START,
                              BRINE_CHART_TEXT_PLAIN, self->secondary);
      end = x + width + 8;
    }
}

void
brine_chart_draw_grid (BrineChartBrush *self)
{
  g_autoptr (GArray) lines =
      brine_time_axis_get_lines (self->data->range, self->data->by, self->first_weekday);
  double top = self->layout->mood.top;

  for (guint i = 0; i < lines->len; i++)
    {
      const BrineTimeLine *line = &g_array_index (lines, BrineTimeLine, i);
      double x = brine_chart_brush_get_x (self, brine_progress_data_get_x (self->data, line->day));

      brine_chart_brush_fill (self, round (x), top, 1, self->layout->foot - top,
                              line->strong ? self->line_strong : self->line);
    }
  draw_time_labels (self);
}

static void
draw_hatch (BrineChartBrush *self, double x, double y, double width, double height)
{
  cairo_t *cr = brine_chart_brush_begin (self, x, y, width, height);
  double left = self->mirrored ? self->layout->width - x - width : x;

  cairo_rectangle (cr, left, y, width, height);
  cairo_clip (cr);
  gdk_cairo_set_source_rgba (cr, &self->hatch);
  cairo_set_line_width (cr, 1);
  for (double offset = -height; offset < width; offset += HATCH_EVERY * G_SQRT2)
    {
      cairo_move_to (cr, left + offset, y + height);
      cairo_line_to (cr, left + offset + height, y);
    }
  cairo_stroke (cr);
  cairo_destroy (cr);
}

void
brine_chart_draw_pauses (BrineChartBrush *self)
{
  double top = self->layout->mood.top;
  double height = self->layout->foot - top;
  /* Translators: label of the days of a pause in a chart. */
  const char *label = _ ("Paused");
  double label_width = brine_chart_text_get_width (self->widget, label, BRINE_CHART_TEXT_BOLD);
  double line_height = brine_chart_text_get_height (self->widget);

  for (guint i = 0; i < self->data->pauses->len; i++)
    {
      BrineBucket days = g_array_index (self->data->pauses, BrinePauseSpan, i).days;
      double x0 = brine_chart_brush_get_x (self, brine_progress_data_get_x (self->data, days.from));
      double x1 =
          brine_chart_brush_get_x (self, brine_progress_data_get_x (self->data, days.to + 1));

      brine_chart_brush_fill (self, x0, top, x1 - x0, height, self->pause);
      if (x1 - x0 >= 3)
        draw_hatch (self, x0, top, x1 - x0, height);
      if (x1 - x0 < label_width)
        continue;
      brine_chart_brush_fill (self, x0, top, x1 - x0, line_height + 8, self->ground);
      brine_chart_brush_text (self, label, (x0 + x1) / 2, top + 4 + line_height / 2,
                              BRINE_CHART_ALIGN_CENTER, BRINE_CHART_TEXT_BOLD, self->secondary);
    }
}

void
brine_chart_draw_dashes (BrineChartBrush *self, double x0, double x1, double y, double thickness,
                         const double dashes[2], GdkRGBA color)
{
  cairo_t *cr;

  if (x1 <= x0)
    return;
  cr = brine_chart_brush_begin (self, x0, floor (y - thickness), x1 - x0, 2 * thickness + 2);
  gdk_cairo_set_source_rgba (cr, &color);
  cairo_set_line_width (cr, thickness);
  cairo_set_dash (cr, dashes, 2, 0);
  cairo_move_to (cr, brine_chart_brush_map (self, x0), y);
  cairo_line_to (cr, brine_chart_brush_map (self, x1), y);
  cairo_stroke (cr);
  cairo_destroy (cr);
}
