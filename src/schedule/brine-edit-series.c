/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-edit-private.h"

#include "brine-rule-private.h"

static gboolean
rules_equal (const BrineRule *a, const BrineRule *b)
{
  return a == b || (a != NULL && b != NULL && brine_rule_equal (a, b));
}

/* The rule was left as it is: it follows a move. */
static gboolean
has_same_rule (const BrineEditRequest *request)
{
  return request->item->rule != NULL && rules_equal (request->item->rule, request->wanted->rule);
}

/* Goals ---------------------------------------------------------------------------------- */

static BrineGoal
get_latest_goal (const BrinePlanItem *item)
{
  BrineGoal none = { 0 };

  return item->goals->len == 0
             ? none
             : g_array_index (item->goals, BrineGoalPeriod, item->goals->len - 1).goal;
}

/* The goals of the item up to now, and what is wanted from @today on: the past keeps its own. */
static void
take_goals (BrinePlanItem *after, const BrineEditRequest *request)
{
  BrineGoalPeriod wanted = { request->today, get_latest_goal (request->wanted) };
  BrineGoal latest = get_latest_goal (request->item);
  GArray *goals = g_array_copy (request->item->goals);

  g_array_unref (after->goals);
  after->goals = goals;
  if (brine_goal_equal (&latest, &wanted.goal))
    return;
  while (goals->len > 0
         && g_array_index (goals, BrineGoalPeriod, goals->len - 1).valid_from >= request->today)
    g_array_set_size (goals, goals->len - 1);
  g_array_append_val (goals, wanted);
}

/* The later part of a series -------------------------------------------------------------- */

static void
replace_text (char **text, const char *new_text)
{
  char *copy = g_strdup (new_text);

  g_free (*text);
  *text = copy;
}

/* The wanted item with what belongs to the series rather than to the occurrence that was shown:
 * a field that was left as it was shown stays what it is in the series. Times are yet to come. */
static BrinePlanItem *
take_fields (const BrineEditRequest *request)
{
  const BrinePlanItem *item = request->item;
  BrinePlanItem *after = brine_plan_item_copy (request->wanted);

  replace_text (&after->id, item->id);
  replace_text (&after->uid, item->uid);
  replace_text (&after->split_from, item->split_from);
  replace_text (&after->foreign, item->foreign);
  after->stamps = item->stamps;
  if (brine_text_equal (after->title, request->title))
    replace_text (&after->title, item->title);
  if (brine_text_equal (after->notes, request->notes))
    replace_text (&after->notes, item->notes);
  if (brine_text_equal (after->recipe_id, request->recipe_id))
    replace_text (&after->recipe_id, item->recipe_id);
  if (after->minutes == request->minutes)
    after->minutes = item->minutes;
  take_goals (after, request);
  return after;
}

/* What is in the series from @from on. */
static GArray *
copy_from (const GArray *locals, BrineLocal from, int64_t shift_seconds)
{
  GArray *copy = g_array_new (FALSE, FALSE, sizeof (BrineLocal));

  for (guint i = 0; i < locals->len; i++)
    {
      BrineLocal local = g_array_index (locals, BrineLocal, i);

      if (brine_local_compare (local, from) < 0)
        continue;
      local = brine_local_add_seconds (local, shift_seconds);
      g_array_append_val (copy, local);
    }
  return copy;
}

/* The start in @after that was @original before. It is so much later; where a rule that
 * follows does not move evenly (a second Tuesday that became a second Wednesday), it is the only
 * one of its month. @same_rule: it follows. @starts: of @after without its excluded dates. */
static gboolean
map_original (const BrinePlanItem *after, BrineRecurrence *starts, BrineLocal original,
              int64_t shift_seconds, gboolean same_rule, BrineLocal *out_original)
{
  g_autoptr (GArray) found = NULL;
  BrineLocal shifted = brine_local_add_seconds (original, shift_seconds);
  int year;
  int month;
  BrineLocal from = { 0 };
  BrineLocal to = { 0 };

  if (brine_recurrence_contains (starts, shifted))
    {
      *out_original = shifted;
      return TRUE;
    }
  if (!same_rule || after->rule == NULL || brine_rule_get_freq (after->rule) < BRINE_FREQ_MONTHLY)
    return FALSE;
  brine_day_get_ymd (shifted.day, &year, &month, NULL);
  from.day = brine_day_from_ymd (year, month, 1);
  to.day = from.day + brine_day_get_days_in_month (year, month);
  found = g_array_new (FALSE, FALSE, sizeof (BrineLocal));
  if (brine_recurrence_expand (starts, from, to, found) != BRINE_EXPANSION_COMPLETE
      || found->len != 1)
    return FALSE;
  *out_original = g_array_index (found, BrineLocal, 0);
  return TRUE;
}

static int
compare_locals (gconstpointer a, gconstpointer b)
{
  return brine_local_compare (*(const BrineLocal *)a, *(const BrineLocal *)b);
}

static void
carry_exdates (BrinePlanItem *after, BrineRecurrence *starts, const BrineEditRequest *request,
               BrineLocal from, int64_t shift_seconds)
{
  const GArray *exdates = request->item->exdates;

  for (guint i = 0; i < exdates->len; i++)
    {
      BrineLocal exdate = g_array_index (exdates, BrineLocal, i);
      BrineLocal mapped;

      if (brine_local_compare (exdate, from) >= 0
          && map_original (after, starts, exdate, shift_seconds, has_same_rule (request), &mapped))
        g_array_append_val (after->exdates, mapped);
    }
  g_array_sort (after->exdates, compare_locals);
}

/* A changed occurrence follows what was changed for all of its series unless it had its own: one
 * that was moved stays where it was put. The one that was edited has what is wanted. */
static BrineException *
carry_exception (const BrineException *exception, const BrinePlanItem *after,
                 const BrineEditRequest *request, BrineLocal original)
{
  const BrinePlanItem *wanted = request->wanted;
  BrineException *carried = brine_exception_copy (exception);

  carried->original = original;
  carried->start =
      brine_local_equal (exception->start, exception->original) ? original : exception->start;
  if (exception->minutes == request->item->minutes)
    carried->minutes = after->minutes;
  if (exception != request->exception)
    return carried;
  carried->start = wanted->start;
  carried->minutes = wanted->minutes;
  if (!brine_text_equal (wanted->title, request->title))
    g_clear_pointer (&carried->title, g_free);
  if (!brine_text_equal (wanted->notes, request->notes))
    g_clear_pointer (&carried->notes, g_free);
  if (!brine_text_equal (wanted->recipe_id, request->recipe_id))
    g_clear_pointer (&carried->recipe_id, g_free);
  return carried;
}

static int
compare_exceptions (gconstpointer a, gconstpointer b)
{
  const BrineException *x = *(BrineException *const *)a;
  const BrineException *y = *(BrineException *const *)b;

  return brine_local_compare (x->original, y->original);
}

static void
carry_exceptions (BrinePlanItem *after, BrineRecurrence *starts, const BrineEditRequest *request,
                  BrineLocal from, int64_t shift_seconds)
{
  const GPtrArray *exceptions = request->item->exceptions;
  g_autoptr (BrineRecurrence) starts_before = brine_plan_item_get_recurrence (request->item);

  for (guint i = 0; i < exceptions->len; i++)
    {
      const BrineException *exception = exceptions->pdata[i];
      BrineLocal mapped = brine_local_add_seconds (exception->original, shift_seconds);

      if (brine_local_compare (exception->original, from) < 0)
        continue;
      /* Other programs keep changed occurrences that no rule gives: these just go along. */
      if (map_original (after, starts, exception->original, shift_seconds, has_same_rule (request),
                        &mapped)
          || !brine_recurrence_contains (starts_before, exception->original))
        g_ptr_array_add (after->exceptions, carry_exception (exception, after, request, mapped));
    }
  g_ptr_array_sort (after->exceptions, compare_exceptions);
}

static void
clear_dates (BrinePlanItem *after)
{
  g_array_set_size (after->rdates, 0);
  g_array_set_size (after->exdates, 0);
  g_ptr_array_set_size (after->exceptions, 0);
}

/* Whether nothing recurs any more. */
static gboolean
ends_recurrence (const BrineEditRequest *request)
{
  return request->wanted->quota_per_week > 0
         || (request->item->rule != NULL && request->wanted->rule == NULL);
}

/* Gives @after the occurrences from @from on, moved as wanted. @anchor: the start, before the
 * move, that its rule goes on from. @n_before: starts of the rule that stay behind. */
static gboolean
take_times (BrinePlanItem *after, const BrineEditRequest *request, BrineLocal from,
            BrineLocal anchor, int n_before, GError **error)
{
  const BrinePlanItem *item = request->item;
  int64_t shift_seconds = brine_local_diff_seconds (request->wanted->start, request->start);
  g_autoptr (BrineRecurrence) starts = NULL;
  BrineLocal start = brine_local_add_seconds (anchor, shift_seconds);

  clear_dates (after);
  if (has_same_rule (request))
    {
      g_autoptr (BrineRule) shifted = brine_rule_shift (item->rule, anchor, start, error);

      if (shifted == NULL)
        return FALSE;
      brine_rule_unref (after->rule);
      after->rule = g_steal_pointer (&shifted);
    }
  if (n_before > 0 && after->rule != NULL && brine_rule_get_count (after->rule) > n_before
      && brine_rule_get_count (after->rule) == brine_rule_get_count (item->rule))
    {
      g_autoptr (BrineRule) whole = after->rule;

      after->rule = brine_rule_with_count (whole, brine_rule_get_count (whole) - n_before);
    }
  after->start = start;
  g_array_unref (after->rdates);
  after->rdates = copy_from (item->rdates, from, shift_seconds);
  starts = brine_recurrence_new (after->start, after->rule, after->rdates, NULL);
  carry_exdates (after, starts, request, from, shift_seconds);
  carry_exceptions (after, starts, request, from, shift_seconds);
  return TRUE;
}

/* Whole series ---------------------------------------------------------------------------- */

BrineEdit *
brine_edit_all (const BrineEditRequest *request, GError **error)
{
  g_autoptr (BrineEdit) edit = g_new0 (BrineEdit, 1);

  edit->from = BRINE_EDIT_BEGINNING;
  edit->same_rule = has_same_rule (request);
  edit->changed = take_fields (request);
  if (!brine_plan_item_is_recurring (request->item) || ends_recurrence (request))
    {
      if (ends_recurrence (request) || request->item->quota_per_week > 0)
        clear_dates (edit->changed);
      edit->shift_seconds = brine_local_diff_seconds (request->wanted->start, request->original);
      return g_steal_pointer (&edit);
    }
  edit->shift_seconds = brine_local_diff_seconds (request->wanted->start, request->start);
  if (!take_times (edit->changed, request, BRINE_EDIT_BEGINNING, request->item->start, 0, error))
    return NULL;
  return g_steal_pointer (&edit);
}

/* Splits ---------------------------------------------------------------------------------- */

static void
remove_from (GArray *locals, BrineLocal original)
{
  guint n = 0;

  while (n < locals->len
         && brine_local_compare (g_array_index (locals, BrineLocal, n), original) < 0)
    n++;
  g_array_set_size (locals, n);
}

BrinePlanItem *
brine_plan_item_end_before (const BrinePlanItem *item, BrineLocal original)
{
  BrinePlanItem *ended = brine_plan_item_copy (item);
  guint n = 0;

  if (item->rule != NULL)
    {
      brine_rule_unref (ended->rule);
      ended->rule = brine_rule_with_end (item->rule, original);
    }
  remove_from (ended->rdates, original);
  remove_from (ended->exdates, original);
  while (
      n < ended->exceptions->len
      && brine_local_compare (((BrineException *)ended->exceptions->pdata[n])->original, original)
             < 0)
    n++;
  g_ptr_array_set_size (ended->exceptions, (int)n);
  return ended;
}

/* The first start of the rule from @original on, which may be an extra date that the rule knows
 * nothing of, and the number of starts before it when COUNT needs it. FALSE: it has ended. */
static gboolean
find_anchor (const BrineEditRequest *request, BrineLocal *out_anchor, int *out_n_before,
             gboolean *out_found, GError **error)
{
  const BrinePlanItem *item = request->item;
  g_autoptr (BrineRecurrence) starts = brine_recurrence_new (item->start, item->rule, NULL, NULL);
  BrineExpansion expansion;

  *out_n_before = 0;
  expansion = brine_recurrence_next (starts, brine_local_add_seconds (request->original, -1),
                                     out_anchor, out_found);
  if (expansion == BRINE_EXPANSION_COMPLETE && *out_found && item->rule != NULL
      && brine_rule_get_count (item->rule) > 0)
    {
      g_autoptr (GArray) before = g_array_new (FALSE, FALSE, sizeof (BrineLocal));

      expansion = brine_recurrence_expand (starts, item->start, *out_anchor, before);
      *out_n_before = (int)before->len;
    }
  if (expansion == BRINE_EXPANSION_COMPLETE)
    return TRUE;
  g_set_error_literal (error, BRINE_ERROR, BRINE_ERROR_TOO_COMPLEX,
                       "The recurrence rule is too complex to be split.");
  return FALSE;
}

/* Without a rule, the first extra date is the start of what goes on. */
static void
start_from_dates (BrinePlanItem *after)
{
  if (after->rule != NULL || after->rdates->len == 0)
    return;
  after->start = g_array_index (after->rdates, BrineLocal, 0);
  g_array_remove_index (after->rdates, 0);
}

static gboolean
continue_series (BrinePlanItem *after, const BrineEditRequest *request, GError **error)
{
  BrineLocal anchor = request->original;
  gboolean found = FALSE;
  int n_before = 0;

  if (request->item->rule != NULL && !find_anchor (request, &anchor, &n_before, &found, error))
    return FALSE;
  if (!found)
    {
      g_clear_pointer (&after->rule, brine_rule_unref);
      anchor = request->original;
    }
  if (!take_times (after, request, request->original, anchor, n_before, error))
    return FALSE;
  if (!found)
    start_from_dates (after);
  return TRUE;
}

BrineEdit *
brine_edit_split (const BrineEditRequest *request, GError **error)
{
  g_autoptr (BrineEdit) edit = g_new0 (BrineEdit, 1);
  BrinePlanItem *after = take_fields (request);

  edit->from = request->original;
  edit->same_rule = has_same_rule (request);
  edit->shift_seconds = brine_local_diff_seconds (request->wanted->start, request->start);
  edit->added = after;
  g_free (after->id);
  after->id = brine_id_new ();
  replace_text (&after->uid, after->id);
  replace_text (&after->split_from, request->item->id);
  if (ends_recurrence (request))
    clear_dates (after);
  else if (!continue_series (after, request, error))
    return NULL;
  edit->changed = brine_plan_item_end_before (request->item, request->original);
  return g_steal_pointer (&edit);
}

/* Finding occurrences again --------------------------------------------------------------- */

static int
compare_kept (gconstpointer a, gconstpointer b)
{
  return brine_local_compare (((const BrineKept *)a)->before, ((const BrineKept *)b)->before);
}

static const BrineKept *
find_kept (const BrineEdit *edit, BrineLocal original)
{
  BrineKept key = { .before = original };
  guint index;

  if (edit->kept == NULL || !g_array_binary_search (edit->kept, &key, compare_kept, &index))
    return NULL;
  return &g_array_index (edit->kept, BrineKept, index);
}

const BrinePlanItem *
brine_edit_find (const BrineEdit *edit, BrineLocal original, BrineLocal *out_original)
{
  g_autoptr (BrineRecurrence) starts = NULL;
  const BrineKept *kept;
  const BrinePlanItem *item;
  int64_t shift_seconds = 0;
  BrineLocal shifted;

  g_return_val_if_fail (edit != NULL, NULL);
  g_return_val_if_fail (out_original != NULL, NULL);

  kept = find_kept (edit, original);
  if (kept != NULL)
    {
      *out_original = kept->original;
      return kept->in_added ? edit->added : edit->changed;
    }
  item = edit->changed;
  if (brine_local_compare (original, edit->from) >= 0)
    {
      item = edit->added != NULL ? edit->added : edit->changed;
      shift_seconds = edit->shift_seconds;
    }
  if (item == NULL)
    return NULL;
  shifted = brine_local_add_seconds (original, shift_seconds);
  if (item->quota_per_week > 0 || brine_plan_item_find_exception (item, shifted) != NULL)
    {
      *out_original = item->quota_per_week > 0 ? original : shifted;
      return item;
    }
  starts = brine_recurrence_new (item->start, item->rule, item->rdates, NULL);
  return map_original (item, starts, original, shift_seconds, edit->same_rule, out_original) ? item
                                                                                             : NULL;
}
