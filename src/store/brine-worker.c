/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-worker-private.h"

struct _BrineWorker
{
  GThread *thread;
  GAsyncQueue *queue; /* Job */
  BrineDatabase *db;  /* the thread's own */
};

/* What somebody waits for. */
typedef struct
{
  GMutex mutex;
  GCond cond;
  gboolean done;
  gpointer result;
  GError *error;
} Wait;

typedef struct
{
  BrineJob job; /* NULL: end the thread */
  gpointer input;
  GDestroyNotify free_input;
  GDestroyNotify free_result;
  GTask *task; /* either this */
  Wait *wait;  /* or this */
} Job;

static void
finish_wait (Wait *wait, gpointer result, GError *error)
{
  g_mutex_lock (&wait->mutex);
  wait->result = result;
  wait->error = error;
  wait->done = TRUE;
  g_cond_signal (&wait->cond);
  g_mutex_unlock (&wait->mutex);
}

/* The task is touched last: its callback may run before this returns. */
static void
finish_task (Job *job, gpointer result, GError *error)
{
  g_autoptr (GTask) task = g_steal_pointer (&job->task);

  if (job->free_input != NULL)
    job->free_input (job->input);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, result, job->free_result);
}

static void
run_job (BrineWorker *worker, Job *job)
{
  GError *error = NULL;
  gpointer result = NULL;

  if (job->task == NULL
      || !g_cancellable_set_error_if_cancelled (g_task_get_cancellable (job->task), &error))
    result = job->job (worker, worker->db, job->input, &error);
  if (job->wait != NULL)
    finish_wait (job->wait, result, error);
  else
    finish_task (job, result, error);
}

static gpointer
run_thread (gpointer data)
{
  BrineWorker *worker = data;

  for (;;)
    {
      g_autofree Job *job = g_async_queue_pop (worker->queue);

      if (job->job == NULL)
        break;
      run_job (worker, job);
    }
  brine_worker_set_database (worker, NULL);
  g_async_queue_unref (worker->queue);
  g_free (worker);
  return NULL;
}

BrineWorker *
brine_worker_new (void)
{
  BrineWorker *worker = g_new0 (BrineWorker, 1);

  worker->queue = g_async_queue_new ();
  worker->thread = g_thread_new ("brine-store", run_thread, worker);
  return worker;
}

void
brine_worker_stop (BrineWorker *worker)
{
  GThread *thread = worker->thread;

  /* The thread frees the worker. */
  g_async_queue_push (worker->queue, g_new0 (Job, 1));
  if (thread == g_thread_self ())
    g_thread_unref (thread);
  else
    g_thread_join (thread);
}

void
brine_worker_set_database (BrineWorker *worker, BrineDatabase *db)
{
  g_clear_pointer (&worker->db, brine_database_free);
  worker->db = db;
}

gpointer
brine_worker_run (BrineWorker *worker, BrineJob job, gpointer input, GError **error)
{
  Wait wait = { 0 };
  Job *queued = g_new0 (Job, 1);

  g_mutex_init (&wait.mutex);
  g_cond_init (&wait.cond);
  queued->job = job;
  queued->input = input;
  queued->wait = &wait;
  g_async_queue_push (worker->queue, queued);

  g_mutex_lock (&wait.mutex);
  while (!wait.done)
    g_cond_wait (&wait.cond, &wait.mutex);
  g_mutex_unlock (&wait.mutex);
  g_mutex_clear (&wait.mutex);
  g_cond_clear (&wait.cond);
  if (wait.error != NULL)
    g_propagate_error (error, wait.error);
  return wait.result;
}

void
brine_worker_queue (BrineWorker *worker, GTask *task, BrineJob job, gpointer input,
                    GDestroyNotify free_input, GDestroyNotify free_result)
{
  Job *queued = g_new0 (Job, 1);

  queued->job = job;
  queued->input = input;
  queued->free_input = free_input;
  queued->free_result = free_result;
  queued->task = task;
  g_async_queue_push (worker->queue, queued);
}
