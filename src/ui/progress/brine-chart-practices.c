/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-progress-chart-private.h"

#include "brine-format.h"
#include "brine-progress-words.h"

#include <glib/gi18n.h>
#include <math.h>

#define CELL_SHARE 0.86
#define CELL_MOST_WIDTH 28.0
#define CELL_PAD 3.5
#define ICON_SIZE 14.0
#define SKIPPED_HEIGHT 4.0
#define MISSED_HEIGHT 1.5
#define LEAST_FILL 3.0

gboolean
brine_chart_has_row (const BrineProgressData *data, BrinePractice practice)
{
  return practice != BRINE_PRACTICE_SLEEP && data->shown[practice];
}

char *
brine_chart_dup_row_label (const BrineProgressData *data, BrinePractice practice)
{
  const BrineAdherence *adherence = &data->summary.adherence[practice];

  if (adherence->counted == 0 && adherence->extra > 0)
    /* Translators: so many times, at the end of a row of a chart. */
    return g_strdup_printf (_ ("%d×"), adherence->extra);
  return brine_progress_words_percent (adherence->value);
}

static void
draw_cell (BrineChartBrush *self, const BrineCell *cell, double x, double width, double top,
           double height, GdkRGBA color)
{
  double filled = cell->fill >= 1 ? height : MAX (round (height * cell->fill), LEAST_FILL);

  switch (cell->kind)
    {
    case BRINE_CELL_FILLED:
      brine_chart_brush_fill_round (self, x, top + height - filled, width, filled, 1.5, color);
      break;
    case BRINE_CELL_SKIPPED:
      brine_chart_brush_outline (self, x, top + height - SKIPPED_HEIGHT, width, SKIPPED_HEIGHT, 1,
                                 color);
      break;
    case BRINE_CELL_MISSED:
      brine_chart_brush_fill (self, x, top + height - MISSED_HEIGHT, width, MISSED_HEIGHT,
                              brine_chart_brush_fade (self->secondary, 0.7));
      break;
    case BRINE_CELL_NOTHING:
    default:
      break;
    }
}

static void
draw_practice (BrineChartBrush *self, BrinePractice practice, double top)
{
  double height = self->layout->row_height;
  g_autofree char *label = brine_chart_dup_row_label (self->data, practice);

  brine_chart_brush_icon (self, brine_practice_get_icon_name (practice), 0, top + height / 2,
                          ICON_SIZE, self->text[practice]);
  brine_chart_brush_text (self, brine_progress_words_practice (practice, self->narrow),
                          ICON_SIZE + 4, top + height / 2, BRINE_CHART_ALIGN_START,
                          BRINE_CHART_TEXT_PLAIN, self->foreground);
  for (guint i = 0; i < self->data->columns->len; i++)
    {
      const BrineColumn *column = brine_progress_data_get_column (self->data, i);
      double x, width;

      if (column->cells[practice].kind == BRINE_CELL_NOTHING)
        continue;
      brine_chart_layout_get_bar (self->layout,
                                  brine_progress_data_get_x (self->data, column->bucket.from),
                                  brine_progress_data_get_x (self->data, column->bucket.to + 1),
                                  CELL_SHARE, CELL_MOST_WIDTH, &x, &width);
      draw_cell (self, &column->cells[practice], x, width, top + CELL_PAD, height - 2 * CELL_PAD,
                 self->solid[practice]);
    }
  brine_chart_draw_end_label (self, label, top + height / 2, self->foreground);
}

void
brine_chart_draw_practices (BrineChartBrush *self)
{
  const BrineChartPanel *panel = &self->layout->practices;
  double top = panel->top;

  if (panel->height <= 0)
    return;
  brine_chart_draw_title (self, BRINE_CHART_ROW_PRACTICES, panel);
  for (int practice = 0; practice < BRINE_N_PRACTICES; practice++)
    if (brine_chart_has_row (self->data, practice))
      {
        draw_practice (self, practice, top);
        top += self->layout->row_height;
      }
}
