/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * brine_safe_file_write:
 * @path: where to; an existing regular file is replaced
 * @bytes: the content
 * @error: BRINE_ERROR_INVALID when @path is a link, a directory or another special file,
 *   BRINE_ERROR_NOT_FOUND when its directory is not there, BRINE_ERROR_READ_ONLY,
 *   BRINE_ERROR_FULL, BRINE_ERROR_IO
 *
 * Writes a new file beside @path (mode 0600), syncs it and renames it over @path, then syncs the
 * directory: at every moment @path holds the old content whole or the new one whole. On failure
 * nothing is left behind. Blocking; any thread but the main one.
 */
gboolean brine_safe_file_write (const char *path, GBytes *bytes, GError **error);

/**
 * brine_safe_file_read:
 * @path: a regular file, or a link to one
 * @max_bytes: refuse a larger one
 * @error: BRINE_ERROR_NOT_FOUND, BRINE_ERROR_INVALID when it is no regular file,
 *   BRINE_ERROR_TOO_COMPLEX when it is too large, BRINE_ERROR_IO
 *
 * Returns: (transfer full) (nullable): the content; a large file is mapped
 */
GBytes *brine_safe_file_read (const char *path, gsize max_bytes, GError **error);

/**
 * brine_safe_file_forget:
 * @bytes: as brine_safe_file_read() gave them, whole
 * @length: how much of them, from the beginning, was read
 *
 * Lets the kernel take back the memory of what was read of a file that is mapped. It is read from
 * the disk again if it is asked for.
 */
void brine_safe_file_forget (GBytes *bytes, gsize length);

G_END_DECLS
