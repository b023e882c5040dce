/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-switcher-title.h"

/**
 * BrineSwitcherTitle:
 *
 * What AdwViewSwitcherTitle is, in its style: a switcher with names beside its icons, one with
 * names below them, or a title, whatever there is room for. A switcher has two icons and two
 * labels for each page; to make, style and measure one that is not seen takes a fifth of the time
 * in which the window opens. So the narrow one is made when the wide one first has no room.
 */
struct _BrineSwitcherTitle
{
  GtkWidget parent_instance;

  AdwViewStack *stack;
  GtkWidget *squeezer;
  GtkWidget *wide;
  GtkWidget *narrow_bin; /* empty until the narrow switcher is made */
  GtkWidget *title;
  gboolean switcher_enabled;
  guint narrow_idle; /* 0: none */
};

G_DEFINE_FINAL_TYPE (BrineSwitcherTitle, brine_switcher_title, GTK_TYPE_WIDGET)

enum
{
  PROP_TITLE_VISIBLE = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static GtkWidget *
make_switcher (BrineSwitcherTitle *self, AdwViewSwitcherPolicy policy)
{
  GtkWidget *switcher = adw_view_switcher_new ();

  adw_view_switcher_set_policy (ADW_VIEW_SWITCHER (switcher), policy);
  adw_view_switcher_set_stack (ADW_VIEW_SWITCHER (switcher), self->stack);
  gtk_widget_set_halign (switcher, GTK_ALIGN_CENTER);
  return switcher;
}

static void
set_page_enabled (BrineSwitcherTitle *self, GtkWidget *child, gboolean enabled)
{
  adw_squeezer_page_set_enabled (adw_squeezer_get_page (ADW_SQUEEZER (self->squeezer), child),
                                 enabled);
}

static gboolean
has_narrow (BrineSwitcherTitle *self)
{
  return adw_bin_get_child (ADW_BIN (self->narrow_bin)) != NULL;
}

/* The narrow switcher ---------------------------------------------------------------------- */

void
brine_switcher_title_prepare_narrow (BrineSwitcherTitle *self)
{
  g_return_if_fail (BRINE_IS_SWITCHER_TITLE (self));

  if (has_narrow (self))
    return;
  adw_bin_set_child (ADW_BIN (self->narrow_bin),
                     make_switcher (self, ADW_VIEW_SWITCHER_POLICY_NARROW));
  set_page_enabled (self, self->narrow_bin, self->switcher_enabled);
}

static gboolean
on_narrow_idle_cb (gpointer user_data)
{
  BrineSwitcherTitle *self = user_data;

  self->narrow_idle = 0;
  brine_switcher_title_prepare_narrow (self);
  return G_SOURCE_REMOVE;
}

/* Widgets are not made while others are given their place. */
static void
require_narrow (BrineSwitcherTitle *self)
{
  if (self->narrow_idle == 0 && !has_narrow (self))
    self->narrow_idle = g_idle_add_full (GDK_PRIORITY_EVENTS, on_narrow_idle_cb, self, NULL);
}

/* Size ------------------------------------------------------------------------------------- */

static void
brine_switcher_title_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                              int *minimum, int *natural, int *minimum_baseline,
                              int *natural_baseline)
{
  gtk_widget_measure (BRINE_SWITCHER_TITLE (widget)->squeezer, orientation, for_size, minimum,
                      natural, minimum_baseline, natural_baseline);
}

static void
brine_switcher_title_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  BrineSwitcherTitle *self = BRINE_SWITCHER_TITLE (widget);
  int natural;

  gtk_widget_allocate (self->squeezer, width, height, baseline, NULL);
  if (!self->switcher_enabled || has_narrow (self))
    return;
  gtk_widget_measure (self->wide, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  if (width < natural)
    require_narrow (self);
}

/* Class ------------------------------------------------------------------------------------ */

static void
on_visible_child_cb (BrineSwitcherTitle *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE_VISIBLE]);
}

static void
brine_switcher_title_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_TITLE_VISIBLE:
      g_value_set_boolean (value,
                           brine_switcher_title_is_title_visible (BRINE_SWITCHER_TITLE (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
brine_switcher_title_dispose (GObject *object)
{
  BrineSwitcherTitle *self = BRINE_SWITCHER_TITLE (object);

  g_clear_handle_id (&self->narrow_idle, g_source_remove);
  g_clear_pointer (&self->squeezer, gtk_widget_unparent);
  g_clear_object (&self->stack);
  G_OBJECT_CLASS (brine_switcher_title_parent_class)->dispose (object);
}

static void
brine_switcher_title_class_init (BrineSwitcherTitleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = brine_switcher_title_get_property;
  object_class->dispose = brine_switcher_title_dispose;
  widget_class->measure = brine_switcher_title_measure;
  widget_class->size_allocate = brine_switcher_title_size_allocate;
  properties[PROP_TITLE_VISIBLE] =
      g_param_spec_boolean ("title-visible", NULL, NULL, FALSE,
                            G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_css_name (widget_class, "viewswitchertitle");
}

static void
brine_switcher_title_init (BrineSwitcherTitle *self)
{
  AdwSqueezer *squeezer = ADW_SQUEEZER (adw_squeezer_new ());

  self->switcher_enabled = TRUE;
  self->squeezer = GTK_WIDGET (squeezer);
  adw_squeezer_set_transition_type (squeezer, ADW_SQUEEZER_TRANSITION_TYPE_NONE);
  adw_squeezer_set_switch_threshold_policy (squeezer, ADW_FOLD_THRESHOLD_POLICY_NATURAL);
  self->narrow_bin = adw_bin_new ();
  self->title = adw_window_title_new ("", NULL);
}

GtkWidget *
brine_switcher_title_new (AdwViewStack *stack)
{
  BrineSwitcherTitle *self;

  g_return_val_if_fail (ADW_IS_VIEW_STACK (stack), NULL);

  self = g_object_new (BRINE_TYPE_SWITCHER_TITLE, NULL);
  self->stack = g_object_ref (stack);
  self->wide = make_switcher (self, ADW_VIEW_SWITCHER_POLICY_WIDE);
  adw_squeezer_add (ADW_SQUEEZER (self->squeezer), self->wide);
  adw_squeezer_add (ADW_SQUEEZER (self->squeezer), self->narrow_bin);
  adw_squeezer_add (ADW_SQUEEZER (self->squeezer), self->title);
  set_page_enabled (self, self->narrow_bin, FALSE);
  g_signal_connect_object (self->squeezer, "notify::visible-child",
                           G_CALLBACK (on_visible_child_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->squeezer, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

void
brine_switcher_title_set_title (BrineSwitcherTitle *self, const char *title)
{
  g_return_if_fail (BRINE_IS_SWITCHER_TITLE (self));

  adw_window_title_set_title (ADW_WINDOW_TITLE (self->title), title);
}

void
brine_switcher_title_set_switcher_enabled (BrineSwitcherTitle *self, gboolean enabled)
{
  g_return_if_fail (BRINE_IS_SWITCHER_TITLE (self));

  self->switcher_enabled = enabled;
  set_page_enabled (self, self->wide, enabled);
  set_page_enabled (self, self->narrow_bin, enabled && has_narrow (self));
}

gboolean
brine_switcher_title_is_title_visible (BrineSwitcherTitle *self)
{
  g_return_val_if_fail (BRINE_IS_SWITCHER_TITLE (self), FALSE);

  return adw_squeezer_get_visible_child (ADW_SQUEEZER (self->squeezer)) == self->title;
}
