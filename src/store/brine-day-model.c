/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-loaded-list-private.h"

struct _BrineDaySummary
{
  GObject parent_instance;
  BrineDayFacts facts;
};

G_DEFINE_FINAL_TYPE (BrineDaySummary, brine_day_summary, G_TYPE_OBJECT)

static void
brine_day_summary_class_init (BrineDaySummaryClass *klass)
{
}

static void
brine_day_summary_init (BrineDaySummary *self)
{
}

const BrineDayFacts *
brine_day_summary_get_facts (BrineDaySummary *self)
{
  g_return_val_if_fail (BRINE_IS_DAY_SUMMARY (self), NULL);
  return &self->facts;
}

BrineDay
brine_day_summary_get_day (BrineDaySummary *self)
{
  g_return_val_if_fail (BRINE_IS_DAY_SUMMARY (self), BRINE_DAY_INVALID);
  return self->facts.day;
}

void
brine_day_summary_get_done (BrineDaySummary *self, int *out_done, int *out_planned)
{
  int done = 0;
  int planned = 0;

  g_return_if_fail (BRINE_IS_DAY_SUMMARY (self));

  for (int i = 0; i < BRINE_N_PRACTICES && !self->facts.paused; i++)
    {
      const BrinePracticeFacts *practice = &self->facts.practices[i];

      done += practice->done;
      planned += practice->planned - practice->paused - practice->skipped;
    }
  if (out_done != NULL)
    *out_done = done;
  if (out_planned != NULL)
    *out_planned = planned;
}

struct _BrineDayModel
{
  BrineLoadedList parent_instance;

  BrineDay from;
  BrineDay to;
};

G_DEFINE_FINAL_TYPE (BrineDayModel, brine_day_model, BRINE_TYPE_LOADED_LIST)

static void
load (gpointer owner, BrineStore *store, GCancellable *cancellable, GAsyncReadyCallback callback,
      gpointer user_data)
{
  BrineDayModel *self = owner;

  brine_store_load_facts_async (store, self->from, self->to,
                                brine_clock_get_local (brine_loaded_list_get_clock (owner)),
                                cancellable, callback, user_data);
}

static GPtrArray *
finish (BrineStore *store, GAsyncResult *result, GError **error)
{
  g_autoptr (GArray) facts = brine_store_load_facts_finish (store, result, error);
  GPtrArray *rows;

  if (facts == NULL)
    return NULL;
  rows = g_ptr_array_new_full (facts->len, g_object_unref);
  for (guint i = 0; i < facts->len; i++)
    {
      BrineDaySummary *summary = g_object_new (BRINE_TYPE_DAY_SUMMARY, NULL);

      summary->facts = g_array_index (facts, BrineDayFacts, i);
      g_ptr_array_add (rows, summary);
    }
  return rows;
}

static int
compare (gpointer a, gpointer b)
{
  BrineDay day_a = brine_day_summary_get_day (a);
  BrineDay day_b = brine_day_summary_get_day (b);

  return (day_a > day_b) - (day_a < day_b);
}

static gboolean
equal_practice (const BrinePracticeFacts *a, const BrinePracticeFacts *b)
{
  return a->planned == b->planned && a->open == b->open && a->done == b->done
         && a->partly == b->partly && a->skipped == b->skipped && a->missed == b->missed
         && a->paused == b->paused && a->extra == b->extra && a->minutes == b->minutes;
}

/* By field: memory between the fields and the bits of NAN mean nothing. */
static gboolean
equal (gpointer a, gpointer b)
{
  const BrineDayFacts *x = brine_day_summary_get_facts (a);
  const BrineDayFacts *y = brine_day_summary_get_facts (b);

  for (int i = 0; i < BRINE_N_PRACTICES; i++)
    if (!equal_practice (&x->practices[i], &y->practices[i]))
      return FALSE;
  return x->day == y->day && x->n_checkins == y->n_checkins
         && (x->n_checkins == 0 || x->mood_mean == y->mood_mean) && x->mood_last == y->mood_last
         && x->energy_last == y->energy_last && x->stress_last == y->stress_last
         && x->gut_last == y->gut_last && x->has_night == y->has_night
         && brine_local_equal (x->bed, y->bed) && brine_local_equal (x->wake, y->wake)
         && x->sleep_minutes == y->sleep_minutes && x->rested == y->rested
         && x->live_servings == y->live_servings && x->plant_points == y->plant_points
         && x->paused == y->paused && x->pause_reason == y->pause_reason;
}

static void
brine_day_model_class_init (BrineDayModelClass *klass)
{
  BrineLoadedListClass *list_class = BRINE_LOADED_LIST_CLASS (klass);

  list_class->item_type = BRINE_TYPE_DAY_SUMMARY;
  list_class->source.kinds = 1u << BRINE_KIND_ITEM | 1u << BRINE_KIND_LOG | 1u << BRINE_KIND_CHECKIN
                             | 1u << BRINE_KIND_NIGHT | 1u << BRINE_KIND_PAUSE
                             | 1u << BRINE_KIND_SETTING;
  list_class->source.load = load;
  list_class->source.finish = finish;
  list_class->compare = compare;
  list_class->equal = equal;
}

static void
brine_day_model_init (BrineDayModel *self)
{
  self->from = BRINE_DAY_INVALID;
  self->to = BRINE_DAY_INVALID;
}

BrineDayModel *
brine_day_model_new (BrineStore *store, BrineClock *clock)
{
  return brine_loaded_list_new (BRINE_TYPE_DAY_MODEL, store, clock);
}

void
brine_day_model_set_range (BrineDayModel *self, BrineDay from, BrineDay to)
{
  g_return_if_fail (BRINE_IS_DAY_MODEL (self));
  g_return_if_fail (from <= to);

  if (self->from == from && self->to == to)
    return;
  self->from = from;
  self->to = to;
  brine_loaded_list_restart (BRINE_LOADED_LIST (self));
}
