/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-conflict.h"

static gboolean
lies_within (BrineLocal moment, const BrineConflictSpan *span)
{
  return brine_local_compare (span->start, moment) <= 0
         && brine_local_compare (moment, span->end) < 0;
}

static gboolean
overlap (const BrineConflictSpan *a, const BrineConflictSpan *b)
{
  gboolean a_is_moment = brine_local_equal (a->start, a->end);
  gboolean b_is_moment = brine_local_equal (b->start, b->end);

  if (a_is_moment && b_is_moment)
    return brine_local_equal (a->start, b->start);
  if (a_is_moment)
    return lies_within (a->start, b);
  if (b_is_moment)
    return lies_within (b->start, a);
  return brine_local_compare (a->start, b->end) < 0 && brine_local_compare (b->start, a->end) < 0;
}

static gboolean
practices_conflict (BrinePractice a, BrinePractice b)
{
  if (a == BRINE_PRACTICE_SLEEP || b == BRINE_PRACTICE_SLEEP)
    return FALSE;
  return a != BRINE_PRACTICE_MEAL || b != BRINE_PRACTICE_MEAL;
}

gboolean
brine_conflict_between (const BrineConflictSpan *a, const BrineConflictSpan *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if ((a->busy && b->busy) || (a->busy && a->all_day) || (b->busy && b->all_day))
    return FALSE;
  if ((!a->busy && !a->open) || (!b->busy && !b->open))
    return FALSE;
  if (!a->busy && !b->busy && !practices_conflict (a->practice, b->practice))
    return FALSE;
  return overlap (a, b);
}

int
brine_conflict_find (const BrineConflictSpan *spans, guint n_spans, guint span)
{
  int found = -1;

  g_return_val_if_fail (spans != NULL && span < n_spans, -1);

  for (guint i = 0; i < n_spans; i++)
    {
      if (i == span || !brine_conflict_between (&spans[span], &spans[i]))
        continue;
      if (found < 0 || spans[i].busy > spans[found].busy
          || (spans[i].busy == spans[found].busy
              && brine_local_compare (spans[i].start, spans[found].start) < 0))
        found = (int)i;
    }
  return found;
}
