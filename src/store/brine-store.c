/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-store-private.h"

#include "brine-file-private.h"
#include "brine-rows-private.h"
#include "brine-week.h"

#define FILE_NAME "brine.db"

struct _BrineStore
{
  GObject parent_instance;

  char *dir;
  char *path;
  BrineOpenMode mode;
  gboolean read_only;
  BrineWorker *worker;   /* NULL: closed */
  GMainContext *context; /* of the thread that opened: where "changed" is emitted */
  GFileMonitor *monitor; /* sees the writes of other processes; nullable */
  int n_unread;          /* readers whose answer could not be renewed */

  GMutex mutex;         /* guards what follows, which the worker shares */
  GHashTable *settings; /* char * → char * */
  guint pending_kinds;  /* written, "changed" not yet emitted */
  gboolean looking;     /* a look for foreign writes is queued */
};

G_DEFINE_FINAL_TYPE (BrineStore, brine_store, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_UNREAD,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The change feed -------------------------------------------------------------------------- */

static gboolean
emit_changed_cb (gpointer data)
{
  GWeakRef *weak = data;
  g_autoptr (BrineStore) self = g_weak_ref_get (weak);
  guint kinds;

  if (self == NULL)
    return G_SOURCE_REMOVE;
  g_mutex_lock (&self->mutex);
  kinds = self->pending_kinds;
  self->pending_kinds = 0;
  g_mutex_unlock (&self->mutex);
  if (self->worker != NULL)
    g_signal_emit (self, signals[CHANGED], 0, kinds);
  return G_SOURCE_REMOVE;
}

static void
free_weak_ref (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

void
brine_store_announce (BrineStore *self, guint kinds)
{
  gboolean pending;

  g_mutex_lock (&self->mutex);
  pending = self->pending_kinds != 0;
  self->pending_kinds |= kinds;
  g_mutex_unlock (&self->mutex);
  if (pending || kinds == 0)
    return;

  GWeakRef *weak = g_new0 (GWeakRef, 1);
  g_autoptr (GSource) source = g_idle_source_new ();
  g_weak_ref_init (weak, self);
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, emit_changed_cb, weak, free_weak_ref);
  g_source_set_static_name (source, "[brine] store changed");
  g_source_attach (source, self->context);
}

gboolean
brine_store_reload_settings (BrineStore *self, BrineDatabase *db, GError **error)
{
  GHashTable *settings = brine_rows_load_settings (db, error);
  g_autoptr (GHashTable) old = NULL;

  if (settings == NULL)
    return FALSE;
  g_mutex_lock (&self->mutex);
  old = self->settings;
  self->settings = settings;
  g_mutex_unlock (&self->mutex);
  db->day_start_minutes = brine_store_get_day_start_minutes (self);
  return TRUE;
}

static gpointer
look_job (BrineWorker *worker, BrineDatabase *db, gpointer input, GError **error)
{
  BrineStore *self = input;
  int n_queries = db->n_queries;

  g_mutex_lock (&self->mutex);
  self->looking = FALSE;
  g_mutex_unlock (&self->mutex);
  if (brine_database_look (db, error) && db->untold)
    {
      db->untold = FALSE;
      brine_store_reload_settings (self, db, error);
      brine_store_announce (self, BRINE_ALL_KINDS);
    }
  /* Only what somebody asked for counts: the folder's monitor speaks whenever it likes. */
  db->n_queries = n_queries;
  return NULL;
}

static void
on_file_changed_cb (BrineStore *self)
{
  brine_store_check_for_changes (self);
}

/* The log beside the file is what another process writes to; a folder is watched since the log
 * comes and goes. Without a monitor there is still the look when the window gets the focus. */
static void
watch (BrineStore *self)
{
  g_autoptr (GFile) dir = g_file_new_for_path (self->dir);

  self->monitor = g_file_monitor_directory (dir, G_FILE_MONITOR_NONE, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect_object (self->monitor, "changed", G_CALLBACK (on_file_changed_cb), self,
                             G_CONNECT_SWAPPED);
}

/* What could not be read -------------------------------------------------------------------- */

void
brine_store_count_unread (BrineStore *self, int n)
{
  gboolean before = brine_store_is_unread (self);

  self->n_unread += n;
  if (brine_store_is_unread (self) != before)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNREAD]);
}

gboolean
brine_store_is_unread (BrineStore *self)
{
  g_return_val_if_fail (BRINE_IS_STORE (self), FALSE);
  return self->n_unread > 0;
}

void
brine_store_read_again (BrineStore *self)
{
  g_return_if_fail (BRINE_IS_STORE (self));
  brine_store_announce (self, BRINE_ALL_KINDS);
}

/* Object ------------------------------------------------------------------------------------ */

static void
brine_store_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_UNREAD)
    g_value_set_boolean (value, brine_store_is_unread (BRINE_STORE (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
brine_store_dispose (GObject *object)
{
  brine_store_close (BRINE_STORE (object));
  G_OBJECT_CLASS (brine_store_parent_class)->dispose (object);
}

static void
brine_store_finalize (GObject *object)
{
  BrineStore *self = BRINE_STORE (object);

  g_clear_pointer (&self->settings, g_hash_table_unref);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_mutex_clear (&self->mutex);
  g_free (self->dir);
  g_free (self->path);
  G_OBJECT_CLASS (brine_store_parent_class)->finalize (object);
}

static void
brine_store_class_init (BrineStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = brine_store_get_property;
  object_class->dispose = brine_store_dispose;
  object_class->finalize = brine_store_finalize;

  properties[PROP_UNREAD] =
      g_param_spec_boolean ("unread", NULL, NULL, FALSE,
                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
brine_store_init (BrineStore *self)
{
  g_mutex_init (&self->mutex);
  self->context = g_main_context_ref_thread_default ();
}

/* Running jobs ------------------------------------------------------------------------------ */

static void
set_closed_error (GError **error)
{
  g_set_error_literal (error, BRINE_ERROR, BRINE_ERROR_IO, "The diary is closed.");
}

gpointer
brine_store_run (BrineStore *self, BrineJob job, gpointer input, GError **error)
{
  if (self->worker != NULL)
    return brine_worker_run (self->worker, job, input, error);
  set_closed_error (error);
  return NULL;
}

void
brine_store_queue (BrineStore *self, gpointer tag, BrineJob job, gpointer input,
                   GDestroyNotify free_input, GDestroyNotify free_result, GCancellable *cancellable,
                   GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  GError *error = NULL;

  g_task_set_source_tag (task, tag);
  g_task_set_name (task, "[brine] store");
  /* What is on the disk is on the disk: a result is never thrown away for a late cancel. */
  g_task_set_check_cancellable (task, FALSE);
  if (self->worker != NULL)
    {
      brine_worker_queue (self->worker, task, job, input, free_input, free_result);
      return;
    }
  if (free_input != NULL)
    free_input (input);
  set_closed_error (&error);
  g_task_return_error (task, error);
  g_object_unref (task);
}

gpointer
brine_store_finish (BrineStore *self, GAsyncResult *result, gpointer tag, GError **error)
{
  g_return_val_if_fail (BRINE_IS_STORE (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, tag), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Opening and closing ----------------------------------------------------------------------- */

static gpointer
open_job (BrineWorker *worker, BrineDatabase *unused, gpointer input, GError **error)
{
  BrineStore *self = input;
  BrineDatabase *db = brine_file_open (self->path, self->mode, &brine_migrations, error);

  if (db == NULL)
    return NULL;
  brine_worker_set_database (worker, db);
  self->read_only = db->read_only;
  return brine_store_reload_settings (self, db, error) ? g_object_ref (self) : NULL;
}

static BrineStore *
new_closed (const char *dir, BrineOpenMode mode)
{
  BrineStore *self = g_object_new (BRINE_TYPE_STORE, NULL);

  self->dir = g_canonicalize_filename (dir, NULL);
  self->path = g_build_filename (self->dir, FILE_NAME, NULL);
  self->mode = mode;
  self->worker = brine_worker_new ();
  return self;
}

char *
brine_store_dup_default_dir (void)
{
  const char *dir = g_getenv ("BRINE_DATA_DIR");

  if (dir != NULL && *dir != '\0')
    return g_strdup (dir);
  return g_build_filename (g_get_user_data_dir (), "brine", NULL);
}

BrineStore *
brine_store_open (const char *dir, BrineOpenMode mode, GError **error)
{
  g_return_val_if_fail (dir != NULL, NULL);

  g_autoptr (BrineStore) self = new_closed (dir, mode);
  BrineStore *opened = brine_store_run (self, open_job, self, error);
  if (opened != NULL)
    watch (opened);
  return opened;
}

void
brine_store_open_async (const char *dir, BrineOpenMode mode, GCancellable *cancellable,
                        GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (dir != NULL);

  g_autoptr (BrineStore) self = new_closed (dir, mode);
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, brine_store_open_async);
  g_task_set_name (task, "[brine] store open");
  g_task_set_task_data (task, g_object_ref (self), g_object_unref);
  brine_worker_queue (self->worker, task, open_job, self, NULL, g_object_unref);
}

BrineStore *
brine_store_open_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, brine_store_open_async), NULL);

  BrineStore *self = g_task_propagate_pointer (G_TASK (result), error);
  if (self != NULL)
    watch (self);
  return self;
}

void
brine_store_close (BrineStore *self)
{
  g_return_if_fail (BRINE_IS_STORE (self));

  if (self->monitor != NULL)
    g_file_monitor_cancel (self->monitor);
  g_clear_object (&self->monitor);
  g_clear_pointer (&self->worker, brine_worker_stop);
}

static gpointer
settle_job (BrineWorker *worker, BrineDatabase *db, gpointer input, GError **error)
{
  return GINT_TO_POINTER (TRUE);
}

/* The worker answers one after the other, and so are the answers dispatched. */
void
brine_store_settle_async (BrineStore *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_return_if_fail (BRINE_IS_STORE (self));

  brine_store_queue (self, brine_store_settle_async, settle_job, NULL, NULL, NULL, cancellable,
                     callback, user_data);
}

gboolean
brine_store_settle_finish (BrineStore *self, GAsyncResult *result, GError **error)
{
  return GPOINTER_TO_INT (brine_store_finish (self, result, brine_store_settle_async, error));
}

gboolean
brine_store_is_read_only (BrineStore *self)
{
  g_return_val_if_fail (BRINE_IS_STORE (self), TRUE);
  return self->read_only;
}

const char *
brine_store_get_dir (BrineStore *self)
{
  g_return_val_if_fail (BRINE_IS_STORE (self), NULL);
  return self->dir;
}

const char *
brine_store_get_path (BrineStore *self)
{
  g_return_val_if_fail (BRINE_IS_STORE (self), NULL);
  return self->path;
}

gboolean
brine_store_owns_file (BrineStore *self, const char *path)
{
  g_return_val_if_fail (BRINE_IS_STORE (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  return brine_file_is_part (self->path, path);
}

/* Settings ---------------------------------------------------------------------------------- */

char *
brine_store_dup_setting (BrineStore *self, const char *key)
{
  char *value = NULL;

  g_return_val_if_fail (BRINE_IS_STORE (self), NULL);
  g_return_val_if_fail (key != NULL, NULL);

  g_mutex_lock (&self->mutex);
  if (self->settings != NULL)
    value = g_strdup (g_hash_table_lookup (self->settings, key));
  g_mutex_unlock (&self->mutex);
  return value;
}

GHashTable *
brine_store_dup_settings (BrineStore *self)
{
  GHashTable *copy = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GHashTableIter iter;
  gpointer key, value;

  g_return_val_if_fail (BRINE_IS_STORE (self), copy);

  g_mutex_lock (&self->mutex);
  if (self->settings != NULL)
    {
      g_hash_table_iter_init (&iter, self->settings);
      while (g_hash_table_iter_next (&iter, &key, &value))
        g_hash_table_insert (copy, g_strdup (key), g_strdup (value));
    }
  g_mutex_unlock (&self->mutex);
  return copy;
}

int
brine_store_get_day_start_minutes (BrineStore *self)
{
  g_autofree char *text = brine_store_dup_setting (self, BRINE_SETTING_DAY_START);
  gint64 minutes;

  if (text != NULL && g_ascii_string_to_signed (text, 10, 0, 720, &minutes, NULL))
    return (int)minutes;
  return BRINE_DAY_START_DEFAULT_MINUTES;
}

int
brine_store_get_first_weekday (BrineStore *self)
{
  g_autofree char *setting = brine_store_dup_setting (self, BRINE_SETTING_WEEK_START);

  return brine_week_get_first_weekday (setting);
}

void
brine_store_check_for_changes (BrineStore *self)
{
  gboolean looking;

  g_return_if_fail (BRINE_IS_STORE (self));

  g_mutex_lock (&self->mutex);
  looking = self->looking;
  self->looking = TRUE;
  g_mutex_unlock (&self->mutex);
  if (!looking)
    brine_store_queue (self, brine_store_check_for_changes, look_job, self, NULL, NULL, NULL, NULL,
                       NULL);
}

static gpointer
count_queries_job (BrineWorker *worker, BrineDatabase *db, gpointer input, GError **error)
{
  return GINT_TO_POINTER (db->n_queries);
}

int
brine_store_count_queries (BrineStore *self)
{
  return GPOINTER_TO_INT (brine_store_run (self, count_queries_job, NULL, NULL));
}
