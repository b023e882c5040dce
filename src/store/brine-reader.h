/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-store.h"

G_BEGIN_DECLS

/**
 * BrineReader:
 *
 * What an owner shows of the diary, kept up to date: read on the worker, and again whenever the
 * store tells of a change. While its last answer was none, the store is "unread". It knows its
 * owner without keeping it. Main thread.
 */
typedef struct _BrineReader BrineReader;

typedef struct
{
  guint kinds; /* bits of BrineKind whose change reads again */
  /* Asks for what @owner shows; ends in @callback. */
  void (*load) (gpointer owner, BrineStore *store, GCancellable *cancellable,
                GAsyncReadyCallback callback, gpointer user_data);
  /* (transfer full) */
  GPtrArray *(*finish) (BrineStore *store, GAsyncResult *result, GError **error);
  /* @rows: (transfer none) (nullable): NULL: they could not be read. May free the reader. */
  void (*take) (gpointer owner, GPtrArray *rows);
  /* (nullable): brine_reader_is_loading() has changed; after the rows were taken. */
  void (*loading_changed) (gpointer owner);
} BrineReaderSource;

/**
 * brine_reader_new:
 * @owner: borrowed; frees the reader in its dispose
 * @source: (transfer none): lives as long as the program
 *
 * Returns: (transfer full): a reader that waits for brine_reader_restart()
 */
BrineReader *brine_reader_new (gpointer owner, const BrineReaderSource *source, BrineStore *store);
/**
 * brine_reader_free:
 *
 * What is under way is cancelled, and its answer goes nowhere.
 */
void brine_reader_free (BrineReader *self);
/**
 * brine_reader_restart:
 *
 * Another question is asked: what is under way is dropped.
 */
void brine_reader_restart (BrineReader *self);
/**
 * brine_reader_refresh:
 *
 * The same question again, once what is under way has come; nothing before the first.
 */
void brine_reader_refresh (BrineReader *self);
/**
 * brine_reader_is_loading:
 *
 * Returns: whether an answer is under way
 */
gboolean brine_reader_is_loading (BrineReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BrineReader, brine_reader_free)

G_END_DECLS
