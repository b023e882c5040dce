/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-adaptive-bin.h"

#include "brine-parts.h"

#define NARROW_WIDTH 600
#define SMALLEST_WIDTH 360

struct _BrineAdaptiveBin
{
  AdwBin parent_instance;

  gboolean narrow;
};

G_DEFINE_FINAL_TYPE (BrineAdaptiveBin, brine_adaptive_bin, ADW_TYPE_BIN)

enum
{
  PROP_NARROW = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
brine_adaptive_bin_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                            int *minimum, int *natural, int *minimum_baseline,
                            int *natural_baseline)
{
  GtkWidget *child = adw_bin_get_child (ADW_BIN (widget));

  if (child == NULL)
    return;
  gtk_widget_measure (child, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MIN (*minimum, SMALLEST_WIDTH);
}

static void
set_width (BrineAdaptiveBin *self, int width)
{
  gboolean narrow = width < brine_scale_width (GTK_WIDGET (self), NARROW_WIDTH);

  if (narrow == self->narrow)
    return;
  self->narrow = narrow;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
}

static void
brine_adaptive_bin_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  BrineAdaptiveBin *self = BRINE_ADAPTIVE_BIN (widget);

  set_width (self, width);
  if (adw_bin_get_child (ADW_BIN (self)) != NULL)
    gtk_widget_allocate (adw_bin_get_child (ADW_BIN (self)), width, height, baseline, NULL);
}

static void
brine_adaptive_bin_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, BRINE_ADAPTIVE_BIN (object)->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
brine_adaptive_bin_class_init (BrineAdaptiveBinClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = brine_adaptive_bin_get_property;
  widget_class->measure = brine_adaptive_bin_measure;
  widget_class->size_allocate = brine_adaptive_bin_size_allocate;
  properties[PROP_NARROW] =
      g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                            G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
brine_adaptive_bin_init (BrineAdaptiveBin *self)
{
  /* The bin's own layout would come before measure and allocate. */
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
brine_adaptive_bin_new (void)
{
  return g_object_new (BRINE_TYPE_ADAPTIVE_BIN, NULL);
}

gboolean
brine_adaptive_bin_is_narrow (BrineAdaptiveBin *self)
{
  g_return_val_if_fail (BRINE_IS_ADAPTIVE_BIN (self), FALSE);

  return self->narrow;
}

void
brine_adaptive_bin_expect_width (BrineAdaptiveBin *self, int width)
{
  g_return_if_fail (BRINE_IS_ADAPTIVE_BIN (self));

  set_width (self, width);
}
