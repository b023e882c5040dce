/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-cli-private.h"
#include "brine-title.h"

#include <glib/gi18n.h>

#define MAX_RANGE_DAYS (200 * 366)

/* The clock can only be made once --now is known, which may stand behind the command. */
static gboolean
ensure_clock (BrineCli *cli, GError **error)
{
  if (cli->clock == NULL)
    cli->clock = brine_clock_new_from_environment (cli->now, error);

  return cli->clock != NULL;
}

static gboolean
check_arguments (char **args, int min, int max, GError **error)
{
  int n = g_strv_length (args);

  if (n >= min && (max < 0 || n <= max))
    return TRUE;

  if (n < min)
    g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                         _ ("An argument is missing; add --help to see what the command takes."));
  else
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                 _ ("“%s” is one argument too many; add --help to see what the command takes."),
                 args[max]);
  return FALSE;
}

gboolean
brine_cli_parse (BrineCli *cli, const GOptionEntry *entries, int argc, char **argv, int min,
                 int max, GStrv *out_args, GError **error)
{
  const GOptionEntry globals[] = {
    { "data-dir", 0, 0, G_OPTION_ARG_FILENAME, &cli->data_dir, N_ ("Use the diary in DIR"), "DIR" },
    { "now", 0, 0, G_OPTION_ARG_STRING, &cli->now, N_ ("Take TIME for the present"), "TIME" },
    { "json", 0, 0, G_OPTION_ARG_NONE, &cli->json, N_ ("Print one JSON document"), NULL },
    { NULL },
  };
  g_autofree char *usage = brine_cli_dup_usage (cli->command);
  g_autoptr (GOptionContext) context = g_option_context_new (usage);
  g_auto (GStrv) words = g_new0 (char *, argc + 1);
  GStrv args;

  for (int i = 0; i < argc; i++)
    words[i] = g_strdup (argv[i]);

  g_option_context_set_summary (context, _ (cli->command->summary));
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, globals, GETTEXT_PACKAGE);
  if (!g_option_context_parse_strv (context, &words, error) || !ensure_clock (cli, error))
    return FALSE;

  args = g_strdupv (words + 1);
  if (args[0] != NULL && g_str_equal (args[0], "--"))
    {
      g_free (args[0]);
      memmove (args, args + 1, g_strv_length (words) * sizeof (char *) - sizeof (char *));
    }
  if (!check_arguments (args, min, max, error))
    {
      g_strfreev (args);
      return FALSE;
    }

  if (out_args != NULL)
    *out_args = args;
  else
    g_strfreev (args);
  return TRUE;
}

gboolean
brine_cli_require (const char *option, const void *value, GError **error)
{
  if (value != NULL)
    return TRUE;

  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _ ("%s is missing."), option);
  return FALSE;
}

char *
brine_cli_dup_title (const char *text, GError **error)
{
  g_autofree char *title = brine_title_clean (text);

  if (*title == '\0')
    g_set_error_literal (error, BRINE_ERROR, BRINE_ERROR_INVALID,
                         _ ("--title is empty; write what it is called."));
  else if (!brine_title_fits (text))
    g_set_error (error, BRINE_ERROR, BRINE_ERROR_INVALID,
                 _ ("--title is too long; write %d characters at most."), BRINE_TITLE_MAX);
  else
    return g_steal_pointer (&title);
  return NULL;
}

gboolean
brine_cli_parse_day (const char *option, const char *text, BrineDay *out_day, GError **error)
{
  if (brine_day_parse (text, out_day))
    return TRUE;

  g_set_error (error, BRINE_ERROR, BRINE_ERROR_INVALID,
               _ ("%s: “%s” is not a date; write it as 2026-11-23."), option, text);
  return FALSE;
}

gboolean
brine_cli_parse_local (const char *option, const char *text, BrineLocal *out_local, GError **error)
{
  if (brine_local_parse (text, out_local))
    return TRUE;

  g_set_error (error, BRINE_ERROR, BRINE_ERROR_INVALID,
               _ ("%s: “%s” is not a time; write it as 2026-11-23T08:00."), option, text);
  return FALSE;
}

gboolean
brine_cli_parse_range (BrineCli *cli, const char *from, const char *to, BrineDay *out_from,
                       BrineDay *out_to, GError **error)
{
  BrineDay first = brine_clock_get_today (cli->clock, brine_cli_get_day_start (cli));
  BrineDay last;

  if (from != NULL && !brine_cli_parse_day ("--from", from, &first, error))
    return FALSE;
  last = first;
  if (to != NULL && !brine_cli_parse_day ("--to", to, &last, error))
    return FALSE;

  if (last < first)
    {
      g_set_error_literal (error, BRINE_ERROR, BRINE_ERROR_INVALID,
                           _ ("--to lies before --from; give the earlier date first."));
      return FALSE;
    }
  if (last - first > MAX_RANGE_DAYS)
    {
      g_set_error_literal (error, BRINE_ERROR, BRINE_ERROR_INVALID,
                           _ ("The range is longer than 200 years; choose a shorter one."));
      return FALSE;
    }

  *out_from = first;
  *out_to = last;
  return TRUE;
}

gboolean
brine_cli_parse_int (const char *option, const char *text, int min, int max, int *out,
                     GError **error)
{
  gint64 value;

  if (!g_ascii_string_to_signed (text, 10, min, max, &value, NULL))
    {
      g_set_error (error, BRINE_ERROR, BRINE_ERROR_INVALID,
                   _ ("%s: “%s” is not a whole number from %d to %d."), option, text, min, max);
      return FALSE;
    }

  *out = value;
  return TRUE;
}

gboolean
brine_cli_parse_moment (BrineCli *cli, const char *option, const char *text,
                        BrineMoment *out_moment, GError **error)
{
  GTimeZone *zone = brine_clock_get_zone (cli->clock);
  BrineInstant instant = brine_clock_get_now (cli->clock);

  if (text != NULL && !brine_instant_parse (text, zone, &instant))
    {
      g_set_error (error, BRINE_ERROR, BRINE_ERROR_INVALID,
                   _ ("%s: “%s” is not a time; write it as 2026-11-23T08:00."), option, text);
      return FALSE;
    }

  *out_moment = brine_moment_new (instant, zone, brine_cli_get_day_start (cli));
  return TRUE;
}

int
brine_cli_compare_locals (gconstpointer a, gconstpointer b)
{
  return brine_local_compare (*(const BrineLocal *)a, *(const BrineLocal *)b);
}
