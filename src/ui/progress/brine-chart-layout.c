/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-chart-layout.h"

#include <math.h>

#define MOOD_HEIGHT 116.0
#define SLEEP_HEIGHT 84.0
#define ROW_HEIGHT 22.0
#define LIVE_HEIGHT 46.0
/* Between a panel and the name of the next one, and between the name and its panel. */
#define BEFORE_TITLE 14.0
#define AFTER_TITLE 4.0
#define BEFORE_AXIS 5.0

/* Appends a panel below @y and returns where it ends. */
static double
place_panel (BrineChartPanel *panel, double y, double height, double line_height, guint key_lines)
{
  if (height <= 0)
    return y;
  if (y > 0)
    y += BEFORE_TITLE;
  panel->title = y + line_height / 2;
  panel->top = round (y + (1 + key_lines) * line_height + AFTER_TITLE);
  panel->height = height;
  return panel->top + height;
}

BrineChartLayout
brine_chart_layout_make (const BrineChartNeeds *needs)
{
  BrineChartLayout layout = { 0 };
  double line;

  g_return_val_if_fail (needs != NULL, layout);

  line = MAX (needs->line_height, 1);
  layout.width = MAX (needs->width, 0);
  layout.plot_x = round (needs->gutter);
  layout.plot_width = MAX (floor (layout.width - layout.plot_x - needs->right), 0);
  layout.row_height = MAX (ROW_HEIGHT, ceil (line + 5));
  layout.foot = place_panel (&layout.mood, 0, MAX (MOOD_HEIGHT, 5 * line + 10), line,
                             needs->key_lines[BRINE_CHART_ROW_MOOD]);
  layout.foot =
      place_panel (&layout.sleep, layout.foot, needs->with_sleep ? MAX (SLEEP_HEIGHT, 5 * line) : 0,
                   line, needs->key_lines[BRINE_CHART_ROW_SLEEP]);
  layout.foot = place_panel (&layout.practices, layout.foot, needs->n_practices * layout.row_height,
                             line, needs->key_lines[BRINE_CHART_ROW_PRACTICES]);
  layout.foot =
      place_panel (&layout.live, layout.foot, needs->with_live ? MAX (LIVE_HEIGHT, 3 * line) : 0,
                   line, needs->key_lines[BRINE_CHART_ROW_LIVE]);
  layout.axis = layout.foot + BEFORE_AXIS + line / 2;
  layout.height = ceil (layout.axis + line / 2);
  return layout;
}

void
brine_chart_layout_get_bar (const BrineChartLayout *layout, double x0, double x1, double share,
                            double most, double *out_start, double *out_width)
{
  double start, end, width;

  g_return_if_fail (layout != NULL && out_start != NULL && out_width != NULL);

  start = layout->plot_x + x0 * layout->plot_width;
  end = layout->plot_x + x1 * layout->plot_width;
  width = MIN ((end - start) * share, most);
  if (width < 2)
    {
      /* Too fine for whole pixels: let neighbours run into one another evenly. */
      *out_width = MAX (width, 0.5);
      *out_start = (start + end - *out_width) / 2;
      return;
    }
  start = round ((start + end - width) / 2);
  *out_start = start;
  *out_width = MAX (round (width), 1);
}
