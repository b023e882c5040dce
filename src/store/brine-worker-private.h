/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-database-private.h"

G_BEGIN_DECLS

/*
 * The one thread that owns the connection. Jobs run in the order they were given, whether
 * somebody waits for them or a GTask does.
 */
typedef struct _BrineWorker BrineWorker;

/* Runs on the worker. @db is NULL until a job has opened it (see brine_worker_set_database).
 * Failure is told by @error alone: NULL may be a result. */
typedef gpointer (*BrineJob) (BrineWorker *worker, BrineDatabase *db, gpointer input,
                              GError **error);

BrineWorker *brine_worker_new (void);
/* Runs what is queued, closes the database, ends the thread, frees. From the worker's own thread
 * (the last reference to the store was dropped there) it ends without being waited for. */
void brine_worker_stop (BrineWorker *worker);

/* On the worker only. Takes @db over and closes the one before. */
void brine_worker_set_database (BrineWorker *worker, BrineDatabase *db);

/* Waits for the result. */
gpointer brine_worker_run (BrineWorker *worker, BrineJob job, gpointer input, GError **error);
/* @task is taken over and returned on its context, at once when it is cancelled before its turn.
 * @input is freed with @free_input, a result that nobody takes with @free_result. */
void brine_worker_queue (BrineWorker *worker, GTask *task, BrineJob job, gpointer input,
                         GDestroyNotify free_input, GDestroyNotify free_result);

G_END_DECLS
