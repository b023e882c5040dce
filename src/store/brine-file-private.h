/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-schema-private.h"

G_BEGIN_DECLS

/* Opens the diary at @path after every check that can be made without touching it; creates it
 * whole or not at all. @path's directory exists or is made (mode 0700) when @mode creates. */
BrineDatabase *brine_file_open (const char *path, BrineOpenMode mode,
                                const BrineMigrations *migrations, GError **error);

/* What the header of a file says; reads 100 bytes and nothing else. BRINE_ERROR_FOREIGN,
 * _DAMAGED, _NEWER (than @newest_schema), _NOT_FOUND or _IO. */
gboolean brine_file_check_header (const char *path, int newest_schema, GError **error);

/* Whether the log beside @path, if there is one, may be its own. SQLite plays any sound log back
 * into the file that it lies beside, so one that was copied there from elsewhere would destroy a
 * diary. What SQLite keeps allows to tell that by the size of the pages and, where the log holds
 * the first page, by whose database it is; a log of another diary of ours is only found by the
 * damage it does. BRINE_ERROR_FOREIGN_LOG; reads at most the first 16 MB of the log. */
gboolean brine_file_check_log (const char *path, GError **error);

/* Whether @path leads to the diary at @diary or to one of the files that SQLite keeps beside it,
 * under whatever name. Opens nothing. */
gboolean brine_file_is_part (const char *diary, const char *path);

/* The size of a page by the header of a database; 0: it says nothing sensible. */
guint32 brine_file_get_page_size (const guint8 *header);

/* What the checks and the opening share: errors from errno and for a newer schema (FALSE), whether
 * there is something in the file named @path with @suffix, whether @path lies on a remote file
 * system. */
gboolean brine_file_fail (int code, const char *what, GError **error);
gboolean brine_file_fail_newer (GError **error);
gboolean brine_file_has_content (const char *path, const char *suffix);
gboolean brine_file_is_remote (const char *path);

/* Makes the locks of SQLite survive that other code of this process opens and closes a file of the
 * diary. Before the first file is opened; any thread; once is enough. */
void brine_file_keep_locks (void);

/* Removes a file and what SQLite may have left beside it. */
void brine_file_remove (const char *path);

/* Whether shared memory cannot be trusted on a file system with this magic number (statfs), so
 * that WAL must not be used. */
gboolean brine_file_system_is_remote (unsigned long magic);

G_END_DECLS
