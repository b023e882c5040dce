/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * BrineFileStamp:
 *
 * What tells whether a file was written to. A zeroed one is of no file. File systems write down times
 * in steps of some milliseconds, so two changes within one step look alike.
 */
typedef struct
{
  guint64 inode; /* 0: it is not there */
  gint64 size;
  gint64 modified_ns; /* by the clock of its file system */
} BrineFileStamp;

/**
 * brine_file_stamp_update:
 * @stamp: of the last look; becomes that of this one
 *
 * Costs one stat().
 *
 * Returns: whether the file looks as it did
 */
gboolean brine_file_stamp_update (BrineFileStamp *stamp, const char *path);

G_END_DECLS
