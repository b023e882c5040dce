/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-reminder-engine-private.h"

/* Whoever is not told that the clock was set, that the machine woke up or that zones have other rules
 * notices it by this. */
#define LOOK_SECONDS 60

enum
{
  PROP_PROBLEM = 1,
  PROP_BUSY,
  N_PROPS,
};

enum
{
  PLANNED,
  N_SIGNALS,
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BrineReminderEngine, brine_reminder_engine, G_TYPE_OBJECT)

static void begin (BrineReminderEngine *self);

static void
set_problem (BrineReminderEngine *self, BrineReminderProblem problem)
{
  if (self->problem == problem)
    return;
  self->problem = problem;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PROBLEM]);
}

static void
set_busy (BrineReminderEngine *self, gboolean busy)
{
  if (self->busy == busy)
    return;
  self->busy = busy;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_BUSY]);
}

/* Trying again -------------------------------------------------------------------------------- */

static gboolean
on_retry (gpointer user_data)
{
  BrineReminderEngine *self = user_data;

  self->retry_source = 0;
  brine_reminder_engine_reconsider (self);
  return G_SOURCE_REMOVE;
}

/* After the last of these it is tried when something changes, and once a minute. */
static void
retry_later (BrineReminderEngine *self)
{
  static const guint delays_seconds[] = { 1, 5, 30 };

  if (self->retry_source != 0 || self->n_retries >= G_N_ELEMENTS (delays_seconds))
    return;
  self->retry_source = g_timeout_add_seconds (delays_seconds[self->n_retries++], on_retry, self);
}

static void
forget_retries (BrineReminderEngine *self)
{
  g_clear_handle_id (&self->retry_source, g_source_remove);
  self->n_retries = 0;
}

/* The end of a turn ----------------------------------------------------------------------------- */

static void
arm (BrineReminderEngine *self)
{
  if (self->timer == NULL)
    return;
  if (self->decision->has_wake)
    brine_wall_timer_set (self->timer, self->decision->wake);
  else
    brine_wall_timer_clear (self->timer);
}

/* What could not be shown now stays owed. */
static void
hold_notices (BrineReminderEngine *self)
{
  for (guint i = 0; i < self->decision->notices->len; i++)
    {
      const BrineNotice *notice = self->decision->notices->pdata[i];

      for (guint j = 0; j < notice->dues->len; j++)
        g_hash_table_add (self->decision->held,
                          g_strdup (((const BrineDue *)notice->dues->pdata[j])->key));
    }
  g_ptr_array_set_size (self->decision->notices, 0);
}

static void
remember (BrineReminderEngine *self)
{
  g_clear_pointer (&self->memory.held, g_hash_table_unref);
  self->memory.held = g_hash_table_ref (self->decision->held);
  self->memory.seen_until = self->now;
  self->last_check = self->now;
}

static void
end_turn (BrineReminderEngine *self, BrineReminderProblem problem, gboolean more)
{
  set_problem (self, problem);
  if (problem == BRINE_REMINDER_PROBLEM_NONE)
    forget_retries (self);
  else if (self->running)
    retry_later (self);

  if (self->running && (self->again || (more && problem == BRINE_REMINDER_PROBLEM_NONE)))
    {
      begin (self);
      return;
    }
  set_busy (self, FALSE);
  if (self->running && problem != BRINE_REMINDER_PROBLEM_DIARY)
    g_signal_emit (self, signals[PLANNED], 0);
}

static void
fail_diary (BrineReminderEngine *self, const GError *error)
{
  /* Messages of the store name nothing of the user's. */
  g_message ("Reminders cannot be looked after: %s", error->message);
  self->again = FALSE; /* what changed is read with the next try */
  end_turn (self, BRINE_REMINDER_PROBLEM_DIARY, FALSE);
}

/* Showing --------------------------------------------------------------------------------------- */

static void
on_shown_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BrineReminderEngine) self = user_data;
  g_autoptr (GError) error = NULL;

  if (self->diary == NULL)
    return;
  if (!brine_reminder_diary_commit_finish (self->diary, result, &error))
    {
      /* They stay claimed, and are shown again under the same id. */
      fail_diary (self, error);
      return;
    }
  remember (self);
  arm (self);
  end_turn (self, self->found, TRUE);
}

static void
add_shown (const BrineNotice *notice, BrineInstant now, GPtrArray *shown)
{
  for (guint i = 0; i < notice->deliveries->len; i++)
    {
      BrineDelivery *delivery = brine_delivery_copy (notice->deliveries->pdata[i]);

      delivery->state = BRINE_DELIVERY_SHOWN;
      delivery->shown = TRUE;
      delivery->at = now;
      delivery->until = (BrineInstant){ 0 };
      g_ptr_array_add (shown, delivery);
    }
}

/* All that was handed over is answered: what reached the screen is noted. */
static void
note_shown (BrineReminderEngine *self)
{
  g_autoptr (GPtrArray) shown = g_steal_pointer (&self->shown);

  if (shown->len > 0)
    brine_reminder_diary_commit_async (self->diary, shown, NULL, on_shown_written,
                                       g_object_ref (self));
  else
    {
      remember (self);
      arm (self);
      end_turn (self, self->found, TRUE);
    }
}

typedef struct
{
  BrineReminderEngine *engine;
  BrineNotice *notice;
} Showing;

static void
on_shown (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Showing *showing = user_data;
  g_autoptr (BrineReminderEngine) self = showing->engine;
  g_autoptr (BrineNotice) notice = showing->notice;
  g_autoptr (GError) error = NULL;

  if (brine_notifier_show_finish (BRINE_NOTIFIER (source), result, &error))
    add_shown (notice, self->now, self->shown);
  else
    {
      g_message ("A notification was not shown: %s", error->message);
      self->found = BRINE_REMINDER_PROBLEM_NOT_SHOWN;
    }
  if (--self->n_showing == 0 && self->diary != NULL)
    note_shown (self);
}

static void
show (BrineReminderEngine *self, BrineNotice *notice)
{
  Showing *showing = g_new (Showing, 1);

  for (guint i = 0; notice->withdraw != NULL && notice->withdraw[i] != NULL; i++)
    brine_notifier_withdraw (self->notifier, notice->withdraw[i]);
  *showing = (Showing){ g_object_ref (self), brine_notice_ref (notice) };
  brine_notifier_show_async (self->notifier, notice, on_shown, showing);
}

/* Everything is claimed; the screen comes next, then the note that it was reached. */
static void
show_all (BrineReminderEngine *self)
{
  const GPtrArray *notices = self->decision->notices;

  for (guint i = 0; i < self->decision->withdraw->len; i++)
    brine_notifier_withdraw (self->notifier, self->decision->withdraw->pdata[i]);
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  self->shown = g_ptr_array_new_with_free_func ((GDestroyNotify)brine_delivery_free);
  self->n_showing = notices->len;
  if (notices->len == 0)
    note_shown (self);
  for (guint i = 0; i < notices->len; i++)
    show (self, notices->pdata[i]);
}

static void
on_claimed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BrineReminderEngine) self = user_data;
  g_autoptr (GError) error = NULL;

  if (self->diary == NULL)
    return;
  if (!brine_reminder_diary_commit_finish (self->diary, result, &error))
    fail_diary (self, error);
  else if (!self->running)
    end_turn (self, self->problem, FALSE); /* claimed, and shown by the next one */
  else
    show_all (self);
}

/* Deciding -------------------------------------------------------------------------------------- */

static void
act (BrineReminderEngine *self)
{
  g_autoptr (GPtrArray) deliveries = g_ptr_array_new ();
  BrineDecision *decision = self->decision;

  self->found = BRINE_REMINDER_PROBLEM_NONE;
  if (!brine_notifier_is_available (self->notifier))
    {
      hold_notices (self);
      self->found = BRINE_REMINDER_PROBLEM_NO_SERVER;
    }
  if (brine_decision_is_empty (decision))
    {
      remember (self);
      arm (self);
      end_turn (self, self->found, FALSE);
      return;
    }

  for (guint i = 0; i < decision->ended->len; i++)
    g_ptr_array_add (deliveries, decision->ended->pdata[i]);
  for (guint i = 0; i < decision->notices->len; i++)
    {
      const BrineNotice *notice = decision->notices->pdata[i];

      for (guint j = 0; j < notice->deliveries->len; j++)
        g_ptr_array_add (deliveries, notice->deliveries->pdata[j]);
    }
  brine_reminder_diary_commit_async (self->diary, deliveries, NULL, on_claimed,
                                     g_object_ref (self));
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BrineReminderEngine) self = user_data;
  g_autoptr (GError) error = NULL;
  BrineReminderFacts *facts;

  if (self->diary == NULL)
    return;
  facts = brine_reminder_diary_load_finish (self->diary, result, &error);
  if (facts == NULL || !self->running)
    {
      brine_reminder_facts_free (facts);
      if (error == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        end_turn (self, self->problem, FALSE);
      else
        fail_diary (self, error);
      return;
    }
  g_clear_pointer (&self->facts, brine_reminder_facts_free);
  g_clear_pointer (&self->decision, brine_decision_free);
  self->facts = facts;
  self->decision = brine_reminder_decide (facts, &self->memory, self->now, self->zone);
  act (self);
}

static gboolean
is_zone_new (BrineReminderEngine *self, GTimeZone *zone)
{
  return self->zone != NULL
         && strcmp (g_time_zone_get_identifier (zone), g_time_zone_get_identifier (self->zone))
                != 0;
}

static void
begin (BrineReminderEngine *self)
{
  GTimeZone *zone = brine_clock_get_zone (self->clock);

  /* Elsewhere other times lie behind us. */
  if (is_zone_new (self, zone))
    self->memory.seen_until = (BrineInstant){ 0 };
  g_clear_pointer (&self->zone, g_time_zone_unref);
  self->zone = g_time_zone_ref (zone);
  self->now = brine_clock_get_now (self->clock);
  self->again = FALSE;
  set_busy (self, TRUE);

  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  brine_reminder_diary_load_async (self->diary, self->now, self->zone, self->cancellable, on_loaded,
                                   g_object_ref (self));
}

void
brine_reminder_engine_reconsider (BrineReminderEngine *self)
{
  g_return_if_fail (BRINE_IS_REMINDER_ENGINE (self));

  if (!self->running)
    return;
  if (self->busy)
    self->again = TRUE;
  else
    begin (self);
}

/* Following ------------------------------------------------------------------------------------- */

static void
on_available_changed (BrineReminderEngine *self)
{
  forget_retries (self);
  brine_reminder_engine_reconsider (self);
}

static void
on_timer (gboolean stepped, gpointer user_data)
{
  brine_reminder_engine_reconsider (user_data);
}

/* Whether the clock shows something else than whoever armed the timer counted on. */
static gboolean
is_time_up (BrineReminderEngine *self)
{
  BrineInstant now = brine_clock_get_now (self->clock);

  return self->decision == NULL || brine_instant_compare (now, self->last_check) < 0
         || (self->decision->has_wake && brine_instant_compare (self->decision->wake, now) <= 0);
}

static gboolean
on_look (gpointer user_data)
{
  BrineReminderEngine *self = user_data;

  brine_reminder_diary_check (self->diary);
  brine_clock_look (self->clock);
  if (!self->busy && (self->problem != BRINE_REMINDER_PROBLEM_NONE || is_time_up (self)))
    brine_reminder_engine_reconsider (self);
  return G_SOURCE_CONTINUE;
}

void
brine_reminder_engine_start (BrineReminderEngine *self)
{
  g_return_if_fail (BRINE_IS_REMINDER_ENGINE (self));

  if (self->running)
    return;
  self->running = TRUE;
  g_signal_connect_object (self->diary, "changed", G_CALLBACK (brine_reminder_engine_reconsider),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->clock, "changed", G_CALLBACK (brine_reminder_engine_reconsider),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->notifier, "available-changed", G_CALLBACK (on_available_changed),
                           self, G_CONNECT_SWAPPED);
  /* A clock that stands still tells when it is set. */
  if (!brine_clock_is_fixed (self->clock))
    self->timer = brine_wall_timer_new (on_timer, self);
  self->look_source = g_timeout_add_seconds (LOOK_SECONDS, on_look, self);
  brine_reminder_engine_reconsider (self);
}

void
brine_reminder_engine_stop (BrineReminderEngine *self)
{
  g_return_if_fail (BRINE_IS_REMINDER_ENGINE (self));

  if (!self->running)
    return;
  self->running = FALSE;
  g_signal_handlers_disconnect_by_data (self->diary, self);
  g_signal_handlers_disconnect_by_data (self->clock, self);
  g_signal_handlers_disconnect_by_data (self->notifier, self);
  g_clear_pointer (&self->timer, brine_wall_timer_free);
  g_clear_handle_id (&self->look_source, g_source_remove);
  forget_retries (self);
  g_cancellable_cancel (self->cancellable);
}

/* The object ------------------------------------------------------------------------------------ */

BrineReminderEngine *
brine_reminder_engine_new (BrineReminderDiary *diary, BrineNotifier *notifier, BrineClock *clock)
{
  g_return_val_if_fail (BRINE_IS_REMINDER_DIARY (diary), NULL);
  g_return_val_if_fail (BRINE_IS_NOTIFIER (notifier), NULL);
  g_return_val_if_fail (BRINE_IS_CLOCK (clock), NULL);

  BrineReminderEngine *self = g_object_new (BRINE_TYPE_REMINDER_ENGINE, NULL);
  self->diary = g_object_ref (diary);
  self->notifier = g_object_ref (notifier);
  self->clock = g_object_ref (clock);
  return self;
}

static void
brine_reminder_engine_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BrineReminderEngine *self = BRINE_REMINDER_ENGINE (object);

  switch (id)
    {
    case PROP_PROBLEM:
      g_value_set_int (value, (int)self->problem);
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, self->busy);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
brine_reminder_engine_dispose (GObject *object)
{
  BrineReminderEngine *self = BRINE_REMINDER_ENGINE (object);

  if (self->diary != NULL)
    brine_reminder_engine_stop (self);
  g_clear_object (&self->diary);
  g_clear_object (&self->notifier);
  g_clear_object (&self->clock);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (brine_reminder_engine_parent_class)->dispose (object);
}

static void
brine_reminder_engine_finalize (GObject *object)
{
  BrineReminderEngine *self = BRINE_REMINDER_ENGINE (object);

  g_clear_pointer (&self->facts, brine_reminder_facts_free);
  g_clear_pointer (&self->decision, brine_decision_free);
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  g_clear_pointer (&self->memory.held, g_hash_table_unref);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  G_OBJECT_CLASS (brine_reminder_engine_parent_class)->finalize (object);
}

static void
brine_reminder_engine_class_init (BrineReminderEngineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = brine_reminder_engine_get_property;
  object_class->dispose = brine_reminder_engine_dispose;
  object_class->finalize = brine_reminder_engine_finalize;

  props[PROP_PROBLEM] =
      g_param_spec_int ("problem", NULL, NULL, BRINE_REMINDER_PROBLEM_NONE,
                        BRINE_REMINDER_PROBLEM_DIARY, BRINE_REMINDER_PROBLEM_NONE,
                        G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_BUSY] =
      g_param_spec_boolean ("busy", NULL, NULL, FALSE,
                            G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[PLANNED] = g_signal_new ("planned", BRINE_TYPE_REMINDER_ENGINE, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
brine_reminder_engine_init (BrineReminderEngine *self)
{
}
