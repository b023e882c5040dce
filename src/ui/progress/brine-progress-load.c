/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-progress-load.h"

#include <math.h>

/* After so many days a strength has forgotten how it began (m^180 is below 0.0001). */
#define STRENGTH_DAYS 180

typedef struct
{
  BrineStore *store;
  BrineProgressWanted wanted;
  BrineDay first; /* of the diary */
  BrineBucket range;
  GArray *facts; /* BrineDayFacts; from before the range to after it */
} Load;

static void
load_free (Load *load)
{
  g_clear_object (&load->store);
  g_clear_pointer (&load->facts, g_array_unref);
  g_free (load);
}

static double
get_live_goal (BrineStore *store)
{
  g_autofree char *setting = brine_store_dup_setting (store, BRINE_SETTING_LIVE_GOAL);
  double goal = setting != NULL ? g_ascii_strtod (setting, NULL) : NAN;

  return goal > 0 && goal < 100 ? goal : NAN;
}

/* Weeks, of plants and of quotas, are looked at a year back at most. */
static BrineQuotaSpan
get_span (const Load *load)
{
  BrineDay from = MAX (load->range.from, load->range.to - 7 * BRINE_PROGRESS_WEEKS + 1);

  return (BrineQuotaSpan){ from, load->range.to, load->wanted.today, load->wanted.first_weekday };
}

/* What is counted by weeks. FALSE with an error; each array (transfer full). */
static gboolean
load_weeks (Load *load, const GPtrArray *items, GArray **out_plants, GArray **out_quotas,
            GError **error)
{
  BrineQuotaSpan span = get_span (load);
  BrineDay first = brine_quota_get_first_day (&span);
  const BrineDayFacts *facts = (const BrineDayFacts *)(void *)load->facts->data;
  g_autoptr (GPtrArray) logs = brine_store_load_logs (load->store, first, span.to, error);
  g_autoptr (GPtrArray) pauses =
      logs != NULL ? brine_store_load_pauses (load->store, first, span.to, error) : NULL;

  if (pauses == NULL)
    return FALSE;
  *out_plants = brine_progress_make_plant_weeks (logs, load->range, facts, load->facts->len);
  *out_quotas = brine_quota_sum_weeks (items, logs, pauses, &span);
  return TRUE;
}

/* In a thread: the plan's goals and what is counted by weeks, then all the numbers. */
static void
work_out (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Load *load = task_data;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GArray) plants = NULL;
  g_autoptr (GArray) quotas = NULL;
  g_autofree double *goals = NULL;
  const BrineDayFacts *facts = (const BrineDayFacts *)(void *)load->facts->data;
  GError *error = NULL;
  BrineProgressQuery query = {
    .range = load->range,
    .today = load->wanted.today,
    .first_weekday = load->wanted.first_weekday,
  };

  if (g_task_return_error_if_cancelled (task))
    return;
  items = brine_store_load_items (load->store, &error);
  if (items != NULL)
    load_weeks (load, items, &plants, &quotas, &error);
  if (error != NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  goals = brine_progress_make_goals (items, load->range, get_live_goal (load->store));
  query.by = brine_range_choose_by (load->range.to - load->range.from + 1);
  query.sleep_target = brine_progress_find_sleep_target (items, load->range.to);
  query.live_goals = goals;
  query.plant_weeks = (const double *)(void *)plants->data;
  query.n_plant_weeks = plants->len;
  query.quotas = quotas;
  g_task_return_pointer (task, brine_progress_data_new (facts, load->facts->len, &query),
                         (GDestroyNotify)brine_progress_data_unref);
}

static void
on_facts_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  Load *load = g_task_get_task_data (task);
  GError *error = NULL;

  load->facts = brine_store_load_facts_finish (BRINE_STORE (source), result, &error);
  if (load->facts == NULL)
    g_task_return_error (task, error);
  else
    g_task_run_in_thread (task, work_out);
}

static void
load_facts (GTask *task)
{
  Load *load = g_task_get_task_data (task);
  BrineDay length = load->range.to - load->range.from + 1;
  /* All has no range before it. */
  BrineDay lead = load->wanted.kind == BRINE_RANGE_ALL ? 0 : MAX (length, STRENGTH_DAYS);
  BrineDay to = MIN (load->range.to + 3, load->wanted.today);
  /* Days before the diary was begun are no days without a mood. */
  BrineDay from = MIN (MAX (load->range.from - lead, load->first), to);

  brine_store_load_facts_async (load->store, from, to, load->wanted.now,
                                g_task_get_cancellable (task), on_facts_loaded_cb,
                                g_object_ref (task));
}

static void
on_span_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  Load *load = g_task_get_task_data (task);
  GError *error = NULL;
  BrineDay first, last;

  if (!brine_store_load_span_finish (BRINE_STORE (source), result, &first, &last, &error))
    {
      if (error != NULL)
        g_task_return_error (task, error);
      else
        g_task_return_pointer (task, NULL, NULL);
      return;
    }
  load->first = first;
  load->range = brine_range_get (load->wanted.kind, load->wanted.end, load->wanted.today, first);
  load_facts (task);
}

void
brine_progress_load_async (BrineStore *store, const BrineProgressWanted *wanted,
                           GCancellable *cancellable, GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Load *load;

  g_return_if_fail (BRINE_IS_STORE (store));
  g_return_if_fail (wanted != NULL);

  task = g_task_new (store, cancellable, callback, user_data);
  g_task_set_source_tag (task, brine_progress_load_async);
  load = g_new0 (Load, 1);
  load->store = g_object_ref (store);
  load->wanted = *wanted;
  load->first = BRINE_DAY_INVALID;
  g_task_set_task_data (task, load, (GDestroyNotify)load_free);
  brine_store_load_span_async (store, cancellable, on_span_loaded_cb, g_object_ref (task));
}

BrineProgressData *
brine_progress_load_finish (GAsyncResult *result, BrineDay *out_first, GError **error)
{
  Load *load;

  g_return_val_if_fail (G_IS_TASK (result), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, brine_progress_load_async), NULL);

  load = g_task_get_task_data (G_TASK (result));
  if (out_first != NULL)
    *out_first = load->first;
  return g_task_propagate_pointer (G_TASK (result), error);
}
