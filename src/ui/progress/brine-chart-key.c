/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-progress-chart-private.h"

#include "brine-format.h"
#include "brine-progress-words.h"

#include <glib/gi18n.h>
#include <math.h>

/*
 * What the marks of a row mean: parts beside the row's name, and on lines of their own below it
 * where narrow screens and large text leave no room for them there.
 */

#define KEY_INDENT 26.0
#define NARROW_KEY_INDENT -24.0
#define KEY_GAP 14.0

static void
clear_part (gpointer data)
{
  g_free (((BrineChartKeyPart *)data)->text);
}

static void
add_part (GArray *key, double mark_width, const char *text)
{
  BrineChartKeyPart part = { .mark_width = mark_width, .text = g_strdup (text) };

  g_array_append_val (key, part);
}

/* "a day" with a dot and "7-day median" with a piece of line. */
static void
add_mood (GArray *key, const BrineProgressData *data)
{
  gboolean by_day = data->by == BRINE_BUCKET_BY_DAY || data->dots->len == 0
                    || data->range.to - data->range.from < 400;
  /* Translators: key of a dot in the mood chart. */
  const char *dot = by_day ? _ ("a day") : _ ("a month");
  /* Translators: key of the line in the mood chart. */
  const char *line = by_day ? _ ("7-day median") : _ ("median of the month");

  if (!by_day && data->by == BRINE_BUCKET_BY_WEEK)
    {
      dot = _ ("a week");
      line = _ ("median of the week");
    }
  add_part (key, BRINE_CHART_KEY_DOT_WIDTH, dot);
  add_part (key, BRINE_CHART_KEY_LINE_WIDTH, line);
}

static void
add_sleep (GArray *key, const BrineProgressData *data, gboolean narrow)
{
  double bed = data->summary.sleep.bed.mean_hours;
  g_autofree char *target = brine_progress_words_sleep_target (data->sleep_target);
  g_autofree char *hour = NULL;
  g_autofree char *text = NULL;

  if (isnan (bed))
    {
      if (!narrow)
        add_part (key, 0, _ ("bed to wake"));
      return;
    }
  hour = brine_progress_words_hour (round (bed * 12) / 12);
  if (narrow)
    /* Translators: key of the sleep chart: "band: 7–9 h from 23:15". */
    text = g_strdup_printf (_ ("band: %s from %s"), target, hour);
  else
    /* Translators: key of the sleep chart: "bed to wake; the band is 7–9 h from 23:15". */
    text = g_strdup_printf (_ ("bed to wake; the band is %s from %s"), target, hour);
  add_part (key, 0, text);
}

static void
add_practices (GArray *key, const BrineProgressData *data, gboolean narrow)
{
  if (!narrow)
    add_part (key, 0,
              data->by == BRINE_BUCKET_BY_DAY
                  ? _ ("full: done · half: partly · open: skipped · line: not logged")
                  : _ ("height: how much was done · open: skipped · line: not logged"));
}

static const char *
get_title (BrineChartRow row)
{
  switch (row)
    {
    case BRINE_CHART_ROW_MOOD:
      return _ ("Mood");
    case BRINE_CHART_ROW_SLEEP:
      return brine_practice_get_name (BRINE_PRACTICE_SLEEP);
    case BRINE_CHART_ROW_PRACTICES:
      return _ ("Practices");
    case BRINE_CHART_ROW_LIVE:
    default:
      return _ ("Live servings");
    }
}

GArray *
brine_chart_key_new (const BrineProgressData *data, BrineChartRow row, gboolean narrow)
{
  GArray *key = g_array_new (FALSE, TRUE, sizeof (BrineChartKeyPart));

  g_array_set_clear_func (key, clear_part);
  switch (row)
    {
    case BRINE_CHART_ROW_MOOD:
      add_mood (key, data);
      break;
    case BRINE_CHART_ROW_SLEEP:
      add_sleep (key, data, narrow);
      break;
    case BRINE_CHART_ROW_PRACTICES:
      add_practices (key, data, narrow);
      break;
    case BRINE_CHART_ROW_LIVE:
    default:
      break;
    }
  return key;
}

guint
brine_chart_key_flow (GArray *key, GtkWidget *widget, BrineChartRow row, double plot_x,
                      double width, gboolean narrow)
{
  double title = brine_chart_text_get_width (widget, get_title (row), BRINE_CHART_TEXT_BOLD);
  double x = MAX (title + KEY_GAP, plot_x + (narrow ? NARROW_KEY_INDENT : KEY_INDENT));
  guint line = 0;

  for (guint i = 0; i < key->len; i++)
    {
      BrineChartKeyPart *part = &g_array_index (key, BrineChartKeyPart, i);
      double part_width = part->mark_width
                          + brine_chart_text_get_width (widget, part->text, BRINE_CHART_TEXT_PLAIN);

      if (x > 0 && x + part_width > width)
        {
          line++;
          x = 0;
        }
      part->x = x;
      part->line = line;
      x += part_width + KEY_GAP;
    }
  return line;
}

static void
draw_mark (BrineChartBrush *self, double mark_width, double x, double y)
{
  const double radius = BRINE_CHART_DOT_RADIUS;

  if (mark_width == BRINE_CHART_KEY_DOT_WIDTH)
    brine_chart_brush_fill_round (self, x, y - radius, 2 * radius, 2 * radius, radius,
                                  brine_chart_brush_fade (self->mood, BRINE_CHART_DOT_ALPHA));
  else if (mark_width == BRINE_CHART_KEY_LINE_WIDTH)
    brine_chart_brush_fill (self, x, y - 1, 20, 2, self->mood);
}

void
brine_chart_draw_title (BrineChartBrush *self, BrineChartRow row, const BrineChartPanel *panel)
{
  double height = brine_chart_text_get_height (self->widget);
  g_autoptr (GArray) key = brine_chart_key_new (self->data, row, self->narrow);

  brine_chart_brush_text (self, get_title (row), 0, panel->title, BRINE_CHART_ALIGN_START,
                          BRINE_CHART_TEXT_BOLD, self->foreground);
  brine_chart_key_flow (key, self->widget, row, self->layout->plot_x, self->layout->width,
                        self->narrow);
  for (guint i = 0; i < key->len; i++)
    {
      const BrineChartKeyPart *part = &g_array_index (key, BrineChartKeyPart, i);
      double x = part->x + part->mark_width;
      double y = panel->title + part->line * height;
      double width = brine_chart_text_get_width (self->widget, part->text, BRINE_CHART_TEXT_PLAIN);

      /* Lines and the hatch of a pause run behind it: words need a quiet ground. */
      brine_chart_brush_fill (self, x - 3, floor (y - height / 2), width + 6, height, self->ground);
      draw_mark (self, part->mark_width, part->x, y);
      brine_chart_brush_text (self, part->text, x, y, BRINE_CHART_ALIGN_START,
                              BRINE_CHART_TEXT_PLAIN, self->secondary);
    }
}
