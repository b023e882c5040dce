/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-database-private.h"

#include "brine-plan-private.h"

#include <errno.h>
#include <stdarg.h>

BrineDatabase *
brine_database_new (sqlite3 *sqlite, const char *path, gboolean read_only)
{
  BrineDatabase *db = g_new0 (BrineDatabase, 1);

  db->sqlite = sqlite;
  db->path = g_strdup (path);
  db->read_only = read_only;
  db->day_start_minutes = BRINE_DAY_START_DEFAULT_MINUTES;
  db->statements =
      g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)(void (*) (void))sqlite3_finalize);
  return db;
}

void
brine_database_free (BrineDatabase *db)
{
  g_clear_pointer (&db->statements, g_hash_table_unref);
  g_clear_pointer (&db->plan, brine_plan_unref);
  if (!db->read_only)
    sqlite3_wal_checkpoint_v2 (db->sqlite, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
  sqlite3_close (db->sqlite);
  g_free (db->path);
  g_free (db);
}

/* SQLite keeps none of a commit that failed: then what the file system said last. */
static int
get_system_errno (sqlite3 *sqlite)
{
  sqlite3_vfs *vfs = sqlite3_vfs_find (NULL);
  int code = sqlite == NULL ? 0 : sqlite3_system_errno (sqlite);

  return code != 0 || vfs->xGetLastError == NULL ? code : vfs->xGetLastError (vfs, 0, NULL);
}

/* SQLite tells a full disk (ENOSPC) alone from one that fails; a quota or a limit on the size of
 * files is an I/O error to it, but as easily mended by the user. */
static gboolean
is_out_of_room (sqlite3 *sqlite, int extended)
{
  int code = get_system_errno (sqlite);

  switch (extended)
    {
    case SQLITE_IOERR_WRITE:
      return code != EIO;
    case SQLITE_IOERR_SHMSIZE:
    case SQLITE_IOERR_SHMMAP:
    case SQLITE_IOERR_TRUNCATE:
    case SQLITE_IOERR_FSYNC:
      return code == ENOSPC || code == EFBIG || code == EDQUOT;
    default:
      return FALSE;
    }
}

static BrineError
error_code (sqlite3 *sqlite, int code)
{
  int extended = sqlite == NULL ? code : sqlite3_extended_errcode (sqlite);

  if ((extended & 0xff) != (code & 0xff))
    extended = code;
  if (is_out_of_room (sqlite, extended))
    return BRINE_ERROR_FULL;
  switch (code & 0xff)
    {
    case SQLITE_FULL:
      return BRINE_ERROR_FULL;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return BRINE_ERROR_BUSY;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return BRINE_ERROR_DAMAGED;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return BRINE_ERROR_READ_ONLY;
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
    case SQLITE_TOOBIG:
      return BRINE_ERROR_INVALID;
    default:
      return BRINE_ERROR_IO;
    }
}

static const char *
error_sentence (BrineError code)
{
  switch (code)
    {
    case BRINE_ERROR_FULL:
      return "There is no room on the disk; nothing was saved";
    case BRINE_ERROR_BUSY:
      return "Another program holds the diary";
    case BRINE_ERROR_DAMAGED:
      return "The diary is damaged";
    case BRINE_ERROR_READ_ONLY:
      return "The diary cannot be written";
    case BRINE_ERROR_INVALID:
      return "The diary does not take this record";
    default:
      return "The diary could not be read or written";
    }
}

gboolean
brine_sqlite_fail (sqlite3 *sqlite, int code, GError **error)
{
  BrineError brine_code = error_code (sqlite, code);
  /* Of a broken constraint SQLite names table and column, never the value. */
  const char *detail = brine_code == BRINE_ERROR_INVALID && sqlite != NULL ? sqlite3_errmsg (sqlite)
                                                                           : sqlite3_errstr (code);

  g_set_error (error, BRINE_ERROR, brine_code, "%s (%s).", error_sentence (brine_code), detail);
  return FALSE;
}

gboolean
brine_database_exec (BrineDatabase *db, const char *sql, GError **error)
{
  int code = sqlite3_exec (db->sqlite, sql, NULL, NULL, NULL);

  return code == SQLITE_OK || brine_sqlite_fail (db->sqlite, code, error);
}

gboolean
brine_database_read_int (BrineDatabase *db, const char *sql, int64_t *out_value, GError **error)
{
  g_autoptr (BrineQuery) query = brine_database_query (db, sql, error);
  GError *local_error = NULL;

  if (query == NULL)
    return FALSE;
  if (brine_query_next (query, &local_error))
    {
      *out_value = sqlite3_column_int64 (query, 0);
      return TRUE;
    }
  if (local_error == NULL)
    return brine_sqlite_fail (db->sqlite, SQLITE_CORRUPT, error);
  g_propagate_error (error, local_error);
  return FALSE;
}

BrineQuery *
brine_database_query (BrineDatabase *db, const char *sql, GError **error)
{
  sqlite3_stmt *statement = g_hash_table_lookup (db->statements, sql);

  db->n_queries++;
  if (statement != NULL)
    return statement;

  int code = sqlite3_prepare_v3 (db->sqlite, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL);
  if (code != SQLITE_OK)
    {
      /* A statement of ours that does not fit means that the tables are not ours. */
      brine_sqlite_fail (db->sqlite, code == SQLITE_ERROR ? SQLITE_CORRUPT : code, error);
      return NULL;
    }
  g_hash_table_insert (db->statements, (gpointer)sql, statement);
  return statement;
}

void
brine_query_release (BrineQuery *query)
{
  sqlite3_reset (query);
  sqlite3_clear_bindings (query);
}

void
brine_query_bind (BrineQuery *query, const char *types, ...)
{
  va_list arguments;
  int code = SQLITE_OK;

  va_start (arguments, types);
  for (int i = 1; *types != '\0'; i++, types++)
    switch (*types)
      {
      case 'i':
        code |= sqlite3_bind_int64 (query, i, va_arg (arguments, int64_t));
        break;
      case 'n':
        code |= sqlite3_bind_int (query, i, va_arg (arguments, int));
        break;
      case 'd':
        code |= sqlite3_bind_double (query, i, va_arg (arguments, double));
        break;
      case 't':
        code |= sqlite3_bind_text (query, i, va_arg (arguments, const char *), -1, SQLITE_STATIC);
        break;
      default:
        g_assert_not_reached ();
      }
  va_end (arguments);
  g_assert (code == SQLITE_OK || code == SQLITE_TOOBIG || code == SQLITE_NOMEM);
}

gboolean
brine_query_next (BrineQuery *query, GError **error)
{
  int code = sqlite3_step (query);

  if (code == SQLITE_ROW)
    return TRUE;
  if (code != SQLITE_DONE)
    brine_sqlite_fail (sqlite3_db_handle (query), code, error);
  return FALSE;
}

gboolean
brine_query_run (BrineQuery *query, GError **error)
{
  int code = sqlite3_step (query);
  gboolean done = code == SQLITE_DONE || code == SQLITE_ROW;

  if (!done)
    brine_sqlite_fail (sqlite3_db_handle (query), code, error);
  sqlite3_reset (query);
  return done;
}

const char *
brine_query_get_text (BrineQuery *query, int column)
{
  return (const char *)sqlite3_column_text (query, column);
}

char *
brine_query_dup_text (BrineQuery *query, int column)
{
  return g_strdup (brine_query_get_text (query, column));
}

BrineLocal
brine_query_get_local (BrineQuery *query, int day_column)
{
  return (BrineLocal){ .day = sqlite3_column_int (query, day_column),
                       .second = sqlite3_column_int (query, day_column + 1) };
}

BrineInstant
brine_query_get_instant (BrineQuery *query, int column)
{
  return (BrineInstant){ .unix_ms = sqlite3_column_int64 (query, column) };
}

static gboolean
run (BrineDatabase *db, const char *sql, GError **error)
{
  g_autoptr (BrineQuery) query = brine_database_query (db, sql, error);

  db->n_queries--; /* moves no rows */
  return query != NULL && brine_query_run (query, error);
}

gboolean
brine_database_begin (BrineDatabase *db, GError **error)
{
  if (db->read_only)
    return brine_sqlite_fail (NULL, SQLITE_READONLY, error);
  return run (db, "BEGIN IMMEDIATE", error);
}

gboolean
brine_database_begin_read (BrineDatabase *db, GError **error)
{
  return run (db, "BEGIN", error);
}

gboolean
brine_database_commit (BrineDatabase *db, GError **error)
{
  if (run (db, "COMMIT", error))
    return TRUE;
  brine_database_rollback (db);
  return FALSE;
}

void
brine_database_rollback (BrineDatabase *db)
{
  /* Some failures have rolled back already. */
  if (!sqlite3_get_autocommit (db->sqlite))
    sqlite3_exec (db->sqlite, "ROLLBACK", NULL, NULL, NULL);
}

gboolean
brine_database_look (BrineDatabase *db, GError **error)
{
  int64_t version;

  if (!brine_database_read_int (db, "PRAGMA data_version", &version, error))
    return FALSE;
  if (version == db->data_version)
    return TRUE;
  brine_database_forget_plan (db);
  db->data_version = version;
  db->untold = TRUE;
  return TRUE;
}

void
brine_database_forget_plan (BrineDatabase *db)
{
  g_clear_pointer (&db->plan, brine_plan_unref);
}
