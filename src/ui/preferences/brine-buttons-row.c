/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-buttons-row.h"

#include "brine-fold-layout.h"

#define SPACING 12

struct _BrineButtonsRow
{
  AdwPreferencesRow parent_instance;

  GtkWidget *title;
  GtkWidget *subtitle;
  GtkWidget *buttons;
};

G_DEFINE_FINAL_TYPE (BrineButtonsRow, brine_buttons_row, ADW_TYPE_PREFERENCES_ROW)

static gboolean
brine_buttons_row_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return gtk_widget_child_focus (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (widget)), direction);
}

/* The list gives the focus to its rows when arrows are pressed. */
static gboolean
brine_buttons_row_grab_focus (GtkWidget *widget)
{
  GtkWidget *button = gtk_widget_get_first_child (BRINE_BUTTONS_ROW (widget)->buttons);

  for (; button != NULL; button = gtk_widget_get_next_sibling (button))
    if (gtk_widget_grab_focus (button))
      return TRUE;
  return FALSE;
}

static GtkWidget *
add_label (GtkWidget *box, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
brine_buttons_row_class_init (BrineButtonsRowClass *klass)
{
  GTK_WIDGET_CLASS (klass)->focus = brine_buttons_row_focus;
  GTK_WIDGET_CLASS (klass)->grab_focus = brine_buttons_row_grab_focus;
}

/* The style classes are those of the rows of the library. */
static void
brine_buttons_row_init (BrineButtonsRow *self)
{
  GtkWidget *header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_layout_manager (header, brine_fold_layout_new (SPACING));
  gtk_widget_add_css_class (header, "header");
  gtk_widget_add_css_class (words, "title");
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  self->title = add_label (words, "title");
  self->subtitle = add_label (words, "subtitle");
  self->buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_set_valign (self->buttons, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->buttons, "row-buttons");
  gtk_box_append (GTK_BOX (header), words);
  gtk_box_append (GTK_BOX (header), self->buttons);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), header);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
}

GtkWidget *
brine_buttons_row_new (const char *title, const char *subtitle)
{
  BrineButtonsRow *self = g_object_new (BRINE_TYPE_BUTTONS_ROW, "title", title, NULL);

  gtk_label_set_text (GTK_LABEL (self->title), title);
  brine_buttons_row_set_subtitle (self, subtitle);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  self->title, NULL, GTK_ACCESSIBLE_RELATION_DESCRIBED_BY,
                                  self->subtitle, NULL, -1);
  return GTK_WIDGET (self);
}

void
brine_buttons_row_set_subtitle (BrineButtonsRow *self, const char *subtitle)
{
  g_return_if_fail (BRINE_IS_BUTTONS_ROW (self));

  gtk_label_set_text (GTK_LABEL (self->subtitle), subtitle != NULL ? subtitle : "");
  gtk_widget_set_visible (self->subtitle, subtitle != NULL && *subtitle != '\0');
}

GtkWidget *
brine_buttons_row_add (BrineButtonsRow *self, const char *label)
{
  GtkWidget *button;

  g_return_val_if_fail (BRINE_IS_BUTTONS_ROW (self), NULL);

  button = gtk_button_new_with_label (label);
  gtk_box_append (GTK_BOX (self->buttons), button);
  return button;
}
