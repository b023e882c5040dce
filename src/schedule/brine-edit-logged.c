/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-edit-private.h"

/*
 * A diary does not rewrite itself: when a series is edited, what is logged of it keeps the day, the
 * time and the words that it had. A few are kept one by one, as exceptions of the edited series. A
 * long history is not taken apart: the series is split after it.
 */

static int
compare_locals (gconstpointer a, gconstpointer b)
{
  return brine_local_compare (*(const BrineLocal *)a, *(const BrineLocal *)b);
}

gboolean
brine_edit_is_logged (const GArray *logged, BrineLocal original)
{
  return logged != NULL
         && g_array_binary_search ((GArray *)logged, &original, compare_locals, NULL);
}

/* Keeping one by one ---------------------------------------------------------------------- */

static gboolean
is_taken (const BrineEdit *edit, gboolean in_added, BrineLocal original)
{
  for (guint i = 0; i < edit->kept->len; i++)
    {
      const BrineKept *kept = &g_array_index (edit->kept, BrineKept, i);

      if (kept->in_added == in_added && brine_local_equal (kept->original, original))
        return TRUE;
    }
  return FALSE;
}

/* @was: the occurrence before the edit. */
static BrineException *
make_exception (const BrineEditRequest *was, const BrinePlanItem *target, BrineLocal original)
{
  BrineException *exception = brine_exception_new (original);

  exception->start = was->start;
  exception->minutes = was->minutes;
  exception->title = brine_text_dup_override (was->title, target->title);
  exception->notes = brine_text_dup_override (was->notes, target->notes);
  exception->recipe_id = brine_text_dup_override (was->recipe_id, target->recipe_id);
  return exception;
}

static void
cancel_in (BrinePlanItem *item, BrineLocal original)
{
  BrineException *exception = brine_exception_new (original);

  exception->cancelled = TRUE;
  brine_plan_item_replace_exception (item, original, exception);
}

/* Where an occurrence is kept: under its new name, or, where the edited series has none for it or
 * is of another kind, in the ended series under its old one. */
static BrineKept
find_place (BrineEdit *edit, const BrinePlanItem *item, BrineLocal original)
{
  BrineKept kept = { original, original, FALSE };
  const BrinePlanItem *target = brine_edit_find (edit, original, &kept.original);

  if (target != NULL && brine_plan_item_is_recurring (target))
    {
      kept.in_added = target == edit->added;
      if (target->practice == item->practice)
        return kept;
      cancel_in (kept.in_added ? edit->added : edit->changed, kept.original);
      kept.in_added = FALSE;
    }
  kept.original = original;
  while (is_taken (edit, FALSE, kept.original))
    kept.original = brine_local_add_seconds (kept.original, 1);
  return kept;
}

static gboolean
is_as_it_was (const BrinePlanItem *target, const BrineEditRequest *was, BrineLocal original)
{
  const BrineException *exception = brine_plan_item_find_exception (target, original);
  BrineEditRequest is;

  return (exception == NULL || !exception->cancelled)
         && brine_edit_request_init (&is, target, original, NULL, NULL)
         && brine_local_equal (is.start, was->start) && is.minutes == was->minutes
         && brine_text_equal (is.title, was->title) && brine_text_equal (is.notes, was->notes)
         && brine_text_equal (is.recipe_id, was->recipe_id);
}

static void
keep_one (BrineEdit *edit, const BrinePlanItem *item, BrineLocal original)
{
  const BrineException *exception = brine_plan_item_find_exception (item, original);
  BrineEditRequest was;

  if ((exception != NULL && exception->cancelled)
      || !brine_edit_request_init (&was, item, original, NULL, NULL))
    return;

  BrineKept kept = find_place (edit, item, original);
  BrinePlanItem *target = kept.in_added ? edit->added : edit->changed;
  if (!is_as_it_was (target, &was, kept.original))
    brine_plan_item_replace_exception (target, kept.original,
                                       make_exception (&was, target, kept.original));
  g_array_append_val (edit->kept, kept);
}

void
brine_edit_keep_logged (BrineEdit *edit, const BrinePlanItem *item, const GArray *logged)
{
  g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (BrineKept));

  if (logged == NULL || edit->changed == NULL)
    return;
  edit->kept = g_array_ref (kept);
  for (guint i = 0; i < logged->len; i++)
    {
      BrineLocal original = g_array_index (logged, BrineLocal, i);

      if (brine_local_compare (original, edit->from) >= 0)
        keep_one (edit, item, original);
    }
}

/* Leaving a history whole ----------------------------------------------------------------- */

/* Whether the series becomes something that cannot keep an occurrence of what it was. */
static gboolean
changes_kind (const BrineEditRequest *request)
{
  return request->wanted->quota_per_week > 0 || request->wanted->practice != request->item->practice
         || (request->item->rule != NULL && request->wanted->rule == NULL);
}

gboolean
brine_edit_leaves_history (const BrineEditRequest *request, const GArray *logged)
{
  return logged != NULL && logged->len > 0
         && (logged->len > BRINE_EDIT_MAX_KEPT || changes_kind (request));
}

/* The first occurrence after the last that is logged, or the one that was edited when that is not
 * logged and comes sooner. FALSE: there is none. */
static gboolean
find_boundary (const BrineEditRequest *request, const GArray *logged, BrineLocal *out_boundary)
{
  g_autoptr (BrineRecurrence) starts = brine_plan_item_get_recurrence (request->item);
  BrineLocal last = g_array_index (logged, BrineLocal, logged->len - 1);
  gboolean found = FALSE;

  if (brine_recurrence_next (starts, last, out_boundary, &found) != BRINE_EXPANSION_COMPLETE)
    found = FALSE;
  if (brine_edit_is_logged (logged, request->original)
      || (found && brine_local_compare (*out_boundary, request->original) <= 0))
    return found;
  *out_boundary = request->original;
  return TRUE;
}

static void
replace_text (char **text, const char *new_text)
{
  char *copy = g_strdup (new_text);

  g_free (*text);
  *text = copy;
}

/* The request as it would be, had it been made at @boundary: moved by as much, and with what it
 * left alone left alone there. */
static BrinePlanItem *
want_at (const BrineEditRequest *request, BrineEditRequest *at)
{
  const BrinePlanItem *wanted = request->wanted;
  BrinePlanItem *copy = brine_plan_item_copy (wanted);

  copy->start =
      brine_local_add_seconds (at->start, brine_local_diff_seconds (wanted->start, request->start));
  if (wanted->minutes == request->minutes)
    copy->minutes = at->minutes;
  if (brine_text_equal (wanted->title, request->title))
    replace_text (&copy->title, at->title);
  if (brine_text_equal (wanted->notes, request->notes))
    replace_text (&copy->notes, at->notes);
  if (brine_text_equal (wanted->recipe_id, request->recipe_id))
    replace_text (&copy->recipe_id, at->recipe_id);
  at->wanted = copy;
  at->today = request->today;
  return copy;
}

/* Nothing of the series is left to be changed: what is wanted begins anew beside it. */
static BrineEdit *
begin_anew (const BrineEditRequest *request, const GArray *logged)
{
  BrineEdit *edit = g_new0 (BrineEdit, 1);

  edit->from = brine_local_add_seconds (g_array_index (logged, BrineLocal, logged->len - 1), 1);
  edit->changed = brine_plan_item_end_before (request->item, edit->from);
  edit->added = brine_plan_item_copy (request->wanted);
  g_free (edit->added->id);
  edit->added->id = brine_id_new ();
  replace_text (&edit->added->uid, edit->added->id);
  replace_text (&edit->added->split_from, request->item->id);
  g_array_set_size (edit->added->rdates, 0);
  g_array_set_size (edit->added->exdates, 0);
  g_ptr_array_set_size (edit->added->exceptions, 0);
  return edit;
}

/* Dates ----------------------------------------------------------------------------------- */

static void
set_dates (BrinePlanItem *item, const GArray *rdates, const GArray *exdates)
{
  g_array_unref (item->rdates);
  item->rdates = g_array_copy ((GArray *)rdates);
  g_array_unref (item->exdates);
  item->exdates = g_array_copy ((GArray *)exdates);
}

/* An exception needs no date to stand. */
static void
keep_date (BrinePlanItem *item, BrineRecurrence *is, BrineLocal original)
{
  BrineException *exception;

  if (brine_plan_item_find_exception (item, original) != NULL
      || brine_recurrence_contains (is, original))
    return;
  exception = brine_exception_new (original);
  exception->start = original;
  exception->minutes = item->minutes;
  brine_plan_item_replace_exception (item, original, exception);
}

/* (transfer full) Original starts, in @series as @edit leaves it, of what is logged. */
static GArray *
find_logged (const BrineEdit *edit, const BrinePlanItem *series, const GArray *logged)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (BrineLocal));

  for (guint i = 0; i < logged->len; i++)
    {
      BrineLocal original = g_array_index (logged, BrineLocal, i);

      if (brine_edit_find (edit, original, &original) == series)
        g_array_append_val (found, original);
    }
  return found;
}

BrineEdit *
brine_plan_item_edit_dates (const BrinePlanItem *item, const GArray *rdates, const GArray *exdates,
                            const GArray *logged, BrineEdit *fields)
{
  BrineEdit *edit = fields;
  BrinePlanItem *series;
  g_autoptr (GArray) found = NULL;
  g_autoptr (BrineRecurrence) is = NULL;

  g_return_val_if_fail (item != NULL && rdates != NULL && exdates != NULL, fields);
  g_return_val_if_fail (logged != NULL, fields);

  if (edit == NULL)
    {
      edit = g_new0 (BrineEdit, 1);
      edit->from = BRINE_EDIT_BEGINNING;
      edit->same_rule = TRUE;
      edit->changed = brine_plan_item_copy (item);
    }
  series = edit->added != NULL ? edit->added : edit->changed;
  found = find_logged (edit, series, logged);
  set_dates (series, rdates, exdates);
  is = brine_plan_item_get_recurrence (series);
  for (guint i = 0; i < found->len; i++)
    keep_date (series, is, g_array_index (found, BrineLocal, i));
  return edit;
}

/* A long history -------------------------------------------------------------------------- */

BrineEdit *
brine_edit_all_but_history (const BrineEditRequest *request, const GArray *logged, GError **error)
{
  g_autoptr (BrinePlanItem) wanted = NULL;
  BrineEditRequest at;
  BrineLocal boundary;
  gboolean is_first = FALSE;

  if (!find_boundary (request, logged, &boundary))
    return begin_anew (request, logged);
  if (!brine_edit_request_init (&at, request->item, boundary, NULL, error))
    return NULL;
  wanted = want_at (request, &at);
  if (!changes_kind (request) && !brine_edit_request_is_first (&at, &is_first, error))
    return NULL;
  return is_first ? brine_edit_all (&at, error) : brine_edit_split (&at, error);
}

/* Taking out ------------------------------------------------------------------------------ */

/* No occurrence of @item is named by an earlier time. */
static BrineLocal
get_earliest (const BrinePlanItem *item)
{
  BrineLocal earliest = item->start;

  if (item->rdates->len > 0
      && brine_local_compare (g_array_index (item->rdates, BrineLocal, 0), earliest) < 0)
    earliest = g_array_index (item->rdates, BrineLocal, 0);
  if (item->exceptions->len > 0
      && brine_local_compare (((BrineException *)item->exceptions->pdata[0])->original, earliest)
             < 0)
    earliest = ((BrineException *)item->exceptions->pdata[0])->original;
  return earliest;
}

/* Where ALL begins to take out. */
static BrineLocal
find_end (const BrineEditRequest *request, const GArray *logged)
{
  BrineLocal last;

  if (logged->len <= BRINE_EDIT_MAX_KEPT)
    return get_earliest (request->item);
  last = g_array_index (logged, BrineLocal, logged->len - 1);
  if (!brine_edit_is_logged (logged, request->original)
      && brine_local_compare (request->original, last) < 0)
    return request->original;
  return brine_local_add_seconds (last, 1);
}

BrineEdit *
brine_edit_cancel_series (const BrineEditRequest *request, gboolean all, const GArray *logged)
{
  BrineEdit *edit = g_new0 (BrineEdit, 1);

  edit->removes = TRUE;
  edit->from = request->original;
  if (all && (logged == NULL || logged->len == 0))
    {
      edit->from = BRINE_EDIT_BEGINNING;
      return edit;
    }
  if (all)
    edit->from = find_end (request, logged);
  edit->changed = brine_plan_item_end_before (request->item, edit->from);
  /* Without a rule the start is an occurrence whatever else is left out. */
  if (request->item->rule == NULL && brine_local_compare (request->item->start, edit->from) >= 0)
    cancel_in (edit->changed, request->item->start);
  brine_edit_keep_logged (edit, request->item, logged);
  return edit;
}
