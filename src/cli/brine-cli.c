/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-cli.h"

#include "brine-cli-private.h"

#include <glib/gi18n.h>

static BrineExit
exit_code_of (const GError *error)
{
  if (error->domain == G_OPTION_ERROR || error->domain == G_CONVERT_ERROR)
    return BRINE_EXIT_USAGE;
  if (g_error_matches (error, BRINE_ERROR, BRINE_ERROR_INVALID)
      || g_error_matches (error, BRINE_ERROR, BRINE_ERROR_NOT_FOUND)
      || g_error_matches (error, BRINE_ERROR, BRINE_ERROR_TOO_COMPLEX)
      || g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT)
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND)
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return BRINE_EXIT_USER;

  return BRINE_EXIT_DATA;
}

/* One line, whatever the message holds. */
static BrineExit
report (const GError *error)
{
  /* Options are read in the encoding of the locale. */
  const char *message = error->domain == G_CONVERT_ERROR
                            ? _ ("The command line holds bytes that are no text in this locale.")
                            : error->message;
  g_autofree char *line = brine_cli_dup_line (message);

  g_printerr ("brinectl: %s\n", line);
  return exit_code_of (error);
}

static gboolean
run_command (BrineCli *cli, int argc, char **argv, GError **error)
{
  int words = 0;

  if (argc == 0)
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                           _ ("Name a command; “brinectl --help” lists them."));
      return FALSE;
    }

  cli->command = brine_cli_find_command (argc, argv, &words);
  if (cli->command != NULL)
    return cli->command->run (cli, argc - words + 1, argv + words - 1, error);

  if (!brine_cli_is_group (argv[0]))
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_UNKNOWN_OPTION,
                 _ ("There is no command “%s”; “brinectl --help” lists them."), argv[0]);
  else if (argc == 1)
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                 _ ("“%s” wants another word; “brinectl %s --help” lists them."), argv[0], argv[0]);
  else if (brine_cli_is_help (argv[1]))
    {
      brine_cli_print_group_help (argv[0]);
      return TRUE;
    }
  else
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_UNKNOWN_OPTION,
                 _ ("There is no command “%s %s”; “brinectl %s --help” lists them."), argv[0],
                 argv[1], argv[0]);
  return FALSE;
}

static void
clear_cli (BrineCli *cli)
{
  if (cli->store != NULL)
    brine_store_close (cli->store);
  g_clear_object (&cli->store);
  g_clear_object (&cli->clock);
  g_clear_object (&cli->catalogue);
  g_clear_pointer (&cli->data_dir, g_free);
  g_clear_pointer (&cli->now, g_free);
}

/* Takes the options before the command; the rest stays in *@argv. */
static gboolean
parse_globals (BrineCli *cli, int *argc, char ***argv, gboolean *out_help, GError **error)
{
  gboolean version = FALSE;
  const GOptionEntry entries[] = {
    { "data-dir", 0, 0, G_OPTION_ARG_FILENAME, &cli->data_dir, NULL, NULL },
    { "now", 0, 0, G_OPTION_ARG_STRING, &cli->now, NULL, NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &cli->json, NULL, NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, &version, NULL, NULL },
    { "help", 'h', 0, G_OPTION_ARG_NONE, out_help, NULL, NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);

  g_option_context_add_main_entries (context, entries, NULL);
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_strict_posix (context, TRUE);
  if (!g_option_context_parse_strv (context, argv, error))
    return FALSE;

  *argc = g_strv_length (*argv);
  if (version)
    {
      g_print ("brinectl %s\n", BRINE_VERSION);
      *out_help = TRUE;
      *argc = -1;
    }

  return TRUE;
}

BrineExit
brine_cli_run (int argc, char **argv)
{
  BrineCli cli = { 0 };
  g_auto (GStrv) rest = g_new0 (char *, argc + 1);
  g_autoptr (GError) error = NULL;
  gboolean help = FALSE;
  gboolean ok;

  for (int i = 0; i < argc; i++)
    rest[i] = g_strdup (argv[i]);

  ok = parse_globals (&cli, &argc, &rest, &help, &error);
  if (ok && help && argc >= 0)
    brine_cli_print_help ();
  else if (ok && !help)
    ok = run_command (&cli, argc - 1, rest + 1, &error);

  clear_cli (&cli);
  return ok ? BRINE_EXIT_DONE : report (error);
}
