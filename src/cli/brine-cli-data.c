/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-cli-private.h"

#include "brine-sample.h"

#include <glib/gi18n.h>

#define MAX_SAMPLE_WEEKS 1040

static gboolean
backup (BrineCli *cli, int argc, char **argv, GError **error)
{
  g_auto (GStrv) args = NULL;
  g_autofree char *sentence = NULL;

  if (!brine_cli_parse (cli, NULL, argc, argv, 1, 1, &args, error)
      || !brine_cli_open (cli, BRINE_OPEN_EXISTING, error)
      || !brine_store_backup (cli->store, args[0], error))
    return FALSE;

  sentence = g_strdup_printf (_ ("The diary is saved as %s."), args[0]);
  brine_cli_print_done (cli, "backup", args[0], sentence);
  return TRUE;
}

static gboolean
restore (BrineCli *cli, int argc, char **argv, GError **error)
{
  g_auto (GStrv) args = NULL;
  g_autofree char *sentence = NULL;

  if (!brine_cli_parse (cli, NULL, argc, argv, 1, 1, &args, error)
      || !brine_cli_open (cli, BRINE_OPEN_CREATE, error)
      || !brine_store_restore (cli->store, args[0], error))
    return FALSE;

  sentence =
      g_strdup_printf (_ ("The diary is now the one of %s; what was there is saved beside it."),
                       args[0]);
  brine_cli_print_done (cli, "restored", args[0], sentence);
  return TRUE;
}

static gboolean
check (BrineCli *cli, int argc, char **argv, GError **error)
{
  if (!brine_cli_parse (cli, NULL, argc, argv, 0, 0, NULL, error)
      || !brine_cli_open (cli, BRINE_OPEN_EXISTING, error)
      || !brine_store_check (cli->store, error))
    return FALSE;

  brine_cli_print_done (cli, "check", "ok", _ ("The diary is whole."));
  return TRUE;
}

static gboolean
is_empty (BrineCli *cli, gboolean *out_empty, GError **error)
{
  g_autoptr (GPtrArray) items = brine_store_load_items (cli->store, error);
  g_autoptr (GError) span_error = NULL;
  BrineDay first, last;
  gboolean has_span;

  if (items == NULL)
    return FALSE;
  has_span = brine_store_load_span (cli->store, &first, &last, &span_error);
  if (span_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&span_error));
      return FALSE;
    }

  *out_empty = items->len == 0 && !has_span;
  return TRUE;
}

static const char *
translate (const char *context, const char *msgid)
{
  return context != NULL ? g_dpgettext2 (GETTEXT_PACKAGE, context, msgid) : _ (msgid);
}

static gboolean
demo (BrineCli *cli, int argc, char **argv, GError **error)
{
  g_autofree char *weeks_text = NULL;
  g_autofree char *seed_text = NULL;
  const GOptionEntry entries[] = {
    { "weeks", 0, 0, G_OPTION_ARG_STRING, &weeks_text, N_ ("Weeks of history, 12 by default"),
      "N" },
    { "seed", 0, 0, G_OPTION_ARG_STRING, &seed_text, N_ ("The same seed gives the same diary"),
      "S" },
    { NULL },
  };
  BrineCatalogue *catalogue;
  BrineChange *change;
  g_autofree char *weeks_word = NULL;
  gboolean empty;
  int weeks = 12;
  int seed = 1;

  if (!brine_cli_parse (cli, entries, argc, argv, 0, 0, NULL, error))
    return FALSE;
  if (weeks_text != NULL
      && !brine_cli_parse_int ("--weeks", weeks_text, 1, MAX_SAMPLE_WEEKS, &weeks, error))
    return FALSE;
  if (seed_text != NULL && !brine_cli_parse_int ("--seed", seed_text, 0, G_MAXINT, &seed, error))
    return FALSE;
  catalogue = brine_cli_get_catalogue (cli, error);
  if (catalogue == NULL || !brine_cli_open (cli, BRINE_OPEN_CREATE, error)
      || !is_empty (cli, &empty, error))
    return FALSE;
  if (!empty)
    {
      g_set_error_literal (error, BRINE_ERROR, BRINE_ERROR_INVALID,
                           _ ("The diary is not empty; name an empty folder with --data-dir for "
                              "the sample."));
      return FALSE;
    }

  change = brine_sample_make (catalogue, brine_clock_get_local (cli->clock),
                              brine_clock_get_zone (cli->clock), brine_cli_get_day_start (cli),
                              weeks, seed, translate);
  brine_change_put_setting (change, BRINE_SETTING_SAMPLE, "1");
  if (!brine_cli_apply (cli, change, error))
    return FALSE;

  weeks_word = g_strdup_printf ("%d", weeks);
  brine_cli_print_done (cli, "weeks", weeks_word, _ ("The sample diary is made."));
  return TRUE;
}

const BrineCliCommand brine_cli_data_commands[] = {
  { "import", NULL, brine_cli_import, "FILE [--format ics|csv|json] [--dry-run]",
    N_ ("Reads a file into the diary; the format is found out when it is not named.") },
  { "export", NULL, brine_cli_export, "FILE --format ics|csv|json",
    N_ ("Writes the diary into a file.") },
  { "backup", NULL, backup, "FILE", N_ ("Saves the whole diary as one file.") },
  { "restore", NULL, restore, "FILE", N_ ("Takes over a backup; what was there is saved first.") },
  { "check", NULL, check, "", N_ ("Checks the diary for damage.") },
  { "demo", NULL, demo, "[--weeks N] [--seed S]",
    N_ ("Fills an empty diary with a believable sample history.") },
  { NULL },
};
