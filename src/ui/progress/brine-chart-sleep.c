/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-progress-chart-private.h"

#include "brine-format.h"
#include "brine-progress-words.h"

#include <glib/gi18n.h>
#include <math.h>

#define SLEEP_SHARE 0.52
#define SLEEP_MOST_WIDTH 12.0
#define BAND_ALPHA 0.16
#define PAUSED_ALPHA 0.4

gboolean
brine_chart_has_sleep (const BrineProgressData *data)
{
  if (data->shown[BRINE_PRACTICE_SLEEP])
    return TRUE;
  for (guint i = 0; i < data->columns->len; i++)
    if (brine_progress_data_get_column (data, i)->nights > 0)
      return TRUE;
  return FALSE;
}

static double
get_sleep_y (const BrineChartBrush *self, double hour)
{
  const BrineChartPanel *panel = &self->layout->sleep;

  return panel->top + brine_sleep_scale_get_y (&self->data->sleep_scale, hour) * panel->height;
}

/* Where one wakes who sleeps enough from the usual bedtime on. */
static void
draw_sleep_band (BrineChartBrush *self)
{
  static const double dashes[] = { 2, 3 };
  double bed = self->data->summary.sleep.bed.mean_hours;
  BrineSleepTarget target = self->data->sleep_target;
  const BrineSleepScale *scale = &self->data->sleep_scale;
  GdkRGBA solid = self->solid[BRINE_PRACTICE_SLEEP];
  double start = self->layout->plot_x, width = self->layout->plot_width;
  double top, foot;
  g_autofree char *label = NULL;

  if (isnan (bed))
    return;
  top = self->layout->sleep.top
        + brine_sleep_scale_get_end (scale, bed, target.low_minutes) * self->layout->sleep.height;
  foot = self->layout->sleep.top
         + brine_sleep_scale_get_end (scale, bed, target.high_minutes) * self->layout->sleep.height;
  brine_chart_brush_fill (self, start, top, width, foot - top,
                          brine_chart_brush_fade (solid, BAND_ALPHA));
  brine_chart_draw_dashes (self, start, start + width, round (top) + 0.5, 1, dashes, solid);
  brine_chart_draw_dashes (self, start, start + width, round (foot) + 0.5, 1, dashes, solid);
  label = brine_progress_words_sleep_target (target);
  brine_chart_draw_end_label (self, label, (top + foot) / 2, self->text[BRINE_PRACTICE_SLEEP]);
}

static void
draw_sleep_scale (BrineChartBrush *self)
{
  const BrineSleepScale *scale = &self->data->sleep_scale;
  int step = brine_sleep_scale_get_step (scale);

  for (int hours = 0; hours <= scale->hours + 1e-6; hours += step)
    {
      double hour = fmod (scale->top_hour + hours, 24);
      g_autofree char *text = brine_progress_words_hour (hour);

      brine_chart_draw_tick (self, text,
                             self->layout->sleep.top
                                 + hours / scale->hours * self->layout->sleep.height);
    }
}

void
brine_chart_draw_sleep (BrineChartBrush *self)
{
  const BrineChartPanel *panel = &self->layout->sleep;
  const BrineSleepScale *scale = &self->data->sleep_scale;

  if (panel->height <= 0)
    return;
  brine_chart_draw_title (self, BRINE_CHART_ROW_SLEEP, &self->layout->sleep);
  draw_sleep_scale (self);
  draw_sleep_band (self);
  for (guint i = 0; i < self->data->columns->len; i++)
    {
      const BrineColumn *column = brine_progress_data_get_column (self->data, i);
      BrineBucket bucket = column->bucket;
      gboolean paused = column->paused_days > bucket.to - bucket.from;
      double x, width, top, foot;

      if (column->nights == 0 || isnan (column->bed_hour))
        continue;
      brine_chart_layout_get_bar (self->layout, brine_progress_data_get_x (self->data, bucket.from),
                                  brine_progress_data_get_x (self->data, bucket.to + 1),
                                  SLEEP_SHARE, SLEEP_MOST_WIDTH, &x, &width);
      top = get_sleep_y (self, column->bed_hour);
      foot = panel->top
             + brine_sleep_scale_get_end (scale, column->bed_hour, column->sleep_minutes)
                   * panel->height;
      brine_chart_brush_fill_round (self, x, top, width, MAX (foot - top, 1.5), width / 2,
                                    brine_chart_brush_fade (self->solid[BRINE_PRACTICE_SLEEP],
                                                            paused ? PAUSED_ALPHA : 1));
    }
}
