/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-progress-chart-private.h"

#include "brine-format.h"
#include "brine-progress-words.h"

#include <glib/gi18n.h>
#include <math.h>

#define LIVE_SHARE 0.8
#define LIVE_MOST_WIDTH 24.0
#define LIVE_ALPHA 0.85
#define NONE_HEIGHT 1.5
#define GOAL_WIDTH 1.25

gboolean
brine_chart_has_live (const BrineProgressData *data)
{
  return data->summary.servings.days > 0;
}

static double
get_live_y (const BrineChartBrush *self, double live)
{
  const BrineChartPanel *panel = &self->layout->live;

  return panel->top + (1 - MIN (live / self->data->live_top, 1)) * panel->height;
}

/* Steps where the goal changed; the last one is named. */
static void
draw_goal (BrineChartBrush *self)
{
  static const double dashes[] = { 4, 3 };
  GdkRGBA color = self->text[BRINE_PRACTICE_MEAL];
  double last = NAN;
  guint i = 0, n = self->data->columns->len;
  g_autofree char *amount = NULL;
  g_autofree char *label = NULL;

  while (i < n)
    {
      const BrineColumn *first = brine_progress_data_get_column (self->data, i);
      double goal = first->live_goal;
      BrineDay to = first->bucket.to;
      double x0, x1, y = round (get_live_y (self, goal)) + 0.5;

      while (++i < n
             && fabs (brine_progress_data_get_column (self->data, i)->live_goal - goal) < 1e-9)
        to = brine_progress_data_get_column (self->data, i)->bucket.to;
      if (isnan (goal))
        continue;
      x0 = brine_chart_brush_get_x (self,
                                    brine_progress_data_get_x (self->data, first->bucket.from));
      x1 = brine_chart_brush_get_x (self, brine_progress_data_get_x (self->data, to + 1));
      brine_chart_draw_dashes (self, x0, x1, y, GOAL_WIDTH, dashes, color);
      last = goal;
    }
  if (isnan (last))
    return;
  amount = brine_format_quantity (round (last * 4) / 4);
  /* Translators: the goal of live servings a day, at the end of its line: "goal 2". */
  label = g_strdup_printf (_ ("goal %s"), amount);
  brine_chart_draw_end_label (self, label, get_live_y (self, last), color);
}

void
brine_chart_draw_live (BrineChartBrush *self)
{
  const BrineChartPanel *panel = &self->layout->live;
  GdkRGBA color = brine_chart_brush_fade (self->solid[BRINE_PRACTICE_MEAL], LIVE_ALPHA);

  if (panel->height <= 0)
    return;
  brine_chart_draw_title (self, BRINE_CHART_ROW_LIVE, panel);
  for (int i = 0; i <= 2; i++)
    {
      g_autofree char *text = brine_format_quantity (self->data->live_top * i / 2);

      brine_chart_draw_tick (self, text, get_live_y (self, self->data->live_top * i / 2));
    }
  for (guint i = 0; i < self->data->columns->len; i++)
    {
      const BrineColumn *column = brine_progress_data_get_column (self->data, i);
      double x, width, y;

      if (isnan (column->live))
        continue;
      brine_chart_layout_get_bar (self->layout,
                                  brine_progress_data_get_x (self->data, column->bucket.from),
                                  brine_progress_data_get_x (self->data, column->bucket.to + 1),
                                  LIVE_SHARE, LIVE_MOST_WIDTH, &x, &width);
      y = MIN (get_live_y (self, column->live), panel->top + panel->height - NONE_HEIGHT);
      brine_chart_brush_fill_round (self, x, y, width, panel->top + panel->height - y, 1.5, color);
    }
  draw_goal (self);
}
