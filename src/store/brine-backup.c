/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-backup-private.h"

#include "brine-clock.h"
#include "brine-file-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

static gboolean
fail_file (int code, GError **error)
{
  gboolean full = code == ENOSPC || code == EDQUOT || code == EFBIG;

  g_set_error (error, BRINE_ERROR, full ? BRINE_ERROR_FULL : BRINE_ERROR_IO,
               "The copy of the diary cannot be written (%s).", g_strerror (code));
  return FALSE;
}

/* A copy that took the place of the diary would leave those who have it open with a file that has no
 * name any more, and what they write would be gone. A log beside @path is that of somebody who has
 * it open, or it would be played back into the copy. What is no file is not for us to replace. */
static gboolean
check_target (BrineDatabase *db, const char *path, GError **error)
{
  const char *problem = NULL;
  struct stat status;

  if (brine_file_is_part (db->path, path))
    problem = "It is the diary itself; name another file for the copy.";
  else if (lstat (path, &status) == 0 && !S_ISREG (status.st_mode))
    problem = "It is no regular file; name another one for the copy.";
  else if (brine_file_has_content (path, "-wal"))
    problem = "It is a diary that is in use; name another file for the copy.";
  if (problem != NULL)
    g_set_error_literal (error, BRINE_ERROR, BRINE_ERROR_INVALID, problem);
  return problem == NULL;
}

gboolean
brine_backup_copy_pages (sqlite3 *to, sqlite3 *from, GError **error)
{
  sqlite3_backup *backup = sqlite3_backup_init (to, "main", from, "main");
  int code;

  if (backup == NULL)
    return brine_sqlite_fail (to, sqlite3_errcode (to), error);
  code = sqlite3_backup_step (backup, -1);
  if (code == SQLITE_DONE)
    code = sqlite3_backup_finish (backup);
  else
    sqlite3_backup_finish (backup);
  return code == SQLITE_OK || brine_sqlite_fail (to, code, error);
}

static gboolean
copy_into (BrineDatabase *db, const char *path, GError **error)
{
  sqlite3 *to = NULL;

  brine_file_keep_locks ();
  int code = sqlite3_open_v2 (path, &to, SQLITE_OPEN_READWRITE | SQLITE_OPEN_EXRESCODE, NULL);
  gboolean copied = code == SQLITE_OK ? brine_backup_copy_pages (to, db->sqlite, error)
                                      : brine_sqlite_fail (to, code, error);

  /* The copy shall be one file that opens anywhere: no WAL. */
  if (copied)
    {
      code = sqlite3_exec (to, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL);
      copied = code == SQLITE_OK || brine_sqlite_fail (to, code, error);
    }
  sqlite3_close (to);
  return copied;
}

static gboolean
sync_path (const char *path, int flags, GError **error)
{
  int fd = open (path, flags | O_CLOEXEC);

  if (fd < 0)
    return fail_file (errno, error);
  int code = fsync (fd) == 0 ? 0 : errno;
  close (fd);
  return code == 0 || fail_file (code, error);
}

static gboolean
finish_copy (const char *temporary, const char *path, GError **error)
{
  g_autofree char *dir = g_path_get_dirname (path);

  if (!sync_path (temporary, O_RDWR, error))
    return FALSE;
  if (g_rename (temporary, path) != 0)
    return fail_file (errno, error);
  return sync_path (dir, O_RDONLY | O_DIRECTORY, error);
}

gboolean
brine_backup_write (BrineDatabase *db, const char *path, GError **error)
{
  g_autofree char *temporary = g_strconcat (path, ".new-XXXXXX", NULL);
  int fd;

  if (!check_target (db, path, error))
    return FALSE;
  fd = g_mkstemp_full (temporary, O_RDWR | O_CLOEXEC, 0600);
  if (fd < 0)
    return fail_file (errno, error);
  fchmod (fd, 0600);
  close (fd);
  if (copy_into (db, temporary, error) && finish_copy (temporary, path, error))
    return TRUE;
  brine_file_remove (temporary);
  return FALSE;
}

/* "<prefix>-20261122T090000Z.db" beside the diary, with a number if that is taken. */
static char *
make_dated_path (BrineDatabase *db, const char *prefix)
{
  g_autofree char *dir = g_path_get_dirname (db->path);
  g_autoptr (GDateTime) now =
      g_date_time_new_from_unix_utc (brine_clock_read_stamp ().unix_ms / 1000);
  g_autofree char *date = g_date_time_format (now, "%Y%m%dT%H%M%SZ");

  for (int i = 1;; i++)
    {
      g_autofree char *name = i == 1 ? g_strdup_printf ("%s-%s.db", prefix, date)
                                     : g_strdup_printf ("%s-%s-%d.db", prefix, date, i);
      g_autofree char *path = g_build_filename (dir, name, NULL);

      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&path);
    }
}

gboolean
brine_backup_write_dated (BrineDatabase *db, const char *prefix, char **out_path, GError **error)
{
  g_autofree char *path = make_dated_path (db, prefix);

  if (!brine_backup_write (db, path, error))
    return FALSE;
  if (out_path != NULL)
    *out_path = g_steal_pointer (&path);
  return TRUE;
}

static gboolean
check_rows (BrineDatabase *db, const char *sql, const char *good, GError **error)
{
  g_autoptr (BrineQuery) query = brine_database_query (db, sql, error);
  GError *local_error = NULL;

  if (query == NULL)
    return FALSE;
  if (brine_query_next (query, &local_error)
      && g_strcmp0 (brine_query_get_text (query, 0), good) != 0)
    {
      /* Names tables, pages and rows; never what stands in them. */
      g_set_error (error, BRINE_ERROR, BRINE_ERROR_DAMAGED, "The diary is damaged: %s.",
                   brine_query_get_text (query, 0));
      return FALSE;
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, local_error);
  return FALSE;
}

gboolean
brine_backup_check (BrineDatabase *db, GError **error)
{
  return check_rows (db, "PRAGMA integrity_check (1)", "ok", error)
         && check_rows (db,
                        "SELECT 'a row of ' || \"table\" || ' refers to nothing' "
                        "FROM pragma_foreign_key_check LIMIT 1",
                        NULL, error);
}

/* A private copy of @path at the newest schema: the file itself is never written, not even its
 * journal, and an older one is brought up to date before anything is replaced. */
static BrineDatabase *
open_source (const char *path, const char *dir, char **out_temporary, GError **error)
{
  int newest = brine_migrations_get_newest (&brine_migrations);
  g_autofree char *temporary = g_build_filename (dir, "restore-XXXXXX", NULL);

  if (!brine_file_check_header (path, newest, error))
    return NULL;
  g_autoptr (BrineDatabase) source =
      brine_file_open (path, BRINE_OPEN_READ_ONLY, &brine_migrations, error);
  if (source == NULL || !brine_backup_check (source, error))
    return NULL;
  if (g_mkdtemp_full (temporary, 0700) == NULL)
    {
      fail_file (errno, error);
      return NULL;
    }
  *out_temporary = g_steal_pointer (&temporary);
  g_autofree char *copy = g_build_filename (*out_temporary, "brine.db", NULL);
  if (!brine_backup_write (source, copy, error))
    return NULL;
  return brine_file_open (copy, BRINE_OPEN_EXISTING, &brine_migrations, error);
}

static void
remove_temporary (const char *temporary)
{
  GDir *dir = g_dir_open (temporary, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (temporary, name, NULL);
      g_unlink (path);
    }
  g_clear_pointer (&dir, g_dir_close);
  g_rmdir (temporary);
}

/* What was shown stays shown: without it the reminders of the last hours would come once more. The
 * plan goes back, the time does not. */
static gboolean
keep_deliveries (BrineDatabase *db, BrineDatabase *source, GError **error)
{
#define COLUMNS                                                                                    \
  "id, source, item_id, original_day, original_second, nominal_day, nominal_second, day, "         \
  "practice, title, state, shown, at_ms, until_ms, notice_id, created_at, modified_at, deleted_at"
  char *attach = sqlite3_mprintf ("ATTACH %Q AS present", db->path);
  gboolean kept = brine_database_exec (source, attach, error)
                  && brine_database_exec (source,
                                          "INSERT OR REPLACE INTO main.deliveries (" COLUMNS ") "
                                          "SELECT " COLUMNS " FROM present.deliveries",
                                          error)
                  && brine_database_exec (source, "DETACH present", error);

  sqlite3_free (attach);
  return kept;
#undef COLUMNS
}

/* The statements of this connection must be gone while its pages are replaced. */
static gboolean
take_over (BrineDatabase *db, BrineDatabase *source, GError **error)
{
  g_hash_table_remove_all (db->statements);
  brine_database_forget_plan (db);
  return brine_backup_copy_pages (db->sqlite, source->sqlite, error);
}

gboolean
brine_backup_restore (BrineDatabase *db, const char *path, GError **error)
{
  g_autofree char *dir = g_path_get_dirname (db->path);
  g_autofree char *temporary = NULL;

  if (db->read_only)
    return brine_sqlite_fail (NULL, SQLITE_READONLY, error);
  g_autoptr (BrineDatabase) source = open_source (path, dir, &temporary, error);
  gboolean restored = source != NULL
                      && brine_backup_write_dated (db, "brine-before-restore", NULL, error)
                      && keep_deliveries (db, source, error) && take_over (db, source, error);
  g_clear_pointer (&source, brine_database_free);
  if (temporary != NULL)
    remove_temporary (temporary);
  return restored;
}
