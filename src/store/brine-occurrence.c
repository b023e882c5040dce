/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-occurrence-private.h"

struct _BrineOccurrence
{
  GObject parent_instance;

  char *key;
  BrinePlan *plan; /* keeps slot.item and slot.exception; NULL: unplanned */
  BrineSlot slot;  /* item NULL: unplanned */
  BrineLocal start;
  BrineLocal end;
  int minutes;
  BrinePractice practice;
  BrineState state;
  BrineLog *log;     /* nullable */
  BrineNight *night; /* nullable */
};

G_DEFINE_FINAL_TYPE (BrineOccurrence, brine_occurrence, G_TYPE_OBJECT)

static void
brine_occurrence_finalize (GObject *object)
{
  BrineOccurrence *self = BRINE_OCCURRENCE (object);

  g_free (self->key);
  g_clear_pointer (&self->plan, brine_plan_unref);
  g_clear_pointer (&self->log, brine_log_free);
  g_clear_pointer (&self->night, brine_night_free);
  G_OBJECT_CLASS (brine_occurrence_parent_class)->finalize (object);
}

static void
brine_occurrence_class_init (BrineOccurrenceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = brine_occurrence_finalize;
}

static void
brine_occurrence_init (BrineOccurrence *self)
{
}

/* Drawn as it was slept. */
static void
take_night (BrineOccurrence *self, BrineNight *night)
{
  self->night = night;
  self->start = brine_moment_get_local (&night->bed);
  self->end = brine_moment_get_local (&night->wake);
  self->minutes = brine_night_get_minutes (night);
}

static void
set_span (BrineOccurrence *self, BrineLocal start, int minutes)
{
  self->start = start;
  self->minutes = minutes;
  self->end = brine_local_add_seconds (start, (int64_t)minutes * 60);
}

static char *
make_key (const BrinePlanItem *item, BrineLocal original)
{
  g_autofree char *text = brine_local_to_string (original);

  return g_strconcat (item->id, "@", text, NULL);
}

BrineOccurrence *
brine_occurrence_new_planned (BrinePlan *plan, const BrineSlot *slot, BrineState state,
                              BrineLog *log, BrineNight *night)
{
  BrineOccurrence *self = g_object_new (BRINE_TYPE_OCCURRENCE, NULL);

  self->key = make_key (slot->item, slot->original);
  self->plan = brine_plan_ref (plan);
  self->slot = *slot;
  self->practice = slot->item->practice;
  self->state = state;
  self->log = log;
  set_span (self, slot->start, slot->minutes);
  if (night != NULL)
    take_night (self, night);
  return self;
}

BrineOccurrence *
brine_occurrence_new_log (BrineLog *log)
{
  BrineOccurrence *self = g_object_new (BRINE_TYPE_OCCURRENCE, NULL);
  double minutes = brine_amount_get_minutes (log->amount);

  self->key = g_strdup (log->id);
  self->slot.original = log->item_id != NULL ? log->original : brine_moment_get_local (&log->at);
  self->slot.day = log->at.day;
  self->practice = log->practice;
  self->state = log->state;
  self->log = log;
  set_span (self, brine_moment_get_local (&log->at), (int)CLAMP (minutes, 0, 525600));
  return self;
}

BrineOccurrence *
brine_occurrence_new_night (BrineNight *night)
{
  BrineOccurrence *self = g_object_new (BRINE_TYPE_OCCURRENCE, NULL);

  self->key = g_strdup (night->id);
  self->slot.day = night->wake.day;
  self->practice = BRINE_PRACTICE_SLEEP;
  self->state = BRINE_STATE_DONE;
  take_night (self, night);
  self->slot.original = self->start;
  return self;
}

const char *
brine_occurrence_get_key (BrineOccurrence *self)
{
  g_return_val_if_fail (BRINE_IS_OCCURRENCE (self), NULL);
  return self->key;
}

const char *
brine_occurrence_get_item_id (BrineOccurrence *self)
{
  g_return_val_if_fail (BRINE_IS_OCCURRENCE (self), NULL);
  if (self->slot.item != NULL)
    return self->slot.item->id;
  return self->log != NULL ? self->log->item_id : NULL;
}

const BrineSlot *
brine_occurrence_get_planned (BrineOccurrence *self)
{
  g_return_val_if_fail (BRINE_IS_OCCURRENCE (self), NULL);
  return self->slot.item != NULL ? &self->slot : NULL;
}

const char *
brine_occurrence_get_uid (BrineOccurrence *self)
{
  g_return_val_if_fail (BRINE_IS_OCCURRENCE (self), NULL);
  return self->slot.item != NULL ? self->slot.item->uid : NULL;
}

BrineLocal
brine_occurrence_get_original (BrineOccurrence *self)
{
  g_return_val_if_fail (BRINE_IS_OCCURRENCE (self), (BrineLocal){ 0 });
  return self->slot.original;
}

BrineLocal
brine_occurrence_get_start (BrineOccurrence *self)
{
  g_return_val_if_fail (BRINE_IS_OCCURRENCE (self), (BrineLocal){ 0 });
  return self->start;
}

BrineLocal
brine_occurrence_get_end (BrineOccurrence *self)
{
  g_return_val_if_fail (BRINE_IS_OCCURRENCE (self), (BrineLocal){ 0 });
  return self->end;
}

int
brine_occurrence_get_minutes (BrineOccurrence *self)
{
  g_return_val_if_fail (BRINE_IS_OCCURRENCE (self), 0);
  return self->minutes;
}

BrineDay
brine_occurrence_get_day (BrineOccurrence *self)
{
  g_return_val_if_fail (BRINE_IS_OCCURRENCE (self), BRINE_DAY_INVALID);
  return self->slot.day;
}

BrinePractice
brine_occurrence_get_practice (BrineOccurrence *self)
{
  g_return_val_if_fail (BRINE_IS_OCCURRENCE (self), BRINE_PRACTICE_OWN);
  return self->practice;
}

BrineState
brine_occurrence_get_state (BrineOccurrence *self)
{
  g_return_val_if_fail (BRINE_IS_OCCURRENCE (self), BRINE_STATE_PLANNED);
  return self->state;
}

const char *
brine_occurrence_get_title (BrineOccurrence *self)
{
  g_return_val_if_fail (BRINE_IS_OCCURRENCE (self), NULL);
  if (self->slot.exception != NULL && self->slot.exception->title != NULL)
    return self->slot.exception->title;
  if (self->slot.item != NULL)
    return self->slot.item->title;
  return self->log != NULL && self->log->title != NULL ? self->log->title : "";
}

gboolean
brine_occurrence_is_recurring (BrineOccurrence *self)
{
  g_return_val_if_fail (BRINE_IS_OCCURRENCE (self), FALSE);
  return self->slot.item != NULL && brine_plan_item_is_recurring (self->slot.item);
}

gboolean
brine_occurrence_is_moved (BrineOccurrence *self)
{
  g_return_val_if_fail (BRINE_IS_OCCURRENCE (self), FALSE);
  return self->slot.exception != NULL && !brine_local_equal (self->slot.start, self->slot.original);
}

BrineGoal
brine_occurrence_get_goal (BrineOccurrence *self)
{
  g_return_val_if_fail (BRINE_IS_OCCURRENCE (self), (BrineGoal){ 0 });
  if (self->slot.item == NULL)
    return (BrineGoal){ .kind = BRINE_GOAL_NONE };
  return brine_plan_item_get_goal (self->slot.item, self->slot.day);
}

const char *
brine_occurrence_get_recipe_id (BrineOccurrence *self)
{
  g_return_val_if_fail (BRINE_IS_OCCURRENCE (self), NULL);
  if (self->slot.exception != NULL && self->slot.exception->recipe_id != NULL)
    return self->slot.exception->recipe_id;
  if (self->slot.item != NULL)
    return self->slot.item->recipe_id;
  return self->log != NULL ? self->log->recipe_id : NULL;
}

double
brine_occurrence_get_portions (BrineOccurrence *self)
{
  g_return_val_if_fail (BRINE_IS_OCCURRENCE (self), 1);
  return self->slot.item != NULL ? self->slot.item->portions : 1;
}

BrineMealSlot
brine_occurrence_get_slot (BrineOccurrence *self)
{
  g_return_val_if_fail (BRINE_IS_OCCURRENCE (self), BRINE_MEAL_SLOT_NONE);
  return self->slot.item != NULL ? self->slot.item->slot : BRINE_MEAL_SLOT_NONE;
}

const char *
brine_occurrence_get_notes (BrineOccurrence *self)
{
  g_return_val_if_fail (BRINE_IS_OCCURRENCE (self), NULL);
  if (self->slot.exception != NULL && self->slot.exception->notes != NULL)
    return self->slot.exception->notes;
  return self->slot.item != NULL ? self->slot.item->notes : NULL;
}

const char *
brine_occurrence_get_location (BrineOccurrence *self)
{
  g_return_val_if_fail (BRINE_IS_OCCURRENCE (self), NULL);
  return self->slot.item != NULL ? self->slot.item->location : NULL;
}

const BrineLog *
brine_occurrence_get_log (BrineOccurrence *self)
{
  g_return_val_if_fail (BRINE_IS_OCCURRENCE (self), NULL);
  return self->log;
}

const BrineNight *
brine_occurrence_get_night (BrineOccurrence *self)
{
  g_return_val_if_fail (BRINE_IS_OCCURRENCE (self), NULL);
  return self->night;
}

static gboolean
equal_plan (BrineOccurrence *a, BrineOccurrence *b)
{
  BrineGoal goal_a = brine_occurrence_get_goal (a);
  BrineGoal goal_b = brine_occurrence_get_goal (b);

  return brine_goal_equal (&goal_a, &goal_b)
         && g_strcmp0 (brine_occurrence_get_uid (a), brine_occurrence_get_uid (b)) == 0
         && g_strcmp0 (brine_occurrence_get_title (a), brine_occurrence_get_title (b)) == 0
         && g_strcmp0 (brine_occurrence_get_recipe_id (a), brine_occurrence_get_recipe_id (b)) == 0
         && g_strcmp0 (brine_occurrence_get_notes (a), brine_occurrence_get_notes (b)) == 0
         && g_strcmp0 (brine_occurrence_get_location (a), brine_occurrence_get_location (b)) == 0
         && brine_occurrence_get_portions (a) == brine_occurrence_get_portions (b)
         && brine_occurrence_get_slot (a) == brine_occurrence_get_slot (b)
         && brine_occurrence_is_recurring (a) == brine_occurrence_is_recurring (b)
         && brine_occurrence_is_moved (a) == brine_occurrence_is_moved (b);
}

static gboolean
equal_facts (BrineOccurrence *a, BrineOccurrence *b)
{
  if ((a->log == NULL) != (b->log == NULL) || (a->night == NULL) != (b->night == NULL))
    return FALSE;
  return (a->log == NULL || brine_log_equal (a->log, b->log))
         && (a->night == NULL || brine_night_equal (a->night, b->night));
}

gboolean
brine_occurrence_equal (BrineOccurrence *a, BrineOccurrence *b)
{
  g_return_val_if_fail (BRINE_IS_OCCURRENCE (a) && BRINE_IS_OCCURRENCE (b), FALSE);
  return a == b
         || (strcmp (a->key, b->key) == 0 && a->state == b->state && a->practice == b->practice
             && a->slot.day == b->slot.day && a->minutes == b->minutes
             && brine_local_equal (a->start, b->start) && brine_local_equal (a->end, b->end)
             && equal_plan (a, b) && equal_facts (a, b));
}

int
brine_occurrence_compare (BrineOccurrence *a, BrineOccurrence *b)
{
  int order = brine_local_compare (a->start, b->start);

  if (order == 0)
    order = (b->minutes > a->minutes) - (b->minutes < a->minutes);
  if (order == 0)
    order = strcmp (brine_occurrence_get_title (a), brine_occurrence_get_title (b));
  return order != 0 ? order : strcmp (a->key, b->key);
}
