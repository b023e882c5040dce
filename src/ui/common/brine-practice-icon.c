/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-practice-icon.h"

#include "brine-format.h"

/**
 * BrinePracticeIcon:
 *
 * Says which practice a row is about. Decoration to a screen reader: the row's name tells it.
 * CSS node `practiceicon` with the practice's class; class `large` makes it 40 px.
 */
struct _BrinePracticeIcon
{
  AdwBin parent_instance;

  GtkWidget *image;
  BrinePractice practice;
  const char *css_class; /* in use, static */
};

G_DEFINE_FINAL_TYPE (BrinePracticeIcon, brine_practice_icon, ADW_TYPE_BIN)

enum
{
  PROP_PRACTICE = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
set_looks (BrinePracticeIcon *self, const char *css_class, const char *icon_name)
{
  if (self->css_class != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self), self->css_class);
  self->css_class = css_class;
  gtk_widget_add_css_class (GTK_WIDGET (self), css_class);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->image), icon_name);
}

static void
brine_practice_icon_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BrinePracticeIcon *self = BRINE_PRACTICE_ICON (object);

  switch (id)
    {
    case PROP_PRACTICE:
      g_value_set_uint (value, self->practice);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
brine_practice_icon_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  BrinePracticeIcon *self = BRINE_PRACTICE_ICON (object);

  switch (id)
    {
    case PROP_PRACTICE:
      brine_practice_icon_set_practice (self, (BrinePractice)g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
brine_practice_icon_class_init (BrinePracticeIconClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = brine_practice_icon_get_property;
  object_class->set_property = brine_practice_icon_set_property;
  properties[PROP_PRACTICE] =
      g_param_spec_uint ("practice", NULL, NULL, 0, BRINE_N_PRACTICES - 1, BRINE_PRACTICE_MEAL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "practiceicon");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
brine_practice_icon_init (BrinePracticeIcon *self)
{
  self->image = gtk_image_new ();
  gtk_widget_set_halign (self->image, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->image, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  adw_bin_set_child (ADW_BIN (self), self->image);
  set_looks (self, brine_practice_get_css_class (self->practice),
             brine_practice_get_icon_name (self->practice));
}

GtkWidget *
brine_practice_icon_new (BrinePractice practice)
{
  return g_object_new (BRINE_TYPE_PRACTICE_ICON, "practice", practice, NULL);
}

GtkWidget *
brine_practice_icon_new_neutral (const char *icon_name)
{
  BrinePracticeIcon *self = g_object_new (BRINE_TYPE_PRACTICE_ICON, NULL);

  set_looks (self, "neutral", icon_name);
  return GTK_WIDGET (self);
}

void
brine_practice_icon_set_practice (BrinePracticeIcon *self, BrinePractice practice)
{
  g_return_if_fail (BRINE_IS_PRACTICE_ICON (self));
  g_return_if_fail ((guint)practice < BRINE_N_PRACTICES);

  if (practice == self->practice)
    return;
  self->practice = practice;
  set_looks (self, brine_practice_get_css_class (practice),
             brine_practice_get_icon_name (practice));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PRACTICE]);
}
