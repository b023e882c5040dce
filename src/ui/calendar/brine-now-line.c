/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-now-line.h"

/* CSS: nowline; its colour is that of the line. */
struct _BrineNowLine
{
  GtkWidget parent_instance;

  GArray *gaps; /* BrineNowGap, by their start */
};

G_DEFINE_FINAL_TYPE (BrineNowLine, brine_now_line, GTK_TYPE_WIDGET)

/* What is shorter looks like dirt beside a word. */
#define SHORTEST_STROKE 12

static void
append_stroke (GArray *strokes, double start, double end)
{
  if (end - start >= SHORTEST_STROKE)
    g_array_append_val (strokes, ((BrineNowGap){ start, end }));
}

GArray *
brine_now_line_get_strokes (BrineNowLine *self, double length)
{
  g_return_val_if_fail (BRINE_IS_NOW_LINE (self), NULL);

  GArray *strokes = g_array_new (FALSE, FALSE, sizeof (BrineNowGap));
  double done = 0;

  for (guint i = 0; i < self->gaps->len; i++)
    {
      const BrineNowGap *gap = &g_array_index (self->gaps, BrineNowGap, i);
      append_stroke (strokes, done, MIN (gap->start, length));
      done = MAX (done, gap->end);
    }
  append_stroke (strokes, done, length);
  return strokes;
}

static void
brine_now_line_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  int height = gtk_widget_get_height (widget);
  g_autoptr (GArray) strokes =
      brine_now_line_get_strokes (BRINE_NOW_LINE (widget), gtk_widget_get_width (widget));
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  for (guint i = 0; i < strokes->len; i++)
    {
      const BrineNowGap *stroke = &g_array_index (strokes, BrineNowGap, i);
      graphene_rect_t bounds =
          GRAPHENE_RECT_INIT (stroke->start, 0, stroke->end - stroke->start, height);
      gtk_snapshot_append_color (snapshot, &color, &bounds);
    }
}

static void
brine_now_line_finalize (GObject *object)
{
  g_array_unref (BRINE_NOW_LINE (object)->gaps);

  G_OBJECT_CLASS (brine_now_line_parent_class)->finalize (object);
}

static void
brine_now_line_class_init (BrineNowLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = brine_now_line_finalize;
  widget_class->snapshot = brine_now_line_snapshot;
  gtk_widget_class_set_css_name (widget_class, "nowline");
}

static void
brine_now_line_init (BrineNowLine *self)
{
  self->gaps = g_array_new (FALSE, FALSE, sizeof (BrineNowGap));
}

static int
compare_starts (gconstpointer a, gconstpointer b)
{
  double first = ((const BrineNowGap *)a)->start;
  double second = ((const BrineNowGap *)b)->start;

  return (first > second) - (first < second);
}

void
brine_now_line_set_gaps (BrineNowLine *self, const BrineNowGap *gaps, guint n)
{
  g_return_if_fail (BRINE_IS_NOW_LINE (self));
  g_return_if_fail (gaps != NULL || n == 0);

  g_array_set_size (self->gaps, 0);
  if (n > 0)
    g_array_append_vals (self->gaps, gaps, n);
  g_array_sort (self->gaps, compare_starts);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
