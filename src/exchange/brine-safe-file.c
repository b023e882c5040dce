/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-safe-file.h"

#include "brine-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

static BrineError
code_of (int number)
{
  switch (number)
    {
    case ENOENT:
    case ENOTDIR:
      return BRINE_ERROR_NOT_FOUND;
    case EACCES:
    case EPERM:
    case EROFS:
      return BRINE_ERROR_READ_ONLY;
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return BRINE_ERROR_FULL;
    default:
      return BRINE_ERROR_IO;
    }
}

static gboolean
fail (GError **error, const char *path, const char *doing, int number)
{
  g_autofree char *shown = g_filename_display_name (path);

  g_set_error (error, BRINE_ERROR, code_of (number), "“%s” cannot be %s: %s.", shown, doing,
               g_strerror (number));
  return FALSE;
}

static gboolean
refuse (GError **error, BrineError code, const char *path, const char *what)
{
  g_autofree char *shown = g_filename_display_name (path);

  g_set_error (error, BRINE_ERROR, code, "“%s” %s.", shown, what);
  return FALSE;
}

/* Whatever is there must be a file that may be replaced. */
static gboolean
check_target (const char *path, GError **error)
{
  GStatBuf info;

  if (g_lstat (path, &info) != 0)
    return errno == ENOENT ? TRUE : fail (error, path, "written", errno);
  if (S_ISLNK (info.st_mode))
    return refuse (error, BRINE_ERROR_INVALID, path,
                   "is a link; name the file that it points to instead");
  if (S_ISDIR (info.st_mode))
    return refuse (error, BRINE_ERROR_INVALID, path, "is a directory; name a file in it instead");
  if (!S_ISREG (info.st_mode))
    return refuse (error, BRINE_ERROR_INVALID, path, "is not a regular file");
  return TRUE;
}

static int
write_all (int fd, GBytes *bytes)
{
  gsize left;
  const char *at = g_bytes_get_data (bytes, &left);

  while (left > 0)
    {
      gssize n = write (fd, at, MIN (left, 1u << 30));
      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return errno;
      at += n;
      left -= (gsize)n;
    }
  return fsync (fd) == 0 ? 0 : errno;
}

/* The rename itself lasts only once the directory is on the disk; where directories cannot be
 * synced there is nothing more to do. */
static void
sync_directory (const char *path)
{
  g_autofree char *directory = g_path_get_dirname (path);
  int fd = open (directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (fd < 0)
    return;
  if (fsync (fd) != 0)
    g_debug ("directory not synced");
  close (fd);
}

gboolean
brine_safe_file_write (const char *path, GBytes *bytes, GError **error)
{
  g_autofree char *temporary = NULL;
  int fd, number;

  g_return_val_if_fail (path != NULL && bytes != NULL, FALSE);

  if (!check_target (path, error))
    return FALSE;
  temporary = g_strconcat (path, ".XXXXXX", NULL);
  fd = g_mkstemp_full (temporary, O_WRONLY | O_CLOEXEC, 0600);
  if (fd < 0)
    return fail (error, path, "written", errno);

  number = write_all (fd, bytes);
  if (close (fd) != 0 && number == 0)
    number = errno;
  if (number == 0 && g_rename (temporary, path) != 0)
    number = errno;
  if (number != 0)
    {
      g_unlink (temporary);
      return fail (error, path, "written", number);
    }
  sync_directory (path);
  return TRUE;
}

/* A mapped file that somebody cuts short meanwhile kills its reader, so only those are mapped that
 * would weigh on memory. */
#define MAX_COPIED_BYTES (32 * 1024 * 1024)

static GBytes *
read_all (int fd, const char *path, gsize size, GError **error)
{
  g_autofree char *content = g_malloc (size + 1);
  gsize length = 0;

  while (length < size)
    {
      gssize n = read (fd, content + length, size - length);
      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          fail (error, path, "read", errno);
          return NULL;
        }
      if (n == 0)
        break;
      length += (gsize)n;
    }
  return g_bytes_new_take (g_steal_pointer (&content), length);
}

static GBytes *
map_all (int fd, const char *path, GError **error)
{
  g_autoptr (GMappedFile) mapped = g_mapped_file_new_from_fd (fd, FALSE, NULL);

  if (mapped == NULL)
    {
      refuse (error, BRINE_ERROR_IO, path, "cannot be read");
      return NULL;
    }
  return g_mapped_file_get_bytes (mapped);
}

GBytes *
brine_safe_file_read (const char *path, gsize max_bytes, GError **error)
{
  struct stat info;
  GBytes *bytes;
  int fd;

  g_return_val_if_fail (path != NULL, NULL);

  /* Without blocking: a pipe under that name must not hold us up. */
  fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  if (fd < 0)
    {
      fail (error, path, "read", errno);
      return NULL;
    }
  if (fstat (fd, &info) != 0 || !S_ISREG (info.st_mode))
    {
      refuse (error, BRINE_ERROR_INVALID, path, "is not a regular file");
      close (fd);
      return NULL;
    }
  if ((guint64)info.st_size > max_bytes)
    {
      refuse (error, BRINE_ERROR_TOO_COMPLEX, path, "is too large");
      close (fd);
      return NULL;
    }
  bytes = info.st_size <= MAX_COPIED_BYTES ? read_all (fd, path, (gsize)info.st_size, error)
                                           : map_all (fd, path, error);
  close (fd);
  return bytes;
}

void
brine_safe_file_forget (GBytes *bytes, gsize length)
{
  gsize size;
  gpointer data;
  gsize page = (gsize)sysconf (_SC_PAGESIZE);

  g_return_if_fail (bytes != NULL);

  data = (gpointer)g_bytes_get_data (bytes, &size);
  if (size <= MAX_COPIED_BYTES)
    return;
  length = MIN (length, size) / page * page;
  if (length > 0 && madvise (data, length, MADV_DONTNEED) != 0)
    g_debug ("The memory of a file could not be given back");
}
