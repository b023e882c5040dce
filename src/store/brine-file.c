/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-file-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#define BUSY_TIMEOUT_MS 5000

/* The SQLite header: https://www.sqlite.org/fileformat2.html#the_database_header */
#define HEADER_BYTES 100
#define HEADER_MAGIC "SQLite format 3"
#define HEADER_PAGE_SIZE 16
#define HEADER_CHANGE_COUNTER 24
#define HEADER_N_PAGES 28
#define HEADER_USER_VERSION 60
#define HEADER_APPLICATION_ID 68
#define HEADER_VALID_FOR 92

static gboolean
fail_errno (int code, const char *what, GError **error)
{
  BrineError brine_code = code == ENOENT                                     ? BRINE_ERROR_NOT_FOUND
                          : code == EACCES || code == EROFS || code == EPERM ? BRINE_ERROR_READ_ONLY
                          : code == ENOSPC || code == EDQUOT || code == EFBIG ? BRINE_ERROR_FULL
                                                                              : BRINE_ERROR_IO;

  g_set_error (error, BRINE_ERROR, brine_code, "%s (%s).", what, g_strerror (code));
  return FALSE;
}

/* Before opening -------------------------------------------------------------------------- */

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

static gboolean
fail_newer (GError **error)
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
    return fail_errno (errno, "The diary cannot be opened", error);
  gboolean regular = fstat (fd, &status) == 0 && S_ISREG (status.st_mode);
  gssize n = regular ? pread (fd, header, HEADER_BYTES, 0) : 0;
  int code = errno;
  close (fd);
  if (n < 0)
    return fail_errno (code, "The diary cannot be read", error);
  if (n < HEADER_BYTES || memcmp (header, HEADER_MAGIC, sizeof HEADER_MAGIC) != 0)
    return fail_foreign (error);
  *out_size = status.st_size;
  return TRUE;
}

/* A file that lost its tail is noticed at once; the rest is found by the check or by the query
 * that meets it, since reading all of ten years would slow every start. */
static gboolean
has_all_pages (const guint8 *header, goffset size)
{
  guint32 page_size = (guint32)header[HEADER_PAGE_SIZE] << 8 | header[HEADER_PAGE_SIZE + 1];
  guint32 n_pages = read_be32 (header, HEADER_N_PAGES);

  if (page_size == 1)
    page_size = 65536;
  if (page_size < 512 || (page_size & (page_size - 1)) != 0)
    return FALSE;
  if (read_be32 (header, HEADER_CHANGE_COUNTER) != read_be32 (header, HEADER_VALID_FOR))
    return TRUE; /* the count of pages is not kept up: nothing to compare with */
  return size >= (goffset)n_pages * page_size;
}

static gboolean
has_content (const char *path, const char *suffix)
{
  g_autofree char *beside = g_strconcat (path, suffix, NULL);
  struct stat status;

  return stat (beside, &status) == 0 && status.st_size > 0;
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
    return fail_newer (error);
  if (!has_all_pages (header, size) && !has_content (path, "-wal"))
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

static gboolean
is_remote (const char *path)
{
  struct statfs status;

  return statfs (path, &status) == 0 && brine_file_system_is_remote (status.f_type);
}

/* Opening ---------------------------------------------------------------------------------- */

static sqlite3 *
open_sqlite (const char *uri, int flags, GError **error)
{
  sqlite3 *sqlite = NULL;
  int code =
      sqlite3_open_v2 (uri, &sqlite,
                       flags | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL);

  if (code == SQLITE_OK)
    {
      sqlite3_busy_timeout (sqlite, BUSY_TIMEOUT_MS);
      sqlite3_db_config (sqlite, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
      sqlite3_db_config (sqlite, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
      sqlite3_db_config (sqlite, SQLITE_DBCONFIG_ENABLE_FKEY, 1, NULL);
      return sqlite;
    }
  brine_sqlite_fail (sqlite, code, error);
  sqlite3_close (sqlite);
  return NULL;
}

static BrineDatabase *
open_uri (const char *path, const char *parameters, int flags, GError **error)
{
  g_autofree char *escaped = g_uri_escape_string (path, "/", FALSE);
  g_autofree char *uri = g_strconcat ("file:", escaped, parameters, NULL);
  sqlite3 *sqlite = open_sqlite (uri, flags, error);

  return sqlite == NULL ? NULL
                        : brine_database_new (sqlite, path, (flags & SQLITE_OPEN_READONLY) != 0);
}

/* In a directory that cannot be written the shared memory of WAL cannot be made: then the file is
 * read as it lies there, and what was never checkpointed is not seen. */
static BrineDatabase *
open_read_only (const char *path, GError **error)
{
  g_autoptr (BrineDatabase) db = open_uri (path, "?mode=ro", SQLITE_OPEN_READONLY, error);
  int64_t version;

  if (db == NULL)
    return NULL;
  if (brine_database_read_int (db, "PRAGMA schema_version", &version, NULL))
    return g_steal_pointer (&db);
  return open_uri (path, "?mode=ro&immutable=1", SQLITE_OPEN_READONLY, error);
}

static gboolean
can_write (const char *path)
{
  g_autofree char *dir = g_path_get_dirname (path);

  return faccessat (AT_FDCWD, path, W_OK, AT_EACCESS) == 0
         && faccessat (AT_FDCWD, dir, W_OK, AT_EACCESS) == 0;
}

/* Nobody else shall read a diary, whatever the umask was when it was copied here. */
static void
make_private (const char *path)
{
  struct stat status;

  if (stat (path, &status) == 0 && status.st_uid == geteuid () && (status.st_mode & 077) != 0)
    chmod (path, 0600);
}

static BrineDatabase *
open_read_write (const char *path, GError **error)
{
  g_autoptr (BrineDatabase) db = open_uri (path, "", SQLITE_OPEN_READWRITE, error);
  const char *journal =
      is_remote (path) ? "PRAGMA journal_mode = DELETE" : "PRAGMA journal_mode = WAL";

  if (db == NULL)
    return NULL;
  if (sqlite3_db_readonly (db->sqlite, "main") == 1)
    {
      g_clear_pointer (&db, brine_database_free);
      return open_read_only (path, error);
    }
  make_private (path);
  if (!brine_database_exec (db, journal, error)
      || !brine_database_exec (db, "PRAGMA synchronous = FULL", error))
    return NULL;
  return g_steal_pointer (&db);
}

/* Creating ---------------------------------------------------------------------------------- */

static void
sync_dir (const char *path)
{
  g_autofree char *dir = g_path_get_dirname (path);
  int fd = open (dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (fd < 0)
    return;
  fsync (fd);
  close (fd);
}

static gboolean
make_dir (const char *path, GError **error)
{
  g_autofree char *dir = g_path_get_dirname (path);

  if (g_file_test (dir, G_FILE_TEST_IS_DIR))
    return TRUE;
  if (g_mkdir_with_parents (dir, 0700) != 0 || chmod (dir, 0700) != 0)
    return fail_errno (errno, "The folder of the diary cannot be made", error);
  return TRUE;
}

static gboolean
fill_new_file (const char *path, GError **error)
{
  g_autoptr (BrineDatabase) db = open_uri (path, "", SQLITE_OPEN_READWRITE, error);

  return db != NULL && brine_schema_create (db, error);
}

void
brine_file_remove (const char *path)
{
  static const char *const suffixes[] = { "", "-journal", "-wal", "-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *name = g_strconcat (path, suffixes[i], NULL);
      g_unlink (name);
    }
}

/* Made whole under another name first: a diary that lies under its name is complete, so that an
 * empty file is never ours. Another process that was faster wins. */
static gboolean
create (const char *path, GError **error)
{
  g_autofree char *temporary = g_strconcat (path, ".new-XXXXXX", NULL);
  int fd;

  if (!make_dir (path, error))
    return FALSE;
  fd = g_mkstemp_full (temporary, O_RDWR | O_CLOEXEC, 0600);
  if (fd < 0)
    return fail_errno (errno, "The diary cannot be made", error);
  fchmod (fd, 0600);
  close (fd);

  gboolean made = fill_new_file (temporary, error);
  if (made && renameat2 (AT_FDCWD, temporary, AT_FDCWD, path, RENAME_NOREPLACE) != 0)
    made = link (temporary, path) == 0 || errno == EEXIST
           || fail_errno (errno, "The diary cannot be made", error);
  brine_file_remove (temporary);
  if (made)
    sync_dir (path);
  return made;
}

static gboolean
create_if_missing (const char *path, BrineOpenMode mode, GError **error)
{
  struct stat status;

  if (lstat (path, &status) == 0 || errno != ENOENT)
    return TRUE;
  if (mode == BRINE_OPEN_CREATE)
    return create (path, error);
  g_set_error_literal (error, BRINE_ERROR, BRINE_ERROR_NOT_FOUND, "There is no diary here yet.");
  return FALSE;
}

/* The log may hold a newer schema than the header: then leave the log as it is, too. */
static gboolean
check_schema (BrineDatabase *db, int newest, GError **error)
{
  int64_t version;

  if (!brine_database_read_int (db, "PRAGMA user_version", &version, error))
    return FALSE;
  if (version <= 0)
    return brine_sqlite_fail (NULL, SQLITE_CORRUPT, error);
  if (version <= newest)
    return TRUE;
  sqlite3_db_config (db->sqlite, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  db->read_only = TRUE;
  return fail_newer (error);
}

static gboolean
check_tables (BrineDatabase *db, GError **error)
{
  static const char sql[] = "SELECT count (*) FROM sqlite_schema WHERE type = 'table' AND name IN "
                            "('items', 'logs', 'checkins', 'nights', 'pauses', 'settings')";
  int64_t n_tables;

  if (!brine_database_read_int (db, sql, &n_tables, error))
    return FALSE;
  return n_tables == 6 || brine_sqlite_fail (NULL, SQLITE_CORRUPT, error);
}

BrineDatabase *
brine_file_open (const char *path, BrineOpenMode mode, const BrineMigrations *migrations,
                 GError **error)
{
  int newest = brine_migrations_get_newest (migrations);

  if (!create_if_missing (path, mode, error) || !brine_file_check_header (path, newest, error))
    return NULL;

  g_autoptr (BrineDatabase) db = mode == BRINE_OPEN_READ_ONLY || !can_write (path)
                                     ? open_read_only (path, error)
                                     : open_read_write (path, error);
  gboolean changed;
  if (db == NULL || !check_schema (db, newest, error)
      || (!db->read_only && !brine_schema_migrate (db, migrations, error))
      || !check_tables (db, error) || !brine_database_look (db, &changed, error))
    return NULL;
  return g_steal_pointer (&db);
}
