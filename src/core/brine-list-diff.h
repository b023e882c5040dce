/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * brine_list_diff:
 * @model: announces what becomes of its @rows
 * @rows: (element-type GObject): those it shows; changed in place. It owns a reference to each.
 * @fresh: (element-type GObject): those it is to show
 * @compare: the order of both; 0: the same row
 * @equal: (nullable): whether what is the same row has the same content too; %NULL: always
 *
 * Makes @rows equal to @fresh, keeping the objects of unchanged rows, and emits one items-changed
 * on @model for each run of rows that differ.
 */
void brine_list_diff (GListModel *model, GPtrArray *rows, GPtrArray *fresh,
                      int (*compare) (gpointer a, gpointer b),
                      gboolean (*equal) (gpointer a, gpointer b));

G_END_DECLS
