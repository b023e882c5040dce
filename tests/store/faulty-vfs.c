/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "faulty-vfs.h"

#include <errno.h>
#include <gio/gio.h>
#include <sqlite3.h>
#include <string.h>

typedef struct
{
  sqlite3_file base;
  sqlite3_file *real; /* behind this struct, in the same allocation */
  const char *name;   /* SQLite keeps it while the file is open; nullable */
} File;

static sqlite3_vfs *real_vfs;
static gint countdown; /* atomic; 0: nothing fails, 1: everything fails from here */
static gint has_failed;
static int fail_code;
static int fail_errno;
static char *mirror_dir; /* set while the store is idle */

static gboolean
fails (void)
{
  int left = g_atomic_int_get (&countdown);

  if (left == 0)
    return FALSE;
  if (left > 1)
    {
      g_atomic_int_set (&countdown, left - 1);
      return FALSE;
    }
  g_atomic_int_set (&has_failed, TRUE);
  return TRUE;
}

static sqlite3_file *
real_of (sqlite3_file *file)
{
  return ((File *)file)->real;
}

static int
file_close (sqlite3_file *file)
{
  return real_of (file)->pMethods->xClose (real_of (file));
}

static int
file_read (sqlite3_file *file, void *data, int n, sqlite3_int64 offset)
{
  return real_of (file)->pMethods->xRead (real_of (file), data, n, offset);
}

static int
file_write (sqlite3_file *file, const void *data, int n, sqlite3_int64 offset)
{
  if (fails ())
    return fail_code == 0 ? SQLITE_IOERR_WRITE : fail_code;
  return real_of (file)->pMethods->xWrite (real_of (file), data, n, offset);
}

static int
file_truncate (sqlite3_file *file, sqlite3_int64 size)
{
  if (fails ())
    return SQLITE_IOERR_TRUNCATE;
  return real_of (file)->pMethods->xTruncate (real_of (file), size);
}

static void
mirror (const char *name)
{
  g_autofree char *base = g_path_get_basename (name);
  g_autofree char *path = g_build_filename (mirror_dir, base, NULL);
  g_autoptr (GFile) from = g_file_new_for_path (name);
  g_autoptr (GFile) to = g_file_new_for_path (path);

  g_file_copy (from, to, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, NULL);
}

static int
file_sync (sqlite3_file *file, int flags)
{
  const char *name = ((File *)file)->name;

  if (fails ())
    return SQLITE_IOERR_FSYNC;
  if (mirror_dir != NULL && name != NULL)
    mirror (name);
  return real_of (file)->pMethods->xSync (real_of (file), flags);
}

static int
file_size (sqlite3_file *file, sqlite3_int64 *size)
{
  return real_of (file)->pMethods->xFileSize (real_of (file), size);
}

static int
file_lock (sqlite3_file *file, int level)
{
  return real_of (file)->pMethods->xLock (real_of (file), level);
}

static int
file_unlock (sqlite3_file *file, int level)
{
  return real_of (file)->pMethods->xUnlock (real_of (file), level);
}

static int
file_check_reserved (sqlite3_file *file, int *reserved)
{
  return real_of (file)->pMethods->xCheckReservedLock (real_of (file), reserved);
}

static int
file_control (sqlite3_file *file, int operation, void *argument)
{
  return real_of (file)->pMethods->xFileControl (real_of (file), operation, argument);
}

static int
file_sector_size (sqlite3_file *file)
{
  return real_of (file)->pMethods->xSectorSize (real_of (file));
}

static int
file_characteristics (sqlite3_file *file)
{
  return real_of (file)->pMethods->xDeviceCharacteristics (real_of (file));
}

static int
file_shm_map (sqlite3_file *file, int page, int size, int extend, void volatile **memory)
{
  return real_of (file)->pMethods->xShmMap (real_of (file), page, size, extend, memory);
}

static int
file_shm_lock (sqlite3_file *file, int offset, int n, int flags)
{
  return real_of (file)->pMethods->xShmLock (real_of (file), offset, n, flags);
}

static void
file_shm_barrier (sqlite3_file *file)
{
  real_of (file)->pMethods->xShmBarrier (real_of (file));
}

static int
file_shm_unmap (sqlite3_file *file, int delete)
{
  return real_of (file)->pMethods->xShmUnmap (real_of (file), delete);
}

static const sqlite3_io_methods methods = {
  .iVersion = 2,
  .xClose = file_close,
  .xRead = file_read,
  .xWrite = file_write,
  .xTruncate = file_truncate,
  .xSync = file_sync,
  .xFileSize = file_size,
  .xLock = file_lock,
  .xUnlock = file_unlock,
  .xCheckReservedLock = file_check_reserved,
  .xFileControl = file_control,
  .xSectorSize = file_sector_size,
  .xDeviceCharacteristics = file_characteristics,
  .xShmMap = file_shm_map,
  .xShmLock = file_shm_lock,
  .xShmBarrier = file_shm_barrier,
  .xShmUnmap = file_shm_unmap,
};

static int
vfs_open (sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out_flags)
{
  File *self = (File *)file;
  int code;

  self->real = (sqlite3_file *)(self + 1);
  self->name = name;
  code = real_vfs->xOpen (real_vfs, name, self->real, flags, out_flags);
  self->base.pMethods = self->real->pMethods == NULL ? NULL : &methods;
  return code;
}

/* SQLite asks for it to tell what lies behind an I/O error. */
static int
vfs_get_last_error (sqlite3_vfs *vfs, int n, char *text)
{
  return g_atomic_int_get (&has_failed) ? fail_errno : real_vfs->xGetLastError (real_vfs, n, text);
}

void
faulty_vfs_register (void)
{
  static sqlite3_vfs vfs;

  real_vfs = sqlite3_vfs_find (NULL);
  vfs = *real_vfs;
  vfs.zName = "faulty";
  vfs.szOsFile = (int)sizeof (File) + real_vfs->szOsFile;
  vfs.xOpen = vfs_open;
  vfs.xGetLastError = vfs_get_last_error;
  sqlite3_vfs_register (&vfs, 1);
}

void
faulty_vfs_fail_from (int n, int sqlite_code, int system_errno)
{
  fail_code = sqlite_code;
  fail_errno = system_errno;
  g_atomic_int_set (&has_failed, FALSE);
  g_atomic_int_set (&countdown, n);
}

void
faulty_vfs_mirror_synced (const char *dir)
{
  g_free (mirror_dir);
  mirror_dir = g_strdup (dir);
}

gboolean
faulty_vfs_has_failed (void)
{
  return g_atomic_int_get (&has_failed);
}
