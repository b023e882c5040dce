/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-choice-row.h"

#include "brine-fold-layout.h"

/* What is cut earlier cannot be told from the other choices. */
#define CHOICE_CHARS 10
#define SPACING 12

static const char *
get_text (GtkListItem *item)
{
  return gtk_string_object_get_string (gtk_list_item_get_item (item));
}

/* The choice that was made ---------------------------------------------------------------------- */

static void
on_setup_choice_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
on_bind_choice_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkLabel *label = GTK_LABEL (gtk_list_item_get_child (item));
  const char *text = get_text (item);

  gtk_label_set_text (label, text);
  gtk_label_set_width_chars (label, (int)MIN (g_utf8_strlen (text, -1), CHOICE_CHARS));
}

GtkListItemFactory *
brine_choice_factory_new (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup_choice_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind_choice_cb), NULL);
  return factory;
}

/* The list to choose from ----------------------------------------------------------------------- */

static void
show_tick (AdwComboRow *row, GtkListItem *item)
{
  GtkWidget *tick = gtk_widget_get_last_child (gtk_list_item_get_child (item));
  gboolean chosen = adw_combo_row_get_selected_item (row) == gtk_list_item_get_item (item);

  gtk_widget_set_opacity (tick, chosen ? 1 : 0);
}

static void
on_selected_cb (GtkListItem *item, GParamSpec *pspec, AdwComboRow *row)
{
  show_tick (row, item);
}

static void
on_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("object-select-symbolic"));
  gtk_list_item_set_child (item, box);
}

static void
on_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, AdwComboRow *row)
{
  GtkWidget *label = gtk_widget_get_first_child (gtk_list_item_get_child (item));

  gtk_label_set_text (GTK_LABEL (label), get_text (item));
  show_tick (row, item);
  g_signal_connect_object (row, "notify::selected-item", G_CALLBACK (on_selected_cb), item,
                           G_CONNECT_SWAPPED);
}

static void
on_unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, AdwComboRow *row)
{
  g_signal_handlers_disconnect_by_func (row, on_selected_cb, item);
}

/* Row ------------------------------------------------------------------------------------------- */

GtkWidget *
brine_choice_row_new (const char *title, const char *subtitle, const char *const *choices)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (choices);
  g_autoptr (GtkListItemFactory) choice = brine_choice_factory_new ();
  g_autoptr (GtkListItemFactory) each = gtk_signal_list_item_factory_new ();
  GtkWidget *row = g_object_new (ADW_TYPE_COMBO_ROW, "use-markup", FALSE, "title", title, NULL);

  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  g_signal_connect (choice, "setup", G_CALLBACK (on_setup_choice_cb), NULL);
  g_signal_connect (choice, "bind", G_CALLBACK (on_bind_choice_cb), NULL);
  g_signal_connect (each, "setup", G_CALLBACK (on_setup_cb), NULL);
  g_signal_connect_object (each, "bind", G_CALLBACK (on_bind_cb), row, 0);
  g_signal_connect_object (each, "unbind", G_CALLBACK (on_unbind_cb), row, 0);
  adw_combo_row_set_factory (ADW_COMBO_ROW (row), choice);
  adw_combo_row_set_list_factory (ADW_COMBO_ROW (row), each);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (list));
  /* Large text leaves the words no room beside a long choice. */
  gtk_widget_set_layout_manager (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row)),
                                 brine_fold_layout_new (SPACING));
  return row;
}
