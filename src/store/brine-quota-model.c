/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-agenda-private.h"
#include "brine-loaded-list-private.h"
#include "brine-plan-private.h"
#include "brine-quota-private.h"
#include "brine-quota.h"
#include "brine-rows-private.h"
#include "brine-store-private.h"

struct _BrineQuotaStatus
{
  GObject parent_instance;

  BrinePlan *plan; /* keeps item */
  const BrinePlanItem *item;
  guint position; /* in the plan: the order of the list */
  int times;      /* that are meant for the week */
  int target;
  int done;
  GPtrArray *planned; /* BrinePlanItem, of the plan: once each, by their start */
  BrineLog *log;      /* nullable */
};

G_DEFINE_FINAL_TYPE (BrineQuotaStatus, brine_quota_status, G_TYPE_OBJECT)

static void
brine_quota_status_finalize (GObject *object)
{
  BrineQuotaStatus *self = BRINE_QUOTA_STATUS (object);

  g_ptr_array_unref (self->planned);
  g_clear_pointer (&self->plan, brine_plan_unref);
  g_clear_pointer (&self->log, brine_log_free);
  G_OBJECT_CLASS (brine_quota_status_parent_class)->finalize (object);
}

static void
brine_quota_status_class_init (BrineQuotaStatusClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = brine_quota_status_finalize;
}

static void
brine_quota_status_init (BrineQuotaStatus *self)
{
  self->planned = g_ptr_array_new ();
}

const BrinePlanItem *
brine_quota_status_get_item (BrineQuotaStatus *self)
{
  g_return_val_if_fail (BRINE_IS_QUOTA_STATUS (self), NULL);
  return self->item;
}

int
brine_quota_status_get_done (BrineQuotaStatus *self)
{
  g_return_val_if_fail (BRINE_IS_QUOTA_STATUS (self), 0);
  return self->done;
}

int
brine_quota_status_get_times (BrineQuotaStatus *self)
{
  g_return_val_if_fail (BRINE_IS_QUOTA_STATUS (self), 0);
  return self->times;
}

int
brine_quota_status_get_target (BrineQuotaStatus *self)
{
  g_return_val_if_fail (BRINE_IS_QUOTA_STATUS (self), 0);
  return self->target;
}

int
brine_quota_status_get_planned (BrineQuotaStatus *self)
{
  g_return_val_if_fail (BRINE_IS_QUOTA_STATUS (self), 0);
  return (int)self->planned->len;
}

const BrinePlanItem *
brine_quota_status_find_planned (BrineQuotaStatus *self, BrineDay day)
{
  g_return_val_if_fail (BRINE_IS_QUOTA_STATUS (self), NULL);

  for (guint i = 0; i < self->planned->len; i++)
    {
      const BrinePlanItem *item = g_ptr_array_index (self->planned, i);
      if (item->start.day == day)
        return item;
    }
  return NULL;
}

const BrineLog *
brine_quota_status_get_log (BrineQuotaStatus *self)
{
  g_return_val_if_fail (BRINE_IS_QUOTA_STATUS (self), NULL);
  return self->log;
}

/* Loading, on the worker --------------------------------------------------------------------- */

static gboolean
counts (const BrineLog *log)
{
  return log->state == BRINE_STATE_DONE || log->state == BRINE_STATE_PARTLY;
}

static void
set_log (BrineQuotaStatus *status, const BrineLog *log, BrineDay day)
{
  if (log->at.day != day)
    return;
  g_clear_pointer (&status->log, brine_log_free);
  status->log = brine_log_copy (log);
}

static void
count_own (BrineQuotaStatus *status, const GPtrArray *logs, BrineDay day)
{
  for (guint i = 0; i < logs->len; i++)
    {
      const BrineLog *log = g_ptr_array_index (logs, i);

      if (g_strcmp0 (log->item_id, status->item->id) != 0)
        continue;
      status->done += counts (log);
      set_log (status, log, day);
    }
}

/* A time that was skipped is neither done nor still planned; nor is one whose day is over. */
static void
count_time (BrineQuotaStatus *status, const BrinePlanItem *time, const GPtrArray *logs,
            const BrineQuotaAsk *ask)
{
  gboolean logged = FALSE;

  for (guint i = 0; i < logs->len; i++)
    {
      const BrineLog *log = g_ptr_array_index (logs, i);

      if (g_strcmp0 (log->item_id, time->id) != 0)
        continue;
      logged = TRUE;
      if (!counts (log))
        continue;
      status->done++;
      set_log (status, log, ask->day);
    }
  if (!logged && time->start.day >= MAX (ask->today, ask->week_start)
      && time->start.day <= ask->week_start + 6)
    g_ptr_array_add (status->planned, (gpointer)time);
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  const BrinePlanItem *x = *(const BrinePlanItem *const *)a;
  const BrinePlanItem *y = *(const BrinePlanItem *const *)b;

  return brine_local_compare (x->start, y->start);
}

static BrineQuotaStatus *
count (BrinePlan *plan, guint position, const GPtrArray *logs, int n_paused_days,
       const BrineQuotaAsk *ask)
{
  BrineQuotaStatus *status = g_object_new (BRINE_TYPE_QUOTA_STATUS, NULL);

  status->plan = brine_plan_ref (plan);
  status->item = g_ptr_array_index (plan->items, position);
  status->position = position;
  status->times = brine_quota_get_times (status->item, ask->week_start);
  status->target = brine_quota_get_due (status->times, n_paused_days);
  count_own (status, logs, ask->day);
  for (guint i = 0; i < plan->items->len; i++)
    {
      const BrinePlanItem *item = g_ptr_array_index (plan->items, i);

      if (brine_quota_has_time (status->item, item)
          && brine_plan_has_occurrence (plan, i, item->start))
        count_time (status, item, logs, ask);
    }
  g_ptr_array_sort (status->planned, compare_times);
  return status;
}

GPtrArray *
brine_quota_load (BrineDatabase *db, const BrineQuotaAsk *ask, GError **error)
{
  BrineDay week_end = ask->week_start + 6;

  if (!brine_range_check (ask->week_start, week_end, error) || !brine_database_look (db, error))
    return NULL;
  g_autoptr (BrinePlan) plan = brine_plan_load (db, error);
  if (plan == NULL)
    return NULL;
  g_autoptr (GPtrArray) logs = brine_rows_load_logs (db, ask->week_start, week_end, error);
  if (logs == NULL)
    return NULL;
  g_autoptr (GPtrArray) pauses = brine_rows_load_pauses (db, ask->week_start, week_end, error);
  if (pauses == NULL)
    return NULL;

  int n_paused_days = brine_quota_count_paused_days (pauses, ask->week_start);
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < plan->items->len; i++)
    {
      const BrinePlanItem *item = g_ptr_array_index (plan->items, i);

      if (item->quota_per_week > 0 && item->start.day <= week_end)
        g_ptr_array_add (rows, count (plan, i, logs, n_paused_days, ask));
    }
  return rows;
}

static gpointer
load_job (BrineWorker *worker, BrineDatabase *db, gpointer input, GError **error)
{
  return brine_quota_load (db, input, error);
}

GPtrArray *
brine_quota_status_load (BrineStore *store, BrineDay day, int first_weekday, BrineDay today,
                         GError **error)
{
  g_return_val_if_fail (BRINE_IS_STORE (store), NULL);
  g_return_val_if_fail (first_weekday >= 1 && first_weekday <= 7, NULL);

  BrineQuotaAsk ask = { brine_day_get_week_start (day, first_weekday), day, today };
  return brine_store_run (store, load_job, &ask, error);
}

/* The model --------------------------------------------------------------------------------- */

struct _BrineQuotaModel
{
  BrineLoadedList parent_instance;

  BrineDay day;
  int first_weekday;
};

G_DEFINE_FINAL_TYPE (BrineQuotaModel, brine_quota_model, BRINE_TYPE_LOADED_LIST)

static void
load (gpointer owner, BrineStore *store, GCancellable *cancellable, GAsyncReadyCallback callback,
      gpointer user_data)
{
  BrineQuotaModel *self = owner;
  BrineQuotaAsk *ask = g_new0 (BrineQuotaAsk, 1);

  ask->week_start = brine_day_get_week_start (self->day, self->first_weekday);
  ask->day = self->day;
  ask->today = brine_clock_get_today (brine_loaded_list_get_clock (owner),
                                      brine_store_get_day_start_minutes (store));
  brine_store_queue (store, load, load_job, ask, g_free, (GDestroyNotify)g_ptr_array_unref,
                     cancellable, callback, user_data);
}

static GPtrArray *
finish (BrineStore *store, GAsyncResult *result, GError **error)
{
  return brine_store_finish (store, result, load, error);
}

/* In the order of the plan; the same item is the same row. */
static int
compare (gpointer a, gpointer b)
{
  BrineQuotaStatus *x = a;
  BrineQuotaStatus *y = b;
  int order = brine_local_compare (x->item->start, y->item->start);

  if (order == 0)
    order = strcmp (x->item->title, y->item->title);
  return order != 0 ? order : strcmp (x->item->id, y->item->id);
}

static gboolean
equal_times (const GPtrArray *a, const GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (!brine_plan_item_equal (a->pdata[i], b->pdata[i]))
      return FALSE;
  return TRUE;
}

static gboolean
equal (gpointer a, gpointer b)
{
  BrineQuotaStatus *x = a;
  BrineQuotaStatus *y = b;

  if (x->times != y->times || x->target != y->target || x->done != y->done
      || (x->log == NULL) != (y->log == NULL) || !brine_plan_item_equal (x->item, y->item)
      || !equal_times (x->planned, y->planned))
    return FALSE;
  return x->log == NULL || brine_log_equal (x->log, y->log);
}

static void
brine_quota_model_class_init (BrineQuotaModelClass *klass)
{
  BrineLoadedListClass *list_class = BRINE_LOADED_LIST_CLASS (klass);

  list_class->item_type = BRINE_TYPE_QUOTA_STATUS;
  list_class->source.kinds = 1u << BRINE_KIND_ITEM | 1u << BRINE_KIND_LOG | 1u << BRINE_KIND_PAUSE
                             | 1u << BRINE_KIND_SETTING;
  list_class->source.load = load;
  list_class->source.finish = finish;
  list_class->compare = compare;
  list_class->equal = equal;
}

static void
brine_quota_model_init (BrineQuotaModel *self)
{
  self->day = BRINE_DAY_INVALID;
}

BrineQuotaModel *
brine_quota_model_new (BrineStore *store, BrineClock *clock)
{
  return brine_loaded_list_new (BRINE_TYPE_QUOTA_MODEL, store, clock);
}

void
brine_quota_model_set_day (BrineQuotaModel *self, BrineDay day, int first_weekday)
{
  g_return_if_fail (BRINE_IS_QUOTA_MODEL (self));
  g_return_if_fail (first_weekday >= 1 && first_weekday <= 7);

  if (self->day == day && self->first_weekday == first_weekday)
    return;
  self->day = day;
  self->first_weekday = first_weekday;
  brine_loaded_list_restart (BRINE_LOADED_LIST (self));
}
