/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-ring.h"

#include "brine-format.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#define MOVE_MS 250

/**
 * BrineRing:
 *
 * The share of a day that is done, as an arc from 12 o'clock, clockwise in every text direction.
 * Never a percentage, never red. Complete is a closed ring, and in the small size a disc with a
 * tick, so that it is told by shape too.
 *
 * CSS node `ring`; colours `ring_color`, `ring_track_color`, `ring_mark_color`. Role meter, whose
 * value text is "4 of 8 done".
 */
struct _BrineRing
{
  GtkWidget parent_instance;

  BrineRingSize size;
  double done;
  int planned;
  double shown; /* fraction that is drawn, on its way to done / planned */
  AdwAnimation *animation;
  GtkWidget *box; /* of the two labels; NULL but for the large size */
  GtkWidget *number;
  GtkWidget *total;
};

static const struct
{
  int diameter;
  double width;
} sizes[] = {
  [BRINE_RING_SMALL] = { 22, 3.5 },
  [BRINE_RING_MEDIUM] = { 40, 3 },
  [BRINE_RING_LARGE] = { 84, 8 },
};

G_DEFINE_FINAL_TYPE (BrineRing, brine_ring, GTK_TYPE_WIDGET)

enum
{
  PROP_SIZE = 1,
  PROP_DONE,
  PROP_PLANNED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static double
get_fraction (BrineRing *self)
{
  return self->planned > 0 ? CLAMP (self->done / self->planned, 0, 1) : 0;
}

static void
update_texts (BrineRing *self)
{
  g_autofree char *done = brine_format_quantity (self->done);
  /* Translators: how many of the planned things are done: "4 of 8 done". */
  g_autofree char *words =
      g_strdup_printf (ngettext ("%s of %d done", "%s of %d done", (gulong)self->planned), done,
                       self->planned);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 0.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, (double)self->planned,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, self->done,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, words,
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  if (self->box != NULL)
    {
      /* Translators: below the number in a ring, as in "4" over "of 8". */
      g_autofree char *total = g_strdup_printf (_ ("of %d"), self->planned);

      gtk_label_set_text (GTK_LABEL (self->number), done);
      gtk_label_set_text (GTK_LABEL (self->total), total);
    }
}

static void
show_fraction (double value, gpointer user_data)
{
  BrineRing *self = BRINE_RING (user_data);

  self->shown = value;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
move_to_value (BrineRing *self)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      show_fraction (get_fraction (self), self);
      return;
    }
  adw_timed_animation_set_value_from (ADW_TIMED_ANIMATION (self->animation), self->shown);
  adw_timed_animation_set_value_to (ADW_TIMED_ANIMATION (self->animation), get_fraction (self));
  adw_animation_play (self->animation);
}

static void
lookup_color (GtkWidget *widget, const char *name, GdkRGBA *out_color)
{
  GtkStyleContext *context = gtk_widget_get_style_context (widget);

  if (!gtk_style_context_lookup_color (context, name, out_color))
    gtk_style_context_get_color (context, out_color);
}

static void
draw_arc (cairo_t *cr, double radius, double fraction)
{
  cairo_new_path (cr);
  cairo_arc (cr, 0, 0, radius, -G_PI / 2, -G_PI / 2 + 2 * G_PI * fraction);
  cairo_stroke (cr);
}

static void
draw_complete_disc (GtkWidget *widget, cairo_t *cr, double radius)
{
  GdkRGBA color;

  lookup_color (widget, "ring_color", &color);
  gdk_cairo_set_source_rgba (cr, &color);
  cairo_arc (cr, 0, 0, radius, 0, 2 * G_PI);
  cairo_fill (cr);
  lookup_color (widget, "ring_mark_color", &color);
  gdk_cairo_set_source_rgba (cr, &color);
  cairo_set_line_width (cr, 2);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_move_to (cr, -4, 0.5);
  cairo_line_to (cr, -1.25, 3.25);
  cairo_line_to (cr, 4, -3);
  cairo_stroke (cr);
}

static void
draw_ring (GtkWidget *widget, cairo_t *cr, double radius, double width, double fraction)
{
  GdkRGBA color;

  cairo_set_line_width (cr, width);
  lookup_color (widget, "ring_track_color", &color);
  gdk_cairo_set_source_rgba (cr, &color);
  draw_arc (cr, radius - width / 2, 1);
  if (fraction <= 0)
    return;
  lookup_color (widget, "ring_color", &color);
  gdk_cairo_set_source_rgba (cr, &color);
  draw_arc (cr, radius - width / 2, fraction);
}

void
brine_ring_snapshot_at (GtkWidget *widget, GtkSnapshot *snapshot, BrineRingSize size,
                        double fraction, const graphene_rect_t *bounds)
{
  double radius = MIN (sizes[size].diameter, MIN (bounds->size.width, bounds->size.height)) / 2.0;
  double x = bounds->origin.x + bounds->size.width / 2.0;
  double y = bounds->origin.y + bounds->size.height / 2.0;
  cairo_t *cr;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (radius <= sizes[size].width)
    return;
  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT ((float)(x - radius), (float)(y - radius),
                                                       (float)(2 * radius), (float)(2 * radius)));
  cairo_translate (cr, x, y);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  if (size == BRINE_RING_SMALL && fraction >= 1)
    draw_complete_disc (widget, cr, radius);
  else
    draw_ring (widget, cr, radius, sizes[size].width, fraction);
  cairo_destroy (cr);
}

static void
brine_ring_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  BrineRing *self = BRINE_RING (widget);

  brine_ring_snapshot_at (widget, snapshot, self->size, self->shown,
                          &GRAPHENE_RECT_INIT (0, 0, (float)gtk_widget_get_width (widget),
                                               (float)gtk_widget_get_height (widget)));
  if (self->box != NULL)
    gtk_widget_snapshot_child (widget, self->box, snapshot);
}

static void
brine_ring_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                    int *natural, int *minimum_baseline, int *natural_baseline)
{
  BrineRing *self = BRINE_RING (widget);
  int child_minimum = 0;
  int child_natural = 0;
  int diameter = sizes[self->size].diameter;

  /* Large text may need more room than the ring gives. */
  if (self->box != NULL)
    gtk_widget_measure (self->box, orientation, -1, &child_minimum, &child_natural, NULL, NULL);
  *minimum = *natural = MAX (diameter, child_minimum);
  *minimum_baseline = *natural_baseline = -1;
}

static void
brine_ring_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  BrineRing *self = BRINE_RING (widget);
  GtkRequisition natural;

  if (self->box == NULL)
    return;
  gtk_widget_get_preferred_size (self->box, NULL, &natural);
  natural.width = MIN (natural.width, width);
  natural.height = MIN (natural.height, height);
  gtk_widget_size_allocate (self->box,
                            &(GtkAllocation){ (width - natural.width) / 2,
                                              (height - natural.height) / 2, natural.width,
                                              natural.height },
                            -1);
}

static void
add_numbers (BrineRing *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->number = gtk_label_new (NULL);
  self->total = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->number, "title-2");
  gtk_widget_add_css_class (self->number, "numeric");
  gtk_widget_add_css_class (self->total, "caption");
  gtk_widget_add_css_class (self->total, "numeric");
  gtk_box_append (GTK_BOX (self->box), self->number);
  gtk_box_append (GTK_BOX (self->box), self->total);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

static void
brine_ring_constructed (GObject *object)
{
  BrineRing *self = BRINE_RING (object);

  G_OBJECT_CLASS (brine_ring_parent_class)->constructed (object);
  if (self->size == BRINE_RING_LARGE)
    add_numbers (self);
  update_texts (self);
}

static void
brine_ring_dispose (GObject *object)
{
  BrineRing *self = BRINE_RING (object);

  g_clear_object (&self->animation);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (brine_ring_parent_class)->dispose (object);
}

static void
brine_ring_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BrineRing *self = BRINE_RING (object);

  switch (id)
    {
    case PROP_SIZE:
      g_value_set_uint (value, self->size);
      break;
    case PROP_DONE:
      g_value_set_double (value, self->done);
      break;
    case PROP_PLANNED:
      g_value_set_int (value, self->planned);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
brine_ring_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  BrineRing *self = BRINE_RING (object);

  switch (id)
    {
    case PROP_SIZE:
      self->size = (BrineRingSize)g_value_get_uint (value);
      break;
    case PROP_DONE:
      brine_ring_set_value (self, g_value_get_double (value), self->planned);
      break;
    case PROP_PLANNED:
      brine_ring_set_value (self, self->done, g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
brine_ring_class_init (BrineRingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = brine_ring_constructed;
  object_class->dispose = brine_ring_dispose;
  object_class->get_property = brine_ring_get_property;
  object_class->set_property = brine_ring_set_property;
  widget_class->measure = brine_ring_measure;
  widget_class->size_allocate = brine_ring_size_allocate;
  widget_class->snapshot = brine_ring_snapshot;

  properties[PROP_SIZE] =
      g_param_spec_uint ("size", NULL, NULL, BRINE_RING_SMALL, BRINE_RING_LARGE, BRINE_RING_LARGE,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_DONE] =
      g_param_spec_double ("done", NULL, NULL, 0, G_MAXINT, 0,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_PLANNED] =
      g_param_spec_int ("planned", NULL, NULL, 0, G_MAXINT, 0,
                        G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "ring");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_METER);
}

static void
brine_ring_init (BrineRing *self)
{
  AdwAnimationTarget *target = adw_callback_animation_target_new (show_fraction, self, NULL);

  self->animation = adw_timed_animation_new (GTK_WIDGET (self), 0, 1, MOVE_MS, target);
  adw_timed_animation_set_easing (ADW_TIMED_ANIMATION (self->animation), ADW_EASE_OUT_CUBIC);
}

GtkWidget *
brine_ring_new (BrineRingSize size)
{
  return g_object_new (BRINE_TYPE_RING, "size", size, NULL);
}

void
brine_ring_set_value (BrineRing *self, double done, int planned)
{
  gboolean done_changed, planned_changed;

  g_return_if_fail (BRINE_IS_RING (self));
  g_return_if_fail (done >= 0 && planned >= 0);

  done_changed = fabs (done - self->done) > 1e-9;
  planned_changed = planned != self->planned;
  if (!done_changed && !planned_changed)
    return;
  self->done = done;
  self->planned = planned;
  update_texts (self);
  move_to_value (self);
  if (done_changed)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DONE]);
  if (planned_changed)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLANNED]);
}
