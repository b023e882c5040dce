/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-weekday-bars.h"

#include "brine-format.h"
#include "brine-parts.h"
#include "brine-progress-words.h"

#include <glib/gi18n.h>
#include <math.h>

#define BAR_WIDTH 7
#define BAR_GAP 3
#define BAR_HEIGHT 28
#define NONE_HEIGHT 1.5
#define BAR_ALPHA 0.85f

/**
 * BrineWeekdayBars:
 *
 * Seven small bars from the first weekday on; nothing where a weekday holds nothing, a line for
 * zero. CSS node `weekdaybars`, colours `practice_*`; right-to-left mirrors. Role img, whose label
 * says the seven values.
 */
struct _BrineWeekdayBars
{
  GtkWidget parent_instance;

  BrinePractice practice;
  double values[7]; /* Monday first */
  int first_weekday;
};

G_DEFINE_FINAL_TYPE (BrineWeekdayBars, brine_weekday_bars, GTK_TYPE_WIDGET)

static void
update_accessible (BrineWeekdayBars *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (int i = 0; i < 7; i++)
    {
      int weekday = (self->first_weekday - 1 + i) % 7;
      g_autofree char *percent = brine_progress_words_percent (self->values[weekday]);

      if (isnan (self->values[weekday]))
        continue;
      if (text->len > 0)
        g_string_append (text, C_ ("list", ", "));
      /* Translators: a weekday and its share: "Monday 67 %". */
      g_string_append_printf (text, C_ ("weekday", "%s %s"), brine_format_weekday (weekday + 1),
                              percent);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("By weekday"), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text->str,
                                  -1);
  brine_set_hint (GTK_WIDGET (self), text->len > 0 ? text->str : NULL);
}

static void
brine_weekday_bars_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                            int *minimum, int *natural, int *minimum_baseline,
                            int *natural_baseline)
{
  *minimum = *natural =
      orientation == GTK_ORIENTATION_HORIZONTAL ? 7 * BAR_WIDTH + 6 * BAR_GAP : BAR_HEIGHT;
  *minimum_baseline = *natural_baseline = -1;
}

static void
snapshot_bar (BrineWeekdayBars *self, GtkSnapshot *snapshot, int place, double value,
              const GdkRGBA *color)
{
  float width = (float)gtk_widget_get_width (GTK_WIDGET (self));
  float height = (float)gtk_widget_get_height (GTK_WIDGET (self));
  float tall = (float)MAX (round (CLAMP (value, 0, 1) * height), NONE_HEIGHT);
  float x = (float)(place * (BAR_WIDTH + BAR_GAP));
  GskRoundedRect bar;

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = width - x - BAR_WIDTH;
  gsk_rounded_rect_init_from_rect (&bar, &GRAPHENE_RECT_INIT (x, height - tall, BAR_WIDTH, tall),
                                   tall < 4 ? 0 : 2);
  gtk_snapshot_push_rounded_clip (snapshot, &bar);
  gtk_snapshot_append_color (snapshot, color, &bar.bounds);
  gtk_snapshot_pop (snapshot);
}

static void
brine_weekday_bars_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  BrineWeekdayBars *self = BRINE_WEEKDAY_BARS (widget);
  GtkStyleContext *context = gtk_widget_get_style_context (widget);
  g_autofree char *name =
      g_strdup_printf ("practice_%s", brine_practice_get_css_class (self->practice));
  GdkRGBA color;

  if (!gtk_style_context_lookup_color (context, name, &color))
    gtk_style_context_get_color (context, &color);
  color.alpha *= BAR_ALPHA;
  for (int i = 0; i < 7; i++)
    {
      double value = self->values[(self->first_weekday - 1 + i) % 7];

      if (!isnan (value))
        snapshot_bar (self, snapshot, i, value, &color);
    }
}

static void
brine_weekday_bars_class_init (BrineWeekdayBarsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = brine_weekday_bars_measure;
  widget_class->snapshot = brine_weekday_bars_snapshot;
  gtk_widget_class_set_css_name (widget_class, "weekdaybars");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
brine_weekday_bars_init (BrineWeekdayBars *self)
{
  self->first_weekday = 1;
  for (int i = 0; i < 7; i++)
    self->values[i] = NAN;
}

GtkWidget *
brine_weekday_bars_new (BrinePractice practice)
{
  BrineWeekdayBars *self = g_object_new (BRINE_TYPE_WEEKDAY_BARS, NULL);

  self->practice = practice;
  update_accessible (self);
  return GTK_WIDGET (self);
}

void
brine_weekday_bars_set_values (BrineWeekdayBars *self, const double values[7], int first_weekday)
{
  g_return_if_fail (BRINE_IS_WEEKDAY_BARS (self));
  g_return_if_fail (values != NULL);
  g_return_if_fail (first_weekday >= 1 && first_weekday <= 7);

  for (int i = 0; i < 7; i++)
    self->values[i] = values[i];
  self->first_weekday = first_weekday;
  update_accessible (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
