/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "brine-editable.h"
#include "brine-format.h"
#include "brine-occurrence-acts-private.h"
#include "brine-scope-dialog.h"
#include "brine-translate.h"

typedef enum
{
  PLAN_MOVE,
  PLAN_RESIZE,
  PLAN_REMOVE,
} PlanKind;

/* An act on the plan: asks for the scope, loads the item on the worker, applies the edit. */
typedef struct
{
  BrineHistory *history;
  BrineClock *clock;
  GWeakRef parent;
  BrineOccurrence *occurrence;
  PlanKind kind;
  BrineLocal start;
  int minutes; /* of PLAN_RESIZE */
  BrineScope scope;
} PlanAct;

static PlanAct *
plan_act_new (const BrineActs *acts, GtkWidget *parent, BrineOccurrence *occurrence, PlanKind kind)
{
  PlanAct *act = g_new0 (PlanAct, 1);

  act->history = g_object_ref (acts->history);
  act->clock = g_object_ref (acts->clock);
  g_weak_ref_init (&act->parent, parent);
  act->occurrence = g_object_ref (occurrence);
  act->kind = kind;
  return act;
}

static void
plan_act_free (PlanAct *act)
{
  g_object_unref (act->history);
  g_object_unref (act->clock);
  g_weak_ref_clear (&act->parent);
  g_object_unref (act->occurrence);
  g_free (act);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlanAct, plan_act_free)

char *
brine_occurrence_make_span_label (BrineLocal start, int minutes)
{
  g_autofree char *from = brine_format_time (start);
  g_autofree char *to = brine_format_time (brine_local_add_seconds (start, (int64_t)minutes * 60));

  /* Translators: toast; two times, for example "Now 18:00 to 18:45" */
  return g_strdup_printf (_ ("Now %s to %s"), from, to);
}

static char *
make_label (PlanAct *act)
{
  if (act->kind == PLAN_RESIZE)
    return brine_occurrence_make_span_label (act->start, act->minutes);
  if (act->kind == PLAN_REMOVE)
    /* Translators: toast; %s is what was planned, for example "Walk" */
    return g_strdup_printf (_ ("%s removed"), brine_occurrence_get_local_title (act->occurrence));

  BrineDay today = brine_clock_get_local (act->clock).day;
  g_autofree char *day = brine_format_day_relative (act->start.day, today);
  g_autofree char *time = brine_format_time (act->start);
  /* Translators: toast; a day and a time, for example "Moved to Friday 20 November, 17:30" */
  return g_strdup_printf (_ ("Moved to %s, %s"), day, time);
}

static void
show_failure (PlanAct *act)
{
  g_autoptr (GtkWidget) parent = g_weak_ref_get (&act->parent);
  if (parent == NULL)
    return;

  GtkRoot *root = gtk_widget_get_root (parent);
  GtkWidget *dialog = adw_message_dialog_new (
      GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, _ ("The Plan Was Not Changed"),
      act->kind == PLAN_REMOVE
          ? _ ("It could not be taken out of the plan. Perhaps it is gone already.")
          : _ ("It cannot be moved there. Try another time."));
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static BrineEdit *
make_edit (PlanAct *act, const BrinePlanItem *item, BrineScope scope, const GArray *logged)
{
  BrineLocal original = brine_occurrence_get_original (act->occurrence);

  switch (act->kind)
    {
    case PLAN_REMOVE:
      return brine_plan_item_cancel (item, original, scope, logged, NULL);
    case PLAN_RESIZE:
      return brine_plan_item_resize (item, original, act->start, act->minutes, scope, logged, NULL);
    case PLAN_MOVE:
    default:
      return brine_plan_item_move (item, original, act->start, -1, scope, logged, NULL);
    }
}

/* Writing ------------------------------------------------------------------------------------ */

static void
on_item_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (PlanAct) act = data;
  g_autoptr (BrineEditable) editable =
      brine_store_load_editable_finish (BRINE_STORE (source), result, NULL);
  g_autoptr (BrineEdit) edit =
      editable != NULL ? make_edit (act, editable->item, act->scope, editable->logged) : NULL;

  if (edit == NULL)
    {
      show_failure (act);
      return;
    }

  g_autofree char *label = make_label (act);
  BrineChange *change = brine_change_new ();
  brine_change_put_edit (change, editable->item->id, edit);
  brine_history_apply (act->history, label, change);
}

/* Loaded once more after a question: what it was asked about may be gone. Consumes @act. */
static void
plan_act_run (PlanAct *act)
{
  brine_store_load_editable_async (brine_history_get_store (act->history),
                                   brine_occurrence_get_item_id (act->occurrence), NULL,
                                   on_item_loaded_cb, act);
}

/* Asking ------------------------------------------------------------------------------------- */

static BrineEdit *
try_edit (const BrinePlanItem *item, BrineScope scope, const GArray *logged, gpointer data)
{
  PlanAct **act = data;

  return make_edit (*act, item, scope, logged);
}

static void
on_scope_cb (gboolean cancelled, BrineScope scope, gpointer data)
{
  PlanAct **act = data;

  if (cancelled)
    return;
  (*act)->scope = scope;
  plan_act_run (g_steal_pointer (act));
}

static void
free_question (gpointer data)
{
  PlanAct **act = data;

  g_clear_pointer (act, plan_act_free);
  g_free (act);
}

static BrineScopeDeed
get_deed (PlanAct *act)
{
  static const BrineScopeVerb verbs[] = {
    [PLAN_MOVE] = BRINE_SCOPE_VERB_MOVE,
    [PLAN_RESIZE] = BRINE_SCOPE_VERB_RESIZE,
    [PLAN_REMOVE] = BRINE_SCOPE_VERB_REMOVE,
  };

  return (BrineScopeDeed){
    .verb = verbs[act->kind],
    .practice = brine_occurrence_get_practice (act->occurrence),
    .was = brine_occurrence_get_start (act->occurrence),
    .start = act->start,
    .minutes = act->minutes,
    .today = brine_clock_get_local (act->clock).day,
  };
}

static const char *
get_heading (PlanAct *act)
{
  switch (act->kind)
    {
    case PLAN_REMOVE:
      return _ ("Remove Which Ones?");
    case PLAN_RESIZE:
      return _ ("Change Which Ones?");
    case PLAN_MOVE:
    default:
      return _ ("Move Which Ones?");
    }
}

static void
on_item_asked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (PlanAct) act = data;
  g_autoptr (BrineEditable) editable =
      brine_store_load_editable_finish (BRINE_STORE (source), result, NULL);
  g_autoptr (GtkWidget) parent = g_weak_ref_get (&act->parent);

  if (editable == NULL)
    show_failure (act);
  if (editable == NULL || parent == NULL)
    return;

  BrineScopeQuestion question = {
    .heading = get_heading (act),
    .item = editable->item,
    .original = brine_occurrence_get_original (act->occurrence),
    .logged = editable->logged,
    .deed = get_deed (act),
    .edit = try_edit,
  };
  PlanAct **holder = g_new (PlanAct *, 1);
  *holder = g_steal_pointer (&act);
  brine_scope_dialog_ask (parent, &question, on_scope_cb, holder, free_question);
}

/* Consumes @act. */
static void
plan_act_start (PlanAct *act)
{
  act->scope = BRINE_SCOPE_ALL;
  if (!brine_occurrence_is_recurring (act->occurrence))
    plan_act_run (act);
  else
    brine_store_load_editable_async (brine_history_get_store (act->history),
                                     brine_occurrence_get_item_id (act->occurrence), NULL,
                                     on_item_asked_cb, act);
}

void
brine_occurrence_move (const BrineActs *acts, GtkWidget *parent, BrineOccurrence *occurrence,
                       BrineLocal start)
{
  g_return_if_fail (acts != NULL && BRINE_IS_HISTORY (acts->history));
  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (BRINE_IS_OCCURRENCE (occurrence));

  if (brine_local_equal (start, brine_occurrence_get_start (occurrence)))
    return;
  if (brine_occurrence_is_record (occurrence))
    {
      brine_occurrence_correct (acts, occurrence, start, -1);
      return;
    }

  PlanAct *act = plan_act_new (acts, parent, occurrence, PLAN_MOVE);
  act->start = start;
  plan_act_start (act);
}

void
brine_occurrence_resize (const BrineActs *acts, GtkWidget *parent, BrineOccurrence *occurrence,
                         BrineLocal start, int minutes)
{
  g_return_if_fail (acts != NULL && BRINE_IS_HISTORY (acts->history));
  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (BRINE_IS_OCCURRENCE (occurrence));
  g_return_if_fail (minutes >= 1);

  /* By the wall clock, as the caller says it: a night may have lasted an hour more or less. */
  if (brine_local_equal (start, brine_occurrence_get_start (occurrence))
      && brine_local_equal (brine_local_add_seconds (start, (int64_t)minutes * 60),
                            brine_occurrence_get_end (occurrence)))
    return;
  if (brine_occurrence_is_record (occurrence))
    {
      brine_occurrence_correct (acts, occurrence, start, minutes);
      return;
    }

  PlanAct *act = plan_act_new (acts, parent, occurrence, PLAN_RESIZE);
  act->start = start;
  act->minutes = minutes;
  plan_act_start (act);
}

void
brine_occurrence_postpone (const BrineActs *acts, GtkWidget *parent, BrineOccurrence *occurrence,
                           BrineLocal start)
{
  g_return_if_fail (acts != NULL && BRINE_IS_HISTORY (acts->history));
  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (BRINE_IS_OCCURRENCE (occurrence));
  g_return_if_fail (brine_occurrence_get_item_id (occurrence) != NULL);

  PlanAct *act = plan_act_new (acts, parent, occurrence, PLAN_MOVE);
  act->start = start;
  act->scope = brine_occurrence_is_recurring (occurrence) ? BRINE_SCOPE_THIS : BRINE_SCOPE_ALL;
  plan_act_run (act);
}

void
brine_occurrence_remove (const BrineActs *acts, GtkWidget *parent, BrineOccurrence *occurrence)
{
  g_return_if_fail (acts != NULL && BRINE_IS_HISTORY (acts->history));
  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (BRINE_IS_OCCURRENCE (occurrence));

  if (brine_occurrence_get_item_id (occurrence) == NULL)
    {
      brine_occurrence_unlog (acts, occurrence);
      return;
    }

  PlanAct *act = plan_act_new (acts, parent, occurrence, PLAN_REMOVE);
  plan_act_start (act);
}
