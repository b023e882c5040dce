/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-progress-toolbar.h"

#include "brine-menu-button.h"
#include "brine-parts.h"
#include "brine-progress-range.h"
#include "brine-wrap-layout.h"

#include <glib/gi18n.h>

/**
 * BrineProgressToolbar:
 *
 * One line in a wide window, two in a narrow one, where the choice of the range comes first and
 * fills the width. CSS node `progresstoolbar`. Role toolbar.
 */
#define RANGE_SPACING 6

struct _BrineProgressToolbar
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *steps; /* previous, next, title */
  GtkWidget *previous;
  GtkWidget *next;
  GtkWidget *title;
  GtkWidget *ranges;
  GtkWidget *buttons[BRINE_N_RANGES];
};

G_DEFINE_FINAL_TYPE (BrineProgressToolbar, brine_progress_toolbar, GTK_TYPE_WIDGET)

static const char *
get_label (BrineRangeKind kind, gboolean narrow)
{
  switch (kind)
    {
    case BRINE_RANGE_WEEK:
      return _ ("Week");
    case BRINE_RANGE_MONTH:
      return _ ("Month");
    case BRINE_RANGE_QUARTER:
      /* Translators: a range of three months; the second is for narrow windows. */
      return narrow ? _ ("3 mo.") : _ ("3 months");
    case BRINE_RANGE_YEAR:
      return _ ("Year");
    case BRINE_RANGE_ALL:
    default:
      /* Translators: everything that was ever logged. */
      return C_ ("range", "All");
    }
}

static GtkWidget *
make_step (const char *icon_name, const char *action_name, const char *label)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action_name);
  brine_set_tooltip (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  return button;
}

static void
add_ranges (BrineProgressToolbar *self)
{
  self->ranges = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->ranges, "linked");
  gtk_widget_set_halign (self->ranges, GTK_ALIGN_END);
  for (int kind = 0; kind < BRINE_N_RANGES; kind++)
    {
      GtkWidget *button = gtk_toggle_button_new_with_label (get_label (kind, FALSE));

      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "progress.range");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", brine_range_to_nick (kind));
      gtk_box_append (GTK_BOX (self->ranges), button);
      self->buttons[kind] = button;
    }
  gtk_box_append (GTK_BOX (self->box), self->ranges);
}

static void
brine_progress_toolbar_dispose (GObject *object)
{
  BrineProgressToolbar *self = BRINE_PROGRESS_TOOLBAR (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (brine_progress_toolbar_parent_class)->dispose (object);
}

static void
brine_progress_toolbar_class_init (BrineProgressToolbarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = brine_progress_toolbar_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "progresstoolbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TOOLBAR);
}

static void
brine_progress_toolbar_init (BrineProgressToolbar *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->steps = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->previous = make_step ("go-previous-symbolic", "progress.previous", _ ("Earlier"));
  self->next = make_step ("go-next-symbolic", "progress.next", _ ("Later"));
  self->title = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->title, "title-4");
  gtk_widget_add_css_class (self->title, "numeric");
  gtk_label_set_ellipsize (GTK_LABEL (self->title), PANGO_ELLIPSIZE_END);
  gtk_label_set_lines (GTK_LABEL (self->title), 2);
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_widget_set_hexpand (self->title, TRUE);
  gtk_widget_set_margin_start (self->title, 6);
  gtk_box_append (GTK_BOX (self->steps), self->previous);
  gtk_box_append (GTK_BOX (self->steps), self->next);
  gtk_box_append (GTK_BOX (self->steps), self->title);
  gtk_box_append (GTK_BOX (self->box), self->steps);
  add_ranges (self);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
brine_progress_toolbar_new (void)
{
  return g_object_new (BRINE_TYPE_PROGRESS_TOOLBAR, NULL);
}

void
brine_progress_toolbar_set_title (BrineProgressToolbar *self, const char *title)
{
  g_return_if_fail (BRINE_IS_PROGRESS_TOOLBAR (self));

  gtk_label_set_text (GTK_LABEL (self->title), title);
}

/* Alike in one line; where large text has no room for that, as wide as their words, in two. */
static void
lay_out_ranges (BrineProgressToolbar *self, gboolean narrow)
{
  gboolean wrapped = narrow && brine_text_is_large (self->box);

  if (wrapped)
    gtk_widget_remove_css_class (self->ranges, "linked");
  else
    gtk_widget_add_css_class (self->ranges, "linked");
  gtk_widget_set_layout_manager (self->ranges,
                                 wrapped ? brine_wrap_layout_new (RANGE_SPACING)
                                         : gtk_box_layout_new (GTK_ORIENTATION_HORIZONTAL));
  if (!wrapped)
    gtk_box_set_homogeneous (GTK_BOX (self->ranges), narrow);
}

void
brine_progress_toolbar_set_narrow (BrineProgressToolbar *self, gboolean narrow)
{
  GtkBox *box, *steps;

  g_return_if_fail (BRINE_IS_PROGRESS_TOOLBAR (self));

  box = GTK_BOX (self->box);
  steps = GTK_BOX (self->steps);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (box),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_reorder_child_after (box, narrow ? self->steps : self->ranges,
                               narrow ? self->ranges : self->steps);
  gtk_box_reorder_child_after (steps, narrow ? self->next : self->title,
                               narrow ? self->title : self->next);
  gtk_label_set_xalign (GTK_LABEL (self->title), narrow ? 0.5f : 0);
  gtk_label_set_justify (GTK_LABEL (self->title), GTK_JUSTIFY_CENTER);
  gtk_label_set_wrap (GTK_LABEL (self->title), narrow);
  if (narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");
  gtk_widget_set_halign (self->ranges, narrow ? GTK_ALIGN_FILL : GTK_ALIGN_END);
  lay_out_ranges (self, narrow);
  for (int kind = 0; kind < BRINE_N_RANGES; kind++)
    {
      GtkWidget *button = self->buttons[kind];

      gtk_button_set_label (GTK_BUTTON (button), get_label (kind, narrow));
      gtk_widget_set_hexpand (button, narrow);
      gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))),
                               narrow ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
    }
}
