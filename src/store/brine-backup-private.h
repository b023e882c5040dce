/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-schema-private.h"

G_BEGIN_DECLS

/* All pages in one step: the copy is one moment of @from, and what is written to @to is one
 * transaction. */
gboolean brine_backup_copy_pages (sqlite3 *to, sqlite3 *from, GError **error);
/* Copies the diary to @path: into a new file beside it, checked, synced and renamed. */
gboolean brine_backup_write (BrineDatabase *db, const char *path, GError **error);
/* To "<prefix>-<UTC date and time>.db" beside the diary. @out_path: (nullable) (transfer full) */
gboolean brine_backup_write_dated (BrineDatabase *db, const char *prefix, char **out_path,
                                   GError **error);
/* Checks @path, saves the present diary, then takes over @path's content in one transaction. */
gboolean brine_backup_restore (BrineDatabase *db, const char *path, GError **error);
/* Full integrity and foreign key check. */
gboolean brine_backup_check (BrineDatabase *db, GError **error);

G_END_DECLS
