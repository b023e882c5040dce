/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-edit-impact.h"

#include "brine-edit-private.h"

typedef struct
{
  const BrineEdit *edit;
  const BrinePlanItem *item;
  BrineLocal original;
  BrineScope scope;
  const GArray *logged;
  BrineEditImpact *impact;
} Measure;

/* Every occurrence of a series that ends. FALSE: it does not, or nobody can tell. */
static gboolean
expand_all (const BrinePlanItem *item, GArray *out_slots)
{
  BrineLocal until;

  if (item->rule != NULL && brine_rule_get_count (item->rule) == 0
      && !brine_rule_get_until (item->rule, &until))
    return FALSE;
  return brine_plan_item_expand (item, BRINE_DAY_MIN + 1, BRINE_DAY_MAX - 1, 0, out_slots)
         == BRINE_EXPANSION_COMPLETE;
}

static gboolean
is_meant (const Measure *measure, BrineLocal original)
{
  int order = brine_local_compare (original, measure->original);

  if (measure->scope == BRINE_SCOPE_THIS)
    return order == 0;
  return measure->scope == BRINE_SCOPE_ALL || order >= 0;
}

static gboolean
is_moved (const BrineException *exception)
{
  return !exception->cancelled && !brine_local_equal (exception->start, exception->original);
}

/* Whether the edit puts it elsewhere or gives it other words; the edited one in any case. */
static gboolean
stays_put (const Measure *measure, const BrineSlot *slot)
{
  const BrineEdit *edit = measure->edit;
  const BrinePlanItem *target;
  BrineLocal original;
  BrineEditRequest was, is;

  if (slot->exception == NULL || !is_moved (slot->exception)
      || brine_local_equal (slot->original, measure->original))
    return FALSE;
  target = brine_edit_find (edit, slot->original, &original);
  return target != NULL && brine_edit_request_init (&was, measure->item, slot->original, NULL, NULL)
         && brine_edit_request_init (&is, target, original, NULL, NULL)
         && brine_local_equal (was.start, is.start) && was.minutes == is.minutes
         && brine_text_equal (was.title, is.title);
}

static void
count_slot (const Measure *measure, const BrineSlot *slot)
{
  BrineEditImpact *impact = measure->impact;
  gboolean several = measure->scope != BRINE_SCOPE_THIS;

  impact->n_total++;
  if (!is_meant (measure, slot->original)
      || (several && brine_local_compare (slot->original, measure->edit->from) < 0)
      || (several && brine_edit_is_logged (measure->logged, slot->original))
      || stays_put (measure, slot))
    return;
  impact->n_changed++;
  if (brine_local_compare (slot->original, measure->original) > 0)
    impact->n_later++;
}

static void
count_series (const Measure *measure)
{
  BrineEditImpact *impact = measure->impact;
  g_autoptr (GArray) slots = g_array_new (FALSE, FALSE, sizeof (BrineSlot));

  if (!expand_all (measure->item, slots))
    {
      impact->endless = TRUE;
      return;
    }
  for (guint i = 0; i < slots->len; i++)
    count_slot (measure, &g_array_index (slots, BrineSlot, i));
}

static void
count_logged (const Measure *measure)
{
  for (guint i = 0; measure->logged != NULL && i < measure->logged->len; i++)
    measure->impact->n_logged += is_meant (measure, g_array_index (measure->logged, BrineLocal, i));
}

/* A long history is left whole: what comes before the edit stays, logged or not. */
static void
count_history (const Measure *measure)
{
  g_autoptr (GArray) slots = g_array_new (FALSE, FALSE, sizeof (BrineSlot));
  BrineLocal from = measure->edit->from;

  if (measure->scope != BRINE_SCOPE_ALL || brine_local_compare (from, BRINE_EDIT_BEGINNING) == 0)
    return;
  brine_plan_item_expand (measure->item, BRINE_DAY_MIN + 1, from.day + 1, 0, slots);
  for (guint i = 0; i < slots->len; i++)
    measure->impact->n_before +=
        brine_local_compare (g_array_index (slots, BrineSlot, i).original, from) < 0;
  measure->impact->from = from.day;
}

static gboolean
is_lost (const Measure *measure, const BrineException *exception)
{
  BrineLocal original;

  return !exception->cancelled && is_meant (measure, exception->original)
         && brine_edit_find (measure->edit, exception->original, &original) == NULL;
}

static void
count_exceptions (const Measure *measure)
{
  BrineEditImpact *impact = measure->impact;
  const GPtrArray *exceptions = measure->item->exceptions;

  for (guint i = 0; i < exceptions->len; i++)
    {
      const BrineException *exception = exceptions->pdata[i];

      if (brine_local_equal (exception->original, measure->original))
        continue;
      if (is_lost (measure, exception))
        {
          if (impact->n_lost < BRINE_EDIT_IMPACT_N_LOST)
            impact->lost[impact->n_lost] = exception->start;
          impact->n_lost++;
        }
      else if (is_moved (exception) && is_meant (measure, exception->original)
               && !brine_edit_is_logged (measure->logged, exception->original))
        {
          impact->n_put++;
        }
    }
}

void
brine_edit_measure (const BrineEdit *edit, const BrinePlanItem *item, BrineLocal original,
                    BrineScope scope, const GArray *logged, BrineEditImpact *out_impact)
{
  Measure measure = { edit, item, original, scope, logged, out_impact };

  g_return_if_fail (item != NULL);
  g_return_if_fail (out_impact != NULL);

  *out_impact = (BrineEditImpact){ 0 };
  if (edit == NULL)
    return;
  count_series (&measure);
  out_impact->changes_this = scope == BRINE_SCOPE_THIS || !brine_edit_is_logged (logged, original);
  if (scope == BRINE_SCOPE_THIS)
    return;
  count_logged (&measure);
  count_history (&measure);
  if (!edit->removes)
    count_exceptions (&measure);
}
