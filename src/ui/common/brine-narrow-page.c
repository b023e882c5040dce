/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-narrow-page.h"

typedef struct
{
  gboolean narrow;
} BrineNarrowPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (BrineNarrowPage, brine_narrow_page, ADW_TYPE_BIN)

enum
{
  PROP_NARROW = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
brine_narrow_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  BrineNarrowPage *self = BRINE_NARROW_PAGE (object);
  BrineNarrowPagePrivate *priv = brine_narrow_page_get_instance_private (self);

  if (id != PROP_NARROW)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  if (priv->narrow == g_value_get_boolean (value))
    return;

  priv->narrow = !priv->narrow;
  if (BRINE_NARROW_PAGE_GET_CLASS (self)->arrange != NULL)
    BRINE_NARROW_PAGE_GET_CLASS (self)->arrange (self, priv->narrow);
  g_object_notify_by_pspec (object, pspec);
}

static void
brine_narrow_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_NARROW)
    g_value_set_boolean (value, brine_narrow_page_is_narrow (BRINE_NARROW_PAGE (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
brine_narrow_page_class_init (BrineNarrowPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = brine_narrow_page_set_property;
  object_class->get_property = brine_narrow_page_get_property;
  properties[PROP_NARROW] =
      g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
brine_narrow_page_init (BrineNarrowPage *self)
{
}

gboolean
brine_narrow_page_is_narrow (BrineNarrowPage *self)
{
  BrineNarrowPagePrivate *priv = brine_narrow_page_get_instance_private (self);

  g_return_val_if_fail (BRINE_IS_NARROW_PAGE (self), FALSE);

  return priv->narrow;
}
