/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fake-world.h"

/* Steps of a process
 * ----------------------------------------------------------------------------
 */

/* Whether the process of @generation is still there to do something. */
static gboolean
is_alive (FakeWorld *world, guint generation)
{
  return world->generation == generation && !world->killed;
}

/* One more thing that it does: here it may be killed. */
static gboolean
step (FakeWorld *world, guint generation)
{
  if (!is_alive (world, generation))
    return FALSE;
  if (world->kill_in < 0)
    return TRUE;
  if (world->kill_in-- == 0)
    world->killed = TRUE;
  return !world->killed;
}

/* Facts
 * -----------------------------------------------------------------------------------------
 */

static const BrineLog *
find_log (FakeWorld *world, const char *item_id, BrineLocal original)
{
  for (guint i = 0; i < world->logs->len; i++)
    {
      const BrineLog *log = world->logs->pdata[i];

      if (g_strcmp0 (log->item_id, item_id) == 0 && brine_local_equal (log->original, original))
        return log;
    }
  return NULL;
}

static void
add_occurrences (FakeWorld *world, BrineReminderFacts *facts, const BrinePlanItem *item)
{
  g_autoptr (GArray) slots = g_array_new (FALSE, FALSE, sizeof (BrineSlot));

  brine_plan_item_expand (item, facts->from, facts->to, facts->day_start_minutes, slots);
  for (guint i = 0; i < slots->len; i++)
    {
      const BrineSlot *slot = &g_array_index (slots, BrineSlot, i);
      const BrineLog *log = find_log (world, item->id, slot->original);
      BrineReminderOccurrence occurrence = {
        .item = item,
        .title = item->title,
        .original = slot->original,
        .start = slot->start,
        .minutes = slot->minutes,
        .day = slot->day,
        .logged = log != NULL,
        .skipped = log != NULL && log->state == BRINE_STATE_SKIPPED,
      };

      g_array_append_val (facts->occurrences, occurrence);
    }
}

BrineReminderFacts *
fake_world_make_facts (FakeWorld *world, BrineInstant now, GTimeZone *zone)
{
  BrineReminderFacts *facts = brine_reminder_facts_new ();
  GHashTableIter iter;
  gpointer delivery;

  brine_reminder_settings_parse (world->settings, &facts->settings);
  facts->day_start_minutes = world->day_start_minutes;
  facts->first_run = world->first_run;
  brine_reminder_facts_get_window (now, zone, world->day_start_minutes, 0, 0, &facts->from,
                                   &facts->to);
  for (guint i = 0; i < world->items->len; i++)
    {
      BrinePlanItem *item = brine_plan_item_copy (world->items->pdata[i]);

      g_ptr_array_add (facts->items, item);
      add_occurrences (world, facts, item);
    }
  for (guint i = 0; i < world->logs->len; i++)
    g_ptr_array_add (facts->logs, brine_log_copy (world->logs->pdata[i]));
  for (guint i = 0; i < world->pauses->len; i++)
    g_ptr_array_add (facts->pauses, brine_pause_copy (world->pauses->pdata[i]));
  for (guint i = 0; i < world->checkins->len; i++)
    g_ptr_array_add (facts->checkins, brine_checkin_copy (world->checkins->pdata[i]));
  g_hash_table_iter_init (&iter, world->deliveries);
  while (g_hash_table_iter_next (&iter, NULL, &delivery))
    g_ptr_array_add (facts->deliveries, brine_delivery_copy (delivery));
  return facts;
}

/* The diary
 * -------------------------------------------------------------------------------------
 */

#define FAKE_TYPE_DIARY (fake_diary_get_type ())
G_DECLARE_FINAL_TYPE (FakeDiary, fake_diary, FAKE, DIARY, GObject)

struct _FakeDiary
{
  GObject parent_instance;

  FakeWorld *world;
  guint generation;
};

static GError *
new_failure (void)
{
  return g_error_new_literal (BRINE_ERROR, BRINE_ERROR_IO, "The disk fails.");
}

static void
load_async (BrineReminderDiary *diary, BrineInstant now, GTimeZone *zone, GCancellable *cancellable,
            GAsyncReadyCallback callback, gpointer user_data)
{
  FakeDiary *self = FAKE_DIARY (diary);
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  self->world->n_loads++;
  if (!step (self->world, self->generation) || self->world->diary_fails)
    g_task_return_error (task, new_failure ());
  else
    g_task_return_pointer (task, fake_world_make_facts (self->world, now, zone),
                           (GDestroyNotify)brine_reminder_facts_free);
}

static BrineReminderFacts *
load_finish (BrineReminderDiary *diary, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
put (FakeWorld *world, const BrineDelivery *delivery)
{
  const BrineDelivery *before = g_hash_table_lookup (world->deliveries, delivery->key);

  if (delivery->state == BRINE_DELIVERY_SHOWN)
    {
      g_hash_table_remove (world->unconfirmed, delivery->key);
      if (before != NULL && before->state != BRINE_DELIVERY_CLAIMED)
        return;
    }
  BrineDelivery *copy = brine_delivery_copy (delivery);
  g_hash_table_replace (world->deliveries, copy->key, copy);
}

static void
commit_async (BrineReminderDiary *diary, const GPtrArray *deliveries, GCancellable *cancellable,
              GAsyncReadyCallback callback, gpointer user_data)
{
  FakeDiary *self = FAKE_DIARY (diary);
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  gboolean written = step (self->world, self->generation) && !self->world->diary_fails;

  self->world->n_commits++;
  for (guint i = 0; written && i < deliveries->len; i++)
    put (self->world, deliveries->pdata[i]);
  if (!written || !step (self->world, self->generation))
    g_task_return_error (task, new_failure ());
  else
    g_task_return_boolean (task, TRUE);
}

static gboolean
commit_finish (BrineReminderDiary *diary, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
check (BrineReminderDiary *diary)
{
}

static void
fake_diary_iface_init (BrineReminderDiaryInterface *iface)
{
  iface->load_async = load_async;
  iface->load_finish = load_finish;
  iface->commit_async = commit_async;
  iface->commit_finish = commit_finish;
  iface->check = check;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (FakeDiary, fake_diary, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (BRINE_TYPE_REMINDER_DIARY,
                                                      fake_diary_iface_init))

static void
fake_diary_class_init (FakeDiaryClass *klass)
{
}

static void
fake_diary_init (FakeDiary *self)
{
}

/* The screen
 * ------------------------------------------------------------------------------------
 */

#define FAKE_TYPE_NOTIFIER (fake_notifier_get_type ())
G_DECLARE_FINAL_TYPE (FakeNotifier, fake_notifier, FAKE, NOTIFIER, GObject)

struct _FakeNotifier
{
  GObject parent_instance;

  FakeWorld *world;
  guint generation;
};

static gboolean
is_available (BrineNotifier *notifier)
{
  FakeNotifier *self = FAKE_NOTIFIER (notifier);

  return self->world->available;
}

static gboolean
show (FakeNotifier *self, const BrineNotice *notice)
{
  FakeWorld *world = self->world;

  if (!step (world, self->generation) || world->show_fails)
    return FALSE;
  world->n_shows++;
  g_hash_table_replace (world->screen, g_strdup (notice->id), GINT_TO_POINTER (TRUE));
  if (world->on_show != NULL)
    world->on_show (notice, world->user_data);
  for (guint i = 0; i < notice->deliveries->len; i++)
    {
      const BrineDelivery *delivery = notice->deliveries->pdata[i];

      g_hash_table_replace (world->unconfirmed, g_strdup (delivery->key), g_strdup (notice->id));
    }
  step (world, self->generation);
  return TRUE;
}

static void
show_async (BrineNotifier *notifier, const BrineNotice *notice, GAsyncReadyCallback callback,
            gpointer user_data)
{
  FakeNotifier *self = FAKE_NOTIFIER (notifier);
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);

  if (self->world->unanswered != NULL)
    g_ptr_array_add (self->world->unanswered, g_steal_pointer (&task));
  else if (show (self, notice))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_FAILED, "Nobody is there.");
}

static gboolean
show_finish (BrineNotifier *notifier, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
withdraw (BrineNotifier *notifier, const char *id)
{
  FakeNotifier *self = FAKE_NOTIFIER (notifier);

  if (!step (self->world, self->generation))
    return;
  self->world->n_withdraws++;
  g_hash_table_remove (self->world->screen, id);
  if (self->world->on_withdraw != NULL)
    self->world->on_withdraw (id, self->world->user_data);
}

static void
fake_notifier_iface_init (BrineNotifierInterface *iface)
{
  iface->is_available = is_available;
  iface->show_async = show_async;
  iface->show_finish = show_finish;
  iface->withdraw = withdraw;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (FakeNotifier, fake_notifier, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (BRINE_TYPE_NOTIFIER,
                                                      fake_notifier_iface_init))

static void
fake_notifier_class_init (FakeNotifierClass *klass)
{
}

static void
fake_notifier_init (FakeNotifier *self)
{
}

/* The world
 * -------------------------------------------------------------------------------------
 */

FakeWorld *
fake_world_new (BrineInstant now, const char *zone)
{
  FakeWorld *world = g_new0 (FakeWorld, 1);
  g_autoptr (GTimeZone) where = g_time_zone_new_identifier (zone);

  g_assert_nonnull (where);
  world->items = g_ptr_array_new_with_free_func ((GDestroyNotify)brine_plan_item_free);
  world->logs = g_ptr_array_new_with_free_func ((GDestroyNotify)brine_log_free);
  world->pauses = g_ptr_array_new_with_free_func ((GDestroyNotify)brine_pause_free);
  world->checkins = g_ptr_array_new_with_free_func ((GDestroyNotify)brine_checkin_free);
  world->deliveries =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)brine_delivery_free);
  world->settings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  world->screen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  world->unconfirmed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  world->day_start_minutes = BRINE_DAY_START_DEFAULT_MINUTES;
  world->available = TRUE;
  world->kill_in = -1;
  world->clock = brine_clock_new_fixed (now, where);
  return world;
}

void
fake_world_free (FakeWorld *world)
{
  fake_world_stop (world);
  g_ptr_array_unref (world->items);
  g_ptr_array_unref (world->logs);
  g_ptr_array_unref (world->pauses);
  g_ptr_array_unref (world->checkins);
  g_hash_table_unref (world->deliveries);
  g_hash_table_unref (world->settings);
  g_hash_table_unref (world->screen);
  g_hash_table_unref (world->unconfirmed);
  g_object_unref (world->clock);
  g_free (world);
}

void
fake_world_start (FakeWorld *world)
{
  FakeDiary *diary = g_object_new (FAKE_TYPE_DIARY, NULL);
  FakeNotifier *notifier = g_object_new (FAKE_TYPE_NOTIFIER, NULL);

  g_assert_null (world->engine);
  world->generation++;
  world->killed = FALSE;
  world->kill_in = -1;
  diary->world = notifier->world = world;
  diary->generation = notifier->generation = world->generation;
  world->diary = G_OBJECT (diary);
  world->notifier = G_OBJECT (notifier);
  world->engine = brine_reminder_engine_new (BRINE_REMINDER_DIARY (diary),
                                             BRINE_NOTIFIER (notifier), world->clock);
  brine_reminder_engine_start (world->engine);
}

void
fake_world_bury (FakeWorld *world)
{
  if (world->engine == NULL)
    return;
  world->generation++;
  brine_reminder_engine_stop (world->engine);
  while (brine_reminder_engine_is_busy (world->engine))
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (world->engine);
  world->engine = NULL;
  g_clear_object (&world->diary);
  g_clear_object (&world->notifier);
  world->killed = FALSE;
  world->kill_in = -1;
}

void
fake_world_stop (FakeWorld *world)
{
  if (world->engine == NULL)
    return;
  fake_world_settle (world);
  fake_world_bury (world);
}

static gboolean
on_too_long (gpointer user_data)
{
  g_error ("The engine does not come to rest.");
  return G_SOURCE_REMOVE;
}

void
fake_world_settle (FakeWorld *world)
{
  guint n_turns = world->n_loads;
  guint source;

  if (world->engine == NULL || world->killed || !brine_reminder_engine_is_busy (world->engine))
    return;
  source = g_timeout_add_seconds (60, on_too_long, NULL);
  while (!world->killed && brine_reminder_engine_is_busy (world->engine))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (source);
  g_assert_cmpuint (world->n_loads - n_turns, <, 20);
}

void
fake_world_changed (FakeWorld *world)
{
  if (world->diary != NULL && !world->killed)
    brine_reminder_diary_emit_changed (BRINE_REMINDER_DIARY (world->diary));
  fake_world_settle (world);
}

void
fake_world_set_available (FakeWorld *world, gboolean available)
{
  world->available = available;
  if (world->notifier != NULL && !world->killed)
    brine_notifier_emit_available_changed (BRINE_NOTIFIER (world->notifier));
  fake_world_settle (world);
}

void
fake_world_set_now (FakeWorld *world, BrineInstant now)
{
  brine_clock_set_now (world->clock, now);
  fake_world_settle (world);
}

void
fake_world_set_setting (FakeWorld *world, const char *key, const char *text)
{
  if (text != NULL)
    g_hash_table_replace (world->settings, g_strdup (key), g_strdup (text));
  else
    g_hash_table_remove (world->settings, key);
}

BrinePlanItem *
fake_world_find_item (FakeWorld *world, const char *id)
{
  for (guint i = 0; i < world->items->len; i++)
    {
      BrinePlanItem *item = world->items->pdata[i];

      if (g_strcmp0 (item->id, id) == 0)
        return item;
    }
  return NULL;
}

BrineDelivery *
fake_world_find_delivery (FakeWorld *world, const char *key)
{
  return g_hash_table_lookup (world->deliveries, key);
}

void
fake_world_add_reminder (BrinePlanItem *item, const char *text)
{
  g_autoptr (GError) error = NULL;
  BrineReminder reminder;

  g_assert_true (brine_reminder_parse (text, &reminder, &error));
  g_assert_no_error (error);
  brine_reminders_add (item->reminders, reminder);
}

void
fake_world_log (FakeWorld *world, const char *item_id, BrineLocal original, BrineState state,
                BrineLocal at)
{
  const BrinePlanItem *item = fake_world_find_item (world, item_id);
  BrineLog *log = brine_log_new ();
  GTimeZone *zone = brine_clock_get_zone (world->clock);

  log->item_id = g_strdup (item_id);
  log->original = original;
  log->practice = item != NULL ? item->practice : BRINE_PRACTICE_OWN;
  log->state = state;
  log->at = brine_moment_new (brine_zone_resolve (zone, at), zone, world->day_start_minutes);
  g_ptr_array_add (world->logs, log);
}

void
fake_world_unlog (FakeWorld *world, const char *item_id, BrineLocal original)
{
  for (guint i = world->logs->len; i > 0; i--)
    {
      const BrineLog *log = world->logs->pdata[i - 1];

      if (g_strcmp0 (log->item_id, item_id) == 0 && brine_local_equal (log->original, original))
        g_ptr_array_remove_index (world->logs, i - 1);
    }
}
