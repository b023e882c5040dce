/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-dots.h"

#include "brine-format.h"

#include <glib/gi18n.h>
#include <math.h>

#define DOT_SIZE 11
#define DOT_SPACING 4
#define DOT_OUTLINE 1.5f
#define CORE_SIZE 4
#define MAX_DOTS 10

/**
 * BrineDots:
 *
 * A small count against its target: live servings of the day, a quota of the week. Drawn in the
 * `color` of its CSS node `dots`, from the start edge on; a half dot is filled on its start side,
 * one that is planned has a core.
 */
struct _BrineDots
{
  GtkWidget parent_instance;

  double value;
  int target;
  int planned;
};

G_DEFINE_FINAL_TYPE (BrineDots, brine_dots, GTK_TYPE_WIDGET)

enum
{
  PROP_VALUE = 1,
  PROP_TARGET,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static int
count_dots (BrineDots *self)
{
  int filled = (int)ceil (self->value - 0.25);

  return CLAMP (MAX (self->target, filled + self->planned), 0, MAX_DOTS);
}

static void
brine_dots_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                    int *natural, int *minimum_baseline, int *natural_baseline)
{
  int dots = count_dots (BRINE_DOTS (widget));

  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = DOT_SIZE;
  else
    *minimum = *natural = MAX (0, dots * (DOT_SIZE + DOT_SPACING) - DOT_SPACING);
  *minimum_baseline = *natural_baseline = -1;
}

static void
draw_dot (GtkSnapshot *snapshot, graphene_rect_t bounds, double filled, gboolean rtl,
          const GdkRGBA *color)
{
  GskRoundedRect outline;
  graphene_rect_t part = bounds;

  gsk_rounded_rect_init_from_rect (&outline, &bounds, DOT_SIZE / 2.0f);
  if (filled > 0)
    {
      part.size.width = (float)(bounds.size.width * filled);
      if (rtl)
        part.origin.x += bounds.size.width - part.size.width;
      gtk_snapshot_push_rounded_clip (snapshot, &outline);
      gtk_snapshot_append_color (snapshot, color, &part);
      gtk_snapshot_pop (snapshot);
    }
  if (filled < 1)
    gtk_snapshot_append_border (snapshot, &outline,
                                (float[4]){ DOT_OUTLINE, DOT_OUTLINE, DOT_OUTLINE, DOT_OUTLINE },
                                (GdkRGBA[4]){ *color, *color, *color, *color });
}

static void
draw_core (GtkSnapshot *snapshot, const graphene_rect_t *bounds, const GdkRGBA *color)
{
  float inset = (DOT_SIZE - CORE_SIZE) / 2.0f;
  graphene_rect_t core;
  GskRoundedRect outline;

  graphene_rect_inset_r (bounds, inset, inset, &core);
  gsk_rounded_rect_init_from_rect (&outline, &core, CORE_SIZE / 2.0f);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, color, &core);
  gtk_snapshot_pop (snapshot);
}

static void
brine_dots_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  BrineDots *self = BRINE_DOTS (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int dots = count_dots (self);
  int n_filled = (int)ceil (self->value - 0.25);
  float width = (float)gtk_widget_get_width (widget);
  float y = floorf ((float)(gtk_widget_get_height (widget) - DOT_SIZE) / 2);
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  for (int i = 0; i < dots; i++)
    {
      float x = (float)(i * (DOT_SIZE + DOT_SPACING));
      /* To halves: what is drawn shall be told apart. */
      double filled = CLAMP (round ((self->value - i) * 2) / 2, 0, 1);

      if (rtl)
        x = width - x - DOT_SIZE;
      graphene_rect_t bounds = GRAPHENE_RECT_INIT (x, y, DOT_SIZE, DOT_SIZE);
      draw_dot (snapshot, bounds, filled, rtl, &color);
      if (i >= n_filled && i < n_filled + self->planned)
        draw_core (snapshot, &bounds, &color);
    }
}

static void
brine_dots_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BrineDots *self = BRINE_DOTS (object);

  switch (id)
    {
    case PROP_VALUE:
      g_value_set_double (value, self->value);
      break;
    case PROP_TARGET:
      g_value_set_int (value, self->target);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
brine_dots_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  BrineDots *self = BRINE_DOTS (object);

  switch (id)
    {
    case PROP_VALUE:
      brine_dots_set_value (self, g_value_get_double (value), self->target, NULL);
      break;
    case PROP_TARGET:
      brine_dots_set_value (self, self->value, g_value_get_int (value), NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
brine_dots_class_init (BrineDotsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = brine_dots_get_property;
  object_class->set_property = brine_dots_set_property;
  widget_class->measure = brine_dots_measure;
  widget_class->snapshot = brine_dots_snapshot;

  properties[PROP_VALUE] =
      g_param_spec_double ("value", NULL, NULL, 0, G_MAXINT, 0,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_TARGET] =
      g_param_spec_int ("target", NULL, NULL, 0, G_MAXINT, 0,
                        G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "dots");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
brine_dots_init (BrineDots *self)
{
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

GtkWidget *
brine_dots_new (void)
{
  return g_object_new (BRINE_TYPE_DOTS, NULL);
}

static void
update_label (BrineDots *self, const char *label)
{
  g_autofree char *quantity = brine_format_quantity (self->value);
  /* Translators: a count against its target: "1 of 2". */
  g_autofree char *words = g_strdup_printf (_ ("%s of %d"), quantity, self->target);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label != NULL ? label : words, -1);
}

void
brine_dots_set_value (BrineDots *self, double value, int target, const char *label)
{
  gboolean value_changed, target_changed;
  int dots;

  g_return_if_fail (BRINE_IS_DOTS (self));
  g_return_if_fail (value >= 0 && target >= 0);

  value_changed = fabs (value - self->value) > 1e-9;
  target_changed = target != self->target;
  dots = count_dots (self);
  self->value = value;
  self->target = target;
  update_label (self, label);
  if (count_dots (self) != dots)
    gtk_widget_queue_resize (GTK_WIDGET (self));
  else if (value_changed)
    gtk_widget_queue_draw (GTK_WIDGET (self));
  if (value_changed)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VALUE]);
  if (target_changed)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TARGET]);
}

void
brine_dots_set_planned (BrineDots *self, int planned)
{
  g_return_if_fail (BRINE_IS_DOTS (self));
  g_return_if_fail (planned >= 0);

  if (self->planned == planned)
    return;
  self->planned = planned;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
