/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-control-row.h"

#include "brine-parts.h"

struct _BrineControlRow
{
  AdwActionRow parent_instance;
};

G_DEFINE_FINAL_TYPE (BrineControlRow, brine_control_row, ADW_TYPE_ACTION_ROW)

static gboolean
brine_control_row_focus (GtkWidget *widget, GtkDirectionType direction)
{
  GtkWidget *inside = gtk_widget_get_focus_child (widget);

  if (inside == NULL)
    inside = gtk_widget_get_first_child (widget);
  return inside != NULL && gtk_widget_child_focus (inside, direction);
}

/* The list gives the focus to its rows when arrows are pressed. */
static gboolean
brine_control_row_grab_focus (GtkWidget *widget)
{
  GtkWidget *control = adw_action_row_get_activatable_widget (ADW_ACTION_ROW (widget));

  return control != NULL && gtk_widget_grab_focus (control);
}

static void
brine_control_row_class_init (BrineControlRowClass *klass)
{
  GTK_WIDGET_CLASS (klass)->focus = brine_control_row_focus;
  GTK_WIDGET_CLASS (klass)->grab_focus = brine_control_row_grab_focus;
}

static void
brine_control_row_init (BrineControlRow *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
}

GtkWidget *
brine_control_row_new (const char *title, const char *subtitle, GtkWidget *control)
{
  GtkWidget *row = g_object_new (BRINE_TYPE_CONTROL_ROW, "use-markup", FALSE, "title", title, NULL);

  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (control, GTK_ALIGN_CENTER);
  brine_let_button_wrap (control);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), control);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), control);
  return row;
}
