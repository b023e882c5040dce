/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-cli-private.h"

#include <glib/gi18n.h>

#include "brine-pause-join.h"

/* Joined with those of the same reason; refused where another reason holds. */
static gboolean
apply_joined (BrineCli *cli, BrinePause *pause, GError **error)
{
  g_autoptr (GPtrArray) others =
      brine_store_load_pauses (cli->store, BRINE_DAY_MIN, BRINE_DAY_MAX, error);

  if (others == NULL)
    return FALSE;
  const BrinePause *conflict = brine_pause_find_conflict (pause, others);
  if (conflict != NULL)
    {
      g_autofree char *from = brine_day_to_string (conflict->from);
      g_autofree char *to = brine_day_to_string (conflict->to);
      g_set_error (error, BRINE_ERROR, BRINE_ERROR_INVALID,
                   _ ("--from, --to: %s to %s is paused already with reason “%s”; choose other "
                      "days or that reason."),
                   from, to, brine_pause_reason_to_nick (conflict->reason));
      return FALSE;
    }
  BrineChange *change = brine_change_new ();
  g_autoptr (GPtrArray) absorbed = brine_pause_absorb (pause, others);
  for (guint i = 0; i < absorbed->len; i++)
    brine_change_remove (change, BRINE_KIND_PAUSE,
                         ((const BrinePause *)g_ptr_array_index (absorbed, i))->id);
  brine_change_put_pause (change, pause);
  return brine_cli_apply (cli, change, error);
}

static gboolean
pause_add (BrineCli *cli, int argc, char **argv, GError **error)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *reason = NULL;
  g_autofree char *note = NULL;
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_STRING, &from, N_ ("First day"), "DATE" },
    { "to", 0, 0, G_OPTION_ARG_STRING, &to, N_ ("Last day"), "DATE" },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &reason, N_ ("ill, travel, antibiotics or other"),
      "REASON" },
    { "note", 0, 0, G_OPTION_ARG_STRING, &note, N_ ("Note"), "TEXT" },
    { NULL },
  };
  g_autoptr (BrinePause) pause = brine_pause_new ();

  if (!brine_cli_parse (cli, entries, argc, argv, 0, 0, NULL, error)
      || !brine_cli_require ("--from", from, error) || !brine_cli_require ("--to", to, error)
      || !brine_cli_parse_range (cli, from, to, &pause->from, &pause->to, error))
    return FALSE;
  pause->reason = BRINE_PAUSE_OTHER;
  if (reason != NULL && !brine_pause_reason_from_nick (reason, &pause->reason))
    {
      g_set_error (error, BRINE_ERROR, BRINE_ERROR_INVALID,
                   _ ("--reason: “%s” is none of: ill, travel, antibiotics, other."), reason);
      return FALSE;
    }
  pause->note = g_steal_pointer (&note);

  if (!brine_cli_open (cli, BRINE_OPEN_CREATE, error) || !apply_joined (cli, pause, error))
    return FALSE;

  brine_cli_print_id (cli, pause->id);
  return TRUE;
}

static void
print_pause (const BrinePause *pause)
{
  g_autofree char *from = brine_day_to_string (pause->from);
  g_autofree char *to = brine_day_to_string (pause->to);

  brine_cli_print ("%.8s  %s  %s  %s  %s", pause->id, from, to,
                   brine_pause_reason_to_nick (pause->reason),
                   pause->note != NULL ? pause->note : "");
}

static gboolean
pause_list (BrineCli *cli, int argc, char **argv, GError **error)
{
  g_autoptr (GPtrArray) pauses = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (!brine_cli_parse (cli, NULL, argc, argv, 0, 0, NULL, error)
      || !brine_cli_open (cli, BRINE_OPEN_EXISTING, error))
    return FALSE;
  pauses = brine_store_load_pauses (cli->store, BRINE_DAY_MIN, BRINE_DAY_MAX, error);
  if (pauses == NULL)
    return FALSE;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "pauses");
  json_builder_begin_array (builder);
  for (guint i = 0; i < pauses->len; i++)
    {
      const BrinePause *pause = g_ptr_array_index (pauses, i);

      if (!cli->json)
        {
          print_pause (pause);
          continue;
        }
      json_builder_begin_object (builder);
      brine_cli_add_string (builder, "id", pause->id);
      brine_cli_add_day (builder, "from", pause->from);
      brine_cli_add_day (builder, "to", pause->to);
      brine_cli_add_string (builder, "reason", brine_pause_reason_to_nick (pause->reason));
      brine_cli_add_string (builder, "note", pause->note);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  if (cli->json)
    brine_cli_print_json (builder);

  return TRUE;
}

static gboolean
pause_remove (BrineCli *cli, int argc, char **argv, GError **error)
{
  g_auto (GStrv) args = NULL;
  g_autoptr (GPtrArray) pauses = NULL;
  const BrinePause *found = NULL;
  BrineChange *change;

  if (!brine_cli_parse (cli, NULL, argc, argv, 1, 1, &args, error)
      || !brine_cli_open (cli, BRINE_OPEN_EXISTING, error))
    return FALSE;
  pauses = brine_store_load_pauses (cli->store, BRINE_DAY_MIN, BRINE_DAY_MAX, error);
  if (pauses == NULL)
    return FALSE;

  for (guint i = 0; i < pauses->len; i++)
    {
      const BrinePause *pause = g_ptr_array_index (pauses, i);

      if (!g_str_has_prefix (pause->id, args[0]) || strlen (args[0]) < 4)
        continue;
      if (found != NULL)
        {
          g_set_error (error, BRINE_ERROR, BRINE_ERROR_INVALID,
                       _ ("More than one pause begins with “%s”; write more of the id."), args[0]);
          return FALSE;
        }
      found = pause;
    }
  if (found == NULL)
    {
      g_set_error (error, BRINE_ERROR, BRINE_ERROR_NOT_FOUND,
                   _ ("There is no pause “%s”; “brinectl pause list” shows them."), args[0]);
      return FALSE;
    }

  change = brine_change_new ();
  brine_change_remove (change, BRINE_KIND_PAUSE, found->id);
  if (!brine_cli_apply (cli, change, error))
    return FALSE;
  brine_cli_print_id (cli, found->id);
  return TRUE;
}

const BrineCliCommand brine_cli_pause_commands[] = {
  { "pause", "add", pause_add, "--from DATE --to DATE [--reason REASON]",
    N_ ("Adds a pause: days that count for nothing.") },
  { "pause", "list", pause_list, "", N_ ("Lists the pauses.") },
  { "pause", "remove", pause_remove, "ID", N_ ("Removes a pause.") },
  { NULL },
};
