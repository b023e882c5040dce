/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-switcher-bar.h"

#include "brine-parts.h"

/* CSS: the bar with icons alone is viewswitcherbar.icons. */
struct _BrineSwitcherBar
{
  GtkWidget parent_instance;

  GtkWidget *named;
  GtkWidget *icons;
};

G_DEFINE_FINAL_TYPE (BrineSwitcherBar, brine_switcher_bar, GTK_TYPE_WIDGET)

/* Between a name and the edges of its button. */
#define PADDING 4

static GtkWidget *
make_bar (BrineSwitcherBar *self, AdwViewStack *stack)
{
  GtkWidget *bar = adw_view_switcher_bar_new ();

  adw_view_switcher_bar_set_stack (ADW_VIEW_SWITCHER_BAR (bar), stack);
  adw_view_switcher_bar_set_reveal (ADW_VIEW_SWITCHER_BAR (bar), TRUE);
  gtk_widget_set_parent (bar, GTK_WIDGET (self));
  return bar;
}

/* Each button has its name twice, in bold for the page that shows. What is hidden names it still. */
static void
hide_names (GtkWidget *widget, GtkWidget *button)
{
  GtkWidget *child;

  if (GTK_IS_BUTTON (widget))
    button = widget;
  if (GTK_IS_LABEL (widget) && button != NULL)
    {
      brine_set_hint (button, gtk_label_get_text (GTK_LABEL (widget)));
      gtk_widget_set_visible (widget, FALSE);
    }
  for (child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    hide_names (child, button);
}

/* The most that a button needs to show its name whole; adds to @n_buttons. What lies beside the
 * icon in a wide switcher has larger letters and does not count. */
static int
measure_names (GtkWidget *widget, int *n_buttons)
{
  GtkWidget *child;
  int widest = 0;

  if (GTK_IS_BUTTON (widget))
    (*n_buttons)++;
  if (GTK_IS_LABEL (widget))
    gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &widest, NULL, NULL);
  for (child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_LABEL (child) || gtk_widget_get_child_visible (child))
      {
        int inside = measure_names (child, n_buttons);

        widest = MAX (widest, inside);
      }
  return widest;
}

static gboolean
names_fit (BrineSwitcherBar *self, int width)
{
  int n_buttons = 0;
  int widest = measure_names (self->named, &n_buttons);

  return n_buttons * (widest + 2 * PADDING) <= width;
}

static void
brine_switcher_bar_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                            int *minimum, int *natural, int *minimum_baseline,
                            int *natural_baseline)
{
  BrineSwitcherBar *self = BRINE_SWITCHER_BAR (widget);
  int icons, icons_natural;

  gtk_widget_measure (self->named, orientation, for_size, minimum, natural, NULL, NULL);
  gtk_widget_measure (self->icons, orientation, for_size, &icons, &icons_natural, NULL, NULL);
  /* As high as either, so that it is as high before its width is known. */
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? icons : MAX (*minimum, icons);
  *natural = MAX (*natural, icons_natural);
}

static void
brine_switcher_bar_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  BrineSwitcherBar *self = BRINE_SWITCHER_BAR (widget);
  gboolean fits = names_fit (self, width);

  gtk_widget_set_child_visible (self->named, fits);
  gtk_widget_set_child_visible (self->icons, !fits);
  gtk_widget_allocate (fits ? self->named : self->icons, width, height, baseline, NULL);
}

static void
brine_switcher_bar_dispose (GObject *object)
{
  BrineSwitcherBar *self = BRINE_SWITCHER_BAR (object);

  g_clear_pointer (&self->named, gtk_widget_unparent);
  g_clear_pointer (&self->icons, gtk_widget_unparent);

  G_OBJECT_CLASS (brine_switcher_bar_parent_class)->dispose (object);
}

static void
brine_switcher_bar_class_init (BrineSwitcherBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = brine_switcher_bar_dispose;
  widget_class->measure = brine_switcher_bar_measure;
  widget_class->size_allocate = brine_switcher_bar_size_allocate;
}

static void
brine_switcher_bar_init (BrineSwitcherBar *self)
{
}

GtkWidget *
brine_switcher_bar_new (AdwViewStack *stack)
{
  BrineSwitcherBar *self = g_object_new (BRINE_TYPE_SWITCHER_BAR, NULL);

  self->named = make_bar (self, stack);
  self->icons = make_bar (self, stack);
  gtk_widget_add_css_class (self->icons, "icons");
  hide_names (self->icons, NULL);
  return GTK_WIDGET (self);
}
