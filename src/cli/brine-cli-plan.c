/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-cli-plan-fields.h"
#include "brine-editable.h"

#include <glib/gi18n.h>

static gboolean
put_item (BrineCli *cli, const BrinePlanItem *item, GError **error)
{
  BrineChange *change = brine_change_new ();

  brine_change_put_item (change, item);
  return brine_cli_apply (cli, change, error);
}

static gboolean
plan_add (BrineCli *cli, int argc, char **argv, GError **error)
{
  g_auto (BrineCliPlanOptions) options = { 0 };
  g_autofree GOptionEntry *entries = brine_cli_plan_options_make_entries (&options, NULL);
  g_autoptr (BrinePlanItem) item = NULL;

  if (!brine_cli_parse (cli, entries, argc, argv, 0, 0, NULL, error)
      || !brine_cli_require ("--practice", options.practice, error)
      || !brine_cli_require ("--title", options.title, error))
    return FALSE;
  if (options.quota == NULL && !brine_cli_require ("--start", options.start, error))
    return FALSE;
  if (!brine_cli_open (cli, BRINE_OPEN_CREATE, error))
    return FALSE;

  item = brine_plan_item_new (BRINE_PRACTICE_OWN, options.title,
                              brine_local (brine_clock_get_local (cli->clock).day, 0, 0), 30);
  if (!brine_cli_plan_set_fields (cli, item, &options, error)
      || !brine_plan_item_validate (item, error) || !put_item (cli, item, error))
    return FALSE;

  brine_cli_print_id (cli, item->id);
  return TRUE;
}

/* Stores what became of a series. */
static gboolean
put_edit (BrineCli *cli, const char *id, const BrineEdit *edit, GError **error)
{
  BrineChange *change = brine_change_new ();

  brine_change_put_edit (change, id, edit);
  if (!brine_cli_apply (cli, change, error))
    return FALSE;

  brine_cli_print_id (cli, edit->added != NULL ? edit->added->id : id);
  return TRUE;
}

/* (transfer full) What is logged of @item, which an edit leaves alone. */
static GArray *
load_logged (BrineCli *cli, const BrinePlanItem *item, GError **error)
{
  g_autoptr (BrineEditable) editable = brine_store_load_editable (cli->store, item->id, error);

  return editable != NULL ? g_array_ref (editable->logged) : NULL;
}

static gboolean
parse_scope (const char *text, BrineScope fallback, BrineScope *out_scope, GError **error)
{
  if (text == NULL)
    *out_scope = fallback;
  else if (g_str_equal (text, "this"))
    *out_scope = BRINE_SCOPE_THIS;
  else if (g_str_equal (text, "later"))
    *out_scope = BRINE_SCOPE_THIS_AND_LATER;
  else if (g_str_equal (text, "all"))
    *out_scope = BRINE_SCOPE_ALL;
  else
    return brine_cli_fail_word ("--scope", text, "this, later, all", error);

  return TRUE;
}

#define SCOPE_ENTRY(scope)                                                                         \
  {                                                                                                \
    "scope", 0, 0, G_OPTION_ARG_STRING, &scope, N_ ("this, later (this and later) or all"),        \
        "SCOPE"                                                                                    \
  }

/* An occurrence of @item that was not changed by itself. */
static gboolean
find_regular (const BrinePlanItem *item, BrineLocal *out_original)
{
  g_autoptr (BrineRecurrence) recurrence = brine_plan_item_get_recurrence (item);
  BrineLocal at = brine_local_add_seconds (item->start, -1);
  gboolean found = TRUE;

  while (found)
    {
      found = FALSE;
      if (brine_recurrence_next (recurrence, at, &at, &found) != BRINE_EXPANSION_COMPLETE)
        return FALSE;
      if (found && brine_plan_item_find_exception (item, at) == NULL)
        {
          *out_original = at;
          return TRUE;
        }
    }
  return FALSE;
}

/* Whether anything but its dates is wanted otherwise. */
static gboolean
changes_fields (const BrinePlanItem *item, const BrinePlanItem *wanted)
{
  g_autoptr (BrinePlanItem) alike = brine_plan_item_copy (wanted);

  g_array_unref (alike->rdates);
  alike->rdates = g_array_copy (item->rdates);
  g_array_unref (alike->exdates);
  alike->exdates = g_array_copy (item->exdates);
  return !brine_plan_item_equal (alike, item);
}

/* The item as a whole: as all of a series when something is logged of it, which then stays. */
static gboolean
rewrite_item (BrineCli *cli, const BrinePlanItem *item, BrinePlanItem *wanted, gboolean has_dates,
              GError **error)
{
  g_autoptr (GArray) logged = load_logged (cli, item, error);
  g_autoptr (BrineEdit) edit = NULL;
  BrineLocal original;

  if (logged == NULL)
    return FALSE;
  if (logged->len == 0 || !brine_plan_item_is_recurring (item) || !find_regular (item, &original))
    {
      if (!put_item (cli, wanted, error))
        return FALSE;
      brine_cli_print_id (cli, wanted->id);
      return TRUE;
    }
  if (!has_dates || changes_fields (item, wanted))
    {
      wanted->start =
          brine_local_add_seconds (original, brine_local_diff_seconds (wanted->start, item->start));
      edit =
          brine_plan_item_edit (item, original, wanted, BRINE_SCOPE_ALL,
                                brine_clock_get_today (cli->clock, brine_cli_get_day_start (cli)),
                                logged, error);
      if (edit == NULL)
        return FALSE;
    }
  if (has_dates)
    edit = brine_plan_item_edit_dates (item, wanted->rdates, wanted->exdates, logged,
                                       g_steal_pointer (&edit));
  return edit != NULL && put_edit (cli, item->id, edit, error);
}

/* Without @START the item itself is rewritten; with it an occurrence, or the series from it on. */
static gboolean
plan_edit (BrineCli *cli, int argc, char **argv, GError **error)
{
  g_auto (BrineCliPlanOptions) options = { 0 };
  g_autofree char *scope_text = NULL;
  const GOptionEntry more[] = { SCOPE_ENTRY (scope_text), { NULL } };
  g_autofree GOptionEntry *entries = brine_cli_plan_options_make_entries (&options, more);
  g_auto (GStrv) args = NULL;
  g_autoptr (BrinePlanItem) item = NULL;
  g_autoptr (BrinePlanItem) wanted = NULL;
  g_autoptr (GArray) logged = NULL;
  g_autoptr (BrineEdit) edit = NULL;
  const BrineException *exception;
  BrineLocal original;
  BrineScope scope;
  gboolean has_start;

  if (!brine_cli_parse (cli, entries, argc, argv, 1, 1, &args, error)
      || !brine_cli_open (cli, BRINE_OPEN_EXISTING, error))
    return FALSE;
  item = brine_cli_find_occurrence (cli, args[0], &original, &has_start, error);
  if (item == NULL || !parse_scope (scope_text, BRINE_SCOPE_THIS, &scope, error))
    return FALSE;

  wanted = brine_plan_item_copy (item);
  if (has_start)
    {
      exception = brine_plan_item_find_exception (item, original);
      wanted->start = exception != NULL ? exception->start : original;
      if (exception != NULL)
        wanted->minutes = exception->minutes;
    }
  if (!brine_cli_plan_set_fields (cli, wanted, &options, error)
      || !brine_plan_item_validate (wanted, error))
    return FALSE;
  if (!has_start)
    return rewrite_item (cli, item, wanted, options.rdates != NULL || options.exdates != NULL,
                         error);
  logged = load_logged (cli, item, error);
  if (logged == NULL)
    return FALSE;
  edit = brine_plan_item_edit (item, original, wanted, scope,
                               brine_clock_get_today (cli->clock, brine_cli_get_day_start (cli)),
                               logged, error);
  return edit != NULL && put_edit (cli, item->id, edit, error);
}

static gboolean
plan_move (BrineCli *cli, int argc, char **argv, GError **error)
{
  g_autofree char *to = NULL;
  g_autofree char *minutes_text = NULL;
  g_autofree char *scope_text = NULL;
  const GOptionEntry entries[] = {
    { "to", 0, 0, G_OPTION_ARG_STRING, &to, N_ ("New local start"), "TIME" },
    { "minutes", 0, 0, G_OPTION_ARG_STRING, &minutes_text, N_ ("New duration"), "N" },
    SCOPE_ENTRY (scope_text),
    { NULL },
  };
  g_auto (GStrv) args = NULL;
  g_autoptr (BrinePlanItem) item = NULL;
  g_autoptr (GArray) logged = NULL;
  g_autoptr (BrineEdit) edit = NULL;
  BrineLocal original, start;
  BrineScope scope;
  int minutes = -1;

  if (!brine_cli_parse (cli, entries, argc, argv, 1, 1, &args, error)
      || !brine_cli_require ("--to", to, error)
      || !brine_cli_parse_local ("--to", to, &start, error)
      || !parse_scope (scope_text, BRINE_SCOPE_THIS, &scope, error))
    return FALSE;
  if (minutes_text != NULL
      && !brine_cli_parse_int ("--minutes", minutes_text, 0, 7 * BRINE_MINUTES_PER_DAY, &minutes,
                               error))
    return FALSE;
  if (!brine_cli_open (cli, BRINE_OPEN_EXISTING, error))
    return FALSE;

  item = brine_cli_find_occurrence (cli, args[0], &original, NULL, error);
  logged = item != NULL ? load_logged (cli, item, error) : NULL;
  if (logged == NULL)
    return FALSE;
  edit = brine_plan_item_move (item, original, start, minutes, scope, logged, error);
  return edit != NULL && put_edit (cli, item->id, edit, error);
}

static gboolean
plan_skip (BrineCli *cli, int argc, char **argv, GError **error)
{
  g_autofree char *scope_text = NULL;
  const GOptionEntry entries[] = { SCOPE_ENTRY (scope_text), { NULL } };
  g_auto (GStrv) args = NULL;
  g_autoptr (BrinePlanItem) item = NULL;
  g_autoptr (GArray) logged = NULL;
  g_autoptr (BrineEdit) edit = NULL;
  BrineLocal original;
  BrineScope scope;

  if (!brine_cli_parse (cli, entries, argc, argv, 1, 1, &args, error)
      || !parse_scope (scope_text, BRINE_SCOPE_THIS, &scope, error)
      || !brine_cli_open (cli, BRINE_OPEN_EXISTING, error))
    return FALSE;

  item = brine_cli_find_occurrence (cli, args[0], &original, NULL, error);
  logged = item != NULL ? load_logged (cli, item, error) : NULL;
  if (logged == NULL)
    return FALSE;
  edit = brine_plan_item_cancel (item, original, scope, logged, error);
  return edit != NULL && put_edit (cli, item->id, edit, error);
}

/* As all of a series when something is logged of it: that stays in the plan. */
static gboolean
remove_item (BrineCli *cli, const BrinePlanItem *item, GError **error)
{
  g_autoptr (GArray) logged = load_logged (cli, item, error);
  g_autoptr (BrineEdit) edit = NULL;
  BrineChange *change;
  BrineLocal original;

  if (logged == NULL)
    return FALSE;
  if (logged->len > 0 && brine_plan_item_is_recurring (item) && find_regular (item, &original))
    {
      edit = brine_plan_item_cancel (item, original, BRINE_SCOPE_ALL, logged, error);
      return edit != NULL && put_edit (cli, item->id, edit, error);
    }
  change = brine_change_new ();
  brine_change_remove (change, BRINE_KIND_ITEM, item->id);
  if (!brine_cli_apply (cli, change, error))
    return FALSE;
  brine_cli_print_id (cli, item->id);
  return TRUE;
}

static gboolean
plan_remove (BrineCli *cli, int argc, char **argv, GError **error)
{
  g_auto (GStrv) args = NULL;
  g_autoptr (BrinePlanItem) item = NULL;
  BrineLocal original;
  gboolean has_start;

  if (!brine_cli_parse (cli, NULL, argc, argv, 1, 1, &args, error)
      || !brine_cli_open (cli, BRINE_OPEN_EXISTING, error))
    return FALSE;
  item = brine_cli_find_occurrence (cli, args[0], &original, &has_start, error);
  if (item == NULL)
    return FALSE;
  if (has_start)
    {
      g_set_error_literal (error, BRINE_ERROR, BRINE_ERROR_INVALID,
                           _ ("“plan remove” takes a whole item; “plan skip” leaves out one "
                              "occurrence."));
      return FALSE;
    }

  return remove_item (cli, item, error);
}

const BrineCliCommand brine_cli_plan_commands[] = {
  { "plan", "add", plan_add, "--practice P --title T --start TIME [--minutes N] [--rrule R] …",
    N_ ("Adds a plan item and prints its id.") },
  { "plan", "list", brine_cli_plan_list, "", N_ ("Lists the plan items.") },
  { "plan", "show", brine_cli_plan_show, "ID",
    N_ ("Shows a plan item with its next five occurrences.") },
  { "plan", "edit", plan_edit, "ID[@START] [--scope SCOPE] …",
    N_ ("Changes a plan item, or an occurrence of it.") },
  { "plan", "move", plan_move, "ID@START --to TIME [--scope SCOPE]",
    N_ ("Moves an occurrence, or the series from it on.") },
  { "plan", "skip", plan_skip, "ID@START [--scope SCOPE]",
    N_ ("Leaves an occurrence out of the plan.") },
  { "plan", "remove", plan_remove, "ID", N_ ("Removes a plan item; what was logged stays.") },
  { "plan", "template", brine_cli_plan_template, "list|save|apply|remove [NAME] [--week WEEK]",
    N_ ("Keeps weeks under a name and plans them again.") },
  { NULL },
};
