/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-conflict-private.h"

/* What a span is to others. */
typedef enum
{
  KIND_BUSY,
  KIND_SLEEP,
  KIND_MEAL,
  KIND_ATTENTION, /* any other practice */
  N_KINDS,
  KIND_NONE, /* meets nothing */
} Kind;

static const gboolean meets[N_KINDS][N_KINDS] = {
  [KIND_BUSY] = { [KIND_SLEEP] = TRUE, [KIND_MEAL] = TRUE, [KIND_ATTENTION] = TRUE },
  [KIND_SLEEP] = { [KIND_BUSY] = TRUE },
  [KIND_MEAL] = { [KIND_BUSY] = TRUE, [KIND_ATTENTION] = TRUE },
  [KIND_ATTENTION] = { [KIND_BUSY] = TRUE, [KIND_MEAL] = TRUE, [KIND_ATTENTION] = TRUE },
};

/* In seconds; what takes no time takes one here, which comes to the same: times are whole seconds,
 * and it overlaps what it lies within. */
typedef struct
{
  int64_t start;
  int64_t end;
  int index; /* in the spans as they were given */
} Interval;

/* The spans of a kind by their start, and above them a tree of how far any of them reaches. */
typedef struct
{
  GArray *intervals; /* Interval */
  guint n_leaves;    /* a power of two, from the number of intervals on */
  int64_t *reach;    /* of the nodes, root at 1, children of n at 2n and 2n + 1 */
} Group;

struct _BrineConflicts
{
  Group groups[N_KINDS];
};

/* Spans --------------------------------------------------------------------------------- */

static Kind
get_kind (const BrineConflictSpan *span)
{
  if (span->busy)
    return span->all_day ? KIND_NONE : KIND_BUSY;
  if (!span->open)
    return KIND_NONE;
  if (span->practice == BRINE_PRACTICE_SLEEP)
    return KIND_SLEEP;
  return span->practice == BRINE_PRACTICE_MEAL ? KIND_MEAL : KIND_ATTENTION;
}

static int64_t
get_seconds (BrineLocal local)
{
  return (int64_t)local.day * BRINE_SECONDS_PER_DAY + local.second;
}

static Interval
make_interval (const BrineConflictSpan *span, int index)
{
  int64_t start = get_seconds (span->start);

  return (Interval){ start, MAX (get_seconds (span->end), start + 1), index };
}

static int
compare_intervals (gconstpointer a, gconstpointer b)
{
  const Interval *first = a, *second = b;

  if (first->start != second->start)
    return first->start < second->start ? -1 : 1;
  return (first->index > second->index) - (first->index < second->index);
}

/* Groups -------------------------------------------------------------------------------- */

static const Interval *
get_interval (const Group *group, guint index)
{
  return &g_array_index (group->intervals, Interval, index);
}

static void
plant (Group *group)
{
  guint n = group->intervals->len;

  g_array_sort (group->intervals, compare_intervals);
  for (group->n_leaves = 1; group->n_leaves < n;)
    group->n_leaves *= 2;
  group->reach = g_new (int64_t, 2 * (gsize)group->n_leaves);
  for (guint i = 0; i < group->n_leaves; i++)
    group->reach[group->n_leaves + i] = i < n ? get_interval (group, i)->end : G_MININT64;
  for (guint i = group->n_leaves - 1; i > 0; i--)
    group->reach[i] = MAX (group->reach[2 * i], group->reach[2 * i + 1]);
}

typedef struct
{
  const Group *group;
  Interval wanted;
  int except;
  guint steps;
} Search;

/* The first interval from the leaf @low on, below @node, that begins before the wanted one ends and
 * ends after it begins; -1: none. @first and @n: the leaves below @node. */
static int
find_below (Search *search, guint node, guint first, guint n, guint low)
{
  const Group *group = search->group;
  int found;

  search->steps++;
  if (first + n <= low || first >= group->intervals->len
      || group->reach[node] <= search->wanted.start
      || get_interval (group, first)->start >= search->wanted.end)
    return -1;
  if (n == 1)
    return (int)first;
  found = find_below (search, 2 * node, first, n / 2, low);
  return found >= 0 ? found : find_below (search, 2 * node + 1, first + n / 2, n / 2, low);
}

static const Interval *
find_in (Search *search, const Group *group)
{
  int found;

  search->group = group;
  found = find_below (search, 1, 0, group->n_leaves, 0);
  if (found >= 0 && get_interval (group, (guint)found)->index == search->except)
    found = find_below (search, 1, 0, group->n_leaves, (guint)found + 1);
  return found >= 0 ? get_interval (group, (guint)found) : NULL;
}

/* Public -------------------------------------------------------------------------------- */

BrineConflicts *
brine_conflicts_new (const BrineConflictSpan *spans, guint n_spans)
{
  BrineConflicts *self;

  g_return_val_if_fail (spans != NULL || n_spans == 0, NULL);

  self = g_new0 (BrineConflicts, 1);
  for (int kind = 0; kind < N_KINDS; kind++)
    self->groups[kind].intervals = g_array_new (FALSE, FALSE, sizeof (Interval));
  for (guint i = 0; i < n_spans; i++)
    {
      Kind kind = get_kind (&spans[i]);
      Interval interval = make_interval (&spans[i], (int)i);
      if (kind != KIND_NONE)
        g_array_append_val (self->groups[kind].intervals, interval);
    }
  for (int kind = 0; kind < N_KINDS; kind++)
    plant (&self->groups[kind]);
  return self;
}

void
brine_conflicts_free (BrineConflicts *self)
{
  if (self == NULL)
    return;
  for (int kind = 0; kind < N_KINDS; kind++)
    {
      g_array_unref (self->groups[kind].intervals);
      g_free (self->groups[kind].reach);
    }
  g_free (self);
}

int
brine_conflicts_find_counted (const BrineConflicts *self, const BrineConflictSpan *span, int except,
                              guint *steps)
{
  Search search = { .except = except };
  const Interval *best = NULL;
  Kind wanted;

  g_return_val_if_fail (self != NULL && span != NULL, -1);

  wanted = get_kind (span);
  search.wanted = make_interval (span, except);
  /* Those of other calendars come first, and end the search. */
  for (int kind = 0; wanted != KIND_NONE && kind < N_KINDS; kind++)
    {
      const Interval *found = meets[wanted][kind] ? find_in (&search, &self->groups[kind]) : NULL;
      if (found != NULL && (best == NULL || compare_intervals (found, best) < 0))
        best = found;
      if (kind == KIND_BUSY && best != NULL)
        break;
    }
  if (steps != NULL)
    *steps += search.steps;
  return best != NULL ? best->index : -1;
}

int
brine_conflicts_find (const BrineConflicts *self, const BrineConflictSpan *span, int except)
{
  return brine_conflicts_find_counted (self, span, except, NULL);
}
