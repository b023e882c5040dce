/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-backup-private.h"
#include "brine-store-private.h"

/* Calls that write, and those for the whole file: the job on the worker, then the blocking and
 * the asynchronous form. */

/* Writing ----------------------------------------------------------------------------------- */

typedef struct
{
  BrineStore *store; /* borrowed: the task or the caller holds it */
  BrineChange *change;
} Apply;

static void
apply_free (gpointer data)
{
  Apply *apply = data;

  brine_change_free (apply->change);
  g_free (apply);
}

static void
free_change (gpointer data)
{
  brine_change_free (data);
}

static gpointer
apply_job (BrineWorker *worker, BrineDatabase *db, gpointer input, GError **error)
{
  Apply *apply = input;
  guint kinds = 0;
  BrineChange *inverse = brine_change_write (apply->change, db, &kinds, error);

  if (inverse == NULL)
    return NULL;
  /* It is on the disk: what fails now is not the change. */
  if ((kinds & 1u << BRINE_KIND_SETTING) != 0)
    brine_store_reload_settings (apply->store, db, NULL);
  brine_store_announce (apply->store, kinds);
  return inverse;
}

static Apply *
apply_new (BrineStore *self, BrineChange *change)
{
  Apply *apply = g_new0 (Apply, 1);

  apply->store = self;
  apply->change = change;
  return apply;
}

void
brine_store_apply_async (BrineStore *self, BrineChange *change, GCancellable *cancellable,
                         GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (BRINE_IS_STORE (self));
  g_return_if_fail (change != NULL);
  brine_store_queue (self, brine_store_apply_async, apply_job, apply_new (self, change), apply_free,
                     free_change, cancellable, callback, user_data);
}

BrineChange *
brine_store_apply_finish (BrineStore *self, GAsyncResult *result, GError **error)
{
  return brine_store_finish (self, result, brine_store_apply_async, error);
}

BrineChange *
brine_store_apply (BrineStore *self, BrineChange *change, GError **error)
{
  g_return_val_if_fail (BRINE_IS_STORE (self), NULL);
  g_return_val_if_fail (change != NULL, NULL);

  Apply *apply = apply_new (self, change);
  BrineChange *inverse = brine_store_run (self, apply_job, apply, error);
  apply_free (apply);
  return inverse;
}

/* The whole file ---------------------------------------------------------------------------- */

static gpointer
backup_job (BrineWorker *worker, BrineDatabase *db, gpointer input, GError **error)
{
  return GINT_TO_POINTER (brine_backup_write (db, input, error));
}

gboolean
brine_store_backup (BrineStore *self, const char *path, GError **error)
{
  g_return_val_if_fail (BRINE_IS_STORE (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);
  return GPOINTER_TO_INT (brine_store_run (self, backup_job, (gpointer)path, error));
}

void
brine_store_backup_async (BrineStore *self, const char *path, GCancellable *cancellable,
                          GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (BRINE_IS_STORE (self));
  g_return_if_fail (path != NULL);
  brine_store_queue (self, brine_store_backup_async, backup_job, g_strdup (path), g_free, NULL,
                     cancellable, callback, user_data);
}

gboolean
brine_store_backup_finish (BrineStore *self, GAsyncResult *result, GError **error)
{
  return GPOINTER_TO_INT (brine_store_finish (self, result, brine_store_backup_async, error));
}

typedef struct
{
  BrineStore *store; /* borrowed: the task or the caller holds it */
  char *path;
} Restore;

static void
restore_free (gpointer data)
{
  Restore *restore = data;

  g_free (restore->path);
  g_free (restore);
}

static Restore *
restore_new (BrineStore *self, const char *path)
{
  Restore *restore = g_new0 (Restore, 1);

  restore->store = self;
  restore->path = g_strdup (path);
  return restore;
}

static gpointer
restore_job (BrineWorker *worker, BrineDatabase *db, gpointer input, GError **error)
{
  Restore *restore = input;

  if (!brine_backup_restore (db, restore->path, error)
      || !brine_store_reload_settings (restore->store, db, error))
    return NULL;
  brine_store_announce (restore->store, BRINE_ALL_KINDS);
  return GINT_TO_POINTER (TRUE);
}

gboolean
brine_store_restore (BrineStore *self, const char *path, GError **error)
{
  g_return_val_if_fail (BRINE_IS_STORE (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  Restore *restore = restore_new (self, path);
  gboolean restored = GPOINTER_TO_INT (brine_store_run (self, restore_job, restore, error));
  restore_free (restore);
  return restored;
}

void
brine_store_restore_async (BrineStore *self, const char *path, GCancellable *cancellable,
                           GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (BRINE_IS_STORE (self));
  g_return_if_fail (path != NULL);
  brine_store_queue (self, brine_store_restore_async, restore_job, restore_new (self, path),
                     restore_free, NULL, cancellable, callback, user_data);
}

gboolean
brine_store_restore_finish (BrineStore *self, GAsyncResult *result, GError **error)
{
  return GPOINTER_TO_INT (brine_store_finish (self, result, brine_store_restore_async, error));
}

static gpointer
check_job (BrineWorker *worker, BrineDatabase *db, gpointer input, GError **error)
{
  return GINT_TO_POINTER (brine_backup_check (db, error));
}

gboolean
brine_store_check (BrineStore *self, GError **error)
{
  g_return_val_if_fail (BRINE_IS_STORE (self), FALSE);
  return GPOINTER_TO_INT (brine_store_run (self, check_job, NULL, error));
}

void
brine_store_check_async (BrineStore *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_return_if_fail (BRINE_IS_STORE (self));
  brine_store_queue (self, brine_store_check_async, check_job, NULL, NULL, NULL, cancellable,
                     callback, user_data);
}

gboolean
brine_store_check_finish (BrineStore *self, GAsyncResult *result, GError **error)
{
  return GPOINTER_TO_INT (brine_store_finish (self, result, brine_store_check_async, error));
}
