/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-pause-join.h"

static gboolean
is_other (const BrinePause *pause, const BrinePause *other)
{
  return g_strcmp0 (pause->id, other->id) != 0;
}

static gboolean
touches (const BrinePause *pause, const BrinePause *other)
{
  return other->from <= pause->to + 1 && pause->from <= other->to + 1;
}

static gboolean
has_text (const char *text)
{
  return text != NULL && *text != '\0';
}

static void
join_notes (BrinePause *pause, const char *note)
{
  if (!has_text (note) || g_strcmp0 (pause->note, note) == 0)
    return;
  char *joined =
      has_text (pause->note) ? g_strconcat (pause->note, "\n", note, NULL) : g_strdup (note);
  g_free (pause->note);
  pause->note = joined;
}

GPtrArray *
brine_pause_absorb (BrinePause *pause, const GPtrArray *others)
{
  GPtrArray *absorbed = g_ptr_array_new ();
  guint before;

  g_return_val_if_fail (pause != NULL && others != NULL, absorbed);

  /* What was taken in may touch the next. */
  do
    {
      before = absorbed->len;
      for (guint i = 0; i < others->len; i++)
        {
          const BrinePause *other = g_ptr_array_index (others, i);
          if (!is_other (pause, other) || other->reason != pause->reason || !touches (pause, other)
              || g_ptr_array_find (absorbed, other, NULL))
            continue;
          pause->from = MIN (pause->from, other->from);
          pause->to = MAX (pause->to, other->to);
          join_notes (pause, other->note);
          g_ptr_array_add (absorbed, (gpointer)other);
        }
    }
  while (absorbed->len > before);
  return absorbed;
}

const BrinePause *
brine_pause_find_conflict (const BrinePause *pause, const GPtrArray *others)
{
  g_return_val_if_fail (pause != NULL && others != NULL, NULL);

  for (guint i = 0; i < others->len; i++)
    {
      const BrinePause *other = g_ptr_array_index (others, i);
      if (is_other (pause, other) && other->reason != pause->reason && other->from <= pause->to
          && pause->from <= other->to)
        return other;
    }
  return NULL;
}
