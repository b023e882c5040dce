/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-store-diary.h"

#include "brine-batch.h"
#include "brine-decision.h"
#include "brine-file-stamp.h"
#include "brine-reminder.h"
#include "brine-week.h"

/* How long deliveries are remembered, and with them who does not answer. */
#define REMEMBERED_MS (INT64_C (60) * BRINE_SECONDS_PER_DAY * 1000)
/* What may still be due, with room for a clock and for zones that differ by more than a day. */
#define KNOWN_DAYS (BRINE_REMINDER_PAST_DAYS + 3)
/* As many past occurrences of an item decide whether to ask about it, and a few that were moved. */
#define KNOWN_OCCURRENCES (BRINE_REMINDER_ASK_AFTER + 3)

/* What decides over reminders. */
#define KINDS                                                                                      \
  (1u << BRINE_KIND_ITEM | 1u << BRINE_KIND_LOG | 1u << BRINE_KIND_CHECKIN                         \
   | 1u << BRINE_KIND_NIGHT | 1u << BRINE_KIND_PAUSE | 1u << BRINE_KIND_SETTING                    \
   | 1u << BRINE_KIND_DELIVERY)

enum
{
  DIARY_FILE,
  LOG_FILE, /* what another process writes comes here first */
  N_FILES
};

struct _BrineStoreDiary
{
  GObject parent_instance;

  BrineStore *store;
  char *paths[N_FILES];
  BrineFileStamp stamps[N_FILES];
  gboolean settled;   /* they were the same at the last look as at the one before */
  GHashTable *memory; /* key → BrineDelivery: what cannot be written; NULL: the diary can be */
  gboolean loaded;    /* the facts were read once */
};

/* Reading, on the worker ------------------------------------------------------------------------ */

/* The question and its answer. */
typedef struct
{
  BrineInstant now;
  GTimeZone *zone;
  int ahead_days;
  guint32 new_seed; /* 0: none is to be written */
  BrineReminderFacts *facts;
} Loading;

static Loading *
loading_new (BrineStore *store, BrineInstant now, GTimeZone *zone, int ahead_days)
{
  g_autoptr (GHashTable) settings = brine_store_dup_settings (store);
  Loading *loading = g_new0 (Loading, 1);

  loading->now = now;
  loading->zone = g_time_zone_ref (zone);
  loading->ahead_days = ahead_days;
  loading->facts = brine_reminder_facts_new ();
  brine_reminder_settings_parse (settings, &loading->facts->settings);
  loading->facts->day_start_minutes = brine_store_get_day_start_minutes (store);
  loading->facts->first_weekday =
      brine_week_get_first_weekday (g_hash_table_lookup (settings, BRINE_SETTING_WEEK_START));
  return loading;
}

static void
loading_free (gpointer data)
{
  Loading *loading = data;

  g_time_zone_unref (loading->zone);
  brine_reminder_facts_free (loading->facts);
  g_free (loading);
}

static gboolean
take (GPtrArray **list, GPtrArray *loaded)
{
  if (loaded == NULL)
    return FALSE;
  g_ptr_array_unref (*list);
  *list = loaded;
  return TRUE;
}

/* How far the reminders of the plan reach before their start and after it. */
static void
get_reach (const GPtrArray *items, int *out_before, int *out_after)
{
  *out_before = *out_after = 0;
  for (guint i = 0; i < items->len; i++)
    {
      const GArray *reminders = ((const BrinePlanItem *)items->pdata[i])->reminders;

      for (guint j = 0; j < reminders->len; j++)
        {
          const BrineReminder *reminder = &g_array_index (reminders, BrineReminder, j);

          if (reminder->kind != BRINE_REMINDER_OFFSET)
            continue;
          *out_before = MAX (*out_before, reminder->minutes);
          *out_after = MAX (*out_after, -reminder->minutes);
        }
    }
}

static void
add_occurrence (BrineReminderFacts *facts, BrineOccurrence *row)
{
  const BrineSlot *slot = brine_occurrence_get_planned (row);
  const BrineLog *log = brine_occurrence_get_log (row);

  if (slot == NULL)
    return;
  BrineReminderOccurrence occurrence = {
    .item = slot->item,
    .title = brine_occurrence_get_title (row),
    .original = slot->original,
    .start = slot->start,
    .minutes = slot->minutes,
    .day = slot->day,
    .logged = log != NULL || brine_occurrence_get_night (row) != NULL,
    .skipped = log != NULL && log->state == BRINE_STATE_SKIPPED,
  };
  g_array_append_val (facts->occurrences, occurrence);
}

static gboolean
load_occurrences (BrineBatch *batch, Loading *loading, GError **error)
{
  BrineReminderFacts *facts = loading->facts;
  BrineLocal local = brine_zone_get_local (loading->zone, loading->now, NULL);
  GPtrArray *rows = brine_batch_load_agenda (batch, facts->from, facts->to, local, error);

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    add_occurrence (facts, rows->pdata[i]);
  facts->owner = rows;
  facts->free_owner = (GDestroyNotify)g_ptr_array_unref;
  return TRUE;
}

/* What a quota asks for depends on the pauses of the whole week. */
static gboolean
load_pauses (BrineBatch *batch, BrineReminderFacts *facts, GError **error)
{
  BrineDay from = brine_day_get_week_start (facts->from, facts->first_weekday);
  BrineDay to = brine_day_get_week_start (facts->to, facts->first_weekday) + 6;

  return take (&facts->pauses, brine_batch_load_pauses (batch, from, to, error));
}

/* Quotas count by the week; and whoever logged something after all did not ignore its reminder. */
static gboolean
load_logs (BrineBatch *batch, BrineReminderFacts *facts, GError **error)
{
  BrineDay from = brine_day_get_week_start (facts->from, facts->first_weekday);
  BrineDay to = brine_day_get_week_start (facts->to, facts->first_weekday) + 6;

  for (guint i = 0; i < facts->deliveries->len; i++)
    {
      const BrineDelivery *delivery = facts->deliveries->pdata[i];

      if (delivery->source == BRINE_DUE_ASK
          || (delivery->shown && delivery->state == BRINE_DELIVERY_EXPIRED))
        from = MIN (from, delivery->day - 1);
    }
  return take (&facts->logs, brine_batch_load_logs (batch, from, to, error));
}

static gboolean
load_deliveries (BrineBatch *batch, Loading *loading, GError **error)
{
  BrineDay today = brine_zone_get_local (loading->zone, loading->now, NULL).day;
  BrineInstant since =
      brine_instant_add_seconds (loading->now, -(int64_t)KNOWN_DAYS * BRINE_SECONDS_PER_DAY);
  BrineInstant remembered_since = { loading->now.unix_ms - REMEMBERED_MS };

  return take (&loading->facts->deliveries,
               brine_batch_load_last_deliveries (batch, since, today - KNOWN_DAYS, remembered_since,
                                                 KNOWN_OCCURRENCES, error));
}

static gboolean
load_settings (BrineBatch *batch, Loading *loading, GError **error)
{
  g_autoptr (GHashTable) values = brine_batch_load_settings (batch, error);

  if (values == NULL)
    return FALSE;
  brine_reminder_settings_parse (values, &loading->facts->settings);
  return TRUE;
}

static gboolean
load_facts (BrineBatch *batch, gpointer user_data, GError **error)
{
  Loading *loading = user_data;
  BrineReminderFacts *facts = loading->facts;
  int before, after;

  if (!load_settings (batch, loading, error)
      || !take (&facts->items, brine_batch_load_items (batch, error)))
    return FALSE;
  get_reach (facts->items, &before, &after);
  brine_reminder_facts_get_window (loading->now, loading->zone, facts->day_start_minutes, before,
                                   after, &facts->from, &facts->to);
  if (loading->ahead_days > BRINE_REMINDER_AHEAD_DAYS)
    facts->to += loading->ahead_days - BRINE_REMINDER_AHEAD_DAYS;
  return load_occurrences (batch, loading, error) && load_deliveries (batch, loading, error)
         && load_logs (batch, facts, error) && load_pauses (batch, facts, error)
         && take (&facts->checkins,
                  brine_batch_load_checkins (batch, facts->from, facts->to, error));
}

/* The first time ever: random times need a seed, and its being there tells that reminders were
 * looked after before. */
static gboolean
load_first (BrineBatch *batch, gpointer user_data, GError **error)
{
  Loading *loading = user_data;
  BrineReminderSettings *settings = &loading->facts->settings;
  g_autoptr (BrineChange) change = brine_change_new ();
  g_autofree char *text = NULL;

  if (!load_settings (batch, loading, error))
    return FALSE;
  if (settings->seed != 0)
    return load_facts (batch, user_data, error); /* somebody was quicker */
  settings->seed = loading->new_seed;
  loading->facts->first_run = TRUE;
  text = brine_reminder_settings_dup_value (settings, BRINE_SETTING_REMINDER_SEED);
  brine_change_put_setting (change, BRINE_SETTING_REMINDER_SEED, text);
  return brine_batch_apply (batch, change, error) && load_facts (batch, user_data, error);
}

BrineReminderFacts *
brine_reminder_facts_load (BrineStore *store, BrineInstant now, GTimeZone *zone, int ahead_days,
                           GError **error)
{
  g_return_val_if_fail (BRINE_IS_STORE (store), NULL);
  g_return_val_if_fail (zone != NULL, NULL);

  Loading *loading = loading_new (store, now, zone, ahead_days);
  BrineReminderFacts *facts = NULL;
  if (brine_store_run_batch (store, load_facts, FALSE, loading, NULL, error))
    facts = g_steal_pointer (&loading->facts);
  loading_free (loading);
  return facts;
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Loading *loading = g_task_get_task_data (task);
  GError *error = NULL;

  if (!brine_store_run_batch_finish (BRINE_STORE (source), result, NULL, &error))
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&loading->facts),
                           (GDestroyNotify)brine_reminder_facts_free);
}

void
brine_reminder_facts_load_async (BrineStore *store, BrineInstant now, GTimeZone *zone,
                                 int ahead_days, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task;
  Loading *loading;

  g_return_if_fail (BRINE_IS_STORE (store));
  g_return_if_fail (zone != NULL);

  task = g_task_new (store, cancellable, callback, user_data);
  loading = loading_new (store, now, zone, ahead_days);
  g_task_set_source_tag (task, brine_reminder_facts_load_async);
  g_task_set_task_data (task, loading, loading_free);
  brine_store_run_batch_async (store, load_facts, FALSE, loading, on_loaded, task);
}

BrineReminderFacts *
brine_reminder_facts_load_finish (BrineStore *store, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* A diary that cannot be written ---------------------------------------------------------------- */

static gboolean may_write (const BrineDelivery *stored, const BrineDelivery *delivery);

/* What this process remembers stands for what it could not write. It did not see what was due before
 * it began, and neither does it know whether an earlier one has shown that: it leaves it. */
static void
recall (BrineStoreDiary *self, BrineReminderFacts *facts)
{
  GHashTableIter iter;
  gpointer delivery;

  for (guint i = facts->deliveries->len; i > 0; i--)
    if (g_hash_table_contains (self->memory,
                               ((BrineDelivery *)facts->deliveries->pdata[i - 1])->key))
      g_ptr_array_remove_index (facts->deliveries, i - 1);
  g_hash_table_iter_init (&iter, self->memory);
  while (g_hash_table_iter_next (&iter, NULL, &delivery))
    g_ptr_array_add (facts->deliveries, brine_delivery_copy (delivery));
  facts->first_run = !self->loaded;
}

static void
keep_in_memory (BrineStoreDiary *self, const GPtrArray *deliveries)
{
  for (guint i = 0; i < deliveries->len; i++)
    {
      const BrineDelivery *delivery = deliveries->pdata[i];

      if (may_write (g_hash_table_lookup (self->memory, delivery->key), delivery))
        {
          BrineDelivery *copy = brine_delivery_copy (delivery);

          g_hash_table_replace (self->memory, copy->key, copy);
        }
    }
}

/* Whether the files look as they did when this was asked last. */
static gboolean
look_alike (BrineStoreDiary *self)
{
  gboolean alike = TRUE;

  for (int i = 0; i < N_FILES; i++)
    alike &= brine_file_stamp_update (&self->stamps[i], self->paths[i]);
  return alike;
}

/* The interface --------------------------------------------------------------------------------- */

static void
load_async (BrineReminderDiary *diary, BrineInstant now, GTimeZone *zone, GCancellable *cancellable,
            GAsyncReadyCallback callback, gpointer user_data)
{
  BrineStoreDiary *self = BRINE_STORE_DIARY (diary);
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Loading *loading = loading_new (self->store, now, zone, 0);

  /* What is written from now on is not among what is read. */
  if (!look_alike (self))
    self->settled = FALSE;
  g_task_set_source_tag (task, load_async);
  g_task_set_task_data (task, loading, loading_free);
  if (loading->facts->settings.seed == 0 && self->memory == NULL)
    loading->new_seed = MAX (g_random_int (), 1);
  brine_store_run_batch_async (self->store, loading->new_seed != 0 ? load_first : load_facts,
                               loading->new_seed != 0, loading, on_loaded, task);
}

static BrineReminderFacts *
load_finish (BrineReminderDiary *diary, GAsyncResult *result, GError **error)
{
  BrineStoreDiary *self = BRINE_STORE_DIARY (diary);
  BrineReminderFacts *facts = g_task_propagate_pointer (G_TASK (result), error);

  if (facts != NULL && self->memory != NULL)
    recall (self, facts);
  self->loaded |= facts != NULL;
  return facts;
}

static const BrineDelivery *
find_delivery (const GPtrArray *deliveries, const char *key)
{
  for (guint i = 0; i < deliveries->len; i++)
    {
      const BrineDelivery *delivery = deliveries->pdata[i];

      if (strcmp (delivery->key, key) == 0)
        return delivery;
    }
  return NULL;
}

/* Whether @delivery may take the place of @stored (nullable). Somebody may have answered, here or in
 * another process, since the engine looked; an answer stands. */
static gboolean
may_write (const BrineDelivery *stored, const BrineDelivery *delivery)
{
  if (delivery->state == BRINE_DELIVERY_SHOWN)
    return stored != NULL && stored->state == BRINE_DELIVERY_CLAIMED;
  if (stored == NULL)
    return TRUE;
  if (!brine_delivery_state_is_open (stored->state))
    return FALSE;
  return delivery->state != BRINE_DELIVERY_CLAIMED || stored->state != BRINE_DELIVERY_SNOOZED
         || brine_instant_compare (stored->until, delivery->at) <= 0;
}

/* Long before the engine can have looked, whatever was done to the clock meanwhile. */
static BrineInstant
get_since (const GPtrArray *deliveries)
{
  BrineInstant since = { G_MAXINT64 };

  for (guint i = 0; i < deliveries->len; i++)
    {
      const BrineDelivery *delivery = deliveries->pdata[i];

      since.unix_ms = MIN (since.unix_ms, delivery->at.unix_ms);
    }
  return brine_instant_add_seconds (since, -BRINE_SECONDS_PER_DAY);
}

static gboolean
write_deliveries (BrineBatch *batch, gpointer user_data, GError **error)
{
  const GPtrArray *deliveries = user_data;
  g_autoptr (BrineChange) change = brine_change_new ();
  g_autoptr (GPtrArray) stored = brine_batch_load_deliveries (batch, get_since (deliveries), error);

  if (stored == NULL)
    return FALSE;
  for (guint i = 0; i < deliveries->len; i++)
    {
      const BrineDelivery *delivery = deliveries->pdata[i];

      if (may_write (find_delivery (stored, delivery->key), delivery))
        brine_change_put_delivery (change, delivery);
    }
  return brine_change_is_empty (change) || brine_batch_apply (batch, change, error);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (!brine_store_run_batch_finish (BRINE_STORE (source), result, NULL, &error))
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static gpointer
copy_delivery (gconstpointer delivery, gpointer user_data)
{
  return brine_delivery_copy (delivery);
}

static void
commit_async (BrineReminderDiary *diary, const GPtrArray *deliveries, GCancellable *cancellable,
              GAsyncReadyCallback callback, gpointer user_data)
{
  BrineStoreDiary *self = BRINE_STORE_DIARY (diary);
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  if (self->memory != NULL)
    {
      keep_in_memory (self, deliveries);
      g_task_return_boolean (task, TRUE);
      g_object_unref (task);
      return;
    }
  GPtrArray *copies = g_ptr_array_new_with_free_func ((GDestroyNotify)brine_delivery_free);

  for (guint i = 0; i < deliveries->len; i++)
    g_ptr_array_add (copies, copy_delivery (deliveries->pdata[i], NULL));
  g_task_set_source_tag (task, commit_async);
  g_task_set_task_data (task, copies, (GDestroyNotify)g_ptr_array_unref);
  brine_store_run_batch_async (self->store, write_deliveries, TRUE, copies, on_written, task);
}

static gboolean
commit_finish (BrineReminderDiary *diary, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* Asking SQLite would wake up the worker every minute, and this thread again for its answer: it is
 * only done until two looks in a row, which are a minute apart, found the files alike. */
static void
check (BrineReminderDiary *diary)
{
  BrineStoreDiary *self = BRINE_STORE_DIARY (diary);
  gboolean alike = look_alike (self);

  if (!alike || !self->settled)
    brine_store_check_for_changes (self->store);
  self->settled = alike;
}

static void
brine_store_diary_iface_init (BrineReminderDiaryInterface *iface)
{
  iface->load_async = load_async;
  iface->load_finish = load_finish;
  iface->commit_async = commit_async;
  iface->commit_finish = commit_finish;
  iface->check = check;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (BrineStoreDiary, brine_store_diary, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (BRINE_TYPE_REMINDER_DIARY,
                                                      brine_store_diary_iface_init))

static void
on_changed (BrineStoreDiary *self, guint kinds)
{
  if ((kinds & KINDS) != 0)
    brine_reminder_diary_emit_changed (BRINE_REMINDER_DIARY (self));
}

BrineReminderDiary *
brine_store_diary_new (BrineStore *store)
{
  g_return_val_if_fail (BRINE_IS_STORE (store), NULL);

  BrineStoreDiary *self = g_object_new (BRINE_TYPE_STORE_DIARY, NULL);
  self->store = g_object_ref (store);
  self->paths[DIARY_FILE] = g_build_filename (brine_store_get_dir (store), "brine.db", NULL);
  self->paths[LOG_FILE] = g_strconcat (self->paths[DIARY_FILE], "-wal", NULL);
  if (brine_store_is_read_only (store))
    self->memory =
        g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)brine_delivery_free);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  return BRINE_REMINDER_DIARY (self);
}

static void
brine_store_diary_dispose (GObject *object)
{
  BrineStoreDiary *self = BRINE_STORE_DIARY (object);

  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (brine_store_diary_parent_class)->dispose (object);
}

static void
brine_store_diary_finalize (GObject *object)
{
  BrineStoreDiary *self = BRINE_STORE_DIARY (object);

  for (int i = 0; i < N_FILES; i++)
    g_free (self->paths[i]);
  g_clear_pointer (&self->memory, g_hash_table_unref);
  G_OBJECT_CLASS (brine_store_diary_parent_class)->finalize (object);
}

static void
brine_store_diary_class_init (BrineStoreDiaryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = brine_store_diary_dispose;
  object_class->finalize = brine_store_diary_finalize;
}

static void
brine_store_diary_init (BrineStoreDiary *self)
{
}
