/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-chart-layout.h"
#include "brine-progress-data.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Shares of the pieces that draw the chart. Coordinates are those of the layout, from the start
 * edge; the brush mirrors them. */

typedef enum
{
  BRINE_CHART_TEXT_PLAIN,
  BRINE_CHART_TEXT_BOLD,
} BrineChartWeight;

/* Which point of a text lies at the given place. */
typedef enum
{
  BRINE_CHART_ALIGN_START,
  BRINE_CHART_ALIGN_CENTER,
  BRINE_CHART_ALIGN_END,
} BrineChartAlign;

typedef struct
{
  GtkWidget *widget; /* borrowed: the chart */
  GtkSnapshot *snapshot;
  const BrineProgressData *data;
  const BrineChartLayout *layout;
  int first_weekday;
  gboolean narrow;
  gboolean mirrored;
  gboolean high_contrast;
  GdkRGBA foreground;
  GdkRGBA secondary;
  GdkRGBA line;
  GdkRGBA line_strong;
  GdkRGBA hatch;
  GdkRGBA pause;
  GdkRGBA ground;
  GdkRGBA mood;
  GdkRGBA solid[BRINE_N_PRACTICES];
  GdkRGBA text[BRINE_N_PRACTICES];
} BrineChartBrush;

/* Reads the colours from the style of @widget. */
void brine_chart_brush_init (BrineChartBrush *self, GtkWidget *widget);
GdkRGBA brine_chart_brush_fade (GdkRGBA color, double alpha);
void brine_chart_brush_fill (BrineChartBrush *self, double x, double y, double width, double height,
                             GdkRGBA color);
void brine_chart_brush_fill_round (BrineChartBrush *self, double x, double y, double width,
                                   double height, double radius, GdkRGBA color);
void brine_chart_brush_outline (BrineChartBrush *self, double x, double y, double width,
                                double height, double thickness, GdkRGBA color);
/* A text whose start, middle or end lies at @x and whose middle lies at @y. Returns its width. */
double brine_chart_brush_text (BrineChartBrush *self, const char *text, double x, double y,
                               BrineChartAlign align, BrineChartWeight weight, GdkRGBA color);
void brine_chart_brush_icon (BrineChartBrush *self, const char *name, double x, double y,
                             double size, GdkRGBA color);
/* A cairo context bounded to the rectangle, in the widget's own coordinates. Destroy it. */
cairo_t *brine_chart_brush_begin (BrineChartBrush *self, double x, double y, double width,
                                  double height);
/* Where @x of the layout lies in the widget. */
double brine_chart_brush_map (const BrineChartBrush *self, double x);
/* 0 to 1 of the time axis, in the layout. */
double brine_chart_brush_get_x (const BrineChartBrush *self, double share);
/* Width in pixels that @text takes. */
double brine_chart_text_get_width (GtkWidget *widget, const char *text, BrineChartWeight weight);
double brine_chart_text_get_height (GtkWidget *widget);

/* A piece of what the marks of a row mean: a mark, if it has a width, and words. */
typedef struct
{
  double mark_width;
  char *text;
  /* Where it starts, and how many lines below the name of the row; set by the flow. */
  double x;
  guint line;
} BrineChartKeyPart;

#define BRINE_CHART_DOT_RADIUS 2.75
#define BRINE_CHART_DOT_ALPHA 0.6
#define BRINE_CHART_KEY_DOT_WIDTH (2 * BRINE_CHART_DOT_RADIUS + 6)
#define BRINE_CHART_KEY_LINE_WIDTH 26.0

/* (transfer full) (element-type BrineChartKeyPart) */
GArray *brine_chart_key_new (const BrineProgressData *data, BrineChartRow row, gboolean narrow);
/* Places the parts beside the name of the row, and where they reach beyond @width on further lines.
 * Returns how many of those are needed. */
guint brine_chart_key_flow (GArray *key, GtkWidget *widget, BrineChartRow row, double plot_x,
                            double width, gboolean narrow);
/* The name of a row and its key. */
void brine_chart_draw_title (BrineChartBrush *self, BrineChartRow row,
                             const BrineChartPanel *panel);
/* A value at the start of its line, and the line. */
void brine_chart_draw_tick (BrineChartBrush *self, const char *text, double y);
/* What stands after the end of a row: "7–9 h". */
void brine_chart_draw_end_label (BrineChartBrush *self, const char *text, double y, GdkRGBA color);
void brine_chart_draw_dashes (BrineChartBrush *self, double x0, double x1, double y,
                              double thickness, const double dashes[2], GdkRGBA color);

/* The rows, from the back to the front. */
void brine_chart_draw_grid (BrineChartBrush *self);
void brine_chart_draw_pauses (BrineChartBrush *self);
void brine_chart_draw_mood (BrineChartBrush *self);
void brine_chart_draw_sleep (BrineChartBrush *self);
void brine_chart_draw_practices (BrineChartBrush *self);
void brine_chart_draw_live (BrineChartBrush *self);

/* Practices that have a row: sleep has its own panel. */
gboolean brine_chart_has_row (const BrineProgressData *data, BrinePractice practice);
gboolean brine_chart_has_sleep (const BrineProgressData *data);
gboolean brine_chart_has_live (const BrineProgressData *data);
/* "75 %", "12×": what stands at the end of a practice's row. (transfer full) */
char *brine_chart_dup_row_label (const BrineProgressData *data, BrinePractice practice);

G_END_DECLS
