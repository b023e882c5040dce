/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-overlaps.h"

#include <glib/gi18n.h>

#include "brine-conflict.h"
#include "brine-format.h"
#include "brine-translate.h"

struct _BrineOverlaps
{
  GPtrArray *things; /* BrineOccurrence or BrineBusy, owned; same index as spans */
  GArray *spans;     /* BrineConflictSpan */
};

BrineOverlaps *
brine_overlaps_new (void)
{
  BrineOverlaps *self = g_new0 (BrineOverlaps, 1);

  self->things = g_ptr_array_new_with_free_func (g_object_unref);
  self->spans = g_array_new (FALSE, FALSE, sizeof (BrineConflictSpan));
  return self;
}

void
brine_overlaps_free (BrineOverlaps *self)
{
  if (self == NULL)
    return;
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

void
brine_overlaps_set (BrineOverlaps *self, GPtrArray *occurrences, GListModel *busy)
{
  guint n_busy = busy != NULL ? g_list_model_get_n_items (busy) : 0;

  g_return_if_fail (self != NULL && occurrences != NULL);

  g_ptr_array_set_size (self->things, 0);
  g_array_set_size (self->spans, 0);
  for (guint i = 0; i < occurrences->len; i++)
    {
      BrineOccurrence *occurrence = g_ptr_array_index (occurrences, i);
      BrineConflictSpan span = make_occurrence_span (occurrence);
      g_ptr_array_add (self->things, g_object_ref (occurrence));
      g_array_append_val (self->spans, span);
    }
  for (guint i = 0; i < n_busy; i++)
    {
      BrineBusy *each = g_list_model_get_item (busy, i);
      BrineConflictSpan span = make_busy_span (each);
      g_ptr_array_add (self->things, each);
      g_array_append_val (self->spans, span);
    }
}

/* Words --------------------------------------------------------------------------------- */

static const char *
get_title (gpointer thing)
{
  return BRINE_IS_BUSY (thing) ? brine_busy_get_title (thing)
                               : brine_occurrence_get_local_title (thing);
}

static const BrineConflictSpan *
get_spans (BrineOverlaps *self)
{
  return (const BrineConflictSpan *)(gpointer)self->spans->data;
}

char *
brine_overlaps_dup_hint (BrineOverlaps *self, BrineOccurrence *occurrence)
{
  guint index;
  int met;

  g_return_val_if_fail (self != NULL && BRINE_IS_OCCURRENCE (occurrence), NULL);

  if (!g_ptr_array_find (self->things, occurrence, &index))
    return NULL;
  met = brine_conflict_find (get_spans (self), self->spans->len, index);
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
  guint last, index;
  int met;

  g_return_val_if_fail (self != NULL, NULL);

  /* It takes the place of the one that is there. */
  if (except == NULL || !g_ptr_array_find (self->things, except, &index))
    index = self->spans->len;
  last = self->spans->len;
  g_array_append_val (self->spans, wanted);
  if (index < last)
    g_array_index (self->spans, BrineConflictSpan, index).open = FALSE;
  met = brine_conflict_find (get_spans (self), self->spans->len, last);
  g_array_set_size (self->spans, last);
  if (index < last)
    g_array_index (self->spans, BrineConflictSpan, index) = make_occurrence_span (except);
  if (met < 0)
    return NULL;
  const BrineConflictSpan *span = &g_array_index (self->spans, BrineConflictSpan, met);
  g_autofree char *range = brine_format_time_range (span->start, span->end);
  /* Translators: what is planned overlaps something else; its title and its time: "Overlaps Work,
   * 09:00 – 17:00" */
  return g_strdup_printf (_ ("Overlaps %s, %s"), get_title (g_ptr_array_index (self->things, met)),
                          range);
}

/* Busy ---------------------------------------------------------------------------------- */

static char *
format_until (BrineBusy *busy)
{
  g_autofree char *end = brine_format_time (brine_busy_get_end (busy));

  if (brine_busy_is_all_day (busy))
    /* Translators: an entry of another calendar that takes the whole day, such as a holiday */
    return g_strdup_printf (_ ("%s all day"), brine_busy_get_title (busy));
  /* Translators: an entry of another calendar and when it ends: "Work until 17:00" */
  return g_strdup_printf (_ ("%s until %s"), brine_busy_get_title (busy), end);
}

char *
brine_busy_format_between (GListModel *busy, BrineLocal from, BrineLocal to)
{
  g_autoptr (GString) words = g_string_new (NULL);
  guint n = busy != NULL ? g_list_model_get_n_items (busy) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (BrineBusy) each = g_list_model_get_item (busy, i);
      BrineLocal start = brine_busy_get_start (each);
      gboolean begins = brine_local_compare (start, from) >= 0;
      if (brine_local_compare (start, to) >= 0
          || (!begins && brine_local_compare (brine_busy_get_end (each), from) <= 0))
        continue;
      g_autofree char *until = format_until (each);
      g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", until);
    }
  return words->len > 0 ? g_string_free (g_steal_pointer (&words), FALSE) : NULL;
}

char *
brine_busy_format_lines (BrineBusy *busy)
{
  const char *title = brine_busy_get_title (busy);
  const char *calendar = brine_busy_get_calendar (busy);
  g_autoptr (GString) text = g_string_new (title);

  g_return_val_if_fail (BRINE_IS_BUSY (busy), NULL);

  if (!brine_busy_is_all_day (busy))
    {
      g_autofree char *range =
          brine_format_time_range (brine_busy_get_start (busy), brine_busy_get_end (busy));
      g_string_append_printf (text, "\n%s", range);
    }
  if (!g_str_equal (title, calendar))
    g_string_append_printf (text, "\n%s", calendar);
  return g_string_free (g_steal_pointer (&text), FALSE);
}
