/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-change.h"
#include "brine-facts.h"
#include "brine-occurrence.h"

G_BEGIN_DECLS

/**
 * BrineStore:
 *
 * The diary: one SQLite file behind one worker thread that owns the connection. Every call has
 * an asynchronous form for the window (returns on the caller's main context) and a blocking one
 * for brinectl and tests. Errors are BRINE_ERROR or G_IO_ERROR_CANCELLED.
 */
#define BRINE_TYPE_STORE (brine_store_get_type ())
G_DECLARE_FINAL_TYPE (BrineStore, brine_store, BRINE, STORE, GObject)

typedef enum
{
  BRINE_OPEN_CREATE,   /* make the diary when there is none */
  BRINE_OPEN_EXISTING, /* BRINE_ERROR_NOT_FOUND when there is none */
  BRINE_OPEN_READ_ONLY,
} BrineOpenMode;

/* $XDG_DATA_HOME/brine, or BRINE_DATA_DIR. (transfer full) */
char *brine_store_dup_default_dir (void);

/* Opens brine.db in @dir: starts the worker, checks the file, migrates it (after a copy).
 * A directory or file that cannot be written is opened read-only; see is_read_only. */
BrineStore *brine_store_open (const char *dir, BrineOpenMode mode, GError **error);
void brine_store_open_async (const char *dir, BrineOpenMode mode, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer user_data);
BrineStore *brine_store_open_finish (GAsyncResult *result, GError **error);
/* Waits for the worker, checkpoints, closes. Dropping the last reference does the same. */
void brine_store_close (BrineStore *self);

gboolean brine_store_is_read_only (BrineStore *self);
const char *brine_store_get_dir (BrineStore *self);
const char *brine_store_get_path (BrineStore *self);

/* Settings that live with the data: read when the store opens and kept up to date. Any thread. */
int brine_store_get_day_start_minutes (BrineStore *self);
/* (transfer full) (nullable) */
char *brine_store_dup_setting (BrineStore *self, const char *key);

/**
 * brine_store_dup_settings:
 * Returns: (transfer full) (element-type utf8 utf8): all settings, key to value. Any thread.
 */
GHashTable *brine_store_dup_settings (BrineStore *self);

/* Writing: one transaction, returns when it is on the disk. @change is consumed. */
void brine_store_apply_async (BrineStore *self, BrineChange *change, GCancellable *cancellable,
                              GAsyncReadyCallback callback, gpointer user_data);
/* The inverse change. (transfer full) */
BrineChange *brine_store_apply_finish (BrineStore *self, GAsyncResult *result, GError **error);
BrineChange *brine_store_apply (BrineStore *self, BrineChange *change, GError **error);

/* Signal "changed" (guint kinds): a bit 1 << BrineKind for each kind that was written, by this
 * process or another. Emitted on the main context of the thread that opened the store. */

/* Compares PRAGMA data_version and emits "changed" for all kinds if another process wrote. */
void brine_store_check_for_changes (BrineStore *self);

/* Reading: blocking forms; `_async`/`_finish` pairs of the same name exist for those marked. -- */

/* Occurrences, spontaneous logs and nights of the civil days [@from, @to], sorted by start, then
 * longer first, then title. (transfer full) (element-type BrineOccurrence). async */
GPtrArray *brine_store_load_agenda (BrineStore *self, BrineDay from, BrineDay to, BrineLocal now,
                                    GError **error);
void brine_store_load_agenda_async (BrineStore *self, BrineDay from, BrineDay to, BrineLocal now,
                                    GCancellable *cancellable, GAsyncReadyCallback callback,
                                    gpointer user_data);
GPtrArray *brine_store_load_agenda_finish (BrineStore *self, GAsyncResult *result, GError **error);

/* One BrineDayFacts for each civil day of [@from, @to]. (transfer full). async */
GArray *brine_store_load_facts (BrineStore *self, BrineDay from, BrineDay to, BrineLocal now,
                                GError **error);
void brine_store_load_facts_async (BrineStore *self, BrineDay from, BrineDay to, BrineLocal now,
                                   GCancellable *cancellable, GAsyncReadyCallback callback,
                                   gpointer user_data);
GArray *brine_store_load_facts_finish (BrineStore *self, GAsyncResult *result, GError **error);

/* First and last civil day that has a log, check-in or night; FALSE: none. async: load_span */
gboolean brine_store_load_span (BrineStore *self, BrineDay *out_first, BrineDay *out_last,
                                GError **error);
void brine_store_load_span_async (BrineStore *self, GCancellable *cancellable,
                                  GAsyncReadyCallback callback, gpointer user_data);
gboolean brine_store_load_span_finish (BrineStore *self, GAsyncResult *result, BrineDay *out_first,
                                       BrineDay *out_last, GError **error);

/* (element-type BrinePlanItem) ordered by start, title */
GPtrArray *brine_store_load_items (BrineStore *self, GError **error);
/* BRINE_ERROR_NOT_FOUND. async */
BrinePlanItem *brine_store_load_item (BrineStore *self, const char *id, GError **error);
void brine_store_load_item_async (BrineStore *self, const char *id, GCancellable *cancellable,
                                  GAsyncReadyCallback callback, gpointer user_data);
BrinePlanItem *brine_store_load_item_finish (BrineStore *self, GAsyncResult *result,
                                             GError **error);
/* Of the civil days [@from, @to], in order of time. */
GPtrArray *brine_store_load_logs (BrineStore *self, BrineDay from, BrineDay to, GError **error);
GPtrArray *brine_store_load_nights (BrineStore *self, BrineDay from, BrineDay to, GError **error);
/* async */
GPtrArray *brine_store_load_checkins (BrineStore *self, BrineDay from, BrineDay to, GError **error);
void brine_store_load_checkins_async (BrineStore *self, BrineDay from, BrineDay to,
                                      GCancellable *cancellable, GAsyncReadyCallback callback,
                                      gpointer user_data);
GPtrArray *brine_store_load_checkins_finish (BrineStore *self, GAsyncResult *result,
                                             GError **error);
/* Pauses that touch [@from, @to]. async */
GPtrArray *brine_store_load_pauses (BrineStore *self, BrineDay from, BrineDay to, GError **error);
void brine_store_load_pauses_async (BrineStore *self, BrineDay from, BrineDay to,
                                    GCancellable *cancellable, GAsyncReadyCallback callback,
                                    gpointer user_data);
GPtrArray *brine_store_load_pauses_finish (BrineStore *self, GAsyncResult *result, GError **error);
/* async */
GPtrArray *brine_store_load_contacts (BrineStore *self, GError **error);
void brine_store_load_contacts_async (BrineStore *self, GCancellable *cancellable,
                                      GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *brine_store_load_contacts_finish (BrineStore *self, GAsyncResult *result,
                                             GError **error);

/* The whole file: backup, restore, check. Each has an _async/_finish pair as well. ------------ */

/* Copies the diary into one file at @path through SQLite's backup interface; written beside it
 * and renamed, mode 0600. */
gboolean brine_store_backup (BrineStore *self, const char *path, GError **error);
void brine_store_backup_async (BrineStore *self, const char *path, GCancellable *cancellable,
                               GAsyncReadyCallback callback, gpointer user_data);
gboolean brine_store_backup_finish (BrineStore *self, GAsyncResult *result, GError **error);
/* Checks @path, saves the present diary as brine-before-restore-DATE.db beside it, then takes
 * over @path's content in one transaction. */
gboolean brine_store_restore (BrineStore *self, const char *path, GError **error);
void brine_store_restore_async (BrineStore *self, const char *path, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer user_data);
gboolean brine_store_restore_finish (BrineStore *self, GAsyncResult *result, GError **error);
/* Integrity check; BRINE_ERROR_DAMAGED says the first thing found. */
gboolean brine_store_check (BrineStore *self, GError **error);

G_END_DECLS
