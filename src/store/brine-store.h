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
 * an asynchronous form for the window (returns on the caller's thread-default main context) and a
 * blocking one for brinectl and tests; all run on the worker in the order they were given, so
 * what was applied is read by what comes after it.
 *
 * Thread: the one that opened it; only the getters marked so may be called from any.
 *
 * Errors: BRINE_ERROR, or G_IO_ERROR_CANCELLED when a call was cancelled before its turn (what
 * has begun is finished and told as it went). Any reading call may say BRINE_ERROR_DAMAGED or
 * _IO; any call on a closed store says _IO. Messages name no title, note or other text of the
 * user's.
 *
 * Signal "changed" (guint kinds): a bit `1 << BrineKind` for each kind that was written, by this
 * process (once it is on the disk) or by another (then all bits). Emitted on the main context of
 * the thread that opened the store; several writes may be told at once.
 */
#define BRINE_TYPE_STORE (brine_store_get_type ())
G_DECLARE_FINAL_TYPE (BrineStore, brine_store, BRINE, STORE, GObject)

/**
 * BrineOpenMode:
 * @BRINE_OPEN_CREATE: make the diary when there is none (folder 0700, file 0600)
 * @BRINE_OPEN_EXISTING: BRINE_ERROR_NOT_FOUND when there is none
 * @BRINE_OPEN_READ_ONLY: as @BRINE_OPEN_EXISTING, and nothing is written
 */
typedef enum
{
  BRINE_OPEN_CREATE,
  BRINE_OPEN_EXISTING,
  BRINE_OPEN_READ_ONLY,
} BrineOpenMode;

/* Opening and closing ----------------------------------------------------------------------- */

/**
 * brine_store_dup_default_dir:
 *
 * Returns: (transfer full): BRINE_DATA_DIR if it is set, else $XDG_DATA_HOME/brine
 */
char *brine_store_dup_default_dir (void);

/**
 * brine_store_open:
 * @dir: the folder of brine.db
 *
 * Opens the diary: starts the worker, checks the file, migrates it (after a copy, named
 * brine-v<schema>-<date>.db). A folder or file that cannot be written is opened read-only; see
 * brine_store_is_read_only().
 *
 * Returns: (transfer full): the store, or NULL with BRINE_ERROR_NOT_FOUND (see the modes),
 *   _FOREIGN (not a diary: empty, no database, or another program's), _FOREIGN_LOG (what lies
 *   beside it is not its log), _NEWER (schema of a later version), _DAMAGED, _READ_ONLY (may not
 *   even be read), _FULL, _BUSY or _IO. The file is as it was in each of these cases.
 */
BrineStore *brine_store_open (const char *dir, BrineOpenMode mode, GError **error);
void brine_store_open_async (const char *dir, BrineOpenMode mode, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer user_data);
BrineStore *brine_store_open_finish (GAsyncResult *result, GError **error);

/**
 * brine_store_close:
 *
 * Waits for the worker to do what it was given, checkpoints, closes. Harmless when it is closed
 * already. Dropping the last reference does the same.
 */
void brine_store_close (BrineStore *self);

/**
 * brine_store_settle_async:
 *
 * Calls back when all that the store was asked before has been answered, well or not.
 */
void brine_store_settle_async (BrineStore *self, GCancellable *cancellable,
                               GAsyncReadyCallback callback, gpointer user_data);
/**
 * brine_store_settle_finish:
 *
 * Returns: FALSE with G_IO_ERROR_CANCELLED, or BRINE_ERROR_IO when the store is closed
 */
gboolean brine_store_settle_finish (BrineStore *self, GAsyncResult *result, GError **error);

/**
 * brine_store_is_read_only:
 *
 * Returns: whether every write will fail with BRINE_ERROR_READ_ONLY
 */
gboolean brine_store_is_read_only (BrineStore *self);
/**
 * brine_store_get_dir:
 *
 * Returns: (transfer none): the folder, absolute
 */
const char *brine_store_get_dir (BrineStore *self);
/**
 * brine_store_get_path:
 *
 * Returns: (transfer none): the file, absolute
 */
const char *brine_store_get_path (BrineStore *self);
/**
 * brine_store_owns_file:
 * @path: a file, which need not be there
 *
 * Returns: whether @path leads to the diary or to a file that belongs to it, under any name: nothing
 *   else may be written there
 */
gboolean brine_store_owns_file (BrineStore *self, const char *path);

/**
 * brine_store_is_unread:
 *
 * Returns: whether some reader of the store (a list model, a card) shows what it could not read
 *   anew, because the diary is damaged, busy, or its disk fails: the property "unread" (notify).
 *   Main thread.
 */
gboolean brine_store_is_unread (BrineStore *self);
/**
 * brine_store_read_again:
 *
 * Tells all that show something of the diary to load it again. Main thread.
 */
void brine_store_read_again (BrineStore *self);

/* Settings that live with the data: read when the store opens and kept up to date ------------- */

/**
 * brine_store_get_day_start_minutes:
 *
 * Returns: minutes after midnight at which a civil day begins, 0 to 720; 240 unless it is set to
 *   something sensible. Any thread.
 */
int brine_store_get_day_start_minutes (BrineStore *self);
/**
 * brine_store_get_first_weekday:
 *
 * Returns: the day that weeks start on, 1 for Monday to 7 for Sunday, as it is set, else as the
 *   locale says. Any thread.
 */
int brine_store_get_first_weekday (BrineStore *self);
/**
 * brine_store_dup_setting:
 * @key: one of BRINE_SETTING_…
 *
 * Returns: (transfer full) (nullable): its value; NULL: not set. Any thread.
 */
char *brine_store_dup_setting (BrineStore *self, const char *key);
/**
 * brine_store_dup_settings:
 *
 * Returns: (transfer full) (element-type utf8 utf8): all settings, key to value. Any thread.
 */
GHashTable *brine_store_dup_settings (BrineStore *self);

/* Writing ------------------------------------------------------------------------------------- */

/**
 * brine_store_apply:
 * @change: (transfer full)
 *
 * Writes all of @change in one transaction and returns when it is on the disk.
 *
 * Returns: (transfer full): the inverse, which brings back exactly what was, or NULL and nothing
 *   was written: BRINE_ERROR_INVALID (a record that is not valid), _FULL, _READ_ONLY, _BUSY (five
 *   seconds long) or _IO
 */
BrineChange *brine_store_apply (BrineStore *self, BrineChange *change, GError **error);
void brine_store_apply_async (BrineStore *self, BrineChange *change, GCancellable *cancellable,
                              GAsyncReadyCallback callback, gpointer user_data);
BrineChange *brine_store_apply_finish (BrineStore *self, GAsyncResult *result, GError **error);

/**
 * brine_store_check_for_changes:
 *
 * Looks whether another process wrote and emits "changed" if so. The store watches its folder
 * and looks by itself; this is for file systems that tell nothing (when a window gets the focus).
 */
void brine_store_check_for_changes (BrineStore *self);

/* Reading. Days are civil days, ranges inclusive; an empty range, or one of more than two hundred
 * years where occurrences are counted, is BRINE_ERROR_INVALID. -------------------------------- */

/**
 * brine_store_load_agenda:
 * @now: the wall clock, for the states
 *
 * Lays the plan of the days over what happened: occurrences with their logs and nights, logs that
 * belong to no occurrence (spontaneous, of a quota, of an item that is gone), unplanned nights.
 * Each row lies on one day, whatever the range. A constant number of queries.
 *
 * Returns: (transfer full) (element-type BrineOccurrence): in the order of
 *   brine_occurrence_compare(), or NULL
 */
GPtrArray *brine_store_load_agenda (BrineStore *self, BrineDay from, BrineDay to, BrineLocal now,
                                    GError **error);
void brine_store_load_agenda_async (BrineStore *self, BrineDay from, BrineDay to, BrineLocal now,
                                    GCancellable *cancellable, GAsyncReadyCallback callback,
                                    gpointer user_data);
GPtrArray *brine_store_load_agenda_finish (BrineStore *self, GAsyncResult *result, GError **error);

/**
 * brine_store_load_facts:
 * @now: the wall clock, for the states
 *
 * Counts the same rows as brine_store_load_agenda() by day and practice, with check-ins, nights
 * and pauses: `planned + extra` of a day is its number of rows, skipped logs without a plan left
 * out. A planned occurrence done without an amount counts its planned minutes; the longest night
 * of a day is its night; a plant counts once a day. A constant number of queries.
 *
 * Returns: (transfer full) (element-type BrineDayFacts): one for each day, or NULL
 */
GArray *brine_store_load_facts (BrineStore *self, BrineDay from, BrineDay to, BrineLocal now,
                                GError **error);
void brine_store_load_facts_async (BrineStore *self, BrineDay from, BrineDay to, BrineLocal now,
                                   GCancellable *cancellable, GAsyncReadyCallback callback,
                                   gpointer user_data);
GArray *brine_store_load_facts_finish (BrineStore *self, GAsyncResult *result, GError **error);

/**
 * brine_store_load_span:
 * @out_first: (nullable): first civil day that has a log, check-in or night
 * @out_last: (nullable): last one
 *
 * Returns: FALSE and outputs untouched: there is none (no @error), or @error is set
 */
gboolean brine_store_load_span (BrineStore *self, BrineDay *out_first, BrineDay *out_last,
                                GError **error);
void brine_store_load_span_async (BrineStore *self, GCancellable *cancellable,
                                  GAsyncReadyCallback callback, gpointer user_data);
gboolean brine_store_load_span_finish (BrineStore *self, GAsyncResult *result, BrineDay *out_first,
                                       BrineDay *out_last, GError **error);

/**
 * brine_store_load_items:
 *
 * Returns: (transfer full) (element-type BrinePlanItem): all, by start, then title; or NULL
 */
GPtrArray *brine_store_load_items (BrineStore *self, GError **error);

/**
 * brine_store_is_unplanned_async:
 *
 * Asks whether nothing was ever planned, or all of it was taken away. One lookup, whatever the size
 * of the diary.
 */
void brine_store_is_unplanned_async (BrineStore *self, GCancellable *cancellable,
                                     GAsyncReadyCallback callback, gpointer user_data);

/**
 * brine_store_is_unplanned_finish:
 *
 * Returns: whether there is no plan item; FALSE too if @error is set (#BRINE_ERROR, or
 *   %G_IO_ERROR_CANCELLED)
 */
gboolean brine_store_is_unplanned_finish (BrineStore *self, GAsyncResult *result, GError **error);

/**
 * brine_store_load_item:
 *
 * Returns: (transfer full): the item, or NULL: BRINE_ERROR_NOT_FOUND
 */
BrinePlanItem *brine_store_load_item (BrineStore *self, const char *id, GError **error);
void brine_store_load_item_async (BrineStore *self, const char *id, GCancellable *cancellable,
                                  GAsyncReadyCallback callback, gpointer user_data);
BrinePlanItem *brine_store_load_item_finish (BrineStore *self, GAsyncResult *result,
                                             GError **error);

/**
 * brine_store_load_logs:
 *
 * Returns: (transfer full) (element-type BrineLog): logged on those days, in order of time
 */
GPtrArray *brine_store_load_logs (BrineStore *self, BrineDay from, BrineDay to, GError **error);

/**
 * brine_store_load_nights:
 *
 * Returns: (transfer full) (element-type BrineNight): that ended on those days, in order of time
 */
GPtrArray *brine_store_load_nights (BrineStore *self, BrineDay from, BrineDay to, GError **error);

/**
 * brine_store_load_checkins:
 *
 * Returns: (transfer full) (element-type BrineCheckin): of those days, in order of time
 */
GPtrArray *brine_store_load_checkins (BrineStore *self, BrineDay from, BrineDay to, GError **error);
void brine_store_load_checkins_async (BrineStore *self, BrineDay from, BrineDay to,
                                      GCancellable *cancellable, GAsyncReadyCallback callback,
                                      gpointer user_data);
GPtrArray *brine_store_load_checkins_finish (BrineStore *self, GAsyncResult *result,
                                             GError **error);

/**
 * brine_store_load_pauses:
 *
 * Returns: (transfer full) (element-type BrinePause): that touch those days, by their first
 */
GPtrArray *brine_store_load_pauses (BrineStore *self, BrineDay from, BrineDay to, GError **error);
void brine_store_load_pauses_async (BrineStore *self, BrineDay from, BrineDay to,
                                    GCancellable *cancellable, GAsyncReadyCallback callback,
                                    gpointer user_data);
GPtrArray *brine_store_load_pauses_finish (BrineStore *self, GAsyncResult *result, GError **error);

/**
 * brine_store_load_contacts:
 *
 * Returns: (transfer full) (element-type BrineContact): by position
 */
GPtrArray *brine_store_load_contacts (BrineStore *self, GError **error);
void brine_store_load_contacts_async (BrineStore *self, GCancellable *cancellable,
                                      GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *brine_store_load_contacts_finish (BrineStore *self, GAsyncResult *result,
                                             GError **error);

/**
 * brine_store_load_templates:
 *
 * Returns: (transfer full) (element-type BrineTemplate): by name
 */
GPtrArray *brine_store_load_templates (BrineStore *self, GError **error);
void brine_store_load_templates_async (BrineStore *self, GCancellable *cancellable,
                                       GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *brine_store_load_templates_finish (BrineStore *self, GAsyncResult *result,
                                              GError **error);

/**
 * brine_store_load_deliveries:
 *
 * Returns: (transfer full) (element-type BrineDelivery): those whose state changed at @since or
 *   later, and all open ones; by the time of their last change
 */
GPtrArray *brine_store_load_deliveries (BrineStore *self, BrineInstant since, GError **error);
void brine_store_load_deliveries_async (BrineStore *self, BrineInstant since,
                                        GCancellable *cancellable, GAsyncReadyCallback callback,
                                        gpointer user_data);
GPtrArray *brine_store_load_deliveries_finish (BrineStore *self, GAsyncResult *result,
                                               GError **error);

/* The whole file ------------------------------------------------------------------------------ */

/**
 * brine_store_backup:
 * @path: the file to make; one that is there is replaced once the copy is whole
 *
 * Copies the diary into one file through SQLite's backup interface: written beside @path, synced,
 * renamed; mode 0600.
 *
 * Returns: FALSE and @path as it was: BRINE_ERROR_INVALID when it is the diary itself, one that is in
 *   use, or no regular file; BRINE_ERROR_FULL or _IO
 */
gboolean brine_store_backup (BrineStore *self, const char *path, GError **error);
void brine_store_backup_async (BrineStore *self, const char *path, GCancellable *cancellable,
                               GAsyncReadyCallback callback, gpointer user_data);
gboolean brine_store_backup_finish (BrineStore *self, GAsyncResult *result, GError **error);

/**
 * brine_store_restore:
 * @path: a copy of a diary, of this schema or an older one; never written
 *
 * Checks @path, saves the present diary as brine-before-restore-<date>.db beside it, then takes
 * over @path's content in one transaction and emits "changed" for all kinds.
 *
 * Returns: FALSE and the diary as it was: what brine_store_open() says of @path, or what
 *   brine_store_apply() says of writing
 */
gboolean brine_store_restore (BrineStore *self, const char *path, GError **error);
void brine_store_restore_async (BrineStore *self, const char *path, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer user_data);
gboolean brine_store_restore_finish (BrineStore *self, GAsyncResult *result, GError **error);

/**
 * brine_store_check:
 *
 * Reads every page, index and reference of the file.
 *
 * Returns: FALSE with BRINE_ERROR_DAMAGED, which says the first thing found
 */
gboolean brine_store_check (BrineStore *self, GError **error);
void brine_store_check_async (BrineStore *self, GCancellable *cancellable,
                              GAsyncReadyCallback callback, gpointer user_data);
gboolean brine_store_check_finish (BrineStore *self, GAsyncResult *result, GError **error);

G_END_DECLS
