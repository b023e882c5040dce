/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-overlaps.h"

#include <glib/gi18n.h>

#include "brine-conflict.h"
#include "brine-format.h"
#include "brine-translate.h"

struct _BrineOverlaps
{
  GPtrArray *things;   /* BrineOccurrence or BrineBusy, owned; same index as spans */
  GHashTable *indices; /* of the occurrences among them: borrowed, to index plus 1 */
  GArray *spans;       /* BrineConflictSpan */
  BrineConflicts *conflicts;
};

BrineOverlaps *
brine_overlaps_new (void)
{
  BrineOverlaps *self = g_new0 (BrineOverlaps, 1);

  self->things = g_ptr_array_new_with_free_func (g_object_unref);
  self->indices = g_hash_table_new (NULL, NULL);
  self->spans = g_array_new (FALSE, FALSE, sizeof (BrineConflictSpan));
  self->conflicts = brine_conflicts_new (NULL, 0);
  return self;
}

void
brine_overlaps_free (BrineOverlaps *self)
{
  if (self == NULL)
    return;
  brine_conflicts_free (self->conflicts);
  g_hash_table_unref (self->indices);
  g_ptr_array_unref (self->things);
  g_array_unref (self->spans);
  g_free (self);
}

/* Spans --------------------------------------------------------------------------------- */

static BrineConflictSpan
make_occurrence_span (BrineOccurrence *occurrence)
{
  BrineState state = brine_occurrence_get_state (occurrence);

  return (BrineConflictSpan){ .start = brine_occurrence_get_start (occurrence),
                              .end = brine_occurrence_get_end (occurrence),
                              .open = state == BRINE_STATE_PLANNED || state == BRINE_STATE_DUE,
                              .practice = brine_occurrence_get_practice (occurrence) };
}

static BrineConflictSpan
make_busy_span (BrineBusy *busy)
{
  return (BrineConflictSpan){ .start = brine_busy_get_start (busy),
                              .end = brine_busy_get_end (busy),
                              .busy = TRUE,
                              .all_day = brine_busy_is_all_day (busy) };
}

/* @thing: (transfer full) */
static void
add_thing (BrineOverlaps *self, gpointer thing, BrineConflictSpan span)
{
  g_ptr_array_add (self->things, thing);
  g_array_append_val (self->spans, span);
}

void
brine_overlaps_set (BrineOverlaps *self, GPtrArray *occurrences, GListModel *busy)
{
  guint n_busy = busy != NULL ? g_list_model_get_n_items (busy) : 0;

  g_return_if_fail (self != NULL && occurrences != NULL);

  g_hash_table_remove_all (self->indices);
  g_ptr_array_set_size (self->things, 0);
  g_array_set_size (self->spans, 0);
  for (guint i = 0; i < occurrences->len; i++)
    {
      BrineOccurrence *occurrence = g_ptr_array_index (occurrences, i);
      add_thing (self, g_object_ref (occurrence), make_occurrence_span (occurrence));
      g_hash_table_insert (self->indices, occurrence, GUINT_TO_POINTER (self->things->len));
    }
  for (guint i = 0; i < n_busy; i++)
    {
      BrineBusy *each = g_list_model_get_item (busy, i);
      add_thing (self, each, make_busy_span (each));
    }
  g_clear_pointer (&self->conflicts, brine_conflicts_free);
  self->conflicts = brine_conflicts_new ((const BrineConflictSpan *)(gpointer)self->spans->data,
                                         self->spans->len);
}

/* Words --------------------------------------------------------------------------------- */

static const char *
get_title (gpointer thing)
{
  return BRINE_IS_BUSY (thing) ? brine_busy_get_title (thing)
                               : brine_occurrence_get_local_title (thing);
}

/* -1: it is not among them */
static int
find_index (BrineOverlaps *self, BrineOccurrence *occurrence)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (self->indices, occurrence)) - 1;
}

char *
brine_overlaps_dup_hint (BrineOverlaps *self, BrineOccurrence *occurrence)
{
  int index, met;

  g_return_val_if_fail (self != NULL && BRINE_IS_OCCURRENCE (occurrence), NULL);

  index = find_index (self, occurrence);
  if (index < 0)
    return NULL;
  met = brine_conflicts_find (self->conflicts,
                              &g_array_index (self->spans, BrineConflictSpan, index), index);
  if (met < 0)
    return NULL;
  /* Translators: a hint beside something planned; %s is what else is then, for example "Work" */
  return g_strdup_printf (_ ("at the same time as %s"),
                          get_title (g_ptr_array_index (self->things, met)));
}

char *
brine_overlaps_dup_line (BrineOverlaps *self, BrinePractice practice, BrineLocal start,
                         BrineLocal end, BrineOccurrence *except)
{
  BrineConflictSpan wanted = { .start = start, .end = end, .open = TRUE, .practice = practice };
  int met;

  g_return_val_if_fail (self != NULL, NULL);

  /* It takes the place of the one that is there. */
  met = brine_conflicts_find (self->conflicts, &wanted,
                              except != NULL ? find_index (self, except) : -1);
  if (met < 0)
    return NULL;
  const BrineConflictSpan *span = &g_array_index (self->spans, BrineConflictSpan, met);
  g_autofree char *range = brine_format_time_range (span->start, span->end);
  /* Translators: what is planned overlaps something else; its title and its time: "Overlaps Work,
   * 09:00 – 17:00" */
  return g_strdup_printf (_ ("Overlaps %s, %s"), get_title (g_ptr_array_index (self->things, met)),
                          range);
}
