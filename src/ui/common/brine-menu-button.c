/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-menu-button.h"

/* GTK 4.8 asks the widget below the pointer for its tooltip while a menu is open as well, and
 * shows the answer above the menu. */

gboolean
brine_is_behind_menu (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *popover = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) : NULL;

  return popover != NULL && gtk_widget_get_mapped (popover)
         && !gtk_widget_is_ancestor (widget, popover);
}

static gboolean
is_open (GtkMenuButton *button)
{
  GtkPopover *popover = gtk_menu_button_get_popover (button);

  return popover != NULL && gtk_widget_get_mapped (GTK_WIDGET (popover));
}

/* A connected handler alone cannot refuse: the text of the widget is the answer of the class. */
static gboolean
on_query_tooltip_cb (GtkMenuButton *button)
{
  if (is_open (button) || brine_is_behind_menu (GTK_WIDGET (button)))
    g_signal_stop_emission_by_name (button, "query-tooltip");
  return FALSE;
}

/* One that shows already goes when the menu is opened by key. */
static void
on_popover_set_cb (GtkMenuButton *button)
{
  GtkPopover *popover = gtk_menu_button_get_popover (button);

  if (popover != NULL)
    g_signal_connect_object (popover, "map", G_CALLBACK (gtk_widget_trigger_tooltip_query), button,
                             G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

GtkWidget *
brine_menu_button_new (const char *icon_name, const char *name)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), icon_name);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect (button, "query-tooltip", G_CALLBACK (on_query_tooltip_cb), NULL);
  g_signal_connect (button, "notify::popover", G_CALLBACK (on_popover_set_cb), NULL);
  return button;
}
