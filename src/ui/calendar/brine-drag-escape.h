/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * brine_drag_source_add_escape:
 * @source: a drag source
 *
 * Lets Escape cancel the drags of @source. GTK means to do so itself, and a Wayland compositor does;
 * on X11 GTK 4 never hears the key.
 */
void brine_drag_source_add_escape (GtkDragSource *source);

G_END_DECLS
