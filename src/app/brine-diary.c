/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-diary.h"

#include "brine-catalogue-loader.h"
#include "brine-sample.h"
#include "brine-translate.h"

#include <glib/gstdio.h>

#define SAMPLE_WEEKS 26
#define SAMPLE_SEED 7

struct _BrineDiary
{
  GObject parent_instance;

  BrineHistory *history;
  BrineCatalogue *catalogue; /* NULL when what comes with the program is damaged */
  gboolean empty;
};

G_DEFINE_FINAL_TYPE (BrineDiary, brine_diary, G_TYPE_OBJECT)

static void
brine_diary_dispose (GObject *object)
{
  BrineDiary *self = BRINE_DIARY (object);

  g_clear_object (&self->history);
  g_clear_object (&self->catalogue);
  G_OBJECT_CLASS (brine_diary_parent_class)->dispose (object);
}

static void
brine_diary_class_init (BrineDiaryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = brine_diary_dispose;
}

static void
brine_diary_init (BrineDiary *self)
{
}

/* Opening ---------------------------------------------------------------------------------- */

/* All on one thread, which needs the main loop for nothing: when a window is to open, that has
 * not begun yet. */
typedef struct
{
  char *dir;
  gboolean sample;
  BrineLocal now;
  GTimeZone *zone;
  BrineStore *store;
  BrineCatalogue *catalogue;
  gboolean empty;
} Opening;

static void
opening_free (gpointer data)
{
  Opening *opening = data;

  g_free (opening->dir);
  g_clear_pointer (&opening->zone, g_time_zone_unref);
  g_clear_object (&opening->store);
  g_clear_object (&opening->catalogue);
  g_free (opening);
}

static gboolean
is_empty (BrineStore *store)
{
  g_autoptr (GPtrArray) items = NULL;
  BrineDay first, last;

  if (brine_store_load_span (store, &first, &last, NULL))
    return FALSE;
  items = brine_store_load_items (store, NULL);
  return items != NULL && items->len == 0;
}

static gboolean
fill_with_sample (Opening *opening, GError **error)
{
  BrineChange *change;
  g_autoptr (BrineChange) inverse = NULL;

  if (opening->catalogue == NULL || brine_store_is_read_only (opening->store))
    return TRUE;
  change = brine_sample_make (opening->catalogue, opening->now, opening->zone,
                              brine_store_get_day_start_minutes (opening->store), SAMPLE_WEEKS,
                              SAMPLE_SEED, brine_translate);
  brine_change_put_setting (change, BRINE_SETTING_SAMPLE, "1");
  inverse = brine_store_apply (opening->store, change, error);
  return inverse != NULL;
}

static void
load_catalogue (Opening *opening)
{
  g_autoptr (GError) error = NULL;

  opening->catalogue = brine_catalogue_load (&error);
  if (opening->catalogue == NULL)
    g_warning ("The catalogue was not read: %s", error->message);
}

/* The thread has no main context of its own, so what the store tells comes on the main thread. */
static void
open_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Opening *opening = task_data;
  GError *error = NULL;

  opening->store = brine_store_open (opening->dir, BRINE_OPEN_CREATE, &error);
  if (opening->store == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  load_catalogue (opening);
  opening->empty = is_empty (opening->store);
  if (opening->sample && opening->empty && !fill_with_sample (opening, &error))
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

void
brine_diary_open_async (const char *dir, gboolean sample, BrineClock *clock,
                        GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Opening *opening;

  g_return_if_fail (dir != NULL);
  g_return_if_fail (BRINE_IS_CLOCK (clock));

  opening = g_new0 (Opening, 1);
  opening->dir = g_strdup (dir);
  opening->sample = sample;
  opening->now = brine_clock_get_local (clock);
  opening->zone = g_time_zone_ref (brine_clock_get_zone (clock));
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, brine_diary_open_async);
  g_task_set_task_data (task, opening, opening_free);
  g_task_run_in_thread (task, open_thread);
}

BrineDiary *
brine_diary_open_finish (GAsyncResult *result, GError **error)
{
  BrineDiary *self;
  Opening *opening;

  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  opening = g_task_get_task_data (G_TASK (result));
  self = g_object_new (BRINE_TYPE_DIARY, NULL);
  self->history = brine_history_new (opening->store);
  self->catalogue = g_steal_pointer (&opening->catalogue);
  self->empty = opening->empty && !opening->sample;
  return self;
}

BrineHistory *
brine_diary_get_history (BrineDiary *self)
{
  g_return_val_if_fail (BRINE_IS_DIARY (self), NULL);

  return self->history;
}

BrineCatalogue *
brine_diary_get_catalogue (BrineDiary *self)
{
  g_return_val_if_fail (BRINE_IS_DIARY (self), NULL);

  return self->catalogue;
}

gboolean
brine_diary_is_empty (BrineDiary *self)
{
  g_return_val_if_fail (BRINE_IS_DIARY (self), FALSE);

  return self->empty;
}

void
brine_diary_close (BrineDiary *self)
{
  g_return_if_fail (BRINE_IS_DIARY (self));

  brine_store_close (brine_history_get_store (self->history));
}

/* Throwing away, putting aside ------------------------------------------------------------- */

static const char *const suffixes[] = { "", "-wal", "-shm" };

static void
remove_files (const char *path)
{
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *file = g_strconcat (path, suffixes[i], NULL);

      g_unlink (file);
    }
}

static gboolean
rename_files (const char *from, const char *to, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *old = g_strconcat (from, suffixes[i], NULL);
      g_autofree char *new = g_strconcat (to, suffixes[i], NULL);

      if (g_rename (old, new) != 0 && i == 0)
        {
          g_set_error (error, BRINE_ERROR, BRINE_ERROR_IO, "“%s” cannot be renamed.", old);
          return FALSE;
        }
    }
  return TRUE;
}

/* Beside the diary itself, until the program ends. */
static char *
dup_discarded_path (const char *path)
{
  return g_strconcat (path, "-discarded", NULL);
}

static void
discard_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  BrineStore *store = task_data;
  g_autofree char *path = g_strdup (brine_store_get_path (store));
  g_autofree char *discarded = dup_discarded_path (path);
  GError *error = NULL;
  g_autofree char *sample = brine_store_dup_setting (store, BRINE_SETTING_SAMPLE);

  if (g_strcmp0 (sample, "1") != 0)
    {
      g_task_return_new_error (task, BRINE_ERROR, BRINE_ERROR_INVALID,
                               "Only a diary of sample data is thrown away.");
      return;
    }
  brine_store_close (store);
  remove_files (discarded);
  if (rename_files (path, discarded, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
brine_diary_discard_async (BrineDiary *self, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (BRINE_IS_DIARY (self));

  task = g_task_new (NULL, NULL, callback, user_data);
  g_task_set_source_tag (task, brine_diary_discard_async);
  g_task_set_task_data (task, g_object_ref (brine_history_get_store (self->history)),
                        g_object_unref);
  g_object_unref (self);
  g_task_run_in_thread (task, discard_thread);
}

gboolean
brine_diary_discard_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

gboolean
brine_diary_bring_back (const char *dir, GError **error)
{
  g_autofree char *path = NULL;
  g_autofree char *discarded = NULL;

  g_return_val_if_fail (dir != NULL, FALSE);

  path = g_build_filename (dir, "brine.db", NULL);
  discarded = dup_discarded_path (path);
  return rename_files (discarded, path, error);
}

void
brine_diary_forget_discarded (const char *dir)
{
  g_autofree char *path = NULL;
  g_autofree char *discarded = NULL;

  g_return_if_fail (dir != NULL);

  path = g_build_filename (dir, "brine.db", NULL);
  discarded = dup_discarded_path (path);
  remove_files (discarded);
}

typedef struct
{
  char *dir;
  char *backup;
  BrineInstant now;
} Recovery;

static void
recovery_free (gpointer data)
{
  Recovery *recovery = data;

  g_free (recovery->dir);
  g_free (recovery->backup);
  g_free (recovery);
}

static gboolean
restore_into (const char *dir, const char *backup, GError **error)
{
  g_autoptr (BrineStore) store = brine_store_open (dir, BRINE_OPEN_CREATE, error);
  gboolean restored = store != NULL && brine_store_restore (store, backup, error);

  if (store != NULL)
    brine_store_close (store);
  return restored;
}

static void
recover_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Recovery *recovery = task_data;
  g_autofree char *path = g_build_filename (recovery->dir, "brine.db", NULL);
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_utc (recovery->now.unix_ms / 1000);
  g_autofree char *stamp = g_date_time_format (now, "brine-aside-%Y%m%d-%H%M%S.db");
  g_autofree char *aside = g_build_filename (recovery->dir, stamp, NULL);
  GError *error = NULL;

  if (!rename_files (path, aside, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  if (!restore_into (recovery->dir, recovery->backup, &error))
    {
      remove_files (path);
      rename_files (aside, path, NULL);
      g_task_return_error (task, error);
      return;
    }
  g_task_return_boolean (task, TRUE);
}

void
brine_diary_recover_async (const char *dir, const char *backup, BrineInstant now,
                           GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Recovery *recovery;

  g_return_if_fail (dir != NULL && backup != NULL);

  recovery = g_new0 (Recovery, 1);
  recovery->dir = g_strdup (dir);
  recovery->backup = g_strdup (backup);
  recovery->now = now;
  task = g_task_new (NULL, NULL, callback, user_data);
  g_task_set_source_tag (task, brine_diary_recover_async);
  g_task_set_task_data (task, recovery, recovery_free);
  g_task_run_in_thread (task, recover_thread);
}

gboolean
brine_diary_recover_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
