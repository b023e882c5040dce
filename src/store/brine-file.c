/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-file-private.h"

#include "brine-backup-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#define BUSY_TIMEOUT_MS 5000

/* Opening ---------------------------------------------------------------------------------- */

static sqlite3 *
open_sqlite (const char *uri, int flags, GError **error)
{
  sqlite3 *sqlite = NULL;

  brine_file_keep_locks ();
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

static gboolean
copy_file (const char *from, const char *to, const char *suffix, GError **error)
{
  g_autofree char *from_path = g_strconcat (from, suffix, NULL);
  g_autofree char *to_path = g_strconcat (to, suffix, NULL);
  g_autoptr (GFile) source = g_file_new_for_path (from_path);
  g_autoptr (GFile) target = g_file_new_for_path (to_path);
  g_autoptr (GError) local_error = NULL;

  if (g_file_copy (source, target, G_FILE_COPY_TARGET_DEFAULT_PERMS, NULL, NULL, NULL,
                   &local_error))
    return TRUE;
  g_set_error (error, BRINE_ERROR, BRINE_ERROR_IO, "The diary cannot be read (%s).",
               local_error->message);
  return FALSE;
}

/* Reads the files at @path and its log as they lie there into memory, through a private copy where
 * SQLite can play the log back. */
static BrineDatabase *
open_snapshot (const char *path, GError **error)
{
  g_autofree char *dir = g_dir_make_tmp ("brine-XXXXXX", NULL);
  g_autofree char *copy = dir == NULL ? NULL : g_build_filename (dir, "brine.db", NULL);
  sqlite3 *memory = NULL;

  if (dir == NULL)
    {
      brine_file_fail (errno, "The diary cannot be read", error);
      return NULL;
    }
  if (copy_file (path, copy, "", error) && copy_file (path, copy, "-wal", error))
    {
      g_autoptr (BrineDatabase) db = open_uri (copy, "", SQLITE_OPEN_READWRITE, error);

      memory = db == NULL ? NULL : open_sqlite (":memory:", SQLITE_OPEN_READWRITE, error);
      if (memory != NULL && !brine_backup_copy_pages (memory, db->sqlite, error))
        g_clear_pointer (&memory, sqlite3_close);
    }
  brine_file_remove (copy);
  g_rmdir (dir);
  return memory == NULL ? NULL : brine_database_new (memory, path, TRUE);
}

/* In a folder that cannot be written the shared memory of WAL cannot be made. Then the file alone
 * is the whole diary unless somebody left a log, whose content must not be missing. */
static BrineDatabase *
open_read_only (const char *path, GError **error)
{
  g_autoptr (BrineDatabase) db = open_uri (path, "?mode=ro", SQLITE_OPEN_READONLY, error);
  int64_t version;

  if (db == NULL)
    return NULL;
  if (brine_database_read_int (db, "PRAGMA schema_version", &version, NULL))
    return g_steal_pointer (&db);
  if (brine_file_has_content (path, "-wal"))
    return open_snapshot (path, error);
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
      brine_file_is_remote (path) ? "PRAGMA journal_mode = DELETE" : "PRAGMA journal_mode = WAL";

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
    return brine_file_fail (errno, "The folder of the diary cannot be made", error);
  return TRUE;
}

static gboolean
fill_new_file (const char *path, GError **error)
{
  g_autoptr (BrineDatabase) db = open_uri (path, "", SQLITE_OPEN_READWRITE, error);

  return db != NULL && brine_schema_create (db, error);
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
    return brine_file_fail (errno, "The diary cannot be made", error);
  fchmod (fd, 0600);
  close (fd);

  gboolean made = fill_new_file (temporary, error);
  if (made && renameat2 (AT_FDCWD, temporary, AT_FDCWD, path, RENAME_NOREPLACE) != 0)
    made = link (temporary, path) == 0 || errno == EEXIST
           || brine_file_fail (errno, "The diary cannot be made", error);
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
  return brine_file_fail_newer (error);
}

/* What a diary of any schema has. */
static gboolean
check_tables (BrineDatabase *db, GError **error)
{
  static const char sql[] = "SELECT count (*) FROM sqlite_schema WHERE type = 'table' AND name IN "
                            "('items', 'item_reminders', 'logs', 'checkins', 'nights', 'pauses', "
                            "'settings')";
  int64_t n_tables;

  if (!brine_database_read_int (db, sql, &n_tables, error))
    return FALSE;
  return n_tables == 7 || brine_sqlite_fail (NULL, SQLITE_CORRUPT, error);
}

BrineDatabase *
brine_file_open (const char *path, BrineOpenMode mode, const BrineMigrations *migrations,
                 GError **error)
{
  int newest = brine_migrations_get_newest (migrations);

  if (!create_if_missing (path, mode, error) || !brine_file_check_header (path, newest, error)
      || !brine_file_check_log (path, error))
    return NULL;

  g_autoptr (BrineDatabase) db = mode == BRINE_OPEN_READ_ONLY || !can_write (path)
                                     ? open_read_only (path, error)
                                     : open_read_write (path, error);
  if (db == NULL || !check_schema (db, newest, error) || !check_tables (db, error)
      || (!db->read_only && !brine_schema_migrate (db, migrations, error))
      || !brine_database_look (db, error))
    return NULL;
  db->untold = FALSE;
  return g_steal_pointer (&db);
}
