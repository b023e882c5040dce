/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-recurrence-private.h"

#include "brine-walk-private.h"

struct _BrineRecurrence
{
  gatomicrefcount ref_count;
  BrineLocal start;
  BrineRule *rule;     /* nullable */
  BrineSeries *series; /* NULL without a rule */
  GArray *rdates;      /* BrineLocal, sorted, each once; so are the next two */
  GArray *exdates;
  GArray *fixed; /* the starts that no rule gives: the RDATEs, and without a rule the start */
  /* Where COUNT ends the rule: found by the first query that asks. */
  GMutex count_lock;
  gboolean count_known;
  BrineWalkResult count_result;
  int64_t count_last;
};

static int
compare_locals (gconstpointer a, gconstpointer b)
{
  return brine_local_compare (*(const BrineLocal *)a, *(const BrineLocal *)b);
}

/* Sorted, each once. @extra (nullable) is one more. */
static GArray *
copy_locals (const GArray *locals, const BrineLocal *extra)
{
  GArray *copy = g_array_new (FALSE, FALSE, sizeof (BrineLocal));
  guint n = 0;

  if (locals != NULL && locals->len > 0)
    g_array_append_vals (copy, locals->data, locals->len);
  if (extra != NULL)
    g_array_prepend_val (copy, *extra);
  for (guint i = 1; i < copy->len; i++)
    if (compare_locals (&g_array_index (copy, BrineLocal, i - 1),
                        &g_array_index (copy, BrineLocal, i))
        > 0)
      {
        g_array_sort (copy, compare_locals);
        break;
      }
  for (guint i = 0; i < copy->len; i++)
    {
      BrineLocal local = g_array_index (copy, BrineLocal, i);

      if (n == 0 || !brine_local_equal (g_array_index (copy, BrineLocal, n - 1), local))
        g_array_index (copy, BrineLocal, n++) = local;
    }
  g_array_set_size (copy, n);
  return copy;
}

BrineRecurrence *
brine_recurrence_new (BrineLocal start, BrineRule *rule, const GArray *rdates,
                      const GArray *exdates)
{
  BrineRecurrence *self = g_new0 (BrineRecurrence, 1);

  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->count_lock);
  self->start = start;
  self->rdates = copy_locals (rdates, NULL);
  self->exdates = copy_locals (exdates, NULL);
  if (rule != NULL)
    {
      self->rule = brine_rule_ref (rule);
      self->series = brine_series_new (rule, start);
      self->fixed = g_array_ref (self->rdates);
    }
  else
    {
      self->fixed = copy_locals (rdates, &start);
    }
  return self;
}

BrineRecurrence *
brine_recurrence_ref (BrineRecurrence *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
brine_recurrence_unref (BrineRecurrence *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_pointer (&self->rule, brine_rule_unref);
  g_clear_pointer (&self->series, brine_series_free);
  g_array_unref (self->rdates);
  g_array_unref (self->exdates);
  g_array_unref (self->fixed);
  g_mutex_clear (&self->count_lock);
  g_free (self);
}

BrineLocal
brine_recurrence_get_start (const BrineRecurrence *self)
{
  g_return_val_if_fail (self != NULL, (BrineLocal){ 0 });

  return self->start;
}

BrineRule *
brine_recurrence_get_rule (const BrineRecurrence *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->rule;
}

const GArray *
brine_recurrence_get_rdates (const BrineRecurrence *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->rdates;
}

const GArray *
brine_recurrence_get_exdates (const BrineRecurrence *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->exdates;
}

static gboolean
locals_equal (const GArray *a, const GArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (!brine_local_equal (g_array_index (a, BrineLocal, i), g_array_index (b, BrineLocal, i)))
      return FALSE;
  return TRUE;
}

gboolean
brine_recurrence_equal (const BrineRecurrence *a, const BrineRecurrence *b)
{
  g_return_val_if_fail (a != NULL, FALSE);
  g_return_val_if_fail (b != NULL, FALSE);

  if ((a->rule == NULL) != (b->rule == NULL))
    return FALSE;
  return brine_local_equal (a->start, b->start)
         && (a->rule == NULL || brine_rule_equal (a->rule, b->rule))
         && locals_equal (a->rdates, b->rdates) && locals_equal (a->exdates, b->exdates);
}

/* Queries ------------------------------------------------------------------------------- */

/* Where one query stands in the rule and in the fixed starts. */
typedef struct
{
  BrineRecurrence *self;
  BrineWalk walk;
  int64_t before;             /* of the query */
  int64_t rule_before;        /* the same, or where COUNT ends the rule */
  BrineWalkResult rule_after; /* what is known about the rule from rule_before on */
  BrineWalkResult rule_result;
  int64_t rule_start; /* the rule's next start, when rule_result is FOUND */
  guint fixed_index;
} Query;

/* Index of the first of @locals that is not before @seconds. */
static guint
find_local (const GArray *locals, int64_t seconds)
{
  guint low = 0;
  guint high = locals->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (brine_local_to_seconds (g_array_index (locals, BrineLocal, middle)) < seconds)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static gboolean
has_local (const GArray *locals, int64_t seconds)
{
  guint index = find_local (locals, seconds);

  return index < locals->len
         && brine_local_to_seconds (g_array_index (locals, BrineLocal, index)) == seconds;
}

static void
limit_by_count (Query *query)
{
  BrineRecurrence *self = query->self;

  g_mutex_lock (&self->count_lock);
  if (!self->count_known)
    {
      self->count_result = brine_series_find_count_end (self->series, &self->count_last);
      self->count_known = TRUE;
    }
  g_mutex_unlock (&self->count_lock);

  if (self->count_result == BRINE_WALK_END || self->count_last + 1 >= query->before)
    return;
  query->rule_before = self->count_last + 1;
  if (self->count_result == BRINE_WALK_CAPPED)
    query->rule_after = BRINE_WALK_CAPPED;
}

static void
advance_rule (Query *query)
{
  if (query->rule_result != BRINE_WALK_FOUND)
    return;
  query->rule_result = brine_walk_next (&query->walk, query->rule_before, &query->rule_start);
  if (query->rule_result == BRINE_WALK_END)
    query->rule_result = query->rule_after;
}

static void
query_init (Query *query, BrineRecurrence *self, int64_t from, int64_t before)
{
  *query = (Query){
    .self = self,
    .before = before,
    .rule_before = before,
    .rule_after = BRINE_WALK_END,
    .rule_result = self->series != NULL ? BRINE_WALK_FOUND : BRINE_WALK_END,
    .fixed_index = find_local (self->fixed, from),
  };
  if (self->series == NULL)
    return;
  brine_walk_init (&query->walk, self->series, from);
  if (self->series->parts.count > 0)
    limit_by_count (query);
  advance_rule (query);
}

static void
query_clear (Query *query)
{
  brine_walk_clear (&query->walk);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Query, query_clear)

/* The earlier of the rule's next start and of the next fixed one; both are passed when they are
 * the same. Where the rule gives up, so does the query: what it lacks might come first. */
static BrineWalkResult
query_next_included (Query *query, int64_t *out_start)
{
  const GArray *fixed = query->self->fixed;
  int64_t fixed_start = query->before;

  if (query->rule_result == BRINE_WALK_CAPPED)
    return BRINE_WALK_CAPPED;
  if (query->fixed_index < fixed->len)
    fixed_start = brine_local_to_seconds (g_array_index (fixed, BrineLocal, query->fixed_index));
  if (fixed_start < query->before)
    {
      if (query->rule_result == BRINE_WALK_END || fixed_start <= query->rule_start)
        {
          *out_start = fixed_start;
          query->fixed_index++;
          if (query->rule_result == BRINE_WALK_FOUND && fixed_start == query->rule_start)
            advance_rule (query);
          return BRINE_WALK_FOUND;
        }
    }
  if (query->rule_result == BRINE_WALK_END)
    return BRINE_WALK_END;
  *out_start = query->rule_start;
  advance_rule (query);
  return BRINE_WALK_FOUND;
}

static BrineWalkResult
query_next (Query *query, int64_t *out_start)
{
  BrineWalkResult result;

  do
    result = query_next_included (query, out_start);
  while (result == BRINE_WALK_FOUND && has_local (query->self->exdates, *out_start));
  return result;
}

BrineExpansion
brine_recurrence_expand_counted (BrineRecurrence *self, BrineLocal from, BrineLocal to,
                                 GArray *out_starts, guint *out_steps)
{
  g_auto (Query) query = { 0 };
  BrineWalkResult result;
  int64_t start;

  query_init (&query, self, brine_local_to_seconds (from), brine_local_to_seconds (to));
  while ((result = query_next (&query, &start)) == BRINE_WALK_FOUND)
    {
      BrineLocal local = brine_local_from_seconds (start);

      g_array_append_val (out_starts, local);
    }
  if (out_steps != NULL)
    *out_steps = query.walk.steps;
  return result == BRINE_WALK_CAPPED ? BRINE_EXPANSION_TOO_COMPLEX : BRINE_EXPANSION_COMPLETE;
}

BrineExpansion
brine_recurrence_expand (BrineRecurrence *self, BrineLocal from, BrineLocal to, GArray *out_starts)
{
  g_return_val_if_fail (self != NULL, BRINE_EXPANSION_COMPLETE);
  g_return_val_if_fail (out_starts != NULL, BRINE_EXPANSION_COMPLETE);

  return brine_recurrence_expand_counted (self, from, to, out_starts, NULL);
}

BrineExpansion
brine_recurrence_next_counted (BrineRecurrence *self, BrineLocal after, BrineLocal *out_next,
                               gboolean *out_found, guint *out_steps)
{
  g_auto (Query) query = { 0 };
  BrineWalkResult result;
  int64_t start;

  query_init (&query, self, brine_local_to_seconds (after) + 1, G_MAXINT64);
  result = query_next (&query, &start);
  *out_found = result == BRINE_WALK_FOUND;
  if (*out_found)
    *out_next = brine_local_from_seconds (start);
  if (out_steps != NULL)
    *out_steps = query.walk.steps;
  return result == BRINE_WALK_CAPPED ? BRINE_EXPANSION_TOO_COMPLEX : BRINE_EXPANSION_COMPLETE;
}

BrineExpansion
brine_recurrence_next (BrineRecurrence *self, BrineLocal after, BrineLocal *out_next,
                       gboolean *out_found)
{
  g_return_val_if_fail (self != NULL, BRINE_EXPANSION_COMPLETE);
  g_return_val_if_fail (out_next != NULL, BRINE_EXPANSION_COMPLETE);
  g_return_val_if_fail (out_found != NULL, BRINE_EXPANSION_COMPLETE);

  return brine_recurrence_next_counted (self, after, out_next, out_found, NULL);
}

gboolean
brine_recurrence_contains (BrineRecurrence *self, BrineLocal start)
{
  g_auto (Query) query = { 0 };
  int64_t seconds = brine_local_to_seconds (start);
  int64_t found;

  g_return_val_if_fail (self != NULL, FALSE);

  query_init (&query, self, seconds, seconds + 1);
  return query_next (&query, &found) == BRINE_WALK_FOUND;
}
