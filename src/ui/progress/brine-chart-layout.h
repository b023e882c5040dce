/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Where the rows of the chart lie, in pixels from the start edge and the top; the widget mirrors
 * the result for right-to-left. Pure.
 *
 *   |<- gutter ->|<----------- plot ----------->|<- right ->|
 *    Mood           key
 *          5 face |  dots and line              |
 *    Sleep          key
 *          22:00  |  bars                       | 7–9 h
 *    Practices      key
 *      icon name  |  cells                      | 75 %
 *    Live servings
 *              4  |  bars                       | goal 2
 *                    labels of the time axis
 */

/* From the top. */
typedef enum
{
  BRINE_CHART_ROW_MOOD,
  BRINE_CHART_ROW_SLEEP,
  BRINE_CHART_ROW_PRACTICES,
  BRINE_CHART_ROW_LIVE,
} BrineChartRow;
#define BRINE_CHART_N_ROWS 4

typedef struct
{
  double title; /* centre of the line with the row's name */
  double top;
  double height; /* 0: the panel is left out */
} BrineChartPanel;

typedef struct
{
  double width;
  double line_height; /* of caption text */
  double gutter;
  double right;
  guint n_practices;
  gboolean with_sleep;
  gboolean with_live;
  /* Lines below its name that the key of a row takes. */
  guint key_lines[BRINE_CHART_N_ROWS];
} BrineChartNeeds;

typedef struct
{
  double width;
  double plot_x;
  double plot_width; /* 0 when there is no room */
  BrineChartPanel mood;
  BrineChartPanel sleep;
  BrineChartPanel practices;
  BrineChartPanel live;
  double row_height; /* of a practice */
  double axis;       /* centre of the labels of time */
  double foot;       /* end of the last panel */
  double height;     /* of everything */
} BrineChartLayout;

BrineChartLayout brine_chart_layout_make (const BrineChartNeeds *needs);

/* Start and width of what is drawn from @x0 to @x1 (0 to 1 of the time axis): on whole pixels,
 * with a gap to its neighbours where there is room for one, never wider than @most. */
void brine_chart_layout_get_bar (const BrineChartLayout *layout, double x0, double x1, double share,
                                 double most, double *out_start, double *out_width);

G_END_DECLS
