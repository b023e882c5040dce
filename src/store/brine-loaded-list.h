/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-reader.h"

G_BEGIN_DECLS

/**
 * BrineLoadedList:
 *
 * A GListModel for the range that a view declares. It loads on the worker, follows the store's
 * change feed and the clock, and emits minimal items-changed: one for each run of rows that differ,
 * and an unchanged row keeps its object. Until the first answer, and when one fails, it keeps what
 * it has. Property "loading" (gboolean, read-only, notifies) turns FALSE after the rows have come.
 * Main thread; it holds the store and the clock.
 */
#define BRINE_TYPE_LOADED_LIST (brine_loaded_list_get_type ())
G_DECLARE_DERIVABLE_TYPE (BrineLoadedList, brine_loaded_list, BRINE, LOADED_LIST, GObject)

struct _BrineLoadedListClass
{
  GObjectClass parent_class;

  GType item_type;
  /* A list fills in the kinds and how its rows (GObject, in the order of @compare) are loaded. */
  BrineReaderSource source;
  int (*compare) (gpointer a, gpointer b); /* 0: the same row */
  gboolean (*equal) (gpointer a, gpointer b);
};

/**
 * brine_loaded_list_is_loading:
 *
 * Returns: the property "loading"
 */
gboolean brine_loaded_list_is_loading (BrineLoadedList *self);
/**
 * brine_loaded_list_refresh:
 *
 * Loads again when states may have changed with the time (a view's minute timer calls it).
 */
void brine_loaded_list_refresh (BrineLoadedList *self);

G_END_DECLS
