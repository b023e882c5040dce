/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-models.h"

#include "brine-change-private.h"

/*
 * Two stacks of inverse changes and a queue of what is still to be written. One change is with
 * the store at a time, so an undo given right after a change finds that change's inverse.
 */

typedef enum
{
  STEP_APPLY,
  STEP_UNDO,
  STEP_REDO,
} StepKind;

typedef struct
{
  StepKind kind;
  char *label;         /* nullable */
  BrineChange *change; /* NULL for undo and redo until their turn */
} Step;

/* An inverse and what it takes back. */
typedef struct
{
  char *label;
  BrineChange *change;
} Inverse;

struct _BrineHistory
{
  GObject parent_instance;

  BrineStore *store;
  GQueue steps; /* Step; the head is with the store */
  gboolean with_store;
  GPtrArray *undo; /* Inverse, last on top; so redo */
  GPtrArray *redo;
};

G_DEFINE_FINAL_TYPE (BrineHistory, brine_history, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_BUSY,
  N_PROPS
};

enum
{
  APPLIED,
  REVERSED,
  FAILED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void run_next (BrineHistory *self);

static void
step_free (gpointer data)
{
  Step *step = data;

  brine_change_free (step->change);
  g_free (step->label);
  g_free (step);
}

static void
inverse_free (gpointer data)
{
  Inverse *inverse = data;

  brine_change_free (inverse->change);
  g_free (inverse->label);
  g_free (inverse);
}

/* @change taken over. */
static void
push (GPtrArray *stack, const char *label, BrineChange *change)
{
  Inverse *inverse = g_new0 (Inverse, 1);

  inverse->label = g_strdup (label);
  inverse->change = change;
  g_ptr_array_add (stack, inverse);
}

static Inverse *
pop (GPtrArray *stack)
{
  return stack->len == 0 ? NULL : g_ptr_array_steal_index (stack, stack->len - 1);
}

typedef struct
{
  gboolean can_undo;
  gboolean can_redo;
  gboolean busy;
} Flags;

static Flags
get_flags (BrineHistory *self)
{
  return (Flags){ brine_history_can_undo (self), brine_history_can_redo (self),
                  brine_history_is_busy (self) };
}

static void
notify_difference (BrineHistory *self, Flags before)
{
  Flags after = get_flags (self);

  if (before.can_undo != after.can_undo)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_UNDO]);
  if (before.can_redo != after.can_redo)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_REDO]);
  if (before.busy != after.busy)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

/* Nobody takes back what he cannot see: only a change with a label goes on the stacks. */
static gboolean
is_to_be_kept (const Step *step, const BrineChange *inverse)
{
  return step->kind != STEP_APPLY || (step->label != NULL && !brine_change_is_empty (inverse));
}

/* What is on the disk changes the stacks. @inverse taken over. */
static void
note_success (BrineHistory *self, const Step *step, BrineChange *inverse)
{
  switch (step->kind)
    {
    case STEP_APPLY:
      push (self->undo, step->label, inverse);
      g_ptr_array_set_size (self->redo, 0);
      break;
    case STEP_UNDO:
      push (self->redo, step->label, inverse);
      break;
    case STEP_REDO:
    default:
      push (self->undo, step->label, inverse);
      break;
    }
}

/* An undo that failed (the disk is full) can be tried again. */
static void
note_failure (BrineHistory *self, const Step *step)
{
  if (step->kind != STEP_APPLY)
    push (step->kind == STEP_UNDO ? self->undo : self->redo, step->label,
          brine_change_ref (step->change));
}

static void
emit_outcome (BrineHistory *self, const Step *step, GError *error)
{
  if (error != NULL)
    g_signal_emit (self, signals[FAILED], 0, step->label, error);
  else if (step->kind != STEP_APPLY)
    g_signal_emit (self, signals[REVERSED], 0, step->label, step->kind == STEP_REDO);
  else if (step->label != NULL)
    g_signal_emit (self, signals[APPLIED], 0, step->label);
}

static void
on_applied_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BrineHistory) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BrineChange) inverse = brine_store_apply_finish (BRINE_STORE (object), result, &error);
  Flags before = get_flags (self);
  Step *step = g_queue_pop_head (&self->steps);

  self->with_store = FALSE;
  if (inverse != NULL && is_to_be_kept (step, inverse))
    note_success (self, step, g_steal_pointer (&inverse));
  else if (error != NULL)
    note_failure (self, step);
  run_next (self);
  notify_difference (self, before);
  emit_outcome (self, step, error);
  step_free (step);
}

/* Finds what a step means now: for undo and redo what is on top of the stack. FALSE: nothing. */
static gboolean
prepare (BrineHistory *self, Step *step)
{
  Inverse *inverse;

  if (step->kind == STEP_APPLY)
    return TRUE;
  inverse = pop (step->kind == STEP_UNDO ? self->undo : self->redo);
  if (inverse == NULL)
    return FALSE;
  step->label = g_steal_pointer (&inverse->label);
  step->change = g_steal_pointer (&inverse->change);
  inverse_free (inverse);
  return TRUE;
}

static void
run_next (BrineHistory *self)
{
  while (!self->with_store && !g_queue_is_empty (&self->steps))
    {
      Step *step = g_queue_peek_head (&self->steps);

      if (!prepare (self, step))
        {
          step_free (g_queue_pop_head (&self->steps));
          continue;
        }
      self->with_store = TRUE;
      brine_store_apply_async (self->store, brine_change_ref (step->change), NULL, on_applied_cb,
                               g_object_ref (self));
    }
}

static void
add_step (BrineHistory *self, StepKind kind, const char *label, BrineChange *change)
{
  Flags before = get_flags (self);
  Step *step = g_new0 (Step, 1);

  step->kind = kind;
  step->label = g_strdup (label);
  step->change = change;
  g_queue_push_tail (&self->steps, step);
  run_next (self);
  notify_difference (self, before);
}

static void
brine_history_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BrineHistory *self = BRINE_HISTORY (object);

  switch (id)
    {
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, brine_history_can_undo (self));
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, brine_history_can_redo (self));
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, brine_history_is_busy (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
brine_history_finalize (GObject *object)
{
  BrineHistory *self = BRINE_HISTORY (object);

  g_queue_clear_full (&self->steps, step_free);
  g_ptr_array_unref (self->undo);
  g_ptr_array_unref (self->redo);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (brine_history_parent_class)->finalize (object);
}

static void
brine_history_class_init (BrineHistoryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = brine_history_get_property;
  object_class->finalize = brine_history_finalize;

  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[APPLIED] = g_signal_new ("applied", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[REVERSED] =
      g_signal_new ("reversed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_ERROR);
}

static void
brine_history_init (BrineHistory *self)
{
  g_queue_init (&self->steps);
  self->undo = g_ptr_array_new_with_free_func (inverse_free);
  self->redo = g_ptr_array_new_with_free_func (inverse_free);
}

BrineHistory *
brine_history_new (BrineStore *store)
{
  g_return_val_if_fail (BRINE_IS_STORE (store), NULL);

  BrineHistory *self = g_object_new (BRINE_TYPE_HISTORY, NULL);
  self->store = g_object_ref (store);
  return self;
}

BrineStore *
brine_history_get_store (BrineHistory *self)
{
  g_return_val_if_fail (BRINE_IS_HISTORY (self), NULL);
  return self->store;
}

void
brine_history_apply (BrineHistory *self, const char *label, BrineChange *change)
{
  g_return_if_fail (BRINE_IS_HISTORY (self));
  g_return_if_fail (change != NULL);
  add_step (self, STEP_APPLY, label, change);
}

void
brine_history_note (BrineHistory *self, const char *label, BrineChange *inverse)
{
  Flags before;

  g_return_if_fail (BRINE_IS_HISTORY (self));
  g_return_if_fail (label != NULL && inverse != NULL);

  before = get_flags (self);
  push (self->undo, label, inverse);
  g_ptr_array_set_size (self->redo, 0);
  notify_difference (self, before);
  g_signal_emit (self, signals[APPLIED], 0, label);
}

void
brine_history_undo (BrineHistory *self)
{
  g_return_if_fail (BRINE_IS_HISTORY (self));
  add_step (self, STEP_UNDO, NULL, NULL);
}

void
brine_history_redo (BrineHistory *self)
{
  g_return_if_fail (BRINE_IS_HISTORY (self));
  add_step (self, STEP_REDO, NULL, NULL);
}

gboolean
brine_history_can_undo (BrineHistory *self)
{
  g_return_val_if_fail (BRINE_IS_HISTORY (self), FALSE);
  return self->undo->len > 0;
}

gboolean
brine_history_can_redo (BrineHistory *self)
{
  g_return_val_if_fail (BRINE_IS_HISTORY (self), FALSE);
  return self->redo->len > 0;
}

gboolean
brine_history_is_busy (BrineHistory *self)
{
  g_return_val_if_fail (BRINE_IS_HISTORY (self), FALSE);
  return !g_queue_is_empty (&self->steps);
}
