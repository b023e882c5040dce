/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-cli-private.h"

#include <glib/gi18n.h>
#include <stdio.h>

/* plan template …: weeks under a name. */

#define DAYS_PER_WEEK 7

/* "2026-11-23", or the ISO week "2026-W48"; none is the present week. The first day of the week, as
 * the diary begins them. */
static gboolean
parse_week (BrineCli *cli, const char *text, BrineDay *out_first, GError **error)
{
  BrineDay day = brine_clock_get_today (cli->clock, brine_cli_get_day_start (cli));
  int year, week, n_read = 0;

  if (text != NULL && sscanf (text, "%4d-W%2d%n", &year, &week, &n_read) == 2
      && text[n_read] == '\0' && week >= 1 && week <= 53 && year >= 1 && year <= 9998)
    /* 4 January is in the first week. */
    day =
        brine_day_get_week_start (brine_day_from_ymd (year, 1, 4), 1) + (week - 1) * DAYS_PER_WEEK;
  else if (text != NULL && !brine_cli_parse_day ("--week", text, &day, error))
    return FALSE;
  *out_first = brine_day_get_week_start (day, brine_cli_get_first_weekday (cli));
  return TRUE;
}

/* What the plan says of that week. */
static GArray *
load_slots (BrineCli *cli, BrineDay first, GPtrArray **out_occurrences, GError **error)
{
  GPtrArray *occurrences = brine_store_load_agenda (cli->store, first, first + DAYS_PER_WEEK - 1,
                                                    brine_clock_get_local (cli->clock), error);
  GArray *slots;

  if (occurrences == NULL)
    return NULL;
  slots = g_array_new (FALSE, FALSE, sizeof (BrineSlot));
  for (guint i = 0; i < occurrences->len; i++)
    {
      const BrineSlot *slot = brine_occurrence_get_planned (occurrences->pdata[i]);

      if (slot != NULL)
        g_array_append_vals (slots, slot, 1);
    }
  *out_occurrences = occurrences;
  return slots;
}

/* By its name, or by the first characters of its id. (transfer full) */
static BrineTemplate *
find_template (BrineCli *cli, const char *text, GError **error)
{
  g_autoptr (GPtrArray) templates = brine_store_load_templates (cli->store, error);
  const BrineTemplate *found = NULL;

  if (templates == NULL)
    return NULL;
  for (guint i = 0; i < templates->len; i++)
    {
      const BrineTemplate *template = g_ptr_array_index (templates, i);

      if (!g_str_equal (template->name, text)
          && (strlen (text) < 4 || !g_str_has_prefix (template->id, text)))
        continue;
      if (found != NULL)
        {
          g_set_error (error, BRINE_ERROR, BRINE_ERROR_INVALID,
                       _ ("More than one template is called “%s”; write its id."), text);
          return NULL;
        }
      found = template;
    }
  if (found != NULL)
    return brine_template_copy (found);
  g_set_error (error, BRINE_ERROR, BRINE_ERROR_NOT_FOUND,
               _ ("There is no template “%s”; “brinectl plan template list” shows them."), text);
  return NULL;
}

/* Listing ---------------------------------------------------------------------------------- */

static void
add_entry (JsonBuilder *builder, const BrinePlanEntry *entry)
{
  g_autofree char *time = g_strdup_printf ("%02d:%02d:%02d", entry->second / 3600,
                                           entry->second / 60 % 60, entry->second % 60);

  json_builder_begin_object (builder);
  brine_cli_add_int (builder, "weekday", entry->day + 1);
  brine_cli_add_int (builder, "day_offset", entry->day_offset);
  brine_cli_add_string (builder, "time", time);
  brine_cli_add_int (builder, "minutes", entry->minutes);
  brine_cli_add_string (builder, "practice", brine_practice_to_nick (entry->practice));
  brine_cli_add_string (builder, "title", entry->title);
  json_builder_end_object (builder);
}

static void
add_template (JsonBuilder *builder, const BrineTemplate *template)
{
  json_builder_begin_object (builder);
  brine_cli_add_string (builder, "id", template->id);
  brine_cli_add_string (builder, "name", template->name);
  json_builder_set_member_name (builder, "entries");
  json_builder_begin_array (builder);
  for (guint i = 0; i < template->entries->len; i++)
    add_entry (builder, g_ptr_array_index (template->entries, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static gboolean
template_list (BrineCli *cli, int argc, char **argv, GError **error)
{
  g_autoptr (GPtrArray) templates = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (!brine_cli_parse (cli, NULL, argc, argv, 0, 0, NULL, error)
      || !brine_cli_open (cli, BRINE_OPEN_EXISTING, error))
    return FALSE;
  templates = brine_store_load_templates (cli->store, error);
  if (templates == NULL)
    return FALSE;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "templates");
  json_builder_begin_array (builder);
  for (guint i = 0; i < templates->len; i++)
    {
      const BrineTemplate *template = g_ptr_array_index (templates, i);
      int n = (int)template->entries->len;

      add_template (builder, template);
      if (!cli->json)
        brine_cli_print (ngettext ("%.8s  %s  %d entry", "%.8s  %s  %d entries", n), template->id,
                         template->name, n);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  if (cli->json)
    brine_cli_print_json (builder);
  return TRUE;
}

/* Saving and applying ------------------------------------------------------------------------ */

#define WEEK_ENTRY(variable)                                                                       \
  {                                                                                                \
    "week", 0, 0, G_OPTION_ARG_STRING, &variable, N_ ("A day of the week, or 2026-W48"), "WEEK"    \
  }

static gboolean
template_save (BrineCli *cli, int argc, char **argv, GError **error)
{
  g_autofree char *week = NULL;
  const GOptionEntry options[] = { WEEK_ENTRY (week), { NULL } };
  g_auto (GStrv) args = NULL;
  g_autoptr (GPtrArray) occurrences = NULL;
  g_autoptr (GArray) slots = NULL;
  g_autoptr (BrineTemplate) template = NULL;
  BrineChange *change;
  BrineDay first;

  if (!brine_cli_parse (cli, options, argc, argv, 1, 1, &args, error)
      || !brine_cli_open (cli, BRINE_OPEN_EXISTING, error)
      || !parse_week (cli, week, &first, error))
    return FALSE;
  slots = load_slots (cli, first, &occurrences, error);
  if (slots == NULL)
    return FALSE;

  template = brine_template_new (args[0]);
  g_ptr_array_unref (template->entries);
  template->entries = brine_plan_copy_days (slots, first, DAYS_PER_WEEK);
  brine_plan_entries_to_weekdays (template->entries, first);
  if (template->entries->len == 0)
    {
      g_set_error_literal (error, BRINE_ERROR, BRINE_ERROR_NOT_FOUND,
                           _ ("Nothing is planned in this week."));
      return FALSE;
    }
  change = brine_change_new ();
  brine_change_put_template (change, template);
  if (!brine_cli_apply (cli, change, error))
    return FALSE;
  brine_cli_print_id (cli, template->id);
  return TRUE;
}

static void
print_applied (BrineCli *cli, const GPtrArray *items, int n_skipped)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  int n = (int)items->len;

  if (!cli->json)
    {
      brine_cli_print (ngettext ("%d entry added.", "%d entries added.", n), n);
      if (n_skipped > 0)
        brine_cli_print (ngettext ("%d was planned already.", "%d were planned already.",
                                   n_skipped),
                         n_skipped);
      return;
    }
  json_builder_begin_object (builder);
  brine_cli_add_int (builder, "added", n);
  brine_cli_add_int (builder, "skipped", n_skipped);
  json_builder_set_member_name (builder, "items");
  json_builder_begin_array (builder);
  for (guint i = 0; i < items->len; i++)
    json_builder_add_string_value (builder, ((BrinePlanItem *)items->pdata[i])->id);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  brine_cli_print_json (builder);
}

static gboolean
template_apply (BrineCli *cli, int argc, char **argv, GError **error)
{
  g_autofree char *week = NULL;
  const GOptionEntry options[] = { WEEK_ENTRY (week), { NULL } };
  g_auto (GStrv) args = NULL;
  g_autoptr (BrineTemplate) template = NULL;
  g_autoptr (GPtrArray) occurrences = NULL;
  g_autoptr (GArray) slots = NULL;
  g_autoptr (GPtrArray) items = NULL;
  BrineChange *change;
  BrineDay first;

  if (!brine_cli_parse (cli, options, argc, argv, 1, 1, &args, error)
      || !brine_cli_open (cli, BRINE_OPEN_EXISTING, error)
      || !parse_week (cli, week, &first, error))
    return FALSE;
  template = find_template (cli, args[0], error);
  slots = template != NULL ? load_slots (cli, first, &occurrences, error) : NULL;
  if (slots == NULL)
    return FALSE;

  items = brine_plan_paste_week (template->entries, first, slots);
  change = brine_change_new ();
  for (guint i = 0; i < items->len; i++)
    brine_change_put_copy (change, items->pdata[i]);
  if (!brine_cli_apply (cli, change, error))
    return FALSE;
  print_applied (cli, items, (int)(template->entries->len - items->len));
  return TRUE;
}

static gboolean
template_remove (BrineCli *cli, int argc, char **argv, GError **error)
{
  g_auto (GStrv) args = NULL;
  g_autoptr (BrineTemplate) template = NULL;
  BrineChange *change;

  if (!brine_cli_parse (cli, NULL, argc, argv, 1, 1, &args, error)
      || !brine_cli_open (cli, BRINE_OPEN_EXISTING, error))
    return FALSE;
  template = find_template (cli, args[0], error);
  if (template == NULL)
    return FALSE;
  change = brine_change_new ();
  brine_change_remove (change, BRINE_KIND_TEMPLATE, template->id);
  if (!brine_cli_apply (cli, change, error))
    return FALSE;
  brine_cli_print_id (cli, template->id);
  return TRUE;
}

gboolean
brine_cli_plan_template (BrineCli *cli, int argc, char **argv, GError **error)
{
  static const struct
  {
    const char *name;
    BrineCliFunc run;
  } acts[] = {
    { "list", template_list },
    { "save", template_save },
    { "apply", template_apply },
    { "remove", template_remove },
  };
  g_autofree char *week = NULL;
  const GOptionEntry options[] = { WEEK_ENTRY (week), { NULL } };

  /* That prints it and ends. */
  if (argc > 1 && brine_cli_is_help (argv[1]))
    return brine_cli_parse (cli, options, argc, argv, 0, 0, NULL, error);
  for (guint i = 0; argc > 1 && i < G_N_ELEMENTS (acts); i++)
    if (g_str_equal (argv[1], acts[i].name))
      return acts[i].run (cli, argc - 1, argv + 1, error);
  g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
                       _ ("“plan template” wants list, save, apply or remove."));
  return FALSE;
}
