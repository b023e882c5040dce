/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A GtkMenuButton with an icon, which says @name as tooltip and to a screen reader. Its tooltip
 * does not lie over its menu. (transfer floating) */
GtkWidget *brine_menu_button_new (const char *icon_name, const char *name);

/* As gtk_widget_set_tooltip_text (), but not over an open menu, whichever opened it. @text: nullable.
 * What there are many of uses brine_set_hint (), which costs less and tells a screen reader nothing. */
void brine_set_tooltip (GtkWidget *widget, const char *text);

/* Whether a menu has the keyboard that @widget is not in: its tooltip would lie over that menu. */
gboolean brine_is_behind_menu (GtkWidget *widget);

G_END_DECLS
