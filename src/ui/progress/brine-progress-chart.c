/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-progress-chart.h"

#include "brine-chart-input.h"
#include "brine-progress-chart-private.h"
#include "brine-progress-words.h"

#include <glib/gi18n.h>
#include <math.h>

#define LEAST_WIDTH 260
#define USUAL_WIDTH 600
#define GUTTER 92.0
#define GUTTER_NARROW 84.0
#define RIGHT 50.0
#define ICON_AND_GAPS 26.0
#define TOOLTIP_GAP 10

/**
 * BrineProgressChart:
 *
 * Mood, sleep, practices and live servings of a range in rows over one time axis, see
 * brine-chart-layout.h for a drawing. Each row has its own scale, none has two.
 *
 * A line over all rows reads one column: it follows the pointer and the arrow keys (with Ctrl a
 * week at a time, Home and End to the ends, Escape puts it away), and a tooltip says what the
 * column holds. Enter and a double click open the day that is read (win.show-day). The tooltip is a child of the chart and never leaves it.
 *
 * CSS nodes: `progresschart` with a box `.osd.chart-tooltip`; colours `practice_*`,
 * `mood_line_color`, `line_color`, `line_strong_color`, `hatch_color`, `secondary_color`. Right to
 * left mirrors the time axis. Role img; its label is what is read at the line, its description
 * the summary of the range. The numbers are offered as a table beside it.
 */
struct _BrineProgressChart
{
  GtkWidget parent_instance;

  BrineProgressData *data; /* NULL: nothing to draw */
  int first_weekday;
  gboolean narrow;
  int cursor; /* index of a column, -1: none */
  BrineChartLayout layout;
  GskRenderNode *picture; /* everything but the line; NULL: to be drawn */
  GtkWidget *tooltip;
  GtkWidget *tooltip_title;
  GtkWidget *tooltip_text;
};

G_DEFINE_FINAL_TYPE (BrineProgressChart, brine_progress_chart, GTK_TYPE_WIDGET)

enum
{
  PROP_NARROW = 1,
  PROP_CURSOR,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
forget_picture (BrineProgressChart *self)
{
  g_clear_pointer (&self->picture, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Measure and allocate ---------------------------------------------------------------------- */

static guint
count_rows (const BrineProgressData *data)
{
  guint n = 0;

  for (int practice = 0; practice < BRINE_N_PRACTICES; practice++)
    n += brine_chart_has_row (data, practice);
  return n;
}

/* Long names and large text widen the gutters, up to a third of the chart each. */
static void
fit_gutters (BrineProgressChart *self, BrineChartNeeds *needs)
{
  GtkWidget *widget = GTK_WIDGET (self);

  needs->gutter = self->narrow ? GUTTER_NARROW : GUTTER;
  needs->right = RIGHT;
  for (int practice = 0; practice < BRINE_N_PRACTICES; practice++)
    {
      const char *name = brine_progress_words_practice (practice, self->narrow);
      g_autofree char *label = brine_chart_dup_row_label (self->data, practice);

      if (!brine_chart_has_row (self->data, practice))
        continue;
      needs->gutter =
          MAX (needs->gutter,
               ICON_AND_GAPS + brine_chart_text_get_width (widget, name, BRINE_CHART_TEXT_PLAIN));
      needs->right = MAX (needs->right,
                          12 + brine_chart_text_get_width (widget, label, BRINE_CHART_TEXT_BOLD));
    }
  needs->gutter = MIN (needs->gutter, MAX (needs->width / 3, GUTTER_NARROW));
  needs->right = MIN (needs->right, MAX (needs->width / 3, RIGHT));
}

static void
fit_keys (BrineProgressChart *self, BrineChartNeeds *needs)
{
  for (int row = 0; row < BRINE_CHART_N_ROWS; row++)
    {
      g_autoptr (GArray) key = brine_chart_key_new (self->data, row, self->narrow);

      needs->key_lines[row] =
          brine_chart_key_flow (key, GTK_WIDGET (self), row, round (needs->gutter), needs->width,
                                self->narrow);
    }
}

static BrineChartLayout
make_layout (BrineProgressChart *self, int width)
{
  BrineChartNeeds needs = { .width = width };

  needs.line_height = brine_chart_text_get_height (GTK_WIDGET (self));
  if (self->data != NULL)
    {
      needs.n_practices = count_rows (self->data);
      needs.with_sleep = brine_chart_has_sleep (self->data);
      needs.with_live = brine_chart_has_live (self->data);
      fit_gutters (self, &needs);
      fit_keys (self, &needs);
    }
  return brine_chart_layout_make (&needs);
}

static void
brine_progress_chart_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                              int *minimum, int *natural, int *minimum_baseline,
                              int *natural_baseline)
{
  BrineProgressChart *self = BRINE_PROGRESS_CHART (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = LEAST_WIDTH;
      *natural = USUAL_WIDTH;
    }
  else
    *minimum = *natural = (int)make_layout (self, USUAL_WIDTH).height;
  *minimum_baseline = *natural_baseline = -1;
}

/* The line that reads the cursor's column, in the widget's own coordinates. */
static double
get_cursor_x (BrineProgressChart *self)
{
  BrineBucket bucket = brine_progress_data_get_column (self->data, (guint)self->cursor)->bucket;
  double share = (brine_progress_data_get_x (self->data, bucket.from)
                  + brine_progress_data_get_x (self->data, bucket.to + 1))
                 / 2;
  double x = self->layout.plot_x + share * self->layout.plot_width;

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = self->layout.width - x;
  return floor (x);
}

/* Beside the line, on the side with more room, and always within the chart. */
static void
allocate_tooltip (BrineProgressChart *self, int width, int height)
{
  GtkRequisition size;
  int x, y, line;

  if (!gtk_widget_should_layout (self->tooltip))
    return;
  gtk_widget_get_preferred_size (self->tooltip, NULL, &size);
  size.width = MIN (size.width, MAX (width, 1));
  gtk_widget_measure (self->tooltip, GTK_ORIENTATION_VERTICAL, size.width, NULL, &size.height, NULL,
                      NULL);
  line = (int)get_cursor_x (self);
  x = line + TOOLTIP_GAP;
  if (x + size.width > width)
    x = line - TOOLTIP_GAP - size.width;
  x = CLAMP (x, 0, MAX (width - size.width, 0));
  y = (int)(self->layout.mood.top + self->layout.mood.height / 2);
  y = CLAMP (y, 0, MAX (height - size.height, 0));
  gtk_widget_size_allocate (self->tooltip, &(GtkAllocation){ x, y, size.width, size.height }, -1);
}

static void
brine_progress_chart_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  BrineProgressChart *self = BRINE_PROGRESS_CHART (widget);

  if (self->layout.width != width || self->layout.height <= 0)
    {
      self->layout = make_layout (self, width);
      g_clear_pointer (&self->picture, gsk_render_node_unref);
    }
  allocate_tooltip (self, width, height);
}

/* Draw -------------------------------------------------------------------------------------- */

static GskRenderNode *
draw_picture (BrineProgressChart *self)
{
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  BrineChartBrush brush = {
    .snapshot = snapshot,
    .data = self->data,
    .layout = &self->layout,
    .first_weekday = self->first_weekday,
    .narrow = self->narrow,
  };

  brine_chart_brush_init (&brush, GTK_WIDGET (self));
  brine_chart_draw_grid (&brush);
  brine_chart_draw_pauses (&brush);
  brine_chart_draw_mood (&brush);
  brine_chart_draw_sleep (&brush);
  brine_chart_draw_practices (&brush);
  brine_chart_draw_live (&brush);
  return gtk_snapshot_to_node (snapshot);
}

static void
snapshot_line (BrineProgressChart *self, GtkSnapshot *snapshot)
{
  float top = (float)self->layout.mood.top;
  BrineChartBrush brush = { 0 };

  brine_chart_brush_init (&brush, GTK_WIDGET (self));
  gtk_snapshot_append_color (snapshot, &brush.secondary,
                             &GRAPHENE_RECT_INIT ((float)get_cursor_x (self), top, 1,
                                                  (float)self->layout.foot - top));
}

static void
brine_progress_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  BrineProgressChart *self = BRINE_PROGRESS_CHART (widget);

  if (self->data == NULL || self->layout.plot_width <= 0)
    return;
  if (self->picture == NULL)
    self->picture = draw_picture (self);
  if (self->picture != NULL)
    gtk_snapshot_append_node (snapshot, self->picture);
  if (self->cursor >= 0)
    {
      snapshot_line (self, snapshot);
      gtk_widget_snapshot_child (widget, self->tooltip, snapshot);
    }
}

static void
brine_progress_chart_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  BrineProgressChart *self = BRINE_PROGRESS_CHART (widget);

  GTK_WIDGET_CLASS (brine_progress_chart_parent_class)->css_changed (widget, change);
  self->layout.height = 0;
  gtk_widget_queue_resize (widget);
  forget_picture (self);
}

static void
brine_progress_chart_direction_changed (GtkWidget *widget, GtkTextDirection previous)
{
  forget_picture (BRINE_PROGRESS_CHART (widget));
  gtk_widget_queue_allocate (widget);
}

/* Reading ----------------------------------------------------------------------------------- */

static void
update_accessible (BrineProgressChart *self)
{
  g_autofree char *description = NULL;
  g_autofree char *label = NULL;

  if (self->cursor >= 0)
    /* Translators: a day and what the chart holds for it, for screen readers. */
    label = g_strdup_printf (_ ("%s: %s"), gtk_label_get_text (GTK_LABEL (self->tooltip_title)),
                             gtk_label_get_text (GTK_LABEL (self->tooltip_text)));
  if (self->data != NULL)
    description = brine_progress_words_description (self->data);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label != NULL ? label : _ ("Progress chart"),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description != NULL ? description : "", -1);
}

static void
update_tooltip (BrineProgressChart *self)
{
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  gtk_widget_set_visible (self->tooltip, self->cursor >= 0);
  if (self->cursor < 0)
    return;
  title = brine_progress_words_column_title (self->data, (guint)self->cursor);
  lines = brine_progress_words_column_lines (self->data, (guint)self->cursor);
  text = g_strjoinv ("\n", lines);
  gtk_label_set_text (GTK_LABEL (self->tooltip_title), title);
  gtk_label_set_text (GTK_LABEL (self->tooltip_text), text);
}

int
brine_progress_chart_get_cursor (BrineProgressChart *self)
{
  g_return_val_if_fail (BRINE_IS_PROGRESS_CHART (self), -1);

  return self->cursor;
}

void
brine_progress_chart_set_cursor (BrineProgressChart *self, int cursor)
{
  int n;

  g_return_if_fail (BRINE_IS_PROGRESS_CHART (self));

  n = self->data != NULL ? (int)self->data->columns->len : 0;
  cursor = CLAMP (cursor, -1, n - 1);
  if (self->cursor == cursor)
    return;
  self->cursor = cursor;
  update_tooltip (self);
  update_accessible (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CURSOR]);
}

void
brine_progress_chart_read_at (BrineProgressChart *self, double x)
{
  g_assert (BRINE_IS_PROGRESS_CHART (self));

  if (self->data == NULL || self->layout.plot_width <= 0)
    return;
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = self->layout.width - x;
  x = (x - self->layout.plot_x) / self->layout.plot_width;
  /* Over the names of the rows nothing is read. */
  if (x < -0.02 || x > 1.02)
    brine_progress_chart_set_cursor (self, -1);
  else
    brine_progress_chart_set_cursor (self, (int)brine_progress_data_find_column (self->data, x));
}

/* Object ------------------------------------------------------------------------------------ */

static void
brine_progress_chart_dispose (GObject *object)
{
  BrineProgressChart *self = BRINE_PROGRESS_CHART (object);

  g_clear_pointer (&self->tooltip, gtk_widget_unparent);
  g_clear_pointer (&self->picture, gsk_render_node_unref);
  g_clear_pointer (&self->data, brine_progress_data_unref);
  self->cursor = -1;
  G_OBJECT_CLASS (brine_progress_chart_parent_class)->dispose (object);
}

static void
brine_progress_chart_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BrineProgressChart *self = BRINE_PROGRESS_CHART (object);

  switch (id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    case PROP_CURSOR:
      g_value_set_int (value, self->cursor);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
brine_progress_chart_set_property (GObject *object, guint id, const GValue *value,
                                   GParamSpec *pspec)
{
  BrineProgressChart *self = BRINE_PROGRESS_CHART (object);

  switch (id)
    {
    case PROP_NARROW:
      brine_progress_chart_set_narrow (self, g_value_get_boolean (value));
      break;
    case PROP_CURSOR:
      brine_progress_chart_set_cursor (self, g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
brine_progress_chart_class_init (BrineProgressChartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = brine_progress_chart_dispose;
  object_class->get_property = brine_progress_chart_get_property;
  object_class->set_property = brine_progress_chart_set_property;
  widget_class->measure = brine_progress_chart_measure;
  widget_class->size_allocate = brine_progress_chart_size_allocate;
  widget_class->snapshot = brine_progress_chart_snapshot;
  widget_class->css_changed = brine_progress_chart_css_changed;
  widget_class->direction_changed = brine_progress_chart_direction_changed;

  properties[PROP_NARROW] =
      g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_CURSOR] =
      g_param_spec_int ("cursor", NULL, NULL, -1, G_MAXINT, -1,
                        G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "progresschart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
add_tooltip (BrineProgressChart *self)
{
  self->tooltip = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  self->tooltip_title = gtk_label_new (NULL);
  self->tooltip_text = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->tooltip, "osd");
  gtk_widget_add_css_class (self->tooltip, "chart-tooltip");
  gtk_widget_add_css_class (self->tooltip_title, "caption-heading");
  gtk_widget_add_css_class (self->tooltip_text, "caption");
  gtk_widget_add_css_class (self->tooltip_text, "numeric");
  gtk_label_set_xalign (GTK_LABEL (self->tooltip_title), 0);
  gtk_label_set_xalign (GTK_LABEL (self->tooltip_text), 0);
  gtk_label_set_wrap (GTK_LABEL (self->tooltip_text), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (self->tooltip_text), 38);
  gtk_box_append (GTK_BOX (self->tooltip), self->tooltip_title);
  gtk_box_append (GTK_BOX (self->tooltip), self->tooltip_text);
  gtk_widget_set_can_target (self->tooltip, FALSE);
  gtk_widget_set_visible (self->tooltip, FALSE);
  gtk_widget_set_parent (self->tooltip, GTK_WIDGET (self));
}

static void
brine_progress_chart_init (BrineProgressChart *self)
{
  self->cursor = -1;
  self->first_weekday = 1;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  add_tooltip (self);
  brine_chart_input_attach (self);
  update_accessible (self);
}

GtkWidget *
brine_progress_chart_new (void)
{
  return g_object_new (BRINE_TYPE_PROGRESS_CHART, NULL);
}

static gboolean
has_same_columns (const BrineProgressData *a, const BrineProgressData *b)
{
  return a != NULL && b != NULL && a->by == b->by && a->range.from == b->range.from
         && a->range.to == b->range.to;
}

void
brine_progress_chart_set_data (BrineProgressChart *self, BrineProgressData *data)
{
  g_return_if_fail (BRINE_IS_PROGRESS_CHART (self));

  if (self->data == data)
    return;
  /* What is being read stays, unless the columns are others. */
  if (!has_same_columns (self->data, data))
    brine_progress_chart_set_cursor (self, -1);
  g_clear_pointer (&self->data, brine_progress_data_unref);
  if (data != NULL)
    self->data = brine_progress_data_ref (data);
  update_tooltip (self);
  update_accessible (self);
  self->layout.height = 0;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  forget_picture (self);
}

void
brine_progress_chart_set_first_weekday (BrineProgressChart *self, int first_weekday)
{
  g_return_if_fail (BRINE_IS_PROGRESS_CHART (self));
  g_return_if_fail (first_weekday >= 1 && first_weekday <= 7);

  if (self->first_weekday == first_weekday)
    return;
  self->first_weekday = first_weekday;
  forget_picture (self);
}

const BrineProgressData *
brine_progress_chart_get_data (BrineProgressChart *self)
{
  g_return_val_if_fail (BRINE_IS_PROGRESS_CHART (self), NULL);

  return self->data;
}

void
brine_progress_chart_set_narrow (BrineProgressChart *self, gboolean narrow)
{
  g_return_if_fail (BRINE_IS_PROGRESS_CHART (self));

  narrow = narrow != FALSE;
  if (self->narrow == narrow)
    return;
  self->narrow = narrow;
  self->layout.height = 0;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  forget_picture (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
}
