/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-reminder-acts.h"

#include "brine-batch.h"
#include "brine-quota.h"

#define EVENING_HOUR 18
#define SECONDS_PER_HOUR 3600

/* What was chosen; owned, since the worker reads it. */
typedef struct
{
  char *notice_id;
  BrineActKind act;
  int argument;
  BrineLogMaker with;
  gboolean acted; /* the answer */
} Wish;

/* While it is done, on the worker. */
typedef struct
{
  Wish *wish;
  BrineBatch *batch;
  GPtrArray *open;   /* BrineDelivery, of the notice */
  GPtrArray *agenda; /* BrineOccurrence, of the days of these */
  GHashTable *done;  /* what is logged already: two reminders may be of one occurrence */
  BrineChange *change;
} Acting;

static Wish *
wish_new (const char *notice_id, BrineActKind act, int argument, const BrineLogMaker *with)
{
  Wish *wish = g_new0 (Wish, 1);

  wish->notice_id = g_strdup (notice_id);
  wish->act = act;
  wish->argument = argument;
  wish->with = *with;
  wish->with.zone = g_time_zone_ref (with->zone);
  if (with->catalogue != NULL)
    g_object_ref (with->catalogue);
  return wish;
}

static void
wish_free (gpointer data)
{
  Wish *wish = data;

  g_clear_object (&wish->with.catalogue);
  g_time_zone_unref (wish->with.zone);
  g_free (wish->notice_id);
  g_free (wish);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Wish, wish_free)

static gboolean
check_argument (BrineActKind act, int argument, GError **error)
{
  if (act == BRINE_ACT_LATER && argument != BRINE_LATER_EVENING
      && (argument < 1 || argument > BRINE_LATER_MAX_MINUTES))
    g_set_error (error, BRINE_ERROR, BRINE_ERROR_INVALID,
                 "A reminder can come again in 1 to %d minutes, not in %d.",
                 BRINE_LATER_MAX_MINUTES, argument);
  else if (act == BRINE_ACT_MOOD && (argument < 1 || argument > 5))
    g_set_error (error, BRINE_ERROR, BRINE_ERROR_INVALID, "A mood is a number from 1 to 5, not %d.",
                 argument);
  else if ((int)act < BRINE_ACT_DONE || act > BRINE_ACT_DROP)
    g_set_error_literal (error, BRINE_ERROR, BRINE_ERROR_INVALID,
                         "A reminder knows no such answer.");
  else
    return TRUE;
  return FALSE;
}

/* What became of them ------------------------------------------------------------------------- */

static void
put_state (Acting *acting, BrineDelivery *delivery, BrineDeliveryState state, BrineInstant until)
{
  delivery->state = state;
  delivery->shown = TRUE;
  delivery->at = acting->wish->with.now;
  delivery->until = until;
  brine_change_put_delivery (acting->change, delivery);
  acting->wish->acted = TRUE;
}

static void
end (Acting *acting, BrineDelivery *delivery, BrineDeliveryState state)
{
  put_state (acting, delivery, state, (BrineInstant){ 0 });
}

/* Minutes are counted as they pass, the evening is one of the wall clock. */
static BrineInstant
get_later (const Wish *wish)
{
  const BrineLogMaker *with = &wish->with;
  BrineDay today = brine_zone_get_local (with->zone, with->now, NULL).day;
  BrineInstant evening = brine_zone_resolve (with->zone, brine_local (today, EVENING_HOUR, 0));

  if (wish->argument != BRINE_LATER_EVENING)
    return brine_instant_add_seconds (with->now, (int64_t)wish->argument * 60);
  if (brine_instant_compare (evening, with->now) > 0)
    return evening;
  return brine_instant_add_seconds (with->now, SECONDS_PER_HOUR);
}

/* Logging ------------------------------------------------------------------------------------- */

/* Whether it is the first time that this occurrence comes up. */
static gboolean
is_first (Acting *acting, const char *item_id, BrineLocal original)
{
  g_autofree char *when = brine_local_to_string (original);

  return g_hash_table_add (acting->done, g_strdup_printf ("%s|%s", item_id, when));
}

static gboolean
is_logged (BrineOccurrence *occurrence)
{
  return brine_occurrence_get_log (occurrence) != NULL
         || brine_occurrence_get_night (occurrence) != NULL;
}

/* (nullable): NULL when it is not in the plan of that day any more. */
static BrineOccurrence *
find_occurrence (Acting *acting, const BrineDelivery *delivery)
{
  for (guint i = 0; i < acting->agenda->len; i++)
    {
      BrineOccurrence *occurrence = acting->agenda->pdata[i];

      if (brine_occurrence_get_planned (occurrence) != NULL
          && brine_occurrence_get_day (occurrence) == delivery->day
          && g_strcmp0 (brine_occurrence_get_item_id (occurrence), delivery->item_id) == 0
          && brine_local_equal (brine_occurrence_get_original (occurrence), delivery->original))
        return occurrence;
    }
  return NULL;
}

/* Whether it is a night that one has not slept yet: a reminder of bedtime that is pressed away says
 * that it was seen, not how the night was. */
static gboolean
lies_ahead (Acting *acting, BrineOccurrence *occurrence)
{
  const BrineLogMaker *with = &acting->wish->with;
  BrineInstant wake = brine_zone_resolve (with->zone, brine_occurrence_get_end (occurrence));

  return brine_occurrence_get_practice (occurrence) == BRINE_PRACTICE_SLEEP
         && brine_instant_compare (wake, with->now) > 0;
}

static void
log_occurrence (Acting *acting, const BrineDelivery *delivery, BrineState state)
{
  const BrineAmount as_planned = { 0, BRINE_UNIT_NONE };
  BrineOccurrence *occurrence = find_occurrence (acting, delivery);

  if (occurrence == NULL || (state == BRINE_STATE_DONE && lies_ahead (acting, occurrence)))
    return;
  if (!is_logged (occurrence) && is_first (acting, delivery->item_id, delivery->original))
    brine_change_put_outcome (acting->change, occurrence, state, BRINE_SKIP_NONE, as_planned,
                              &acting->wish->with);
}

/* One time of a quota: what is planned of it that day, else one more; none when there is one. */
static void
log_time (Acting *acting, const BrineDelivery *delivery, const BrinePlanItem *quota)
{
  const BrinePlanItem *planned = NULL;

  for (guint i = 0; i < acting->agenda->len; i++)
    {
      BrineOccurrence *occurrence = acting->agenda->pdata[i];
      const BrineSlot *slot = brine_occurrence_get_planned (occurrence);
      gboolean is_time = slot != NULL && brine_quota_has_time (quota, slot->item);

      if (brine_occurrence_get_day (occurrence) != delivery->day
          || (!is_time && g_strcmp0 (brine_occurrence_get_item_id (occurrence), quota->id) != 0))
        continue;
      if (is_logged (occurrence))
        return;
      if (is_time && planned == NULL)
        planned = slot->item;
    }
  if (!(planned != NULL ? is_first (acting, planned->id, planned->start)
                        : is_first (acting, quota->id, delivery->original)))
    return;
  g_autoptr (BrineLog) log =
      brine_log_make_time (quota, planned, delivery->day, &acting->wish->with);
  brine_change_put_log (acting->change, log);
}

/* The item that @delivery is about. (nullable): it is gone, or @error is set. */
static BrinePlanItem *
load_item (Acting *acting, const BrineDelivery *delivery, GError **error)
{
  return delivery->item_id != NULL ? brine_batch_load_item (acting->batch, delivery->item_id, error)
                                   : NULL;
}

static gboolean
finish_quota (Acting *acting, const BrineDelivery *delivery, GError **error)
{
  GError *local_error = NULL;
  g_autoptr (BrinePlanItem) quota = load_item (acting, delivery, &local_error);

  if (quota != NULL && quota->quota_per_week > 0)
    log_time (acting, delivery, quota);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, local_error);
  return FALSE;
}

static gboolean
finish (Acting *acting, BrineDelivery *delivery, gboolean done, GError **error)
{
  if (delivery->source == BRINE_DUE_PLAN)
    log_occurrence (acting, delivery, done ? BRINE_STATE_DONE : BRINE_STATE_SKIPPED);
  else if (delivery->source == BRINE_DUE_QUOTA && done && !finish_quota (acting, delivery, error))
    return FALSE;
  end (acting, delivery, done ? BRINE_DELIVERY_DONE : BRINE_DELIVERY_SKIPPED);
  return TRUE;
}

/* Questions ----------------------------------------------------------------------------------- */

static void
answer_mood (Acting *acting, BrineDelivery *delivery)
{
  const BrineLogMaker *with = &acting->wish->with;
  g_autoptr (BrineCheckin) checkin = NULL;

  if (delivery->source != BRINE_DUE_CHECKIN)
    return;
  end (acting, delivery, BRINE_DELIVERY_DONE);
  if (!g_hash_table_add (acting->done, g_strdup ("check-in")))
    return;
  checkin = brine_checkin_new ();
  checkin->at = brine_moment_new (with->now, with->zone, with->day_start_minutes);
  checkin->mood = acting->wish->argument;
  brine_change_put_checkin (acting->change, checkin);
}

static gboolean
answer_ask (Acting *acting, BrineDelivery *delivery, GError **error)
{
  g_autoptr (BrinePlanItem) item = NULL;
  GError *local_error = NULL;

  if (delivery->source != BRINE_DUE_ASK)
    return TRUE;
  if (acting->wish->act == BRINE_ACT_DROP)
    item = load_item (acting, delivery, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, local_error);
      return FALSE;
    }
  if (item != NULL && item->reminders->len > 0)
    {
      g_array_set_size (item->reminders, 0);
      brine_change_put_item (acting->change, item);
    }
  end (acting, delivery, BRINE_DELIVERY_DONE);
  return TRUE;
}

/* All of it ----------------------------------------------------------------------------------- */

static gboolean
act_on (Acting *acting, BrineDelivery *delivery, GError **error)
{
  switch (acting->wish->act)
    {
    case BRINE_ACT_DONE:
    case BRINE_ACT_SKIP:
      return finish (acting, delivery, acting->wish->act == BRINE_ACT_DONE, error);
    case BRINE_ACT_LATER:
      put_state (acting, delivery, BRINE_DELIVERY_SNOOZED, get_later (acting->wish));
      return TRUE;
    case BRINE_ACT_MOOD:
      answer_mood (acting, delivery);
      return TRUE;
    case BRINE_ACT_DISMISS:
      end (acting, delivery, BRINE_DELIVERY_DISMISSED);
      return TRUE;
    case BRINE_ACT_KEEP:
    case BRINE_ACT_DROP:
      break;
    }
  return answer_ask (acting, delivery, error);
}

/* (transfer full): what is open under the notice. */
static GPtrArray *
load_open (BrineBatch *batch, const char *notice_id, GError **error)
{
  g_autoptr (GPtrArray) all =
      brine_batch_load_deliveries (batch, (BrineInstant){ INT64_MAX }, error);
  GPtrArray *open;

  if (all == NULL)
    return NULL;
  open = g_ptr_array_new_with_free_func ((GDestroyNotify)brine_delivery_free);
  for (guint i = 0; i < all->len; i++)
    {
      const BrineDelivery *delivery = all->pdata[i];

      if (brine_delivery_state_is_open (delivery->state)
          && g_strcmp0 (delivery->notice_id, notice_id) == 0)
        g_ptr_array_add (open, brine_delivery_copy (delivery));
    }
  return open;
}

/* The plan of the days that @open are about. */
static GPtrArray *
load_agenda (BrineBatch *batch, const GPtrArray *open, const BrineLogMaker *with, GError **error)
{
  BrineLocal now = brine_zone_get_local (with->zone, with->now, NULL);
  BrineDay from = BRINE_DAY_MAX, to = BRINE_DAY_MIN;

  for (guint i = 0; i < open->len; i++)
    {
      const BrineDelivery *delivery = open->pdata[i];

      from = MIN (from, delivery->day);
      to = MAX (to, delivery->day);
    }
  return brine_batch_load_agenda (batch, from, to, now, error);
}

static gboolean
run (BrineBatch *batch, gpointer user_data, GError **error)
{
  Wish *wish = user_data;
  g_autoptr (GPtrArray) open = load_open (batch, wish->notice_id, error);
  g_autoptr (GPtrArray) agenda = NULL;
  g_autoptr (GHashTable) done = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (BrineChange) change = brine_change_new ();

  if (open == NULL || open->len == 0)
    return open != NULL;
  agenda = load_agenda (batch, open, &wish->with, error);
  if (agenda == NULL)
    return FALSE;

  Acting acting = { wish, batch, open, agenda, done, change };
  for (guint i = 0; i < open->len; i++)
    if (!act_on (&acting, open->pdata[i], error))
      return FALSE;
  return brine_batch_apply (batch, change, error);
}

gboolean
brine_reminder_act (BrineStore *store, const char *notice_id, BrineActKind act, int argument,
                    const BrineLogMaker *with, gboolean *out_acted, GError **error)
{
  g_autoptr (Wish) wish = NULL;

  g_return_val_if_fail (BRINE_IS_STORE (store), FALSE);
  g_return_val_if_fail (notice_id != NULL && with != NULL && with->zone != NULL, FALSE);

  if (!check_argument (act, argument, error))
    return FALSE;
  wish = wish_new (notice_id, act, argument, with);
  if (!brine_store_run_batch (store, run, TRUE, wish, NULL, error))
    return FALSE;
  if (out_acted != NULL)
    *out_acted = wish->acted;
  return TRUE;
}

static void
on_run_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  const Wish *wish = g_task_get_task_data (task);
  GError *error = NULL;

  if (brine_store_run_batch_finish (BRINE_STORE (source), result, NULL, &error))
    g_task_return_int (task, wish->acted ? 1 : 0);
  else
    g_task_return_error (task, error);
}

void
brine_reminder_act_async (BrineStore *store, const char *notice_id, BrineActKind act, int argument,
                          const BrineLogMaker *with, GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  GError *error = NULL;
  Wish *wish;

  g_return_if_fail (BRINE_IS_STORE (store));
  g_return_if_fail (notice_id != NULL && with != NULL && with->zone != NULL);

  task = g_task_new (store, NULL, callback, user_data);
  g_task_set_source_tag (task, brine_reminder_act_async);
  if (!check_argument (act, argument, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  wish = wish_new (notice_id, act, argument, with);
  g_task_set_task_data (task, wish, wish_free);
  brine_store_run_batch_async (store, run, TRUE, wish, on_run_cb, g_steal_pointer (&task));
}

gboolean
brine_reminder_act_finish (BrineStore *store, GAsyncResult *result, gboolean *out_acted,
                           GError **error)
{
  gssize acted;

  g_return_val_if_fail (BRINE_IS_STORE (store), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, store), FALSE);

  acted = g_task_propagate_int (G_TASK (result), error);
  if (acted >= 0 && out_acted != NULL)
    *out_acted = acted > 0;
  return acted >= 0;
}
