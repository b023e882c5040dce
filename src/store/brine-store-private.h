/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-change-private.h"
#include "brine-store.h"
#include "brine-worker-private.h"

G_BEGIN_DECLS

/* What the parts of the store share. -------------------------------------------------------- */

#define BRINE_ALL_KINDS ((1u << BRINE_N_KINDS) - 1)

/* A range of days at a time: the input of most reading jobs. */
typedef struct
{
  BrineDay from;
  BrineDay to;
  BrineLocal now;
} BrineRange;

/* Runs @job on the worker and waits. BRINE_ERROR_IO once the store is closed. */
gpointer brine_store_run (BrineStore *self, BrineJob job, gpointer input, GError **error);
/* @tag: the function that the task belongs to. @input is taken over. */
void brine_store_queue (BrineStore *self, gpointer tag, BrineJob job, gpointer input,
                        GDestroyNotify free_input, GDestroyNotify free_result,
                        GCancellable *cancellable, GAsyncReadyCallback callback,
                        gpointer user_data);
gpointer brine_store_finish (BrineStore *self, GAsyncResult *result, gpointer tag, GError **error);

/* On the worker: the bits of @kinds were written. */
void brine_store_announce (BrineStore *self, guint kinds);
/* On the worker: reads the settings anew. */
gboolean brine_store_reload_settings (BrineStore *self, BrineDatabase *db, GError **error);

/* Main thread: one more list (@n 1), or one less (-1), shows rows that the last load could not
 * renew. */
void brine_store_count_unread (BrineStore *self, int n);

/* For tests: statements run so far. */
int brine_store_count_queries (BrineStore *self);

G_END_DECLS
