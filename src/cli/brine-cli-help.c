/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-cli-private.h"

#include <glib/gi18n.h>

static const BrineCliCommand *const groups[] = {
  brine_cli_plan_commands, brine_cli_pause_commands, brine_cli_view_commands,
  brine_cli_log_commands,  brine_cli_meal_commands,  brine_cli_reminder_commands,
  brine_cli_data_commands,
};

gboolean
brine_cli_is_help (const char *word)
{
  return g_str_equal (word, "--help") || g_str_equal (word, "-h");
}

char *
brine_cli_dup_usage (const BrineCliCommand *command)
{
  GString *words = g_string_new (command->group);

  if (command->name != NULL)
    g_string_append_printf (words, " %s", command->name);
  if (*command->usage != '\0')
    g_string_append_printf (words, " %s", command->usage);
  return g_string_free (words, FALSE);
}

/* All commands, or those of @group. */
static void
print_commands (const char *group)
{
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    for (const BrineCliCommand *command = groups[i]; command->group != NULL; command++)
      {
        g_autofree char *usage = brine_cli_dup_usage (command);

        if (group == NULL || g_str_equal (group, command->group))
          g_print ("  %s\n      %s\n", usage, _ (command->summary));
      }
}

void
brine_cli_print_help (void)
{
  g_print ("%s\n  brinectl [--data-dir DIR] [--now TIME] [--json] %s\n\n", _ ("Usage:"),
           _ ("COMMAND …"));
  g_print ("%s\n\n", _ ("Plans, logs and shows what the Brine diary holds."));
  print_commands (NULL);
  g_print ("\n%s\n", _ ("Global options:"));
  g_print ("  --data-dir DIR   %s\n", _ ("use the diary in DIR"));
  g_print ("  --now TIME       %s\n", _ ("take TIME for the present, 2026-11-22T09:00[+01:00]"));
  g_print ("  --json           %s\n", _ ("print one JSON document"));
  g_print ("  --version        %s\n", _ ("print the version"));
  g_print ("\n%s\n",
           _ ("“brinectl COMMAND --help” tells the options of a command; “man brinectl” has all.\n"
              "Brine is not a medical device."));
}

void
brine_cli_print_group_help (const char *group)
{
  g_print ("%s\n  brinectl %s %s\n\n", _ ("Usage:"), group, _ ("COMMAND …"));
  print_commands (group);
  g_print ("\n");
  /* Translators: %s is a word of the command line and stays as it is */
  g_print (_ ("“brinectl %s COMMAND --help” tells the options of a command."), group);
  g_print ("\n");
}

gboolean
brine_cli_is_group (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    for (const BrineCliCommand *command = groups[i]; command->group != NULL; command++)
      if (g_str_equal (command->group, word))
        return TRUE;
  return FALSE;
}

const BrineCliCommand *
brine_cli_find_command (int argc, char **argv, int *out_words)
{
  const BrineCliCommand *alone = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    for (const BrineCliCommand *command = groups[i]; command->group != NULL; command++)
      {
        if (!g_str_equal (command->group, argv[0]))
          continue;
        if (command->name == NULL)
          alone = command;
        else if (argc > 1 && g_str_equal (command->name, argv[1]))
          {
            *out_words = 2;
            return command;
          }
      }

  *out_words = 1;
  return alone;
}
