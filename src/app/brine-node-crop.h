/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What of @node can be seen in @area, without the parts that lie beside it: to draw a strip of a
 * window costs no more than what is in the strip. It is no clip; parts that reach in are whole.
 * (nullable: nothing is there) (transfer full) */
GskRenderNode *brine_node_crop (GskRenderNode *node, const graphene_rect_t *area);

G_END_DECLS
