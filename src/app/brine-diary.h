/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-clock.h"
#include "brine-models.h"
#include "brine-recipe.h"

G_BEGIN_DECLS

/* An open diary with what goes with it: history and catalogue. Main thread. */
#define BRINE_TYPE_DIARY (brine_diary_get_type ())
G_DECLARE_FINAL_TYPE (BrineDiary, brine_diary, BRINE, DIARY, GObject)

/* Opens the diary in @dir, or makes it. @sample: fills a new one with the life of somebody who
 * does not exist. Errors: those of brine_store_open(). */
void brine_diary_open_async (const char *dir, gboolean sample, BrineClock *clock,
                             GCancellable *cancellable, GAsyncReadyCallback callback,
                             gpointer user_data);
/* (transfer full) */
BrineDiary *brine_diary_open_finish (GAsyncResult *result, GError **error);

/* (transfer none) */
BrineHistory *brine_diary_get_history (BrineDiary *self);
/* (transfer none) (nullable) */
BrineCatalogue *brine_diary_get_catalogue (BrineDiary *self);
/* Nothing was planned or logged when it was opened. */
gboolean brine_diary_is_empty (BrineDiary *self);
/* Waits until everything is on the disk. */
void brine_diary_close (BrineDiary *self);

/* Throws a diary of sample data away, and only such a one. It can be brought back until it is
 * forgotten. @self: (transfer full) */
void brine_diary_discard_async (BrineDiary *self, GAsyncReadyCallback callback, gpointer user_data);
gboolean brine_diary_discard_finish (GAsyncResult *result, GError **error);
/* Puts what was thrown away from the folder @dir back in its place, to be opened again. Errors:
 * BRINE_ERROR_IO. Renames files, no more. */
gboolean brine_diary_bring_back (const char *dir, GError **error);
/* Deletes what was thrown away from @dir, if anything was. */
void brine_diary_forget_discarded (const char *dir);

/* Puts the diary that does not open aside ("brine-aside-DATE.db") and makes a new one from
 * @backup. When that fails everything is as it was. */
void brine_diary_recover_async (const char *dir, const char *backup, BrineInstant now,
                                GAsyncReadyCallback callback, gpointer user_data);
gboolean brine_diary_recover_finish (GAsyncResult *result, GError **error);

G_END_DECLS
