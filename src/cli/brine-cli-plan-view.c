/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-cli-private.h"

#include <glib/gi18n.h>

static void
add_dates (JsonBuilder *builder, const char *key, const GArray *dates)
{
  json_builder_set_member_name (builder, key);
  json_builder_begin_array (builder);
  for (guint i = 0; i < dates->len; i++)
    {
      g_autofree char *text = brine_local_to_string (g_array_index (dates, BrineLocal, i));

      json_builder_add_string_value (builder, text);
    }
  json_builder_end_array (builder);
}

static void
add_exceptions (JsonBuilder *builder, const GPtrArray *exceptions)
{
  json_builder_set_member_name (builder, "exceptions");
  json_builder_begin_array (builder);
  for (guint i = 0; i < exceptions->len; i++)
    {
      const BrineException *exception = g_ptr_array_index (exceptions, i);

      json_builder_begin_object (builder);
      brine_cli_add_local (builder, "original", exception->original);
      brine_cli_add_boolean (builder, "cancelled", exception->cancelled);
      if (!exception->cancelled)
        {
          brine_cli_add_local (builder, "start", exception->start);
          brine_cli_add_int (builder, "minutes", exception->minutes);
          brine_cli_add_string (builder, "title", exception->title);
        }
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/* A number where minutes say it all, as in an exported diary. */
static void
add_reminder (JsonBuilder *builder, const BrineReminder *reminder)
{
  g_autofree char *text = brine_reminder_to_string (reminder);

  if (brine_reminder_is_plain (reminder))
    json_builder_add_int_value (builder, reminder->minutes);
  else
    json_builder_add_string_value (builder, text);
}

static void
add_reminders (JsonBuilder *builder, const BrinePlanItem *item)
{
  json_builder_set_member_name (builder, "reminders");
  json_builder_begin_array (builder);
  for (guint i = 0; i < item->reminders->len; i++)
    add_reminder (builder, &g_array_index (item->reminders, BrineReminder, i));
  json_builder_end_array (builder);
}

/* Empty where one number always held. */
static void
add_quotas (JsonBuilder *builder, const BrinePlanItem *item)
{
  json_builder_set_member_name (builder, "quotas");
  json_builder_begin_array (builder);
  for (guint i = 0; i < item->quotas->len; i++)
    {
      const BrineQuotaPeriod *period = &g_array_index (item->quotas, BrineQuotaPeriod, i);
      g_autofree char *from = brine_day_to_string (period->valid_from);

      json_builder_begin_object (builder);
      brine_cli_add_string (builder, "from", from);
      brine_cli_add_int (builder, "times", period->times_a_week);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_item (JsonBuilder *builder, const BrinePlanItem *item, BrineDay today)
{
  BrineGoal goal = brine_plan_item_get_goal (item, MAX (today, item->start.day));
  g_autofree char *rule = item->rule != NULL ? brine_rule_to_string (item->rule) : NULL;
  g_autofree char *goal_text = goal.kind != BRINE_GOAL_NONE ? brine_goal_to_string (&goal) : NULL;

  json_builder_begin_object (builder);
  brine_cli_add_string (builder, "id", item->id);
  brine_cli_add_string (builder, "uid", item->uid);
  brine_cli_add_string (builder, "practice", brine_practice_to_nick (item->practice));
  brine_cli_add_string (builder, "title", item->title);
  brine_cli_add_local (builder, "start", item->start);
  brine_cli_add_int (builder, "minutes", item->minutes);
  brine_cli_add_string (builder, "rrule", rule);
  add_dates (builder, "rdates", item->rdates);
  add_dates (builder, "exdates", item->exdates);
  add_exceptions (builder, item->exceptions);
  brine_cli_add_int (builder, "quota", item->quota_per_week);
  add_quotas (builder, item);
  brine_cli_add_string (builder, "goal", goal_text);
  add_reminders (builder, item);
  brine_cli_add_string (builder, "slot",
                        item->slot != BRINE_MEAL_SLOT_NONE ? brine_meal_slot_to_nick (item->slot)
                                                           : NULL);
  brine_cli_add_string (builder, "recipe", item->recipe_id);
  brine_cli_add_double (builder, "portions", item->portions);
  brine_cli_add_string (builder, "location", item->location);
  brine_cli_add_string (builder, "notes", item->notes);
  brine_cli_add_string (builder, "split_from", item->split_from);
  json_builder_end_object (builder);
}

static void
print_item_line (const BrinePlanItem *item)
{
  g_autofree char *start = brine_local_to_string (item->start);
  g_autofree char *rule = item->rule != NULL ? brine_rule_to_string (item->rule) : NULL;

  if (item->quota_per_week > 0)
    /* Translators: columns of a table: id, practice, start (empty), title, times a week. */
    brine_cli_print (_ ("%.8s  %-10s  %-19s  %s (%d × a week)"), item->id,
                     brine_practice_to_nick (item->practice), "", item->title,
                     item->quota_per_week);
  else
    brine_cli_print ("%.8s  %-10s  %s  %s%s%s", item->id, brine_practice_to_nick (item->practice),
                     start, item->title, rule != NULL ? "  " : "", rule != NULL ? rule : "");
}

gboolean
brine_cli_plan_list (BrineCli *cli, int argc, char **argv, GError **error)
{
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  BrineDay today;

  if (!brine_cli_parse (cli, NULL, argc, argv, 0, 0, NULL, error)
      || !brine_cli_open (cli, BRINE_OPEN_EXISTING, error))
    return FALSE;
  items = brine_store_load_items (cli->store, error);
  if (items == NULL)
    return FALSE;

  today = brine_clock_get_today (cli->clock, brine_cli_get_day_start (cli));
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "items");
  json_builder_begin_array (builder);
  for (guint i = 0; i < items->len; i++)
    {
      const BrinePlanItem *item = g_ptr_array_index (items, i);

      if (cli->json)
        add_item (builder, item, today);
      else
        print_item_line (item);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  if (cli->json)
    brine_cli_print_json (builder);

  return TRUE;
}

/* The starts of the next five occurrences from now on, exceptions applied. @out_complex: the rule
 * passes the limits, so the plan leaves it out. */
static GArray *
find_next_starts (BrineCli *cli, const BrinePlanItem *item, gboolean *out_complex)
{
  GArray *starts = g_array_new (FALSE, FALSE, sizeof (BrineLocal));
  g_autoptr (BrineRecurrence) recurrence = brine_plan_item_get_recurrence (item);
  BrineLocal after = brine_local_add_seconds (brine_clock_get_local (cli->clock), -1);
  gboolean found = item->quota_per_week == 0;

  *out_complex = FALSE;
  while (found && starts->len < 5)
    {
      BrineLocal next;
      const BrineException *exception;

      if (brine_recurrence_next (recurrence, after, &next, &found) != BRINE_EXPANSION_COMPLETE)
        *out_complex = TRUE;
      if (*out_complex || !found)
        break;
      after = next;
      exception = brine_plan_item_find_exception (item, next);
      if (exception != NULL && exception->cancelled)
        continue;
      if (exception != NULL)
        next = exception->start;
      g_array_append_val (starts, next);
    }

  return starts;
}

static void
print_field (const char *name, const char *value)
{
  if (value != NULL && *value != '\0')
    brine_cli_print ("%-12s %s", name, value);
}

/* "5, 3 before 2026-11-02" */
static void
print_quotas (const BrinePlanItem *item)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, "%d", item->quota_per_week);
  for (guint i = item->quotas->len; i > 1; i--)
    {
      const BrineQuotaPeriod *period = &g_array_index (item->quotas, BrineQuotaPeriod, i - 1);
      g_autofree char *from = brine_day_to_string (period->valid_from);

      /* Translators: a number of times a week that held until a date: "5, 3 before 2026-11-02" */
      g_string_append_printf (text, _ (", %d before %s"), period[-1].times_a_week, from);
    }
  print_field (_ ("A week"), text->str);
}

static void
print_item (const BrinePlanItem *item, const GArray *next, BrineDay today)
{
  BrineGoal goal = brine_plan_item_get_goal (item, MAX (today, item->start.day));
  g_autofree char *start = brine_local_to_string (item->start);
  g_autofree char *minutes = g_strdup_printf ("%d", item->minutes);
  g_autofree char *rule = item->rule != NULL ? brine_rule_to_string (item->rule) : NULL;
  g_autofree char *goal_text = goal.kind != BRINE_GOAL_NONE ? brine_goal_to_string (&goal) : NULL;

  print_field (_ ("Id"), item->id);
  print_field (_ ("Practice"), brine_practice_to_nick (item->practice));
  print_field (_ ("Title"), item->title);
  if (item->quota_per_week > 0)
    print_quotas (item);
  else
    print_field (_ ("Start"), start);
  print_field (_ ("Minutes"), minutes);
  print_field (_ ("Recurrence"), rule);
  print_field (_ ("Goal"), goal_text);
  print_field (_ ("Recipe"), item->recipe_id);
  print_field (_ ("Place"), item->location);
  print_field (_ ("Notes"), item->notes);
  for (guint i = 0; i < next->len; i++)
    {
      g_autofree char *text = brine_local_to_string (g_array_index (next, BrineLocal, i));

      print_field (i == 0 ? _ ("Next") : "", text);
    }
}

gboolean
brine_cli_plan_show (BrineCli *cli, int argc, char **argv, GError **error)
{
  g_auto (GStrv) args = NULL;
  g_autoptr (BrinePlanItem) item = NULL;
  g_autoptr (GArray) next = NULL;
  g_autoptr (JsonBuilder) builder = NULL;
  BrineLocal original;
  BrineDay today;
  gboolean has_start, complex;

  if (!brine_cli_parse (cli, NULL, argc, argv, 1, 1, &args, error)
      || !brine_cli_open (cli, BRINE_OPEN_EXISTING, error))
    return FALSE;
  item = brine_cli_find_occurrence (cli, args[0], &original, &has_start, error);
  if (item == NULL)
    return FALSE;

  today = brine_clock_get_today (cli->clock, brine_cli_get_day_start (cli));
  next = find_next_starts (cli, item, &complex);
  if (!cli->json)
    {
      print_item (item, next, today);
      if (complex)
        brine_cli_print (_ ("The recurrence is too complex; the plan leaves it out."));
      return TRUE;
    }

  builder = json_builder_new ();
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "item");
  add_item (builder, item, today);
  add_dates (builder, "next", next);
  brine_cli_add_boolean (builder, "too_complex", complex);
  json_builder_end_object (builder);
  brine_cli_print_json (builder);
  return TRUE;
}
