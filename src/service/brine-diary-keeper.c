/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-diary-keeper.h"

#include <glib/gstdio.h>

#define FILE_NAME "brine.db"

struct _BrineDiaryKeeper
{
  GObject parent_instance;

  char *dir;
  char *path;
  GFileMonitor *monitor; /* nullable */
  BrineStore *store;     /* NULL: not open */
  const char *problem;
  GCancellable *opening; /* NULL: nothing is being opened */
  guint64 inode;         /* of the file that is open, or was tried; 0: none */
  guint retry_source;    /* owned */
  guint n_retries;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BrineDiaryKeeper, brine_diary_keeper, G_TYPE_OBJECT)

static guint64
read_inode (BrineDiaryKeeper *self)
{
  GStatBuf status;

  return g_stat (self->path, &status) == 0 ? (guint64)status.st_ino : 0;
}

static void
set (BrineDiaryKeeper *self, BrineStore *store, const char *problem)
{
  g_set_object (&self->store, store);
  self->problem = problem;
  g_signal_emit (self, signals[CHANGED], 0);
}

static const char *
get_problem_of (const GError *error)
{
  return g_error_matches (error, BRINE_ERROR, BRINE_ERROR_NOT_FOUND) ? "no-diary" : "diary";
}

static gboolean
on_retry_cb (gpointer user_data)
{
  BrineDiaryKeeper *self = user_data;

  self->retry_source = 0;
  brine_diary_keeper_look (self);
  return G_SOURCE_REMOVE;
}

/* A file that another program holds, or a disk that comes later; the last delay stays. One that is
 * not there tells when it comes. */
static void
retry_later (BrineDiaryKeeper *self)
{
  static const guint delays_seconds[] = { 1, 5, 30, 300 };

  g_clear_handle_id (&self->retry_source, g_source_remove);
  self->retry_source = g_timeout_add_seconds (delays_seconds[self->n_retries], on_retry_cb, self);
  self->n_retries = MIN (self->n_retries + 1, G_N_ELEMENTS (delays_seconds) - 1);
}

static void
on_opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BrineDiaryKeeper) self = BRINE_DIARY_KEEPER (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (BrineStore) store = brine_store_open_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->opening);
  if (store == NULL)
    {
      g_info ("The diary did not open: %s", error->message);
      if (!g_error_matches (error, BRINE_ERROR, BRINE_ERROR_NOT_FOUND))
        retry_later (self);
      set (self, NULL, get_problem_of (error));
    }
  else
    {
      self->n_retries = 0;
      set (self, store, brine_store_is_read_only (store) ? "read-only" : "");
    }
}

void
brine_diary_keeper_look (BrineDiaryKeeper *self)
{
  guint64 inode;

  g_return_if_fail (BRINE_IS_DIARY_KEEPER (self));

  inode = read_inode (self);
  if (self->opening != NULL || (self->store != NULL && inode == self->inode))
    return;
  self->inode = inode;
  g_clear_handle_id (&self->retry_source, g_source_remove);
  if (self->store != NULL)
    set (self, NULL, "starting");
  self->opening = g_cancellable_new ();
  brine_store_open_async (self->dir, BRINE_OPEN_EXISTING, self->opening, on_opened_cb,
                          g_object_ref (self));
}

/* Only a file that comes into place: what is written into it is noticed by the store. */
static void
on_folder_changed_cb (GFileMonitor *monitor, GFile *file, GFile *other, GFileMonitorEvent event,
                      gpointer user_data)
{
  BrineDiaryKeeper *self = BRINE_DIARY_KEEPER (user_data);
  g_autofree char *name = NULL;

  if (event == G_FILE_MONITOR_EVENT_RENAMED && other != NULL)
    file = other;
  name = g_file_get_basename (file);
  if (g_strcmp0 (name, FILE_NAME) == 0
      && (event == G_FILE_MONITOR_EVENT_CREATED || event == G_FILE_MONITOR_EVENT_MOVED_IN
          || event == G_FILE_MONITOR_EVENT_RENAMED))
    brine_diary_keeper_look (self);
}

BrineStore *
brine_diary_keeper_get_store (BrineDiaryKeeper *self)
{
  g_return_val_if_fail (BRINE_IS_DIARY_KEEPER (self), NULL);

  return self->store;
}

const char *
brine_diary_keeper_get_problem (BrineDiaryKeeper *self)
{
  g_return_val_if_fail (BRINE_IS_DIARY_KEEPER (self), "");

  return self->problem;
}

/* Class ------------------------------------------------------------------------------------ */

static void
brine_diary_keeper_dispose (GObject *object)
{
  BrineDiaryKeeper *self = BRINE_DIARY_KEEPER (object);

  if (self->monitor != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->monitor, self);
      g_file_monitor_cancel (self->monitor);
    }
  g_clear_object (&self->monitor);
  g_clear_handle_id (&self->retry_source, g_source_remove);
  g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  /* What is under way holds the store, too, so letting go of it would not wait for that. */
  if (self->store != NULL)
    brine_store_close (self->store);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (brine_diary_keeper_parent_class)->dispose (object);
}

static void
brine_diary_keeper_finalize (GObject *object)
{
  BrineDiaryKeeper *self = BRINE_DIARY_KEEPER (object);

  g_free (self->dir);
  g_free (self->path);
  G_OBJECT_CLASS (brine_diary_keeper_parent_class)->finalize (object);
}

static void
brine_diary_keeper_class_init (BrineDiaryKeeperClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = brine_diary_keeper_dispose;
  object_class->finalize = brine_diary_keeper_finalize;
  signals[CHANGED] = g_signal_new ("changed", BRINE_TYPE_DIARY_KEEPER, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
brine_diary_keeper_init (BrineDiaryKeeper *self)
{
  self->problem = "starting";
}

BrineDiaryKeeper *
brine_diary_keeper_new (const char *dir)
{
  BrineDiaryKeeper *self;
  g_autoptr (GFile) folder = NULL;

  g_return_val_if_fail (dir != NULL, NULL);

  self = g_object_new (BRINE_TYPE_DIARY_KEEPER, NULL);
  self->dir = g_strdup (dir);
  self->path = g_build_filename (dir, FILE_NAME, NULL);
  folder = g_file_new_for_path (dir);
  /* Without a monitor the window's call of Reschedule does. */
  self->monitor = g_file_monitor_directory (folder, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect (self->monitor, "changed", G_CALLBACK (on_folder_changed_cb), self);
  brine_diary_keeper_look (self);
  return self;
}
