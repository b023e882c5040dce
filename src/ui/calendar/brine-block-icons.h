/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * brine_block_icons_get:
 * @widget: where it is to be drawn: its display, scale and direction count
 * @icon_name: of a symbolic icon
 * @size: of one side, in px
 * @color: what it is painted in
 *
 * A symbolic icon in one colour. Drawing a symbolic icon the usual way makes a group and turns its
 * colours each time; here each icon is coloured once and the same node serves whoever draws it.
 *
 * Returns: (transfer none): a node from 0, 0 to @size, @size
 */
GskRenderNode *brine_block_icons_get (GtkWidget *widget, const char *icon_name, int size,
                                      const GdkRGBA *color);

G_END_DECLS
