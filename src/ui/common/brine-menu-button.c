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
has_open_menu (GtkWidget *widget)
{
  GtkPopover *popover =
      GTK_IS_MENU_BUTTON (widget) ? gtk_menu_button_get_popover (GTK_MENU_BUTTON (widget)) : NULL;

  return popover != NULL && gtk_widget_get_mapped (GTK_WIDGET (popover));
}

/* A connected handler alone cannot refuse: the text of the widget is the answer of the class. */
static gboolean
on_query_tooltip_cb (GtkWidget *widget)
{
  if (has_open_menu (widget) || brine_is_behind_menu (widget))
    g_signal_stop_emission_by_name (widget, "query-tooltip");
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

static void
refuse_behind_menus (GtkWidget *widget)
{
  g_signal_connect (widget, "query-tooltip", G_CALLBACK (on_query_tooltip_cb), NULL);
  if (!GTK_IS_MENU_BUTTON (widget))
    return;
  g_signal_connect (widget, "notify::popover", G_CALLBACK (on_popover_set_cb), NULL);
  on_popover_set_cb (GTK_MENU_BUTTON (widget));
}

void
brine_set_tooltip (GtkWidget *widget, const char *text)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  /* GTK would ask the display where the pointer is, and wait for the answer. */
  if (g_strcmp0 (gtk_widget_get_tooltip_text (widget), text) != 0)
    gtk_widget_set_tooltip_text (widget, text);
  if (g_signal_handler_find (widget, G_SIGNAL_MATCH_FUNC, 0, 0, NULL, on_query_tooltip_cb, NULL)
      == 0)
    refuse_behind_menus (widget);
}

GtkWidget *
brine_menu_button_new (const char *icon_name, const char *name)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), icon_name);
  brine_set_tooltip (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}
