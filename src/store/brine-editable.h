/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-store.h"

G_BEGIN_DECLS

/* A plan item with what an edit of it has to leave alone. */
typedef struct
{
  BrinePlanItem *item;
  /* BrineLocal, sorted, each once: original starts of what is logged of it; of a sleep item those
   * whose night was slept too. Of a quota item none. */
  GArray *logged;
} BrineEditable;

void brine_editable_free (BrineEditable *editable);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BrineEditable, brine_editable_free)

/**
 * brine_store_load_editable:
 * @id: of the item
 *
 * Returns: (transfer full): the item and its history, or NULL: BRINE_ERROR_NOT_FOUND
 */
BrineEditable *brine_store_load_editable (BrineStore *self, const char *id, GError **error);
void brine_store_load_editable_async (BrineStore *self, const char *id, GCancellable *cancellable,
                                      GAsyncReadyCallback callback, gpointer user_data);
BrineEditable *brine_store_load_editable_finish (BrineStore *self, GAsyncResult *result,
                                                 GError **error);

G_END_DECLS
