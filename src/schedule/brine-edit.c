/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-edit-private.h"

gboolean
brine_text_equal (const char *a, const char *b)
{
  return g_strcmp0 (a != NULL ? a : "", b != NULL ? b : "") == 0;
}

BrineEdit *
brine_edit_copy (const BrineEdit *edit)
{
  BrineEdit *copy;

  g_return_val_if_fail (edit != NULL, NULL);

  copy = g_new (BrineEdit, 1);
  *copy = *edit;
  copy->changed = edit->changed != NULL ? brine_plan_item_copy (edit->changed) : NULL;
  copy->added = edit->added != NULL ? brine_plan_item_copy (edit->added) : NULL;
  copy->kept = edit->kept != NULL ? g_array_copy (edit->kept) : NULL;
  return copy;
}

void
brine_edit_free (BrineEdit *edit)
{
  if (edit == NULL)
    return;
  brine_plan_item_free (edit->changed);
  brine_plan_item_free (edit->added);
  g_clear_pointer (&edit->kept, g_array_unref);
  g_free (edit);
}

/* Requests ------------------------------------------------------------------------------ */

static gboolean
has_occurrence (const BrinePlanItem *item, BrineLocal original)
{
  g_autoptr (BrineRecurrence) recurrence = NULL;

  if (item->quota_per_week > 0 || brine_plan_item_find_exception (item, original) != NULL)
    return TRUE;
  recurrence = brine_plan_item_get_recurrence (item);
  return brine_recurrence_contains (recurrence, original);
}

gboolean
brine_edit_request_init (BrineEditRequest *request, const BrinePlanItem *item, BrineLocal original,
                         const BrinePlanItem *wanted, GError **error)
{
  const BrineException *exception = brine_plan_item_find_exception (item, original);

  if (!has_occurrence (item, original))
    {
      g_autofree char *text = brine_local_to_string (original);

      g_set_error (error, BRINE_ERROR, BRINE_ERROR_NOT_FOUND,
                   "The plan item has no occurrence that starts at %s.", text);
      return FALSE;
    }
  if (exception != NULL && exception->cancelled)
    exception = NULL;
  *request = (BrineEditRequest){
    .item = item,
    .wanted = wanted,
    .exception = exception,
    .original = original,
    .start = item->quota_per_week > 0 ? item->start : original,
    .minutes = item->minutes,
    .title = item->title,
    .notes = item->notes,
    .recipe_id = item->recipe_id,
  };
  if (exception == NULL)
    return TRUE;
  request->start = exception->start;
  request->minutes = exception->minutes;
  if (exception->title != NULL)
    request->title = exception->title;
  if (exception->notes != NULL)
    request->notes = exception->notes;
  if (exception->recipe_id != NULL)
    request->recipe_id = exception->recipe_id;
  return TRUE;
}

gboolean
brine_edit_request_is_first (const BrineEditRequest *request, gboolean *out_is_first,
                             GError **error)
{
  const BrinePlanItem *item = request->item;
  g_autoptr (BrineRecurrence) recurrence = brine_plan_item_get_recurrence (item);
  BrineLocal earliest = item->start;
  BrineLocal first = { 0 };
  gboolean found = FALSE;

  if (item->rdates->len > 0
      && brine_local_compare (g_array_index (item->rdates, BrineLocal, 0), earliest) < 0)
    earliest = g_array_index (item->rdates, BrineLocal, 0);
  if (brine_recurrence_next (recurrence, brine_local_add_seconds (earliest, -1), &first, &found)
      != BRINE_EXPANSION_COMPLETE)
    {
      g_set_error_literal (error, BRINE_ERROR, BRINE_ERROR_TOO_COMPLEX,
                           "The recurrence rule is too complex to tell its first occurrence.");
      return FALSE;
    }
  *out_is_first = !found || brine_local_compare (request->original, first) <= 0;
  return TRUE;
}

/* Single occurrences ---------------------------------------------------------------------- */

char *
brine_text_dup_override (const char *wanted, const char *of_item)
{
  if (brine_text_equal (wanted, of_item))
    return NULL;
  return g_strdup (wanted != NULL ? wanted : "");
}

void
brine_plan_item_replace_exception (BrinePlanItem *item, BrineLocal original,
                                   BrineException *exception)
{
  GPtrArray *exceptions = item->exceptions;
  guint i = 0;

  while (i < exceptions->len
         && brine_local_compare (((BrineException *)exceptions->pdata[i])->original, original) < 0)
    i++;
  if (i < exceptions->len
      && brine_local_equal (((BrineException *)exceptions->pdata[i])->original, original))
    g_ptr_array_remove_index (exceptions, i);
  if (exception != NULL)
    g_ptr_array_insert (exceptions, (int)i, exception);
}

static gboolean
changes_nothing (const BrineException *exception, const BrinePlanItem *item)
{
  g_autoptr (BrineRecurrence) recurrence = NULL;

  if (!brine_local_equal (exception->start, exception->original)
      || exception->minutes != item->minutes || exception->title != NULL || exception->notes != NULL
      || exception->recipe_id != NULL)
    return FALSE;
  recurrence = brine_plan_item_get_recurrence (item);
  return brine_recurrence_contains (recurrence, exception->original);
}

static BrineEdit *
edit_one (const BrineEditRequest *request)
{
  const BrinePlanItem *wanted = request->wanted;
  BrineEdit *edit = g_new0 (BrineEdit, 1);
  g_autoptr (BrineException) exception = brine_exception_new (request->original);

  exception->start = wanted->start;
  exception->minutes = wanted->minutes;
  exception->title = brine_text_dup_override (wanted->title, request->item->title);
  exception->notes = brine_text_dup_override (wanted->notes, request->item->notes);
  exception->recipe_id = brine_text_dup_override (wanted->recipe_id, request->item->recipe_id);
  edit->changed = brine_plan_item_copy (request->item);
  if (changes_nothing (exception, request->item))
    g_clear_pointer (&exception, brine_exception_free);
  brine_plan_item_replace_exception (edit->changed, request->original,
                                     g_steal_pointer (&exception));
  return edit;
}

static BrineEdit *
cancel_one (const BrineEditRequest *request)
{
  g_autoptr (BrineRecurrence) recurrence = brine_plan_item_get_recurrence (request->item);
  BrineEdit *edit = g_new0 (BrineEdit, 1);
  BrineException *exception = NULL;

  edit->removes = TRUE;
  edit->changed = brine_plan_item_copy (request->item);
  if (brine_recurrence_contains (recurrence, request->original))
    {
      exception = brine_exception_new (request->original);
      exception->minutes = request->item->minutes;
      exception->cancelled = TRUE;
    }
  brine_plan_item_replace_exception (edit->changed, request->original, exception);
  return edit;
}

/* Edits ---------------------------------------------------------------------------------- */

static BrineEdit *
edit_scope (const BrineEditRequest *request, BrineScope scope, const GArray *logged, GError **error)
{
  gboolean is_first = TRUE;

  if (scope == BRINE_SCOPE_THIS_AND_LATER
      && !brine_edit_request_is_first (request, &is_first, error))
    return NULL;
  if (!is_first)
    return brine_edit_split (request, error);
  return brine_edit_leaves_history (request, logged)
             ? brine_edit_all_but_history (request, logged, error)
             : brine_edit_all (request, error);
}

BrineEdit *
brine_plan_item_edit (const BrinePlanItem *item, BrineLocal original, const BrinePlanItem *wanted,
                      BrineScope scope, BrineDay today, const GArray *logged, GError **error)
{
  BrineEditRequest request;
  BrineEdit *edit;

  g_return_val_if_fail (item != NULL, NULL);
  g_return_val_if_fail (wanted != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!brine_plan_item_validate (wanted, error)
      || !brine_edit_request_init (&request, item, original, wanted, error))
    return NULL;
  request.today = today;
  if (!brine_plan_item_is_recurring (item))
    return brine_edit_all (&request, error);
  if (scope == BRINE_SCOPE_THIS)
    return edit_one (&request);
  edit = edit_scope (&request, scope, logged, error);
  if (edit != NULL)
    brine_edit_keep_logged (edit, item, logged);
  return edit;
}

BrineEdit *
brine_plan_item_move (const BrinePlanItem *item, BrineLocal original, BrineLocal start, int minutes,
                      BrineScope scope, const GArray *logged, GError **error)
{
  g_autoptr (BrinePlanItem) wanted = NULL;
  BrineEditRequest request;

  g_return_val_if_fail (item != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (item->quota_per_week > 0)
    {
      g_set_error_literal (error, BRINE_ERROR, BRINE_ERROR_INVALID,
                           "An item done a number of times a week has no time to move.");
      return NULL;
    }
  if (!brine_edit_request_init (&request, item, original, NULL, error))
    return NULL;
  wanted = brine_plan_item_copy (item);
  wanted->start = start;
  wanted->minutes = minutes < 0 ? request.minutes : minutes;
  g_free (wanted->title);
  wanted->title = g_strdup (request.title);
  g_free (wanted->notes);
  wanted->notes = g_strdup (request.notes);
  g_free (wanted->recipe_id);
  wanted->recipe_id = g_strdup (request.recipe_id);
  return brine_plan_item_edit (item, original, wanted, scope, start.day, logged, error);
}

BrineEdit *
brine_plan_item_resize (const BrinePlanItem *item, BrineLocal original, BrineLocal start,
                        int minutes, BrineScope scope, const GArray *logged, GError **error)
{
  g_return_val_if_fail (item != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (minutes >= 1)
    return brine_plan_item_move (item, original, start, minutes, scope, logged, error);
  g_set_error_literal (error, BRINE_ERROR, BRINE_ERROR_INVALID,
                       "An entry of the plan lasts a minute or longer.");
  return NULL;
}

BrineEdit *
brine_plan_item_cancel (const BrinePlanItem *item, BrineLocal original, BrineScope scope,
                        const GArray *logged, GError **error)
{
  BrineEditRequest request;
  gboolean is_first = TRUE;

  g_return_val_if_fail (item != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!brine_edit_request_init (&request, item, original, NULL, error))
    return NULL;
  if (!brine_plan_item_is_recurring (item))
    return brine_edit_cancel_series (&request, TRUE, NULL);
  if (scope == BRINE_SCOPE_THIS)
    return cancel_one (&request);
  if (scope == BRINE_SCOPE_THIS_AND_LATER
      && !brine_edit_request_is_first (&request, &is_first, error))
    return NULL;
  return brine_edit_cancel_series (&request, is_first, logged);
}
