/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-file-private.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

/* What can be told of a diary without touching it. */

/* The SQLite header: https://www.sqlite.org/fileformat2.html#the_database_header */
#define HEADER_BYTES 100
#define HEADER_MAGIC "SQLite format 3"
#define HEADER_PAGE_SIZE 16
#define HEADER_CHANGE_COUNTER 24
#define HEADER_N_PAGES 28
#define HEADER_USER_VERSION 60
#define HEADER_APPLICATION_ID 68
#define HEADER_VALID_FOR 92

gboolean
brine_file_fail (int code, const char *what, GError **error)
{
  BrineError brine_code = code == ENOENT                                     ? BRINE_ERROR_NOT_FOUND
                          : code == EACCES || code == EROFS || code == EPERM ? BRINE_ERROR_READ_ONLY
                          : code == ENOSPC || code == EDQUOT || code == EFBIG ? BRINE_ERROR_FULL
                                                                              : BRINE_ERROR_IO;

  g_set_error (error, BRINE_ERROR, brine_code, "%s (%s).", what, g_strerror (code));
  return FALSE;
}

static guint32
read_be32 (const guint8 *bytes, int offset)
{
  return (guint32)bytes[offset] << 24 | (guint32)bytes[offset + 1] << 16
         | (guint32)bytes[offset + 2] << 8 | bytes[offset + 3];
}

static gboolean
fail_foreign (GError **error)
{
  g_set_error_literal (error, BRINE_ERROR, BRINE_ERROR_FOREIGN,
                       "This file is not a Brine diary; it was not touched.");
  return FALSE;
}

gboolean
brine_file_fail_newer (GError **error)
{
  g_set_error_literal (error, BRINE_ERROR, BRINE_ERROR_NEWER,
                       "The diary was made by a newer version of Brine; it was not touched.");
  return FALSE;
}

static gboolean
fail_truncated (GError **error)
{
  g_set_error_literal (error, BRINE_ERROR, BRINE_ERROR_DAMAGED,
                       "The diary is damaged: the file is shorter than it says.");
  return FALSE;
}

/* Reads the header and the size. */
static gboolean
read_header (const char *path, guint8 *header, goffset *out_size, GError **error)
{
  struct stat status;
  int fd = open (path, O_RDONLY | O_CLOEXEC);

  if (fd < 0)
    return brine_file_fail (errno, "The diary cannot be opened", error);
  gboolean regular = fstat (fd, &status) == 0 && S_ISREG (status.st_mode);
  gssize n = regular ? pread (fd, header, HEADER_BYTES, 0) : 0;
  int code = errno;
  close (fd);
  if (n < 0)
    return brine_file_fail (code, "The diary cannot be read", error);
  if (n < HEADER_BYTES || memcmp (header, HEADER_MAGIC, sizeof HEADER_MAGIC) != 0)
    return fail_foreign (error);
  *out_size = status.st_size;
  return TRUE;
}

guint32
brine_file_get_page_size (const guint8 *header)
{
  guint32 page_size = (guint32)header[HEADER_PAGE_SIZE] << 8 | header[HEADER_PAGE_SIZE + 1];

  if (page_size == 1)
    return 65536;
  return page_size < 512 || (page_size & (page_size - 1)) != 0 ? 0 : page_size;
}

/* A file that lost its tail is noticed at once; the rest is found by the check or by the query
 * that meets it, since reading all of ten years would slow every start. */
static gboolean
has_all_pages (const guint8 *header, goffset size)
{
  guint32 page_size = brine_file_get_page_size (header);
  guint32 n_pages = read_be32 (header, HEADER_N_PAGES);

  if (page_size == 0)
    return FALSE;
  if (read_be32 (header, HEADER_CHANGE_COUNTER) != read_be32 (header, HEADER_VALID_FOR))
    return TRUE; /* the count of pages is not kept up: nothing to compare with */
  return size >= (goffset)n_pages * page_size;
}

gboolean
brine_file_has_content (const char *path, const char *suffix)
{
  g_autofree char *beside = g_strconcat (path, suffix, NULL);
  struct stat status;

  return stat (beside, &status) == 0 && status.st_size > 0;
}

gboolean
brine_file_is_part (const char *diary, const char *path)
{
  static const char *const suffixes[] = { "", "-wal", "-shm", "-journal" };
  struct stat theirs, ours;

  if (stat (path, &theirs) != 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *part = g_strconcat (diary, suffixes[i], NULL);

      if (stat (part, &ours) == 0 && ours.st_dev == theirs.st_dev && ours.st_ino == theirs.st_ino)
        return TRUE;
    }
  return FALSE;
}

gboolean
brine_file_check_header (const char *path, int newest_schema, GError **error)
{
  guint8 header[HEADER_BYTES];
  goffset size = 0;

  if (!read_header (path, header, &size, error))
    return FALSE;
  if (read_be32 (header, HEADER_APPLICATION_ID) != BRINE_APPLICATION_ID)
    return fail_foreign (error);
  if (read_be32 (header, HEADER_USER_VERSION) > (guint32)newest_schema)
    return brine_file_fail_newer (error);
  if (!has_all_pages (header, size) && !brine_file_has_content (path, "-wal"))
    return fail_truncated (error);
  return TRUE;
}

gboolean
brine_file_system_is_remote (unsigned long magic)
{
  static const guint32 remote[] = {
    0x6969,     /* NFS */
    0x517b,     /* SMB */
    0xff534d42, /* CIFS */
    0xfe534d42, /* SMB 2 and 3 */
    0x65735546, /* FUSE: sshfs and its like cannot be told from local ones */
    0x01021997, /* 9P, folders shared with a virtual machine */
    0x5346414f, /* AFS */
    0x73757245, /* Coda */
    0x00c36400, /* Ceph */
  };

  for (guint i = 0; i < G_N_ELEMENTS (remote); i++)
    if ((guint32)magic == remote[i])
      return TRUE;
  return FALSE;
}

gboolean
brine_file_is_remote (const char *path)
{
  struct statfs status;

  return statfs (path, &status) == 0 && brine_file_system_is_remote (status.f_type);
}
