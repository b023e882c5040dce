/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-error.h"
#include "brine-store.h"

#include <sqlite3.h>

G_BEGIN_DECLS

/*
 * The connection and its prepared statements. Only the worker thread touches it, so nothing in
 * here locks.
 */
typedef struct _BrinePlan BrinePlan;

typedef struct
{
  sqlite3 *sqlite;
  char *path;
  gboolean read_only;
  GHashTable *statements; /* SQL literal, by address → sqlite3_stmt */
  int64_t data_version;   /* of the last look: another value means that another process wrote */
  gboolean untold;        /* another process wrote, and nobody who shows the diary was told yet */
  BrinePlan *plan;        /* every live item, kept until an item changes; nullable */
  int day_start_minutes;
  int n_queries; /* statements that somebody asked for since it was opened, for tests */
} BrineDatabase;

/* Takes @sqlite over. */
BrineDatabase *brine_database_new (sqlite3 *sqlite, const char *path, gboolean read_only);
/* Checkpoints unless it is read-only, and closes. */
void brine_database_free (BrineDatabase *db);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BrineDatabase, brine_database_free)

/* Sets @error from @code, what SQLite answered; returns FALSE. Never mentions the user's text. */
gboolean brine_sqlite_fail (sqlite3 *sqlite, int code, GError **error);

/* Runs statements that yield nothing. */
gboolean brine_database_exec (BrineDatabase *db, const char *sql, GError **error);
gboolean brine_database_read_int (BrineDatabase *db, const char *sql, int64_t *out_value,
                                  GError **error);

/* A statement on loan: given back (reset) when it goes out of scope. */
typedef struct sqlite3_stmt BrineQuery;

/* @sql must be a literal: prepared once and kept. */
BrineQuery *brine_database_query (BrineDatabase *db, const char *sql, GError **error);
void brine_query_release (BrineQuery *query);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BrineQuery, brine_query_release)

/* Binds ?1, ?2, … : 'i' int64_t, 'n' int, 'd' double, 't' const char * (NULL binds NULL). Text is
 * not copied and must live until the query is released. */
void brine_query_bind (BrineQuery *query, const char *types, ...);
/* TRUE: there is a row. FALSE: the end, or @error is set. */
gboolean brine_query_next (BrineQuery *query, GError **error);
/* For statements without rows. */
gboolean brine_query_run (BrineQuery *query, GError **error);
/* (transfer full) (nullable) */
char *brine_query_dup_text (BrineQuery *query, int column);
/* (transfer none) (nullable): until the next step */
const char *brine_query_get_text (BrineQuery *query, int column);
BrineLocal brine_query_get_local (BrineQuery *query, int day_column);
BrineInstant brine_query_get_instant (BrineQuery *query, int column);

gboolean brine_database_begin (BrineDatabase *db, GError **error);      /* to write */
gboolean brine_database_begin_read (BrineDatabase *db, GError **error); /* one snapshot */
gboolean brine_database_commit (BrineDatabase *db, GError **error); /* rolls back when it fails */
void brine_database_rollback (BrineDatabase *db);

/* Has another process written since the last look, it forgets the plan and sets `untold`. */
gboolean brine_database_look (BrineDatabase *db, GError **error);
void brine_database_forget_plan (BrineDatabase *db);

G_END_DECLS
