/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-file-stamp.h"

#include <glib/gstdio.h>

static BrineFileStamp
read_stamp (const char *path)
{
  BrineFileStamp stamp = { 0 };
  GStatBuf status;

  if (g_stat (path, &status) != 0)
    return stamp;
  stamp.inode = (guint64)status.st_ino;
  stamp.size = (gint64)status.st_size;
  stamp.modified_ns = (gint64)status.st_mtim.tv_sec * 1000000000 + status.st_mtim.tv_nsec;
  return stamp;
}

gboolean
brine_file_stamp_update (BrineFileStamp *stamp, const char *path)
{
  BrineFileStamp before;

  g_return_val_if_fail (stamp != NULL && path != NULL, FALSE);

  before = *stamp;
  *stamp = read_stamp (path);
  return stamp->inode == before.inode && stamp->size == before.size
         && stamp->modified_ns == before.modified_ns;
}
