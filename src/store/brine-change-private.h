/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-change.h"
#include "brine-database-private.h"

G_BEGIN_DECLS

/* Another owner, who frees it too; nobody may add to it any more. */
BrineChange *brine_change_ref (BrineChange *change);

/* Writes @change in one transaction. @out_kinds: a bit for each kind that was written. The
 * inverse, or NULL and nothing was written. */
BrineChange *brine_change_write (const BrineChange *change, BrineDatabase *db, guint *out_kinds,
                                 GError **error);

/* The same inside of a transaction: adds to @inverse, which is not reversed yet, and to @kinds.
 * FALSE: the transaction must be rolled back. */
gboolean brine_change_write_steps (const BrineChange *change, BrineDatabase *db, int64_t now_ms,
                                   BrineChange *inverse, guint *kinds, GError **error);

/* An inverse step by step, in the order of writing: brings back @before (transfer full), or removes
 * @id if there was nothing (NULL). brine_change_reverse() ends it. */
void brine_change_add_inverse (BrineChange *inverse, BrineKind kind, const char *id,
                               gpointer before);
void brine_change_reverse (BrineChange *inverse);

G_END_DECLS
